// SPDX-License-Identifier: MPL-2.0
//
// The least hours to add, on which resources and in which periods, so that a refused deal is kept as
// promised with all other deals left as they are.
//
// Least:    on each resource that is short, the fewest hours for which the deal's work fits beside all
//           that stands there, the deals ranked below it included. One period where one is enough for
//           that, the latest of those: it leaves most time to arrange for it. Hours that have to go to
//           several periods of several days each are the least but for the rounding of less than
//           1/10,000 h a working day.
// Overtime: where the table has `Overtime`, only so many hours of a period count, and the cheapest
//           way within these limits is taken by `Overtime cost`; an hour without a known cost counts
//           as a little dearer than the dearest one. Where the limits are too tight, the least hours
//           without regard to them, and is_beyond_overtime.
// Periods:  those whose start stands in the table, of whatever resource, and in the same rhythm as
//           many more around them as the deal's work reaches. A resource without a row for one gets a
//           row; one that has a row comes first.
// Others:   refused deals that come first would take the new hours first. When the engine says so, of all
//           ways that are the least one is looked for in which they find no use for them: it gives the fewest
//           hours to the spans that are too tight for them. Where there is none, the hours are the least
//           for the deal and those others together, and they are named (also_served).
// Search:   the ways are tried by cost, and that has an end: 112 tries, 52 in a plan where more than 75 deals
//           share the resources; of ways over several periods that cost the same only a few are looked
//           at. So a cheaper way can be missed, or any way at all; of ten thousand conflicts of small plans
//           about five.
// Not:      for a deal that is overdue or not offered, or whose work would have to end before it may
//           start, no hours help.
// Source:   issue 5, point 1b; contract 3.1 and 3.5. Held against all ways of adding hours in
//           tests/proposals/added_capacity_small_test.cpp.
#pragma once

#include "proposals/conflict.hpp"
#include "proposals/proposal.hpp"

#include <optional>
#include <vector>

namespace keepable::proposals {

struct AddedCapacity {
    Changes changes; // capacity only
    std::vector<planning::DealIndex> also_served;
    bool is_beyond_overtime = false;

    // Of all additions; none when that of one is not known.
    [[nodiscard]] std::optional<planning::Money> cost() const;
};

[[nodiscard]] std::optional<AddedCapacity> addedCapacity(Conflict& conflict);

} // namespace keepable::proposals
