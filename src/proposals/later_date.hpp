// SPDX-License-Identifier: MPL-2.0
//
// A later date for a deal that makes room: the lines promised before it move there, the others stay.
//
// Source:  issue 5, point 1d.
#pragma once

#include "planning/plan_board.hpp"
#include "planning/promise_check.hpp"
#include "proposals/proposal.hpp"

#include <optional>
#include <vector>

namespace keepable::proposals {

class LaterDate {
  public:
    LaterDate(const planning::CheckedPlan& plan, planning::DealIndex deal);

    // The earliest promised date of its lines with something left.
    [[nodiscard]] planning::Day promised() const { return promised_; }
    // The first date from `from` on, and after promised(), on which the deal fits in the set, itself
    // not in it. The loads of that date are in loads() then, not laid.
    [[nodiscard]] std::optional<planning::Day> firstIn(planning::WorkSet& set,
                                                       planning::Day from = planning::kFirstDay);
    [[nodiscard]] std::vector<planning::Load>& loads() { return loads_; }
    void addChanges(planning::Day date, std::vector<DateChange>& changes) const;

  private:
    [[nodiscard]] bool isOffered(planning::Day date) const;
    void moveTo(planning::Day date);
    [[nodiscard]] bool fits(planning::WorkSet& set, planning::Day date);

    const planning::PlanInput* input_;
    planning::DealIndex deal_;
    planning::Day promised_;
    planning::Day last_; // that may be tried
    bool has_one_date_ = true;
    std::vector<planning::Load> loads_;
    std::vector<planning::Day> promised_of_load_;
};

} // namespace keepable::proposals
