// SPDX-License-Identifier: MPL-2.0
#include "tables/cell_value.hpp"

#include "tables/names.hpp"
#include "tables/unit_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace keepable::tables {

using planning::Day;
using planning::Hours;
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

bool isTime(AmountUnit unit) {
    return unit == AmountUnit::kHours || unit == AmountUnit::kDays;
}

bool contradict(AmountUnit written, AmountUnit of_column) {
    return written != AmountUnit::kAsRead && of_column != AmountUnit::kAsRead &&
           isTime(written) != isTime(of_column);
}

// "– proposal", "(Angebot)": cut off from what stands before, and without a number that might be
// meant instead ("60% - 80%").
bool isRemark(std::string_view text) {
    constexpr std::array<std::string_view, 12> kCuts{"-", "–", "—", "(", "[", "/",
                                                     "|", ":", ";", ",", ".", "="};
    const std::size_t size = text.size();
    const auto takes_cut = [&] {
        if (const std::size_t space = leadingSpaceSize(text); space > 0) {
            text.remove_prefix(space);
            return true;
        }
        const auto cut = std::ranges::find_if(
            kCuts, [&](std::string_view sign) { return text.starts_with(sign); });
        if (cut == kCuts.end()) {
            return false;
        }
        text.remove_prefix(cut->size());
        return true;
    };
    while (takes_cut()) {
    }
    const bool begins_with_digit = !text.empty() && text.front() >= '0' && text.front() <= '9';
    return text.size() < size && !begins_with_digit && text.find('%') == std::string_view::npos;
}

CellState stateOfOther(const Cell& cell) {
    return isBlank(cell) ? CellState::kEmpty : CellState::kUnreadable;
}

} // namespace

CellReader::CellReader(const ReadingContext& context, Hours hours_per_day)
    : null_date_(context.null_date), hours_per_day_(hours_per_day), locale_(context.locale),
      dates_(context.locale) {}

CellValue<Day> CellReader::day(const Cell& cell, std::optional<DateOrder> order) const {
    if (cell.kind() == CellKind::kNumber) {
        const double serial = std::floor(cell.number());
        if (!(serial >= planning::kFirstDay - null_date_ &&
              serial <= planning::kLastDay - null_date_)) {
            return {CellState::kUnreadable, {}};
        }
        return {CellState::kRead, null_date_ + static_cast<std::int32_t>(serial)};
    }
    if (cell.kind() == CellKind::kText && !isBlank(cell)) {
        return day(cell.text(), order);
    }
    return {stateOfOther(cell), {}};
}

CellValue<Day> CellReader::day(std::string_view text, std::optional<DateOrder> order) const {
    const auto day = order ? dates_.read(text, *order) : dates_.read(text);
    return day ? CellValue<Day>{CellState::kRead, *day} : CellValue<Day>{};
}

std::string CellReader::currency(std::string_view text) const {
    const auto number = readNumberText(text, locale_);
    return number ? std::string{number->currency} : std::string{};
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

CellValue<std::int64_t> CellReader::unitsOfWork(const Cell& cell, int decimals, std::int64_t most,
                                                AmountUnit unit) const {
    const UnitText split = splitUnit(cell.text());
    if (contradict(split.unit, unit)) {
        return {CellState::kOtherUnit, 0};
    }
    if (split.unit == AmountUnit::kAsRead) {
        return unit == AmountUnit::kDays ? unitsOfDays(cell, decimals, most)
                                         : unitsIn(cell, decimals, most);
    }
    const auto number = readNumberText(split.number, locale_);
    if (!number || !number->currency.empty()) {
        return {CellState::kUnreadable, 0};
    }
    const Cell written = Cell::text(split.number);
    return split.unit == AmountUnit::kDays ? unitsOfDays(written, decimals, most)
                                           : unitsIn(written, decimals, most);
}

// Rounded once, after the hours per day.
CellValue<std::int64_t> CellReader::unitsOfDays(const Cell& days, int decimals,
                                                std::int64_t most) const {
    __extension__ using Wide = __int128;
    constexpr int kDecimalsOfDays = 9;
    const auto units = unitsIn(days, kDecimalsOfDays, std::numeric_limits<std::int64_t>::max());
    if (!units.isRead()) {
        return units;
    }
    const Wide scale = powerOfTen(kDecimalsOfDays + Hours::kDecimals - decimals);
    const Wide hours = (static_cast<Wide>(units.value) * hours_per_day_.units + scale / 2) / scale;
    return hours <= most ? valueOf(static_cast<std::int64_t>(hours)) : valueOf(std::nullopt);
}

// The number, or the per cents a text begins with.
std::optional<NumberText> CellReader::shareText(std::string_view text) const {
    if (auto number = readNumberText(text, locale_)) {
        return number;
    }
    const std::size_t sign = text.find('%');
    if (sign == std::string_view::npos || !isRemark(text.substr(sign + 1))) {
        return std::nullopt;
    }
    return readNumberText(text.substr(0, sign + 1), locale_);
}

CellValue<Probability> CellReader::probability(const Cell& cell, ProbabilityScale scale) const {
    // A hundredth of an amount with seven decimals has nine.
    constexpr int kDecimals = Probability::kDecimals;
    constexpr std::int64_t kOne = Probability::kUnitsInOne;
    constexpr std::int64_t kMost = 100 * kOne;
    const auto share = [](std::optional<std::int64_t> units) {
        return units ? CellValue<Probability>{CellState::kRead, {*units}}
                     : CellValue<Probability>{};
    };
    const auto by_scale = [&](ProbabilityScale known, auto&& units_of) {
        if (known != ProbabilityScale::kPercent) {
            const std::optional<std::int64_t> fraction = units_of(kDecimals, kMost);
            if (known == ProbabilityScale::kFraction || (fraction && *fraction <= kOne)) {
                return share(fraction && *fraction <= kOne ? fraction : std::nullopt);
            }
        }
        return share(units_of(kDecimals - 2, kOne));
    };
    if (cell.kind() == CellKind::kNumber) {
        const double value = cell.number();
        if (!std::isfinite(value) || value < 0) {
            return {};
        }
        return by_scale(scale, [&](int decimals, std::int64_t most) {
            return unitsOfNumber(value, decimals, most);
        });
    }
    if (cell.kind() == CellKind::kText && !isBlank(cell)) {
        const auto number = shareText(cell.text());
        if (!number || isNegative(*number)) {
            return {};
        }
        return by_scale(number->is_percent ? ProbabilityScale::kPercent : scale,
                        [&](int decimals, std::int64_t most) {
                            return unitsOf(number->value, decimals, most);
                        });
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
