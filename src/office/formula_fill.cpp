// SPDX-License-Identifier: MPL-2.0
#include "office/formula_fill.hpp"

#include "office/conditional_formats.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/FillDirection.hpp>
#include <com/sun/star/sheet/XCellFormatRangesSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>

namespace keepable::office {

namespace {

using css::container::XIndexAccess;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

} // namespace

void fillFormulas(const SpreadsheetDocument& document, const CellArea& area,
                  const std::function<rtl::OUString(std::int32_t row)>& formula_in) {
    const RangeReference range = rangeAt(document, area);
    const auto write = [&](std::int32_t row) {
        range->getCellByPosition(0, row - area.StartRow)->setFormula(formula_in(row));
    };
    if (meetConditionalFormats(document, {area})) {
        for (std::int32_t row = area.StartRow; row <= area.EndRow; ++row) {
            write(row);
        }
        return;
    }
    const Reference<XIndexAccess> uniform(
        Reference<css::sheet::XCellFormatRangesSupplier>(range, UNO_QUERY_THROW)
            ->getCellFormatRanges(),
        UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < uniform->getCount(); ++i) {
        const RangeReference run(uniform->getByIndex(i), UNO_QUERY_THROW);
        const CellArea rows = areaOf(run);
        write(rows.StartRow);
        if (rows.EndRow > rows.StartRow) {
            Reference<css::sheet::XCellSeries>(run, UNO_QUERY_THROW)
                ->fillAuto(css::sheet::FillDirection_TO_BOTTOM, 1);
        }
    }
    const auto formulas =
        Reference<css::sheet::XCellRangeFormula>(range, UNO_QUERY_THROW)->getFormulaArray();
    for (sal_Int32 i = 0; i < formulas.getLength(); ++i) {
        const std::int32_t row = area.StartRow + i;
        const rtl::OUString wanted = formula_in(row);
        if (!formulas[i][0].equalsIgnoreAsciiCase(wanted)) {
            write(row); // hidden by a filter
        }
    }
}

} // namespace keepable::office
