// SPDX-License-Identifier: MPL-2.0
#include "views/plans.hpp"
#include "views/portfolio_sheet.hpp"

#include <gtest/gtest.h>

#include <map>
#include <utility>

namespace keepable::views {
namespace {

using portfolio::bestPortfolio;
using portfolio::Portfolio;
using portfolio::SolverEnd;

PlanAnswers threeDeals() {
    return answersOf({{"Deal", "Item", "Quantity", "Promised date", "Value"},
                      {"A", "Boiler", 30, "2026-01-09", 100},
                      {"B", "Boiler", 30, "2026-01-09", 60},
                      {"=C", "Crane", 5, "2026-01-09", tables::kEmptyCell}});
}

TEST(PortfolioSheet, SaysWhatBecomesOfEveryDeal) {
    PlanAnswers answers = threeDeals();
    Portfolio portfolio = bestPortfolio(answers.plan(), {}, nullptr, {});
    // As a solver proves it: 100 and 60 are all that can be had.
    portfolio.bound = portfolio.value;
    portfolio.end = SolverEnd::kProven;
    const auto cells = portfolioSheet(answers, portfolio, english(), tables::context().locale);
    std::map<std::pair<std::int32_t, std::int32_t>, SheetValue> sheet;
    for (const ShownCell& cell : cells) {
        EXPECT_TRUE(sheet.emplace(std::pair{cell.row, cell.column}, cell.value).second);
    }
    const char* headings[] = {"Deal", "Decision", "New date", "Value"};
    for (std::int32_t column = 0; column < 4; ++column) {
        EXPECT_EQ((sheet[{0, column}]), SheetValue::of(headings[column]));
    }
    EXPECT_EQ((sheet[{1, 0}]), SheetValue::of("A"));
    EXPECT_EQ((sheet[{1, 1}]), SheetValue::of("KEEP"));
    EXPECT_FALSE(sheet.contains({1, 2}));
    EXPECT_EQ((sheet[{1, 3}]), SheetValue::of(planning::Money::whole(100)));
    EXPECT_EQ((sheet[{2, 1}]), SheetValue::of("RE-DATE"));
    EXPECT_EQ((sheet[{2, 2}]), SheetValue::of(tables::dayOf("2026-01-14")));
    EXPECT_EQ((sheet[{3, 0}]), SheetValue::of("=C"));
    EXPECT_EQ((sheet[{3, 1}]), SheetValue::of("DECLINE"));
    EXPECT_FALSE(sheet.contains({3, 3}));
    EXPECT_EQ((sheet[{0, 5}]), SheetValue::of("Proven: no other choice is better."));
    EXPECT_EQ((sheet[{1, 5}]),
              SheetValue::of("Goal: the most value. Reached: 160; more than 160 is not possible."));
    EXPECT_EQ((sheet[{2, 5}]), SheetValue::of("Kept: 1, re-dated: 1, declined: 1."));
}

TEST(PortfolioSheet, GapsAreRoundedUp) {
    const auto& locale = tables::context().locale;
    const auto gap = [&](std::int64_t value, std::int64_t bound) {
        return gapSentence(value, bound, english(), locale);
    };
    EXPECT_EQ(gap(996, 1'000), "At most 0.4 % below the best possible.");
    EXPECT_EQ(gap(995'999, 1'000'000), "At most 0.5 % below the best possible.");
    EXPECT_EQ(gap(999'999'990, 1'000'000'000), "At most 0.0001 % below the best possible.");
    EXPECT_EQ(gap(0, 10), "At most 100 % below the best possible.");
    EXPECT_EQ(gap(10, 10), "Proven: no other choice is better.");
    EXPECT_EQ(gapSentence(996, 1'000, german(), tables::germanContext().locale),
              "Höchstens 0,4 % unter dem bestmöglichen Ergebnis.");
}

TEST(PortfolioSheet, SaysWhyASearchEndedEarly) {
    PlanAnswers answers = threeDeals();
    Portfolio portfolio;
    portfolio.value = 9'000'000;
    portfolio.bound = 10'000'000;
    for (const auto& [end, sentence] :
         {std::pair{SolverEnd::kTimeIsUp, "The search ended when its time was up."},
          std::pair{SolverEnd::kCancelled, "The search was stopped."},
          std::pair{SolverEnd::kFailed, "The solver could not finish; this is the best that was "
                                        "found without it."}}) {
        portfolio.end = end;
        const auto cells = portfolioSheet(answers, portfolio, english(), tables::context().locale);
        EXPECT_EQ(cells[4].value, SheetValue::of("At most 10 % below the best possible."));
        EXPECT_EQ(cells[5].value, SheetValue::of(sentence));
    }
    EXPECT_EQ(
        progressSentence({portfolio.value, portfolio.bound}, english(), tables::context().locale),
        "Reached so far: 900. At most 10 % below the best possible.");
}

} // namespace
} // namespace keepable::views
