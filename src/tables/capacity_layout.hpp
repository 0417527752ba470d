// SPDX-License-Identifier: MPL-2.0
//
// How a capacity table is laid out when it is not the plain long one: periods across or down,
// headings in one row or several, one table a line side by side, or a list of people.
//
// Shape:   long                 Resource, Period, Capacity by other words
//          periods across       one kPeriodStart column a period; below the periods a row may say
//                               which measure or unit a column holds
//          resources across     kPeriod and one kResourceHours column a resource; several such
//                               groups may stand side by side, each with its own kPeriod, and with
//                               the resource above the group
//          people               kPerson, kResource (the role), kHoursPerWeek, kAbsence
// Rule:    a heading is known as a whole or not at all (capacity_words, period_heading). Periods
//          are of one length: totals of months among weeks are none. A column without a word for
//          Resource is one where names stand beside amounts, when three periods follow each other
//          or more. A period without a year counts when another of its kind stands beside it.
// Units:   `row` and `first_row` are rows of the grid, columns those of the sheet.
#pragma once

#include "tables/column.hpp"
#include "tables/grid.hpp"
#include "tables/period_heading.hpp"
#include "tables/text_locale.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace keepable::tables {

// A heading that may have been meant for something and is not read.
struct UnreadHeading {
    std::int32_t row = 0;
    std::int32_t column = 0;
    std::string heading;
    std::string seen;
    std::string expected;
};

// A heading that is known, and no input.
struct IgnoredHeading {
    std::int32_t column = 0;
    std::string heading;
    std::string reason;
};

struct CapacityLayout {
    std::int32_t row = 0;       // the last heading row
    std::int32_t first_row = 0; // the first row that says something about the columns
    std::vector<Column> columns;
    std::vector<UnreadHeading> unread;
    std::vector<IgnoredHeading> ignored;
    bool is_certain = true; // false: a table of amounts by period of which nothing says capacity
};

// So many rows above the headings are read for years, units and names, and so many below them tell
// what the columns hold.
inline constexpr std::int32_t kRowsAbove = 6;
inline constexpr std::int32_t kRowsSampled = 50;

class CapacityLayouts {
  public:
    // `top` is the beginning of a range; both outlive this.
    CapacityLayouts(const Grid& top, const ReadingContext& context);

    // The layout whose headings begin in a row, if they do. `reported`: headings of that row that
    // are reported already.
    [[nodiscard]] std::optional<CapacityLayout> at(std::int32_t row,
                                                   std::span<const UnreadHeading> reported) const;

    // What a plain long table headed in a row says besides its roles: the unit of its amounts, the
    // year of its periods.
    void complete(std::int32_t row, std::vector<Column>& columns) const;

  private:
    struct Row;
    class Wide;

    [[nodiscard]] const Cell& cell(std::int32_t row, std::int32_t column) const {
        return top_.at(row, column);
    }
    [[nodiscard]] std::int32_t sheetColumn(std::int32_t column) const {
        return top_.columns[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] Row rowOf(std::int32_t row) const;
    [[nodiscard]] std::optional<CapacityLayout> people(const Row& row) const;
    [[nodiscard]] std::optional<CapacityLayout> longTable(const Row& row) const;
    [[nodiscard]] std::optional<CapacityLayout> resourcesAcross(const Row& row) const;
    [[nodiscard]] std::optional<CapacityLayout>
    periodsAcross(std::int32_t row, std::span<const UnreadHeading> reported) const;
    [[nodiscard]] std::vector<std::int32_t> periodColumns(const Row& row) const;
    [[nodiscard]] std::pair<std::int32_t, std::int32_t> periodAndYear(const Row& row) const;
    [[nodiscard]] bool hasNumbersBelow(std::int32_t row, std::int32_t column, int least,
                                       int most) const;
    [[nodiscard]] std::int32_t namesBelow(std::int32_t row,
                                          std::span<const std::int32_t> periods) const;
    [[nodiscard]] std::optional<std::string> nameAbove(std::int32_t row, std::int32_t first,
                                                       std::int32_t end) const;
    [[nodiscard]] bool hasPeriodsBelow(std::int32_t row, std::int32_t column,
                                       std::int32_t least) const;
    [[nodiscard]] bool hasAmountsBelow(std::int32_t row, std::int32_t column) const;
    [[nodiscard]] bool hasUnitsBelow(std::int32_t row, std::int32_t column) const;
    [[nodiscard]] bool isBlankBelow(std::int32_t row) const;
    [[nodiscard]] AmountUnit unitAbove(std::int32_t row) const;
    [[nodiscard]] std::optional<int> yearInTitles(std::int32_t row) const;
    [[nodiscard]] bool isAboutCapacity(std::int32_t row) const;

    const Grid& top_;
    const ReadingContext& context_;
    PeriodReader periods_;
};

} // namespace keepable::tables
