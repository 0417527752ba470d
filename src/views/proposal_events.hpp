// SPDX-License-Identifier: MPL-2.0
//
// What the decision log says of a proposal that has been written into the tables, or of a risk that
// somebody takes.
//
// Shape:   a row for every deal that gets another date, one for every resource that gets hours; the
//          deal it is a way out for always has one, a note where nothing else fits. Of several lines
//          the latest date counts.
// Rule:    a proposal is applied only where it keeps its deals, so their State says KEEPABLE.
// Source:  issue of the review, point 1.
#pragma once

#include "proposals/proposal.hpp"
#include "review/review_book.hpp"
#include "views/plan_answers.hpp"
#include "views/review_moves.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace keepable::views {

struct ProposalWord {
    Speaker speaker;
    review::Moment now;
    std::string_view reason;            // what somebody has said, else the title of the proposal
    std::optional<planning::Day> until; // of a risk
};

// `book` is that of the plan the proposal was made for, before anything was written.
[[nodiscard]] std::vector<review::LogEvent> proposalEvents(const proposals::Proposal& way,
                                                           const PlanAnswers& answers,
                                                           const review::ReviewBook& book,
                                                           const ProposalWord& word);

} // namespace keepable::views
