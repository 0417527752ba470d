// SPDX-License-Identifier: MPL-2.0
#include "proposals/conflict.hpp"

#include <algorithm>

namespace keepable::proposals {

using planning::CheckedPlan;
using planning::DealIndex;
using planning::Line;
using planning::Load;

Conflict::Conflict(CheckedPlan& plan, DealIndex deal)
    : plan_(plan), deal_(deal), earliest_(earliestDate(plan, deal)),
      lifted_(plan.board.exposure, plan.board.loadsOf(deal)) {}

std::vector<Load> Conflict::loadsOf(std::span<const Line> lines) const {
    std::vector<Load> loads;
    for (const Line& line : lines) {
        appendLoads(plan_.input, line, dealClass(), loads);
    }
    return loads;
}

bool Conflict::fits(std::span<const Line> lines) {
    std::vector<Load> loads = loadsOf(lines);
    const auto is_too_large = [](const Load& load) { return load.hours > planning::kMostHours; };
    if (!isOfferedAsPromised(plan_.input, lines) || std::ranges::any_of(loads, is_too_large) ||
        !layAll(others(), loads)) {
        return false;
    }
    dropAll(others(), loads);
    return true;
}

const PlanPart& Conflict::part() {
    if (!part_) {
        part_.emplace(plan_, deal_);
    }
    return *part_;
}

bool isOfferedAsPromised(const planning::PlanInput& input, std::span<const Line> lines) {
    return std::ranges::all_of(lines, [&](const Line& line) {
        return line.left.units == 0 || (line.promised >= input.settings.as_of &&
                                        offeredSpan(input, {&line, 1}).contains(line.promised));
    });
}

} // namespace keepable::proposals
