// SPDX-License-Identifier: MPL-2.0
#include "planning/work_calendar.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <string>

namespace keepable::planning {
namespace {

using support::day;

// The week from Monday 2026-03-02: x where it is worked.
std::string weekText(const WorkCalendar& calendar) {
    std::string text;
    for (Day each = day("2026-03-02"); each <= day("2026-03-08"); each = each + 1) {
        text += calendar.isWorkingDay(each) ? 'x' : '-';
    }
    return text;
}

TEST(WorkCalendar, WorksMondayToFridayUnlessTold) {
    EXPECT_EQ(weekText(WorkCalendar()), "xxxxx--");
    EXPECT_TRUE(WorkCalendar().isWorkingDay(day("2026-12-25")));
}

TEST(WorkCalendar, WorksOnTheWeekdaysGiven) {
    EXPECT_EQ(weekText(WorkCalendar({false, true, false, false, false, true, true}, {})),
              "-x---xx");
    EXPECT_EQ(weekText(WorkCalendar({}, {})), "-------");
}

TEST(WorkCalendar, RestsOnHolidaysInAnyOrderAndRepeated) {
    const WorkCalendar calendar({true, true, true, true, true, false, false},
                                {day("2026-03-05"), day("2026-03-03"), day("2026-03-05")});
    EXPECT_EQ(weekText(calendar), "x-x-x--");
}

TEST(WorkCalendar, AHolidayOnADayOffChangesNothing) {
    const WorkCalendar calendar({true, true, true, true, true, false, false}, {day("2026-03-07")});
    EXPECT_EQ(weekText(calendar), "xxxxx--");
}

TEST(WorkCalendar, OfTheSameDaysIsEqual) {
    const std::array<bool, 7> works{true, true, true, true, true, false, false};
    EXPECT_EQ(WorkCalendar(works, {}), WorkCalendar());
    EXPECT_EQ(WorkCalendar(works, {day("2026-03-05"), day("2026-03-03")}),
              WorkCalendar(works, {day("2026-03-03"), day("2026-03-05"), day("2026-03-05")}));
    EXPECT_NE(WorkCalendar(works, {day("2026-03-05")}), WorkCalendar());
}

} // namespace
} // namespace keepable::planning
