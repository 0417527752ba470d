// SPDX-License-Identifier: MPL-2.0
//
// The Conflicts panel in a window: its links, its order and its filters, and what it remembers.
#include "office/support/office_test.hpp"
#include "office/support/panels.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/awt/XUnitConversion.hpp>
#include <com/sun/star/awt/grid/XGridControl.hpp>
#include <com/sun/star/util/MeasureUnit.hpp>

#include <utility>

namespace keepable::office_tests {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

// The workshop with owners, a second resource (Cutting, 10 h a week) and a deal of two lines: D8
// needs 12 h of Cutting in the first week, of which 10 h are there, and 4 h of Welding.
Workbook openBusyWorkshop(Office& office) {
    Workbook workbook = openWorkshop(office);
    workbook.put("Deals.I1",
                 {{"Owner"}, {"Ann"}, {"Ann"}, {"Bob"}, {"Bob"}, {"Cleo"}, {"Cleo"}, {"Bob"}});
    workbook.put("Deals.A9",
                 {{"D8", "Holm", "Cutting", 12, day("2026-03-06"), "tentative", 0.5, 6000, "Ann"},
                  {"D8", "Holm", "Welding", 4, day("2026-03-27"), "tentative", 0.5, 0, "Ann"}});
    workbook.put("Capacity.A6",
                 {{"Cutting", day("2026-03-02"), 10}, {"Cutting", day("2026-03-09"), 10}});
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$I$10;$Capacity.$A$1:$C$7;"
                                "$Settings.$A$1:$B$2)");
    return workbook;
}

class ConflictsPanel : public WindowTest {
  protected:
    // The panel with its list as the contract has it at first: what a test chose is remembered for
    // the next document.
    static Panel freshPanel(const Deck& deck) {
        const Panel panel = conflictsPanel(deck);
        EXPECT_TRUE(becomesTrue([&] { return panel.hasControl("sort"); }));
        choose(panel, "sort", "Verdict ↑");
        choose(panel, "verdict", sal_Int16{0});
        return panel;
    }
    static bool comesToList(const Panel& panel, std::string_view deals) {
        return becomesTrue([&] { return conflictDeals(panel) == deals; });
    }
    static bool cursorComesTo(const Window& window, std::string_view cell) {
        return becomesTrue([&] { return window.cursor() == cell; });
    }
};

TEST_F(ConflictsPanel, LeadsToTheRivalsOfADeal) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = freshPanel(deck);
    window.moveCursor("Deals.B3");
    ASSERT_TRUE(comesToSay(panel, "title", "D2"));
    ASSERT_TRUE(comesToSay(panel, "rival1", "D1 (30 h)"));
    panel.click("rival1");
    EXPECT_TRUE(cursorComesTo(window, "Deals.B2")) << window.cursor();
    EXPECT_TRUE(comesToSay(panel, "title", "D1"));
    EXPECT_FALSE(panel.hasControl("rival1")) << "a kept deal has none";
}

TEST_F(ConflictsPanel, LeadsToEachRowOfADeal) {
    const Workbook workbook = openBusyWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = freshPanel(deck);
    window.moveCursor("Deals.B3");
    ASSERT_TRUE(comesToSay(panel, "title", "D2"));
    EXPECT_FALSE(panel.hasControl("row1")) << "one row needs no link";
    window.moveCursor("Deals.B9");
    ASSERT_TRUE(comesToSay(panel, "title", "D8"));
    ASSERT_TRUE(comesToSay(panel, "row2", "Row 10"));
    panel.click("row2");
    EXPECT_TRUE(cursorComesTo(window, "Deals.B10")) << window.cursor();
    ASSERT_TRUE(comesToSay(panel, "row1", "Row 9"));
    panel.click("row1");
    EXPECT_TRUE(cursorComesTo(window, "Deals.B9")) << window.cursor();
}

// The details of a deal with rivals are longer, so the list becomes another size.
TEST_F(ConflictsPanel, KeepsTheDealUnderTheCursorInSight) {
    Workbook workbook = openWorkshop(office());
    Rows rows;
    for (int i = 0; i < 40; ++i) {
        rows.push_back({"E" + std::to_string(100 + i), "Ash", "Welding", 500, day("2026-03-13"),
                        "tentative", 0.5, i});
    }
    workbook.put("Deals.A9", rows);
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$H$48;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$2)");
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = freshPanel(deck);
    choose(panel, "sort", "Deal ↑");
    ASSERT_TRUE(becomesTrue([&] { return conflictDeals(panel).ends_with("E139"); }));
    const auto is_in_sight = [&] {
        const Reference<css::awt::grid::XGridControl> grid(panel.control("list"), UNO_QUERY_THROW);
        const int height = panel.place("list").Height;
        for (int y = 0; y < height * 3 / 4; y += 4) {
            if (grid->getRowAtPoint(10, y) == grid->getCurrentRow()) {
                return true;
            }
        }
        return false;
    };
    for (const auto& [cell, deal] : {std::pair{"Deals.B8", "D7"},
                                     {"Deals.B43", "E134"},
                                     {"Deals.B8", "D7"},
                                     {"Deals.B28", "E119"}}) {
        window.moveCursor(cell);
        ASSERT_TRUE(comesToSay(panel, "title", deal));
        EXPECT_TRUE(comesToRest());
        EXPECT_TRUE(is_in_sight()) << deal;
    }
}

TEST_F(ConflictsPanel, SortsByTheListAndByTheHeadings) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = freshPanel(deck);
    ASSERT_TRUE(comesToList(panel, "D2 D3 D5 D7"));
    choose(panel, "sort", "Value ↓");
    EXPECT_TRUE(comesToList(panel, "D2 D5 D3 D7")) << conflictDeals(panel);
    choose(panel, "sort", "Value ↑");
    EXPECT_TRUE(comesToList(panel, "D7 D3 D5 D2")) << conflictDeals(panel);

    // The heading of the second column: the first is 46 units of the font wide, the second 34.
    const css::awt::Rectangle list = panel.place("list");
    const Reference<css::awt::XUnitConversion> units(panel.window(), UNO_QUERY_THROW);
    const css::awt::Size place =
        units->convertSizeToPixel(css::awt::Size(46 + 17, 4), css::util::MeasureUnit::APPFONT);
    panel.clickAt(list.X + place.Width, list.Y + place.Height);
    EXPECT_TRUE(becomesTrue([&] { return chosen(panel, "sort") == "Deal ↑"; }))
        << chosen(panel, "sort");
    EXPECT_TRUE(comesToList(panel, "D2 D3 D5 D7")) << conflictDeals(panel);
    panel.clickAt(list.X + place.Width, list.Y + place.Height);
    EXPECT_TRUE(becomesTrue([&] { return chosen(panel, "sort") == "Deal ↓"; }))
        << chosen(panel, "sort");
    EXPECT_TRUE(comesToList(panel, "D7 D5 D3 D2")) << conflictDeals(panel);
}

TEST_F(ConflictsPanel, FiltersByOwnerAndResource) {
    const Workbook workbook = openBusyWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = freshPanel(deck);
    ASSERT_TRUE(comesToList(panel, "D2 D8 D3 D5 D7")) << conflictDeals(panel);
    choose(panel, "owner", "Ann");
    EXPECT_TRUE(comesToList(panel, "D2 D8")) << conflictDeals(panel);
    EXPECT_TRUE(comesToSay(panel, "count", "2 of 5"));
    choose(panel, "resource", "Cutting");
    EXPECT_TRUE(comesToList(panel, "D8")) << conflictDeals(panel);
    choose(panel, "owner", "Bob");
    EXPECT_TRUE(becomesTrue([&] { return panel.hasControl("show_all"); }));
    EXPECT_FALSE(panel.hasControl("list"));
    panel.click("show_all");
    EXPECT_TRUE(comesToList(panel, "D2 D8 D3 D5 D7")) << conflictDeals(panel);
    EXPECT_EQ(chosen(panel, "owner"), "All owners");
    EXPECT_EQ(chosen(panel, "resource"), "All resources");
}

TEST_F(ConflictsPanel, RemembersOrderAndFilterWhileTheDocumentIsOpen) {
    const Workbook workbook = openBusyWorkshop(office());
    Window window(office(), workbook);
    {
        const Deck deck = window.openDeck();
        const Panel panel = freshPanel(deck);
        choose(panel, "sort", "Value ↓");
        choose(panel, "owner", "Bob");
        ASSERT_TRUE(comesToList(panel, "D3 D7")) << conflictDeals(panel);
    }
    window.hideSidebar();
    const Deck deck = window.openDeck();
    const Panel panel = conflictsPanel(deck);
    EXPECT_TRUE(comesToList(panel, "D3 D7")) << conflictDeals(panel);
    EXPECT_EQ(chosen(panel, "sort"), "Value ↓");
    EXPECT_EQ(chosen(panel, "owner"), "Bob");
    static_cast<void>(freshPanel(deck));
}

// Owners and resources are a document's own; the order and the verdict go on to the next.
TEST_F(ConflictsPanel, RemembersOrderAndVerdictForTheNextDocumentAndTheNextOffice) {
    Profile profile;
    ASSERT_EQ(profile.install(packageUnderTest()).exit_code, 0);
    const auto expectRemembered = [](Office& other) {
        const Workbook workbook = openBusyWorkshop(other);
        Window window(other, workbook);
        const Deck deck = window.openDeck();
        const Panel panel = conflictsPanel(deck);
        EXPECT_TRUE(comesToList(panel, "D2 D8 D3")) << conflictDeals(panel);
        EXPECT_EQ(chosen(panel, "sort"), "Value ↓");
        EXPECT_EQ(chosen(panel, "verdict"), "INFEASIBLE");
        EXPECT_EQ(chosen(panel, "owner"), "All owners");
    };
    {
        Office first(profile, &screen());
        {
            const Workbook workbook = openBusyWorkshop(first);
            Window window(first, workbook);
            const Deck deck = window.openDeck();
            const Panel panel = freshPanel(deck);
            choose(panel, "sort", "Value ↓");
            choose(panel, "verdict", "INFEASIBLE");
            choose(panel, "owner", "Ann");
            ASSERT_TRUE(comesToList(panel, "D2 D8")) << conflictDeals(panel);
        }
        expectRemembered(first);
        EXPECT_EQ(first.terminate(), 0);
    }
    Office second(profile, &screen());
    expectRemembered(second);
    EXPECT_EQ(second.terminate(), 0);
}

} // namespace
} // namespace keepable::office_tests
