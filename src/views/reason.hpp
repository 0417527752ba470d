// SPDX-License-Identifier: MPL-2.0
//
// The one sentence that says why a deal got its verdict: resource, span, hours, and what would
// help. Made from the report alone, so that cells, panels and notes tell the same story.
//
// Shape:   in the language of the texts, but for the verdict word, which is the same in all; begins
//          with the verdict word and ends with a full stop; what could not be read in the
//          deal's rows follows.
// Units:   hours as decimals, days as ISO dates.
#pragma once

#include "planning/promise_check.hpp"
#include "tables/plan_reader.hpp"
#include "views/texts.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::views {

inline constexpr std::size_t kMostRivalsInReason = 3;

struct ReasonParts {
    std::optional<planning::Day> earliest;
    std::vector<planning::Rival> rivals; // kMostRivalsInReason and one more where there are more
    std::vector<const tables::RowProblem*> problems; // of the deal's rows
};

[[nodiscard]] std::string reasonSentence(planning::CheckedPlan& plan,
                                         std::span<const tables::DealText> deals,
                                         planning::DealIndex deal, const ReasonParts& parts,
                                         const Texts& texts);

// "D-12 (40 h), D-3 (16 h)", and where there are more than `most`, "and more".
[[nodiscard]] std::string rivalsText(std::span<const planning::Rival> rivals,
                                     std::span<const tables::DealText> deals, std::size_t most,
                                     const Texts& texts);

[[nodiscard]] std::string unknownDealSentence(std::string_view deal, const Texts& texts);

// tables::problemText() in the language of the texts.
[[nodiscard]] std::string problemSentence(const tables::RowProblem& problem, const Texts& texts);

} // namespace keepable::views
