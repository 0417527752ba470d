// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "review/shared_target.hpp"

#include <gtest/gtest.h>

namespace keepable::review {
namespace {

using enum Action;
using planning::DealClass;
using planning::Money;
using planning::Verdict;
using support::BookBuilder;
using support::day;
using support::hours;
using support::on;
using support::span;

const planning::DaySpan kQuarter = span("2026-01-01", "2026-03-31");

Terms costing(std::int64_t cost, Means means = Means::kOvertime) {
    Terms terms = hours(8, "Welding", means);
    terms.cost = Money::whole(cost);
    return terms;
}

TEST(SharedTarget, KeepableValueIsThatOfOpenDealsWhosePromiseCanBeKept) {
    BookBuilder house("2026-03-09");
    house.deal("D-1").value = Money::whole(1000);
    ReviewDeal& refused = house.deal("D-2");
    refused.value = Money::whole(500);
    refused.verdict = Verdict::kInfeasible;
    ReviewDeal& closed = house.deal("D-3");
    closed.value = Money::whole(50);
    closed.deal_class = DealClass::kClosed;
    house.deal("D-4"); // of no value that is known
    const Actual actual = actualOf(Metric::kKeepableValue, house.book(), kQuarter);
    EXPECT_EQ(actual, (Actual{Figure::whole(1000), 2, 1, false}));
    EXPECT_EQ(actualOf(Metric::kConflicts, house.book(), kQuarter).value, Figure::whole(1));
}

TEST(SharedTarget, TheKeptRateIsOfFirstPromisesOfTheseDays) {
    BookBuilder house("2026-03-31");
    const auto delivered = [&](const char* deal, const char* first, const char* when) {
        ReviewDeal& made = house.deal(deal);
        made.dates.first = day(first);
        made.dates.delivered = day(when);
    };
    delivered("D-1", "2026-01-01", "2026-01-01");
    delivered("D-2", "2026-03-30", "2026-03-31");
    delivered("D-3", "2026-02-01", "2026-01-20");
    delivered("D-4", "2025-12-31", "2026-01-20"); // of the quarter before
    EXPECT_EQ(actualOf(Metric::kKeptRate, house.book(), kQuarter),
              (Actual{Figure{6'667}, 3, 0, false}));
    EXPECT_EQ(actualOf(Metric::kKeptRate, house.book(), span("2020-01-01", "2020-02-01")).value,
              std::nullopt);
}

TEST(SharedTarget, RevenueGrowsAgainstAsManyDaysBefore) {
    BookBuilder house("2026-03-31");
    for (const auto& [deal, value] : {std::pair{"D-1", 1000}, {"D-2", 700}, {"D-3", 500}}) {
        house.deal(deal).value = Money::whole(value);
    }
    house.ann("2025-11-20", "D-1", kWon);
    house.ann("2026-01-20", "D-2", kWon)
        .ann("2026-02-20", "D-3", kWon)
        .ann("2026-02-21", "D-4", kWon);
    house.ann("2026-02-22", "D-5", kWon).ann("2026-02-23", "D-5", kLost);
    EXPECT_EQ(actualOf(Metric::kRevenueGrowth, house.book(), kQuarter),
              (Actual{Figure{2'000}, 4, 1, false})); // 1200 against 1000
    EXPECT_EQ(
        actualOf(Metric::kRevenueGrowth, house.book(), span("2025-10-01", "2025-12-31")).value,
        std::nullopt)
        << "nothing was won before";
}

TEST(SharedTarget, OvertimeCostsWhatWasApprovedForOvertime) {
    BookBuilder house("2026-03-31");
    house.ann("2026-02-01", "D-1", kCapacityRequested, costing(300));
    house.otto("2026-02-02", "D-1", kCapacityApproved);
    house.ann("2026-02-03", "D-1", kCapacityRequested, costing(400));
    house.otto("2026-02-04", "D-1", kCapacityApproved, costing(250)); // for less
    house.ann("2026-02-05", "D-2", kCapacityRequested, costing(999, Means::kPeople));
    house.otto("2026-02-06", "D-2", kCapacityApproved);
    house.ann("2026-02-07", "D-3", kCapacityRequested, costing(999));
    house.otto("2026-02-08", "D-3", kCapacityDeclined);
    house.ann("2026-02-09", "D-4", kCapacityRequested, hours(8, "Welding"));
    house.otto("2026-02-10", "D-4", kCapacityApproved);
    EXPECT_EQ(actualOf(Metric::kOvertimeCost, house.book(), kQuarter),
              (Actual{Figure::whole(550), 3, 1, false}));
}

TEST(SharedTarget, DaysToSettleAreTheMeanOfTalksSettledOnTheseDays) {
    BookBuilder house("2026-03-31");
    house.ann("2026-02-01", "D-1", kAsked, on("2026-03-20")).otto("2026-02-03", "D-1", kAgreed);
    house.ann("2025-12-30", "D-2", kAsked, on("2026-03-20")).otto("2026-01-04", "D-2", kAgreed);
    house.ann("2026-02-01", "D-3", kAsked, on("2026-03-20"));
    EXPECT_EQ(actualOf(Metric::kDaysToSettle, house.book(), kQuarter),
              (Actual{Figure{35'000}, 2, 0, false})); // 2 and 5 days
}

// The example from the field: operations 10 % less cost in support of 20 % more revenue.
TEST(SharedTarget, CostPerHourIsStatedByPeopleAndProgressIsWorkedOut) {
    BookBuilder house("2026-02-14");
    SharedTarget target;
    target.metric = Metric::kCostPerHour;
    target.baseline = Figure::whole(100);
    target.target = Figure::whole(90);
    target.due = day("2026-03-31");
    EXPECT_EQ(standingOf(target, house.book()).actual, Actual{});
    target.stated = Figure::whole(94);
    const TargetStanding standing = standingOf(target, house.book());
    EXPECT_EQ(standing.days, span("2026-01-01", "2026-02-14"));
    EXPECT_EQ(standing.progress, Figure{6'000});
    EXPECT_EQ(standing.time_gone, Figure{5'000}); // 45 of 90 days
    EXPECT_TRUE(standing.is_on_track);
    EXPECT_FALSE(standing.is_reached);
    target.stated = Figure::whole(96);
    EXPECT_FALSE(standingOf(target, house.book()).is_on_track);
    target.stated = Figure::whole(103);
    EXPECT_EQ(standingOf(target, house.book()).progress, Figure{-3'000});
    target.stated = Figure::whole(89);
    EXPECT_TRUE(standingOf(target, house.book()).is_reached);
}

TEST(SharedTarget, ATargetLikeItsBaselineHasNoProgressButMayBeReached) {
    BookBuilder house("2026-02-14");
    SharedTarget target;
    target.metric = Metric::kConflicts;
    target.baseline = Figure::whole(0);
    target.target = Figure::whole(0);
    TargetStanding standing = standingOf(target, house.book());
    EXPECT_EQ(standing.progress, std::nullopt);
    EXPECT_EQ(standing.time_gone, std::nullopt);
    EXPECT_TRUE(standing.is_reached);
    house.deal("D-1").verdict = Verdict::kAtRisk;
    standing = standingOf(target, house.book());
    EXPECT_FALSE(standing.is_reached);
    EXPECT_FALSE(standing.is_on_track);
}

TEST(SharedTarget, OneThatIsDueInThePastCountsUpToItsDueDay) {
    SharedTarget target;
    target.from = day("2026-01-01");
    target.due = day("2026-01-31");
    EXPECT_EQ(daysOf(target, day("2026-03-01")), span("2026-01-01", "2026-01-31"));
    EXPECT_EQ(daysOf(target, day("2026-01-15")), span("2026-01-01", "2026-01-15"));
    EXPECT_TRUE(daysOf(target, day("2025-12-15")).isEmpty());
}

} // namespace
} // namespace keepable::review
