// SPDX-License-Identifier: MPL-2.0
#include "office/support/conditional.hpp"

#include "office/support/uno_text.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XConditionalFormat.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSheetConditionalEntries.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/CellAddress.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace keepable::office_tests {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using Properties = Reference<css::beans::XPropertySet>;

Properties sheetOf(const Workbook& workbook, std::string_view cell) {
    return {Reference<css::sheet::XSheetCellRange>(workbook.range(cell), UNO_QUERY_THROW)
                ->getSpreadsheet(),
            UNO_QUERY_THROW};
}

Reference<css::sheet::XConditionalFormats> formatsOf(const Workbook& workbook,
                                                     std::string_view cell) {
    return {sheetOf(workbook, cell)->getPropertyValue(toOffice("ConditionalFormats")),
            UNO_QUERY_THROW};
}

Reference<css::container::XNameContainer> cellStyles(const Workbook& workbook) {
    return {Reference<css::style::XStyleFamiliesSupplier>(workbook.document(), UNO_QUERY_THROW)
                ->getStyleFamilies()
                ->getByName(toOffice("CellStyles")),
            UNO_QUERY_THROW};
}

std::string textOf(const Properties& properties, const char* name) {
    rtl::OUString text;
    properties->getPropertyValue(toOffice(name)) >>= text;
    return fromOffice(text);
}

} // namespace

void setConditionalFormat(Workbook& workbook, std::string_view range, std::string_view formula,
                          std::string_view style) {
    trying(range, [&] {
        const Properties cells(workbook.range(range), UNO_QUERY_THROW);
        const auto at =
            Reference<css::sheet::XCellRangeAddressable>(cells, UNO_QUERY_THROW)->getRangeAddress();
        const Reference<css::sheet::XSheetConditionalEntries> entries(
            cells->getPropertyValue(toOffice("ConditionalFormat")), UNO_QUERY_THROW);
        entries->clear();
        css::uno::Sequence<css::beans::PropertyValue> entry(4);
        css::beans::PropertyValue* value = entry.getArray();
        value[0].Name = toOffice("Operator");
        value[0].Value <<= css::sheet::ConditionOperator_FORMULA;
        value[1].Name = toOffice("Formula1");
        value[1].Value <<= toOffice(formula);
        value[2].Name = toOffice("SourcePosition");
        value[2].Value <<= css::table::CellAddress(at.Sheet, at.StartColumn, at.StartRow);
        value[3].Name = toOffice("StyleName");
        value[3].Value <<= toOffice(style);
        entries->addNew(entry);
        cells->setPropertyValue(toOffice("ConditionalFormat"), Any(entries));
    });
}

void addConditionalFormat(Workbook& workbook, std::string_view range, std::string_view formula,
                          std::string_view style) {
    trying(range, [&] {
        const Reference<css::lang::XMultiServiceFactory> factory(workbook.document(),
                                                                 UNO_QUERY_THROW);
        const Reference<css::sheet::XSheetCellRangeContainer> ranges(
            factory->createInstance(toOffice("com.sun.star.sheet.SheetCellRanges")),
            UNO_QUERY_THROW);
        ranges->addRangeAddress(
            Reference<css::sheet::XCellRangeAddressable>(workbook.range(range), UNO_QUERY_THROW)
                ->getRangeAddress(),
            false);
        const auto formats = formatsOf(workbook, range);
        const sal_Int32 id = formats->createByRange(
            Reference<css::sheet::XSheetCellRanges>(ranges, UNO_QUERY_THROW));
        for (const auto& format : formats->getConditionalFormats()) {
            sal_Int32 its_id = 0;
            Properties(format, UNO_QUERY_THROW)->getPropertyValue(toOffice("ID")) >>= its_id;
            if (its_id == id) {
                constexpr sal_Int32 kCondition = 0;
                constexpr sal_Int32 kFormula = 9;
                format->createEntry(kCondition, 0);
                const Properties entry(format->getByIndex(0), UNO_QUERY_THROW);
                entry->setPropertyValue(toOffice("StyleName"), Any(toOffice(style)));
                entry->setPropertyValue(toOffice("Operator"), Any(kFormula));
                entry->setPropertyValue(toOffice("Formula1"), Any(toOffice(formula)));
            }
        }
    });
}

std::vector<FormatSeen> conditionalFormatsOn(const Workbook& workbook, std::string_view cell) {
    return trying(cell, [&] {
        std::vector<FormatSeen> result;
        for (const auto& format : formatsOf(workbook, cell)->getConditionalFormats()) {
            FormatSeen seen;
            const Properties properties(format, UNO_QUERY_THROW);
            const Reference<css::sheet::XSheetCellRanges> ranges(
                properties->getPropertyValue(toOffice("Range")), UNO_QUERY_THROW);
            seen.ranges = fromOffice(ranges->getRangeAddressesAsString());
            for (sal_Int32 i = 0; i < format->getCount(); ++i) {
                const Properties entry(format->getByIndex(i), UNO_QUERY_THROW);
                seen.formulas.push_back(textOf(entry, "Formula1"));
                seen.styles.push_back(textOf(entry, "StyleName"));
            }
            result.push_back(std::move(seen));
        }
        return result;
    });
}

void makeStyle(Workbook& workbook, std::string_view name, int background) {
    trying(name, [&] {
        const Reference<css::lang::XMultiServiceFactory> factory(workbook.document(),
                                                                 UNO_QUERY_THROW);
        cellStyles(workbook)->insertByName(
            toOffice(name), Any(factory->createInstance(toOffice("com.sun.star.style.CellStyle"))));
    });
    setStyleProperty(workbook, name, "CellBackColor", Any(sal_Int32{background}));
}

void setProperty(Workbook& workbook, std::string_view range, const char* name, const Any& value) {
    trying(range, [&] {
        Properties(workbook.range(range), UNO_QUERY_THROW)->setPropertyValue(toOffice(name), value);
    });
}

Any propertyOf(const Workbook& workbook, std::string_view range, const char* name) {
    return trying(range, [&] {
        return Properties(workbook.range(range), UNO_QUERY_THROW)->getPropertyValue(toOffice(name));
    });
}

bool isSetInStyle(const Workbook& workbook, std::string_view style, const char* name) {
    const Reference<css::beans::XPropertyState> states(
        cellStyles(workbook)->getByName(toOffice(style)), UNO_QUERY_THROW);
    return states->getPropertyState(toOffice(name)) == css::beans::PropertyState_DIRECT_VALUE;
}

void setStyleProperty(Workbook& workbook, std::string_view style, const char* name,
                      const Any& value) {
    trying(style, [&] {
        Properties(cellStyles(workbook)->getByName(toOffice(style)), UNO_QUERY_THROW)
            ->setPropertyValue(toOffice(name), value);
    });
}

bool hasCellStyle(const Workbook& workbook, std::string_view name) {
    return trying(name, [&] { return cellStyles(workbook)->hasByName(toOffice(name)); });
}

void protectSheet(Workbook& workbook, std::string_view cell) {
    trying(cell, [&] {
        Reference<css::util::XProtectable>(sheetOf(workbook, cell), UNO_QUERY_THROW)
            ->protect(rtl::OUString());
    });
}

bool isModified(const Workbook& workbook) {
    return trying("modified", [&] {
        return Reference<css::util::XModifiable>(workbook.document(), UNO_QUERY_THROW)
            ->isModified();
    });
}

std::vector<std::string> undoTitles(const Workbook& workbook) {
    return trying("undo titles", [&] {
        std::vector<std::string> titles;
        const Reference<css::document::XUndoManagerSupplier> supplier(workbook.document(),
                                                                      UNO_QUERY_THROW);
        for (const rtl::OUString& title : supplier->getUndoManager()->getAllUndoActionTitles()) {
            titles.push_back(fromOffice(title));
        }
        return titles;
    });
}

} // namespace keepable::office_tests
