// SPDX-License-Identifier: MPL-2.0
#include "planning/shortfall.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace keepable::planning {

namespace {

struct WindowLoad {
    DaySpan window;
    Hours hours;
};

// Loads of the same window added up; empty windows are left out.
std::vector<WindowLoad> addedUpByWindow(const std::vector<Load>& loads) {
    std::vector<WindowLoad> windows;
    for (const Load& load : loads) {
        if (!load.window.isEmpty()) {
            windows.push_back({load.window, load.hours});
        }
    }
    const auto key = [](const WindowLoad& load) {
        return std::pair{load.window.first, load.window.last};
    };
    std::sort(windows.begin(), windows.end(),
              [&](const auto& left, const auto& right) { return key(left) < key(right); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        if (kept > 0 && windows[kept - 1].window == windows[i].window) {
            windows[kept - 1].hours += windows[i].hours;
        } else {
            windows[kept++] = windows[i];
        }
    }
    windows.resize(kept);
    return windows;
}

Hours hoursInside(const std::vector<WindowLoad>& windows, DaySpan span) {
    Hours hours;
    for (const WindowLoad& load : windows) {
        if (span.contains(load.window)) {
            hours += load.hours;
        }
    }
    return hours;
}

struct TightSpan {
    DaySpan span;
    Hours excess;
};

// The span with the largest excess of work over capacity; ties: fewest days, then the earliest.
//
// A span with an excess holds some of the deal's windows; say they reach from one window's first
// day to another's last. Of all spans around that stretch, the one with least room is what
// tightSpan() finds for a work with the stretch as its window. So all such stretches are tried; the
// usual deal has one.
std::optional<TightSpan> tightestSpan(Availability& resource,
                                      const std::vector<WindowLoad>& windows) {
    std::vector<Day> starts;
    std::vector<Day> ends;
    for (const WindowLoad& load : windows) {
        starts.push_back(load.window.first);
        ends.push_back(load.window.last);
    }
    for (std::vector<Day>* days : {&starts, &ends}) {
        std::sort(days->begin(), days->end());
        days->erase(std::unique(days->begin(), days->end()), days->end());
    }
    std::optional<TightSpan> tightest;
    for (const Day start : starts) {
        for (const Day end : ends) {
            const DaySpan stretch{start, end};
            const Hours own = hoursInside(windows, stretch);
            if (own.units == 0) {
                continue;
            }
            const WorkIndex work = resource.add(stretch);
            const Hours fits = resource.lay(work, own);
            if (fits < own) {
                const DaySpan span = resource.tightSpan(work);
                const Hours excess = hoursInside(windows, span) - fits;
                const auto key = [](const TightSpan& tight) {
                    return std::tuple{-tight.excess.units, tight.span.days(), tight.span.first};
                };
                const TightSpan found{span, excess};
                if (!tightest || key(found) < key(*tightest)) {
                    tightest = found;
                }
            }
            resource.lift(work);
            resource.dropLast();
        }
    }
    return tightest;
}

// The load less the most of it that fits. Loads are laid one after the other, each as far as it
// goes: laying never takes room from what is laid already, so the sum is the most.
Hours shortfallOf(Availability& resource, std::span<const Load> loads) {
    std::vector<WorkIndex> works;
    works.reserve(loads.size());
    Hours shortfall;
    for (const Load& load : loads) {
        works.push_back(resource.add(load.window));
        shortfall += load.hours - resource.lay(works.back(), load.hours);
    }
    for (auto work = works.rbegin(); work != works.rend(); ++work) {
        resource.lift(*work);
        resource.dropLast();
    }
    return shortfall;
}

} // namespace

Refusal explainShortfall(const PlanInput& input, const CapacityPlan& capacity, WorkSet& set,
                         std::span<Load> loads) {
    std::vector<Load> by_resource(loads.begin(), loads.end());
    std::stable_sort(
        by_resource.begin(), by_resource.end(),
        [](const Load& left, const Load& right) { return left.resource < right.resource; });

    Refusal refusal;
    std::vector<Load> bottleneck_loads;
    for (auto first = by_resource.begin(); first != by_resource.end();) {
        const ResourceIndex resource = first->resource;
        const auto end = std::find_if(first, by_resource.end(),
                                      [&](const Load& load) { return load.resource != resource; });
        const Hours shortfall = shortfallOf(set[resource], {first, end});
        if (shortfall.units > 0) {
            ++refusal.short_resources;
            const bool first_by_name =
                refusal.bottleneck == kNone ||
                input.resources[resource] < input.resources[refusal.bottleneck];
            if (shortfall > refusal.shortfall ||
                (shortfall == refusal.shortfall && first_by_name)) {
                refusal.shortfall = shortfall;
                refusal.bottleneck = resource;
                bottleneck_loads.assign(first, end);
            }
        }
        first = end;
    }

    const ResourceIndex bottleneck = refusal.bottleneck;
    const auto tight = tightestSpan(set[bottleneck], addedUpByWindow(bottleneck_loads));
    const auto empty = std::find_if(bottleneck_loads.begin(), bottleneck_loads.end(),
                                    [](const Load& load) { return load.window.isEmpty(); });
    if (!capacity.has_capacity_row[bottleneck]) {
        refusal.reason = RefusalReason::kNoCapacity;
        refusal.span = bottleneck_loads.front().window;
        refusal.needed = refusal.shortfall;
    } else if (tight) {
        refusal.reason = RefusalReason::kTooLittle;
        refusal.span = tight->span;
        refusal.there = capacity.calendars[bottleneck].capacityWithin(tight->span);
        refusal.needed = refusal.there + tight->excess;
    } else {
        refusal.reason = RefusalReason::kEmptyWindow;
        refusal.span = empty->window;
        refusal.needed = refusal.shortfall;
    }
    return refusal;
}

} // namespace keepable::planning
