// SPDX-License-Identifier: MPL-2.0
//
// Writes the sheet Keepable: anew at the end of the workbook, or in place over what an earlier run
// wrote. Values of settings stay as the user left them, rows below the list of columns move down
// when it grows, and what is the same is not written again.
//
// Rule:    when rows were inserted where none belong, so that the parts no longer stand where they
//          should, only the plan formula is brought up to date and all else is left as it is.
// Thread:  the office's main thread, inside an undo step.
#pragma once

#include "office/setup/setup_proposal.hpp"

namespace keepable::office {

// Writes rows that have a value into the workbook's own settings, below those there are, as far as
// the range has room; what could not be written, or has no value yet, stays in `rows`.
void addToSettings(const SheetReference& sheet, const tables::FoundTable& settings,
                   std::vector<views::SettingRow>& rows);

// The plan cell, on our sheet.
CellReference writeSetupSheet(const SpreadsheetDocument& document,
                              const std::optional<OwnSheet>& own, const views::SetupPlan& plan,
                              const views::Texts& texts);

} // namespace keepable::office
