// SPDX-License-Identifier: MPL-2.0
//
// A workbook as canonical text: two workbooks with the same text are the same to a user. With it the
// tests check that undo gives back exactly what was there, and that an action touches nothing else.
//
// Shape:   one fact a line, each line naming its sheet and cells, so that the first line that differs
//          says what differs. Formats are given for the fewest rectangles, whichever way the office
//          has cut them up.
// Holds:   sheets, contents and formulas (not results), direct formats, cell styles, page style
//          names, conditional formats, validation, notes, names, database ranges with filters, widths
//          and heights of the used columns and of the first used rows, hidden rows, protection,
//          print areas, how many drawings.
#pragma once

#include "office/support/workbook.hpp"

#include <string>

namespace keepable::office_tests {

[[nodiscard]] std::string dump(const Workbook& workbook);

// The lines only one of the two has, each with "-" (before) or "+" (after); empty when there are
// none. At most `limit` lines.
[[nodiscard]] std::string difference(const std::string& before, const std::string& after,
                                     std::size_t limit = 40);

} // namespace keepable::office_tests
