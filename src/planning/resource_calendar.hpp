// SPDX-License-Identifier: MPL-2.0
//
// When one resource has how many hours: a row of slots, each with the hours that any work whose
// window touches the slot may use. With `pro rata` a slot is one day, with `whole period` one
// period.
//
// Shape:   slots sorted by first and by last day, without slots of zero hours; they may overlap
//          only with `whole period`. A window touches a run of neighbouring slots, possibly none.
// Rule:    a period's hours are spread over its working days by cumulative rounding: day k of n
//          gets round(C*k/n) - round(C*(k-1)/n), halves rounded up. A one-day period keeps its
//          hours even on a day off, a longer one without working days has them on its first day.
// Example: 10.0001 h over Monday to Thursday: 2.5, 2.5001, 2.5, 2.5.
// Source:  contract 3.1 and its fine print.
#pragma once

#include "planning/plan_input.hpp"

#include <optional>
#include <vector>

namespace keepable::planning {

struct Slot {
    Day first;
    Day last;
    Hours capacity;
};

struct SlotRun {
    std::int32_t first = 0;
    std::int32_t end = 0;
};

struct DayHours {
    Day day;
    Hours hours;
};

class ResourceCalendar {
  public:
    ResourceCalendar() = default; // no capacity at all
    explicit ResourceCalendar(std::vector<Slot> slots);

    [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }
    [[nodiscard]] SlotRun touchedBy(DaySpan window) const;
    [[nodiscard]] Hours capacityWithin(DaySpan span) const;
    // First day of the first slot that begins after the day.
    [[nodiscard]] std::optional<Day> nextSlotAfter(Day day) const;

  private:
    [[nodiscard]] std::int32_t firstEndingFrom(Day day) const;
    [[nodiscard]] std::int32_t firstStartingAfter(Day day) const;

    std::vector<Slot> slots_;
    std::vector<Hours> total_before_; // of the slots before each, one entry more than slots
    // The answers of the two searches by day from the first slot's first day on, since the check
    // asks them several times a load. Not made for calendars that span decades.
    std::vector<SlotRun> by_day_;
};

// The days over which a period's hours are spread: its working days; a one-day period has its day, a
// longer one without working days its first.
[[nodiscard]] std::vector<Day> spreadDays(DaySpan period, const WorkCalendar& calendar);

// Hours cut into the working days of a period; days with zero hours are left out.
[[nodiscard]] std::vector<DayHours> spread(Hours hours, DaySpan period,
                                           const WorkCalendar& calendar);

[[nodiscard]] DaySpan periodFrom(Day start, PeriodLength length);

// The longest period. Two starts decades apart are a slip of the pen, not a period of that length.
inline constexpr std::int32_t kMostPeriodDays = 3660;

// The default: a month when every start is the first of a month, else the most frequent distance of
// neighbouring different starts (ties: the smallest; at most kMostPeriodDays), 7 days when there is
// only one start.
[[nodiscard]] PeriodLength inferredPeriodLength(const std::vector<CapacityEntry>& capacity);

struct CapacityPlan {
    std::vector<ResourceCalendar> calendars; // by resource
    std::vector<bool> has_capacity_row;      // by resource
    PeriodLength period_length;
    Day last_day = kFirstDay; // of the last period
};

[[nodiscard]] CapacityPlan capacityPlan(const PlanInput& input);

} // namespace keepable::planning
