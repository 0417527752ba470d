// SPDX-License-Identifier: MPL-2.0
#include "office/sheet_snapshot.hpp"

#include "office/convert.hpp"

#include <com/sun/star/sheet/XCellRangeData.hpp>

#include <algorithm>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using tables::Grid;

constexpr std::int32_t kFirstLook = 32;        // rows searched for headings before looking further
constexpr std::int32_t kBlockRows = 16 * 1024; // rows taken from the office at a time
constexpr std::int32_t kColumnGap = 2;         // unused columns read along rather than apart
constexpr std::int32_t kRowsBeyond = 64;       // looked at behind what the office calls used
constexpr std::int32_t kColumnsBeyond = 4;

// The part of a range that holds anything, and how to read blocks of it.
class UsedRange {
  public:
    explicit UsedRange(const RangeReference& range)
        : sheet_(sheetOf(range)), sheet_name_(nameOf(sheet_)), area_(areaOf(range)) {
        const CellArea address = usedArea(sheet_);
        area_.StartRow = std::max(area_.StartRow, address.StartRow);
        area_.StartColumn = std::max(area_.StartColumn, address.StartColumn);
        const CellArea whole = area_;
        area_.EndColumn = std::min(whole.EndColumn, address.EndColumn + kColumnsBeyond);
        area_.EndRow = std::min(whole.EndRow, std::max(address.EndRow, area_.StartRow - 1));
        if (area_.StartColumn <= area_.EndColumn) {
            lookBeyond(whole.EndRow);
        }
    }

    [[nodiscard]] const CellArea& area() const { return area_; }

    [[nodiscard]] Grid emptyGrid(std::int32_t first_row) const {
        Grid grid;
        grid.sheet = sheet_name_;
        grid.first_row = first_row;
        return grid;
    }

    // All columns of the first rows.
    [[nodiscard]] Grid top(std::int32_t rows) const {
        Grid grid = emptyGrid(area_.StartRow);
        for (std::int32_t column = area_.StartColumn; column <= area_.EndColumn; ++column) {
            grid.columns.push_back(column);
        }
        const std::int32_t end = std::min(area_.EndRow + 1, area_.StartRow + rows);
        if (end > area_.StartRow) {
            for (const Sequence<Any>& row :
                 block(area_.StartColumn, area_.EndColumn, area_.StartRow, end)) {
                for (const Any& value : row) {
                    grid.cells.push_back(cellFrom(value, grid.texts));
                }
            }
        }
        return grid;
    }

    // The given columns from a row to the end.
    [[nodiscard]] Grid below(std::int32_t first_row,
                             const std::vector<std::int32_t>& columns) const {
        Grid grid = emptyGrid(first_row);
        grid.columns = columns;
        const std::size_t width = columns.size();
        const std::int32_t rows = std::max(0, area_.EndRow + 1 - first_row);
        grid.cells.resize(static_cast<std::size_t>(rows) * width);
        for (std::int32_t row = first_row; row <= area_.EndRow; row += kBlockRows) {
            const std::int32_t end = std::min(area_.EndRow + 1, row + kBlockRows);
            for (std::size_t run = 0; run < width;) {
                std::size_t run_end = run + 1;
                while (run_end < width &&
                       columns[run_end] - columns[run_end - 1] <= kColumnGap + 1) {
                    ++run_end;
                }
                const auto values = block(columns[run], columns[run_end - 1], row, end);
                std::size_t cell = static_cast<std::size_t>(row - first_row) * width;
                for (const Sequence<Any>& value_row : values) {
                    for (std::size_t column = run; column < run_end; ++column) {
                        grid.cells[cell + column] =
                            cellFrom(value_row[columns[column] - columns[run]], grid.texts);
                    }
                    cell += width;
                }
                run = run_end;
            }
        }
        return grid;
    }

  private:
    // While an edit is under way the office still tells the used area of before. It may ask for a
    // plan just then (a conditional format decides on row heights) and does not ask again after
    // the edit, so the edit must be seen now.
    void lookBeyond(std::int32_t last_row) {
        const auto holds_anything = [](const Sequence<Any>& row) {
            return std::any_of(row.begin(), row.end(), [](const Any& value) {
                rtl::OUString text;
                return !(value >>= text) || !text.isEmpty();
            });
        };
        for (bool has_grown = true; has_grown && area_.EndRow < last_row;) {
            const std::int32_t first = area_.EndRow + 1;
            const auto rows = block(area_.StartColumn, area_.EndColumn, first,
                                    std::min(last_row + 1, first + kRowsBeyond));
            has_grown = false;
            for (sal_Int32 row = rows.getLength(); row-- > 0 && !has_grown;) {
                has_grown = holds_anything(rows[row]);
                area_.EndRow = has_grown ? first + row : area_.EndRow;
            }
        }
    }

    [[nodiscard]] Sequence<Sequence<Any>> block(std::int32_t first_column, std::int32_t last_column,
                                                std::int32_t row, std::int32_t end_row) const {
        const RangeReference cells =
            sheet_->getCellRangeByPosition(first_column, row, last_column, end_row - 1);
        return Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->getDataArray();
    }

    SheetReference sheet_;
    std::string sheet_name_;
    CellArea area_;
};

} // namespace

std::variant<tables::Table, tables::NothingToPlanBy>
readTable(tables::TableKind kind, const RangeReference& range,
          const tables::ReadingContext& context) {
    if (!range.is()) {
        return tables::NothingToPlanBy{std::string{tableName(kind)} + ": the range is missing."};
    }
    const UsedRange used(range);
    auto found = tables::findHeadingRow(kind, used.top(kFirstLook), context);
    if (std::holds_alternative<tables::NothingToPlanBy>(found)) {
        found = tables::findHeadingRow(kind, used.top(tables::kHeadingSearchRows), context);
    }
    if (auto* nothing = std::get_if<tables::NothingToPlanBy>(&found)) {
        return std::move(*nothing);
    }
    tables::Table table{std::get<tables::HeadingRow>(std::move(found)), {}};
    std::vector<std::int32_t> columns;
    for (const tables::Column& column : table.heading.columns) {
        columns.push_back(column.column);
    }
    const std::int64_t rows = used.area().EndRow - table.heading.row;
    const std::int64_t cells = rows * static_cast<std::int64_t>(columns.size());
    if (cells > kMostCells) {
        return tables::NothingToPlanBy{std::string{tableName(kind)} + ": the range has " +
                                       std::to_string(cells) +
                                       " cells below its headings, more than " +
                                       std::to_string(kMostCells) + "; give a smaller range."};
    }
    table.body = used.below(table.heading.row + 1, columns);
    return table;
}

tables::Grid readCells(const RangeReference& range) {
    const UsedRange used(range);
    std::vector<std::int32_t> columns;
    for (std::int32_t column = used.area().StartColumn; column <= used.area().EndColumn; ++column) {
        columns.push_back(column);
    }
    return used.below(used.area().StartRow, columns);
}

tables::Grid readColumns(const RangeReference& range, std::int32_t first_row,
                         const std::vector<std::int32_t>& columns) {
    return UsedRange(range).below(first_row, columns);
}

std::string rangesIdentity(const std::vector<RangeReference>& ranges) {
    std::string text;
    for (const RangeReference& range : ranges) {
        if (!range.is()) {
            continue;
        }
        text += nameOf(sheetOf(range)) + '!';
        const CellArea area = areaOf(range);
        for (const std::int32_t number :
             {area.StartColumn, area.StartRow, area.EndColumn, area.EndRow}) {
            text += std::to_string(number) + ' ';
        }
    }
    return text;
}

} // namespace keepable::office
