// SPDX-License-Identifier: MPL-2.0
// What happens to a workbook over its days: edits, undo, copies, files, other workbooks beside it.
#include "office/support/office_test.hpp"
#include "office/support/workshop.hpp"

#include <chrono>
#include <set>
#include <thread>

namespace keepable::office_tests {
namespace {

class WorkbookLife : public OfficeTest {};

std::string planOf(int last_row) {
    return "=keepable.Promises.plan($Deals.$A$1:$H$" + std::to_string(last_row) +
           ";$Capacity.$A$1:$C$5;$Settings.$A$1:$B$2)";
}

TEST_F(WorkbookLife, AnEditChangesTheVerdictsThatDependOnIt) {
    Workbook workshop = openWorkshop(office());
    const std::string before = workshop.shown("Plan.A1");
    workshop.set("Deals.D3", 10); // D2 needs half as much: both firm deals fit, 40 of 40
    EXPECT_EQ(verdictsIn(workshop),
              (std::vector<std::string>{"KEEPABLE", "KEEPABLE", "KEEPABLE", "KEEPABLE", "AT RISK",
                                        "CLOSED", "CHECK ROW"}));
    EXPECT_NE(workshop.shown("Plan.A1"), before);
}

TEST_F(WorkbookLife, TheSameCellsGiveTheSameHandle) {
    Workbook workshop = openWorkshop(office());
    workshop.formula("Plan.A20", kWorkshopPlan);
    EXPECT_EQ(workshop.shown("Plan.A20"), workshop.shown("Plan.A1"));
    const std::string before = workshop.shown("Plan.A1");
    workshop.set("Settings.B2", day("2026-03-03"));
    EXPECT_NE(workshop.shown("Plan.A1"), before) << "As of is part of the digest";
    workshop.set("Settings.B2", day("2026-03-02"));
    EXPECT_EQ(workshop.shown("Plan.A1"), before);
}

TEST_F(WorkbookLife, UndoReturnsToTheEarlierVerdictsAtOnce) {
    Workbook workshop = openWorkshop(office());
    const std::string plan = workshop.shown("Plan.A1");
    std::vector<std::string> plans;
    std::vector<std::vector<std::string>> verdicts;
    for (int quantity = 29; quantity >= 20; --quantity) {
        plans.push_back(workshop.shown("Plan.A1"));
        verdicts.push_back(verdictsIn(workshop));
        workshop.set("Deals.D2", quantity);
    }
    EXPECT_EQ(verdictsIn(workshop)[1], "KEEPABLE") << "20 + 20 of 40";
    while (!plans.empty()) {
        workshop.undo();
        EXPECT_EQ(workshop.shown("Plan.A1"), plans.back());
        EXPECT_EQ(verdictsIn(workshop), verdicts.back());
        plans.pop_back();
        verdicts.pop_back();
    }
    EXPECT_EQ(workshop.shown("Plan.A1"), plan);
    workshop.redo();
    EXPECT_NE(workshop.shown("Plan.A1"), plan);
    EXPECT_EQ(verdictsIn(workshop)[0], "KEEPABLE");
}

TEST_F(WorkbookLife, ManyPlansInOneWorkbookAllKeepAnswering) {
    Workbook workshop = openWorkshop(office());
    // Fourteen plans: of the first deal, the first two, … each with its own getters beside it.
    workshop.put("Deals.A9", {{"E1", "", "Welding", 1, day("2026-03-20"), "tentative"},
                              {"E2", "", "Welding", 1, day("2026-03-20"), "tentative"},
                              {"E3", "", "Welding", 1, day("2026-03-20"), "tentative"},
                              {"E4", "", "Welding", 1, day("2026-03-20"), "tentative"},
                              {"E5", "", "Welding", 1, day("2026-03-20"), "tentative"},
                              {"E6", "", "Welding", 1, day("2026-03-20"), "tentative"},
                              {"E7", "", "Welding", 1, day("2026-03-20"), "tentative"}});
    const auto cell = [](char column, int row) {
        return "Many." + std::string(1, column) + std::to_string(row);
    };
    for (int row = 2; row <= 15; ++row) {
        workshop.formula(cell('A', row), planOf(row));
        workshop.formula(cell('B', row),
                         "=keepable.Promises.status($A" + std::to_string(row) + ";\"D1\")");
        workshop.formula(cell('C', row),
                         "=keepable.Promises.status($A" + std::to_string(row) + ";\"D2\")");
    }
    const auto expectAllToAnswer = [&](const char* second) {
        std::set<std::string> plans;
        for (int row = 2; row <= 15; ++row) {
            plans.insert(workshop.shown(cell('A', row)));
            EXPECT_EQ(workshop.shown(cell('B', row)), "KEEPABLE") << row;
            EXPECT_EQ(workshop.shown(cell('C', row)), row == 2 ? "#N/A" : second) << row;
        }
        EXPECT_EQ(plans.size(), 14U);
    };
    expectAllToAnswer("INFEASIBLE");
    for (int quantity = 29; quantity >= 20; --quantity) {
        workshop.set("Deals.D2", quantity);
        expectAllToAnswer(quantity == 20 ? "KEEPABLE" : "INFEASIBLE");
    }
    // New questions to the versions still in the cells, not only those computed with the plan.
    for (int row = 3; row <= 15; ++row) {
        EXPECT_EQ(answer(workshop,
                         "=keepable.Promises.status($Many.$A$" + std::to_string(row) + ";\"D2\")"),
                  "KEEPABLE");
    }
    for (int quantity = 21; quantity <= 30; ++quantity) {
        workshop.undo();
        while (workshop.number("Deals.D2") != quantity) {
            workshop.undo(); // the questions above are undo steps too
        }
        expectAllToAnswer("INFEASIBLE");
    }
}

TEST_F(WorkbookLife, InsertedDeletedAndSortedRowsAreFollowed) {
    Workbook workshop = openWorkshop(office());
    workshop.insertRows("Deals", 3, 2);
    EXPECT_NE(workshop.formulaIn("Plan.A1").find("$H$10"), std::string::npos);
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts) << "empty rows are skipped";
    const std::string reason = answer(workshop, getter("reason", "D7"));
    EXPECT_NE(reason.find("10"), std::string::npos) << "D7 stands in row 10 now: " << reason;

    workshop.sortDescending("Deals.A1:H10", 0);
    // Without a priority the order of the sheet decides between deals of the same date: D2 now
    // comes before D1, D5 before D4.
    EXPECT_EQ(verdictsIn(workshop),
              (std::vector<std::string>{"INFEASIBLE", "KEEPABLE", "INFEASIBLE", "AT RISK",
                                        "KEEPABLE", "CLOSED", "CHECK ROW"}));

    workshop.undo();
    workshop.deleteRows("Deals", 2, 3); // D1 and the empty rows: 30 h less
    EXPECT_EQ(workshop.shown("Plan.B3"), "#N/A");
    EXPECT_EQ(workshop.texts("Plan.B4:B9"),
              (std::vector<std::string>{"KEEPABLE", "KEEPABLE", "KEEPABLE", "KEEPABLE", "CLOSED",
                                        "CHECK ROW"}));
}

TEST_F(WorkbookLife, ManyRowsInsertedOneByOneKeepTheAnswersRight) {
    Workbook workshop = openWorkshop(office());
    for (int count = 1; count <= 60; ++count) {
        SCOPED_TRACE(count);
        workshop.insertRows("Deals", 4, 1); // between D2 and D3
        ASSERT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
        ASSERT_EQ(answer(workshop, getter("bottleneck", "D5")), "Welding");
    }
    EXPECT_NE(workshop.formulaIn("Plan.A1").find("$H$68"), std::string::npos);
    EXPECT_EQ(workshop.number("Plan.C7"), day("2026-03-16"));
    // A deal in the new rows counts.
    workshop.put("Deals.A30", {{"D8", "Hazel", "Welding", 1, day("2026-03-06"), "firm"}});
    EXPECT_EQ(answer(workshop, getter("status", "D8")), "KEEPABLE");
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
    EXPECT_EQ(workshop.number("Plan.D4"), 10) << "ranked before D8";
}

TEST_F(WorkbookLife, ARenamedSheetChangesNothing) {
    Workbook workshop = openWorkshop(office());
    workshop.renameSheet("Deals", "Pipeline 2026");
    workshop.calculateAll();
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
    workshop.set("Pipeline 2026.D3", 10);
    EXPECT_EQ(verdictsIn(workshop)[1], "KEEPABLE");
}

TEST_F(WorkbookLife, ACopyOfASheetAnswersAsWell) {
    Workbook workshop = openWorkshop(office());
    workshop.copySheet("Plan", "Plan copy");
    EXPECT_EQ(workshop.texts("Plan copy.B3:B9"), kWorkshopVerdicts);
    EXPECT_EQ(workshop.shown("Plan copy.A1"), workshop.shown("Plan.A1"));

    // A copy of the deals to play with: what is done there stays there.
    workshop.copySheet("Deals", "What if");
    workshop.formula("Plan copy.A1", "=keepable.Promises.plan($'What if'.$A$1:$H$8;"
                                     "$Capacity.$A$1:$C$5;$Settings.$A$1:$B$2)");
    workshop.set("What if.D3", 10);
    EXPECT_EQ(workshop.shown("Plan copy.B4"), "KEEPABLE");
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);

    workshop.removeSheet("Plan copy");
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
    workshop.undo();
    EXPECT_EQ(workshop.shown("Plan copy.B4"), "KEEPABLE");
}

TEST_F(WorkbookLife, AllTablesMayStandOnOneSheet) {
    Workbook workshop = openWorkshop(office());
    workshop.put("One.A3", {{"Our deals"}, {}, {"Deal", "Item", "Quantity", "Promised date"}});
    workshop.put("One.A6", {{"D1", "Welding", 41, day("2026-03-06")},
                            {"D2", "Welding", 40, day("2026-03-06")}});
    workshop.put("One.G1",
                 {{"Resource", "Period", "Capacity"}, {"Welding", day("2026-03-02"), 40}});
    workshop.put("One.K1", {{"As of", day("2026-03-02")}});
    workshop.formula("One.A1", "=keepable.Promises.plan($A$3:$D$7;$G$1:$I$2;$K$1:$L$1)");
    workshop.formula("One.B1", "=keepable.Promises.status($A$1;\"D1\")");
    workshop.formula("One.C1", "=keepable.Promises.status($A$1;\"D2\")");
    EXPECT_EQ(workshop.shown("One.B1"), "INFEASIBLE");
    EXPECT_EQ(workshop.shown("One.C1"), "KEEPABLE");
}

TEST_F(WorkbookLife, TwoWorkbooksDoNotDisturbEachOther) {
    Workbook first = openWorkshop(office());
    {
        Workbook second = openWorkshop(office());
        second.set("Deals.D3", 10);
        EXPECT_EQ(verdictsIn(second)[1], "KEEPABLE");
        EXPECT_EQ(verdictsIn(first), kWorkshopVerdicts);
        const Workbook twin = openWorkshop(office()); // the same plan as in the first
        EXPECT_EQ(twin.shown("Plan.A1"), first.shown("Plan.A1"));
    }
    EXPECT_EQ(verdictsIn(first), kWorkshopVerdicts);
    EXPECT_EQ(answer(first, getter("status", "D5")), "AT RISK");
    EXPECT_FALSE(answer(first, getter("rivals", "D5")).empty());
}

TEST_F(WorkbookLife, AnOdsFileAnswersAfterReloading) {
    std::string plan;
    {
        Workbook workshop = openWorkshop(office());
        plan = workshop.shown("Plan.A1");
        workshop.saveAs(file("workshop.ods"), FileFormat::kOds);
    }
    Workbook reloaded = office().open(file("workshop.ods"));
    EXPECT_EQ(reloaded.shown("Plan.A1"), plan);
    EXPECT_EQ(verdictsIn(reloaded), kWorkshopVerdicts);
    EXPECT_EQ(reloaded.number("Plan.C7"), day("2026-03-16"));
    EXPECT_EQ(answer(reloaded, getter("bottleneck", "D5")), "Welding");
    reloaded.set("Deals.D3", 10);
    EXPECT_EQ(verdictsIn(reloaded)[1], "KEEPABLE");
}

// XLSX is loaded without a recalculation: the office that opens it has never seen the plan.
TEST_F(WorkbookLife, AnXlsxFileShowsItsOldValuesAndAnswersNewQuestionsAfterOneRecalculation) {
    {
        Profile other_profile;
        ASSERT_EQ(other_profile.install(packageUnderTest()).exit_code, 0);
        Office other(other_profile);
        {
            Workbook workshop = openWorkshop(other);
            workshop.formula("Plan.Y1", "=RAND()");
            workshop.saveAs(file("workshop.xlsx"), FileFormat::kXlsx);
        }
        EXPECT_EQ(other.terminate(), 0);
    }
    Workbook reloaded = office().open(file("workshop.xlsx"));
    EXPECT_TRUE(readHandle(reloaded.shown("Plan.A1")).is_handle);
    EXPECT_EQ(verdictsIn(reloaded), kWorkshopVerdicts);
    EXPECT_EQ(reloaded.number("Plan.C7"), day("2026-03-16"));

    reloaded.formula("Plan.E3", "=keepable.Promises.bottleneck($A$1;\"D5\")");
    EXPECT_EQ(shownAfterWaiting(reloaded, "Plan.E3", "Welding"), "Welding");
    EXPECT_EQ(verdictsIn(reloaded), kWorkshopVerdicts);
    EXPECT_TRUE(comesToRest());
}

// As LibreOffice 25.2 writes it; 7.4 does not know these names when it reads the file.
TEST_F(WorkbookLife, AnXlsxFileWithTheNamesThatPeopleSeeAnswers) {
    {
        Workbook workshop = openWorkshop(office());
        const std::string plan = workshop.formulaIn("Plan.A1");
        workshop.formula("Plan.A1", "=promise_plan" + plan.substr(plan.find('(')));
        workshop.formula("Plan.B4", "=promise_status($A$1;\"D2\")");
        workshop.arrayFormula("Plan.F3:H6", "=promise_table($A$1)");
        workshop.saveAs(file("names.xlsx"), FileFormat::kXlsx);
    }
    Workbook reloaded = office().open(file("names.xlsx"));
    EXPECT_EQ(shownAfterWaiting(reloaded, "Plan.B4", "INFEASIBLE"), "INFEASIBLE");
    EXPECT_TRUE(comesToRest());
    EXPECT_TRUE(readHandle(reloaded.shown("Plan.A1")).is_handle) << reloaded.shown("Plan.A1");
    EXPECT_EQ(verdictsIn(reloaded), kWorkshopVerdicts);
    EXPECT_NE(reloaded.shown("Plan.F3"), "#NAME?");
    reloaded.calculateAll();
    EXPECT_EQ(verdictsIn(reloaded), kWorkshopVerdicts);
}

TEST_F(WorkbookLife, AHandleNobodyKnowsAsksForOneRecalculationOnly) {
    Workbook workshop = openWorkshop(office());
    // Only a recalculation of the whole workbook gives RAND.NV() a new value, no edit does.
    workshop.formula("Plan.Y1", "=RAND.NV()");
    const double before = workshop.number("Plan.Y1");
    workshop.set("Plan.Y2", 1);
    ASSERT_EQ(workshop.number("Plan.Y1"), before);
    workshop.set("Plan.A12", "7 deals · 2 infeasible · 1 at risk · 1 row to check · "
                             "0123456789abcdef");
    workshop.formula("Plan.B12", "=keepable.Promises.status($A$12;\"D1\")");
    EXPECT_EQ(workshop.shown("Plan.B12"), "#N/A");
    using std::chrono::steady_clock;
    const auto latest = steady_clock::now() + std::chrono::seconds(20);
    while (workshop.number("Plan.Y1") == before && steady_clock::now() < latest) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    std::set<double> values;
    const auto end = steady_clock::now() + std::chrono::seconds(3);
    while (steady_clock::now() < end) {
        values.insert(workshop.number("Plan.Y1"));
        static_cast<void>(workshop.shown("Plan.B12"));
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    EXPECT_FALSE(values.contains(before)) << "not recalculated";
    EXPECT_EQ(values.size(), 1U) << "recalculated again and again";
    EXPECT_EQ(workshop.shown("Plan.B12"), "#N/A");
    EXPECT_TRUE(comesToRest());
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
}

} // namespace
} // namespace keepable::office_tests
