// SPDX-License-Identifier: MPL-2.0
//
// The talk between sales and operations about one deal, as a state machine over its events: what
// stands, whose turn it is and since when.
//
// Shape:   a Thread is made by taking the events of a deal one by one, in the order of writing; each
//          step costs the same whatever the length of the log. An event that does not fit (someone
//          agrees to an offer of their own) is kept, named in `unexpected`, and changes nothing.
// Rule:    - Asking or countering hands the turn to the other side and, with terms, puts an offer on
//            the table. Whoever answers, counters, agrees, declines or accepts the risk takes the
//            other side's question off it. An answer and a refusal hand the turn back.
//          - Agreed by ops, or an offer of ops agreed to by sales, is ops' confirmation of its date;
//            without an offer ops confirms the date promised now, or the one it names where the log
//            knows of no promise. A date that ops has not agreed to
//            or set itself is not confirmed. Who promises the date the other side has offered has
//            agreed to it.
//          - A deal that is won without ops' confirmation waits for ops.
//          - Sales requests capacity, ops approves or declines. An approval of another request than
//            the oldest names its resource. A refusal hands the turn to sales, an approval does not.
//          - Who accepts a risk settles the talk until the day given, or until another date is
//            promised; ops by that confirms the date.
//          - Lost and delivered end the talk.
// Units:   waits count calendar days.
// Source:  domain.md 3 (rows 12, 17, 27, 28): warn, never block; whoever delivers restates the
//          promise.
#pragma once

#include "review/decision_log.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keepable::review {

// Why a side has the turn.
enum class WaitFor : std::uint8_t {
    kAnswer,       // a question or an offer
    kAnswered,     // the answer to one's own question is in: what follows?
    kRefused,      // one's own question, offer or request was declined
    kCapacity,     // a request
    kConfirmation, // won, and ops has not confirmed the date
};

struct Wait {
    Side on = Side::kNeither;
    WaitFor what = WaitFor::kAnswer;
    EventIndex event = 0; // that began it
    Moment since;

    friend bool operator==(const Wait&, const Wait&) = default;
};

struct Offer {
    Side by = Side::kNeither;
    Name said_by;
    Terms terms;
    EventIndex event = 0;
};

enum class RequestState : std::uint8_t { kPending, kApproved, kDeclined, kAdded, kWithdrawn };

struct CapacityRequest {
    Terms terms;
    Name by;
    Moment when;
    EventIndex event = 0;
    RequestState state = RequestState::kPending;
    std::optional<EventIndex> decided; // the event that did
};

struct Confirmation {
    Name by;
    Moment when;
    planning::Day day;
};

struct AcceptedRisk {
    Name by;
    Side side = Side::kNeither;
    std::optional<planning::Day> until; // the last day; none: nobody said
    EventIndex event = 0;
};

// From when somebody was waited for until nobody was.
struct Talk {
    Moment from;
    EventIndex begun_by = 0;
    std::optional<Moment> to; // none: it still goes on
    std::optional<EventIndex> settled_by;
    std::vector<Name> people; // who spoke, in order, each once
    bool heard_sales = false;
    bool heard_ops = false;

    [[nodiscard]] bool isJoint() const { return heard_sales && heard_ops; }
};

struct Thread {
    Name deal;
    std::vector<EventIndex> events;
    std::vector<Wait> waits; // oldest first
    std::optional<Offer> offer;
    std::optional<Terms> agreed;              // what both agreed to last, until it is asked anew
    std::optional<planning::Day> promised;    // as far as the log knows
    std::optional<Confirmation> confirmation; // the last word of ops, maybe for a date to come
    std::optional<AcceptedRisk> risk;
    std::vector<CapacityRequest> requests;
    std::vector<EventIndex> unexpected;
    std::vector<Talk> talks;           // oldest first
    std::optional<planning::Day> told; // the date the customer was told of last
    bool was_in_question = false;      // the two sides had something to settle
    bool is_won = false;
    bool is_lost = false;
    bool is_delivered = false;

    [[nodiscard]] bool isOver() const { return is_lost || is_delivered; }
    [[nodiscard]] bool isWaitingFor(Side side) const;
    // Ops has confirmed the date promised now, or, where none is in the log, one at all.
    [[nodiscard]] bool isConfirmed() const;
};

// Takes the next event of the deal.
void take(Thread& thread, const LogEvent& event, EventIndex index);

[[nodiscard]] ThreadState stateOf(const Thread& thread);
// The state the thread will be in once the event is taken; for the State cell of its row.
[[nodiscard]] ThreadState stateAfter(const Thread& thread, const LogEvent& event);

} // namespace keepable::review
