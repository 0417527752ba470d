// SPDX-License-Identifier: MPL-2.0
//
// The capacity table as proposals look at it: which periods there are, and where hours may come from on
// one resource. Used by capacity_ways and least_hours.
//
// Shape:   a source is a period, or the overtime of one entry of it. What needs no new row comes first,
//          then the latest.
// Cost:    looks through the whole table once, and once more for each resource asked for; so one table
//          serves all questions about a deal.
// Source:  issue 5, point 1b.
#pragma once

#include "planning/plan_input.hpp"
#include "planning/resource_calendar.hpp"
#include "proposals/capacity_gap.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace keepable::proposals {

struct CapacitySource {
    std::size_t period = 0; // in CapacityGap::periods()
    std::uint32_t entry = planning::kNone;
    std::optional<planning::Hours> most;
    std::optional<planning::Money> cost_per_hour;
};

class CapacityTable {
  public:
    // The input must outlive the table.
    explicit CapacityTable(const planning::PlanInput& input);

    // Of whatever resource, each once, the earliest first.
    [[nodiscard]] const std::vector<planning::Day>& starts() const { return starts_; }
    // And in their rhythm as many more before, between and behind them as the span reaches; in no order.
    [[nodiscard]] std::vector<planning::Day> startsAround(planning::DaySpan span,
                                                          planning::PeriodLength length) const;
    // The period length that would be inferred if the table had rows for these starts as well.
    [[nodiscard]] planning::PeriodLength
    lengthWith(const std::vector<planning::Day>& more_starts) const;
    // The gap is of the resource. Within limits, a period has no more than its overtime.
    [[nodiscard]] std::vector<CapacitySource> sourcesOf(planning::ResourceIndex resource,
                                                        const CapacityGap& gap, bool within_limits);

  private:
    struct Rows {
        std::vector<std::uint32_t> entries;  // in PlanInput::capacity
        std::vector<std::uint32_t> overtime; // in PlanInput::overtime
    };
    [[nodiscard]] const Rows& rowsOf(planning::ResourceIndex resource);

    const planning::PlanInput& input_;
    std::vector<planning::Day> starts_;
    std::map<planning::ResourceIndex, Rows> rows_; // of the resources asked for so far
};

} // namespace keepable::proposals
