// SPDX-License-Identifier: MPL-2.0
//
// Writes values into cells of a column in as few operations as can be. The host undoes one operation after
// the other, and after each it moves the cursor there and paints: a step of 500 single cells takes it half
// a minute.
//
// Shape:   cells that follow one another are one run. A run goes on over cells between them that hold a plain
//          number, which they keep, and over a few empty ones.
// Rule:    numbers are written as numbers, texts as texts, never parsed. Formulas, texts and cells with a
//          comment are never passed over. A cell with a comment is written alone, since writing a run would
//          take the comment away, and a text of several lines is. On a protected sheet, and where cells are
//          merged, nothing is passed over.
// Undo:    by the host; what was empty is emptied by ours, since the host's undo of a run leaves it filled.
//          The caller holds the step.
// Thread:  the office's main thread.
#pragma once

#include "office/sheets.hpp"

#include <com/sun/star/uno/Any.hxx>

#include <cstdint>
#include <map>

namespace keepable::office {

// Numbers (double) and texts (OUString, not empty) by row.
using ColumnValues = std::map<std::int32_t, com::sun::star::uno::Any>;

void writeValues(const SpreadsheetDocument& document, const SheetReference& sheet,
                 std::int32_t column, const ColumnValues& values);

} // namespace keepable::office
