// SPDX-License-Identifier: MPL-2.0
//
// The words of the review's sheets. Written they are English constants in every locale, as verdicts
// are, so that files and formulas travel; read they are understood in every language of the texts.
//
// Shape:  Words for reading are made once of the texts of all languages: an action is the text of
//         "review.action.<key>", and so on. People write "Agreed", "agreed " or "Zugestimmt".
#pragma once

#include "review/log_event.hpp"
#include "views/texts.hpp"
#include "views/word_table.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace keepable::views {

// The headings of `Keepable Decisions`, in the order of a new sheet.
enum class LogColumn : std::uint8_t {
    kNumber,
    kWhen,
    kDeal,
    kSide,
    kBy,
    kAction,
    kFrom,
    kTo,
    kReason,
    kState,
    kCheck
};
inline constexpr std::size_t kLogColumns = 11;

// "capacity requested", "ops", "waiting for sales", "overtime", "No"
[[nodiscard]] std::string_view word(review::Action action);
[[nodiscard]] std::string_view word(review::Side side);
[[nodiscard]] std::string_view word(review::ThreadState state);
[[nodiscard]] std::string_view word(review::Means means);
[[nodiscard]] std::string_view word(LogColumn column);

// The same in the user's language, for panels and the agenda.
[[nodiscard]] std::string said(review::Action action, const Texts& texts);
[[nodiscard]] std::string said(review::Side side, const Texts& texts);
[[nodiscard]] std::string said(review::ThreadState state, const Texts& texts);
[[nodiscard]] std::string said(review::Means means, const Texts& texts);

class ReviewWords {
  public:
    // The English constants alone.
    ReviewWords();
    explicit ReviewWords(std::span<const Texts* const> languages);

    [[nodiscard]] std::optional<review::Action> action(std::string_view text) const;
    [[nodiscard]] std::optional<review::Side> side(std::string_view text) const;
    [[nodiscard]] std::optional<review::ThreadState> state(std::string_view text) const;
    [[nodiscard]] std::optional<review::Means> means(std::string_view text) const;
    [[nodiscard]] std::optional<LogColumn> heading(std::string_view text) const;
    // Whether a text begins with the word for costs ("cost 1500", "Kosten 1500"), and what follows.
    [[nodiscard]] std::optional<std::string_view> afterCost(std::string_view text) const;
    [[nodiscard]] std::optional<std::string_view> afterChance(std::string_view text) const;

  private:
    WordTable actions_;
    WordTable sides_;
    WordTable states_;
    WordTable means_;
    WordTable headings_;
    WordTable beginnings_; // of a chance, of costs
};

} // namespace keepable::views
