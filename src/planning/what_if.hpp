// SPDX-License-Identifier: MPL-2.0
//
// What if something were different: a named list of assumptions, and the plan input as it then is.
// tables/what_if_block reads them from cells, the check is asked about the copy.
//
// Rule:    assumptions are taken in their order, each on top of those before it. Capacity changes in
//          every period of the resource that starts within `periods`; a share is rounded half up to
//          1/10,000 h once a period. A date is that of all lines of the deal.
// Shape:   deals, lines, items and resources keep their numbers; capacity entries are only added, one
//          for each period that changes, and may be below zero there: entries of a period add up.
// Errors:  an assumption that cannot hold changes nothing (assume says so): hours below zero or too
//          many, a resource without such a period, a deal closed or to be checked, a quantity for a
//          deal of several lines. In a WhatIf that is our mistake and throws std::logic_error.
// Source:  issue 5, point 5.
#pragma once

#include "planning/plan_input.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace keepable::planning {

// 0.1 is 10 %; may be below zero.
using Share = Fixed<struct ShareMeaning, 9>;

enum class AssumptionKind : std::uint8_t {
    kCapacityShare, // so much more of what there is
    kCapacityHours, // so many hours more in each period
    kWon,           // the deal is firm
    kLost,          // the deal is closed
    kDate,
    kQuantity // what is left of the deal's only line
};

struct Assumption {
    AssumptionKind kind = AssumptionKind::kWon;
    // What is meaningless for the kind is not looked at.
    ResourceIndex resource = 0;
    DaySpan periods{kFirstDay, kLastDay}; // in which they start
    Share share;
    Hours hours; // may be below zero
    DealIndex deal = 0;
    Day date;
    Quantity left;

    friend bool operator==(const Assumption&, const Assumption&) = default;
};

struct WhatIf {
    std::string name;
    std::vector<Assumption> assumptions;

    friend bool operator==(const WhatIf&, const WhatIf&) = default;
};

enum class Assumed : std::uint8_t {
    kDone,
    kNoPeriod,     // of the resource within the days
    kBelowZero,    // hours of a period
    kTooMuch,      // hours of a period
    kNotOpen,      // the deal is closed or to be checked
    kSeveralLines, // of the deal
};

// Changes the input, or nothing where the assumption cannot hold.
Assumed assume(PlanInput& input, const Assumption& assumption);

[[nodiscard]] PlanInput whatIf(PlanInput input, const WhatIf& what_if);

} // namespace keepable::planning
