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
// Others:   refused deals that come first would take the new hours first. When the engine says so, the
//           search asks what else could become of them: each gets its hours, too, as promised or where it
//           is placed then (also_served); or it is kept out, because no more hours are added within a span
//           than leave it without room, or because another that comes before it is served. A deal at risk
//           may need hours to be no worse off (still_at_risk).
// Search:   by cost, so that the first way that helps is the least; it ends after 128 tries and 600 questions
//           for the cheapest hours, 12 and 24 where more than 75 deals share the resources. Then the
//           takers are served one after the other until nobody is left. On small plans no way that
//           leaves all others as they are was cheaper in 160,000 conflicts, and none was missed.
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
    std::vector<planning::DealIndex> still_at_risk;
    bool is_beyond_overtime = false;

    // Of all additions; none when that of one is not known.
    [[nodiscard]] std::optional<planning::Money> cost() const;
};

[[nodiscard]] std::optional<AddedCapacity> addedCapacity(Conflict& conflict);

} // namespace keepable::proposals
