// SPDX-License-Identifier: MPL-2.0
#include "tables/block.hpp"

#include "tables/cell_value.hpp"
#include "tables/names.hpp"

#include <algorithm>

namespace keepable::tables {

namespace {

bool isEmptyRow(const Grid& grid, const Block& block, std::int32_t row) {
    return std::ranges::all_of(block.columns, [&](std::int32_t column) {
        return column < 0 || isBlank(grid.at(row, column));
    });
}

} // namespace

Cell Block::cell(const Grid& grid, std::int32_t row, std::size_t heading) const {
    const std::int32_t column = columns[heading];
    return column < 0 ? Cell{} : grid.at(row, column);
}

std::optional<Block> findBlock(const Grid& grid, std::span<const std::string_view> headings) {
    for (std::int32_t row = 0; row < grid.rowCount(); ++row) {
        Block block;
        block.columns.assign(headings.size(), -1);
        std::size_t found = 0;
        for (std::int32_t column = 0; column < grid.columnCount(); ++column) {
            const std::string_view text = grid.at(row, column).text();
            if (text.empty()) {
                continue;
            }
            const auto heading = std::ranges::find(headings, foldedName(text));
            const auto number = static_cast<std::size_t>(heading - headings.begin());
            if (heading != headings.end() && block.columns[number] < 0) {
                block.columns[number] = column;
                ++found;
            }
        }
        if (found < 2 || block.columns.front() < 0) {
            continue;
        }
        block.first_row = row + 1;
        block.end_row = block.first_row;
        while (block.end_row < grid.rowCount() && !isEmptyRow(grid, block, block.end_row)) {
            ++block.end_row;
        }
        return block;
    }
    return std::nullopt;
}

BlockProblem blockProblem(const Grid& grid, std::int32_t row, std::string_view heading,
                          const Cell& cell, std::string_view expected) {
    return {grid.first_row + row + 1, std::string{heading}, seenText(cell), std::string{expected}};
}

std::string problemText(const BlockProblem& problem) {
    std::string text = "row " + std::to_string(problem.row) + ", " + problem.heading + ": ";
    if (problem.seen.empty()) {
        text += "an empty cell";
    } else if (problem.seen == "an error") {
        text += problem.seen;
    } else {
        text += "“" + problem.seen + "”";
    }
    return text + " is not " + problem.expected;
}

} // namespace keepable::tables
