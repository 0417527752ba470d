// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "tables/builders.hpp"
#include "views/catalog.hpp"
#include "views/target_sheet.hpp"
#include "views/written_sheet.hpp"

#include <gtest/gtest.h>

namespace keepable::views {
namespace {

using enum review::Action;
using review::Figure;
using review::Metric;
using review::SharedTarget;
using review::Side;
using support::BookBuilder;
using support::day;
using support::name;
using support::on;
using tables::date;
using tables::gridOf;
using tables::kEmptyCell;
using tables::kErrorCell;
using Strings = std::vector<std::string>;

review::People people() {
    return review::People{{{name("Ann"), Side::kSales, {}}, {name("Otto"), Side::kOps, {}}}};
}

TargetReading read(const tables::Grid& grid,
                   const tables::ReadingContext& context = tables::context()) {
    return readTargets(grid, context, people(), languages(), english());
}

Strings sentencesOf(const TargetReading& reading) {
    Strings sentences;
    for (const SheetProblem& problem : reading.problems) {
        sentences.push_back(std::to_string(problem.row) + ": " + problem.sentence);
    }
    return sentences;
}

Saying saying() {
    static const tables::TextLocale kLocale = tables::context().locale;
    return {english(), kLocale};
}

// The quarter of a shop, worked out by hand for 2026-03-31, days 2026-01-01 to 2026-03-31 and as many
// before (from 2025-10-03 on):
//
//   deal  value    won         first promise  delivered   now          log
//   A     100,000  2026-02-10  2026-03-10     2026-03-09  closed       kept
//   B      50,000  2026-01-20  2026-03-01     2026-03-05  closed       late
//   C     120,000  2025-11-15  2025-12-20     2025-12-19  closed       kept, before these days
//   D      80,000                                         KEEPABLE     40 h overtime asked for 1,500 on
//                                                                      03-02, 1,000 approved on 03-03
//   E      30,000                                         INFEASIBLE   8 h overtime asked for 700, pending
//   F      none                                           KEEPABLE
//   G      10,000                                         AT RISK      expense of 999 asked for and
//                                                                      approved on 03-04
//
//   keepable value  80,000 (D; F has none)          kept rate  1 of 2 = 50 %
//   revenue growth  (150,000 - 120,000) / 120,000 = 25 %
//   overtime cost   1,000                           open conflicts  2 (E, G)
//   days to settle  (1 + 0) / 2 = 0.5 (D, G)
BookBuilder quarter() {
    BookBuilder house("2026-03-31");
    const auto add = [&](const char* deal, std::int64_t value, planning::Verdict verdict) {
        review::ReviewDeal& made = house.deal(deal, "Acme", "Ann");
        made.verdict = verdict;
        if (value > 0) {
            made.value = planning::Money::whole(value);
        }
    };
    const auto close = [&](const char* deal, std::int64_t value, const char* promised_on,
                           const char* promised, const char* won, const char* delivered) {
        add(deal, value, planning::Verdict::kClosed);
        house.ann(promised_on, deal, kPromised, on(promised));
        house.otto(promised_on, deal, kAgreed);
        house.ann(won, deal, kWon);
        house.otto(delivered, deal, kDelivered);
    };
    close("A", 100'000, "2026-02-01", "2026-03-10", "2026-02-10", "2026-03-09");
    close("B", 50'000, "2026-01-10", "2026-03-01", "2026-01-20", "2026-03-05");
    close("C", 120'000, "2025-11-01", "2025-12-20", "2025-11-15", "2025-12-19");
    add("D", 80'000, planning::Verdict::kKeepable);
    add("E", 30'000, planning::Verdict::kInfeasible);
    add("F", 0, planning::Verdict::kKeepable);
    add("G", 10'000, planning::Verdict::kAtRisk);
    review::Terms overtime = support::hours(40, "Welding");
    overtime.cost = planning::Money::whole(1'500);
    house.ann("2026-03-02", "D", kCapacityRequested, overtime);
    overtime.cost = planning::Money::whole(1'000);
    house.otto("2026-03-03", "D", kCapacityApproved, overtime);
    overtime.cost = planning::Money::whole(700);
    house.ann("2026-03-04", "E", kCapacityRequested, overtime);
    review::Terms expense = support::hours(8, "Welding", review::Means::kExpense);
    expense.cost = planning::Money::whole(999);
    house.ann("2026-03-04", "G", kCapacityRequested, expense);
    house.otto("2026-03-04", "G", kCapacityApproved);
    return house;
}

// As closed deals are in the book: not open.
review::ReviewBook bookOf(BookBuilder& house) {
    review::ReviewBook book = house.book();
    for (std::size_t i = 0; i < 3; ++i) {
        book.deals[i].deal_class = planning::DealClass::kClosed;
    }
    return book;
}

TEST(TargetSheet, EveryMetricStandsWhereItWasWorkedOutByHand) {
    // 90 of 181 days are gone: 49.72 %.
    const TargetReading reading = read(gridOf(
        {{"Metric", "Baseline", "Target", "From", "Due", "Sales owner", "Ops owner", "Actual",
          "Now", "Progress", "Standing"},
         {"keepable value", 60'000, 100'000, date("2026-01-01"), date("2026-06-30"), "Ann", "Otto"},
         {"kept rate", 0.8, "95 %", date("2026-01-01"), date("2026-06-30"), "Ann", "Otto"},
         {"Umsatzwachstum", 0, 0.2, date("2026-01-01"), "2026-06-30", "Ann", "Otto"},
         {"cost per delivered hour", 100, 90, date("2026-01-01"), date("2026-06-30"), "Ann", "Otto",
          94},
         {"overtime cost", 4'000, 2'000, date("2026-01-01"), date("2026-06-30"), "Ann", "Otto"},
         {"open conflicts", 10, 0, date("2026-01-01"), date("2026-06-30"), "Ann", "Otto"},
         {"days to settle", 5, 1, date("2026-01-01"), date("2026-06-30"), "Ann", "Otto"}}));
    EXPECT_EQ(sentencesOf(reading), Strings{});
    BookBuilder house = quarter();
    const auto cells = standingCells(reading, bookOf(house), saying());
    ASSERT_EQ(cells.size(), 21U);
    Strings rows;
    for (std::size_t i = 0; i < cells.size(); i += 3) {
        EXPECT_EQ(cells[i].column, 8);
        EXPECT_EQ(cells[i + 2].column, 10);
        rows.push_back(std::to_string(cells[i].row) + ": " +
                       planning::decimalText(cells[i].value.units, cells[i].value.decimals) + " " +
                       planning::decimalText(cells[i + 1].value.units, 4) + " " +
                       cells[i + 2].value.text);
    }
    EXPECT_EQ(rows, (Strings{"1: 80000 0.5 on track", "2: 0.5 -2 behind", "3: 0.25 1.25 reached",
                             "4: 94 0.6 on track", "5: 1000 1.5 reached", "6: 2 0.8 on track",
                             "7: 0.5 1.125 reached"}));
    EXPECT_EQ(cells[0].value.kind, ValueKind::kNumber);
    EXPECT_EQ(cells[3].value.kind, ValueKind::kShare);
    EXPECT_EQ(cells[4].value.kind, ValueKind::kShare);
}

TEST(TargetSheet, TheExampleFromTheFieldIsReadAsItIsWrittenByPeople) {
    // Operations -10 % cost in support of +20 % revenue next quarter.
    const TargetReading reading = read(
        gridOf({{"Ziele"},
                {"Kennzahl", "Ausgangswert", "Ziel", "Fällig", "Zuständig im Vertrieb",
                 "Zuständig im Betrieb"},
                {"Umsatzwachstum", "0 %", "+20 %", "30.6.2026", "Ann", "Otto"},
                {},
                {"Kosten je gelieferter Stunde", "100,00 €", "90", "30.6.2026", "Ann", "Otto"}},
               3),
        tables::germanContext());
    EXPECT_EQ(sentencesOf(reading), Strings{});
    ASSERT_EQ(reading.targets.size(), 2U);
    EXPECT_EQ(reading.targets[0].target, Figure{2'000});
    EXPECT_EQ(reading.targets[0].due, day("2026-06-30"));
    EXPECT_EQ(reading.targets[1].baseline, Figure::whole(100));
    EXPECT_EQ(reading.targets[1].sheet_row, 8);
    EXPECT_EQ(reading.heading_row, 4);
    BookBuilder house = quarter();
    EXPECT_TRUE(standingCells(reading, bookOf(house), saying()).empty()) << "no columns for them";
}

TEST(TargetSheet, WhatCannotBeReadOrJudgedIsNamed) {
    const TargetReading reading = read(gridOf(
        {{"Metric", "Baseline", "Target", "From", "Due", "Sales owner", "Ops owner", "Now"},
         {"happiness", 1, 2},
         {"kept rate", 0.8, 95, kEmptyCell, date("2026-06-30"), "Ann", "Otto"},
         {"overtime cost", -5, "10 %", kEmptyCell, date("2026-06-30"), "Ann", "Otto"},
         {"open conflicts", 2, kErrorCell, kEmptyCell, "soon", "Ann", "Otto"},
         {"days to settle", 1, 5, date("2026-07-01"), date("2026-06-30"), "Otto", "Ann"},
         {"keepable value", 5, 5, kEmptyCell, date("2026-06-30"), kEmptyCell, "Eve"},
         {"revenue growth", 0.1, "-200 %", kEmptyCell, date("2026-06-30"), "Ann", "Otto"},
         {kEmptyCell, kEmptyCell, kEmptyCell, kEmptyCell, kEmptyCell, kEmptyCell, kEmptyCell, 3},
         {"kept rate", 0.9, 0.8, kEmptyCell, date("2026-06-30"), "Ann", "Otto"}}));
    EXPECT_EQ(
        sentencesOf(reading),
        (Strings{"2: “happiness” is no metric. The metrics are: keepable value, kept rate, revenue "
                 "growth, cost per delivered hour, overtime cost, open conflicts, days to settle.",
                 "3: Target: “95” is no rate. Write 95 % or 0.95.",
                 "3: Baseline, Target and Due are needed to say whether the target is on track.",
                 "4: Baseline: “-5” is no number of at least 0.",
                 "4: Target: “10 %” is no number of at least 0.",
                 "4: Baseline, Target and Due are needed to say whether the target is on track.",
                 "5: Target: “an error” is no number of at least 0.", "5: Due: “soon” is no date.",
                 "5: Baseline, Target and Due are needed to say whether the target is on track.",
                 "6: Due comes before From.",
                 "6: Less is better for days to settle, and the target is above the baseline.",
                 "6: Otto is not of sales.", "6: Ann is not of ops.",
                 "7: Baseline and Target are the same. There is no progress to speak of.",
                 "7: The target has no owner in sales.", "7: Eve is not among the people.",
                 "8: Target: “-200 %” is no rate. Write 95 % or 0.95.",
                 "8: Baseline, Target and Due are needed to say whether the target is on track.",
                 "10: More is better for kept rate, and the target is below the baseline."}));
    EXPECT_EQ(reading.targets.size(), 7U);
    EXPECT_FALSE(read(gridOf({{"Metric", "Value"}})).has_table);
}

TEST(TargetSheet, WhatIsWrittenNewIsReadAgain) {
    SharedTarget growth;
    growth.metric = Metric::kRevenueGrowth;
    growth.baseline = Figure{};
    growth.target = Figure{2'000};
    growth.from = day("2026-01-01");
    growth.due = day("2026-06-30");
    growth.sales_owner = name("Ann");
    growth.ops_owner = name("=Otto");
    growth.sheet_row = 9;
    SharedTarget cost;
    cost.metric = Metric::kCostPerHour;
    cost.baseline = Figure{1'005'000};
    cost.target = Figure::whole(90);
    cost.stated = Figure::whole(94);
    cost.sheet_row = 10;
    const std::vector<SharedTarget> targets{growth, cost};
    for (const Texts* const texts : languages()) {
        support::WrittenSheet sheet;
        for (const ShownCell& cell : newTargetTable(targets, 2, *texts)) {
            sheet.write({{cell.row, cell.column, cell.value}});
        }
        EXPECT_EQ(read(sheet.grid()).targets, targets);
        EXPECT_EQ(read(sheet.grid()).heading_row, 7);
    }
}

} // namespace
} // namespace keepable::views
