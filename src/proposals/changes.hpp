// SPDX-License-Identifier: MPL-2.0
//
// Changes applied to a copy of the input, and the preview: which verdicts they would change. Nothing
// is written anywhere; the check is asked anew.
//
// Shape:   applied() keeps the order of deals and lines; a split puts its new line right after the
//          old one, so the lines behind it move up by one.
// Errors:  a line, resource, entry or item that does not exist throws std::logic_error. What stands
//          in `from` is not looked at: whether the rows have changed since is the writer's matter.
// Source:  issue 5, point 2.
#pragma once

#include "planning/promise_check.hpp"
#include "proposals/proposal.hpp"

#include <vector>

namespace keepable::proposals {

[[nodiscard]] planning::PlanInput applied(planning::PlanInput input, const Changes& changes);

// By deal; the deals whose verdict stays are left out.
[[nodiscard]] std::vector<VerdictChange> previewOf(const planning::CheckedPlan& plan,
                                                   const Changes& changes);

// Both reports are of the same deals.
[[nodiscard]] std::vector<VerdictChange> verdictChanges(const planning::PlanReport& before,
                                                        const planning::PlanReport& after);

} // namespace keepable::proposals
