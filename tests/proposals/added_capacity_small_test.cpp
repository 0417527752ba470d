// SPDX-License-Identifier: MPL-2.0
// Hours to add, on plans so small that every way of adding them is tried: the proposal needs no more than
// the best of those, with all other deals where they are. Whether work fits is asked of a maximum flow.
#include "proposals/added_capacity.hpp"
#include "proposals/cases.hpp"
#include "proposals/small_cases.hpp"
#include "support/max_flow.hpp"
#include "support/slow_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <limits>
#include <numeric>

namespace keepable::proposals {
namespace {

using namespace planning;
using support::SlowLoad;
using support::SlowPlan;
using Units = std::vector<std::int64_t>; // by period

bool touches(DaySpan span, DaySpan other) {
    return !span.isEmpty() && span.first <= other.last && other.first <= span.last;
}

bool allFits(const std::vector<support::SlowSlot>& slots, const std::vector<SlowLoad>& loads) {
    support::BipartiteFlow flow;
    std::int64_t all = 0;
    for (const SlowLoad& load : loads) {
        flow.work.push_back(load.hours);
        all += load.hours;
    }
    for (const support::SlowSlot& slot : slots) {
        support::BipartiteFlow::Room room{slot.hours, {}};
        for (std::size_t i = 0; i < loads.size(); ++i) {
            if (touches(loads[i].window, slot.days)) {
                room.users.push_back(i);
            }
        }
        flow.rooms.push_back(std::move(room));
    }
    return support::maxFlow(flow) == all;
}

// One conflict and one resource, and every way of adding hours there.
class EveryWay {
  public:
    // What has to fit: the work of the plan's deals as it stands, the deal as promised.
    EveryWay(const PlanInput& standing, ResourceIndex resource)
        : capacity_(standing), resource_(resource) {
        const SlowPlan slow(standing);
        for (const DealIndex deal : slow.rankOrder()) {
            for (const SlowLoad& load : slow.loadsOf({deal, std::nullopt})) {
                if (load.resource == resource) {
                    loads_.push_back(load);
                }
            }
        }
        capacity_.deals.clear();
        capacity_.lines.clear();
        for (const CapacityEntry& entry : standing.capacity) {
            starts_.push_back(entry.period_start);
        }
        std::ranges::sort(starts_);
        starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
    }

    [[nodiscard]] bool fits(const Units& added) const {
        PlanInput input = capacity_;
        for (std::size_t i = 0; i < starts_.size(); ++i) {
            input.capacity.push_back({resource_, starts_[i], {added[i]}});
        }
        return allFits(SlowPlan(input).slotsOf(resource_), loads_);
    }

    // The fewest units with which it fits, within `most` of each period; none when it never does.
    [[nodiscard]] std::optional<std::int64_t> fewest(const Units& most) const {
        const std::int64_t all = std::accumulate(most.begin(), most.end(), std::int64_t{0});
        for (std::int64_t total = 0; total <= all; ++total) {
            Units added(starts_.size(), 0);
            if (anyFits(most, total, 0, added)) {
                return total;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::size_t periods() const { return starts_.size(); }
    [[nodiscard]] const std::vector<Day>& starts() const { return starts_; }
    [[nodiscard]] std::int64_t hours() const {
        return std::accumulate(
            loads_.begin(), loads_.end(), std::int64_t{0},
            [](std::int64_t sum, const SlowLoad& load) { return sum + load.hours; });
    }

  private:
    [[nodiscard]] bool anyFits(const Units& most, std::int64_t total, std::size_t period,
                               Units& added) const {
        if (period + 1 == starts_.size()) {
            added[period] = total;
            return total <= most[period] && fits(added);
        }
        for (std::int64_t here = 0; here <= std::min(total, most[period]); ++here) {
            added[period] = here;
            if (anyFits(most, total - here, period + 1, added)) {
                return true;
            }
        }
        return false;
    }

    PlanInput capacity_;
    ResourceIndex resource_;
    std::vector<SlowLoad> loads_;
    std::vector<Day> starts_;
};

std::int64_t unitsOn(const AddedCapacity& added, ResourceIndex resource) {
    std::int64_t units = 0;
    for (const CapacityAddition& addition : added.changes.capacity) {
        units += addition.resource == resource ? addition.hours.units : 0;
    }
    return units;
}

std::string describe(std::uint64_t seed, const PlanInput& input, DealIndex deal,
                     const std::optional<AddedCapacity>& added) {
    std::string served;
    for (const DealIndex each : added ? added->also_served : std::vector<DealIndex>{}) {
        served += " " + std::to_string(each);
    }
    return "seed " + std::to_string(seed) + " deal " + std::to_string(deal) + " also" + served +
           "\n" + (added ? changesText(input, added->changes) : "  none\n") +
           support::planText(input);
}

struct Counts {
    int alone = 0;
    int with_others = 0;
    int none = 0;
};

TEST(AddedCapacity, ScanExplore) {
    Counts counts;
    int more = 0;
    int not_found = 0;
    int no_least = 0; int r2 = 0; int phantom = 0; int r3 = 0;
    int cases = 0;
    for (std::uint64_t seed = 0; cases < 3000; ++seed) {
        SmallShape shape;
        shape.most_periods = 3;
        CheckedPlan plan = checkPromises(SmallCase(seed, shape).write());
        const auto refusals = plan.report.refusals;
        for (const Refusal& refusal : refusals) {
            if (plan.input.resources.size() > 1) continue;
            ++cases;
            const DealIndex deal = refusal.deal;
            std::optional<AddedCapacity> added;
            { Conflict conflict(plan, deal); added = addedCapacity(conflict); }
            EveryWay every(othersAsTheyAre(plan, deal), 0);
            const auto fewest = every.fewest(Units(every.periods(), every.hours()));
            // the least that helps by engine
            std::optional<std::int64_t> best;
            Units u(every.periods(), 0);
            const std::int64_t kM = 7;
            for (std::int64_t code = 1, end = [&]{std::int64_t e=1; for (auto& x: u) {(void)x; e*=kM+1;} return e;}(); code < end; ++code) {
                std::int64_t rest = code, total = 0;
                Changes c;
                for (std::size_t i = 0; i < u.size(); ++i) { const auto h = rest % (kM+1); rest /= kM+1; total += h; if (h) c.capacity.push_back({0, every.starts()[i], kNone, {h}, {}}); }
                if (best && total >= *best) continue;
                if (helps(plan, deal, applied(plan.input, c))) best = total;
            }
            if (!added) ++counts.none; else if (added->also_served.empty()) ++counts.alone; else ++counts.with_others;
            if (best && !added) { ++not_found; if (not_found < 4) std::cout << "NOTFOUND best " << *best << describe(seed, plan.input, deal, added); }
            if (added && !added->also_served.empty()) {
                PlanInput standing = othersAsTheyAre(plan, deal);
                const CheckedPlan after = checkPromises(applied(plan.input, added->changes));
                for (const DealIndex each : added->also_served) {
                    Deal& record = standing.deals[each];
                    record = plan.input.deals[each];
                    const Refusal* still = after.report.refusalOf(each); if (still && !still->placed) { if (++phantom < 0) std::cout << "PHANTOM " << each << describe(seed, plan.input, deal, added); record.needs_check = true; }
                    for (std::uint32_t i = 0; i < record.line_count; ++i)
                        standing.lines[record.first_line + i].promised = still ? still->placed.value_or(plan.input.settings.as_of) : plan.input.lines[record.first_line + i].promised;
                }
                EveryWay ev(standing, 0);
                const auto f = ev.fewest(Units(ev.periods(), ev.hours()));
                if (!f || *f != unitsOn(*added, 0)) { ++r2; if (r2 < 0) std::cout << "R2 fewest " << (f ? *f : -1) << " has " << unitsOn(*added, 0) << describe(seed, plan.input, deal, added); }
            }
            if (best && added && unitsOn(*added, 0) > *best) { if (fewest == best) { if (++r3 < 5) std::cout << "R3 best " << *best << describe(seed, plan.input, deal, added); } ++more; if (more < 0) std::cout << "MORE best " << *best << " fewest " << *fewest << " has " << unitsOn(*added,0) << describe(seed, plan.input, deal, added); }
            if (added && added->also_served.empty() && unitsOn(*added,0) != *fewest) { ++no_least; std::cout << "NOTLEAST fewest " << *fewest << " " << describe(seed, plan.input, deal, added); }
        }
    }
    std::cout << cases << " alone " << counts.alone << " with " << counts.with_others << " none " << counts.none << " more " << more << " notfound " << not_found << " phantom " << phantom << " R2 " << r2 << " R3 " << r3 << " noleast " << no_least << "\n";
}

} // namespace
} // namespace keepable::proposals
