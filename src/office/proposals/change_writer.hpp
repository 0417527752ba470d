// SPDX-License-Identifier: MPL-2.0
//
// Writes changes that were worked out for a plan into the rows it was read from.
//
// Errors:  what is in the way (a formula, a protected cell) as a sentence; then nothing is written.
// Thread:  the office's main thread, inside an undo step.
#pragma once

#include "office/command.hpp"
#include "proposals/proposal.hpp"

#include <string>

namespace keepable::office {

// Empty when all is written. The plan is that of the workbook now.
[[nodiscard]] std::string writeChanges(const CommandCall& call, const proposals::Changes& changes);

} // namespace keepable::office
