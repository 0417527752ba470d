// SPDX-License-Identifier: MPL-2.0
//
// What the decision log says of changes that have been written into the tables, or of a risk that
// somebody takes; and the other way round, what the tables get of a date that somebody says.
//
// Shape:   a row for every deal that gets another date or is lost, one for every resource that gets hours;
//          the deal a proposal is a way out for always has one, a note where nothing else fits. Of
//          several lines the latest date counts.
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
    std::string_view reason;            // what somebody has said, else what was done
    std::optional<planning::Day> until; // of a risk
};

// `book` is that of the plan the proposal was made for, before anything was written.
[[nodiscard]] std::vector<review::LogEvent> proposalEvents(const proposals::Proposal& way,
                                                           const PlanAnswers& answers,
                                                           const review::ReviewBook& book,
                                                           const ProposalWord& word);

// Of changes to many deals at once, such as a portfolio's: dates and losses.
[[nodiscard]] std::vector<review::LogEvent> dealEvents(const proposals::Changes& changes,
                                                       const PlanAnswers& answers,
                                                       const review::ReviewBook& book,
                                                       const ProposalWord& word);

// Whether the event promises the whole deal for a day.
[[nodiscard]] bool saysDate(const review::LogEvent& event);
// Puts all lines of the deal that have something left on the day that the event promises. Empty where
// they have it, and for a deal whose rows are to be checked.
[[nodiscard]] proposals::Changes changesSaidBy(const review::LogEvent& event,
                                               planning::DealIndex deal,
                                               const planning::PlanInput& input);

} // namespace keepable::views
