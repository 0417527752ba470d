// SPDX-License-Identifier: MPL-2.0
#include "review/thread.hpp"

#include <algorithm>
#include <utility>

namespace keepable::review {

namespace {

using planning::Day;

bool isReaction(WaitFor what) {
    return what == WaitFor::kAnswered || what == WaitFor::kRefused;
}

bool isReply(WaitFor what) {
    return what == WaitFor::kAnswer || isReaction(what);
}

bool isConfirmation(WaitFor what) {
    return what == WaitFor::kConfirmation;
}

// One event taken by a thread.
class Step {
  public:
    Step(Thread& thread, const LogEvent& event, EventIndex index)
        : thread_(thread), event_(event), index_(index), other_(otherSide(event.side)) {}

    // False for an event that does not fit.
    bool run() {
        if (isAlwaysTaken()) {
            return true;
        }
        if (thread_.isOver()) {
            return reopens();
        }
        switch (event_.action) {
        case Action::kAsked:
        case Action::kCountered:
            return ask();
        case Action::kAnswered:
            return answer();
        case Action::kAgreed:
            return agree();
        case Action::kDeclined:
            return decline();
        case Action::kPromised:
        case Action::kReDated:
            return promise();
        case Action::kCapacityRequested:
            return requestCapacity();
        case Action::kCapacityApproved:
            return decideRequest(RequestState::kApproved);
        case Action::kCapacityDeclined:
            return decideRequest(RequestState::kDeclined);
        case Action::kCapacityAdded:
            return addCapacity();
        case Action::kRiskAccepted:
            return acceptRisk();
        case Action::kWon:
            return win();
        case Action::kLost:
            thread_.is_lost = true;
            end();
            return true;
        case Action::kDelivered:
            thread_.is_delivered = true;
            end();
            return true;
        default:
            return true;
        }
    }

  private:
    bool isAlwaysTaken() {
        switch (event_.action) {
        case Action::kCustomerTold:
            thread_.told = event_.to.day ? event_.to.day : thread_.promised;
            settle(Side::kSales, isReaction);
            return true;
        case Action::kDismissed:
        case Action::kNoted:
        case Action::kMet:
            return true;
        default:
            return false;
        }
    }

    // A deal given up may be won after all, and the rest of one delivered may be delivered, too.
    bool reopens() {
        if (event_.action == Action::kWon && thread_.is_lost) {
            thread_.is_lost = false;
            return win();
        }
        if (event_.action == Action::kDelivered) {
            thread_.is_delivered = true;
            thread_.is_lost = false;
            return true;
        }
        return false;
    }

    void wait(Side side, WaitFor what) {
        if (side != Side::kNeither) {
            thread_.waits.push_back({side, what, index_, event_.when});
        }
    }

    // Takes waits off the table: those for this side, or with kNeither those for both.
    template <class Matches> bool settle(Side side, Matches matches) {
        return std::erase_if(thread_.waits, [&](const Wait& wait) {
                   return (side == Side::kNeither || wait.on == side) && matches(wait.what);
               }) > 0;
    }

    bool ask() {
        if (event_.side == Side::kNeither) {
            return false;
        }
        thread_.was_in_question = true;
        settle(event_.side, isReply);
        offer();
        thread_.agreed.reset();
        wait(other_, WaitFor::kAnswer);
        return true;
    }

    void offer() {
        if (!event_.to.isEmpty()) {
            thread_.offer = Offer{event_.side, event_.by, event_.to, index_};
        }
    }

    [[nodiscard]] bool has(Side side, WaitFor what) const {
        return side != Side::kNeither && std::ranges::any_of(thread_.waits, [&](const Wait& wait) {
                   return wait.on == side && wait.what == what;
               });
    }

    // The other side's offer.
    [[nodiscard]] bool hasOffer() const { return thread_.offer && thread_.offer->by == other_; }

    bool answer() {
        if (!has(event_.side, WaitFor::kAnswer)) {
            return false;
        }
        settle(event_.side, isReply);
        offer(); // an answer may name a date
        wait(other_, WaitFor::kAnswered);
        return true;
    }

    bool agree() {
        if (event_.side == Side::kNeither) {
            return false;
        }
        const bool was_asked = has(event_.side, WaitFor::kAnswer) ||
                               has(event_.side, WaitFor::kAnswered) ||
                               has(event_.side, WaitFor::kConfirmation);
        // The promise may stand in the deals table alone: then ops says which date it means.
        const bool confirms = event_.side == Side::kOps && (thread_.promised || event_.to.day);
        if (!hasOffer() && !was_asked && !confirms) {
            return false;
        }
        settleOn(hasOffer() ? thread_.offer->terms : event_.to);
        return true;
    }

    // Both sides agree to these terms; a date said with the agreement counts before that of the
    // offer.
    void settleOn(Terms terms) {
        const bool is_offer_of_ops = thread_.offer && thread_.offer->by == Side::kOps && hasOffer();
        if (event_.to.day) {
            terms.day = event_.to.day;
        }
        if (!terms.day) {
            terms.day = thread_.promised;
        }
        if (event_.side == Side::kOps) {
            confirm(event_.by, terms.day);
            settle(Side::kOps, isConfirmation);
        } else if (is_offer_of_ops && terms.day == offeredDay()) {
            confirm(thread_.offer->said_by, terms.day);
        }
        thread_.agreed = std::move(terms);
        thread_.offer.reset();
        settle(Side::kNeither, isReply);
    }

    // What the offer on the table means for the date: without a day of its own that of now.
    [[nodiscard]] std::optional<Day> offeredDay() const {
        return thread_.offer->terms.day ? thread_.offer->terms.day : thread_.promised;
    }

    // The word of ops for a date. It holds for the promise as long as that has this date.
    void confirm(const Name& sayer, std::optional<Day> day) {
        if (!day) {
            return;
        }
        thread_.confirmation = Confirmation{sayer, event_.when, *day};
        if (thread_.isConfirmed()) {
            settle(Side::kOps, isConfirmation);
        }
    }

    bool decline() {
        const bool refuses_promise = event_.side == Side::kOps && thread_.promised.has_value();
        if (event_.side == Side::kNeither ||
            !(has(event_.side, WaitFor::kAnswer) || has(event_.side, WaitFor::kConfirmation) ||
              hasOffer() || refuses_promise)) {
            return false;
        }
        thread_.was_in_question = true;
        settle(event_.side, isReply);
        settle(event_.side, isConfirmation);
        thread_.offer.reset();
        thread_.agreed.reset();
        if (event_.side == Side::kOps) {
            thread_.confirmation.reset();
        }
        wait(other_, WaitFor::kRefused);
        return true;
    }

    bool promise() {
        if (!event_.to.day) {
            return true;
        }
        if (thread_.promised && thread_.promised != event_.to.day) {
            thread_.risk.reset(); // it was accepted for another date
        }
        thread_.promised = event_.to.day;
        // What follows an answer or a refusal; a question still open stays open.
        settle(Side::kSales, isReaction);
        if (hasOffer() && thread_.offer->terms.day == event_.to.day) {
            settleOn(thread_.offer->terms);
        }
        if (event_.side == Side::kOps) {
            confirm(event_.by, event_.to.day);
        } else if (!thread_.isConfirmed()) {
            thread_.confirmation.reset();
        }
        awaitConfirmation();
        return true;
    }

    void awaitConfirmation() {
        settle(Side::kOps, isConfirmation);
        if (thread_.is_won && !thread_.isConfirmed()) {
            wait(Side::kOps, WaitFor::kConfirmation);
        }
    }

    bool requestCapacity() {
        if (event_.side != Side::kSales) {
            return false;
        }
        thread_.was_in_question = true;
        settle(Side::kSales, isReply);
        thread_.requests.push_back(
            {event_.to, event_.by, event_.when, index_, RequestState::kPending, std::nullopt});
        wait(Side::kOps, WaitFor::kCapacity);
        return true;
    }

    // The request the event is about: that for its resource, else the oldest.
    CapacityRequest* request(RequestState state) {
        CapacityRequest* oldest = nullptr;
        for (CapacityRequest& request : thread_.requests) {
            if (request.state != state) {
                continue;
            }
            if (!event_.to.resource.isEmpty() && request.terms.resource == event_.to.resource) {
                return &request;
            }
            oldest = oldest == nullptr ? &request : oldest;
        }
        return oldest;
    }

    bool decideRequest(RequestState state) {
        CapacityRequest* const decided =
            event_.side == Side::kOps ? request(RequestState::kPending) : nullptr;
        if (decided == nullptr) {
            return false;
        }
        decided->state = state;
        decided->decided = index_;
        std::erase_if(thread_.waits, [&](const Wait& wait) {
            return wait.what == WaitFor::kCapacity && wait.event == decided->event;
        });
        if (state == RequestState::kDeclined) {
            wait(Side::kSales, WaitFor::kRefused);
        }
        return true;
    }

    bool addCapacity() {
        if (event_.side != Side::kOps) {
            return false;
        }
        CapacityRequest* added = request(RequestState::kApproved);
        if (added == nullptr) {
            added = request(RequestState::kPending);
        }
        if (added != nullptr) {
            std::erase_if(thread_.waits, [&](const Wait& wait) {
                return wait.what == WaitFor::kCapacity && wait.event == added->event;
            });
            added->state = RequestState::kAdded;
            added->decided = index_;
        }
        return true;
    }

    bool acceptRisk() {
        if (event_.side == Side::kNeither) {
            return false;
        }
        thread_.was_in_question = true;
        thread_.risk = AcceptedRisk{event_.by, event_.side, event_.to.day, index_};
        thread_.offer.reset();
        settle(Side::kNeither, isReply);
        if (event_.side == Side::kOps) {
            confirm(event_.by, thread_.promised);
        }
        return true;
    }

    bool win() {
        thread_.is_won = true;
        awaitConfirmation();
        return true;
    }

    void end() {
        thread_.waits.clear();
        thread_.offer.reset();
        for (CapacityRequest& request : thread_.requests) {
            if (request.state == RequestState::kPending) {
                request.state = RequestState::kWithdrawn;
                request.decided = index_;
            }
        }
    }

    Thread& thread_;
    const LogEvent& event_;
    EventIndex index_;
    Side other_;
};

} // namespace

bool Thread::isWaitingFor(Side side) const {
    return std::ranges::any_of(waits, [&](const Wait& wait) { return wait.on == side; });
}

bool Thread::isConfirmed() const {
    return confirmation && (!promised || confirmation->day == *promised);
}

namespace {

void noteSpeaker(Talk& talk, const LogEvent& event) {
    talk.heard_sales = talk.heard_sales || event.side == Side::kSales;
    talk.heard_ops = talk.heard_ops || event.side == Side::kOps;
    if (!event.by.isEmpty() && std::ranges::find(talk.people, event.by) == talk.people.end()) {
        talk.people.push_back(event.by);
    }
}

} // namespace

void take(Thread& thread, const LogEvent& event, EventIndex index) {
    if (thread.deal.isEmpty()) {
        thread.deal = event.deal;
    }
    thread.events.push_back(index);
    const bool was_open = !thread.waits.empty();
    if (!Step{thread, event, index}.run()) {
        thread.unexpected.push_back(index);
        return;
    }
    const bool is_open = !thread.waits.empty();
    if (is_open && !was_open) {
        thread.talks.push_back({event.when, index, {}, {}, {}, false, false});
    }
    if (is_open || was_open) {
        noteSpeaker(thread.talks.back(), event);
    }
    if (was_open && !is_open) {
        thread.talks.back().to = event.when;
        thread.talks.back().settled_by = index;
    }
}

ThreadState stateOf(const Thread& thread) {
    if (thread.is_delivered) {
        return ThreadState::kDelivered;
    }
    if (thread.is_lost) {
        return ThreadState::kLost;
    }
    const bool on_sales = thread.isWaitingFor(Side::kSales);
    const bool on_ops = thread.isWaitingFor(Side::kOps);
    if (on_sales || on_ops) {
        return on_sales && on_ops ? ThreadState::kWaitingForBoth
               : on_sales         ? ThreadState::kWaitingForSales
                                  : ThreadState::kWaitingForOps;
    }
    if (thread.is_won) {
        return ThreadState::kWon;
    }
    if (thread.risk) {
        return ThreadState::kRiskAccepted;
    }
    if (thread.agreed) {
        return ThreadState::kAgreed;
    }
    return thread.promised ? ThreadState::kPromised : ThreadState::kQuiet;
}

ThreadState stateAfter(const Thread& thread, const LogEvent& event) {
    Thread after = thread;
    take(after, event, 0);
    return stateOf(after);
}

} // namespace keepable::review
