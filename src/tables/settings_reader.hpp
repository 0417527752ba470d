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

#include <cstdint>
#include <string_view>
#include <vector>

namespace keepable::tables {

struct SettingsRead {
    planning::PlanSettings settings;
    StatusWords status_words;
    std::vector<RowProblem> problems;
};

// Whether a text is the name of a setting: of the plan ("As of"), or one of the status classes, for
// which a file may have words of its own ("Firm").
enum class SettingName : std::uint8_t { kNone, kOfThePlan, kOfAStatus };
[[nodiscard]] SettingName settingNamed(std::string_view text);

// "Setting" or "Name" beside "Value": a first row that is no setting.
[[nodiscard]] bool isSettingsHeading(std::string_view name, std::string_view value);

// `settings` may be null: then all are defaults.
[[nodiscard]] SettingsRead readSettings(const Grid* settings, const CellReader& reader,
                                        planning::Day today);

} // namespace keepable::tables
