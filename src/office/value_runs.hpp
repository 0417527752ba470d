// SPDX-License-Identifier: MPL-2.0
//
// Writes numbers into cells of a column in as few operations as can be. The host undoes one operation after
// the other, and after each it moves the cursor and paints: a step of 500 single cells takes it half a minute.
//
// Shape:   cells that follow one another are one run. A run goes on over cells between them that hold a plain
//          number, which they keep.
// Rule:    formulas, texts, empty cells and cells with a comment are never part of a run that passes over
//          them; a cell with a comment is written alone, since writing a run would take the comment away.
//          On a protected sheet, and where cells are merged, nothing is passed over.
// Undo:    by the host; the caller holds the step.
// Thread:  the office's main thread.
#pragma once

#include "office/sheets.hpp"

#include <cstdint>
#include <map>

namespace keepable::office {

// By row.
using ColumnValues = std::map<std::int32_t, double>;

void writeValues(const SheetReference& sheet, std::int32_t column, const ColumnValues& values);

} // namespace keepable::office
