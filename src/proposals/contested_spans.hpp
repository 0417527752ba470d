// SPDX-License-Identifier: MPL-2.0
//
// Where open deals can stand in each other's way on one resource: the spans of slots in which all their
// work together is more than the room that the confirmed set leaves. Whatever open deals are won, they fit
// as long as in every contested span their work inside it is at most its room; no other span can refuse
// anything.
//
// Rule:    the room of a span is the most new work of just that window that fits beside the confirmed
//          set: the least slack of all spans around it. A span is left out when another says the same or
//          more: one around it with the same room, or one inside it when the span adds no more work than
//          room. What is left is equivalent to Hall's condition on every span.
// Shape:   spans by first, then by end slot. With `is_crowded` set there are none: there would be so many
//          that laying out the work itself is cheaper.
// Units:   exact Hours; slots as the resource's calendar numbers them.
// Errors:  the confirmed work fits and each open work alone beside it; else it is our mistake.
// Source:  contract 3.5; Hall's condition for interval windows. Checked against max-flow through the
//          chances in tests/proposals.
#pragma once

#include "planning/resource_calendar.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace keepable::proposals {

// Work on a resource, as the slots its window touches; never of zero hours or no slot.
struct SlotWork {
    std::uint32_t contender = 0; // whose; without meaning for confirmed work
    planning::SlotRun run;
    planning::Hours hours;

    [[nodiscard]] bool isInside(planning::SlotRun span) const {
        return span.first <= run.first && run.end <= span.end;
    }
};

struct ContestedSpan {
    planning::SlotRun run;
    planning::Hours room;
};

struct ContestedSpans {
    std::vector<ContestedSpan> spans;
    bool is_crowded = false;
    std::size_t steps = 0; // how much work it was to find out
};

// Both lists of work are sorted by run.first. A resource whose open windows have more than `most_cells`
// pairs of a first and an end slot is crowded.
[[nodiscard]] ContestedSpans contestedSpans(const planning::ResourceCalendar& calendar,
                                            std::span<const SlotWork> confirmed,
                                            std::span<const SlotWork> open, std::size_t most_cells);

} // namespace keepable::proposals
