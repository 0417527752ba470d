// SPDX-License-Identifier: MPL-2.0
// Monday is 2026-03-02; a week of 40 h has 8 h on each of its working days.
#include "planning/load_profile.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <string>

namespace keepable::planning {
namespace {

using support::day;
using support::PlanBuilder;
using support::span;

class LoadOfAResource : public testing::Test {
  protected:
    LoadOfAResource() { plan.capacity("Welding", "2026-03-02", 40); }

    LoadProfile profile(std::string_view resource = "Welding") {
        const ResourceIndex index = plan.resource(resource);
        CheckedPlan checked = checkPromises(plan.input());
        return loadProfile(checked, index);
    }
    // Monday to Friday.
    static std::string weekText(const DayTotals& totals) {
        std::string text;
        for (Day each = day("2026-03-02"); each <= day("2026-03-06"); each = each + 1) {
            text += (text.empty() ? "" : " ") + decimalText(totals.within({each, each}));
        }
        return text;
    }

    PlanBuilder plan{"2026-03-02"};
};

TEST_F(LoadOfAResource, LiesWhereEarliestDueFirstPutsIt) {
    const DealIndex late = plan.firm("Welding", 20, "2026-03-06");
    const DealIndex early = plan.tentative("Welding", 10, "2026-03-04");
    plan.deal(late).probability = Probability{100'000'000}; // without meaning: it is firm
    plan.deal(early).probability = Probability{500'000'000};
    const LoadProfile load = profile();
    EXPECT_EQ(weekText(load.capacity), "8 8 8 8 8");
    EXPECT_EQ(weekText(load.confirmed), "8 8 4 0 0");
    EXPECT_EQ(weekText(load.exposure), "8 8 8 6 0");
    EXPECT_EQ(weekText(load.exposure_kept), "8 8 8 6 0");
    // The tentative deal is done on Monday and, with 2 h, on Tuesday.
    EXPECT_EQ(weekText(load.weighted), "4 7 8 6 0");
}

TEST_F(LoadOfAResource, StartsWhenTheWorkMay) {
    const DealIndex deal = plan.firm("Welding", 10, "2026-03-06");
    plan.lineOf(deal).earliest_start = day("2026-03-04");
    EXPECT_EQ(weekText(profile().confirmed), "0 0 8 2 0");
}

TEST_F(LoadOfAResource, OfEqualDueDatesTheBetterRankGoesFirst) {
    const DealIndex second = plan.tentative("Welding", 8, "2026-03-06");
    const DealIndex first = plan.firm("Welding", 8, "2026-03-06");
    plan.deal(second).probability = Probability{250'000'000};
    EXPECT_EQ(weekText(profile().weighted), "8 2 0 0 0");
    EXPECT_EQ(first, 1U);
}

TEST_F(LoadOfAResource, RefusedTentativeWorkStandsOnItsLastDay) {
    plan.firm("Welding", 8, "2026-03-06");
    const DealIndex refused = plan.tentative("Welding", 100, "2026-03-05");
    plan.deal(refused).probability = Probability{500'000'000};
    const LoadProfile load = profile();
    EXPECT_EQ(weekText(load.exposure), "8 0 0 100 0");
    EXPECT_EQ(weekText(load.exposure_kept), "8 0 0 0 0");
    EXPECT_EQ(weekText(load.confirmed), "8 0 0 0 0");
    EXPECT_EQ(weekText(load.weighted), "8 0 0 50 0");
}

TEST_F(LoadOfAResource, RefusedWorkWithAnEmptyWindowStandsThereToo) {
    plan.tentative("Welding", 5, "2026-02-27");
    const LoadProfile load = profile();
    EXPECT_EQ(load.exposure.within(span("2026-02-27", "2026-02-27")), Hours::whole(5));
    EXPECT_EQ(weekText(load.exposure), "0 0 0 0 0");
}

TEST_F(LoadOfAResource, RefusedFirmWorkStandsWhereItWasPlaced) {
    plan.firm("Welding", 8, "2026-03-02");
    plan.firm("Welding", 12, "2026-03-02"); // placed on Wednesday
    EXPECT_EQ(weekText(profile().confirmed), "8 8 4 0 0");
    EXPECT_EQ(weekText(profile().exposure), "8 8 4 0 0");
}

TEST_F(LoadOfAResource, UnplacedFirmWorkIsNowhere) {
    plan.firm("Welding", 41, "2026-03-06");
    EXPECT_EQ(weekText(profile().confirmed), "0 0 0 0 0");
    EXPECT_EQ(weekText(profile().exposure), "0 0 0 0 0");
}

TEST_F(LoadOfAResource, ATentativeDealWithoutProbabilityCountsInFull) {
    plan.tentative("Welding", 8, "2026-03-06");
    EXPECT_EQ(weekText(profile().weighted), "8 0 0 0 0");
}

TEST_F(LoadOfAResource, WithoutCapacityHoldsItsRefusedWorkAlone) {
    plan.tentative("Painting", 3, "2026-03-04");
    const LoadProfile load = profile("Painting");
    EXPECT_EQ(weekText(load.capacity), "0 0 0 0 0");
    EXPECT_EQ(weekText(load.exposure), "0 0 3 0 0");
    EXPECT_EQ(weekText(load.exposure_kept), "0 0 0 0 0");
}

TEST_F(LoadOfAResource, OfWholePeriodsIsAllThere) {
    plan.wholePeriods();
    plan.capacity("Welding", "2026-03-09", 40);
    plan.firm("Welding", 33, "2026-03-02");
    plan.tentative("Welding", 30, "2026-03-10");
    const LoadProfile load = profile();
    const DaySpan all = span("2026-03-02", "2026-03-15");
    EXPECT_EQ(load.capacity.within(all), Hours::whole(80));
    EXPECT_EQ(load.confirmed.within(all), Hours::whole(33));
    EXPECT_EQ(load.exposure.within(all), Hours::whole(63));
}

TEST_F(LoadOfAResource, ListsTheDealsOfASpanMostHoursFirst) {
    const DealIndex late = plan.firm("Welding", 20, "2026-03-06");
    const DealIndex early = plan.tentative("Welding", 10, "2026-03-04");
    const DealIndex refused = plan.tentative("Welding", 30, "2026-03-03");
    plan.deal(early).probability = Probability{500'000'000};
    EXPECT_EQ(refused, 2U);
    const ResourceIndex welding = plan.resource("Welding");
    CheckedPlan checked = checkPromises(plan.input());
    const DaySpan days = span("2026-03-03", "2026-03-04");
    const auto text = [&](LoadKind kind) {
        std::string list;
        for (const DealHours& deal : dealsWithin(checked, welding, days, kind)) {
            list += std::to_string(deal.deal) + ":" + decimalText(deal.hours) + " ";
        }
        return list;
    };
    EXPECT_EQ(late, 0U);
    EXPECT_EQ(text(LoadKind::kConfirmed), "0:12 ");
    EXPECT_EQ(text(LoadKind::kExposure), "2:30 0:14 1:2 ");
    EXPECT_EQ(text(LoadKind::kWeighted), "2:30 0:14 1:1 ");
}

TEST(DayTotals, AddUpOverAnySpan) {
    DayTotals totals;
    totals.add(day("2026-03-04"), Hours::whole(4));
    totals.add(day("2026-03-02"), Hours::whole(2));
    totals.add(day("2026-03-04"), Hours::whole(1));
    totals.finish();
    EXPECT_EQ(totals.within(span("2026-03-02", "2026-03-04")), Hours::whole(7));
    EXPECT_EQ(totals.within(span("2026-03-03", "2026-03-31")), Hours::whole(5));
    EXPECT_EQ(totals.within(span("2026-03-03", "2026-03-03")), Hours{});
    EXPECT_EQ(totals.within(span("2026-03-05", "2026-03-31")), Hours{});
    EXPECT_EQ(totals.within(span("2026-03-04", "2026-03-02")), Hours{});
    EXPECT_EQ(totals.within({kFirstDay, kLastDay}), Hours::whole(7));
}

TEST(DayTotals, OfNothingAreZero) {
    DayTotals totals;
    totals.finish();
    EXPECT_EQ(totals.within({kFirstDay, kLastDay}), Hours{});
}

} // namespace
} // namespace keepable::planning
