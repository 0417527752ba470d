// SPDX-License-Identifier: MPL-2.0
//
// A civil day, without clock time or time zone, and spans of days.
//
// Units:  days since 1970-01-01 in the proleptic Gregorian calendar.
// Shape:  a DaySpan includes both its ends, as the windows of contract section 3.2 do; it is empty
//         when last < first.
// Errors: what is no date comes back as nullopt.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keepable::planning {

struct Day {
    std::int32_t serial = 0;

    friend auto operator<=>(const Day&, const Day&) = default;
    friend Day operator+(Day day, std::int32_t days) { return {day.serial + days}; }
    friend Day operator-(Day day, std::int32_t days) { return {day.serial - days}; }
    friend std::int32_t operator-(Day left, Day right) { return left.serial - right.serial; }
};

enum class Weekday : std::uint8_t {
    kMonday,
    kTuesday,
    kWednesday,
    kThursday,
    kFriday,
    kSaturday,
    kSunday
};

struct DaySpan {
    Day first;
    Day last;

    [[nodiscard]] bool isEmpty() const { return last < first; }
    [[nodiscard]] std::int32_t days() const { return isEmpty() ? 0 : last - first + 1; }
    [[nodiscard]] bool contains(Day day) const { return first <= day && day <= last; }
    [[nodiscard]] bool contains(const DaySpan& other) const {
        return first <= other.first && other.last <= last;
    }
    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

// The dates a sheet may hold: 1900-01-01 to 9999-12-31. Both serve as "no limit" as well.
inline constexpr Day kFirstDay{-25567};
inline constexpr Day kLastDay{2932896};

[[nodiscard]] std::optional<Day> dayFromCivil(int year, int month, int day);
[[nodiscard]] std::optional<Day> dayFromIso(std::string_view text); // exactly YYYY-MM-DD
[[nodiscard]] std::string isoText(Day day);
[[nodiscard]] Weekday weekdayOf(Day day);
[[nodiscard]] bool isFirstOfMonth(Day day);

// The same day of the month `months` later, or the last day of that month where it is shorter.
[[nodiscard]] Day addMonths(Day day, int months);

} // namespace keepable::planning
