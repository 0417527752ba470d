// SPDX-License-Identifier: MPL-2.0
//
// The part of a plan that a deal can have anything to do with: all deals that share a resource with
// it, those that share one with these, and so on. The check of the part says of its deals just what
// the check of the whole says, so a proposal is tried out here at a fraction of the cost.
//
// Shape:   the part's deals in sheet order; closed deals and deals to be checked are left out.
//          Resources keep their numbers.
// Rule:    the deal's resources are those of its items and of the items that can stand in for them.
// Source:  contract 3.2 (resources are independent) and 3.5.
#pragma once

#include "planning/promise_check.hpp"
#include "proposals/proposal.hpp"

#include <vector>

namespace keepable::proposals {

// The part with changes applied, checked anew. Deals are numbered as in the whole plan.
struct Trial {
    planning::CheckedPlan plan; // of the part
    bool is_kept = false;       // the deal in question
    // Deals other than that one.
    std::vector<planning::DealIndex> worse;
    std::vector<planning::DealIndex> better; // or, not kept either way, placed on another date

    // The deal is kept, and nobody pays for it but those who were asked to.
    [[nodiscard]] bool holds() const { return is_kept && worse.empty(); }
};

class PlanPart {
  public:
    // The plan must outlive the part.
    PlanPart(const planning::CheckedPlan& plan, planning::DealIndex deal);

    [[nodiscard]] Trial tryOut(const Changes& changes) const;
    // The same without the open deals ranked below the deal, which take nothing from it and nothing from
    // one another before it is served: a fraction of the cost, and enough to see that it is not kept.
    // `changes` must leave the ranks as they are, as hours do.
    [[nodiscard]] Trial tryAhead(const Changes& changes) const;

    [[nodiscard]] const std::vector<planning::DealIndex>& deals() const { return deals_; }
    [[nodiscard]] planning::DealIndex numberInPart(planning::DealIndex deal) const;

  private:
    [[nodiscard]] std::uint32_t lineInPart(planning::DealIndex deal, std::uint32_t line) const;
    [[nodiscard]] Changes inPart(Changes changes) const;
    [[nodiscard]] bool isBehind(planning::DealIndex deal) const;
    [[nodiscard]] Trial tryOut(const Changes& changes, bool only_ahead) const;

    const planning::CheckedPlan& plan_;
    planning::DealIndex deal_;
    planning::PlanInput input_;
    std::vector<planning::DealIndex> deals_; // of the plan, by number in the part
    std::vector<planning::ItemIndex> items_; // of the part, by item of the plan
};

} // namespace keepable::proposals
