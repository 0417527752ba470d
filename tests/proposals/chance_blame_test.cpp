// SPDX-License-Identifier: MPL-2.0
#include "proposals/chance_blame.hpp"
#include "support/builders.hpp"
#include "support/random_plan.hpp"
#include "support/slow_chance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <iostream>

namespace keepable::proposals {
namespace {

using planning::CheckedPlan;
using planning::checkPromises;
using planning::DealIndex;
using planning::PlanInput;
using planning::Probability;
using support::PlanBuilder;
using support::SlowPlan;

constexpr const char* kFriday = "2026-03-06";
constexpr Probability kNine{900'000'000};

// A week of 100 h; deals by rank with their hours and their probability in percent, all due on Friday.
class Blame : public testing::Test {
  protected:
    Blame() {
        plan.settings().rank_by = planning::RankBy::kSheetOrder;
        plan.capacity("Welding", "2026-03-02", 100);
    }
    DealIndex open(std::int64_t hours, std::int64_t percent) {
        const DealIndex deal = plan.tentative("Welding", hours, kFriday);
        plan.deal(deal).probability = Probability{percent * 10'000'000};
        return deal;
    }
    std::optional<ChanceBlame> blame(DealIndex deal) {
        return blameFor(checkPromises(plan.input()), deal);
    }
    std::optional<RivalsToMove> toMove(DealIndex deal, Probability wanted) {
        return fewestToMove(checkPromises(plan.input()), deal, wanted);
    }

    PlanBuilder plan{"2026-03-02"};
};

TEST_F(Blame, IsWhatTheChanceWouldGainWithoutTheRival) {
    const DealIndex half = open(60, 50);
    const DealIndex quarter = open(60, 25);
    const DealIndex deal = open(60, 50);
    const auto found = blame(deal);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->chance.value, 0.375);
    ASSERT_EQ(found->rivals.size(), 2U);
    EXPECT_EQ(found->rivals[0].deal, half);
    EXPECT_EQ(found->rivals[0].blame, 0.375);
    EXPECT_EQ(found->rivals[0].chance_without.value, 0.75);
    EXPECT_EQ(found->rivals[1].deal, quarter);
    EXPECT_EQ(found->rivals[1].blame, 0.125);
}

TEST_F(Blame, IsBelowNothingForARivalThatHelps) {
    const DealIndex helper = open(60, 50);
    const DealIndex large = open(90, 50);
    const DealIndex deal = open(40, 50);
    const auto found = blame(deal);
    ASSERT_TRUE(found.has_value());
    ASSERT_EQ(found->rivals.size(), 2U);
    EXPECT_EQ(found->rivals[0].deal, large);
    EXPECT_EQ(found->rivals[0].blame, 0.25);
    EXPECT_EQ(found->rivals[1].deal, helper);
    EXPECT_EQ(found->rivals[1].blame, -0.25);
}

TEST_F(Blame, HasNobodyToBlameForADealThatIsSure) {
    const DealIndex deal = open(60, 50);
    open(60, 50);
    const auto found = blame(deal);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->chance.value, 1);
    EXPECT_TRUE(found->rivals.empty());
}

TEST_F(Blame, IsNotAskedForDealsWithoutRivals) {
    const DealIndex firm = plan.firm("Welding", 50, kFriday);
    const DealIndex too_large = open(60, 50);
    const DealIndex closed = plan.closed();
    for (const DealIndex deal : {firm, too_large, closed}) {
        EXPECT_FALSE(blame(deal).has_value()) << deal;
        EXPECT_FALSE(toMove(deal, kNine).has_value()) << deal;
    }
}

TEST_F(Blame, FindsTheFewestRivalsToMove) {
    open(20, 90);
    open(30, 90);
    const DealIndex large = open(50, 90);
    const DealIndex deal = open(50, 50);
    const auto found = toMove(deal, kNine);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->rivals, (std::vector{large}));
    EXPECT_EQ(found->chance.value, 1) << "20 h and 30 h leave 50 h";
    EXPECT_TRUE(found->is_smallest);
}

TEST_F(Blame, MovesNobodyWhenTheChanceIsHighEnough) {
    open(60, 5);
    const DealIndex deal = open(60, 50);
    const auto found = toMove(deal, kNine);
    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE(found->rivals.empty());
    EXPECT_EQ(found->chance.value, 0.95);
    EXPECT_TRUE(found->is_smallest);
}

TEST_F(Blame, GoesStepByStepWhenThereAreTooManySetsToTry) {
    for (int i = 0; i < 40; ++i) {
        open(4, 80);
    }
    const DealIndex deal = open(50, 50);
    const auto found = toMove(deal, Probability::whole(1));
    ASSERT_TRUE(found.has_value());
    // 12 rivals may be won: 12 × 4 h + 50 h.
    EXPECT_EQ(found->rivals.size(), 28U);
    EXPECT_EQ(found->chance.value, 1);
    EXPECT_FALSE(found->is_smallest);
}

TEST_F(Blame, IsCountedInTheScenariosOfTheChanceItself) {
    for (int i = 0; i < 30; ++i) {
        const DealIndex deal = open(1, 20 + 2 * i);
        plan.lineOf(deal).left.units = (40'013 + i * i * 203) * std::int64_t{100'000};
    }
    const CheckedPlan checked = checkPromises(plan.input());
    const ChanceMethod in_scenarios{.most_situations = 0};
    const auto chance = PromiseChances(checked, in_scenarios).of(checked, 29);
    const auto found = blameFor(checked, 29, 5, in_scenarios);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->chance, chance);
    EXPECT_FALSE(found->chance.isExact());
    ASSERT_EQ(found->rivals.size(), 5U);
    for (const BlamedRival& rival : found->rivals) {
        EXPECT_EQ(rival.chance_without.scenarios, 4'000U);
        EXPECT_EQ(rival.blame, rival.chance_without.value - chance->value);
        EXPECT_GT(rival.blame, 0);
    }
    EXPECT_EQ(blameFor(checked, 29, 5, in_scenarios)->rivals[0].deal, found->rivals[0].deal);
}

// By enumeration: the slow chance of the deal in a plan in which some rivals have no probability at all.
double slowChanceWithout(PlanInput input, const std::vector<DealIndex>& rivals, DealIndex deal) {
    for (const DealIndex rival : rivals) {
        input.deals[rival].probability = Probability{0};
    }
    return support::slowChances(input, SlowPlan(input))[deal].value();
}

TEST(RandomPlans, HaveTheBlameAndTheFewestRivalsThatAllOutcomesGive) {
#ifdef NDEBUG
    constexpr int kAsked = 1'000;
#else
    constexpr int kAsked = 100;
#endif
    int asked = 0;
    int moved = 0;
    int with_several = 0;
    for (std::uint64_t seed = 7'000'000; asked < kAsked && !testing::Test::HasFailure(); ++seed) {
        const PlanInput input = support::randomPlan(seed);
        const SlowPlan slow(input);
        if (support::openDealsOf(slow) > 7) {
            continue;
        }
        const CheckedPlan plan = checkPromises(input);
        PromiseChances chances(plan);
        for (DealIndex deal = 0; deal < input.deals.size(); ++deal) {
            const auto chance = chances.of(plan, deal);
            if (!chance || chance->value == 0 || chance->value == 1) {
                continue;
            }
            ++asked;
            std::vector<DealIndex> above;
            for (const DealIndex other : slow.rankOrder()) {
                if (other == deal) {
                    break;
                }
                if (slow.classes()[other] == planning::DealClass::kTentative) {
                    above.push_back(other);
                }
            }
            const ChanceBlame blame = blameFor(plan, deal).value();
            EXPECT_EQ(blame.chance, chance);
            for (const DealIndex rival : above) {
                const double expected = slowChanceWithout(input, {rival}, deal) - chance->value;
                const auto found = std::ranges::find(blame.rivals, rival, &BlamedRival::deal);
                EXPECT_NEAR(found == blame.rivals.end() ? 0 : found->blame, expected, 1e-12)
                    << "seed " << seed << ", deal " << deal << ", rival " << rival;
            }

            const Probability wanted{950'000'000};
            const RivalsToMove fewest = fewestToMove(plan, deal, wanted).value();
            EXPECT_NEAR(fewest.chance.value, slowChanceWithout(input, fewest.rivals, deal), 1e-12);
            EXPECT_TRUE(fewest.is_smallest);
            std::size_t smallest = above.size();
            double best = 0; // of the smallest
            for (std::uint32_t set = 0; set < 1U << above.size(); ++set) {
                const auto size = static_cast<std::size_t>(std::popcount(set));
                if (size > smallest) {
                    continue;
                }
                std::vector<DealIndex> rivals;
                for (std::size_t i = 0; i < above.size(); ++i) {
                    if ((set >> i & 1U) != 0) {
                        rivals.push_back(above[i]);
                    }
                }
                const double without = slowChanceWithout(input, rivals, deal);
                if (without >= wanted.toDouble() - 1e-12) {
                    best = size < smallest ? without : std::max(best, without);
                    smallest = size;
                }
            }
            EXPECT_EQ(fewest.rivals.size(), smallest) << "seed " << seed << ", deal " << deal;
            EXPECT_NEAR(fewest.chance.value, best, 1e-12) << "seed " << seed << ", deal " << deal;
            moved += smallest > 0 ? 1 : 0;
            with_several += smallest > 1 ? 1 : 0;
        }
    }
    std::cout << asked << " deals asked, " << moved << " need rivals moved, " << with_several
              << " several\n";
    EXPECT_GT(moved, asked / 4);
    EXPECT_GT(with_several, 5);
}

} // namespace
} // namespace keepable::proposals
