// SPDX-License-Identifier: MPL-2.0
//
// What a heading, or a cell of a Period column, says about a period: its first day, or a week or
// month whose year is said elsewhere: period_run.hpp has the rest.
//
// Example: "KW 32" under "2026" is the week of 2026-08-03; "02/01/23 to 07/01/23" beside
//          "16/01/23 to 21/01/23" begins on 2023-01-02.
// Rule:    weeks are those of ISO 8601 and begin on Monday. Words are understood in English,
//          German, French, Spanish, Italian and Dutch, and dates as the document's locale has them.
//          A cell is a period as a whole or not at all.
#pragma once

#include "planning/day.hpp"
#include "tables/cell.hpp"
#include "tables/date_text.hpp"
#include "tables/period_text.hpp"
#include "tables/text_locale.hpp"

#include <optional>
#include <string_view>

namespace keepable::tables {

class PeriodReader {
  public:
    explicit PeriodReader(const ReadingContext& context);

    // Numbers are dates of the years 1990 to 2199, so that a week's number is none.
    [[nodiscard]] std::optional<PeriodText> read(const Cell& cell) const;
    [[nodiscard]] std::optional<PeriodText> read(std::string_view text) const;

    // From the first to the last day of what is written as one date or as a span.
    [[nodiscard]] std::optional<planning::DaySpan> daysOf(std::string_view text) const;

    [[nodiscard]] DateOrder localeOrder() const { return locale_order_; }

  private:
    planning::Day null_date_;
    DateOrder locale_order_;
    DateTextReader dates_;
};

// A year that stands alone or in a title: "2026", "Capacity plan 2026"; none where a title has
// several.
[[nodiscard]] std::optional<int> yearIn(const Cell& cell);
[[nodiscard]] std::optional<int> yearIn(std::string_view title);

} // namespace keepable::tables
