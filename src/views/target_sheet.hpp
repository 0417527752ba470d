// SPDX-License-Identifier: MPL-2.0
//
// The table of shared targets as cells: what both sides want to reach together, read wherever it
// stands, and where each target stands now, to be written beside it.
//
// Shape:   the headings Metric and Target are needed. Actual is what people state and counts before
//          what is derived from the book; Now, Progress and Standing are ours to write and never read.
// Units:   rates and growth are fractions, or text with a per cent sign: 0.95 or 95 %. A kept rate
//          is 0 to 1, a growth -1 to 10; all else is 0 or more.
// Rule:    a row with an unknown metric is left out; of any other row what cannot be read counts as
//          empty. Both is a problem, as is what keeps the target from being judged, and an owner who
//          is missing, unknown or of the other side.
// Errors:  no table is a reading without targets, and no problem.
#pragma once

#include "review/shared_target.hpp"
#include "tables/text_locale.hpp"
#include "views/own_table.hpp"
#include "views/review_sentences.hpp"
#include "views/shown_cell.hpp"
#include "views/target_words.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace keepable::views {

struct TargetReading {
    bool has_table = false;
    std::int32_t heading_row = 0;                                    // in the sheet, from 0
    std::array<std::optional<std::int32_t>, kTargetColumns> columns; // in the sheet, from 0
    std::vector<review::SharedTarget> targets;                       // by row
    std::vector<SheetProblem> problems;
};

[[nodiscard]] TargetReading readTargets(const tables::Grid& sheet,
                                        const tables::ReadingContext& context,
                                        const review::People& people,
                                        std::span<const Texts* const> languages,
                                        const Texts& texts);

// Now, Progress and Standing of every target, for those of the three columns that the table has.
[[nodiscard]] std::vector<ShownCell>
standingCells(const TargetReading& reading, const review::ReviewBook& book, const Saying& saying);

// Title, explanation, headings and rows for these targets, from column A on; the headings stand five
// rows below the first.
[[nodiscard]] std::vector<ShownCell> newTargetTable(std::span<const review::SharedTarget> targets,
                                                    std::int32_t first_row, const Texts& texts);

// The number of a cell, a rate also as text with a per cent sign; none where it is no number. Whether
// the metric can have it is not asked.
[[nodiscard]] std::optional<review::Figure> figureIn(const tables::Cell& cell,
                                                     const tables::TextLocale& locale);

// A figure as its cell has it: a share for rates, else a number.
[[nodiscard]] SheetValue figureValue(review::Metric metric, review::Figure figure);

} // namespace keepable::views
