// SPDX-License-Identifier: MPL-2.0
//
// The Capacity panel in a window: what it says is what CAPACITY_LOAD says, its deals lead to their
// rows, and no edit, scrolling or closing disturbs it or the plan.
#include "office/support/office_test.hpp"
#include "office/support/plan_runs.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XScrollBar.hpp>

namespace keepable::office_tests {
namespace {

using css::uno::UNO_QUERY_THROW;

class Capacity : public WindowTest {
  protected:
    static Panel panelOf(const Deck& deck) { return deck.expandedPanel("KeepableCapacityPanel"); }
    static css::uno::Reference<css::awt::XListBox> list(const Panel& panel, const char* name) {
        return {panel.control(name), UNO_QUERY_THROW};
    }
    static std::string spokenName(const Panel& panel, const char* name) {
        const css::uno::Reference<css::accessibility::XAccessible> control(panel.control(name),
                                                                           UNO_QUERY_THROW);
        return fromOffice(control->getAccessibleContext()->getAccessibleName());
    }
    static std::string hours(double number) {
        std::string text = std::to_string(number);
        text.erase(text.find_last_not_of('0') + 1);
        return text.back() == '.' ? text.substr(0, text.size() - 1) : text;
    }
};

TEST_F(Capacity, SaysAsTextWhatCapacityLoadSays) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = panelOf(deck);
    ASSERT_TRUE(comesToSay(panel, "box", "Welding"));
    panel.click("as_text");
    ASSERT_TRUE(comesToSay(panel, "text", "Welding"));
    const char* const kinds[] = {"exposure", "confirmed", "weighted"};
    for (sal_Int16 kind = 0; kind < 3; ++kind) {
        list(panel, "kind")->selectItemPos(kind, true);
        for (const auto& [first, last] :
             {std::pair{"2026-03-02", "2026-03-08"}, std::pair{"2026-03-09", "2026-03-15"}}) {
            const double load = numberOf(
                workbook, std::string("=keepable.Promises.capacityLoad($Plan.$A$1;\"Welding\";\"") +
                              first + "\";\"" + last + "\";\"" + kinds[kind] + "\")");
            const std::string line =
                std::string(first) + " to " + last + ": " + hours(load) + " of 40 h";
            EXPECT_TRUE(comesToSay(panel, "text", line)) << kinds[kind] << ": " << line << "\n"
                                                         << panel.text("text");
        }
    }
    panel.click("as_text");
    EXPECT_TRUE(
        becomesTrue([&] { return panel.hasControl("deals") && !panel.hasControl("text"); }));
}

TEST_F(Capacity, ListsTheDealsOfABoxAndGoesToTheirRows) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = panelOf(deck);
    ASSERT_TRUE(comesToSay(panel, "box", "2026-03-02"));
    const auto deals = list(panel, "deals");
    ASSERT_TRUE(becomesTrue([&] { return deals->getItemCount() > 0; }));
    EXPECT_EQ(fromOffice(deals->getItem(0)).find("D1 · 30 h"), 0U) << fromOffice(deals->getItem(0));
    window.moveCursor("Plan.C3");
    deals->selectItemPos(0, true);
    EXPECT_TRUE(becomesTrue([&] { return window.cursor().find("Deals.") == 0; }));
    EXPECT_EQ(window.cursor().substr(window.cursor().size() - 1), "2") << window.cursor();
}

// The map itself has no name among the controls: it stands right above its scroll bar.
TEST_F(Capacity, ListsTheDealsOfTheBoxThatIsClicked) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = panelOf(deck);
    ASSERT_TRUE(comesToSay(panel, "box", "2026-03-02"));
    const css::awt::Rectangle bar = panel.place("scroll");
    const auto clickUntil = [&](std::string_view week) {
        for (int x = bar.X + bar.Width - 8; x > bar.X; x -= 16) {
            panel.clickAt(x, bar.Y - 6);
            if (becomesTrue([&] { return panel.text("box").find(week) != std::string::npos; },
                            std::chrono::milliseconds(300))) {
                return true;
            }
        }
        return false;
    };
    ASSERT_TRUE(clickUntil("2026-03-09")) << panel.text("box");
    const auto deals = list(panel, "deals");
    EXPECT_TRUE(becomesTrue([&] {
        return deals->getItemCount() > 0 && fromOffice(deals->getItem(0)).find("D1") != 0;
    }));
    ASSERT_TRUE(clickUntil("2026-03-02")) << panel.text("box");
    EXPECT_TRUE(becomesTrue([&] {
        return deals->getItemCount() > 0 && fromOffice(deals->getItem(0)).find("D1 · 30 h") == 0;
    }));
}

TEST_F(Capacity, ZoomsAsFarAsThePeriodsGo) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = panelOf(deck);
    ASSERT_TRUE(comesToSay(panel, "box", "2026-03-08"));
    // Their pictures are all they show: what a screen reader says is their name.
    EXPECT_EQ(spokenName(panel, "zoom_in"), "Zoom in");
    EXPECT_EQ(spokenName(panel, "zoom_out"), "Zoom out");
    EXPECT_FALSE(panel.isEnabled("zoom_in"));
    ASSERT_TRUE(panel.isEnabled("zoom_out"));
    panel.click("zoom_out");
    EXPECT_TRUE(becomesTrue([&] { return panel.isEnabled("zoom_in"); }));
    EXPECT_EQ(panel.text("box").find("2026-03-08"), std::string::npos) << panel.text("box");
    panel.click("zoom_in");
    EXPECT_TRUE(comesToSay(panel, "box", "2026-03-08"));
}

TEST_F(Capacity, FollowsEditsUndoHidingAndClosing) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    {
        const Deck deck = window.openDeck();
        const Panel panel = panelOf(deck);
        ASSERT_TRUE(comesToSay(panel, "box", "2026-03-02"));
        const std::string before = panel.text("box");
        workbook.deleteRows("Deals", 2, 4); // D1 to D4: D5 alone does not fill the week
        EXPECT_TRUE(becomesTrue([&] { return panel.text("box") != before; }));
        workbook.undo();
        EXPECT_TRUE(becomesTrue([&] { return panel.text("box") == before; })) << panel.text("box");
    }
    window.hideSidebar();
    workbook.set("Deals.D2", 31);
    const Deck deck = window.openDeck();
    EXPECT_TRUE(comesToSay(panelOf(deck), "box", "Welding"));
    workbook.close();
    EXPECT_TRUE(office().isRunning());
}

TEST_F(Capacity, RunsNoPlanWhenItIsOpenedOrScrolled) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const PlanRuns runs(workbook, "Plan.A1");
    const Deck deck = window.openDeck();
    const Panel panel = panelOf(deck);
    ASSERT_TRUE(comesToSay(panel, "box", "Welding"));
    const css::uno::Reference<css::awt::XScrollBar> bar(panel.control("scroll"), UNO_QUERY_THROW);
    for (const int value : {1, 2, 3, 0}) {
        bar->setValue(value);
    }
    EXPECT_TRUE(comesToRest());
    EXPECT_EQ(runs.count(), 0);
    workbook.set("Deals.D3", 2);
    EXPECT_TRUE(becomesTrue([&] { return runs.count() == 1; })) << "an edit does run it";
}

} // namespace
} // namespace keepable::office_tests
