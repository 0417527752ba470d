// SPDX-License-Identifier: MPL-2.0
//
// What the panel Review says beside the proposals: what a preview shows.
//
// Shape:   a line each for the first few deals whose verdict would change, then how many more.
#pragma once

#include "proposals/proposal.hpp"
#include "views/plan_answers.hpp"
#include "views/texts.hpp"

#include <string>

namespace keepable::views {

// "D-12: INFEASIBLE → KEEPABLE". Checks the plan anew with the changes; writes nothing.
[[nodiscard]] std::string previewText(PlanAnswers& answers, const proposals::Changes& changes,
                                      const Texts& texts);

} // namespace keepable::views
