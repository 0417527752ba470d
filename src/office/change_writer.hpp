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
#include <string_view>

namespace keepable::office {

// Empty when all is written. The plan is that of the workbook now.
[[nodiscard]] std::string writeChanges(const CommandCall& call, const proposals::Changes& changes);

// The same for dates and losses of many deals, with a row in the decision log for each deal.
[[nodiscard]] std::string writeOnRecord(const CommandCall& call, const proposals::Changes& changes,
                                        std::string_view reason);

} // namespace keepable::office
