// SPDX-License-Identifier: MPL-2.0
// The demo workbook, set up by the command, has live answers: every kind of verdict, and no error but
// #N/A.
#include "office/support/office_test.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"

#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>

#include <map>

namespace keepable::office_tests {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

class Demo : public OfficeTest {};

TEST_F(Demo, SetUpHasEveryKindOfVerdictAndNoBrokenFormula) {
    if (demoWorkbook().empty()) {
        GTEST_SKIP() << "no demo workbook was given (KEEPABLE_DEMO); packaging/test makes one";
    }
    const Workbook demo = office().open(demoWorkbook());
    const auto answer = Window(office(), demo).command("setup");
    ASSERT_TRUE(answer);
    ASSERT_TRUE(answer->is_done) << answer->sentence;
    std::map<std::string, int> texts;
    const Reference<css::container::XIndexAccess> sheets(
        Reference<css::sheet::XSpreadsheetDocument>(demo.document(), UNO_QUERY_THROW)->getSheets(),
        UNO_QUERY_THROW);
    for (sal_Int32 index = 0; index < sheets->getCount(); ++index) {
        const Reference<css::sheet::XSpreadsheet> sheet(sheets->getByIndex(index), UNO_QUERY_THROW);
        const Reference<css::sheet::XSheetCellCursor> cursor = sheet->createCursor();
        Reference<css::sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(true);
        for (const Sequence<Any>& row :
             Reference<css::sheet::XCellRangeData>(cursor, UNO_QUERY_THROW)->getDataArray()) {
            for (const Any& value : row) {
                rtl::OUString text;
                if (value >>= text) {
                    ++texts[fromOffice(text)];
                }
            }
        }
        const Reference<css::container::XEnumerationAccess> broken(
            Reference<css::sheet::XCellRangesQuery>(sheet, UNO_QUERY_THROW)
                ->queryFormulaCells(css::sheet::FormulaResult::ERROR)
                ->getCells());
        const Reference<css::container::XEnumeration> cells = broken->createEnumeration();
        while (cells->hasMoreElements()) {
            const Reference<css::table::XCell> cell(cells->nextElement(), UNO_QUERY_THROW);
            EXPECT_EQ(cell->getError(), kNotAvailable) << fromOffice(cell->getFormula());
        }
    }
    for (const char* verdict : {"KEEPABLE", "AT RISK", "INFEASIBLE", "CHECK ROW", "CLOSED"}) {
        EXPECT_GT(texts[verdict], 0) << verdict;
    }
}

// The example from the field: a tenth off the costs so that a fifth more can be sold.
TEST_F(Demo, ShowsItsSharedTargetsAtOnce) {
    if (demoWorkbook().empty()) {
        GTEST_SKIP() << "no demo workbook was given (KEEPABLE_DEMO); packaging/test makes one";
    }
    const Workbook demo = office().open(demoWorkbook());
    Window window(office(), demo);
    for (const char* command : {"setup", "targets", "agenda"}) {
        const auto answer = window.command(command);
        ASSERT_TRUE(answer) << command;
        EXPECT_TRUE(answer->is_done) << command << ": " << answer->sentence;
        EXPECT_EQ(answer->sentence.find("owner"), std::string::npos) << answer->sentence;
    }
    EXPECT_EQ(demo.shown("Shared Targets.A3"), "cost per delivered hour");
    EXPECT_EQ(demo.number("Shared Targets.I3"), 62) << "as people state it";
    EXPECT_EQ(demo.number("Shared Targets.J3"), 0);
    EXPECT_NE(demo.formulaIn("Shared Targets.I2").find("PROMISES.ACTUAL"), std::string::npos)
        << demo.formulaIn("Shared Targets.I2");
    EXPECT_GT(demo.number("Shared Targets.I4"), 1'000'000) << "of promises that can be kept";
    EXPECT_GT(demo.number("Shared Targets.I5"), 0) << "conflicts of the demo";
    bool agenda_says_so = false;
    for (const std::string& text : demo.texts("Keepable Agenda.B1:B400")) {
        agenda_says_so =
            agenda_says_so || text.find("cost per delivered hour: now 62") != std::string::npos;
    }
    EXPECT_TRUE(agenda_says_so);
}

} // namespace
} // namespace keepable::office_tests
