// SPDX-License-Identifier: MPL-2.0
// Plans written by hand: what each strategy does, and what the run says of it.
#include "proposals/changes.hpp"
#include "proposals/re_promise.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace keepable::proposals {
namespace {

using namespace planning;
using support::day;
using support::PlanBuilder;

// One hour a day on every day of March 2026.
PlanBuilder hourADay() {
    PlanBuilder plan("2026-03-01");
    plan.worksEveryDay().periodDays(31).capacity("Welding", "2026-03-01", 31);
    return plan;
}

RePromise run(const PlanBuilder& plan, const std::vector<Strategy>& strategies) {
    std::vector<DealStrategy> given;
    for (const Strategy strategy : strategies) {
        given.push_back({strategy, 0});
    }
    return rePromise(checkPromises(plan.input()), given).value();
}

const Repromised& rowOf(const RePromise& result, DealIndex deal) {
    return *std::ranges::find(result.deals, deal, &Repromised::deal);
}

std::string text(const RePromise& result, DealIndex deal) {
    static constexpr std::array<const char*, 5> kOutcomes{"earlier", "kept", "later", "exception",
                                                          "no date"};
    const Repromised& row = rowOf(result, deal);
    std::string said = kOutcomes[static_cast<std::size_t>(row.outcome)];
    for (const DateChange& line : row.lines) {
        said += ' ' + isoText(line.to).substr(8);
    }
    return said;
}

TEST(RePromise, ServesStrategiesInTheirOrder) {
    PlanBuilder plan = hourADay();
    const DealIndex lose = plan.tentative("Welding", 2, "2026-03-04");
    const DealIndex fill = plan.tentative("Welding", 2, "2026-03-04");
    const DealIndex redistribute = plan.tentative("Welding", 2, "2026-03-09");
    const DealIndex gain = plan.tentative("Welding", 2, "2026-03-04");
    const DealIndex win = plan.tentative("Welding", 2, "2026-03-04");
    const RePromise result = run(plan, {Strategy::kLose, Strategy::kFill, Strategy::kRedistribute,
                                        Strategy::kGain, Strategy::kWin});
    EXPECT_EQ(text(result, win), "kept 04");
    // Room for two hours up to the 2nd: the work of the winner can wait.
    EXPECT_EQ(text(result, gain), "earlier 02");
    EXPECT_EQ(text(result, redistribute), "earlier 06");
    EXPECT_EQ(text(result, fill), "later 08");
    EXPECT_EQ(text(result, lose), "later 10");
    EXPECT_EQ(result.deals.front().deal, win);
    EXPECT_EQ(result.deals.back().deal, lose);
    EXPECT_EQ(result.after.count(Verdict::kKeepable), 5U);
    EXPECT_EQ(result.count(Outcome::kLater), 2U);
    // Why it moves: what was full when its turn came.
    ASSERT_TRUE(rowOf(result, lose).refusal);
    EXPECT_EQ(rowOf(result, lose).refusal->reason, RefusalReason::kTooLittle);
    EXPECT_EQ(rowOf(result, lose).refusal->shortfall, Hours::whole(2));
    EXPECT_FALSE(rowOf(result, win).refusal);
}

TEST(RePromise, ListsForDecisionWhatMayNotMoveAndDoesNotFit) {
    PlanBuilder plan = hourADay();
    const DealIndex first = plan.tentative("Welding", 4, "2026-03-04");
    const DealIndex second = plan.tentative("Welding", 1, "2026-03-04");
    const RePromise result = run(plan, {Strategy::kWin, Strategy::kGain});
    EXPECT_EQ(text(result, first), "kept 04");
    EXPECT_EQ(text(result, second), "exception 04");
    EXPECT_TRUE(result.changes.isEmpty());
    EXPECT_EQ(rowOf(result, second).refusal->bottleneck, 0U);
    EXPECT_EQ(rowOf(result, second).after, Verdict::kAtRisk);
}

TEST(RePromise, LeavesAloneWhatHasNoDate) {
    PlanBuilder plan = hourADay();
    const DealIndex large = plan.tentative("Welding", 40, "2026-03-20");
    const DealIndex small = plan.tentative("Welding", 1, "2026-03-20");
    const RePromise result = run(plan, {Strategy::kRedistribute, Strategy::kRedistribute});
    EXPECT_EQ(text(result, large), "no date 20");
    EXPECT_EQ(text(result, small), "earlier 01");
}

// Contract 3.5: the work of a refused firm deal will be done all the same, before all open ones.
TEST(RePromise, LeavesRoomForAFirmDealThatIsAnException) {
    PlanBuilder plan = hourADay();
    const DealIndex overdue = plan.firm("Welding", 3, "2026-02-20");
    const DealIndex open = plan.tentative("Welding", 2, "2026-03-20");
    const RePromise result = run(plan, {Strategy::kGain, Strategy::kRedistribute});
    EXPECT_EQ(text(result, overdue), "exception 20");
    EXPECT_EQ(rowOf(result, overdue).refusal->placed, day("2026-03-03"));
    EXPECT_EQ(text(result, open), "earlier 05");
    EXPECT_EQ(result.after.verdicts[open], Verdict::kKeepable);
}

// Only dates are changed: what comes first by rank and cannot move keeps its room, whoever wins.
TEST(RePromise, KeepsWhatTheRankGivesToADealThatMayNotMove) {
    PlanBuilder plan = hourADay();
    const DealIndex ahead = plan.tentative("Welding", 4, "2026-03-04");
    const DealIndex winner = plan.tentative("Welding", 4, "2026-03-04");
    const RePromise result = run(plan, {Strategy::kGain, Strategy::kWin});
    EXPECT_EQ(text(result, ahead), "kept 04");
    EXPECT_EQ(text(result, winner), "exception 04");
}

TEST(RePromise, MovesOnlyTheLinesThatHaveTo) {
    PlanBuilder plan = hourADay();
    plan.tentative("Welding", 4, "2026-03-04");
    const DealIndex two = plan.tentative("Welding", 2, "2026-03-03");
    plan.andLine("Welding", 1, "2026-03-20");
    const RePromise filled = run(plan, {Strategy::kWin, Strategy::kFill});
    EXPECT_EQ(text(filled, two), "later 06 20");
    const RePromise spread = run(plan, {Strategy::kWin, Strategy::kRedistribute});
    EXPECT_EQ(text(spread, two), "later 06 07");
}

TEST(RePromise, EndsWithNothingWhenStopped) {
    PlanBuilder plan = hourADay();
    plan.firm("Welding", 3, "2026-03-20");
    const CheckedPlan checked = checkPromises(plan.input());
    EXPECT_FALSE(rePromise(checked, {{Strategy::kGain, 0}}, [] { return true; }));
    EXPECT_TRUE(rePromise(checked, {{Strategy::kGain, 0}}, [] { return false; }));
    EXPECT_THROW((void)rePromise(checked, {}), std::logic_error);
}

} // namespace
} // namespace keepable::proposals
