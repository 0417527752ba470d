// SPDX-License-Identifier: MPL-2.0
#include "planning/plan_report.hpp"

#include <algorithm>

namespace keepable::planning {

std::uint32_t PlanReport::count(Verdict verdict) const {
    return static_cast<std::uint32_t>(std::count(verdicts.begin(), verdicts.end(), verdict));
}

const Refusal* PlanReport::refusalOf(DealIndex deal) const {
    const auto found = std::lower_bound(
        refusals.begin(), refusals.end(), deal,
        [](const Refusal& refusal, DealIndex wanted) { return refusal.deal < wanted; });
    return found != refusals.end() && found->deal == deal ? &*found : nullptr;
}

} // namespace keepable::planning
