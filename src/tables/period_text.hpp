// SPDX-License-Identifier: MPL-2.0
//
// One period or date as it is written, taken apart: a week, a month, a quarter, a year or a day, in
// English, German, French, Spanish, Italian or Dutch. period_heading.hpp reads whole cells with it.
//
// Shape:   text is cut into tokens; what they say together is a PeriodText, or nothing.
// Units:   text is a plainWord(); tokens point into it.
// Rule:    weeks are those of ISO 8601. A date in numbers that has two readings is kept as day
//          before month and marked.
#pragma once

#include "planning/day.hpp"
#include "tables/text_locale.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace keepable::tables {

enum class PeriodKind : std::uint8_t { kDay, kWeek, kMonth, kQuarter, kYear };

struct PeriodText {
    PeriodKind kind = PeriodKind::kDay;
    int year = 0;   // 0: not said
    int number = 0; // of the week, month or quarter
    int month = 0;  // kDay
    int day = 0;    // kDay
    // Of a date in numbers: the one order in which it is a date.
    std::optional<DateOrder> order;
    bool has_open_order = false; // another date in the other order; month and day as day first
    int perhaps_day = 0;         // "Aug 24": kMonth of a year 24, or a day

    [[nodiscard]] bool hasYear() const { return year != 0; }
};

// Years that a number may stand for: 1990 to 2199.
[[nodiscard]] bool isYear(int number);

// A number, a word, or one sign. Dashes of every length are '-', of which a long one is '~'.
struct Token {
    enum class Kind : std::uint8_t { kNumber, kWord, kSign };
    Kind kind = Kind::kSign;
    std::string_view word;
    int value = 0;
    std::size_t digits = 0;
    char sign = 0;
    bool is_after_space = false;

    [[nodiscard]] bool isSign(char c) const { return kind == Kind::kSign && sign == c; }
    [[nodiscard]] bool isWord() const { return kind == Kind::kWord; }
    [[nodiscard]] bool isNumber(std::size_t least, std::size_t most) const {
        return kind == Kind::kNumber && digits >= least && digits <= most;
    }
    [[nodiscard]] bool isYear() const { return isNumber(4, 4) && tables::isYear(value); }
};

using Tokens = std::span<const Token>;

[[nodiscard]] std::vector<Token> tokensOf(std::string_view plain);

// Exactly one period or date; none where anything is left over.
[[nodiscard]] std::optional<PeriodText> readSingle(Tokens tokens);

// Whether a word is one of several separated by |.
[[nodiscard]] bool isOneOf(std::string_view words, std::string_view word);
[[nodiscard]] int monthNamed(std::string_view word); // 0: none

[[nodiscard]] bool isDayOfMonth(int year, int month, int day); // year 0: any
// A date of kind kDay in a year.
[[nodiscard]] std::optional<planning::Day> dayIn(const PeriodText& text, DateOrder order, int year);
// The Monday of a week; none where the year has no such week.
[[nodiscard]] std::optional<planning::Day> weekStart(int year, int week);
[[nodiscard]] PeriodText dayText(int year, int month, int day); // year 0: not said
[[nodiscard]] PeriodText dayText(planning::Day day);

} // namespace keepable::tables
