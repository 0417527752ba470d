// SPDX-License-Identifier: MPL-2.0
//
// The talk about one deal as a panel shows it: what was said, whose turn it is and since when,
// whether ops has confirmed, what is asked for and accepted, and what the customer needs beside what
// ops can do. The moves that are open to a side are in review_moves.hpp.
//
// Shape:   lines oldest first; facts in one fixed order, only those of which either side has
//          something.
// Cost:    the events of the deal, whatever the length of the log.
// Errors:  the view of a deal that is not in the book is empty.
#pragma once

#include "review/review_book.hpp"
#include "views/review_sentences.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace keepable::views {

struct ThreadLine {
    review::EventIndex event = 0;
    std::string when; // "2026-03-02 14:05"
    std::string who;
    std::string side;
    std::string what;
    bool is_unexpected = false; // it did not fit when it was said, and changed nothing

    friend bool operator==(const ThreadLine&, const ThreadLine&) = default;
};

// One matter as both sides see it; either may have nothing to say.
struct Fact {
    std::string label;
    std::string customer; // what sales brings from the customer
    std::string ops;      // what ops can do

    friend bool operator==(const Fact&, const Fact&) = default;
};

struct ThreadView {
    std::string title; // deal and customer
    std::string state; // "waiting for ops"; empty where there is nothing to settle
    std::vector<ThreadLine> lines;
    std::vector<std::string> turns;  // the longest wait first
    std::string confirmation;        // who and when, or that it is missing; empty: nothing promised
    bool lacks_confirmation = false; // owed, and ops has not confirmed the date
    std::vector<std::string> requests; // for capacity, open ones
    std::string risk;                  // accepted and not over; empty without
    bool has_risk_ended = false;       // `risk` says what was accepted until a day that is over
    std::vector<Fact> facts;
};

// `deal` is an index into the book.
[[nodiscard]] ThreadView threadView(const review::ReviewBook& book, std::uint32_t deal,
                                    const Saying& saying);

} // namespace keepable::views
