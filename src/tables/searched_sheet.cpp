// SPDX-License-Identifier: MPL-2.0
#include "tables/searched_sheet.hpp"

#include <algorithm>

namespace keepable::tables {

SearchedSheet::SearchedSheet(const SheetCells& sheet, std::int32_t rows_of_a_sheet)
    : rows_of_a_sheet_(rows_of_a_sheet), row_count_(sheet.cells.rowCount()),
      column_count_(sheet.cells.columnCount()), sheet_name_(sheet.cells.sheet),
      first_column_(column_count_ > 0 ? sheet.cells.columns.front() : 0), cells_(sheet.cells.cells),
      rows_(sheet.row_numbers) {
    for (std::int32_t row = 0; rows_.empty() && row < row_count_; ++row) {
        rows_.push_back(sheet.cells.first_row + row);
    }
    for (auto row = static_cast<std::int32_t>(rows_.size()); row < row_count_; ++row) {
        rows_.push_back(rows_.back() + 1);
    }
    for (const CellBlock& block : sheet.own) {
        blankOut(block);
    }
}

std::int32_t SearchedSheet::gridRow(std::int32_t sheet_row) const {
    return static_cast<std::int32_t>(std::ranges::lower_bound(rows_, sheet_row) - rows_.begin());
}

// With the row above it: our headings.
void SearchedSheet::blankOut(const CellBlock& block) {
    for (std::int32_t row = 0; row < row_count_; ++row) {
        if (sheetRow(row) < block.first_row - 1 || sheetRow(row) > block.last_row) {
            continue;
        }
        const std::int32_t first = std::max(block.first_column - first_column_, 0);
        const std::int32_t last = std::min(block.last_column - first_column_, column_count_ - 1);
        for (std::int32_t column = first; column <= last; ++column) {
            cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(column_count_) +
                   static_cast<std::size_t>(column)] = Cell{};
        }
    }
}

} // namespace keepable::tables
