// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "views/catalog.hpp"
#include "views/quote_buffer.hpp"

#include <gtest/gtest.h>

namespace keepable::views {
namespace {

using tables::date;
using tables::dayOf;

QuoteBuffers buffersOf(const tables::Grid& sheet) {
    const tables::Table deals = tables::tableOf(tables::TableKind::kDeals, sheet);
    return quoteBuffers(deals, sheet, tables::context(), languages());
}

// The example of the header: Panel 0, 0, 2, 5 days late, all others 0, 0, 0, 1, 1, 9.
TEST(QuoteBuffers, HoldFourOfFivePastDeliveriesDrawnTowardsAll) {
    const tables::AnyCell first = date("2025-03-03");
    const auto late = [](int days) {
        return tables::AnyCell{date("2025-03-03").cell.number() + days};
    };
    const QuoteBuffers buffers = buffersOf(tables::gridOf(
        {{"Deal", "Item", "Quantity", "Promised date", "Status", "First promise", "Delivered date"},
         {"A", "Panel", 1, first, "delivered", first, late(0)},
         {"B", "panel ", 1, first, "delivered", first, late(-3)},
         {"C", "Panel", 1, first, "won", first, late(2)},
         {"D", "Panel", 1, first, "delivered", first, late(5)},
         {"E", "Frame", 1, first, "delivered", first, late(0)},
         {"E", "Frame", 1, first, "delivered", first, late(0)},
         {"F", "Frame", 1, first, "delivered", first, late(0)},
         {"G", "Frame", 1, first, "delivered", first, late(1)},
         {"H", "Frame", 1, first, "delivered", first, late(1)},
         {"I", "Frame", 1, first, "delivered", first, late(9)},
         {"J", "Panel", 1, first, "won", first, ""},
         {"K", "Panel", 1, first, "lost", first, "cancelled"},
         {"L", "Panel", 1, first, "delivered", "", late(40)},
         {"M", "", 1, first, "delivered", first, late(40)}}));
    ASSERT_EQ(buffers.items.size(), 2U);
    // Frame: (count + 4 * share of all) / 10 >= 0.8: up to 1 day 5 + 2.8 = 7.8, up to 2 days 5 + 3.2.
    EXPECT_EQ(buffers.items[0].item.text, "Frame");
    EXPECT_EQ(buffers.items[0].promises, 6);
    EXPECT_EQ(buffers.items[0].days, 2);
    // Panel: of 8 needed 6.4: up to 2 days 3 + 3.2 = 6.2, up to 5 days 4 + 3.6.
    EXPECT_EQ(buffers.items[1].promises, 4);
    EXPECT_EQ(buffers.items[1].days, 5);
    // All: 8 of 10 came up to 2 days late.
    EXPECT_EQ(buffers.promises, 10);
    EXPECT_EQ(buffers.days, 2);
    EXPECT_EQ(buffers.daysFor("panel"), 5);
    EXPECT_EQ(buffers.daysFor("door"), 2) << "as all, without deliveries of its own";
}

TEST(QuoteBuffers, AreNoneWithoutBothDates) {
    const tables::Grid one =
        tables::gridOf({{"Item", "Quantity", "Promised date", "Delivered date"},
                        {"Panel", 1, date("2025-03-03"), date("2025-03-09")}});
    EXPECT_FALSE(hasPastPromises(one, languages()));
    EXPECT_TRUE(buffersOf(one).items.empty());
    EXPECT_EQ(buffersOf(one).daysFor("panel"), 0);
    EXPECT_TRUE(
        hasPastPromises(tables::gridOf({{"Delivered date", "x", "First promise"}}), languages()));
}

} // namespace
} // namespace keepable::views
