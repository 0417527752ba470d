// SPDX-License-Identifier: MPL-2.0
#include "office/sheets.hpp"

#include "office/convert.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/text/XTextRange.hpp>

namespace keepable::office {

using css::container::XIndexAccess;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

std::vector<SheetReference> sheetsOf(const SpreadsheetDocument& document) {
    const Reference<XIndexAccess> all(document->getSheets(), UNO_QUERY_THROW);
    std::vector<SheetReference> sheets;
    sheets.reserve(static_cast<std::size_t>(all->getCount()));
    for (sal_Int32 i = 0; i < all->getCount(); ++i) {
        sheets.emplace_back(all->getByIndex(i), UNO_QUERY_THROW);
    }
    return sheets;
}

SheetReference sheetAt(const SpreadsheetDocument& document, std::int32_t index) {
    const Reference<XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    return {sheets->getByIndex(index), UNO_QUERY_THROW};
}

SheetReference sheetOf(const RangeReference& range) {
    return Reference<css::sheet::XSheetCellRange>(range, UNO_QUERY_THROW)->getSpreadsheet();
}

std::string nameOf(const SheetReference& sheet) {
    return utf8(Reference<css::container::XNamed>(sheet, UNO_QUERY_THROW)->getName());
}

CellArea areaOf(const Reference<css::uno::XInterface>& cells) {
    return Reference<css::sheet::XCellRangeAddressable>(cells, UNO_QUERY_THROW)->getRangeAddress();
}

CellArea usedArea(const SheetReference& sheet) {
    const auto cursor = sheet->createCursor();
    const Reference<css::sheet::XUsedAreaCursor> used(cursor, UNO_QUERY_THROW);
    used->gotoStartOfUsedArea(false);
    used->gotoEndOfUsedArea(true);
    return areaOf(cursor);
}

RangeReference rangeAt(const SpreadsheetDocument& document, const CellArea& area) {
    return sheetAt(document, area.Sheet)
        ->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow);
}

std::string shownAt(const SheetReference& sheet, std::int32_t column, std::int32_t row) {
    return utf8(
        Reference<css::text::XTextRange>(sheet->getCellByPosition(column, row), UNO_QUERY_THROW)
            ->getString());
}

std::string formulaAt(const SheetReference& sheet, std::int32_t column, std::int32_t row) {
    return utf8(sheet->getCellByPosition(column, row)->getFormula());
}

} // namespace keepable::office
