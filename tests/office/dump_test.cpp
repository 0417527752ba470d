// SPDX-License-Identifier: MPL-2.0
//
// The dump sees a change of each kind, and none where there is none: what rests on it ("undo returns
// the workbook exactly") is worth as much as this.
#include "office/support/dump.hpp"
#include "office/support/office_test.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/XDatabaseRanges.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntries.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace keepable::office_tests {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using Properties = Reference<css::beans::XPropertySet>;

class Dump : public OfficeTest {
  protected:
    void SetUp() override {
        OfficeTest::SetUp();
        workbook_.reset(new Workbook(openWorkshop(office()))); // made in place: a moved one closes
        before_ = dump(*workbook_);
    }
    void TearDown() override {
        workbook_.reset();
        OfficeTest::TearDown();
    }

    Workbook& workbook() { return *workbook_; }
    std::string change() { return difference(before_, dump(*workbook_)); }
    void set(std::string_view range, const char* property, const Any& value) {
        Properties(workbook_->range(range), UNO_QUERY_THROW)
            ->setPropertyValue(toOffice(property), value);
    }
    Properties sheetOf(std::string_view range) {
        return {Reference<css::sheet::XSheetCellRange>(workbook_->range(range), UNO_QUERY_THROW)
                    ->getSpreadsheet(),
                UNO_QUERY_THROW};
    }
    template <class Interface> Reference<Interface> documentAs() {
        return {workbook_->document(), UNO_QUERY_THROW};
    }

  private:
    std::unique_ptr<Workbook> workbook_;
    std::string before_;
};

TEST_F(Dump, is_the_same_twice) {
    EXPECT_EQ(change(), "");
}

TEST_F(Dump, sees_a_value_that_becomes_a_text) {
    workbook().set("Deals.A2", "'1");
    const std::string text = change();
    EXPECT_NE(text.find("-Deals cell A2 D1\n"), std::string::npos) << text;
}

TEST_F(Dump, sees_a_formula_in_place_of_its_value) {
    workbook().set("Plan.B3", "KEEPABLE");
    const std::string text = change();
    EXPECT_NE(text.find("-Plan cell B3 ="), std::string::npos) << text;
    EXPECT_NE(text.find("+Plan cell B3 KEEPABLE"), std::string::npos) << text;
}

TEST_F(Dump, sees_formats_and_no_change_when_they_are_set_back_in_pieces) {
    set("Deals.A1:B4", "CellBackColor", Any(sal_Int32{0xff0000}));
    const std::string text = change();
    EXPECT_NE(text.find("CellBackColor=16711680"), std::string::npos) << text;
    EXPECT_NE(text.find("A1:B4"), std::string::npos) << text;
    for (const char* piece : {"Deals.A1:A2", "Deals.A3:B4", "Deals.B1:B2"}) {
        Reference<css::beans::XPropertyState>(workbook().range(piece), UNO_QUERY_THROW)
            ->setPropertyToDefault(toOffice("CellBackColor"));
    }
    EXPECT_EQ(change(), "");
}

TEST_F(Dump, sees_a_cell_style_used_made_and_changed) {
    set("Deals.A1", "CellStyle", Any(toOffice("Good")));
    EXPECT_NE(change().find("CellStyle='Good'"), std::string::npos) << change();
    const Reference<css::container::XNameContainer> styles(
        documentAs<css::style::XStyleFamiliesSupplier>()->getStyleFamilies()->getByName(
            toOffice("CellStyles")),
        UNO_QUERY_THROW);
    styles->insertByName(toOffice("Mine"),
                         Any(documentAs<css::lang::XMultiServiceFactory>()->createInstance(
                             toOffice("com.sun.star.style.CellStyle"))));
    EXPECT_NE(change().find("+document cell style Mine"), std::string::npos) << change();
    const std::string with_style = dump(workbook());
    Properties(styles->getByName(toOffice("Mine")), UNO_QUERY_THROW)
        ->setPropertyValue(toOffice("CharColor"), Any(sal_Int32{255}));
    EXPECT_NE(difference(with_style, dump(workbook())).find("CharColor=255"), std::string::npos);
}

TEST_F(Dump, sees_conditional_formats_with_their_ranges) {
    const Properties range(workbook().range("Deals.A2:A5"), UNO_QUERY_THROW);
    const Reference<css::sheet::XSheetConditionalEntries> entries(
        range->getPropertyValue(toOffice("ConditionalFormat")), UNO_QUERY_THROW);
    css::uno::Sequence<css::beans::PropertyValue> entry(3);
    entry.getArray()[0].Name = toOffice("Operator");
    entry.getArray()[0].Value <<= css::sheet::ConditionOperator_FORMULA;
    entry.getArray()[1].Name = toOffice("Formula1");
    entry.getArray()[1].Value <<= toOffice("$A2=\"D1\"");
    entry.getArray()[2].Name = toOffice("StyleName");
    entry.getArray()[2].Value <<= toOffice("Good");
    entries->addNew(entry);
    range->setPropertyValue(toOffice("ConditionalFormat"), Any(entries));
    const std::string text = change();
    EXPECT_NE(text.find("+Deals conditional format A2:A5 0"), std::string::npos) << text;
    EXPECT_NE(text.find("Good"), std::string::npos) << text;
}

TEST_F(Dump, sees_notes_names_and_autofilters) {
    Reference<css::sheet::XSheetAnnotationsSupplier>(sheetOf("Deals.A1"), UNO_QUERY_THROW)
        ->getAnnotations()
        ->insertNew(css::table::CellAddress(0, 1, 2), toOffice("ring the customer"));
    EXPECT_NE(change().find("note B3 hidden ring the customer"), std::string::npos) << change();

    const Reference<css::sheet::XNamedRanges> names(
        Properties(workbook().document(), UNO_QUERY_THROW)
            ->getPropertyValue(toOffice("NamedRanges")),
        UNO_QUERY_THROW);
    names->addNewByName(toOffice("deals"), toOffice("$Deals.$A$1:$H$8"), css::table::CellAddress(),
                        0);
    EXPECT_NE(change().find("name deals $Deals.$A$1:$H$8"), std::string::npos) << change();

    const Reference<css::sheet::XDatabaseRanges> ranges(
        Properties(workbook().document(), UNO_QUERY_THROW)
            ->getPropertyValue(toOffice("DatabaseRanges")),
        UNO_QUERY_THROW);
    ranges->addNewByName(toOffice("table"), css::table::CellRangeAddress(0, 0, 0, 7, 7));
    const std::string with_range = dump(workbook());
    Properties(ranges->getByName(toOffice("table")), UNO_QUERY_THROW)
        ->setPropertyValue(toOffice("AutoFilter"), Any(true));
    EXPECT_NE(difference(with_range, dump(workbook())).find("AutoFilter=true"), std::string::npos);
}

TEST_F(Dump, sees_widths_heights_and_hidden_rows) {
    const Reference<css::table::XColumnRowRange> lines(workbook().range("Deals.C3"),
                                                       UNO_QUERY_THROW);
    Properties(lines->getColumns(), UNO_QUERY_THROW)
        ->setPropertyValue(toOffice("Width"), Any(sal_Int32{5000}));
    EXPECT_NE(change().find("+Deals column C 50"), std::string::npos) << change();
    Properties(lines->getRows(), UNO_QUERY_THROW)
        ->setPropertyValue(toOffice("IsVisible"), Any(false));
    EXPECT_NE(change().find("+Deals row 3"), std::string::npos) << change();
    EXPECT_NE(change().find("+Deals visible A1:H2,A4:H8"), std::string::npos) << change();
}

TEST_F(Dump, sees_sheets_their_order_visibility_and_protection) {
    workbook().renameSheet("Settings", "Options");
    EXPECT_NE(change().find("+Options sheet"), std::string::npos) << change();
    workbook().renameSheet("Options", "Settings");
    EXPECT_EQ(change(), "");
    Reference<css::util::XProtectable>(sheetOf("Deals.A1"), UNO_QUERY_THROW)
        ->protect(rtl::OUString());
    EXPECT_EQ(change(), "-Deals protected no\n+Deals protected yes\n");
    sheetOf("Settings.A1")->setPropertyValue(toOffice("IsVisible"), Any(false));
    EXPECT_NE(change().find("+Settings IsVisible false"), std::string::npos) << change();
}

} // namespace

} // namespace keepable::office_tests
