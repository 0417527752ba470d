// SPDX-License-Identifier: MPL-2.0
// Earliest dates, quotes and rivals in worked numbers. Monday is 2026-03-02; a week of 40 h has 8 h on
// each of its working days.
#include "planning/promise_check.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace keepable::planning {
namespace {

using support::day;
using support::PlanBuilder;

constexpr std::optional<Day> kNoDate = std::nullopt;

class PromiseQuestions : public testing::Test {
  protected:
    // Two weeks of 40 h.
    PromiseQuestions() {
        plan.capacity("Welding", "2026-03-02", 40).capacity("Welding", "2026-03-09", 40);
    }
    std::optional<Day> earliest(DealIndex deal) {
        CheckedPlan checked = checkPromises(plan.input());
        return earliestDate(checked, deal);
    }
    std::optional<Day> quote(std::string_view item, std::int64_t quantity,
                             std::string_view not_before = "2026-03-02") {
        const ItemIndex index = plan.item(item);
        CheckedPlan checked = checkPromises(plan.input());
        return quoteDate(checked, index, Quantity::whole(quantity), day(not_before));
    }
    std::vector<Rival> rivals(DealIndex deal) {
        CheckedPlan checked = checkPromises(plan.input());
        return rivalsOf(checked, deal);
    }

    PlanBuilder plan{"2026-03-02"};
};

TEST_F(PromiseQuestions, AKeptDealMayHaveAnEarlierDateThanPromised) {
    plan.firm("Welding", 10, "2026-03-06");
    const DealIndex deal = plan.firm("Welding", 20, "2026-03-06");
    // 30 h are done by Thursday, and the first deal may wait until Friday.
    EXPECT_EQ(earliest(deal), day("2026-03-04"));
}

TEST_F(PromiseQuestions, ADealDoesNotCompeteWithItself) {
    const DealIndex deal = plan.firm("Welding", 80, "2026-03-13");
    EXPECT_EQ(earliest(deal), day("2026-03-13"));
}

TEST_F(PromiseQuestions, LinesOfDifferentDatesAreSearchedOnOneDate) {
    const DealIndex deal = plan.firm("Welding", 30, "2026-03-06");
    plan.andLine("Welding", 30, "2026-03-13");
    // 60 h need all of the first week and three days of the next.
    EXPECT_EQ(earliest(deal), day("2026-03-11"));
}

TEST_F(PromiseQuestions, AWindowThatSlidesCrossesYearsWithoutCapacity) {
    plan.settings().work_ahead_days = 20;
    plan.periodDays(7).capacity("Welding", "2206-12-29", 40);
    plan.firm("Welding", 80, "2026-03-13");
    EXPECT_EQ(quote("Welding", 24), day("2206-12-31"));
}

TEST_F(PromiseQuestions, AnEarliestDateLeavesEarlierPromisesAlone) {
    plan.firm("Welding", 32, "2026-03-05");
    const DealIndex deal = plan.tentative("Welding", 1, "2026-03-02");
    EXPECT_EQ(earliest(deal), day("2026-03-06"));
}

TEST_F(PromiseQuestions, AFirmDealDoesNotWaitForTentativeOnes) {
    plan.tentative("Welding", 40, "2026-03-06");
    const DealIndex firm = plan.firm("Welding", 8, "2026-03-06");
    const DealIndex tentative = plan.tentative("Welding", 8, "2026-03-06");
    EXPECT_EQ(earliest(firm), day("2026-03-02"));
    // Beside the firm deal the 40 h do not fit, so they take nothing; the firm deal can wait.
    EXPECT_EQ(earliest(tentative), day("2026-03-02"));
}

TEST_F(PromiseQuestions, ATentativeDealWaitsForThoseRankedBelowItToo) {
    const DealIndex first = plan.tentative("Welding", 8, "2026-03-06");
    plan.tentative("Welding", 24, "2026-03-04");
    EXPECT_EQ(earliest(first), day("2026-03-05"));
}

TEST_F(PromiseQuestions, AllLinesAreDueOnTheEarliestDate) {
    const DealIndex deal = plan.firm("Welding", 8, "2026-03-02");
    plan.andLine("Welding", 8, "2026-03-12");
    EXPECT_EQ(earliest(deal), day("2026-03-03"));
}

TEST_F(PromiseQuestions, ALeadTimeOffsetPushesTheDateOut) {
    plan.item("Boiler", {plan.row("Welding", 1, 3)});
    EXPECT_EQ(earliest(plan.firm("Boiler", 8, "2026-03-02")), day("2026-03-05"));
    // The last hours of the table, three days later.
    EXPECT_EQ(earliest(plan.tentative("Boiler", 72, "2026-03-02")), day("2026-03-16"));
}

TEST_F(PromiseQuestions, WithoutEnoughCapacityThereIsNoDate) {
    EXPECT_EQ(earliest(plan.firm("Welding", 81, "2026-03-06")), kNoDate);
    EXPECT_EQ(earliest(plan.firm("Painting", 1, "2026-03-06")), kNoDate);
    EXPECT_EQ(quote("Welding", 81), kNoDate);
}

TEST_F(PromiseQuestions, AnItemOfferedOnlyLaterHasItsDateThen) {
    BillRow later = plan.row("Welding", 1);
    later.available_from = day("2027-01-01"); // after all capacity
    plan.item("Boiler", {later});
    EXPECT_EQ(earliest(plan.firm("Boiler", 8, "2026-03-06")), day("2027-01-01"));
    EXPECT_EQ(quote("Boiler", 8), day("2027-01-01"));
}

TEST_F(PromiseQuestions, AnItemNoLongerOfferedHasNoDate) {
    BillRow before = plan.row("Welding", 1);
    before.available_until = day("2026-03-03");
    plan.item("Boiler", {before});
    EXPECT_EQ(earliest(plan.firm("Boiler", 16, "2026-03-06")), day("2026-03-03"));
    EXPECT_EQ(earliest(plan.tentative("Boiler", 1, "2026-03-06")), kNoDate);
}

TEST_F(PromiseQuestions, WithALimitOfWorkAheadAGapInCapacityIsWaitedOut) {
    plan.settings().work_ahead_days = 0;
    plan.capacity("Welding", "2026-03-16", 100); // 20 h a day
    EXPECT_EQ(earliest(plan.firm("Welding", 9, "2026-03-06")), day("2026-03-16"));
}

TEST_F(PromiseQuestions, TheFencePushesATentativeDateOut) {
    plan.settings().fence_days = 3;
    EXPECT_EQ(earliest(plan.tentative("Welding", 1, "2026-03-02")), day("2026-03-05"));
    EXPECT_EQ(quote("Welding", 1), day("2026-03-05"));
}

TEST_F(PromiseQuestions, ClosedDealsAndDealsToCheckHaveNoDateAndNoRivals) {
    const DealIndex closed = plan.closed();
    const DealIndex to_check = plan.firm("Welding", 1, "2026-03-06");
    plan.deal(to_check).needs_check = true;
    EXPECT_EQ(earliest(closed), kNoDate);
    EXPECT_EQ(earliest(to_check), kNoDate);
    EXPECT_TRUE(rivals(closed).empty());
    EXPECT_TRUE(rivals(to_check).empty());
}

TEST_F(PromiseQuestions, AQuoteStandsBehindAllKeptDeals) {
    plan.firm("Welding", 30, "2026-03-06");
    plan.tentative("Welding", 10, "2026-03-06");
    plan.tentative("Welding", 90, "2026-03-13"); // refused, takes nothing
    EXPECT_EQ(quote("Welding", 9), day("2026-03-10"));
}

TEST_F(PromiseQuestions, AQuoteIsNotBeforeTheDayAskedFor) {
    EXPECT_EQ(quote("Welding", 1, "2026-03-12"), day("2026-03-12"));
    EXPECT_EQ(quote("Welding", 1, "2026-02-01"), day("2026-03-02"));
    EXPECT_EQ(quote("Welding", 1, "2026-03-15"), day("2026-03-15"));
    EXPECT_EQ(quote("Welding", 1, "2026-03-16"), kNoDate); // after the last period
}

TEST_F(PromiseQuestions, RivalsComeWithMostHoursFirstThenByRank) {
    const DealIndex small = plan.firm("Welding", 8, "2026-03-06");
    const DealIndex large = plan.firm("Welding", 16, "2026-03-06");
    const DealIndex as_small = plan.firm("Welding", 8, "2026-03-06");
    plan.firm("Welding", 20, "2026-03-13"); // need not be done this week
    const DealIndex refused = plan.tentative("Welding", 9, "2026-03-06");
    EXPECT_EQ(rivals(refused), (std::vector<Rival>{{large, Hours::whole(16)},
                                                   {small, Hours::whole(8)},
                                                   {as_small, Hours::whole(8)}}));
}

TEST_F(PromiseQuestions, OnlyDealsRankedAboveAreRivals) {
    const DealIndex kept = plan.firm("Welding", 30, "2026-03-06");
    const DealIndex refused = plan.firm("Welding", 20, "2026-03-06");
    plan.firm("Welding", 10, "2026-03-06");
    EXPECT_EQ(rivals(refused), (std::vector<Rival>{{kept, Hours::whole(30)}}));
}

TEST_F(PromiseQuestions, ADealAtRiskHasTentativeRivalsAnInfeasibleOneHasNot) {
    const DealIndex firm = plan.firm("Welding", 10, "2026-03-06");
    const DealIndex tentative = plan.tentative("Welding", 20, "2026-03-06");
    const DealIndex at_risk = plan.tentative("Welding", 30, "2026-03-06");
    const DealIndex infeasible = plan.tentative("Welding", 31, "2026-03-06");
    EXPECT_EQ(rivals(at_risk),
              (std::vector<Rival>{{tentative, Hours::whole(20)}, {firm, Hours::whole(10)}}));
    EXPECT_EQ(rivals(infeasible), (std::vector<Rival>{{firm, Hours::whole(10)}}));
}

TEST_F(PromiseQuestions, OnlyTheHoursInsideTheTightSpanCount) {
    const DealIndex rival = plan.firm("Welding", 8, "2026-03-06");
    plan.andLine("Welding", 30, "2026-03-13");
    const DealIndex refused = plan.tentative("Welding", 33, "2026-03-06");
    EXPECT_EQ(rivals(refused), (std::vector<Rival>{{rival, Hours::whole(8)}}));
}

TEST_F(PromiseQuestions, TheFirstFewRivalsAreThoseOfTheWholeList) {
    std::mt19937_64 dice{7};
    const auto pick = [&](std::uint64_t count) {
        return static_cast<std::int64_t>(dice() % count);
    };
    PlanBuilder many{"2026-03-02"};
    for (int week = 0; week < 20; ++week) {
        many.capacity("Welding", isoText(day("2026-03-02") + 7 * week), 400);
    }
    constexpr DealIndex kDeals = 3000;
    for (DealIndex deal = 0; deal < kDeals; ++deal) {
        const std::string promised = isoText(day("2026-03-02") + static_cast<int>(pick(140)));
        if (pick(2) == 0) {
            many.firm("Welding", 1 + pick(6), promised);
        } else {
            many.tentative("Welding", 1 + pick(6), promised);
        }
        if (pick(4) == 0) {
            many.andLine("Welding", 1 + pick(3), promised);
        }
    }
    CheckedPlan checked = checkPromises(many.input());
    std::size_t longest = 0;
    for (DealIndex deal = 0; deal < kDeals; ++deal) {
        std::vector<Rival> all = rivalsOf(checked, deal);
        longest = std::max(longest, all.size());
        all.resize(std::min<std::size_t>(all.size(), 4));
        EXPECT_EQ(rivalsOf(checked, deal, 4), all) << "deal " << deal;
    }
    EXPECT_GT(longest, 500U); // else nothing was cut short
}

TEST_F(PromiseQuestions, ADealRefusedWithoutShortfallHasNoRivals) {
    plan.firm("Welding", 40, "2026-03-06");
    EXPECT_TRUE(rivals(plan.firm("Welding", 8, "2026-03-01")).empty());
    EXPECT_TRUE(rivals(plan.firm("Painting", 8, "2026-03-06")).empty());
}

} // namespace
} // namespace keepable::planning
