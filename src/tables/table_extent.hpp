// SPDX-License-Identifier: MPL-2.0
//
// How far down a table goes that has been found by its headings.
//
// Rule:    to the headings of another table in its columns, or to what stands after an empty row and
//          is no row of it. A printed list has its headings again on each page and is one table.
// Units:   rows and columns of the sheet, from 0; last ones included.
#pragma once

#include "tables/searched_sheet.hpp"
#include "tables/table_finder.hpp"
#include "tables/text_locale.hpp"

#include <span>
#include <vector>

namespace keepable::tables {

// Takes further pages of a list out of the tables found; the rows of their headings come back.
[[nodiscard]] std::vector<CellBlock> joinPages(std::vector<FoundTable>& found);

struct TableSurroundings {
    std::span<const FoundTable> found; // on the same sheet
    std::span<const CellBlock> pages;  // from joinPages()
    const ReadingContext& context;
};

// Sets the table's last rows and how many it has.
void measureTable(FoundTable& table, const SearchedSheet& sheet,
                  const TableSurroundings& surroundings);

} // namespace keepable::tables
