// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/headings.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace keepable::tables {
namespace {

// "3: Item@0 Quantity@2", rows and columns of the sheet from 0, or the sentence.
std::string found(TableKind kind, const Grid& grid, const ReadingContext& reading = context()) {
    const auto result = findHeadingRow(kind, grid, reading);
    if (const auto* nothing = std::get_if<NothingToPlanBy>(&result)) {
        return nothing->sentence;
    }
    const auto& heading = std::get<HeadingRow>(result);
    std::string text = std::to_string(heading.row) + ":";
    for (const Column& column : heading.columns) {
        const std::string_view name = canonicalHeading(column.role);
        text += " " + (name.empty() ? isoText(column.period_start) : std::string{name}) + "@" +
                std::to_string(column.column);
    }
    return text;
}

TEST(FindHeadingRow, FindsTheHeadingsInAnyOrderBesideOtherColumns) {
    EXPECT_EQ(found(TableKind::kDeals,
                    gridOf({{"Remark", "promised DATE", "Quantity ", "Item", "Mood", "Owner"}})),
              "0: Promised date@1 Quantity@2 Item@3 Owner@5");
}

TEST(FindHeadingRow, LooksBelowTitlesAndEmptyRows) {
    EXPECT_EQ(found(TableKind::kDeals, gridOf({{"Our deals", "Item"},
                                               {},
                                               {"Item", "Quantity", "Promised date"},
                                               {"Panel", 5, "2026-05-01"}},
                                              10)),
              "12: Item@0 Quantity@1 Promised date@2");
}

TEST(FindHeadingRow, KnowsEveryCanonicalHeading) {
    EXPECT_EQ(
        found(TableKind::kDeals, gridOf({{"Deal", "Customer", "Item", "Quantity", "Promised date",
                                          "Earliest start", "Status", "Probability", "Value",
                                          "Owner", "Priority", "Held until", "Done"}})),
        "0: Deal@0 Customer@1 Item@2 Quantity@3 Promised date@4 Earliest start@5 Status@6 "
        "Probability@7 Value@8 Owner@9 Priority@10 Held until@11 Done@12");
    EXPECT_EQ(found(TableKind::kItems,
                    gridOf({{"Item", "Resource", "Hours per unit", "Basis", "Lead-time offset",
                             "Available from", "Available until"}})),
              "0: Item@0 Resource@1 Hours per unit@2 Basis@3 Lead-time offset@4 Available from@5 "
              "Available until@6");
}

TEST(FindHeadingRow, TakesNoPartOfAHeadingForTheWhole) {
    EXPECT_EQ(found(TableKind::kDeals, gridOf({{"Item no", "Quantity (t)", "Date"}})),
              "Deals, sheet “Sheet1”: no heading row in row 1; expected a row with Item, Quantity "
              "and Promised date.");
}

TEST(FindHeadingRow, NamesTheColumnsThatAreMissing) {
    EXPECT_EQ(found(TableKind::kDeals,
                    gridOf({{"Deals"}, {}, {"Item", "Quantity", "Date"}}, 0, "Pipeline")),
              "Deals, sheet “Pipeline”: the heading row 3 has no column Promised date; a deals "
              "table needs Item, Quantity and Promised date.");
    EXPECT_EQ(found(TableKind::kItems, gridOf({{"Item", "Hours"}})),
              "Items, sheet “Sheet1”: the heading row 1 has no columns Resource and Hours per "
              "unit; an items table needs Item, Resource and Hours per unit.");
}

TEST(FindHeadingRow, ReportsTheRowWithTheMostHeadings) {
    EXPECT_EQ(found(TableKind::kDeals, gridOf({{"Item"}, {"Item", "Deal"}, {"Deal", "Quantity"}})),
              "Deals, sheet “Sheet1”: the heading row 2 has no columns Quantity and Promised date; "
              "a deals table needs Item, Quantity and Promised date.");
}

TEST(FindHeadingRow, SaysWhereItLookedInVain) {
    EXPECT_EQ(found(TableKind::kDeals, gridOf({{"a", 1}, {"b", 2}}, 4)),
              "Deals, sheet “Sheet1”: no heading row in rows 5 to 6; expected a row with Item, "
              "Quantity and Promised date.");
    EXPECT_EQ(found(TableKind::kDeals, gridOf({{}, {" "}}, 0, "")),
              "Deals: the range is empty; expected a row with Item, Quantity and Promised date.");
    EXPECT_EQ(found(TableKind::kItems, Grid{}),
              "Items: the range is empty; expected a row with Item, Resource and Hours per unit.");
}

TEST(FindHeadingRow, SearchesNoMoreThanTheFirstThousandRows) {
    Grid grid = gridOf({{"a", "b", "c"}});
    grid.cells.resize(3 * static_cast<std::size_t>(kHeadingSearchRows));
    for (const char* heading : {"Item", "Quantity", "Promised date"}) {
        grid.cells.push_back(Cell::text(heading));
    }
    EXPECT_EQ(found(TableKind::kDeals, grid),
              "Deals, sheet “Sheet1”: no heading row in rows 1 to 1000; expected a row with Item, "
              "Quantity and Promised date.");
}

TEST(FindHeadingRow, CountsTheFirstOfTwoColumnsAndReportsTheOther) {
    const Table table = tableOf(TableKind::kDeals,
                                gridOf({{}, {"Item", "Quantity", "Promised date", "quantity"}}, 2));
    EXPECT_EQ(table.heading.columns.size(), 3U);
    EXPECT_EQ(sentencesOf(table.heading.problems),
              (Sentences{"Deals row 4, quantity: “quantity” is not a heading that stands only "
                         "once; column B counts, column D does not"}));
}

Sentences headingProblems(Rows rows) {
    return sentencesOf(tableOf(TableKind::kCapacity, rows).heading.problems);
}

TEST(FindHeadingRow, ReadsALongCapacityTable) {
    EXPECT_EQ(
        found(TableKind::kCapacity, gridOf({{"Resource", "Period", "Capacity", "2026-01-05"}})),
        "0: Resource@0 Period@1 Capacity@2");
}

TEST(FindHeadingRow, ReadsAWideCapacityTableWithDatesOfEveryKind) {
    EXPECT_EQ(found(TableKind::kCapacity, gridOf({{"Hours of 2026"},
                                                  {"Resource", "Site", date("2026-01-05"),
                                                   "2026-01-12", "1/19/2026", "Sum", 0.5}})),
              "1: Resource@0 2026-01-05@2 2026-01-12@3 2026-01-19@4");
    EXPECT_EQ(found(TableKind::kCapacity, gridOf({{"Resource", "19.1.2026"}}), germanContext()),
              "0: Resource@0 2026-01-19@1");
}

TEST(FindHeadingRow, KeepsTwoColumnsOfTheSamePeriod) {
    EXPECT_EQ(found(TableKind::kCapacity, gridOf({{"2026-01-05", "Resource", date("2026-01-05")}})),
              "0: 2026-01-05@0 Resource@1 2026-01-05@2");
}

TEST(FindHeadingRow, ReportsHeadingsBetweenPeriodsThatAreNoDates) {
    EXPECT_EQ(
        headingProblems({{"Hours"},
                         {"Resource", "Site", "2026-01-05", "12 Janury", kEmptyCell, "Capacity",
                          kErrorCell, "2026-01-26", "Sum", "Remark"}}),
        (Sentences{"Capacity row 2, column D: “12 Janury” is not a date on which a period starts",
                   "Capacity row 2, column F: “Capacity” is not a date on which a period starts",
                   "Capacity row 2, column G: an error is not a date on which a period starts"}));
}

TEST(FindHeadingRow, ReportsErrorsInAWideHeadingRowWhereverTheyStand) {
    EXPECT_EQ(
        headingProblems({{kErrorCell, "Resource", "2026-01-05", "Sum", kErrorCell}}),
        (Sentences{"Capacity row 1, column A: an error is not a date on which a period starts",
                   "Capacity row 1, column E: an error is not a date on which a period starts"}));
}

TEST(FindHeadingRow, ReportsNoCellOfAWideHeadingRowTwice) {
    EXPECT_EQ(headingProblems({{"2026-01-05", 7, "Resource", "resource", "2026-01-12"}}),
              (Sentences{"Capacity row 1, column B: “7” is not a date on which a period starts",
                         "Capacity row 1, resource: “resource” is not a heading that stands only "
                         "once; column C counts, column D does not"}));
}

TEST(FindHeadingRow, TakesWeekNumbersForNoDates) {
    EXPECT_EQ(found(TableKind::kCapacity, gridOf({{"Resource", 1, 2, 10}})),
              "Capacity, sheet “Sheet1”: the heading row 1 has Resource but no periods; a capacity "
              "table needs Resource, Period and Capacity, or Resource and one column a period "
              "headed by its first day.");
    EXPECT_EQ(headingProblems({{"Resource", 1, date("2026-01-12"), 3}}),
              (Sentences{"Capacity row 1, column B: “1” is not a date on which a period starts",
                         "Capacity row 1, column D: “3” is not a date on which a period starts"}));
}

TEST(FindHeadingRow, TakesNumbersForDatesOfTheYears1990To2199) {
    EXPECT_EQ(found(TableKind::kCapacity,
                    gridOf({{"Resource", date("1989-12-31"), date("1990-01-01"), date("2199-12-31"),
                             date("2200-01-01"), "1989-12-31"}})),
              "0: Resource@0 1990-01-01@2 2199-12-31@3 1989-12-31@5");
    ReadingContext from_1904 = context();
    from_1904.null_date = dayOf("1904-01-01");
    EXPECT_EQ(found(TableKind::kCapacity, gridOf({{"Resource", 31411, 31412}}), from_1904),
              "0: Resource@0 1990-01-01@2");
}

TEST(FindHeadingRow, PrefersARowWithMorePeriodsToATitleWithOneDate) {
    EXPECT_EQ(found(TableKind::kCapacity,
                    gridOf({{"Resource", "2026-01-01"},
                            {},
                            {"Resource", "2026-01-05", "2026-01-12"},
                            {"Resource", "2026-01-05", "2026-01-12", "2026-01-19"}})),
              "2: Resource@0 2026-01-05@1 2026-01-12@2");
}

TEST(FindHeadingRow, KeepsARowWithOnePeriodWhereNoBetterOneIsNear) {
    // Resource in another column, no more periods, or more than ten rows below.
    EXPECT_EQ(found(TableKind::kCapacity, gridOf({{"Resource", "2026-01-05"},
                                                  {"Saw", "Resource", "2026-01-05", "2026-01-12"},
                                                  {"Resource", "2026-01-12"}})),
              "0: Resource@0 2026-01-05@1");
    const auto with_rows_between = [](std::size_t rows) {
        Grid grid = gridOf({{"Resource", "2026-01-05", kEmptyCell}});
        grid.cells.resize(3 * (1 + rows));
        for (const char* heading : {"Resource", "2026-01-05", "2026-01-12"}) {
            grid.cells.push_back(Cell::text(heading));
        }
        return found(TableKind::kCapacity, grid);
    };
    EXPECT_EQ(with_rows_between(9), "10: Resource@0 2026-01-05@1 2026-01-12@2");
    EXPECT_EQ(with_rows_between(10), "0: Resource@0 2026-01-05@1");
}

TEST(FindHeadingRow, SaysThatACapacityTableHasNoPeriods) {
    EXPECT_EQ(found(TableKind::kCapacity, gridOf({{"Resource", "Stage 1", "Stage 2"}})),
              "Capacity, sheet “Sheet1”: the heading row 1 has Resource but no periods; a capacity "
              "table needs Resource, Period and Capacity, or Resource and one column a period "
              "headed by its first day.");
    EXPECT_EQ(found(TableKind::kCapacity, gridOf({{"Resource", "Period"}})),
              "Capacity, sheet “Sheet1”: the heading row 1 has no column Capacity; a capacity "
              "table needs Resource, Period and Capacity, or Resource and one column a period "
              "headed by its first day.");
}

TEST(FindHeadingRow, TakesNoNumberForAHeadingOfDeals) {
    EXPECT_EQ(found(TableKind::kDeals,
                    gridOf({{"Item", "Quantity", date("2026-01-05"), "Promised date"}})),
              "0: Item@0 Quantity@1 Promised date@3");
}

TEST(FindHeadingRow, TakesSheetColumnsFromTheGrid) {
    Grid grid = gridOf({{"Item", "Quantity", "Promised date"}});
    grid.columns = {3, 5, 30};
    EXPECT_EQ(found(TableKind::kDeals, grid), "0: Item@3 Quantity@5 Promised date@30");
}

TEST(FindHeadingRow, IsNotAskedForSettings) {
    EXPECT_THROW(static_cast<void>(findHeadingRow(TableKind::kSettings, Grid{}, context())),
                 std::logic_error);
}

} // namespace
} // namespace keepable::tables
