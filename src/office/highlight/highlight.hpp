// SPDX-License-Identifier: MPL-2.0
//
// Colours the rows of deals that are infeasible, at risk or to check, and takes the colours away.
//
// Rule:    the chosen plan's deal rows, below the heading to the end of its range, and the columns
//          of Keepable's answers beside them. Cells with conditional formats of the user are left
//          alone, and the outcome names them. Highlighting again updates, or changes nothing.
// Errors:  an outcome that is not done says what is in the way and what to do.
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"
#include "office/undo_step.hpp"

namespace keepable::office {

// The commands highlight and unhighlight.
[[nodiscard]] Commands highlightCommands();

[[nodiscard]] bool isHighlighted(const Workbook& workbook);

// For an action that highlights beside other things, inside its step. The workbook must have been
// refreshed since its plan cell was written.
CommandOutcome highlightInside(UndoStep& step, const WorkplacePointer& workplace,
                               Workbook& workbook);
CommandOutcome unhighlightInside(UndoStep& step, const WorkplacePointer& workplace,
                                 Workbook& workbook);

// For a document just loaded: XLSX renames styles and loses the getter's name. Leaves no undo and
// does not set the document modified.
void reattach(const SpreadsheetDocument& document);

} // namespace keepable::office
