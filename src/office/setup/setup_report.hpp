// SPDX-License-Identifier: MPL-2.0
//
// What the dialog of set up lists of the tables taken: questions first, those without an answer
// before the others, then cells that cannot be read, what was decided, and every column.
#pragma once

#include "office/setup/setup_proposal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace keepable::office {

struct ReportLine {
    std::string text;
    std::string detail;                       // in full
    std::optional<tables::Question> question; // that can be answered
};

[[nodiscard]] std::vector<ReportLine> reportLines(const SetupProposal& proposal,
                                                  const views::Texts& texts);

} // namespace keepable::office
