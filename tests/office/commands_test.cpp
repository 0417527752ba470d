// SPDX-License-Identifier: MPL-2.0
//
// The commands of vnd.org.keepable.calc:*, dispatched as menus and macros do, in windows on a screen.
#include "office/support/office_test.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/frame/XModel.hpp>

namespace keepable::office_tests {
namespace {

using css::uno::Any;

class Commands : public WindowTest {};

Any deal(const char* name) {
    return Any(toOffice(name));
}

TEST_F(Commands, WalkThroughTheConflictsByRankAndRowsToCheckLast) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    std::vector<std::string> cells;
    for (int step = 0; step < 5; ++step) {
        const auto answer = window.command("next");
        ASSERT_TRUE(answer && answer->is_done) << (answer ? answer->sentence : "no answer");
        EXPECT_EQ(answer->sentence, "");
        cells.push_back(window.cursor());
    }
    EXPECT_EQ(cells, (std::vector<std::string>{"Deals.A3", "Deals.A4", "Deals.A6", "Deals.A8",
                                               "Deals.A3"}));
    ASSERT_TRUE(window.command("previous"));
    EXPECT_EQ(window.cursor(), "Deals.A8");
}

TEST_F(Commands, GoOnFromTheRowTheCursorIsIn) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    window.moveCursor("Deals.C4");
    ASSERT_TRUE(window.command("next"));
    EXPECT_EQ(window.cursor(), "Deals.C6");
}

TEST_F(Commands, SkipADealThatHasBeenCured) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    ASSERT_TRUE(window.command("next"));
    ASSERT_TRUE(window.command("next"));
    ASSERT_EQ(window.cursor(), "Deals.A4"); // D3
    workbook.set("Deals.D4", 1);
    ASSERT_EQ(workbook.shown("Plan.B5"), "KEEPABLE");
    ASSERT_TRUE(window.command("next"));
    EXPECT_EQ(window.cursor(), "Deals.A6");
}

TEST_F(Commands, SayThatThereIsNoConflict) {
    Workbook workbook = openWorkshop(office());
    workbook.set("Deals.D3", 1);
    workbook.set("Deals.D4", 1);
    workbook.set("Deals.D6", 1);
    workbook.set("Deals.D8", 1);
    Window window(office(), workbook);
    const std::string before = window.cursor();
    const auto answer = window.command("next");
    ASSERT_TRUE(answer && answer->is_done);
    EXPECT_EQ(answer->sentence,
              "Every promise of the plan can be kept, and every row can be read.");
    EXPECT_EQ(window.cursor(), before);
}

TEST_F(Commands, ShowADealAndTellAMacroWhy) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const auto answer = window.command("show", {{"Deal", deal("d2")}});
    ASSERT_TRUE(answer && answer->is_done);
    EXPECT_EQ(answer->sentence.find("INFEASIBLE: "), 0U) << answer->sentence;
    EXPECT_EQ(window.cursor(), "Deals.A3");
}

TEST_F(Commands, TakeArgumentsFromTheAddress) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const auto answer = window.command("show?Deal=%20D5&Silent=true", {}, /*is_silent=*/false);
    ASSERT_TRUE(answer && answer->is_done);
    EXPECT_EQ(answer->sentence.find("AT RISK: "), 0U) << answer->sentence;
    EXPECT_EQ(window.cursor(), "Deals.A6");
}

TEST_F(Commands, ShowTheDealAtTheCursorUnlessOneIsNamed) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    window.moveCursor("Deals.D8");
    const auto answer = window.command("show");
    ASSERT_TRUE(answer && answer->is_done);
    EXPECT_EQ(answer->sentence.find("CHECK ROW: "), 0U) << answer->sentence;
    EXPECT_EQ(window.cursor(), "Deals.D8");
}

TEST_F(Commands, SayWhenThereIsNoSuchDeal) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    window.moveCursor("Capacity.B2");
    const auto answer = window.command("show", {{"Deal", deal("D99")}});
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->is_done);
    EXPECT_EQ(answer->sentence, "The plan has no deal “D99”.");
    EXPECT_EQ(window.cursor(), "Capacity.B2");
    const auto unnamed = window.command("show");
    ASSERT_TRUE(unnamed);
    EXPECT_FALSE(unnamed->is_done);
    EXPECT_EQ(unnamed->sentence, "Place the cell cursor in the row of a deal first.");
}

TEST_F(Commands, LeadToTheSettingsOfThePlan) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    ASSERT_TRUE(window.command("settings"));
    EXPECT_EQ(window.cursor(), "Settings.A1");
}

TEST_F(Commands, RecalculateWhatAutomaticCalculationLeaves) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    workbook.setAutomaticCalculation(false);
    workbook.set("Deals.D3", 1);
    ASSERT_EQ(workbook.shown("Plan.B4"), "INFEASIBLE");
    const auto answer = window.command("recalculate");
    ASSERT_TRUE(answer && answer->is_done);
    EXPECT_EQ(workbook.shown("Plan.B4"), "KEEPABLE");
}

TEST_F(Commands, SayWhatToDoWhereThereIsNoPlan) {
    const Workbook workbook = openWorkshopTables(office());
    Window window(office(), workbook);
    for (const char* name : {"next", "previous", "show", "settings", "recalculate"}) {
        const auto answer = window.command(name);
        ASSERT_TRUE(answer) << name;
        EXPECT_FALSE(answer->is_done) << name;
        EXPECT_EQ(answer->sentence,
                  "This document has no plan yet. Choose Keepable ▸ Set Up to make one.")
            << name;
    }
}

TEST_F(Commands, RepeatWhatThePlanCellSaysWhenItIsNoPlan) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    workbook.set("Deals.D1", "Colour");
    const std::string said = workbook.shown("Plan.A1");
    const auto answer = window.command("next");
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->is_done);
    EXPECT_EQ(answer->sentence,
              "There is no plan to work with: cell $Plan.$A$1 shows “" + said + "”.");
}

TEST_F(Commands, ThatNobodyOffersHaveNoAnswer) {
    const Workbook workbook = openWorkshop(office());
    EXPECT_EQ(Window(office(), workbook).command("nonsense"), std::nullopt);
}

TEST_F(Commands, NeedCellsToGoTo) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    ASSERT_TRUE(window.command("next"));
    static_cast<void>(window.command(".uno:PrintPreview"));
    Window preview(office(), workbook);
    const auto answer = preview.command("next");
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->is_done);
    EXPECT_EQ(answer->sentence,
              "There are no cells to go to in the print preview. Close it first.");
}

TEST_F(Commands, ServeTwoWindowsOfADocumentEachAtItsOwnCursor) {
    const Workbook workbook = openWorkshop(office());
    Window first(office(), workbook);
    first.moveCursor("Deals.A4");
    static_cast<void>(first.command(".uno:NewWindow"));
    Window second(office(), workbook); // the new one is the current one
    second.moveCursor("Deals.B6");
    ASSERT_TRUE(first.command("next"));
    ASSERT_TRUE(second.command("next"));
    EXPECT_EQ(first.cursor(), "Deals.A6");
    EXPECT_EQ(second.cursor(), "Deals.B8");
}

TEST_F(Commands, ServeTwoDocumentsEachByItsOwnPlan) {
    const Workbook one = openWorkshop(office());
    const Workbook other = openWorkshopTables(office());
    EXPECT_TRUE(Window(office(), one).command("next")->is_done);
    EXPECT_FALSE(Window(office(), other).command("next")->is_done);
}

} // namespace
} // namespace keepable::office_tests
