// SPDX-License-Identifier: MPL-2.0
//
// The store alone, without an office.
#include "office/plan_store.hpp"

#include <gtest/gtest.h>

namespace keepable::office {
namespace {

PlanStore::PlanPointer planOf(std::size_t deals) {
    tables::PlanTables tables;
    planning::Deal closed;
    closed.status = planning::DealClass::kClosed;
    tables.input.deals.assign(deals, closed);
    return std::make_shared<StoredPlan>(views::PlanAnswers{std::move(tables)},
                                        tables::ReadingContext{});
}

TEST(PlanStore, FindsWhatWasKeptUntilTheDocumentCloses) {
    PlanStore store;
    const auto plan = planOf(1);
    store.keep("doc", "ranges", 7, plan);
    EXPECT_EQ(store.find(7), plan);
    EXPECT_EQ(store.find(8), nullptr);
    store.drop("other doc");
    EXPECT_EQ(store.find(7), plan);
    store.drop("doc");
    EXPECT_EQ(store.find(7), nullptr);
    EXPECT_EQ(store.size(), 0U);
}

TEST(PlanStore, ForgetsOldVersionsOfOneSetOfRanges) {
    PlanStore store;
    for (std::uint64_t digest = 0; digest < 100; ++digest) {
        store.keep("doc", "ranges", digest, planOf(1));
    }
    EXPECT_EQ(store.size(), 8U);
    EXPECT_NE(store.find(99), nullptr);
    EXPECT_NE(store.find(92), nullptr);
    EXPECT_EQ(store.find(91), nullptr);
}

TEST(PlanStore, NeverForgetsTheNewestOfASetHoweverManyThereAre) {
    PlanStore store;
    for (std::uint64_t set = 0; set < 500; ++set) {
        store.keep("doc", "ranges " + std::to_string(set), set, planOf(1));
    }
    for (std::uint64_t set = 0; set < 500; ++set) {
        EXPECT_NE(store.find(set), nullptr) << set;
    }
}

TEST(PlanStore, GoingBackToAVersionMakesItTheNewest) {
    PlanStore store;
    for (const std::uint64_t digest : {1, 2, 1, 3, 4, 5, 6, 7, 8, 9}) {
        store.keep("doc", "ranges", digest, planOf(1));
    }
    EXPECT_NE(store.find(1), nullptr);
    EXPECT_EQ(store.find(2), nullptr);
}

TEST(PlanStore, KeepsTwoVersionsOfALargePlan) {
    PlanStore store;
    for (const std::uint64_t digest : {1, 2, 3}) {
        store.keep("doc", "ranges", digest, planOf(1'200'000));
    }
    EXPECT_EQ(store.find(1), nullptr);
    EXPECT_NE(store.find(2), nullptr);
    EXPECT_NE(store.find(3), nullptr);
}

// Ten plans on the same ranges with different settings: each is wanted at every recalculation.
TEST(PlanStore, LearnsThatASetHoldsMorePlansThanItHasVersions) {
    PlanStore store;
    const auto recalculate = [&] {
        for (std::uint64_t digest = 0; digest < 10; ++digest) {
            store.keep("doc", "ranges", digest, planOf(1));
        }
    };
    recalculate();
    EXPECT_EQ(store.find(0), nullptr);
    recalculate();
    for (std::uint64_t digest = 0; digest < 10; ++digest) {
        EXPECT_NE(store.find(digest), nullptr) << digest;
    }
}

// Each inserted row moves the end of the ranges.
TEST(PlanStore, GivesUpSetsOfRangesThatNoCellShowsAnyMore) {
    PlanStore store;
    std::uint64_t digest = 0;
    while (!store.isCrowded("doc")) {
        store.keep("doc", "ranges " + std::to_string(digest), digest, planOf(100'000));
        ++digest;
        ASSERT_LT(digest, 100U);
    }
    store.retain("doc", {digest - 1});
    EXPECT_EQ(store.size(), 1U);
    EXPECT_NE(store.find(digest - 1), nullptr);
    EXPECT_FALSE(store.isCrowded("doc"));
}

TEST(PlanStore, IsNotCrowdedByPlansThatAreAllShown) {
    PlanStore store;
    std::set<std::uint64_t> shown;
    for (std::uint64_t digest = 0; digest < 30; ++digest) {
        store.keep("doc", "ranges " + std::to_string(digest), digest, planOf(100'000));
        shown.insert(digest);
    }
    EXPECT_TRUE(store.isCrowded("doc"));
    store.retain("doc", shown);
    EXPECT_EQ(store.size(), 30U);
    EXPECT_FALSE(store.isCrowded("doc"));
}

TEST(PlanStore, APlanOfTwoDocumentsStaysWhileOneIsOpen) {
    PlanStore store;
    const auto plan = planOf(1);
    store.keep("one", "ranges", 7, plan);
    store.keep("two", "ranges", 7, plan);
    store.drop("one");
    EXPECT_EQ(store.find(7), plan);
    store.drop("two");
    EXPECT_EQ(store.find(7), nullptr);
}

} // namespace
} // namespace keepable::office
