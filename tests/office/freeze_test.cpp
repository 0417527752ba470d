// SPDX-License-Identifier: MPL-2.0
//
// Freezing a workbook for people without the extension, and bringing it back: values and colours
// stay, nothing of the user's is lost on the way, whether or not the file was saved in between.
#include "office/support/conditional.hpp"
#include "office/support/dump.hpp"
#include "office/support/office_test.hpp"
#include "office/support/pdf_fills.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/TableSortField.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/XSortable.hpp>

namespace keepable::office_tests {

namespace {

using css::uno::Any;

constexpr int kInfeasible = 0xf4b79a;
constexpr int kCheckRow = 0xcde7f7;
constexpr int kDateFormat = 36; // one of the office's own, shows a date

class Freeze : public OfficeTest {
  protected:
    static void SetUpTestSuite() {
        plainPdfs();
        OfficeTest::SetUpTestSuite();
    }

    static CommandAnswer command(const Workbook& workbook, std::string_view name) {
        Window window(office(), workbook);
        return window.command(name).value_or(CommandAnswer{false, "nobody offers it"});
    }
    static void mustDo(const Workbook& workbook, std::string_view name) {
        const CommandAnswer answer = command(workbook, name);
        EXPECT_TRUE(answer.is_done) << name << ": " << answer.sentence;
    }
    static void mustSetUp(const Workbook& workbook) {
        Window window(office(), workbook);
        const auto answer = window.command("setup", {{"Silent", Any(true)}});
        ASSERT_TRUE(answer && answer->is_done);
    }
    // By the first column, with the formats, as a user does it.
    static void sortDescending(const Workbook& workbook, std::string_view range) {
        css::table::TableSortField field;
        field.Field = 0;
        field.IsAscending = false;
        css::uno::Sequence<css::beans::PropertyValue> sorting(3);
        css::beans::PropertyValue* value = sorting.getArray();
        value[0].Name = toOffice("SortFields");
        value[0].Value <<= css::uno::Sequence<css::table::TableSortField>(&field, 1);
        value[1].Name = toOffice("ContainsHeader");
        value[1].Value <<= true;
        value[2].Name = toOffice("BindFormatsToContent");
        value[2].Value <<= true;
        css::uno::Reference<css::util::XSortable>(workbook.range(range), css::uno::UNO_QUERY_THROW)
            ->sort(sorting);
    }
    static bool isDrawn(const Workbook& workbook, int colour) {
        return pdfFills(workbook, file("drawn.pdf")).count(colour) != 0;
    }
    // Verdicts beside the deals, dates, a matrix, a formula of the user's, formats of his under the
    // highlighting, a conditional one of his across the matrix's edge.
    static void furnish(Workbook& workbook) {
        workbook.formula("Deals.I2", "=keepable.Promises.status($Plan.$A$1;$A2)");
        workbook.fillDown("Deals.I2:I8");
        setProperty(workbook, "Plan.C3:C9", "NumberFormat", Any(sal_Int32{kDateFormat}));
        workbook.arrayFormula("Plan.F3:H6", "=keepable.Promises.table($A$1)");
        setConditionalFormat(workbook, "Plan.G2:J5", "LEN(G2)>2", "Good");
        workbook.formula("Plan.J1", "=COUNTIF(B3:B9;\"INFEASIBLE\")");
        setProperty(workbook, "Deals.B3", "CellBackColor", Any(sal_Int32{0x112233}));
        setProperty(workbook, "Deals.C3:C5", "CharWeight", Any(150.0F));
        mustDo(workbook, "highlight");
    }
    static std::string formulasOf(const Workbook& workbook) {
        std::string all;
        const std::string text = dump(workbook);
        std::size_t from = 0;
        while (from < text.size()) {
            const std::size_t end = text.find('\n', from);
            const std::string line = text.substr(from, end - from);
            if (line.find(" cell ") != std::string::npos && line.rfind("document ", 0) != 0) {
                all += line + "\n";
            }
            from = end + 1;
        }
        return all;
    }
};

TEST_F(Freeze, LeavesValuesAndColoursAndNoFormulaOfKeepable) {
    Workbook workbook = openWorkshop(office());
    furnish(workbook);
    const std::string date = workbook.shown("Plan.C4");
    const std::string plan = workbook.shown("Plan.A1");
    const auto verdicts = verdictsIn(workbook);
    mustDo(workbook, "freeze");
    EXPECT_EQ(verdictsIn(workbook), verdicts);
    EXPECT_EQ(workbook.shown("Plan.A1"), plan);
    EXPECT_EQ(workbook.shown("Plan.C4"), date);
    EXPECT_EQ(workbook.formulaIn("Plan.B4"), "INFEASIBLE");
    EXPECT_EQ(workbook.formulaIn("Plan.G3"), "Customer") << "of the matrix";
    EXPECT_EQ(workbook.error("Plan.C9"), kNotAvailable);
    EXPECT_EQ(workbook.formulaIn("Plan.J1").substr(0, 8), "=COUNTIF") << "the user's own";
    EXPECT_EQ(workbook.number("Plan.J1"), 2);
    EXPECT_TRUE(conditionalFormatsOn(workbook, "Deals.A1").empty());
    EXPECT_TRUE(isDrawn(workbook, kInfeasible));
    EXPECT_TRUE(isDrawn(workbook, kCheckRow));
    EXPECT_EQ(propertyOf(workbook, "Deals.A3", "CellBackColor"), Any(sal_Int32{kInfeasible}));
    EXPECT_EQ(workbook.shown("Keepable.A1"), "Frozen by Keepable");
}

TEST_F(Freeze, AndBackGiveTheWorkbookAsItWas) {
    Workbook workbook = openWorkshop(office());
    furnish(workbook);
    const std::string before = dump(workbook);
    const std::size_t steps = undoTitles(workbook).size();
    mustDo(workbook, "freeze");
    EXPECT_EQ(undoTitles(workbook).size(), steps + 1);
    const std::string frozen = dump(workbook);
    mustDo(workbook, "unfreeze");
    EXPECT_EQ(undoTitles(workbook).size(), steps + 2);
    EXPECT_EQ(difference(before, dump(workbook)), "");
    EXPECT_TRUE(isDrawn(workbook, kInfeasible));
    workbook.undo();
    EXPECT_EQ(difference(frozen, dump(workbook)), "") << "undo of unfreeze";
    workbook.undo();
    EXPECT_EQ(difference(before, dump(workbook)), "") << "undo of freeze";
    workbook.redo();
    EXPECT_EQ(difference(frozen, dump(workbook)), "") << "redo of freeze";
    workbook.redo();
    EXPECT_EQ(difference(before, dump(workbook)), "") << "redo of unfreeze";
    workbook.set("Deals.D3", 1);
    workbook.set("Deals.D4", 1);
    EXPECT_EQ(workbook.shown("Plan.B4"), "KEEPABLE");
    EXPECT_FALSE(isDrawn(workbook, kInfeasible));
}

TEST_F(Freeze, ComesBackAfterOds) {
    Workbook workbook = openWorkshop(office());
    furnish(workbook);
    const std::string before = dump(workbook);
    mustDo(workbook, "freeze");
    workbook.saveAs(file("frozen.ods"), FileFormat::kOds);
    workbook.close();
    Workbook loaded = office().open(file("frozen.ods"));
    EXPECT_TRUE(isDrawn(loaded, kInfeasible));
    mustDo(loaded, "unfreeze");
    EXPECT_EQ(difference(before, dump(loaded)), "");
    EXPECT_TRUE(isDrawn(loaded, kInfeasible));
}

TEST_F(Freeze, ComesBackAfterXlsx) {
    Workbook workbook = openWorkshop(office());
    furnish(workbook);
    const std::string before = formulasOf(workbook);
    mustDo(workbook, "freeze");
    workbook.saveAs(file("frozen.xlsx"), FileFormat::kXlsx);
    workbook.close();
    Workbook loaded = office().open(file("frozen.xlsx"));
    EXPECT_TRUE(isDrawn(loaded, kInfeasible));
    EXPECT_EQ(loaded.shown("Plan.B4"), "INFEASIBLE");
    mustDo(loaded, "unfreeze");
    EXPECT_EQ(difference(before, formulasOf(loaded)), "");
    EXPECT_EQ(propertyOf(loaded, "Deals.B3", "CellBackColor"), Any(sal_Int32{0x112233}));
    EXPECT_EQ(propertyOf(loaded, "Deals.C4", "CharWeight"), Any(150.0F));
    EXPECT_EQ(propertyOf(loaded, "Deals.A3", "CellBackColor"), Any(sal_Int32{-1}));
    EXPECT_TRUE(isDrawn(loaded, kInfeasible));
    EXPECT_EQ(conditionalFormatsOn(loaded, "Deals.A1").size(), 1U);
}

TEST_F(Freeze, FollowsInsertedRowsAndRenamedSheets) {
    Workbook workbook = openWorkshop(office());
    mustDo(workbook, "freeze");
    workbook.insertRows("Plan", 1, 2);
    workbook.renameSheet("Plan", "The plan");
    workbook.formula("The plan.A3", "x"); // whatever a colleague does to a frozen cell
    mustDo(workbook, "unfreeze");
    EXPECT_TRUE(readHandle(workbook.shown("The plan.A3")).is_handle);
}

TEST_F(Freeze, ComesBackWhereItWasWhenItsTableStandsBeforeTheOthers) {
    Workbook workbook = openWorkshop(office());
    workbook.formula("Deals.L2", "=keepable.Promises.status($Plan.$A$1;$A2)");
    workbook.set("Capacity.L2", "keep");
    mustDo(workbook, "highlight");
    const std::string before = formulasOf(workbook);
    mustDo(workbook, "freeze");
    const css::uno::Reference<css::sheet::XSpreadsheetDocument> document(workbook.document(),
                                                                         css::uno::UNO_QUERY_THROW);
    document->getSheets()->moveByName(toOffice("Keepable"), 0);
    const std::string frozen = dump(workbook);
    mustDo(workbook, "unfreeze");
    EXPECT_EQ(difference(before, formulasOf(workbook)), "");
    EXPECT_EQ(workbook.shown("Capacity.L2"), "keep");
    EXPECT_EQ(workbook.shown("Deals.L2"), "KEEPABLE");
    EXPECT_TRUE(isDrawn(workbook, kInfeasible));
    workbook.undo();
    EXPECT_EQ(difference(frozen, dump(workbook)), "") << "undo of unfreeze";
    workbook.redo();
    EXPECT_EQ(difference(before, formulasOf(workbook)), "") << "redo of unfreeze";
}

TEST_F(Freeze, BringsBackAllOrNothing) {
    Workbook workbook = openWorkshop(office());
    workbook.formula("Deals.L2", "=keepable.Promises.status($Plan.$A$1;$A2)");
    mustDo(workbook, "freeze");
    workbook.set("Keepable.D5", "1+1"); // a colleague mends the table
    const std::string frozen = dump(workbook);
    const CommandAnswer answer = command(workbook, "unfreeze");
    EXPECT_FALSE(answer.is_done);
    EXPECT_NE(answer.sentence.find("Nothing was"), std::string::npos) << answer.sentence;
    EXPECT_EQ(difference(frozen, dump(workbook)), "");
}

TEST_F(Freeze, TellsEveryCommandToUnfreezeFirst) {
    Workbook workbook = openWorkshop(office());
    mustDo(workbook, "highlight");
    mustDo(workbook, "freeze");
    const std::string frozen = dump(workbook);
    for (const char* name : {"setup", "recalculate", "highlight", "unhighlight", "next", "previous",
                             "show", "note", "targets"}) {
        const CommandAnswer answer = command(workbook, name);
        EXPECT_FALSE(answer.is_done) << name;
        EXPECT_EQ(answer.sentence,
                  "This document is frozen: it holds plain values. Choose Keepable ▸ Unfreeze "
                  "first.")
            << name;
    }
    EXPECT_EQ(difference(frozen, dump(workbook)), "");
}

TEST_F(Freeze, FollowsTablesRenamedMovedAndSorted) {
    Workbook workbook = openWorkshopTables(office());
    setProperty(workbook, "Deals.B3", "CellBackColor", Any(sal_Int32{0x112233}));
    setProperty(workbook, "Deals.C3:C5", "CharWeight", Any(150.0F));
    mustSetUp(workbook);
    mustDo(workbook, "freeze");
    sortDescending(workbook, "Deals.A1:K8");
    workbook.renameSheet("Deals", "Pipe line");
    workbook.renameSheet("Capacity", "Hour's");
    const css::uno::Reference<css::sheet::XSpreadsheetDocument> document(workbook.document(),
                                                                         css::uno::UNO_QUERY_THROW);
    document->getSheets()->moveByName(toOffice("Hour's"), 0);
    workbook.insertRows("Pipe line", 1, 2);
    mustDo(workbook, "unfreeze");
    EXPECT_TRUE(readHandle(workbook.shown("Keepable.B4")).is_handle)
        << workbook.formulaIn("Keepable.B4");
    EXPECT_EQ(workbook.formulaIn("Keepable.B4").substr(0, 42),
              "=KEEPABLE.PROMISES.PLAN($'Pipe line'.$A:$H");
    EXPECT_NE(workbook.formulaIn("Pipe line.I10").find("COUNTBLANK($A10:$H10)"), std::string::npos);
    EXPECT_EQ(workbook.texts("Pipe line.I4:I10").front(), "CHECK ROW") << "D7 stands first now";
    // D2 has gone from row 3 to row 9, its formats with it.
    EXPECT_EQ(workbook.shown("Pipe line.A9"), "D2");
    EXPECT_EQ(propertyOf(workbook, "Pipe line.B9", "CellBackColor"), Any(sal_Int32{0x112233}));
    EXPECT_EQ(propertyOf(workbook, "Pipe line.C7:C9", "CharWeight"), Any(150.0F));
    for (const char* cell : {"Pipe line.A4", "Pipe line.B5", "Pipe line.A9", "Pipe line.K9"}) {
        EXPECT_EQ(propertyOf(workbook, cell, "CellBackColor"), Any(sal_Int32{-1})) << cell;
        EXPECT_EQ(propertyOf(workbook, cell, "CharWeight"), Any(100.0F)) << cell;
    }
    EXPECT_EQ(conditionalFormatsOn(workbook, "Pipe line.A1").at(0).ranges,
              "'Pipe line'.A4:K1048576");
}

TEST_F(Freeze, OfAWorkbookSetUpIsUndoneAndRedoneExactly) {
    Workbook workbook = openWorkshopTables(office());
    setConditionalFormat(workbook, "Deals.D2:D8", "D2>5", "Good");
    setConditionalFormat(workbook, "Deals.A1:B20", "LEN(A1)>2", "Bad");
    setConditionalFormat(workbook, "Deals.I2:I8", "LEN(I2)>2", "Neutral");
    const std::string before = dump(workbook);
    mustSetUp(workbook);
    const std::string set_up = dump(workbook);
    mustDo(workbook, "freeze");
    const std::string frozen = dump(workbook);
    mustDo(workbook, "unfreeze");
    EXPECT_EQ(difference(set_up, dump(workbook)), "") << "unfreeze";
    for (int round = 0; round < 2; ++round) {
        for (const std::string* state : {&frozen, &set_up, &before}) {
            workbook.undo();
            EXPECT_EQ(difference(*state, dump(workbook)), "") << "undo in round " << round;
        }
        for (const std::string* state : {&set_up, &frozen, &set_up}) {
            workbook.redo();
            EXPECT_EQ(difference(*state, dump(workbook)), "") << "redo in round " << round;
        }
    }
}

TEST_F(Freeze, RefusesFormulasThatPointNowhere) {
    Workbook workbook = openWorkshopTables(office());
    mustSetUp(workbook);
    workbook.removeSheet("Keepable");
    workbook.calculateAll(); // which gives cells a number format
    const std::string before = dump(workbook);
    const CommandAnswer answer = command(workbook, "freeze");
    EXPECT_FALSE(answer.is_done);
    EXPECT_NE(answer.sentence.find("Set Up"), std::string::npos) << answer.sentence;
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

TEST_F(Freeze, ReachesRowsHiddenByAFilterAndKeepsTheirFormats) {
    Workbook workbook = openWorkshop(office());
    setProperty(workbook, "Plan.B5", "CellBackColor", Any(sal_Int32{0x778899}));
    const css::uno::Reference<css::table::XColumnRowRange> rows(workbook.range("Plan.A6:A7"),
                                                                css::uno::UNO_QUERY_THROW);
    css::uno::Reference<css::beans::XPropertySet>(rows->getRows(), css::uno::UNO_QUERY_THROW)
        ->setPropertyValue(toOffice("IsFiltered"), Any(true));
    const std::string before = dump(workbook);
    mustDo(workbook, "freeze");
    mustDo(workbook, "unfreeze");
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

TEST_F(Freeze, WritesOneEntryForALongColumn) {
    Workbook workbook = openWorkshop(office());
    constexpr int kRows = 5000;
    Rows rows;
    for (int i = 0; i < kRows; ++i) {
        rows.push_back(
            {"E" + std::to_string(i), "Ash", "Welding", 0, day("2026-03-13"), "tentative", 0.5, i});
    }
    workbook.put("Deals.A9", rows);
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$H$5008;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$2)");
    workbook.formula("Deals.I2", "=keepable.Promises.status($Plan.$A$1;$A2)");
    workbook.fillDown("Deals.I2:I5008");
    mustDo(workbook, "freeze");
    EXPECT_EQ(workbook.shown("Keepable.A4").substr(0, 6), "$Plan.");
    EXPECT_EQ(workbook.shown("Keepable.A5"), "$Deals.$I$2:$I$5008");
    EXPECT_EQ(workbook.number("Keepable.B5"), 5007);
    EXPECT_EQ(workbook.shown("Keepable.A6").substr(0, 6), "$Plan.");
    mustDo(workbook, "unfreeze");
    EXPECT_EQ(workbook.formulaIn("Deals.I5008"), "=KEEPABLE.PROMISES.STATUS($Plan.$A$1;$A5008)");
}

TEST_F(Freeze, LeavesASheetOfTheUsersNamedKeepableAlone) {
    Workbook workbook = openWorkshop(office());
    workbook.put("Keepable.A1", {{"Mine"}, {"stays"}});
    const std::string before = dump(workbook);
    const CommandAnswer answer = command(workbook, "freeze");
    EXPECT_NE(answer.sentence.find("“Keepable 2”"), std::string::npos) << answer.sentence;
    EXPECT_EQ(workbook.shown("Keepable.A5"), "");
    EXPECT_EQ(workbook.shown("Keepable 2.A1"), "Frozen by Keepable");
    mustDo(workbook, "unfreeze");
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

TEST_F(Freeze, WritesItsTableBelowWhatSetUpHasMadeWhateverTheSheetIsCalled) {
    Workbook workbook = openWorkshopTables(office());
    mustSetUp(workbook);
    workbook.renameSheet("Keepable", "My plan");
    const std::string before = dump(workbook);
    const CommandAnswer answer = command(workbook, "freeze");
    EXPECT_NE(answer.sentence.find("“My plan”"), std::string::npos) << answer.sentence;
    mustDo(workbook, "unfreeze");
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

TEST_F(Freeze, RefusesWhenThereIsNothingToDo) {
    {
        const Workbook empty = office().newWorkbook();
        EXPECT_FALSE(command(empty, "freeze").is_done);
        EXPECT_FALSE(command(empty, "unfreeze").is_done);
        EXPECT_TRUE(undoTitles(empty).empty());
    }
    Workbook workbook = openWorkshop(office());
    mustDo(workbook, "freeze");
    const std::string frozen = dump(workbook);
    const CommandAnswer answer = command(workbook, "freeze");
    EXPECT_FALSE(answer.is_done);
    EXPECT_NE(answer.sentence.find("frozen already"), std::string::npos) << answer.sentence;
    EXPECT_EQ(difference(frozen, dump(workbook)), "");
    workbook.undo();
    protectSheet(workbook, "Plan.A1");
    const std::string before = dump(workbook);
    EXPECT_NE(command(workbook, "freeze").sentence.find("“Plan” is protected"), std::string::npos);
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

} // namespace

} // namespace keepable::office_tests
