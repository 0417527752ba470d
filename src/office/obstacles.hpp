// SPDX-License-Identifier: MPL-2.0
//
// What may be in the way of changing a document, as a sentence; empty when nothing is.
//
// Thread:  the office's main thread.
#pragma once

#include "office/workplace.hpp"

#include <string>

namespace keepable::office {

[[nodiscard]] std::string readOnlyObstacle(const views::Texts& texts,
                                           const SpreadsheetDocument& document);
[[nodiscard]] std::string protectionObstacle(const views::Texts& texts,
                                             const SpreadsheetDocument& document,
                                             std::int32_t sheet);
// Sees to it that the workbook's plan is there, recalculating the document if need be.
[[nodiscard]] std::string planObstacle(const views::Texts& texts, Workbook& workbook);
// To changing the deals by a plan: a document that is read only, or no plan.
[[nodiscard]] std::string replanObstacle(const views::Texts& texts, Workbook& workbook);

} // namespace keepable::office
