// SPDX-License-Identifier: MPL-2.0
#include "review/negotiation.hpp"

#include <algorithm>

namespace keepable::review {

using planning::Day;

bool isAllowed(const Thread& thread, Side side, Action action) {
    if (action == Action::kNoted || action == Action::kDismissed || action == Action::kMet) {
        return true;
    }
    if (side == Side::kNeither) {
        return false;
    }
    const bool is_sales = side == Side::kSales;
    if (thread.isOver()) {
        // Nothing is left to settle; what was ended by mistake can be taken up again.
        return is_sales && ((action == Action::kCustomerTold) ||
                            (action == Action::kWon && thread.is_lost && !thread.is_delivered));
    }
    const auto is_waited_for = [&](WaitFor what) {
        return std::ranges::any_of(
            thread.waits, [&](const Wait& wait) { return wait.on == side && wait.what == what; });
    };
    const bool has_offer = thread.offer && thread.offer->by == otherSide(side);
    const bool is_asked = is_waited_for(WaitFor::kAnswer);
    const bool can_confirm = side == Side::kOps && thread.promised && !thread.isConfirmed();
    switch (action) {
    case Action::kAsked:
    case Action::kRiskAccepted:
    case Action::kDelivered:
        return true;
    case Action::kAnswered:
        return is_asked;
    case Action::kCountered:
        return is_asked || has_offer || is_waited_for(WaitFor::kAnswered) ||
               is_waited_for(WaitFor::kRefused);
    case Action::kAgreed:
        return is_asked || has_offer || can_confirm || is_waited_for(WaitFor::kAnswered) ||
               is_waited_for(WaitFor::kConfirmation);
    case Action::kDeclined:
        return is_asked || has_offer || can_confirm || is_waited_for(WaitFor::kConfirmation);
    case Action::kPromised:
        return is_sales && !thread.promised;
    case Action::kReDated:
        return thread.promised.has_value();
    case Action::kCapacityRequested:
    case Action::kCustomerTold:
    case Action::kLost:
        return is_sales;
    case Action::kCapacityApproved:
    case Action::kCapacityDeclined:
        return is_waited_for(WaitFor::kCapacity);
    case Action::kCapacityAdded:
        return !is_sales;
    case Action::kWon:
        return is_sales && !thread.is_won;
    default:
        return false;
    }
}

std::vector<Action> allowedActions(const Thread& thread, Side side) {
    std::vector<Action> allowed;
    for (std::size_t i = 0; i < kActions; ++i) {
        const auto action = static_cast<Action>(i);
        if (action < Action::kDismissed && isAllowed(thread, side, action)) {
            allowed.push_back(action);
        }
    }
    return allowed;
}

std::int32_t daysWaiting(const Wait& wait, Day today) {
    return std::max(0, today - wait.since.day);
}

std::optional<std::int32_t> daysUnanswered(const Thread& thread, Day today) {
    std::optional<std::int32_t> longest;
    for (const Wait& wait : thread.waits) {
        if (wait.what != WaitFor::kAnswered && wait.what != WaitFor::kRefused) {
            longest = std::max(longest.value_or(0), daysWaiting(wait, today));
        }
    }
    return longest;
}

const AcceptedRisk* riskOn(const Thread& thread, Day today) {
    const bool is_accepted = thread.risk && (!thread.risk->until || *thread.risk->until >= today);
    return is_accepted && !thread.isOver() ? &*thread.risk : nullptr;
}

Threads::Threads(const DecisionLog& log) {
    for (EventIndex index = 0; index < log.size(); ++index) {
        take(log.events()[index], index);
    }
}

void Threads::take(const LogEvent& event, EventIndex index) {
    if (!event.deal.isEmpty()) {
        review::take(threads_[event.deal.key], event, index);
    }
}

const Thread* Threads::of(std::string_view deal_key) const {
    const auto found = threads_.find(deal_key);
    return found == threads_.end() ? nullptr : &found->second;
}

} // namespace keepable::review
