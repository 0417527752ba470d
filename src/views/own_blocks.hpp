// SPDX-License-Identifier: MPL-2.0
//
// The blocks that people fill in on the sheet Keepable: where one stands, and the cells of a new one.
//
// Shape:   a new block has a row that explains it, its headings, and rows to begin with: for what-ifs an
//          example, for strategies what goes without saying.
// Units:   rows of the sheet from 0.
// Source:  tables/what_if_block.hpp, tables/strategy_rules.hpp.
#pragma once

#include "tables/grid.hpp"
#include "views/plan_answers.hpp"
#include "views/shown_cell.hpp"
#include "views/texts.hpp"

#include <cstdint>
#include <vector>

namespace keepable::views {

enum class OwnBlock : std::uint8_t { kWhatIfs, kStrategies };

// Of its headings; below 0 where the sheet has none.
[[nodiscard]] std::int32_t rowOfBlock(const tables::Grid& sheet, OwnBlock block);

[[nodiscard]] std::vector<ShownCell> newBlock(OwnBlock block, std::int32_t first_row,
                                              const PlanAnswers& answers, const Texts& texts);

} // namespace keepable::views
