// SPDX-License-Identifier: MPL-2.0
//
// All formulas of a document that call Keepable, in blocks that one formula describes: a column of
// cells filled down, or an array formula.
//
// Shape:   the formula is that of the block's first cell, as XCell::getFormula() has it; the others
//          follow by their relative references.
// Undo:    by the host, but for recordContents().
// Thread:  the office's main thread, outside a calculation.
#pragma once

#include "office/sheets.hpp"
#include "office/undo_step.hpp"

#include <com/sun/star/table/CellAddress.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Sequence.hxx>

#include <optional>
#include <string>
#include <vector>

namespace keepable::office {

// What the references of a formula point at, in their order: of a formula filled down, all that its
// cells together point at. Kept in formulas of another table they follow whatever is done to the
// cells; none for one that has gone. Empty where the text of the formula tells more.
using CellReferences = std::vector<std::optional<CellArea>>;

struct FormulaBlock {
    CellArea area;
    std::string formula;
    bool is_array = false;
    CellReferences references = {};
};

using CellValues =
    com::sun::star::uno::Sequence<com::sun::star::uno::Sequence<com::sun::star::uno::Any>>;

// Plan cells first, since the others ask them.
[[nodiscard]] std::vector<FormulaBlock> keepableFormulas(const SpreadsheetDocument& document);

// What the cells show now; an error is a void element.
[[nodiscard]] CellValues valuesOf(const SpreadsheetDocument& document, const FormulaBlock& block);
// Writes the values in place of the formulas. An error stays one: #N/A as =NA(), others as text.
void writeValues(const SpreadsheetDocument& document, const FormulaBlock& block,
                 const CellValues& values, const std::vector<std::string>& errors);
// What the cells with errors show, in the order of valuesOf().
[[nodiscard]] std::vector<std::string>
errorsOf(const SpreadsheetDocument& document, const FormulaBlock& block, const CellValues& values);
void clearFormulas(const SpreadsheetDocument& document, const CellArea& area);
// Records how to bring back what the cells hold now, once their formulas are cleared. Before it is
// recorded what is to be undone first.
void recordContents(UndoStep& step, const SpreadsheetDocument& document, const CellArea& area);
// Writes the formula into all cells of the block, wherever these and its references stand now:
// `formula` is meant for the cell `written_for`. Formats of the cells stay as they are.
void writeFormulas(const SpreadsheetDocument& document, const FormulaBlock& block,
                   const com::sun::star::table::CellAddress& written_for);

// Whether all cells of the block call Keepable.
[[nodiscard]] bool holdsFormula(const SpreadsheetDocument& document, const FormulaBlock& block);

} // namespace keepable::office
