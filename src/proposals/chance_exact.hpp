// SPDX-License-Identifier: MPL-2.0
//
// The exact chances of a contest: deal by deal, by rank, with every situation that can have come about and
// its probability. A situation is what is left of the room of each contested span. Two that no later deal
// can tell apart are one: room beyond all later claims, room below the least of them, and what is no
// multiple of their common divisor make no difference. So a few rivals are plain enumeration, and many of
// equal size or on one span a convolution.
//
// Shape:   by place in the contest, as far down as the limits went; the rest is for chance_scenarios.
// Units:   0 to 1; sums of products of probabilities, all of one sign, in double precision. Exactly 1 when
//          no situation refuses the deal, exactly 0 when all do.
// Errors:  a crowded contest has no exact chances: the result is empty.
// Source:  contract 3.10. Checked against enumeration of every outcome in tests/proposals.
#pragma once

#include "proposals/contest.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace keepable::proposals {

struct ExactLimits {
    std::size_t most_situations = 0;
    std::size_t most_steps = 0; // rooms looked at in all
};

struct ExactChances {
    std::vector<double> chances;
    std::size_t steps = 0;
};

// `odds` has the probability of each deal of the contest to be won.
[[nodiscard]] ExactChances exactChances(const Contest& contest,
                                        std::span<const planning::Probability> odds,
                                        const ExactLimits& limits);

} // namespace keepable::proposals
