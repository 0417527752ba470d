// SPDX-License-Identifier: MPL-2.0
#include "review/reliability.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace keepable::review {

namespace {

using planning::Probability;

// Of the prior for all promises together, half are kept.
constexpr std::int64_t kPriorKept = kPriorPromises / 2;

__extension__ using Wide = __int128;

std::int64_t countUpTo(std::span<const std::int32_t> sorted, std::int32_t days) {
    return std::ranges::upper_bound(sorted, days) - sorted.begin();
}

struct Group {
    Name name;
    KeptCount count;
    std::vector<std::int32_t> days_late;
};

using Groups = std::map<std::string, Group>;

void addTo(Groups& groups, const Name& name, std::int32_t days_late) {
    if (name.isEmpty()) {
        return;
    }
    Group& group = groups.try_emplace(name.key, Group{name, {}, {}}).first->second;
    group.count.add(days_late == 0);
    group.days_late.push_back(days_late);
}

void addEach(Groups& groups, std::vector<Name> names, std::int32_t days_late) {
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const Name& name : names) {
        addTo(groups, name, days_late);
    }
}

} // namespace

Probability Share::rounded() const {
    const Wide units = static_cast<Wide>(numerator) * Probability::kUnitsInOne * 2 + denominator;
    return {static_cast<std::int64_t>(units / (static_cast<Wide>(denominator) * 2))};
}

Share overallShare(const KeptCount& all) {
    return {all.kept + kPriorKept, all.promises + kPriorPromises};
}

Share shrunkShare(const KeptCount& group, const KeptCount& all) {
    const Share overall = overallShare(all);
    return {group.kept * overall.denominator + kPriorPromises * overall.numerator,
            (group.promises + kPriorPromises) * overall.denominator};
}

std::int32_t bufferDays(std::span<const std::int32_t> group, std::span<const std::int32_t> all,
                        Probability level) {
    if (all.empty()) {
        return 0;
    }
    const auto all_count = static_cast<std::int64_t>(all.size());
    const auto group_count = static_cast<std::int64_t>(group.size());
    const Wide wanted = static_cast<Wide>(level.units) * (group_count + kPriorPromises) * all_count;
    const auto is_enough = [&](std::int32_t days) {
        const Wide weight = static_cast<Wide>(countUpTo(group, days)) * all_count +
                            static_cast<Wide>(kPriorPromises) * countUpTo(all, days);
        return weight * Probability::kUnitsInOne >= wanted;
    };
    if (is_enough(0)) {
        return 0;
    }
    // Enough days stay enough; the latest promise of all is always enough.
    const auto least =
        std::ranges::partition_point(all, [&](std::int32_t days) { return !is_enough(days); });
    return least == all.end() ? all.back() : *least;
}

Reliability reliabilityOf(std::span<const JudgedPromise> promises, Probability level) {
    Reliability reliability;
    std::vector<std::int32_t> all;
    std::array<Groups, kReliabilities> groups;
    const auto of = [&](ReliabilityOf kind) -> Groups& {
        return groups[static_cast<std::size_t>(kind)];
    };
    for (const JudgedPromise& promise : promises) {
        reliability.count.add(promise.days_late == 0);
        all.push_back(promise.days_late);
        addTo(of(ReliabilityOf::kOwner), promise.owner, promise.days_late);
        addTo(of(ReliabilityOf::kCustomer), promise.customer, promise.days_late);
        addEach(of(ReliabilityOf::kResource), promise.resources, promise.days_late);
        addEach(of(ReliabilityOf::kItem), promise.items, promise.days_late);
    }
    std::ranges::sort(all);
    reliability.share = overallShare(reliability.count);
    reliability.buffer_days = bufferDays({}, all, level);
    for (std::size_t kind = 0; kind < kReliabilities; ++kind) {
        for (auto& [key, group] : groups[kind]) {
            std::ranges::sort(group.days_late);
            reliability.rows[kind].push_back({group.name, group.count,
                                              shrunkShare(group.count, reliability.count),
                                              bufferDays(group.days_late, all, level)});
        }
    }
    return reliability;
}

std::vector<const ReliabilityRow*> leastReliable(const Reliability& reliability, ReliabilityOf kind,
                                                 std::size_t most) {
    std::vector<const ReliabilityRow*> least;
    for (const ReliabilityRow& row : reliability.rows[static_cast<std::size_t>(kind)]) {
        least.push_back(&row);
    }
    std::ranges::stable_sort(least, [](const ReliabilityRow* left, const ReliabilityRow* right) {
        return static_cast<Wide>(left->share.numerator) * right->share.denominator <
               static_cast<Wide>(right->share.numerator) * left->share.denominator;
    });
    least.resize(std::min(least.size(), most));
    return least;
}

} // namespace keepable::review
