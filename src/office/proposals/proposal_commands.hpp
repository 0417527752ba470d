// SPDX-License-Identifier: MPL-2.0
//
// The commands propose and apply: what would make a promise keepable, and doing it in the user's own
// cells.
//
// propose  says the ways out for the deal and shows them in the panel Review.
// apply    writes one of them (argument Proposal: its constant name), as one step of undo named after
//          it, together with its row of the decision log (reason in the argument Reason; accepting the
//          risk needs one, and may have an end in the argument Date). Afterwards the plan must say what the proposal promised, otherwise all of it is taken
//          back: nothing stays half applied. With the argument Note it leaves the cells alone and
//          writes the proposal as a comment into the deal's cell. With the argument Plan (a handle)
//          it notices that the plan is another than the one looked at, and writes nothing.
// Errors:  a formula, a protected or a merged cell in the way, a proposal that is no longer there: an
//          outcome that is not done and says what to do.
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"

#include <functional>

namespace keepable::office {

// Brings the panels into view; false where there are none to bring.
using ShowPanels = std::function<bool(const CommandCall&)>;

[[nodiscard]] Commands proposalCommands(ShowPanels show);

} // namespace keepable::office
