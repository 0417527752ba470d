// SPDX-License-Identifier: MPL-2.0
#include "review/review_book.hpp"

#include <algorithm>

namespace keepable::review {

namespace {

void addOnce(std::vector<Name>& names, const Name& name) {
    if (!name.isEmpty() && std::ranges::find(names, name) == names.end()) {
        names.push_back(name);
    }
}

std::vector<Name> peopleOwning(const ReviewBook& book, const Name& owned, Side side) {
    std::vector<Name> owners;
    for (const Person* const person : book.people->ownersOf(owned.key, side)) {
        addOnce(owners, person->name);
    }
    return owners;
}

bool contains(const std::vector<Name>& names, const Name& name) {
    return std::ranges::find(names, name) != names.end();
}

} // namespace

std::vector<Name> salesOwnersOf(const ReviewBook& book, const ReviewDeal& deal) {
    if (!deal.sales_owner.isEmpty()) {
        return {deal.sales_owner};
    }
    return peopleOwning(book, deal.deal, Side::kSales);
}

std::vector<Name> ownersOfResource(const ReviewBook& book, const Name& resource) {
    return peopleOwning(book, resource, Side::kOps);
}

std::vector<Name> opsOwnersOf(const ReviewBook& book, const ReviewDeal& deal) {
    std::vector<Name> owners = peopleOwning(book, deal.deal, Side::kOps);
    if (!deal.bottleneck.isEmpty()) {
        for (const Name& owner : ownersOfResource(book, deal.bottleneck)) {
            addOnce(owners, owner);
        }
    } else {
        for (const Name& resource : deal.resources) {
            for (const Name& owner : ownersOfResource(book, resource)) {
                addOnce(owners, owner);
            }
        }
    }
    return owners;
}

bool isMine(const ReviewBook& book, const ReviewDeal& deal, const Name& person) {
    return !person.isEmpty() && (contains(salesOwnersOf(book, deal), person) ||
                                 contains(opsOwnersOf(book, deal), person));
}

bool isWaitingForMe(const ReviewBook& book, const ReviewDeal& deal, const Name& person) {
    const Thread* const thread = book.threads->of(deal.deal.key);
    if (thread == nullptr || person.isEmpty()) {
        return false;
    }
    const auto waits = [&](Side side, const std::vector<Name>& owners) {
        return thread->isWaitingFor(side) &&
               (owners.empty() ? book.people->sideOf(person.key) == side
                               : contains(owners, person));
    };
    return waits(Side::kSales, salesOwnersOf(book, deal)) ||
           waits(Side::kOps, opsOwnersOf(book, deal));
}

PromiseHistory historyOf(const ReviewBook& book, const ReviewDeal& deal) {
    return promiseHistory(*book.log, deal.deal.key, deal.dates);
}

} // namespace keepable::review
