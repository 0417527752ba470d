// SPDX-License-Identifier: MPL-2.0
#include "office/setup/workbook_tables.hpp"

#include "office/convert.hpp"

#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>

#include <algorithm>
#include <utility>

namespace keepable::office {

namespace {

using css::table::CellRangeAddress;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using tables::CellBlock;

constexpr std::int32_t kBlockRows = 16 * 1024; // rows taken from the office at a time

CellBlock blockOf(const CellArea& address) {
    return {address.StartRow, address.EndRow, address.StartColumn, address.EndColumn};
}

bool isOurs(const std::string& formula) {
    return formula.find("KEEPABLE.PROMISES.") != std::string::npos ||
           formula.find("keepable.promises.") != std::string::npos;
}

// Columns of formulas of ours, by the ends of each run of formulas.
std::vector<CellBlock> ownBlocks(const SheetReference& sheet) {
    std::vector<CellBlock> own;
    const Reference<css::sheet::XCellRangesQuery> query(sheet, UNO_QUERY_THROW);
    const auto formulas = query->queryContentCells(css::sheet::CellFlags::FORMULA);
    for (const CellRangeAddress& run : formulas->getRangeAddresses()) {
        for (std::int32_t column = run.StartColumn; column <= run.EndColumn; ++column) {
            if (isOurs(formulaAt(sheet, column, run.StartRow)) ||
                isOurs(formulaAt(sheet, column, run.EndRow))) {
                own.push_back({run.StartRow, run.EndRow, column, column});
            }
        }
    }
    return own;
}

tables::Grid readBlock(const SheetReference& sheet, CellBlock block) {
    tables::Grid grid;
    grid.sheet = nameOf(sheet);
    grid.first_row = block.first_row;
    const std::int32_t width = block.last_column - block.first_column + 1;
    const std::int32_t most_rows = kMostSearchedCells / std::max(1, width);
    block.last_row = std::min(block.last_row, block.first_row + most_rows - 1);
    for (std::int32_t column = block.first_column; column <= block.last_column; ++column) {
        grid.columns.push_back(column);
    }
    for (std::int32_t row = block.first_row; row <= block.last_row; row += kBlockRows) {
        const Reference<css::sheet::XCellRangeData> cells(
            sheet->getCellRangeByPosition(block.first_column, row, block.last_column,
                                          std::min(block.last_row, row + kBlockRows - 1)),
            UNO_QUERY_THROW);
        const Sequence<Sequence<Any>> rows = cells->getDataArray();
        for (const Sequence<Any>& values : rows) {
            for (const Any& value : values) {
                grid.cells.push_back(cellFrom(value, grid.texts));
            }
        }
    }
    return grid;
}

std::int32_t rowsOf(const SheetReference& sheet) {
    return areaOf(sheet).EndRow + 1;
}

} // namespace

CellBlock usedBlock(const SheetReference& sheet) {
    return blockOf(usedArea(sheet));
}

WorkbookTables readWorkbook(const SpreadsheetDocument& document, const std::optional<OwnSheet>& own,
                            const tables::ReadingContext& context) {
    WorkbookTables workbook;
    std::int32_t rows = 0;
    for (const SheetReference& sheet : sheetsOf(document)) {
        if (own && nameOf(sheet) == nameOf(own->sheet)) {
            continue;
        }
        rows = rowsOf(sheet);
        workbook.names.push_back(nameOf(sheet));
        workbook.cells.push_back({readBlock(sheet, usedBlock(sheet)), ownBlocks(sheet)});
        workbook.sheets.push_back(sheet);
    }
    workbook.tables = tables::findTables(workbook.cells, context, rows);
    return workbook;
}

std::optional<tables::FoundTable> readRange(tables::TableKind kind, const RangeReference& range,
                                            const WorkbookTables& workbook,
                                            const tables::ReadingContext& context) {
    const SheetReference sheet = sheetOf(range);
    const auto at = std::ranges::find(workbook.names, nameOf(sheet));
    if (at == workbook.names.end()) {
        return std::nullopt;
    }
    const CellBlock pointed = blockOf(areaOf(range));
    const CellBlock used = usedBlock(sheet);
    const CellBlock block{std::max(pointed.first_row, used.first_row),
                          std::min(pointed.last_row, used.last_row),
                          std::max(pointed.first_column, used.first_column),
                          std::min(pointed.last_column, used.last_column)};
    tables::SheetCells cells;
    if (block.first_row <= block.last_row && block.first_column <= block.last_column) {
        cells.cells = readBlock(sheet, block);
    }
    cells.own = ownBlocks(sheet);
    tables::FoundTable table = tables::tableIn(kind, cells, pointed, context);
    table.sheet = static_cast<std::size_t>(at - workbook.names.begin());
    return table;
}

} // namespace keepable::office
