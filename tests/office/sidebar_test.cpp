// SPDX-License-Identifier: MPL-2.0
//
// The panels Plan and Conflicts in a window, driven through their controls: what a click does to the
// sheet, what the sheet does to the panel, and that looking runs no plan.
#include "office/support/office_test.hpp"
#include "office/support/plan_runs.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/grid/XGridControl.hpp>
#include <com/sun/star/awt/grid/XGridDataModel.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>

#include <stdexcept>

namespace keepable::office_tests {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

class Sidebar : public WindowTest {
  protected:
    // The host makes the panels of a deck one after the other, some later than the deck.
    static Panel made(const Deck& deck, const char* id, const char* control) {
        EXPECT_TRUE(becomesTrue([&] {
            try {
                return deck.panel(id).control(control).is();
            } catch (const std::runtime_error&) {
                return false;
            }
        })) << id;
        return deck.panel(id);
    }
    static Panel planOf(const Deck& deck) { return made(deck, "KeepablePlanPanel", "counts"); }
    static Panel conflictsOf(const Deck& deck) {
        return made(deck, "KeepableConflictsPanel", "list");
    }
    static Reference<css::awt::grid::XGridDataModel> rows(const Panel& panel) {
        const Reference<css::beans::XPropertySet> model(panel.control("list")->getModel(),
                                                        UNO_QUERY_THROW);
        return {model->getPropertyValue(toOffice("GridDataModel")), UNO_QUERY_THROW};
    }
    static std::string shown(const Panel& panel, int column, int row) {
        rtl::OUString text;
        rows(panel)->getCellData(column, row) >>= text;
        return fromOffice(text);
    }
    static void select(const Panel& panel, int row) {
        const Reference<css::awt::grid::XGridRowSelection> selection(panel.control("list"),
                                                                     UNO_QUERY_THROW);
        selection->deselectAllRows();
        selection->selectRow(row);
    }
    static void choose(const Panel& panel, const char* list, sal_Int16 entry) {
        Reference<css::awt::XListBox>(panel.control(list), UNO_QUERY_THROW)
            ->selectItemPos(entry, true);
    }
    static constexpr int kVerdict = 0;
    static constexpr int kDeal = 1;
};

TEST_F(Sidebar, CountsTheDealsAndFollowsEdits) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel plan = planOf(deck);
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
    const Panel plan = planOf(deck);
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
    EXPECT_TRUE(comesToSay(planOf(deck), "note", "Set Up"));
    EXPECT_TRUE(comesToSay(conflictsOf(deck), "message", "Plan"));
}

TEST_F(Sidebar, ListsConflictsAndGoesToTheRowOfTheSelectedOne) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel conflicts = conflictsOf(deck);
    ASSERT_TRUE(becomesTrue([&] { return rows(conflicts)->getRowCount() == 4; }));
    for (int row = 0; row < 4; ++row) {
        select(conflicts, row);
        const std::string deal = shown(conflicts, kDeal, row);
        const std::string number = std::to_string(std::stoi(deal.substr(1)) + 1); // D2 in row 3
        EXPECT_TRUE(becomesTrue([&] {
            const std::string cursor = window.cursor();
            return cursor.rfind("Deals.", 0) == 0 && cursor.substr(7) == number;
        })) << deal
            << " but " << window.cursor();
        EXPECT_TRUE(comesToSay(conflicts, "reason", shown(conflicts, kVerdict, row)));
    }
}

TEST_F(Sidebar, ShowsTheDealUnderTheCellCursorAlsoAKeptOne) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel conflicts = conflictsOf(deck);
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
    const Panel conflicts = conflictsOf(deck);
    ASSERT_TRUE(becomesTrue([&] { return rows(conflicts)->getRowCount() == 4; }));
    const Reference<css::awt::XTextComponent> search(conflicts.control("search"), UNO_QUERY_THROW);
    search->setText(toOffice("D5"));
    EXPECT_TRUE(becomesTrue(
        [&] { return rows(conflicts)->getRowCount() == 1 && shown(conflicts, kDeal, 0) == "D5"; }));
    search->setText(toOffice("no such deal"));
    EXPECT_TRUE(becomesTrue([&] { return conflicts.hasControl("show_all"); }));
    conflicts.click("show_all");
    EXPECT_TRUE(becomesTrue([&] { return rows(conflicts)->getRowCount() == 4; }));
    choose(conflicts, "verdict", 1);
    EXPECT_TRUE(becomesTrue([&] { return rows(conflicts)->getRowCount() < 4; }));
    conflicts.click("show_all");
    choose(conflicts, "verdict", 0);
    EXPECT_TRUE(becomesTrue([&] { return rows(conflicts)->getRowCount() == 4; }));
}

TEST_F(Sidebar, LivesThroughDeletedRowsUndoHidingAndClosing) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    {
        const Deck deck = window.openDeck();
        const Panel conflicts = conflictsOf(deck);
        select(conflicts, 0);
        workbook.deleteRows("Deals", 3, 4);
        EXPECT_TRUE(becomesTrue([&] { return rows(conflicts)->getRowCount() < 4; }));
        workbook.undo();
        EXPECT_TRUE(becomesTrue([&] { return rows(conflicts)->getRowCount() == 4; }));
    }
    window.hideSidebar();
    workbook.set("Deals.D3", 1);
    const Deck deck = window.openDeck();
    EXPECT_TRUE(comesToSay(planOf(deck), "counts", "0 infeasible"));
    workbook.close();
    EXPECT_TRUE(office().isRunning());
}

TEST_F(Sidebar, RunsNoPlanForLooking) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const PlanRuns runs(workbook, "Plan.A1");
    const Deck deck = window.openDeck();
    const Panel conflicts = conflictsOf(deck);
    ASSERT_TRUE(becomesTrue([&] { return rows(conflicts)->getRowCount() == 4; }));
    for (int row = 0; row < 4; ++row) {
        select(conflicts, row);
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
