// SPDX-License-Identifier: MPL-2.0
//
// Reads the items table: which hours of which resources an item takes. Without such a table every
// resource is an item of one hour a unit.
//
// Rule:    an items row that cannot be read is reported, and its item remembers it: the deals of
//          the item cannot be planned.
//          `Alternative to` names what a row can stand in for. Where it names the resource of another
//          row of the same item, the row is no part of the item but makes one of its own, called
//          "Item (Resource)": the item with this resource in place of the other. It can be written
//          into the Item column of a deal. All rows of an item with the same resource in place of the
//          same other one belong together. Where it names another item, the row's item can stand in
//          for that one as it is; once in any of its rows is enough.
//          `Minimum lot` is the largest of the item's rows; what cannot be read counts as empty.
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
