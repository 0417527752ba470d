// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/frozen_table.hpp"

#include "office/convert.hpp"
#include "office/frozen_mark.hpp"
#include "office/own_sheet.hpp"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XTextRange.hpp>

#include <array>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

constexpr std::array<std::string_view, 5> kKinds = {"formula", "array formula", "highlighting",
                                                    "frozen look", "format"};
constexpr sal_Int32 kWidth = static_cast<sal_Int32>(kFrozenHeadings.size());

bool isEmpty(const SheetReference& sheet) {
    const CellArea used = usedArea(sheet);
    return used.EndColumn == 0 && used.EndRow == 0 && shownAt(sheet, 0, 0).empty();
}

std::string cellsNamed(const SpreadsheetDocument& document, const CellArea& area) {
    return absoluteName(rangeAt(document, area));
}

// The cells that make the record. What is asked for by a number no one sees is still followed.
std::string recordOf(const SpreadsheetDocument& document, const FrozenEntry& entry) {
    const std::string name = cellsNamed(document, entry.area);
    std::string formula = "=CHOOSE(1;ROWS(" + name + ")*COLUMNS(" + name + ")";
    for (const std::optional<CellArea>& reference : entry.references) {
        formula += ";ROWS(" + cellsNamed(document, *reference) + ")";
    }
    return formula + ")";
}

// Where the first cell stood when it was frozen, its sheet whatever it is called by now.
css::table::CellAddress formerPlace(const SpreadsheetDocument& document, const CellArea& area,
                                    const std::string& name) {
    try {
        const CellArea former =
            areaOf(sheetAt(document, area.Sheet)
                       ->getCellRangeByName(toOffice(name.substr(name.rfind('.') + 1))));
        return {area.Sheet, former.StartColumn, former.StartRow};
    } catch (const css::uno::Exception&) {
        return {area.Sheet, area.StartColumn, area.StartRow}; // somebody changed it
    }
}

SheetReference newSheet(const SpreadsheetDocument& document) {
    const auto sheets = document->getSheets();
    std::string name(kSetupSheetName);
    for (int number = 2; sheets->hasByName(toOffice(name)); ++number) {
        name = std::string(kSetupSheetName) + " " + std::to_string(number);
    }
    sheets->insertNewByName(toOffice(name),
                            static_cast<sal_Int16>(sheets->getElementNames().getLength()));
    return {sheets->getByName(toOffice(name)), UNO_QUERY_THROW};
}

void setBold(const Reference<css::uno::XInterface>& cells) {
    const Reference<css::beans::XPropertySet> properties(cells, UNO_QUERY_THROW);
    properties->setPropertyValue("CharWeight", Any(css::awt::FontWeight::BOLD));
}

// A new sheet has room for the table; columns of one that is there are the user's.
void widenColumns(const SheetReference& sheet) {
    constexpr std::array<sal_Int32, 5> kHundredthsOfMillimetres = {7000, 2000, 3500, 16000, 3500};
    const Reference<css::container::XIndexAccess> columns(
        Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)->getColumns(),
        UNO_QUERY_THROW);
    for (std::size_t i = 0; i < kHundredthsOfMillimetres.size(); ++i) {
        const Reference<css::beans::XPropertySet> column(
            columns->getByIndex(static_cast<sal_Int32>(i)), UNO_QUERY_THROW);
        column->setPropertyValue("Width", Any(kHundredthsOfMillimetres[i]));
    }
}

} // namespace

std::string writeFrozenTable(const SpreadsheetDocument& document, const views::Texts& texts,
                             const SheetReference& own, const std::vector<FrozenEntry>& entries) {
    const SheetReference sheet = own.is() ? own : newSheet(document);
    const sal_Int32 top = isEmpty(sheet) ? 0 : usedArea(sheet).EndRow + 3;
    if (!own.is()) {
        widenColumns(sheet);
    }
    constexpr sal_Int32 kAboveEntries = 3; // title, explanation, headings
    const auto block = sheet->getCellRangeByPosition(
        0, top, kWidth - 1, top + kAboveEntries + static_cast<sal_Int32>(entries.size()) - 1);
    // Cell by cell: the office does not take back a block of texts when it is undone (7.4).
    const auto put = [&](std::size_t column, sal_Int32 row, std::string_view text) {
        if (!text.empty()) {
            const auto cell = block->getCellByPosition(static_cast<sal_Int32>(column), row);
            Reference<css::text::XTextRange>(cell, UNO_QUERY_THROW)->setString(toOffice(text));
        }
    };
    put(0, 0, texts("freeze.tableTitle"));
    put(0, 1, texts("freeze.tableExplanation"));
    for (std::size_t column = 0; column < kFrozenHeadings.size(); ++column) {
        put(column, 2, kFrozenHeadings[column]);
    }
    sal_Int32 row = kAboveEntries;
    for (const FrozenEntry& entry : entries) {
        put(0, row, cellsNamed(document, entry.area));
        block->getCellByPosition(1, row)->setFormula(toOffice(recordOf(document, entry)));
        put(2, row, kKinds[static_cast<std::size_t>(entry.kind)]);
        // Without the sign: a text that looks like a formula would be given a text format.
        const std::string_view before = entry.before;
        put(3, row, before.substr(before.starts_with('=') ? 1 : 0));
        put(4, row, entry.deal);
        ++row;
    }
    setBold(block->getCellByPosition(0, 0));
    setBold(block->getCellRangeByPosition(0, 2, kWidth - 1, 2));
    return nameOf(sheet);
}

std::optional<FrozenTable> readFrozenTable(const SpreadsheetDocument& document) {
    const auto mark = frozenMark(document);
    if (!mark) {
        return std::nullopt;
    }
    const SheetReference& sheet = mark->sheet;
    FrozenTable table;
    sal_Int32 row = mark->heading_row + 1;
    for (const sal_Int32 last = usedArea(sheet).EndRow; row <= last; ++row) {
        const std::string kind = shownAt(sheet, 2, row);
        const auto* known = std::find(kKinds.begin(), kKinds.end(), kind);
        if (known == kKinds.end()) {
            break;
        }
        const auto arguments = argumentsOf(document, sheet->getCellByPosition(1, row), "CHOOSE");
        FrozenEntry entry;
        entry.kind = static_cast<FrozenEntry::Kind>(known - kKinds.begin());
        if (arguments.size() < 2 || !arguments[1].is()) {
            // A look or a format of cells that have gone is nobody's loss.
            const bool is_of_cells =
                entry.kind == FrozenEntry::Kind::kLook || entry.kind == FrozenEntry::Kind::kFormat;
            table.lost += is_of_cells ? 0 : 1;
            continue;
        }
        entry.area = areaOf(arguments[1]);
        const bool is_formula =
            entry.kind == FrozenEntry::Kind::kFormula || entry.kind == FrozenEntry::Kind::kArray;
        entry.before = (is_formula ? "=" : "") + shownAt(sheet, 3, row);
        entry.deal = shownAt(sheet, 4, row);
        entry.written_for = formerPlace(document, entry.area, shownAt(sheet, 0, row));
        for (std::size_t i = 2; i < arguments.size(); ++i) {
            entry.references.push_back(arguments[i].is() ? std::optional{areaOf(arguments[i])}
                                                         : std::nullopt);
        }
        table.entries.push_back(std::move(entry));
    }
    table.area = areaOf(sheet->getCellRangeByPosition(
        0, std::max<sal_Int32>(mark->heading_row - 2, 0), kWidth - 1, row - 1));
    return table;
}

void removeFrozenTable(const SpreadsheetDocument& document, const FrozenTable& table) {
    namespace flags = css::sheet::CellFlags;
    const SheetReference sheet = sheetAt(document, table.area.Sheet);
    const Reference<css::sheet::XSheetOperation> cells(rangeAt(document, table.area),
                                                       UNO_QUERY_THROW);
    cells->clearContents(flags::VALUE | flags::DATETIME | flags::STRING | flags::FORMULA |
                         flags::HARDATTR);
    if (isEmpty(sheet)) {
        document->getSheets()->removeByName(toOffice(nameOf(sheet)));
    }
}

} // namespace keepable::office
