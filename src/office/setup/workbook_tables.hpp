// SPDX-License-Identifier: MPL-2.0
//
// The sheets of a workbook as set up searches them, and the sheet it has made before, if any.
//
// Rule:    a sheet is ours when it has the plan cell and, below it in the same column, the formulas
//          that say where the tables stand; its name may be any. When the plan cell has gone, the
//          sheet named Keepable is ours by these formulas alone.
// Cost:    one reading of what is used of each sheet, at most kMostSearchedCells of it from the top;
//          of formulas the ends of each run only.
// Thread:  the office's main thread.
#pragma once

#include "office/plan_cells.hpp"
#include "tables/table_finder.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepable::office {

using SheetReference = com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheet>;

inline constexpr std::int32_t kMostSearchedCells = 4'000'000;
inline constexpr std::string_view kSetupSheetName = "Keepable";

struct WorkbookTables {
    std::vector<SheetReference> sheets; // those searched: all but ours
    std::vector<std::string> names;
    std::vector<tables::SheetCells> cells;
    std::vector<tables::FoundTable> tables;
};

struct OwnSheet {
    SheetReference sheet;
    CellReference plan_cell;    // null when it has gone
    std::int32_t first_row = 0; // of the sheet's content
    bool is_in_shape = false;   // all parts stand where set up puts them
};

[[nodiscard]] std::vector<SheetReference> sheetsOf(const SpreadsheetDocument& document);
[[nodiscard]] std::string nameOf(const SheetReference& sheet);
[[nodiscard]] tables::CellBlock usedBlock(const SheetReference& sheet);
[[nodiscard]] std::string formulaAt(const SheetReference& sheet, std::int32_t column,
                                    std::int32_t row);

[[nodiscard]] std::optional<OwnSheet> findOwnSheet(const SpreadsheetDocument& document);
[[nodiscard]] WorkbookTables readWorkbook(const SpreadsheetDocument& document,
                                          const std::optional<OwnSheet>& own,
                                          const tables::ReadingContext& context);
// A range as a table of this kind; `sheet` of the result is its place in `workbook.sheets`. None
// for a range on our own sheet.
[[nodiscard]] std::optional<tables::FoundTable> readRange(tables::TableKind kind,
                                                          const RangeReference& range,
                                                          const WorkbookTables& workbook,
                                                          const tables::ReadingContext& context);

} // namespace keepable::office
