// SPDX-License-Identifier: MPL-2.0
//
// What the commands for people's own tables share: making one on a sheet of its own, going to it, and
// saying what is wrong with its rows.
//
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"
#include "office/shown_sheet.hpp"
#include "views/own_table.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::office {

// "Row 7: …", the first few.
[[nodiscard]] std::string sentencesOf(const std::vector<views::SheetProblem>& problems,
                                      const views::Texts& texts);

void goToRow(const CommandCall& call, const std::string& sheet_name, std::int32_t row);

struct NewTable {
    std::string_view sheet;
    std::vector<views::ShownCell> cells;
    std::span<const std::int32_t> widths;
    std::string_view title;                                   // of the step of undo
    std::function<void(const SheetReference&)> and_then = {}; // in the same step
};

// In a sheet of its own; one of that name that holds something else is not touched.
[[nodiscard]] CommandOutcome makeTable(const CommandCall& call, const NewTable& table);

} // namespace keepable::office
