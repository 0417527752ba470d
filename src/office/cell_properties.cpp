// SPDX-License-Identifier: MPL-2.0
#include "office/cell_properties.hpp"

#include "office/conditional_formats.hpp"
#include "office/sheets.hpp"
#include "office/undo_step.hpp"

#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>

#include <algorithm>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using Properties = Reference<css::beans::XPropertySet>;

// Cells that had the same value.
struct Former {
    CellAreas areas;
    CellProperty property;
};

CellProperty read(const Properties& cells, const char* property) {
    const rtl::OUString name = rtl::OUString::createFromAscii(property);
    const bool is_style = name.equalsAscii("CellStyle"); // there is always one
    const Reference<css::beans::XPropertyState> states(cells, UNO_QUERY_THROW);
    if (!is_style && states->getPropertyState(name) != css::beans::PropertyState_DIRECT_VALUE) {
        return {property, Any()};
    }
    return {property, cells->getPropertyValue(name)};
}

std::vector<Former> formerOf(const SpreadsheetDocument& document, const CellAreas& areas,
                             const char* property) {
    std::vector<Former> result;
    for (const CellArea& area : areas) {
        const Reference<css::container::XIndexAccess> alike(
            Reference<css::sheet::XUniqueCellFormatRangesSupplier>(rangeAt(document, area),
                                                                   UNO_QUERY_THROW)
                ->getUniqueCellFormatRanges(),
            UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i < alike->getCount(); ++i) {
            const Properties cells(alike->getByIndex(i), UNO_QUERY_THROW);
            const CellProperty value = read(cells, property);
            const auto same = std::ranges::find_if(
                result, [&](const Former& former) { return former.property.value == value.value; });
            Former& former = same == result.end() ? result.emplace_back(Former{{}, value}) : *same;
            const auto parts = Reference<css::sheet::XSheetCellRanges>(cells, UNO_QUERY_THROW)
                                   ->getRangeAddresses();
            former.areas.insert(former.areas.end(), parts.begin(), parts.end());
        }
    }
    return result;
}

void write(const SpreadsheetDocument& document, const CellAreas& areas,
           const CellProperty& property) {
    const Properties cells = rangesOf(document, areas);
    const rtl::OUString name = rtl::OUString::createFromAscii(property.name);
    if (property.value.hasValue()) {
        cells->setPropertyValue(name, property.value);
    } else {
        Reference<css::beans::XPropertyState>(cells, UNO_QUERY_THROW)->setPropertyToDefault(name);
    }
}

} // namespace

void changeProperties(const SpreadsheetDocument& document, const CellAreas& areas,
                      const std::vector<CellProperty>& properties) {
    if (areas.empty()) {
        return;
    }
    // Undoing a change of several areas the host cuts what lies between them, too.
    const bool is_ours = meetConditionalFormats(document, {around(areas)});
    for (const CellProperty& property : properties) {
        const auto act = [document, areas, property] { write(document, areas, property); };
        if (!is_ours) {
            act();
            continue;
        }
        const auto nothing = [] {};
        for (const Former& former : formerOf(document, areas, property.name)) {
            performUndoably(document, nothing,
                            [document, former] { write(document, former.areas, former.property); });
        }
        performUndoably(document, act, nothing);
    }
}

} // namespace keepable::office
