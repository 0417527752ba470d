// SPDX-License-Identifier: MPL-2.0
//
// What a heading, or a cell of a Period column, says about a period: its first day, or a week or
// month whose year is said elsewhere. A row or column of them tells the rest.
//
// Example: "KW 32" under "2026" is the week of 2026-08-03; "02/01/23 to 07/01/23" beside
//          "16/01/23 to 21/01/23" begins on 2023-01-02.
// Rule:    weeks are those of ISO 8601 and begin on Monday. Words are understood in English,
//          German, French, Spanish, Italian and Dutch, and dates as the document's locale has them.
//          A cell is a period as a whole or not at all.
//          Day before month or month before day: by all dates of the row together, where one of
//          them can only be read one way; else as the locale has it.
//          A year that is not written is the one of the heading above; else the one that brings
//          the period nearest to its neighbour; where no neighbour has one, the one that brings
//          the row nearest to today.
#pragma once

#include "planning/day.hpp"
#include "tables/cell.hpp"
#include "tables/date_text.hpp"
#include "tables/text_locale.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace keepable::tables {

enum class PeriodKind : std::uint8_t { kDay, kWeek, kMonth, kQuarter, kYear };

struct PeriodText {
    PeriodKind kind = PeriodKind::kDay;
    int year = 0;   // 0: not said
    int number = 0; // of the week, month or quarter
    int month = 0;  // kDay
    int day = 0;    // kDay
    // Of a date in numbers: the one order in which it is a date.
    std::optional<DateOrder> order;
    bool has_open_order = false; // another date in the other order; month and day as day first
    int perhaps_day = 0;         // "Aug 24": kMonth of a year 24, or a day

    [[nodiscard]] bool hasYear() const { return year != 0; }
};

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

// What stands above a period: a year, with the month that goes with it if there is one.
struct YearAbove {
    int year = 0;
    int month = 0;
};

using PeriodTexts = std::span<const std::optional<PeriodText>>;

// What the dates in numbers say together; none where they are silent or contradict each other.
[[nodiscard]] std::optional<DateOrder> orderOf(PeriodTexts texts);

struct PeriodRun {
    std::vector<std::optional<planning::Day>> starts; // as many as texts
    // The first whose year was taken from today, or whose order from the locale.
    std::optional<std::size_t> assumed_year;
    std::optional<std::size_t> assumed_order;
};

// `above` is empty or as long as `texts`. `near`: a period before the first, if there was one.
[[nodiscard]] PeriodRun resolvePeriods(PeriodTexts texts, std::span<const YearAbove> above,
                                       DateOrder locale_order, planning::Day today,
                                       std::optional<planning::Day> near = std::nullopt);

} // namespace keepable::tables
