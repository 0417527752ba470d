// SPDX-License-Identifier: MPL-2.0
#include "planning/what_if.hpp"
#include "views/plan_comparison.hpp"
#include "views/plans.hpp"
#include "views/re_promise_list.hpp"

#include <gtest/gtest.h>

namespace keepable::views {
namespace {

using planning::Strategy;

PlanAnswers fourDeals() {
    return answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status", "Value"},
                      {"Late", "Boiler", 8, "2026-01-02", "won", 100},
                      {"Full", "Boiler", 40, "2026-01-09", "won", 1000},
                      {"More", "Boiler", 8, "2026-01-09", "open", 20},
                      {"Easy", "Frame", 8, "2026-01-16", "open", 3}});
}

TEST(RePromiseList, SaysWhatMovesAndWhy) {
    PlanAnswers answers = fourDeals();
    const std::vector<planning::DealStrategy> strategies{
        {Strategy::kWin, 0},
        {Strategy::kWin, 0},
        {Strategy::kFill, 1},
        {Strategy::kRedistribute, planning::kNone}};
    const auto result = proposals::rePromise(answers.plan(), strategies).value();
    const RePromiseList list =
        rePromiseList(answers, result, {14, 15}, english(), tables::context().locale);
    EXPECT_EQ(list.summary, "1 later, 1 earlier, 1 kept, 1 for decision, 0 without a date");
    const std::vector<RePromiseLine> expected{
        {"Late", "2026-01-02", "", "win (row 14)", "To be decided: its date is over."},
        {"Easy", "2026-01-16", "2026-01-07", "redistribute (usual)", "Earlier: there is room."},
        {"More", "2026-01-09", "2026-01-13", "fill (row 15)",
         "Later: Welding is 8 h short from 2026-01-05 to 2026-01-09."}};
    EXPECT_EQ(list.lines, expected);
    const RePromiseList in_german =
        rePromiseList(answers, result, {14, 15}, german(), tables::context().locale);
    EXPECT_EQ(in_german.summary, "1 später, 1 früher, 1 gehalten, 1 zu entscheiden, 0 ohne Termin");
    EXPECT_EQ(in_german.lines[0].why, "Zu entscheiden: der Termin ist vorbei.");
}

TEST(PlanComparison, IsShownSideBySide) {
    PlanAnswers answers = fourDeals();
    planning::Assumption lost;
    lost.kind = planning::AssumptionKind::kLost;
    lost.deal = dealNamed(answers, "Full");
    planning::CheckedPlan after =
        planning::checkPromises(planning::whatIf(answers.input(), {"Lost", {lost}}));
    const auto comparison = proposals::comparePlans(answers.plan(), after).value();
    const ShownComparison shown =
        shownComparison(answers, comparison, english(), tables::context().locale);
    const std::vector<ComparedFigure> figures{{"Keepable", "2", "2"},
                                              {"At risk", "0", "0"},
                                              {"Infeasible", "2", "1"},
                                              {"To check", "0", "0"},
                                              {"Value keepable", "1,003", "23"},
                                              {"Value at risk", "120", "100"}};
    EXPECT_EQ(shown.figures, figures);
    EXPECT_EQ(shown.heading, "It makes a difference for 3 deals:");
    const std::vector<std::string> deals{
        "Late: INFEASIBLE, earliest 2026-01-12 → 2026-01-05",
        "Full: KEEPABLE → CLOSED, earliest 2026-01-09 → no date",
        "More: INFEASIBLE → KEEPABLE, earliest 2026-01-13 → 2026-01-06"};
    EXPECT_EQ(shown.deals, deals);
    const auto same = proposals::comparePlans(after, after).value();
    EXPECT_EQ(shownComparison(answers, same, english(), tables::context().locale).heading,
              "It makes no difference for any deal.");
}

} // namespace
} // namespace keepable::views
