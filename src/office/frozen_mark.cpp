// SPDX-License-Identifier: MPL-2.0
#include "office/frozen_mark.hpp"

#include "office/convert.hpp"

#include <com/sun/star/sheet/XCellRangeData.hpp>

#include <algorithm>

namespace keepable::office {

namespace {

bool isHeading(const css::uno::Sequence<css::uno::Any>& row) {
    return std::equal(kFrozenHeadings.begin(), kFrozenHeadings.end(), row.begin(), row.end(),
                      [](std::string_view heading, const css::uno::Any& value) {
                          return value == textValue(heading);
                      });
}

} // namespace

std::optional<FrozenMark> frozenMark(const SpreadsheetDocument& document) {
    constexpr sal_Int32 kLastColumn = static_cast<sal_Int32>(kFrozenHeadings.size()) - 1;
    for (const SheetReference& sheet : sheetsOf(document)) {
        const css::uno::Reference<css::sheet::XCellRangeData> cells(
            sheet->getCellRangeByPosition(0, 0, kLastColumn, usedArea(sheet).EndRow),
            css::uno::UNO_QUERY_THROW);
        const auto rows = cells->getDataArray();
        for (sal_Int32 row = rows.getLength(); row-- > 0;) {
            if (isHeading(rows[row])) {
                return FrozenMark{sheet, row};
            }
        }
    }
    return std::nullopt;
}

} // namespace keepable::office
