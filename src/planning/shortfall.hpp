// SPDX-License-Identifier: MPL-2.0
//
// Why a deal does not fit: for each resource the load less the most of it that fits beside the set,
// the bottleneck among them, and the tight span there.
//
// Shape:   loads are those of one deal that layAll() has refused; the set is left as it was.
// Source:  contract 3.7 and its fine print.
#pragma once

#include "planning/plan_board.hpp"
#include "planning/plan_report.hpp"

#include <span>

namespace keepable::planning {

// All of a Refusal but the deal and the day it was placed at.
[[nodiscard]] Refusal explainShortfall(const PlanInput& input, const CapacityPlan& capacity,
                                       WorkSet& set, std::span<Load> loads);

} // namespace keepable::planning
