// SPDX-License-Identifier: MPL-2.0
#include "office/sheet_print.hpp"

#include "office/convert.hpp"
#include "office/shown_sheet.hpp"
#include "office/undo_step.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>

#include <string>

namespace keepable::office {

namespace {

constexpr std::string_view kPageStyle = "Keepable";

using css::beans::XPropertySet;
using css::container::XNameContainer;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

Reference<XNameContainer> pageStyles(const SpreadsheetDocument& document) {
    return {Reference<css::style::XStyleFamiliesSupplier>(document, UNO_QUERY_THROW)
                ->getStyleFamilies()
                ->getByName("PageStyles"),
            UNO_QUERY_THROW};
}

void makeStyle(const SpreadsheetDocument& document, const rtl::OUString& name) {
    const Reference<XNameContainer> styles = pageStyles(document);
    const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
    styles->insertByName(name, Any{factory->createInstance("com.sun.star.style.PageStyle")});
    const Reference<XPropertySet> style(styles->getByName(name), UNO_QUERY_THROW);
    sal_Int32 width = 0;
    sal_Int32 height = 0;
    style->getPropertyValue("Width") >>= width;
    style->getPropertyValue("Height") >>= height;
    style->setPropertyValue("IsLandscape", Any{true});
    if (width < height) {
        style->setPropertyValue("Width", Any{height});
        style->setPropertyValue("Height", Any{width});
    }
    style->setPropertyValue("ScaleToPagesX", Any{sal_Int16{1}});
    style->setPropertyValue("ScaleToPagesY", Any{sal_Int16{0}});
}

} // namespace

void setPrinting(const SpreadsheetDocument& document, std::string_view sheet,
                 std::int32_t heading_row) {
    const rtl::OUString style_name = toOffice(kPageStyle);
    const SheetReference cells = sheetNamed(document, sheet);
    const Reference<XPropertySet> properties(cells, UNO_QUERY_THROW);
    rtl::OUString before;
    properties->getPropertyValue("PageStyle") >>= before;
    if (before != style_name) {
        const bool is_new = !pageStyles(document)->hasByName(style_name);
        // Undone before the sheet goes, done again after it has come back: it is looked up by name.
        const std::string name{sheet};
        performUndoably(
            document,
            [=] {
                if (is_new && !pageStyles(document)->hasByName(style_name)) {
                    makeStyle(document, style_name);
                }
                Reference<XPropertySet>(sheetNamed(document, name), UNO_QUERY_THROW)
                    ->setPropertyValue("PageStyle", Any{style_name});
            },
            [=] {
                if (const SheetReference undone = sheetNamed(document, name); undone.is()) {
                    Reference<XPropertySet>(undone, UNO_QUERY_THROW)
                        ->setPropertyValue("PageStyle", Any{before});
                }
                if (is_new && pageStyles(document)->hasByName(style_name)) {
                    pageStyles(document)->removeByName(style_name);
                }
            });
    }
    const Reference<css::sheet::XPrintAreas> areas(cells, UNO_QUERY_THROW);
    css::table::CellRangeAddress rows = areas->getTitleRows();
    if (!areas->getPrintTitleRows() || rows.StartRow != heading_row || rows.EndRow != heading_row) {
        rows.StartRow = heading_row;
        rows.EndRow = heading_row;
        areas->setTitleRows(rows);
        areas->setPrintTitleRows(true);
    }
}

} // namespace keepable::office
