// SPDX-License-Identifier: MPL-2.0
//
// How the user, or set up in his name, has said that columns are to be read: rows of the settings
// table, visible and his to change. They go before everything the headings say.
//
//          Deals: Close Date        Promised date, day first
//          Deals: Date [2]          not read
//          Capacity: Machine        Resource
//          Deals: Effort            Quantity, days
//
// Shape:   the name is the table and the heading, [2] the second column with that heading; the value
//          a column's name in contract section 2 and, after commas, how its cells are read: "day
//          first", "month first", "year first"; "hours", "days", "pieces"; "percent", "fraction".
// Rule:    headings match as names do. Where two rows name the same column the first counts.
#pragma once

#include "tables/column.hpp"
#include "tables/grid.hpp"
#include "tables/row_problem.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::tables {

struct ColumnChoice {
    TableKind table = TableKind::kDeals;
    std::string heading;         // foldedName()
    std::int32_t occurrence = 1; // the first column with this heading, the second …
    std::optional<ColumnRole> role;
    ColumnReading reading;
};

inline constexpr std::string_view kNotRead = "not read";

// Whether a setting's name is that of a column: "Deals: Close Date".
[[nodiscard]] bool isColumnChoice(std::string_view name);

// The row of a choice; none when the name is no column's or the value says nothing known.
[[nodiscard]] std::optional<ColumnChoice> columnChoice(std::string_view name,
                                                       std::string_view value);

// All of a settings range. What cannot be read is left out here and reported by readSettings().
[[nodiscard]] std::vector<ColumnChoice> columnChoices(const Grid& settings);

// "Column" beside "Read as": what stands above the choices.
inline constexpr std::string_view kColumnListName = "Column";
inline constexpr std::string_view kColumnListValue = "Read as";
[[nodiscard]] bool isColumnListHeading(std::string_view name, std::string_view value);

// The two cells of a choice.
[[nodiscard]] std::string choiceName(TableKind table, std::string_view heading,
                                     std::int32_t occurrence);
[[nodiscard]] std::string choiceValue(std::optional<ColumnRole> role, const ColumnReading& reading);

} // namespace keepable::tables
