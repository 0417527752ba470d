// SPDX-License-Identifier: MPL-2.0
//
// The buffer that past deliveries suggest for promises of an item: the days by which four of five
// came at most after their first promise. PROMISE_QUOTE adds it where the settings say so.
//
// Shape:   items by name, each with the deliveries it rests on; an item without any has the buffer of
//          all. Nothing at all without the columns First promise and Delivered date.
// Units:   calendar days, never below 0.
// Rule:    every row of the deals that has an item, a first promise and a delivered date counts once,
//          whatever its status. A row that is not delivered yet says nothing: how late it will be
//          nobody knows, so a buffer can be too short while much is overdue. Few deliveries are drawn
//          towards all, as review/reliability.hpp has it.
// Example: deliveries 0, 0, 2, 5 days late of one item and 0, 0, 0, 1, 1, 9 of all others: for 4 of 5
//          the item needs (4 + 4) * 0.8 = 6.4; up to 2 days come 3 + 4 * 8/10 = 6.2, up to 5 days
//          4 + 4 * 9/10 = 7.6: 5 days.
// Source:  the smoothed quantile of review/reliability.hpp (Casella 1985).
#pragma once

#include "review/reliability.hpp"
#include "tables/headings.hpp"
#include "views/texts.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace keepable::views {

struct ItemBuffer {
    review::Name item;
    std::int64_t promises = 0;
    std::int32_t days = 0;
};

struct QuoteBuffers {
    std::vector<ItemBuffer> items;
    std::int64_t promises = 0; // of all items
    std::int32_t days = 0;     // for an item without promises of its own

    [[nodiscard]] std::int32_t daysFor(std::string_view item_key) const;
};

// Whether a row of headings has both dates.
[[nodiscard]] bool hasPastPromises(const tables::Grid& headings,
                                   std::span<const Texts* const> languages);

// `promises` holds the heading row and the columns of promiseColumns() of the same table.
[[nodiscard]] QuoteBuffers quoteBuffers(const tables::Table& deals, const tables::Grid& promises,
                                        const tables::ReadingContext& context,
                                        std::span<const Texts* const> languages);

} // namespace keepable::views
