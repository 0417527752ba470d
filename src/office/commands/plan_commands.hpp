// SPDX-License-Identifier: MPL-2.0
//
// The commands that lead about in a plan and refresh it: recalculate, next, previous, show,
// settings. None of them changes a cell.
#pragma once

#include "office/command.hpp"

namespace keepable::office {

[[nodiscard]] Commands planCommands();

} // namespace keepable::office
