// SPDX-License-Identifier: MPL-2.0
#include "views/chance_words.hpp"

#include "proposals/chance_blame.hpp"

#include <cmath>
#include <cstddef>

namespace keepable::views {

namespace {

constexpr std::size_t kMostShown = 5;

std::string percent(double share, const Texts& texts) {
    return texts("review.percent", {std::to_string(std::lround(share * 100))});
}

// What is uncertain is never said to be certain.
std::string percentUp(double share, const Texts& texts) {
    return percent(std::ceil(share * 100) / 100, texts);
}

std::string named(const PlanAnswers& answers, planning::DealIndex deal, const Texts& texts) {
    const tables::DealText& text = answers.text(deal);
    const std::string& owner = answers.tables().names[text.owner];
    return owner.empty() ? text.name : texts("proposal.owned", {text.name, owner});
}

std::string allNamed(const PlanAnswers& answers, const std::vector<planning::DealIndex>& deals,
                     const Texts& texts) {
    std::string all;
    for (std::size_t i = 0; i < deals.size() && i < kMostShown; ++i) {
        all += (i == 0 ? "" : ", ") + named(answers, deals[i], texts);
    }
    return deals.size() <= kMostShown
               ? all
               : texts("proposal.andMore", {all, std::to_string(deals.size() - kMostShown)});
}

std::string toMoveText(PlanAnswers& answers, planning::DealIndex deal, double chance,
                       planning::Probability wanted, const Texts& texts) {
    constexpr auto kOne = static_cast<double>(planning::Probability::kUnitsInOne);
    const double wanted_share = static_cast<double>(wanted.units) / kOne;
    const auto to_move = proposals::fewestToMove(answers.plan(), deal, wanted);
    if (!to_move || chance >= wanted_share) {
        return {};
    }
    return texts(to_move->is_smallest ? "review.toMove" : "review.toMoveFound",
                 {percent(wanted_share, texts), allNamed(answers, to_move->rivals, texts),
                  percent(to_move->chance.value, texts)});
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
                       {percent(chance->value, texts), percentUp(chance->standard_error, texts)});
}

std::string usualWantedChance(const Texts& texts) {
    constexpr double kUsual = 0.8;
    return percent(kUsual, texts);
}

std::string blameText(PlanAnswers& answers, planning::DealIndex deal, planning::Probability wanted,
                      const Texts& texts) {
    const auto blame = proposals::blameFor(answers.plan(), deal);
    if (!blame) {
        return {};
    }
    std::string lines;
    std::size_t shown = 0;
    std::size_t more = 0;
    for (const proposals::BlamedRival& rival : blame->rivals) {
        if (std::lround(rival.blame * 100) == 0) {
            continue;
        }
        if (shown == kMostShown) {
            ++more;
            continue;
        }
        ++shown;
        lines += (lines.empty() ? "" : "\n") +
                 texts("review.blame", {named(answers, rival.deal, texts),
                                        percent(rival.chance_without.value, texts),
                                        percent(blame->chance.value, texts)});
    }
    if (more > 0) {
        lines += "\n" + texts("review.previewMore", {std::to_string(more)});
    }
    const std::string to_move = toMoveText(answers, deal, blame->chance.value, wanted, texts);
    return lines.empty() || to_move.empty() ? lines + to_move : lines + "\n" + to_move;
}

} // namespace keepable::views
