// SPDX-License-Identifier: MPL-2.0
//
// Which deal a command is about: the one it was given, else the one in the row of the cell cursor,
// else the one selected in the panels; empty when there is none.
//
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"

#include <string>

namespace keepable::office {

[[nodiscard]] std::string askedDeal(const CommandCall& call);

} // namespace keepable::office
