// SPDX-License-Identifier: MPL-2.0
//
// The load of one resource day by day, as CAPACITY_LOAD, CAPACITY_FREE and the heat map show it:
// the work of a set laid earliest due first (ties: rank), so that the picture is the same whatever
// way the check went about it.
//
// Shape:   running totals by day; hours over any span are two look-ups.
// Units:   Hours. Weighted load counts hours times probability, rounded half up per load and day to
//          1/10,000 h; a tentative deal without a probability counts in full.
// Rule:    with `whole period`, the hours laid in a period are shown on its days as its capacity
//          is. Refused tentative work stands on the last day of its windows, without regard to
//          capacity.
// Source:  contract section 3, fine print on CAPACITY_LOAD.
#pragma once

#include "planning/promise_check.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keepable::planning {

// Hours by day with their running total.
class DayTotals {
  public:
    void add(Day day, Hours hours); // in any order
    void finish();                  // once, after the last add()
    [[nodiscard]] Hours within(DaySpan span) const;

  private:
    struct Entry {
        Day day;
        Hours hours; // of the day; after finish() up to and including the day
    };
    std::vector<Entry> entries_;
};

enum class LoadKind : std::uint8_t { kConfirmed, kWeighted, kExposure };

struct LoadProfile {
    DayTotals capacity;
    DayTotals confirmed;
    DayTotals exposure; // kept and refused work
    DayTotals exposure_kept;
    DayTotals weighted;
};

[[nodiscard]] LoadProfile loadProfile(CheckedPlan& plan, ResourceIndex resource);

// Whose hours the profile has within the span: they add up to just that. Most hours first, then by
// rank.
[[nodiscard]] std::vector<DealHours> dealsWithin(CheckedPlan& plan, ResourceIndex resource,
                                                 DaySpan span, LoadKind kind);

// The bottleneck of a deal for which there is too little, as the check found it: the work of the
// deals it was measured against (contract 3.7) and its own, laid earliest due first. What does not
// get done in time stands as missing on its last day; in all it is the deal's shortfall.
struct BottleneckLoad {
    DayTotals others;
    DayTotals own;
    DayTotals missing;
    DaySpan window; // around the windows of its own work
};

// None for any other deal.
[[nodiscard]] std::optional<BottleneckLoad> bottleneckLoad(CheckedPlan& plan, DealIndex deal);

} // namespace keepable::planning
