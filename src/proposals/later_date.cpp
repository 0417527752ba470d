// SPDX-License-Identifier: MPL-2.0
#include "proposals/later_date.hpp"

#include <algorithm>

namespace keepable::proposals {

using planning::Day;
using planning::DaySpan;
using planning::DealIndex;
using planning::Line;
using planning::WorkSet;

LaterDate::LaterDate(const planning::CheckedPlan& plan, DealIndex deal)
    : input_(&plan.input), deal_(deal), promised_(planning::kLastDay) {
    for (const Line& line : linesOf(*input_, deal)) {
        if (line.left.units == 0) {
            continue;
        }
        if (promised_ != planning::kLastDay && line.promised != promised_) {
            has_one_date_ = false;
        }
        promised_ = std::min(promised_, line.promised);
        appendLoads(*input_, line, plan.report.classes[deal], loads_);
        promised_of_load_.resize(loads_.size(), line.promised);
    }
    // Unlike for an earliest date, lines that stay need not be offered on the new one.
    last_ = searchSpan(*input_, plan.board.capacity, {}).last;
    for (const Line& line : linesOf(*input_, deal)) {
        last_ = std::max(last_, searchSpan(*input_, plan.board.capacity, {&line, 1}).last);
    }
}

std::optional<Day> LaterDate::firstIn(WorkSet& set, Day from) {
    from = std::max(from, promised_ + 1);
    if (has_one_date_) {
        DaySpan dates = offeredSpan(*input_, linesOf(*input_, deal_));
        dates = {std::max(dates.first, from), std::min(dates.last, last_)};
        const auto date = firstFit(set, loads_, dates, input_->settings);
        if (date) {
            moveTo(*date);
        }
        return date;
    }
    Day first = from;
    if (!input_->settings.work_ahead_days) {
        // Later dates only widen the windows.
        if (first > last_ || !fits(set, last_)) {
            return std::nullopt;
        }
        Day fitting = last_;
        while (first < fitting) {
            const Day middle = first + (fitting - first) / 2;
            if (fits(set, middle)) {
                fitting = middle;
            } else {
                first = middle + 1;
            }
        }
    }
    for (Day date = first; date <= last_; date = date + 1) {
        if (isOffered(date) && fits(set, date)) {
            return date;
        }
    }
    return std::nullopt;
}

void LaterDate::addChanges(Day date, std::vector<DateChange>& changes) const {
    const std::uint32_t first_line = input_->deals[deal_].first_line;
    const auto lines = linesOf(*input_, deal_);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].left.units > 0 && lines[i].promised < date) {
            changes.push_back(
                {deal_, first_line + static_cast<std::uint32_t>(i), lines[i].promised, date});
        }
    }
}

bool LaterDate::isOffered(Day date) const {
    return std::ranges::all_of(linesOf(*input_, deal_), [&](const Line& line) {
        return line.left.units == 0 || line.promised >= date ||
               offeredSpan(*input_, {&line, 1}).contains(date);
    });
}

void LaterDate::moveTo(Day date) {
    for (std::size_t i = 0; i < loads_.size(); ++i) {
        promiseFor(loads_[i], std::max(date, promised_of_load_[i]), input_->settings);
    }
}

bool LaterDate::fits(WorkSet& set, Day date) {
    moveTo(date);
    if (!layAll(set, loads_)) {
        return false;
    }
    dropAll(set, loads_);
    return true;
}

} // namespace keepable::proposals
