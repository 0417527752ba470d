// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/styles.hpp"

#include "office/convert.hpp"
#include "views/words.hpp"

#include <com/sun/star/awt/FontUnderline.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/PropertyAttribute.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XConditionalFormats.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Properties = Reference<css::beans::XPropertySet>;

Reference<css::container::XNameContainer> stylesOf(const SpreadsheetDocument& document) {
    const Reference<css::style::XStyleFamiliesSupplier> supplier(document, UNO_QUERY_THROW);
    return {supplier->getStyleFamilies()->getByName("CellStyles"), UNO_QUERY_THROW};
}

Properties insertStyle(const SpreadsheetDocument& document, std::string_view name) {
    const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
    const Properties style(factory->createInstance("com.sun.star.style.CellStyle"),
                           UNO_QUERY_THROW);
    stylesOf(document)->insertByName(toOffice(name), Any(style));
    return style;
}

void createStyle(const SpreadsheetDocument& document, const Look& look) {
    if (hasStyle(document, look.style)) {
        return;
    }
    const Properties style = insertStyle(document, look.style);
    style->setPropertyValue("CellBackColor", Any(sal_Int32{look.background}));
    style->setPropertyValue("CharColor", Any(sal_Int32{look.font}));
    style->setPropertyValue("CharWeight", Any(look.weight));
    style->setPropertyValue("CharPosture", Any(look.posture));
    style->setPropertyValue("CharUnderline", Any(sal_Int16{look.underline}));
}

void removeStyle(const SpreadsheetDocument& document, std::string_view name) {
    if (hasStyle(document, name)) {
        stylesOf(document)->removeByName(toOffice(name));
    }
}

template <class Value> Value valueOf(const Properties& properties, const char* name) {
    Value value{};
    properties->getPropertyValue(rtl::OUString::createFromAscii(name)) >>= value;
    return value;
}

Look lookOf(const Properties& style, const Look& look) {
    Look result = look;
    result.background = valueOf<sal_Int32>(style, "CellBackColor");
    result.font = valueOf<sal_Int32>(style, "CharColor");
    result.weight = valueOf<float>(style, "CharWeight");
    result.posture = valueOf<css::awt::FontSlant>(style, "CharPosture");
    result.underline = valueOf<sal_Int16>(style, "CharUnderline");
    return result;
}

bool sameLook(const Look& left, const Look& right) {
    return left.background == right.background && left.font == right.font &&
           left.weight == right.weight && left.posture == right.posture &&
           left.underline == right.underline;
}

// As we make it, nothing besides.
bool isOurMake(const Properties& style, const Look& look) {
    static const std::set<std::string, std::less<>> ours = {"CellBackColor",
                                                            "CellBackgroundComplexColor",
                                                            "IsCellBackgroundTransparent",
                                                            "CharColor",
                                                            "CharComplexColor",
                                                            "CharWeight",
                                                            "CharPosture",
                                                            "CharUnderline",
                                                            "DisplayName",
                                                            "CharUnderlineColor",
                                                            "CharUnderlineHasColor",
                                                            "Hidden"};
    if (!sameLook(lookOf(style, look), look)) {
        return false;
    }
    const Reference<css::beans::XPropertyState> states(style, UNO_QUERY_THROW);
    const auto properties = style->getPropertySetInfo()->getProperties();
    return std::all_of(properties.begin(), properties.end(), [&](const auto& property) {
        return ours.count(utf8(property.Name)) != 0 ||
               states->getPropertyState(property.Name) != css::beans::PropertyState_DIRECT_VALUE;
    });
}

// By a cell, or by a conditional format on any sheet.
bool isUsed(const SpreadsheetDocument& document, const rtl::OUString& name) {
    const Reference<css::style::XStyle> style(stylesOf(document)->getByName(name), UNO_QUERY_THROW);
    if (style->isInUse()) {
        return true;
    }
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 sheet = 0; sheet < sheets->getCount(); ++sheet) {
        const Properties properties(sheets->getByIndex(sheet), UNO_QUERY_THROW);
        const Reference<css::sheet::XConditionalFormats> formats(
            properties->getPropertyValue("ConditionalFormats"), UNO_QUERY_THROW);
        for (const auto& format : formats->getConditionalFormats()) {
            for (sal_Int32 i = 0; i < format->getCount(); ++i) {
                const Properties entry(format->getByIndex(i), UNO_QUERY);
                if (entry.is() && entry->getPropertySetInfo()->hasPropertyByName("StyleName") &&
                    entry->getPropertyValue("StyleName") == Any(name)) {
                    return true;
                }
            }
        }
    }
    return false;
}

} // namespace

std::vector<Look> looks(bool with_chance) {
    using planning::Verdict;
    std::vector<Look> all_looks{
        {Verdict::kInfeasible, false, views::verdictWord(Verdict::kInfeasible),
         "Keepable Infeasible", 0xf4b79a, 0x521a00, css::awt::FontWeight::NORMAL,
         css::awt::FontSlant_NONE, css::awt::FontUnderline::SINGLE},
        {Verdict::kAtRisk, true, views::verdictWord(Verdict::kAtRisk), "Keepable Low chance",
         0xf2cd6b, 0x3a2b00, css::awt::FontWeight::NORMAL, css::awt::FontSlant_ITALIC,
         css::awt::FontUnderline::SINGLE},
        {Verdict::kAtRisk, false, views::verdictWord(Verdict::kAtRisk), "Keepable At risk",
         0xf9e9a9, 0x3f3100, css::awt::FontWeight::NORMAL, css::awt::FontSlant_ITALIC,
         css::awt::FontUnderline::NONE},
        {Verdict::kCheckRow, false, views::verdictWord(Verdict::kCheckRow), "Keepable Check row",
         0xcde7f7, 0x062f4d, css::awt::FontWeight::NORMAL, css::awt::FontSlant_NONE,
         css::awt::FontUnderline::DOTTED},
    };
    if (!with_chance) {
        std::erase_if(all_looks, [](const Look& look) { return look.is_low_chance; });
    }
    return all_looks;
}

bool hasStyle(const SpreadsheetDocument& document, std::string_view name) {
    return stylesOf(document)->hasByName(toOffice(name));
}

Look lookInUse(const SpreadsheetDocument& document, const Look& look) {
    if (!hasStyle(document, look.style)) {
        return look;
    }
    return lookOf(Properties(stylesOf(document)->getByName(toOffice(look.style)), UNO_QUERY_THROW),
                  look);
}

void makeMissingStyles(UndoStep& step, const SpreadsheetDocument& document, bool with_chance) {
    for (const Look& look : looks(with_chance)) {
        if (!hasStyle(document, look.style)) {
            step.perform([document, look] { createStyle(document, look); },
                         [document, look] { removeStyle(document, look.style); });
        }
    }
}

void removeUnusedStyles(UndoStep& step, const SpreadsheetDocument& document) {
    for (const Look& look : looks(true)) {
        const rtl::OUString name = toOffice(look.style);
        if (hasStyle(document, look.style) &&
            isOurMake(Properties(stylesOf(document)->getByName(name), UNO_QUERY_THROW), look) &&
            !isUsed(document, name)) {
            step.perform([document, look] { removeStyle(document, look.style); },
                         [document, look] { createStyle(document, look); });
        }
    }
}

void makeStyleLike(const SpreadsheetDocument& document, const Look& look, std::string_view other) {
    if (!hasStyle(document, other)) {
        createStyle(document, look);
        return;
    }
    const Properties from(stylesOf(document)->getByName(toOffice(other)), UNO_QUERY_THROW);
    const Reference<css::beans::XPropertyState> states(from, UNO_QUERY_THROW);
    const Properties to = insertStyle(document, look.style);
    for (const char* ascii : {"CellBackColor", "CharColor", "CharWeight", "CharPosture",
                              "CharUnderline", "CharStrikeout"}) {
        const rtl::OUString name = rtl::OUString::createFromAscii(ascii);
        if (from->getPropertySetInfo()->hasPropertyByName(name) &&
            states->getPropertyState(name) == css::beans::PropertyState_DIRECT_VALUE) {
            to->setPropertyValue(name, from->getPropertyValue(name));
        }
    }
}

void keepLookOnly(const SpreadsheetDocument& document, const Look& look) {
    static const std::set<std::string, std::less<>> of_a_look = {"CellBackColor",
                                                                 "CellBackgroundComplexColor",
                                                                 "IsCellBackgroundTransparent",
                                                                 "CharColor",
                                                                 "CharComplexColor",
                                                                 "CharWeight",
                                                                 "CharPosture",
                                                                 "CharUnderline",
                                                                 "CharStrikeout",
                                                                 "CharUnderlineColor",
                                                                 "CharUnderlineHasColor",
                                                                 "DisplayName",
                                                                 "Hidden"};
    const Properties style(stylesOf(document)->getByName(toOffice(look.style)), UNO_QUERY_THROW);
    const Reference<css::beans::XPropertyState> states(style, UNO_QUERY_THROW);
    for (const css::beans::Property& property : style->getPropertySetInfo()->getProperties()) {
        if (of_a_look.count(utf8(property.Name)) == 0 &&
            (property.Attributes & css::beans::PropertyAttribute::READONLY) == 0 &&
            states->getPropertyState(property.Name) == css::beans::PropertyState_DIRECT_VALUE) {
            states->setPropertyToDefault(property.Name);
        }
    }
}

void removeIfUnused(const SpreadsheetDocument& document, std::string_view name) {
    if (hasStyle(document, name) && !isUsed(document, toOffice(name))) {
        removeStyle(document, name);
    }
}

} // namespace keepable::office
