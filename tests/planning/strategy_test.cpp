// SPDX-License-Identifier: MPL-2.0
#include "planning/strategy.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace keepable::planning {
namespace {

using support::PlanBuilder;

TEST(Strategies, AreThoseOfTheFirstRuleThatHolds) {
    PlanBuilder plan("2026-03-01");
    plan.firm("Welding", 1, "2026-03-20");
    plan.deal(0).value = Money::whole(5'000);
    plan.deal(0).priority = Priority::whole(2);
    const auto first = [&](const StrategyRule& rule, DealParties parties = {7, 9}) {
        const auto all = strategiesFor(plan.input(), {parties}, {rule, {Strategy::kWin}});
        return all.front().rule;
    };
    EXPECT_EQ(first({}), 0U);
    EXPECT_EQ(first({.deal_class = DealClass::kFirm}), 0U);
    EXPECT_EQ(first({.deal_class = DealClass::kHeld}), 1U);
    EXPECT_EQ(first({.customer = 7}), 0U);
    EXPECT_EQ(first({.customer = 9}), 1U);
    EXPECT_EQ(first({.customer = kNobody}, {}), 1U);
    EXPECT_EQ(first({.customer = 7, .owner = 9}), 0U);
    EXPECT_EQ(first({.customer = 7, .owner = 7}), 1U);
    EXPECT_EQ(first({.value_from = Money::whole(5'000)}), 0U);
    EXPECT_EQ(first({.value_from = Money::whole(5'001)}), 1U);
    EXPECT_EQ(first({.value_to = Money::whole(5'000)}), 0U);
    EXPECT_EQ(first({.value_to = Money::whole(4'999)}), 1U);
    EXPECT_EQ(first({.priority = Priority::whole(2)}), 0U);
    EXPECT_EQ(first({.priority = Priority::whole(1)}), 1U);
    plan.deal(0).value.reset();
    EXPECT_EQ(first({.value_to = Money::whole(5'000)}), 1U);
    EXPECT_EQ(strategiesFor(plan.input(), {}, {{Strategy::kWin}}).front(),
              (DealStrategy{Strategy::kWin, 0}));
    EXPECT_THROW((void)strategiesFor(plan.input(), {{}, {}}, {}), std::logic_error);
}

TEST(Strategies, AreByClassWithoutRules) {
    PlanBuilder plan("2026-03-01");
    plan.firm("Welding", 1, "2026-03-20");
    plan.held("Welding", 1, "2026-03-20", "2026-03-01");
    plan.held("Welding", 1, "2026-03-20", "2026-02-28"); // its hold has run out
    plan.tentative("Welding", 1, "2026-03-20");
    std::vector<Strategy> strategies;
    for (const DealStrategy& each : strategiesFor(plan.input(), {}, {})) {
        EXPECT_EQ(each.rule, kNone);
        strategies.push_back(each.strategy);
    }
    EXPECT_EQ(strategies, (std::vector{Strategy::kGain, Strategy::kGain, Strategy::kRedistribute,
                                       Strategy::kRedistribute}));
}

TEST(Strategies, HaveNames) {
    for (std::uint8_t i = 0; i < 5; ++i) {
        const auto strategy = static_cast<Strategy>(i);
        EXPECT_EQ(strategyNamed(strategyName(strategy)), strategy);
    }
    EXPECT_FALSE(strategyNamed("Win"));
}

} // namespace
} // namespace keepable::planning
