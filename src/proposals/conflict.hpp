// SPDX-License-Identifier: MPL-2.0
//
// One deal and everybody else: what all kinds of proposals for a deal ask of the plan. While it lives
// the deal's own work is off the board, so that `others` is the exposure set as it would be without
// the deal.
//
// Rule:    a deal that fits beside `others` with changed lines is KEEPABLE with them. When it is
//          tentative and refused now, it takes nothing from anybody, so no other verdict changes; for
//          a firm or held one its work leaves the days where it stands now, and the engine has to be
//          asked (tryOut).
// Source:  contract 3.5, 3.6 and 3.8.
#pragma once

#include "planning/lifted_deal.hpp"
#include "planning/promise_check.hpp"
#include "proposals/plan_part.hpp"
#include "proposals/proposal.hpp"

#include <optional>
#include <span>
#include <vector>

namespace keepable::proposals {

class Conflict {
  public:
    Conflict(planning::CheckedPlan& plan, planning::DealIndex deal);

    [[nodiscard]] planning::CheckedPlan& plan() { return plan_; }
    [[nodiscard]] const planning::PlanInput& input() const { return plan_.input; }
    [[nodiscard]] const planning::PlanSettings& settings() const { return plan_.input.settings; }
    [[nodiscard]] planning::DealIndex deal() const { return deal_; }
    [[nodiscard]] bool isTentative() const {
        return dealClass() == planning::DealClass::kTentative;
    }
    [[nodiscard]] planning::DealClass dealClass() const { return plan_.report.classes[deal_]; }
    [[nodiscard]] std::span<const planning::Line> lines() const {
        return linesOf(plan_.input, deal_);
    }
    [[nodiscard]] std::uint32_t firstLine() const { return plan_.input.deals[deal_].first_line; }
    // Contract 3.8.
    [[nodiscard]] std::optional<planning::Day> earliest() const { return earliest_; }

    [[nodiscard]] planning::WorkSet& others() { return plan_.board.exposure; }
    // The loads of such lines of the deal.
    [[nodiscard]] std::vector<planning::Load> loadsOf(std::span<const planning::Line> lines) const;
    // Whether the deal with such lines is neither overdue nor without its items, and fits beside the
    // others.
    [[nodiscard]] bool fits(std::span<const planning::Line> lines);

    [[nodiscard]] const PlanPart& part();
    [[nodiscard]] bool holds(const Changes& changes) { return part().tryOut(changes).holds(); }

  private:
    planning::CheckedPlan& plan_;
    planning::DealIndex deal_;
    std::optional<planning::Day> earliest_; // asked before the deal is lifted
    planning::LiftedDeal lifted_;
    std::optional<PlanPart> part_;
};

// Whether every line with something left is promised for a day from As of on, on which its item is
// offered.
[[nodiscard]] bool isOfferedAsPromised(const planning::PlanInput& input,
                                       std::span<const planning::Line> lines);

} // namespace keepable::proposals
