// SPDX-License-Identifier: MPL-2.0
// The engine beside its slow twin (support/slow_plan.hpp) on many small random plans.
#include "support/compare_plans.hpp"
#include "support/random_plan.hpp"
#include "support/slow_plan.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <iostream>
#include <string>

namespace keepable::planning {
namespace {

using support::Depth;

#ifdef NDEBUG
constexpr std::uint64_t kPlansInBlock = 25'000;
constexpr std::uint64_t kLargePlans = 60;
#else
constexpr std::uint64_t kPlansInBlock = 2'000;
constexpr std::uint64_t kLargePlans = 5;
#endif
constexpr std::uint64_t kBlocks = 4;
constexpr std::uint64_t kOneInIsComparedInFull = 4;

void compare(const PlanInput& plan, Depth depth, std::uint64_t seed) {
    const std::string differences = support::differences(plan, depth);
    if (differences.empty()) {
        return;
    }
    const PlanInput smallest = support::shrunk(plan, [depth](const PlanInput& smaller) {
        return !support::differences(smaller, depth).empty();
    });
    FAIL() << "seed " << seed << "\n"
           << differences << "\nthe plan:\n"
           << support::planText(plan) << "\nthe smallest plan that still differs:\n"
           << support::planText(smallest) << support::differences(smallest, depth);
}

class RandomPlans : public testing::TestWithParam<std::uint64_t> {};

TEST_P(RandomPlans, GetTheSameAnswersFromTheEngineAndTheSlowTwin) {
    const std::uint64_t first_seed = GetParam() * 1'000'000;
    std::cout << kPlansInBlock << " plans from seed " << first_seed << ", one in "
              << kOneInIsComparedInFull << " compared in full\n";
    for (std::uint64_t i = 0; i < kPlansInBlock && !HasFatalFailure(); ++i) {
        const std::uint64_t seed = first_seed + i;
        compare(support::randomPlan(seed),
                i % kOneInIsComparedInFull == 0 ? Depth::kEverything : Depth::kVerdicts, seed);
    }
}

TEST(LargeRandomPlans, GetTheSameAnswersFromTheEngineAndTheSlowTwin) {
    std::cout << kLargePlans << " large plans from seed 0\n";
    for (std::uint64_t seed = 0; seed < kLargePlans && !testing::Test::HasFatalFailure(); ++seed) {
        compare(support::largeRandomPlan(seed), Depth::kReasons, seed);
    }
}

INSTANTIATE_TEST_SUITE_P(Block, RandomPlans, testing::Range<std::uint64_t>(0, kBlocks));

TEST(RandomPlansTogether, BringUpEveryVerdictAndEveryReason) {
    std::array<int, 5> verdicts{};
    std::array<int, 5> reasons{};
    int placed = 0;
    int unplaced = 0;
    for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
        const support::SlowPlan plan(support::randomPlan(seed));
        for (DealIndex deal = 0; deal < plan.verdicts().size(); ++deal) {
            ++verdicts[static_cast<std::size_t>(plan.verdicts()[deal])];
            const auto refusal = plan.refusalOf(deal);
            if (refusal) {
                ++reasons[static_cast<std::size_t>(refusal->reason)];
                if (plan.classes()[deal] != DealClass::kTentative) {
                    ++(refusal->placed ? placed : unplaced);
                }
            }
        }
    }
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        std::cout << support::text(static_cast<Verdict>(i)) << ' ' << verdicts[i] << ", ";
        EXPECT_GE(verdicts[i], 50) << support::text(static_cast<Verdict>(i));
    }
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        std::cout << support::text(static_cast<RefusalReason>(i)) << ' ' << reasons[i] << ", ";
        EXPECT_GE(reasons[i], 50) << support::text(static_cast<RefusalReason>(i));
    }
    std::cout << "placed " << placed << ", unplaced " << unplaced << '\n';
    EXPECT_GE(placed, 50);
    EXPECT_GE(unplaced, 50);
}

} // namespace
} // namespace keepable::planning
