// SPDX-License-Identifier: MPL-2.0
#include "proposals/ways_out.hpp"

#include "proposals/added_capacity.hpp"
#include "proposals/conflict.hpp"
#include "proposals/move_others.hpp"
#include "proposals/other_dates.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace keepable::proposals {

namespace {

using planning::CheckedPlan;
using planning::Day;
using planning::DealIndex;
using planning::Money;
using planning::RankProposalsBy;
using planning::Verdict;

std::int32_t daysLate(const Changes& changes) {
    std::int32_t days = 0;
    for (const DateChange& change : changes.dates) {
        days = std::max(days, change.to - change.from);
    }
    for (const LineSplit& split : changes.splits) {
        days = std::max(days, split.rest_promised - split.promised);
    }
    return days;
}

// The deals with a line that comes later than promised.
std::vector<DealIndex> delayedBy(const Changes& changes) {
    std::vector<DealIndex> deals;
    for (const DateChange& change : changes.dates) {
        if (change.to > change.from) {
            deals.push_back(change.deal);
        }
    }
    for (const LineSplit& split : changes.splits) {
        if (split.rest_promised > split.promised) {
            deals.push_back(split.deal);
        }
    }
    return deals;
}

std::vector<DealIndex> namedBy(const Changes& changes) {
    std::vector<DealIndex> deals;
    const auto add = [&](const auto& list) {
        for (const auto& change : list) {
            deals.push_back(change.deal);
        }
    };
    add(changes.dates);
    add(changes.splits);
    add(changes.items);
    return deals;
}

void sortOnce(std::vector<DealIndex>& deals) {
    std::ranges::sort(deals);
    deals.erase(std::unique(deals.begin(), deals.end()), deals.end());
}

Money valueOf(const planning::PlanInput& input, std::vector<DealIndex> deals) {
    sortOnce(deals);
    Money sum;
    for (const DealIndex deal : deals) {
        const std::int64_t value = input.deals[deal].value.value_or(Money{}).units;
        if (__builtin_add_overflow(sum.units, value, &sum.units)) {
            sum.units = std::numeric_limits<std::int64_t>::max();
        }
    }
    return sum;
}

// Everything a person is told that follows from the changes alone.
Proposal proposalOf(const planning::PlanInput& input, ProposalKind kind, DealIndex deal,
                    Changes changes) {
    Proposal proposal;
    proposal.kind = kind;
    proposal.deal = deal;
    proposal.days_late = daysLate(changes);
    proposal.value_at_stake = valueOf(input, delayedBy(changes));
    proposal.affected = namedBy(changes);
    sortOnce(proposal.affected);
    proposal.changes = std::move(changes);
    return proposal;
}

// What nothing is done for hangs on the deal itself.
Proposal withoutChanges(const planning::PlanInput& input, ProposalKind kind, DealIndex deal) {
    Proposal proposal = proposalOf(input, kind, deal, {});
    proposal.value_at_stake = valueOf(input, {deal});
    proposal.affected = {deal};
    return proposal;
}

class Ways {
  public:
    Ways(CheckedPlan& plan, DealIndex deal, const WinBy& win_by)
        : conflict_(plan, deal), input_(plan.input), deal_(deal), win_by_(win_by) {}

    std::vector<Proposal> find() {
        const std::optional<Changes> re_dated = reDated(conflict_);
        add(ProposalKind::kReDate, re_dated);
        if (const auto added = addedCapacity(conflict_)) {
            Proposal& proposal = add(ProposalKind::kAddCapacity, added->changes);
            proposal.extra_cost = added->cost();
            proposal.also_served = added->also_served;
            proposal.still_at_risk = added->still_at_risk;
            proposal.is_beyond_overtime = added->is_beyond_overtime;
        }
        if (const auto split = splitDeal(conflict_); split && split != re_dated) {
            add(ProposalKind::kSplit, *split);
        }
        add(ProposalKind::kMoveOthers, movedOthers(conflict_));
        if (const auto alternative = withAlternative(conflict_)) {
            add(ProposalKind::kAlternative, *alternative).extra_cost = std::nullopt;
        }
        Proposal risk = withoutChanges(input_, ProposalKind::kAcceptRisk, deal_);
        risk.days_late = std::nullopt;
        proposals_.push_back(std::move(risk));
        sortByRank();
        return std::move(proposals_);
    }

  private:
    void add(ProposalKind kind, const std::optional<Changes>& changes) {
        if (changes) {
            add(kind, *changes);
        }
    }

    Proposal& add(ProposalKind kind, const Changes& changes) {
        proposals_.push_back(proposalOf(input_, kind, deal_, changes));
        if (win_by_ && conflict_.isTentative()) {
            Trial trial = conflict_.part().tryOut(changes);
            proposals_.back().win_by = win_by_(trial.plan, conflict_.part().numberInPart(deal_));
        }
        return proposals_.back();
    }

    void sortByRank() {
        const RankProposalsBy rank_by = input_.settings.rank_proposals_by;
        const auto key = [&](const Proposal& proposal) {
            constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
            const std::int64_t days = proposal.days_late ? *proposal.days_late : kLast;
            const std::int64_t cost = proposal.extra_cost ? proposal.extra_cost->units : kLast;
            const std::int64_t value = proposal.value_at_stake.units;
            const auto deals = static_cast<std::int64_t>(proposal.affected.size());
            const std::int64_t first = rank_by == RankProposalsBy::kDaysLate       ? days
                                       : rank_by == RankProposalsBy::kExtraCost    ? cost
                                       : rank_by == RankProposalsBy::kValueAtStake ? value
                                                                                   : deals;
            return std::tuple{
                proposal.changes.isEmpty(), first, days, cost, value, deals, proposal.kind};
        };
        std::ranges::sort(proposals_, {}, key);
    }

    Conflict conflict_;
    const planning::PlanInput& input_;
    DealIndex deal_;
    const WinBy& win_by_;
    std::vector<Proposal> proposals_;
};

} // namespace

std::vector<Proposal> waysOut(CheckedPlan& plan, DealIndex deal, const WinBy& win_by) {
    switch (plan.report.verdicts[deal]) {
    case Verdict::kInfeasible:
    case Verdict::kAtRisk:
        return Ways{plan, deal, win_by}.find();
    case Verdict::kKeepable:
        if (win_by && plan.report.classes[deal] == planning::DealClass::kTentative) {
            if (const std::optional<Day> day = win_by(plan, deal)) {
                Proposal proposal = withoutChanges(plan.input, ProposalKind::kWinBy, deal);
                proposal.win_by = day;
                return {proposal};
            }
        }
        return {};
    case Verdict::kCheckRow:
    case Verdict::kClosed:
        break;
    }
    return {};
}

std::optional<std::vector<DateChange>> earlierPossible(CheckedPlan& plan, DealIndex deal) {
    if (plan.report.verdicts[deal] != Verdict::kKeepable) {
        return std::nullopt;
    }
    Conflict conflict(plan, deal);
    const std::optional<Changes> changes = movedForward(conflict);
    return changes ? std::optional{changes->dates} : std::nullopt;
}

} // namespace keepable::proposals
