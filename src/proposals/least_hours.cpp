// SPDX-License-Identifier: MPL-2.0
#include "proposals/least_hours.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace keepable::proposals {

using planning::Hours;

namespace {

// What an hour counts: its cost, or one where no cost is known at all.
std::vector<std::int64_t> weightsOf(const std::vector<CapacitySource>& sources) {
    std::optional<std::int64_t> dearest;
    for (const CapacitySource& source : sources) {
        if (source.cost_per_hour) {
            dearest = std::max(dearest.value_or(0), source.cost_per_hour->units);
        }
    }
    std::vector<std::int64_t> weights;
    weights.reserve(sources.size());
    for (const CapacitySource& source : sources) {
        weights.push_back(source.cost_per_hour ? source.cost_per_hour->units
                          : dearest            ? *dearest + 1
                                               : 1);
    }
    return weights;
}

} // namespace

LeastHours::LeastHours(const CapacityGap& gap, const std::vector<Gap>& gaps,
                       const std::vector<CapacitySource>& sources,
                       const std::vector<HoursCap>& caps, bool is_all)
    : gap_(gap), sources_(sources), weights_(weightsOf(sources)), is_all_(is_all) {
    planning::SlotRun reach = gaps.front().run;
    for (const Gap& each : gaps) {
        program_.demands.push_back(each.missing);
        most_missing_ = std::max(most_missing_, each.missing);
        reach.first = std::min(reach.first, each.run.first);
        reach.end = std::max(reach.end, each.run.end);
    }
    program_.sources.reserve(sources.size());
    used_.reserve(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (gap.cellsWithin(periodOf(i), reach) == 0) {
            continue; // cannot help
        }
        CoverProgram::Source source;
        source.cost = weights_[i] * cellsOf(i);
        if (sources[i].most) {
            source.most = (sources[i].most->units + cellsOf(i) - 1) / cellsOf(i);
        }
        program_.sources.push_back(source);
        used_.push_back(i);
    }
    findAlike(gaps, caps);
    program_.share = [this, &gaps](std::size_t row, std::size_t source) -> std::int64_t {
        return gap_.cellsWithin(periodOf(used_[source]), gaps[row].run);
    };
    for (const HoursCap& cap : caps) {
        program_.caps.push_back(cap.most);
    }
    program_.share_of_cap = [this, &caps](std::size_t cap, std::size_t source) -> std::int64_t {
        return gap_.cellsWithin(periodOf(used_[source]), caps[cap].run);
    };
}

// Periods with the same number of cells and the same cost that lie between the same ends of runs.
void LeastHours::findAlike(const std::vector<Gap>& gaps, const std::vector<HoursCap>& caps) {
    std::vector<std::int32_t> ends;
    const auto add = [&](planning::SlotRun run) {
        ends.push_back(run.first);
        ends.push_back(run.end);
    };
    for (const Gap& gap : gaps) {
        add(gap.run);
    }
    for (const HoursCap& cap : caps) {
        add(cap.run);
    }
    std::ranges::sort(ends);
    const auto stretch_of = [&](std::int32_t cell) {
        return std::ranges::upper_bound(ends, cell) - ends.begin();
    };
    // Those of one stretch stand together.
    std::ptrdiff_t stretch_before = -1;
    std::vector<std::size_t> different;
    for (std::size_t i = 0; i < used_.size(); ++i) {
        const std::vector<std::int32_t>& cells = periodOf(used_[i]).cells;
        const std::ptrdiff_t stretch = stretch_of(cells.front());
        CoverProgram::Source& source = program_.sources[i];
        if (source.most || (cells.size() > 1 && stretch_of(cells.back()) != stretch)) {
            continue;
        }
        if (stretch != stretch_before) {
            stretch_before = stretch;
            different.clear();
        }
        const auto alike = std::ranges::find_if(different, [&](std::size_t other) {
            return program_.sources[other].cost == source.cost &&
                   cellsOf(used_[other]) == cellsOf(used_[i]);
        });
        source.is_like_another = alike != different.end();
        if (!source.is_like_another) {
            different.push_back(i);
        }
    }
}

std::optional<SourceHours> LeastHours::find() {
    std::optional<SourceHours> best = solve();
    if (best && isOver(*best)) {
        // The limits are no whole units a cell, and the rounding did not work out.
        for (std::size_t i = 0; i < used_.size(); ++i) {
            if (const auto& most = sources_[used_[i]].most) {
                program_.sources[i].most = most->units / cellsOf(used_[i]);
            }
        }
        best = solve();
    }
    if (!best || isOver(*best)) {
        return std::nullopt;
    }
    if (totalOf(*best).units > most_missing_) {
        // A way that was as good may come out better by rounding.
        auto alone = bestInOnePeriod();
        if (alone && costOf(*alone) < costOf(*best)) {
            return alone;
        }
    }
    return best;
}

LeastHours::Wide LeastHours::costOf(const SourceHours& hours) const {
    Wide cost = 0;
    for (std::size_t i = 0; i < used_.size(); ++i) {
        cost += Wide{weights_[used_[i]]} * hours[used_[i]].units;
    }
    return cost;
}

const GapPeriod& LeastHours::periodOf(std::size_t source) const {
    return gap_.periods()[sources_[source].period];
}

std::int64_t LeastHours::cellsOf(std::size_t source) const {
    return static_cast<std::int64_t>(periodOf(source).cells.size());
}

std::optional<SourceHours> LeastHours::bestInOnePeriod() const {
    std::optional<SourceHours> best;
    for (std::size_t i = 0; i < used_.size(); ++i) {
        const auto needed =
            program_.sources[i].is_like_another ? std::nullopt : coverByOne(program_, i);
        if (!needed) {
            continue;
        }
        std::vector<std::int64_t> units(used_.size(), 0);
        units[i] = *needed;
        SourceHours hours = spreadOver(units);
        if (!isOver(hours) && (!best || costOf(hours) < costOf(*best))) {
            best = std::move(hours);
        }
    }
    return best;
}

Hours LeastHours::totalOf(const SourceHours& hours) {
    return std::accumulate(hours.begin(), hours.end(), Hours{});
}

bool LeastHours::isOver(const SourceHours& hours) const {
    return std::ranges::any_of(
        used_, [&](std::size_t i) { return sources_[i].most && hours[i] > *sources_[i].most; });
}

std::optional<SourceHours> LeastHours::solve() const {
    const auto units = cheapestCover(program_);
    return units ? std::optional{spreadOver(*units)} : std::nullopt;
}

// From units a cell to the least amounts that fit when they are spread with rounding.
SourceHours LeastHours::spreadOver(const std::vector<std::int64_t>& units) const {
    SourceHours hours(sources_.size());
    std::vector<Hours> by_period(gap_.periods().size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < used_.size(); ++i) {
        hours[used_[i]] = {units[i] * cellsOf(used_[i])};
        by_period[sources_[used_[i]].period] += hours[used_[i]];
        count += units[i] > 0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < used_.size(); ++i) {
        const std::size_t source = used_[i];
        const Hours whole = hours[source];
        if (whole.units == 0 || cellsOf(source) == 1 || !is_all_) {
            continue;
        }
        Hours& here = by_period[sources_[source].period];
        const Hours others = here - whole;
        // Of a single source that lies in all gaps, as many as are missing are never too many;
        // of one that does not, a day may gain a little more than its share.
        const std::int64_t lowest = count > 1         ? whole.units - cellsOf(source) + 1
                                    : isInEveryGap(i) ? most_missing_
                                                      : whole.units - 3 * cellsOf(source);
        constexpr std::int64_t kMostTries = 100;
        for (std::int64_t tried = std::max({lowest, whole.units - kMostTries, std::int64_t{1}});
             tried <= whole.units; ++tried) {
            hours[source] = {tried};
            here = others + hours[source];
            if (tried < whole.units && gap_.fits(by_period)) {
                break;
            }
        }
    }
    return hours;
}

bool LeastHours::isInEveryGap(std::size_t source) const {
    for (std::size_t row = 0; row < program_.demands.size(); ++row) {
        if (program_.share(row, source) < cellsOf(used_[source])) {
            return false;
        }
    }
    return true;
}

} // namespace keepable::proposals
