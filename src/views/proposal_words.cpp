// SPDX-License-Identifier: MPL-2.0
#include "views/proposal_words.hpp"

#include "proposals/changes.hpp"
#include "views/words.hpp"

#include <cmath>
#include <cstddef>
#include <string>

namespace keepable::views {

namespace {

constexpr std::size_t kMostShown = 12;

// "72 %": whole percents, for nobody decides by less.
std::string percent(double share, const Texts& texts) {
    return texts("review.percent", {std::to_string(std::lround(share * 100))});
}

} // namespace

std::string chanceText(PlanAnswers& answers, planning::DealIndex deal, const Texts& texts) {
    const auto chance = answers.chance(deal);
    if (!chance) {
        return {};
    }
    return chance->isExact()
               ? texts("review.chance", {percent(chance->value, texts)})
               : texts("review.chanceAbout",
                       {percent(chance->value, texts), percent(chance->standard_error, texts)});
}

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
