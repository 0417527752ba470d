// SPDX-License-Identifier: MPL-2.0
#include "views/capacity_heat_map.hpp"
#include "views/plans.hpp"

#include <algorithm>

namespace keepable::views {
namespace {

using planning::Day;
using planning::Hours;
using tables::dayOf;
using tables::kEmptyCell;
using Kind = MapColumn::Kind;

// Welding: A is kept in the first week, B is refused there, L stands long after all periods.
PlanAnswers threeDeals() {
    return answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status", "Probability"},
                      {"A", "Boiler", 30, "2026-01-09", "firm", kEmptyCell},
                      {"B", "Boiler", 20, "2026-01-09", "open", 0.5},
                      {"L", "Crane", 7, "2026-03-02", "open", 0.5}});
}

std::size_t rowOf(const CapacityHeatMap& map, const PlanAnswers& answers, const char* resource) {
    const auto& rows = map.rows();
    return static_cast<std::size_t>(
        std::find(rows.begin(), rows.end(), answers.resourceNamed(resource).value()) -
        rows.begin());
}

TEST(CapacityHeatMap, HasAColumnForEachPeriodAndForRefusedWorkOutsideThem) {
    PlanAnswers answers = threeDeals();
    const CapacityHeatMap map(answers, Zoom::kPeriod);
    ASSERT_EQ(map.columns().size(), 3U);
    EXPECT_EQ(map.columns()[0].span.first, dayOf("2026-01-05"));
    EXPECT_EQ(map.columns()[1].span.last, dayOf("2026-01-18"));
    EXPECT_EQ(map.columns()[2].kind, Kind::kAfter);
    EXPECT_EQ(map.columns()[2].span.last, dayOf("2026-03-02"));
    EXPECT_EQ(map.rows().size(), 3U) << "Rigging has load, although no capacity";
}

TEST(CapacityHeatMap, SaysHowFullABoxIs) {
    PlanAnswers answers = threeDeals();
    const CapacityHeatMap map(answers, Zoom::kPeriod);
    const std::size_t welding = rowOf(map, answers, "Welding");
    const MapBox over = map.box(answers, welding, 0, LoadKind::kExposure);
    EXPECT_EQ(over.capacity, Hours::whole(40));
    EXPECT_EQ(over.load, Hours::whole(50));
    EXPECT_EQ(over.percent, 125);
    EXPECT_EQ(over.level, Level::kOver);
    EXPECT_EQ(map.box(answers, welding, 0, LoadKind::kConfirmed).level, Level::kBusy);
    EXPECT_EQ(map.box(answers, welding, 0, LoadKind::kWeighted).level, Level::kFull);
    EXPECT_EQ(map.box(answers, welding, 1, LoadKind::kExposure).level, Level::kEmpty);
    const std::size_t rigging = rowOf(map, answers, "Rigging");
    EXPECT_EQ(map.box(answers, rigging, 0, LoadKind::kExposure).level, Level::kNothing);
    const MapBox outside = map.box(answers, rigging, 2, LoadKind::kExposure);
    EXPECT_EQ(outside.level, Level::kOver);
    EXPECT_EQ(outside.percent, std::nullopt);
    EXPECT_EQ(boxText(outside, english()), "7 h");
    EXPECT_EQ(boxText(over, english()), "125 %");
}

TEST(CapacityHeatMap, AddsUpToTheLoadOfAllDaysAtEveryZoom) {
    PlanAnswers answers = threeDeals();
    for (const Zoom zoom : {Zoom::kPeriod, Zoom::kMonth, Zoom::kQuarter, Zoom::kYear}) {
        const CapacityHeatMap map(answers, zoom);
        EXPECT_EQ(map.zoom(), zoom);
        for (const LoadKind kind :
             {LoadKind::kConfirmed, LoadKind::kWeighted, LoadKind::kExposure}) {
            for (std::size_t row = 0; row < map.rows().size(); ++row) {
                Hours boxes;
                Hours deals;
                for (std::size_t column = 0; column < map.columns().size(); ++column) {
                    boxes += map.box(answers, row, column, kind).load;
                    for (const BoxDeal& deal : map.deals(answers, row, column, kind)) {
                        deals += deal.hours;
                    }
                }
                EXPECT_EQ(boxes, answers.load(map.rows()[row],
                                              {planning::kFirstDay, planning::kLastDay}, kind));
                EXPECT_EQ(boxes, deals);
            }
        }
    }
}

TEST(CapacityHeatMap, ZoomsThroughTheUnitsThatGroupItsPeriods) {
    PlanAnswers answers = threeDeals();
    const CapacityHeatMap periods(answers, Zoom::kWeek);
    EXPECT_EQ(periods.zoom(), Zoom::kPeriod) << "its periods are weeks already";
    EXPECT_EQ(periods.zoomedIn(), std::nullopt);
    EXPECT_EQ(periods.zoomedOut(), Zoom::kMonth);
    const CapacityHeatMap years(answers, Zoom::kYear);
    EXPECT_EQ(years.zoomedOut(), std::nullopt);
    ASSERT_EQ(years.columns().size(), 1U);
    EXPECT_EQ(years.columnName(0, english()), "2026-01-01 to 2026-12-31");
    EXPECT_EQ(years.fineHeading(0, english()), "2026");
    const CapacityHeatMap months(answers, Zoom::kMonth);
    ASSERT_EQ(months.columns().size(), 2U);
    EXPECT_EQ(months.fineHeading(0, english()), "Jan");
    EXPECT_EQ(months.coarseHeading(0, english()), "2026");
    EXPECT_EQ(periods.fineHeading(1, english()), "12");
    EXPECT_EQ(periods.coarseHeading(1, german()), "Jan 2026");
}

TEST(CapacityHeatMap, MarksAMonthWithAnOverfullWeek) {
    PlanAnswers answers = threeDeals();
    const CapacityHeatMap months(answers, Zoom::kMonth);
    const std::size_t welding = rowOf(months, answers, "Welding");
    const MapBox box = months.box(answers, welding, 0, LoadKind::kExposure);
    EXPECT_EQ(box.percent, 63);
    EXPECT_EQ(box.level, Level::kBusy);
    EXPECT_TRUE(box.has_over_inside);
    EXPECT_FALSE(months.box(answers, welding, 0, LoadKind::kConfirmed).has_over_inside);
}

TEST(CapacityHeatMap, ListsTheDealsOfABoxMostHoursFirst) {
    PlanAnswers answers = threeDeals();
    const CapacityHeatMap map(answers, Zoom::kPeriod);
    const auto deals = map.deals(answers, rowOf(map, answers, "Welding"), 0, LoadKind::kExposure);
    ASSERT_EQ(deals.size(), 2U);
    EXPECT_EQ(deals[0].deal, dealNamed(answers, "A"));
    EXPECT_EQ(deals[0].hours, Hours::whole(30));
    EXPECT_FALSE(deals[0].is_refused);
    EXPECT_EQ(deals[1].deal, dealNamed(answers, "B"));
    EXPECT_TRUE(deals[1].is_refused);
}

TEST(CapacityHeatMap, IsToldInWords) {
    PlanAnswers answers = threeDeals();
    const CapacityHeatMap map(answers, Zoom::kPeriod);
    EXPECT_EQ(
        map.sentence(answers, rowOf(map, answers, "Welding"), 0, LoadKind::kExposure, english()),
        "Welding, 2026-01-05 to 2026-01-11: 50 of 40 h, 125 %, 10 h too much");
    EXPECT_EQ(map.text(answers, LoadKind::kConfirmed, english()),
              "Capacity by resource and period. Load shown: Confirmed\n"
              "Welding, 2026-01-05 to 2026-01-11: 30 of 40 h, 75 %\n"
              "Welding, 2026-01-12 to 2026-01-18: 0 of 40 h, 0 %\n"
              "Painting, 2026-01-05 to 2026-01-11: 0 of 40 h, 0 %\n"
              "Painting, 2026-01-12 to 2026-01-18: 0 of 40 h, 0 %");
}

TEST(CapacityHeatMap, NeverRoundsToFull) {
    PlanAnswers below = answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                                   {"A", "Boiler", 39.9, "2026-01-09", "firm"},
                                   {"B", "Boiler", 0.1001, "2026-01-09", "open"}});
    const CapacityHeatMap map(below, Zoom::kPeriod);
    const std::size_t welding = rowOf(map, below, "Welding");
    EXPECT_EQ(map.box(below, welding, 0, LoadKind::kConfirmed).percent, 99);
    EXPECT_EQ(map.box(below, welding, 0, LoadKind::kConfirmed).level, Level::kNearFull);
    EXPECT_EQ(map.box(below, welding, 0, LoadKind::kExposure).percent, 101);
}

TEST(CapacityHeatMap, FindsTheColumnOfADay) {
    PlanAnswers answers = threeDeals();
    const CapacityHeatMap map(answers, Zoom::kPeriod);
    EXPECT_EQ(map.columnAt(dayOf("2025-01-01")), 0U);
    EXPECT_EQ(map.columnAt(dayOf("2026-01-12")), 1U);
    EXPECT_EQ(map.columnAt(dayOf("2030-01-01")), 2U);
    EXPECT_TRUE(CapacityHeatMap{}.isEmpty());
}

} // namespace
} // namespace keepable::views
