// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "review/people.hpp"

#include <gtest/gtest.h>

namespace keepable::review {
namespace {

using support::name;

People people() {
    return People{{{name("Ann"), Side::kSales, {name("D-7")}},
                   {name("Otto"), Side::kOps, {name("Welding")}},
                   {name("Olga"), Side::kOps, {name("Assembly"), name("Welding")}},
                   {name("otto"), Side::kSales, {name("Paint")}}}};
}

TEST(People, AreFoundByNameWhateverTheCase) {
    ASSERT_NE(people().named("ann"), nullptr);
    EXPECT_EQ(people().sideOf("ann"), Side::kSales);
    EXPECT_EQ(people().named("nobody"), nullptr);
    EXPECT_EQ(people().sideOf("nobody"), Side::kNeither);
}

TEST(People, RowsOfOnePersonAddUpAndTheFirstSideCounts) {
    EXPECT_EQ(people().all().size(), 3U);
    EXPECT_EQ(people().sideOf("otto"), Side::kOps);
    EXPECT_EQ(people().named("otto")->owns.size(), 2U);
}

TEST(People, OwnersAreAskedForByWhatIsOwnedAndBySide) {
    const People all = people();
    const auto welding = all.ownersOf("welding", Side::kOps);
    ASSERT_EQ(welding.size(), 2U);
    EXPECT_EQ(welding[0]->name.text, "Otto");
    EXPECT_EQ(welding[1]->name.text, "Olga");
    EXPECT_TRUE(all.ownersOf("welding", Side::kSales).empty());
    EXPECT_TRUE(all.ownersOf("unknown", Side::kOps).empty());
    EXPECT_TRUE(all.owns("ann", "d-7"));
    EXPECT_FALSE(all.owns("ann", "welding"));
    EXPECT_FALSE(all.owns("nobody", "welding"));
}

TEST(People, RowsWithoutANameAreNobody) {
    EXPECT_TRUE((People{{{{}, Side::kSales, {}}}}).isEmpty());
}

} // namespace
} // namespace keepable::review
