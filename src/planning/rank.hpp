// SPDX-License-Identifier: MPL-2.0
//
// Who is served first: firm before held before tentative; within a class by the setting `Rank by`,
// then the earliest promised date, then sheet order. Deals that are closed or to be checked have no
// rank.
//
// Shape:   hours_of_deal has one entry a deal; it matters for `value per hour` alone.
// Source:  contract 3.4 and its fine print.
#pragma once

#include "planning/plan_input.hpp"

#include <vector>

namespace keepable::planning {

[[nodiscard]] std::vector<DealIndex> rankOrder(const PlanInput& input,
                                               const std::vector<Hours>& hours_of_deal);

} // namespace keepable::planning
