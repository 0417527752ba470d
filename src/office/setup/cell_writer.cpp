// SPDX-License-Identifier: MPL-2.0
#include "office/setup/cell_writer.hpp"

#include "office/cell_properties.hpp"
#include "office/convert.hpp"
#include "office/sheets.hpp"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/table/CellHoriJustify.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

#include <algorithm>
#include <array>

namespace keepable::office {

namespace {

using css::beans::XPropertySet;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

// Readable on paper as well; text colours stay automatic, for dark surroundings.
constexpr sal_Int32 kHeadingBackground = 0xE4EAF1;
constexpr sal_Int32 kInputBackground = 0xFFF8DC;
constexpr float kTitleHeight = 16;

bool isSameLetter(char left, char right) {
    const auto upper = [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    };
    return upper(left) == upper(right);
}

} // namespace

CellFormats::CellFormats(const SpreadsheetDocument& document)
    : formats_(Reference<css::util::XNumberFormatsSupplier>(document, UNO_QUERY_THROW)
                   ->getNumberFormats()) {}

bool CellFormats::isDate(sal_Int32 format) const {
    sal_Int16 type = 0;
    formats_->getByKey(format)->getPropertyValue("Type") >>= type;
    return (type & css::util::NumberFormat::DATE) != 0;
}

sal_Int32 CellFormats::date() const {
    const Reference<css::util::XNumberFormatTypes> types(formats_, UNO_QUERY_THROW);
    return types->getStandardFormat(css::util::NumberFormat::DATE, css::lang::Locale());
}

bool isSameFormula(const std::string& left, const std::string& right) {
    return std::ranges::equal(left, right, isSameLetter);
}

bool setContent(const CellReference& cell, const std::string& content) {
    if (content.starts_with('=')) {
        if (isSameFormula(utf8(cell->getFormula()), content)) {
            return false;
        }
        cell->setFormula(toOffice(content));
        return true;
    }
    const Reference<css::text::XTextRange> text(cell, UNO_QUERY_THROW);
    if (utf8(text->getString()) == content) {
        return false;
    }
    text->setString(toOffice(content));
    return true;
}

void copyLook(const SpreadsheetDocument& document, const CellReference& from,
              const CellReference& to) {
    static constexpr std::array kProperties{
        "CellStyle", "CharWeight",    "CharPosture", "CharHeight",  "CharFontName",
        "CharColor", "CellBackColor", "HoriJustify", "VertJustify", "IsTextWrapped",
        "TopBorder", "BottomBorder",  "LeftBorder",  "RightBorder"};
    const Reference<XPropertySet> source(from, UNO_QUERY_THROW);
    const Reference<XPropertySet> target(to, UNO_QUERY_THROW);
    const CellArea area = areaOf(to);
    for (const char* name : kProperties) {
        const rtl::OUString property = rtl::OUString::createFromAscii(name);
        const Any wanted = source->getPropertyValue(property);
        if (target->getPropertyValue(property) != wanted) {
            changeProperties(document, {area}, {{name, wanted}});
        }
    }
}

void setLook(const CellReference& cell, views::CellLook look, const CellFormats& formats) {
    using views::CellLook;
    const Reference<XPropertySet> properties(cell, UNO_QUERY_THROW);
    if (look != CellLook::kTitle && look != CellLook::kIntro) {
        properties->setPropertyValue("IsTextWrapped", Any{true});
        properties->setPropertyValue("VertJustify",
                                     Any{sal_Int32{css::table::CellVertJustify2::TOP}});
        properties->setPropertyValue("HoriJustify", Any{css::table::CellHoriJustify_LEFT});
    }
    if (look == CellLook::kTitle || look == CellLook::kHeading || look == CellLook::kLabel) {
        properties->setPropertyValue("CharWeight", Any{css::awt::FontWeight::BOLD});
    }
    switch (look) {
    case CellLook::kTitle:
        properties->setPropertyValue("CharHeight", Any{kTitleHeight});
        break;
    case CellLook::kHeading:
        properties->setPropertyValue("CellBackColor", Any{kHeadingBackground});
        break;
    case CellLook::kDateInput:
        properties->setPropertyValue("NumberFormat", Any{formats.date()});
        properties->setPropertyValue("CellBackColor", Any{kInputBackground});
        break;
    case CellLook::kInput:
        properties->setPropertyValue("CellBackColor", Any{kInputBackground});
        break;
    case CellLook::kPlain:
    case CellLook::kIntro:
    case CellLook::kLabel:
    case CellLook::kNote:
        break;
    }
}

void setColumnWidth(const SheetReference& sheet, std::int32_t column, std::int32_t width) {
    const Reference<css::table::XColumnRowRange> sheet_columns(sheet, UNO_QUERY_THROW);
    const Reference<XPropertySet> properties(sheet_columns->getColumns()->getByIndex(column),
                                             UNO_QUERY_THROW);
    sal_Int32 present = 0;
    properties->getPropertyValue("Width") >>= present;
    if (present < width) {
        properties->setPropertyValue("Width", Any{sal_Int32{width}});
    }
}

} // namespace keepable::office
