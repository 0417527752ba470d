// SPDX-License-Identifier: MPL-2.0
//
// Turns Keepable's formulas into the values they show and its highlighting into plain formats, for
// people without the extension, and back. What is needed to come back stands in a visible table.
//
// Rule:    formulas of the user that only refer to our cells stay. One undo step each way.
// Errors:  an outcome that is not done says what is in the way; nothing is half done.
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"

namespace keepable::office {

// The commands freeze and unfreeze.
[[nodiscard]] Commands freezeCommands();

} // namespace keepable::office
