// SPDX-License-Identifier: MPL-2.0
#include "proposals/added_capacity.hpp"

#include "proposals/capacity_gap.hpp"
#include "proposals/cover_program.hpp"

#include <algorithm>
#include <limits>

namespace keepable::proposals {

namespace {

using planning::Day;
using planning::DealIndex;
using planning::Hours;
using planning::kNone;
using planning::Load;
using planning::Money;
using planning::Overtime;
using planning::PlanInput;
using planning::ResourceIndex;

__extension__ using Wide = __int128;

// Hours times money an hour, rounded half up.
std::optional<Money> costOf(Hours hours, std::optional<Money> cost_per_hour) {
    if (!cost_per_hour) {
        return std::nullopt;
    }
    constexpr Wide kOne = Hours::kUnitsInOne;
    const Wide cost = (2 * Wide{hours.units} * cost_per_hour->units + kOne) / (2 * kOne);
    return cost > std::numeric_limits<std::int64_t>::max()
               ? std::nullopt
               : std::optional{Money{static_cast<std::int64_t>(cost)}};
}

// Where hours may come from: a period, or the overtime of one entry of it.
struct Source {
    std::size_t period = 0; // in CapacityGap::periods()
    std::uint32_t entry = kNone;
    std::optional<Hours> most;
    std::optional<Money> cost_per_hour;
};

// The first entry of each start of the resource, latest start first, as the gap has its periods.
std::vector<Source> sourcesOf(const PlanInput& input, ResourceIndex resource,
                              const CapacityGap& gap, bool within_limits) {
    const auto period_of = [&](Day start) {
        return static_cast<std::size_t>(
            std::ranges::lower_bound(gap.periods(), start, std::greater{}, &GapPeriod::start) -
            gap.periods().begin());
    };
    std::vector<Source> sources;
    if (within_limits) {
        for (const Overtime& overtime : input.overtime) {
            const planning::CapacityEntry& entry = input.capacity[overtime.entry];
            if (entry.resource == resource) {
                sources.push_back({period_of(entry.period_start), overtime.entry, overtime.most,
                                   overtime.cost_per_hour});
            }
        }
        std::ranges::stable_sort(sources, {}, &Source::period);
    }
    if (within_limits && input.overtime_is_limited) {
        return sources;
    }
    std::vector<bool> has_source(gap.periods().size(), false);
    for (const Source& source : sources) {
        has_source[source.period] = true;
    }
    std::vector<std::uint32_t> entries(gap.periods().size(), kNone);
    for (std::uint32_t entry = static_cast<std::uint32_t>(input.capacity.size()); entry > 0;
         --entry) {
        const planning::CapacityEntry& each = input.capacity[entry - 1];
        if (each.resource == resource) {
            entries[period_of(each.period_start)] = entry - 1;
        }
    }
    for (std::size_t period = 0; period < gap.periods().size(); ++period) {
        if (!has_source[period]) {
            sources.push_back({period, entries[period], std::nullopt, std::nullopt});
        }
    }
    std::ranges::stable_sort(sources, {}, &Source::period);
    return sources;
}

// What an hour counts: its cost, or one where no cost is known at all.
std::vector<std::int64_t> weightsOf(const std::vector<Source>& sources) {
    std::optional<std::int64_t> dearest;
    for (const Source& source : sources) {
        if (source.cost_per_hour) {
            dearest = std::max(dearest.value_or(0), source.cost_per_hour->units);
        }
    }
    std::vector<std::int64_t> weights;
    for (const Source& source : sources) {
        weights.push_back(source.cost_per_hour ? source.cost_per_hour->units
                          : dearest            ? *dearest + 1
                                               : 1);
    }
    return weights;
}

std::int64_t roundedUp(std::int64_t amount, std::int64_t divisor) {
    return (amount + divisor - 1) / divisor;
}

// Hours of each source; none when they are not enough.
std::optional<std::vector<Hours>> leastHours(const CapacityGap& gap, const std::vector<Gap>& gaps,
                                             const std::vector<Source>& all_sources) {
    // Those that reach into no gap cannot help.
    std::vector<std::size_t> used;
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t end = 0;
    for (const Gap& each : gaps) {
        first = std::min(first, each.run.first);
        end = std::max(end, each.run.end);
    }
    const std::vector<std::int64_t> weights = weightsOf(all_sources);
    CoverProgram program;
    for (std::size_t i = 0; i < all_sources.size(); ++i) {
        const GapPeriod& period = gap.periods()[all_sources[i].period];
        if (gap.cellsWithin(period, {first, end}) == 0) {
            continue;
        }
        const auto cells = static_cast<std::int64_t>(period.cells.size());
        CoverProgram::Source source;
        source.cost = weights[i] * cells;
        if (all_sources[i].most) {
            source.most = roundedUp(all_sources[i].most->units, cells);
        }
        program.sources.push_back(source);
        used.push_back(i);
    }
    for (const Gap& each : gaps) {
        program.demands.push_back(each.missing);
    }
    program.share = [&](std::size_t row, std::size_t source) -> std::int64_t {
        return gap.cellsWithin(gap.periods()[all_sources[used[source]].period], gaps[row].run);
    };
    const auto most_missing = std::ranges::max(program.demands);

    const auto solve = [&]() -> std::optional<std::vector<Hours>> {
        const auto units = cheapestCover(program);
        if (!units) {
            return std::nullopt;
        }
        std::vector<Hours> hours(all_sources.size());
        std::vector<Hours> by_period(gap.periods().size());
        Hours total;
        for (std::size_t i = 0; i < used.size(); ++i) {
            const std::size_t period = all_sources[used[i]].period;
            const auto cells = static_cast<std::int64_t>(gap.periods()[period].cells.size());
            hours[used[i]] = {(*units)[i] * cells};
            by_period[period] += hours[used[i]];
            total += hours[used[i]];
        }
        // Down from whole units a cell to the least amount that fits when it is spread.
        constexpr std::int64_t kMostTries = 64;
        for (const std::size_t i : used) {
            const auto cells =
                static_cast<std::int64_t>(gap.periods()[all_sources[i].period].cells.size());
            const Hours whole = hours[i];
            if (whole.units == 0) {
                continue;
            }
            const std::int64_t least =
                std::max({whole.units - cells + 1, whole.units - kMostTries,
                          whole.units - std::max<std::int64_t>(total.units - most_missing, 0)});
            for (std::int64_t tried = least; tried < whole.units; ++tried) {
                by_period[all_sources[i].period] += Hours{tried} - hours[i];
                total += Hours{tried} - hours[i];
                hours[i] = {tried};
                if (gap.fits(by_period)) {
                    break;
                }
            }
            if (!gap.fits(by_period)) {
                by_period[all_sources[i].period] += whole - hours[i];
                total += whole - hours[i];
                hours[i] = whole;
            }
        }
        return hours;
    };
    const auto is_over = [&](const std::vector<Hours>& hours) {
        return std::ranges::any_of(used, [&](std::size_t i) {
            return all_sources[i].most && hours[i] > *all_sources[i].most;
        });
    };
    auto hours = solve();
    if (hours && is_over(*hours)) {
        // The limits are no whole units a cell, and the rounding did not work out.
        for (std::size_t i = 0; i < used.size(); ++i) {
            if (const auto& most = all_sources[used[i]].most) {
                program.sources[i].most =
                    most->units / static_cast<std::int64_t>(
                                      gap.periods()[all_sources[used[i]].period].cells.size());
            }
        }
        hours = solve();
    }
    return hours && is_over(*hours) ? std::nullopt : hours;
}

// Works out what to add for a deal and others that have to be served along with it.
class Addition {
  public:
    explicit Addition(Conflict& conflict)
        : conflict_(conflict), input_(conflict.input()), report_(conflict.plan().report) {}

    std::optional<AddedCapacity> find() {
        if (!isOfferedAsPromised(input_, conflict_.lines())) {
            return std::nullopt;
        }
        constexpr int kMostRounds = 24;
        for (int round = 0; round < kMostRounds; ++round) {
            AddedCapacity added;
            if (!addOnAllResources(added) || !keepsPeriodLength(added)) {
                return std::nullopt;
            }
            const Trial trial = conflict_.part().tryOut(added.changes);
            if (trial.holds()) {
                for (const Served& served : served_) {
                    added.also_served.push_back(served.deal);
                }
                std::ranges::sort(added.also_served);
                return added;
            }
            if (!serveFirstOf(trial)) {
                return std::nullopt;
            }
        }
        return std::nullopt;
    }

  private:
    // A deal that gets some of the new hours, as promised or, refused all the same, where it is
    // placed.
    struct Served {
        DealIndex deal = 0;
        std::optional<Day> placed;
    };

    [[nodiscard]] bool isServed(DealIndex deal) const {
        return deal == conflict_.deal() ||
               std::ranges::find(served_, deal, &Served::deal) != served_.end();
    }

    // Of the deals that got better by taking what was meant for another, the first by rank. False
    // when there is none.
    bool serveFirstOf(const Trial& trial) {
        const std::vector<std::uint32_t>& ranks = report_.rank_of_deal;
        std::optional<Served> first;
        for (const DealIndex deal : trial.better) {
            const DealIndex number = conflict_.part().numberInPart(deal);
            const planning::Refusal* refusal = trial.plan.report.refusalOf(number);
            const Served served{deal, refusal ? refusal->placed : std::nullopt};
            const auto known = std::ranges::find(served_, deal, &Served::deal);
            const bool is_new = known == served_.end() || known->placed != served.placed;
            const bool is_placed = !refusal || refusal->placed;
            if (is_new && is_placed && (!first || ranks[deal] < ranks[first->deal])) {
                first = served;
            }
        }
        if (first) {
            std::erase_if(served_, [&](const Served& each) { return each.deal == first->deal; });
            served_.push_back(*first);
        }
        return first.has_value();
    }

    void addLoads(DealIndex deal, std::optional<Day> placed, std::vector<Load>& loads) const {
        const std::size_t before = loads.size();
        for (const planning::Line& line : linesOf(input_, deal)) {
            appendLoads(input_, line, report_.classes[deal], loads);
        }
        for (std::size_t i = before; placed && i < loads.size(); ++i) {
            promiseFor(loads[i], *placed, input_.settings);
        }
    }

    bool addOnAllResources(AddedCapacity& added) {
        std::vector<Load> loads;
        addLoads(conflict_.deal(), std::nullopt, loads);
        for (const Served& served : served_) {
            addLoads(served.deal, served.placed, loads);
        }
        const std::vector<Day> starts = startsFor(loads);
        std::ranges::stable_sort(loads, {}, &Load::resource);
        for (auto first = loads.begin(); first != loads.end();) {
            const auto end = std::find_if(first, loads.end(), [&](const Load& load) {
                return load.resource != first->resource;
            });
            if (!addOn(first->resource, {first, end}, starts, added)) {
                return false;
            }
            first = end;
        }
        return !added.changes.isEmpty();
    }

    bool addOn(ResourceIndex resource, std::span<const Load> loads, const std::vector<Day>& starts,
               AddedCapacity& added) {
        planning::PlanBoard& board = conflict_.plan().board;
        CapacityGap gap(input_, board.capacity, resource, starts);
        for (const Load& load : loads) {
            if (!gap.addWork(load.window, load.hours)) {
                return false;
            }
        }
        for (const planning::LoadOfDeal& other : board.loadsOn(resource)) {
            const Load& load = board.loads[other.load];
            if (load.work != kNone && !isServed(other.deal)) {
                gap.addWork(load.window, load.hours);
            }
        }
        const std::vector<Gap> gaps = gap.gaps();
        if (gaps.empty()) {
            return true;
        }
        std::vector<Source> sources = sourcesOf(input_, resource, gap, true);
        auto hours = leastHours(gap, gaps, sources);
        if (!hours) {
            added.is_beyond_overtime = !input_.overtime.empty() || input_.overtime_is_limited;
            sources = sourcesOf(input_, resource, gap, false);
            hours = leastHours(gap, gaps, sources);
        }
        if (!hours) {
            return false;
        }
        std::vector<CapacityAddition> additions;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            if ((*hours)[i].units > 0) {
                additions.push_back({resource, gap.periods()[sources[i].period].start,
                                     sources[i].entry, (*hours)[i],
                                     costOf((*hours)[i], sources[i].cost_per_hour)});
            }
        }
        std::ranges::stable_sort(additions, {}, &CapacityAddition::period_start);
        added.changes.capacity.insert(added.changes.capacity.end(), additions.begin(),
                                      additions.end());
        return true;
    }

    // Starts of the whole table, and as many more behind the last as the loads reach.
    [[nodiscard]] std::vector<Day> startsFor(const std::vector<Load>& loads) const {
        const planning::PeriodLength length = conflict_.plan().board.capacity.period_length;
        std::vector<Day> starts;
        for (const planning::CapacityEntry& entry : input_.capacity) {
            starts.push_back(entry.period_start);
        }
        std::ranges::sort(starts);
        const auto repeated = std::ranges::unique(starts);
        starts.erase(repeated.begin(), repeated.end());
        Day first = planning::kLastDay;
        Day last = planning::kFirstDay;
        for (const Load& load : loads) {
            first = std::min(first, load.window.first);
            last = std::max(last, load.window.last);
        }
        if (starts.empty()) {
            // A single first of a month would make the periods months.
            starts.push_back(isFirstOfMonth(first) && !length.is_month ? first - 1 : first);
        }
        constexpr std::size_t kMostMore = 600;
        for (std::size_t more = 0; more < kMostMore; ++more) {
            const Day next = periodFrom(starts.back(), length).last + 1;
            if (next > last) {
                break;
            }
            starts.push_back(next);
        }
        return starts;
    }

    // New rows must not make the table look as if it had other periods (contract 2, Period length).
    [[nodiscard]] bool keepsPeriodLength(const AddedCapacity& added) const {
        if (input_.settings.period_length) {
            return true;
        }
        std::vector<planning::CapacityEntry> entries;
        for (const CapacityAddition& addition : added.changes.capacity) {
            if (addition.entry == kNone) {
                entries.push_back({addition.resource, addition.period_start, {}});
            }
        }
        if (entries.empty()) {
            return true;
        }
        entries.insert(entries.end(), input_.capacity.begin(), input_.capacity.end());
        return inferredPeriodLength(entries) == conflict_.plan().board.capacity.period_length;
    }

    Conflict& conflict_;
    const PlanInput& input_;
    const planning::PlanReport& report_;
    std::vector<Served> served_; // besides the deal
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
