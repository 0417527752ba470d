// SPDX-License-Identifier: MPL-2.0
//
// How much capacity one resource lacks for new work beside work that is there already, and where
// hours would help. Used by capacity_ways, least_hours and move_search.
//
// Model:   days, or with whole periods the periods, stand in a row of cells. Work must be done in a
//          run of cells; it all fits when in no run more work has to be done than there is capacity
//          (contract 3.5). A run that has too much is a gap.
// Shape:   gaps() lists those that matter: one that holds another with no less missing is left out.
//          Periods are those of the resource itself and all others whose start stands in the table,
//          each once, latest first.
// Rule:    so many hours a cell added to a period give each of its cells just that. Other amounts are
//          spread with rounding (contract 3.1), by which a day can even lose 1/10,000 h: ask fits().
// Units:   1/10,000 h.
#pragma once

#include "planning/promise_check.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keepable::proposals {

struct Gap {
    planning::SlotRun run; // of cells
    std::int64_t missing = 0;
};

struct GapPeriod {
    planning::Day start;
    std::vector<std::int32_t> cells; // over which its hours are spread, in order, never empty
    planning::Hours hours;           // that it has
};

class CapacityGap {
  public:
    // `starts`: further periods that hours may be added to.
    CapacityGap(const planning::PlanInput& input, const planning::CapacityPlan& capacity,
                planning::ResourceIndex resource, const std::vector<planning::Day>& starts);

    // False, and nothing added, when there is no cell at all in the window.
    bool addWork(planning::DaySpan window, planning::Hours hours);
    bool addWork(planning::SlotRun run, planning::Hours hours);
    // Of all of it: what is left is the resource as it was made.
    void clearWork() { works_.clear(); }

    [[nodiscard]] std::vector<Gap> gaps() const;
    [[nodiscard]] const std::vector<GapPeriod>& periods() const { return periods_; }
    [[nodiscard]] std::int32_t cellsWithin(const GapPeriod& period, planning::SlotRun run) const;
    [[nodiscard]] planning::SlotRun runOf(planning::DaySpan window) const;
    [[nodiscard]] planning::DaySpan spanOf(planning::SlotRun run) const; // of one that is not empty
    // Whether all work fits with so many hours added to each period.
    [[nodiscard]] bool fits(const std::vector<planning::Hours>& added) const;

  private:
    struct Work {
        planning::SlotRun run;
        std::int64_t hours = 0;
    };
    template <class Visit>
    void forEachStart(const std::vector<std::int64_t>& capacity_before,
                      const std::vector<std::int32_t>& ends, Visit visit) const;
    [[nodiscard]] std::vector<std::int32_t> ends() const;
    [[nodiscard]] std::vector<std::int64_t>
    capacityBefore(const std::vector<planning::Hours>* added) const;
    [[nodiscard]] planning::DaySpan daysOf(planning::Day start) const;

    const planning::PlanSettings& settings_;
    planning::PeriodLength length_;
    std::vector<planning::DaySpan> cells_; // sorted by first and by last day
    std::vector<GapPeriod> periods_;
    std::vector<Work> works_;
};

} // namespace keepable::proposals
