// SPDX-License-Identifier: MPL-2.0
//
// What a person can do next about a deal, and the event made of what they typed into the fields.
//
// Shape:   moves in the order of Action, a note last.
// Rule:    a date is needed to promise and to re-date, terms to counter and to request capacity, a
//          reason to decline, to accept a risk and to note. Where nothing is typed, who agrees agrees
//          to the offer on the table, and who decides on capacity decides on the oldest request.
// Units:   dates, amounts and costs are typed in the way of the document.
// Errors:  a move that is not open, lacks what it needs or cannot be read comes back as a sentence.
#pragma once

#include "review/review_book.hpp"
#include "views/log_text.hpp"
#include "views/texts.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace keepable::views {

struct Move {
    review::Action action = review::Action::kNoted;
    std::string label; // "Counter", for a button
    bool takes_terms = false;
    bool needs_reason = false;
    review::Terms proposed; // to begin with in the fields

    friend bool operator==(const Move&, const Move&) = default;
};

// What a person of this side can do now. Without a side: a note.
[[nodiscard]] std::vector<Move> movesOf(const review::ReviewBook& book, std::uint32_t deal,
                                        review::Side side, const Texts& texts);

// What somebody has typed into the fields of a move, as it stands there.
struct MoveEntry {
    review::Action action = review::Action::kNoted;
    std::string day;
    std::string quantity;
    std::string hours;
    std::string resource;
    review::Means means = review::Means::kUnsaid;
    std::string cost;
    std::string text;
    std::string reason;
};

struct Speaker {
    review::Name name;
    review::Side side = review::Side::kNeither;
};

// The event to be written, its From and State filled in, or a sentence that says what is wrong.
[[nodiscard]] std::variant<review::LogEvent, std::string>
eventOf(const MoveEntry& entry, const review::ReviewBook& book, std::uint32_t deal,
        const Speaker& speaker, review::Moment now, const LogTextReader& reader,
        const Texts& texts);

// From and State of an event about a deal of the book, as the log wants them.
void completeEvent(review::LogEvent& event, const review::ReviewBook& book, std::uint32_t deal);

} // namespace keepable::views
