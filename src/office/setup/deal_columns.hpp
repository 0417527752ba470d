// SPDX-License-Identifier: MPL-2.0
//
// The columns Status, Earliest date and Reason beside the deals: found by their formulas, added in
// the first free columns right of the table, and kept in step with the deals.
//
// Rule:    cells of the user are never overwritten: only empty cells and formulas of these columns
//          are. Columns that answer for another plan are left alone; those whose plan has gone are
//          taken over.
// Rows added later: when Calc has made a plan anew, rows of deals in which all these columns are
//          empty get the formulas (extendColumns), as part of the user's own last step of undo, so
//          that undoing his row takes them along. Formulas kept ready below the table were decided
//          against: they would sort to the top, print and widen the used area. Where joining is
//          impossible, because nothing was done yet or something was just undone, the columns wait;
//          setting up again extends them in any case.
// Thread:  the office's main thread.
#pragma once

#include "office/progress.hpp"
#include "office/setup/workbook_tables.hpp"
#include "office/workplace.hpp"
#include "views/setup_sheet.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace keepable::office {

using AnswerColumns = std::map<views::DealAnswer, std::int32_t>;

// What stands beside the deals of a plan now. `plan_cell` as formulas name it; empty: only columns
// whose plan has gone.
[[nodiscard]] AnswerColumns findColumns(const SheetReference& sheet, const tables::CellBlock& deals,
                                        const std::string& plan_cell);

// Adds those that are missing and brings the formulas of all up to date; rows that `plan` knows as
// totals and the like get none. False when there is no room for them; nothing is changed then.
// `plan` may be null. Each column is a part of the progress.
bool writeColumns(const SpreadsheetDocument& document, const SheetReference& sheet,
                  const tables::FoundTable& deals, const std::string& plan_cell,
                  const StoredPlan* plan, const views::Texts& texts, Progress& progress);

// Formulas for rows of deals that have none yet.
void extendColumns(const Workplace& workplace, const Workbook& workbook);

} // namespace keepable::office
