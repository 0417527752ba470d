// SPDX-License-Identifier: MPL-2.0
//
// What the check says of every deal, as data. Functions, highlighting and panels all read this one
// report, so they can never disagree; sentences are made of it in views/.
//
// Shape:   `verdicts` and `classes` have one entry a deal; `refusals` one for each deal that is
//          AT RISK or INFEASIBLE, by deal; `rank_order` lists the deals that were taken by rank.
// Source:  contract section 3, points 6, 7 and 9.
#pragma once

#include "planning/plan_input.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keepable::planning {

enum class Verdict : std::uint8_t { kKeepable, kAtRisk, kInfeasible, kCheckRow, kClosed };

// Why a deal was refused. The first two come before any question of hours and leave no shortfall;
// of the others it is the reason on the bottleneck.
enum class RefusalReason : std::uint8_t {
    kOverdue,     // a promised date lies before As of
    kNotOffered,  // an item is not offered on its promised date
    kNoCapacity,  // the bottleneck has no capacity row at all
    kEmptyWindow, // the work would have to end before it may start
    kTooLittle    // the tight span holds more work than capacity
};

struct Refusal {
    DealIndex deal = 0;
    RefusalReason reason = RefusalReason::kTooLittle;
    ResourceIndex bottleneck = kNone;  // the resource with the largest shortfall, ties by name
    std::uint32_t short_resources = 0; // how many resources are short
    Hours shortfall;                   // on the bottleneck
    DaySpan span{kFirstDay,
                 kFirstDay - 1}; // tight span for kTooLittle, the window for kEmptyWindow
    Hours needed;                // hours that must be done inside the span, this deal's included
    Hours there;                 // capacity of the span
    // Firm and held deals only: where their work stands in the confirmed set all the same. None:
    // nowhere, its hours are unplaced.
    std::optional<Day> placed;
};

struct PlanReport {
    std::vector<Verdict> verdicts;
    std::vector<DealClass> classes;
    std::vector<Refusal> refusals;     // by deal
    std::vector<DealIndex> rank_order; // all deals neither closed nor to check, best rank first
    std::vector<std::uint32_t> rank_of_deal; // place in rank_order, kNone for deals not in it

    [[nodiscard]] std::uint32_t count(Verdict verdict) const;
    // Null for a deal that is kept, closed or to check.
    [[nodiscard]] const Refusal* refusalOf(DealIndex deal) const;
};

} // namespace keepable::planning
