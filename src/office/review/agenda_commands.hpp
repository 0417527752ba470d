// SPDX-License-Identifier: MPL-2.0
//
// The agenda of the review in the sheet `Keepable Agenda`.
//
// agenda       takes the decisions typed into the sheet into the log, then writes the sheet anew; one
//              step of undo. While a decision cannot be understood the sheet stays as it is, so that
//              nothing typed is lost, and the outcome says which and why.
// agenda-mail  opens the agenda as a draft in the user's mail program, addressed to who should come.
//              Nothing is ever sent. With the argument Silent nothing is opened: the draft is the
//              outcome's sentence.
// Cost:        the best way out of each conflict that is written, which may take some tenths of a
//              second each in large plans; it is shown and can be called off.
// Thread:      the office's main thread.
#pragma once

#include "office/command.hpp"

namespace keepable::office {

[[nodiscard]] Commands agendaCommands();

} // namespace keepable::office
