// SPDX-License-Identifier: MPL-2.0
#include "tables/items_read.hpp"

#include <gtest/gtest.h>

namespace keepable::tables {
namespace {

TEST(Items, HaveSeveralRows) {
    const ItemsRead result =
        readItemRows({{"Item", "Resource", "Hours per unit", "Basis", "Lead-time offset",
                       "Available from", "Available until"},
                      {"Panel", "SAW", 0.5},
                      {"Door", "Drill", "1,000", "variable", 0},
                      {},
                      {"panel", "Paint shop", 12, "FIXED", 5, date("2026-02-01"), "2026-03-01"}});
    EXPECT_EQ(result.bills(), (Sentences{"Panel: Saw 0.5 Paint shop 12 fixed -5 from 2026-02-01 "
                                         "until 2026-03-01",
                                         "Door: Drill 1000"}));
    EXPECT_EQ(result.resources.names(), (std::vector<std::string>{"Saw", "Drill", "Paint shop"}));
    EXPECT_EQ(result.problems(), Sentences{});
    EXPECT_TRUE(result.items.is_from_table);
}

TEST(Items, KeepAThirdOfAnHourToNineDecimals) {
    EXPECT_EQ(
        readItemRows({{"Item", "Resource", "Hours per unit"}, {"Panel", "Saw", 1.0 / 3}}).bills(),
        (Sentences{"Panel: Saw 0.333333333"}));
}

TEST(Items, RememberTheirFirstRowThatCannotBeRead) {
    const ItemsRead result = readItemRows(
        {{"Item", "Resource", "Hours per unit", "Basis", "Lead-time offset", "Available from"},
         {"Panel", "Saw", 1},
         {"Panel", "Saw", -1},
         {"Panel", "Saw", 1e10},
         {"Door", kEmptyCell, 1},
         {"Gate", "Saw", 1, "weekly"},
         {"Wall", "Saw", 1, kEmptyCell, -2, "soon"},
         {"Roof", kErrorCell, kEmptyCell},
         {kEmptyCell, "Saw", 1},
         {kErrorCell, "Saw", 1},
         {"Floor", "Saw", 1}});
    EXPECT_EQ(result.bills(),
              (Sentences{"Panel: Saw 1", "Door:", "Gate:", "Wall:", "Roof:", "Floor: Saw 1"}));
    EXPECT_EQ(result.items.unreadable_rows, (std::vector<std::int32_t>{3, 5, 6, 7, 8, 0}));
    EXPECT_EQ(result.problems(),
              (Sentences{
                  "Items row 3, Hours per unit: “-1” is not a number of at least 0",
                  "Items row 4, Hours per unit: “10000000000” is not a number of at most "
                  "1000000000",
                  "Items row 5, Resource: an empty cell is not the name of a resource",
                  "Items row 6, Basis: “weekly” is not “variable” or “fixed”",
                  "Items row 7, Lead-time offset: “-2” is not a whole number of days of at least 0",
                  "Items row 7, Available from: “soon” is not a date",
                  "Items row 8, Resource: an error is not the name of a resource",
                  "Items row 8, Hours per unit: an empty cell is not a number of at least 0",
                  "Items row 9, Item: an empty cell is not the name of an item",
                  "Items row 10, Item: an error is not the name of an item"}));
}

TEST(Items, BoundTheHoursOfAllRowsTogether) {
    const ItemsRead result = readItemRows(
        {{"Item", "Resource", "Hours per unit"}, {"Panel", "Saw", 6e8}, {"Panel", "Saw", 6e8}});
    EXPECT_EQ(result.bills(), (Sentences{"Panel: Saw 600000000"}));
    EXPECT_EQ(result.items.unreadable_rows, (std::vector<std::int32_t>{3}));
}

TEST(Items, AreTheResourcesWhereThereIsNoTableOrNoRow) {
    const ItemsRead empty = readItemRows({{"Item", "Resource", "Hours per unit"}, {}, {" "}});
    EXPECT_EQ(empty.bills(), (Sentences{"Saw: Saw 1"}));
    EXPECT_FALSE(empty.items.is_from_table);

    NameList resources;
    resources.findOrAdd("Saw");
    resources.findOrAdd("Drill");
    const ItemCatalog none = readItems(nullptr, CellReader{context()}, resources);
    ASSERT_EQ(none.items.size(), 2U);
    EXPECT_EQ(none.items[1].name, "Drill");
    EXPECT_EQ(none.items[1].bill.at(0).resource, 1U);
    EXPECT_EQ(none.items[1].bill.at(0).hours_per_unit, planning::HoursPerUnit::whole(1));
}

} // namespace
} // namespace keepable::tables
