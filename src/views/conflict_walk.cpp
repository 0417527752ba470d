// SPDX-License-Identifier: MPL-2.0
#include "views/conflict_walk.hpp"

#include <algorithm>

namespace keepable::views {

using planning::DealIndex;
using planning::Verdict;

bool isConflict(Verdict verdict) {
    return verdict == Verdict::kInfeasible || verdict == Verdict::kAtRisk ||
           verdict == Verdict::kCheckRow;
}

std::vector<std::string> conflictsByRank(const PlanAnswers& answers) {
    std::vector<std::string> names;
    for (const DealIndex deal : answers.report().rank_order) {
        if (isConflict(answers.verdict(deal))) {
            names.push_back(answers.text(deal).name);
        }
    }
    const auto& verdicts = answers.report().verdicts;
    for (std::size_t deal = 0; deal < verdicts.size(); ++deal) {
        if (verdicts[deal] == Verdict::kCheckRow) {
            names.push_back(answers.text(static_cast<DealIndex>(deal)).name);
        }
    }
    return names;
}

std::optional<std::size_t> placeAfter(const std::vector<std::string>& order, std::string_view from,
                                      std::optional<std::size_t> left_at, Step step) {
    const std::size_t count = order.size();
    if (count == 0) {
        return std::nullopt;
    }
    const auto found = std::find(order.begin(), order.end(), from);
    if (found != order.end()) {
        const auto place = static_cast<std::size_t>(found - order.begin());
        return (place + (step == Step::kNext ? 1 : count - 1)) % count;
    }
    const std::size_t place = left_at.value_or(0) < count ? left_at.value_or(0) : 0;
    return step == Step::kNext ? place : (place + count - 1) % count;
}

} // namespace keepable::views
