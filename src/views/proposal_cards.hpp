// SPDX-License-Identifier: MPL-2.0
//
// The proposals for a deal as a person reads them: a title to choose by, a sentence that says all of
// it, and the figures to compare by.
//
// Shape:   one card a proposal, in their order, which is best first. `name` is the proposal's
//          constant name, the same in every language, by which macros ask for it.
// Units:   amounts as the document writes them; days as ISO dates.
#pragma once

#include "proposals/proposal.hpp"
#include "tables/text_locale.hpp"
#include "views/plan_answers.hpp"
#include "views/texts.hpp"

#include <string>
#include <vector>

namespace keepable::views {

struct ProposalCard {
    std::string name;
    std::string title;    // "Another date: 2026-12-14"
    std::string sentence; // complete, ends with a stop
    std::string figures;  // "24 days later · value at stake 53,500 · D-7, D-9 · Ann"

    friend bool operator==(const ProposalCard&, const ProposalCard&) = default;
};

[[nodiscard]] std::vector<ProposalCard> proposalCards(const PlanAnswers& answers,
                                                      const std::vector<proposals::Proposal>& ways,
                                                      const Texts& texts,
                                                      const tables::TextLocale& locale);

} // namespace keepable::views
