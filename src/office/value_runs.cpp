// SPDX-License-Identifier: MPL-2.0
#include "office/value_runs.hpp"

#include "office/undo_step.hpp"

#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XSheetAnnotation.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/text/XTextRange.hpp>
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

// What lies between values is read: one at the top and one at the end of a long table are two runs.
constexpr std::int32_t kFarthest = 100;

// What stands in some rows of a column.
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
        data_ = Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->getDataArray();
        formulas_ =
            Reference<css::sheet::XCellRangeFormula>(cells, UNO_QUERY_THROW)->getFormulaArray();
        const Reference<css::util::XMergeable> merged(cells, UNO_QUERY);
        are_passable_ =
            !Reference<css::util::XProtectable>(sheet, UNO_QUERY_THROW)->isProtected() &&
            !(merged.is() && merged->getIsMerged());
    }

    [[nodiscard]] bool isNoted(std::int32_t row) const { return noted_.contains(row); }
    [[nodiscard]] bool isEmpty(std::int32_t row) const {
        return formulas_[row - first_][0].isEmpty();
    }

    // Those of cells that a run may pass over, from one row to before another, to be written again; an
    // empty text leaves a cell empty. None when one may not be.
    [[nodiscard]] std::optional<std::vector<Any>> between(std::int32_t from,
                                                          std::int32_t end) const {
        std::vector<Any> found;
        for (std::int32_t row = from; row < end; ++row) {
            const bool is_number =
                data_[row - first_][0].getValueTypeClass() == css::uno::TypeClass_DOUBLE &&
                !formulas_[row - first_][0].startsWith("=") &&
                !formulas_[row - first_][0].startsWith("{="); // of a matrix
            if (!are_passable_ || isNoted(row) || !(is_number || isEmpty(row))) {
                return std::nullopt;
            }
            found.push_back(data_[row - first_][0]);
        }
        return found;
    }

  private:
    std::int32_t first_;
    std::set<std::int32_t> noted_;
    Sequence<Sequence<Any>> data_;
    Sequence<Sequence<rtl::OUString>> formulas_;
    bool are_passable_ = false;
};

bool hasLines(const Any& value) {
    rtl::OUString text;
    return (value >>= text) && text.indexOf('\n') >= 0;
}

class ColumnWriter {
  public:
    ColumnWriter(const SpreadsheetDocument& document, const SheetReference& sheet,
                 std::int32_t column)
        : document_(document), sheet_(sheet), column_(column) {}

    // Values of rows that are near one another.
    void write(ColumnValues::const_iterator next, ColumnValues::const_iterator end) {
        const Standing standing(sheet_, column_, next->first, std::prev(end)->first);
        while (next != end) {
            const std::int32_t first = next->first;
            const bool is_alone = standing.isNoted(first) || hasLines(next->second);
            std::vector<Any> run{next->second};
            for (++next; !is_alone && next != end && !standing.isNoted(next->first) &&
                         !hasLines(next->second);
                 ++next) {
                const auto below = first + static_cast<std::int32_t>(run.size());
                const auto between = standing.between(below, next->first);
                if (!between) {
                    break;
                }
                run.insert(run.end(), between->begin(), between->end());
                run.push_back(next->second);
            }
            if (run.size() == 1 && standing.isNoted(first) && standing.isEmpty(first)) {
                writeBesideNote(first, run.front());
            } else if (run.size() == 1) {
                writeCell(sheet_->getCellByPosition(column_, first), run.front());
            } else {
                undoEmpty(standing, first, first + static_cast<std::int32_t>(run.size()));
                writeRun(first, run);
            }
        }
    }

  private:
    static void writeCell(const Reference<css::table::XCell>& cell, const Any& value) {
        double number = 0;
        rtl::OUString text;
        if (value >>= number) {
            cell->setValue(number);
        } else if (value >>= text) {
            Reference<css::text::XTextRange>(cell, UNO_QUERY_THROW)->setString(text);
        }
    }

    // The host's own undo of it takes the comment away (7.4).
    void writeBesideNote(std::int32_t row, const Any& value) const {
        const CellArea area = areaOf(cells(row, row + 1));
        performUndoably(
            document_,
            [document = document_, area, value] {
                writeCell(rangeAt(document, area)->getCellByPosition(0, 0), value);
            },
            [document = document_, area] { empty(document, area); });
    }

    // Comments stay.
    static void empty(const SpreadsheetDocument& document, const CellArea& area) {
        using namespace css::sheet::CellFlags;
        Reference<css::sheet::XSheetOperation>(rangeAt(document, area), UNO_QUERY_THROW)
            ->clearContents(VALUE | DATETIME | STRING);
    }

    [[nodiscard]] RangeReference cells(std::int32_t first, std::int32_t end) const {
        return sheet_->getCellRangeByPosition(column_, first, column_, end - 1);
    }

    void undoEmpty(const Standing& standing, std::int32_t first, std::int32_t end) const {
        for (std::int32_t row = first; row < end; ++row) {
            const std::int32_t begin = row;
            while (row < end && standing.isEmpty(row)) {
                ++row;
            }
            if (row > begin) {
                // The sheet may have gone and come back meanwhile: by its place, not by itself.
                const CellArea area = areaOf(cells(begin, row));
                performUndoably(
                    document_, [] {}, [document = document_, area] { empty(document, area); });
            }
        }
    }

    void writeRun(std::int32_t first, const std::vector<Any>& run) const {
        const auto count = static_cast<sal_Int32>(run.size());
        Sequence<Sequence<Any>> data(count);
        for (sal_Int32 i = 0; i < count; ++i) {
            data.getArray()[i] = Sequence<Any>(&run[static_cast<std::size_t>(i)], 1);
        }
        Reference<css::sheet::XCellRangeData>(cells(first, first + count), UNO_QUERY_THROW)
            ->setDataArray(data);
    }

    SpreadsheetDocument document_;
    SheetReference sheet_;
    std::int32_t column_;
};

} // namespace

void writeValues(const SpreadsheetDocument& document, const SheetReference& sheet,
                 std::int32_t column, const ColumnValues& values) {
    ColumnWriter writer(document, sheet, column);
    for (auto next = values.begin(); next != values.end();) {
        const auto first = next;
        std::int32_t row = first->first;
        for (++next; next != values.end() && next->first - row <= kFarthest; ++next) {
            row = next->first;
        }
        writer.write(first, next);
    }
}

} // namespace keepable::office
