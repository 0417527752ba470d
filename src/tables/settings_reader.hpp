// SPDX-License-Identifier: MPL-2.0
//
// Reads the settings: two columns, name and value, in any order of rows.
//
// Rule:    holidays and the words for a status may be given in several rows and several to a cell,
//          cut by semicolons and line breaks (a status word may hold a comma); of other settings
//          that stand twice the first counts. An empty value is the default.
// Errors:  unknown names and values that cannot be read are reported, and the default is kept.
// Source:  contract section 2.
#pragma once

#include "planning/plan_input.hpp"
#include "tables/cell_value.hpp"
#include "tables/grid.hpp"
#include "tables/row_problem.hpp"
#include "tables/status_words.hpp"

#include <vector>

namespace keepable::tables {

struct SettingsRead {
    planning::PlanSettings settings;
    StatusWords status_words;
    std::vector<RowProblem> problems;
};

// `settings` may be null: then all are defaults.
[[nodiscard]] SettingsRead readSettings(const Grid* settings, const CellReader& reader,
                                        planning::Day today);

} // namespace keepable::tables
