// SPDX-License-Identifier: MPL-2.0
// The chance of a promise in worked numbers. Monday is 2026-03-02; a week of 100 h has 20 h on each of its
// working days.
#include "proposals/promise_chance.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace keepable::proposals {
namespace {

using planning::CheckedPlan;
using planning::checkPromises;
using planning::DealIndex;
using planning::Probability;
using planning::Verdict;
using support::PlanBuilder;

constexpr const char* kFriday = "2026-03-06";
constexpr const char* kNextFriday = "2026-03-13";

class PromiseChance : public testing::Test {
  protected:
    // Two weeks of 100 h.
    PromiseChance() {
        plan.settings().rank_by = planning::RankBy::kSheetOrder;
        plan.capacity("Welding", "2026-03-02", 100).capacity("Welding", "2026-03-09", 100);
    }
    DealIndex open(const char* item, std::int64_t hours, const char* promised,
                   std::int64_t percent) {
        const DealIndex deal = plan.tentative(item, hours, promised);
        plan.deal(deal).probability = Probability{percent * 10'000'000};
        return deal;
    }
    std::optional<Chance> chance(DealIndex deal, ChanceMethod method = {}) {
        const CheckedPlan checked = checkPromises(plan.input());
        return PromiseChances(checked, method).of(checked, deal);
    }
    void expectExactly(DealIndex deal, double expected, const char* why = "") {
        const auto found = chance(deal);
        ASSERT_TRUE(found.has_value()) << why;
        EXPECT_TRUE(found->isExact()) << why;
        EXPECT_EQ(found->value, expected) << why;
        EXPECT_EQ(found->standard_error, 0) << why;
    }

    PlanBuilder plan{"2026-03-02"};
};

TEST_F(PromiseChance, IsAHalfForTheSecondOfTwoHalfWonDealsThatEachNeedEverything) {
    const DealIndex first = open("Welding", 100, kFriday, 50);
    const DealIndex second = open("Welding", 100, kFriday, 50);
    expectExactly(first, 1);
    expectExactly(second, 0.5);
}

TEST_F(PromiseChance, OfADealDoesNotDependOnItsOwnProbability) {
    open("Welding", 100, kFriday, 75);
    const DealIndex never = open("Welding", 100, kFriday, 0);
    const DealIndex always = open("Welding", 100, kFriday, 100);
    expectExactly(never, 0.25);
    expectExactly(always, 0.25);
}

TEST_F(PromiseChance, CountsADealWithoutAProbabilityAsWon) {
    plan.tentative("Welding", 60, kFriday);
    const DealIndex second = open("Welding", 60, kFriday, 50);
    const DealIndex third = open("Welding", 40, kFriday, 50);
    expectExactly(second, 0);
    expectExactly(third, 1);
}

TEST_F(PromiseChance, MayRiseByARivalThatCrowdsOutALargerOne) {
    open("Welding", 60, kFriday, 50);
    open("Welding", 90, kFriday, 50);
    const DealIndex third = open("Welding", 40, kFriday, 50);
    // Refused only when the first is lost and the second won.
    expectExactly(third, 0.75, "a refused deal takes no capacity");
}

TEST_F(PromiseChance, IsOneOrNothingForFirmAndHeldDeals) {
    const DealIndex kept = plan.firm("Welding", 80, kFriday);
    const DealIndex refused = plan.firm("Welding", 30, kFriday);
    const DealIndex held = plan.held("Welding", 20, kFriday, kFriday);
    expectExactly(kept, 1);
    expectExactly(refused, 0);
    expectExactly(held, 1);
}

TEST_F(PromiseChance, OfAHeldDealWhoseHoldHasRunOutIsThatOfAnOpenOne) {
    open("Welding", 100, kFriday, 50);
    const DealIndex held = plan.held("Welding", 20, kFriday, "2026-03-01");
    expectExactly(held, 0.5);
}

TEST_F(PromiseChance, IsNoneForDealsClosedOrToCheck) {
    const DealIndex closed = plan.closed();
    const DealIndex to_check = open("Welding", 10, kFriday, 50);
    plan.deal(to_check).needs_check = true;
    EXPECT_FALSE(chance(closed).has_value());
    EXPECT_FALSE(chance(to_check).has_value());
}

TEST_F(PromiseChance, IsNothingForADealThatDoesNotFitEvenAlone) {
    plan.firm("Welding", 60, kFriday);
    const DealIndex too_large = open("Welding", 50, kFriday, 50);
    const DealIndex overdue = open("Welding", 1, "2026-02-27", 50);
    const DealIndex small = open("Welding", 40, kFriday, 50);
    expectExactly(too_large, 0);
    expectExactly(overdue, 0);
    expectExactly(small, 1, "they are no rivals either");
}

TEST_F(PromiseChance, IsOneForADealWithNothingLeftToDo) {
    open("Welding", 100, kFriday, 100);
    const DealIndex done = open("Welding", 0, kFriday, 50);
    expectExactly(done, 1);
}

TEST_F(PromiseChance, IsNotLoweredByDealsOfOtherResourcesOrOtherDays) {
    plan.capacity("Painting", "2026-03-02", 100);
    open("Painting", 100, kFriday, 50);
    const DealIndex later = open("Welding", 100, kNextFriday, 50);
    plan.lineOf(later).earliest_start = support::day("2026-03-09");
    const DealIndex deal = open("Welding", 100, kFriday, 50);
    expectExactly(deal, 1);
}

TEST_F(PromiseChance, CountsADealOfSeveralLinesWhole) {
    plan.capacity("Painting", "2026-03-02", 100);
    const DealIndex both = open("Welding", 100, kFriday, 50);
    plan.andLine("Painting", 1, kFriday);
    const DealIndex paint = open("Painting", 100, kFriday, 50);
    const DealIndex weld = open("Welding", 1, kFriday, 50);
    expectExactly(both, 1);
    expectExactly(paint, 0.5);
    expectExactly(weld, 0.5);
}

TEST_F(PromiseChance, FollowsAChainOfDealsThatShareNoResource) {
    plan.capacity("Painting", "2026-03-02", 100);
    open("Welding", 100, kFriday, 50);
    open("Welding", 1, kFriday, 50); // with 1 h of Painting; refused when the first is won
    plan.andLine("Painting", 1, kFriday);
    const DealIndex paint = open("Painting", 100, kFriday, 50);
    expectExactly(paint, 0.75);
}

TEST_F(PromiseChance, IsOneAboveAndLowerBelow) {
    for (int i = 0; i < 5; ++i) {
        open("Welding", 20, kFriday, 50);
    }
    const DealIndex sixth = open("Welding", 20, kFriday, 50);
    const DealIndex seventh = open("Welding", 20, kFriday, 50);
    expectExactly(4, 1, "five fit whatever happens");
    expectExactly(sixth, 1 - 1.0 / 32);
    expectExactly(seventh, 1 - 7.0 / 64);
}

TEST_F(PromiseChance, IsExactForAnyNumberOfEqualDeals) {
    plan.capacity("Welding", "2026-03-02", 9'900);
    DealIndex last = 0;
    for (int i = 0; i < 1'000; ++i) {
        last = open("Welding", 10, kFriday, 100);
    }
    for (int i = 0; i < 500; ++i) {
        last = open("Welding", 10, kFriday, 50);
    }
    expectExactly(last, 0);
    expectExactly(999, 1);
    expectExactly(1'000, 0, "the thousand take it all");
}

TEST_F(PromiseChance, ThatCannotBeToldExactlyIsCountedInScenarios) {
    // 30 deals whose hours no two sets share, each with a promised date of its own.
    plan.worksEveryDay();
    std::int64_t hours = 7;
    for (int i = 0; i < 30; ++i) {
        const DealIndex deal =
            open("Welding", 1, i % 2 == 0 ? kFriday : kNextFriday, 30 + 2 * (i % 20));
        hours = (hours * 5'003 + 77) % 40'009;
        plan.lineOf(deal).left.units = (hours + 160'000) * 100'000;
    }
    const auto found = chance(29);
    ASSERT_TRUE(found.has_value());
    EXPECT_FALSE(found->isExact());
    EXPECT_EQ(found->scenarios, 4'000U);
    EXPECT_EQ(found->value, found->kept / 4'000.0);
    EXPECT_GT(found->value, 0.05);
    EXPECT_LT(found->value, 0.95);
    EXPECT_GT(found->standard_error, 0);
    EXPECT_LT(found->standard_error, 0.01);
    EXPECT_EQ(chance(29), found) << "the same input gives the same figure";
    EXPECT_NE(chance(29, {.seed = 1}), found) << "another seed another one";

    plan.settings().scenarios = 10;
    const auto fewest = chance(29);
    EXPECT_EQ(fewest->scenarios, kFewestScenarios) << "fewer would not do";
    EXPECT_LE(fewest->standard_error, 0.01);
    plan.settings().scenarios = 20'001;
    EXPECT_EQ(chance(29)->scenarios, 20'001U);
    EXPECT_NEAR(chance(29)->value, found->value, 0.05);
}

TEST_F(PromiseChance, IsTheSameWhateverWasAskedBefore) {
    for (int i = 0; i < 40; ++i) {
        open("Welding", 3 + i * 7 % 31, i % 3 == 0 ? kNextFriday : kFriday, 5 + 2 * i);
    }
    const CheckedPlan checked = checkPromises(plan.input());
    PromiseChances down(checked);
    PromiseChances up(checked);
    std::vector<std::optional<Chance>> chances(40);
    for (DealIndex deal = 0; deal < 40; ++deal) {
        chances[deal] = down.of(checked, deal);
    }
    for (DealIndex deal = 40; deal-- > 0;) {
        EXPECT_EQ(up.of(checked, deal), chances[deal]) << deal;
    }
}

TEST(CountedChance, HasAStandardErrorThatIsNeverNothingNorMoreThanAHundredth) {
    for (const std::uint32_t kept : {0U, 1U, 1'250U, 2'499U, 2'500U}) {
        const Chance chance = countedChance(kept, kFewestScenarios);
        EXPECT_GT(chance.standard_error, 0) << kept;
        EXPECT_LE(chance.standard_error, 0.01) << kept;
        EXPECT_EQ(chance.value, kept / 2'500.0);
    }
    EXPECT_NEAR(countedChance(2'000, 4'000).standard_error, std::sqrt(0.25 / 4'000), 1e-5);
}

} // namespace
} // namespace keepable::proposals
