// SPDX-License-Identifier: MPL-2.0
//
// How a command's sentence reaches the user who called it from menu, toolbar or panel.
//
// Thread:  the office's main thread; returns when the user has closed the box.
#pragma once

#include "office/command.hpp"

namespace keepable::office {

// A frame without a window (a hidden document) has nobody to show it to.
void showMessage(const CommandCall& call, const CommandOutcome& outcome);

} // namespace keepable::office
