// SPDX-License-Identifier: MPL-2.0
//
// The highlighting of deals: what is drawn (by the colours of an exported PDF), that it follows
// edits, and that nothing of the user's is touched, whatever comes before or after.
#include "office/support/conditional.hpp"
#include "office/support/dump.hpp"
#include "office/support/office_test.hpp"
#include "office/support/pdf_fills.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>

namespace keepable::office_tests {

namespace {

using css::uno::Any;

constexpr int kInfeasible = 0xf4b79a;
constexpr int kAtRisk = 0xf9e9a9;
constexpr int kLowChance = 0xf2cd6b;
constexpr int kCheckRow = 0xcde7f7;

class Highlight : public OfficeTest {
  protected:
    static void SetUpTestSuite() {
        plainPdfs();
        OfficeTest::SetUpTestSuite();
    }

    static std::map<int, int> fills(const Workbook& workbook) {
        return pdfFills(workbook, file("drawn.pdf"));
    }
    static bool isDrawn(const Workbook& workbook, int colour) {
        return fills(workbook).count(colour) != 0;
    }
    static CommandAnswer command(const Workbook& workbook, std::string_view name,
                                 const Window::Arguments& arguments = {}) {
        Window window(office(), workbook);
        return window.command(name, arguments).value_or(CommandAnswer{false, "nobody offers it"});
    }
    static void highlight(const Workbook& workbook, const std::string& sentence = "") {
        const CommandAnswer answer = command(workbook, "highlight");
        EXPECT_TRUE(answer.is_done) << answer.sentence;
        EXPECT_EQ(answer.sentence, sentence);
    }
    static void unhighlight(const Workbook& workbook) {
        const CommandAnswer answer = command(workbook, "unhighlight");
        EXPECT_TRUE(answer.is_done) << answer.sentence;
    }
    static void save(Workbook& workbook, const char* name, FileFormat format) {
        workbook.saveAs(file(name), format);
    }
    // Deals that conflict no more.
    static void cureAll(Workbook& workbook) {
        for (const char* cell : {"Deals.D3", "Deals.D4", "Deals.D6", "Deals.D8"}) {
            workbook.set(cell, 1);
        }
    }
    // Undo gives back what was before, redo what came after, and undo once more.
    static void expectExactUndo(Workbook& workbook, const std::string& before,
                                const std::string& after) {
        for (int round = 0; round < 2; ++round) {
            workbook.undo();
            EXPECT_EQ(difference(before, dump(workbook)), "") << "undo";
            workbook.redo();
            EXPECT_EQ(difference(after, dump(workbook)), "") << "redo";
        }
    }
};

TEST_F(Highlight, ColoursDealRowsByVerdictAndFollowsAnEdit) {
    Workbook workbook = openWorkshop(office());
    EXPECT_FALSE(isDrawn(workbook, kInfeasible));
    highlight(workbook);
    EXPECT_TRUE(isDrawn(workbook, kInfeasible));
    EXPECT_TRUE(isDrawn(workbook, kAtRisk));
    EXPECT_TRUE(isDrawn(workbook, kCheckRow));
    workbook.set("Deals.D8", 1); // D7 can be read now, and fits
    EXPECT_FALSE(isDrawn(workbook, kCheckRow));
    EXPECT_TRUE(isDrawn(workbook, kInfeasible));
    cureAll(workbook);
    EXPECT_FALSE(isDrawn(workbook, kInfeasible));
    EXPECT_FALSE(isDrawn(workbook, kAtRisk));
    for (int step = 0; step < 4; ++step) {
        workbook.undo();
    }
    EXPECT_TRUE(isDrawn(workbook, kInfeasible));
}

TEST_F(Highlight, IsOneFormatOverTheRowsBelowTheHeading) {
    Workbook workbook = openWorkshop(office());
    highlight(workbook);
    const auto formats = conditionalFormatsOn(workbook, "Deals.A1");
    ASSERT_EQ(formats.size(), 1U);
    EXPECT_EQ(formats[0].ranges, "Deals.A2:H8");
    EXPECT_EQ(formats[0].styles,
              (std::vector<std::string>{"Keepable Infeasible", "Keepable At risk",
                                        "Keepable Check row"}));
}

// D5 is at risk, kept when D4, at 40 %, is lost: 60 %.
TEST_F(Highlight, TellsALowChanceApartWhenTheSettingsWantIt) {
    Workbook workbook = openWorkshop(office());
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$H$8;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$3)");
    workbook.put("Settings.A3", {{"Low chance", 0.6}});
    highlight(workbook);
    EXPECT_EQ(conditionalFormatsOn(workbook, "Deals.A1").at(0).styles,
              (std::vector<std::string>{"Keepable Infeasible", "Keepable Low chance",
                                        "Keepable At risk", "Keepable Check row"}));
    EXPECT_FALSE(isDrawn(workbook, kLowChance)) << "60 % are not below 60 %";
    EXPECT_TRUE(isDrawn(workbook, kAtRisk));
    workbook.put("Settings.A3", {{"Low chance", "61 %"}});
    highlight(workbook);
    EXPECT_TRUE(isDrawn(workbook, kLowChance));
    EXPECT_FALSE(isDrawn(workbook, kAtRisk));
    save(workbook, "low_chance.xlsx", FileFormat::kXlsx);
    workbook.put("Settings.A3", {{"", ""}});
    highlight(workbook);
    EXPECT_EQ(conditionalFormatsOn(workbook, "Deals.A1").at(0).styles.size(), 3U);
    EXPECT_TRUE(isDrawn(workbook, kAtRisk));

    Workbook loaded = office().open(file("low_chance.xlsx"));
    EXPECT_TRUE(becomesTrue([&] {
        return conditionalFormatsOn(loaded, "Deals.A1").at(0).styles.at(1) == "Keepable Low chance";
    }));
    loaded.calculateAll();
    EXPECT_TRUE(isDrawn(loaded, kLowChance));
    EXPECT_FALSE(isDrawn(loaded, kAtRisk));
}

TEST_F(Highlight, TakesInTheAnswersBesideTheDeals) {
    Workbook workbook = openWorkshop(office());
    workbook.formula("Deals.I2", "=keepable.Promises.status($Plan.$A$1;$A2)");
    workbook.formula("Deals.J2", "=keepable.Promises.reason($Plan.$A$1;$A2)");
    workbook.fillDown("Deals.I2:J8");
    workbook.formula("Deals.K2", "=LEN(J2)");
    highlight(workbook);
    EXPECT_EQ(conditionalFormatsOn(workbook, "Deals.A1").at(0).ranges, "Deals.A2:J8");
}

TEST_F(Highlight, IsOneStepOfUndoAndRedo) {
    Workbook workbook = openWorkshop(office());
    const std::string before = dump(workbook);
    const std::size_t steps = undoTitles(workbook).size();
    highlight(workbook);
    EXPECT_EQ(undoTitles(workbook).size(), steps + 1);
    const std::string after = dump(workbook);
    EXPECT_NE(difference(before, after), "");
    expectExactUndo(workbook, before, after);
    EXPECT_TRUE(isDrawn(workbook, kInfeasible));
}

TEST_F(Highlight, IsTakenAwayWithoutATrace) {
    Workbook workbook = openWorkshop(office());
    const std::string before = dump(workbook);
    highlight(workbook);
    const std::string highlighted = dump(workbook);
    const std::size_t steps = undoTitles(workbook).size();
    unhighlight(workbook);
    EXPECT_EQ(undoTitles(workbook).size(), steps + 1);
    EXPECT_EQ(difference(before, dump(workbook)), "");
    EXPECT_FALSE(isDrawn(workbook, kInfeasible));
    expectExactUndo(workbook, highlighted, before);
    workbook.undo();
    EXPECT_TRUE(isDrawn(workbook, kInfeasible));
}

TEST_F(Highlight, TwiceChangesNothing) {
    Workbook workbook = openWorkshop(office());
    highlight(workbook);
    const std::string once = dump(workbook);
    const auto steps = undoTitles(workbook);
    highlight(workbook);
    EXPECT_EQ(difference(once, dump(workbook)), "");
    EXPECT_EQ(undoTitles(workbook), steps);
}

TEST_F(Highlight, IsOneFormatAgainAfterTheOfficeHasCutIt) {
    Workbook workbook = openWorkshop(office());
    const std::string before = dump(workbook);
    highlight(workbook);
    // As LibreOffice 25.2 does when it undoes a change of a cell's formats.
    setProperty(workbook, "Deals.B3:C4", "ConditionalFormat",
                propertyOf(workbook, "Deals.B3:C4", "ConditionalFormat"));
    ASSERT_EQ(conditionalFormatsOn(workbook, "Deals.A1").size(), 2U);
    const std::string cut = dump(workbook);
    highlight(workbook);
    const auto formats = conditionalFormatsOn(workbook, "Deals.A1");
    ASSERT_EQ(formats.size(), 1U);
    EXPECT_EQ(formats[0].ranges, "Deals.A2:H8");
    workbook.undo();
    EXPECT_EQ(difference(cut, dump(workbook)), "");
    unhighlight(workbook);
    EXPECT_EQ(difference(before, dump(workbook)), "");
    expectExactUndo(workbook, cut, before);
}

TEST_F(Highlight, FollowsInsertedRowsAndMovedColumns) {
    Workbook workbook = openWorkshop(office());
    highlight(workbook);
    workbook.insertRows("Deals", 5, 2);
    EXPECT_NE(workbook.shown("Plan.A1"), ""); // calculated, as by painting it
    workbook.insertRows("Deals", 1, 1);
    highlight(workbook);
    const auto formats = conditionalFormatsOn(workbook, "Deals.A1");
    ASSERT_EQ(formats.size(), 1U);
    EXPECT_EQ(formats[0].ranges, "Deals.A3:H11");
    EXPECT_TRUE(isDrawn(workbook, kAtRisk));
    workbook.put("Deals.I2", {{"Remark"}});
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$I$11;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$2)");
    highlight(workbook);
    EXPECT_EQ(conditionalFormatsOn(workbook, "Deals.A1").at(0).ranges, "Deals.A3:I11");
}

TEST_F(Highlight, LeavesFormatsOfTheUserAsTheyAre) {
    Workbook workbook = openWorkshop(office());
    makeStyle(workbook, "Mine", 0x112233);
    makeStyle(workbook, "Mine too", 0x445566);
    setConditionalFormat(workbook, "Deals.B3:C4", "$D3>5", "Mine");
    setConditionalFormat(workbook, "Deals.H1:H20", "$H1>6000", "Mine too");
    addConditionalFormat(workbook, "Deals.C4:D5", "1", "Mine too"); // over the first
    save(workbook, "mine.ods", FileFormat::kOds);
    workbook.close();

    Workbook mine = office().open(file("mine.ods"));
    const std::string before = dump(mine);
    ASSERT_EQ(conditionalFormatsOn(mine, "Deals.A1").size(), 3U);
    ASSERT_TRUE(isDrawn(mine, 0x112233));
    const CommandAnswer answer = command(mine, "highlight");
    EXPECT_TRUE(answer.is_done);
    EXPECT_NE(answer.sentence.find("B3:C4"), std::string::npos) << answer.sentence;
    const std::string after = dump(mine);
    const std::string change = difference(before, after);
    EXPECT_EQ(change.find("\n-"), std::string::npos) << change;
    EXPECT_NE(change.front(), '-') << change;
    EXPECT_EQ(conditionalFormatsOn(mine, "Deals.A1").size(), 4U);
    EXPECT_TRUE(isDrawn(mine, kInfeasible));
    EXPECT_TRUE(isDrawn(mine, 0x112233));
    expectExactUndo(mine, before, after);

    save(mine, "mine_again.ods", FileFormat::kOds);
    Workbook again = office().open(file("mine_again.ods"));
    EXPECT_EQ(conditionalFormatsOn(again, "Deals.A1").size(), 4U);
    EXPECT_TRUE(isDrawn(again, kInfeasible));
    unhighlight(again);
    EXPECT_EQ(difference(before, dump(again)), "");
}

TEST_F(Highlight, SaysSoWhenTheUsersFormatsTakeAllCells) {
    Workbook workbook = openWorkshop(office());
    setConditionalFormat(workbook, "Deals.A1:H8", "$D1>5", "Good");
    const std::string before = dump(workbook);
    const auto steps = undoTitles(workbook);
    const CommandAnswer answer = command(workbook, "highlight");
    EXPECT_FALSE(answer.is_done);
    EXPECT_NE(answer.sentence.find("A2:H8"), std::string::npos) << answer.sentence;
    EXPECT_EQ(difference(before, dump(workbook)), "");
    EXPECT_EQ(undoTitles(workbook), steps);
}

TEST_F(Highlight, GoesFromUnderFormatsThatCameLater) {
    Workbook workbook = openWorkshop(office());
    addConditionalFormat(workbook, "Deals.C4:J5", "1", "Good");
    const std::string before = dump(workbook);
    Workbook other = openWorkshop(office());
    highlight(other);
    addConditionalFormat(other, "Deals.C4:J5", "1", "Good");
    const std::string highlighted = dump(other);
    unhighlight(other);
    EXPECT_EQ(difference(before, dump(other)), "");
    EXPECT_FALSE(isDrawn(other, kInfeasible));
    expectExactUndo(other, highlighted, before);
}

TEST_F(Highlight, KeepsARestyledStyle) {
    Workbook workbook = openWorkshop(office());
    highlight(workbook);
    setStyleProperty(workbook, "Keepable Infeasible", "CellBackColor", Any(sal_Int32{0x010203}));
    EXPECT_TRUE(isDrawn(workbook, 0x010203));
    unhighlight(workbook);
    EXPECT_TRUE(hasCellStyle(workbook, "Keepable Infeasible"));
    EXPECT_FALSE(hasCellStyle(workbook, "Keepable At risk"));
    highlight(workbook);
    EXPECT_TRUE(isDrawn(workbook, 0x010203));
    EXPECT_FALSE(isDrawn(workbook, kInfeasible));
}

TEST_F(Highlight, IsRecognisedAndMendedAfterXlsx) {
    Workbook workbook = openWorkshop(office());
    highlight(workbook);
    setStyleProperty(workbook, "Keepable At risk", "CellBackColor", Any(sal_Int32{0x0a0b0c}));
    save(workbook, "highlighted.xlsx", FileFormat::kXlsx);
    workbook.close();

    Workbook loaded = office().open(file("highlighted.xlsx"));
    const std::vector<std::string> styles = {"Keepable Infeasible", "Keepable At risk",
                                             "Keepable Check row"};
    EXPECT_TRUE(becomesTrue(
        [&] { return conditionalFormatsOn(loaded, "Deals.A1").at(0).styles == styles; }));
    EXPECT_FALSE(isModified(loaded));
    EXPECT_EQ(undoTitles(loaded), std::vector<std::string>());
    EXPECT_FALSE(hasCellStyle(loaded, "ConditionalStyle_1"));
    for (const char* hidden : {"NumberFormat", "HoriJustify", "CharHeight"}) {
        EXPECT_FALSE(isSetInStyle(loaded, "Keepable Infeasible", hidden)) << hidden;
    }
    loaded.calculateAll();
    EXPECT_TRUE(isDrawn(loaded, kInfeasible));
    EXPECT_TRUE(isDrawn(loaded, 0x0a0b0c)) << "restyled";
    const auto titles = undoTitles(loaded);
    highlight(loaded);
    EXPECT_EQ(undoTitles(loaded), titles) << "nothing was left to do";
    cureAll(loaded);
    EXPECT_FALSE(isDrawn(loaded, kInfeasible));
    unhighlight(loaded);
    EXPECT_TRUE(conditionalFormatsOn(loaded, "Deals.A1").empty());
}

TEST_F(Highlight, IsOneFormatForTenThousandDeals) {
    Workbook workbook = openWorkshop(office());
    Rows rows;
    for (int i = 0; i < 10000; ++i) {
        rows.push_back({"E" + std::to_string(i), "Ash", "Welding", i % 3 == 0 ? 500 : 0,
                        day("2026-03-13"), "tentative", 0.5, i});
    }
    workbook.put("Deals.A9", rows);
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$H$10008;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$2)");
    highlight(workbook);
    const auto formats = conditionalFormatsOn(workbook, "Deals.A1");
    ASSERT_EQ(formats.size(), 1U);
    EXPECT_EQ(formats[0].ranges, "Deals.A2:H10008");
}

TEST_F(Highlight, StaysWithItsDealsWhenTheTableIsSortedAndFiltered) {
    Workbook workbook = openWorkshop(office());
    highlight(workbook);
    workbook.sortDescending("Deals.A1:H8", 7);
    highlight(workbook);
    const auto formats = conditionalFormatsOn(workbook, "Deals.A1");
    ASSERT_EQ(formats.size(), 1U);
    EXPECT_EQ(formats[0].ranges, "Deals.A2:H8");
    EXPECT_TRUE(isDrawn(workbook, kInfeasible));
    EXPECT_TRUE(isDrawn(workbook, kCheckRow));
    // The rows of D2 and D3 are hidden: nothing else is infeasible.
    for (int row = 2; row <= 8; ++row) {
        const std::string name = workbook.shown("Deals.A" + std::to_string(row));
        if (name == "D2" || name == "D3") {
            const css::uno::Reference<css::table::XColumnRowRange> cell(
                workbook.range("Deals.A" + std::to_string(row)), css::uno::UNO_QUERY_THROW);
            css::uno::Reference<css::beans::XPropertySet>(cell->getRows(),
                                                          css::uno::UNO_QUERY_THROW)
                ->setPropertyValue(toOffice("IsVisible"), Any(false));
        }
    }
    EXPECT_FALSE(isDrawn(workbook, kInfeasible));
    EXPECT_TRUE(isDrawn(workbook, kAtRisk));
}

TEST_F(Highlight, KnowsDealsByNumberAndByRow) {
    Workbook workbook = openWorkshop(office());
    workbook.set("Deals.A3", 4711);          // infeasible
    workbook.set("Deals.A4", 1);             // no longer what D3 was called, still infeasible
    workbook.set("Deals.A8", CellContent()); // to check, called by its row
    highlight(workbook);
    EXPECT_TRUE(isDrawn(workbook, kInfeasible));
    EXPECT_TRUE(isDrawn(workbook, kCheckRow));
}

TEST_F(Highlight, WorksWithoutADealColumn) {
    Workbook workbook = openWorkshop(office());
    workbook.set("Deals.A1", "Remark");
    highlight(workbook);
    EXPECT_TRUE(isDrawn(workbook, kInfeasible));
    EXPECT_TRUE(isDrawn(workbook, kCheckRow));
}

// Calc lets a formula be whose ranges have only moved, but the plan knows deals by their rows.
TEST_F(Highlight, FollowsATableThatOnlyMoves) {
    Workbook workbook = openWorkshop(office());
    workbook.set("Deals.A1", "Remark");
    workbook.formula("Plan.F1", "=keepable.Promises.status($A$1;\"row 6\")");
    highlight(workbook);
    const auto drawn = fills(workbook);
    ASSERT_EQ(workbook.shown("Plan.F1"), "AT RISK");
    workbook.insertRows("Deals", 1, 3);
    EXPECT_EQ(shownAfterWaiting(workbook, "Plan.F1", "INFEASIBLE"), "INFEASIBLE");
    EXPECT_EQ(fills(workbook), drawn);
    highlight(workbook);
    EXPECT_EQ(conditionalFormatsOn(workbook, "Deals.A1").at(0).ranges, "Deals.A5:H11");
    workbook.undo();
    EXPECT_EQ(shownAfterWaiting(workbook, "Plan.F1", "AT RISK"), "AT RISK");
    EXPECT_EQ(fills(workbook), drawn);
}

TEST_F(Highlight, LeavesCalculatingToAUserWhoWantsThat) {
    Workbook workbook = openWorkshop(office());
    workbook.set("Deals.A1", "Remark");
    workbook.formula("Plan.F1", "=keepable.Promises.status($A$1;\"row 6\")");
    ASSERT_EQ(workbook.shown("Plan.F1"), "AT RISK");
    workbook.setAutomaticCalculation(false);
    workbook.insertRows("Deals", 1, 3);
    command(workbook, "next");
    EXPECT_EQ(workbook.shown("Plan.F1"), "AT RISK");
    command(workbook, "recalculate");
    EXPECT_EQ(workbook.shown("Plan.F1"), "INFEASIBLE");
}

TEST_F(Highlight, OfTwoPlansEachHasItsOwn) {
    Workbook workbook = openWorkshop(office());
    workbook.copySheet("Deals", "Deals2");
    workbook.formula("Plan.F1", "=keepable.Promises.plan($Deals2.$A$1:$H$8;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$2)");
    highlight(workbook);
    EXPECT_EQ(conditionalFormatsOn(workbook, "Deals.A1").size(), 1U);
    EXPECT_EQ(conditionalFormatsOn(workbook, "Deals2.A1").size(), 0U);
    unhighlight(workbook);
    EXPECT_EQ(conditionalFormatsOn(workbook, "Deals.A1").size(), 0U);
}

TEST_F(Highlight, SaysWhatIsInTheWay) {
    {
        const Workbook empty = office().newWorkbook();
        const CommandAnswer answer = command(empty, "highlight");
        EXPECT_FALSE(answer.is_done);
        EXPECT_NE(answer.sentence.find("no plan cell"), std::string::npos) << answer.sentence;
    }
    {
        Workbook workbook = openWorkshop(office());
        workbook.set("Deals.D1", "Amount"); // a needed column is missing
        const std::string before = dump(workbook);
        const CommandAnswer answer = command(workbook, "highlight");
        EXPECT_FALSE(answer.is_done);
        EXPECT_NE(answer.sentence.find("$Plan.$A$1"), std::string::npos) << answer.sentence;
        EXPECT_EQ(difference(before, dump(workbook)), "");
    }
    {
        Workbook workbook = openWorkshop(office());
        protectSheet(workbook, "Deals.A1");
        const std::string before = dump(workbook);
        const CommandAnswer answer = command(workbook, "highlight");
        EXPECT_FALSE(answer.is_done);
        EXPECT_NE(answer.sentence.find("“Deals” is protected"), std::string::npos)
            << answer.sentence;
        EXPECT_EQ(difference(before, dump(workbook)), "");
    }
    {
        const Workbook workbook = openWorkshop(office());
        EXPECT_EQ(command(workbook, "unhighlight").sentence,
                  "Nothing of this plan is highlighted.");
    }
}

TEST_F(Highlight, RefusesAReadOnlyDocument) {
    {
        Workbook workbook = openWorkshop(office());
        save(workbook, "read_only.ods", FileFormat::kOds);
    }
    const css::uno::Reference<css::frame::XComponentLoader> loader(
        office().service("com.sun.star.frame.Desktop"), css::uno::UNO_QUERY_THROW);
    css::uno::Sequence<css::beans::PropertyValue> arguments(1);
    arguments.getArray()[0].Name = toOffice("ReadOnly");
    arguments.getArray()[0].Value <<= true;
    const Workbook workbook(loader->loadComponentFromURL(
        toOffice("file://" + file("read_only.ods").string()), toOffice("_blank"), 0, arguments));
    const CommandAnswer answer = command(workbook, "highlight");
    EXPECT_FALSE(answer.is_done);
    EXPECT_NE(answer.sentence.find("read-only"), std::string::npos) << answer.sentence;
    EXPECT_TRUE(conditionalFormatsOn(workbook, "Deals.A1").empty());
}

TEST_F(Highlight, PutsTheReasonIntoANoteAndTakesItAway) {
    Workbook workbook = openWorkshop(office());
    const std::string before = dump(workbook);
    const Window::Arguments deal = {{"Deal", Any(toOffice("D2"))}};
    EXPECT_TRUE(command(workbook, "note", deal).is_done);
    const std::string change = difference(before, dump(workbook));
    EXPECT_NE(change.find("+Deals note A3 hidden Keepable: D2|INFEASIBLE"), std::string::npos)
        << change;
    workbook.undo();
    EXPECT_EQ(difference(before, dump(workbook)), "");
    workbook.redo();
    EXPECT_TRUE(command(workbook, "note", deal).is_done);
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

TEST_F(Highlight, LeavesANoteOfTheUserAlone) {
    using css::uno::Reference;
    using css::uno::UNO_QUERY_THROW;
    Workbook workbook = openWorkshop(office());
    const auto cells = workbook.range("Deals.A3:A3");
    const auto at =
        Reference<css::sheet::XCellAddressable>(cells->getCellByPosition(0, 0), UNO_QUERY_THROW)
            ->getCellAddress();
    const auto sheet =
        Reference<css::sheet::XSheetCellRange>(cells, UNO_QUERY_THROW)->getSpreadsheet();
    Reference<css::sheet::XSheetAnnotationsSupplier>(sheet, UNO_QUERY_THROW)
        ->getAnnotations()
        ->insertNew(at, toOffice("Ring before Friday"));
    const std::string before = dump(workbook);
    const auto steps = undoTitles(workbook);
    const CommandAnswer answer = command(workbook, "note", {{"Deal", Any(toOffice("D2"))}});
    EXPECT_FALSE(answer.is_done);
    EXPECT_EQ(answer.sentence,
              "The cell of the deal “D2” has a note of yours, which stays as it is.");
    EXPECT_EQ(difference(before, dump(workbook)), "");
    EXPECT_EQ(undoTitles(workbook), steps);
    EXPECT_TRUE(command(workbook, "note", {{"Deal", Any(toOffice("D3"))}}).is_done);
    EXPECT_EQ(difference(before, dump(workbook)).find("Friday"), std::string::npos);
}

} // namespace

} // namespace keepable::office_tests
