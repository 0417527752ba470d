// SPDX-License-Identifier: MPL-2.0
#include "office/value_runs.hpp"

#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XSheetAnnotation.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include <optional>
#include <set>
#include <vector>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

// What stands in the rows of a column from the first to the last value on.
class Standing {
  public:
    Standing(const SheetReference& sheet, std::int32_t column, std::int32_t first,
             std::int32_t last)
        : first_(first) {
        const Reference<css::sheet::XSheetAnnotations> notes =
            Reference<css::sheet::XSheetAnnotationsSupplier>(sheet, UNO_QUERY_THROW)
                ->getAnnotations();
        for (sal_Int32 i = 0; i < notes->getCount(); ++i) {
            const Reference<css::sheet::XSheetAnnotation> note(notes->getByIndex(i),
                                                               UNO_QUERY_THROW);
            if (note->getPosition().Column == column) {
                noted_.insert(note->getPosition().Row);
            }
        }
        const RangeReference cells = sheet->getCellRangeByPosition(column, first, column, last);
        const Reference<css::util::XMergeable> merged(cells, UNO_QUERY);
        if (Reference<css::util::XProtectable>(sheet, UNO_QUERY_THROW)->isProtected() ||
            (merged.is() && merged->getIsMerged())) {
            return;
        }
        data_ = Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->getDataArray();
        formulas_ =
            Reference<css::sheet::XCellRangeFormula>(cells, UNO_QUERY_THROW)->getFormulaArray();
    }

    [[nodiscard]] bool hasNote(std::int32_t row) const { return noted_.contains(row); }

    // Those of cells that a run may pass over, from one row to before another; none when one may not be.
    [[nodiscard]] std::optional<std::vector<double>> numbers(std::int32_t from,
                                                             std::int32_t end) const {
        std::vector<double> found;
        for (std::int32_t row = from; row < end; ++row) {
            const sal_Int32 at = row - first_;
            double number = 0;
            if (at >= data_.getLength() || hasNote(row) || !(data_[at][0] >>= number) ||
                formulas_[at][0].startsWith("=")) {
                return std::nullopt;
            }
            found.push_back(number);
        }
        return found;
    }

  private:
    std::int32_t first_;
    std::set<std::int32_t> noted_;
    Sequence<Sequence<Any>> data_; // empty where nothing is passed over
    Sequence<Sequence<rtl::OUString>> formulas_;
};

void writeRun(const SheetReference& sheet, std::int32_t column, std::int32_t first,
              const std::vector<double>& run) {
    if (run.size() == 1) {
        sheet->getCellByPosition(column, first)->setValue(run.front());
        return;
    }
    const auto count = static_cast<sal_Int32>(run.size());
    Sequence<Sequence<Any>> data(count);
    for (sal_Int32 i = 0; i < count; ++i) {
        const Any value(run[static_cast<std::size_t>(i)]);
        data.getArray()[i] = Sequence<Any>(&value, 1);
    }
    Reference<css::sheet::XCellRangeData>(
        sheet->getCellRangeByPosition(column, first, column, first + count - 1), UNO_QUERY_THROW)
        ->setDataArray(data);
}

} // namespace

void writeValues(const SheetReference& sheet, std::int32_t column, const ColumnValues& values) {
    if (values.empty()) {
        return;
    }
    const Standing standing(sheet, column, values.begin()->first, values.rbegin()->first);
    for (auto next = values.begin(); next != values.end();) {
        const std::int32_t first = next->first;
        const bool is_alone = standing.hasNote(first);
        std::vector<double> run{next->second};
        for (++next; !is_alone && next != values.end() && !standing.hasNote(next->first); ++next) {
            const auto end = first + static_cast<std::int32_t>(run.size());
            const auto between = standing.numbers(end, next->first);
            if (!between) {
                break;
            }
            run.insert(run.end(), between->begin(), between->end());
            run.push_back(next->second);
        }
        writeRun(sheet, column, first, run);
    }
}

} // namespace keepable::office
