// SPDX-License-Identifier: MPL-2.0
//
// The conditional format that colours the deals of a plan: one a plan, three entries whose formulas
// ask the cheap getter for the verdict of the row's deal.
//
// Rule:    ours is known by its formulas, not by its styles, which XLSX renames. It is set through
//          the range property, because only such a format is drawn at once; the property destroys
//          what it overlaps, so it is only ever set on cells free of other formats, and cells that
//          others overlap later are taken out first.
// Undo:    the host undoes setting, not clearing; clearing joins the step with functions of ours.
// Thread:  the office's main thread.
// Source:  measured on LibreOffice 7.4.
#pragma once

#include "office/highlight/areas.hpp"
#include "office/highlight/styles.hpp"
#include "office/plan_cells.hpp"
#include "office/undo_step.hpp"

#include <com/sun/star/sheet/XConditionalFormat.hpp>

#include <array>
#include <string>
#include <vector>

namespace keepable::office {

struct ConditionalFormat {
    com::sun::star::uno::Reference<com::sun::star::sheet::XConditionalFormat> format;
    std::int32_t sheet = 0;
    std::int32_t id = 0;
    CellAreas areas;
    bool is_ours = false;
};

// Of one sheet, or of all, in the office's order.
[[nodiscard]] std::vector<ConditionalFormat> conditionalFormats(const SpreadsheetDocument& document,
                                                                std::int32_t sheet);
[[nodiscard]] std::vector<ConditionalFormat>
conditionalFormats(const SpreadsheetDocument& document);
// Ours, asking this plan cell.
[[nodiscard]] bool asks(const ConditionalFormat& format, const SpreadsheetDocument& document,
                        const CellReference& plan_cell);

// The entry formulas as the property takes them, in the order of looks().
struct HighlightFormulas {
    std::array<std::string, 3> formulas;
    com::sun::star::table::CellAddress source; // the cell they are written for
};
// `deal_column` none: the deals are called by their rows.
[[nodiscard]] HighlightFormulas highlightFormulas(const CellReference& plan_cell,
                                                  const CellArea& area,
                                                  std::optional<std::int32_t> deal_column);

// Whether this one already is what is wanted.
[[nodiscard]] bool isAlready(const SpreadsheetDocument& document, const ConditionalFormat& format,
                             const HighlightFormulas& formulas, const CellAreas& areas);

void setHighlight(const SpreadsheetDocument& document, const CellAreas& areas,
                  const HighlightFormulas& formulas);
// Takes ours away and nothing else. False, and nothing done, when others overlap all of its cells,
// where it could not be brought back by undo.
bool removeHighlight(UndoStep& step, const SpreadsheetDocument& document,
                     const ConditionalFormat& ours);

// Gives formulas and styles of ours back what XLSX does to them.
void mend(const SpreadsheetDocument& document, const ConditionalFormat& ours);

} // namespace keepable::office
