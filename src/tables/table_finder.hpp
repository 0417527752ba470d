// SPDX-License-Identifier: MPL-2.0
//
// Finds the tables of a workbook that a plan can be made of, wherever they stand: deals, capacity
// and items by their headings, settings by their names.
//
// Shape:   tables in the order of sheets, rows and columns. A table reaches as far to both sides as
//          its headings do, columns without a heading but with cells below included; side by side,
//          an empty column or the first heading again begins the next one.
// Rule:    a table ends where, in its columns, other headings begin, or where after an empty row
//          something stands that is no row of it. With nothing below, its range goes to the end of
//          the sheet, so that rows added later are taken in; settings are read cell by cell and
//          get a few rows more only.
//          Our own columns are never input, nor are their headings.
//          Deals without a promised date, item or quantity are found where the headings leave no
//          doubt that they are deals; what is missing is to be asked.
//          Of two kinds with the same headings the one with more of them recognised counts; with
//          as many, both are given and overlap.
// Units:   rows and columns of the sheet, from 0; last ones included.
#pragma once

#include "tables/headings.hpp"
#include "tables/sheet_sample.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace keepable::tables {

struct FoundTable {
    TableKind kind = TableKind::kDeals;
    std::size_t sheet = 0; // in the list searched
    // From the headings (settings: the first row) to the last row that is taken in.
    CellBlock range;
    std::int32_t last_filled_row = 0;
    std::int32_t row_count = 0;             // rows below the headings with anything in them
    std::vector<Column> columns;            // recognised; none for settings
    HeadingRow heading;                     // of a complete table; its row is the last of several
    std::vector<std::string> other_columns; // headings not recognised
    std::vector<ColumnRole> missing;        // needed roles; a table without any is complete
    std::vector<ColumnRole> to_ask;         // needed roles for which the settings may stand
    // Capacity: 1 where the title above or the sheet says so, -1 where it names another measure.
    std::int32_t title_worth = 0;

    [[nodiscard]] bool isComplete() const { return missing.empty(); }
    [[nodiscard]] bool isWide() const;
};

// Complete tables and, for telling what was seen, beginnings of some: two needed headings at least.
[[nodiscard]] std::vector<FoundTable> findTables(std::span<const SheetCells> sheets,
                                                 const ReadingContext& context,
                                                 std::int32_t rows_of_a_sheet);

// What a range holds that somebody pointed at. `cells` is the used part of the range; the headings
// need not stand in its first row.
[[nodiscard]] FoundTable tableIn(TableKind kind, const SheetCells& cells, const CellBlock& range,
                                 const ReadingContext& context);

// The complete tables of a kind that are better than all others, as indices; several when they are
// equally good: with rows before empty ones, then by what the title says, then those of which nothing has to be asked, then by
// the number of columns recognised.
[[nodiscard]] std::vector<std::size_t> bestTables(std::span<const FoundTable> tables,
                                                  TableKind kind);

} // namespace keepable::tables
