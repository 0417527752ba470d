// SPDX-License-Identifier: MPL-2.0
//
// The cells of an event in the decision log as text, and what such cells mean. Written in one fixed
// form; read as people write it, in their own language and with the numbers and dates of theirs.
//
// Shape:   terms are parts separated by "; ", each left out where there is nothing to say:
//          "2026-03-06; 12 pcs; 40 h; [Welding]; overtime; cost 1500; and anything else". A part
//          that is none of these is text.
//          A state: "waiting for ops; AT RISK; chance 35 %".
// Rule:    a number alone is a date when it is one of the years 1990 to 2199, else pieces; where
//          capacity is the subject it is hours.
// Errors:  none: what cannot be understood is kept as text.
#pragma once

#include "review/log_event.hpp"
#include "tables/cell_value.hpp"
#include "views/review_words.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace keepable::views {

[[nodiscard]] std::string termsText(const review::Terms& terms);
[[nodiscard]] std::string stateText(const review::StateThen& state);
[[nodiscard]] std::string momentText(review::Moment moment); // "2026-03-02 14:05"

[[nodiscard]] bool isAboutCapacity(review::Action action);

class LogTextReader {
  public:
    LogTextReader(const tables::ReadingContext& context, const ReviewWords& words);

    [[nodiscard]] review::Terms terms(const tables::Cell& cell, bool is_about_capacity) const;
    [[nodiscard]] review::StateThen state(std::string_view text) const;
    [[nodiscard]] std::optional<review::Moment> moment(const tables::Cell& cell) const;
    // A number of the years 1990 to 2199, counted from the null date.
    [[nodiscard]] std::optional<planning::Day> plainDay(const tables::Cell& cell) const;

    [[nodiscard]] const tables::CellReader& cells() const { return cells_; }

  private:
    [[nodiscard]] bool takePart(std::string_view part, bool is_about_capacity,
                                review::Terms& terms) const;

    tables::CellReader cells_;
    planning::Day null_date_;
    const ReviewWords& words_;
};

// A name as this room's records have it: the text that lasts, and the key it is matched by.
[[nodiscard]] review::Name nameFrom(std::string_view text);
// The same for a deal, whose key may be a number.
[[nodiscard]] review::Name dealFrom(std::string_view text);

} // namespace keepable::views
