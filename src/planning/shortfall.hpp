// SPDX-License-Identifier: MPL-2.0
//
// Admitting a deal, or saying why it does not fit: for each resource the load less the most of it
// that fits beside the set, the bottleneck among them, and the tight span there.
//
// Source:  contract 3.5 and 3.7 and their fine print.
#pragma once

#include "planning/plan_board.hpp"
#include "planning/plan_report.hpp"

#include <optional>
#include <span>

namespace keepable::planning {

// Lays all loads of a deal when they fit together. Otherwise the set stays as it was, and the
// refusal comes back with all but the deal and the day it is placed on.
[[nodiscard]] std::optional<Refusal> layOrExplain(const PlanInput& input,
                                                  const CapacityPlan& capacity, WorkSet& set,
                                                  std::span<Load> loads);

} // namespace keepable::planning
