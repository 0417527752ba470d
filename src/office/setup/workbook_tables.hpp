// SPDX-License-Identifier: MPL-2.0
//
// The sheets of a workbook as set up searches them.
//
// Cost:    one reading of what is used of each sheet, at most kMostSearchedCells of it from the top;
//          of formulas the ends of each run only.
// Thread:  the office's main thread.
#pragma once

#include "office/own_sheet.hpp"
#include "tables/table_finder.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepable::office {

inline constexpr std::int32_t kMostSearchedCells = 4'000'000;

struct WorkbookTables {
    std::vector<SheetReference> sheets; // those searched: all but ours
    std::vector<std::string> names;
    std::vector<tables::SheetCells> cells;
    std::vector<tables::FoundTable> tables;
};

[[nodiscard]] tables::CellBlock usedBlock(const SheetReference& sheet);
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
