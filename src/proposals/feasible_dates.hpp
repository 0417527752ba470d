// SPDX-License-Identifier: MPL-2.0
//
// The dates that one deal can be promised for beside a set: as it is promised, earlier, later, or on
// one date for all. Used by re_promise, which asks it deal after deal.
//
// Shape:   begins with the promised dates as they are; a move that finds something changes dates().
//          Lines with nothing left keep their date, they load nothing.
// Rule:    later is the first day to which all lines promised before it can move, the others staying;
//          earlier the first day to which all lines promised after it can. So no line moves against
//          the rest, and of lines with one date that is the first date there is.
// Set:     is only asked, and is as it was afterwards; lay() alone adds to it.
// Source:  contract 3.5 and 3.8.
#pragma once

#include "planning/plan_board.hpp"
#include "planning/plan_report.hpp"
#include "proposals/proposal.hpp"

#include <optional>
#include <span>
#include <vector>

namespace keepable::proposals {

class FeasibleDates {
  public:
    // Input and capacity must outlive it.
    FeasibleDates(const planning::PlanInput& input, const planning::CapacityPlan& capacity,
                  planning::DealIndex deal);

    // One for each line of the deal.
    [[nodiscard]] const std::vector<planning::Day>& dates() const { return dates_; }

    // Why the deal does not fit on dates(); none when it does.
    [[nodiscard]] std::optional<planning::Refusal> refusalIn(planning::WorkSet& set);
    // Each says whether there was such a date. Moving earlier asks that the deal fits on dates().
    bool moveLater(planning::WorkSet& set);
    bool moveEarlier(planning::WorkSet& set);
    bool moveToFirstForAll(planning::WorkSet& set);
    // Lays the deal's work for dates(), where it must fit.
    void lay(planning::WorkSet& set);
    void moveTo(planning::Day date); // all lines with something left

    [[nodiscard]] bool hasLoads() const { return !loads_.empty(); }
    void addChanges(std::vector<DateChange>& changes) const;

  private:
    [[nodiscard]] std::vector<planning::Day> movedLater(planning::Day date) const;
    [[nodiscard]] std::vector<planning::Day> movedEarlier(planning::Day date) const;
    template <class Moved>
    bool moveToFirst(planning::WorkSet& set, planning::DaySpan days, bool fits_at_end, Moved moved);
    [[nodiscard]] bool fits(planning::WorkSet& set, const std::vector<planning::Day>& dates);
    void promiseLoads(const std::vector<planning::Day>& dates);

    const planning::PlanInput& input_;
    const planning::CapacityPlan& capacity_;
    planning::DealIndex deal_;
    std::span<const planning::Line> lines_;
    std::vector<planning::Day> dates_;
    std::vector<planning::Load> loads_;
    std::vector<std::size_t> line_of_load_;
    bool has_one_date_ = true; // of the lines with something left, as promised in the input
    bool is_anything_left_ = false;
    planning::Day end_; // the last date that is worth trying
};

} // namespace keepable::proposals
