// SPDX-License-Identifier: MPL-2.0
//
// The sheets of a workbook as set up searches them, and the tables it takes as it samples them.
//
// Cost:    of each sheet what sampleSheet() reads, of each table taken sampledRows() rows of the
//          columns that matter, however long they are; of formulas the ends of each run only.
// Thread:  the office's main thread.
#pragma once

#include "office/own_sheet.hpp"
#include "tables/recognition.hpp"
#include "tables/table_finder.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepable::office {

struct WorkbookTables {
    std::vector<SheetReference> sheets; // those searched: all but ours
    std::vector<std::string> names;
    std::vector<tables::SheetCells> cells;
    std::vector<tables::FoundTable> tables;
    std::int32_t rows = 0; // of a sheet
};

[[nodiscard]] tables::CellBlock usedBlock(const SheetReference& sheet);
[[nodiscard]] WorkbookTables readWorkbook(const SpreadsheetDocument& document,
                                          const std::optional<OwnSheet>& own,
                                          const tables::ReadingContext& context);
// Finds them anew, after the settings have said how headings are to be read.
void findAgain(WorkbookTables& workbook, const tables::ReadingContext& context);
// The cells of a complete table that recognition looks at.
[[nodiscard]] tables::SampledTable sampleTable(const SheetReference& sheet,
                                               const tables::FoundTable& table);
// A range as a table of this kind; `sheet` of the result is its place in `workbook.sheets`. None
// for a range on our own sheet.
[[nodiscard]] std::optional<tables::FoundTable> readRange(tables::TableKind kind,
                                                          const RangeReference& range,
                                                          const WorkbookTables& workbook,
                                                          const tables::ReadingContext& context);

} // namespace keepable::office
