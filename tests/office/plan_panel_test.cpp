// SPDX-License-Identifier: MPL-2.0
//
// The Plan panel in a window: every button and what it does to the sheet, the links, the list of
// plans, and the sentence for each thing that keeps the plan from being right.
#include "office/support/conditional.hpp"
#include "office/support/dialog.hpp"
#include "office/support/dump.hpp"
#include "office/support/office_test.hpp"
#include "office/support/panels.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>

namespace keepable::office_tests {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

class PlanPanel : public WindowTest {
  protected:
    static bool cursorComesTo(const Window& window, std::string_view cell) {
        return becomesTrue([&] { return window.cursor() == cell; });
    }
    static Workbook openReadOnly(const std::filesystem::path& path) {
        css::uno::Sequence<css::beans::PropertyValue> arguments(1);
        arguments.getArray()[0].Name = toOffice("ReadOnly");
        arguments.getArray()[0].Value <<= true;
        const Reference<css::frame::XComponentLoader> loader(
            office().service("com.sun.star.frame.Desktop"), UNO_QUERY_THROW);
        return Workbook(loader->loadComponentFromURL(toOffice("file://" + path.string()),
                                                     toOffice("_blank"), 0, arguments));
    }
    static Reference<css::sheet::XNamedRanges> names(const Workbook& workbook) {
        const Reference<css::beans::XPropertySet> document(workbook.document(), UNO_QUERY_THROW);
        return {document->getPropertyValue(toOffice("NamedRanges")), UNO_QUERY_THROW};
    }
};

TEST_F(PlanPanel, SetsUpByItsButtonAndTheDialogAndOneUndoTakesItBack) {
    Workbook workbook = openWorkshopTables(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    ASSERT_TRUE(comesToSay(panel, "note", "Set Up"));
    const std::string before = dump(workbook);
    panel.click("setup");
    {
        const Dialog dialog = Dialog::comesUp(office(), "Set up Keepable");
        EXPECT_EQ(difference(before, dump(workbook)), "") << "nothing is written before OK";
        dialog.click("OK");
    }
    EXPECT_TRUE(comesToSay(panel, "deals", "7 deals"));
    EXPECT_TRUE(comesToSay(panel, "counts", "2 infeasible · 1 at risk · 1 to check"));
    EXPECT_EQ(workbook.texts("Deals.I2:I8"), kWorkshopVerdicts);
    EXPECT_FALSE(panel.hasControl("note")) << panel.text("note");
    workbook.undo();
    EXPECT_EQ(difference(before, dump(workbook)), "");
    EXPECT_TRUE(comesToSay(panel, "note", "Set Up"));
    EXPECT_FALSE(panel.hasControl("counts"));
}

TEST_F(PlanPanel, SetsUpNothingWhenTheDialogIsCancelled) {
    const Workbook workbook = openWorkshopTables(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    const std::string before = dump(workbook);
    const auto steps = undoTitles(workbook);
    panel.click("setup");
    Dialog::comesUp(office(), "Set up Keepable").click("Cancel");
    EXPECT_TRUE(becomesTrue([&] { return !Dialog::find(office(), "Set up Keepable"); }));
    EXPECT_EQ(difference(before, dump(workbook)), "");
    EXPECT_EQ(undoTitles(workbook), steps);
}

TEST_F(PlanPanel, HighlightsTheSheetAndTakesTheHighlightingAway) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    const std::string before = dump(workbook);
    panel.click("highlight");
    ASSERT_TRUE(
        comesToSay(panel, "highlight", "Highlight Off")); // the sheet is at rest from then on
    EXPECT_EQ(conditionalFormatsOn(workbook, "Deals.A1").size(), 1U);
    workbook.undo();
    EXPECT_EQ(difference(before, dump(workbook)), "");
    EXPECT_TRUE(becomesTrue([&] { return panel.text("highlight") == "Highlight"; }))
        << "the button follows undo: " << panel.text("highlight");
    workbook.redo();
    EXPECT_TRUE(comesToSay(panel, "highlight", "Highlight Off"));
    panel.click("highlight");
    ASSERT_TRUE(becomesTrue([&] { return panel.text("highlight") == "Highlight"; }));
    EXPECT_TRUE(conditionalFormatsOn(workbook, "Deals.A1").empty());
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

TEST_F(PlanPanel, SaysThatAutomaticCalculationIsOffAndRecalculates) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    ASSERT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
    static_cast<void>(window.command(".uno:AutomaticCalculation"));
    EXPECT_TRUE(comesToSay(panel, "note", "Automatic calculation is off"));
    workbook.set("Deals.D3", 1);
    EXPECT_TRUE(comesToRest());
    EXPECT_EQ(panel.text("counts").find("2 infeasible"), 0U) << panel.text("counts");
    panel.click("recalculate");
    EXPECT_TRUE(comesToSay(panel, "counts", "0 infeasible")) << panel.text("counts");
    static_cast<void>(window.command(".uno:AutomaticCalculation"));
    EXPECT_TRUE(becomesTrue([&] { return !panel.hasControl("note"); })) << panel.text("note");
}

TEST_F(PlanPanel, LeadsToTheCellsToCheckOneAfterTheOther) {
    Workbook workbook = openWorkshop(office());
    workbook.set("Deals.E2", "some day"); // the date of D1; the quantity of D7 is no number either
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    ASSERT_TRUE(comesToSay(panel, "problem", "2 cells"));
    EXPECT_NE(panel.text("problem_text").find("Promised date"), std::string::npos)
        << panel.text("problem_text");
    panel.click("problem");
    EXPECT_TRUE(cursorComesTo(window, "Deals.E2")) << window.cursor();
    panel.click("problem");
    EXPECT_TRUE(cursorComesTo(window, "Deals.D8")) << window.cursor();
    EXPECT_TRUE(comesToSay(panel, "problem_text", "many")) << panel.text("problem_text");
    panel.click("problem");
    EXPECT_TRUE(cursorComesTo(window, "Deals.E2")) << window.cursor();
    workbook.set("Deals.E2", day("2026-03-06"));
    EXPECT_TRUE(becomesTrue([&] {
        return panel.text("problem").find("the cell to check") != std::string::npos;
    })) << panel.text("problem");
}

TEST_F(PlanPanel, ShowsTheChosenOneOfTwoPlans) {
    Workbook workbook = openWorkshop(office());
    workbook.copySheet("Deals", "More deals");
    workbook.set("More deals.D3", 1); // D2 fits there, and so does D3
    workbook.formula("Plan.F1", "=keepable.Promises.plan($'More deals'.$A$1:$H$8;"
                                "$Capacity.$A$1:$C$5;$Settings.$A$1:$B$2)");
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    const Panel conflicts = conflictsPanel(deck);
    ASSERT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
    ASSERT_TRUE(becomesTrue([&] { return panel.hasControl("plan"); }));
    EXPECT_EQ(chosen(panel, "plan"), "Plan.A1");
    choose(panel, "plan", "Plan.F1");
    EXPECT_TRUE(comesToSay(panel, "counts", "0 infeasible"));
    EXPECT_TRUE(becomesTrue([&] {
        return conflictDeals(conflicts).find("D2") == std::string::npos;
    })) << conflictDeals(conflicts);
    selectConflict(conflicts, 0);
    EXPECT_TRUE(becomesTrue([&] { return window.cursor().find("More deals.") == 0; }))
        << window.cursor();
    panel.click("recalculate");
    EXPECT_TRUE(comesToRest());
    EXPECT_EQ(chosen(panel, "plan"), "Plan.F1") << "recalculating keeps the choice";
    choose(panel, "plan", "Plan.A1");
    EXPECT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
    EXPECT_TRUE(becomesTrue([&] { return conflictDeals(conflicts) == "D2 D3 D5 D7"; }))
        << conflictDeals(conflicts);
}

TEST_F(PlanPanel, NamesTheSettingsCellThatHoldsAnError) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    ASSERT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
    workbook.formula("Settings.B2", "=1/0");
    EXPECT_TRUE(comesToSay(panel, "note", "$Settings.$B$2")) << panel.text("note");
    EXPECT_TRUE(comesToSay(conflictsPanel(deck), "message", "Plan"));
    workbook.set("Settings.B2", day("2026-03-02"));
    EXPECT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
    EXPECT_TRUE(becomesTrue([&] { return !panel.hasControl("note"); })) << panel.text("note");
}

TEST_F(PlanPanel, SaysThatARangeHasGoneWithItsSheet) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    ASSERT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
    workbook.removeSheet("Capacity");
    EXPECT_TRUE(comesToSay(panel, "note", "A range of the plan no longer exists"))
        << panel.text("note");
}

TEST_F(PlanPanel, SaysThatANamedRangeIsBroken) {
    Workbook workbook = openWorkshop(office());
    names(workbook)->addNewByName(toOffice("Pipeline"), toOffice("$Deals.$A$1:$H$8"), {}, 0);
    workbook.formula("Plan.A1", "=keepable.Promises.plan(Pipeline;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$2)");
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    const Panel conflicts = conflictsPanel(deck);
    ASSERT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
    ASSERT_TRUE(becomesTrue([&] { return conflictRows(conflicts)->getRowCount() == 4; }));
    selectConflict(conflicts, 0);
    EXPECT_TRUE(cursorComesTo(window, "Deals.A3")) << window.cursor();
    workbook.removeSheet("Deals");
    EXPECT_TRUE(comesToSay(panel, "note", "Plan")) << panel.text("note");
    EXPECT_TRUE(comesToSay(panel, "note", "Set Up")) << panel.text("note");
    EXPECT_TRUE(becomesTrue([&] { return conflictRows(conflicts)->getRowCount() == 0; }));
    workbook.undo();
    EXPECT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
}

TEST_F(PlanPanel, SaysWhatThePlanCellShowsInsteadOfAPlan) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    ASSERT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
    workbook.set("Deals.D1", "Colour");
    EXPECT_TRUE(comesToSay(panel, "note", workbook.shown("Plan.A1"))) << panel.text("note");
    EXPECT_FALSE(panel.hasControl("counts"));
    workbook.undo();
    EXPECT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
    workbook.removeSheet("Plan");
    EXPECT_TRUE(comesToSay(panel, "note", "no plan yet")) << panel.text("note");
    workbook.undo();
    EXPECT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
}

TEST_F(PlanPanel, SaysThatADocumentIsFrozen) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    ASSERT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
    const auto answer = window.command("freeze");
    ASSERT_TRUE(answer && answer->is_done);
    EXPECT_TRUE(comesToSay(panel, "note", "Unfreeze")) << panel.text("note");
}

TEST_F(PlanPanel, SaysWhatIsLeftInAReadOnlyDocument) {
    const auto with_plan = file("read_only_plan.ods");
    const auto without = file("read_only_tables.ods");
    openWorkshop(office()).saveAs(with_plan, FileFormat::kOds);
    openWorkshopTables(office()).saveAs(without, FileFormat::kOds);
    {
        const Workbook workbook = openReadOnly(with_plan);
        Window window(office(), workbook);
        const Deck deck = window.openDeck();
        const Panel panel = planPanel(deck);
        EXPECT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
        EXPECT_TRUE(comesToSay(panel, "note", "read-only"));
        EXPECT_FALSE(panel.isEnabled("setup"));
        EXPECT_FALSE(panel.isEnabled("highlight"));
        EXPECT_EQ(conflictDeals(conflictsPanel(deck)), "D2 D3 D5 D7");
    }
    const Workbook workbook = openReadOnly(without);
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    EXPECT_TRUE(comesToSay(panel, "note", "Save a copy"));
    EXPECT_FALSE(panel.isEnabled("setup"));
}

// XLSX is loaded without a recalculation: the office that opens it has never seen the plan.
TEST_F(PlanPanel, ShowsThePlanOfAnXlsxFileByItself) {
    {
        Profile profile;
        ASSERT_EQ(profile.install(packageUnderTest()).exit_code, 0);
        Office other(profile);
        openWorkshop(other).saveAs(file("from_elsewhere.xlsx"), FileFormat::kXlsx);
        EXPECT_EQ(other.terminate(), 0);
    }
    const Workbook workbook = office().open(file("from_elsewhere.xlsx"));
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    EXPECT_TRUE(comesToSay(panel, "counts", "2 infeasible")) << panel.text("note");
    EXPECT_TRUE(becomesTrue([&] { return !panel.hasControl("note"); })) << panel.text("note");
}

TEST_F(PlanPanel, SaysThatASheetIsProtectedAndLeavesItAsItIs) {
    Workbook workbook = openWorkshop(office());
    protectSheet(workbook, "Deals.A1");
    protectSheet(workbook, "Plan.A1");
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    ASSERT_TRUE(comesToSay(panel, "counts", "2 infeasible"));
    const std::string before = dump(workbook);
    const auto steps = undoTitles(workbook);
    panel.click("highlight");
    {
        const Dialog message = Dialog::comesUp(office(), "Keepable");
        EXPECT_NE(message.text().find("“Deals” is protected"), std::string::npos) << message.text();
        message.click("OK");
    }
    EXPECT_TRUE(becomesTrue([&] { return !Dialog::find(office(), "Keepable"); }));
    EXPECT_EQ(difference(before, dump(workbook)), "");
    for (const char* command : {"setup", "freeze"}) {
        const auto answer = window.command(command);
        ASSERT_TRUE(answer) << command;
        EXPECT_FALSE(answer->is_done) << command << ": " << answer->sentence;
        EXPECT_NE(answer->sentence.find("protected"), std::string::npos) << answer->sentence;
        EXPECT_EQ(difference(before, dump(workbook)), "") << command;
    }
    EXPECT_EQ(undoTitles(workbook), steps);
}

} // namespace
} // namespace keepable::office_tests
