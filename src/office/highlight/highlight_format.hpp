// SPDX-License-Identifier: MPL-2.0
//
// The conditional format that colours the deals of a plan: one a plan, three entries whose formulas
// ask the cheap getter for the verdict of the row's deal. A fourth one asks for the chance of deals at
// risk where the settings want a low one to stand out.
//
// Rule:    it is set through the range property, because only such a format is drawn at once; the property destroys
//          what it overlaps, so it is only ever set on cells free of other formats, and cells that
//          others overlap later are taken out first.
// Undo:    by functions of ours in the step: the host does not undo clearing, and when it undoes or
//          redoes setting it cuts formats of the user that lie between the cells set.
// Thread:  the office's main thread.
// Source:  measured on LibreOffice 7.4.
#pragma once

#include "office/conditional_formats.hpp"
#include "office/highlight/styles.hpp"
#include "office/plan_cells.hpp"
#include "office/undo_step.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace keepable::office {

// Ours, asking this plan cell.
[[nodiscard]] bool asks(const ConditionalFormat& format, const SpreadsheetDocument& document,
                        const CellReference& plan_cell);
// Ours, asking a plan cell that has gone.
[[nodiscard]] bool asksNothing(const ConditionalFormat& format);

// The entries: a look, and its formula as the property takes it.
struct HighlightFormulas {
    std::vector<std::pair<Look, std::string>> entries;
    com::sun::star::table::CellAddress source; // the cell they are written for
};
// `deal_column` none: the deals are called by their rows.
[[nodiscard]] HighlightFormulas highlightFormulas(const CellReference& plan_cell,
                                                  const CellArea& area,
                                                  std::optional<std::int32_t> deal_column,
                                                  std::optional<planning::Probability> low_chance);

// Whether this one already is what is wanted.
[[nodiscard]] bool isAlready(const SpreadsheetDocument& document, const ConditionalFormat& format,
                             const HighlightFormulas& formulas, const CellAreas& areas);

void setHighlight(UndoStep& step, const SpreadsheetDocument& document, const CellAreas& areas,
                  const HighlightFormulas& formulas);
// Takes ours away and nothing else. False, and nothing done, when others overlap all of its cells,
// where it could not be brought back by undo.
bool removeHighlight(UndoStep& step, const SpreadsheetDocument& document,
                     const ConditionalFormat& ours);

// Gives formulas and styles of ours back what XLSX does to them.
void mend(const SpreadsheetDocument& document, const ConditionalFormat& ours);

} // namespace keepable::office
