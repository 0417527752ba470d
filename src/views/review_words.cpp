// SPDX-License-Identifier: MPL-2.0
#include "views/review_words.hpp"

#include <array>
#include <cstddef>

namespace keepable::views {

namespace {

using review::Action;
using review::Means;
using review::Side;
using review::ThreadState;

constexpr std::array<WordAndKey, review::kActions> kActionWords{{
    {"promised", "review.action.promised"},
    {"asked", "review.action.asked"},
    {"answered", "review.action.answered"},
    {"countered", "review.action.countered"},
    {"agreed", "review.action.agreed"},
    {"declined", "review.action.declined"},
    {"re-dated", "review.action.redated"},
    {"capacity requested", "review.action.capacityRequested"},
    {"capacity approved", "review.action.capacityApproved"},
    {"capacity declined", "review.action.capacityDeclined"},
    {"capacity added", "review.action.capacityAdded"},
    {"risk accepted", "review.action.riskAccepted"},
    {"won", "review.action.won"},
    {"lost", "review.action.lost"},
    {"delivered", "review.action.delivered"},
    {"customer told", "review.action.customerTold"},
    {"dismissed", "review.action.dismissed"},
    {"noted", "review.action.noted"},
    {"review held", "review.action.met"},
}};

constexpr std::array<WordAndKey, 3> kSideWords{
    {{"", ""}, {"sales", "review.side.sales"}, {"ops", "review.side.ops"}}};

constexpr std::array<WordAndKey, review::kThreadStates> kStateWords{{
    {"", ""},
    {"promised", "review.state.promised"},
    {"waiting for sales", "review.state.waitingForSales"},
    {"waiting for ops", "review.state.waitingForOps"},
    {"waiting for both", "review.state.waitingForBoth"},
    {"agreed", "review.state.agreed"},
    {"risk accepted", "review.state.riskAccepted"},
    {"won", "review.state.won"},
    {"delivered", "review.state.delivered"},
    {"lost", "review.state.lost"},
}};

constexpr std::array<WordAndKey, 4> kMeansWords{{{"", ""},
                                                 {"overtime", "review.means.overtime"},
                                                 {"extra expense", "review.means.expense"},
                                                 {"people", "review.means.people"}}};

constexpr std::array<WordAndKey, kLogColumns> kHeadings{{{"No", "review.heading.number"},
                                                         {"When", "review.heading.when"},
                                                         {"Deal", "review.heading.deal"},
                                                         {"Side", "review.heading.side"},
                                                         {"By", "review.heading.by"},
                                                         {"Action", "review.heading.action"},
                                                         {"From", "review.heading.from"},
                                                         {"To", "review.heading.to"},
                                                         {"Reason", "review.heading.reason"},
                                                         {"State", "review.heading.state"},
                                                         {"Check", "review.heading.check"}}};

constexpr std::array<WordAndKey, 2> kBeginnings{
    {{"chance", "review.terms.chance"}, {"cost", "review.terms.cost"}}};

template <std::size_t kCount>
std::string saidOf(const std::array<WordAndKey, kCount>& words, std::size_t index,
                   const Texts& texts) {
    return words[index].key.empty() ? std::string{} : texts(words[index].key);
}

constexpr std::size_t kChanceBeginning = 0;
constexpr std::size_t kCostBeginning = 1;

// The rest behind a first word.
std::optional<std::string_view> after(const WordTable& beginnings, std::string_view text,
                                      std::size_t wanted) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos || beginnings.find(text.substr(0, space)) != wanted) {
        return std::nullopt;
    }
    return text.substr(space + 1);
}

} // namespace

std::string_view word(Action action) {
    return kActionWords[static_cast<std::size_t>(action)].word;
}

std::string_view word(Side side) {
    return kSideWords[static_cast<std::size_t>(side)].word;
}

std::string_view word(ThreadState state) {
    return kStateWords[static_cast<std::size_t>(state)].word;
}

std::string_view word(Means means) {
    return kMeansWords[static_cast<std::size_t>(means)].word;
}

std::string_view word(LogColumn column) {
    return kHeadings[static_cast<std::size_t>(column)].word;
}

std::string said(Action action, const Texts& texts) {
    return saidOf(kActionWords, static_cast<std::size_t>(action), texts);
}

std::string said(Side side, const Texts& texts) {
    return saidOf(kSideWords, static_cast<std::size_t>(side), texts);
}

std::string said(ThreadState state, const Texts& texts) {
    return saidOf(kStateWords, static_cast<std::size_t>(state), texts);
}

std::string said(Means means, const Texts& texts) {
    return saidOf(kMeansWords, static_cast<std::size_t>(means), texts);
}

ReviewWords::ReviewWords() : ReviewWords(std::span<const Texts* const>{}) {}

ReviewWords::ReviewWords(std::span<const Texts* const> languages)
    : actions_(kActionWords, languages), sides_(kSideWords, languages),
      states_(kStateWords, languages), means_(kMeansWords, languages),
      headings_(kHeadings, languages), beginnings_(kBeginnings, languages) {}

std::optional<Action> ReviewWords::action(std::string_view text) const {
    return actions_.as<Action>(text);
}

std::optional<Side> ReviewWords::side(std::string_view text) const {
    return sides_.as<Side>(text);
}

std::optional<ThreadState> ReviewWords::state(std::string_view text) const {
    return states_.as<ThreadState>(text);
}

std::optional<Means> ReviewWords::means(std::string_view text) const {
    return means_.as<Means>(text);
}

std::optional<LogColumn> ReviewWords::heading(std::string_view text) const {
    return headings_.as<LogColumn>(text);
}

std::optional<std::string_view> ReviewWords::afterCost(std::string_view text) const {
    return after(beginnings_, text, kCostBeginning);
}

std::optional<std::string_view> ReviewWords::afterChance(std::string_view text) const {
    return after(beginnings_, text, kChanceBeginning);
}

} // namespace keepable::views
