// SPDX-License-Identifier: MPL-2.0
//
// A row or a column of periods together: what each of them leaves unsaid, the others tell.
//
// Rule:    day before month or month before day: by all dates of the run together, where one of
//          them can only be read one way; else as the locale has it.
//          A year that is not written is the one of the heading above; else the one that brings
//          the period nearest to its neighbour; where no neighbour has one, the one that brings
//          the whole run nearest to today.
#pragma once

#include "planning/day.hpp"
#include "tables/period_text.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace keepable::tables {

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
