// SPDX-License-Identifier: MPL-2.0
#include "proposals/plan_comparison.hpp"

#include <limits>
#include <stdexcept>

namespace keepable::proposals {

using planning::DealIndex;
using planning::Money;
using planning::Verdict;

namespace {

void addTo(Money& sum, Money value) {
    if (__builtin_add_overflow(sum.units, value.units, &sum.units)) {
        sum.units = std::numeric_limits<std::int64_t>::max();
    }
}

} // namespace

PlanFigures figuresOf(const planning::CheckedPlan& plan) {
    PlanFigures figures;
    for (DealIndex deal = 0; deal < plan.report.verdicts.size(); ++deal) {
        const Verdict verdict = plan.report.verdicts[deal];
        const Money value = plan.input.deals[deal].value.value_or(Money{});
        ++figures.deals[static_cast<std::size_t>(verdict)];
        if (verdict == Verdict::kKeepable) {
            addTo(figures.keepable, value);
        } else if (verdict == Verdict::kAtRisk || verdict == Verdict::kInfeasible) {
            addTo(figures.at_risk, value);
        }
    }
    return figures;
}

std::optional<PlanComparison> comparePlans(planning::CheckedPlan& before,
                                           planning::CheckedPlan& after,
                                           const std::function<bool()>& should_stop) {
    if (before.report.verdicts.size() != after.report.verdicts.size()) {
        throw std::logic_error("plan comparison: plans of different deals");
    }
    PlanComparison comparison{figuresOf(before), figuresOf(after), {}};
    constexpr DealIndex kBetweenQuestions = 64;
    for (DealIndex deal = 0; deal < before.report.verdicts.size(); ++deal) {
        if (should_stop && deal % kBetweenQuestions == 0 && should_stop()) {
            return std::nullopt;
        }
        PlanDifference difference;
        difference.deal = deal;
        difference.before = before.report.verdicts[deal];
        difference.after = after.report.verdicts[deal];
        difference.earliest_before = earliestDate(before, deal);
        difference.earliest_after = earliestDate(after, deal);
        if (difference.before != difference.after ||
            difference.earliest_before != difference.earliest_after) {
            comparison.differences.push_back(difference);
        }
    }
    return comparison;
}

} // namespace keepable::proposals
