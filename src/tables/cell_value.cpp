// SPDX-License-Identifier: MPL-2.0
#include "tables/cell_value.hpp"

#include "tables/names.hpp"
#include "tables/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace keepable::tables {

using planning::Day;
using planning::Probability;

namespace {

constexpr double kLeastInexactWhole = 9007199254740992.0; // 2^53

std::int64_t powerOfTen(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent) {
        power *= 10;
    }
    return power;
}

// Units of 1/10^decimals of a number of at least 0; none above `most`.
std::optional<std::int64_t> unitsOfNumber(double value, int decimals, std::int64_t most) {
    const std::int64_t units_in_one = powerOfTen(decimals);
    if (value < kLeastInexactWhole) {
        const auto whole = static_cast<std::int64_t>(value);
        if (static_cast<double>(whole) == value) {
            return whole <= most / units_in_one ? std::optional{whole * units_in_one}
                                                : std::nullopt;
        }
    }
    // Most fractions have four decimals or fewer. A decimal of up to 15 digits that reads as this
    // very number is its shortest form, because no two such decimals read as the same number.
    constexpr int kQuickDecimals = 4;
    constexpr double kQuickScale = 10'000;
    constexpr double kMostQuickUnits = 1e15;
    if (decimals >= kQuickDecimals && value * kQuickScale < kMostQuickUnits) {
        const auto quick = static_cast<std::int64_t>(std::round(value * kQuickScale));
        const std::int64_t factor = powerOfTen(decimals - kQuickDecimals);
        if (static_cast<double>(quick) / kQuickScale == value) {
            return quick <= most / factor ? std::optional{quick * factor} : std::nullopt;
        }
    }
    return unitsOf(shortestDigits(value), decimals, most);
}

CellValue<std::int64_t> valueOf(std::optional<std::int64_t> units) {
    return units ? CellValue<std::int64_t>{CellState::kRead, *units}
                 : CellValue<std::int64_t>{CellState::kTooLarge, 0};
}

bool isNegative(const NumberText& number) {
    return number.is_negative && number.value.size > 0;
}

CellState stateOfOther(const Cell& cell) {
    return isBlank(cell) ? CellState::kEmpty : CellState::kUnreadable;
}

} // namespace

CellReader::CellReader(const ReadingContext& context)
    : null_date_(context.null_date), locale_(context.locale), dates_(context.locale) {}

CellValue<Day> CellReader::day(const Cell& cell) const {
    if (cell.kind() == CellKind::kNumber) {
        const double serial = std::floor(cell.number());
        if (!(serial >= planning::kFirstDay - null_date_ &&
              serial <= planning::kLastDay - null_date_)) {
            return {CellState::kUnreadable, {}};
        }
        return {CellState::kRead, null_date_ + static_cast<std::int32_t>(serial)};
    }
    if (cell.kind() == CellKind::kText && !isBlank(cell)) {
        return day(cell.text());
    }
    return {stateOfOther(cell), {}};
}

CellValue<Day> CellReader::day(std::string_view text) const {
    const auto day = dates_.read(text);
    return day ? CellValue<Day>{CellState::kRead, *day} : CellValue<Day>{};
}

CellValue<std::int64_t> CellReader::unitsIn(const Cell& cell, int decimals,
                                            std::int64_t most) const {
    if (cell.kind() == CellKind::kNumber) {
        const double value = cell.number();
        if (!std::isfinite(value) || value < 0) {
            return {CellState::kUnreadable, 0};
        }
        return valueOf(unitsOfNumber(value, decimals, most));
    }
    if (cell.kind() == CellKind::kText && !isBlank(cell)) {
        const auto number = readNumberText(cell.text(), locale_);
        if (!number || number->is_percent || isNegative(*number)) {
            return {CellState::kUnreadable, 0};
        }
        return valueOf(unitsOf(number->value, decimals, most));
    }
    return {stateOfOther(cell), 0};
}

CellValue<Probability> CellReader::probability(const Cell& cell) const {
    // A hundredth of an amount with seven decimals has nine.
    constexpr int kDecimals = Probability::kDecimals;
    constexpr std::int64_t kOne = Probability::kUnitsInOne;
    constexpr std::int64_t kMost = 100 * kOne;
    const auto share = [](std::optional<std::int64_t> as_share, auto&& as_percent) {
        if (as_share && *as_share <= kOne) {
            return CellValue<Probability>{CellState::kRead, {*as_share}};
        }
        const std::optional<std::int64_t> percent = as_percent();
        return percent ? CellValue<Probability>{CellState::kRead, {*percent}}
                       : CellValue<Probability>{};
    };
    if (cell.kind() == CellKind::kNumber) {
        const double value = cell.number();
        if (!std::isfinite(value) || value < 0) {
            return {};
        }
        return share(unitsOfNumber(value, kDecimals, kMost),
                     [&] { return unitsOfNumber(value, kDecimals - 2, kOne); });
    }
    if (cell.kind() == CellKind::kText && !isBlank(cell)) {
        const auto number = readNumberText(cell.text(), locale_);
        if (!number || isNegative(*number)) {
            return {};
        }
        return share(number->is_percent ? std::nullopt : unitsOf(number->value, kDecimals, kMost),
                     [&] { return unitsOf(number->value, kDecimals - 2, kOne); });
    }
    return {stateOfOther(cell), {}};
}

CellValue<std::int32_t> CellReader::wholeNumber(const Cell& cell, std::int32_t least,
                                                std::int32_t most) const {
    std::optional<std::int64_t> units;
    if (cell.kind() == CellKind::kNumber) {
        const double value = cell.number();
        if (value >= 0 && value <= most && std::floor(value) == value) {
            units = static_cast<std::int64_t>(value);
        }
    } else if (cell.kind() == CellKind::kText && !isBlank(cell)) {
        const auto number = readNumberText(cell.text(), locale_);
        if (number && !number->is_percent && !isNegative(*number) && number->value.is_whole) {
            units = unitsOf(number->value, 0, most);
        }
    } else {
        return {stateOfOther(cell), 0};
    }
    if (!units || *units < least) {
        return {};
    }
    return {CellState::kRead, static_cast<std::int32_t>(*units)};
}

bool isBlank(const Cell& cell) {
    return cell.isEmpty() || (cell.kind() == CellKind::kText && isBlankName(cell.text()));
}

std::string_view nameIn(const Cell& cell, std::string& scratch) {
    if (cell.kind() == CellKind::kText) {
        return cell.text();
    }
    const double value = cell.number();
    if (cell.kind() != CellKind::kNumber || !std::isfinite(value)) {
        return {};
    }
    // The largest number has 309 digits, the smallest more than 320 decimals.
    constexpr std::size_t kMostCharacters = 400;
    scratch.resize(kMostCharacters);
    char* const begin = scratch.data();
    char* const end = begin + scratch.size();
    const bool is_whole = std::abs(value) < kLeastInexactWhole && std::floor(value) == value;
    const auto written = is_whole ? std::to_chars(begin, end, static_cast<std::int64_t>(value))
                                  : std::to_chars(begin, end, value, std::chars_format::fixed);
    scratch.resize(static_cast<std::size_t>(written.ptr - begin));
    return scratch;
}

std::string seenText(const Cell& cell) {
    constexpr std::size_t kMostBytes = 80;
    if (cell.kind() == CellKind::kError) {
        return "an error";
    }
    std::string scratch;
    std::string_view text = nameIn(cell, scratch);
    if (cell.kind() == CellKind::kNumber && text.empty()) {
        return "an infinite number";
    }
    const bool is_long = text.size() > kMostBytes;
    if (is_long) {
        std::size_t size = kMostBytes;
        while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) {
            --size; // never in the middle of a character
        }
        text = text.substr(0, size);
    }
    return is_long ? tidyName(text) + "…" : tidyName(text);
}

} // namespace keepable::tables
