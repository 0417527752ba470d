// SPDX-License-Identifier: MPL-2.0
#include "tables/period_heading.hpp"

#include "tables/capacity_words.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace keepable::tables {

using planning::Day;
using planning::DaySpan;

namespace {

// 1990-01-01 to 2199-12-31.
constexpr Day kFirstNumericDay{7305};
constexpr Day kLastNumericDay{84005};
constexpr std::size_t kMostBytes = 64; // nothing longer says a period

constexpr std::string_view kJoiningWords = "to|until|till|through|bis|au|al|a|hasta|tot|tm";
constexpr std::string_view kLeadingWords =
    "w|c|wc|week|of|commencing|starting|beginning|start|from|ab|vom|von|woche|semaine|du|"
    "settimana|dal|del|semana|desde|van|vanaf|le|el|il|der|den";

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
           (plain.find_first_of("0123456789") != std::string_view::npos || monthNamed(plain) != 0);
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
    constexpr double kYearsEnd = 10'000;
    const double number = cell.number();
    return cell.kind() == CellKind::kNumber && number > 0 && number < kYearsEnd &&
                   std::floor(number) == number && isYear(static_cast<int>(number))
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

} // namespace keepable::tables
