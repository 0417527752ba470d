// SPDX-License-Identifier: MPL-2.0
//
// The unit written behind a number: "12 h", "1,5 Tage", "10 pcs".
//
// Rule:    hours, days and pieces in English, German, French, Spanish, Italian and Dutch, by whole
//          words, whatever their case and with a full stop or without. What may mean two things
//          ("st", "m") is no unit.
#pragma once

#include "tables/column.hpp"

#include <string_view>

namespace keepable::tables {

struct UnitText {
    std::string_view number; // what stands before the unit; without one the whole text
    AmountUnit unit = AmountUnit::kAsRead;
};

[[nodiscard]] UnitText splitUnit(std::string_view text);

// What a column with this unit expects where another is written: "an amount in pieces, ...".
[[nodiscard]] std::string_view expectedUnit(AmountUnit of_column);

} // namespace keepable::tables
