// SPDX-License-Identifier: MPL-2.0
#include "proposals/capacity_gap.hpp"

#include <algorithm>
#include <map>

namespace keepable::proposals {

namespace {

using planning::Day;
using planning::DaySpan;
using planning::Hours;
using planning::PeriodRule;
using planning::SlotRun;

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

bool CapacityGap::addWork(DaySpan window, Hours hours) {
    const SlotRun run = runOf(window);
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

// visit(run, missing) for every run that begins where some work may begin and ends where some must
// end: by beginning, the last first, then by end, the first first. Stops when visit says false.
template <class Visit>
void CapacityGap::forEachRun(const std::vector<std::int64_t>& capacity_before, Visit visit) const {
    std::vector<Work> works = works_;
    std::ranges::sort(works, std::greater{}, [](const Work& work) { return work.run.first; });
    std::vector<std::int32_t> ends;
    ends.reserve(works.size());
    for (const Work& work : works) {
        ends.push_back(work.run.end);
    }
    std::ranges::sort(ends);
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());

    std::vector<std::int64_t> ending(ends.size(), 0); // work that ends there, of those begun so far
    for (auto work = works.begin(); work != works.end();) {
        const std::int32_t first = work->run.first;
        for (; work != works.end() && work->run.first == first; ++work) {
            ending[static_cast<std::size_t>(std::ranges::lower_bound(ends, work->run.end) -
                                            ends.begin())] += work->hours;
        }
        std::int64_t inside = 0;
        for (std::size_t i = 0; i < ends.size(); ++i) {
            inside += ending[i];
            if (ends[i] <= first) {
                continue;
            }
            const std::int64_t capacity = capacity_before[static_cast<std::size_t>(ends[i])] -
                                          capacity_before[static_cast<std::size_t>(first)];
            if (!visit(SlotRun{first, ends[i]}, i, inside - capacity)) {
                return;
            }
        }
    }
}

std::vector<Gap> CapacityGap::gaps() const {
    std::vector<Gap> gaps;
    std::vector<std::int64_t> most_within; // by end, of the runs seen that begin no earlier
    std::int32_t first = -1;
    std::int64_t most_of_row = 0;
    forEachRun(capacityBefore(nullptr), [&](SlotRun run, std::size_t end, std::int64_t missing) {
        if (run.first != first) {
            first = run.first;
            most_of_row = 0;
        }
        if (most_within.size() <= end) {
            most_within.resize(end + 1, 0);
        }
        const std::int64_t most_inside = std::max(most_within[end], most_of_row);
        if (missing > most_inside) {
            gaps.push_back({run, missing});
        }
        most_of_row = std::max(most_inside, missing);
        most_within[end] = most_of_row;
        return true;
    });
    return gaps;
}

bool CapacityGap::fits(const std::vector<Hours>& added) const {
    bool fits = true;
    forEachRun(capacityBefore(&added), [&](SlotRun, std::size_t, std::int64_t missing) {
        fits = missing <= 0;
        return fits;
    });
    return fits;
}

} // namespace keepable::proposals
