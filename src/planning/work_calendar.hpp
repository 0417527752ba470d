// SPDX-License-Identifier: MPL-2.0
//
// Which days are worked: the weekdays of the setting `Working days`, less the `Holidays`.
#pragma once

#include "planning/day.hpp"

#include <array>
#include <vector>

namespace keepable::planning {

class WorkCalendar {
  public:
    // Monday to Friday, no holidays.
    WorkCalendar() = default;
    // `works` by Weekday; holidays in any order, repeated ones are fine.
    WorkCalendar(const std::array<bool, 7>& works, std::vector<Day> holidays);

    [[nodiscard]] bool isWorkingDay(Day day) const;

    friend bool operator==(const WorkCalendar&, const WorkCalendar&) = default;

  private:
    std::array<bool, 7> works_{true, true, true, true, true, false, false};
    std::vector<Day> holidays_; // sorted, each once
};

} // namespace keepable::planning
