// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "review/reliability.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace keepable::review {
namespace {

using planning::Probability;
using support::name;

bool same(const Share& left, const Share& right) {
    return left.numerator * right.denominator == right.numerator * left.denominator;
}

TEST(Reliability, IsWhatTheHandComputedSheetSays) {
    const KeptCount all{20, 16};
    EXPECT_TRUE(same(overallShare(all), {3, 4}));
    EXPECT_TRUE(same(shrunkShare({1, 0}, all), {3, 5}));
    EXPECT_TRUE(same(shrunkShare({10, 10}, all), {13, 14}));
    EXPECT_TRUE(same(shrunkShare({0, 0}, all), {3, 4}));
    EXPECT_EQ(shrunkShare({1, 0}, all).rounded(), Probability{600'000'000});
    EXPECT_EQ((Share{2, 3}).rounded(), Probability{666'666'667});
}

TEST(Reliability, IsNeverQuiteSureAndNothingKnownIsHalf) {
    EXPECT_TRUE(same(overallShare({}), {1, 2}));
    EXPECT_TRUE(same(overallShare({1'000'000, 1'000'000}), {1'000'002, 1'000'004}));
    const Share many = shrunkShare({1'000'000, 999'999}, {2'000'000, 1'999'998});
    EXPECT_LT(many.numerator, many.denominator);
    EXPECT_GT(many.toDouble(), 0.999998);
}

TEST(Reliability, OfManyPromisesIsTheirOwnAndOfFewIsThatOfAll) {
    const KeptCount all{1000, 500};
    EXPECT_LT(shrunkShare({1, 1}, all).toDouble(), 0.61);
    EXPECT_GT(shrunkShare({400, 400}, all).toDouble(), 0.99);
}

TEST(Reliability, CountsAPromiseForItsOwnerCustomerResourcesAndItems) {
    std::vector<JudgedPromise> promises(3);
    promises[0] = {0, name("Ann"), name("Acme"), {name("Welding"), name("Paint")}, {name("Oven")}};
    promises[1] = {
        5, name("ANN"), name("Bolt"), {name("Welding"), name("welding")}, {name("Oven")}};
    promises[2] = {0, {}, name("Acme"), {}, {}};
    const Reliability reliability = reliabilityOf(promises);
    EXPECT_EQ(reliability.count, (KeptCount{3, 2}));
    const auto& owners = reliability.rows[static_cast<std::size_t>(ReliabilityOf::kOwner)];
    ASSERT_EQ(owners.size(), 1U);
    EXPECT_EQ(owners[0].count, (KeptCount{2, 1}));
    EXPECT_EQ(owners[0].name.text, "Ann");
    const auto& resources = reliability.rows[static_cast<std::size_t>(ReliabilityOf::kResource)];
    ASSERT_EQ(resources.size(), 2U);
    EXPECT_EQ(resources[0].name.key, "paint");
    EXPECT_EQ(resources[1].count, (KeptCount{2, 1}));
    const auto& customers = reliability.rows[static_cast<std::size_t>(ReliabilityOf::kCustomer)];
    ASSERT_EQ(customers.size(), 2U);
    EXPECT_EQ(customers[0].count, (KeptCount{2, 2}));
}

TEST(Reliability, TellsTheLeastReliableFirst) {
    std::vector<JudgedPromise> promises;
    for (const auto& [owner, days] :
         {std::pair{"Ann", 0}, {"Bob", 2}, {"Cay", 2}, {"Ann", 0}, {"Bob", 1}, {"Dee", 0}}) {
        promises.push_back({days, name(owner), {}, {}, {}});
    }
    const Reliability reliability = reliabilityOf(promises);
    const auto named = [&](std::size_t most) {
        std::string names;
        for (const ReliabilityRow* row : leastReliable(reliability, ReliabilityOf::kOwner, most)) {
            names += row->name.text + " ";
        }
        return names;
    };
    // All 5/10; Bob 2/6, Cay 2/5, Dee 3/5, Ann 4/6.
    EXPECT_EQ(named(9), "Bob Cay Dee Ann ");
    EXPECT_EQ(named(2), "Bob Cay ");
    EXPECT_TRUE(leastReliable(reliability, ReliabilityOf::kItem, 9).empty());
}

TEST(Buffer, IsTheDaysThatWereEnoughForFourPromisesOfFive) {
    const std::vector<std::int32_t> all{0, 0, 0, 0, 0, 0, 1, 2, 5, 10};
    EXPECT_EQ(bufferDays({}, all, kUsualLevel), 2);
    EXPECT_EQ(bufferDays({}, all, Probability{Probability::kUnitsInOne}), 10);
    EXPECT_EQ(bufferDays({}, all, Probability{0}), 0);
    EXPECT_EQ(bufferDays({}, {}, kUsualLevel), 0);
}

TEST(Buffer, OfOneBadPromiseIsDrawnTowardsThatOfAll) {
    std::vector<std::int32_t> all(99, 0);
    all.push_back(30);
    const std::vector<std::int32_t> one{30};
    // (0 + 4 * 0.99) / 5 = 0.792 of the weight is on 0 days: not quite four of five.
    EXPECT_EQ(bufferDays(one, all, kUsualLevel), 30);
    EXPECT_EQ(bufferDays(one, all, Probability{790'000'000}), 0);
}

TEST(Buffer, IsThatOfTheSlowTwin) {
    constexpr unsigned kSeed = 6;
    SCOPED_TRACE("seed " + std::to_string(kSeed));
    std::mt19937 random(kSeed);
    for (int round = 0; round < 500; ++round) {
        std::vector<std::int32_t> all(random() % 30 + 1);
        for (std::int32_t& days : all) {
            days = static_cast<std::int32_t>(random() % 12);
        }
        std::vector<std::int32_t> group(
            all.begin(), all.begin() + static_cast<long>(random() % (all.size() + 1)));
        std::ranges::sort(all);
        std::ranges::sort(group);
        const auto percent = static_cast<std::int64_t>(random() % 101);
        std::int32_t expected = 0;
        for (;; ++expected) {
            const auto up_to = [&](const auto& list) {
                return std::ranges::count_if(list, [&](auto days) { return days <= expected; });
            };
            // Both sides times 100 * all.size() * (group.size() + 4).
            const auto size = static_cast<std::int64_t>(all.size());
            if (100 * (up_to(group) * size + 4 * up_to(all)) >=
                percent * size * (static_cast<std::int64_t>(group.size()) + 4)) {
                break;
            }
        }
        EXPECT_EQ(bufferDays(group, all, Probability{percent * Probability::kUnitsInOne / 100}),
                  expected);
    }
}

TEST(Reliability, DoesNotDependOnTheOrderOfPromises) {
    std::vector<JudgedPromise> promises;
    for (std::int32_t i = 0; i < 12; ++i) {
        promises.push_back({i % 4, name("O" + std::to_string(i % 3)), {}, {}, {}});
    }
    const Reliability forwards = reliabilityOf(promises);
    std::ranges::reverse(promises);
    const Reliability backwards = reliabilityOf(promises);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(forwards.rows[0][i].share, backwards.rows[0][i].share);
        EXPECT_EQ(forwards.rows[0][i].buffer_days, backwards.rows[0][i].buffer_days);
    }
}

} // namespace
} // namespace keepable::review
