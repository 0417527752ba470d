// SPDX-License-Identifier: MPL-2.0
//
// Where the deals of a plan stand in the sheet: the cells that are highlighted and that a person
// takes for the deals' rows.
//
// Rule:    from the row below the headings to the end of the range; from the first headed column to
//          the last, and on over the columns right beside it that hold answers of this plan.
// Thread:  the office's main thread.
#pragma once

#include "office/areas.hpp"
#include "office/workbook.hpp"

#include <optional>

namespace keepable::office {

struct DealsArea {
    CellArea area;
    std::optional<std::int32_t> deal_column;
};

// None when the plan's formula names no range, or no row is left below the headings.
[[nodiscard]] std::optional<DealsArea> dealsArea(const Workbook& workbook);

} // namespace keepable::office
