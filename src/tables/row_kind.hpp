// SPDX-License-Identifier: MPL-2.0
//
// Which rows below the headings of a deals table are deals, and which are there for the reader's
// eye: totals, repeated headings and titles. Those are passed over without a problem.
//
// Rule:    in doubt a row is a deal, so that a deal of which something is missing is reported.
//          Heading: Item, Quantity and Promised date repeat the headings, and so does every other
//          filled cell.
//          Total: no promised date, no other date and no status; the first filled cell or Deal,
//          Customer or Item begins with a word for a total ("Total", "Zwischensumme Nord"), and
//          Deal and Item hold nothing else: no key that another row has, no item that is known. Or
//          there are amounts alone, and they are the sums of the deals since the last total or of
//          all so far, at least two.
//          Title: a text in Deal, Customer or Item alone, at the top or behind an empty row, a total
//          or a heading, straight above a deal or a heading; it names no key that another row has
//          and no known item. One such row may be a deal not filled in yet: so there are two or
//          more of them, or a total ends its rows.
// Source:  contract section 2 knows needed columns; these rows are none of its rows.
#pragma once

#include "tables/cell_value.hpp"
#include "tables/headings.hpp"
#include "tables/item_reader.hpp"

#include <cstdint>
#include <vector>

namespace keepable::tables {

enum class RowKind : std::uint8_t { kDeal, kEmpty, kTotal, kHeading, kTitle };

// By row of the table's body.
[[nodiscard]] std::vector<RowKind> dealRowKinds(const Table& table, const CellReader& reader,
                                                ItemCatalog& items);

} // namespace keepable::tables
