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

// A load of the refused deal and how much of it found no room.
struct LaidLoad {
    Load load;
    Hours missing;
};
using LaidLoads = std::span<const LaidLoad>;

// Loads of the same window added up; empty windows are left out.
std::vector<WindowLoad> addedUpByWindow(LaidLoads loads) {
    std::vector<WindowLoad> windows;
    for (const LaidLoad& laid : loads) {
        if (!laid.load.window.isEmpty()) {
            windows.push_back({laid.load.window, laid.load.hours});
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

Hours missingOf(LaidLoads loads) {
    Hours missing;
    for (const LaidLoad& laid : loads) {
        missing += laid.missing;
    }
    return missing;
}

// The loads of the resource with the largest shortfall; ties: name.
LaidLoads bottleneckOf(const PlanInput& input, LaidLoads by_resource, Refusal& refusal) {
    LaidLoads bottleneck;
    for (std::size_t first = 0; first < by_resource.size();) {
        const ResourceIndex resource = by_resource[first].load.resource;
        std::size_t end = first;
        while (end < by_resource.size() && by_resource[end].load.resource == resource) {
            ++end;
        }
        const LaidLoads loads = by_resource.subspan(first, end - first);
        const Hours shortfall = missingOf(loads);
        if (shortfall.units > 0) {
            ++refusal.short_resources;
            if (shortfall > refusal.shortfall ||
                (shortfall == refusal.shortfall &&
                 input.resources[resource] < input.resources[refusal.bottleneck])) {
                refusal.shortfall = shortfall;
                refusal.bottleneck = resource;
                bottleneck = loads;
            }
        }
        first = end;
    }
    return bottleneck;
}

} // namespace

std::optional<Refusal> layOrExplain(const PlanInput& input, const CapacityPlan& capacity,
                                    WorkSet& set, std::span<Load> loads) {
    // Each load is laid as far as it goes: laying never takes room from what is laid already, so
    // together they are the most that fits.
    Hours all_missing;
    std::vector<LaidLoad> laid;
    for (std::size_t i = 0; i < loads.size(); ++i) {
        Load& load = loads[i];
        load.work = set[load.resource].add(load.window);
        const Hours missing = load.hours - set[load.resource].lay(load.work, load.hours);
        if (missing.units > 0 && all_missing.units == 0) {
            for (const Load& before : loads.first(i)) {
                laid.push_back({before, {}});
            }
        }
        all_missing += missing;
        if (all_missing.units > 0) {
            laid.push_back({load, missing});
        }
    }
    if (all_missing.units == 0) {
        return std::nullopt;
    }
    std::stable_sort(laid.begin(), laid.end(), [](const LaidLoad& left, const LaidLoad& right) {
        return left.load.resource < right.load.resource;
    });

    Refusal refusal;
    const LaidLoads short_loads = bottleneckOf(input, laid, refusal);
    Availability& resource = set[refusal.bottleneck];
    const std::vector<WindowLoad> windows = addedUpByWindow(short_loads);
    std::optional<TightSpan> tight;
    if (windows.size() == 1) {
        // The usual case: the work that came back short shows its tight span as it lies there.
        const auto fell_short =
            std::find_if(short_loads.begin(), short_loads.end(), [](const LaidLoad& load) {
                return load.missing.units > 0 && !load.load.window.isEmpty();
            });
        if (fell_short != short_loads.end()) {
            tight = {resource.tightSpan(fell_short->load.work), windows[0].hours};
            for (const LaidLoad& load : short_loads) {
                if (!load.load.window.isEmpty()) {
                    tight->excess -= load.load.hours - load.missing;
                }
            }
        }
        dropAll(set, loads);
    } else {
        dropAll(set, loads);
        tight = tightestSpan(resource, windows);
    }

    if (!capacity.has_capacity_row[refusal.bottleneck]) {
        refusal.reason = RefusalReason::kNoCapacity;
        refusal.span = short_loads.front().load.window;
        refusal.needed = refusal.shortfall;
    } else if (tight) {
        refusal.reason = RefusalReason::kTooLittle;
        refusal.span = tight->span;
        refusal.there = resource.calendar().capacityWithin(tight->span);
        refusal.needed = refusal.there + tight->excess;
    } else {
        const auto empty =
            std::find_if(short_loads.begin(), short_loads.end(),
                         [](const LaidLoad& load) { return load.load.window.isEmpty(); });
        refusal.reason = RefusalReason::kEmptyWindow;
        refusal.span = empty->load.window;
        refusal.needed = refusal.shortfall;
    }
    return refusal;
}

} // namespace keepable::planning
