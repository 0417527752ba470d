// SPDX-License-Identifier: MPL-2.0
#include "views/plan_summary.hpp"

#include "views/amount_text.hpp"

#include <optional>

namespace keepable::views {

using planning::Verdict;

PlanSummary summaryOf(const PlanAnswers& answers) {
    const auto& deals = answers.input().deals;
    const auto& verdicts = answers.report().verdicts;
    PlanSummary summary;
    summary.deals = deals.size();
    for (std::size_t deal = 0; deal < deals.size(); ++deal) {
        const std::optional<planning::Money>& value = deals[deal].value;
        switch (verdicts[deal]) {
        case Verdict::kInfeasible:
            ++summary.infeasible;
            summary.infeasible_value += value.value_or(planning::Money{});
            summary.without_value += value ? 0 : 1;
            break;
        case Verdict::kAtRisk:
            ++summary.at_risk;
            summary.at_risk_value += value.value_or(planning::Money{});
            summary.without_value += value ? 0 : 1;
            break;
        case Verdict::kCheckRow:
            ++summary.to_check;
            break;
        case Verdict::kKeepable:
            ++summary.keepable;
            break;
        case Verdict::kClosed:
            ++summary.closed;
            break;
        }
    }
    return summary;
}

std::string countsText(const PlanSummary& summary, const Texts& texts) {
    return texts("plan.counts", {std::to_string(summary.infeasible),
                                 std::to_string(summary.at_risk), std::to_string(summary.to_check),
                                 std::to_string(summary.keepable), std::to_string(summary.closed)});
}

std::string valueText(const PlanSummary& summary, const Texts& texts,
                      const tables::TextLocale& locale) {
    if (summary.infeasible + summary.at_risk == 0) {
        return {};
    }
    std::string text =
        texts("plan.value", {moneyText(summary.infeasible_value + summary.at_risk_value, locale),
                             moneyText(summary.infeasible_value, locale),
                             moneyText(summary.at_risk_value, locale)});
    if (summary.without_value != 0) {
        text += ' ' + texts.counted("plan.withoutValue", summary.without_value);
    }
    return text;
}

bool isDayOver(planning::Day as_of, planning::Day made_on, planning::Day today) {
    return as_of == made_on && made_on != today;
}

} // namespace keepable::views
