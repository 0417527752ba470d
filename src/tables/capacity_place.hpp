// SPDX-License-Identifier: MPL-2.0
//
// Where the hours of a capacity entry stand in the sheet, so that more can be written there.
#pragma once

#include "tables/column.hpp"

#include <cstdint>

namespace keepable::tables {

struct CapacityPlace {
    std::int32_t row = kNowhere; // of the sheet, from 0
    std::int32_t column = 0;     // of the sheet, from 0
    AmountUnit unit = AmountUnit::kAsRead;

    // An entry made of several cells, or of none: a role's week.
    static constexpr std::int32_t kNowhere = -1;
    [[nodiscard]] bool isSomewhere() const { return row != kNowhere; }

    friend bool operator==(const CapacityPlace&, const CapacityPlace&) = default;
};

} // namespace keepable::tables
