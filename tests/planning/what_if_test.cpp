// SPDX-License-Identifier: MPL-2.0
#include "planning/promise_check.hpp"
#include "planning/what_if.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace keepable::planning {
namespace {

using support::day;
using support::PlanBuilder;
using support::span;

PlanBuilder twoWeeks() {
    PlanBuilder plan("2026-03-02");
    plan.capacity("Welding", "2026-03-02", 30).capacity("Welding", "2026-03-02", 10);
    plan.capacity("Welding", "2026-03-09", 40).capacity("Milling", "2026-03-02", 40);
    plan.firm("Welding", 44, "2026-03-06");
    return plan;
}

Hours hoursOf(const PlanInput& input, const char* start) {
    Hours hours;
    for (const CapacityEntry& entry : input.capacity) {
        hours += entry.resource == 0 && entry.period_start == day(start) ? entry.hours : Hours{};
    }
    return hours;
}

Assumption capacity(Share share, DaySpan periods = {kFirstDay, kLastDay}) {
    Assumption assumption;
    assumption.kind = AssumptionKind::kCapacityShare;
    assumption.share = share;
    assumption.periods = periods;
    return assumption;
}

Assumption ofDeal(AssumptionKind kind) {
    Assumption assumption;
    assumption.kind = kind;
    return assumption;
}

TEST(WhatIf, ChangesCapacityByAShare) {
    const PlanInput input = twoWeeks().input();
    const PlanInput more = whatIf(input, {"", {capacity({100'000'000})}});
    EXPECT_EQ(hoursOf(more, "2026-03-02"), Hours::whole(44));
    EXPECT_EQ(hoursOf(more, "2026-03-09"), Hours::whole(44));
    EXPECT_EQ(checkPromises(input).report.verdicts[0], Verdict::kInfeasible);
    EXPECT_EQ(checkPromises(more).report.verdicts[0], Verdict::kKeepable);
    const PlanInput second =
        whatIf(input, {"", {capacity({100'000'000}, span("2026-03-03", "2026-03-09"))}});
    EXPECT_EQ(hoursOf(second, "2026-03-02"), Hours::whole(40));
    EXPECT_EQ(hoursOf(second, "2026-03-09"), Hours::whole(44));
    // Less, and one on top of the other.
    const PlanInput less =
        whatIf(input, {"", {capacity({-500'000'000}), capacity({-500'000'000})}});
    EXPECT_EQ(hoursOf(less, "2026-03-02"), Hours::whole(10));
}

TEST(WhatIf, RoundsAShareHalfUpOnceAPeriod) {
    PlanBuilder plan("2026-03-02");
    plan.capacity("Welding", "2026-03-02", 1);
    // 0.00005 h more is rounded up, less is rounded towards more.
    EXPECT_EQ(hoursOf(whatIf(plan.input(), {"", {capacity({50'000})}}), "2026-03-02"),
              Hours{10'001});
    EXPECT_EQ(hoursOf(whatIf(plan.input(), {"", {capacity({-50'000})}}), "2026-03-02"),
              Hours{10'000});
    EXPECT_EQ(hoursOf(whatIf(plan.input(), {"", {capacity({-50'001})}}), "2026-03-02"),
              Hours{9'999});
}

TEST(WhatIf, ChangesCapacityByHoursAPeriod) {
    Assumption hours = ofDeal(AssumptionKind::kCapacityHours);
    hours.hours = Hours::whole(8);
    const PlanInput more = whatIf(twoWeeks().input(), {"", {hours}});
    EXPECT_EQ(hoursOf(more, "2026-03-02"), Hours::whole(48));
    EXPECT_EQ(hoursOf(more, "2026-03-09"), Hours::whole(48));
    EXPECT_EQ(more.resources, twoWeeks().input().resources);
}

TEST(WhatIf, LeavesAllAsItIsWhereAnAssumptionCannotHold) {
    PlanInput input = twoWeeks().input();
    const auto entries = input.capacity.size();
    EXPECT_EQ(assume(input, capacity({-1'100'000'000})), Assumed::kBelowZero);
    EXPECT_EQ(assume(input, capacity({-1'000'000'000})), Assumed::kDone);
    input.capacity.resize(entries);
    EXPECT_EQ(assume(input, capacity({}, span("2026-04-01", "2026-04-30"))), Assumed::kNoPeriod);
    Assumption hours = ofDeal(AssumptionKind::kCapacityHours);
    hours.hours = kMostHours;
    EXPECT_EQ(assume(input, hours), Assumed::kTooMuch);
    EXPECT_EQ(input.capacity.size(), entries);
    EXPECT_THROW((void)whatIf(input, {"", {hours}}), std::logic_error);
    input.deals[0].needs_check = true;
    EXPECT_EQ(assume(input, ofDeal(AssumptionKind::kWon)), Assumed::kNotOpen);
    hours.resource = 9;
    EXPECT_THROW((void)assume(input, hours), std::logic_error);
}

TEST(WhatIf, ChangesDeals) {
    PlanBuilder plan = twoWeeks();
    const DealIndex open = plan.tentative("Welding", 8, "2026-03-13");
    plan.andLine("Welding", 1, "2026-03-12");
    Assumption won = ofDeal(AssumptionKind::kWon);
    won.deal = open;
    EXPECT_EQ(whatIf(plan.input(), {"", {won}}).deals[open].status, DealClass::kFirm);
    Assumption lost = ofDeal(AssumptionKind::kLost);
    lost.deal = open;
    EXPECT_EQ(checkPromises(whatIf(plan.input(), {"", {lost}})).report.verdicts[open],
              Verdict::kClosed);
    Assumption date = ofDeal(AssumptionKind::kDate);
    date.deal = open;
    date.date = day("2026-03-10");
    const PlanInput later = whatIf(plan.input(), {"", {date}});
    for (const Line& line : linesOf(later, open)) {
        EXPECT_EQ(line.promised, day("2026-03-10"));
    }
    Assumption quantity = ofDeal(AssumptionKind::kQuantity);
    quantity.left = Quantity::whole(40);
    const PlanInput smaller = whatIf(plan.input(), {"", {quantity}});
    EXPECT_EQ(checkPromises(smaller).report.verdicts[0], Verdict::kKeepable);
    quantity.deal = open;
    PlanInput input = plan.input();
    EXPECT_EQ(assume(input, quantity), Assumed::kSeveralLines);
    // What is lost is no more to be won.
    EXPECT_EQ(assume(input, lost), Assumed::kDone);
    EXPECT_EQ(assume(input, won), Assumed::kNotOpen);
}

} // namespace
} // namespace keepable::planning
