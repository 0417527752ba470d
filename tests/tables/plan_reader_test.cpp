// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/plan_reader.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace keepable::tables {
namespace {

Table deals() {
    return tableOf(TableKind::kDeals, {{"Deal", "Item", "Quantity", "Promised date", "Owner"},
                                       {"D1", "Panel", 5, "2026-05-01", "Kim"},
                                       {"D2", "Saw", 2, "soon", "Kim"}});
}

Table capacity() {
    return tableOf(
        TableKind::kCapacity,
        {{"Resource", "Period", "Capacity"}, {"Saw", "2026-01-05", 40}, {"Saw", "later", 40}});
}

Table items() {
    return tableOf(TableKind::kItems, {{"Item", "Resource", "Hours per unit"},
                                       {"Panel", "Saw", 0.5},
                                       {"Panel", "Paint shop", 1},
                                       {"Saw", "Saw", "x"}});
}

TEST(ReadPlan, JoinsTheTablesByName) {
    const Table deals_table = deals();
    const Table capacity_table = capacity();
    const Table items_table = items();
    const Grid settings = gridOf({{"As of", "2026-02-01"}, {"Fense", 3}});
    const auto read = readPlan({&deals_table, &capacity_table, &items_table, &settings}, context());
    const auto& plan = std::get<PlanTables>(read);

    EXPECT_EQ(plan.input.resources, (std::vector<std::string>{"Saw", "Paint shop"}));
    EXPECT_EQ(plan.resources.at("paint shop"), 1U);
    EXPECT_EQ(plan.items.at("panel"), 0U);
    EXPECT_EQ(plan.input.items.at(0).bill.size(), 2U);
    EXPECT_EQ(plan.unreadable_item_rows, (std::vector<std::int32_t>{0, 4}));
    EXPECT_EQ(plan.deals.at("d2"), 1U);
    EXPECT_EQ(plan.texts.at(1).name, "D2");
    EXPECT_EQ(plan.names, (std::vector<std::string>{"", "Kim"}));
    EXPECT_EQ(plan.input.lines.size(), 1U);
    EXPECT_EQ(plan.input.capacity.size(), 1U);
    EXPECT_EQ(plan.input.settings.as_of, dayOf("2026-02-01"));
}

TEST(ReadPlan, ListsProblemsByTableRowAndColumn) {
    const Table deals_table = deals();
    const Table capacity_table = capacity();
    const Table items_table = items();
    const Grid settings = gridOf({{"Fense", 3}});
    const auto read = readPlan({&deals_table, &capacity_table, &items_table, &settings}, context());
    EXPECT_EQ(
        sentencesOf(std::get<PlanTables>(read).problems),
        (Sentences{"! Deals row 3, Item: “Saw” is not an item that can be planned: row 4 of "
                   "Items, sheet “Sheet1” could not be read",
                   "! Deals row 3, Promised date: “soon” is not a date",
                   "Capacity row 3, Period: “later” is not a date, the first day of a period",
                   "Items row 4, Hours per unit: “x” is not a number of at least 0",
                   "row 1 of the settings range, Fense: “Fense” is not the name of a setting"}));
}

TEST(ReadPlan, TakesResourcesForItemsWithoutAnItemsTable) {
    const Table deals_table = deals();
    const Table capacity_table = capacity();
    const auto read = readPlan({&deals_table, &capacity_table}, context());
    const auto& plan = std::get<PlanTables>(read);
    ASSERT_EQ(plan.input.items.size(), 1U);
    EXPECT_EQ(plan.input.items[0].name, "Saw");
    EXPECT_EQ(plan.items.at("saw"), 0U);
    EXPECT_TRUE(plan.input.deals[0].needs_check); // Panel is no resource
}

TEST(ReadPlan, HasNothingToPlanByWithoutCapacity) {
    const Table deals_table = deals();
    const auto sentence = [&](Rows rows) {
        const Table table = tableOf(TableKind::kCapacity, rows);
        return std::get<NothingToPlanBy>(readPlan({&deals_table, &table}, context())).sentence;
    };
    EXPECT_EQ(sentence({{"Resource", "Period", "Capacity"}, {"Saw", "soon", -1}}),
              "Capacity, sheet “Sheet1”: no row could be read; the first problem: Capacity row 2, "
              "Period: “soon” is not a date, the first day of a period.");
    EXPECT_EQ(sentence({{}, {"Resource", "Period", "Capacity", "Period"}, {}}),
              "Capacity, sheet “Sheet1”: no rows below the headings in row 2.");
}

TEST(ReadPlan, ReportsDuplicateHeadingsFirst) {
    const Table deals_table =
        tableOf(TableKind::kDeals, {{"Item", "Quantity", "Promised date", "Item"},
                                    {"Saw", "x", "2026-05-01", "Panel"}});
    const Table capacity_table = capacity();
    const auto read = readPlan({&deals_table, &capacity_table}, context());
    const auto& problems = std::get<PlanTables>(read).problems;
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0].row, 1);
    EXPECT_FALSE(problems[0].makes_check_row);
    EXPECT_EQ(problems[0].deal, planning::kNone);
    EXPECT_EQ(problems[1].row, 2);
}

TEST(ReadPlan, WithoutATableIsOurMistake) {
    const Table deals_table = deals();
    const Table capacity_table = capacity();
    EXPECT_THROW(static_cast<void>(readPlan({&deals_table, nullptr}, context())), std::logic_error);
    EXPECT_THROW(static_cast<void>(readPlan({nullptr, &capacity_table}, context())),
                 std::logic_error);
    Table without_item = deals();
    std::erase_if(without_item.heading.columns,
                  [](const Column& column) { return column.role == ColumnRole::kItem; });
    EXPECT_THROW(static_cast<void>(readPlan({&without_item, &capacity_table}, context())),
                 std::logic_error);
}

TEST(DealKey, IsTheSameForANumberAndItsText) {
    EXPECT_EQ(dealKey(Cell::number(17)), "17");
    EXPECT_EQ(dealKey(Cell::text(" 17 ")), "17");
    EXPECT_EQ(dealKey(Cell::number(0.1)), "0.1");
    EXPECT_EQ(dealKey(Cell::number(1e21)), "1000000000000000000000");
    EXPECT_EQ(dealKey(Cell::text("  Ärmel  17")), "ärmel 17");
    EXPECT_EQ(dealKey(Cell{}), "");
    EXPECT_EQ(dealKey(Cell::error()), "");
    EXPECT_EQ(dealKey(Cell::text(" ")), "");
    EXPECT_EQ(dealKey(Cell::number(HUGE_VAL)), "");
}

TEST(NameIndex, FindsViewsWithoutMakingStrings) {
    NameIndex index;
    index.emplace("saw", 3);
    const std::string_view name = "saw";
    EXPECT_EQ(index.find(name)->second, 3U);
}

} // namespace
} // namespace keepable::tables
