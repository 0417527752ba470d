// SPDX-License-Identifier: MPL-2.0
#include "planning/resource_calendar.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace keepable::planning {

namespace {

// Entries of the same resource and start added up, by resource and start.
std::vector<CapacityEntry> addedUp(std::vector<CapacityEntry> entries) {
    const auto key = [](const CapacityEntry& entry) {
        return std::pair{entry.resource, entry.period_start};
    };
    std::sort(entries.begin(), entries.end(),
              [&](const auto& left, const auto& right) { return key(left) < key(right); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (kept > 0 && key(entries[kept - 1]) == key(entries[i])) {
            entries[kept - 1].hours += entries[i].hours;
        } else {
            entries[kept++] = entries[i];
        }
    }
    entries.resize(kept);
    return entries;
}

// Overlapping periods add up: one slot a day.
std::vector<Slot> daySlots(std::vector<DayHours> days) {
    const auto earlier = [](const DayHours& left, const DayHours& right) {
        return left.day < right.day;
    };
    if (!std::is_sorted(days.begin(), days.end(), earlier)) {
        std::sort(days.begin(), days.end(), earlier);
    }
    std::vector<Slot> slots;
    for (const DayHours& entry : days) {
        if (!slots.empty() && slots.back().first == entry.day) {
            slots.back().capacity += entry.hours;
        } else {
            slots.push_back({entry.day, entry.day, entry.hours});
        }
    }
    return slots;
}

} // namespace

ResourceCalendar::ResourceCalendar(std::vector<Slot> slots) : slots_(std::move(slots)) {
    total_before_.reserve(slots_.size() + 1);
    Hours total;
    total_before_.push_back(total);
    for (const Slot& slot : slots_) {
        total += slot.capacity;
        total_before_.push_back(total);
    }
    constexpr std::int32_t kMostDaysListed = 8192;
    if (slots_.empty() || slots_.back().last - slots_.front().first >= kMostDaysListed) {
        return;
    }
    by_day_.reserve(static_cast<std::size_t>(slots_.back().last - slots_.front().first) + 1);
    std::size_t first = 0;
    std::size_t end = 0;
    for (Day day = slots_.front().first; day <= slots_.back().last; day = day + 1) {
        while (slots_[first].last < day) {
            ++first;
        }
        while (end < slots_.size() && slots_[end].first <= day) {
            ++end;
        }
        by_day_.push_back({static_cast<std::int32_t>(first), static_cast<std::int32_t>(end)});
    }
}

SlotRun ResourceCalendar::touchedBy(DaySpan window) const {
    if (window.isEmpty() || slots_.empty() || window.last < slots_.front().first ||
        slots_.back().last < window.first) {
        return {};
    }
    return {firstEndingFrom(window.first), firstStartingAfter(window.last)};
}

std::optional<Day> ResourceCalendar::nextSlotAfter(Day day) const {
    if (slots_.empty() || slots_.back().first <= day) {
        return std::nullopt;
    }
    if (day < slots_.front().first) {
        return slots_.front().first;
    }
    return slots_[static_cast<std::size_t>(firstStartingAfter(day))].first;
}

std::int32_t ResourceCalendar::firstEndingFrom(Day day) const {
    if (day <= slots_.front().first) {
        return 0;
    }
    if (!by_day_.empty()) {
        return by_day_[static_cast<std::size_t>(day - slots_.front().first)].first;
    }
    const auto found = std::partition_point(slots_.begin(), slots_.end(),
                                            [&](const Slot& slot) { return slot.last < day; });
    return static_cast<std::int32_t>(found - slots_.begin());
}

std::int32_t ResourceCalendar::firstStartingAfter(Day day) const {
    if (slots_.back().last <= day) {
        return static_cast<std::int32_t>(slots_.size());
    }
    if (!by_day_.empty()) {
        return by_day_[static_cast<std::size_t>(day - slots_.front().first)].end;
    }
    const auto found = std::partition_point(slots_.begin(), slots_.end(),
                                            [&](const Slot& slot) { return slot.first <= day; });
    return static_cast<std::int32_t>(found - slots_.begin());
}

Hours ResourceCalendar::capacityWithin(DaySpan span) const {
    if (slots_.empty()) {
        return {};
    }
    const SlotRun run = touchedBy(span);
    return total_before_[static_cast<std::size_t>(run.end)] -
           total_before_[static_cast<std::size_t>(run.first)];
}

std::vector<Day> spreadDays(DaySpan period, const WorkCalendar& calendar) {
    std::vector<Day> days;
    for (Day day = period.first; day <= period.last; day = day + 1) {
        if (period.days() == 1 || calendar.isWorkingDay(day)) {
            days.push_back(day);
        }
    }
    if (days.empty()) {
        days.push_back(period.first);
    }
    return days;
}

std::vector<DayHours> spread(Hours hours, DaySpan period, const WorkCalendar& calendar) {
    std::vector<DayHours> days;
    for (const Day day : spreadDays(period, calendar)) {
        days.push_back({day, {}});
    }
    const auto count = static_cast<std::int64_t>(days.size());
    const auto up_to = [&](std::int64_t k) { return (2 * hours.units * k + count) / (2 * count); };
    for (std::int64_t k = 1; k <= count; ++k) {
        days[static_cast<std::size_t>(k - 1)].hours.units = up_to(k) - up_to(k - 1);
    }
    std::erase_if(days, [](const DayHours& day) { return day.hours.units == 0; });
    return days;
}

DaySpan periodFrom(Day start, PeriodLength length) {
    return {start, (length.is_month ? addMonths(start, 1) : start + length.days) - 1};
}

PeriodLength inferredPeriodLength(const std::vector<CapacityEntry>& capacity) {
    std::vector<Day> starts;
    starts.reserve(capacity.size());
    for (const CapacityEntry& entry : capacity) {
        starts.push_back(entry.period_start);
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    if (!starts.empty() && std::all_of(starts.begin(), starts.end(), isFirstOfMonth)) {
        return {.is_month = true};
    }
    std::map<std::int32_t, int> count_of_distance;
    for (std::size_t i = 1; i < starts.size(); ++i) {
        ++count_of_distance[starts[i] - starts[i - 1]];
    }
    // The map goes up, so the first of the largest counts is the smallest distance.
    const auto most = std::max_element(
        count_of_distance.begin(), count_of_distance.end(),
        [](const auto& left, const auto& right) { return left.second < right.second; });
    const std::int32_t days = most == count_of_distance.end() ? 7 : most->first;
    return {.is_month = false, .days = std::min(days, kMostPeriodDays)};
}

CapacityPlan capacityPlan(const PlanInput& input) {
    const PlanSettings& settings = input.settings;
    CapacityPlan plan;
    plan.period_length =
        settings.period_length ? *settings.period_length : inferredPeriodLength(input.capacity);
    plan.calendars.resize(input.resources.size());
    plan.has_capacity_row.resize(input.resources.size());

    const std::vector<CapacityEntry> entries = addedUp(input.capacity);
    for (auto first = entries.begin(); first != entries.end();) {
        const ResourceIndex resource = first->resource;
        const auto end = std::find_if(first, entries.end(), [&](const CapacityEntry& entry) {
            return entry.resource != resource;
        });
        std::vector<Slot> slots;
        std::vector<DayHours> days;
        for (; first != end; ++first) {
            const DaySpan period = periodFrom(first->period_start, plan.period_length);
            plan.last_day = std::max(plan.last_day, period.last);
            if (first->hours.units == 0) {
                continue;
            }
            if (settings.period_rule == PeriodRule::kWholePeriod) {
                slots.push_back({period.first, period.last, first->hours});
            } else {
                const auto spread_days = spread(first->hours, period, settings.calendar);
                days.insert(days.end(), spread_days.begin(), spread_days.end());
            }
        }
        if (!days.empty()) {
            slots = daySlots(std::move(days));
        }
        plan.calendars[resource] = ResourceCalendar{std::move(slots)};
        plan.has_capacity_row[resource] = true;
    }
    return plan;
}

} // namespace keepable::planning
