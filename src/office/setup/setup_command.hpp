// SPDX-License-Identifier: MPL-2.0
//
// The command "setup": finds the tables of the workbook, shows what it took for what, and writes
// the sheet Keepable, the columns beside the deals and the highlighting, in one undo step. Silent,
// it takes what it found, or says why it cannot.
//
// Errors:  nothing is written when the workbook cannot be changed, or when there is no table or more
//          than one to choose from; what fails half-way is rolled back.
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"
#include "office/undo_step.hpp"

#include <functional>

namespace keepable::office {

// Switches the highlighting on, as part of the undo step, and says how that went; none: there is no
// highlighting.
using HighlightWithin = std::function<CommandOutcome(const CommandCall&, UndoStep&)>;

// Tells the user how it went, when that is known only after the dialog came back.
using TellOutcome = std::function<void(const CommandCall&, const CommandOutcome&)>;

[[nodiscard]] Commands setupCommands(HighlightWithin highlight, TellOutcome tell);

} // namespace keepable::office
