// SPDX-License-Identifier: MPL-2.0
//
// Reads the what-ifs, a block of the set-up sheet: what would be different, by name. They are cells,
// so they travel with the file.
//
//          What if           Change     Of        Value        From         Until
//          Overtime in May   capacity   Welding   +10 %        2026-05-01   2026-05-31
//                            won        D17
//                            lost       D18
//          Two more people   hours      Milling   80
//          Later             date       D19       2026-06-12
//                            quantity   D20       120
//
// Rule:    a row without a name belongs to the one above; rows of one name are one what-if, wherever
//          they stand. capacity: a share, as text with % or as a cell in per cent holds it (0.1), from
//          -1 to 1 then. hours: so many in each period; days are read with the setting Hours per day.
//          From and Until hold the first days of the periods, both included; empty: all. quantity is
//          that of the Quantity column, what is delivered already included.
// Shape:   in the order in which names first stand. A what-if all of whose rows are left out is there
//          and empty.
// Errors:  a row with an unknown name or change, a cell that cannot be read, or a result below zero is
//          reported and left out; the rest goes on.
// Source:  issue 5, point 5; what assumptions do is in planning/what_if.hpp.
#pragma once

#include "planning/what_if.hpp"
#include "tables/block.hpp"
#include "tables/cell_value.hpp"
#include "tables/plan_reader.hpp"
#include "tables/text_locale.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace keepable::tables {

// As they are written; read they may be in any case.
inline constexpr std::array<std::string_view, 6> kWhatIfHeadings{"What if", "Change", "Of",
                                                                 "Value",   "From",   "Until"};

struct WhatIfsRead {
    std::vector<planning::WhatIf> what_ifs;
    std::vector<BlockProblem> problems;
};

// `plan` is asked for names and what has been delivered, `input` is the plan's (its owner may have
// taken it out of `plan`). None where the sheet has no such block.
[[nodiscard]] WhatIfsRead readWhatIfs(const Grid& sheet, const PlanTables& plan,
                                      const planning::PlanInput& input,
                                      const ReadingContext& context, const CellReader& reader);

} // namespace keepable::tables
