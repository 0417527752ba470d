// SPDX-License-Identifier: MPL-2.0
#include "planning/what_if.hpp"

#include <map>
#include <stdexcept>

namespace keepable::planning {

namespace {

void require(bool holds, const char* what) {
    if (!holds) {
        throw std::logic_error(what);
    }
}

// Rounded half up.
Hours shareOf(Hours hours, Share share) {
    __extension__ using Wide = __int128;
    constexpr Wide kOne = Share::kUnitsInOne;
    const Wide twice = 2 * static_cast<Wide>(hours.units) * share.units + kOne;
    Wide rounded = twice / (2 * kOne);
    if (twice < 0 && twice % (2 * kOne) != 0) {
        --rounded;
    }
    return {static_cast<std::int64_t>(rounded)};
}

Assumed assumeCapacity(PlanInput& input, const Assumption& assumption) {
    require(assumption.resource < input.resources.size(),
            "what if: a resource that does not exist");
    std::map<Day, Hours> hours_of_period;
    for (const CapacityEntry& entry : input.capacity) {
        if (entry.resource == assumption.resource &&
            assumption.periods.contains(entry.period_start)) {
            hours_of_period[entry.period_start] += entry.hours;
        }
    }
    std::vector<CapacityEntry> added;
    for (const auto& [start, hours] : hours_of_period) {
        const Hours more = assumption.kind == AssumptionKind::kCapacityShare
                               ? shareOf(hours, assumption.share)
                               : assumption.hours;
        if (hours + more < Hours{}) {
            return Assumed::kBelowZero;
        }
        if (hours + more > kMostHours) {
            return Assumed::kTooMuch;
        }
        added.push_back({assumption.resource, start, more});
    }
    if (added.empty()) {
        return Assumed::kNoPeriod;
    }
    input.capacity.insert(input.capacity.end(), added.begin(), added.end());
    return Assumed::kDone;
}

Assumed assumeDeal(PlanInput& input, const Assumption& assumption) {
    require(assumption.deal < input.deals.size(), "what if: a deal that does not exist");
    Deal& deal = input.deals[assumption.deal];
    if (deal.status == DealClass::kClosed || deal.needs_check) {
        return Assumed::kNotOpen;
    }
    if (assumption.kind == AssumptionKind::kWon) {
        deal.status = DealClass::kFirm;
    } else if (assumption.kind == AssumptionKind::kLost) {
        deal.status = DealClass::kClosed;
    } else if (assumption.kind == AssumptionKind::kDate) {
        for (std::uint32_t i = 0; i < deal.line_count; ++i) {
            input.lines[deal.first_line + i].promised = assumption.date;
        }
    } else if (deal.line_count != 1) {
        return Assumed::kSeveralLines;
    } else {
        require(assumption.left.units >= 0, "what if: less than nothing left");
        input.lines[deal.first_line].left = assumption.left;
    }
    return Assumed::kDone;
}

} // namespace

Assumed assume(PlanInput& input, const Assumption& assumption) {
    const bool is_capacity = assumption.kind == AssumptionKind::kCapacityShare ||
                             assumption.kind == AssumptionKind::kCapacityHours;
    return is_capacity ? assumeCapacity(input, assumption) : assumeDeal(input, assumption);
}

PlanInput whatIf(PlanInput input, const WhatIf& what_if) {
    for (const Assumption& assumption : what_if.assumptions) {
        require(assume(input, assumption) == Assumed::kDone,
                "what if: an assumption that cannot hold");
    }
    return input;
}

} // namespace keepable::planning
