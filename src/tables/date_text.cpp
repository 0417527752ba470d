// SPDX-License-Identifier: MPL-2.0
#include "tables/date_text.hpp"

#include "tables/names.hpp"

#include <algorithm>

namespace keepable::tables {

using planning::Day;

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isWordByte(char c) {
    return !isDigit(c) && c != ' ' && c != '.' && c != ',' && c != '/' && c != '-';
}

std::string_view withoutEndingDots(std::string_view text) {
    while (text.ends_with('.')) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view trimmedAscii(std::string_view text) {
    while (text.starts_with(' ')) {
        text.remove_prefix(1);
    }
    while (text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    return text;
}

// "08:30", "8:30:00 pm", "08:30:00.000+01:00".
bool isTimeOfDay(std::string_view text) {
    const std::size_t hour_digits = text.size() > 1 && isDigit(text[1]) ? 2 : 1;
    if (text.size() < hour_digits + 3 || !isDigit(text[0]) || text[hour_digits] != ':' ||
        !isDigit(text[hour_digits + 1]) || !isDigit(text[hour_digits + 2])) {
        return false;
    }
    return text.find_first_not_of("0123456789:., +-apmzAPMZ") == std::string_view::npos;
}

// What may stand behind a date: nothing, or a time.
bool isEndOfDate(std::string_view text) {
    if (text.starts_with('.')) {
        text.remove_prefix(1); // "2026. 12. 31."
    }
    if (text.empty()) {
        return true;
    }
    if (text.starts_with(',')) {
        text.remove_prefix(1);
    }
    return (text.starts_with(' ') || text.starts_with('T') || text.starts_with('t')) &&
           isTimeOfDay(text.substr(1));
}

std::optional<Day> withinSheetDates(std::optional<Day> day) {
    return day && *day >= planning::kFirstDay && *day <= planning::kLastDay ? day : std::nullopt;
}

} // namespace

// The three parts of a date, one of them possibly a month's name.
struct DateTextReader::Parts {
    struct Part {
        int value = 0; // 1 to 12 for a month's name
        int digits = 0;
    };
    std::array<Part, 3> part;
    std::size_t count = 0;
    std::size_t month_name = 3; // which part; 3 means none
    char separator = 0;

    [[nodiscard]] bool hasMonthName() const { return month_name < 3; }
    [[nodiscard]] std::optional<Day> day(std::size_t year, std::size_t month,
                                         std::size_t day) const {
        constexpr int kFirstYearOfLastCentury = 30;
        if (part[month].digits > 2 || part[day].digits > 2) {
            return std::nullopt;
        }
        int full_year = part[year].value;
        if (part[year].digits == 2) {
            full_year += full_year < kFirstYearOfLastCentury ? 2000 : 1900;
        } else if (part[year].digits != 4) {
            return std::nullopt;
        }
        return planning::dayFromCivil(full_year, part[month].value, part[day].value);
    }
};

DateTextReader::DateTextReader(const TextLocale& locale) : order_(locale.date_order) {
    for (std::size_t month = 0; month < month_names_.size(); ++month) {
        const std::string name = foldedName(locale.month_names[month]);
        const std::string abbreviation = foldedName(locale.month_abbreviations[month]);
        month_names_[month] = {std::string{withoutEndingDots(name)},
                               std::string{withoutEndingDots(abbreviation)}};
    }
}

std::optional<Day> DateTextReader::read(std::string_view text, DateOrder order) const {
    constexpr std::size_t kIsoSize = 10;
    text = trimmedAscii(text);
    if (text.size() >= kIsoSize && text[4] == '-') {
        const auto day = planning::dayFromIso(text.substr(0, kIsoSize));
        if (day && isEndOfDate(text.substr(kIsoSize))) {
            return withinSheetDates(day);
        }
    }
    const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || c == '.' || c == '/' || c == '-' || c == ' ';
    });
    return withinSheetDates(is_plain ? readParts(text, order) : readParts(foldedName(text), order));
}

std::optional<Day> DateTextReader::readParts(std::string_view text, DateOrder order) const {
    Parts parts;
    while (takePart(text, parts)) {
        if (parts.count == 3) {
            if (!isEndOfDate(text)) {
                return std::nullopt;
            }
            return parts.hasMonthName() ? dayWithMonthName(parts, order)
                                        : dayOfNumbers(parts, order);
        }
        const std::size_t behind = std::min(text.find_first_not_of(" .,/-"), text.size());
        const std::string_view between = trimmedAscii(text.substr(0, behind));
        const char sign = between.empty() ? ' ' : between.front();
        const bool is_same = parts.count == 1 || parts.separator == sign || parts.hasMonthName();
        if (behind == 0 || between.size() > 1 || !is_same) {
            return std::nullopt;
        }
        parts.separator = sign;
        text.remove_prefix(behind);
        if (text.starts_with("de ")) {
            text.remove_prefix(3); // "31 de diciembre de 2026"
        }
    }
    return std::nullopt;
}

bool DateTextReader::takePart(std::string_view& text, Parts& parts) const {
    const bool is_number = !text.empty() && isDigit(text.front());
    std::size_t size = 0;
    Parts::Part part;
    while (size < text.size() && (is_number ? isDigit(text[size]) : isWordByte(text[size]))) {
        if (is_number && size < 5) {
            part.value = part.value * 10 + (text[size] - '0');
        }
        ++size;
    }
    if (is_number) {
        part.digits = static_cast<int>(std::min<std::size_t>(size, 5));
    } else {
        part.value = parts.hasMonthName() ? 0 : monthNamed(text.substr(0, size));
        if (part.value == 0) {
            return false;
        }
        parts.month_name = parts.count;
    }
    parts.part[parts.count++] = part;
    text.remove_prefix(size);
    return true;
}

int DateTextReader::monthNamed(std::string_view folded_word) const {
    if (folded_word.empty()) {
        return 0;
    }
    for (std::size_t month = 0; month < month_names_.size(); ++month) {
        if (month_names_[month][0] == folded_word || month_names_[month][1] == folded_word) {
            return static_cast<int>(month) + 1;
        }
    }
    return 0;
}

std::optional<Day> DateTextReader::dayOfNumbers(const Parts& parts, DateOrder order) {
    if (parts.part[0].digits == 4 && parts.separator == '-') {
        return parts.day(0, 1, 2); // 2026-7-1 is as good as ISO
    }
    switch (order) {
    case DateOrder::kDayMonthYear:
        return parts.day(2, 1, 0);
    case DateOrder::kMonthDayYear:
        return parts.day(2, 0, 1);
    case DateOrder::kYearMonthDay:
        return parts.day(0, 1, 2);
    }
    return std::nullopt;
}

std::optional<Day> DateTextReader::dayWithMonthName(const Parts& parts, DateOrder order) {
    if (parts.month_name == 0) {
        return parts.day(2, 0, 1); // Dec 31, 2026
    }
    if (parts.month_name == 2) {
        return std::nullopt;
    }
    const bool year_first = parts.part[0].digits == 4 ||
                            (order == DateOrder::kYearMonthDay && parts.part[2].digits <= 2);
    return year_first ? parts.day(0, 1, 2) : parts.day(2, 1, 0);
}

} // namespace keepable::tables
