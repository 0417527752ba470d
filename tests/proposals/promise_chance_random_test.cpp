// SPDX-License-Identifier: MPL-2.0
// The chances beside their slow twin (support/slow_chance.hpp) on many small random plans.
#include "proposals/promise_chance.hpp"
#include "support/random_plan.hpp"
#include "support/slow_chance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

namespace keepable::proposals {
namespace {

using planning::CheckedPlan;
using planning::checkPromises;
using planning::Deal;
using planning::DealIndex;
using planning::PlanInput;
using planning::Probability;
using support::SlowPlan;

#ifdef NDEBUG
constexpr std::uint64_t kPlans = 6'000;
#else
constexpr std::uint64_t kPlans = 1'000;
#endif
constexpr std::size_t kMostOpenDeals = 10;

const ChanceMethod kScenariosOnly{.most_situations = 0};
const ChanceMethod kAllLaidOut{.most_situations = 0, .most_cells = 0};

// A random plan in which deals meet: half of the firm deals are open as well, and capacity may be scarce.
PlanInput openPlan(std::uint64_t seed) {
    PlanInput plan = support::randomPlan(seed);
    support::Dice dice(seed);
    for (Deal& deal : plan.deals) {
        if (deal.status == planning::DealClass::kFirm && dice.onceIn(2)) {
            deal.status = planning::DealClass::kTentative;
        }
    }
    for (Deal& deal : plan.deals) {
        if (!deal.probability && !dice.onceIn(4)) {
            deal.probability = Probability{dice.between(0, 100) * 10'000'000};
        }
    }
    if (!dice.onceIn(4)) {
        for (planning::CapacityEntry& entry : plan.capacity) {
            entry.hours.units = entry.hours.units * 3 / 5;
        }
    }
    return plan;
}

// To the next eighth: then every chance is a binary fraction, and no rounding can hide a difference.
void roundOdds(PlanInput& plan) {
    constexpr std::int64_t kEighth = Probability::kUnitsInOne / 8;
    for (Deal& deal : plan.deals) {
        if (deal.probability) {
            deal.probability->units = (deal.probability->units + kEighth / 2) / kEighth * kEighth;
        }
    }
}

TEST(RandomPlans, HaveExactlyTheChancesThatAllOutcomesGive) {
    std::cout << kPlans << " plans from seed 0\n";
    int compared = 0;
    int uncertain = 0;
    for (std::uint64_t seed = 0; seed < kPlans && !testing::Test::HasFailure(); ++seed) {
        PlanInput input = openPlan(seed);
        const bool is_rounded = seed % 2 == 0;
        if (is_rounded) {
            roundOdds(input);
        }
        const SlowPlan slow(input);
        if (support::openDealsOf(slow) > kMostOpenDeals) {
            continue;
        }
        const auto expected = support::slowChances(input, slow);
        const CheckedPlan plan = checkPromises(input);
        PromiseChances chances(plan);
        for (DealIndex deal = 0; deal < input.deals.size(); ++deal) {
            const auto chance = chances.of(plan, deal);
            ASSERT_EQ(chance.has_value(), expected[deal].has_value())
                << "seed " << seed << ", deal " << deal;
            if (!chance) {
                continue;
            }
            ++compared;
            uncertain += *expected[deal] > 0 && *expected[deal] < 1 ? 1 : 0;
            EXPECT_TRUE(chance->isExact()) << "seed " << seed << ", deal " << deal;
            if (is_rounded) {
                EXPECT_EQ(chance->value, *expected[deal])
                    << "seed " << seed << ", deal " << deal << "\n"
                    << support::planText(input);
            } else {
                EXPECT_NEAR(chance->value, *expected[deal], 1e-14)
                    << "seed " << seed << ", deal " << deal << "\n"
                    << support::planText(input);
            }
        }
    }
    std::cout << compared << " chances compared, " << uncertain << " between 0 and 1\n";
    EXPECT_GT(uncertain, static_cast<int>(kPlans / 20));
}

TEST(RandomPlans, HaveInScenariosTheChancesThatAreExact) {
    constexpr int kAsked = 1'000;
    int plans = 0;
    int counted = 0;
    int beyond_three = 0;
    double farthest = 0;
    std::uint64_t seed = 50'000;
    for (; plans < kAsked; ++seed) {
        const PlanInput input = openPlan(seed);
        const CheckedPlan plan = checkPromises(input);
        PromiseChances exact(plan);
        PromiseChances in_scenarios(plan, kScenariosOnly);
        bool is_asked = false;
        for (DealIndex deal = 0; deal < input.deals.size(); ++deal) {
            const auto expected = exact.of(plan, deal);
            const auto chance = in_scenarios.of(plan, deal);
            if (!chance || chance->isExact() || !expected->isExact()) {
                continue;
            }
            is_asked = true;
            ++counted;
            const double error = std::abs(chance->value - expected->value) / chance->standard_error;
            beyond_three += error > 3 ? 1 : 0;
            farthest = std::max(farthest, error);
            EXPECT_LE(error, 5) << "seed " << seed << ", deal " << deal;
            EXPECT_LE(chance->standard_error, 0.01);
        }
        plans += is_asked ? 1 : 0;
    }
    std::cout << plans << " plans up to seed " << seed << ", " << counted << " chances counted, "
              << beyond_three << " beyond 3 standard errors, the farthest at " << farthest << '\n';
    EXPECT_LE(beyond_three * 100, counted);
}

// Scenario for scenario the same: contested spans are equivalent to laying out the work.
TEST(RandomPlans, HaveTheSameCountsWithWorkLaidOutAsWithContestedSpans) {
    std::uint64_t counted = 0;
    const auto compare = [&](const PlanInput& input, std::uint64_t seed) {
        const CheckedPlan plan = checkPromises(input);
        PromiseChances by_spans(plan, kScenariosOnly);
        PromiseChances laid_out(plan, kAllLaidOut);
        for (DealIndex deal = 0; deal < input.deals.size(); ++deal) {
            const auto one = by_spans.of(plan, deal);
            const auto other = laid_out.of(plan, deal);
            ASSERT_EQ(one.has_value(), other.has_value());
            if (one) {
                ASSERT_EQ(one->value, other->value) << "seed " << seed << ", deal " << deal << "\n"
                                                    << support::planText(input);
                counted += one->isExact() ? 0 : 1;
            }
        }
    };
    for (std::uint64_t seed = 90'000; seed < 90'000 + kPlans / 10; ++seed) {
        PlanInput input = openPlan(seed);
        input.settings.scenarios = 100;
        compare(input, seed);
    }
    for (std::uint64_t seed = 0; seed < kPlans / 200; ++seed) {
        compare(support::largeRandomPlan(seed), seed);
    }
    std::cout << counted << " chances counted twice\n";
    EXPECT_GT(counted, 20U);
}

} // namespace
} // namespace keepable::proposals
