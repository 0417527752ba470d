// SPDX-License-Identifier: MPL-2.0
#include "office/setup/workbook_tables.hpp"

#include "office/convert.hpp"
#include "tables/cell_value.hpp"

#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>

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

// Rows of a block of cells, added to a grid.
void readRows(const SheetReference& sheet, const CellBlock& block, tables::Grid& into) {
    for (std::int32_t row = block.first_row; row <= block.last_row; row += kBlockRows) {
        const Reference<css::sheet::XCellRangeData> cells(
            sheet->getCellRangeByPosition(block.first_column, row, block.last_column,
                                          std::min(block.last_row, row + kBlockRows - 1)),
            UNO_QUERY_THROW);
        const Sequence<Sequence<Any>> rows = cells->getDataArray();
        for (const Sequence<Any>& values : rows) {
            for (const Any& value : values) {
                into.cells.push_back(cellFrom(value, into.texts));
            }
        }
    }
}

// A sheet that is read in part.
class SheetSource : public tables::CellSource {
  public:
    SheetSource(const SheetReference& sheet, const CellBlock& used) : sheet_(sheet), used_(used) {}

    void read(std::int32_t first_row, std::int32_t last_row, tables::Grid& into) override {
        readRows(sheet_, {first_row, last_row, used_.first_column, used_.last_column}, into);
    }

    // The office knows how far filled cells that touch each other reach.
    std::int32_t lastRowOfRun(std::int32_t row) override {
        constexpr std::int32_t kMostGroups = 64;
        tables::Grid cells;
        readRows(sheet_, {row, row, used_.first_column, used_.last_column}, cells);
        std::int32_t last = row;
        std::int32_t groups = 0;
        for (std::int32_t column = used_.first_column; column <= used_.last_column; ++column) {
            const auto at = static_cast<std::size_t>(column - used_.first_column);
            if (tables::isBlank(cells.cells[at]) || groups == kMostGroups) {
                continue;
            }
            const Reference<css::sheet::XSheetCellRange> cell(
                sheet_->getCellRangeByPosition(column, row, column, row), UNO_QUERY_THROW);
            const auto cursor = sheet_->createCursorByRange(cell);
            cursor->collapseToCurrentRegion();
            const CellBlock region = blockOf(areaOf(cursor));
            last = std::max(last, region.last_row);
            column = std::max(column, region.last_column);
            ++groups;
        }
        return std::min(last, used_.last_row);
    }

  private:
    SheetReference sheet_;
    CellBlock used_;
};

tables::SheetCells sampleOf(const SheetReference& sheet, const CellBlock& block) {
    tables::SheetCells sample;
    sample.cells.sheet = nameOf(sheet);
    for (std::int32_t column = block.first_column; column <= block.last_column; ++column) {
        sample.cells.columns.push_back(column);
    }
    SheetSource source{sheet, block};
    tables::sampleSheet(source, block, sample);
    sample.own = ownBlocks(sheet);
    return sample;
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
    for (const SheetReference& sheet : sheetsOf(document)) {
        if (own && nameOf(sheet) == nameOf(own->sheet)) {
            continue;
        }
        workbook.rows = rowsOf(sheet);
        workbook.names.push_back(nameOf(sheet));
        workbook.cells.push_back(sampleOf(sheet, usedBlock(sheet)));
        workbook.sheets.push_back(sheet);
    }
    findAgain(workbook, context);
    return workbook;
}

void findAgain(WorkbookTables& workbook, const tables::ReadingContext& context) {
    workbook.tables = tables::findTables(workbook.cells, context, workbook.rows);
}

tables::SampledTable sampleTable(const SheetReference& sheet, const tables::FoundTable& table) {
    tables::SampledTable sample{table.kind, table.heading, {}};
    sample.cells.sheet = nameOf(sheet);
    sample.cells.first_row = table.heading.row + 1;
    sample.cells.columns = tables::sampledColumns(table.heading);
    const auto& columns = sample.cells.columns;
    const std::int32_t last = std::min({table.last_filled_row, table.range.last_row,
                                        table.heading.row + tables::sampledRows(columns.size())});
    if (columns.empty() || last <= table.heading.row) {
        return sample;
    }
    const auto width = columns.size();
    sample.cells.cells.resize(width * static_cast<std::size_t>(last - table.heading.row));
    for (std::size_t first = 0; first < width;) {
        std::size_t end = first + 1;
        while (end < width && columns[end] == columns[end - 1] + 1) {
            ++end;
        }
        const std::size_t run = end - first;
        tables::Grid cells;
        std::swap(cells.texts, sample.cells.texts); // the cells point to it
        readRows(sheet, {table.heading.row + 1, last, columns[first], columns[end - 1]}, cells);
        for (std::size_t i = 0; i < cells.cells.size(); ++i) {
            sample.cells.cells[i / run * width + first + i % run] = cells.cells[i];
        }
        std::swap(cells.texts, sample.cells.texts);
        first = end;
    }
    return sample;
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
        cells = sampleOf(sheet, block);
    }
    tables::FoundTable table = tables::tableIn(kind, cells, pointed, context);
    table.sheet = static_cast<std::size_t>(at - workbook.names.begin());
    return table;
}

} // namespace keepable::office
