// SPDX-License-Identifier: MPL-2.0
#include "planning/resource_calendar.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace keepable::planning {
namespace {

using support::day;
using support::PlanBuilder;
using support::span;

// "03-02 8, 03-03 8": month and day, hours.
std::string spreadText(Hours hours, DaySpan period, const WorkCalendar& calendar = {}) {
    std::string text;
    for (const DayHours& each : spread(hours, period, calendar)) {
        text += (text.empty() ? "" : ", ") + isoText(each.day).substr(5) + ' ' +
                decimalText(each.hours);
    }
    return text;
}

TEST(Spread, AWeekOverItsFiveWorkingDays) {
    EXPECT_EQ(spreadText(Hours::whole(40), span("2026-03-02", "2026-03-08")),
              "03-02 8, 03-03 8, 03-04 8, 03-05 8, 03-06 8");
}

TEST(Spread, RoundsTheRunningTotalHalfUp) {
    EXPECT_EQ(spreadText(Hours{100'001}, span("2026-03-02", "2026-03-05")),
              "03-02 2.5, 03-03 2.5001, 03-04 2.5, 03-05 2.5");
    EXPECT_EQ(spreadText(Hours::whole(10), span("2026-03-02", "2026-03-04")),
              "03-02 3.3333, 03-03 3.3334, 03-04 3.3333");
    // One unit over two days: half a unit rounds up, so the first day has it.
    EXPECT_EQ(spreadText(Hours{1}, span("2026-03-02", "2026-03-03")), "03-02 0.0001");
}

TEST(Spread, LeavesOutDaysWithoutHours) {
    // 0.4, 0.8, 1.2, 1.6, 2 units: 0, 1, 1, 2, 2.
    EXPECT_EQ(spreadText(Hours{2}, span("2026-03-02", "2026-03-06")), "03-03 0.0001, 03-05 0.0001");
    EXPECT_EQ(spreadText(Hours{0}, span("2026-03-02", "2026-03-06")), "");
}

TEST(Spread, LeavesOutHolidaysAndDaysOff) {
    const WorkCalendar calendar({true, true, true, true, true, false, false}, {day("2026-03-04")});
    EXPECT_EQ(spreadText(Hours::whole(40), span("2026-03-02", "2026-03-08"), calendar),
              "03-02 10, 03-03 10, 03-05 10, 03-06 10");
}

TEST(Spread, AOneDayPeriodKeepsItsHoursEvenOnADayOff) {
    EXPECT_EQ(spreadText(Hours::whole(6), span("2026-03-08", "2026-03-08")), "03-08 6");
}

TEST(Spread, ALongerPeriodWithoutWorkingDaysHasThemOnItsFirstDay) {
    EXPECT_EQ(spreadText(Hours::whole(6), span("2026-03-07", "2026-03-08")), "03-07 6");
    EXPECT_EQ(spreadText(Hours::whole(40), span("2026-03-02", "2026-03-08"), WorkCalendar({}, {})),
              "03-02 40");
}

TEST(Spread, NeverLosesAnHour) {
    for (std::int64_t units : {1, 2, 3, 99, 100'003, 1'234'567}) {
        for (std::int32_t days = 1; days <= 31; ++days) {
            Hours sum;
            const DaySpan period{day("2026-03-02"), day("2026-03-02") + (days - 1)};
            for (const DayHours& each : spread(Hours{units}, period, WorkCalendar())) {
                sum += each.hours;
            }
            EXPECT_EQ(sum, Hours{units}) << days << " days";
        }
    }
    EXPECT_EQ(spread(kMostHours, span("2026-03-02", "2026-03-06"), WorkCalendar()).back().hours,
              Hours::whole(2'000'000));
}

TEST(PeriodFrom, RunsUpToTheNextStart) {
    const PeriodLength month{.is_month = true};
    const PeriodLength week{.is_month = false, .days = 7};
    EXPECT_EQ(periodFrom(day("2026-03-02"), week), span("2026-03-02", "2026-03-08"));
    EXPECT_EQ(periodFrom(day("2026-03-02"), {.is_month = false, .days = 1}),
              span("2026-03-02", "2026-03-02"));
    EXPECT_EQ(periodFrom(day("2026-02-01"), month), span("2026-02-01", "2026-02-28"));
    EXPECT_EQ(periodFrom(day("2028-02-01"), month), span("2028-02-01", "2028-02-29"));
    EXPECT_EQ(periodFrom(day("2026-03-15"), month), span("2026-03-15", "2026-04-14"));
    EXPECT_EQ(periodFrom(day("2026-01-31"), month), span("2026-01-31", "2026-02-27"));
}

PeriodLength inferredFrom(std::initializer_list<const char*> starts) {
    std::vector<CapacityEntry> capacity;
    ResourceIndex resource = 0;
    for (const char* start : starts) {
        capacity.push_back({resource, day(start), Hours::whole(1)});
        resource = 1 - resource;
    }
    return inferredPeriodLength(capacity);
}

TEST(InferredPeriodLength, IsTheMostFrequentDistanceOfNeighbouringStarts) {
    const auto days = [](std::int32_t count) {
        return PeriodLength{.is_month = false, .days = count};
    };
    EXPECT_EQ(inferredFrom({"2026-03-02", "2026-03-09", "2026-03-16", "2026-03-30"}), days(7));
    EXPECT_EQ(inferredFrom({"2026-03-30", "2026-03-02", "2026-03-16", "2026-03-09"}), days(7));
    EXPECT_EQ(inferredFrom({"2026-03-02", "2026-03-02", "2026-03-04"}), days(2));
    // 3 and 10 days, once each: the smallest.
    EXPECT_EQ(inferredFrom({"2026-03-02", "2026-03-12", "2026-03-15"}), days(3));
    EXPECT_EQ(inferredFrom({"2026-03-02"}), days(7));
    EXPECT_EQ(inferredFrom({"2026-03-02", "2026-03-02"}), days(7));
}

TEST(InferredPeriodLength, IsAMonthWhenEveryStartIsTheFirstOfOne) {
    const auto isMonth = [](PeriodLength length) { return length.is_month; };
    EXPECT_TRUE(isMonth(inferredFrom({"2026-01-01", "2026-02-01", "2026-03-01"})));
    EXPECT_TRUE(isMonth(inferredFrom({"2026-01-01", "2026-07-01"})));
    EXPECT_TRUE(isMonth(inferredFrom({"2026-03-01"})));
    EXPECT_FALSE(isMonth(inferredFrom({"2026-01-01", "2026-02-02"})));
}

TEST(CapacityPlan, AddsRowsOfTheSameStartBeforeTheyAreSpread) {
    PlanBuilder plan("2026-03-02");
    plan.periodDays(2);
    const ResourceIndex welding = plan.resource("Welding");
    PlanInput input = plan.input();
    // Spread one by one, each unit would stand on the first of its two days.
    input.capacity = {{welding, day("2026-03-02"), Hours{1}},
                      {welding, day("2026-03-02"), Hours{1}}};
    const CapacityPlan capacity = capacityPlan(input);
    EXPECT_EQ(capacity.calendars[welding].capacityWithin(span("2026-03-02", "2026-03-02")),
              Hours{1});
    EXPECT_EQ(capacity.calendars[welding].capacityWithin(span("2026-03-03", "2026-03-03")),
              Hours{1});
}

TEST(CapacityPlan, AddsOverlappingPeriodsAndLeavesGapsWithoutHours) {
    PlanBuilder plan("2026-03-02");
    plan.periodDays(3).worksEveryDay();
    plan.capacity("Welding", "2026-03-02", 3)
        .capacity("Welding", "2026-03-04", 6)
        .capacity("Welding", "2026-03-10", 9);
    const CapacityPlan capacity = capacityPlan(plan.input());
    const auto on = [&](const char* date) {
        return capacity.calendars[0].capacityWithin(span(date, date));
    };
    EXPECT_EQ(on("2026-03-03"), Hours::whole(1));
    EXPECT_EQ(on("2026-03-04"), Hours::whole(3));
    EXPECT_EQ(on("2026-03-05"), Hours::whole(2));
    EXPECT_EQ(on("2026-03-07"), Hours{});
    EXPECT_EQ(on("2026-03-12"), Hours::whole(3));
    EXPECT_EQ(capacity.last_day, day("2026-03-12"));
}

TEST(CapacityPlan, CountsAPeriodWithoutHoursAsARow) {
    PlanBuilder plan("2026-03-02");
    plan.capacity("Welding", "2026-03-02", 0);
    const ResourceIndex milling = plan.resource("Milling");
    const CapacityPlan capacity = capacityPlan(plan.input());
    EXPECT_TRUE(capacity.has_capacity_row[plan.resource("Welding")]);
    EXPECT_FALSE(capacity.has_capacity_row[milling]);
    EXPECT_EQ(capacity.last_day, day("2026-03-08"));
}

TEST(CapacityPlan, OfWholePeriodsGivesAllHoursToAnyWindowThatTouches) {
    PlanBuilder plan("2026-03-02");
    plan.wholePeriods();
    plan.capacity("Welding", "2026-03-02", 40).capacity("Welding", "2026-03-09", 30);
    const CapacityPlan capacity = capacityPlan(plan.input());
    const ResourceCalendar& welding = capacity.calendars[0];
    EXPECT_EQ(welding.capacityWithin(span("2026-03-08", "2026-03-08")), Hours::whole(40));
    EXPECT_EQ(welding.capacityWithin(span("2026-03-08", "2026-03-09")), Hours::whole(70));
    EXPECT_EQ(welding.capacityWithin(span("2026-03-16", "2026-03-20")), Hours{});
    EXPECT_EQ(welding.capacityWithin(span("2026-03-09", "2026-03-08")), Hours{});
}

TEST(ResourceCalendar, AWindowTouchesARunOfNeighbouringSlots) {
    const ResourceCalendar calendar({{day("2026-03-02"), day("2026-03-02"), Hours::whole(8)},
                                     {day("2026-03-04"), day("2026-03-04"), Hours::whole(7)},
                                     {day("2026-03-05"), day("2026-03-05"), Hours::whole(6)}});
    const auto run = [&](const char* first, const char* last) {
        const SlotRun touched = calendar.touchedBy(span(first, last));
        return std::pair(touched.first, touched.end);
    };
    EXPECT_EQ(run("2026-03-01", "2026-03-31"), std::pair(0, 3));
    EXPECT_EQ(run("2026-03-03", "2026-03-04"), std::pair(1, 2));
    EXPECT_EQ(run("2026-03-04", "2026-03-05"), std::pair(1, 3));
    const auto isEmpty = [&](const char* first, const char* last) {
        const SlotRun touched = calendar.touchedBy(span(first, last));
        return touched.end <= touched.first;
    };
    EXPECT_TRUE(isEmpty("2026-03-03", "2026-03-03"));
    EXPECT_TRUE(isEmpty("2026-03-06", "2026-03-31"));
    EXPECT_TRUE(isEmpty("2026-03-05", "2026-03-04"));
    EXPECT_EQ(calendar.capacityWithin(span("2026-03-03", "2026-03-05")), Hours::whole(13));
    EXPECT_EQ(ResourceCalendar().capacityWithin(span("2026-03-03", "2026-03-05")), Hours{});
}

} // namespace
} // namespace keepable::planning
