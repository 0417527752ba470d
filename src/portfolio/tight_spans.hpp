// SPDX-License-Identifier: MPL-2.0
//
// What options take from each other, as rows of a binary program: for every span of slots of a resource in
// which they may be too much together, the hours chosen inside it are at most its room. All spans together
// say just what the engine's placement says; as there may be very many, rows can also be added as they turn
// out to be needed.
//
// Rule:    the room of a span is the most work of just that window that fits beside the confirmed set: the
//          least slack of all spans around it. Of the spans in which some work exceeds the room, those are left
//          out that another one implies: one around it with the same room, or one inside it with at least
//          the same excess.
// Shape:   spans by first slot, latest first, then by end.
// Errors:  the confirmed work fits, and each option alone beside it; else it is our mistake.
// Source:  contract 3.5; Hall's condition for interval windows.
#pragma once

#include "portfolio/binary_program.hpp"
#include "portfolio/portfolio_model.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace keepable::portfolio {

// Work on a resource, as the slots its window touches.
struct SlotWork {
    planning::SlotRun run;
    std::int64_t hours = 0; // in 1/10,000 h
    Column column = 0;      // of the option; without meaning for confirmed work
};

struct TightSpan {
    planning::SlotRun run;
    std::int64_t room = 0;
    std::int64_t excess = 0; // of the work inside over the room, more than zero
};

class TightSpans {
  public:
    // The model must outlive it.
    TightSpans(const planning::CheckedPlan& plan, const PortfolioModel& model);

    // Weights, one row for every deal with several options, and rows for the spans in which all options
    // together are too much: as many as make no more than about `most_terms` terms, large excess first.
    [[nodiscard]] BinaryProgram program(std::size_t most_terms) const;
    // Adds rows for spans in which the chosen options are too much, the worst of each resource; how many
    // that were.
    std::size_t addRows(std::span<const Column> chosen, BinaryProgram& program) const;

  private:
    struct Resource {
        const planning::ResourceCalendar* calendar = nullptr;
        std::vector<SlotWork> confirmed; // by first slot
        std::vector<SlotWork> open;      // by first slot
    };

    [[nodiscard]] static Row rowOf(const Resource& resource, const TightSpan& span);

    const PortfolioModel& model_;
    std::vector<Resource> resources_;
};

// Both lists are sorted by first slot; `open` may have work that cannot all be chosen together.
[[nodiscard]] std::vector<TightSpan> tightSpans(const planning::ResourceCalendar& calendar,
                                                std::span<const SlotWork> confirmed,
                                                std::span<const SlotWork> open);

} // namespace keepable::portfolio
