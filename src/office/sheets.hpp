// SPDX-License-Identifier: MPL-2.0
//
// Small reads of sheets and cells that everybody needs: where something stands, what is used, what
// is shown.
//
// Units:   sheets, columns and rows from 0.
// Thread:  the office's main thread, or one that calculates.
#pragma once

#include "office/areas.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XCellRange.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace keepable::office {

using SheetReference = com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheet>;
using RangeReference = com::sun::star::uno::Reference<com::sun::star::table::XCellRange>;

[[nodiscard]] std::vector<SheetReference> sheetsOf(const SpreadsheetDocument& document);
[[nodiscard]] SheetReference sheetAt(const SpreadsheetDocument& document, std::int32_t index);
[[nodiscard]] SheetReference sheetOf(const RangeReference& range);
[[nodiscard]] std::string nameOf(const SheetReference& sheet);

// Of a range, a sheet or a cursor.
[[nodiscard]] CellArea
areaOf(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& cells);
// From the first to the last cell that holds anything.
[[nodiscard]] CellArea usedArea(const SheetReference& sheet);
[[nodiscard]] RangeReference rangeAt(const SpreadsheetDocument& document, const CellArea& area);

[[nodiscard]] std::string shownAt(const SheetReference& sheet, std::int32_t column,
                                  std::int32_t row);
[[nodiscard]] std::string formulaAt(const SheetReference& sheet, std::int32_t column,
                                    std::int32_t row);

} // namespace keepable::office
