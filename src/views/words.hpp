// SPDX-License-Identifier: MPL-2.0
//
// The constant words of the contract: verdicts and classes as they stand in cells, in every locale.
#pragma once

#include "planning/plan_report.hpp"

#include <string_view>

namespace keepable::views {

[[nodiscard]] std::string_view verdictWord(planning::Verdict verdict);
[[nodiscard]] std::string_view className(planning::DealClass deal_class);

} // namespace keepable::views
