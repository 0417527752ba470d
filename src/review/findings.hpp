// SPDX-License-Identifier: MPL-2.0
//
// Gaps and double work between sales and operations: deals that look like one, deals and resources
// nobody answers for, promises operations has not seen, capacity nobody uses.
//
// Shape:   by kind, then in the order of the book; those dismissed apart, with the event that did.
//          Where no deal at all has an owner, or no resource, or where none of more than
//          kMostUnconfirmed owed ones was ever confirmed, that is one finding without a subject.
// Rule:    two open deals look like one when their customers' names may be the same one's, they have
//          an item in common, and their promised dates are at most kSameDays apart; of several in a
//          row each is held against the one before it.
//          A finding is dismissed by a row of the log, "dismissed", whose To is the key of the
//          finding. A finding about a date has the date in its key: another date is another finding.
// Source:  issue of the review, point 8; domain.md 3 (25, 27, 28).
#pragma once

#include "review/review_book.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::review {

enum class FindingKind : std::uint8_t {
    kUnconfirmed,         // owed, and ops has not confirmed the date
    kPromisedSinceReview, // and not confirmed
    kMovedInTable,        // the promised date was changed and nobody said so in the log
    kOtherFirstPromise,   // the table has another first promise than the log
    kNotTold,             // moved, and the log does not say that the customer knows
    kDuplicate,           // `other` is the deal it looks like
    kNoSalesOwner,
    kNoOpsOwner,     // a resource
    kNoCapacity,     // a resource that deals need
    kUnusedCapacity, // a resource that no deal needs
    kNotAdded,       // capacity approved and not yet in the table; `other` is the resource
    kRiskWithoutEnd,
    kUnknownPerson // in the log, not among the people
};
inline constexpr std::size_t kFindingKinds = 13;

struct Finding {
    FindingKind kind = FindingKind::kUnconfirmed;
    Name subject; // a deal, resource or person
    Name other;
    std::optional<planning::Day> day;
    std::optional<std::uint32_t> deal; // in ReviewBook::deals
    std::optional<EventIndex> dismissed;

    friend bool operator==(const Finding&, const Finding&) = default;
};

inline constexpr std::int32_t kSameDays = 7;
inline constexpr std::size_t kMostUnconfirmed = 10;

struct FindingList {
    std::vector<Finding> open;
    std::vector<Finding> dismissed;
};

// `last_review`: promises since then are findings; none: there was no review yet.
[[nodiscard]] FindingList findingsOf(const ReviewBook& book,
                                     const std::optional<Moment>& last_review);

// What the To of a dismissal says, as the text part of terms: "looks twice: d-17 / d-18".
[[nodiscard]] std::string findingKey(const Finding& finding);
// The finding that a dismissal named by this key; its deal is `deal`, where the key says the same. Of
// other names the key alone is known and stands for the text, too. None for a text that is no such key.
[[nodiscard]] std::optional<Finding> findingFromKey(std::string_view key, const Name& deal);
[[nodiscard]] std::string_view word(FindingKind kind);

} // namespace keepable::review
