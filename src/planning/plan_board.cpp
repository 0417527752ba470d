// SPDX-License-Identifier: MPL-2.0
#include "planning/plan_board.hpp"

#include <algorithm>

namespace keepable::planning {

std::span<Load> PlanBoard::loadsOf(DealIndex deal) {
    const std::uint32_t first = first_load_of_deal[deal];
    return std::span{loads}.subspan(first, first_load_of_deal[deal + 1] - first);
}

const std::vector<LoadOfDeal>& PlanBoard::loadsOn(ResourceIndex resource) {
    if (loads_of_resource_.empty()) {
        loads_of_resource_.resize(capacity.calendars.size());
        for (DealIndex deal = 0; deal + 1 < first_load_of_deal.size(); ++deal) {
            for (std::uint32_t load = first_load_of_deal[deal]; load < first_load_of_deal[deal + 1];
                 ++load) {
                loads_of_resource_[loads[load].resource].push_back({deal, load});
            }
        }
        for (std::vector<LoadOfDeal>& on_resource : loads_of_resource_) {
            std::stable_sort(on_resource.begin(), on_resource.end(),
                             [&](const LoadOfDeal& left, const LoadOfDeal& right) {
                                 return loads[left.load].window.last <
                                        loads[right.load].window.last;
                             });
        }
    }
    return loads_of_resource_[resource];
}

const std::vector<DealHours>& PlanBoard::dealsOn(ResourceIndex resource) {
    if (deals_of_resource_.empty()) {
        deals_of_resource_.resize(capacity.calendars.size());
        for (DealIndex deal = 0; deal + 1 < first_load_of_deal.size(); ++deal) {
            for (const Load& load : loadsOf(deal)) {
                std::vector<DealHours>& deals = deals_of_resource_[load.resource];
                if (deals.empty() || deals.back().deal != deal) {
                    deals.push_back({deal, {}});
                }
                deals.back().hours += load.hours;
            }
        }
        for (std::vector<DealHours>& deals : deals_of_resource_) {
            std::stable_sort(deals.begin(), deals.end(),
                             [](const DealHours& left, const DealHours& right) {
                                 return left.hours > right.hours;
                             });
        }
    }
    return deals_of_resource_[resource];
}

void appendLoads(const PlanInput& input, const Line& line, DealClass deal_class,
                 std::vector<Load>& loads) {
    if (line.left.units == 0) {
        return;
    }
    const PlanSettings& settings = input.settings;
    const Day as_of = settings.as_of;
    Day start = std::max(as_of, line.earliest_start);
    if (deal_class == DealClass::kTentative) {
        start = std::max(start, as_of + settings.fence_days);
    }
    for (const BillRow& row : input.items[line.item].bill) {
        const Quantity quantity = row.basis == Basis::kFixed ? Quantity::whole(1) : line.left;
        Load load;
        load.hours = loadOf(quantity, row.hours_per_unit);
        if (load.hours.units == 0) {
            continue;
        }
        load.earliest_start = start;
        load.lead_time_offset_days = row.lead_time_offset_days;
        load.resource = row.resource;
        promiseFor(load, line.promised, settings);
        loads.push_back(load);
    }
}

void promiseFor(Load& load, Day promised, const PlanSettings& settings) {
    const Day last = promised - load.lead_time_offset_days;
    Day first = load.earliest_start;
    if (settings.work_ahead_days) {
        first = std::max(first, last - *settings.work_ahead_days);
    }
    load.window = {first, last};
}

namespace {

// layAll(); tells no_room(load) of the load that does not fit while it lies there as far as it
// goes.
template <class Tell> bool layAllOr(WorkSet& set, std::span<Load> loads, Tell no_room) {
    for (std::size_t i = 0; i < loads.size(); ++i) {
        Load& load = loads[i];
        load.work = set[load.resource].add(load.window);
        if (set[load.resource].lay(load.work, load.hours) != load.hours) {
            no_room(load);
            dropAll(set, loads.first(i + 1));
            return false;
        }
    }
    return true;
}

} // namespace

bool layAll(WorkSet& set, std::span<Load> loads) {
    return layAllOr(set, loads, [](const Load&) {});
}

void dropAll(WorkSet& set, std::span<Load> loads) {
    for (std::size_t i = loads.size(); i > 0; --i) {
        Load& load = loads[i - 1];
        set[load.resource].lift(load.work);
        set[load.resource].dropLast();
        load.work = kNone;
    }
}

std::span<const Line> linesOf(const PlanInput& input, DealIndex deal) {
    const Deal& record = input.deals[deal];
    return std::span{input.lines}.subspan(record.first_line, record.line_count);
}

DaySpan offeredSpan(const PlanInput& input, std::span<const Line> lines) {
    DaySpan span{kFirstDay, kLastDay};
    for (const Line& line : lines) {
        if (line.left.units == 0) {
            continue;
        }
        for (const BillRow& row : input.items[line.item].bill) {
            span.first = std::max(span.first, row.available_from);
            span.last = std::min(span.last, row.available_until);
        }
    }
    return span;
}

DaySpan searchSpan(const PlanInput& input, const CapacityPlan& capacity,
                   std::span<const Line> lines) {
    std::int32_t largest_offset = 0;
    Day latest_from = kFirstDay;
    for (const Line& line : lines) {
        for (const BillRow& row : input.items[line.item].bill) {
            largest_offset = std::max(largest_offset, row.lead_time_offset_days);
            latest_from = std::max(latest_from, row.available_from);
        }
    }
    const DaySpan offered = offeredSpan(input, lines);
    const Day end = std::max(capacity.last_day + largest_offset, latest_from);
    return {std::max(input.settings.as_of, offered.first), std::min(end, offered.last)};
}

namespace {

// The first date from `day` on, for which every load has a window that touches a slot: a window
// that slides may have decades of none to cross. Sets the windows for the date it returns.
std::optional<Day> firstWithSlots(const WorkSet& set, std::span<Load> loads, Day day,
                                  const PlanSettings& settings) {
    for (std::size_t i = 0; i < loads.size();) {
        Load& load = loads[i];
        promiseFor(load, day, settings);
        Day next_last = load.earliest_start;
        if (!load.window.isEmpty()) {
            const ResourceCalendar& calendar = set[load.resource].calendar();
            const SlotRun run = calendar.touchedBy(load.window);
            if (run.first < run.end) {
                ++i;
                continue;
            }
            const auto next = calendar.nextSlotAfter(load.window.last);
            if (!next) {
                return std::nullopt;
            }
            next_last = *next;
        }
        day = next_last + load.lead_time_offset_days;
        i = 0; // the loads before have to move along
    }
    return day;
}

// With a limited work ahead the window slides, and a later date may fit worse. What can be skipped
// are the dates whose windows lie in a span that has no room for the load already.
std::optional<Day> firstFitOfSliding(WorkSet& set, std::span<Load> loads, DaySpan dates,
                                     const PlanSettings& settings) {
    Day next = dates.first;
    while (const auto day = firstWithSlots(set, loads, next, settings)) {
        if (*day > dates.last) {
            break;
        }
        next = *day + 1;
        const bool fits = layAllOr(set, loads, [&](const Load& load) {
            const auto on_resource =
                std::count_if(loads.begin(), loads.end(),
                              [&](const Load& other) { return other.resource == load.resource; });
            if (on_resource == 1) { // else the deal's other loads in the span slide along
                const DaySpan full = set[load.resource].tightSpan(load.work);
                next = std::max(next, full.last + 1 + load.lead_time_offset_days);
            }
        });
        if (fits) {
            dropAll(set, loads);
            return day;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Day> firstFit(WorkSet& set, std::span<Load> loads, DaySpan dates,
                            const PlanSettings& settings, std::optional<Day> known) {
    if (dates.isEmpty()) {
        return std::nullopt;
    }
    if (settings.work_ahead_days) {
        return firstFitOfSliding(set, loads, dates, settings);
    }
    const auto fits_on = [&](Day promised) {
        for (Load& load : loads) {
            promiseFor(load, promised, settings);
        }
        if (!layAll(set, loads)) {
            return false;
        }
        dropAll(set, loads);
        return true;
    };
    // A later date only widens the windows: the dates that fit are those from one day on.
    Day fits = dates.last;
    if (known && dates.contains(*known)) {
        fits = *known;
    } else if (!fits_on(fits)) {
        return std::nullopt;
    }
    Day first = dates.first;
    while (first < fits) {
        const Day middle = first + (fits - first) / 2;
        if (fits_on(middle)) {
            fits = middle;
        } else {
            first = middle + 1;
        }
    }
    return fits;
}

} // namespace keepable::planning
