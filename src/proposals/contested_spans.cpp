// SPDX-License-Identifier: MPL-2.0
#include "proposals/contested_spans.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace keepable::proposals {

using planning::Hours;
using planning::ResourceCalendar;
using planning::Slot;
using planning::SlotRun;

namespace {

constexpr Hours kBoundless{std::numeric_limits<std::int64_t>::max()};

std::size_t at(std::int32_t slot) {
    return static_cast<std::size_t>(slot);
}

// Spans of slots as a grid: a row for every first slot of open work, a column for every end.
struct Grid {
    std::vector<std::int32_t> starts;
    std::vector<std::int32_t> ends;
    std::vector<Hours> rooms;         // boundless where the end is not after the start
    std::vector<Hours> work;          // open work inside
    std::vector<std::uint32_t> count; // how many works that is

    [[nodiscard]] std::size_t cells() const { return starts.size() * ends.size(); }
    [[nodiscard]] std::size_t cell(std::size_t row, std::size_t column) const {
        return row * ends.size() + column;
    }
};

Grid gridOf(std::span<const SlotWork> open) {
    Grid grid;
    for (const SlotWork& work : open) {
        grid.starts.push_back(work.run.first);
        grid.ends.push_back(work.run.end);
    }
    for (std::vector<std::int32_t>* slots : {&grid.starts, &grid.ends}) {
        std::sort(slots->begin(), slots->end());
        slots->erase(std::unique(slots->begin(), slots->end()), slots->end());
    }
    return grid;
}

// Goes through the spans by first slot. The slack of a span is its capacity less the confirmed work inside;
// its room the least slack of the spans around it.
void measureRooms(const ResourceCalendar& calendar, std::span<const SlotWork> confirmed,
                  Grid& grid) {
    const std::vector<Slot>& slots = calendar.slots();
    const std::size_t count = slots.size();
    std::vector<Hours> slack(count + 1); // of the spans from the present first slot, by end
    std::vector<Hours> least(count + 1, kBoundless);
    std::vector<Hours> change(count + 1);
    for (const SlotWork& work : confirmed) {
        change[at(work.run.end)] -= work.hours;
    }
    for (std::size_t end = 1; end <= count; ++end) {
        slack[end] = slack[end - 1] + slots[end - 1].capacity + change[end];
    }
    grid.rooms.assign(grid.cells(), kBoundless);
    auto leaving = confirmed.begin();
    std::size_t row = 0;
    for (std::int32_t first = 0; first <= grid.starts.back(); ++first) {
        Hours around = kBoundless;
        for (std::size_t end = count; end > at(first); --end) {
            around = std::min(around, slack[end]);
            least[end] = std::min(least[end], around);
        }
        if (first == grid.starts[row]) {
            for (std::size_t column = 0; column < grid.ends.size(); ++column) {
                if (grid.ends[column] > first) {
                    grid.rooms[grid.cell(row, column)] = least[at(grid.ends[column])];
                }
            }
            ++row;
        }
        std::fill(change.begin(), change.end(), Hours{});
        for (; leaving != confirmed.end() && leaving->run.first == first; ++leaving) {
            change[at(leaving->run.end)] += leaving->hours;
        }
        Hours sum = Hours{} - slots[at(first)].capacity;
        for (std::size_t end = at(first) + 1; end <= count; ++end) {
            sum += change[end];
            slack[end] += sum;
        }
    }
}

void addUpWork(std::span<const SlotWork> open, Grid& grid) {
    grid.work.assign(grid.cells(), {});
    grid.count.assign(grid.cells(), 0);
    auto next = open.rbegin();
    for (std::size_t row = grid.starts.size(); row-- > 0;) {
        for (; next != open.rend() && next->run.first == grid.starts[row]; ++next) {
            const auto column = std::lower_bound(grid.ends.begin(), grid.ends.end(), next->run.end);
            const std::size_t cell =
                grid.cell(row, static_cast<std::size_t>(column - grid.ends.begin()));
            grid.work[cell] += next->hours;
            ++grid.count[cell];
        }
        Hours hours;
        std::uint32_t count = 0;
        for (std::size_t column = 0; column < grid.ends.size(); ++column) {
            const std::size_t cell = grid.cell(row, column);
            hours += grid.work[cell];
            count += grid.count[cell];
            const bool is_last = row + 1 == grid.starts.size();
            grid.work[cell] = hours + (is_last ? Hours{} : grid.work[grid.cell(row + 1, column)]);
            grid.count[cell] = count + (is_last ? 0 : grid.count[grid.cell(row + 1, column)]);
        }
    }
}

// Whether all the open work in the span is more than its room, and no span around it has the same room.
bool isContested(const Grid& grid, std::size_t row, std::size_t column) {
    const std::size_t cell = grid.cell(row, column);
    if (grid.work[cell] <= grid.rooms[cell]) {
        return false;
    }
    const bool is_in_earlier =
        row > 0 && grid.rooms[grid.cell(row - 1, column)] == grid.rooms[cell];
    const bool is_in_later =
        column + 1 < grid.ends.size() && grid.rooms[grid.cell(row, column + 1)] == grid.rooms[cell];
    return !is_in_earlier && !is_in_later;
}

// The cells of the contested spans that no span inside them implies: a span inside implies it when the
// excess of work over room is not larger here than there.
std::vector<std::size_t> tellingCells(const Grid& grid) {
    std::vector<std::size_t> cells;
    std::vector<Hours> inside(
        grid.ends.size()); // by column: largest excess in the row below so far
    for (std::size_t row = grid.starts.size(); row-- > 0;) {
        Hours before; // largest excess in the columns before
        for (std::size_t column = 0; column < grid.ends.size(); ++column) {
            Hours largest = std::max(before, inside[column]);
            if (isContested(grid, row, column)) {
                const std::size_t cell = grid.cell(row, column);
                const Hours excess = grid.work[cell] - grid.rooms[cell];
                if (excess > largest) {
                    largest = excess;
                    cells.push_back(cell);
                }
            }
            inside[column] = largest;
            before = largest;
        }
    }
    std::sort(cells.begin(), cells.end());
    return cells;
}

// Whether laying out the work in every scenario is cheaper than adding up so many claims; both in units of
// one claim in one scenario, by measurement.
bool isCheaperLaidOut(const ResourceCalendar& calendar, std::span<const SlotWork> open,
                      std::size_t claims) {
    constexpr std::int64_t kALay = 1'000;
    constexpr std::int64_t kAPiece = 600;
    const std::vector<Slot>& slots = calendar.slots();
    const planning::DaySpan all{slots.front().first, slots.back().last};
    const std::int64_t a_slot = std::max<std::int64_t>(
        calendar.capacityWithin(all).units / static_cast<std::int64_t>(slots.size()), 1);
    std::size_t cost = 0;
    for (const SlotWork& work : open) {
        const std::int64_t pieces =
            std::min<std::int64_t>(work.hours.units / a_slot, work.run.end - work.run.first);
        cost += static_cast<std::size_t>(kALay + kAPiece * pieces);
    }
    return claims > cost;
}

} // namespace

ContestedSpans contestedSpans(const ResourceCalendar& calendar, std::span<const SlotWork> confirmed,
                              std::span<const SlotWork> open, std::size_t most_cells) {
    ContestedSpans found;
    if (open.empty()) {
        return found;
    }
    Grid grid = gridOf(open);
    if (grid.cells() > most_cells) {
        found.is_crowded = true;
        return found;
    }
    measureRooms(calendar, confirmed, grid);
    addUpWork(open, grid);
    found.steps =
        2 * calendar.slots().size() * (at(grid.starts.back()) + 1) + 4 * grid.cells() + open.size();
    std::size_t claims = 0;
    for (const std::size_t cell : tellingCells(grid)) {
        const SlotRun run{grid.starts[cell / grid.ends.size()], grid.ends[cell % grid.ends.size()]};
        found.spans.push_back({run, grid.rooms[cell]});
        claims += grid.count[cell];
    }
    if (isCheaperLaidOut(calendar, open, claims)) {
        found.spans.clear();
        found.is_crowded = true;
    }
    return found;
}

} // namespace keepable::proposals
