// SPDX-License-Identifier: MPL-2.0
//
// From tables to the plan input: the one door between sheets and planning. Reads deals, capacity,
// items and settings, joins them by name, and keeps what planning does not need (customer, owner,
// row) beside.
//
// Shape:   texts has one entry a deal, in the order of input.deals; problems are sorted by table,
//          row and column. Index maps are keyed by foldedName() and by dealKey().
// Errors:  nothing to plan by (no capacity row that can be read) is a sentence; all else is a
//          problem.
// Source:  contract section 2, section 3.3 and the fine print of section 3.
#pragma once

#include "planning/plan_input.hpp"
#include "tables/capacity_place.hpp"
#include "tables/headings.hpp"
#include "tables/row_problem.hpp"
#include "tables/text_locale.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace keepable::tables {

struct DealText {
    std::string name;           // as it stands in the sheet, or "row N"
    std::uint32_t customer = 0; // in PlanTables::names
    std::uint32_t owner = 0;    // in PlanTables::names
    std::int32_t row = 0;       // sheet row of the first line as shown, from 1
    // The earliest date of its open lines that can be read; for a closed deal that of its first.
    std::optional<planning::Day> promised;
};

// A line of a closed deal. No plan reads it, but a review asks which items were promised.
struct ClosedLine {
    planning::DealIndex deal = 0;
    planning::ItemIndex item = 0;

    friend bool operator==(const ClosedLine&, const ClosedLine&) = default;
};

// Transparent, so that a getter can look up a view.
struct NameHash {
    using is_transparent = void;
    using is_avalanching = void; // boost need not mix it again
    std::size_t operator()(std::string_view name) const;
};
using NameIndex = boost::unordered_flat_map<std::string, std::uint32_t, NameHash, std::equal_to<>>;

struct PlanTables {
    planning::PlanInput input;
    std::vector<DealText> texts;
    std::vector<std::string> names; // customers and owners, each once; names[0] is empty
    // The deal of each row below the headings, kNone for rows without one. The first stands for
    // sheet row `first_row`, as shown, from 1.
    std::vector<planning::DealIndex> deal_of_row;
    std::int32_t first_row = 1;
    std::vector<std::int32_t> row_of_line; // of the sheet, from 0: one for each of input.lines
    std::vector<planning::Quantity> done_of_line; // likewise
    // Of the deals all of whose lines are closed, by deal and row; those whose item is known.
    std::vector<ClosedLine> closed_lines;
    std::vector<CapacityPlace> capacity_places; // one for each of input.capacity
    // What a Status cell says of a deal that is lost; empty where the file means something else by it.
    std::string lost_word;
    std::vector<std::int32_t> other_rows; // rows that are no deals but say something, as shown
    NameIndex deals;
    NameIndex items;
    // By item: the first items row that could not be read, as shown from 1; 0 where all were. What
    // such an item takes is not known, so nothing can be said of a further deal in it either.
    std::vector<std::int32_t> unreadable_item_rows;
    NameIndex resources;
    std::vector<RowProblem> problems;
};

struct PlanSources {
    const Table* deals = nullptr;    // needed
    const Table* capacity = nullptr; // needed
    const Table* items = nullptr;
    const Grid* settings = nullptr;
};

[[nodiscard]] std::variant<PlanTables, NothingToPlanBy> readPlan(const PlanSources& sources,
                                                                 const ReadingContext& context);

// A deal's key from a cell of the Deal column or a function's argument: text as foldedName(),
// numbers by their shortest decimal form. Empty for a cell without a key.
[[nodiscard]] std::string dealKey(const Cell& cell);

} // namespace keepable::tables
