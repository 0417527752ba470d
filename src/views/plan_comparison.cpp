// SPDX-License-Identifier: MPL-2.0
#include "views/plan_comparison.hpp"

#include "views/amount_text.hpp"
#include "views/words.hpp"

namespace keepable::views {

using planning::Verdict;
using proposals::PlanDifference;
using proposals::PlanFigures;

namespace {

std::string dealLine(const PlanAnswers& answers, const PlanDifference& difference,
                     const Texts& texts) {
    const auto day = [&](const std::optional<planning::Day>& date) {
        return date ? isoText(*date) : texts("whatif.noDate");
    };
    std::string line =
        texts("whatif.deal", {answers.text(difference.deal).name, verdictWord(difference.before)});
    if (difference.after != difference.before) {
        line = texts("whatif.verdict",
                     {answers.text(difference.deal).name, verdictWord(difference.before),
                      verdictWord(difference.after)});
    }
    if (difference.earliest_before != difference.earliest_after) {
        line += texts("whatif.earliest",
                      {day(difference.earliest_before), day(difference.earliest_after)});
    }
    return line;
}

} // namespace

ShownComparison shownComparison(const PlanAnswers& answers,
                                const proposals::PlanComparison& comparison, const Texts& texts,
                                const tables::TextLocale& locale) {
    ShownComparison shown;
    const PlanFigures& before = comparison.before;
    const PlanFigures& after = comparison.after;
    const auto add_count = [&](std::string_view key, Verdict verdict) {
        shown.figures.push_back({texts(key), std::to_string(before.count(verdict)),
                                 std::to_string(after.count(verdict))});
    };
    add_count("whatif.keepable", Verdict::kKeepable);
    add_count("whatif.atRisk", Verdict::kAtRisk);
    add_count("whatif.infeasible", Verdict::kInfeasible);
    add_count("whatif.toCheck", Verdict::kCheckRow);
    shown.figures.push_back({texts("whatif.keepableValue"), moneyText(before.keepable, locale),
                             moneyText(after.keepable, locale)});
    shown.figures.push_back({texts("whatif.riskValue"), moneyText(before.at_risk, locale),
                             moneyText(after.at_risk, locale)});
    shown.heading = comparison.differences.empty()
                        ? texts("whatif.noDifference")
                        : texts.counted("whatif.differences", comparison.differences.size());
    for (const PlanDifference& difference : comparison.differences) {
        shown.deals.push_back(dealLine(answers, difference, texts));
    }
    return shown;
}

} // namespace keepable::views
