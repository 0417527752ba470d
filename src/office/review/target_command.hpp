// SPDX-License-Identifier: MPL-2.0
//
// The command targets: makes the table of shared targets, and writes where each stands beside it.
//
// Rule:    where there is a plan, Now, Progress and Standing are formulas, which keep themselves up to
//          date, and one cell reads the decisions for all of them; the sheet of decisions is made where
//          it is missing. Without a plan they are values. A formula of the user's own stays.
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"

namespace keepable::office {

[[nodiscard]] CommandOutcome runTargets(const CommandCall& call);

} // namespace keepable::office
