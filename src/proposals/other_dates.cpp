// SPDX-License-Identifier: MPL-2.0
#include "proposals/other_dates.hpp"

#include <algorithm>
#include <utility>

namespace keepable::proposals {

namespace {

using planning::Day;
using planning::ItemIndex;
using planning::Line;
using planning::Load;
using planning::Quantity;

std::vector<Line> copyOfLines(const Conflict& conflict) {
    const auto lines = conflict.lines();
    return {lines.begin(), lines.end()};
}

// Moves the line, and notes the change where it is one.
void moveTo(const Conflict& conflict, std::vector<Line>& lines, std::size_t line, Day date,
            Changes& changes) {
    if (lines[line].promised != date) {
        changes.dates.push_back({conflict.deal(),
                                 conflict.firstLine() + static_cast<std::uint32_t>(line),
                                 lines[line].promised, date});
        lines[line].promised = date;
    }
}

// A refused tentative deal takes nothing from anybody, so to fit is enough.
bool isHarmless(Conflict& conflict, const Changes& changes) {
    return conflict.isTentative() || conflict.holds(changes);
}

// The greatest whole number from `least` to `most` for which it fits, when it fits for all smaller
// ones, too; `least` - 1 when there is none.
template <class Fits>
std::int64_t greatestFitting(std::int64_t least, std::int64_t most, Fits fits) {
    std::int64_t known = least - 1;
    while (known < most) {
        const std::int64_t middle = most - (most - known) / 2;
        if (fits(middle)) {
            known = middle;
        } else {
            most = middle - 1;
        }
    }
    return known;
}

// How much of line `line` fits on its date beside what of the other lines is on time.
Quantity mostOnTime(Conflict& conflict, std::vector<Line>& on_time, std::size_t line) {
    const Line& whole = conflict.lines()[line];
    const auto fits = [&](Quantity quantity) {
        on_time[line].left = quantity;
        return conflict.fits(on_time);
    };
    if (fits(whole.left)) {
        return whole.left;
    }
    constexpr std::int64_t kOne = Quantity::kUnitsInOne;
    const std::int64_t lot = conflict.input().items[whole.item].minimum_lot.units;
    const std::int64_t least = std::max<std::int64_t>((lot + kOne - 1) / kOne, 1);
    const std::int64_t most = (whole.left.units - std::max<std::int64_t>(lot, 1)) /
                              kOne; // something is left for the rest
    const std::int64_t units = greatestFitting(
        least, most, [&](std::int64_t count) { return fits(Quantity::whole(count)); });
    return units < least ? Quantity{} : Quantity::whole(units);
}

// The alternatives of each item of the deal that has some.
struct Exchange {
    ItemIndex item = 0;
    std::vector<ItemIndex> alternatives;
};

std::vector<Exchange> exchangesOf(const Conflict& conflict) {
    std::vector<Exchange> exchanges;
    for (const Line& line : conflict.lines()) {
        const std::vector<ItemIndex>& alternatives = conflict.input().items[line.item].alternatives;
        if (line.left.units > 0 && !alternatives.empty() &&
            std::ranges::find(exchanges, line.item, &Exchange::item) == exchanges.end()) {
            exchanges.push_back({line.item, alternatives});
        }
    }
    return exchanges;
}

// For every exchange the number of the alternative, from 1, or 0 for the item itself.
using Choice = std::vector<std::size_t>;

// Every choice that exchanges something, fewest exchanges first.
std::vector<Choice> choicesOf(const std::vector<Exchange>& exchanges) {
    std::vector<Choice> choices;
    if (exchanges.empty()) {
        return choices;
    }
    Choice choice(exchanges.size(), 0);
    const auto next = [&] {
        for (std::size_t digit = choice.size(); digit > 0; --digit) {
            if (++choice[digit - 1] <= exchanges[digit - 1].alternatives.size()) {
                return true;
            }
            choice[digit - 1] = 0;
        }
        return false;
    };
    // One exchange alone always comes up, however many there are.
    for (std::size_t i = 0; i < exchanges.size(); ++i) {
        for (std::size_t k = 1; k <= exchanges[i].alternatives.size(); ++k) {
            Choice single(exchanges.size(), 0);
            single[i] = k;
            choices.push_back(std::move(single));
        }
    }
    const auto exchanged = [](const Choice& each) {
        return std::ranges::count_if(each, [](std::size_t number) { return number > 0; });
    };
    for (std::size_t tried = 0; tried < kMostCombinations && next(); ++tried) {
        if (exchanged(choice) > 1) {
            choices.push_back(choice);
        }
    }
    std::ranges::stable_sort(choices, {}, exchanged);
    return choices;
}

std::vector<Line> exchanged(const Conflict& conflict, const std::vector<Exchange>& exchanges,
                            const Choice& choice, Changes& changes) {
    std::vector<Line> lines = copyOfLines(conflict);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto exchange = std::ranges::find(exchanges, lines[i].item, &Exchange::item);
        if (lines[i].left.units == 0 || exchange == exchanges.end()) {
            continue;
        }
        const std::size_t number = choice[static_cast<std::size_t>(exchange - exchanges.begin())];
        if (number > 0) {
            const ItemIndex item = exchange->alternatives[number - 1];
            changes.items.push_back({conflict.deal(),
                                     conflict.firstLine() + static_cast<std::uint32_t>(i),
                                     lines[i].item, item});
            lines[i].item = item;
        }
    }
    return lines;
}

std::optional<Day> firstDateOf(Conflict& conflict, const std::vector<Line>& lines) {
    std::vector<Load> loads = conflict.loadsOf(lines);
    if (std::ranges::any_of(loads,
                            [](const Load& load) { return load.hours > planning::kMostHours; })) {
        return std::nullopt;
    }
    const planning::DaySpan dates =
        searchSpan(conflict.input(), conflict.plan().board.capacity, lines);
    return firstFit(conflict.others(), loads, dates, conflict.settings());
}

} // namespace

std::optional<Changes> reDated(Conflict& conflict) {
    const std::optional<Day> earliest = conflict.earliest();
    if (!earliest) {
        return std::nullopt;
    }
    Changes some;
    Changes all;
    std::vector<Line> some_moved = copyOfLines(conflict);
    std::vector<Line> all_moved = some_moved;
    for (std::size_t i = 0; i < some_moved.size(); ++i) {
        if (some_moved[i].left.units == 0) {
            continue;
        }
        moveTo(conflict, all_moved, i, *earliest, all);
        if (some_moved[i].promised < *earliest ||
            !isOfferedAsPromised(conflict.input(), {&some_moved[i], 1})) {
            moveTo(conflict, some_moved, i, *earliest, some);
        }
    }
    if (some != all && !some.isEmpty() && conflict.fits(some_moved) && isHarmless(conflict, some)) {
        return some;
    }
    // With all lines on its earliest date even a firm deal changes nothing for others: that is where
    // its work stands in the confirmed set already.
    return all;
}

std::optional<Changes> splitDeal(Conflict& conflict) {
    const std::vector<Line> whole = copyOfLines(conflict);
    std::vector<Line> on_time = whole;
    for (Line& line : on_time) {
        line.left = {};
    }
    bool is_any_on_time = false;
    std::vector<Line> rest = whole;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (whole[i].left.units > 0) {
            on_time[i].left = mostOnTime(conflict, on_time, i);
            rest[i].left = whole[i].left - on_time[i].left;
            is_any_on_time = is_any_on_time || on_time[i].left.units > 0;
        }
    }
    if (!is_any_on_time) {
        return std::nullopt;
    }
    std::vector<Load> laid = conflict.loadsOf(on_time);
    layAll(conflict.others(), laid);
    const std::optional<Day> date = firstDateOf(conflict, rest);
    dropAll(conflict.others(), laid);
    if (!date) {
        return std::nullopt;
    }

    Changes changes;
    std::vector<Line> moved = whole;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (rest[i].left.units == 0) {
            continue;
        }
        if (on_time[i].left.units == 0) {
            moveTo(conflict, moved, i, *date, changes);
        } else {
            changes.splits.push_back({conflict.deal(),
                                      conflict.firstLine() + static_cast<std::uint32_t>(i),
                                      on_time[i].left, rest[i].left, whole[i].promised, *date});
        }
    }
    return isHarmless(conflict, changes) ? std::optional{changes} : std::nullopt;
}

std::optional<Changes> withAlternative(Conflict& conflict) {
    const std::vector<Exchange> exchanges = exchangesOf(conflict);
    std::optional<Day> first_date = conflict.earliest();
    std::optional<Changes> later;
    for (const Choice& choice : choicesOf(exchanges)) {
        Changes changes;
        std::vector<Line> lines = exchanged(conflict, exchanges, choice, changes);
        if (conflict.fits(lines) && isHarmless(conflict, changes)) {
            return changes;
        }
        const std::optional<Day> date = firstDateOf(conflict, lines);
        if (!date || (first_date && *date >= *first_date)) {
            continue;
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].left.units > 0) {
                moveTo(conflict, lines, i, *date, changes);
            }
        }
        if (isHarmless(conflict, changes)) {
            first_date = date;
            later = std::move(changes);
        }
    }
    return later;
}

std::optional<Changes> movedForward(Conflict& conflict) {
    std::vector<Line> lines = copyOfLines(conflict);
    const std::optional<Day> date = firstDateOf(conflict, lines);
    if (!date) {
        return std::nullopt;
    }
    Changes changes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].left.units > 0 && lines[i].promised > *date) {
            moveTo(conflict, lines, i, *date, changes);
        }
    }
    if (changes.isEmpty() || !conflict.fits(lines)) {
        return std::nullopt;
    }
    // The work has fewer days than before and so leaves nobody more room, but where windows slide. A
    // firm or held deal may then stand in the way of an AT RISK one, which had room beside it.
    const bool may_hurt =
        conflict.settings().work_ahead_days ||
        (!conflict.isTentative() && conflict.plan().report.count(planning::Verdict::kAtRisk) > 0);
    if (may_hurt && !conflict.holds(changes)) {
        return std::nullopt;
    }
    return changes;
}

} // namespace keepable::proposals
