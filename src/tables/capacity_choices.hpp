// SPDX-License-Identifier: MPL-2.0
//
// The user's choices for columns of a capacity table whose layout was found by its words: another
// resource column, a unit, an order of dates, a column that is not to be read.
//
// Rule:    choices that leave nothing to read, or no resource, are not followed.
#pragma once

#include "tables/capacity_layout.hpp"
#include "tables/column_choices.hpp"

#include <span>

namespace keepable::tables {

void applyChoices(const Grid& top, std::span<const ColumnChoice> choices, CapacityLayout& layout);

} // namespace keepable::tables
