// SPDX-License-Identifier: MPL-2.0
//
// The command portfolio: looks for the best portfolio of the workbook's plan, shows it, and writes it
// to the sheet `Keepable Portfolio`; with the new dates into the deals' rows when the user wants that, and
// with the declined deals as lost when the user wants that, too.
//
// Shape:   what is preferred and how long it is looked for are settings. While it is looked for, the
//          window of progress tells how good the best so far is; Cancel takes that one. `Silent`
//          writes the sheet without a dialog, the argument Proposal = apply the dates as well, and
//          Proposal = decline the losses, too. What is written into the rows goes into the decision log.
//          While declined deals are left open, those that rank higher still take the hours of deals kept.
// Undo:    one step.
// Errors:  without a plan, or without open deals, an outcome that says so. Without the solver the answer
//          of the quick search, which says how far from the best it may be.
// Thread:  the office's main thread; the search runs on one of its own, on a copy of the plan.
#pragma once

#include "office/command.hpp"

namespace keepable::office {

[[nodiscard]] Commands portfolioCommands();

} // namespace keepable::office
