// SPDX-License-Identifier: MPL-2.0
#include "proposals/added_capacity.hpp"

#include "proposals/capacity_ways.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace keepable::proposals {

namespace {

using planning::DealIndex;
using planning::Money;

// The search for what has to become of others so that the new hours help the deal.
class Addition {
  public:
    explicit Addition(Conflict& conflict)
        : conflict_(conflict), report_(conflict.plan().report), ways_(conflict) {}

    std::optional<AddedCapacity> find() {
        if (!isOfferedAsPromised(conflict_.input(), conflict_.lines())) {
            return std::nullopt;
        }
        auto way = cheapestThatHelps();
        if (!way) {
            way = servingAll();
        }
        return way ? std::optional{std::move(way->added)} : std::nullopt;
    }

  private:
    // To be worked out, then to be tried.
    struct Open {
        WayTo to;
        CapacityWays::Way way; // until it is worked out, what the one before it costs
        bool is_solved = false;
    };

    // Then a try costs more, and fewer of the cheapest ways help.
    bool isAmongMany() {
        constexpr std::size_t kMany = 75;
        return conflict_.part().deals().size() > kMany;
    }

    // The less the better.
    static std::pair<bool, CapacityWays::Wide> rankOf(const CapacityWays::Way& way) {
        return {way.added.is_beyond_overtime, way.cost};
    }

    std::optional<CapacityWays::Way> cheapestThatHelps() {
        int tries_left = isAmongMany() ? 12 : 128;
        int solutions_left = isAmongMany() ? 24 : 600;
        offer({}, {});
        while (!open_.empty() && tries_left > 0) {
            const auto next = std::ranges::min_element(
                open_, std::less{}, [](const Open& open) { return rankOf(open.way); });
            Open open = std::move(*next);
            open_.erase(next);
            if (!open.is_solved) {
                if (--solutions_left >= 0) {
                    solve(std::move(open));
                }
                continue;
            }
            --tries_left;
            Trial trial = tryOut(open.way, open.to);
            if (trial.holds()) {
                return withoutNeedless(std::move(open), trial);
            }
            offerMore(open, trial);
        }
        return std::nullopt;
    }

    // So that some way is found: whoever takes the hours gets his, as promised if hours can bring that about:
    // then he moves no more.
    std::optional<CapacityWays::Way> servingAll() {
        WayTo to;
        std::vector<WayTo> tried{to};
        const auto was = [&](const WayTo& each) {
            return std::ranges::find(tried, each) != tried.end();
        };
        auto way = ways_.cheapest(to);
        for (int tries_left = 80; way && tries_left > 0; --tries_left) {
            const Trial trial = tryOut(*way, to);
            if (trial.holds()) {
                return withoutNeedless({std::move(to), std::move(*way), true}, trial);
            }
            const auto next = nextAim(trial, to);
            if (!next) {
                return std::nullopt;
            }
            WayTo as_promised = with({next->deal, next->kind, std::nullopt}, to);
            way = was(as_promised) || !isOffered(next->deal) ? std::nullopt
                                                             : ways_.cheapest(as_promised);
            if (way) {
                to = std::move(as_promised);
            } else {
                to = with(*next, to);
                way = was(to) ? std::nullopt : ways_.cheapest(to);
            }
            tried.push_back(to);
        }
        return std::nullopt;
    }

    void offer(WayTo to, const CapacityWays::Way& before) {
        if (std::ranges::find(offered_, to) != offered_.end()) {
            return;
        }
        offered_.push_back(to);
        Open open{std::move(to), {}, false};
        open.way.cost = before.cost;
        open.way.added.is_beyond_overtime = before.added.is_beyond_overtime;
        open_.push_back(std::move(open));
    }

    void solve(Open open) {
        if (auto way = ways_.cheapest(open.to)) {
            open_.push_back({std::move(open.to), std::move(*way), true});
        }
    }

    // Lets those behind the deal out where that is enough to see that, and why, the way does not help.
    Trial tryOut(const CapacityWays::Way& way, const WayTo& to) {
        Trial ahead = conflict_.part().tryAhead(way.added.changes);
        const bool says_why = !ahead.is_kept && firstTaker(ahead, to);
        return says_why ? std::move(ahead) : conflict_.part().tryOut(way.added.changes);
    }

    // What to try instead of a way that did not help: whoever took the hours gets his, or is kept out, by
    // fewer hours or by another who comes before him.
    void offerMore(const Open& open, Trial& trial) {
        const auto aim = nextAim(trial, open.to);
        if (!aim) {
            return;
        }
        offer(with(*aim, open.to), open.way);
        if (std::ranges::find(trial.worse, aim->deal) != trial.worse.end()) {
            return;
        }
        offerAsPromised(aim->deal, open);
        for (const Cap& cap : capsAgainst(aim->deal, trial)) {
            WayTo to = open.to;
            to.caps.push_back(cap);
            offer(std::move(to), open.way);
        }
        if (isAmongMany()) {
            return;
        }
        for (const planning::Refusal& refusal : report_.refusals) {
            const DealIndex other = refusal.deal;
            if (!isInPart(other) || other == conflict_.deal() || other == aim->deal ||
                open.to.aimFor(other) != nullptr) {
                continue;
            }
            offerBefore(*aim, {other, AimKind::kServed, std::nullopt}, open);
            for (const planning::Day day : ways_.placesBefore(refusal)) {
                offerBefore(*aim, {other, AimKind::kServed, day}, open);
            }
        }
    }

    // Where whoever took the hours stands in the trial, or, when nobody did, what a deal needs that got
    // worse.
    [[nodiscard]] std::optional<Aim> nextAim(const Trial& trial, const WayTo& to) const {
        if (const auto taker = firstTaker(trial, to)) {
            return taker;
        }
        for (const DealIndex deal : trial.worse) {
            if (to.aimFor(deal) == nullptr) {
                const bool was_at_risk = report_.verdicts[deal] == planning::Verdict::kAtRisk;
                return Aim{deal, was_at_risk ? AimKind::kAtRisk : AimKind::kServed, std::nullopt};
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool isInPart(DealIndex deal) {
        return std::ranges::binary_search(conflict_.part().deals(), deal);
    }

    [[nodiscard]] bool isOffered(DealIndex deal) const {
        return isOfferedAsPromised(conflict_.input(), linesOf(conflict_.input(), deal));
    }

    void offerAsPromised(DealIndex deal, const Open& open) {
        if (isOffered(deal)) {
            offer(with({deal, AimKind::kServed, std::nullopt}, open.to), open.way);
        }
    }

    void offerBefore(const Aim& taker, const Aim& aim, const Open& open) {
        if (comesBefore(aim, taker) && (aim.placed || isOffered(aim.deal))) {
            offer(with(aim, open.to), open.way);
        }
    }

    static WayTo with(const Aim& aim, WayTo to) {
        std::erase_if(to.aims, [&](const Aim& each) { return each.deal == aim.deal; });
        to.aims.push_back(aim);
        std::ranges::sort(to.aims);
        return to;
    }

    // Among many, the one that leaves most hours to be added.
    std::vector<Cap> capsAgainst(DealIndex deal, Trial& trial) {
        std::vector<Cap> caps = ways_.capsAgainst(deal, trial);
        if (isAmongMany() && !caps.empty()) {
            caps = {*std::ranges::max_element(caps, {}, &Cap::most)};
        }
        return caps;
    }

    // The first that is taken (contract 3.5) of the deals that got better, unless that was the aim: where it
    // stands in the trial.
    [[nodiscard]] std::optional<Aim> firstTaker(const Trial& trial, const WayTo& to) const {
        std::optional<Aim> first;
        for (const DealIndex deal : trial.better) {
            const planning::Refusal* refusal =
                trial.plan.report.refusalOf(conflict_.part().numberInPart(deal));
            const Aim better{deal, AimKind::kServed, refusal ? refusal->placed : std::nullopt};
            const bool is_placed = !refusal || refusal->placed;
            const Aim* aim = to.aimFor(deal);
            if (is_placed && !(aim && *aim == better) && (!first || comesBefore(better, *first))) {
                first = better;
            }
        }
        return first;
    }

    // Firm and held deals as promised, those of them that are placed elsewhere, then open ones.
    [[nodiscard]] bool comesBefore(const Aim& one, const Aim& other) const {
        const auto order = [&](const Aim& aim) {
            return std::tuple{report_.classes[aim.deal] == planning::DealClass::kTentative,
                              aim.placed.has_value(), report_.rank_of_deal[aim.deal]};
        };
        return order(one) < order(other);
    }

    // Who was to be served and is not, since other work has found other days, may not have to be.
    CapacityWays::Way withoutNeedless(Open open, const Trial& trial) {
        WayTo needed = open.to;
        std::erase_if(needed.aims, [&](const Aim& aim) {
            return std::ranges::find(trial.better, aim.deal) == trial.better.end();
        });
        if (needed.aims.size() < open.to.aims.size()) {
            if (auto fewer = ways_.cheapest(needed)) {
                if (rankOf(*fewer) <= rankOf(open.way) &&
                    conflict_.part().tryOut(fewer->added.changes).holds()) {
                    return std::move(*fewer);
                }
            }
        }
        return std::move(open.way);
    }

    Conflict& conflict_;
    const planning::PlanReport& report_;
    CapacityWays ways_;
    std::vector<Open> open_;
    std::vector<WayTo> offered_;
};

} // namespace

std::optional<Money> AddedCapacity::cost() const {
    Money sum;
    for (const CapacityAddition& addition : changes.capacity) {
        if (!addition.cost || is_beyond_overtime ||
            __builtin_add_overflow(sum.units, addition.cost->units, &sum.units)) {
            return std::nullopt;
        }
    }
    return sum;
}

std::optional<AddedCapacity> addedCapacity(Conflict& conflict) {
    return Addition{conflict}.find();
}

} // namespace keepable::proposals
