// SPDX-License-Identifier: MPL-2.0
//
// The part of a sheet that set up reads to find its tables: the first rows of what stands there, and
// the first rows below each empty row further down. Rows in between are taken to go on as those
// above them.
//
// Cost:    at most kRowsOfSample rows of all columns, and kRowsBelow of each of at most kMostRuns
//          runs of rows further down; however many rows the sheet has.
// Shape:   rows of the sample follow each other, `row_numbers` tells where each stands; where rows
//          are left out, the empty row behind them stands for their end.
#pragma once

#include "tables/grid.hpp"

#include <cstdint>
#include <vector>

namespace keepable::tables {

struct CellBlock {
    std::int32_t first_row = 0;
    std::int32_t last_row = 0;
    std::int32_t first_column = 0;
    std::int32_t last_column = 0;

    [[nodiscard]] bool meets(const CellBlock& other) const {
        return first_row <= other.last_row && other.first_row <= last_row &&
               first_column <= other.last_column && other.first_column <= last_column;
    }
    friend bool operator==(const CellBlock&, const CellBlock&) = default;
};

struct SheetCells {
    Grid cells;                 // neighbouring columns of what is used of the sheet
    std::vector<CellBlock> own; // cells that hold formulas of ours
    // Sheet rows of the grid's, ascending; empty: one after the other from cells.first_row.
    std::vector<std::int32_t> row_numbers;
};

inline constexpr std::int32_t kRowsOfSample = 200;
inline constexpr std::int32_t kRowsBelow = 40;
inline constexpr std::int32_t kMostRuns = 20;

// A sheet to be read in part.
class CellSource {
  public:
    CellSource() = default;
    CellSource(const CellSource&) = delete;
    CellSource& operator=(const CellSource&) = delete;
    virtual ~CellSource() = default;

    // Adds the cells of some rows of all columns of the used area, row by row.
    virtual void read(std::int32_t first_row, std::int32_t last_row, Grid& into) = 0;
    // The last row before an empty one, at or below a row that is not empty.
    virtual std::int32_t lastRowOfRun(std::int32_t row) = 0;
};

// `used` is what is used of the sheet. `cells` comes with name and columns; its cells are filled in.
void sampleSheet(CellSource& source, const CellBlock& used, SheetCells& cells);

} // namespace keepable::tables
