// SPDX-License-Identifier: MPL-2.0
#include "planning/day.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace keepable::planning {

namespace {

namespace chrono = std::chrono;

chrono::year_month_day civilOf(Day day) {
    return chrono::year_month_day{chrono::sys_days{chrono::days{day.serial}}};
}

Day dayOf(const chrono::year_month_day& civil) {
    const auto since_epoch = chrono::sys_days{civil}.time_since_epoch();
    return {static_cast<std::int32_t>(since_epoch.count())};
}

} // namespace

std::optional<Day> dayFromCivil(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const chrono::year_month_day civil{chrono::year{year},
                                       chrono::month{static_cast<unsigned>(month)},
                                       chrono::day{static_cast<unsigned>(day)}};
    if (!civil.ok()) {
        return std::nullopt;
    }
    return dayOf(civil);
}

std::optional<Day> dayFromIso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto number = [&](std::size_t begin, std::size_t size) {
        int value = -1;
        const char* end = text.data() + begin + size;
        const auto [stop, error] = std::from_chars(text.data() + begin, end, value);
        return error == std::errc{} && stop == end && text[begin] != '-' ? value : -1;
    };
    return dayFromCivil(number(0, 4), number(5, 2), number(8, 2));
}

std::string isoText(Day day) {
    const auto civil = civilOf(day);
    std::array<char, 32> text{};
    const int size =
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(civil.year()),
                      static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
    return {text.data(), static_cast<std::size_t>(size)};
}

Weekday weekdayOf(Day day) {
    const chrono::weekday weekday{chrono::sys_days{chrono::days{day.serial}}};
    return static_cast<Weekday>(weekday.iso_encoding() - 1);
}

bool isFirstOfMonth(Day day) {
    return civilOf(day).day() == chrono::day{1};
}

Day addMonths(Day day, int months) {
    const auto civil = civilOf(day);
    const auto moved = chrono::year_month{civil.year(), civil.month()} + chrono::months{months};
    const auto last =
        chrono::year_month_day_last{moved.year(), chrono::month_day_last{moved.month()}};
    return dayOf({moved.year(), moved.month(), std::min(civil.day(), last.day())});
}

} // namespace keepable::planning
