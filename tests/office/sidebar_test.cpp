// SPDX-License-Identifier: MPL-2.0
//
// The panels Plan and Conflicts in a window, driven through their controls: what a click does to the
// sheet, what the sheet does to the panel, and that looking runs no plan.
#include "office/support/office_test.hpp"
#include "office/support/panels.hpp"
#include "office/support/plan_runs.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/awt/XTextComponent.hpp>

#include <stdexcept>

namespace keepable::office_tests {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

class Sidebar : public WindowTest {};

TEST_F(Sidebar, CountsTheDealsAndFollowsEdits) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel plan = planPanel(deck);
    EXPECT_TRUE(comesToSay(plan, "deals", "7 deals"));
    EXPECT_TRUE(comesToSay(plan, "counts", "2 infeasible · 1 at risk · 1 to check"));
    workbook.set("Deals.D3", 1);
    EXPECT_TRUE(comesToSay(plan, "counts", "0 infeasible")) << plan.text("counts");
    workbook.undo();
    EXPECT_TRUE(comesToSay(plan, "counts", "2 infeasible")) << plan.text("counts");
}

TEST_F(Sidebar, HighlightsAndTakesTheHighlightingAway) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel plan = planPanel(deck);
    const std::string before = plan.text("highlight");
    plan.click("highlight");
    EXPECT_TRUE(becomesTrue([&] { return plan.text("highlight") != before; }));
    plan.click("highlight");
    EXPECT_TRUE(becomesTrue([&] { return plan.text("highlight") == before; }));
}

TEST_F(Sidebar, SaysWhatToDoInAnEmptyDocument) {
    const Workbook workbook = office().newWorkbook();
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    EXPECT_TRUE(comesToSay(planPanel(deck), "note", "Set Up"));
    EXPECT_TRUE(comesToSay(conflictsPanel(deck), "message", "Plan"));
}

TEST_F(Sidebar, ListsConflictsAndGoesToTheRowOfTheSelectedOne) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel conflicts = conflictsPanel(deck);
    ASSERT_TRUE(becomesTrue([&] { return conflictRows(conflicts)->getRowCount() == 4; }));
    for (int row = 0; row < 4; ++row) {
        selectConflict(conflicts, row);
        const std::string deal = conflictCell(conflicts, kDealColumn, row);
        const std::string number = std::to_string(std::stoi(deal.substr(1)) + 1); // D2 in row 3
        EXPECT_TRUE(becomesTrue([&] {
            const std::string cursor = window.cursor();
            return cursor.rfind("Deals.", 0) == 0 && cursor.substr(7) == number;
        })) << deal
            << " but " << window.cursor();
        EXPECT_TRUE(comesToSay(conflicts, "reason", conflictCell(conflicts, kVerdictColumn, row)));
    }
}

TEST_F(Sidebar, ShowsTheDealUnderTheCellCursorAlsoAKeptOne) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel conflicts = conflictsPanel(deck);
    window.moveCursor("Deals.C4");
    EXPECT_TRUE(comesToSay(conflicts, "title", "D3"));
    EXPECT_TRUE(comesToSay(conflicts, "reason", "INFEASIBLE"));
    window.moveCursor("Deals.F2");
    EXPECT_TRUE(comesToSay(conflicts, "title", "D1"));
    EXPECT_TRUE(comesToSay(conflicts, "reason", "KEEPABLE"));
}

TEST_F(Sidebar, FiltersByTextAndVerdictAndSaysSoWhenNothingIsLeft) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel conflicts = conflictsPanel(deck);
    ASSERT_TRUE(becomesTrue([&] { return conflictRows(conflicts)->getRowCount() == 4; }));
    const Reference<css::awt::XTextComponent> search(conflicts.control("search"), UNO_QUERY_THROW);
    search->setText(toOffice("D5"));
    EXPECT_TRUE(becomesTrue([&] {
        return conflictRows(conflicts)->getRowCount() == 1 &&
               conflictCell(conflicts, kDealColumn, 0) == "D5";
    }));
    search->setText(toOffice("no such deal"));
    EXPECT_TRUE(becomesTrue([&] { return conflicts.hasControl("show_all"); }));
    conflicts.click("show_all");
    EXPECT_TRUE(becomesTrue([&] { return conflictRows(conflicts)->getRowCount() == 4; }));
    choose(conflicts, "verdict", sal_Int16{1});
    EXPECT_TRUE(becomesTrue([&] { return conflictRows(conflicts)->getRowCount() < 4; }));
    conflicts.click("show_all");
    choose(conflicts, "verdict", sal_Int16{0});
    EXPECT_TRUE(becomesTrue([&] { return conflictRows(conflicts)->getRowCount() == 4; }));
}

TEST_F(Sidebar, LivesThroughDeletedRowsUndoHidingAndClosing) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    {
        const Deck deck = window.openDeck();
        const Panel conflicts = conflictsPanel(deck);
        selectConflict(conflicts, 0);
        workbook.deleteRows("Deals", 3, 4);
        EXPECT_TRUE(becomesTrue([&] { return conflictRows(conflicts)->getRowCount() < 4; }));
        workbook.undo();
        EXPECT_TRUE(becomesTrue([&] { return conflictRows(conflicts)->getRowCount() == 4; }));
    }
    window.hideSidebar();
    workbook.set("Deals.D3", 1);
    // The host shows the deck of before and makes it anew some time later.
    EXPECT_TRUE(becomesTrue([&] {
        try {
            const Panel plan = window.openDeck().panel("KeepablePlanPanel");
            return plan.text("counts").find("0 infeasible") != std::string::npos;
        } catch (const std::runtime_error&) {
            return false;
        } catch (const css::uno::Exception&) {
            return false;
        }
    }));
    workbook.close();
    EXPECT_TRUE(office().isRunning());
}

TEST_F(Sidebar, RunsNoPlanForLooking) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const PlanRuns runs(workbook, "Plan.A1");
    const Deck deck = window.openDeck();
    const Panel conflicts = conflictsPanel(deck);
    ASSERT_TRUE(becomesTrue([&] { return conflictRows(conflicts)->getRowCount() == 4; }));
    for (int row = 0; row < 4; ++row) {
        selectConflict(conflicts, row);
    }
    for (const char* cell : {"Deals.A2", "Deals.B5", "Deals.C8", "Capacity.A1"}) {
        window.moveCursor(cell);
    }
    EXPECT_TRUE(comesToRest());
    EXPECT_EQ(runs.count(), 0);
    workbook.set("Deals.D3", 2);
    EXPECT_TRUE(becomesTrue([&] { return runs.count() == 1; })) << "an edit does run it";
}

} // namespace
} // namespace keepable::office_tests
