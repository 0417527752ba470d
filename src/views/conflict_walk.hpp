// SPDX-License-Identifier: MPL-2.0
//
// Walking from conflict to conflict, as the commands "next" and "previous" do: the list one walks
// through, and where a step leads.
//
// Rule:    the walk goes round. A conflict that has been cured leaves its place to the one behind
//          it, so that a user who mends one after the other is not sent back to the beginning.
// Example: order A B C, standing on B: next is C, next again A. Cured B: next is C, too.
// Errors:  an empty order leads nowhere.
#pragma once

#include "views/plan_answers.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::views {

enum class Step : std::uint8_t { kNext, kPrevious };

[[nodiscard]] bool isConflict(planning::Verdict verdict);

// Names of the deals that are infeasible or at risk, by rank, then of those to check as in the
// sheet.
[[nodiscard]] std::vector<std::string> conflictsByRank(const PlanAnswers& answers);

// The place in `order` that a step from deal `from` leads to. `left_at`: the place `from` had when
// it was still in the list.
[[nodiscard]] std::optional<std::size_t> placeAfter(const std::vector<std::string>& order,
                                                    std::string_view from,
                                                    std::optional<std::size_t> left_at, Step step);

} // namespace keepable::views
