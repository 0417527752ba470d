// SPDX-License-Identifier: MPL-2.0
//
// The slow, obvious twin of the chances: contract 3.10 read aloud. Every outcome of the open deals is gone
// through, with its probability as an exact fraction; each is an admission by rank of its own, asked of the
// slow plan.
//
// Shape:   one entry a deal; none for deals that are closed or to check.
// Units:   exact fractions, rounded once to a double.
// Source:  contract 3.10 and 3.5. A tentative deal without a probability is won for certain.
#pragma once

#include "support/slow_plan.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace keepable::support {

// Open deals that may be won or lost: there are as many outcomes as subsets of them.
[[nodiscard]] std::size_t openDealsOf(const SlowPlan& plan);

[[nodiscard]] std::vector<std::optional<double>> slowChances(const planning::PlanInput& input,
                                                             const SlowPlan& plan);

} // namespace keepable::support
