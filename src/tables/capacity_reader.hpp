// SPDX-License-Identifier: MPL-2.0
//
// Reads the capacity table in any of its layouts (capacity_layout.hpp): one row a resource and
// period, periods across, resources across, or people by their hours a week.
//
// Rule:    what cannot be read is reported and left out. With periods or resources across an empty
//          cell is a period of zero hours. A resource is known once one of its cells was read. Rows
//          of totals and repeated headings are no resources, nor is a text alone below a total.
//          Periods in cells may be written in every way of period_heading.hpp; one without a year
//          follows the one above it of the same resource.
//          People give their role one entry a week, for the 53 weeks from that of As of on. A day
//          of absence from Monday to Friday takes a fifth of the week.
//          Overtime and its cost an hour belong to the row: to its period in a long table, to each of
//          its periods in a wide one; people and resources across have none. Where there is a column
//          Overtime, a row with an empty cell allows none; what cannot be read counts as empty.
// Units:   days become hours by the hours of a day; hours and pieces are taken as they stand.
#pragma once

#include "planning/plan_input.hpp"
#include "tables/capacity_place.hpp"
#include "tables/cell_value.hpp"
#include "tables/name_list.hpp"

#include <vector>

namespace keepable::tables {

struct CapacityRead {
    std::vector<planning::CapacityEntry> entries;
    std::vector<CapacityPlace> places; // one an entry
    std::vector<planning::Overtime> overtime;
    bool overtime_is_limited = false;
    std::vector<RowProblem> problems;
};

// What reading capacity depends on besides its cells.
struct CapacityReading {
    const ReadingContext& context;
    planning::Day as_of;
};

// The hours of one resource together; more is a row problem.
inline constexpr planning::Hours kMostHoursOfResource = planning::Hours::whole(100'000'000'000);

[[nodiscard]] CapacityRead readCapacity(const Table& table, const CellReader& reader,
                                        NameList& resources, const CapacityReading& reading);

} // namespace keepable::tables
