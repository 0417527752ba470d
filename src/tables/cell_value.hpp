// SPDX-License-Identifier: MPL-2.0
//
// What one cell says, as a day, an amount, a share or a name. Each reader asks for the kind its
// column holds; here cell numbers become exact amounts, and nowhere else.
//
// Rule:    a number stands for its shortest decimal form, rounded half up to the units of the
//          amount. Amounts are never negative. A probability above 1 and up to 100, or with a %, is
//          per cent, unless the column has a scale; behind the % may stand a remark without numbers
//          of its own ("60% – proposal").
//          Work may be written in hours, days or pieces ("1,5 Tage"), or have the unit of its
//          column; days count times the hours per day, hours and pieces as they are. Hours and days
//          may stand in each other's columns, pieces and time may not.
// Errors:  returned as a state: what cannot be read, is beyond what a plan can hold, or has a unit
//          that contradicts its column's.
#pragma once

#include "planning/day.hpp"
#include "planning/quantity.hpp"
#include "tables/cell.hpp"
#include "tables/column.hpp"
#include "tables/date_text.hpp"
#include "tables/number_text.hpp"
#include "tables/text_locale.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keepable::tables {

enum class CellState : std::uint8_t { kEmpty, kRead, kUnreadable, kTooLarge, kOtherUnit };

inline constexpr planning::Hours kUsualHoursPerDay = planning::Hours::whole(8);

template <class Value> struct CellValue {
    CellState state = CellState::kUnreadable;
    Value value{};

    [[nodiscard]] bool isRead() const { return state == CellState::kRead; }
    [[nodiscard]] bool isProblem() const {
        return state != CellState::kEmpty && state != CellState::kRead;
    }
};

class CellReader {
  public:
    explicit CellReader(const ReadingContext& context,
                        planning::Hours hours_per_day = kUsualHoursPerDay);

    // Without an order of its own, text has that of the locale.
    [[nodiscard]] CellValue<planning::Day> day(const Cell& cell,
                                               std::optional<DateOrder> order = {}) const;
    [[nodiscard]] CellValue<planning::Day> day(std::string_view text,
                                               std::optional<DateOrder> order = {}) const;
    template <class Amount>
    [[nodiscard]] CellValue<Amount> amount(const Cell& cell, Amount most) const {
        const auto units = unitsIn(cell, Amount::kDecimals, most.units);
        return {units.state, Amount{units.value}};
    }
    // `unit` is the column's.
    template <class Amount>
    [[nodiscard]] CellValue<Amount> work(const Cell& cell, Amount most, AmountUnit unit) const {
        const auto units = unitsOfWork(cell, Amount::kDecimals, most.units, unit);
        return {units.state, Amount{units.value}};
    }
    // The currency beside a number, as written; empty where there is none.
    [[nodiscard]] std::string currency(std::string_view text) const;
    [[nodiscard]] CellValue<planning::Probability>
    probability(const Cell& cell, ProbabilityScale scale = ProbabilityScale::kByValue) const;
    [[nodiscard]] CellValue<std::int32_t> wholeNumber(const Cell& cell, std::int32_t least,
                                                      std::int32_t most) const;

  private:
    [[nodiscard]] CellValue<std::int64_t> unitsIn(const Cell& cell, int decimals,
                                                  std::int64_t most) const;
    [[nodiscard]] CellValue<std::int64_t> unitsOfWork(const Cell& cell, int decimals,
                                                      std::int64_t most, AmountUnit unit) const;
    [[nodiscard]] CellValue<std::int64_t> unitsOfDays(const Cell& days, int decimals,
                                                      std::int64_t most) const;
    [[nodiscard]] std::optional<NumberText> shareText(std::string_view text) const;

    planning::Day null_date_;
    planning::Hours hours_per_day_;
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
