// SPDX-License-Identifier: MPL-2.0
//
// The least hours to add on one resource so that the gaps of its capacity are filled and no cap is exceeded.
// Used by capacity_ways; added_capacity.hpp says what is least.
//
// Units:   Hours by source; a cost is hours times Overtime cost, or hours where no cost is known.
// Source:  issue 5, point 1b.
#pragma once

#include "proposals/capacity_gap.hpp"
#include "proposals/capacity_source.hpp"
#include "proposals/cover_program.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace keepable::proposals {

// Hours of each source.
using SourceHours = std::vector<planning::Hours>;

// What is added within a run of cells must stay below what would let other work in.
struct HoursCap {
    planning::SlotRun run;
    std::int64_t most = 0; // 1/10,000 h
};

class LeastHours {
  public:
    __extension__ using Wide = __int128;

    // All four must outlive it; there is at least one gap. `is_all`: the gaps are those of the work that lies
    // in `gap`, so that it can say what fits; else amounts are whole units a cell.
    LeastHours(const CapacityGap& gap, const std::vector<Gap>& gaps,
               const std::vector<CapacitySource>& sources, const std::vector<HoursCap>& caps,
               bool is_all);

    // None when there are not enough.
    [[nodiscard]] std::optional<SourceHours> find();
    [[nodiscard]] Wide costOf(const SourceHours& hours) const;

  private:
    void findAlike(const std::vector<Gap>& gaps, const std::vector<HoursCap>& caps);
    [[nodiscard]] const GapPeriod& periodOf(std::size_t source) const;
    [[nodiscard]] std::int64_t cellsOf(std::size_t source) const;
    [[nodiscard]] std::optional<SourceHours> bestInOnePeriod() const;
    [[nodiscard]] static planning::Hours totalOf(const SourceHours& hours);
    [[nodiscard]] bool isOver(const SourceHours& hours) const;
    [[nodiscard]] std::optional<SourceHours> solve() const;
    [[nodiscard]] SourceHours spreadOver(const std::vector<std::int64_t>& units) const;
    [[nodiscard]] bool isInEveryGap(std::size_t source) const;

    const CapacityGap& gap_;
    const std::vector<CapacitySource>& sources_;
    std::vector<std::int64_t> weights_; // of an hour, by source
    std::vector<std::size_t> used_;     // sources of the program, in `sources_`
    CoverProgram program_;
    std::int64_t most_missing_ = 0;
    bool is_all_;
};

} // namespace keepable::proposals
