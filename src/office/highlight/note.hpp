// SPDX-License-Identifier: MPL-2.0
//
// The reason of a deal as a note on its cell, on request: put there, or taken away when it is ours.
//
// Rule:    a note of the user is never overwritten. Ours is known by its first line.
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"

namespace keepable::office {

// The command note: argument Deal, else the deal at the cell cursor, else the selected one.
[[nodiscard]] Commands noteCommands();

} // namespace keepable::office
