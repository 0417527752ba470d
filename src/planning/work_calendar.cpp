// SPDX-License-Identifier: MPL-2.0
#include "planning/work_calendar.hpp"

#include <algorithm>
#include <utility>

namespace keepable::planning {

WorkCalendar::WorkCalendar(const std::array<bool, 7>& works, std::vector<Day> holidays)
    : works_(works), holidays_(std::move(holidays)) {
    std::sort(holidays_.begin(), holidays_.end());
    holidays_.erase(std::unique(holidays_.begin(), holidays_.end()), holidays_.end());
}

bool WorkCalendar::isWorkingDay(Day day) const {
    return works_[static_cast<std::size_t>(weekdayOf(day))] &&
           !std::binary_search(holidays_.begin(), holidays_.end(), day);
}

} // namespace keepable::planning
