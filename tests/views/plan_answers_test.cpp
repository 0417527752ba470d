// SPDX-License-Identifier: MPL-2.0
#include "views/plan_answers.hpp"
#include "views/plans.hpp"

namespace keepable::views {
namespace {

using planning::Hours;
using planning::Verdict;
using tables::dayOf;

PlanAnswers twoRivals() {
    return answersOf({{"Deal", "Customer", "Item", "Quantity", "Promised date", "Status",
                       "Probability", "Value"},
                      {"A", "Harbour", "Boiler", 30, "2026-01-09", "firm", tables::kEmptyCell, 900},
                      {"B", "Mill", "Boiler", 20, "2026-01-09", "open", 0.5, 100},
                      {tables::kEmptyCell, "Mill", "Frame", 5, "2026-01-16", "lost", 0, 1}});
}

TEST(PlanAnswers, FindsDealsAsTheyStandInCells) {
    const PlanAnswers answers = twoRivals();
    EXPECT_EQ(answers.dealNamed(tables::Cell::text("  b ")), 1U);
    EXPECT_EQ(answers.dealNamed(tables::Cell::text("row 4")), 2U);
    EXPECT_EQ(answers.dealNamed(tables::Cell::text("C")), std::nullopt);
    EXPECT_EQ(answers.dealNamed(tables::Cell{}), std::nullopt);
    EXPECT_EQ(answers.resourceNamed("WELDING"), answers.resourceNamed("Welding"));
    EXPECT_EQ(answers.itemNamed("Bridge"), std::nullopt);
}

TEST(PlanAnswers, KnowTheDealOfARowAndTheRowsOfADeal) {
    const PlanAnswers answers = answersOf({{"Deal", "Item", "Quantity", "Promised date"},
                                           {"A", "Boiler", 3, "2026-01-09"},
                                           {"B", "Boiler", "a few", "2026-01-09"},
                                           {},
                                           {"a", "Boiler", 2, "2026-01-16"}});
    EXPECT_EQ(answers.dealAtRow(1), std::nullopt);
    EXPECT_EQ(answers.dealAtRow(2), 0U);
    EXPECT_EQ(answers.dealAtRow(3), 1U);
    EXPECT_EQ(answers.dealAtRow(4), std::nullopt);
    EXPECT_EQ(answers.dealAtRow(5), 0U);
    EXPECT_EQ(answers.dealAtRow(6), std::nullopt);
    EXPECT_EQ(answers.rowsOf(0), (std::vector{2, 5}));
    EXPECT_EQ(answers.rowsOf(1), (std::vector{3}));
}

TEST(PlanAnswers, OfARefusedDealAgreeWithOneAnother) {
    PlanAnswers answers = twoRivals();
    const auto deal = dealNamed(answers, "B");
    EXPECT_EQ(answers.verdict(deal), Verdict::kInfeasible);
    EXPECT_EQ(answers.shortfall(deal), Hours::whole(10));
    EXPECT_EQ(answers.bottleneck(deal), "Welding");
    EXPECT_EQ(answers.rivals(deal, english()), "A (30 h)");
    EXPECT_EQ(answers.earliest(deal), dayOf("2026-01-13"));
    // Kept, not worked out twice into something else.
    EXPECT_EQ(answers.earliest(deal), dayOf("2026-01-13"));
}

TEST(PlanAnswers, OfAKeptDealLeaveNothingShort) {
    PlanAnswers answers = twoRivals();
    const auto deal = dealNamed(answers, "A");
    EXPECT_EQ(answers.shortfall(deal), Hours{});
    EXPECT_EQ(answers.bottleneck(deal), "");
    EXPECT_EQ(answers.rivals(deal, english()), "");
    EXPECT_EQ(answers.earliest(dealNamed(answers, "row 4")), std::nullopt);
}

TEST(PlanAnswers, QuoteTheFirstDateBesideEverythingKept) {
    PlanAnswers answers = twoRivals();
    const auto boiler = answers.itemNamed("boiler").value();
    // A's 30 h can wait until the days from the 6th on.
    EXPECT_EQ(answers.quote(boiler, planning::Quantity::whole(10), answers.asOf()),
              dayOf("2026-01-06"));
    EXPECT_EQ(answers.quote(boiler, planning::Quantity::whole(10), dayOf("2026-01-14")),
              dayOf("2026-01-14"));
    EXPECT_EQ(answers.quote(boiler, planning::Quantity::whole(51), answers.asOf()), std::nullopt);
}

TEST(PlanAnswers, KnowTheDayToDecideBy) {
    PlanAnswers answers = twoRivals();
    // 30 h until Friday take four days of 8 h; closed and refused deals have nothing to decide.
    EXPECT_EQ(answers.decideBy(dealNamed(answers, "A")), dayOf("2026-01-06"));
    EXPECT_EQ(answers.decideBy(dealNamed(answers, "A")), dayOf("2026-01-06"));
    EXPECT_EQ(answers.decideBy(dealNamed(answers, "B")), std::nullopt);
    EXPECT_EQ(answers.decideBy(dealNamed(answers, "row 4")), std::nullopt);
}

TEST(PlanAnswers, AddUpLoadAndFreeCapacity) {
    PlanAnswers answers = twoRivals();
    const auto welding = answers.resourceNamed("Welding").value();
    const planning::DaySpan week{dayOf("2026-01-05"), dayOf("2026-01-09")};
    EXPECT_EQ(answers.load(welding, week, LoadKind::kConfirmed), Hours::whole(30));
    EXPECT_EQ(answers.load(welding, week, LoadKind::kExposure), Hours::whole(50));
    EXPECT_EQ(answers.load(welding, week, LoadKind::kWeighted), Hours::whole(40));
    EXPECT_EQ(answers.free(welding, week), Hours::whole(10));
}

TEST(PlanAnswers, TableHasARowADealInSheetOrder) {
    PlanAnswers answers = twoRivals();
    const std::vector<PromiseRow> rows = answers.table(english());
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1].deal, "B");
    EXPECT_EQ(rows[1].customer, "Mill");
    EXPECT_EQ(rows[1].deal_class, "tentative");
    EXPECT_EQ(rows[1].verdict, "INFEASIBLE");
    EXPECT_EQ(rows[1].promised, dayOf("2026-01-09"));
    EXPECT_EQ(rows[1].earliest, dayOf("2026-01-13"));
    EXPECT_EQ(rows[1].days_late, 4);
    EXPECT_EQ(rows[1].value, planning::Money::whole(100));
    EXPECT_EQ(rows[0].days_late, 0);
    EXPECT_EQ(rows[2].deal, "row 4");
    EXPECT_EQ(rows[2].verdict, "CLOSED");
    EXPECT_EQ(rows[2].promised, dayOf("2026-01-16"));
    EXPECT_EQ(rows[2].value, planning::Money::whole(1));
    EXPECT_EQ(rows[2].days_late, std::nullopt);
}

} // namespace
} // namespace keepable::views
