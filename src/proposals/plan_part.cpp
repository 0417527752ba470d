// SPDX-License-Identifier: MPL-2.0
#include "proposals/plan_part.hpp"

#include "proposals/changes.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

namespace keepable::proposals {

namespace {

using planning::CheckedPlan;
using planning::DealIndex;
using planning::ItemIndex;
using planning::kNone;
using planning::PlanInput;
using planning::ResourceIndex;
using planning::Verdict;

bool takesPart(const CheckedPlan& plan, DealIndex deal) {
    return plan.report.rank_of_deal[deal] != kNone;
}

// Which resources belong together because some deal uses both.
class Clusters {
  public:
    explicit Clusters(std::size_t resources) : parent_(resources) {
        std::iota(parent_.begin(), parent_.end(), ResourceIndex{0});
    }

    ResourceIndex of(ResourceIndex resource) {
        while (parent_[resource] != resource) {
            parent_[resource] = parent_[parent_[resource]];
            resource = parent_[resource];
        }
        return resource;
    }
    // `first` is the resource met before, or kNone.
    void join(ResourceIndex& first, ResourceIndex resource) {
        if (first == kNone) {
            first = resource;
        } else {
            parent_[of(resource)] = of(first);
        }
    }

  private:
    std::vector<ResourceIndex> parent_;
};

void joinItem(const PlanInput& input, ItemIndex item, ResourceIndex& first, Clusters& clusters) {
    for (const planning::BillRow& row : input.items[item].bill) {
        clusters.join(first, row.resource);
    }
}

} // namespace

PlanPart::PlanPart(const CheckedPlan& plan, DealIndex deal) : plan_(plan), deal_(deal) {
    const PlanInput& whole = plan.input;
    Clusters clusters(whole.resources.size());
    std::vector<ResourceIndex> resource_of(whole.deals.size(), kNone); // any one of the deal
    for (DealIndex each = 0; each < whole.deals.size(); ++each) {
        if (takesPart(plan, each)) {
            for (const planning::Line& line : linesOf(whole, each)) {
                joinItem(whole, line.item, resource_of[each], clusters);
            }
        }
    }
    for (const planning::Line& line : linesOf(whole, deal)) {
        for (const ItemIndex alternative : whole.items[line.item].alternatives) {
            joinItem(whole, alternative, resource_of[deal], clusters);
        }
    }

    items_.assign(whole.items.size(), kNone);
    const auto take_item = [&](ItemIndex item) {
        if (items_[item] == kNone) {
            items_[item] = static_cast<ItemIndex>(input_.items.size());
            input_.items.push_back({{}, whole.items[item].bill, {}, {}});
        }
        return items_[item];
    };
    const ResourceIndex own = resource_of[deal] == kNone ? kNone : clusters.of(resource_of[deal]);
    for (DealIndex each = 0; each < whole.deals.size(); ++each) {
        const bool is_near =
            own != kNone && resource_of[each] != kNone && clusters.of(resource_of[each]) == own;
        if (each != deal && !is_near) {
            continue;
        }
        planning::Deal record = whole.deals[each];
        record.first_line = static_cast<std::uint32_t>(input_.lines.size());
        for (planning::Line line : linesOf(whole, each)) {
            line.item = take_item(line.item);
            input_.lines.push_back(line);
        }
        input_.deals.push_back(record);
        deals_.push_back(each);
    }
    for (const planning::Line& line : linesOf(whole, deal)) {
        for (const ItemIndex alternative : whole.items[line.item].alternatives) {
            take_item(alternative);
        }
    }

    // The names decide ties of the bottleneck only.
    input_.resources = whole.resources;
    input_.settings = whole.settings;
    // Both would depend on entries that are left out.
    input_.settings.period_length = plan.board.capacity.period_length;
    std::optional<planning::Day> last_start;
    for (const planning::CapacityEntry& entry : whole.capacity) {
        last_start = std::max(last_start.value_or(entry.period_start), entry.period_start);
        if (own != kNone && clusters.of(entry.resource) == own) {
            input_.capacity.push_back(entry);
        }
    }
    if (last_start) {
        input_.resources.emplace_back();
        input_.capacity.push_back(
            {static_cast<ResourceIndex>(whole.resources.size()), *last_start, {}});
    }
}

DealIndex PlanPart::numberInPart(DealIndex deal) const {
    return static_cast<DealIndex>(std::ranges::lower_bound(deals_, deal) - deals_.begin());
}

std::uint32_t PlanPart::lineInPart(DealIndex deal, std::uint32_t line) const {
    return line - plan_.input.deals[deal].first_line + input_.deals[numberInPart(deal)].first_line;
}

Changes PlanPart::inPart(Changes changes) const {
    for (DateChange& change : changes.dates) {
        change.line = lineInPart(change.deal, change.line);
        change.deal = numberInPart(change.deal);
    }
    for (LineSplit& change : changes.splits) {
        change.line = lineInPart(change.deal, change.line);
        change.deal = numberInPart(change.deal);
    }
    for (ItemChange& change : changes.items) {
        change.line = lineInPart(change.deal, change.line);
        change.deal = numberInPart(change.deal);
        change.to = items_[change.to];
    }
    for (CapacityAddition& addition : changes.capacity) {
        addition.entry = kNone; // a row of its own adds up just the same
    }
    return changes;
}

bool PlanPart::isBehind(DealIndex deal) const {
    return plan_.report.classes[deal] == planning::DealClass::kTentative &&
           plan_.report.rank_of_deal[deal] > plan_.report.rank_of_deal[deal_];
}

Trial PlanPart::tryOut(const Changes& changes) const {
    return tryOut(changes, false);
}

Trial PlanPart::tryAhead(const Changes& changes) const {
    return tryOut(changes, true);
}

Trial PlanPart::tryOut(const Changes& changes, bool only_ahead) const {
    PlanInput input = applied(input_, inPart(changes));
    for (DealIndex number = 0; only_ahead && number < deals_.size(); ++number) {
        // Such a deal takes no part in the check.
        input.deals[number].needs_check = isBehind(deals_[number]);
    }
    Trial trial;
    trial.plan = planning::checkPromises(std::move(input));
    const planning::PlanReport& before = plan_.report;
    const planning::PlanReport& after = trial.plan.report;
    for (DealIndex number = 0; number < deals_.size(); ++number) {
        const DealIndex deal = deals_[number];
        if (only_ahead && isBehind(deal)) {
            continue;
        }
        const Verdict verdict = after.verdicts[number];
        if (deal == deal_) {
            trial.is_kept = verdict == Verdict::kKeepable;
        } else if (verdict > before.verdicts[deal]) {
            trial.worse.push_back(deal);
        } else if (verdict < before.verdicts[deal] ||
                   (verdict == Verdict::kInfeasible &&
                    after.refusalOf(number)->placed != before.refusalOf(deal)->placed)) {
            trial.better.push_back(deal);
        }
    }
    return trial;
}

} // namespace keepable::proposals
