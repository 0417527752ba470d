// SPDX-License-Identifier: MPL-2.0
//
// The periods in one row of headings, with what a heading says besides.
//
// Rule:    a period without a year counts when another of its kind stands in the row. Plain
//          numbers are weeks where the word Week stands left of them and nothing else is a period.
#pragma once

#include "tables/capacity_words.hpp"
#include "tables/cell.hpp"
#include "tables/grid.hpp"
#include "tables/period_heading.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::tables {

// A period, and what the last word of "W32 capacity" or "Aug 2026 (planned)" says.
struct PeriodAndMeasure {
    std::optional<PeriodText> period;
    std::optional<CapacityWord> measure;
    AmountUnit unit = AmountUnit::kAsRead;
};

struct Period {
    PeriodAndMeasure heading;
    std::optional<planning::Day> start; // once all of the row are known
};

using PeriodRow = std::map<std::int32_t, Period>; // by grid column

[[nodiscard]] PeriodRow periodsIn(const Grid& grid, std::int32_t row, const PeriodReader& periods);

// A heading as it stands in the sheet, on one line.
[[nodiscard]] std::string headingOf(const Cell& cell);

// Days, weeks and months; quarters and years are no periods of a plan.
[[nodiscard]] bool isStart(const std::optional<PeriodText>& text);

[[nodiscard]] std::optional<CapacityWord> measureNamed(std::string_view plain);
[[nodiscard]] bool isResourceWord(const Cell& cell);
[[nodiscard]] bool isHeadingWord(const Cell& cell); // of a column beside the periods

// Where nothing in these rows is called capacity, a target beside an actual figure is what there is: the word
// for it, else empty.
[[nodiscard]] std::string targetBesideActual(const Grid& grid, std::int32_t first_row,
                                             std::int32_t last_row);

// Each later than the one before, by so many days at most.
[[nodiscard]] bool isNearlyEven(std::span<const std::optional<planning::Day>> starts,
                                std::int32_t longest);
// The same of two at least; the measures of one period repeat its start.
[[nodiscard]] bool hasAscent(std::vector<std::optional<planning::Day>> starts,
                             std::int32_t longest);

} // namespace keepable::tables
