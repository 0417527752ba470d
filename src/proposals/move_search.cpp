// SPDX-License-Identifier: MPL-2.0
#include "proposals/move_search.hpp"

#include "proposals/move_others.hpp"

#include <algorithm>
#include <utility>

namespace keepable::proposals {

using planning::Day;
using planning::DealIndex;
using planning::Hours;
using planning::kNone;
using planning::Load;
using planning::ResourceIndex;
using planning::Verdict;

MoveCost MoveSearch::Mover::costOn(Day date) const {
    const std::int64_t days = date - later.promised();
    return {MoveCost::Wide{value} * days, days, 1};
}

MoveSearch::MoveSearch(Conflict& conflict, const MoveAround& around, BestMoves& best)
    : conflict_(conflict), plan_(conflict.plan()), set_(conflict.others()), around_(around),
      best_(best), needed_(conflict.loadsOf(conflict.lines())) {
    for (const DealIndex deal : around.served) {
        for (const planning::Line& line : linesOf(plan_.input, deal)) {
            appendLoads(plan_.input, line, plan_.report.classes[deal], needed_);
        }
    }
}

void MoveSearch::run() {
    Lifted out_of_the_way;
    for (const DealIndex deal : conflict_.part().deals()) {
        if (isOutOfTheWay(deal)) {
            out_of_the_way.emplace_back(set_, plan_.board.loadsOf(deal));
        }
    }
    findGaps();
    findMovers();
    if (!measureMovers()) {
        return;
    }
    std::ranges::stable_sort(movers_, std::less{}, &Mover::least);
    if (!around_.on_all_dates) {
        takeGreedily();
    }
    Chosen chosen;
    for (std::size_t size = 1; size <= movers_.size(); ++size) {
        choose(0, size, chosen);
    }
}

bool MoveSearch::isOutOfTheWay(DealIndex deal) const {
    const bool is_served = std::ranges::find(around_.served, deal) != around_.served.end();
    const planning::Refusal* refusal = plan_.report.refusalOf(deal);
    return deal != conflict_.deal() && refusal && refusal->placed &&
           (is_served || around_.without_placed);
}

// The runs of days of the short resources in which too much must be done.
void MoveSearch::findGaps() {
    std::vector<Load> needed = needed_;
    std::ranges::stable_sort(needed, {}, &Load::resource);
    for (auto first = needed.begin(); first != needed.end();) {
        const ResourceIndex resource = first->resource;
        CapacityGap gap(plan_.input, plan_.board.capacity, resource, {});
        for (; first != needed.end() && first->resource == resource; ++first) {
            gap.addWork(first->window, first->hours);
        }
        for (const planning::LoadOfDeal& other : plan_.board.loadsOn(resource)) {
            const Load& load = plan_.board.loads[other.load];
            if (load.work != kNone && other.deal != conflict_.deal() &&
                !isOutOfTheWay(other.deal)) {
                gap.addWork(load.window, load.hours);
            }
        }
        std::vector<Gap> gaps = gap.gaps();
        if (!gaps.empty()) {
            gaps_.push_back({resource, std::move(gap), std::move(gaps)});
        }
    }
}

Hours MoveSearch::hoursInGaps(std::span<const Load> loads) const {
    Hours hours;
    for (const Load& load : loads) {
        for (const ResourceGaps& of_resource : gaps_) {
            if (of_resource.resource != load.resource) {
                continue;
            }
            const planning::SlotRun run = of_resource.gap.runOf(load.window);
            if (std::ranges::any_of(of_resource.gaps, [&](const Gap& gap) {
                    return gap.run.first <= run.first && run.end <= gap.run.end;
                })) {
                hours += load.hours;
            }
        }
    }
    return hours;
}

void MoveSearch::findMovers() {
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
    // Where there are few, those that stand only in the way of others that move are looked at, too.
    if (movers_.size() > kFew) {
        std::erase_if(movers_, [](const Mover& mover) { return mover.hours.units == 0; });
    }
}

// Out of the way, all of them: the deal must fit then, and each has its least cost. Those that find
// no later date even so cannot be moved.
bool MoveSearch::measureMovers() {
    Lifted lifted;
    for (const Mover& mover : movers_) {
        lifted.emplace_back(set_, plan_.board.loadsOf(mover.deal));
    }
    if (!layAll(set_, needed_)) {
        return false;
    }
    std::erase_if(movers_, [&](Mover& mover) {
        const auto date = mover.later.firstIn(set_);
        if (date) {
            mover.least = mover.costOn(*date);
        }
        return !date;
    });
    dropAll(set_, needed_);
    return true;
}

void MoveSearch::lift(const Chosen& chosen, Lifted& lifted) {
    for (const std::size_t mover : chosen) {
        lifted.emplace_back(set_, plan_.board.loadsOf(movers_[mover].deal));
    }
}

bool MoveSearch::makesRoom(const Chosen& chosen) {
    Lifted lifted;
    lift(chosen, lifted);
    const bool fits = layAll(set_, needed_);
    if (fits) {
        dropAll(set_, needed_);
    }
    return fits;
}

// One after the other, the cheapest for the hours it frees first, until the deal fits; then without
// those that were not needed after all, the last first.
void MoveSearch::takeGreedily() {
    Chosen order;
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
    Chosen chosen;
    bool has_room = false;
    for (std::size_t i = 0; i < order.size() && !has_room; ++i) {
        chosen.push_back(order[i]);
        has_room = makesRoom(chosen);
    }
    if (!has_room) {
        return;
    }
    for (std::size_t i = chosen.size(); i > 0; --i) {
        Chosen fewer = chosen;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i - 1));
        if (makesRoom(fewer)) {
            chosen = std::move(fewer);
        }
    }
    tryOut(chosen);
}

bool MoveSearch::mayGoOn() const {
    return best_.searches_left > 0 && (best_.trials_left > 0 || !around_.on_all_dates);
}

// Every set of `more` movers from `first` on besides those chosen.
void MoveSearch::choose(std::size_t first, std::size_t more, Chosen& chosen) {
    if (more == 0) {
        tryOut(chosen);
        return;
    }
    MoveCost so_far;
    for (const std::size_t mover : chosen) {
        so_far = so_far + movers_[mover].least;
    }
    for (std::size_t mover = first; mover + more <= movers_.size() && mayGoOn(); ++mover) {
        // Those that follow cost no less.
        MoveCost least = so_far;
        for (std::size_t i = 0; i < more; ++i) {
            least = least + movers_[mover + i].least;
        }
        if (!best_.isBeatenBy(least)) {
            break;
        }
        chosen.push_back(mover);
        choose(mover + 1, more - 1, chosen);
        chosen.pop_back();
    }
}

void MoveSearch::tryOut(const Chosen& chosen) {
    --best_.searches_left;
    Lifted lifted;
    lift(chosen, lifted);
    if (!layAll(set_, needed_)) {
        return;
    }
    if (around_.on_all_dates) {
        giveAllDates(chosen, 0, {});
    } else {
        Chosen rest = chosen;
        if (rest.size() > kMostOrdered) {
            std::ranges::stable_sort(rest, std::greater{},
                                     [&](std::size_t mover) { return movers_[mover].value; });
        }
        giveDates(rest, {});
    }
    dropAll(set_, needed_);
}

// Their order does not matter then.
void MoveSearch::giveAllDates(const Chosen& chosen, std::size_t next, const MoveCost& so_far) {
    if (next == chosen.size()) {
        ask(so_far);
        return;
    }
    MoveCost least;
    for (std::size_t i = next + 1; i < chosen.size(); ++i) {
        least = least + movers_[chosen[i]].least;
    }
    Mover& mover = movers_[chosen[next]];
    Day from = planning::kFirstDay;
    while (mayGoOn()) {
        --best_.searches_left;
        const auto date = mover.later.firstIn(set_, from);
        if (!date || !best_.isBeatenBy(so_far + mover.costOn(*date) + least)) {
            return;
        }
        std::vector<Load> loads = mover.later.loads();
        layAll(set_, loads);
        moves_.push_back({chosen[next], *date});
        giveAllDates(chosen, next + 1, so_far + mover.costOn(*date));
        moves_.pop_back();
        dropAll(set_, loads);
        from = *date + 1;
    }
}

void MoveSearch::giveDates(const Chosen& rest, const MoveCost& so_far) {
    MoveCost least = so_far;
    for (const std::size_t mover : rest) {
        least = least + movers_[mover].least;
    }
    if (!best_.isBeatenBy(least) || best_.searches_left <= 0) {
        return;
    }
    const std::size_t next = rest.size() > kMostOrdered ? 1 : rest.size();
    for (std::size_t i = 0; i < next; ++i) {
        Mover& mover = movers_[rest[i]];
        --best_.searches_left;
        const auto date = mover.later.firstIn(set_);
        if (!date) {
            return; // and none after the others either
        }
        const MoveCost cost = so_far + mover.costOn(*date);
        moves_.push_back({rest[i], *date});
        if (rest.size() == 1) {
            if (best_.isBeatenBy(cost) && !ask(cost)) {
                postponeLast(so_far);
            }
        } else {
            std::vector<Load> loads = mover.later.loads();
            layAll(set_, loads);
            Chosen others = rest;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            giveDates(others, cost);
            dropAll(set_, loads);
        }
        moves_.pop_back();
    }
}

// The engine about the moves as they stand.
bool MoveSearch::ask(const MoveCost& cost) {
    if (best_.trials_left == 0) {
        return false;
    }
    --best_.trials_left;
    Changes changes = changesOfMoves();
    const Trial trial = conflict_.part().tryOut(changes);
    if (trial.holds()) {
        best_.changes = std::move(changes);
        best_.cost = cost;
        return true;
    }
    DealIndex taker = kNone;
    for (const DealIndex deal : trial.better) {
        const auto& ranks = plan_.report.rank_of_deal;
        if (trial.plan.report.verdicts[conflict_.part().numberInPart(deal)] == Verdict::kKeepable &&
            (taker == kNone || ranks[deal] < ranks[taker])) {
            taker = deal;
        }
    }
    if (taker != kNone && std::ranges::find(takers_, taker) == takers_.end()) {
        takers_.push_back(taker);
    }
    return false;
}

// On the first date somebody else took the room or lost his; some days later he may not.
void MoveSearch::postponeLast(const MoveCost& before_last) {
    Mover& mover = movers_[moves_.back().mover];
    constexpr int kMostDates = 8;
    for (int i = 0; i < kMostDates && best_.searches_left > 0; ++i) {
        --best_.searches_left;
        const auto date = mover.later.firstIn(set_, moves_.back().date + 1);
        if (!date || !best_.isBeatenBy(before_last + mover.costOn(*date))) {
            return;
        }
        moves_.back().date = *date;
        if (ask(before_last + mover.costOn(*date))) {
            return;
        }
    }
}

Changes MoveSearch::changesOfMoves() const {
    Changes changes;
    for (const Move& move : moves_) {
        movers_[move.mover].later.addChanges(move.date, changes.dates);
    }
    std::ranges::sort(changes.dates, {}, &DateChange::line);
    return changes;
}

} // namespace keepable::proposals
