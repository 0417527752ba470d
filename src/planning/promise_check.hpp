// SPDX-License-Identifier: MPL-2.0
//
// The check itself: which promises can be kept. Deals are taken by rank; a deal is admitted when
// all its loads fit together with all loads admitted before. First the confirmed set (firm and
// held), then the exposure set (the tentative deals on top of it).
//
// One call from values to values: checkPromises(input). What is only wanted for some deals is asked
// of the checked plan afterwards: earliestDate(), quoteDate(), decideBy(), rivalsOf(), loadProfile().
// Those questions move work about on the plan's board and put it back, so a CheckedPlan serves one thread
// at a time; its report never changes.
//
// Errors:  indices out of range and line lists that overlap throw std::logic_error.
// Source:  contract section 3. Checked against max-flow in tests/planning.
#pragma once

#include "planning/plan_board.hpp"
#include "planning/plan_input.hpp"
#include "planning/plan_report.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace keepable::planning {

struct CheckedPlan {
    PlanInput input;
    PlanReport report;
    PlanBoard board;
};

[[nodiscard]] CheckedPlan checkPromises(PlanInput input);

// The first promised date from As of on, on which the deal with all its lines fits while all other
// deals of its set stay as they are. None within the capacity given: nullopt, as for closed deals
// and deals to check. Source: contract 3.8.
[[nodiscard]] std::optional<Day> earliestDate(CheckedPlan& plan, DealIndex deal);

// The first date, not before `not_before`, on which a new tentative deal ranked last could be
// promised.
[[nodiscard]] std::optional<Day> quoteDate(CheckedPlan& plan, ItemIndex item, Quantity quantity,
                                           Day not_before);

// The last As of on which the deal would still fit at its promised dates, while all other deals of the
// exposure set stay as they are: by then it must be decided. What moves with As of is the deal alone: the
// start of its windows, the fence before them, and whether a hold has run out. Never later than its promised
// dates; a deal with nothing left to deliver has its last promised date, or As of when that is later. None
// when it does not fit today. Source: contract section 4 and the fine print of section 3.
[[nodiscard]] std::optional<Day> decideBy(CheckedPlan& plan, DealIndex deal);

// Whether the refused deal was measured against the other one (contract 3.7).
[[nodiscard]] bool standsBefore(const PlanReport& report, DealIndex other, DealIndex refused);

inline constexpr std::size_t kAllRivals = std::numeric_limits<std::size_t>::max();

struct Rival {
    DealIndex deal = 0;
    Hours hours; // of its work inside the tight span on the bottleneck

    friend bool operator==(const Rival&, const Rival&) = default;
};

// The deals ranked above a refused one whose work must be done inside its tight span on the
// bottleneck: most hours first, then rank. Empty for every other deal. When only the first few are
// wanted, the cost does not grow with the number of deals. Source: contract 3.9.
[[nodiscard]] std::vector<Rival> rivalsOf(CheckedPlan& plan, DealIndex deal,
                                          std::size_t most = kAllRivals);

} // namespace keepable::planning
