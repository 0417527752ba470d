// SPDX-License-Identifier: MPL-2.0
#include "tables/items_read.hpp"

#include <gtest/gtest.h>

namespace keepable::tables {
namespace {

TEST(AlternativeTo, AnotherItemLetsTheItemStandInForIt) {
    const ItemsRead result = readItemRows({{"Item", "Resource", "Hours per unit", "Alternative to"},
                                           {"Bought frame", "Goods in", 0.5, "FRAME"},
                                           {"Frame", "Welder", 2},
                                           {"Frame", "Paint", 1},
                                           {"Bought frame", "Paint", 1, "Frame"},
                                           {"Leased frame", "Goods in", 1, "Frame"}});
    EXPECT_EQ(result.problems(), Sentences{});
    EXPECT_EQ(result.bills(),
              (Sentences{"Bought frame: Goods in 0.5 Paint 1",
                         "Frame: Welder 2 Paint 1, or Bought frame, or Leased frame",
                         "Leased frame: Goods in 1"}));
}

TEST(AlternativeTo, AResourceOfTheItemMakesAnItemOfItsOwnThatDealsCanName) {
    ItemsRead result =
        readItemRows({{"Item", "Resource", "Hours per unit", "Basis", "Alternative to"},
                      {"Frame", "Robot", 3, "fixed", "Welder"},
                      {"Frame", "Welder", 2},
                      {"Frame", "Paint", 1},
                      {"Frame", "Robot", 0.5, kEmptyCell, "welder"},
                      {"Frame", "Line 2", 4, kEmptyCell, "Welder"}});
    EXPECT_EQ(result.problems(), Sentences{});
    EXPECT_EQ(result.bills(),
              (Sentences{"Frame: Welder 2 Paint 1, or Frame (Robot), or Frame (Line 2)",
                         "Frame (Robot): Paint 1 Robot 3 fixed Robot 0.5",
                         "Frame (Line 2): Paint 1 Line 2 4"}));
    EXPECT_EQ(result.items.names.find("frame (ROBOT)"), 1U);
}

TEST(AlternativeTo, TheSameResourceForTwoOthersNamesTheSecond) {
    const ItemsRead result = readItemRows({{"Item", "Resource", "Hours per unit", "Alternative to"},
                                           {"Frame", "Welder", 2},
                                           {"Frame", "Paint", 1},
                                           {"Frame", "Robot", 5, "Welder"},
                                           {"Frame", "Robot", 6, "Paint"}});
    EXPECT_EQ(
        result.bills(),
        (Sentences{"Frame: Welder 2 Paint 1, or Frame (Robot), or Frame (Robot for Paint)",
                   "Frame (Robot): Paint 1 Robot 5", "Frame (Robot for Paint): Welder 2 Robot 6"}));
}

TEST(AlternativeTo, NothingThatIsKnownMakesTheRowUnreadable) {
    const ItemsRead result = readItemRows({{"Item", "Resource", "Hours per unit", "Alternative to"},
                                           {"Frame", "Welder", 2},
                                           {"Frame", "Robot", 5, "Welders"},
                                           {"Frame", "Robot", 5, "Frame"},
                                           {"Panel", "Saw", 1, kErrorCell},
                                           {"Panel", "Robot", 1, "Robot"}});
    EXPECT_EQ(result.bills(), (Sentences{"Frame: Welder 2", "Panel:"}));
    EXPECT_EQ(result.items.unreadable_rows, (std::vector<std::int32_t>{3, 5}));
    EXPECT_EQ(
        result.problems(),
        (Sentences{"Items row 3, Alternative to: “Welders” is not another item, or the resource of "
                   "another row of this item",
                   "Items row 4, Alternative to: “Frame” is not another item, or the resource of "
                   "another row of this item",
                   "Items row 5, Alternative to: an error is not the name of an item or resource",
                   "Items row 6, Alternative to: “Robot” is not another item, or the resource of "
                   "another row of this item"}));
}

TEST(AlternativeTo, AnItemThatCannotBePlannedHasNoAlternativeThatCan) {
    const ItemsRead result = readItemRows({{"Item", "Resource", "Hours per unit", "Alternative to"},
                                           {"Frame", "Robot", 5, "Welder"},
                                           {"Frame", "Welder", 2},
                                           {"Frame", "Paint", "much"}});
    EXPECT_EQ(result.items.unreadable_rows, (std::vector<std::int32_t>{4, 4}));
}

TEST(MinimumLot, IsTheLargestOfTheRowsAndNoReasonNotToPlan) {
    const ItemsRead result =
        readItemRows({{"Item", "Resource", "Hours per unit", "Minimum lot", "Alternative to"},
                      {"Frame", "Welder", 2, 5},
                      {"Frame", "Paint", 1, "2.5"},
                      {"Frame", "Robot", 1, kEmptyCell, "Welder"},
                      {"Panel", "Saw", 1, -3},
                      {"Door", "Saw", 1, "some"}});
    EXPECT_EQ(result.bills(),
              (Sentences{"Frame: Welder 2 Paint 1, lot 5, or Frame (Robot)", "Panel: Saw 1",
                         "Door: Saw 1", "Frame (Robot): Paint 1 Robot 1, lot 5"}));
    EXPECT_EQ(result.items.unreadable_rows, (std::vector<std::int32_t>{0, 0, 0, 0}));
    EXPECT_EQ(result.problems(),
              (Sentences{"Items row 5, Minimum lot: “-3” is not a number of at least 0",
                         "Items row 6, Minimum lot: “some” is not a number of at least 0"}));
}

} // namespace
} // namespace keepable::tables
