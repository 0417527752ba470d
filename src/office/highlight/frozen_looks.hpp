// SPDX-License-Identifier: MPL-2.0
//
// The highlighting as plain formats, for people without the extension: which cells look how, what
// they looked like before, and back.
//
// Shape:   a format as text is "CellBackColor=16711680; CharWeight=150": the properties that a cell
//          has directly among the five a look consists of.
// Undo:    as in cell_properties.hpp.
// Thread:  the office's main thread.
#pragma once

#include "office/highlight/highlight_format.hpp"
#include "office/workbook.hpp"

#include <set>
#include <string>
#include <vector>

namespace keepable::office {

struct LookCells {
    Look look; // as it is in use
    CellAreas areas;
};

// What the highlighting shows now, by the verdicts of the workbook's plan.
[[nodiscard]] std::vector<LookCells> shownLooks(const Workbook& workbook,
                                                const ConditionalFormat& highlight);

struct FormatCells {
    CellArea area;
    std::string format;
};

// The direct formats in these cells that a look would hide.
[[nodiscard]] std::vector<FormatCells> directFormats(const SpreadsheetDocument& document,
                                                     const CellAreas& areas);

[[nodiscard]] std::string formatText(const Look& look);
void applyFormat(const SpreadsheetDocument& document, const CellAreas& areas,
                 std::string_view format);
// Takes the looks (formatText()) from the cells of an area, wherever a sort has put them. A look of
// which one property has been changed by hand is still one; the change stays.
void clearLooks(const SpreadsheetDocument& document, CellArea area,
                const std::set<std::string>& looks);

} // namespace keepable::office
