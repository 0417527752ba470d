// SPDX-License-Identifier: MPL-2.0
//
// How a sheet of ours prints: landscape, as wide as one page, its headings on every page.
//
// Undo:    the host undoes the repeated rows; the page style, which it does not undo, joins the step.
// Thread:  the office's main thread.
#pragma once

#include "office/sheets.hpp"
#include "office/undo_step.hpp"

#include <cstdint>
#include <string_view>

namespace keepable::office {

// `style` is the page style's name; one that exists is taken as it is.
void setPrinting(UndoStep& step, const SpreadsheetDocument& document, std::string_view sheet,
                 std::string_view style, std::int32_t heading_row);

} // namespace keepable::office
