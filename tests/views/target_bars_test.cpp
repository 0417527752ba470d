// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "tables/builders.hpp"
#include "views/catalog.hpp"
#include "views/target_bars.hpp"

#include <gtest/gtest.h>

namespace keepable::views {
namespace {

using review::Figure;
using review::Metric;
using review::SharedTarget;
using review::TargetStanding;
using support::day;
using support::name;

Saying saying() {
    static const tables::TextLocale kLocale = tables::context().locale;
    return {english(), kLocale};
}

SharedTarget target(Metric metric, std::optional<std::int64_t> from, std::int64_t to) {
    SharedTarget made;
    made.metric = metric;
    if (from) {
        made.baseline = Figure::whole(*from);
    }
    made.target = Figure::whole(to);
    return made;
}

TargetBar barOf(const SharedTarget& target, std::optional<std::int64_t> now) {
    TargetStanding standing;
    if (now) {
        standing.actual.value = Figure::whole(*now);
    }
    return targetBar(target, standing, saying());
}

TEST(TargetBars, TheBetterWayIsToTheRightAlsoWhereLessIsBetter) {
    const TargetBar costs = barOf(target(Metric::kCostPerHour, 100, 90), 94);
    EXPECT_EQ(costs.start->place, 0);
    EXPECT_EQ(costs.now->place, 600);
    EXPECT_EQ(costs.target->place, 1000);
    EXPECT_EQ(costs.start->text, "start 100");
    EXPECT_EQ(costs.now->text, "now 94");
    EXPECT_EQ(costs.target->text, "target 90");
    const TargetBar value = barOf(target(Metric::kKeepableValue, 1000, 3000), 2500);
    EXPECT_EQ(value.now->place, 750);
}

TEST(TargetBars, TheBarGrowsForWhatIsWorseThanTheStartAndBetterThanTheTarget) {
    const TargetBar worse = barOf(target(Metric::kCostPerHour, 100, 90), 110);
    EXPECT_EQ(worse.now->place, 0);
    EXPECT_EQ(worse.start->place, 500);
    EXPECT_EQ(worse.target->place, 1000);
    const TargetBar better = barOf(target(Metric::kKeepableValue, 0, 10), 40);
    EXPECT_EQ(better.now->place, 1000);
    EXPECT_EQ(better.target->place, 250);
}

TEST(TargetBars, WithoutABaselineMoreBeginsAtZeroAndLessWhereItIs) {
    const TargetBar more = barOf(target(Metric::kKeepableValue, {}, 10), 4);
    EXPECT_FALSE(more.start);
    EXPECT_EQ(more.now->place, 400);
    EXPECT_EQ(more.target->place, 1000);
    const TargetBar less = barOf(target(Metric::kConflicts, {}, 0), 4);
    EXPECT_EQ(less.now->place, 0);
    EXPECT_EQ(less.target->place, 1000);
}

TEST(TargetBars, FiguresThatAreTheSameStandAtTheRightEnd) {
    const TargetBar bar = barOf(target(Metric::kConflicts, 3, 3), 3);
    EXPECT_EQ(bar.start->place, 1000);
    EXPECT_EQ(bar.now->place, 1000);
    EXPECT_EQ(bar.target->place, 1000);
}

TEST(TargetBars, TheLargestAmountsOfMoneyHaveTheirPlaces) {
    const std::int64_t most = 100'000'000'000'000;
    const TargetBar bar = barOf(target(Metric::kKeepableValue, 0, most), most / 4);
    EXPECT_EQ(bar.now->place, 250);
    EXPECT_EQ(bar.target->place, 1000);
}

TEST(TargetBars, SaysAllOfItInWordsWithBothOwners) {
    SharedTarget made = target(Metric::kKeepableValue, 1000, 3000);
    made.sales_owner = name("Ann");
    made.due = day("2026-06-30");
    TargetStanding standing;
    standing.actual.value = Figure::whole(2500);
    standing.progress = Figure{7500};
    standing.time_gone = Figure{9000};
    const TargetBar behind = targetBar(made, standing, saying());
    EXPECT_EQ(behind.title, "Keepable value: behind");
    EXPECT_TRUE(behind.is_behind);
    EXPECT_EQ(behind.owners, "Sales: Ann · Operations: nobody named · until 2026-06-30");
    EXPECT_EQ(behind.text,
              "keepable value: now 2,500, from 1,000 to 3,000, progress 75\u00a0%, behind. "
              "Sales: Ann · Operations: nobody named · until 2026-06-30");
    standing.is_reached = standing.is_on_track = true;
    EXPECT_FALSE(targetBar(made, standing, saying()).is_behind);
    EXPECT_EQ(barOf(target(Metric::kConflicts, 3, 1), {}).owners, "No owners named");
}

TEST(TargetBars, SaysWhyThereIsNoFigure) {
    EXPECT_EQ(barOf(target(Metric::kCostPerHour, 100, 90), 94).missing, "");
    const std::string none = "No figure yet: ";
    EXPECT_EQ(barOf(target(Metric::kCostPerHour, 100, 90), {}).missing,
              none + "to be stated by people, in the column Actual.");
    EXPECT_EQ(barOf(target(Metric::kKeptRate, {}, 1), {}).missing,
              none + "no first promise of these days can be judged yet.");
    EXPECT_EQ(barOf(target(Metric::kRevenueGrowth, {}, 1), {}).missing,
              none + "nothing was won in the days before to compare with.");
    const TargetBar settled = barOf(target(Metric::kDaysToSettle, 5, 2), {});
    EXPECT_EQ(settled.missing, none + "nothing was settled in these days.");
    EXPECT_EQ(settled.text, "days to settle: now not known (nothing was settled in these days), "
                            "from 5 to 2. No owners named");
    SharedTarget made;
    made.metric = Metric::kConflicts;
    TargetStanding standing;
    standing.actual.value = Figure::whole(4);
    EXPECT_EQ(targetBar(made, standing, saying()).text,
              "open conflicts: now 4, baseline and target are still to be set. No owners named");
    const std::string no_target = "No figure to reach is given, in the column Target.";
    EXPECT_EQ(targetBar(made, standing, saying()).missing, no_target);
    made.metric = Metric::kDaysToSettle;
    EXPECT_EQ(targetBar(made, {}, saying()).missing, settled.missing + " " + no_target);
    EXPECT_EQ(targetBar(made, {}, {german(), saying().locale}).missing.find("meeting."),
              std::string::npos);
}

TEST(TargetBars, ABarWithoutFiguresIsEmpty) {
    SharedTarget made;
    made.metric = Metric::kCostPerHour;
    EXPECT_TRUE(targetBar(made, {}, saying()).isEmpty());
    made.target = Figure::whole(3);
    EXPECT_FALSE(targetBar(made, {}, saying()).isEmpty());
}

} // namespace
} // namespace keepable::views
