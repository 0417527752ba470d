// SPDX-License-Identifier: MPL-2.0
#include "tables/period_text.hpp"

#include "tables/capacity_words.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace keepable::tables {

using planning::Day;

namespace {

constexpr std::array<std::string_view, 12> kMonths{
    "january|jan|januar|janner|jaenner|janvier|janv|enero|ene|gennaio|gen|genn|januari",
    "february|feb|februar|fevrier|fevr|fev|febrero|febbraio|febb|februari",
    "march|mar|marz|maerz|mrz|mars|marzo|maart|mrt",
    "april|apr|avril|avr|abril|abr|aprile",
    "may|mai|mayo|maggio|mag|mei",
    "june|jun|juni|juin|junio|giugno|giu|giug",
    "july|jul|juli|juillet|juil|julio|luglio|lug|lugl",
    "august|aug|aout|agosto|ago|augustus|agost",
    "september|sep|sept|septembre|septiembre|setiembre|set|settembre|sett",
    "october|oct|oktober|okt|octobre|octubre|ottobre|ott",
    "november|nov|novembre|noviembre",
    "december|dec|dezember|dez|decembre|diciembre|dic|dicembre"};
constexpr std::string_view kWeekWords =
    "w|wk|week|kw|cw|kalenderwoche|woche|s|sem|semaine|settimana|sett|semana|weeknr";
constexpr std::string_view kQuarterWords = "q|qtr|quarter|quartal|t|trimestre|trim|kwartaal|k";
constexpr std::string_view kYearWords = "year|fy|cy|jahr|annee|exercice|ano|anno|jaar|ejercicio";
constexpr std::string_view kLinkingWords = "de|del|di|d|of|den|der|le|the";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// The numbers and words of a text, with the sign before each; signs that only decorate are gone.
struct Part {
    Token token;
    char sign_before = 0; // ' ' for a space alone, 0 for nothing
    char sign_behind = 0;
};

// None where a sign stands that belongs to no date.
std::optional<std::vector<Part>> partsOf(Tokens tokens) {
    constexpr std::string_view kSigns = "-/.,()'";
    std::vector<Part> parts;
    char before = 0;
    for (const Token& token : tokens) {
        if (token.kind == Token::Kind::kSign) {
            const bool is_double = before != 0 && before != '.' && before != ',' && before != ' ' &&
                                   token.sign != '(' && token.sign != ')';
            if (kSigns.find(token.sign) == std::string_view::npos || is_double) {
                return std::nullopt;
            }
            before = token.sign;
            if (!parts.empty() && parts.back().sign_behind == 0) {
                parts.back().sign_behind = token.sign;
            }
            continue;
        }
        if (token.isWord() && !parts.empty() && isOneOf(kLinkingWords, token.word)) {
            continue;
        }
        if (before == 0 && token.is_after_space) {
            before = ' ';
        }
        parts.push_back({token, before, 0});
        before = 0;
    }
    return parts;
}

// What year a number behind a week or a month stands for; two digits only behind a sign.
int yearBehind(const Part& part) {
    constexpr int kCentury = 2000;
    if (part.token.isYear()) {
        return part.token.value;
    }
    const bool has_sign = part.sign_before == '/' || part.sign_before == '\'';
    return has_sign && part.token.isNumber(2, 2) ? kCentury + part.token.value : 0;
}

std::optional<PeriodText> weekOf(int number, int year) {
    constexpr int kMostWeeks = 53;
    if (number < 1 || number > kMostWeeks) {
        return std::nullopt;
    }
    PeriodText week;
    week.kind = PeriodKind::kWeek;
    week.number = number;
    week.year = year;
    return week;
}

Day firstOfWeek(int year, int week) {
    constexpr int kDayOfFirstWeek = 4; // 4 January lies in week 1
    const Day day = planning::dayFromCivil(year, 1, kDayOfFirstWeek).value();
    return day - static_cast<int>(planning::weekdayOf(day)) + (week - 1) * 7;
}

std::optional<PeriodText> readWeek(std::span<const Part> parts) {
    const bool is_split = parts.size() > 1 && parts[0].token.isWord() && parts[1].token.isWord();
    if (is_split && (parts[0].token.word == "calendar" || parts[0].token.word == "iso")) {
        parts = parts.subspan(1); // "calendar week 32"
    }
    const auto is_week_word = [&](std::size_t at) {
        return at < parts.size() && parts[at].token.isWord() &&
               isOneOf(kWeekWords, parts[at].token.word);
    };
    const auto number = [&](std::size_t at) {
        return at < parts.size() && parts[at].token.isNumber(1, 2) ? parts[at].token.value : 0;
    };
    if (is_week_word(0) && number(1) != 0) {
        if (parts.size() == 2) {
            return weekOf(number(1), 0);
        }
        const int year = yearBehind(parts[2]);
        return parts.size() == 3 && year != 0 ? weekOf(number(1), year) : std::nullopt;
    }
    if (parts.size() >= 3 && parts[0].token.isYear() && is_week_word(1) && number(2) != 0) {
        const int year = parts[0].token.value;
        if (parts.size() == 3) {
            return weekOf(number(2), year);
        }
        constexpr int kDaysOfWeek = 7;
        const auto start = weekStart(year, number(2));
        const int weekday = number(3);
        return parts.size() == 4 && start && weekday >= 1 && weekday <= kDaysOfWeek
                   ? std::optional{dayText(*start + (weekday - 1))}
                   : std::nullopt;
    }
    if (number(0) != 0 && is_week_word(1)) { // "32. KW 2026"
        if (parts.size() == 2) {
            return weekOf(number(0), 0);
        }
        return parts.size() == 3 && parts[2].token.isYear()
                   ? weekOf(number(0), parts[2].token.value)
                   : std::nullopt;
    }
    return std::nullopt;
}

PeriodText monthText(int month, int year) {
    PeriodText text;
    text.kind = PeriodKind::kMonth;
    text.number = month;
    text.year = year;
    return text;
}

// Two-digit years of dates turn as they do elsewhere: 30 is 1930.
int yearOfDate(const Token& token) {
    constexpr int kTurn = 30;
    if (token.isNumber(4, 4)) {
        return token.value;
    }
    return token.isNumber(2, 2) ? token.value + (token.value < kTurn ? 2000 : 1900) : 0;
}

std::optional<PeriodText> readNamedMonth(std::span<const Part> parts) {
    const auto month = [&](std::size_t at) {
        return parts[at].token.isWord() ? monthNamed(parts[at].token.word) : 0;
    };
    const auto day = [&](std::size_t at) {
        return parts[at].token.isNumber(1, 2) ? parts[at].token.value : 0;
    };
    const auto named_day = [](int year, int in_month, int number) {
        return number != 0 && isDayOfMonth(year, in_month, number)
                   ? std::optional{dayText(year, in_month, number)}
                   : std::nullopt;
    };
    if (parts.size() == 1 && month(0) != 0) {
        return monthText(month(0), 0);
    }
    if (parts.size() == 2 && month(0) != 0) {
        constexpr int kCentury = 2000;
        const Part& second = parts[1];
        if (second.token.isYear()) {
            return monthText(month(0), second.token.value);
        }
        if (!second.token.isNumber(1, 2)) {
            return std::nullopt;
        }
        if (second.token.digits == 2 && (second.sign_before == '-' || second.sign_before == '/' ||
                                         second.sign_before == '\'')) {
            return monthText(month(0), kCentury + second.token.value);
        }
        if (second.token.digits == 2 && second.token.value >= 20) {
            PeriodText text = monthText(month(0), kCentury + second.token.value);
            text.perhaps_day =
                isDayOfMonth(0, month(0), second.token.value) ? second.token.value : 0;
            return text;
        }
        return named_day(0, month(0), second.token.value);
    }
    if (parts.size() == 2 && month(1) != 0) {
        return parts[0].token.isYear() ? monthText(month(1), parts[0].token.value)
                                       : named_day(0, month(1), day(0));
    }
    if (parts.size() == 3 && month(1) != 0) { // 7 Sep 2026, 2026 Sep 7
        return parts[0].token.isYear() ? named_day(parts[0].token.value, month(1), day(2))
                                       : named_day(yearOfDate(parts[2].token), month(1), day(0));
    }
    if (parts.size() == 3 && month(0) != 0 && parts[2].token.isYear()) { // Sep 7, 2026
        return named_day(parts[2].token.value, month(0), day(1));
    }
    return std::nullopt;
}

std::optional<PeriodText> dayOfNumbers(int year, int first, int second) {
    const bool day_first = isDayOfMonth(year, second, first);
    const bool month_first = isDayOfMonth(year, first, second);
    if (!day_first && !month_first) {
        return std::nullopt;
    }
    PeriodText text = day_first ? dayText(year, second, first) : dayText(year, first, second);
    if (day_first != month_first) {
        text.order = day_first ? DateOrder::kDayMonthYear : DateOrder::kMonthDayYear;
    }
    text.has_open_order = day_first && month_first && first != second;
    return text;
}

std::optional<PeriodText> readNumbers(std::span<const Part> parts) {
    const bool has_numbers_only = std::ranges::all_of(
        parts, [](const Part& part) { return part.token.kind == Token::Kind::kNumber; });
    constexpr std::string_view kSigns = "-/.";
    const auto is_sign = [&](char c) { return kSigns.find(c) != std::string_view::npos; };
    if (!has_numbers_only || parts.size() < 2 || !is_sign(parts[1].sign_before)) {
        return std::nullopt;
    }
    const Token& first = parts[0].token;
    const Token& second = parts[1].token;
    const char sign = parts[1].sign_before;
    if (parts.size() == 3 && parts[2].sign_before == sign) {
        const Token& third = parts[2].token;
        if (first.isYear() && second.isNumber(1, 2) && third.isNumber(1, 2)) {
            return isDayOfMonth(first.value, second.value, third.value)
                       ? std::optional{dayText(first.value, second.value, third.value)}
                       : std::nullopt;
        }
        const int year = yearOfDate(third);
        return first.isNumber(1, 2) && second.isNumber(1, 2) && year != 0
                   ? dayOfNumbers(year, first.value, second.value)
                   : std::nullopt;
    }
    if (parts.size() != 2) {
        return std::nullopt;
    }
    const auto month_of = [](const Token& month, const Token& year) {
        constexpr int kMonthsOfYear = 12;
        return month.isNumber(1, 2) && month.value >= 1 && month.value <= kMonthsOfYear
                   ? std::optional{monthText(month.value, year.value)}
                   : std::nullopt;
    };
    if (first.isYear()) {
        return month_of(second, first);
    }
    if (second.isYear()) {
        return month_of(first, second);
    }
    // "07.09." and "07/09"; "12.5" is a number.
    if (first.isNumber(1, 2) && second.isNumber(1, 2) &&
        (sign == '/' || (sign == '.' && parts[1].sign_behind == '.'))) {
        return dayOfNumbers(0, first.value, second.value);
    }
    return std::nullopt;
}

std::optional<PeriodText> readQuarterOrYear(std::span<const Part> parts) {
    constexpr int kQuarters = 4;
    PeriodText text;
    if (parts.size() == 1 && parts[0].token.isYear()) {
        text.kind = PeriodKind::kYear;
        text.year = parts[0].token.value;
        return text;
    }
    if (parts.size() < 2) {
        return std::nullopt;
    }
    const auto is_word = [&](std::size_t at, std::string_view words) {
        return parts[at].token.isWord() && isOneOf(words, parts[at].token.word);
    };
    if (parts.size() == 2 && is_word(0, kYearWords) && parts[1].token.isYear()) {
        text.kind = PeriodKind::kYear;
        text.year = parts[1].token.value;
        return text;
    }
    const std::size_t word = parts[0].token.isYear() ? 1 : 0;
    const bool is_quarter = word + 1 < parts.size() && is_word(word, kQuarterWords) &&
                            parts[word + 1].token.isNumber(1, 1) &&
                            parts[word + 1].token.value >= 1 &&
                            parts[word + 1].token.value <= kQuarters;
    const bool ends_there = parts.size() == word + 2;
    if (!is_quarter ||
        (!ends_there && (word != 0 || parts.size() != 3 || yearBehind(parts[2]) == 0))) {
        return std::nullopt;
    }
    text.kind = PeriodKind::kQuarter;
    text.number = parts[word + 1].token.value;
    text.year = word == 1 ? parts[0].token.value : (ends_there ? 0 : yearBehind(parts[2]));
    return text;
}

Tokens withoutWeekday(Tokens tokens) {
    if (tokens.size() < 2 || !tokens[0].isWord() || tokens[0].word.size() < 2 ||
        !means(tokens[0].word, CapacityWord::kWeekday) || monthNamed(tokens[0].word) != 0) {
        return tokens;
    }
    tokens = tokens.subspan(1);
    while (!tokens.empty() && (tokens[0].isSign('.') || tokens[0].isSign(','))) {
        tokens = tokens.subspan(1);
    }
    return tokens;
}

} // namespace

bool isOneOf(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != std::string_view::npos;
         at = words.find(word, at + 1)) {
        const bool begins = at == 0 || words[at - 1] == '|';
        const std::size_t end = at + word.size();
        if (begins && (end == words.size() || words[end] == '|')) {
            return true;
        }
    }
    return false;
}

int monthNamed(std::string_view word) {
    for (std::size_t month = 0; month < kMonths.size(); ++month) {
        if (isOneOf(kMonths[month], word)) {
            return static_cast<int>(month) + 1;
        }
    }
    return 0;
}

bool isYear(int number) {
    constexpr int kFirstYear = 1990;
    constexpr int kLastYear = 2199;
    return number >= kFirstYear && number <= kLastYear;
}

std::vector<Token> tokensOf(std::string_view plain) {
    constexpr std::string_view kEnDash = "\xe2\x80\x93";
    constexpr std::string_view kEmDash = "\xe2\x80\x94";
    constexpr std::string_view kApostrophe = "\xe2\x80\x99";
    std::vector<Token> tokens;
    bool is_after_space = false;
    while (!plain.empty()) {
        Token token;
        std::size_t size = 1;
        if (plain.front() == ' ') {
            is_after_space = true;
            plain.remove_prefix(1);
            continue;
        }
        if (isDigit(plain.front())) {
            token.kind = Token::Kind::kNumber;
            for (size = 0; size < plain.size() && isDigit(plain[size]); ++size) {
                token.value = size < 5 ? token.value * 10 + (plain[size] - '0') : token.value;
            }
            token.digits = size;
        } else if (plain.starts_with(kEnDash) || plain.starts_with(kEmDash)) {
            token.sign = '~';
            size = kEnDash.size();
        } else if (plain.starts_with(kApostrophe)) {
            token.sign = '\'';
            size = kApostrophe.size();
        } else if (isLetter(plain.front())) {
            token.kind = Token::Kind::kWord;
            while (size < plain.size() && isLetter(plain[size]) &&
                   !plain.substr(size).starts_with(kEnDash) &&
                   !plain.substr(size).starts_with(kApostrophe)) {
                ++size;
            }
            token.word = plain.substr(0, size);
        } else {
            token.sign = plain.front();
        }
        token.is_after_space = is_after_space;
        is_after_space = false;
        tokens.push_back(token);
        plain.remove_prefix(size);
    }
    return tokens;
}

bool isDayOfMonth(int year, int month, int day) {
    constexpr int kLeapYear = 2024;
    return planning::dayFromCivil(year != 0 ? year : kLeapYear, month, day).has_value();
}

std::optional<PeriodText> readSingle(Tokens tokens) {
    const auto all = partsOf(withoutWeekday(tokens));
    if (!all || all->empty()) {
        return std::nullopt;
    }
    const std::span<const Part> parts{*all};
    for (const auto& reading :
         {readWeek(parts), readNumbers(parts), readNamedMonth(parts), readQuarterOrYear(parts)}) {
        if (reading) {
            return reading;
        }
    }
    return std::nullopt;
}

std::optional<Day> dayIn(const PeriodText& text, DateOrder order, int year) {
    const bool is_swapped = text.has_open_order && order == DateOrder::kMonthDayYear;
    return planning::dayFromCivil(year, is_swapped ? text.day : text.month,
                                  is_swapped ? text.month : text.day);
}

std::optional<Day> weekStart(int year, int week) {
    const Day start = firstOfWeek(year, week);
    return start < firstOfWeek(year + 1, 1) ? std::optional{start} : std::nullopt;
}

PeriodText dayText(int year, int month, int day) {
    PeriodText text;
    text.year = year;
    text.month = month;
    text.day = day;
    return text;
}

PeriodText dayText(Day day) {
    const std::chrono::year_month_day civil{std::chrono::sys_days{std::chrono::days{day.serial}}};
    return dayText(static_cast<int>(civil.year()),
                   static_cast<int>(static_cast<unsigned>(civil.month())),
                   static_cast<int>(static_cast<unsigned>(civil.day())));
}

} // namespace keepable::tables
