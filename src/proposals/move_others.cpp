// SPDX-License-Identifier: MPL-2.0
#include "proposals/move_others.hpp"

#include "proposals/capacity_gap.hpp"
#include "proposals/later_date.hpp"

#include <algorithm>
#include <list>
#include <tuple>
#include <utility>

namespace keepable::proposals {

namespace {

using planning::Day;
using planning::DealIndex;
using planning::Hours;
using planning::kNone;
using planning::LiftedDeal;
using planning::Load;
using planning::ResourceIndex;
using planning::Verdict;
using planning::WorkSet;

__extension__ using Wide = __int128;

struct Cost {
    Wide value_days = 0;
    std::int64_t days = 0;
    std::int64_t deals = 0;

    friend Cost operator+(const Cost& left, const Cost& right) {
        return {left.value_days + right.value_days, left.days + right.days,
                left.deals + right.deals};
    }
    friend bool operator<(const Cost& left, const Cost& right) {
        return std::tie(left.value_days, left.days, left.deals) <
               std::tie(right.value_days, right.days, right.deals);
    }
};

// A deal that may be moved.
struct Mover {
    DealIndex deal = 0;
    LaterDate later;
    std::int64_t value = 0;
    Cost least;  // at the earliest date it can have when all the others are out of the way
    Hours hours; // that it has in the gaps

    [[nodiscard]] Cost costOn(Day date) const {
        const std::int64_t days = date - later.promised();
        return {Wide{value} * days, days, 1};
    }
};

// Dates for a set of movers, by mover.
struct Move {
    std::size_t mover = 0;
    Day date;
};

class Search {
  public:
    explicit Search(Conflict& conflict)
        : conflict_(conflict), plan_(conflict.plan()), set_(conflict.others()),
          own_(conflict.loadsOf(conflict.lines())) {}

    std::optional<Changes> find() {
        if (!isOfferedAsPromised(plan_.input, conflict_.lines())) {
            return std::nullopt;
        }
        findMovers();
        if (!measureMovers()) {
            return std::nullopt;
        }
        std::ranges::stable_sort(movers_, [](const Mover& left, const Mover& right) {
            return left.least < right.least;
        });
        takeGreedily();
        for (std::size_t size = 1; size <= movers_.size(); ++size) {
            choose(0, size, {});
        }
        if (!best_) {
            return std::nullopt;
        }
        return changesOf(*best_);
    }

  private:
    void findMovers() {
        findGaps();
        for (const DealIndex deal : conflict_.part().deals()) {
            const auto loads = plan_.board.loadsOf(deal);
            if (deal == conflict_.deal() || loads.empty() ||
                plan_.report.verdicts[deal] != Verdict::kKeepable ||
                !mayMoveFor(plan_.report, deal, conflict_.deal())) {
                continue;
            }
            movers_.push_back({deal,
                               LaterDate(plan_, deal),
                               plan_.input.deals[deal].value.value_or(planning::Money{}).units,
                               {},
                               hoursInGaps(loads)});
        }
        constexpr std::size_t kFew = 12;
        if (movers_.size() > kFew) {
            std::erase_if(movers_, [](const Mover& mover) { return mover.hours.units == 0; });
        }
    }

    // The runs of days of the short resources in which too much must be done.
    void findGaps() {
        std::vector<Load> own = own_;
        std::ranges::stable_sort(own, {}, &Load::resource);
        for (auto first = own.begin(); first != own.end();) {
            const ResourceIndex resource = first->resource;
            CapacityGap gap(plan_.input, plan_.board.capacity, resource, {});
            for (; first != own.end() && first->resource == resource; ++first) {
                gap.addWork(first->window, first->hours);
            }
            for (const planning::LoadOfDeal& other : plan_.board.loadsOn(resource)) {
                const Load& load = plan_.board.loads[other.load];
                if (load.work != kNone && other.deal != conflict_.deal()) {
                    gap.addWork(load.window, load.hours);
                }
            }
            std::vector<Gap> gaps = gap.gaps();
            if (!gaps.empty()) {
                gaps_.push_back({resource, std::move(gap), std::move(gaps)});
            }
        }
    }

    [[nodiscard]] Hours hoursInGaps(std::span<const Load> loads) const {
        Hours hours;
        for (const Load& load : loads) {
            for (const ResourceGaps& short_one : gaps_) {
                if (short_one.resource != load.resource) {
                    continue;
                }
                const planning::SlotRun run = short_one.gap.runOf(load.window);
                if (std::ranges::any_of(short_one.gaps, [&](const Gap& gap) {
                        return gap.run.first <= run.first && run.end <= gap.run.end;
                    })) {
                    hours += load.hours;
                }
            }
        }
        return hours;
    }

    // Out of the way, all of them: the deal must fit then, and each has its least cost. Those that
    // find no later date even so cannot be moved.
    bool measureMovers() {
        std::list<LiftedDeal> lifted;
        for (const Mover& mover : movers_) {
            lifted.emplace_back(set_, plan_.board.loadsOf(mover.deal));
        }
        if (!layAll(set_, own_)) {
            return false;
        }
        std::erase_if(movers_, [&](Mover& mover) {
            const auto date = mover.later.firstIn(set_);
            if (date) {
                mover.least = mover.costOn(*date);
            }
            return !date;
        });
        dropAll(set_, own_);
        return true;
    }

    // One after the other, the cheapest for the hours it frees first, until the deal fits; then
    // without those that were not needed after all, the dearest first.
    void takeGreedily() {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < movers_.size(); ++i) {
            if (movers_[i].hours.units > 0) {
                order.push_back(i);
            }
        }
        std::ranges::stable_sort(order, [&](std::size_t left, std::size_t right) {
            const Mover& a = movers_[left];
            const Mover& b = movers_[right];
            return std::pair{a.least.value_days * b.hours.units, a.least.days * b.hours.units} <
                   std::pair{b.least.value_days * a.hours.units, b.least.days * a.hours.units};
        });
        std::vector<std::size_t> chosen;
        for (const std::size_t mover : order) {
            chosen.push_back(mover);
            if (makesRoom(chosen)) {
                break;
            }
        }
        if (!makesRoom(chosen)) {
            return;
        }
        for (std::size_t i = chosen.size(); i > 0; --i) {
            std::vector<std::size_t> fewer = chosen;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i - 1));
            if (makesRoom(fewer)) {
                chosen = std::move(fewer);
            }
        }
        tryOut(chosen);
    }

    bool makesRoom(const std::vector<std::size_t>& chosen) {
        std::list<LiftedDeal> lifted;
        for (const std::size_t mover : chosen) {
            lifted.emplace_back(set_, plan_.board.loadsOf(movers_[mover].deal));
        }
        const bool fits = layAll(set_, own_);
        if (fits) {
            dropAll(set_, own_);
        }
        return fits;
    }

    // Every set of `more` movers from `first` on besides those chosen.
    void choose(std::size_t first, std::size_t more, std::vector<std::size_t> chosen) {
        if (more == 0) {
            tryOut(chosen);
            return;
        }
        Cost least;
        for (const std::size_t mover : chosen) {
            least = least + movers_[mover].least;
        }
        for (std::size_t mover = first; mover + more <= movers_.size() && tries_ < kMostTries;
             ++mover) {
            // Those that follow cost no less.
            Cost with = least;
            for (std::size_t i = 0; i < more; ++i) {
                with = with + movers_[mover + i].least;
            }
            if (best_ && !(with < best_cost_)) {
                break;
            }
            chosen.push_back(mover);
            choose(mover + 1, more - 1, chosen);
            chosen.pop_back();
        }
    }

    void tryOut(const std::vector<std::size_t>& chosen) {
        ++tries_;
        std::list<LiftedDeal> lifted;
        for (const std::size_t mover : chosen) {
            lifted.emplace_back(set_, plan_.board.loadsOf(movers_[mover].deal));
        }
        if (!layAll(set_, own_)) {
            return;
        }
        std::vector<std::size_t> rest = chosen;
        if (rest.size() > kMostOrdered) {
            std::ranges::stable_sort(rest, std::greater{},
                                     [&](std::size_t mover) { return movers_[mover].value; });
        }
        moves_.clear();
        giveDates(rest, {});
        dropAll(set_, own_);
    }

    void giveDates(const std::vector<std::size_t>& rest, Cost so_far) {
        if (rest.empty()) {
            if ((!best_ || so_far < best_cost_) && trials_ < kMostTrials) {
                ++trials_;
                if (conflict_.holds(changesOf(moves_))) {
                    best_ = moves_;
                    best_cost_ = so_far;
                }
            }
            return;
        }
        Cost least = so_far;
        for (const std::size_t mover : rest) {
            least = least + movers_[mover].least;
        }
        if (best_ && !(least < best_cost_)) {
            return;
        }
        const std::size_t candidates = rest.size() > kMostOrdered ? 1 : rest.size();
        for (std::size_t i = 0; i < candidates; ++i) {
            Mover& mover = movers_[rest[i]];
            const auto date = mover.later.firstIn(set_);
            if (!date) {
                return; // and none after the others either
            }
            std::vector<std::size_t> others = rest;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            std::vector<Load> loads = mover.later.loads();
            layAll(set_, loads);
            moves_.push_back({rest[i], *date});
            giveDates(others, so_far + mover.costOn(*date));
            moves_.pop_back();
            dropAll(set_, loads);
        }
    }

    [[nodiscard]] Changes changesOf(const std::vector<Move>& moves) const {
        Changes changes;
        for (const Move& move : moves) {
            movers_[move.mover].later.addChanges(move.date, changes.dates);
        }
        std::ranges::sort(changes.dates, {}, &DateChange::line);
        return changes;
    }

    struct ResourceGaps {
        ResourceIndex resource;
        CapacityGap gap;
        std::vector<Gap> gaps;
    };
    static constexpr std::size_t kMostTries = 20'000;
    static constexpr std::size_t kMostTrials = 500;

    Conflict& conflict_;
    planning::CheckedPlan& plan_;
    WorkSet& set_;
    std::vector<Load> own_;
    std::vector<ResourceGaps> gaps_;
    std::vector<Mover> movers_;
    std::size_t tries_ = 0;
    std::size_t trials_ = 0;
    std::vector<Move> moves_;
    std::optional<std::vector<Move>> best_;
    Cost best_cost_;
};

} // namespace

std::optional<Changes> movedOthers(Conflict& conflict) {
    return Search{conflict}.find();
}

bool mayMoveFor(const planning::PlanReport& report, DealIndex other, DealIndex deal) {
    return report.classes[other] >= report.classes[deal];
}

} // namespace keepable::proposals
