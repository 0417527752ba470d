// SPDX-License-Identifier: MPL-2.0
#include "office/sheet_writer.hpp"

#include "office/cell_properties.hpp"
#include "office/convert.hpp"
#include "office/sheets.hpp"
#include "office/still_view.hpp"
#include "office/value_runs.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/sheet/CellInsertMode.hpp>
#include <com/sun/star/sheet/XCellRangeMovement.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/util/CellProtection.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace keepable::office {

namespace {

using css::beans::XPropertySet;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using views::CellEdit;

constexpr std::size_t kMostNamed = 3;

class Writer {
  public:
    Writer(const SpreadsheetDocument& document, const PlanArguments& ranges)
        : document_(document), ranges_(ranges) {}

    [[nodiscard]] SheetReference sheetFor(tables::TableKind kind) const {
        const RangeReference& range =
            kind == tables::TableKind::kCapacity ? ranges_.capacity : ranges_.deals;
        return range.is() ? sheetOf(range) : SheetReference();
    }

    [[nodiscard]] CellReference cellOf(const CellEdit& edit) const {
        return sheetFor(edit.table)->getCellByPosition(edit.column, edit.row);
    }

    // What is in the way of writing into a cell, as the key of a text; empty when nothing is.
    [[nodiscard]] std::string_view obstacleIn(const CellEdit& edit) const {
        const CellReference cell = cellOf(edit);
        if (cell->getType() == css::table::CellContentType_FORMULA) {
            return "apply.formula";
        }
        if (isProtected(edit, cell)) {
            return "apply.protected";
        }
        const Reference<css::util::XMergeable> merged(cell, UNO_QUERY);
        if (merged.is() && merged->getIsMerged()) {
            return "apply.merged";
        }
        const bool adds = std::holds_alternative<views::AddedNumber>(edit.value);
        if (adds && cell->getType() == css::table::CellContentType_TEXT) {
            return "apply.text";
        }
        return {};
    }

    [[nodiscard]] bool isProtectedSheet(tables::TableKind kind) const {
        return Reference<css::util::XProtectable>(sheetFor(kind), UNO_QUERY_THROW)->isProtected();
    }

    // Dates may be many.
    void write(const std::vector<CellEdit>& edits, planning::Day null_date) {
        std::map<std::pair<tables::TableKind, std::int32_t>, ColumnValues> dates;
        for (const CellEdit& edit : edits) {
            if (const auto* day = std::get_if<planning::Day>(&edit.value)) {
                dates[{edit.table, edit.column}][edit.row] <<=
                    static_cast<double>(*day - null_date);
            } else {
                write(edit);
            }
        }
        for (const auto& [place, values] : dates) {
            const SheetReference sheet = sheetFor(place.first);
            writeValues(document_, sheet, place.second, values);
            for (const auto& [row, value] : values) {
                giveDateFormat(sheet->getCellByPosition(place.second, row));
            }
        }
    }

    void write(const CellEdit& edit) {
        const CellReference cell = cellOf(edit);
        if (const auto* number = std::get_if<double>(&edit.value)) {
            cell->setValue(*number);
        } else if (const auto* added = std::get_if<views::AddedNumber>(&edit.value)) {
            cell->setValue(cell->getValue() + added->number);
        } else {
            writeText(cell, std::get<std::string>(edit.value));
        }
    }

    // A new row below, like the one copied. What the plan's range ends with must stay its end, so
    // the last row of a range gets the new one above it and then changes places with it.
    void copy(const CellArea& deals, const views::RowCopy& row, planning::Day null_date) {
        const CellArea range = areaOf(ranges_.deals);
        CellArea block = deals;
        // References move along only when all their columns do.
        block.StartColumn = std::min(block.StartColumn, range.StartColumn);
        block.EndColumn = std::max(block.EndColumn, range.EndColumn);
        block.StartRow = row.row;
        block.EndRow = row.row;
        const bool is_last = row.row >= range.EndRow;
        const Reference<css::sheet::XCellRangeMovement> sheet(sheetFor(tables::TableKind::kDeals),
                                                              UNO_QUERY_THROW);
        CellArea gap = block;
        CellArea source = block;
        if (is_last) {
            ++source.StartRow;
            ++source.EndRow;
        } else {
            ++gap.StartRow;
            ++gap.EndRow;
        }
        sheet->insertCells(gap, css::sheet::CellInsertMode_DOWN);
        sheet->copyRange({gap.Sheet, gap.StartColumn, gap.StartRow}, source);
        std::vector<CellEdit> edits = row.cells;
        for (CellEdit& edit : edits) {
            edit.row = row.row + 1;
        }
        write(edits, null_date);
    }

  private:
    [[nodiscard]] bool isProtected(const CellEdit& edit, const CellReference& cell) const {
        if (!isProtectedSheet(edit.table)) {
            return false;
        }
        css::util::CellProtection protection;
        Reference<XPropertySet>(cell, UNO_QUERY_THROW)->getPropertyValue("CellProtection") >>=
            protection;
        return protection.IsLocked;
    }

    void giveDateFormat(const CellReference& cell) {
        const Reference<XPropertySet> properties(cell, UNO_QUERY_THROW);
        const auto formats =
            Reference<css::util::XNumberFormatsSupplier>(document_, UNO_QUERY_THROW)
                ->getNumberFormats();
        sal_Int32 format = 0;
        properties->getPropertyValue("NumberFormat") >>= format;
        sal_Int16 type = 0;
        formats->getByKey(format)->getPropertyValue("Type") >>= type;
        if ((type & css::util::NumberFormat::DATE) == 0) {
            const Reference<css::util::XNumberFormatTypes> types(formats, UNO_QUERY_THROW);
            changeProperties(
                document_, {areaOf(cell)},
                {{"NumberFormat", Any{types->getStandardFormat(css::util::NumberFormat::DATE,
                                                               css::lang::Locale())}}});
        }
    }

    static void writeText(const CellReference& cell, const std::string& text) {
        if (text.empty() && cell->getType() == css::table::CellContentType_EMPTY) {
            return;
        }
        Reference<css::text::XTextRange>(cell, UNO_QUERY_THROW)->setString(toOffice(text));
    }

    SpreadsheetDocument document_;
    PlanArguments ranges_;
};

} // namespace

std::string findObstacles(const SpreadsheetDocument& document, const PlanArguments& ranges,
                          const views::SheetEdits& edits, const views::Texts& texts) {
    if (!edits.obstacles.empty()) {
        return edits.obstacles.front();
    }
    const Writer writer(document, ranges);
    std::string sentences;
    std::size_t named = 0;
    for (const CellEdit& edit : edits.cells) {
        if (!writer.sheetFor(edit.table).is()) {
            return texts("apply.noRange");
        }
        const std::string_view key = writer.obstacleIn(edit);
        if (!key.empty() && named++ < kMostNamed) {
            std::string place = absoluteName(writer.cellOf(edit));
            std::erase(place, '$');
            sentences += (sentences.empty() ? "" : " ") + texts(key, {place});
        }
    }
    if (!edits.copies.empty() && writer.isProtectedSheet(tables::TableKind::kDeals)) {
        return texts("apply.protectedSheet", {nameOf(writer.sheetFor(tables::TableKind::kDeals))});
    }
    return sentences;
}

void writeEdits(const SpreadsheetDocument& document, const PlanArguments& ranges,
                const CellArea& deals, const views::SheetEdits& edits, planning::Day null_date) {
    if (edits.cells.empty() && edits.copies.empty()) {
        return;
    }
    const StillView still(document);
    Writer writer(document, ranges);
    writer.write(edits.cells, null_date);
    for (const views::RowCopy& row : edits.copies) {
        writer.copy(deals, row, null_date);
    }
}

} // namespace keepable::office
