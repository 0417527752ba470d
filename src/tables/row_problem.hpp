// SPDX-License-Identifier: MPL-2.0
//
// A cell that could not be read: where, what was seen, what was expected. Readers return records
// and problems side by side; the other rows are still planned.
#pragma once

#include "planning/plan_input.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace keepable::tables {

enum class TableKind : std::uint8_t { kDeals, kCapacity, kItems, kSettings };

struct RowProblem {
    TableKind table = TableKind::kDeals;
    std::string sheet;    // may be empty
    std::int32_t row = 0; // sheet row as shown, from 1; for settings the row of the settings range
    std::string heading; // as it stands in the sheet; the canonical one where the column is missing
    // The cell as text, long text cut; "" for an empty cell, "an error" for an error cell.
    std::string seen;
    std::string expected; // "a number of at least 0"
    planning::DealIndex deal = planning::kNone;
    bool makes_check_row = false; // the deal cannot be planned because of it; never for closed ones

    friend bool operator==(const RowProblem&, const RowProblem&) = default;
};

// "Deals row 17, Quantity: “abc” is not a number of at least 0" and the like, without final stop;
// "row 3 of the settings range, Fence: …" for settings.
[[nodiscard]] std::string problemText(const RowProblem& problem);

// "Deals", "Capacity", "Items", "Settings".
[[nodiscard]] std::string_view tableName(TableKind kind);

// "Deals, sheet “Pipeline”", or "Deals" where the sheet has no name.
[[nodiscard]] std::string tablePlace(TableKind kind, std::string_view sheet);

} // namespace keepable::tables
