// SPDX-License-Identifier: MPL-2.0
#include "office/plan_store.hpp"

#include <algorithm>

namespace keepable::office {

namespace {

constexpr std::size_t kLargeVersions = 2'000'000; // all versions of one set of ranges
constexpr std::size_t kCrowded = 2'000'000;       // all plans of a document
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
    const auto known_document = documents_.try_emplace(document, Document{{}, kCrowded}).first;
    Versions& versions = known_document->second.sets[ranges];
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
            ++versions.least;
            ++versions.most;
        }
    }
    versions.digests.push_front(digest);
    trim(versions);
}

bool PlanStore::isKeptFor(const std::string& document, const std::string& ranges,
                          std::uint64_t digest) const {
    const std::scoped_lock lock(mutex_);
    const auto known_document = documents_.find(document);
    if (known_document == documents_.end()) {
        return false;
    }
    const auto set = known_document->second.sets.find(ranges);
    return set != known_document->second.sets.end() &&
           std::ranges::find(set->second.digests, digest) != set->second.digests.end();
}

bool PlanStore::isCrowded(const std::string& document) const {
    const std::scoped_lock lock(mutex_);
    const auto found = documents_.find(document);
    return found != documents_.end() && found->second.sets.size() > 1 &&
           sizeOf(found->second) > found->second.crowded_from;
}

void PlanStore::retain(const std::string& document, const std::set<std::uint64_t>& shown) {
    const std::scoped_lock lock(mutex_);
    const auto found = documents_.find(document);
    if (found == documents_.end()) {
        return;
    }
    std::erase_if(found->second.sets, [&](const auto& set) {
        const Versions& versions = set.second;
        if (shown.contains(versions.digests.front())) {
            return false;
        }
        releaseAll(versions);
        return true;
    });
    found->second.crowded_from = std::max(kCrowded, 2 * sizeOf(found->second));
}

void PlanStore::drop(const std::string& document) {
    const std::scoped_lock lock(mutex_);
    const auto found = documents_.find(document);
    if (found == documents_.end()) {
        return;
    }
    for (const auto& [ranges, versions] : found->second.sets) {
        releaseAll(versions);
    }
    documents_.erase(found);
}

std::size_t PlanStore::size() const {
    const std::scoped_lock lock(mutex_);
    return plans_.size();
}

std::size_t PlanStore::sizeOf(const Versions& versions) const {
    std::size_t size = 0;
    for (const std::uint64_t digest : versions.digests) {
        size += plans_.at(digest).plan->answers.size();
    }
    return size;
}

std::size_t PlanStore::sizeOf(const Document& document) const {
    std::size_t size = 0;
    for (const auto& [ranges, versions] : document.sets) {
        size += sizeOf(versions);
    }
    return size;
}

void PlanStore::trim(Versions& versions) {
    while (versions.digests.size() > versions.most ||
           (versions.digests.size() > versions.least && sizeOf(versions) > kLargeVersions)) {
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

void PlanStore::releaseAll(const Versions& versions) {
    for (const std::uint64_t digest : versions.digests) {
        release(digest);
    }
}

} // namespace keepable::office
