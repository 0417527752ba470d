// SPDX-License-Identifier: MPL-2.0
//
// How a sheet of ours prints: landscape, as wide as one page, its headings on every page.
//
// Shape:   all our sheets share one page style; one that is there is taken as it is.
// Undo:    the host undoes the repeated rows; the page style, which it does not undo, joins the step
//          that the caller holds.
// Thread:  the office's main thread.
#pragma once

#include "office/sheets.hpp"

#include <cstdint>
#include <string_view>

namespace keepable::office {

void setPrinting(const SpreadsheetDocument& document, std::string_view sheet,
                 std::int32_t heading_row);

} // namespace keepable::office
