// SPDX-License-Identifier: MPL-2.0
//
// The sheet that set up has made, if any.
//
// Rule:    a sheet is ours when it has the plan cell and, below it in the same column, the formulas
//          that say where the tables stand; its name may be any. When the plan cell has gone, a
//          sheet is ours by these formulas alone, the one named Keepable first.
// Thread:  the office's main thread.
#pragma once

#include "office/plan_cells.hpp"
#include "office/sheets.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace keepable::office {

inline constexpr std::string_view kSetupSheetName = "Keepable";

struct OwnSheet {
    SheetReference sheet;
    CellReference plan_cell;    // null when it has gone
    std::int32_t first_row = 0; // of the sheet's content
    bool is_in_shape = false;   // all parts stand where set up puts them
};

[[nodiscard]] std::optional<OwnSheet> findOwnSheet(const SpreadsheetDocument& document);

} // namespace keepable::office
