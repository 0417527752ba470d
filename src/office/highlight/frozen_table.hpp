// SPDX-License-Identifier: MPL-2.0
//
// The visible table that says what was frozen, so that it can be brought back: on the sheet that set
// up has made, below what is there, or on a new sheet.
//
// Shape:   a title, an explanation, a heading row, then a row each: the cells as they were named,
//          how many they are, the kind, what stood there before, and for formats the deal they
//          belong to. The number is a formula, and its references are the record: they follow
//          inserted rows and renamed sheets.
// Format:  the heading words and kinds are the same in every language, because files travel.
// Undo:    everything done here is undone by the host.
// Thread:  the office's main thread.
#pragma once

#include "office/highlight/formula_blocks.hpp"
#include "views/texts.hpp"

#include <com/sun/star/table/CellAddress.hpp>

#include <optional>
#include <string>
#include <vector>

namespace keepable::office {

struct FrozenEntry {
    enum class Kind : std::uint8_t { kFormula, kArray, kHighlight, kLook, kFormat };
    Kind kind = Kind::kFormula;
    CellArea area;
    std::string before;
    // Of a formula: what it points at. Of a highlighting: the deals, and their names' column.
    CellReferences references;
    std::string deal; // a format goes with its deal when the table is sorted
    com::sun::star::table::CellAddress written_for; // where the first cell stood when frozen
};

struct FrozenTable {
    CellArea area; // with title and explanation
    std::vector<FrozenEntry> entries;
    std::size_t lost = 0; // rows whose cells are gone
};

// On this sheet, or where it is null on a new one. The name of the sheet.
std::string writeFrozenTable(const SpreadsheetDocument& document, const views::Texts& texts,
                             const SheetReference& sheet, const std::vector<FrozenEntry>& entries);
// None when there is no such table.
[[nodiscard]] std::optional<FrozenTable> readFrozenTable(const SpreadsheetDocument& document);
// And the sheet with it, when nothing else is on it.
void removeFrozenTable(const SpreadsheetDocument& document, const FrozenTable& table);

} // namespace keepable::office
