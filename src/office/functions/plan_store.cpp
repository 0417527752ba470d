// SPDX-License-Identifier: MPL-2.0
#include "office/functions/plan_store.hpp"

#include <algorithm>

namespace keepable::office {

namespace {

// Versions of large plans are dear: beyond this many deals in all versions of a set only two stay, the
// newest and the one undo goes back to.
constexpr std::size_t kMostDealsKept = 1'000'000;
constexpr std::size_t kLeastVersions = 2;
constexpr std::size_t kMostGivenUpRemembered = 256;

} // namespace

PlanStore::PlanPointer PlanStore::find(std::uint64_t digest) const {
    const std::scoped_lock lock(mutex_);
    const auto found = plans_.find(digest);
    return found == plans_.end() ? nullptr : found->second.plan;
}

void PlanStore::keep(const std::string& document, const std::string& ranges, std::uint64_t digest,
                     const PlanPointer& plan) {
    const std::scoped_lock lock(mutex_);
    Versions& versions = documents_[document][ranges];
    const auto known = std::find(versions.digests.begin(), versions.digests.end(), digest);
    if (known != versions.digests.end()) {
        versions.digests.erase(known);
    } else {
        Entry& entry = plans_[digest];
        entry.plan = plan;
        ++entry.uses;
        const auto given_up = std::find(versions.given_up.begin(), versions.given_up.end(), digest);
        if (given_up != versions.given_up.end()) {
            versions.given_up.erase(given_up);
            ++versions.most;
        }
    }
    versions.digests.push_front(digest);
    trim(versions);
}

void PlanStore::drop(const std::string& document) {
    const std::scoped_lock lock(mutex_);
    const auto found = documents_.find(document);
    if (found == documents_.end()) {
        return;
    }
    for (const auto& [ranges, versions] : found->second) {
        std::for_each(versions.digests.begin(), versions.digests.end(),
                      [this](std::uint64_t digest) { release(digest); });
    }
    documents_.erase(found);
}

std::size_t PlanStore::size() const {
    const std::scoped_lock lock(mutex_);
    return plans_.size();
}

void PlanStore::trim(Versions& versions) {
    const auto deals_kept = [&] {
        std::size_t deals = 0;
        for (const std::uint64_t digest : versions.digests) {
            deals += plans_[digest].plan->answers.report().verdicts.size();
        }
        return deals;
    };
    while (versions.digests.size() > versions.most ||
           (versions.digests.size() > kLeastVersions && deals_kept() > kMostDealsKept)) {
        versions.given_up.push_front(versions.digests.back());
        release(versions.digests.back());
        versions.digests.pop_back();
    }
    if (versions.given_up.size() > kMostGivenUpRemembered) {
        versions.given_up.resize(kMostGivenUpRemembered);
    }
}

void PlanStore::release(std::uint64_t digest) {
    const auto found = plans_.find(digest);
    if (--found->second.uses == 0) {
        plans_.erase(found);
    }
}

} // namespace keepable::office
