// SPDX-License-Identifier: MPL-2.0
//
// Between deals and the rows they stand in: where the cell cursor goes, and which deal it is on.
//
// Rule:    the deals table is where the plan's formula points now; when that is no plain reference,
//          the sheet by the name it had when the plan was made. Nothing here plans.
// Errors:  a sheet that has gone, a deal that has no row: nothing happens, the answer is none.
// Thread:  the office's main thread.
#pragma once

#include "office/workbook.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace keepable::office {

using ControllerReference = com::sun::star::uno::Reference<com::sun::star::frame::XController>;

// The sheet of the deals; null without a plan.
[[nodiscard]] com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheet>
dealsSheet(const Workbook& workbook);

// Puts the cell cursor into a row of the deals (as shown, from 1), into the column it has there or,
// when it comes from elsewhere, into the deal's name; scrolls as needed.
bool goToRow(const ControllerReference& controller, const Workbook& workbook, std::int32_t row);
// The first row of the deal with this key, selected as well.
bool goToDeal(const ControllerReference& controller, Workbook& workbook, const std::string& key);
bool goToCell(const ControllerReference& controller, const CellReference& cell);

// The key of the deal in the row of the cell cursor: its first selected cell.
[[nodiscard]] std::optional<std::string> dealAtCursor(const ControllerReference& controller,
                                                      const Workbook& workbook);

// A deal by its key, as Workbook::selectedDeal() has it: text().name of the deal.
[[nodiscard]] std::optional<planning::DealIndex> dealWithKey(const views::PlanAnswers& answers,
                                                             const std::string& key);

} // namespace keepable::office
