// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/what_if_block.hpp"

#include <gtest/gtest.h>

#include <variant>

namespace keepable::tables {
namespace {

using planning::Assumption;
using planning::AssumptionKind;
using planning::Hours;
using planning::Quantity;

PlanTables plan() {
    const Table deals =
        tableOf(TableKind::kDeals, {{"Deal", "Item", "Quantity", "Done", "Promised date", "Status"},
                                    {"D1", "Welding", 10, 4, date("2026-05-08"), "open"},
                                    {"D2", "Welding", 10, 0, date("2026-05-08"), "lost"},
                                    {"D3", "Welding", 10, 0, date("2026-05-08"), "open"},
                                    {"D3", "Welding", 5, 0, date("2026-05-15"), "open"}});
    const Table capacity = tableOf(TableKind::kCapacity, {{"Resource", "Period", "Capacity"},
                                                          {"Welding", date("2026-05-04"), 40},
                                                          {"Welding", date("2026-05-11"), 40}});
    return std::get<PlanTables>(readPlan({&deals, &capacity}, context()));
}

WhatIfsRead read(Rows rows) {
    const PlanTables tables = plan();
    const ReadingContext reading = context();
    return readWhatIfs(gridOf(rows), tables, tables.input, reading, CellReader{reading});
}

Sentences problemsOf(const WhatIfsRead& read) {
    Sentences sentences;
    for (const BlockProblem& problem : read.problems) {
        sentences.push_back(problemText(problem));
    }
    return sentences;
}

TEST(WhatIfBlock, IsReadByName) {
    const WhatIfsRead read_all =
        read({{"Remark"},
              {"What if", "Change", "Of", "Value", "From", "Until"},
              {"Overtime", "capacity", "welding", "+10 %", date("2026-05-04"), "2026-05-10"},
              {kEmptyCell, "won", "D1"},
              {"Less", "hours", "Welding", -8},
              {"overtime ", "quantity", "d1", 12},
              {"Less", "date", "D3", date("2026-06-12")},
              {"Less", "lost", "D3"},
              {"In per cent", "Capacity", "Welding", -0.25}});
    EXPECT_EQ(problemsOf(read_all), Sentences{});
    ASSERT_EQ(read_all.what_ifs.size(), 3U);
    const auto& overtime = read_all.what_ifs[0];
    EXPECT_EQ(overtime.name, "Overtime");
    ASSERT_EQ(overtime.assumptions.size(), 3U);
    EXPECT_EQ(overtime.assumptions[0].share.units, 100'000'000);
    EXPECT_EQ(overtime.assumptions[0].periods,
              (planning::DaySpan{dayOf("2026-05-04"), dayOf("2026-05-10")}));
    EXPECT_EQ(overtime.assumptions[1].kind, AssumptionKind::kWon);
    EXPECT_EQ(overtime.assumptions[1].deal, 0U);
    // What is delivered already is no more to do.
    EXPECT_EQ(overtime.assumptions[2].left, Quantity::whole(8));
    const auto& less = read_all.what_ifs[1];
    EXPECT_EQ(less.assumptions[0].hours, Hours{-80'000});
    EXPECT_EQ(less.assumptions[1].date, dayOf("2026-06-12"));
    EXPECT_EQ(less.assumptions[2].kind, AssumptionKind::kLost);
    EXPECT_EQ(read_all.what_ifs[2].assumptions[0].share.units, -250'000'000);
    // All of it can be asked for.
    const PlanTables tables = plan();
    for (const planning::WhatIf& each : read_all.what_ifs) {
        (void)whatIf(tables.input, each);
    }
}

TEST(WhatIfBlock, LeavesOutRowsThatCannotBeRead) {
    const WhatIfsRead some = read({{"What if", "Change", "Of", "Value", "From"},
                                   {kEmptyCell, "won", "D1"},
                                   {"A", "more", "Welding", 1},
                                   {"A", "capacity", "Painting", "10 %"},
                                   {"A", "capacity", "Welding", 10},
                                   {"A", "capacity", "Welding", "ten"},
                                   {"A", "capacity", "Welding", "-110 %"},
                                   {"A", "hours", "Welding", "-41"},
                                   {"A", "hours", "Welding", 1, "May"},
                                   {"A", "hours", "Welding", 1, date("2026-06-01")},
                                   {"A", "won", "D9"},
                                   {"A", "won", "D2"},
                                   {"A", "date", "D1", "soon"},
                                   {"A", "quantity", "D1", 3},
                                   {"A", "quantity", "D3", 3},
                                   {"A", "quantity", "D1", kErrorCell},
                                   {"A", "lost", "D1"}});
    EXPECT_EQ(
        problemsOf(some),
        (Sentences{
            "row 2, What if: an empty cell is not a name",
            "row 3, Change: “more” is not “capacity”, “hours”, “won”, “lost”, “date” or “quantity”",
            "row 4, Of: “Painting” is not the name of a resource",
            "row 5, Value: “10” is not a share such as +10 % or -25 %",
            "row 6, Value: “ten” is not a share such as +10 % or -25 %",
            "row 7, Value: “-110 %” is not a change that leaves every period at least 0 hours",
            "row 8, Value: “-41” is not a change that leaves every period at least 0 hours",
            "row 9, From: “May” is not a date",
            "row 10, Of: “Welding” is not a resource with a period that begins on these days",
            "row 11, Of: “D9” is not a deal",
            "row 12, Of: “D2” is not an open or confirmed deal whose rows can be read",
            "row 13, Value: “soon” is not a date",
            "row 14, Value: “3” is not as much as has been delivered already",
            "row 15, Of: “D3” is not a deal with one open line",
            "row 16, Value: an error is not a number of at least 0"}));
    ASSERT_EQ(some.what_ifs.size(), 1U);
    EXPECT_EQ(some.what_ifs[0].assumptions.size(), 1U);
}

TEST(WhatIfBlock, IsNotThere) {
    EXPECT_TRUE(read({}).what_ifs.empty());
    EXPECT_TRUE(read({{"What if"}, {"A"}}).what_ifs.empty());
}

} // namespace
} // namespace keepable::tables
