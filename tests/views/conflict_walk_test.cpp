// SPDX-License-Identifier: MPL-2.0
#include "views/conflict_walk.hpp"
#include "views/plans.hpp"

namespace keepable::views {
namespace {

const std::vector<std::string> kOrder = {"A", "B", "C"};

TEST(ConflictWalk, GoesRoundInBothDirections) {
    EXPECT_EQ(placeAfter(kOrder, "A", std::nullopt, Step::kNext), 1U);
    EXPECT_EQ(placeAfter(kOrder, "C", std::nullopt, Step::kNext), 0U);
    EXPECT_EQ(placeAfter(kOrder, "B", std::nullopt, Step::kPrevious), 0U);
    EXPECT_EQ(placeAfter(kOrder, "A", std::nullopt, Step::kPrevious), 2U);
}

TEST(ConflictWalk, FromElsewhereBeginsAtTheNearerEnd) {
    EXPECT_EQ(placeAfter(kOrder, "X", std::nullopt, Step::kNext), 0U);
    EXPECT_EQ(placeAfter(kOrder, "", std::nullopt, Step::kPrevious), 2U);
}

TEST(ConflictWalk, AfterACureGoesOnWhereTheCuredDealStood) {
    const std::vector<std::string> without_b = {"A", "C"};
    EXPECT_EQ(placeAfter(without_b, "B", 1, Step::kNext), 1U);
    EXPECT_EQ(placeAfter(without_b, "B", 1, Step::kPrevious), 0U);
    const std::vector<std::string> without_c = {"A", "B"};
    EXPECT_EQ(placeAfter(without_c, "C", 2, Step::kNext), 0U);
    EXPECT_EQ(placeAfter(without_c, "C", 2, Step::kPrevious), 1U);
}

TEST(ConflictWalk, ThroughNothingLeadsNowhere) {
    EXPECT_EQ(placeAfter({}, "A", 1, Step::kNext), std::nullopt);
}

TEST(ConflictWalk, TakesConflictsByRankAndRowsToCheckLast) {
    const PlanAnswers answers =
        answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status", "Probability"},
                   {"Unread", "Boiler", "a few", "2026-01-09", "open", 0.5},
                   {"Late", "Boiler", 500, "2026-01-09", "open", 0.5},
                   {"Firm", "Boiler", 400, "2026-01-09", "firm", 1},
                   {"Lost", "Boiler", 400, "2026-01-09", "lost", 0}});
    EXPECT_EQ(conflictsByRank(answers), (std::vector<std::string>{"Firm", "Late", "Unread"}));
}

} // namespace
} // namespace keepable::views
