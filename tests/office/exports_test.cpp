// SPDX-License-Identifier: MPL-2.0
//
// Lists and exports as people have them, set up in a real office: what has to be asked stands on the
// sheet Keepable and in the dialog before anything is planned, what the user answers is a setting
// that stays, and what is decided is written where it can be seen.
#include "office/support/dialog.hpp"
#include "office/support/office_test.hpp"
#include "office/support/panels.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keepable::office_tests {
namespace {

constexpr int kRowsSearched = 120;

std::string cellAt(std::string_view column, int row) {
    return "Keepable." + std::string{column} + std::to_string(row);
}

// The row of the sheet Keepable whose first cell says this; 0 for none.
int rowOf(const Workbook& workbook, std::string_view text) {
    for (int row = 1; row <= kRowsSearched; ++row) {
        if (workbook.shown(cellAt("A", row)) == text) {
            return row;
        }
    }
    return 0;
}

int countOf(const Workbook& workbook, std::string_view text) {
    int count = 0;
    for (int row = 1; row <= kRowsSearched; ++row) {
        count += workbook.shown(cellAt("A", row)) == text ? 1 : 0;
    }
    return count;
}

bool says(const Workbook& workbook, std::string_view column, std::string_view text) {
    for (int row = 1; row <= kRowsSearched; ++row) {
        if (workbook.shown(cellAt(column, row)).find(text) != std::string::npos) {
            return true;
        }
    }
    return false;
}

void putCapacity(Workbook& workbook) {
    workbook.put("Teams.A1", {{"Team", "2030-W10", "2030-W11", "2030-W12", "2030-W13", "2030-W14"},
                              {"Installers", 120, 120, 120, 80, 120},
                              {"GTX Pro", 60, 60, 60, 60, 60}});
}

// An export with close dates only, and words nobody knows.
Workbook exportedDeals(Office& office) {
    Workbook workbook = office.newWorkbook();
    workbook.setLocale("en", "US");
    workbook.put("Deals.A1",
                 {{"Record ID", "Deal Name", "Deal Stage", "Amount", "Close Date", "Deal owner"},
                  {"9001", "Roof", "Contract Sent", 4000, "2030-03-04", "Rep 1"},
                  {"9002", "Wall", "Closed Won", 9000, "2030-03-06", "Rep 2"},
                  {"9003", "Door", "With the board", 1000, "2030-03-11", "Rep 2"}});
    putCapacity(workbook);
    return workbook;
}

class Exports : public OfficeTest {
  protected:
    static std::string setUp(const Workbook& workbook) {
        Window window(office(), workbook);
        const auto answer = window.command("setup");
        EXPECT_TRUE(answer && answer->is_done) << (answer ? answer->sentence : "no answer");
        return answer ? answer->sentence : "";
    }
};

TEST_F(Exports, AskForTheDaysAfterWinningAndPlanOnceTheyAreGiven) {
    Workbook workbook = exportedDeals(office());
    EXPECT_NE(setUp(workbook).find("4 questions are open"), std::string::npos);
    // Nothing is taken for a promised date silently.
    EXPECT_NE(workbook.shown("Keepable.B4").find("Close Date"), std::string::npos)
        << workbook.shown("Keepable.B4");
    EXPECT_FALSE(readHandle(workbook.shown("Keepable.B4")).is_handle);
    EXPECT_NE(workbook.shown("Keepable.A3").find("4 questions"), std::string::npos);
    const int days = rowOf(workbook, "Days after win");
    const int item = rowOf(workbook, "Item for all");
    const int quantity = rowOf(workbook, "Quantity for all");
    const int stage = rowOf(workbook, "Stage: With the board");
    for (const int row : {days, item, quantity, stage}) {
        ASSERT_NE(row, 0);
        EXPECT_EQ(workbook.shown(cellAt("B", row)), "");
        EXPECT_TRUE(workbook.shown(cellAt("C", row)).starts_with("? "));
    }
    EXPECT_TRUE(says(workbook, "D", "HubSpot"));
    workbook.set(cellAt("B", days), 7);
    workbook.set(cellAt("B", item), "Installers");
    workbook.set(cellAt("B", quantity), 10);
    workbook.set(cellAt("B", stage), "held");
    EXPECT_TRUE(readHandle(workbook.shown("Keepable.B4")).is_handle)
        << workbook.shown("Keepable.B4");
    EXPECT_EQ(readHandle(workbook.shown("Keepable.B4")).deals, 3);
    EXPECT_EQ(readHandle(workbook.shown("Keepable.B4")).to_check, 0);
    EXPECT_EQ(workbook.shown("Keepable.A3"), "");
    EXPECT_EQ(workbook.shown("Deals.G2"), "KEEPABLE");
}

TEST_F(Exports, KeepAnswersWhenSetUpAgain) {
    Workbook workbook = exportedDeals(office());
    setUp(workbook);
    workbook.set(cellAt("B", rowOf(workbook, "Days after win")), 7);
    workbook.set(cellAt("B", rowOf(workbook, "Quantity for all")), 10);
    workbook.set("Deals.C2", "Legal review"); // a new question
    EXPECT_NE(setUp(workbook).find("3 questions are open"), std::string::npos);
    EXPECT_EQ(workbook.shown(cellAt("B", rowOf(workbook, "Days after win"))), "7");
    EXPECT_EQ(workbook.shown(cellAt("B", rowOf(workbook, "Quantity for all"))), "10");
    EXPECT_NE(rowOf(workbook, "Stage: Legal review"), 0);
    for (const char* name : {"Days after win", "Item for all", "Stage: With the board"}) {
        EXPECT_EQ(countOf(workbook, name), 1) << name;
    }
    // Answers given after the second run count as well: the new rows belong to the settings.
    workbook.set(cellAt("B", rowOf(workbook, "Item for all")), "Installers");
    workbook.set(cellAt("B", rowOf(workbook, "Stage: Legal review")), "firm");
    workbook.set(cellAt("B", rowOf(workbook, "Stage: With the board")), "closed");
    EXPECT_EQ(readHandle(workbook.shown("Keepable.B4")).to_check, 0)
        << workbook.shown("Keepable.B4");
}

TEST_F(Exports, WriteDownWhatOneCellDecidesAndLetItBeChanged) {
    Workbook workbook = office().newWorkbook();
    workbook.setLocale("en", "US");
    workbook.put("Deals.A1", {{"Deal", "Item", "Quantity", "Promised date", "Status"},
                              {"D1", "Installers", 10, "05/04/2030", "open"},
                              {"D2", "Installers", 10, "23/03/2030", "open"}});
    putCapacity(workbook);
    EXPECT_EQ(setUp(workbook), "");
    const int row = rowOf(workbook, "Deals: Promised date");
    ASSERT_NE(row, 0);
    EXPECT_EQ(workbook.shown(cellAt("B", row)), "Promised date, day first");
    EXPECT_NE(workbook.shown(cellAt("C", row)).find("23/03/2030"), std::string::npos);
    EXPECT_EQ(readHandle(workbook.shown("Keepable.B4")).to_check, 0);
    workbook.set(cellAt("B", row), "Promised date, month first");
    EXPECT_EQ(readHandle(workbook.shown("Keepable.B4")).to_check, 1);
    EXPECT_EQ(workbook.shown("Deals.F3"), "CHECK ROW");
}

TEST_F(Exports, ProposeNamesThatAreNearlyTheSameAndShowThem) {
    Workbook workbook = office().newWorkbook();
    workbook.put("Deals.A1", {{"Deal", "Item", "Quantity", "Promised date"},
                              {"D1", "GTXPro", 10, day("2030-03-15")},
                              {"D2", "Instalers", 10, day("2030-03-15")}});
    putCapacity(workbook);
    EXPECT_NE(setUp(workbook).find("One question is open"), std::string::npos);
    EXPECT_EQ(workbook.shown(cellAt("B", rowOf(workbook, "Same name: GTXPro"))), "GTX Pro");
    const int likely = rowOf(workbook, "Same name: Instalers");
    ASSERT_NE(likely, 0);
    EXPECT_EQ(workbook.shown(cellAt("B", likely)), "");
    EXPECT_EQ(workbook.shown("Deals.E2"), "KEEPABLE");
    EXPECT_EQ(workbook.shown("Deals.E3"), "CHECK ROW"); // not merged before somebody says so
    workbook.set(cellAt("B", likely), "Installers");
    EXPECT_EQ(workbook.shown("Deals.E3"), "KEEPABLE");
}

TEST_F(Exports, TellWhyEachColumnIsReadAndWhichCellsAreNot) {
    Workbook workbook = office().newWorkbook();
    workbook.put("Deals.A1", {{"Order no", "Product", "Qty", "Delivery date", "Mood"},
                              {"D1", "Installers", "tbd", day("2030-03-15"), "fine"},
                              {"D2", "Installers", 4, day("2030-03-15"), "fine"}});
    putCapacity(workbook);
    setUp(workbook);
    EXPECT_TRUE(says(workbook, "D", "likely: a usual word for it (English)"));
    EXPECT_TRUE(says(workbook, "D", "heading not known"));
    EXPECT_TRUE(says(workbook, "B", "C2"));
    EXPECT_TRUE(says(workbook, "C", "“tbd”"));
}

TEST_F(Exports, TakeAnswersIntoSettingsOfTheWorkbooksOwn) {
    Workbook workbook = office().newWorkbook();
    workbook.setLocale("en", "US");
    workbook.put("Deals.A1", {{"Deal", "Item", "Quantity", "Promised date"},
                              {"D1", "Installers", 10, "23/03/2030"}});
    putCapacity(workbook);
    workbook.put("Rules.A1", {{"Setting", "Value"}, {"As of", "2030-03-01"}, {"Fence", 0}});
    EXPECT_EQ(setUp(workbook), "");
    EXPECT_EQ(workbook.shown("Rules.A4"), "Deals: Promised date");
    EXPECT_EQ(workbook.shown("Rules.B4"), "Promised date, day first");
    EXPECT_EQ(readHandle(workbook.shown("Keepable.B4")).to_check, 0);
    workbook.undo();
    EXPECT_EQ(workbook.shown("Rules.A4"), "");
}

class ExportsDialog : public WindowTest {};

TEST_F(ExportsDialog, AsksBeforeAnythingIsWritten) {
    Workbook workbook = exportedDeals(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    planPanel(deck).click("setup");
    const Dialog dialog = Dialog::comesUp(office(), "Set up Keepable");
    const std::string text = dialog.text();
    EXPECT_NE(text.find("How many days after winning do you deliver?"), std::string::npos) << text;
    EXPECT_NE(text.find("HubSpot"), std::string::npos) << text;
    EXPECT_EQ(workbook.shown("Deals.G1"), "");
    dialog.click("Cancel");
    EXPECT_EQ(workbook.shown("Deals.G1"), "");
}

} // namespace
} // namespace keepable::office_tests
