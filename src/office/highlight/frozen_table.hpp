// SPDX-License-Identifier: MPL-2.0
//
// The visible table that says what was frozen, so that it can be brought back: on the sheet
// "Keepable", below what is there, or on a new sheet of this name.
//
// Shape:   a title, an explanation, a heading row, then a row each: the cells as they were named,
//          how many they are, the kind, what stood there before. The number is a formula, and its
//          reference is the record: it follows inserted rows and renamed sheets.
// Format:  the heading words and kinds are the same in every language, because files travel.
// Undo:    everything done here is undone by the host.
// Thread:  the office's main thread.
#pragma once

#include "office/highlight/areas.hpp"
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
    com::sun::star::table::CellAddress written_for; // where the first cell stood when frozen
};

struct FrozenTable {
    CellArea area; // with title and explanation
    std::vector<FrozenEntry> entries;
    std::size_t lost = 0; // rows whose cells are gone
};

void writeFrozenTable(const SpreadsheetDocument& document, const views::Texts& texts,
                      const std::vector<FrozenEntry>& entries);
// None when there is no such table.
[[nodiscard]] std::optional<FrozenTable> readFrozenTable(const SpreadsheetDocument& document);
[[nodiscard]] bool hasFrozenTable(const SpreadsheetDocument& document);
// And the sheet with it, when nothing else is on it.
void removeFrozenTable(const SpreadsheetDocument& document, const FrozenTable& table);

} // namespace keepable::office
