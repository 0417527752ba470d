// SPDX-License-Identifier: MPL-2.0
//
// The calendar of one resource with admitted work laid on it: how much of a new load fits when
// other work may be moved about inside its own windows? This is where the check spends its time.
//
// Model:   every work has a window of days and stands on slots its window touches, in pieces. lay()
//          first takes the slots with most free hours in the window; when those are used up it
//          looks for a free slot that can be reached by moving other work: from the window's slots
//          along the windows of the work that stands there, and so on (shortest augmenting paths of
//          a maximum flow). The slots so reached are a run that grows by those windows; when it
//          stops growing without a free hour, it is the tight span, and no arrangement has room for
//          more.
// Shape:   works are numbered in the order of add(). How work stands on the slots depends on
//          history; how much fits and the tight span do not.
// Units:   exact Hours; windows in days.
// Errors:  a work laid twice, or lifted while not there, is our mistake and asserts.
// Cost:    a load that finds free hours: O(log slots). One that needs room made: O(slots) a move.
// Source:  contract 3.5 and 3.7; Hall's condition for interval windows.
#pragma once

#include "planning/resource_calendar.hpp"

#include <cstdint>
#include <vector>

namespace keepable::planning {

using WorkIndex = std::uint32_t;

class Availability {
  public:
    // The calendar must outlive this object and every copy of it.
    explicit Availability(const ResourceCalendar& calendar);

    WorkIndex add(DaySpan window);
    // Forgets the work added last; nothing of it may be laid.
    void dropLast();

    // Lays as much of the amount as fits and says how much that was.
    Hours lay(WorkIndex work, Hours amount);
    // Takes all of the work off its slots.
    void lift(WorkIndex work);
    // After lay() came back short: the smallest span of days that is full of work that must be done
    // in it.
    [[nodiscard]] DaySpan tightSpan(WorkIndex work) const;

    [[nodiscard]] const ResourceCalendar& calendar() const { return *calendar_; }

  private:
    struct Work {
        DaySpan window;
        std::uint32_t first_piece = kNone;
    };
    // Hours of a work on a slot. Pieces of a slot and pieces of a work are linked lists.
    struct Piece {
        Hours hours;
        WorkIndex work = 0;
        std::int32_t slot = 0;
        std::uint32_t next_on_slot = kNone; // also chains the unused pieces
        std::uint32_t previous_on_slot = kNone;
        std::uint32_t next_of_work = kNone;
        std::uint32_t previous_of_work = kNone;
    };
    // A piece put since the last lay() began, and the reach of its slot before.
    struct Put {
        std::uint32_t piece;
        std::uint32_t earliest_piece;
        std::uint32_t latest_piece;
        std::uint32_t removals; // of the slot, so far
    };
    struct Move {
        std::uint32_t piece;
        std::int32_t to_slot;
    };

    [[nodiscard]] std::int32_t freestSlot(SlotRun run) const;
    void changeFree(std::int32_t slot, Hours change);
    void put(WorkIndex work, std::int32_t slot, Hours hours);
    void putBeside(WorkIndex work, std::int32_t slot, Hours hours);
    void take(std::uint32_t piece, Hours hours);
    void measureReach(std::int32_t slot);
    [[nodiscard]] bool restoreReach(std::uint32_t piece);
    void setReach(std::int32_t slot, std::uint32_t earliest_piece, std::uint32_t latest_piece);
    [[nodiscard]] DaySpan reachOf(SlotRun run, DaySpan span) const;
    Hours makeRoom(WorkIndex work, Hours wanted);
    void findMoves(const std::vector<SlotRun>& rounds, std::int32_t target,
                   std::vector<Move>& moves) const;
    [[nodiscard]] std::uint32_t pieceReaching(SlotRun run, SlotRun without,
                                              std::int32_t target) const;

    const ResourceCalendar* calendar_;
    std::vector<Hours> free_;                // by slot
    std::vector<std::uint32_t> first_piece_; // by slot
    // By slot: the earliest window start and the latest window end of the work on it, and whose
    // they are. Without work: as if nothing reached out of the slot.
    std::vector<Day> earliest_start_;
    std::vector<Day> latest_end_;
    std::vector<std::uint32_t> earliest_piece_;
    std::vector<std::uint32_t> latest_piece_;
    // Tournament over free_: node n holds the slot with most free hours below it, the slots
    // themselves are the leaves from leaves_ on.
    std::vector<std::int32_t> freest_;
    std::int32_t leaves_ = 1;

    std::vector<Work> works_;
    std::vector<Piece> pieces_;
    std::uint32_t unused_piece_ = kNone;
    // What a refused load put is lifted again at once: then the reach of its slots is as it was, and
    // need not be measured among all the work there.
    std::vector<Put> puts_;
    std::vector<std::uint32_t> removals_; // by slot
    // Kept between calls so that making room allocates nothing.
    std::vector<SlotRun> rounds_;
    std::vector<Move> moves_;
};

} // namespace keepable::planning
