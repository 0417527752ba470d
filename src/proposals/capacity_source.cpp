// SPDX-License-Identifier: MPL-2.0
#include "proposals/capacity_source.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace keepable::proposals {

using planning::Day;
using planning::kNone;
using planning::Overtime;
using planning::ResourceIndex;

CapacityTable::CapacityTable(const planning::PlanInput& input) : input_(input) {
    // Mostly the same starts come in the same order, resource by resource.
    std::size_t next = 0;
    std::vector<Day> others;
    for (const planning::CapacityEntry& entry : input.capacity) {
        const Day start = entry.period_start;
        if (next < starts_.size() && starts_[next] == start) {
            ++next;
        } else if (next == starts_.size() && (next == 0 || starts_.back() < start)) {
            starts_.push_back(start);
            ++next;
        } else {
            const auto found = std::ranges::lower_bound(starts_, start);
            next = static_cast<std::size_t>(found - starts_.begin());
            if (found != starts_.end() && *found == start) {
                ++next;
            } else {
                others.push_back(start);
            }
        }
    }
    starts_.insert(starts_.end(), others.begin(), others.end());
    std::ranges::sort(starts_);
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
}

std::vector<Day> CapacityTable::startsAround(planning::DaySpan span,
                                             planning::PeriodLength length) const {
    std::vector<Day> starts = starts_;
    if (starts.empty()) {
        // A single first of a month would make the periods months.
        starts.push_back(isFirstOfMonth(span.first) && !length.is_month ? span.first - 1
                                                                        : span.first);
    }
    constexpr int kMostMore = 600;
    std::vector<Day> more;
    Day start = starts.front();
    for (int i = 0; i < kMostMore && start > span.first; ++i) {
        start = length.is_month ? addMonths(start, -1) : start - length.days;
        more.push_back(start);
    }
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const Day end = i + 1 < starts.size() ? starts[i + 1] : span.last + length.days;
        Day next = periodFrom(starts[i], length).last + 1;
        for (int k = 0; k < kMostMore && next <= span.last && periodFrom(next, length).last < end;
             ++k) {
            more.push_back(next);
            next = periodFrom(next, length).last + 1;
        }
    }
    starts.insert(starts.end(), more.begin(), more.end());
    return starts;
}

planning::PeriodLength CapacityTable::lengthWith(const std::vector<Day>& more_starts) const {
    std::vector<planning::CapacityEntry> entries;
    entries.reserve(starts_.size() + more_starts.size());
    for (const std::vector<Day>* starts : {&starts_, &more_starts}) {
        for (const Day start : *starts) {
            entries.push_back({0, start, {}});
        }
    }
    return inferredPeriodLength(entries);
}

const CapacityTable::Rows& CapacityTable::rowsOf(ResourceIndex resource) {
    const auto [found, is_new] = rows_.try_emplace(resource);
    Rows& rows = found->second;
    if (is_new) {
        for (std::uint32_t entry = 0; entry < input_.capacity.size(); ++entry) {
            if (input_.capacity[entry].resource == resource) {
                rows.entries.push_back(entry);
            }
        }
        for (std::uint32_t i = 0; i < input_.overtime.size(); ++i) {
            if (input_.capacity[input_.overtime[i].entry].resource == resource) {
                rows.overtime.push_back(i);
            }
        }
    }
    return rows;
}

std::vector<CapacitySource> CapacityTable::sourcesOf(ResourceIndex resource, const CapacityGap& gap,
                                                     bool within_limits) {
    const auto period_of = [&](Day start) {
        return static_cast<std::size_t>(
            std::ranges::lower_bound(gap.periods(), start, std::greater{}, &GapPeriod::start) -
            gap.periods().begin());
    };
    const Rows& rows = rowsOf(resource);
    std::vector<CapacitySource> sources;
    std::vector<bool> has_source(gap.periods().size(), false);
    for (const std::uint32_t i : rows.overtime) {
        if (within_limits) {
            const Overtime& overtime = input_.overtime[i];
            const std::size_t period = period_of(input_.capacity[overtime.entry].period_start);
            sources.push_back({period, overtime.entry, overtime.most, overtime.cost_per_hour});
            has_source[period] = true;
        }
    }
    std::vector<std::uint32_t> entries(gap.periods().size(), kNone); // the first of each period
    for (auto entry = rows.entries.rbegin(); entry != rows.entries.rend(); ++entry) {
        entries[period_of(input_.capacity[*entry].period_start)] = *entry;
    }
    const bool is_limited = within_limits && input_.overtime_is_limited;
    for (std::size_t period = 0; period < gap.periods().size(); ++period) {
        if (!has_source[period] && !is_limited) {
            sources.push_back({period, entries[period], std::nullopt, std::nullopt});
        }
    }
    std::ranges::stable_sort(sources, {}, [](const CapacitySource& source) {
        return std::pair{source.entry == kNone, source.period};
    });
    return sources;
}

} // namespace keepable::proposals
