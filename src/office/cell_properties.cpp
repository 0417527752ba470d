// SPDX-License-Identifier: MPL-2.0
#include "office/cell_properties.hpp"

#include "office/conditional_formats.hpp"
#include "office/sheets.hpp"
#include "office/undo_step.hpp"

#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>

#include <map>
#include <string_view>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using Properties = Reference<css::beans::XPropertySet>;

// Cells that had the same properties.
struct Former {
    CellAreas areas;
    std::vector<CellProperty> properties;
};

// A colour of the document's theme is more than the number by which it shows (25.2).
const char* richerName(const Properties& cells, std::string_view name) {
    static const std::map<std::string_view, const char*> richer = {
        {"CellBackColor", "CellBackgroundComplexColor"}, {"CharColor", "CharComplexColor"}};
    const auto found = richer.find(name);
    const bool is_known =
        found != richer.end() && cells->getPropertySetInfo()->hasPropertyByName(
                                     rtl::OUString::createFromAscii(found->second));
    return is_known ? found->second : nullptr;
}

std::vector<CellProperty> read(const Properties& cells,
                               const std::vector<CellProperty>& properties) {
    const Reference<css::beans::XPropertyState> states(cells, UNO_QUERY_THROW);
    std::vector<CellProperty> result;
    for (const CellProperty& property : properties) {
        const rtl::OUString name = rtl::OUString::createFromAscii(property.name);
        const bool is_style = name.equalsAscii("CellStyle"); // there is always one
        if (!is_style && states->getPropertyState(name) != css::beans::PropertyState_DIRECT_VALUE) {
            result.push_back({property.name, Any()});
            continue;
        }
        result.push_back({property.name, cells->getPropertyValue(name)});
        if (const char* richer = richerName(cells, property.name)) {
            result.push_back(
                {richer, cells->getPropertyValue(rtl::OUString::createFromAscii(richer))});
        }
    }
    return result;
}

std::vector<Former> formerOf(const SpreadsheetDocument& document, const CellAreas& areas,
                             const std::vector<CellProperty>& properties) {
    std::vector<Former> result;
    for (const CellArea& area : areas) {
        const Reference<css::container::XIndexAccess> alike(
            Reference<css::sheet::XUniqueCellFormatRangesSupplier>(rangeAt(document, area),
                                                                   UNO_QUERY_THROW)
                ->getUniqueCellFormatRanges(),
            UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i < alike->getCount(); ++i) {
            const Properties cells(alike->getByIndex(i), UNO_QUERY_THROW);
            const auto parts = Reference<css::sheet::XSheetCellRanges>(cells, UNO_QUERY_THROW)
                                   ->getRangeAddresses();
            result.push_back({{parts.begin(), parts.end()}, read(cells, properties)});
        }
    }
    return result;
}

void write(const SpreadsheetDocument& document, const CellAreas& areas,
           const std::vector<CellProperty>& properties) {
    const Properties cells = rangesOf(document, areas);
    const Reference<css::beans::XPropertyState> states(cells, UNO_QUERY_THROW);
    for (const CellProperty& property : properties) {
        const rtl::OUString name = rtl::OUString::createFromAscii(property.name);
        if (property.value.hasValue()) {
            cells->setPropertyValue(name, property.value);
        } else {
            states->setPropertyToDefault(name);
        }
    }
}

} // namespace

void changeProperties(const SpreadsheetDocument& document, const CellAreas& areas,
                      const std::vector<CellProperty>& properties) {
    if (areas.empty() || properties.empty()) {
        return;
    }
    const auto act = [document, areas, properties] { write(document, areas, properties); };
    // Undoing a change of several areas the host cuts what lies between them, too.
    if (!meetConditionalFormats(document, {around(areas)})) {
        act();
        return;
    }
    performUndoably(document, act, [document, former = formerOf(document, areas, properties)] {
        for (const Former& cells : former) {
            write(document, cells.areas, cells.properties);
        }
    });
}

} // namespace keepable::office
