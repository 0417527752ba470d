// SPDX-License-Identifier: MPL-2.0
//
// One sheet as tables are searched in it: a grid of cells without our own, whose rows may have gaps,
// because only a sample of a long sheet is read.
//
// Units:   rows and columns of the grid from 0, unless they are said to be the sheet's.
#pragma once

#include "tables/cell_value.hpp"
#include "tables/sheet_sample.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace keepable::tables {

class SearchedSheet {
  public:
    SearchedSheet(const SheetCells& sheet, std::int32_t rows_of_a_sheet);

    [[nodiscard]] std::int32_t sheetRow(std::int32_t row) const {
        return rows_[static_cast<std::size_t>(row)];
    }
    // The row of the grid that stands at a row of the sheet, or the next one below.
    [[nodiscard]] std::int32_t gridRow(std::int32_t sheet_row) const;
    // Sheet rows that are left out below a row of the grid.
    [[nodiscard]] std::int32_t leftOutBelow(std::int32_t row) const {
        return row + 1 < row_count_ ? sheetRow(row + 1) - sheetRow(row) - 1 : 0;
    }
    [[nodiscard]] const Cell& at(std::int32_t row, std::int32_t column) const {
        return cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(column_count_) +
                      static_cast<std::size_t>(column)];
    }
    [[nodiscard]] bool isBlankAt(std::int32_t row, std::int32_t column) const {
        return isBlank(at(row, column));
    }

    [[nodiscard]] std::int32_t rowCount() const { return row_count_; }
    [[nodiscard]] std::int32_t firstColumn() const { return first_column_; } // of the sheet
    [[nodiscard]] std::int32_t rowsOfASheet() const { return rows_of_a_sheet_; }

  protected:
    std::int32_t rows_of_a_sheet_;
    std::int32_t row_count_;
    std::int32_t column_count_;
    std::string sheet_name_;
    std::int32_t first_column_;
    std::vector<Cell> cells_;
    std::vector<std::int32_t> rows_; // of the sheet, by row of the grid

  private:
    void blankOut(const CellBlock& block);
};

} // namespace keepable::tables
