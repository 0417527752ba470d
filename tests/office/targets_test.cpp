// SPDX-License-Identifier: MPL-2.0
// PROMISE_LOG, PROMISE_ACTUAL, PROMISE_PROGRESS, PROMISE_STANDING, PROMISE_BUFFERS and quotes with the usual
// slip in a real office. Figures are worked out in the comments.
#include "office/support/dump.hpp"
#include "office/support/office_test.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <chrono>

namespace keepable::office_tests {
namespace {

class Targets : public OfficeTest {
  protected:
    static Workbook withLog() {
        Workbook workbook = openWorkshop(office());
        workbook.put("Log.A1",
                     {{"No", "When", "Deal", "Side", "By", "Action", "From", "To"},
                      {1, day("2026-03-02"), "D2", "sales", "Ann", "asked", "", "2026-03-13"},
                      {2, day("2026-03-05"), "D2", "ops", "Otto", "agreed"}});
        workbook.formula("Goals.B1", "=keepable.Promises.log($Log.$A:$K)");
        return workbook;
    }
    static std::string actual(std::string_view arguments) {
        return "=keepable.Promises.actual($Plan.$A$1;" + std::string(arguments) + ")";
    }
};

TEST_F(Targets, CountFromThePlanAndFromTheLog) {
    Workbook workbook = withLog();
    EXPECT_EQ(workbook.shown("Goals.B1").find("2 decisions · "), 0U) << workbook.shown("Goals.B1");
    // D1 (9000) and D4 (4000) can be kept, D2, D3 and D5 conflict.
    EXPECT_EQ(numberOf(workbook, actual("\"keepable value\"")), 13000);
    EXPECT_EQ(numberOf(workbook, actual("\"Haltbarer Wert\"")), 13000) << "as German files have it";
    EXPECT_EQ(numberOf(workbook, actual("\"open conflicts\";$Goals.$B$1")), 3);
    const std::string days = "\"days to settle\";$Goals.$B$1;DATE(2026;1;1);DATE(2026;3;31)";
    EXPECT_EQ(numberOf(workbook, actual(days)), 3) << "asked on 2 March, agreed on 5 March";
    EXPECT_EQ(numberOf(workbook, actual("\"overtime cost\";$Goals.$B$1")), 0);
}

TEST_F(Targets, RecalculateWhenPlanOrLogChange) {
    Workbook workbook = withLog();
    workbook.formula("Goals.B2",
                     actual("\"days to settle\";$Goals.$B$1;\"2026-01-01\";\"2026-03-31\""));
    workbook.formula("Goals.B3", actual("\"keepable value\";$Goals.$B$1"));
    EXPECT_EQ(workbook.number("Goals.B2"), 3);
    workbook.set("Log.B3", day("2026-03-12"));
    EXPECT_EQ(workbook.number("Goals.B2"), 10);
    workbook.undo();
    EXPECT_EQ(workbook.number("Goals.B2"), 3);
    workbook.put("Log.A4", {{3, day("2026-03-06"), "D3", "sales", "Ann", "asked", "", "2026-03-17"},
                            {4, day("2026-03-07"), "D3", "ops", "Otto", "agreed"}});
    EXPECT_EQ(workbook.number("Goals.B2"), 2) << "(3 + 1) / 2";
    workbook.set("Deals.H2", 9500);
    EXPECT_EQ(workbook.number("Goals.B3"), 13500);
}

TEST_F(Targets, SayInWordsWhatTheyCannotSay) {
    Workbook workbook = withLog();
    const auto shown = [&](const std::string& formula) { return answer(workbook, formula); };
    EXPECT_EQ(shown(actual("\"cost per delivered hour\";$Goals.$B$1")),
              "to be stated by people, in the column Actual");
    EXPECT_EQ(shown(actual("\"kept rate\";$Goals.$B$1")),
              "no first promise of these days can be judged yet");
    EXPECT_EQ(shown(actual("\"revenue growth\";$Goals.$B$1")),
              "nothing was won in the days before to compare with");
    EXPECT_EQ(shown(actual("\"overtime cost\"")),
              "the decision log is needed: give the cell with PROMISE_LOG");
    EXPECT_EQ(shown(actual("\"profit\"")).find("“profit” is no metric."), 0U);
    EXPECT_EQ(shown(actual("\"overtime cost\";\"a log\"")).find("this is no log of decisions"), 0U);
    EXPECT_EQ(shown(actual("\"overtime cost\";\"0 decisions · 0123456789abcdef\"")), "#N/A");
    EXPECT_EQ(shown(actual("\"overtime cost\";$Goals.$B$1;\"soon\"")), "#VALUE!");
    EXPECT_EQ(shown("=keepable.Promises.actual(\"no plan\";\"open conflicts\")"), "#N/A");
    EXPECT_EQ(shown("=keepable.Promises.log($Deals.$A$1:$H$8)").find("this is no log"), 0U);
    EXPECT_EQ(shown("=keepable.Promises.log($Goals.$M$50:$W$60)").find("0 decisions"), 0U);
    workbook.formula("Log.E3", "=1/0"); // an error in the log costs its cell alone
    workbook.calculateAll();
    EXPECT_EQ(workbook.shown("Goals.B1").find("2 decisions · "), 0U);
}

TEST_F(Targets, ProgressAndStandingAreOfTheFiguresGiven) {
    Workbook workbook = withLog();
    const auto progress = [&](std::string_view arguments) {
        return answer(workbook, "=keepable.Promises.progress(" + std::string(arguments) + ")");
    };
    EXPECT_EQ(progress("94;100;90"), "0.6") << "costs from 100 down to 90, now 94";
    EXPECT_EQ(progress("\"12 %\";0;\"20 %\""), "0.6");
    EXPECT_EQ(progress("\"to be stated\";0;1"), "") << "nobody can say yet";
    EXPECT_EQ(progress("1;2;2"),
              "Baseline and Target are the same. There is no progress to speak of.");
    EXPECT_EQ(progress("1;2;\"much\""), "#VALUE!");
    const auto standing = [&](std::string_view arguments) {
        return answer(workbook, "=keepable.Promises.standing(" + std::string(arguments) + ")");
    };
    EXPECT_EQ(standing("\"overtime cost\";90;100;90"), "reached");
    EXPECT_EQ(standing("\"overtime cost\";99;100;90;\"2020-01-01\";\"2020-12-31\""), "behind");
    EXPECT_EQ(standing("\"overtime cost\";94;100;90;\"2020-01-01\";\"9990-12-31\""), "on track");
    EXPECT_EQ(standing("\"profit\";94;100;90").find("“profit” is no metric."), 0U);
    EXPECT_EQ(standing("\"overtime cost\";\"\";100;90"), "");
}

TEST_F(Targets, AreToldInTheLanguageOfTheDocument) {
    Workbook workbook = withLog();
    workbook.setLocale("de", "DE");
    workbook.set("Deals.H2", 9001); // the plan of a German document
    EXPECT_EQ(answer(workbook, actual("\"Kosten je gelieferter Stunde\"")),
              "wird von Menschen angegeben, in der Spalte Actual");
}

TEST_F(Targets, AreFrozenAndComeBack) {
    Workbook workbook = withLog();
    workbook.put("Goals.A4", {{"open conflicts", 4, 0}});
    workbook.formula("Goals.D4", actual("$A4;$B$1"));
    workbook.formula("Goals.E4", "=keepable.Promises.progress($D4;$B4;$C4)");
    const std::string before = dump(workbook);
    Window window(office(), workbook);
    ASSERT_TRUE(window.command("freeze")->is_done);
    EXPECT_EQ(workbook.formulaIn("Goals.D4"), "3");
    EXPECT_EQ(workbook.number("Goals.E4"), 0.25);
    ASSERT_TRUE(window.command("unfreeze")->is_done);
    EXPECT_EQ(difference(before, dump(workbook)), "");
    workbook.set("Deals.D3", 0);
    EXPECT_LT(workbook.number("Goals.D4"), 3) << "D2 takes nothing any more";
}

// The log is read once per change, whatever number of cells asks.
TEST_F(Targets, ShareOneReadingOfALongLog) {
    Workbook workbook = openWorkshop(office());
    constexpr int kRows = 50'000;
    Rows rows{{"No", "When", "Deal", "Side", "By", "Action", "From", "To", "Reason"}};
    rows.reserve(kRows + 1);
    for (int row = 0; row < kRows; ++row) {
        rows.push_back({row + 1, day("2026-03-02"), "D" + std::to_string(row % 7 + 1), "sales",
                        "Ann", "noted", "", "", "row " + std::to_string(row)});
    }
    workbook.put("Log.A1", rows);
    workbook.formula("Goals.B1", "=keepable.Promises.log($Log.$A:$K)");
    constexpr int kCells = 200;
    workbook.formula("Goals.A2",
                     actual("\"days to settle\";$Goals.$B$1;\"2026-01-01\";\"2026-12-31\""));
    workbook.fillDown("Goals.A2:A" + std::to_string(kCells + 1));
    const auto timed = [&](const char* cell) {
        const auto start = std::chrono::steady_clock::now();
        static_cast<void>(workbook.shown(cell));
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
            .count();
    };
    workbook.set("Log.I2", "changed");
    const double reading = timed("Goals.B1");
    const double one = timed("Goals.A2");
    const auto start = std::chrono::steady_clock::now();
    static_cast<void>(workbook.texts("Goals.A2:A" + std::to_string(kCells + 1)));
    const double all =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    std::printf(
        "50,000 rows: %.0f ms for the log, %.1f ms for the first cell, %.1f ms for %d cells\n",
        reading, one, all, kCells);
    EXPECT_EQ(workbook.shown("Goals.A100"), "nothing was settled in these days");
    EXPECT_EQ(workbook.shown("Goals.B1").find("50000 decisions · "), 0U);
}

// Welding is delivered 0, 0, 2, 5 days late, all others 0, 0, 0, 1, 1, 9: 5 days for Welding, and of
// all ten 8 came up to 2 days late.
TEST_F(Targets, QuotesAddTheUsualSlipWhereTheSettingSaysSo) {
    Workbook workbook = openWorkshop(office());
    workbook.put("Deals.I1", {{"First promise", "Delivered date"}});
    const auto past = [&](int row, const char* item, int days) {
        workbook.put("Deals.A" + std::to_string(row),
                     {{"P" + std::to_string(row), "Alder", item, 8, day("2025-03-03"), "delivered",
                       1, 1, day("2025-03-03"), day("2025-03-03") + days}});
    };
    int row = 9;
    for (const int days : {0, 0, 2, 5}) {
        past(row++, "Welding", days);
    }
    for (const int days : {0, 0, 0, 1, 1, 9}) {
        past(row++, "Painting", days);
    }
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$J$40;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$4)");
    workbook.arrayFormula("Goals.A1:C4", "=keepable.Promises.buffers($Plan.$A$1)");
    EXPECT_EQ(workbook.texts("Goals.A1:A4"),
              (std::vector<std::string>{"Item", "Painting", "Welding", "all items"}));
    EXPECT_EQ(workbook.number("Goals.B3"), 5);
    EXPECT_EQ(workbook.number("Goals.C3"), 4);
    EXPECT_EQ(workbook.number("Goals.B4"), 2);
    EXPECT_EQ(workbook.number("Goals.C4"), 10);
    const std::string quote = "=keepable.Promises.quote($Plan.$A$1;\"Welding\";8)";
    const double without = numberOf(workbook, quote);
    workbook.put("Settings.A3", {{"Quote buffer", "usual slip"}});
    EXPECT_EQ(numberOf(workbook, quote), without + 5);
    workbook.set("Settings.B3", "none");
    EXPECT_EQ(numberOf(workbook, quote), without);
}

} // namespace
} // namespace keepable::office_tests
