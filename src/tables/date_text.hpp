// SPDX-License-Identifier: MPL-2.0
//
// A date written as text: ISO, or in the order and with the month names of the document's locale. A
// time of day behind it is ignored.
//
// Rule:    which number is the day and which the month is the locale's matter alone, or that of the
//          order asked for: "13/31/2026" is no date anywhere, "31/12/2026" none in en-US. Years have four digits, or two: 00 to
//          29 are 2000 to 2029, 30 to 99 are 1930 to 1999.
// Errors:  what is no date from 1900 to 9999 comes back as nullopt.
#pragma once

#include "planning/day.hpp"
#include "tables/text_locale.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace keepable::tables {

class DateTextReader {
  public:
    explicit DateTextReader(const TextLocale& locale);

    // In the order of the locale, or in another.
    [[nodiscard]] std::optional<planning::Day> read(std::string_view text) const {
        return read(text, order_);
    }
    [[nodiscard]] std::optional<planning::Day> read(std::string_view text, DateOrder order) const;

  private:
    struct Parts;

    [[nodiscard]] std::optional<planning::Day> readParts(std::string_view text,
                                                         DateOrder order) const;
    [[nodiscard]] bool takePart(std::string_view& text, Parts& parts) const;
    [[nodiscard]] int monthNamed(std::string_view folded_word) const; // 0: none
    [[nodiscard]] static std::optional<planning::Day> dayOfNumbers(const Parts& parts,
                                                                   DateOrder order);
    [[nodiscard]] static std::optional<planning::Day> dayWithMonthName(const Parts& parts,
                                                                       DateOrder order);

    DateOrder order_;
    std::array<std::array<std::string, 2>, 12> month_names_; // folded
};

} // namespace keepable::tables
