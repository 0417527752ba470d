// SPDX-License-Identifier: MPL-2.0
//
// The block on the sheet of the plan that shows the suggested buffers: an explanation and PROMISE_BUFFERS
// as an array formula, so that they are always those of the plan.
//
// Rule:    a block that is there gets as many rows as there are items now where nothing stands below
//          it; else it is left as it is.
// Undo:    by the host; the caller holds the step.
// Thread:  the office's main thread.
#pragma once

#include "office/plan_cells.hpp"
#include "office/undo_step.hpp"
#include "views/quote_buffer.hpp"

namespace keepable::office {

void writeBuffers(UndoStep& step, const SpreadsheetDocument& document,
                  const CellReference& plan_cell, const views::QuoteBuffers& buffers,
                  const views::Texts& texts);

} // namespace keepable::office
