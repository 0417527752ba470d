// SPDX-License-Identifier: MPL-2.0
#include "views/proposal_words.hpp"

#include "proposals/changes.hpp"
#include "views/words.hpp"

#include <cstddef>
#include <string>

namespace keepable::views {

namespace {

constexpr std::size_t kMostShown = 12;

} // namespace

std::string previewText(PlanAnswers& answers, const proposals::Changes& changes,
                        const Texts& texts) {
    const auto verdicts = proposals::previewOf(answers.plan(), changes);
    if (verdicts.empty()) {
        return texts("review.previewNone");
    }
    std::string lines;
    for (std::size_t i = 0; i < verdicts.size() && i < kMostShown; ++i) {
        lines += (lines.empty() ? "" : "\n") +
                 texts("review.previewChange",
                       {answers.text(verdicts[i].deal).name, verdictWord(verdicts[i].before),
                        verdictWord(verdicts[i].after)});
    }
    if (verdicts.size() > kMostShown) {
        lines += "\n" + texts("review.previewMore", {std::to_string(verdicts.size() - kMostShown)});
    }
    return lines;
}

} // namespace keepable::views
