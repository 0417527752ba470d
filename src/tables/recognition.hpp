// SPDX-License-Identifier: MPL-2.0
//
// What set up has to say of the tables it takes before anything is written: what it decided by the
// cells of a column, what it has to ask, and which cells cannot be read or contradict each other.
// What each heading means stands in HeadingRow::match.
//
// Shape:   a question names the row of the settings that answers it, and the values offered; one
//          that the settings answer already is not asked again. A decision is such a row, written
//          by set up and the user's to change.
//          Findings are cells with what was seen and expected, by table, column and row; of many
//          alike the first kMostAlike are given, the last of these says how many more there are.
// Rule:    nothing that is asked is guessed: the proposed answer of a question is empty, but for
//          names that differ in spaces, signs or accents alone, and dates whose neighbours in the
//          same row are decided.
//          Only the rows that were read are known; further down, the plan itself reports.
// Units:   rows and columns of the sheet, from 0.
#pragma once

#include "tables/headings.hpp"
#include "tables/row_problem.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace keepable::tables {

// One of the tables taken, as far as it was read.
struct SampledTable {
    TableKind kind = TableKind::kDeals;
    HeadingRow heading;
    Grid cells; // of sampledColumns(), from the row below the headings on
};

// So many rows of a table are read at most, and fewer of one with many columns.
inline constexpr std::int32_t kMostRowsSampled = 4000;
inline constexpr std::int32_t kMostCellsSampled = 60'000;
[[nodiscard]] std::int32_t sampledRows(std::size_t columns);

// The columns that recognition looks at, ascending: those read, and those that might be instead.
[[nodiscard]] std::vector<std::int32_t> sampledColumns(const HeadingRow& heading);

enum class Asking : std::uint8_t {
    kWinDateRule,  // how many days after winning
    kPromisedDate, // no date at all
    kItem,
    kQuantity,
    kUnit,
    kDateOrder,
    kProbabilityScale,
    kStageWord,
    kMixedCurrencies,
    kWhichColumn,
    kNearName
};

struct Question {
    Asking about = Asking::kWinDateRule;
    TableKind table = TableKind::kDeals;
    std::int32_t row = -1;    // of the cell that raises it; -1: none in particular
    std::int32_t column = -1; // -1: no column
    std::string heading;      // of the column
    std::string setting;      // "Days after win"; empty: no setting can answer
    std::string proposed;     // empty: none
    std::vector<std::string>
        answers;                   // values of the setting; empty: a number or name of the user's
    std::vector<std::string> seen; // what there is to choose from, as the sheet has it
};

struct Decision {
    Asking about = Asking::kDateOrder;
    TableKind table = TableKind::kDeals;
    std::int32_t row = -1; // of the cell that decides
    std::int32_t column = -1;
    std::string heading;
    std::string setting;
    std::string value;
    std::string seen; // in that cell
};

struct Finding {
    RowProblem problem;
    std::int32_t column = -1;
    std::int32_t more = 0; // of the same kind in this column that are not listed
};

inline constexpr std::int32_t kMostAlike = 5;

struct Recognition {
    std::vector<Question> questions;
    std::vector<Decision> decisions;
    std::vector<Finding> findings;
};

// At most one table of each kind. `settings` may be null; `context.rules` are what it says.
[[nodiscard]] Recognition recognise(std::span<const SampledTable> tables, const Grid* settings,
                                    const ReadingContext& context);

} // namespace keepable::tables
