// SPDX-License-Identifier: MPL-2.0
//
// Who lowers the chance of an open deal, and by how much; and the fewest rivals to move out of the way for
// it to have a wanted chance.
//
// Rule:    the blame of a rival is the chance if that rival were surely lost, less the chance as it is. A
//          rival that crowds out a larger one may have a blame below zero. Rivals for which it is zero are
//          left out. A rival that is moved is taken to be out of the way altogether.
// Shape:   blamed rivals by blame, largest first, then by rank; a set of rivals by rank.
// Units:   see promise_chance.hpp. The chance itself is what PromiseChances says. Where it is counted in
//          scenarios, all figures are counted in the same ones.
// Errors:  none for a deal that has no rivals: it is not tentative, or cannot be kept even alone.
// Cost:    a question about one deal plays its contest again for every rival or set tried.
// Source:  contract 3.10; tests/proposals.
#pragma once

#include "proposals/promise_chance.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace keepable::proposals {

struct BlamedRival {
    planning::DealIndex deal = 0;
    double blame = 0; // chance_without less the chance
    Chance chance_without;
};

struct ChanceBlame {
    Chance chance;
    std::vector<BlamedRival> rivals;
};

inline constexpr std::size_t kMostBlamed = 20;

// At most `most` rivals. Where the chance is counted and there are more, those are looked at whose being
// lost goes with the largest difference in the scenarios played.
[[nodiscard]] std::optional<ChanceBlame> blameFor(const planning::CheckedPlan& plan,
                                                  planning::DealIndex deal,
                                                  std::size_t most = kMostBlamed,
                                                  const ChanceMethod& method = {});

struct RivalsToMove {
    std::vector<planning::DealIndex> rivals; // none when the chance is high enough as it is
    Chance chance;                           // without them
    // No smaller set would do, and no other set of the size gives a better chance. Else the set was found
    // step by step: the rival whose leaving helps most, again and again, then each that can stay after all.
    bool is_smallest = false;
};

// The fewest rivals without which the chance is at least `wanted`. All sets of one rival, then of two and
// so on are tried as long as that takes no more than a few thousand tries.
[[nodiscard]] std::optional<RivalsToMove> fewestToMove(const planning::CheckedPlan& plan,
                                                       planning::DealIndex deal,
                                                       planning::Probability wanted,
                                                       const ChanceMethod& method = {});

} // namespace keepable::proposals
