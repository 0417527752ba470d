// SPDX-License-Identifier: MPL-2.0
//
// The commands of the review.
//
// say      writes what a person does about a deal into the decision log, as one step of undo named
//          after the move. Arguments: Deal, Action (its word, in any of our languages), Date, Quantity,
//          Hours, Resource, Means, Cost, Text, Reason, as a person types them.
// dismiss  writes that a finding is none. Arguments: Finding, its key as the column Reference of the
//          agenda has it, with or without the word before it; Reason.
// people   makes the table of people where there is none, with the user on the side of the argument
//          Side; else leads to it and says what is wrong with it.
// targets  makes the table of shared targets where there is none; writes where each target stands.
// agenda and agenda-mail: see agenda_commands.hpp.
// Errors:  an outcome that is not done says what to do; then nothing is written.
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"

namespace keepable::office {

[[nodiscard]] Commands reviewCommands();

} // namespace keepable::office
