// SPDX-License-Identifier: MPL-2.0
//
// The formulas that keep a table of shared targets up to date: the log read once, in a cell of its own,
// and Now, Progress and Standing of every target by sheet functions.
//
// Rule:    an actual that people state counts before what the function works out; without baseline and
//          target there is no progress.
// Units:   rows and columns from 0. Formulas as XCell.setFormula takes them.
#pragma once

#include "views/target_sheet.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::views {

struct PlacedFormula {
    std::int32_t row = 0;
    std::int32_t column = 0;
    std::string formula;
    bool is_share = false; // shown as per cent

    friend bool operator==(const PlacedFormula&, const PlacedFormula&) = default;
};

// `plan_cell` and `log_cell` as formulas name them: "$Keepable.$B$4".
[[nodiscard]] std::vector<PlacedFormula>
targetFormulas(const TargetReading& reading, std::string_view plan_cell, std::string_view log_cell);

// "=keepable.Promises.log($'Keepable Decisions'.$A:$K)"; `columns` are those to the last one used.
[[nodiscard]] std::string logFormula(std::string_view sheet_reference, std::int32_t columns);

} // namespace keepable::views
