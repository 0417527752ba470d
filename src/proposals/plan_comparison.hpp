// SPDX-License-Identifier: MPL-2.0
//
// Two checked plans side by side, such as one as it is and one what if: how many deals and how much
// value each keeps, and which deals it makes a difference for.
//
// Shape:   both plans are of the same deals (else std::logic_error); differences by deal.
// Units:   values are sums over the deals that have one; at risk are AT RISK and INFEASIBLE deals.
// Cost:    the earliest dates of all deals in both plans.
// Source:  issue 5, point 5.
#pragma once

#include "planning/promise_check.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace keepable::proposals {

struct PlanFigures {
    std::array<std::uint32_t, 5> deals{}; // by Verdict
    planning::Money keepable;
    planning::Money at_risk;

    [[nodiscard]] std::uint32_t count(planning::Verdict verdict) const {
        return deals[static_cast<std::size_t>(verdict)];
    }
    friend bool operator==(const PlanFigures&, const PlanFigures&) = default;
};

struct PlanDifference {
    planning::DealIndex deal = 0;
    planning::Verdict before = planning::Verdict::kKeepable;
    planning::Verdict after = planning::Verdict::kKeepable;
    std::optional<planning::Day> earliest_before;
    std::optional<planning::Day> earliest_after;

    friend bool operator==(const PlanDifference&, const PlanDifference&) = default;
};

struct PlanComparison {
    PlanFigures before;
    PlanFigures after;
    std::vector<PlanDifference> differences;
};

[[nodiscard]] PlanFigures figuresOf(const planning::CheckedPlan& plan);

// Asks both plans for earliest dates, so one thread at a time; they stay as they are. None when
// `should_stop` says so.
[[nodiscard]] std::optional<PlanComparison>
comparePlans(planning::CheckedPlan& before, planning::CheckedPlan& after,
             const std::function<bool()>& should_stop = {});

} // namespace keepable::proposals
