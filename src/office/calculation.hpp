// SPDX-License-Identifier: MPL-2.0
//
// Thread:  the office's main thread.
#pragma once

#include "office/shown_plans.hpp"

namespace keepable::office {

[[nodiscard]] bool calculatesByItself(const SpreadsheetDocument& document);

// With automatic calculation off the host would show what was written as 0, and answer from what
// stood there before, until the user asks. All cells, since the host does not know that a plan needs it
// whose tables have only moved.
void calculateIfManual(const SpreadsheetDocument& document);

// All cells, whether or not the host thinks they need it. The document does not ask to be saved for it.
void calculateAll(const SpreadsheetDocument& document);

} // namespace keepable::office
