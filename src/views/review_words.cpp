// SPDX-License-Identifier: MPL-2.0
#include "views/review_words.hpp"

#include "tables/names.hpp"

#include <array>
#include <cstddef>

namespace keepable::views {

namespace {

using review::Action;
using review::Means;
using review::Side;
using review::ThreadState;

// A word and the key of its texts in all languages, which are understood, too.
struct WordAndKey {
    std::string_view word;
    std::string_view key;
};

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

template <class Meaning, std::size_t kCount>
void addWords(std::map<std::string, Meaning, std::less<>>& words,
              const std::array<WordAndKey, kCount>& known,
              std::span<const Texts* const> languages) {
    // The constants first: what a language calls otherwise never takes one away.
    for (std::size_t i = 0; i < kCount; ++i) {
        if (!known[i].word.empty()) {
            words.emplace(tables::foldedName(known[i].word), static_cast<Meaning>(i));
        }
    }
    for (const Texts* const texts : languages) {
        for (std::size_t i = 0; i < kCount; ++i) {
            const std::string text = known[i].key.empty() ? std::string{} : (*texts)(known[i].key);
            if (!text.empty() && text != known[i].key) {
                words.emplace(tables::foldedName(text), static_cast<Meaning>(i));
            }
        }
    }
}

template <class Meaning>
std::optional<Meaning> meaningOf(const std::map<std::string, Meaning, std::less<>>& words,
                                 std::string_view text) {
    const auto found = words.find(tables::foldedName(text));
    return found == words.end() ? std::nullopt : std::optional{found->second};
}

template <std::size_t kCount>
std::string saidOf(const std::array<WordAndKey, kCount>& words, std::size_t index,
                   const Texts& texts) {
    return words[index].key.empty() ? std::string{} : texts(words[index].key);
}

// The rest behind a first word of the wanted kind.
std::optional<std::string_view> after(const std::map<std::string, bool, std::less<>>& beginnings,
                                      std::string_view text, bool wanted) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) {
        return std::nullopt;
    }
    const auto kind = meaningOf(beginnings, text.substr(0, space));
    return kind == wanted ? std::optional{text.substr(space + 1)} : std::nullopt;
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

ReviewWords::ReviewWords(std::span<const Texts* const> languages) {
    addWords(actions_, kActionWords, languages);
    addWords(sides_, kSideWords, languages);
    addWords(states_, kStateWords, languages);
    addWords(means_, kMeansWords, languages);
    addWords(headings_, kHeadings, languages);
    addWords(beginnings_, kBeginnings, languages);
}

std::optional<Action> ReviewWords::action(std::string_view text) const {
    return meaningOf(actions_, text);
}

std::optional<Side> ReviewWords::side(std::string_view text) const {
    return meaningOf(sides_, text);
}

std::optional<ThreadState> ReviewWords::state(std::string_view text) const {
    return meaningOf(states_, text);
}

std::optional<Means> ReviewWords::means(std::string_view text) const {
    return meaningOf(means_, text);
}

std::optional<LogColumn> ReviewWords::heading(std::string_view text) const {
    return meaningOf(headings_, text);
}

std::optional<std::string_view> ReviewWords::afterCost(std::string_view text) const {
    return after(beginnings_, text, true);
}

std::optional<std::string_view> ReviewWords::afterChance(std::string_view text) const {
    return after(beginnings_, text, false);
}

} // namespace keepable::views
