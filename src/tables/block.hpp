// SPDX-License-Identifier: MPL-2.0
//
// A block: a small table of our own words on the set-up sheet, such as the rules for a re-promise run
// or what-ifs. A heading row anywhere on the sheet, then rows up to the first empty one.
//
// Shape:   headings in any order of columns and with gaps between them; the first of them and one more
//          tell the block from other tables. A heading that is not there has no column.
// Units:   rows and columns of the grid, from 0.
#pragma once

#include "tables/grid.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::tables {

struct Block {
    std::int32_t first_row = 0;        // below the headings
    std::int32_t end_row = 0;          // behind its last
    std::vector<std::int32_t> columns; // by heading, -1 where it is not there

    // An empty cell where there is no such column.
    [[nodiscard]] Cell cell(const Grid& grid, std::int32_t row, std::size_t heading) const;
};

// `headings` as foldedName(). The first such row counts.
[[nodiscard]] std::optional<Block> findBlock(const Grid& grid,
                                             std::span<const std::string_view> headings);

// What is wrong in a row of a block; the row counts as not there.
struct BlockProblem {
    std::int32_t row = 0; // of the sheet, as shown, from 1
    std::string heading;
    std::string seen; // as in RowProblem
    std::string expected;

    friend bool operator==(const BlockProblem&, const BlockProblem&) = default;
};

[[nodiscard]] BlockProblem blockProblem(const Grid& grid, std::int32_t row,
                                        std::string_view heading, const Cell& cell,
                                        std::string_view expected);

// "row 14, Value: “abc” is not a date"
[[nodiscard]] std::string problemText(const BlockProblem& problem);

} // namespace keepable::tables
