// SPDX-License-Identifier: MPL-2.0
//
// The command portfolio: the sheet, the dates, the dialog, the solver that comes with the package.
#include "office/support/conditional.hpp"
#include "office/support/dialog.hpp"
#include "office/support/dump.hpp"
#include "office/support/office_test.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace keepable::office_tests {
namespace {

class Portfolio : public WindowTest {
  protected:
    // What stands beside the decisions.
    static std::string notes(const Workbook& workbook) {
        std::string all;
        for (const std::string& text : workbook.texts("Keepable Portfolio.F1:F5")) {
            all += text + '\n';
        }
        return all;
    }
};

TEST_F(Portfolio, IsWrittenToItsSheetAndTakenBackByOneUndo) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const std::string before = dump(workbook);
    const auto answer = window.command("portfolio");
    ASSERT_TRUE(answer && answer->is_done) << answer->sentence;
    EXPECT_EQ(workbook.texts("Keepable Portfolio.A1:A4"),
              (std::vector<std::string>{"Deal", "D3", "D4", "D5"}));
    EXPECT_EQ(workbook.shown("Keepable Portfolio.B1"), "Decision");
    EXPECT_EQ(workbook.shown("Keepable Portfolio.C1"), "New date");
    EXPECT_EQ(workbook.shown("Keepable Portfolio.D1"), "Value");
    // D3 does not fit as promised, and of D4 and D5 one.
    EXPECT_EQ(workbook.shown("Keepable Portfolio.B2"), "RE-DATE");
    EXPECT_GT(workbook.number("Keepable Portfolio.C2"), day("2026-03-10"));
    const auto decisions = workbook.texts("Keepable Portfolio.B2:B4");
    EXPECT_EQ(std::ranges::count(decisions, "RE-DATE"), 2);
    EXPECT_EQ(std::ranges::count(decisions, "KEEP"), 1);
    EXPECT_NE(notes(workbook).find("Proven"), std::string::npos) << notes(workbook);
    EXPECT_NE(notes(workbook).find("12,000"), std::string::npos) << notes(workbook);
    const std::string written = dump(workbook);
    workbook.undo();
    EXPECT_EQ(difference(before, dump(workbook)), "");
    workbook.redo();
    EXPECT_EQ(difference(written, dump(workbook)), "");
    ASSERT_TRUE(window.command("portfolio"));
    EXPECT_EQ(workbook.texts("Keepable Portfolio.B2:B4"), decisions) << "the same again";
}

TEST_F(Portfolio, WritesTheDatesIntoTheRowsWhenAskedTo) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const std::string before = dump(workbook);
    const auto steps = undoTitles(workbook).size();
    const auto answer =
        window.command("portfolio", {{"Proposal", css::uno::Any(toOffice("apply"))}});
    ASSERT_TRUE(answer && answer->is_done) << answer->sentence;
    EXPECT_EQ(verdictsIn(workbook),
              (std::vector<std::string>{"KEEPABLE", "INFEASIBLE", "KEEPABLE", "KEEPABLE",
                                        "KEEPABLE", "CLOSED", "CHECK ROW"}));
    EXPECT_EQ(undoTitles(workbook).size(), steps + 1);
    workbook.undo();
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

TEST_F(Portfolio, ClosesWhatItDeclinesWhenAskedToAndPutsItOnRecord) {
    Workbook workbook = openWorkshop(office());
    workbook.set("Deals.D5", 130); // D4: of 160 h the firm deals leave 110
    workbook.set("Deals.H5", 100'000);
    Window window(office(), workbook);
    const std::string before = dump(workbook);
    const auto answer =
        window.command("portfolio", {{"Proposal", css::uno::Any(toOffice("decline"))}});
    ASSERT_TRUE(answer && answer->is_done) << answer->sentence;
    EXPECT_EQ(workbook.shown("Deals.F5"), "lost");
    EXPECT_EQ(verdictsIn(workbook),
              (std::vector<std::string>{"KEEPABLE", "INFEASIBLE", "KEEPABLE", "CLOSED", "KEEPABLE",
                                        "CLOSED", "CHECK ROW"}));
    const std::vector<std::string> deals = workbook.texts("Keepable Decisions.C1:C40");
    const std::vector<std::string> actions = workbook.texts("Keepable Decisions.F1:F40");
    const auto said = [&](const std::string& deal, const std::string& action) {
        for (std::size_t row = 0; row < deals.size(); ++row) {
            if (deals[row] == deal && actions[row] == action) {
                return true;
            }
        }
        return false;
    };
    EXPECT_TRUE(said("D4", "lost"))
        << testing::PrintToString(deals) << testing::PrintToString(actions);
    EXPECT_TRUE(said("D3", "re-dated"));
    workbook.undo();
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

TEST_F(Portfolio, IsShownBeforeItIsWritten) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const std::string before = dump(workbook);
    {
        const NextDialogs dialog(office(), "Best portfolio",
                                 [](const Dialog& shown) { shown.click("Cancel"); });
        static_cast<void>(window.command("portfolio", {}, false));
    }
    EXPECT_EQ(difference(before, dump(workbook)), "");
    std::string said;
    const NextDialogs dialog(office(), "Best portfolio", [&](const Dialog& shown) {
        said = shown.text();
        shown.click("Write Sheet");
    });
    ASSERT_TRUE(window.command("portfolio", {}, false));
    EXPECT_NE(said.find("Proven"), std::string::npos) << said;
    EXPECT_EQ(workbook.shown("Keepable Portfolio.A2"), "D3");
}

// Eighteen deals of odd hours for one week: greed does not find the best, and cannot prove it.
TEST_F(Portfolio, IsProvenByTheSolverOfThePackage) {
    Workbook workbook = openWorkshop(office());
    Rows rows;
    const std::vector<int> hours{13, 17, 19, 23, 11, 29, 7,  31, 37,
                                 9,  21, 27, 33, 14, 26, 12, 18, 22};
    for (std::size_t i = 0; i < hours.size(); ++i) {
        rows.push_back({"P" + std::to_string(i), "Gum", "Welding", hours[i], day("2026-03-27"),
                        "tentative", 0.5, hours[i] * 100 + static_cast<int>(i * i % 7) * 31});
    }
    workbook.put("Deals.A9", rows);
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$H$26;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$2)");
    Window window(office(), workbook);
    const auto answer = window.command("portfolio");
    ASSERT_TRUE(answer && answer->is_done) << answer->sentence;
    EXPECT_NE(notes(workbook).find("Proven"), std::string::npos) << notes(workbook);
    EXPECT_EQ(notes(workbook).find("solver"), std::string::npos) << notes(workbook);
}

TEST_F(Portfolio, SaysThatThereIsNothingToChooseFrom) {
    Workbook workbook = openWorkshop(office());
    for (const char* cell : {"Deals.F4", "Deals.F5", "Deals.F6", "Deals.F8"}) {
        workbook.set(cell, "lost");
    }
    Window window(office(), workbook);
    const auto answer = window.command("portfolio");
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->is_done);
    EXPECT_NE(answer->sentence.find("no open deals"), std::string::npos) << answer->sentence;
}

} // namespace
} // namespace keepable::office_tests
