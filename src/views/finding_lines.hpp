// SPDX-License-Identifier: MPL-2.0
//
// Gaps and double work, and what is wrong with rows of the decision log, as a list to be read, and
// the event that dismisses a finding.
//
// Shape:   open findings first, then the dismissed ones with who dismissed them and why.
// Rule:    a finding is dismissed with a reason or not at all.
#pragma once

#include "review/findings.hpp"
#include "views/review_moves.hpp"
#include "views/review_sentences.hpp"

#include <string>
#include <variant>
#include <vector>

namespace keepable::views {

struct FindingLine {
    review::Finding finding;
    std::string sentence;
    std::string dismissed; // by whom, when and why; empty for an open one

    friend bool operator==(const FindingLine&, const FindingLine&) = default;
};

[[nodiscard]] std::vector<FindingLine> findingLines(const review::FindingList& findings,
                                                    const review::DecisionLog& log,
                                                    const Saying& saying);

// "D-17 and D-18 look like the same deal."
[[nodiscard]] std::string saidFinding(const review::Finding& finding, const Texts& texts);
// An event as saidEvent() has it, a dismissal with the sentence of its finding in place of its key:
// "dismissed: D-17 and D-18 look like the same deal (two plants)".
[[nodiscard]] std::string saidEventOf(const review::ReviewBook& book, const review::LogEvent& event,
                                      const Saying& saying);
// "Row 12 of the decisions was changed by hand."
[[nodiscard]] std::string saidFault(const review::LogFinding& finding, const Texts& texts);

// The event, or a sentence that says what is missing.
[[nodiscard]] std::variant<review::LogEvent, std::string>
dismissalOf(const review::Finding& finding, std::string_view reason, const Speaker& speaker,
            review::Moment now, const Texts& texts);

} // namespace keepable::views
