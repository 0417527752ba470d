// SPDX-License-Identifier: MPL-2.0
#include "portfolio/portfolio.hpp"
#include "portfolio/solver_process.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace keepable::portfolio {
namespace {

using planning::CheckedPlan;
using planning::DealIndex;
using planning::Money;
using planning::Probability;
using support::PlanBuilder;

// A week of 40 h of welding.
PlanBuilder weldingWeek() {
    PlanBuilder plan("2026-03-02");
    plan.capacity("Welding", "2026-03-02", 40);
    return plan;
}

DealIndex worth(PlanBuilder& plan, std::int64_t hours, std::int64_t value,
                std::int64_t per_cent = 100) {
    const DealIndex deal = plan.tentative("Welding", hours, "2026-03-06");
    plan.deal(deal).value = Money::whole(value);
    plan.deal(deal).probability = Probability{per_cent * Probability::kUnitsInOne / 100};
    return deal;
}

Portfolio solved(const PlanBuilder& builder, const Question& question = {}) {
    CheckedPlan plan = planning::checkPromises(builder.input());
    SolverProcess solver(KEEPABLE_SOLVER);
    return bestPortfolio(plan, question, &solver, {});
}

std::string wordsOf(const Portfolio& portfolio) {
    std::string words;
    for (const Decision& decision : portfolio.decisions) {
        words += (words.empty() ? "" : " ") + std::string{decisionWord(decision.kind)};
    }
    return words;
}

TEST(Portfolio, TwoSmallDealsTogetherBeatTheOneThatComesFirst) {
    PlanBuilder plan = weldingWeek();
    worth(plan, 30, 100);
    worth(plan, 20, 60);
    worth(plan, 20, 60);
    const Portfolio portfolio = solved(plan, {.most_later_dates = 0});
    EXPECT_EQ(wordsOf(portfolio), "DECLINE KEEP KEEP");
    EXPECT_EQ(portfolio.value, Money::whole(120).units);
    EXPECT_TRUE(portfolio.is_proven);
    EXPECT_EQ(portfolio.gapMillionths(), 0);
}

TEST(Portfolio, FirmAndHeldDealsAreGiven) {
    PlanBuilder plan = weldingWeek();
    plan.firm("Welding", 10, "2026-03-06");
    plan.held("Welding", 10, "2026-03-06", "2026-04-01");
    worth(plan, 30, 100);
    worth(plan, 20, 60);
    const Portfolio portfolio = solved(plan, {.most_later_dates = 0});
    EXPECT_EQ(wordsOf(portfolio), "DECLINE KEEP");
}

TEST(Portfolio, AGoalCanMakeAnotherDealTheBest) {
    PlanBuilder plan = weldingWeek();
    worth(plan, 40, 100, 10);
    worth(plan, 30, 80, 90);
    EXPECT_EQ(wordsOf(solved(plan, {.most_later_dates = 0})), "KEEP DECLINE");
    const Portfolio expected = solved(plan, {.goal = Goal::kExpectedValue, .most_later_dates = 0});
    EXPECT_EQ(wordsOf(expected), "DECLINE KEEP");
    EXPECT_EQ(expected.value, Money::whole(72).units);
    const Portfolio by_hour =
        solved(plan, {.goal = Goal::kValuePerBottleneckHour, .most_later_dates = 0});
    EXPECT_EQ(wordsOf(by_hour), "DECLINE KEEP"); // 2.6667 an hour beat 2.5
    EXPECT_EQ(by_hour.value, 26'667);
}

TEST(Portfolio, ADealThatHasNoRoomInTimeGetsALaterDateThatHas) {
    PlanBuilder plan = weldingWeek();
    plan.capacity("Welding", "2026-03-09", 40);
    const DealIndex first = worth(plan, 30, 100);
    const DealIndex second = worth(plan, 30, 60);
    const Portfolio portfolio = solved(plan);
    ASSERT_EQ(wordsOf(portfolio), "KEEP RE-DATE");
    EXPECT_EQ(portfolio.decisions[0].deal, first);
    EXPECT_EQ(portfolio.decisions[1].date, support::day("2026-03-11"));
    ASSERT_EQ(portfolio.moves.size(), 1U);
    const LineMove move{second, 1, support::day("2026-03-06"), support::day("2026-03-11")};
    EXPECT_EQ(portfolio.moves[0], move);
}

TEST(Portfolio, OnlyTheLinesPromisedBeforeTheNewDateMove) {
    PlanBuilder plan = weldingWeek();
    plan.capacity("Welding", "2026-03-09", 40);
    plan.capacity("Welding", "2026-03-16", 40);
    worth(plan, 30, 100);
    worth(plan, 20, 60);
    plan.andLine("Welding", 10, "2026-03-20");
    const Portfolio portfolio = solved(plan);
    ASSERT_EQ(wordsOf(portfolio), "KEEP RE-DATE");
    for (const LineMove& move : portfolio.moves) {
        EXPECT_EQ(move.line, 1U);
        EXPECT_LT(move.to, support::day("2026-03-20"));
    }
}

TEST(Portfolio, WhatIsOverdueCanOnlyBeReDated) {
    PlanBuilder plan = weldingWeek();
    const DealIndex late = worth(plan, 30, 100);
    plan.lineOf(late).promised = support::day("2026-02-20");
    EXPECT_EQ(wordsOf(solved(plan, {.most_later_dates = 0})), "DECLINE");
    EXPECT_EQ(wordsOf(solved(plan)), "RE-DATE");
}

TEST(Portfolio, WithoutCapacityAllIsDeclinedAndThatIsProven) {
    PlanBuilder plan("2026-03-02");
    worth(plan, 30, 100);
    const Portfolio portfolio = solved(plan);
    EXPECT_EQ(wordsOf(portfolio), "DECLINE");
    EXPECT_TRUE(portfolio.is_proven);
}

TEST(Portfolio, WithoutDealsThereIsNothingToDecide) {
    const Portfolio portfolio = solved(weldingWeek());
    EXPECT_TRUE(portfolio.decisions.empty());
    EXPECT_TRUE(portfolio.is_proven);
}

TEST(Portfolio, WhatIsWorthNothingIsStillKeptWhereItFits) {
    PlanBuilder plan = weldingWeek();
    worth(plan, 30, 100);
    plan.tentative("Welding", 10, "2026-03-06");
    EXPECT_EQ(wordsOf(solved(plan)), "KEEP KEEP");
}

TEST(Portfolio, WithoutTheSolverThereIsAnAnswerWithAGap) {
    PlanBuilder plan = weldingWeek();
    for (int i = 0; i < 8; ++i) {
        worth(plan, 7 + i % 3, 70 + 11 * i);
    }
    CheckedPlan checked = planning::checkPromises(plan.input());
    SolverProcess solver("/nowhere/keepable-solver");
    const Portfolio portfolio = bestPortfolio(checked, {.most_later_dates = 0}, &solver, {});
    EXPECT_EQ(portfolio.end, SolverEnd::kFailed);
    EXPECT_FALSE(portfolio.failure.empty());
    EXPECT_GT(portfolio.value, 0);
    EXPECT_GT(portfolio.gapMillionths(), 0);
    EXPECT_LT(portfolio.gapMillionths(), 300'000);
}

TEST(Portfolio, StoppedBeforeItBeginsItHasTheQuickAnswer) {
    PlanBuilder plan = weldingWeek();
    for (int i = 0; i < 8; ++i) {
        worth(plan, 7 + i % 3, 70 + 11 * i);
    }
    CheckedPlan checked = planning::checkPromises(plan.input());
    SolverProcess solver(KEEPABLE_SOLVER);
    std::stop_source source;
    source.request_stop();
    PortfolioTask task{.stop = source.get_token()};
    int told = 0;
    task.tell = [&](const PortfolioProgress& progress) {
        ++told;
        EXPECT_LE(progress.value, progress.bound);
    };
    const Portfolio portfolio = bestPortfolio(checked, {.most_later_dates = 0}, &solver, task);
    EXPECT_EQ(portfolio.end, SolverEnd::kCancelled);
    EXPECT_GT(portfolio.value, 0);
    EXPECT_EQ(told, 1);
}

TEST(Portfolio, HugeValuesAreRoundedAndNotRefused) {
    PlanBuilder plan = weldingWeek();
    for (int i = 0; i < 3; ++i) {
        plan.deal(worth(plan, 20, 1)).value = Money::whole(90'000'000'000'000 + i);
    }
    const Portfolio portfolio = solved(plan, {.most_later_dates = 0});
    EXPECT_NE(portfolio.end, SolverEnd::kFailed) << portfolio.failure;
    EXPECT_GE(portfolio.value, Money::whole(179'999'999'999'000).units);
}

} // namespace
} // namespace keepable::portfolio
