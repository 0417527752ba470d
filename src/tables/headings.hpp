// SPDX-License-Identifier: MPL-2.0
//
// Which row of a table holds its headings, and what each column means. Only the canonical headings
// of contract section 2 are known here; recognising those of other systems joins at matchHeading().
//
// Shape:   a HeadingRow lists the recognised columns by sheet order; a wide capacity table has one
//          kPeriodStart column a period. Every role but kPeriodStart stands at most once: of
//          columns with the same heading the first counts, the others are reported.
// Rule:    a number heads a period only as a date of the years 1990 to 2199. In a wide table every
//          other number or error in the heading row is reported, as is every other heading between
//          two periods, so that no hours are lost in silence.
// Errors:  a table without headings, or without a needed column, comes back as a sentence that says
//          where was looked, what was seen and what was expected. Settings have no headings: asking
//          for them is our mistake and throws std::logic_error.
#pragma once

#include "tables/column.hpp"
#include "tables/grid.hpp"
#include "tables/row_problem.hpp"
#include "tables/text_locale.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace keepable::tables {

struct HeadingRow {
    std::int32_t row = 0; // in the sheet, from 0
    std::vector<Column> columns;
    std::vector<RowProblem> problems;
    // The profile whose stage words the Status column may have; empty where the heading is that of
    // the contract in a table of its own.
    std::string stage_profile = {};
    // Capacity: false for amounts by period of which nothing says that they are capacity. Good
    // enough where somebody points at them, not to be taken by itself.
    bool is_certain = true;
};

// Why there is nothing to plan by, as a sentence for the plan cell.
struct NothingToPlanBy {
    std::string sentence;
};

// How many rows of a range are searched for the headings.
inline constexpr std::int32_t kHeadingSearchRows = 1000;

// `top` is the beginning of the range, at most kHeadingSearchRows rows of all its columns.
[[nodiscard]] std::variant<HeadingRow, NothingToPlanBy>
findHeadingRow(TableKind kind, const Grid& top, const ReadingContext& context);

// What a heading means in a table of this kind; `folded` is its foldedName().
[[nodiscard]] std::optional<ColumnRole> matchHeading(TableKind kind, std::string_view folded);

// A table as it is read: its headings, and below them the cells of the recognised columns, one grid
// column for each entry of heading.columns in the same order.
struct Table {
    HeadingRow heading;
    Grid body;
};

} // namespace keepable::tables
