// SPDX-License-Identifier: MPL-2.0
// PROMISE_RELIABILITY in a real office. The figures are worked out in the comments by the rule of
// README.md.
#include "office/support/office_test.hpp"
#include "office/support/workshop.hpp"

namespace keepable::office_tests {
namespace {

class ReliabilityFunction : public OfficeTest {
  protected:
    // Eight promises of 2025, all over by now: Ann kept 3 of 4, Bob 1 of 3, Cay none of 1.
    static Workbook promises() {
        Workbook workbook = openWorkshopTables(office());
        workbook.put("Past.A1", {{"First promise", "Delivered", "Owner"},
                                 {day("2025-03-03"), day("2025-03-03"), "Ann"},
                                 {day("2025-03-10"), day("2025-03-07"), "ann"},
                                 {day("2025-03-17"), day("2025-03-17"), "Ann"},
                                 {day("2025-03-24"), day("2025-03-25"), "Ann"},
                                 {day("2025-03-31"), "2025-03-31", "Bob"},
                                 {day("2025-04-07"), day("2025-04-30"), "Bob"},
                                 {day("2025-04-14"), "", "Bob"}, // never delivered
                                 {day("2025-04-21"), day("2025-04-28"), "Cay"},
                                 {day("2025-04-28"), "cancelled", "Cay"},
                                 {"", "", "Dee"}});
        return workbook;
    }
    static std::string call(std::string_view arguments) {
        return "=keepable.Promises.reliability(" + std::string(arguments) + ")";
    }
};

TEST_F(ReliabilityFunction, IsTheShareKeptDrawnTowardsThatOfAll) {
    Workbook workbook = promises();
    const auto share = [&](std::string_view arguments) {
        return numberOf(workbook, call(arguments));
    };
    // All: (4 + 2) / (8 + 4) = 0.5.
    EXPECT_EQ(share("$Past.$A$2:$A$11;$Past.$B$2:$B$11"), 0.5);
    EXPECT_EQ(share("$Past.$A$1:$A$11;$Past.$B$1:$B$11"), 0.5) << "with headings";
    EXPECT_EQ(share("$Past.$A:$A;$Past.$B:$B"), 0.5) << "whole columns";
    // Ann: (3 + 4 * 0.5) / (4 + 4); Bob: (1 + 2) / (3 + 4); Cay: (0 + 2) / (1 + 4); Dee: all.
    const std::string owner = "$Past.$A$2:$A$11;$Past.$B$2:$B$11;$Past.$C$2:$C$11;";
    EXPECT_EQ(share(owner + "\"ANN\""), 5.0 / 8);
    EXPECT_EQ(share(owner + "$Past.$C$7"), 3.0 / 7);
    EXPECT_EQ(share(owner + "\"Cay\""), 2.0 / 5);
    EXPECT_EQ(share(owner + "\"Dee\""), 0.5);
    EXPECT_EQ(share(owner + "\"\""), 0.5) << "an empty key counts as left out";
    EXPECT_EQ(share(owner), 0.5);
    EXPECT_EQ(answer(workbook, call(owner + "\"Eve\"")), "#N/A");
}

TEST_F(ReliabilityFunction, FollowsAnEditAndSurvivesErrorsInItsDates) {
    Workbook workbook = promises();
    const std::string all = call("$Past.$A$2:$A$11;$Past.$B$2:$B$11");
    workbook.formula("Past.E1", all);
    EXPECT_EQ(workbook.number("Past.E1"), 0.5);
    workbook.set("Past.B9", day("2025-04-21"));
    EXPECT_EQ(workbook.number("Past.E1"), 7.0 / 12);
    workbook.formula("Past.B9", "=1/0");
    EXPECT_EQ(workbook.number("Past.E1"), 6.0 / 11) << "the row is left out";
    workbook.formula("Past.A2", "=NA()");
    EXPECT_EQ(workbook.number("Past.E1"), 5.0 / 10);
}

TEST_F(ReliabilityFunction, SaysWhenItCannotAnswer) {
    Workbook workbook = promises();
    const auto shown = [&](std::string_view arguments) {
        return answer(workbook, call(arguments));
    };
    EXPECT_EQ(shown("$Past.$A$2:$A$11;$Past.$B$2:$B$10"), "#VALUE!") << "ranges differ in shape";
    EXPECT_EQ(shown("$Past.$A$2:$A$11;$Past.$B$2:$B$11;$Past.$C$2:$C$10;\"Ann\""), "#VALUE!");
    EXPECT_EQ(shown("$Past.$A$2:$A$11;$Past.$B$2:$B$11;;\"Ann\""), "#VALUE!") << "no keys";
    EXPECT_EQ(shown("$Past.$A$11;$Past.$B$11"), "#N/A") << "no promise counts";
    EXPECT_EQ(shown("$Past.$F$50:$F$60;$Past.$G$50:$G$60"), "#N/A") << "nothing there at all";
    workbook.formula("Past.C3", "=1/0");
    EXPECT_EQ(shown("$Past.$A$2:$A$11;$Past.$B$2:$B$11;$Past.$C$2:$C$11;\"Ann\""), "Err:504")
        << "Calc does not call a function whose optional range holds an error";
}

TEST_F(ReliabilityFunction, CountsDaysFromTheNullDateOfTheDocument) {
    Workbook workbook = promises();
    workbook.set("Past.B6", "2025-04-01"); // as text, a day too late
    workbook.formula("Past.E1", call("$Past.$A$2:$A$11;$Past.$B$2:$B$11"));
    EXPECT_EQ(workbook.number("Past.E1"), 5.0 / 12);
    // Two days later all dates are two days later, but for the one written as text.
    workbook.setNullDate(1900, 1, 1);
    workbook.calculateAll();
    EXPECT_EQ(workbook.number("Past.E1"), 6.0 / 12);
}

} // namespace
} // namespace keepable::office_tests
