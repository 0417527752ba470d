// SPDX-License-Identifier: MPL-2.0
//
// The commands whatif and strategies: go to the block on the sheet Keepable, after adding it below all
// else, with headings and a row to begin with, where there is none.
//
// Undo:    one step.
// Errors:  without a plan, or a sheet that set up has made, an outcome that says so.
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"

namespace keepable::office {

[[nodiscard]] Commands blockCommands();

} // namespace keepable::office
