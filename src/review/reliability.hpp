// SPDX-License-Identifier: MPL-2.0
//
// How often first promises were kept, by owner, resource, item and customer, and how many days of
// buffer would have been enough. Few promises say little: their share is drawn towards that of all.
//
// Shape:   one row a name, by key. A promise counts once for each of its resources and items.
// Units:   shares are exact fractions; buffers whole calendar days, never below 0.
// Rule:    of n promises with k kept, where of all N promises K were kept:
//              overall = (K + 2) / (N + 4)
//              share   = (k + 4 * overall) / (n + 4)
//          that is, a beta prior worth four promises, kept half the time for all promises together
//          and as often as overall for each name. The buffer for a level q is the least number of
//          days d that enough promises were late by at most:
//              (count of the name's up to d + 4 * share of all up to d) / (n + 4) >= q
// Example: of all 20 promises 16 kept: overall 18/24 = 0.75. One promise, broken: (0 + 3)/5 = 0.6;
//          ten, all kept: (10 + 3)/14 = 0.93.
// Source:  Agresti & Coull, The American Statistician 52 (1998) 119-126, for adding four; Casella,
//          The American Statistician 39 (1985) 83-87, for drawing groups towards the whole.
#pragma once

#include "review/log_event.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace keepable::review {

struct Share {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    [[nodiscard]] double toDouble() const {
        return static_cast<double>(numerator) / static_cast<double>(denominator);
    }
    [[nodiscard]] planning::Probability rounded() const; // half up
    friend bool operator==(const Share&, const Share&) = default;
};

struct KeptCount {
    std::int64_t promises = 0; // that can be judged
    std::int64_t kept = 0;

    void add(bool is_kept) {
        ++promises;
        kept += is_kept ? 1 : 0;
    }
    friend bool operator==(const KeptCount&, const KeptCount&) = default;
};

inline constexpr std::int64_t kPriorPromises = 4;

[[nodiscard]] Share overallShare(const KeptCount& all);
[[nodiscard]] Share shrunkShare(const KeptCount& group, const KeptCount& all);

// Days late of a group's promises and of all, both sorted. 0 where there are none at all.
[[nodiscard]] std::int32_t bufferDays(std::span<const std::int32_t> group,
                                      std::span<const std::int32_t> all,
                                      planning::Probability level);

// A promise that can be judged.
struct JudgedPromise {
    std::int32_t days_late = 0; // 0 when kept
    Name owner;
    Name customer;
    std::vector<Name> resources;
    std::vector<Name> items;
};

enum class ReliabilityOf : std::uint8_t { kOwner, kResource, kItem, kCustomer };
inline constexpr std::size_t kReliabilities = 4;

struct ReliabilityRow {
    Name name;
    KeptCount count;
    Share share;
    std::int32_t buffer_days = 0;
};

struct Reliability {
    KeptCount count;
    Share share;
    std::int32_t buffer_days = 0;
    std::array<std::vector<ReliabilityRow>, kReliabilities> rows; // by ReliabilityOf
};

// Four promises of five would have been kept with the buffer.
inline constexpr planning::Probability kUsualLevel{planning::Probability::kUnitsInOne / 5 * 4};

// The rows of a kind, the least share first, equal ones by key; `most` of them. They live as long as
// `reliability`.
[[nodiscard]] std::vector<const ReliabilityRow*>
leastReliable(const Reliability& reliability, ReliabilityOf kind, std::size_t most);

[[nodiscard]] Reliability reliabilityOf(std::span<const JudgedPromise> promises,
                                        planning::Probability level = kUsualLevel);

} // namespace keepable::review
