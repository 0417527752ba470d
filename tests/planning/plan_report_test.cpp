// SPDX-License-Identifier: MPL-2.0
#include "planning/plan_report.hpp"

#include <gtest/gtest.h>

namespace keepable::planning {
namespace {

PlanReport reportOfFour() {
    PlanReport report;
    report.verdicts = {Verdict::kInfeasible, Verdict::kKeepable, Verdict::kClosed,
                       Verdict::kInfeasible};
    Refusal first;
    first.deal = 0;
    Refusal second;
    second.deal = 3;
    report.refusals = {first, second};
    return report;
}

TEST(PlanReport, CountsVerdicts) {
    const PlanReport report = reportOfFour();
    EXPECT_EQ(report.count(Verdict::kInfeasible), 2U);
    EXPECT_EQ(report.count(Verdict::kKeepable), 1U);
    EXPECT_EQ(report.count(Verdict::kAtRisk), 0U);
}

TEST(PlanReport, FindsTheRefusalOfARefusedDealAlone) {
    const PlanReport report = reportOfFour();
    ASSERT_NE(report.refusalOf(3), nullptr);
    EXPECT_EQ(report.refusalOf(3)->deal, 3U);
    EXPECT_EQ(report.refusalOf(0), &report.refusals[0]);
    EXPECT_EQ(report.refusalOf(1), nullptr);
    EXPECT_EQ(report.refusalOf(99), nullptr);
}

} // namespace
} // namespace keepable::planning
