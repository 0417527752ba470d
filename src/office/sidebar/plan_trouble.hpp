// SPDX-License-Identifier: MPL-2.0
//
// What is wrong around a plan, as sentences for the Plan panel: no plan and why, a settings cell with
// an error, a range that has gone, a day that is over, a document that cannot be changed.
//
// Cost:    reads the plan cell and, when it shows an error, searches the settings range; never plans.
// Thread:  the office's main thread.
#pragma once

#include "office/workplace.hpp"

#include <string>
#include <vector>

namespace keepable::office {

[[nodiscard]] bool isReadOnly(const Workbook& workbook);
[[nodiscard]] std::vector<std::string> planTroubles(const Workbook& workbook,
                                                    const views::Texts& texts);

} // namespace keepable::office
