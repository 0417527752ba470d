// SPDX-License-Identifier: MPL-2.0
#include "portfolio/portfolio.hpp"
#include "portfolio/selections.hpp"
#include "portfolio/solver_process.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace keepable::portfolio {
namespace {

void expectProven(const Selection& selection) {
    planning::CheckedPlan plan = planning::checkPromises(planOf(selection));
    SolverProcess solver(KEEPABLE_SOLVER);
    const Portfolio portfolio = bestPortfolio(plan, {.most_later_dates = 0}, &solver, {});
    EXPECT_TRUE(portfolio.is_proven) << selection.name << ": " << portfolio.failure;
    EXPECT_EQ(portfolio.value, std::llround(selection.optimum * planning::Money::kUnitsInOne))
        << selection.name;
}

TEST(Selections, TheSevenOfPetersenAreProven) {
    const std::vector<Selection> selections = sevenSelections();
    if (selections.empty()) {
        GTEST_SKIP() << KEEPABLE_SHARED_DATA "/orlib_mknap1/mknap1.txt is not there";
    }
    EXPECT_EQ(selections.size(), 7U);
    for (const Selection& selection : selections) {
        expectProven(selection);
    }
}

TEST(Selections, SomeOfTheOthersAreProven) {
    const std::vector<Selection> selections = sac94Selections();
    if (selections.empty()) {
        GTEST_SKIP() << KEEPABLE_SHARED_DATA "/mkp_sac94 is not there";
    }
    EXPECT_EQ(selections.size(), 54U);
    constexpr std::array kQuick{"hp1", "pb4", "pb5", "sento2", "weing1", "weing8", "weish12"};
    std::size_t found = 0;
    for (const Selection& selection : selections) {
        for (const char* name : kQuick) {
            if (selection.name == name) {
                expectProven(selection);
                ++found;
            }
        }
    }
    EXPECT_EQ(found, kQuick.size());
}

} // namespace
} // namespace keepable::portfolio
