// SPDX-License-Identifier: MPL-2.0
//
// The sheets of the review as rows of texts, and what a step of undo is.
#pragma once

#include "office/support/workbook.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include <string>
#include <vector>

namespace keepable::office_tests {

[[nodiscard]] bool hasSheet(const Workbook& workbook, const char* name);
[[nodiscard]] css::uno::Reference<css::sheet::XSpreadsheet> sheetNamed(const Workbook& workbook,
                                                                       const char* name);

// All texts of the first 11 columns, row by row: "A|B|C|".
[[nodiscard]] std::vector<std::string> rowsOf(const Workbook& workbook, const char* sheet,
                                              int rows = 200);
// The row, from 0, whose text has the part; -1 where there is none.
[[nodiscard]] int rowWith(const Workbook& workbook, const char* sheet, const std::string& part,
                          int from = 0);
// How many cells of the first 120 rows and 12 columns hold a formula.
[[nodiscard]] int formulasIn(const Workbook& workbook, const char* sheet);

// What the decisions say of a row, from 1, without number, moment and check, dates as "2026-03-02":
// "D2|sales|Ann|asked||2026-03-20|the fair|waiting for ops; KEEPABLE".
[[nodiscard]] std::string decisionIn(const Workbook& workbook, int row);

[[nodiscard]] std::string undoTitle(const Workbook& workbook);
// Undo gives back the dump `before`, redo what there is now.
void expectOneStep(Workbook& workbook, const std::string& before);

} // namespace keepable::office_tests
