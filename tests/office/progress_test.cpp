// SPDX-License-Identifier: MPL-2.0
//
// Long commands in large workbooks: what is going on is told, and Cancel leaves nothing behind.
#include "office/support/conditional.hpp"
#include "office/support/dialog.hpp"
#include "office/support/dump.hpp"
#include "office/support/office_test.hpp"
#include "office/support/panels.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <gtest/gtest.h>

#include <string>

namespace keepable::office_tests {
namespace {

class Progress : public WindowTest {
  protected:
    // As many deals as make a command last longer than its window needs to come up.
    static Workbook largeTables(int deals) {
        Workbook workbook = openWorkshopTables(office());
        Rows rows;
        for (int i = 0; i < deals; ++i) {
            rows.push_back({"N" + std::to_string(i), "Holm", "Welding", 1,
                            day("2026-03-20") + i % 30, "tentative", 0.5, 10});
        }
        workbook.put("Deals.A9", rows);
        return workbook;
    }
};

TEST_F(Progress, OfASetUpIsToldAndCancelLeavesNothingBehind) {
    const Workbook workbook = largeTables(20'000);
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = planPanel(deck);
    ASSERT_TRUE(comesToSay(panel, "note", "Set Up"));
    const std::string before = dump(workbook);
    const auto steps = undoTitles(workbook);
    panel.click("setup");
    const Dialog dialog = Dialog::comesUp(office(), "Set up Keepable");
    std::string said;
    {
        const NextDialogs progress(office(), "Set up Keepable", [&](const Dialog& shown) {
            said = shown.text();
            shown.click("Cancel");
        });
        dialog.click("OK");
        ASSERT_TRUE(becomesTrue([&] { return !said.empty(); }, std::chrono::minutes(1)));
        ASSERT_TRUE(comesToRest());
    }
    EXPECT_NE(said.find("Writing the column"), std::string::npos) << said;
    EXPECT_FALSE(Dialog::find(office(), "Set up Keepable"));
    EXPECT_FALSE(Dialog::find(office(), "Keepable")) << "who cancels need not be told so";
    EXPECT_EQ(difference(before, dump(workbook)), "");
    EXPECT_EQ(undoTitles(workbook), steps);
    EXPECT_TRUE(panel.hasControl("note")) << "there is no plan";
}

TEST_F(Progress, OfFreezingAndBackIsToldAndCancelLeavesTheCells) {
    const Workbook workbook = largeTables(20'000);
    Window window(office(), workbook);
    ASSERT_TRUE(window.command("setup"));
    ASSERT_TRUE(comesToRest());
    const auto is_cancelled = [&](const std::string& command, const std::string& title) {
        const std::string formula = workbook.formulaIn("Deals.I20008");
        const auto steps = undoTitles(workbook);
        std::string said;
        const NextDialogs progress(office(), title, [&](const Dialog& shown) {
            said = shown.text();
            shown.click("Cancel");
        });
        const auto answer = window.command(command, {}, false);
        EXPECT_TRUE(answer && !answer->is_done && answer->sentence.empty());
        EXPECT_NE(said.find("…"), std::string::npos) << said;
        EXPECT_EQ(workbook.formulaIn("Deals.I20008"), formula);
        EXPECT_EQ(undoTitles(workbook), steps);
    };
    is_cancelled("freeze", "Freeze Keepable");
    EXPECT_TRUE(window.command("freeze")->is_done) << "the document takes commands again";
    EXPECT_EQ(workbook.formulaIn("Deals.I20008"), workbook.shown("Deals.I20008"));
    is_cancelled("unfreeze", "Unfreeze Keepable");
}

TEST_F(Progress, OfQuickCommandsIsNotShown) {
    const Workbook workbook = openWorkshopTables(office());
    Window window(office(), workbook);
    ASSERT_TRUE(window.command("setup"));
    bool is_shown = false;
    const NextDialogs progress(office(), "Freeze Keepable",
                               [&](const Dialog&) { is_shown = true; });
    // The outcome is a message that waits for its OK.
    const NextDialogs outcome(office(), "Keepable", [](const Dialog& shown) { shown.click("OK"); });
    ASSERT_TRUE(window.command("freeze", {}, false));
    EXPECT_FALSE(is_shown);
}

} // namespace
} // namespace keepable::office_tests
