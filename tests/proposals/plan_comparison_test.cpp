// SPDX-License-Identifier: MPL-2.0
#include "planning/what_if.hpp"
#include "proposals/plan_comparison.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace keepable::proposals {
namespace {

using namespace planning;
using support::day;
using support::PlanBuilder;

TEST(PlanComparison, SaysWhatBecomesOfWhom) {
    PlanBuilder plan("2026-03-02");
    plan.capacity("Welding", "2026-03-02", 40).capacity("Welding", "2026-03-09", 40);
    const DealIndex late = plan.firm("Welding", 44, "2026-03-06");
    plan.deal(late).value = Money::whole(500);
    const DealIndex kept = plan.tentative("Welding", 8, "2026-03-13");
    plan.deal(kept).value = Money::whole(70);
    const DealIndex without_value = plan.tentative("Welding", 80, "2026-03-06");
    plan.closed();

    CheckedPlan before = checkPromises(plan.input());
    Assumption more;
    more.kind = AssumptionKind::kCapacityShare;
    more.share = {100'000'000};
    CheckedPlan after = checkPromises(whatIf(plan.input(), {"", {more}}));
    const PlanComparison comparison = comparePlans(before, after).value();
    EXPECT_EQ(comparison.before.count(Verdict::kKeepable), 1U);
    EXPECT_EQ(comparison.before.count(Verdict::kInfeasible), 2U);
    EXPECT_EQ(comparison.before.count(Verdict::kClosed), 1U);
    EXPECT_EQ(comparison.before.keepable, Money::whole(70));
    EXPECT_EQ(comparison.before.at_risk, Money::whole(500));
    EXPECT_EQ(comparison.after.count(Verdict::kKeepable), 2U);
    EXPECT_EQ(comparison.after.keepable, Money::whole(570));
    EXPECT_EQ(comparison.after.at_risk, Money{});
    ASSERT_GE(comparison.differences.size(), 2U);
    EXPECT_EQ(comparison.differences[0],
              (PlanDifference{late, Verdict::kInfeasible, Verdict::kKeepable, day("2026-03-09"),
                              day("2026-03-06")}));
    for (const PlanDifference& difference : comparison.differences) {
        EXPECT_NE(difference.deal, without_value); // refused before and after, no date either way
        EXPECT_NE(difference.deal, 3U);
    }
    // A plan is like itself.
    EXPECT_TRUE(comparePlans(before, before).value().differences.empty());
    EXPECT_FALSE(comparePlans(before, after, [] { return true; }));
    PlanBuilder other("2026-03-02");
    CheckedPlan none = checkPromises(other.input());
    EXPECT_THROW((void)comparePlans(before, none), std::logic_error);
}

} // namespace
} // namespace keepable::proposals
