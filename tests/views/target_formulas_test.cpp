// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "views/catalog.hpp"
#include "views/target_book.hpp"
#include "views/target_formulas.hpp"

#include <gtest/gtest.h>

namespace keepable::views {
namespace {

using review::Figure;
using tables::date;
using tables::gridOf;

TEST(TargetFormulas, RefersToTheCellsOfItsRowWhereverTheColumnsStand) {
    const TargetReading reading =
        readTargets(gridOf({{"", "Target", "Metric", "Now", "Progress", "Baseline", "Actual",
                             "Standing", "Due"},
                            {"", 0.2, "revenue growth", "", "", 0, "", "", date("2026-06-30")}},
                           4),
                    tables::context(), {}, languages(), english());
    const auto formulas = targetFormulas(reading, "$Keepable.$B$4", "$Log.$B$1");
    ASSERT_EQ(formulas.size(), 3U);
    EXPECT_EQ(formulas[0],
              (PlacedFormula{5, 3,
                             "=IF(ISBLANK($G6);keepable.Promises.actual($Keepable.$B$4;$C6;"
                             "$Log.$B$1;;$I6);$G6)",
                             true}));
    EXPECT_EQ(formulas[1], (PlacedFormula{5, 4,
                                          "=IF(OR(ISBLANK($F6);ISBLANK($B6));\"\";"
                                          "keepable.Promises.progress($D6;$F6;$B6))",
                                          true}));
    EXPECT_EQ(formulas[2], (PlacedFormula{5, 7,
                                          "=IF(OR(ISBLANK($F6);ISBLANK($B6));\"\";"
                                          "keepable.Promises.standing($C6;$D6;$F6;$B6;;$I6))",
                                          false}));
}

TEST(TargetFormulas, WritesNothingWhereTheTableHasNoCellForIt) {
    const auto formulas_of = [](const tables::Grid& grid) {
        return targetFormulas(readTargets(grid, tables::context(), {}, languages(), english()),
                              "$A$1", "$A$2");
    };
    EXPECT_TRUE(formulas_of(gridOf({{"Metric", "Target"}, {"overtime cost", 5}})).empty());
    const auto now = formulas_of(
        gridOf({{"Metric", "Target", "Now", "Progress"}, {"overtime cost", 5}, {"happiness", 5}}));
    ASSERT_EQ(now.size(), 1U)
        << "no progress without a baseline, and no formula for what is no metric";
    EXPECT_EQ(now[0].formula, "=keepable.Promises.actual($A$1;$A2;$A$2;;)");
    EXPECT_FALSE(now[0].is_share);
}

TEST(TargetFormulas, ReadsAllColumnsOfTheDecisions) {
    EXPECT_EQ(logFormula("$'Keepable Decisions'", 4),
              "=keepable.Promises.log($'Keepable Decisions'.$A:$K)");
    EXPECT_EQ(logFormula("$Log", 13), "=keepable.Promises.log($Log.$A:$M)");
}

TEST(TargetFigures, AreNumbersOrTextWithOrWithoutPerCent) {
    const auto figure = [](const tables::AnyCell& cell) {
        return figureIn(cell.cell, tables::context().locale);
    };
    EXPECT_EQ(figure(0.2), Figure{2'000});
    EXPECT_EQ(figure(-3), Figure::whole(-3));
    EXPECT_EQ(figure("12.5 %"), Figure{1'250});
    EXPECT_EQ(figure("1,200"), Figure::whole(1'200));
    EXPECT_EQ(figure("soon"), std::nullopt);
    EXPECT_EQ(figure(tables::kErrorCell), std::nullopt);
    EXPECT_EQ(figure(tables::kEmptyCell), std::nullopt);
}

TEST(TargetFigures, GiveProgressAndStanding) {
    EXPECT_EQ(review::progressOf(Figure::whole(94), Figure::whole(100), Figure::whole(90)),
              Figure{6'000});
    EXPECT_EQ(review::progressOf(Figure::whole(1), Figure::whole(2), Figure::whole(2)),
              std::nullopt);
    review::SharedTarget target;
    target.metric = review::Metric::kOvertimeCost;
    target.baseline = Figure::whole(100);
    target.target = Figure::whole(90);
    target.stated = Figure::whole(94); // 60 % of the way
    target.from = tables::dayOf("2026-01-01");
    target.due = tables::dayOf("2026-04-10"); // 100 days
    const tables::TextLocale locale = tables::context().locale;
    const Saying saying{english(), locale};
    EXPECT_EQ(standingAnswer(target, tables::dayOf("2026-03-01"), saying), "on track") << "60 gone";
    EXPECT_EQ(standingAnswer(target, tables::dayOf("2026-03-02"), saying), "behind") << "61 gone";
    target.due.reset();
    EXPECT_EQ(standingAnswer(target, tables::dayOf("2026-03-02"), saying), "")
        << "nobody says by when";
}

TEST(LogHandle, CountsDecisions) {
    EXPECT_EQ(logHandle(KeptLog{}, 0x1a), "0 decisions · 000000000000001a");
}

} // namespace
} // namespace keepable::views
