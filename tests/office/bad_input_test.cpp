// SPDX-License-Identifier: MPL-2.0
// What cannot be read costs its own row and no other, and is never silent.
#include "office/support/office_test.hpp"
#include "office/support/workshop.hpp"

namespace keepable::office_tests {
namespace {

class BadInput : public OfficeTest {
  protected:
    // All verdicts of the workshop but the one of D5 (row 6 of the deals), which a test plays with.
    static void expectOthersUntouched(const Workbook& workshop) {
        const std::vector<std::string> verdicts = verdictsIn(workshop);
        for (const std::size_t deal : {0U, 1U, 2U, 3U, 5U, 6U}) {
            EXPECT_EQ(verdicts[deal], kWorkshopVerdicts[deal]) << "D" << deal + 1;
        }
    }
};

struct CellCase {
    const char* what;
    const char* cell; // in the row of D5
    CellContent content;
    const char* verdict;
    const char* heading; // the reason names it; "" when there is nothing to complain about
};

TEST_F(BadInput, ACellThatCannotBeReadCostsItsOwnRowOnly) {
    const std::vector<CellCase> cases = {
        {"text for a quantity", "Deals.D6", "a few", "CHECK ROW", "Quantity"},
        {"a negative quantity", "Deals.D6", -5, "CHECK ROW", "Quantity"},
        {"a quantity beyond all bounds", "Deals.D6", 1e300, "CHECK ROW", "Quantity"},
        {"no quantity", "Deals.D6", CellContent(), "CHECK ROW", "Quantity"},
        {"a number as text", "Deals.D6", "16", "AT RISK", ""},
        {"a number as text with a fraction", "Deals.D6", "16.00", "AT RISK", ""},
        {"far too much work", "Deals.D6", 1e6, "INFEASIBLE", ""},
        {"no work at all", "Deals.D6", 0, "KEEPABLE", ""},
        {"text for a date", "Deals.E6", "some day", "CHECK ROW", "Promised date"},
        {"no date", "Deals.E6", CellContent(), "CHECK ROW", "Promised date"},
        {"a date after the year 9999", "Deals.E6", 1e7, "CHECK ROW", "Promised date"},
        {"a date as ISO text", "Deals.E6", "2026-03-13", "AT RISK", ""},
        {"a date as the locale writes it", "Deals.E6", "3/13/2026", "AT RISK", ""},
        {"a date long after the last period", "Deals.E6", day("2099-01-01"), "KEEPABLE", ""},
        {"a date that has passed", "Deals.E6", day("2026-02-27"), "INFEASIBLE", ""},
        {"an unknown item", "Deals.C6", "Knitting", "CHECK ROW", "Item"},
        {"no item", "Deals.C6", CellContent(), "CHECK ROW", "Item"},
        {"an item with stray spaces", "Deals.C6", "  welding ", "AT RISK", ""},
        {"an unknown status", "Deals.F6", "perhaps", "CHECK ROW", "Status"},
        {"no status", "Deals.F6", CellContent(), "AT RISK", ""},
        {"a probability above 100", "Deals.G6", 150, "AT RISK", "Probability"},
        {"a probability as text", "Deals.G6", "25 %", "AT RISK", ""},
        {"a probability that is no number", "Deals.G6", "fair", "AT RISK", "Probability"},
        {"a value that is no number", "Deals.H6", "lots", "AT RISK", "Value"}};
    Workbook workshop = openWorkshop(office());
    for (const CellCase& test : cases) {
        SCOPED_TRACE(test.what);
        workshop.put("Deals.A6",
                     {{"D5", "Elm", "Welding", 16, day("2026-03-13"), "tentative", 0.25, 5000}});
        workshop.set(test.cell, test.content);
        EXPECT_EQ(verdictsIn(workshop)[4], test.verdict);
        const std::string reason = answer(workshop, getter("reason", "D5"));
        EXPECT_NE(reason.find(test.heading), std::string::npos) << reason;
        expectOthersUntouched(workshop);
    }
}

TEST_F(BadInput, ADateBefore1900IsCheckRow) {
    Workbook workshop = openWorkshop(office());
    for (const CellContent& date : {CellContent(-40000), CellContent("1850-01-01")}) {
        workshop.set("Deals.E6", date);
        EXPECT_EQ(verdictsIn(workshop)[4], "CHECK ROW");
        const std::string reason = answer(workshop, getter("reason", "D5"));
        EXPECT_NE(reason.find("Promised date"), std::string::npos) << reason;
        expectOthersUntouched(workshop);
    }
}

TEST_F(BadInput, AnErrorInARecognisedColumnIsARowProblem) {
    Workbook workshop = openWorkshop(office());
    for (const char* cell : {"Deals.C6", "Deals.D6", "Deals.E6", "Deals.F6"}) {
        SCOPED_TRACE(cell);
        workshop.put("Deals.A6",
                     {{"D5", "Elm", "Welding", 16, day("2026-03-13"), "tentative", 0.25, 5000}});
        workshop.formula(cell, "=1/0");
        EXPECT_EQ(verdictsIn(workshop)[4], "CHECK ROW");
        expectOthersUntouched(workshop);
    }
}

TEST_F(BadInput, AnErrorInACapacityRowLeavesThatRowOut) {
    Workbook workshop = openWorkshop(office());
    workshop.formula("Capacity.C3", "=1/0"); // the second week
    const std::vector<std::string> verdicts = verdictsIn(workshop);
    EXPECT_EQ(verdicts[0], "KEEPABLE");
    EXPECT_EQ(verdicts[3], "INFEASIBLE") << "the week of D4 has no capacity left";
    const std::string plan = workshop.shown("Plan.A1");
    EXPECT_TRUE(readHandle(plan).is_handle) << plan;
    EXPECT_NE(plan.find("Capacity"), std::string::npos) << "the plan says which cell: " << plan;
    EXPECT_NE(plan.find("row 3"), std::string::npos) << plan;
}

TEST_F(BadInput, AnErrorInAnItemsRowCostsTheDealsOfThatItemOnly) {
    Workbook workshop = openWorkshop(office());
    workshop.put("Items.A1", {{"Item", "Resource", "Hours per unit", "Lead-time offset"}});
    workshop.put("Items.A2", {{"Welding", "Welding", 1}});
    workshop.put("Deals.C6", {{"Pump", 8}}); // D5: 8 pumps of 2 h instead of 16 h
    workshop.formula("Plan.A1", "=keepable.Promises.planItems($Deals.$A$1:$H$8;$Capacity.$A$1:$C$5;"
                                "$Items.$A$1:$D$3;$Settings.$A$1:$B$2)");
    for (const char* cell : {"Items.A3", "Items.B3", "Items.C3", "Items.D3"}) {
        SCOPED_TRACE(cell);
        workshop.put("Items.A3", {{"Pump", "Welding", 2, CellContent()}});
        EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
        workshop.formula(cell, "=1/0");
        EXPECT_EQ(verdictsIn(workshop)[4], "CHECK ROW");
        expectOthersUntouched(workshop);
        const std::string plan = workshop.shown("Plan.A1");
        EXPECT_TRUE(readHandle(plan).is_handle) << plan;
        EXPECT_NE(plan.find("Items row 3"), std::string::npos) << plan;
    }
}

// Calc turns the settings into values before it calls us, and answers for an error among them
// itself; README.md says so.
TEST_F(BadInput, AnErrorInTheSettingsIsErr504FromCalc) {
    Workbook workshop = openWorkshop(office());
    workshop.formula("Settings.B2", "=1/0");
    EXPECT_EQ(workshop.shown("Plan.A1"), "Err:504");
    EXPECT_EQ(workshop.shown("Plan.B3"), "Err:504");
    workshop.set("Settings.B2", day("2026-03-02"));
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts) << "and it recovers";
}

// Calc hands over the first sheet of such a range and does not tell of the others; README.md says
// so.
TEST_F(BadInput, OfARangeOverSeveralSheetsTheFirstIsRead) {
    Workbook workshop = openWorkshop(office());
    workshop.copySheet("Deals", "More deals");
    workshop.set("More deals.D3", 10);
    workshop.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$'More deals'.$H$8;"
                                "$Capacity.$A$1:$C$5;$Settings.$A$1:$B$2)");
    EXPECT_EQ(readHandle(workshop.shown("Plan.A1")).deals, 7);
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
}

TEST_F(BadInput, AnErrorInARemarkColumnIsNobodysBusiness) {
    Workbook workshop = openWorkshop(office());
    workshop.set("Deals.I1", "Remark");
    workshop.formula("Deals.I2", "=1/0");
    workshop.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$I$8;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$2)");
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
}

TEST_F(BadInput, WithoutANeededColumnThePlanSaysSoAndGettersAreNotAvailable) {
    Workbook workshop = openWorkshop(office());
    workshop.set("Deals.D1", "Remark");
    const std::string sentence = workshop.shown("Plan.A1");
    EXPECT_EQ(workshop.error("Plan.A1"), 0);
    EXPECT_NE(sentence.find("Quantity"), std::string::npos) << sentence;
    EXPECT_FALSE(readHandle(sentence).is_handle) << sentence;
    EXPECT_EQ(workshop.shown("Plan.B3"), "#N/A");
    EXPECT_EQ(workshop.shown("Plan.C3"), "#N/A");
    const std::string reason = answer(workshop, getter("reason", "D1"));
    EXPECT_NE(reason.find(sentence), std::string::npos) << reason;
    EXPECT_EQ(answer(workshop, "=keepable.Promises.table($Plan.$A$1)").empty(), false);

    workshop.set("Deals.D1", "Quantity");
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts) << "and it recovers";
}

TEST_F(BadInput, EmptyRangesGetASentence) {
    Workbook workshop = openWorkshop(office());
    for (const char* formula : {"=keepable.Promises.plan($Nothing.$A$1:$H$8;$Capacity.$A$1:$C$5)",
                                "=keepable.Promises.plan($Deals.$A$1:$H$8;$Nothing.$A$1:$C$5)",
                                "=keepable.Promises.plan($Deals.$A$1:$H$8;$Capacity.$A$1:$C$1)",
                                "=keepable.Promises.plan($Nothing.$A:$H;$Nothing.$A:$C)",
                                "=keepable.Promises.plan($Nothing.$A$1;$Nothing.$A$1)"}) {
        SCOPED_TRACE(formula);
        static_cast<void>(workshop.range("Nothing.A1"));
        workshop.formula("Plan.A1", formula);
        const std::string shown = workshop.shown("Plan.A1");
        EXPECT_EQ(workshop.error("Plan.A1"), 0) << shown;
        EXPECT_FALSE(readHandle(shown).is_handle) << shown;
        EXPECT_GT(shown.size(), 10U) << shown;
        EXPECT_EQ(workshop.shown("Plan.B3"), "#N/A");
    }
}

TEST_F(BadInput, DealsWithoutARowAreAnEmptyPlan) {
    Workbook workshop = openWorkshop(office());
    workshop.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$H$1;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$2)");
    const Handle handle = readHandle(workshop.shown("Plan.A1"));
    EXPECT_TRUE(handle.is_handle) << workshop.shown("Plan.A1");
    EXPECT_EQ(handle.deals, 0);
    EXPECT_EQ(workshop.shown("Plan.B3"), "#N/A");
}

TEST_F(BadInput, OfAHeadingTwiceTheFirstColumnCountsAndTheOtherIsReported) {
    Workbook workshop = openWorkshop(office());
    workshop.set("Deals.H1", " quantity "); // over the values, behind the real one in D
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
    const std::string behind = workshop.shown("Plan.A1");
    EXPECT_TRUE(readHandle(behind).is_handle) << behind;
    EXPECT_NE(behind.find("Deals row 1, quantity"), std::string::npos) << behind;
    EXPECT_NE(behind.find("column D counts, column H does not"), std::string::npos) << behind;

    workshop.set("Deals.H1", "Value");
    workshop.set("Deals.B1", "Quantity"); // over the customers, before the real one
    EXPECT_EQ(verdictsIn(workshop),
              (std::vector<std::string>{"CHECK ROW", "CHECK ROW", "CHECK ROW", "CHECK ROW",
                                        "CHECK ROW", "CLOSED", "CHECK ROW"}));
    const std::string before = workshop.shown("Plan.A1");
    EXPECT_NE(before.find("column B counts, column D does not"), std::string::npos) << before;
}

TEST_F(BadInput, APeriodHeadingThatIsAnErrorIsReported) {
    Workbook workshop = openWorkshop(office());
    workshop.put("Wide.A1", {{"Resource", day("2026-03-02"), day("2026-03-09"), day("2026-03-16")},
                             {"Welding", 40, 40, 40}});
    workshop.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$H$8;$Wide.$A$1:$D$2;"
                                "$Settings.$A$1:$B$2)");
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
    workshop.formula("Wide.D1", "=1/0"); // a week in which nothing is to be done
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
    const std::string plan = workshop.shown("Plan.A1");
    EXPECT_TRUE(readHandle(plan).is_handle) << plan;
    EXPECT_NE(plan.find("Capacity row 1"), std::string::npos) << plan;
}

TEST_F(BadInput, WholeColumnsAndTheLastRowAreRead) {
    Workbook workshop = openWorkshop(office());
    workshop.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A:$H;$Capacity.$A:$C;"
                                "$Settings.$A$1:$B$2)");
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
    workshop.put("Deals.A1048576", {{"last", "", "Welding", 1, day("2026-03-02"), "tentative"}});
    EXPECT_EQ(answer(workshop, getter("status", "last")), "KEEPABLE");
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
}

TEST_F(BadInput, AThousandColumnsOfPeriodsAreRead) {
    Workbook workshop = openWorkshop(office());
    Row headings = {"Resource"};
    Row hours = {"Welding"};
    for (int column = 0; column < 1000; ++column) {
        headings.emplace_back(day("2026-03-02") + column);
        hours.emplace_back(column % 7 < 5 ? 8 : 0);
    }
    workshop.put("Wide.A1", {headings, hours});
    workshop.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$H$8;$Wide.$A$1:$ALM$2;"
                                "$Settings.$A$1:$B$2)");
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
}

TEST_F(BadInput, ACircularReferenceIsAnErrorAndNoVerdict) {
    Workbook workshop = openWorkshop(office());
    // The quantity of D5 would depend on the verdict of D5.
    workshop.formula("Deals.D6", "=IF($Plan.B7=\"KEEPABLE\";100;1)");
    workshop.calculateAll();
    const std::string shown = workshop.shown("Plan.B7");
    EXPECT_TRUE(shown == "CHECK ROW" || shown == "#N/A" || shown.starts_with("Err:5")) << shown;
    workshop.set("Deals.D6", 16);
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts) << "and it recovers";
}

TEST_F(BadInput, GermanTextIsReadInAGermanDocument) {
    Workbook workshop = openWorkshop(office());
    workshop.setLocale("de", "DE");
    workshop.put("Deals.D6", {{"16,0", "13.03.2026"}});
    workshop.put("Deals.H6", {{"5.000,00"}});
    workshop.set("Settings.B2", "02.03.2026");
    workshop.calculateAll();
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
    workshop.arrayFormula("Table.A1:K8", "=keepable.Promises.table($Plan.$A$1)");
    EXPECT_EQ(workshop.number("Table.J6"), 5000);
}

TEST_F(BadInput, DatesFollowTheNullDateOfTheDocument) {
    Workbook workshop = openWorkshopTables(office());
    const double shift = day("1904-01-01") - day("1899-12-30");
    workshop.setNullDate(1904, 1, 1);
    for (int row = 2; row <= 8; ++row) {
        const std::string cell = "Deals.E" + std::to_string(row);
        workshop.set(cell, workshop.number(cell) - shift);
    }
    for (int row = 2; row <= 5; ++row) {
        const std::string cell = "Capacity.B" + std::to_string(row);
        workshop.set(cell, workshop.number(cell) - shift);
    }
    workshop.set("Settings.B2", "2026-03-02");
    workshop.formula("Plan.A1", kWorkshopPlan);
    EXPECT_EQ(answer(workshop, getter("status", "D4")), "KEEPABLE");
    EXPECT_EQ(answer(workshop, getter("status", "D5")), "AT RISK");
    EXPECT_EQ(numberOf(workshop, getter("earliest", "D2")), day("2026-03-10") - shift);
    EXPECT_EQ(numberOf(workshop, "=keepable.Promises.quote($Plan.$A$1;\"Welding\";8)"),
              day("2026-03-11") - shift);
}

TEST_F(BadInput, OtherThingsThanRangesAreTheOfficesOwnError) {
    Workbook workshop = openWorkshop(office());
    EXPECT_TRUE(answer(workshop, "=keepable.Promises.plan(1;2)").starts_with("Err:5"));
    EXPECT_TRUE(answer(workshop, "=keepable.Promises.plan({1;2};\"x\")").starts_with("Err:5"));
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
}

} // namespace
} // namespace keepable::office_tests
