// SPDX-License-Identifier: MPL-2.0
//
// A number written as text: "1 234,50 €", "EUR 12", "90 %". It stays a row of decimal digits, so
// that nothing is lost on the way to a fixed-point amount.
//
// Rule:    groups have exactly three digits and one kind of separator. Spaces and apostrophes group
//          in every locale. Text that is no number with the separators of the locale is read with
//          point and comma the other way round, if it can be read so in one way only: "1,5" and
//          "1.234,56" where the comma groups, "485,000.00" where it is the decimal separator;
//          "1,234" always stays with the locale.
// Errors:  what is no number comes back as nullopt.
#pragma once

#include "tables/text_locale.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace keepable::tables {

// The value is 0.d1d2d3... times ten to the power of `point`; d1 is not 0. Zero has no digits.
struct DecimalDigits {
    std::array<char, 40> digits{}; // further ones are dropped: no amount has as many
    std::int32_t size = 0;
    std::int32_t point = 0;
    bool is_whole = true;

    void addWholeDigit(char digit);
    void addDecimal(char digit);
};

struct NumberText {
    DecimalDigits value;
    bool is_negative = false;
    bool is_percent = false;
    std::string_view currency; // as written in the text, "EUR" or "€"; empty without
};

[[nodiscard]] std::optional<NumberText> readNumberText(std::string_view text,
                                                       const TextLocale& locale);

// The digits of the shortest decimal that stands for a finite number; the sign is left out.
[[nodiscard]] DecimalDigits shortestDigits(double value);

// Units of 1/10^decimals, rounded half up. None above `most`.
[[nodiscard]] std::optional<std::int64_t> unitsOf(const DecimalDigits& value, int decimals,
                                                  std::int64_t most);

} // namespace keepable::tables
