// SPDX-License-Identifier: MPL-2.0
//
// The changes of a proposal as edits of the user's own cells: which cell gets what, and which row is
// written twice. office/ writes them as one step of undo.
//
// Shape:   cells in the order of the changes. A row copy stands for a new row right below `row`, like
//          it but for `cells`, whose row is that of the original; copies are for different rows, the
//          lowest first, so that writing one does not move the next.
// Units:   rows and columns of the sheet from 0. A number that is `added` goes on top of what the
//          cell holds. Amounts are in the unit the column is read in: hours in a column of days
//          become days.
// Errors:  what has no cell that could be written (a promised date made from a win date, capacity
//          added up from people) is an obstacle: a sentence that says why and what to do. With one,
//          the edits are not complete and must not be written.
// Source:  contract section 5; the columns are those the plan was read by.
#pragma once

#include "proposals/proposal.hpp"
#include "tables/headings.hpp"
#include "views/plan_answers.hpp"
#include "views/texts.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace keepable::views {

struct AddedNumber {
    double number = 0;

    friend bool operator==(const AddedNumber&, const AddedNumber&) = default;
};

struct CellEdit {
    tables::TableKind table = tables::TableKind::kDeals; // whose sheet
    std::int32_t row = 0;
    std::int32_t column = 0;
    // A date, a number, a number on top, a text; empty text empties the cell.
    std::variant<planning::Day, double, AddedNumber, std::string> value;

    friend bool operator==(const CellEdit&, const CellEdit&) = default;
};

struct RowCopy {
    std::int32_t row = 0; // of the deals
    std::vector<CellEdit> cells;

    friend bool operator==(const RowCopy&, const RowCopy&) = default;
};

struct SheetEdits {
    std::vector<CellEdit> cells;
    std::vector<RowCopy> copies;
    std::vector<std::string> obstacles;
};

[[nodiscard]] SheetEdits editsFor(const proposals::Changes& changes, const PlanAnswers& answers,
                                  const tables::HeadingRow& deals_heading,
                                  planning::Hours hours_per_day, const Texts& texts);

} // namespace keepable::views
