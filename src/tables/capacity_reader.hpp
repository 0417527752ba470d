// SPDX-License-Identifier: MPL-2.0
//
// Reads the capacity table, long (one row a resource and period) or wide (one column a period).
//
// Rule:    what cannot be read is reported and left out. In a wide table an empty cell is a period
//          of zero hours. A resource is known once one of its cells was read.
#pragma once

#include "planning/plan_input.hpp"
#include "tables/cell_value.hpp"
#include "tables/name_list.hpp"

#include <vector>

namespace keepable::tables {

struct CapacityRead {
    std::vector<planning::CapacityEntry> entries;
    std::vector<RowProblem> problems;
};

// The hours of one resource together; more is a row problem.
inline constexpr planning::Hours kMostHoursOfResource = planning::Hours::whole(100'000'000'000);

[[nodiscard]] CapacityRead readCapacity(const Table& table, const CellReader& reader,
                                        NameList& resources);

} // namespace keepable::tables
