// SPDX-License-Identifier: MPL-2.0
//
// What the open deck must live through: documents that close while it is at work, print preview, two
// windows on a document, sorted and filtered deals, deleted sheets, and ten thousand deals.
#include "office/support/dialog.hpp"
#include "office/support/office_test.hpp"
#include "office/support/panels.hpp"
#include "office/support/plan_runs.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/util/CloseVetoException.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XURLTransformer.hpp>

#include <functional>
#include <vector>

namespace keepable::office_tests {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

class DeckLife : public WindowTest {
  protected:
    // Begins a command and does not wait for it, as a click does.
    static void begin(const Window& window, std::string_view command) {
        trying(command, [&] {
            css::util::URL url;
            url.Complete = toOffice("vnd.org.keepable.calc:" + std::string(command));
            const Reference<css::util::XURLTransformer> transformer(
                office().service("com.sun.star.util.URLTransformer"), UNO_QUERY_THROW);
            transformer->parseStrict(url);
            const auto dispatch = Reference<css::frame::XDispatchProvider>(
                                      window.controller()->getFrame(), UNO_QUERY_THROW)
                                      ->queryDispatch(url, rtl::OUString(), 0);
            ASSERT_TRUE(dispatch.is());
            css::uno::Sequence<css::beans::PropertyValue> arguments(1);
            arguments.getArray()[0].Name = toOffice("Silent");
            arguments.getArray()[0].Value <<= true;
            dispatch->dispatch(url, arguments);
        });
    }
};

TEST_F(DeckLife, EndsWithItsDocumentWhateverIsUnderWay) {
    Workbook other = openWorkshop(office());
    Window other_window(office(), other);
    const Deck other_deck = other_window.openDeck();
    const Panel other_plan = planPanel(other_deck);

    using Work = std::function<void(Workbook&, Window&, const Deck&)>;
    const auto command = [](const char* name) -> Work {
        return [name](Workbook&, Window& window, const Deck&) { begin(window, name); };
    };
    const auto click = [](const char* button) -> Work {
        return [button](Workbook&, Window&, const Deck& deck) { planPanel(deck).click(button); };
    };
    const std::vector<std::pair<const char*, Work>> works = {
        {"recalculate", command("recalculate")},
        {"highlight", command("highlight")},
        {"freeze", command("freeze")},
        {"next", command("next")},
        {"setup", command("setup")},
        {"click on Recalculate", click("recalculate")},
        {"click on Highlight", click("highlight")},
        {"many commands",
         [](Workbook&, Window& window, const Deck& deck) {
             for (int i = 0; i < 5; ++i) {
                 begin(window, "recalculate");
                 planPanel(deck).click("recalculate");
                 begin(window, "next");
             }
         }},
        {"edit and undo",
         [](Workbook& workbook, Window&, const Deck&) {
             workbook.set("Deals.D3", 1);
             workbook.undo();
         }},
        {"rows deleted under the selection",
         [](Workbook& workbook, Window&, const Deck& deck) {
             selectConflict(conflictsPanel(deck), 1);
             workbook.deleteRows("Deals", 3, 3);
         }},
        {"heat map made", [](Workbook&, Window&, const Deck& deck) {
             static_cast<void>(deck.expandedPanel("KeepableCapacityPanel"));
         }}};
    for (int round = 0; round < 2; ++round) {
        for (const auto& [name, work] : works) {
            SCOPED_TRACE(name);
            Workbook workbook = openWorkshop(office());
            Window window(office(), workbook);
            const Deck deck = window.openDeck();
            ASSERT_TRUE(comesToSay(planPanel(deck), "counts", "2 infeasible"))
                << workbook.shown("Plan.A1");
            ASSERT_TRUE(becomesTrue(
                [&] { return conflictRows(conflictsPanel(deck))->getRowCount() == 4; }));
            work(workbook, window, deck);
            workbook.close();
            ASSERT_TRUE(office().isRunning());
        }
    }
    other.set("Deals.D3", 1);
    EXPECT_TRUE(comesToSay(other_plan, "counts", "0 infeasible")) << other_plan.text("counts");
}

TEST_F(DeckLife, ClosesNoDocumentUnderTheSetUpDialogAndAnyAfterIt) {
    Workbook workbook = openWorkshopTables(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    planPanel(deck).click("setup");
    const Dialog dialog = Dialog::comesUp(office(), "Set up Keepable");
    const Reference<css::util::XCloseable> document(workbook.document(), UNO_QUERY_THROW);
    EXPECT_THROW(document->close(false), css::util::CloseVetoException);
    dialog.click("Cancel");
    ASSERT_TRUE(becomesTrue([] { return !Dialog::find(office(), "Set up Keepable"); }));
    workbook.close();
    EXPECT_TRUE(comesToRest());
}

TEST_F(DeckLife, OutlivesPrintPreview) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    {
        const Deck deck = window.openDeck();
        ASSERT_TRUE(comesToSay(planPanel(deck), "counts", "2 infeasible"));
    }
    static_cast<void>(window.command(".uno:PrintPreview"));
    ASSERT_TRUE(becomesTrue(
        [&] { return Window(office(), workbook).controller() != window.controller(); }));
    workbook.set("Deals.D3", 1);
    {
        Window preview(office(), workbook);
        static_cast<void>(preview.command(".uno:ClosePreview"));
        ASSERT_TRUE(becomesTrue(
            [&] { return Window(office(), workbook).controller() != preview.controller(); }));
    }
    Window again(office(), workbook);
    const Deck deck = again.openDeck();
    EXPECT_TRUE(comesToSay(planPanel(deck), "counts", "0 infeasible"));
    workbook.undo();
    EXPECT_TRUE(comesToSay(planPanel(deck), "counts", "2 infeasible"));
    EXPECT_TRUE(becomesTrue([&] { return conflictDeals(conflictsPanel(deck)) == "D2 D3 D5 D7"; }));
}

TEST_F(DeckLife, IsTheSameInTwoWindowsUntilOneCloses) {
    Workbook workbook = openWorkshop(office());
    Window first(office(), workbook);
    const Deck first_deck = first.openDeck();
    const Panel first_plan = planPanel(first_deck);
    const Panel first_conflicts = conflictsPanel(first_deck);
    ASSERT_TRUE(comesToSay(first_plan, "counts", "2 infeasible"));
    static_cast<void>(first.command(".uno:NewWindow"));
    ASSERT_TRUE(
        becomesTrue([&] { return Window(office(), workbook).controller() != first.controller(); }));
    {
        Window second(office(), workbook);
        const Deck second_deck = second.openDeck();
        const Panel second_plan = planPanel(second_deck);
        const Panel second_conflicts = conflictsPanel(second_deck);
        ASSERT_TRUE(comesToSay(second_plan, "counts", "2 infeasible"));
        workbook.set("Deals.D3", 1);
        EXPECT_TRUE(comesToSay(first_plan, "counts", "0 infeasible"));
        EXPECT_TRUE(comesToSay(second_plan, "counts", "0 infeasible"));
        workbook.undo();
        EXPECT_TRUE(comesToSay(first_plan, "counts", "2 infeasible"));
        EXPECT_TRUE(comesToSay(second_plan, "counts", "2 infeasible"));
        // Each goes to the row in its own window.
        first.moveCursor("Capacity.B2");
        second.moveCursor("Settings.A1");
        ASSERT_TRUE(becomesTrue([&] { return conflictDeals(second_conflicts) == "D2 D3 D5 D7"; }));
        selectConflict(second_conflicts, 1);
        EXPECT_TRUE(becomesTrue([&] { return second.cursor() == "Deals.A4"; })) << second.cursor();
        EXPECT_EQ(first.cursor(), "Capacity.B2");
        Reference<css::util::XCloseable>(second.controller()->getFrame(), UNO_QUERY_THROW)
            ->close(true);
    }
    workbook.set("Deals.D3", 1);
    EXPECT_TRUE(comesToSay(first_plan, "counts", "0 infeasible"));
    workbook.undo();
    EXPECT_TRUE(comesToSay(first_plan, "counts", "2 infeasible"));
    ASSERT_TRUE(becomesTrue([&] { return conflictDeals(first_conflicts) == "D2 D3 D5 D7"; }));
    first.moveCursor("Capacity.B2");
    selectConflict(first_conflicts, 2);
    EXPECT_TRUE(becomesTrue([&] { return first.cursor() == "Deals.A6"; })) << first.cursor();
}

TEST_F(DeckLife, FindsTheRowsOfSortedAndFilteredDeals) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel conflicts = conflictsPanel(deck);
    ASSERT_TRUE(becomesTrue([&] { return conflictDeals(conflicts) == "D2 D3 D5 D7"; }));
    const auto expectItsRow = [&](int row) {
        const std::string deal = conflictCell(conflicts, kDealColumn, row);
        window.moveCursor("Capacity.B2");
        selectConflict(conflicts, row);
        EXPECT_TRUE(becomesTrue([&] {
            const std::string cursor = window.cursor();
            return cursor.rfind("Deals.", 0) == 0 &&
                   workbook.shown("Deals.A" + cursor.substr(7)) == deal;
        })) << deal
            << " but " << window.cursor();
        EXPECT_TRUE(comesToSay(conflicts, "title", deal));
    };
    workbook.sortDescending("Deals.A1:H8", 7); // D1 D6 D2 D5 D4 D3 D7
    ASSERT_EQ(workbook.shown("Deals.A4"), "D2");
    // Of the two at risk the lower one is left out, which is now D4.
    ASSERT_TRUE(becomesTrue([&] { return conflictDeals(conflicts) == "D2 D3 D4 D7"; }))
        << conflictDeals(conflicts);
    for (int row = 0; row < 4; ++row) {
        expectItsRow(row);
    }
    workbook.filter("Deals.A1:H8", 5, "firm"); // leaves D1 and D2
    ASSERT_TRUE(comesToRest());
    EXPECT_EQ(conflictDeals(conflicts), "D2 D3 D4 D7") << "hidden rows are planned all the same";
    expectItsRow(0);
    // The host counts no cell of a hidden row as selected; the panel shows the deal all the same.
    selectConflict(conflicts, 1);
    EXPECT_TRUE(comesToSay(conflicts, "title", "D3")) << conflicts.text("title");
    window.moveCursor("Deals.C4");
    EXPECT_TRUE(comesToSay(conflicts, "title", "D2"));
}

// Undo brings the sheet back, but not what referred to it: the host does so with any formula.
TEST_F(DeckLife, SaysSoWhenASheetOfThePlanIsDeletedAndTakesARepairedPlan) {
    Workbook workbook = openWorkshop(office());
    workbook.formula("Other.A1", "=SUM($Capacity.$C$2:$C$5)");
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel plan = planPanel(deck);
    ASSERT_TRUE(comesToSay(plan, "counts", "2 infeasible"));
    workbook.removeSheet("Capacity");
    EXPECT_TRUE(becomesTrue([&] { return !plan.hasControl("counts"); }));
    EXPECT_TRUE(comesToSay(plan, "note", "range")) << plan.text("note");
    workbook.undo();
    const bool host_repairs = workbook.shown("Other.A1") == "160";
    EXPECT_EQ(workbook.shown("Plan.A1") != "#REF!", host_repairs) << workbook.shown("Other.A1");
    workbook.formula("Plan.A1", kWorkshopPlan);
    EXPECT_TRUE(comesToSay(plan, "counts", "2 infeasible")) << workbook.shown("Plan.A1");
}

TEST_F(DeckLife, OpensAndFollowsTheCursorOnTenThousandDealsWithoutAPlanRun) {
    Workbook workbook = openWorkshop(office());
    Rows rows;
    for (int i = 0; i < 10'000; ++i) {
        rows.push_back({"E" + std::to_string(i), "Ash", "Welding", i % 3 == 0 ? 500 : 0,
                        day("2026-03-13"), "tentative", 0.5, i});
    }
    workbook.put("Deals.A9", rows);
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$H$10008;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$2)");
    ASSERT_EQ(readHandle(workbook.shown("Plan.A1")).deals, 10'007);
    const PlanRuns runs(workbook, "Plan.A1");
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel conflicts = conflictsPanel(deck);
    ASSERT_TRUE(becomesTrue([&] { return conflictRows(conflicts)->getRowCount() > 3000; }));
    selectConflict(conflicts, 2000);
    EXPECT_TRUE(becomesTrue([&] { return window.cursor().rfind("Deals.", 0) == 0; }));
    for (const char* cell : {"Deals.B5000", "Deals.A3", "Plan.A1", "Deals.H10008"}) {
        window.moveCursor(cell);
    }
    EXPECT_TRUE(comesToSay(conflicts, "title", "E9999"));
    EXPECT_TRUE(comesToRest());
    EXPECT_EQ(runs.count(), 0);
    workbook.set("Deals.D3", 1);
    EXPECT_TRUE(becomesTrue([&] { return runs.count() == 1; })) << "an edit does run it";
}

} // namespace
} // namespace keepable::office_tests
