// SPDX-License-Identifier: MPL-2.0
//
// Which row of a table holds its headings, and what each column means: the canonical headings of
// contract section 2, and those that profiles know (heading_match.hpp).
//
// Shape:   a HeadingRow lists the recognised columns by sheet order; a wide capacity table has one
//          kPeriodStart column a period. Every role but kPeriodStart stands at most once: of
//          columns with the same heading the first counts, the others are reported.
// Rule:    of two rows of headings that stand one above the other and name the same columns
//          differently, the lower one counts, and the columns are disputed.
//          A number heads a period only as a date of the years 1990 to 2199. In a wide table every
//          other number or error in the heading row is reported, as is every other heading between
//          two periods, so that no hours are lost in silence.
// Errors:  a table without headings, or without a needed column, comes back as a sentence that says
//          where was looked, what was seen and what was expected. Settings have no headings: asking
//          for them is our mistake and throws std::logic_error.
#pragma once

#include "tables/column.hpp"
#include "tables/grid.hpp"
#include "tables/heading_match.hpp"
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
    // Deals: rows without key and date are further lines of the deal above.
    bool has_lines_below = false;
    std::int32_t first_row = 0; // the first of several rows of headings
    // What every heading says, those that are not read included. Capacity: those that are known.
    RowMatch match = {};
    // Needed roles that no column has, and the user can be asked for; only with kAskable.
    std::vector<ColumnRole> to_ask = {};
    // Columns whose two headings, one above the other, mean different things.
    std::vector<std::int32_t> disputed = {};
};

// Why there is nothing to plan by, as a sentence for the plan cell.
struct NothingToPlanBy {
    std::string sentence;
    std::vector<std::string> hints = {}; // what to do, a sentence each
};

// How many rows of a range are searched for the headings.
inline constexpr std::int32_t kHeadingSearchRows = 1000;

// `top` is the beginning of the range, at most kHeadingSearchRows rows of all its columns.
// kAskable, for set up: a list of deals will do of which the settings do not say yet what stands for
// a column it lacks. A win date counts, or a row of a recognised system; with plain words a date,
// something that names the deal, and two more columns.
enum class HeadingNeeds : std::uint8_t { kAll, kAskable };
[[nodiscard]] std::variant<HeadingRow, NothingToPlanBy>
findHeadingRow(TableKind kind, const Grid& top, const ReadingContext& context,
               HeadingNeeds needs = HeadingNeeds::kAll);

// What a heading means in a table of this kind; `folded` is its foldedName().
[[nodiscard]] std::optional<ColumnRole> matchHeading(TableKind kind, std::string_view folded);

// A table as it is read: its headings, and below them the cells of the recognised columns, one grid
// column for each entry of heading.columns in the same order.
struct Table {
    HeadingRow heading;
    Grid body;
};

} // namespace keepable::tables
