// SPDX-License-Identifier: MPL-2.0
//
// Credit where it is due, as facts: promises kept that had a low chance, talks settled by both sides
// without a loss, runs of promises without a broken one. Both sides are named.
//
// Shape:   kept promises by delivery, talks by their end, runs by length; equal ones in the order of
//          the book.
// Rule:    kept against the odds: delivered on the first promised date or before, although the log
//          says of the moment it was promised that its chance was at most kLowChance, or that it was
//          infeasible or at risk.
//          settled together: both sides spoke, the talk ended in other ways than the loss of the
//          deal, and no promise was moved to a later date in it. It was a rescue when the log says of
//          some row of the talk that the deal was in conflict, and it is not now.
//          a run: the last promises of an owner in sales and one in ops, each delivered in time, in
//          the order of delivery; at least kLeastRun of them. Promises overdue end runs.
#pragma once

#include "review/review_book.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keepable::review {

inline constexpr planning::Probability kLowChance{planning::Probability::kUnitsInOne / 2};
inline constexpr std::int64_t kLeastRun = 5;

enum class CreditKind : std::uint8_t { kKeptAgainstOdds, kSettledTogether, kRun };

struct Credit {
    CreditKind kind = CreditKind::kKeptAgainstOdds;
    Name deal; // empty for a run
    std::vector<Name> sales;
    std::vector<Name> ops;
    std::optional<planning::Probability> chance; // when it was promised
    std::optional<planning::Verdict> verdict;    // when it was promised
    planning::Day when;
    std::int64_t count = 0; // promises of a run, days of a talk
    bool is_rescue = false;
};

// What happened after `since` and until the day of the book; runs are those that last now.
[[nodiscard]] std::vector<Credit> creditsOf(const ReviewBook& book, planning::Day since);

} // namespace keepable::review
