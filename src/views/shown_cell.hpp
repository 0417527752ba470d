// SPDX-License-Identifier: MPL-2.0
//
// A cell of a sheet that Keepable writes anew: where it stands, what it holds, how it looks.
//
// Rule:    the value says how the cell is to be written (text as text, never parsed) and its number
//          format; the look says size, weight and colour alone.
// Units:   rows and columns of the sheet from 0.
#pragma once

#include "views/sheet_value.hpp"

#include <cstdint>

namespace keepable::views {

enum class ShownLook : std::uint8_t {
    kText,
    kTitle,        // of the sheet
    kNote,         // an explanation, smaller
    kSection,      // the heading of a part
    kTableHeading, // the heading of a column
    kUrgent,       // cannot wait until the next review
    kInput         // to be filled in
};

struct ShownCell {
    std::int32_t row = 0;
    std::int32_t column = 0;
    SheetValue value; // kEmpty for a cell to be filled in
    ShownLook look = ShownLook::kText;

    friend bool operator==(const ShownCell&, const ShownCell&) = default;
};

} // namespace keepable::views
