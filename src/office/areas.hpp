// SPDX-License-Identifier: MPL-2.0
//
// Sets of cells of one sheet, as rectangles.
//
// Shape:   rectangles of a set may touch, subtract() gives such that do not overlap.
// Thread:  the office's main thread.
#pragma once

#include "office/shown_plans.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace keepable::office {

using CellArea = com::sun::star::table::CellRangeAddress;
using CellAreas = std::vector<CellArea>;

[[nodiscard]] bool overlap(const CellArea& left, const CellArea& right);
[[nodiscard]] bool overlap(const CellAreas& left, const CellAreas& right);
[[nodiscard]] CellAreas subtract(const CellAreas& from, const CellAreas& taken);
[[nodiscard]] CellAreas intersection(const CellAreas& left, const CellAreas& right);
// The smallest area that holds them all; there is at least one, all of one sheet.
[[nodiscard]] CellArea around(const CellAreas& areas);
[[nodiscard]] bool coverSame(const CellAreas& left, const CellAreas& right);

// As one object whose properties are those of all its cells.
[[nodiscard]] com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>
rangesOf(const SpreadsheetDocument& document, const CellAreas& areas);

// "B3:C4, A8", for people; at most `limit` rectangles, then "…".
[[nodiscard]] std::string cellsText(const CellAreas& areas, std::size_t limit = 5);
[[nodiscard]] std::string columnName(std::int32_t column);

} // namespace keepable::office
