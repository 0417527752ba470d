// SPDX-License-Identifier: MPL-2.0
#include "proposals/capacity_gap.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <span>

namespace keepable::proposals {

namespace {

using planning::Day;
using planning::DaySpan;
using planning::Hours;
using planning::PeriodRule;
using planning::SlotRun;

// The innermost question of all: no branch but the loop's.
bool isAnyAbove(std::span<const std::int64_t> amounts, std::int64_t limit) {
    std::int64_t most = limit;
    for (const std::int64_t amount : amounts) {
        most = amount > most ? amount : most;
    }
    return most > limit;
}

} // namespace

CapacityGap::CapacityGap(const planning::PlanInput& input, const planning::CapacityPlan& capacity,
                         planning::ResourceIndex resource, const std::vector<Day>& starts)
    : settings_(input.settings), length_(capacity.period_length) {
    std::map<Day, Hours, std::greater<>> hours_of_start;
    for (const planning::CapacityEntry& entry : input.capacity) {
        if (entry.resource == resource) {
            hours_of_start[entry.period_start] += entry.hours;
        }
    }
    for (const Day start : starts) {
        hours_of_start.try_emplace(start);
    }
    std::vector<std::vector<Day>> days_of_period;
    for (const auto& [start, hours] : hours_of_start) {
        periods_.push_back({start, {}, hours});
        if (settings_.period_rule == PeriodRule::kWholePeriod) {
            cells_.push_back(daysOf(start));
            continue;
        }
        days_of_period.push_back(spreadDays(daysOf(start), settings_.calendar));
        for (const Day day : days_of_period.back()) {
            cells_.push_back({day, day});
        }
    }
    std::ranges::sort(cells_, {}, &DaySpan::first);
    cells_.erase(std::unique(cells_.begin(), cells_.end()), cells_.end());
    for (std::size_t i = 0; i < periods_.size(); ++i) {
        const std::vector<Day> firsts = settings_.period_rule == PeriodRule::kWholePeriod
                                            ? std::vector{periods_[i].start}
                                            : days_of_period[i];
        for (const Day first : firsts) {
            const auto cell = std::ranges::lower_bound(cells_, first, {}, &DaySpan::first);
            periods_[i].cells.push_back(static_cast<std::int32_t>(cell - cells_.begin()));
        }
    }
}

DaySpan CapacityGap::daysOf(Day start) const {
    return periodFrom(start, length_);
}

SlotRun CapacityGap::runOf(DaySpan window) const {
    if (window.isEmpty()) {
        return {};
    }
    const auto first = std::ranges::lower_bound(cells_, window.first, {}, &DaySpan::last);
    const auto end = std::ranges::upper_bound(cells_, window.last, {}, &DaySpan::first);
    return {static_cast<std::int32_t>(first - cells_.begin()),
            static_cast<std::int32_t>(end - cells_.begin())};
}

DaySpan CapacityGap::spanOf(SlotRun run) const {
    return {cells_[static_cast<std::size_t>(run.first)].first,
            cells_[static_cast<std::size_t>(run.end) - 1].last};
}

bool CapacityGap::addWork(DaySpan window, Hours hours) {
    return addWork(runOf(window), hours);
}

bool CapacityGap::addWork(SlotRun run, Hours hours) {
    if (run.first >= run.end) {
        return false;
    }
    works_.push_back({run, hours.units});
    return true;
}

std::int32_t CapacityGap::cellsWithin(const GapPeriod& period, SlotRun run) const {
    const auto first = std::ranges::lower_bound(period.cells, run.first);
    const auto end = std::ranges::lower_bound(period.cells, run.end);
    return static_cast<std::int32_t>(end - first);
}

// Of the cells before each, one entry more than cells.
std::vector<std::int64_t> CapacityGap::capacityBefore(const std::vector<Hours>* added) const {
    std::vector<std::int64_t> capacity(cells_.size() + 1, 0);
    for (std::size_t i = 0; i < periods_.size(); ++i) {
        const GapPeriod& period = periods_[i];
        const std::int64_t hours = period.hours.units + (added ? (*added)[i].units : 0);
        const auto count = static_cast<std::int64_t>(period.cells.size());
        std::int64_t before = 0;
        for (std::int64_t k = 1; k <= count; ++k) {
            const std::int64_t up_to = (2 * hours * k + count) / (2 * count);
            capacity[static_cast<std::size_t>(period.cells[static_cast<std::size_t>(k - 1)]) + 1] +=
                up_to - before;
            before = up_to;
        }
    }
    for (std::size_t cell = 1; cell < capacity.size(); ++cell) {
        capacity[cell] += capacity[cell - 1];
    }
    return capacity;
}

// visit(first, end, missing) for every cell where some work may begin, the last first: by end of a run from
// there, what is missing in it but for the capacity before `first`; from `end` on, which is the first behind
// that cell. Stops when visit says false.
template <class Visit>
void CapacityGap::forEachStart(const std::vector<std::int64_t>& capacity_before,
                               const std::vector<std::int32_t>& ends, Visit visit) const {
    std::vector<Work> works = works_;
    std::ranges::sort(works, std::greater{}, [](const Work& work) { return work.run.first; });
    std::vector<std::int64_t> missing;
    missing.reserve(ends.size());
    for (const std::int32_t end : ends) {
        missing.push_back(-capacity_before[static_cast<std::size_t>(end)]);
    }
    std::size_t end = ends.size();
    for (auto work = works.begin(); work != works.end();) {
        const std::int32_t first = work->run.first;
        for (; end > 0 && ends[end - 1] > first; --end) {
        }
        for (; work != works.end() && work->run.first == first; ++work) {
            const auto from = static_cast<std::size_t>(
                std::ranges::lower_bound(ends, work->run.end) - ends.begin());
            for (std::size_t i = from; i < missing.size(); ++i) {
                missing[i] += work->hours;
            }
        }
        if (!visit(first, end, missing)) {
            return;
        }
    }
}

// Where some work must end, each once.
std::vector<std::int32_t> CapacityGap::ends() const {
    std::vector<std::int32_t> ends;
    ends.reserve(works_.size());
    for (const Work& work : works_) {
        ends.push_back(work.run.end);
    }
    std::ranges::sort(ends);
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

std::vector<Gap> CapacityGap::gaps() const {
    const std::vector<std::int64_t> capacity_before = capacityBefore(nullptr);
    const std::vector<std::int32_t> ends = this->ends();
    std::vector<Gap> gaps;
    // By end, of the runs seen that begin no earlier; never falls from one end to the next.
    std::vector<std::int64_t> most_within(ends.size(), 0);
    forEachStart(capacity_before, ends,
                 [&](std::int32_t first, std::size_t end, std::span<const std::int64_t> missing) {
                     const std::int64_t before = capacity_before[static_cast<std::size_t>(first)];
                     std::int64_t most = 0;
                     const bool is_any = isAnyAbove(missing.subspan(end), -before);
                     for (; is_any && end < ends.size(); ++end) {
                         most = std::max(most, most_within[end]);
                         if (missing[end] + before > most) {
                             most = missing[end] + before;
                             gaps.push_back({{first, ends[end]}, most});
                         }
                         most_within[end] = most;
                     }
                     return true;
                 });
    return gaps;
}

bool CapacityGap::fits(const std::vector<Hours>& added) const {
    const std::vector<std::int64_t> capacity_before = capacityBefore(&added);
    bool fits = true;
    forEachStart(capacity_before, ends(),
                 [&](std::int32_t first, std::size_t end, std::span<const std::int64_t> missing) {
                     fits = !isAnyAbove(missing.subspan(end),
                                        -capacity_before[static_cast<std::size_t>(first)]);
                     return fits;
                 });
    return fits;
}

} // namespace keepable::proposals
