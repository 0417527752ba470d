// SPDX-License-Identifier: MPL-2.0
//
// One search for deals to move and their dates (move_others.hpp says what is looked for): beside which
// work it has to work out is given, and what has been found before is only replaced by better.
//
// Shape:   first a set taken greedily, then every set by size and cost as long as it can still be the
//          best, within a budget of tries. Leaves the board as it was.
// Source:  issue 5, point 1d.
#pragma once

#include "proposals/capacity_gap.hpp"
#include "proposals/conflict.hpp"
#include "proposals/later_date.hpp"

#include <cstdint>
#include <list>
#include <optional>
#include <span>
#include <vector>

namespace keepable::proposals {

struct MoveCost {
    __extension__ using Wide = __int128;
    Wide value_days = 0;
    std::int64_t days = 0;
    std::int64_t deals = 0;

    friend MoveCost operator+(const MoveCost& left, const MoveCost& right) {
        return {left.value_days + right.value_days, left.days + right.days,
                left.deals + right.deals};
    }
    friend auto operator<=>(const MoveCost&, const MoveCost&) = default;
};

// The best found so far, by whatever search.
struct BestMoves {
    std::optional<Changes> changes;
    MoveCost cost;
    std::int64_t trials_left = 0;   // plans that may still be checked
    std::int64_t searches_left = 0; // dates that may still be searched

    [[nodiscard]] bool isBeatenBy(const MoveCost& other) const { return !changes || other < cost; }
};

struct MoveAround {
    // Refused deals that would take the room, and so get theirs.
    std::vector<planning::DealIndex> served;
    // Refused firm and held deals are placed after those that are kept, so that for a firm or held
    // deal they can be out of the way.
    bool without_placed = false;
    // Every date on which a mover fits is looked at, not only the first.
    bool on_all_dates = false;

    friend bool operator==(const MoveAround&, const MoveAround&) = default;
};

class MoveSearch {
  public:
    MoveSearch(Conflict& conflict, const MoveAround& around, BestMoves& best);

    void run();
    // Deals that took the room of a set that was tried out, and are not served.
    [[nodiscard]] const std::vector<planning::DealIndex>& takers() const { return takers_; }

  private:
    // A deal that may be moved.
    struct Mover {
        planning::DealIndex deal = 0;
        LaterDate later;
        std::int64_t value = 0;
        MoveCost least; // at the earliest date it can have when all the others are out of the way
        planning::Hours hours; // that it has in the gaps

        [[nodiscard]] MoveCost costOn(planning::Day date) const;
    };
    struct Move {
        std::size_t mover = 0;
        planning::Day date;
    };
    struct ResourceGaps {
        planning::ResourceIndex resource;
        CapacityGap gap;
        std::vector<Gap> gaps;
    };
    using Chosen = std::vector<std::size_t>; // movers
    using Lifted = std::list<planning::LiftedDeal>;

    [[nodiscard]] bool isOutOfTheWay(planning::DealIndex deal) const;
    void findGaps();
    [[nodiscard]] planning::Hours hoursInGaps(std::span<const planning::Load> loads) const;
    void findMovers();
    bool measureMovers();
    void lift(const Chosen& chosen, Lifted& lifted);
    bool makesRoom(const Chosen& chosen);
    void takeGreedily();
    [[nodiscard]] bool mayGoOn() const;
    void choose(std::size_t first, std::size_t more, Chosen& chosen);
    void tryOut(const Chosen& chosen);
    void giveDates(const Chosen& rest, const MoveCost& so_far);
    void giveAllDates(const Chosen& chosen, std::size_t next, const MoveCost& so_far);
    bool ask(const MoveCost& cost);
    void postponeLast(const MoveCost& before_last);
    [[nodiscard]] Changes changesOfMoves() const;

    Conflict& conflict_;
    planning::CheckedPlan& plan_;
    planning::WorkSet& set_;
    const MoveAround& around_;
    BestMoves& best_;
    std::vector<planning::Load> needed_; // by the deal and those served
    std::vector<ResourceGaps> gaps_;
    std::vector<Mover> movers_;
    std::vector<Move> moves_;
    std::vector<planning::DealIndex> takers_;
};

} // namespace keepable::proposals
