// SPDX-License-Identifier: MPL-2.0
//
// Reads the items table: which hours of which resources an item takes. Without such a table every
// resource is an item of one hour a unit.
//
// Rule:    an items row that cannot be read is reported, and its item remembers it: the deals of
//          the item cannot be planned.
#pragma once

#include "planning/plan_input.hpp"
#include "tables/cell_value.hpp"
#include "tables/name_list.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace keepable::tables {

// What all bill rows of an item take together; bounded, so that no sum of loads overflows.
struct BillTotals {
    planning::HoursPerUnit variable;
    planning::HoursPerUnit fixed;
};

struct ItemCatalog {
    bool is_from_table = false; // else the items are the resources
    std::string sheet;          // of the items table
    NameList names;
    std::vector<planning::Item> items;
    std::vector<BillTotals> totals; // by item
    std::vector<std::int32_t>
        unreadable_rows; // by item: the first, as shown; 0 where all were read
    std::vector<RowProblem> problems;
};

// Resources that only items name join the list. `table` may be null, or without rows.
[[nodiscard]] ItemCatalog readItems(const Table* table, const CellReader& reader,
                                    NameList& resources);

} // namespace keepable::tables
