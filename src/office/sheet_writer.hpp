// SPDX-License-Identifier: MPL-2.0
//
// Writes edits (views/sheet_edits.hpp) into the user's tables, and nothing else: formats, formulas
// and notes beside them stay.
//
// Rule:    a cell with a formula, a protected cell and a cell inside a merged one are never
//          overwritten: findObstacles() names the first few, and nothing may then be written. A date
//          goes into a cell as a real date; a cell without a date format gets one. A row is copied
//          within the columns of the table and of Keepable's answers beside it, so that tables side
//          by side stay where they are.
// Undo:    by the host, of formats as in cell_properties.hpp; the caller holds the step.
// Thread:  the office's main thread.
#pragma once

#include "office/areas.hpp"
#include "office/plan_cells.hpp"
#include "planning/day.hpp"
#include "views/sheet_edits.hpp"

#include <string>

namespace keepable::office {

// Why the edits cannot be written, as a sentence; empty when they can.
[[nodiscard]] std::string findObstacles(const SpreadsheetDocument& document,
                                        const PlanArguments& ranges, const views::SheetEdits& edits,
                                        const views::Texts& texts);

// `deals` are the cells of the deals, see deals_area.hpp.
void writeEdits(const SpreadsheetDocument& document, const PlanArguments& ranges,
                const CellArea& deals, const views::SheetEdits& edits, planning::Day null_date);

} // namespace keepable::office
