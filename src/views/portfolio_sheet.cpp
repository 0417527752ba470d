// SPDX-License-Identifier: MPL-2.0
#include "views/portfolio_sheet.hpp"

#include "views/amount_text.hpp"

#include <array>
#include <cstddef>

namespace keepable::views {

using planning::Money;
using portfolio::Decision;
using portfolio::DecisionKind;
using portfolio::Goal;
using portfolio::Portfolio;
using portfolio::SolverEnd;

namespace {

constexpr std::array<std::string_view, 4> kHeadings{"Deal", "Decision", "New date", "Value"};

std::string reached(std::int64_t units, const tables::TextLocale& locale) {
    return moneyText(Money{units}, locale);
}

// Empty where the gap says it all.
std::string endSentence(SolverEnd end, const Texts& texts) {
    switch (end) {
    case SolverEnd::kProven:
        break;
    case SolverEnd::kTimeIsUp:
        return texts("portfolio.end.time");
    case SolverEnd::kCancelled:
        return texts("portfolio.end.cancelled");
    case SolverEnd::kFailed:
        return texts("portfolio.end.failed");
    }
    return {};
}

std::string countsSentence(const Portfolio& portfolio, const Texts& texts) {
    std::array<std::size_t, 3> counts{};
    for (const Decision& decision : portfolio.decisions) {
        ++counts[static_cast<std::size_t>(decision.kind)];
    }
    return texts("portfolio.counts",
                 {std::to_string(counts[0]), std::to_string(counts[1]), std::to_string(counts[2])});
}

} // namespace

std::string goalText(Goal goal, const Texts& texts) {
    switch (goal) {
    case Goal::kValue:
        return texts("portfolio.goal.value");
    case Goal::kExpectedValue:
        return texts("portfolio.goal.expected");
    case Goal::kValuePerBottleneckHour:
        return texts("portfolio.goal.per_hour");
    }
    return {};
}

std::string gapSentence(std::int64_t value, std::int64_t bound, const Texts& texts,
                        const tables::TextLocale& locale) {
    Portfolio measured;
    measured.value = value;
    measured.bound = bound;
    const std::int64_t gap = measured.gapMillionths();
    if (gap == 0) {
        return texts("portfolio.proven");
    }
    // Tenths of a per cent, finer only where that would be zero.
    std::int64_t step = 1'000;
    while (step > gap) {
        step /= 10;
    }
    const std::int64_t shown = (gap + step - 1) / step * step;
    constexpr int kDecimalsOfPerCent = 4;
    return texts("portfolio.gap",
                 {amountText(shown, kDecimalsOfPerCent, kDecimalsOfPerCent, locale)});
}

std::string progressSentence(const portfolio::PortfolioProgress& progress, const Texts& texts,
                             const tables::TextLocale& locale) {
    return texts("portfolio.progress",
                 {reached(progress.value, locale),
                  gapSentence(progress.value, progress.bound, texts, locale)});
}

std::vector<ShownCell> portfolioSheet(const PlanAnswers& answers, const Portfolio& portfolio,
                                      const Texts& texts, const tables::TextLocale& locale) {
    std::vector<ShownCell> cells;
    for (std::size_t column = 0; column < kHeadings.size(); ++column) {
        cells.push_back({0, static_cast<std::int32_t>(column), SheetValue::of(kHeadings[column]),
                         ShownLook::kTableHeading});
    }
    std::int32_t row = 0;
    for (const Decision& decision : portfolio.decisions) {
        ++row;
        cells.push_back(
            {row, 0, SheetValue::of(answers.text(decision.deal).name), ShownLook::kText});
        cells.push_back({row, 1, SheetValue::of(decisionWord(decision.kind)), ShownLook::kText});
        if (decision.date) {
            cells.push_back({row, 2, SheetValue::of(*decision.date), ShownLook::kText});
        }
        if (const auto& value = answers.input().deals[decision.deal].value) {
            cells.push_back({row, 3, SheetValue::of(*value), ShownLook::kText});
        }
    }
    std::int32_t note = 0;
    for (const std::string& sentence :
         {gapSentence(portfolio.value, portfolio.bound, texts, locale),
          endSentence(portfolio.end, texts),
          texts("portfolio.reached",
                {goalText(portfolio.goal, texts), reached(portfolio.value, locale),
                 reached(portfolio.bound, locale)}),
          countsSentence(portfolio, texts)}) {
        if (!sentence.empty()) {
            cells.push_back(
                {note++, kPortfolioNoteColumn, SheetValue::of(sentence), ShownLook::kNote});
        }
    }
    return cells;
}

} // namespace keepable::views
