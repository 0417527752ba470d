// SPDX-License-Identifier: MPL-2.0
#include "views/columns.hpp"

#include <algorithm>

namespace keepable::views {

namespace {

// Left edge of a column; that of the column after the last is where the room ends, and a gap.
int edge(const Columns& columns, int column) {
    const int fields = columns.room - columns.gap * (columns.count - 1);
    return fields * column / columns.count + columns.gap * column;
}

} // namespace

int Columns::indexOf(std::size_t field) const {
    return static_cast<int>(field % static_cast<std::size_t>(count));
}

int Columns::left(std::size_t field) const {
    return edge(*this, indexOf(field));
}

int Columns::width(std::size_t field) const {
    return edge(*this, indexOf(field) + 1) - gap - left(field);
}

Columns columnsFor(const std::vector<int>& wanted, int room, int gap, int longest) {
    const int fields = static_cast<int>(wanted.size());
    int widest = 0;
    for (const int width : wanted) {
        widest = std::max(widest, std::min(width, longest));
    }
    for (int count = fields; count > 1; --count) {
        if (fields % count == 0 && (room - gap * (count - 1)) / count >= widest) {
            return {count, room, gap};
        }
    }
    return {1, room, gap};
}

} // namespace keepable::views
