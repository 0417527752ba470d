// SPDX-License-Identifier: MPL-2.0
#include "planning/day.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <string>

namespace keepable::planning {
namespace {

using support::day;
using support::span;

TEST(Day, IsCountedFromTheFirstOfJanuary1970) {
    EXPECT_EQ(dayFromCivil(1970, 1, 1)->serial, 0);
    EXPECT_EQ(dayFromCivil(1969, 12, 31)->serial, -1);
    EXPECT_EQ(dayFromCivil(2000, 3, 1)->serial, 11'017);
}

TEST(Day, LimitsAreTheDatesASheetMayHold) {
    EXPECT_EQ(dayFromCivil(1900, 1, 1), kFirstDay);
    EXPECT_EQ(dayFromCivil(9999, 12, 31), kLastDay);
}

TEST(Day, KnowsWhichDatesThereAre) {
    struct Case {
        int year, month, day;
        bool is_date;
    };
    const Case cases[] = {
        {2024, 2, 29, true},  {2026, 2, 29, false}, {2000, 2, 29, true},  {2100, 2, 29, false},
        {2026, 4, 30, true},  {2026, 4, 31, false}, {2026, 12, 31, true}, {2026, 0, 1, false},
        {2026, 13, 1, false}, {2026, 1, 0, false},  {2026, 1, 32, false}, {2026, 1, -1, false},
    };
    for (const Case& each : cases) {
        EXPECT_EQ(dayFromCivil(each.year, each.month, each.day).has_value(), each.is_date)
            << each.year << '-' << each.month << '-' << each.day;
    }
}

TEST(Day, ReadsExactlyTheIsoForm) {
    EXPECT_EQ(dayFromIso("2026-03-02"), dayFromCivil(2026, 3, 2));
    EXPECT_EQ(dayFromIso("1900-01-01"), kFirstDay);
    EXPECT_EQ(dayFromIso("9999-12-31"), kLastDay);
    for (const char* text : {"", "2026-3-2", "2026-03-02 ", " 2026-03-02", "2026/03/02", "20260302",
                             "2026-13-01", "2026-02-29", "2026-03-0x", "+026-03-02", "2026-03--2",
                             "2026-03-02T00:00", "02-03-2026"}) {
        EXPECT_FALSE(dayFromIso(text).has_value()) << text;
    }
}

TEST(Day, WritesWhatItReads) {
    for (const char* text : {"1900-01-01", "1969-12-31", "1970-01-01", "2000-02-29", "2026-03-02",
                             "2028-12-31", "9999-12-31"}) {
        EXPECT_EQ(isoText(day(text)), text);
    }
}

TEST(Day, EveryDayOfACenturyFollowsTheOneBefore) {
    int year = 1999;
    int month = 12;
    int number = 31;
    Day current = day("1999-12-31");
    while (year < 2101) {
        ASSERT_EQ(dayFromCivil(year, month, number), current) << isoText(current);
        ASSERT_EQ(isFirstOfMonth(current), number == 1) << isoText(current);
        current = current + 1;
        ++number;
        if (!dayFromCivil(year, month, number)) {
            number = 1;
            month = month % 12 + 1;
            year += month == 1 ? 1 : 0;
        }
    }
}

TEST(Day, KnowsItsWeekday) {
    EXPECT_EQ(weekdayOf(day("1900-01-01")), Weekday::kMonday);
    EXPECT_EQ(weekdayOf(day("1969-12-31")), Weekday::kWednesday);
    EXPECT_EQ(weekdayOf(day("1970-01-01")), Weekday::kThursday);
    EXPECT_EQ(weekdayOf(day("2000-02-29")), Weekday::kTuesday);
    EXPECT_EQ(weekdayOf(day("2026-03-01")), Weekday::kSunday);
    EXPECT_EQ(weekdayOf(day("2026-03-02")), Weekday::kMonday);
    EXPECT_EQ(weekdayOf(day("2026-03-07")), Weekday::kSaturday);
}

TEST(Day, AMonthLaterIsTheSameDayOrTheLastOfAShorterMonth) {
    EXPECT_EQ(addMonths(day("2026-01-15"), 0), day("2026-01-15"));
    EXPECT_EQ(addMonths(day("2026-01-15"), 1), day("2026-02-15"));
    EXPECT_EQ(addMonths(day("2026-01-31"), 1), day("2026-02-28"));
    EXPECT_EQ(addMonths(day("2028-01-31"), 1), day("2028-02-29"));
    EXPECT_EQ(addMonths(day("2026-01-31"), 2), day("2026-03-31"));
    EXPECT_EQ(addMonths(day("2026-12-15"), 1), day("2027-01-15"));
    EXPECT_EQ(addMonths(day("2026-11-30"), 3), day("2027-02-28"));
    EXPECT_EQ(addMonths(day("2026-03-02"), 12), day("2027-03-02"));
}

TEST(DaySpan, IncludesBothItsEnds) {
    const DaySpan week = span("2026-03-02", "2026-03-06");
    EXPECT_EQ(week.days(), 5);
    EXPECT_TRUE(week.contains(day("2026-03-02")));
    EXPECT_TRUE(week.contains(day("2026-03-06")));
    EXPECT_FALSE(week.contains(day("2026-03-01")));
    EXPECT_FALSE(week.contains(day("2026-03-07")));
    EXPECT_TRUE(week.contains(span("2026-03-02", "2026-03-06")));
    EXPECT_FALSE(week.contains(span("2026-03-03", "2026-03-07")));
    EXPECT_EQ(span("2026-03-02", "2026-03-02").days(), 1);
}

TEST(DaySpan, ThatEndsBeforeItStartsIsEmpty) {
    const DaySpan empty = span("2026-03-03", "2026-03-02");
    EXPECT_TRUE(empty.isEmpty());
    EXPECT_EQ(empty.days(), 0);
    EXPECT_FALSE(empty.contains(day("2026-03-02")));
    EXPECT_FALSE(span("2026-03-02", "2026-03-02").isEmpty());
}

} // namespace
} // namespace keepable::planning
