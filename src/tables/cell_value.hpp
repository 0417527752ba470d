// SPDX-License-Identifier: MPL-2.0
//
// What one cell says, as a day, an amount, a share or a name. Each reader asks for the kind its
// column holds; here cell numbers become exact amounts, and nowhere else.
//
// Rule:    a number stands for its shortest decimal form, rounded half up to the units of the
//          amount. Amounts are never negative. A probability above 1 and up to 100, or with a %, is
//          per cent.
// Errors:  returned as a state: what cannot be read, or is beyond what a plan can hold.
#pragma once

#include "planning/day.hpp"
#include "planning/quantity.hpp"
#include "tables/cell.hpp"
#include "tables/date_text.hpp"
#include "tables/text_locale.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keepable::tables {

enum class CellState : std::uint8_t { kEmpty, kRead, kUnreadable, kTooLarge };

template <class Value> struct CellValue {
    CellState state = CellState::kUnreadable;
    Value value{};

    [[nodiscard]] bool isRead() const { return state == CellState::kRead; }
    [[nodiscard]] bool isProblem() const {
        return state == CellState::kUnreadable || state == CellState::kTooLarge;
    }
};

class CellReader {
  public:
    explicit CellReader(const ReadingContext& context);

    [[nodiscard]] CellValue<planning::Day> day(const Cell& cell) const;
    [[nodiscard]] CellValue<planning::Day> day(std::string_view text) const;
    template <class Amount>
    [[nodiscard]] CellValue<Amount> amount(const Cell& cell, Amount most) const {
        const auto units = unitsIn(cell, Amount::kDecimals, most.units);
        return {units.state, Amount{units.value}};
    }
    [[nodiscard]] CellValue<planning::Probability> probability(const Cell& cell) const;
    [[nodiscard]] CellValue<std::int32_t> wholeNumber(const Cell& cell, std::int32_t least,
                                                      std::int32_t most) const;

  private:
    [[nodiscard]] CellValue<std::int64_t> unitsIn(const Cell& cell, int decimals,
                                                  std::int64_t most) const;

    planning::Day null_date_;
    TextLocale locale_;
    DateTextReader dates_;
};

// Empty, or text of nothing but spaces.
[[nodiscard]] bool isBlank(const Cell& cell);

// Text as it stands, a number as its shortest decimal form (kept in `scratch`); else empty.
[[nodiscard]] std::string_view nameIn(const Cell& cell, std::string& scratch);

// The cell as a row problem shows it.
[[nodiscard]] std::string seenText(const Cell& cell);

} // namespace keepable::tables
