// SPDX-License-Identifier: MPL-2.0
//
// Reads the rules for a re-promise run, a block of the set-up sheet; the first rule that holds for a
// deal gives its strategy. An empty cell is any.
//
//          Strategy      Status   Customer        Owner   Value from   Value to   Priority
//          win                    Miller & Sons
//          gain          firm                             10000
//          fill          firm                                                     Low
//
// Shape:   rules in the order of their rows. A customer or owner whom no deal names makes a rule that
//          never holds, and is no mistake: the deals may come.
// Errors:  a row with a cell that cannot be read is reported and left out; the rest goes on.
// Source:  issue 5, point 6; strategies are explained in planning/strategy.hpp.
#pragma once

#include "planning/strategy.hpp"
#include "tables/block.hpp"
#include "tables/cell_value.hpp"
#include "tables/plan_reader.hpp"
#include "tables/status_words.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace keepable::tables {

// As they are written; read they may be in any case.
inline constexpr std::array<std::string_view, 7> kStrategyHeadings{
    "Strategy", "Status", "Customer", "Owner", "Value from", "Value to", "Priority"};

struct StrategyRulesRead {
    std::vector<planning::StrategyRule> rules;
    std::vector<std::int32_t> rows; // of the sheet, as shown, from 1: one a rule
    std::vector<BlockProblem> problems;
};

// No rules where the sheet has no such block.
[[nodiscard]] StrategyRulesRead readStrategyRules(const Grid& sheet, const PlanTables& plan,
                                                  const StatusWords& words,
                                                  const CellReader& reader);

// Customer and owner of each deal, as the rules number them.
[[nodiscard]] std::vector<planning::DealParties> partiesOf(const PlanTables& plan);

} // namespace keepable::tables
