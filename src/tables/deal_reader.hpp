// SPDX-License-Identifier: MPL-2.0
//
// Reads the deals table: rows with the same key are lines of one deal, wherever they stand.
//
// Shape:   deals in order of first appearance; the open lines of each stand together, closed lines
//          are left out of them; those of closed deals stand apart, by deal. What a deal has once comes from its first line that is not closed; for a
//          closed deal from its first line.
// Rule:    a row without a key is a deal of its own, "row N", and never joins a deal that a user
//          has named so. Totals, repeated headings and titles are no deals (row_kind). A deal with closed lines only is closed whatever problems its rows have.
// Source:  contract section 2.
#pragma once

#include "planning/plan_input.hpp"
#include "tables/cell_value.hpp"
#include "tables/item_reader.hpp"
#include "tables/plan_reader.hpp"
#include "tables/reading_rules.hpp"
#include "tables/status_words.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace keepable::tables {

struct DealsRead {
    std::vector<planning::Deal> deals;
    std::vector<DealText> texts;
    std::vector<planning::Line> lines;
    std::vector<std::int32_t> row_of_line;        // of the sheet, from 0
    std::vector<planning::Quantity> done_of_line; // already delivered
    std::vector<ClosedLine> closed_lines;         // of closed deals
    std::vector<std::string> names;               // of customers and owners; names[0] is empty
    NameIndex index;
    std::vector<planning::DealIndex> deal_of_row; // by row of the table's body
    std::vector<std::int32_t> other_rows;         // totals, repeated headings and titles, as shown
    std::vector<RowProblem> problems;
};

[[nodiscard]] DealsRead readDeals(const Table& table, const CellReader& reader,
                                  const StatusWords& words, ItemCatalog& items,
                                  const ReadingRules& rules = {});

} // namespace keepable::tables
