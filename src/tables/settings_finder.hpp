// SPDX-License-Identifier: MPL-2.0
//
// Finds settings on a sheet: two columns whose left one has names of settings below each other; one
// is enough below the heading Setting and Value. Words for a status alone could be the labels of
// anything. A part of table_finder.
//
// Units:   rows and columns of the cells, from 0, where not said otherwise.
#pragma once

#include "tables/table_finder.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace keepable::tables {

// The cells of a sheet, row by row, and where in it they begin.
struct CellsOfSheet {
    std::span<const Cell> cells;
    std::int32_t row_count = 0;
    std::int32_t column_count = 0;
    std::span<const std::int32_t> rows; // of the sheet, ascending
    std::int32_t first_column = 0;
};

// Adds the settings that stand outside the complete tables found so far. `sheet` is its index.
void addSettings(const CellsOfSheet& cells, std::int32_t rows_of_a_sheet, std::size_t sheet,
                 std::vector<FoundTable>& found);

} // namespace keepable::tables
