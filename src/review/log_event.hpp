// SPDX-License-Identifier: MPL-2.0
//
// One thing that happened to a promise, as the decision log keeps it: who did what to which deal,
// from what to what, and why. Everything else in this room is derived from such events.
//
// Shape:  names carry the text as shown and the key they are matched by (tables::foldedName() or
//         tables::dealKey(); this room folds nothing). An event of the meeting, not of a deal, has
//         an empty deal.
// Units:  days are civil, minutes count from midnight of the writer's clock; amounts as in
//         quantity.hpp.
// Source: contract section 1 (`Keepable Decisions`); domain.md 2.5.
#pragma once

#include "planning/day.hpp"
#include "planning/plan_report.hpp"
#include "planning/quantity.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keepable::review {

// Equal when the keys are: “ACME  Ltd” and “Acme Ltd” are one customer.
struct Name {
    std::string text;
    std::string key;

    [[nodiscard]] bool isEmpty() const { return key.empty(); }
    friend bool operator==(const Name& left, const Name& right) { return left.key == right.key; }
    friend auto operator<=>(const Name& left, const Name& right) { return left.key <=> right.key; }
};

struct Moment {
    planning::Day day;
    std::int32_t minute = 0;

    friend auto operator<=>(const Moment&, const Moment&) = default;
};

// kNeither: a person of whom nobody has said on which side they are.
enum class Side : std::uint8_t { kNeither, kSales, kOps };

[[nodiscard]] constexpr Side otherSide(Side side) {
    return side == Side::kNeither ? Side::kNeither
           : side == Side::kSales ? Side::kOps
                                  : Side::kSales;
}

enum class Action : std::uint8_t {
    kPromised, // sales tells the customer a date for the first time
    kAsked,    // can this be promised? With terms it is an offer
    kAnswered,
    kCountered, // other terms instead
    kAgreed,    // to the other side's offer; by ops also to a promise made: its confirmation
    kDeclined,
    kReDated, // another date is promised from now on
    kCapacityRequested,
    kCapacityApproved,
    kCapacityDeclined,
    kCapacityAdded, // it is in the capacity table
    kRiskAccepted,  // until a day
    kWon,
    kLost,
    kDelivered,
    kCustomerTold, // of the date now promised
    kDismissed,    // a finding, with a reason
    kNoted,        // said and kept, without effect; also a row with a word nobody knows
    kMet           // the review was held
};
inline constexpr std::size_t kActions = 19;

// How more capacity would be had.
enum class Means : std::uint8_t { kUnsaid, kOvertime, kExpense, kPeople };

// What is asked, offered or promised. Any part may be missing.
struct Terms {
    std::optional<planning::Day> day;
    std::optional<planning::Quantity> quantity;
    std::optional<planning::Hours> hours;
    std::optional<planning::Money> cost;
    Name resource;
    Means means = Means::kUnsaid;
    std::string text; // what is none of these

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const Terms&, const Terms&) = default;
};

// Where the talk about a deal stands, negotiation.hpp says how it gets there.
enum class ThreadState : std::uint8_t {
    kQuiet, // nothing to settle
    kPromised,
    kWaitingForSales,
    kWaitingForOps,
    kWaitingForBoth,
    kAgreed,
    kRiskAccepted,
    kWon,
    kDelivered,
    kLost
};
inline constexpr std::size_t kThreadStates = 10;

// How things stood when the event was written; verdict and chance are those of the plan then.
struct StateThen {
    ThreadState thread = ThreadState::kQuiet;
    std::optional<planning::Verdict> verdict;
    std::optional<planning::Probability> chance;

    friend bool operator==(const StateThen&, const StateThen&) = default;
};

struct LogEvent {
    Moment when;
    Name deal;
    Side side = Side::kNeither;
    Name by;
    Action action = Action::kNoted;
    Terms from;
    Terms to;
    std::string reason;
    StateThen state;

    friend bool operator==(const LogEvent&, const LogEvent&) = default;
};

// Text as it may stand in a cell for good: without line ends of other systems, control characters
// and blanks at its ends, and not longer than both file formats keep. Writers pass all text of an
// event through it, so that saving and loading never changes a row.
inline constexpr std::size_t kMostTextBytes = 4000;
[[nodiscard]] std::string lastingText(std::string_view text);

} // namespace keepable::review
