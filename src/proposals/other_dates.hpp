// SPDX-License-Identifier: MPL-2.0
//
// The proposals that leave the deal as it is and where it is, but for its dates, parts or items:
// re-date, split and alternative.
//
// Re-date:     to the earliest date of contract 3.8. Lines promised later than that stay where they
//              are when the deal fits that way, too; else all lines move to that date.
// Split:       line by line in sheet order, as many whole units as fit stay on the promised date, and
//              all the rest is promised for one date, the first that fits. A line that fits as a
//              whole is not split. With a minimum lot neither part is smaller than that; a line that
//              cannot be cut in two moves to the date of the rest as a whole. None when nothing fits
//              on time, or when nothing had to be cut.
// Alternative: another item takes the place of an item in all lines that have it. One item is
//              exchanged where that is enough; else every combination is tried, of a deal with many
//              alternatives the first kMostCombinations. Of those that fit as promised, the fewest
//              exchanged items, then the first by sheet order. When none does, the one with the first
//              date that fits, as long as that is before the deal's earliest date as it stands.
// Source:      issue 5, points 1a, 1c and 1e.
#pragma once

#include "proposals/conflict.hpp"
#include "proposals/proposal.hpp"

#include <optional>

namespace keepable::proposals {

inline constexpr std::size_t kMostCombinations = 256;

[[nodiscard]] std::optional<Changes> reDated(Conflict& conflict);
[[nodiscard]] std::optional<Changes> splitDeal(Conflict& conflict);
[[nodiscard]] std::optional<Changes> withAlternative(Conflict& conflict);

} // namespace keepable::proposals
