// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/capacity_reader.hpp"

#include <gtest/gtest.h>

namespace keepable::tables {
namespace {

// "2: 8 h at 45.5"
Sentences overtimeOf(const CapacityRead& capacity) {
    Sentences lines;
    for (const planning::Overtime& overtime : capacity.overtime) {
        std::string line = std::to_string(overtime.entry) + ":";
        line += overtime.most ? " " + decimalText(*overtime.most) + " h" : " any";
        line += overtime.cost_per_hour ? " at " + decimalText(*overtime.cost_per_hour) : "";
        lines.push_back(line);
    }
    return lines;
}

CapacityRead read(Rows rows) {
    const Table table = tableOf(TableKind::kCapacity, rows);
    NameList resources;
    return readCapacity(table, CellReader{context()}, resources, {context(), context().today});
}

TEST(Overtime, BelongsToTheRowItStandsIn) {
    const CapacityRead capacity =
        read({{"Resource", "Period", "Capacity", "Overtime", "Overtime cost"},
              {"Saw", "2026-01-05", 40, 8, 45.5},
              {"Saw", "2026-01-12", 40},
              {"Saw", "2026-01-19", 40, 0, 45},
              {"Saw", "2026-01-26", 40, 4}});
    EXPECT_EQ(overtimeOf(capacity), (Sentences{"0: 8 h at 45.5", "2: 0 h at 45", "3: 4 h"}));
    EXPECT_TRUE(capacity.overtime_is_limited);
    EXPECT_EQ(sentencesOf(capacity.problems), Sentences{});
}

TEST(Overtime, IsNotLimitedByACostAlone) {
    const CapacityRead capacity = read({{"Resource", "Period", "Capacity", "Overtime cost"},
                                        {"Saw", "2026-01-05", 40, "1,200.25"},
                                        {"Saw", "2026-01-12", 40}});
    EXPECT_EQ(overtimeOf(capacity), (Sentences{"0: any at 1200.25"}));
    EXPECT_FALSE(capacity.overtime_is_limited);
}

TEST(Overtime, OfAWideRowCountsForEachOfItsPeriods) {
    const CapacityRead capacity =
        read({{"Resource", "Overtime", "2026-01-05", "2026-01-12", "Overtime cost"},
              {"Welding", 8, 40, 38, 45},
              {"Painting", "", 30, 30, 20},
              {"Packing", "many", 10, "", ""}});
    EXPECT_EQ(overtimeOf(capacity), (Sentences{"0: 8 h at 45", "1: 8 h at 45"}));
    EXPECT_TRUE(capacity.overtime_is_limited);
    EXPECT_EQ(
        sentencesOf(capacity.problems),
        (Sentences{"Capacity row 4, Overtime: “many” is not a number of hours of at least 0"}));
}

TEST(Overtime, ThatCannotBeReadIsReportedAndCountsAsEmpty) {
    const CapacityRead capacity =
        read({{"Resource", "Period", "Capacity", "Overtime", "Overtime cost"},
              {"Saw", "2026-01-05", 40, -8, 45},
              {"Saw", "2026-01-12", 40, 8, "a lot"},
              {"Saw", "2026-01-19", "many", 8, 45},
              {"Saw", "2026-01-26", 40, kErrorCell, -1}});
    ASSERT_EQ(capacity.entries.size(), 3U);
    EXPECT_EQ(overtimeOf(capacity), (Sentences{"1: 8 h"}));
    EXPECT_EQ(
        sentencesOf(capacity.problems),
        (Sentences{"Capacity row 2, Overtime: “-8” is not a number of hours of at least 0",
                   "Capacity row 3, Overtime cost: “a lot” is not a cost an hour of at least 0",
                   "Capacity row 4, Capacity: “many” is not a number of hours of at least 0",
                   "Capacity row 5, Overtime: an error is not a number of hours of at least 0",
                   "Capacity row 5, Overtime cost: “-1” is not a cost an hour of at least 0"}));
}

TEST(Overtime, IsKnownByItsOtherWordsInLongTables) {
    const CapacityRead capacity =
        read({{"Maschine", "Woche ab", "Kapazität (h)", "Überstunden (h)", "Überstundensatz"},
              {"Saw", date("2026-01-05"), 40, 8, 45},
              {"Saw", date("2026-01-12"), 40, 6, 50}});
    EXPECT_EQ(overtimeOf(capacity), (Sentences{"0: 8 h at 45", "1: 6 h at 50"}));
}

TEST(Overtime, HasTheUnitOfItsRow) {
    const CapacityRead capacity = read({{"Resource", "Period", "Capacity", "Unit", "Overtime"},
                                        {"Saw", "2026-01-05", 5, "days", 1},
                                        {"Saw", "2026-01-12", 40, "hours", 1}});
    EXPECT_EQ(overtimeOf(capacity), (Sentences{"0: 8 h", "1: 1 h"}));
}

} // namespace
} // namespace keepable::tables
