// SPDX-License-Identifier: MPL-2.0
//
// The sheet `Keepable Decisions` as cells: what a new one says, the cells of a row to be added, and
// a log made of whatever stands there now, after people have sorted, inserted, typed and deleted.
//
// Shape:   title, explanation and seal above the headings; headings in any order and place, in any
//          language of the words; columns that are not ours are left alone. Empty rows are skipped.
//          A new sheet has its headings in row 4 of 11 columns.
// Rule:    a row is taken in whatever is wrong with it: an unknown action counts as a note, a row
//          without a readable moment has that of the row above it. LogFinding says so.
// Units:   rows and columns from 0 but for LogRow::sheet_row and LogFinding, which are as shown.
// Source:  review/log_chain.hpp; contract section 5.
#pragma once

#include "review/decision_log.hpp"
#include "review/people.hpp"
#include "tables/grid.hpp"
#include "tables/text_locale.hpp"
#include "views/review_words.hpp"
#include "views/sheet_value.hpp"
#include "views/texts.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepable::views {

inline constexpr std::string_view kDecisionsSheet = "Keepable Decisions";

// Where the parts of a log stand in its sheet.
struct LogPlace {
    bool has_headings = false;
    std::int32_t heading_row = 0;
    std::array<std::optional<std::int32_t>, kLogColumns> columns; // by LogColumn
    std::int32_t next_row = 0;                                    // where the next row goes
    std::int32_t next_column = 0;                                 // right of all that is used
    std::int32_t seal_row = 0;
    std::int32_t seal_column = 0;

    [[nodiscard]] std::optional<std::int32_t> column(LogColumn wanted) const {
        return columns[static_cast<std::size_t>(wanted)];
    }
};

struct LogReading {
    review::DecisionLog log;
    LogPlace place;
};

// `sheet` is all that is used of the sheet. `people` says the side of who has written none.
[[nodiscard]] LogReading readDecisions(const tables::Grid& sheet,
                                       const tables::ReadingContext& context,
                                       const ReviewWords& words, const review::People& people);

struct PlacedValue {
    std::int32_t row = 0;
    std::int32_t column = 0;
    SheetValue value;

    friend bool operator==(const PlacedValue&, const PlacedValue&) = default;
};

// Title, explanation, seal of an empty log and headings of a new sheet, and where they stand.
[[nodiscard]] std::vector<PlacedValue> newDecisionSheet(const Texts& texts, LogPlace& place);

// Adds the event to the log and says what to write for it: its cells, the seal, and the heading of
// a column that is missing. The place moves on to the next row.
[[nodiscard]] std::vector<PlacedValue> appendDecision(review::DecisionLog& log, LogPlace& place,
                                                      review::LogEvent event);

// The seal as its cell has it, "50 rows, 9f86d081884c7d65", and back.
[[nodiscard]] std::string sealText(const review::LogSeal& seal);
[[nodiscard]] std::optional<review::LogSeal> sealFrom(std::string_view text);

} // namespace keepable::views
