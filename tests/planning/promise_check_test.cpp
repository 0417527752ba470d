// SPDX-License-Identifier: MPL-2.0
// The verdicts and their reasons in worked numbers. Monday is 2026-03-02; a week of 40 h has 8 h on each
// of its working days.
#include "planning/promise_check.hpp"
#include "support/builders.hpp"
#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <stdexcept>

namespace keepable::planning {

void PrintTo(Verdict verdict, std::ostream* out) {
    *out << support::text(verdict);
}
void PrintTo(RefusalReason reason, std::ostream* out) {
    *out << support::text(reason);
}
void PrintTo(Day day, std::ostream* out) {
    *out << isoText(day);
}
void PrintTo(const DaySpan& span, std::ostream* out) {
    *out << isoText(span.first) << " to " << isoText(span.last);
}
void PrintTo(Hours hours, std::ostream* out) {
    *out << decimalText(hours) << " h";
}

namespace {

using support::day;
using support::PlanBuilder;
using support::span;

class PromiseCheck : public testing::Test {
  protected:
    // Two weeks of 40 h.
    PromiseCheck() {
        plan.capacity("Welding", "2026-03-02", 40).capacity("Welding", "2026-03-09", 40);
    }
    PlanReport report() { return checkPromises(plan.input()).report; }
    Verdict verdictOf(DealIndex deal) { return report().verdicts[deal]; }
    Refusal refusalOf(DealIndex deal) {
        const PlanReport checked = report();
        const Refusal* found = checked.refusalOf(deal);
        if (found == nullptr) {
            ADD_FAILURE() << "deal " << deal << " is not refused";
            return {};
        }
        return *found;
    }

    PlanBuilder plan{"2026-03-02"};
};

TEST_F(PromiseCheck, WorkThatFillsTheWeekToTheLastUnitIsKept) {
    const DealIndex deal = plan.firm("Welding", 40, "2026-03-06");
    EXPECT_EQ(verdictOf(deal), Verdict::kKeepable);
    EXPECT_TRUE(report().refusals.empty());
}

TEST_F(PromiseCheck, ATenThousandthOfAnHourTooMuchIsRefused) {
    const DealIndex deal = plan.firm("Welding", 40, "2026-03-06");
    plan.lineOf(deal).left.units += Quantity::kUnitsInOne / 10'000;
    EXPECT_EQ(verdictOf(deal), Verdict::kInfeasible);
    const Refusal refusal = refusalOf(deal);
    EXPECT_EQ(refusal.reason, RefusalReason::kTooLittle);
    EXPECT_EQ(refusal.shortfall, Hours{1});
    EXPECT_EQ(refusal.span, span("2026-03-02", "2026-03-06"));
    EXPECT_EQ(refusal.needed, Hours{400'001});
    EXPECT_EQ(refusal.there, Hours::whole(40));
    EXPECT_EQ(refusal.bottleneck, plan.resource("Welding"));
    EXPECT_EQ(refusal.short_resources, 1U);
}

TEST_F(PromiseCheck, CapacityThatComesLaterDoesNotHelpAnEarlierDeal) {
    const DealIndex early = plan.firm("Welding", 17, "2026-03-03");
    const DealIndex late = plan.firm("Welding", 60, "2026-03-13");
    EXPECT_EQ(verdictOf(early), Verdict::kInfeasible);
    EXPECT_EQ(verdictOf(late), Verdict::kKeepable);
    EXPECT_EQ(refusalOf(early).shortfall, Hours::whole(1));
}

TEST_F(PromiseCheck, CapacityBeforeTheEarliestStartDoesNotHelp) {
    const DealIndex deal = plan.firm("Welding", 17, "2026-03-06");
    plan.lineOf(deal).earliest_start = day("2026-03-05");
    const Refusal refusal = refusalOf(deal);
    EXPECT_EQ(refusal.shortfall, Hours::whole(1));
    EXPECT_EQ(refusal.span, span("2026-03-05", "2026-03-06"));
}

TEST_F(PromiseCheck, ARefusedFirmDealTakesHoursOnTheFirstDateItFits) {
    plan.firm("Welding", 30, "2026-03-06");
    const DealIndex refused = plan.firm("Welding", 20, "2026-03-06");
    const DealIndex hoping = plan.tentative("Welding", 31, "2026-03-13");
    // 10 h of this week and 16 h of Monday and Tuesday are left beside the 30.
    const Refusal refusal = refusalOf(refused);
    EXPECT_EQ(refusal.shortfall, Hours::whole(10));
    EXPECT_EQ(refusal.needed, Hours::whole(50));
    EXPECT_EQ(refusal.there, Hours::whole(40));
    EXPECT_EQ(refusal.placed, day("2026-03-10"));
    // Of 80 h in two weeks 50 are taken.
    EXPECT_EQ(verdictOf(hoping), Verdict::kInfeasible);
    EXPECT_EQ(refusalOf(hoping).shortfall, Hours::whole(1));
    EXPECT_FALSE(refusalOf(hoping).placed.has_value());
}

TEST_F(PromiseCheck, ARefusedFirmDealThatFitsNowhereTakesNothing) {
    const DealIndex refused = plan.firm("Welding", 81, "2026-03-13");
    const DealIndex other = plan.tentative("Welding", 80, "2026-03-13");
    EXPECT_EQ(verdictOf(refused), Verdict::kInfeasible);
    EXPECT_FALSE(refusalOf(refused).placed.has_value());
    EXPECT_EQ(verdictOf(other), Verdict::kKeepable);
}

TEST_F(PromiseCheck, AllAdmissionsGoBeforeAnyPlacement) {
    plan.settings().rank_by = RankBy::kSheetOrder;
    const DealIndex refused = plan.firm("Welding", 41, "2026-03-06");
    const DealIndex later = plan.firm("Welding", 80, "2026-03-13");
    EXPECT_EQ(verdictOf(later), Verdict::kKeepable);
    EXPECT_FALSE(refusalOf(refused).placed.has_value());
}

TEST_F(PromiseCheck, OfTwoTentativeDealsThatFitAloneTheSecondIsAtRisk) {
    const DealIndex first = plan.tentative("Welding", 30, "2026-03-06");
    const DealIndex second = plan.tentative("Welding", 20, "2026-03-06");
    EXPECT_EQ(verdictOf(first), Verdict::kKeepable);
    EXPECT_EQ(verdictOf(second), Verdict::kAtRisk);
    EXPECT_EQ(refusalOf(second).shortfall, Hours::whole(10));
    EXPECT_FALSE(refusalOf(second).placed.has_value());
}

TEST_F(PromiseCheck, ARefusedTentativeDealTakesNoCapacity) {
    const DealIndex too_much = plan.tentative("Welding", 41, "2026-03-06");
    const DealIndex next = plan.tentative("Welding", 40, "2026-03-06");
    EXPECT_EQ(verdictOf(too_much), Verdict::kInfeasible);
    EXPECT_EQ(verdictOf(next), Verdict::kKeepable);
}

TEST_F(PromiseCheck, AFirmDealGoesBeforeATentativeOneThatStandsHigherInTheSheet) {
    const DealIndex tentative = plan.tentative("Welding", 40, "2026-03-06");
    const DealIndex firm = plan.firm("Welding", 40, "2026-03-06");
    EXPECT_EQ(verdictOf(firm), Verdict::kKeepable);
    EXPECT_EQ(verdictOf(tentative), Verdict::kInfeasible);
}

TEST_F(PromiseCheck, AHeldDealBelongsToTheConfirmedSetUntilItsHoldRunsOut) {
    plan.settings().fence_days = 4;
    const DealIndex held = plan.held("Welding", 40, "2026-03-06", "2026-03-02");
    EXPECT_EQ(verdictOf(held), Verdict::kKeepable); // knows no fence
    plan.settings().as_of = day("2026-03-03");
    // Tentative from today: its work may start on Saturday, after it must be done.
    const Refusal refusal = refusalOf(held);
    EXPECT_EQ(refusal.reason, RefusalReason::kEmptyWindow);
    EXPECT_EQ(refusal.shortfall, Hours::whole(40));
}

TEST_F(PromiseCheck, TheFenceKeepsItsDaysForFirmAndHeldDeals) {
    plan.settings().fence_days = 3; // Monday to Wednesday
    const DealIndex tentative = plan.tentative("Welding", 17, "2026-03-06");
    const DealIndex firm = plan.firm("Welding", 24, "2026-03-04");
    EXPECT_EQ(verdictOf(firm), Verdict::kKeepable);
    EXPECT_EQ(verdictOf(tentative), Verdict::kInfeasible);
    EXPECT_EQ(refusalOf(tentative).shortfall, Hours::whole(1));
    EXPECT_EQ(refusalOf(tentative).span, span("2026-03-05", "2026-03-06"));
}

TEST_F(PromiseCheck, WorkAheadLimitsHowEarlyWorkMayStart) {
    plan.settings().work_ahead_days = 1;
    const DealIndex two_days = plan.firm("Welding", 16, "2026-03-06");
    const DealIndex more = plan.firm("Welding", 17, "2026-03-04");
    EXPECT_EQ(verdictOf(two_days), Verdict::kKeepable);
    EXPECT_EQ(verdictOf(more), Verdict::kInfeasible);
    EXPECT_EQ(refusalOf(more).span, span("2026-03-03", "2026-03-04"));
}

TEST_F(PromiseCheck, AnOverdueDealIsRefusedWithoutShortfallAndStillTakesHours) {
    const DealIndex overdue = plan.firm("Welding", 20, "2026-03-01");
    const DealIndex tentative = plan.tentative("Welding", 21, "2026-03-06");
    const Refusal refusal = refusalOf(overdue);
    EXPECT_EQ(refusal.reason, RefusalReason::kOverdue);
    EXPECT_EQ(refusal.shortfall, Hours{});
    EXPECT_EQ(refusal.bottleneck, kNone);
    EXPECT_EQ(refusal.short_resources, 0U);
    EXPECT_EQ(refusal.placed, day("2026-03-04"));
    EXPECT_EQ(refusalOf(tentative).shortfall, Hours::whole(1));
}

TEST_F(PromiseCheck, AnOverdueLineWithNothingLeftIsNoReason) {
    const DealIndex deal = plan.firm("Welding", 0, "2026-03-01");
    plan.andLine("Welding", 8, "2026-03-02");
    EXPECT_EQ(verdictOf(deal), Verdict::kKeepable);
}

TEST_F(PromiseCheck, EveryBillRowMustBeOfferedOnThePromisedDate) {
    BillRow seasonal = plan.row("Welding", 1);
    seasonal.available_from = day("2026-03-05");
    seasonal.available_until = day("2026-03-09");
    plan.item("Boiler", {plan.row("Welding", 1), seasonal});
    const DealIndex before = plan.firm("Boiler", 1, "2026-03-04");
    const DealIndex first = plan.firm("Boiler", 1, "2026-03-05");
    const DealIndex last = plan.firm("Boiler", 1, "2026-03-09");
    const DealIndex after = plan.firm("Boiler", 1, "2026-03-10");
    EXPECT_EQ(refusalOf(before).reason, RefusalReason::kNotOffered);
    EXPECT_EQ(refusalOf(before).shortfall, Hours{});
    EXPECT_EQ(refusalOf(before).bottleneck, kNone);
    EXPECT_EQ(refusalOf(before).placed, day("2026-03-05"));
    EXPECT_EQ(verdictOf(first), Verdict::kKeepable);
    EXPECT_EQ(verdictOf(last), Verdict::kKeepable);
    EXPECT_EQ(refusalOf(after).reason, RefusalReason::kNotOffered);
}

TEST_F(PromiseCheck, OverdueGoesBeforeNotOffered) {
    BillRow later = plan.row("Welding", 1);
    later.available_from = day("2026-03-05");
    plan.item("Boiler", {later});
    const DealIndex deal = plan.firm("Boiler", 1, "2026-03-01");
    EXPECT_EQ(refusalOf(deal).reason, RefusalReason::kOverdue);
}

TEST_F(PromiseCheck, AResourceWithoutCapacityRowMakesTheWholeLoadShort) {
    plan.item("Boiler", {plan.row("Welding", 1), plan.row("Painting", 2)});
    const DealIndex deal = plan.tentative("Boiler", 3, "2026-03-06");
    const Refusal refusal = refusalOf(deal);
    EXPECT_EQ(refusal.reason, RefusalReason::kNoCapacity);
    EXPECT_EQ(refusal.bottleneck, plan.resource("Painting"));
    EXPECT_EQ(refusal.shortfall, Hours::whole(6));
}

TEST_F(PromiseCheck, AResourceWithARowOfZeroHoursHasTooLittle) {
    plan.capacity("Painting", "2026-03-02", 0);
    const DealIndex deal = plan.tentative("Painting", 3, "2026-03-06");
    const Refusal refusal = refusalOf(deal);
    EXPECT_EQ(refusal.reason, RefusalReason::kTooLittle);
    EXPECT_EQ(refusal.shortfall, Hours::whole(3));
    EXPECT_EQ(refusal.there, Hours{});
}

TEST_F(PromiseCheck, ALoadOfZeroHoursIsNeverAReason) {
    plan.item("Boiler", {plan.row("Welding", 1), plan.row("Painting", 0, 30)});
    EXPECT_EQ(verdictOf(plan.firm("Boiler", 8, "2026-03-02")), Verdict::kKeepable);
}

TEST_F(PromiseCheck, AnEmptyWindowMakesTheWholeLoadShort) {
    plan.item("Boiler", {plan.row("Welding", 1, 5)});
    const DealIndex deal = plan.firm("Boiler", 3, "2026-03-06"); // to be done by Sunday the 1st
    const Refusal refusal = refusalOf(deal);
    EXPECT_EQ(refusal.reason, RefusalReason::kEmptyWindow);
    EXPECT_EQ(refusal.bottleneck, plan.resource("Welding"));
    EXPECT_EQ(refusal.shortfall, Hours::whole(3));
    EXPECT_EQ(refusal.placed, day("2026-03-07"));
}

TEST_F(PromiseCheck, TheBottleneckIsTheResourceWithTheLargestShortfall) {
    plan.capacity("Painting", "2026-03-02", 10);
    plan.item("Boiler", {plan.row("Welding", 5), plan.row("Painting", 2)});
    const DealIndex deal = plan.tentative("Boiler", 9, "2026-03-06"); // 45 and 18 h
    const Refusal refusal = refusalOf(deal);
    EXPECT_EQ(refusal.bottleneck, plan.resource("Painting"));
    EXPECT_EQ(refusal.shortfall, Hours::whole(8));
    EXPECT_EQ(refusal.short_resources, 2U);
}

TEST_F(PromiseCheck, EqualShortfallsGoByName) {
    plan.capacity("Assembly", "2026-03-02", 40);
    plan.item("Boiler", {plan.row("Welding", 1), plan.row("Assembly", 1)});
    const DealIndex deal = plan.tentative("Boiler", 50, "2026-03-06");
    EXPECT_EQ(refusalOf(deal).bottleneck, plan.resource("Assembly"));
}

TEST_F(PromiseCheck, TheTightSpanIsTheOneOfLargestExcess) {
    plan.firm("Welding", 16, "2026-03-03");                        // fills Monday and Tuesday
    const DealIndex deal = plan.firm("Welding", 10, "2026-03-04"); // 8 h left until then
    plan.firm("Welding", 8, "2026-03-13");                         // need not be done inside
    const Refusal refusal = refusalOf(deal);
    EXPECT_EQ(refusal.span, span("2026-03-02", "2026-03-04"));
    EXPECT_EQ(refusal.needed, Hours::whole(26));
    EXPECT_EQ(refusal.there, Hours::whole(24));
}

TEST_F(PromiseCheck, OfEqualExcessTheFewestDaysMakeTheTightSpan) {
    // 8 h too much on Friday alone; with Monday to Thursday full it is the same 8 h over the week.
    const DealIndex first = plan.firm("Welding", 32, "2026-03-05");
    const DealIndex deal = plan.firm("Welding", 16, "2026-03-06");
    plan.lineOf(deal).earliest_start = day("2026-03-06");
    EXPECT_EQ(verdictOf(first), Verdict::kKeepable);
    EXPECT_EQ(refusalOf(deal).span, span("2026-03-06", "2026-03-06"));
}

TEST_F(PromiseCheck, LinesOfOneDealAddUpAndAreRefusedTogether) {
    const DealIndex deal = plan.firm("Welding", 20, "2026-03-06");
    plan.andLine("Welding", 21, "2026-03-06");
    const DealIndex next = plan.tentative("Welding", 1, "2026-03-06");
    EXPECT_EQ(verdictOf(deal), Verdict::kInfeasible);
    EXPECT_EQ(refusalOf(deal).shortfall, Hours::whole(1));
    EXPECT_EQ(refusalOf(deal).needed, Hours::whole(41));
    EXPECT_EQ(refusalOf(deal).placed, day("2026-03-09"));
    EXPECT_EQ(verdictOf(next), Verdict::kKeepable);
}

TEST_F(PromiseCheck, ADealIsRefusedForOneResourceAndLeavesTheOthersFree) {
    plan.capacity("Painting", "2026-03-02", 10);
    plan.item("Boiler", {plan.row("Welding", 1), plan.row("Painting", 1)});
    const DealIndex refused = plan.tentative("Boiler", 11, "2026-03-06");
    const DealIndex next = plan.tentative("Welding", 40, "2026-03-06");
    EXPECT_EQ(verdictOf(refused), Verdict::kInfeasible);
    EXPECT_EQ(verdictOf(next), Verdict::kKeepable);
}

TEST_F(PromiseCheck, FixedHoursCountOncePerLineAndNotForALineWithNothingLeft) {
    BillRow setup = plan.row("Welding", 8);
    setup.basis = Basis::kFixed;
    plan.item("Boiler", {setup});
    const DealIndex deal = plan.firm("Boiler", 100, "2026-03-03");
    plan.andLine("Boiler", 7, "2026-03-03").andLine("Boiler", 0, "2026-03-03");
    EXPECT_EQ(verdictOf(deal), Verdict::kKeepable);
    plan.andLine("Boiler", 1, "2026-03-03");
    EXPECT_EQ(refusalOf(deal).shortfall, Hours::whole(8));
}

TEST_F(PromiseCheck, WorkOfABillIsRoundedOncePerLineAndRow) {
    BillRow half_a_unit = plan.row("Welding", 0);
    half_a_unit.hours_per_unit = HoursPerUnit{50'000}; // 0.00005 h
    plan.item("Bolt", {half_a_unit, half_a_unit});
    plan.settings().as_of = day("2026-03-13");
    plan.firm("Welding", 8, "2026-03-13");
    const DealIndex deal = plan.firm("Bolt", 1, "2026-03-13");
    EXPECT_EQ(refusalOf(deal).shortfall, Hours{2});
}

TEST_F(PromiseCheck, WholePeriodsGiveAllTheirHoursToWorkThatTouchesThem) {
    plan.wholePeriods();
    const DealIndex monday = plan.firm("Welding", 40, "2026-03-02");
    const DealIndex next_week = plan.firm("Welding", 41, "2026-03-09");
    EXPECT_EQ(verdictOf(monday), Verdict::kKeepable);
    const Refusal refusal = refusalOf(next_week);
    EXPECT_EQ(refusal.shortfall, Hours::whole(1));
    EXPECT_EQ(refusal.needed, Hours::whole(81));
    EXPECT_EQ(refusal.there, Hours::whole(80));
}

TEST_F(PromiseCheck, WholePeriodsCountHoursOfDaysBeforeAsOf) {
    plan.wholePeriods();
    plan.settings().as_of = day("2026-03-06");
    EXPECT_EQ(verdictOf(plan.firm("Welding", 40, "2026-03-06")), Verdict::kKeepable);
}

TEST_F(PromiseCheck, ClosedGoesBeforeCheckRowAndNeitherTakesCapacity) {
    const DealIndex closed = plan.closed();
    plan.deal(closed).needs_check = true;
    const DealIndex to_check = plan.firm("Welding", 40, "2026-03-06");
    plan.deal(to_check).needs_check = true;
    const DealIndex deal = plan.tentative("Welding", 40, "2026-03-06");
    EXPECT_EQ(verdictOf(closed), Verdict::kClosed);
    EXPECT_EQ(verdictOf(to_check), Verdict::kCheckRow);
    EXPECT_EQ(verdictOf(deal), Verdict::kKeepable);
    EXPECT_EQ(report().rank_order, std::vector<DealIndex>{deal});
    EXPECT_EQ(report().rank_of_deal, (std::vector<std::uint32_t>{kNone, kNone, 0}));
}

TEST_F(PromiseCheck, APlanWithoutDealsIsFine) {
    EXPECT_TRUE(report().verdicts.empty());
    EXPECT_TRUE(report().refusals.empty());
}

TEST_F(PromiseCheck, APlanWithoutCapacityRefusesAllWork) {
    PlanBuilder bare("2026-03-02");
    const DealIndex deal = bare.firm("Welding", 1, "2026-03-06");
    const PlanReport checked = checkPromises(bare.input()).report;
    ASSERT_NE(checked.refusalOf(deal), nullptr);
    EXPECT_EQ(checked.refusalOf(deal)->reason, RefusalReason::kNoCapacity);
    EXPECT_FALSE(checked.refusalOf(deal)->placed.has_value());
}

TEST_F(PromiseCheck, DatesAtTheEndOfTimeAreOrdinaryDates) {
    const DealIndex last = plan.firm("Welding", 80, "9999-12-31");
    const DealIndex first = plan.firm("Welding", 1, "1900-01-01");
    const DealIndex never = plan.tentative("Welding", 1, "2026-03-13");
    plan.lineOf(never).earliest_start = kLastDay;
    EXPECT_EQ(verdictOf(last), Verdict::kKeepable);
    EXPECT_EQ(refusalOf(first).reason, RefusalReason::kOverdue);
    EXPECT_EQ(refusalOf(never).reason, RefusalReason::kEmptyWindow);
}

TEST_F(PromiseCheck, TheLargestAmountsDoNotOverflow) {
    PlanBuilder large("2026-03-02");
    for (int i = 0; i < 50; ++i) {
        large.capacity("Welding", "2026-03-02", 10'000'000);
    }
    DealIndex deal = 0;
    for (int i = 0; i < 51; ++i) {
        deal = large.firm("Welding", 10'000'000, "2026-03-06");
    }
    const PlanReport checked = checkPromises(large.input()).report;
    EXPECT_EQ(checked.count(Verdict::kKeepable), 50U);
    EXPECT_EQ(checked.refusalOf(deal)->needed, Hours::whole(510'000'000));
    EXPECT_EQ(checked.refusalOf(deal)->shortfall, Hours::whole(10'000'000));
}

TEST_F(PromiseCheck, AnIndexOutOfRangeIsOurMistake) {
    plan.firm("Welding", 1, "2026-03-06");
    PlanInput input = plan.input();
    input.lines[0].item = 7;
    EXPECT_THROW((void)checkPromises(input), std::logic_error);
    input = plan.input();
    input.items[0].bill[0].resource = 7;
    EXPECT_THROW((void)checkPromises(input), std::logic_error);
    input = plan.input();
    input.capacity[0].resource = 7;
    EXPECT_THROW((void)checkPromises(input), std::logic_error);
    input = plan.input();
    input.deals[0].line_count = 2;
    EXPECT_THROW((void)checkPromises(input), std::logic_error);
    input = plan.input();
    input.deals.push_back(input.deals[0]); // the same line twice
    EXPECT_THROW((void)checkPromises(input), std::logic_error);
}

} // namespace
} // namespace keepable::planning
