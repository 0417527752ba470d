// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/capacity_reader.hpp"

#include <gtest/gtest.h>

namespace keepable::tables {
namespace {

struct Read {
    NameList resources;
    CapacityRead capacity;

    // "Saw 2026-01-05 40.5"
    [[nodiscard]] Sentences entries() const {
        Sentences lines;
        for (const planning::CapacityEntry& entry : capacity.entries) {
            lines.push_back(resources.names()[entry.resource] + " " + isoText(entry.period_start) +
                            " " + decimalText(entry.hours));
        }
        return lines;
    }
    [[nodiscard]] Sentences problems() const { return sentencesOf(capacity.problems); }
};

Read read(Rows rows) {
    Read result;
    const Table table = tableOf(TableKind::kCapacity, rows);
    result.capacity =
        readCapacity(table, CellReader{context()}, result.resources, {context(), context().today});
    return result;
}

TEST(LongCapacity, HasOneRowAResourceAndPeriod) {
    const Read result = read({{"Resource", "Period", "Capacity"},
                              {"Saw", date("2026-01-05"), 40.5},
                              {},
                              {" saw ", "2026-01-12", "1,000"},
                              {"Drill", "1/5/2026", 0},
                              {"Saw", date("2026-01-05"), 8}});
    EXPECT_EQ(result.entries(), (Sentences{"Saw 2026-01-05 40.5", "Saw 2026-01-12 1000",
                                           "Drill 2026-01-05 0", "Saw 2026-01-05 8"}));
    EXPECT_EQ(result.problems(), Sentences{});
}

TEST(LongCapacity, LeavesOutAndReportsWhatItCannotRead) {
    const Read result = read({{"Capacity", "Resource", "Period"},
                              {-1, "Saw", date("2026-01-05")},
                              {kEmptyCell, "Saw", date("2026-01-05")},
                              {40, kEmptyCell, date("2026-01-05")},
                              {40, "Saw", "soon"},
                              {"many", kErrorCell, kEmptyCell},
                              {1e8, "Saw", date("2026-01-05")},
                              {40, "Drill", date("2026-01-05")}});
    EXPECT_EQ(result.entries(), (Sentences{"Drill 2026-01-05 40"}));
    EXPECT_EQ(result.resources.names(), (std::vector<std::string>{"Drill"}));
    EXPECT_EQ(
        result.problems(),
        (Sentences{"Capacity row 2, Capacity: “-1” is not a number of hours of at least 0",
                   "Capacity row 3, Capacity: an empty cell is not a number of hours of at least 0",
                   "Capacity row 4, Resource: an empty cell is not the name of a resource",
                   "Capacity row 5, Period: “soon” is not a date, the first day of a period",
                   "Capacity row 6, Capacity: “many” is not a number of hours of at least 0",
                   "Capacity row 6, Resource: an error is not the name of a resource",
                   "Capacity row 6, Period: an empty cell is not a date, the first day of a period",
                   "Capacity row 7, Capacity: “100000000” is not a number of hours of at most "
                   "10000000"}));
}

TEST(WideCapacity, HasOneColumnAPeriodAndNoHoursInEmptyCells) {
    const Read result = read({{"Resource", "Remark", "2026-01-05", kEmptyCell, date("2026-01-12")},
                              {"Saw", kErrorCell, 40, 1, kEmptyCell},
                              {},
                              {"Drill", "x", kEmptyCell, kEmptyCell, 0.00005}});
    EXPECT_EQ(result.entries(), (Sentences{"Saw 2026-01-05 40", "Saw 2026-01-12 0",
                                           "Drill 2026-01-05 0", "Drill 2026-01-12 0.0001"}));
    EXPECT_EQ(result.problems(), Sentences{});
}

TEST(WideCapacity, TakesATextAloneForANoteOnlyBelowATotal) {
    const Read result = read({{"Resource", date("2026-01-05"), date("2026-01-12")},
                              {"Drill", kEmptyCell, kEmptyCell},
                              {"Saw", 40, 40},
                              {"Total", 40, 40},
                              {"Second week: holiday on Monday", kEmptyCell, kEmptyCell},
                              {"Lathe", 8, kEmptyCell}});
    EXPECT_EQ(result.resources.names(), (std::vector<std::string>{"Drill", "Saw", "Lathe"}));
    EXPECT_EQ(result.problems(), Sentences{});
}

TEST(WideCapacity, ReportsAColumnWhoseHoursAreLost) {
    const Read result =
        read({{"Resource", "2026-01-05", kErrorCell, "2026-01-19"}, {"Saw", 40, 30, -1}});
    EXPECT_EQ(result.entries(), (Sentences{"Saw 2026-01-05 40"}));
    EXPECT_EQ(
        result.problems(),
        (Sentences{"Capacity row 1, column C: an error is not a date on which a period starts",
                   "Capacity row 2, 2026-01-19: “-1” is not a number of hours of at least 0"}));
}

TEST(WideCapacity, LeavesOutSingleCellsItCannotRead) {
    const Read result = read({{"2026-01-05", "Resource", "2026-01-12"},
                              {"x", "Saw", 8},
                              {5, kEmptyCell, kErrorCell},
                              {kErrorCell, "Drill", -1}});
    EXPECT_EQ(result.entries(), (Sentences{"Saw 2026-01-12 8"}));
    EXPECT_EQ(
        result.problems(),
        (Sentences{"Capacity row 2, 2026-01-05: “x” is not a number of hours of at least 0",
                   "Capacity row 3, Resource: an empty cell is not the name of a resource",
                   "Capacity row 3, 2026-01-12: an error is not a number of hours of at least 0",
                   "Capacity row 4, 2026-01-05: an error is not a number of hours of at least 0",
                   "Capacity row 4, 2026-01-12: “-1” is not a number of hours of at least 0"}));
}

TEST(Capacity, NumbersMayNameResources) {
    const Read result = read({{"Resource", "Period", "Capacity"},
                              {4711, date("2026-01-05"), 8},
                              {"4711", date("2026-01-12"), 8}});
    EXPECT_EQ(result.entries(), (Sentences{"4711 2026-01-05 8", "4711 2026-01-12 8"}));
}

TEST(Capacity, OfOneResourceIsBounded) {
    Grid range = gridOf({{"Resource", "Period", "Capacity"}});
    for (int row = 0; row < 10'002; ++row) {
        range.cells.push_back(Cell::text("Saw"));
        range.cells.push_back(date("2026-01-05").cell);
        range.cells.push_back(Cell::number(1e7));
    }
    const Table table = tableOf(TableKind::kCapacity, range);
    NameList resources;
    const CapacityRead capacity =
        readCapacity(table, CellReader{context()}, resources, {context(), context().today});
    EXPECT_EQ(capacity.entries.size(), 10'000U);
    EXPECT_EQ(sentencesOf(capacity.problems),
              (Sentences{"Capacity row 10002, Capacity: “10000000” is not a number that keeps the "
                         "resource's hours at or below 100000000000",
                         "Capacity row 10003, Capacity: “10000000” is not a number that keeps the "
                         "resource's hours at or below 100000000000"}));
}

} // namespace
} // namespace keepable::tables
