// SPDX-License-Identifier: MPL-2.0
//
// The least hours to add on one resource so that the gaps of its capacity are filled, and the next best
// ways of doing so. Used by added_capacity, whose header says what is least.
//
// Shape:   ways are by cost, the least first; after it come ways that need one period alone.
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

class LeastHours {
  public:
    __extension__ using Wide = __int128;

    // All three must outlive it; there is at least one gap. `avoided`: of all ways that are the least, one
    // with few hours in these runs of cells.
    LeastHours(const CapacityGap& gap, const std::vector<Gap>& gaps,
               const std::vector<CapacitySource>& sources,
               const std::vector<planning::SlotRun>& avoided = {});

    // None when there are not enough. `only_least`: no more than the first.
    [[nodiscard]] std::vector<SourceHours> ways(bool only_least);
    [[nodiscard]] Wide costOf(const SourceHours& hours) const;

  private:
    void findAlike(const std::vector<Gap>& gaps, const std::vector<planning::SlotRun>& avoided);
    [[nodiscard]] const GapPeriod& periodOf(std::size_t source) const;
    [[nodiscard]] std::int64_t cellsOf(std::size_t source) const;
    [[nodiscard]] std::vector<SourceHours> inOnePeriod() const;
    [[nodiscard]] static planning::Hours totalOf(const SourceHours& hours);
    [[nodiscard]] bool isOver(const SourceHours& hours) const;
    [[nodiscard]] std::optional<SourceHours> solve() const;
    [[nodiscard]] SourceHours spreadOver(const std::vector<std::int64_t>& units) const;
    [[nodiscard]] bool isInEveryGap(std::size_t source) const;

    const CapacityGap& gap_;
    const std::vector<CapacitySource>& sources_;
    std::vector<std::int64_t> weights_; // of an hour, by source
    std::vector<std::size_t> used_;     // sources of the program, in `sources_`
    std::vector<std::size_t> like_; // of the program, one that is the same in every way, or itself
    CoverProgram program_;
    std::int64_t most_missing_ = 0;
};

} // namespace keepable::proposals
