// SPDX-License-Identifier: MPL-2.0
//
// The references of a stored formula: taken out when it is put away, and put back as what they point
// at by then, so that a formula kept as text follows inserted rows and renamed or moved sheets.
//
// Rule:    a relative reference keeps its distance from the cells of the block, an absolute one
//          points at what it pointed at.
// Thread:  the office's main thread.
#pragma once

#include "office/highlight/formula_blocks.hpp"

#include <com/sun/star/sheet/FormulaToken.hpp>
#include <com/sun/star/sheet/XFormulaParser.hpp>

namespace keepable::office {

using FormulaTokens = com::sun::star::uno::Sequence<com::sun::star::sheet::FormulaToken>;

[[nodiscard]] com::sun::star::uno::Reference<com::sun::star::sheet::XFormulaParser>
parserOf(const SpreadsheetDocument& document, std::int16_t convention);

[[nodiscard]] CellReferences referencesOf(const SpreadsheetDocument& document,
                                          const FormulaBlock& block);
// The block's formula as it is to be printed for any of its cells.
[[nodiscard]] FormulaTokens tokensNow(const SpreadsheetDocument& document,
                                      const FormulaBlock& block,
                                      const com::sun::star::table::CellAddress& written_for);

// A formula with every sheet it names replaced by this one ("Deals" or "'My deals'"), so that it can
// be read whatever its sheets are called by now.
[[nodiscard]] std::string withSheet(std::string_view formula, std::string_view sheet);

} // namespace keepable::office
