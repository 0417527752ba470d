// SPDX-License-Identifier: MPL-2.0
//
// What a person can do next about a deal, and the event made of what they typed into the fields.
//
// Shape:   moves in the order of Action, a note last.
// Rule:    a date is needed to promise and to re-date, terms to counter and to request capacity, a
//          reason to decline, to accept a risk and to note. Where nothing is typed, who agrees agrees
//          to the offer on the table, who promises or re-dates means what was offered or agreed to, and
//          who decides on capacity decides on the oldest request.
// Units:   dates, amounts and costs are typed in the way of the document.
// Errors:  a move that is not open, lacks what it needs or cannot be read comes back as a sentence.
#pragma once

#include "review/review_book.hpp"
#include "views/log_text.hpp"
#include "views/texts.hpp"
#include "views/word_table.hpp"

#include <cstdint>
#include <span>
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

// What moves are called, by Action: "agree", "decline"; in cells they may stand for the actions.
[[nodiscard]] WordTable moveWords(std::span<const Texts* const> languages);

// The key of the text that names a move, "review.do.agreed".
[[nodiscard]] std::string_view moveKey(review::Action action);

struct Speaker {
    review::Name name;
    review::Side side = review::Side::kNeither;
};

// The event to be written, its From and State filled in, or a sentence that says what is wrong.
[[nodiscard]] std::variant<review::LogEvent, std::string>
eventOf(const MoveEntry& entry, const review::ReviewBook& book, std::uint32_t deal,
        const Speaker& speaker, review::Moment now, const LogTextReader& reader,
        const Texts& texts);

// Whether the side may do it: as review/negotiation.hpp says of the log, and beyond that what a promise
// in the deals table alone makes possible: to re-date it, and for ops to confirm it.
[[nodiscard]] bool canMove(const review::Thread& thread, const review::PromiseHistory& history,
                           review::Side side, review::Action action);
// Whether more than a reason can be said with it.
[[nodiscard]] bool takesTerms(review::Action action);
// What the move is about where nobody says anything else: the offer on the table, what was agreed to,
// the oldest request.
[[nodiscard]] review::Terms usualTerms(const review::Thread& thread,
                                       const review::PromiseHistory& history, review::Side side,
                                       review::Action action);
// What an event that could not be taken lacks, as a sentence; empty for one that lacks nothing.
[[nodiscard]] std::string lackOf(const review::LogEvent& event, const Texts& texts);

// From and State of an event about a deal of the book, as the log wants them. `thread` is what the
// deal's thread is before it.
void completeEvent(review::LogEvent& event, const review::ReviewDeal& deal,
                   const review::Thread& thread, const review::PromiseHistory& history);

} // namespace keepable::views
