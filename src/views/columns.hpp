// SPDX-License-Identifier: MPL-2.0
//
// In how many columns the fields of a form stand at a given width, and where each of them does.
//
// Shape:   the fields fill row after row; rows are full (4 fields: 4, 2 or 1 column, never 3 + 1).
// Units:   pixels.
// Rule:    the most columns in which every field gets the width it wants, at most `longest` of it;
//          one column when none will do.
#pragma once

#include <cstddef>
#include <vector>

namespace keepable::views {

struct Columns {
    int count = 1;
    int room = 0; // for all columns and the gaps between them
    int gap = 0;

    [[nodiscard]] int indexOf(std::size_t field) const; // column of the field, from the left
    [[nodiscard]] int left(std::size_t field) const;
    [[nodiscard]] int width(std::size_t field) const;
};

[[nodiscard]] Columns columnsFor(const std::vector<int>& wanted, int room, int gap, int longest);

} // namespace keepable::views
