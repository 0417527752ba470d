// SPDX-License-Identifier: MPL-2.0
//
// The columns of the deals table that no plan reads and a review does: what the customer asked for,
// what was promised first, and when it was delivered.
//
// Rule:    headings are understood in every language there are texts in; of several with one meaning
//          the first counts.
// Source:  contract section 2.
#pragma once

#include "tables/grid.hpp"
#include "tables/heading_match.hpp"
#include "views/word_table.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace keepable::views {

enum class PromiseColumn : std::uint8_t { kRequested, kFirst, kDelivered };
inline constexpr std::size_t kPromiseColumns = 3;

// The heading as the contract has it.
[[nodiscard]] std::string_view promiseHeading(PromiseColumn column);

// Columns of the grid by PromiseColumn, by the headings in this row of it.
using PromisePlaces = std::array<std::optional<std::int32_t>, kPromiseColumns>;
[[nodiscard]] PromisePlaces promisePlaces(const tables::Grid& cells, std::int32_t heading_row,
                                          std::span<const Texts* const> languages);

// The same, as columns of the sheet and ascending, by the headings in the first row.
[[nodiscard]] std::vector<std::int32_t> promiseColumns(const tables::Grid& headings,
                                                       std::span<const Texts* const> languages);

// Columns of the sheet by PromiseColumn, of headings as set up recognised them.
[[nodiscard]] PromisePlaces promisePlaces(const tables::RowMatch& headings,
                                          std::span<const Texts* const> languages);

} // namespace keepable::views
