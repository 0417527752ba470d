// SPDX-License-Identifier: MPL-2.0
#include "tables/period_heading.hpp"

#include "tables/capacity_words.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>

namespace keepable::tables {

using planning::Day;
using planning::DaySpan;

namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2199;
// 1990-01-01 to 2199-12-31.
constexpr Day kFirstNumericDay{7305};
constexpr Day kLastNumericDay{84005};
constexpr std::size_t kMostBytes = 64; // nothing longer says a period

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
constexpr std::string_view kJoiningWords = "to|until|till|through|bis|au|al|a|hasta|tot|tm";
constexpr std::string_view kLeadingWords =
    "w|c|wc|week|of|commencing|starting|beginning|start|from|ab|vom|von|woche|semaine|du|"
    "settimana|dal|del|semana|desde|van|vanaf|le|el|il|der|den";
constexpr std::string_view kLinkingWords = "de|del|di|d|of|den|der|le|the";

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
    return number >= kFirstYear && number <= kLastYear;
}

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

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
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

bool isDayOfMonth(int year, int month, int day) {
    constexpr int kLeapYear = 2024;
    return planning::dayFromCivil(year != 0 ? year : kLeapYear, month, day).has_value();
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

// "3." and "03.08." before a full date.
std::optional<PeriodText> readBeginning(Tokens tokens, const PeriodText& end) {
    if (tokens.size() <= 2 && !tokens.empty() && tokens[0].isNumber(1, 2) &&
        (tokens.size() == 1 || tokens[1].isSign('.'))) {
        PeriodText text = end;
        text.day = tokens[0].value;
        text.order = DateOrder::kDayMonthYear;
        text.has_open_order = false;
        const bool is_day = end.order.value_or(DateOrder::kDayMonthYear) == *text.order &&
                            isDayOfMonth(end.year, end.month, text.day);
        return is_day ? std::optional{text} : std::nullopt;
    }
    auto begin = readSingle(tokens);
    if (!begin || begin->kind != PeriodKind::kDay) {
        return std::nullopt;
    }
    if (!begin->hasYear()) {
        begin->year = end.year;
    }
    return begin;
}

struct SpanText {
    PeriodText begin;
    PeriodText end;
};

std::optional<SpanText> joined(Tokens left, Tokens right) {
    const auto end = readSingle(right);
    if (!end || end->kind != PeriodKind::kDay) {
        return std::nullopt;
    }
    const auto begin = readBeginning(left, *end);
    if (!begin) {
        return std::nullopt;
    }
    SpanText span{*begin, *end};
    // A span is no longer than two months: that tells the order where the numbers do not.
    constexpr int kMostDays = 62;
    constexpr int kAnyYear = 2024;
    std::vector<DateOrder> possible;
    for (const DateOrder order : {DateOrder::kDayMonthYear, DateOrder::kMonthDayYear}) {
        const bool fits =
            (!begin->order || *begin->order == order) && (!end->order || *end->order == order);
        const auto first = dayIn(*begin, order, begin->hasYear() ? begin->year : kAnyYear);
        const auto last = dayIn(*end, order, end->hasYear() ? end->year : kAnyYear);
        if (!fits || !first || !last) {
            continue;
        }
        if (*last >= *first && *last - *first <= kMostDays) {
            possible.push_back(order);
        } else if (begin->year == end->year && *first > *last &&
                   planning::addMonths(*last, 12) - *first <= kMostDays) {
            possible.push_back(order); // "28.12.-03.01.2027"
            span.begin.year -= span.begin.hasYear() ? 1 : 0;
        }
    }
    if (possible.empty()) {
        return std::nullopt;
    }
    const bool is_open = begin->has_open_order || end->has_open_order;
    if (possible.size() == 1 && is_open) {
        span.begin.order = possible.front();
        span.end.order = possible.front();
    }
    return span;
}

std::optional<SpanText> readSpan(Tokens tokens) {
    while (tokens.size() > 1 && tokens[0].isWord() && isOneOf(kLeadingWords, tokens[0].word)) {
        tokens = tokens.subspan(1); // "vom 3.8. bis 7.8."
    }
    for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
        const Token& token = tokens[at];
        std::size_t behind = at + 1;
        if (token.isWord() && token.word == "t" && tokens[behind].isSign('/') &&
            behind + 2 < tokens.size() && tokens[behind + 1].isWord() &&
            tokens[behind + 1].word == "m") {
            behind += 2; // t/m
        } else if (!token.isSign('-') && !token.isSign('~') &&
                   !(token.isWord() && isOneOf(kJoiningWords, token.word))) {
            continue;
        }
        if (auto span = joined(tokens.first(at), tokens.subspan(behind))) {
            return span;
        }
    }
    return std::nullopt;
}

std::optional<PeriodText> readLed(Tokens tokens) {
    std::size_t led = 0;
    while (led + 1 < tokens.size() &&
           ((tokens[led].isWord() && isOneOf(kLeadingWords, tokens[led].word)) ||
            (led > 0 &&
             (tokens[led].isSign('/') || tokens[led].isSign('.') || tokens[led].isSign(','))))) {
        ++led;
    }
    if (led == 0) {
        return std::nullopt;
    }
    const auto text = readSingle(tokens.subspan(led));
    return text && text->kind == PeriodKind::kDay ? text : std::nullopt;
}

// "KW 32 (03.08.-07.08.)": the week, with the year of the dates if they have one.
std::optional<PeriodText> readWeekWithDates(Tokens tokens) {
    for (std::size_t size = 2; size <= 3 && size < tokens.size(); ++size) {
        auto week = readSingle(tokens.first(size));
        Tokens rest = tokens.subspan(size);
        while (!rest.empty() && (rest.front().isSign('(') || rest.front().isSign(':') ||
                                 rest.front().isSign('-') || rest.front().isSign('~'))) {
            rest = rest.subspan(1);
        }
        while (!rest.empty() && rest.back().isSign(')')) {
            rest = rest.first(rest.size() - 1);
        }
        if (!week || week->kind != PeriodKind::kWeek || week->hasYear() || rest.empty()) {
            continue;
        }
        auto date = readSingle(rest);
        if (!date || date->kind != PeriodKind::kDay) {
            const auto span = readSpan(rest);
            date = span ? std::optional{span->begin} : std::nullopt;
        }
        if (!date) {
            continue;
        }
        if (date->hasYear()) {
            return date; // a full date says more than a week's number
        }
        return week;
    }
    return std::nullopt;
}

bool mayBePeriod(std::string_view plain) {
    return !plain.empty() && plain.size() <= kMostBytes &&
           (std::ranges::any_of(plain, isDigit) || monthNamed(plain) != 0);
}

} // namespace

PeriodReader::PeriodReader(const ReadingContext& context)
    : null_date_(context.null_date), locale_order_(context.locale.date_order),
      dates_(context.locale) {}

std::optional<PeriodText> PeriodReader::read(const Cell& cell) const {
    if (cell.kind() == CellKind::kText) {
        return read(cell.text());
    }
    const double serial = std::floor(cell.number());
    if (cell.kind() != CellKind::kNumber || !(serial >= kFirstNumericDay - null_date_) ||
        !(serial <= kLastNumericDay - null_date_)) {
        return std::nullopt;
    }
    return dayText(null_date_ + static_cast<std::int32_t>(serial));
}

std::optional<PeriodText> PeriodReader::read(std::string_view text) const {
    if (text.size() > 2 * kMostBytes) {
        return std::nullopt;
    }
    if (const auto iso = planning::dayFromIso(text)) {
        return *iso >= planning::kFirstDay ? std::optional{dayText(*iso)} : std::nullopt;
    }
    const std::string plain = plainWord(text);
    if (mayBePeriod(plain)) {
        // plainWord() takes away the dot that makes "07.09." a date.
        const std::string dotted = text.ends_with('.') ? plain + "." : plain;
        const std::vector<Token> tokens = tokensOf(dotted);
        if (const auto single = readSingle(tokens)) {
            const bool is_locale_matter = single->kind == PeriodKind::kDay &&
                                          locale_order_ == DateOrder::kYearMonthDay &&
                                          dates_.read(text).has_value();
            if (!is_locale_matter) {
                return single;
            }
        } else if (const auto span = readSpan(tokens)) {
            return span->begin;
        } else if (const auto led = readLed(tokens)) {
            return led;
        } else if (const auto week = readWeekWithDates(tokens)) {
            return week;
        }
    }
    const auto day = dates_.read(text);
    return day ? std::optional{dayText(*day)} : std::nullopt;
}

std::optional<DaySpan> PeriodReader::daysOf(std::string_view text) const {
    const auto resolved = [&](const PeriodText& part) {
        const DateOrder order = part.order.value_or(locale_order_);
        return part.hasYear() ? dayIn(part, order, part.year) : std::nullopt;
    };
    const std::string plain = plainWord(text);
    if (plain.size() <= kMostBytes) {
        if (const auto span = readSpan(tokensOf(plain))) {
            const auto first = resolved(span->begin);
            const auto last = resolved(span->end);
            return first && last && *first <= *last ? std::optional{DaySpan{*first, *last}}
                                                    : std::nullopt;
        }
    }
    const auto single = read(text);
    const auto day = single && single->kind == PeriodKind::kDay ? resolved(*single) : std::nullopt;
    return day ? std::optional{DaySpan{*day, *day}} : std::nullopt;
}

std::optional<int> yearIn(const Cell& cell) {
    if (cell.kind() == CellKind::kText) {
        return yearIn(cell.text());
    }
    const double number = cell.number();
    return cell.kind() == CellKind::kNumber && number >= kFirstYear && number <= kLastYear &&
                   std::floor(number) == number
               ? std::optional{static_cast<int>(number)}
               : std::nullopt;
}

std::optional<int> yearIn(std::string_view title) {
    const std::string plain = plainWord(title);
    const std::vector<Token> tokens = tokensOf(plain);
    const auto is_numeric_sign = [&](std::size_t at) {
        return at < tokens.size() && (tokens[at].isSign('.') || tokens[at].isSign('/') ||
                                      tokens[at].isSign('-') || tokens[at].isSign(':'));
    };
    const auto is_number = [&](std::size_t at) {
        return at < tokens.size() && tokens[at].kind == Token::Kind::kNumber;
    };
    std::optional<int> year;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const bool is_part_of_date = (at > 1 && is_numeric_sign(at - 1) && is_number(at - 2)) ||
                                     (is_numeric_sign(at + 1) && is_number(at + 2));
        if (!tokens[at].isYear() || is_part_of_date) {
            continue;
        }
        if (year && *year != tokens[at].value) {
            return std::nullopt;
        }
        year = tokens[at].value;
    }
    return year;
}

std::optional<DateOrder> orderOf(PeriodTexts texts) {
    std::optional<DateOrder> order;
    for (const auto& text : texts) {
        if (!text || !text->order) {
            continue;
        }
        if (order && *order != *text->order) {
            return std::nullopt;
        }
        order = text->order;
    }
    return order;
}

namespace {

constexpr int kYearsToTry = 2; // to both sides

std::optional<Day> startIn(const PeriodText& text, int year, DateOrder order) {
    switch (text.kind) {
    case PeriodKind::kDay:
        return dayIn(text, text.order.value_or(order), year);
    case PeriodKind::kWeek:
        return weekStart(year, text.number);
    case PeriodKind::kMonth:
        return planning::dayFromCivil(year, text.number, 1);
    case PeriodKind::kQuarter:
    case PeriodKind::kYear:
        break;
    }
    return std::nullopt;
}

int yearOf(Day day) {
    return dayText(day).year;
}

// The start that lies nearest to a day, the earlier of two.
std::optional<Day> nearestStart(const PeriodText& text, Day near, DateOrder order) {
    std::optional<Day> nearest;
    const int year = yearOf(near);
    for (int candidate = year - kYearsToTry; candidate <= year + kYearsToTry; ++candidate) {
        const auto start = startIn(text, candidate, order);
        if (start && (!nearest || std::abs(*start - near) < std::abs(*nearest - near))) {
            nearest = start;
        }
    }
    return nearest;
}

std::optional<Day> startBelow(const PeriodText& text, const YearAbove& above, DateOrder order) {
    if (above.month == 0) {
        return startIn(text, above.year, order);
    }
    constexpr int kMiddle = 15;
    const auto middle = planning::dayFromCivil(above.year, above.month, kMiddle);
    return middle ? nearestStart(text, *middle, order) : std::nullopt;
}

// "Aug 24" and "Aug 31" are days; "Aug 24" and "Sep 24" months.
std::vector<std::optional<PeriodText>> withDaysDecided(PeriodTexts texts) {
    std::vector<std::optional<PeriodText>> decided(texts.begin(), texts.end());
    const auto is_open = [](const std::optional<PeriodText>& text) {
        return text && text->perhaps_day != 0;
    };
    bool are_days = std::ranges::any_of(decided, [](const std::optional<PeriodText>& text) {
        return text && text->kind == PeriodKind::kDay && !text->hasYear();
    });
    std::array<bool, 13> seen{};
    for (const auto& text : decided) {
        if (is_open(text)) {
            bool& is_seen = seen[static_cast<std::size_t>(text->number)];
            are_days = are_days || is_seen;
            is_seen = true;
        }
    }
    for (auto& text : decided) {
        if (are_days && is_open(text)) {
            text = dayText(0, text->number, text->perhaps_day);
        }
    }
    return decided;
}

std::int32_t leastDaysOf(PeriodKind kind) {
    return kind == PeriodKind::kMonth ? 28 : (kind == PeriodKind::kWeek ? 7 : 1);
}

class YearSearch {
  public:
    YearSearch(PeriodTexts texts, std::span<const YearAbove> above, DateOrder order)
        : texts_(texts), above_(above), order_(order), starts_(texts.size()) {}

    // Those that say their year, or have it above.
    void takeKnown() {
        for (std::size_t at = 0; at < texts_.size(); ++at) {
            if (!texts_[at]) {
                continue;
            }
            if (texts_[at]->hasYear()) {
                starts_[at] = startIn(*texts_[at], texts_[at]->year, order_);
            } else if (at < above_.size() && above_[at].year != 0) {
                starts_[at] = startBelow(*texts_[at], above_[at], order_);
            }
        }
    }

    // The others, each by its neighbour, from the first known on to both sides.
    void takeByNeighbours() {
        const auto known =
            std::ranges::find_if(starts_, [](const auto& start) { return start.has_value(); });
        if (known != starts_.end()) {
            spreadFrom(static_cast<std::size_t>(known - starts_.begin()));
        }
    }

    void takeNear(Day near) {
        const auto first = firstMissing();
        if (first) {
            starts_[*first] = nearestStart(*texts_[*first], near, order_);
            takeByNeighbours();
        }
    }

    // The year that brings the whole run nearest to today. True when one was needed.
    std::optional<std::size_t> takeByToday(Day today) {
        const auto first = firstMissing();
        if (!first) {
            return std::nullopt;
        }
        const std::vector<std::optional<Day>> before = starts_;
        std::vector<std::optional<Day>> best = before;
        auto best_distance = std::numeric_limits<std::int64_t>::max();
        for (int year = yearOf(today) - kYearsToTry; year <= yearOf(today) + kYearsToTry; ++year) {
            starts_ = before;
            starts_[*first] = startIn(*texts_[*first], year, order_);
            if (!starts_[*first]) {
                continue;
            }
            takeByNeighbours();
            const std::int64_t distance = distanceTo(today);
            if (distance < best_distance) {
                best_distance = distance;
                best = starts_;
            }
        }
        starts_ = std::move(best);
        return first;
    }

    [[nodiscard]] bool hasKnown() const {
        return std::ranges::any_of(starts_, [](const auto& start) { return start.has_value(); });
    }
    [[nodiscard]] std::vector<std::optional<Day>> take() { return std::move(starts_); }

  private:
    [[nodiscard]] bool isMissing(std::size_t at) const {
        const auto& text = texts_[at];
        const bool has_start =
            text && (text->kind == PeriodKind::kDay || text->kind == PeriodKind::kWeek ||
                     text->kind == PeriodKind::kMonth);
        const bool has_year =
            text && (text->hasYear() || (at < above_.size() && above_[at].year != 0));
        return has_start && !has_year && !starts_[at];
    }

    [[nodiscard]] std::optional<std::size_t> firstMissing() const {
        for (std::size_t at = 0; at < texts_.size(); ++at) {
            if (isMissing(at)) {
                return at;
            }
        }
        return std::nullopt;
    }

    void spreadFrom(std::size_t known) {
        Day near = *starts_[known];
        for (std::size_t at = known + 1; at < texts_.size(); ++at) {
            takeBeside(at, near);
        }
        near = *starts_[known];
        for (std::size_t at = known; at-- > 0;) {
            takeBeside(at, near);
        }
    }

    void takeBeside(std::size_t at, Day& near) {
        if (isMissing(at)) {
            starts_[at] = nearestStart(*texts_[at], near, order_);
        }
        near = starts_[at].value_or(near);
    }

    // From today to the run, and within it (far less) to the first start; the distances are days.
    // A run with a gap of more than half a year is none: a week 53 that only another year has.
    [[nodiscard]] std::int64_t distanceTo(Day today) const {
        constexpr std::int64_t kFarLess = 100'000;
        constexpr std::int32_t kHalfAYear = 190;
        std::optional<Day> first;
        std::optional<Day> last;
        std::optional<Day> before;
        std::int64_t gaps = 0;
        for (std::size_t at = 0; at < starts_.size(); ++at) {
            if (starts_[at]) {
                const Day end = *starts_[at] + (leastDaysOf(texts_[at]->kind) - 1);
                gaps += std::abs(*starts_[at] - before.value_or(*starts_[at])) > kHalfAYear ? 1 : 0;
                before = starts_[at];
                first = std::min(first.value_or(*starts_[at]), *starts_[at]);
                last = std::max(last.value_or(end), end);
            }
        }
        if (!first) {
            return std::numeric_limits<std::int64_t>::max();
        }
        const std::int32_t outside = std::max({*first - today, today - *last, 0});
        return (gaps * kFarLess + outside) * kFarLess + std::abs(*first - today);
    }

    PeriodTexts texts_;
    std::span<const YearAbove> above_;
    DateOrder order_;
    std::vector<std::optional<Day>> starts_;
};

} // namespace

PeriodRun resolvePeriods(PeriodTexts texts, std::span<const YearAbove> above,
                         DateOrder locale_order, Day today, std::optional<Day> near) {
    PeriodRun run;
    const std::vector<std::optional<PeriodText>> decided = withDaysDecided(texts);
    const auto order = orderOf(decided);
    if (!order) {
        const auto open = std::ranges::find_if(
            decided, [](const auto& text) { return text && text->has_open_order && !text->order; });
        if (open != decided.end()) {
            run.assumed_order = static_cast<std::size_t>(open - decided.begin());
        }
    }
    YearSearch search{decided, above, order.value_or(locale_order)};
    search.takeKnown();
    if (search.hasKnown()) {
        search.takeByNeighbours();
    } else if (near) {
        search.takeNear(*near);
    } else {
        run.assumed_year = search.takeByToday(today);
    }
    run.starts = search.take();
    return run;
}

} // namespace keepable::tables
