// SPDX-License-Identifier: MPL-2.0
//
// Everything a review looks at on one day: the deals as the tables and the plan have them, the
// resources, the log, the people. Views fill it in; findings, credit, targets and agenda read it.
//
// Shape:   deals in sheet order, resources in the order of the capacity table; `logs` point to what
//          outlives the book.
// Units:   as in planning.
#pragma once

#include "review/negotiation.hpp"
#include "review/people.hpp"
#include "review/promise_history.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepable::review {

struct ReviewDeal {
    Name deal;
    Name customer;
    // The same for customers whose names may be one and the same customer's; empty without one.
    std::string customer_like;
    Name sales_owner;            // as the deals table says
    std::vector<Name> items;     // of its open lines; of all lines once it is closed
    std::vector<Name> resources; // that these load, or have loaded
    PromiseCells dates;
    planning::DealClass deal_class = planning::DealClass::kTentative;
    planning::Verdict verdict = planning::Verdict::kKeepable;
    std::optional<planning::Money> value;
    std::optional<planning::Probability> probability;
    std::optional<planning::Day> earliest;
    std::optional<planning::Day> decide_by; // the last day on which it would still fit
    Name bottleneck;
    planning::Hours shortfall;
    std::int32_t sheet_row = 0; // as shown, from 1

    [[nodiscard]] bool isConflict() const {
        return verdict == planning::Verdict::kInfeasible || verdict == planning::Verdict::kAtRisk;
    }
    [[nodiscard]] bool isOpen() const { return deal_class != planning::DealClass::kClosed; }
};

struct ReviewResource {
    Name resource;
    planning::Hours capacity; // from As of on
    planning::Hours load;     // exposure, in the same days
    bool has_capacity = true; // a row in the capacity table
};

struct ReviewBook {
    planning::Day today;
    std::vector<ReviewDeal> deals;
    std::vector<ReviewResource> resources;
    const DecisionLog* log = nullptr;
    const Threads* threads = nullptr;
    const People* people = nullptr;
};

// Who sells the deal: the owner in the deals table, else the people of sales who own it.
[[nodiscard]] std::vector<Name> salesOwnersOf(const ReviewBook& book, const ReviewDeal& deal);
// Who of operations answers for it: the people of ops who own the deal, and the owners of its
// bottleneck, without one those of all its resources; each once.
[[nodiscard]] std::vector<Name> opsOwnersOf(const ReviewBook& book, const ReviewDeal& deal);
[[nodiscard]] std::vector<Name> ownersOfResource(const ReviewBook& book, const Name& resource);

// Whether the deal is this person's: they sell it or answer for it in operations.
[[nodiscard]] bool isMine(const ReviewBook& book, const ReviewDeal& deal, const Name& person);
// Whether the deal waits for this person: a side has the turn, and on that side they own the deal, or
// nobody does and the people have them on that side. Without an owner nothing falls between chairs.
[[nodiscard]] bool isWaitingForMe(const ReviewBook& book, const ReviewDeal& deal,
                                  const Name& person);

[[nodiscard]] PromiseHistory historyOf(const ReviewBook& book, const ReviewDeal& deal);

} // namespace keepable::review
