// SPDX-License-Identifier: MPL-2.0
//
// A rectangle of cells together with its place in the sheet, read once.
//
// Shape:   cells row by row, `columns.size()` of them a row; rows follow each other in the sheet,
//          columns need not (only recognised columns are read). The grid owns the text its cells
//          point to.
// Units:   rows and columns of the sheet are counted from 0 here and shown from 1, or as letters.
#pragma once

#include "tables/cell.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::tables {

// Text kept for as long as the pool lives; views into it never move.
class TextPool {
  public:
    // Room for up to `capacity` bytes; commit what was really written. One reservation at a time.
    [[nodiscard]] char* reserve(std::size_t capacity);
    [[nodiscard]] std::string_view commit(std::size_t size);
    std::string_view keep(std::string_view text);

  private:
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t used_ = 0;
    std::size_t size_ = 0;
};

struct Grid {
    std::string sheet;                 // name, for messages; may be empty
    std::int32_t first_row = 0;        // sheet row of the grid's first
    std::vector<std::int32_t> columns; // sheet column of each grid column
    std::vector<Cell> cells;
    TextPool texts;

    [[nodiscard]] std::int32_t rowCount() const {
        return columns.empty() ? 0 : static_cast<std::int32_t>(cells.size() / columns.size());
    }
    [[nodiscard]] std::int32_t columnCount() const {
        return static_cast<std::int32_t>(columns.size());
    }
    [[nodiscard]] const Cell& at(std::int32_t row, std::int32_t column) const {
        return cells[static_cast<std::size_t>(row) * columns.size() +
                     static_cast<std::size_t>(column)];
    }
};

// 0 is A, 26 is AA.
[[nodiscard]] std::string columnLetters(std::int32_t column);

} // namespace keepable::tables
