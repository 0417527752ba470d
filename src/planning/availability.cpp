// SPDX-License-Identifier: MPL-2.0
#include "planning/availability.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace keepable::planning {

namespace {

constexpr Day kNever{std::numeric_limits<std::int32_t>::max()};
constexpr Day kEver{std::numeric_limits<std::int32_t>::min()};

std::size_t at(std::int32_t slot) {
    return static_cast<std::size_t>(slot);
}

// The two parts of `run` that lie outside the run `without` in the middle of it.
template <class Visit> void forEachPart(SlotRun run, SlotRun without, Visit visit) {
    visit(SlotRun{run.first, without.first});
    visit(SlotRun{without.end, run.end});
}

} // namespace

Availability::Availability(const ResourceCalendar& calendar) : calendar_(&calendar) {
    const auto count = calendar.slots().size();
    free_.reserve(count);
    for (const Slot& slot : calendar.slots()) {
        free_.push_back(slot.capacity);
    }
    first_piece_.assign(count, kNone);
    earliest_start_.assign(count, kNever);
    latest_end_.assign(count, kEver);
    earliest_piece_.assign(count, kNone);
    latest_piece_.assign(count, kNone);
    removals_.assign(count, 0);

    while (at(leaves_) < count) {
        leaves_ *= 2;
    }
    freest_.assign(2 * at(leaves_), -1);
    for (std::size_t slot = 0; slot < count; ++slot) {
        freest_[at(leaves_) + slot] = static_cast<std::int32_t>(slot);
    }
    for (std::size_t node = at(leaves_) - 1; node > 0; --node) {
        const std::int32_t left = freest_[2 * node];
        const std::int32_t right = freest_[2 * node + 1];
        freest_[node] = right >= 0 && free_[at(right)] > free_[at(left)] ? right : left;
    }
}

WorkIndex Availability::add(DaySpan window) {
    works_.push_back({window, kNone});
    return static_cast<WorkIndex>(works_.size() - 1);
}

void Availability::dropLast() {
    assert(!works_.empty() && works_.back().first_piece == kNone);
    works_.pop_back();
}

Hours Availability::lay(WorkIndex work, Hours amount) {
    assert(works_[work].first_piece == kNone);
    puts_.clear();
    const SlotRun run = calendar_->touchedBy(works_[work].window);
    Hours rest = amount;
    while (rest.units > 0 && run.first < run.end) {
        const std::int32_t slot = freestSlot(run);
        const Hours hours = std::min(rest, free_[at(slot)]);
        if (hours.units == 0) {
            break;
        }
        put(work, slot, hours);
        rest -= hours;
    }
    while (rest.units > 0 && run.first < run.end) {
        const Hours hours = makeRoom(work, rest);
        if (hours.units == 0) {
            break;
        }
        rest -= hours;
    }
    return amount - rest;
}

void Availability::lift(WorkIndex work) {
    while (works_[work].first_piece != kNone) {
        const std::uint32_t piece = works_[work].first_piece;
        take(piece, pieces_[piece].hours);
    }
}

DaySpan Availability::tightSpan(WorkIndex work) const {
    DaySpan span = works_[work].window;
    SlotRun run = calendar_->touchedBy(span);
    SlotRun seen{run.first, run.first};
    while (seen.first != run.first || seen.end != run.end) {
        forEachPart(run, seen, [&](SlotRun part) { span = reachOf(part, span); });
        seen = run;
        run = calendar_->touchedBy(span);
    }
    return span;
}

std::int32_t Availability::freestSlot(SlotRun run) const {
    std::int32_t best = run.first;
    const auto offer = [&](std::int32_t node) {
        const std::int32_t slot = freest_[at(node)];
        if (free_[at(slot)] > free_[at(best)]) {
            best = slot;
        }
    };
    std::int32_t left = run.first + leaves_;
    std::int32_t right = run.end + leaves_;
    for (; left < right; left /= 2, right /= 2) {
        if (left % 2 == 1) {
            offer(left++);
        }
        if (right % 2 == 1) {
            offer(--right);
        }
    }
    return best;
}

void Availability::changeFree(std::int32_t slot, Hours change) {
    free_[at(slot)] += change;
    for (std::int32_t node = (slot + leaves_) / 2; node > 0; node /= 2) {
        const std::int32_t left = freest_[2 * at(node)];
        const std::int32_t right = freest_[2 * at(node) + 1];
        const std::int32_t winner = right >= 0 && free_[at(right)] > free_[at(left)] ? right : left;
        // Above an unchanged winner that is not this slot nothing changes either.
        if (freest_[at(node)] == winner && winner != slot) {
            break;
        }
        freest_[at(node)] = winner;
    }
}

void Availability::put(WorkIndex work, std::int32_t slot, Hours hours) {
    std::uint32_t index = unused_piece_;
    if (index == kNone) {
        index = static_cast<std::uint32_t>(pieces_.size());
        pieces_.emplace_back();
    } else {
        unused_piece_ = pieces_[index].next_on_slot;
    }
    const std::uint32_t next_on_slot = first_piece_[at(slot)];
    const std::uint32_t next_of_work = works_[work].first_piece;
    pieces_[index] = {hours, work, slot, next_on_slot, kNone, next_of_work, kNone};
    if (next_on_slot != kNone) {
        pieces_[next_on_slot].previous_on_slot = index;
    }
    if (next_of_work != kNone) {
        pieces_[next_of_work].previous_of_work = index;
    }
    first_piece_[at(slot)] = index;
    works_[work].first_piece = index;
    puts_.push_back(
        {index, earliest_piece_[at(slot)], latest_piece_[at(slot)], removals_[at(slot)]});

    const DaySpan window = works_[work].window;
    if (window.first < earliest_start_[at(slot)]) {
        earliest_start_[at(slot)] = window.first;
        earliest_piece_[at(slot)] = index;
    }
    if (window.last > latest_end_[at(slot)]) {
        latest_end_[at(slot)] = window.last;
        latest_piece_[at(slot)] = index;
    }
    changeFree(slot, {-hours.units});
}

// Like put(), but joins the work's piece on that slot where there is one.
void Availability::putBeside(WorkIndex work, std::int32_t slot, Hours hours) {
    for (std::uint32_t piece = works_[work].first_piece; piece != kNone;
         piece = pieces_[piece].next_of_work) {
        if (pieces_[piece].slot == slot) {
            pieces_[piece].hours += hours;
            changeFree(slot, {-hours.units});
            return;
        }
    }
    put(work, slot, hours);
}

void Availability::take(std::uint32_t index, Hours hours) {
    Piece& piece = pieces_[index];
    const std::int32_t slot = piece.slot;
    assert(hours <= piece.hours);
    piece.hours -= hours;
    changeFree(slot, hours);
    if (piece.hours.units > 0) {
        return;
    }
    const bool was_reach = earliest_piece_[at(slot)] == index || latest_piece_[at(slot)] == index;
    const bool is_restored = restoreReach(index);
    ++removals_[at(slot)];
    if (piece.previous_on_slot != kNone) {
        pieces_[piece.previous_on_slot].next_on_slot = piece.next_on_slot;
    } else {
        first_piece_[at(slot)] = piece.next_on_slot;
    }
    if (piece.next_on_slot != kNone) {
        pieces_[piece.next_on_slot].previous_on_slot = piece.previous_on_slot;
    }
    if (piece.previous_of_work != kNone) {
        pieces_[piece.previous_of_work].next_of_work = piece.next_of_work;
    } else {
        works_[piece.work].first_piece = piece.next_of_work;
    }
    if (piece.next_of_work != kNone) {
        pieces_[piece.next_of_work].previous_of_work = piece.previous_of_work;
    }
    piece.next_on_slot = unused_piece_;
    unused_piece_ = index;
    if (was_reach && !is_restored) {
        measureReach(slot);
    }
}

// For the piece put last: when it is the newest of its slot and none has left the slot since, the reach
// is what it was before. False when that is not known.
bool Availability::restoreReach(std::uint32_t index) {
    if (puts_.empty() || puts_.back().piece != index) {
        return false;
    }
    const Put put = puts_.back();
    puts_.pop_back();
    const std::int32_t slot = pieces_[index].slot;
    if (first_piece_[at(slot)] != index || removals_[at(slot)] != put.removals) {
        return false;
    }
    setReach(slot, put.earliest_piece, put.latest_piece);
    return true;
}

void Availability::setReach(std::int32_t slot, std::uint32_t earliest_piece,
                            std::uint32_t latest_piece) {
    const auto window_of = [&](std::uint32_t piece) { return works_[pieces_[piece].work].window; };
    earliest_piece_[at(slot)] = earliest_piece;
    latest_piece_[at(slot)] = latest_piece;
    earliest_start_[at(slot)] = earliest_piece == kNone ? kNever : window_of(earliest_piece).first;
    latest_end_[at(slot)] = latest_piece == kNone ? kEver : window_of(latest_piece).last;
}

void Availability::measureReach(std::int32_t slot) {
    Day earliest = kNever;
    Day latest = kEver;
    std::uint32_t earliest_piece = kNone;
    std::uint32_t latest_piece = kNone;
    for (std::uint32_t piece = first_piece_[at(slot)]; piece != kNone;
         piece = pieces_[piece].next_on_slot) {
        const DaySpan window = works_[pieces_[piece].work].window;
        if (window.first < earliest) {
            earliest = window.first;
            earliest_piece = piece;
        }
        if (window.last > latest) {
            latest = window.last;
            latest_piece = piece;
        }
    }
    setReach(slot, earliest_piece, latest_piece);
}

// The span, grown by the windows of all work on the run's slots.
DaySpan Availability::reachOf(SlotRun run, DaySpan span) const {
    // Plain numbers, so that the compiler takes several slots at a time: this is the innermost
    // loop.
    std::int32_t earliest = span.first.serial;
    std::int32_t latest = span.last.serial;
    const Day* starts = earliest_start_.data();
    const Day* ends = latest_end_.data();
    for (std::int32_t slot = run.first; slot < run.end; ++slot) {
        const std::int32_t start = starts[slot].serial;
        const std::int32_t end = ends[slot].serial;
        earliest = start < earliest ? start : earliest;
        latest = end > latest ? end : latest;
    }
    return {{earliest}, {latest}};
}

// Frees hours on a slot of the work's window by moving other work out of it, and lays the work
// there. Says how many hours that gave; zero when the reached span is full.
Hours Availability::makeRoom(WorkIndex work, Hours wanted) {
    DaySpan span = works_[work].window;
    rounds_.clear();
    rounds_.push_back(calendar_->touchedBy(span));
    SlotRun seen{rounds_[0].first, rounds_[0].first};
    std::int32_t target = -1;
    while (target < 0) {
        const SlotRun run = rounds_.back();
        forEachPart(run, seen, [&](SlotRun part) { span = reachOf(part, span); });
        const SlotRun grown = calendar_->touchedBy(span);
        if (grown.first == run.first && grown.end == run.end) {
            return {};
        }
        Hours most;
        forEachPart(grown, run, [&](SlotRun part) {
            for (std::int32_t slot = part.first; slot < part.end; ++slot) {
                if (free_[at(slot)] > most) {
                    most = free_[at(slot)];
                    target = slot;
                }
            }
        });
        seen = run;
        rounds_.push_back(grown);
    }

    findMoves(rounds_, target, moves_);
    Hours hours = std::min(wanted, free_[at(target)]);
    for (const Move& move : moves_) {
        hours = std::min(hours, pieces_[move.piece].hours);
    }
    std::int32_t freed = target;
    for (const Move& move : moves_) {
        // A piece that is used up is gone after take(): keep what it said.
        const WorkIndex moved = pieces_[move.piece].work;
        freed = pieces_[move.piece].slot;
        take(move.piece, hours);
        putBeside(moved, move.to_slot, hours);
    }
    putBeside(work, freed, hours);
    return hours;
}

// The chain of moves that frees hours in the first round's run, last link first.
void Availability::findMoves(const std::vector<SlotRun>& rounds, std::int32_t target,
                             std::vector<Move>& moves) const {
    moves.clear();
    for (std::size_t round = rounds.size() - 1; round > 0; --round) {
        // Only slots that were new in the round before can reach the target, or it would have been
        // reached earlier.
        const SlotRun run = rounds[round - 1];
        const SlotRun without = round > 1 ? rounds[round - 2] : SlotRun{run.first, run.first};
        const std::uint32_t piece = pieceReaching(run, without, target);
        moves.push_back({piece, target});
        target = pieces_[piece].slot;
    }
}

std::uint32_t Availability::pieceReaching(SlotRun run, SlotRun without, std::int32_t target) const {
    const Slot& wanted = calendar_->slots()[at(target)];
    std::uint32_t found = kNone;
    forEachPart(run, without, [&](SlotRun part) {
        for (std::int32_t slot = part.first; found == kNone && slot < part.end; ++slot) {
            if (target < slot && earliest_start_[at(slot)] <= wanted.last) {
                found = earliest_piece_[at(slot)];
            } else if (target > slot && latest_end_[at(slot)] >= wanted.first) {
                found = latest_piece_[at(slot)];
            }
        }
    });
    assert(found != kNone);
    return found;
}

} // namespace keepable::planning
