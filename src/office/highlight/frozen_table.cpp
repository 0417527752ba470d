// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/frozen_table.hpp"

#include "office/convert.hpp"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesAccess.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XTextRange.hpp>

#include <array>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Sheet = Reference<css::sheet::XSpreadsheet>;
using Values = css::uno::Sequence<css::uno::Sequence<Any>>;

constexpr std::string_view kSheet = "Keepable";
constexpr std::array<std::string_view, 4> kHeadings = {"Frozen", "Cells", "Kind", "Before"};
constexpr std::array<std::string_view, 5> kKinds = {"formula", "array formula", "highlighting",
                                                    "frozen look", "format"};
constexpr sal_Int32 kWidth = 4;

Sheet keepableSheet(const SpreadsheetDocument& document) {
    const auto sheets = document->getSheets();
    const rtl::OUString name = toOffice(kSheet);
    return sheets->hasByName(name) ? Sheet(sheets->getByName(name), UNO_QUERY_THROW) : Sheet();
}

CellArea areaOf(const Reference<css::uno::XInterface>& range) {
    return Reference<css::sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
}

CellArea lastUsed(const Sheet& sheet) {
    const Reference<css::sheet::XSheetCellCursor> cursor = sheet->createCursor();
    Reference<css::sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
    return areaOf(cursor);
}

std::string shown(const Sheet& sheet, sal_Int32 column, sal_Int32 row) {
    return utf8(
        Reference<css::text::XTextRange>(sheet->getCellByPosition(column, row), UNO_QUERY_THROW)
            ->getString());
}

bool isEmpty(const Sheet& sheet) {
    const CellArea used = lastUsed(sheet);
    return used.EndColumn == 0 && used.EndRow == 0 && shown(sheet, 0, 0).empty();
}

std::string nameOf(const SpreadsheetDocument& document, const CellArea& area) {
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    const Sheet sheet(sheets->getByIndex(area.Sheet), UNO_QUERY_THROW);
    const Reference<css::beans::XPropertySet> range(
        sheet->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow),
        UNO_QUERY_THROW);
    rtl::OUString name;
    range->getPropertyValue("AbsoluteName") >>= name;
    return utf8(name);
}

// The range of this name; none when it is gone.
std::optional<CellArea> areaNamed(const SpreadsheetDocument& document, const rtl::OUString& name) {
    try {
        const Reference<css::sheet::XCellRangesAccess> sheets(document->getSheets(),
                                                              UNO_QUERY_THROW);
        const auto ranges = sheets->getCellRangesByName(name);
        return ranges.hasElements() ? std::optional{areaOf(ranges[0])} : std::nullopt;
    } catch (const css::uno::Exception&) {
        return std::nullopt;
    }
}

bool isHeading(const Sheet& sheet, sal_Int32 row) {
    for (std::size_t column = 0; column < kHeadings.size(); ++column) {
        if (shown(sheet, static_cast<sal_Int32>(column), row) != kHeadings[column]) {
            return false;
        }
    }
    return true;
}

std::optional<sal_Int32> headingRow(const Sheet& sheet) {
    for (sal_Int32 row = lastUsed(sheet).EndRow; row >= 0; --row) {
        if (isHeading(sheet, row)) {
            return row;
        }
    }
    return std::nullopt;
}

void setBold(const Reference<css::uno::XInterface>& cells) {
    const Reference<css::beans::XPropertySet> properties(cells, UNO_QUERY_THROW);
    properties->setPropertyValue("CharWeight", Any(css::awt::FontWeight::BOLD));
}

// A new sheet has room for the table; columns of one that is there are the user's.
void widenColumns(const Sheet& sheet) {
    constexpr std::array<sal_Int32, 4> kHundredthsOfMillimetres = {7000, 2000, 3500, 16000};
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

void writeFrozenTable(const SpreadsheetDocument& document, const views::Texts& texts,
                      const std::vector<FrozenEntry>& entries) {
    Sheet sheet = keepableSheet(document);
    sal_Int32 top = 0;
    if (sheet.is()) {
        top = isEmpty(sheet) ? 0 : lastUsed(sheet).EndRow + 3;
    } else {
        const auto sheets = document->getSheets();
        sheets->insertNewByName(toOffice(kSheet),
                                static_cast<sal_Int16>(sheets->getElementNames().getLength()));
        sheet = keepableSheet(document);
        widenColumns(sheet);
    }
    constexpr sal_Int32 kAboveEntries = 3; // title, explanation, headings
    Values values(kAboveEntries + static_cast<sal_Int32>(entries.size()));
    for (auto& row : values) {
        row.realloc(kWidth);
        for (Any& value : row) {
            value = textValue("");
        }
    }
    auto* rows = values.getArray();
    rows[0].getArray()[0] = textValue(texts("freeze.tableTitle"));
    rows[1].getArray()[0] = textValue(texts("freeze.tableExplanation"));
    for (std::size_t column = 0; column < kHeadings.size(); ++column) {
        rows[2].getArray()[column] = textValue(kHeadings[column]);
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        Any* row = rows[static_cast<std::size_t>(kAboveEntries) + i].getArray();
        row[0] = textValue(nameOf(document, entries[i].area));
        row[2] = textValue(kKinds[static_cast<std::size_t>(entries[i].kind)]);
        // Without the sign: a text that looks like a formula would be given a text format.
        const std::string& before = entries[i].before;
        row[3] = textValue(before.substr(!before.empty() && before.front() == '=' ? 1 : 0));
    }
    const auto block =
        sheet->getCellRangeByPosition(0, top, kWidth - 1, top + values.getLength() - 1);
    Reference<css::sheet::XCellRangeData>(block, UNO_QUERY_THROW)->setDataArray(values);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string name = nameOf(document, entries[i].area);
        block->getCellByPosition(1, kAboveEntries + static_cast<sal_Int32>(i))
            ->setFormula(toOffice("=ROWS(")
                             .concat(toOffice(name))
                             .concat(toOffice(")*COLUMNS("))
                             .concat(toOffice(name))
                             .concat(toOffice(")")));
    }
    setBold(block->getCellByPosition(0, 0));
    setBold(block->getCellRangeByPosition(0, 2, kWidth - 1, 2));
}

bool hasFrozenTable(const SpreadsheetDocument& document) {
    const Sheet sheet = keepableSheet(document);
    return sheet.is() && headingRow(sheet).has_value();
}

std::optional<FrozenTable> readFrozenTable(const SpreadsheetDocument& document) {
    const Sheet sheet = keepableSheet(document);
    const auto heading = sheet.is() ? headingRow(sheet) : std::nullopt;
    if (!heading) {
        return std::nullopt;
    }
    FrozenTable table;
    sal_Int32 row = *heading + 1;
    for (const sal_Int32 last = lastUsed(sheet).EndRow; row <= last; ++row) {
        const std::string kind = shown(sheet, 2, row);
        const auto* known = std::find(kKinds.begin(), kKinds.end(), kind);
        if (known == kKinds.end()) {
            break;
        }
        FrozenEntry entry;
        entry.kind = static_cast<FrozenEntry::Kind>(known - kKinds.begin());
        const bool is_formula =
            entry.kind == FrozenEntry::Kind::kFormula || entry.kind == FrozenEntry::Kind::kArray;
        entry.before = (is_formula ? "=" : "") + shown(sheet, 3, row);
        const rtl::OUString formula = sheet->getCellByPosition(1, row)->getFormula();
        const sal_Int32 from = formula.indexOf('(') + 1;
        const sal_Int32 to = formula.indexOf(")*");
        const auto area = from > 0 && to > from ? areaNamed(document, formula.copy(from, to - from))
                                                : std::nullopt;
        const auto former = areaNamed(document, toOffice(shown(sheet, 0, row)));
        if (area) {
            entry.area = *area;
            const CellArea& written = former ? *former : *area;
            entry.written_for = {area->Sheet, written.StartColumn, written.StartRow};
            table.entries.push_back(std::move(entry));
        } else {
            ++table.lost;
        }
    }
    table.area = areaOf(sheet->getCellRangeByPosition(0, std::max<sal_Int32>(*heading - 2, 0),
                                                      kWidth - 1, row - 1));
    return table;
}

void removeFrozenTable(const SpreadsheetDocument& document, const FrozenTable& table) {
    namespace flags = css::sheet::CellFlags;
    const Sheet sheet = keepableSheet(document);
    const CellArea& area = table.area;
    const Reference<css::sheet::XSheetOperation> cells(
        sheet->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow),
        UNO_QUERY_THROW);
    cells->clearContents(flags::VALUE | flags::DATETIME | flags::STRING | flags::FORMULA |
                         flags::HARDATTR);
    if (isEmpty(sheet)) {
        document->getSheets()->removeByName(toOffice(kSheet));
    }
}

} // namespace keepable::office
