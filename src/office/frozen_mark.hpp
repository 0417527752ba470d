// SPDX-License-Identifier: MPL-2.0
//
// Whether a document is frozen: it then holds the table that freezing leaves, on whatever sheet.
//
// Format:  the table is known by its headings, which are the same in every language, because files
//          travel.
// Thread:  the office's main thread.
#pragma once

#include "office/sheets.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace keepable::office {

inline constexpr std::array<std::string_view, 5> kFrozenHeadings = {"Frozen", "Cells", "Kind",
                                                                    "Before", "Deal"};

struct FrozenMark {
    SheetReference sheet;
    std::int32_t heading_row = 0;
};

[[nodiscard]] std::optional<FrozenMark> frozenMark(const SpreadsheetDocument& document);

} // namespace keepable::office
