// SPDX-License-Identifier: MPL-2.0
//
// A number written as text: "1 234,50 €", "EUR 12", "90 %". It stays a row of decimal digits, so
// that nothing is lost on the way to a fixed-point amount.
//
// Rule:    groups have exactly three digits ("1,5" is no number where the comma groups) and one
//          kind of separator. Spaces and apostrophes group in every locale.
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
};

[[nodiscard]] std::optional<NumberText> readNumberText(std::string_view text,
                                                       const TextLocale& locale);

// The digits of the shortest decimal that stands for a finite number; the sign is left out.
[[nodiscard]] DecimalDigits shortestDigits(double value);

// Units of 1/10^decimals, rounded half up. None above `most`.
[[nodiscard]] std::optional<std::int64_t> unitsOf(const DecimalDigits& value, int decimals,
                                                  std::int64_t most);

} // namespace keepable::tables
