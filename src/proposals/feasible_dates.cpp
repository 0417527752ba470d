// SPDX-License-Identifier: MPL-2.0
#include "proposals/feasible_dates.hpp"

#include "planning/shortfall.hpp"

#include <algorithm>

namespace keepable::proposals {

using planning::Day;
using planning::DaySpan;
using planning::Line;
using planning::Load;
using planning::Refusal;
using planning::RefusalReason;
using planning::WorkSet;

FeasibleDates::FeasibleDates(const planning::PlanInput& input,
                             const planning::CapacityPlan& capacity, planning::DealIndex deal)
    : input_(input), capacity_(capacity), deal_(deal), lines_(linesOf(input, deal)),
      end_(searchSpan(input, capacity, lines_).last) {
    const planning::DealClass deal_class = classOn(input.deals[deal], input.settings.as_of);
    std::optional<Day> first;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        dates_.push_back(lines_[i].promised);
        if (lines_[i].left.units == 0) {
            continue;
        }
        is_anything_left_ = true;
        has_one_date_ = has_one_date_ && lines_[i].promised == first.value_or(lines_[i].promised);
        first = lines_[i].promised;
        appendLoads(input, lines_[i], deal_class, loads_);
        line_of_load_.resize(loads_.size(), i);
    }
}

std::optional<Refusal> FeasibleDates::refusalIn(WorkSet& set) {
    Refusal outright;
    bool is_offered = true;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].left.units == 0) {
            continue;
        }
        if (dates_[i] < input_.settings.as_of) {
            outright.reason = RefusalReason::kOverdue;
            outright.deal = deal_;
            return outright;
        }
        is_offered = is_offered && offeredSpan(input_, {&lines_[i], 1}).contains(dates_[i]);
    }
    if (!is_offered) {
        outright.reason = RefusalReason::kNotOffered;
        outright.deal = deal_;
        return outright;
    }
    promiseLoads(dates_);
    std::optional<Refusal> refusal = layOrExplain(input_, capacity_, set, loads_);
    if (refusal) {
        refusal->deal = deal_;
    } else {
        dropAll(set, loads_);
    }
    return refusal;
}

bool FeasibleDates::moveLater(WorkSet& set) {
    if (!is_anything_left_) {
        return false;
    }
    // The days on which all lines are offered, those that stay included, are a span.
    DaySpan days{input_.settings.as_of, end_};
    std::optional<Day> first;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].left.units == 0) {
            continue;
        }
        const DaySpan offered = offeredSpan(input_, {&lines_[i], 1});
        if (dates_[i] > offered.last) {
            return false;
        }
        if (dates_[i] < offered.first) {
            days.first = std::max(days.first, offered.first);
        }
        first = std::min(first.value_or(dates_[i]), dates_[i]);
    }
    days.first = std::max(days.first, *first + 1);
    return moveToFirst(set, days, false, [&](Day date) { return movedLater(date); });
}

bool FeasibleDates::moveEarlier(WorkSet& set) {
    if (!is_anything_left_) {
        return false;
    }
    DaySpan days{input_.settings.as_of, input_.settings.as_of};
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].left.units > 0) {
            days.first = std::max(days.first, offeredSpan(input_, {&lines_[i], 1}).first);
            days.last = std::max(days.last, dates_[i]);
        }
    }
    return moveToFirst(set, days, true, [&](Day date) { return movedEarlier(date); });
}

bool FeasibleDates::moveToFirstForAll(WorkSet& set) {
    std::vector<Line> left;
    for (const Line& line : lines_) {
        if (line.left.units > 0) {
            left.push_back(line);
        }
    }
    const DaySpan days = searchSpan(input_, capacity_, left);
    const std::optional<Day> date = firstFit(set, loads_, days, input_.settings);
    if (date) {
        moveTo(*date);
    }
    return date.has_value();
}

void FeasibleDates::lay(WorkSet& set) {
    promiseLoads(dates_);
    layAll(set, loads_);
}

void FeasibleDates::moveTo(Day date) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].left.units > 0) {
            dates_[i] = date;
        }
    }
}

void FeasibleDates::addChanges(std::vector<DateChange>& changes) const {
    const std::uint32_t first_line = input_.deals[deal_].first_line;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].promised != dates_[i]) {
            changes.push_back(
                {deal_, first_line + static_cast<std::uint32_t>(i), lines_[i].promised, dates_[i]});
        }
    }
}

std::vector<Day> FeasibleDates::movedLater(Day date) const {
    std::vector<Day> dates = dates_;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].left.units > 0) {
            dates[i] = std::max(dates[i], date);
        }
    }
    return dates;
}

std::vector<Day> FeasibleDates::movedEarlier(Day date) const {
    std::vector<Day> dates = dates_;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].left.units > 0) {
            dates[i] = std::min(dates[i], date);
        }
    }
    return dates;
}

template <class Moved>
bool FeasibleDates::moveToFirst(WorkSet& set, DaySpan days, bool fits_at_end, Moved moved) {
    if (days.isEmpty()) {
        return false;
    }
    std::optional<Day> found;
    if (has_one_date_) {
        found = firstFit(set, loads_, days, input_.settings,
                         fits_at_end ? std::optional{days.last} : std::nullopt);
    } else if (input_.settings.work_ahead_days) {
        for (Day date = days.first; date <= days.last && !found; date = date + 1) {
            if (fits(set, moved(date))) {
                found = date;
            }
        }
    } else if (fits_at_end || fits(set, moved(days.last))) {
        // Later dates only widen the windows.
        found = days.last;
        while (days.first < *found) {
            const Day middle = days.first + (*found - days.first) / 2;
            if (fits(set, moved(middle))) {
                found = middle;
            } else {
                days.first = middle + 1;
            }
        }
    }
    if (found) {
        dates_ = moved(*found);
    }
    return found.has_value();
}

bool FeasibleDates::fits(WorkSet& set, const std::vector<Day>& dates) {
    promiseLoads(dates);
    if (!layAll(set, loads_)) {
        return false;
    }
    dropAll(set, loads_);
    return true;
}

void FeasibleDates::promiseLoads(const std::vector<Day>& dates) {
    for (std::size_t i = 0; i < loads_.size(); ++i) {
        promiseFor(loads_[i], dates[line_of_load_[i]], input_.settings);
    }
}

} // namespace keepable::proposals
