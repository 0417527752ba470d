// SPDX-License-Identifier: MPL-2.0
#include "tables/number_text.hpp"

#include "tables/currency.hpp"
#include "tables/names.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace keepable::tables {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool takes(std::string_view& text, std::string_view prefix) {
    if (prefix.empty() || !text.starts_with(prefix)) {
        return false;
    }
    text.remove_prefix(prefix.size());
    return true;
}

void skipSpaces(std::string_view& text) {
    while (const std::size_t space = leadingSpaceSize(text)) {
        text.remove_prefix(space);
    }
}

struct Separators {
    std::string_view decimal;
    std::string_view group;
};

constexpr std::array<Separators, 2> kUsualSeparators{{{".", ","}, {",", "."}}};

enum class Separator : std::uint8_t { kNone, kSpace, kApostrophe, kLocale };

// The separator in front of a group, which is taken from the text.
Separator takeGroupSeparator(std::string_view& text, std::string_view of_locale) {
    if (const std::size_t space = leadingSpaceSize(text); space > 0) {
        text.remove_prefix(space);
        return Separator::kSpace;
    }
    if (takes(text, "'") || takes(text, "’")) {
        return Separator::kApostrophe;
    }
    return takes(text, of_locale) ? Separator::kLocale : Separator::kNone;
}

std::size_t digitRun(std::string_view text) {
    const auto* end = std::find_if_not(text.begin(), text.end(), isDigit);
    return static_cast<std::size_t>(end - text.begin());
}

void takeWholeDigits(std::string_view& text, std::size_t count, DecimalDigits& value) {
    for (const char digit : text.substr(0, count)) {
        value.addWholeDigit(digit);
    }
    text.remove_prefix(count);
}

// The digits with their separators; false when there is none.
bool takeDigits(std::string_view& text, const Separators& separators, DecimalDigits& value) {
    const std::size_t first_run = digitRun(text);
    takeWholeDigits(text, first_run, value);
    Separator used = Separator::kNone;
    while (first_run >= 1 && first_run <= 3) {
        std::string_view rest = text;
        const Separator separator = takeGroupSeparator(rest, separators.group);
        if (separator == Separator::kNone || digitRun(rest) != 3 ||
            (used != Separator::kNone && separator != used)) {
            break;
        }
        used = separator;
        text = rest;
        takeWholeDigits(text, 3, value);
    }
    std::size_t decimals = 0;
    if (takes(text, separators.decimal)) {
        decimals = digitRun(text);
        for (const char digit : text.substr(0, decimals)) {
            value.addDecimal(digit);
        }
        text.remove_prefix(decimals);
    }
    return first_run + decimals > 0;
}

// Sign, currency and per cent, each at most once on both sides of the digits together.
struct Signs {
    bool sign = false;
    std::string_view currency;
    bool percent = false;
    bool negative = false;

    bool takeOne(std::string_view& text) {
        skipSpaces(text);
        if (!sign && takes(text, "+")) {
            return sign = true;
        }
        if (!sign && (takes(text, "-") || takes(text, "−"))) {
            return sign = negative = true;
        }
        return takeOneBehind(text);
    }
    bool takeOneBehind(std::string_view& text) {
        skipSpaces(text);
        if (!percent && takes(text, "%")) {
            return percent = true;
        }
        if (currency.empty()) {
            currency = takeCurrency(text);
            return !currency.empty();
        }
        return false;
    }
};

std::optional<NumberText> readWith(std::string_view text, const Separators& separators) {
    Signs signs;
    while (signs.takeOne(text)) {
    }
    NumberText number;
    if (!takeDigits(text, separators, number.value)) {
        return std::nullopt;
    }
    while (signs.takeOneBehind(text)) {
    }
    if (!text.empty()) {
        return std::nullopt;
    }
    number.is_negative = signs.negative;
    number.is_percent = signs.percent;
    number.currency = signs.currency;
    return number;
}

} // namespace

void DecimalDigits::addWholeDigit(char digit) {
    if (size == 0 && digit == '0') {
        return;
    }
    if (size < static_cast<std::int32_t>(digits.size())) {
        digits[static_cast<std::size_t>(size++)] = digit;
    }
    ++point;
}

void DecimalDigits::addDecimal(char digit) {
    is_whole = is_whole && digit == '0';
    if (size == 0 && digit == '0') {
        --point;
    } else if (size < static_cast<std::int32_t>(digits.size())) {
        digits[static_cast<std::size_t>(size++)] = digit;
    }
}

std::optional<NumberText> readNumberText(std::string_view text, const TextLocale& locale) {
    auto number = readWith(text, {locale.decimal_separator, locale.group_separator});
    if (number) {
        return number;
    }
    for (const Separators& separators : kUsualSeparators) {
        const auto other = readWith(text, separators);
        if (other && number) {
            return std::nullopt; // a point or comma that this locale uses for neither
        }
        number = other ? other : number;
    }
    return number;
}

DecimalDigits shortestDigits(double value) {
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), std::abs(value),
                                       std::chars_format::scientific);
    const char* mark = std::find(text.data(), written.ptr, 'e');
    DecimalDigits digits;
    for (const char* at = text.data(); at != mark; ++at) {
        if (isDigit(*at) && (digits.size > 0 || *at != '0')) {
            digits.digits[static_cast<std::size_t>(digits.size++)] = *at;
        }
    }
    if (digits.size == 0) {
        return digits;
    }
    const char* exponent = mark + (mark[1] == '+' ? 2 : 1);
    std::from_chars(exponent, written.ptr, digits.point);
    ++digits.point;
    digits.is_whole = digits.point >= digits.size;
    return digits;
}

std::optional<std::int64_t> unitsOf(const DecimalDigits& value, int decimals, std::int64_t most) {
    constexpr std::int32_t kDigitsOf64Bits = 19;
    const std::int32_t count = value.point + decimals;
    if (value.size == 0 || count < 0) {
        return 0;
    }
    if (count > kDigitsOf64Bits) {
        return std::nullopt;
    }
    std::uint64_t units = 0;
    for (std::int32_t i = 0; i < count; ++i) {
        units = units * 10;
        if (i < value.size) {
            units += static_cast<std::uint64_t>(value.digits[static_cast<std::size_t>(i)] - '0');
        }
    }
    if (count < value.size && value.digits[static_cast<std::size_t>(count)] >= '5') {
        ++units;
    }
    if (units > static_cast<std::uint64_t>(most)) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(units);
}

} // namespace keepable::tables
