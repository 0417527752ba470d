// SPDX-License-Identifier: MPL-2.0
//
// The command repromise: promises all deals anew at once, each by its confirmation strategy, shows every
// date that would move, and writes the dates when the user wants that.
//
// Shape:   strategies come from the block of rules on the sheet Keepable (tables/strategy_rules.hpp), the
//          usual ones without it. `Silent` writes at once, and tells the summary.
// Undo:    one step.
// Errors:  rows of rules that cannot be read are told and left out. A cell in the way, or a plan that has
//          changed meanwhile: nothing is written.
// Thread:  the office's main thread; the run is on one of its own, on a copy of the plan.
#pragma once

#include "office/command.hpp"

namespace keepable::office {

[[nodiscard]] Commands rePromiseCommands();

} // namespace keepable::office
