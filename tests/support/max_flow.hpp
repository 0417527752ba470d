// SPDX-License-Identifier: MPL-2.0
//
// How much work can be done in rooms of limited capacity, when each piece of work may use some of
// them: a maximum flow from a source over the pieces and the rooms to a sink. Used by slow_plan
// alone.
//
// Units:  whatever the caller counts in; whole numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace keepable::support {

struct BipartiteFlow {
    struct Room {
        std::int64_t capacity = 0;
        std::vector<std::size_t> users; // index in `work`
    };
    std::vector<std::int64_t> work;
    std::vector<Room> rooms;
};

[[nodiscard]] std::int64_t maxFlow(const BipartiteFlow& flow);

} // namespace keepable::support
