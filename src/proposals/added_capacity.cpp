// SPDX-License-Identifier: MPL-2.0
#include "proposals/added_capacity.hpp"

#include "proposals/capacity_gap.hpp"
#include "proposals/cover_program.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

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
std::optional<Money> moneyFor(Hours hours, std::optional<Money> cost_per_hour) {
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
    const bool is_limited = within_limits && input.overtime_is_limited;
    for (std::size_t period = 0; period < gap.periods().size(); ++period) {
        if (!has_source[period] && !is_limited) {
            sources.push_back({period, entries[period], std::nullopt, std::nullopt});
        }
    }
    // What needs no new row first, then the latest.
    std::ranges::stable_sort(sources, {}, [](const Source& source) {
        return std::pair{source.entry == kNone, source.period};
    });
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
    weights.reserve(sources.size());
    for (const Source& source : sources) {
        weights.push_back(source.cost_per_hour ? source.cost_per_hour->units
                          : dearest            ? *dearest + 1
                                               : 1);
    }
    return weights;
}

// Hours of each source.
using SourceHours = std::vector<Hours>;

// The least hours on one resource.
class LeastHours {
  public:
    LeastHours(const CapacityGap& gap, const std::vector<Gap>& gaps,
               const std::vector<Source>& sources)
        : gap_(gap), sources_(sources), weights_(weightsOf(sources)) {
        planning::SlotRun reach = gaps.front().run;
        for (const Gap& each : gaps) {
            program_.demands.push_back(each.missing);
            most_missing_ = std::max(most_missing_, each.missing);
            reach.first = std::min(reach.first, each.run.first);
            reach.end = std::max(reach.end, each.run.end);
        }
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
        program_.share = [this, &gaps](std::size_t row, std::size_t source) -> std::int64_t {
            return gap_.cellsWithin(periodOf(used_[source]), gaps[row].run);
        };
    }

    // The least hours, or the `number`th best way of having all of them in one period; none when
    // there are not enough.
    [[nodiscard]] std::optional<SourceHours> find(std::size_t number) {
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
        const bool is_least = totalOf(*best).units <= most_missing_;
        if (number == 0 && is_least) {
            return best;
        }
        std::vector<SourceHours> ways = inOnePeriod();
        // A way that was as good may have come out better by rounding.
        const auto first = std::ranges::find_if(
            ways, [&](const SourceHours& hours) { return costOf(hours) < costOf(*best); });
        ways.insert(first == ways.end() ? ways.begin() : ways.end(), *best);
        std::ranges::stable_sort(ways, std::less{},
                                 [&](const SourceHours& hours) { return costOf(hours); });
        ways.erase(std::unique(ways.begin(), ways.end()), ways.end());
        return number < ways.size() ? std::optional{ways[number]} : std::nullopt;
    }

    // In what the hours are weighed by.
    [[nodiscard]] Wide costOf(const SourceHours& hours) const {
        Wide cost = 0;
        for (std::size_t i = 0; i < used_.size(); ++i) {
            cost += Wide{weights_[used_[i]]} * hours[used_[i]].units;
        }
        return cost;
    }

  private:
    [[nodiscard]] const GapPeriod& periodOf(std::size_t source) const {
        return gap_.periods()[sources_[source].period];
    }
    [[nodiscard]] std::int64_t cellsOf(std::size_t source) const {
        return static_cast<std::int64_t>(periodOf(source).cells.size());
    }
    // The cheapest ways, each in one period; at most kMostWays.
    [[nodiscard]] std::vector<SourceHours> inOnePeriod() const {
        struct Alone {
            Wide cost;
            std::size_t source;
            std::int64_t units;
        };
        std::vector<Alone> cheapest;
        for (std::size_t i = 0; i < used_.size(); ++i) {
            if (const auto units = coverByOne(program_, i)) {
                cheapest.push_back({Wide{program_.sources[i].cost} * *units, i, *units});
            }
        }
        std::ranges::stable_sort(cheapest, std::less{}, &Alone::cost);
        // Among equals the latest, the earliest, the latest but one and so on: who takes the hours
        // of one end of the row may have no use for those of the other.
        for (auto first = cheapest.begin(); first != cheapest.end();) {
            const auto end = std::find_if(first, cheapest.end(), [&](const Alone& alone) {
                return alone.cost != first->cost;
            });
            const std::vector<Alone> equals(first, end);
            for (std::size_t i = 0; first != end; ++first, ++i) {
                *first = i % 2 == 0 ? equals[i / 2] : equals[equals.size() - 1 - i / 2];
            }
        }
        constexpr std::size_t kMostWays = 12;
        cheapest.resize(std::min(cheapest.size(), kMostWays));
        std::vector<SourceHours> ways;
        for (const Alone& alone : cheapest) {
            std::vector<std::int64_t> units(used_.size(), 0);
            units[alone.source] = alone.units;
            SourceHours hours = spreadOver(units);
            if (!isOver(hours)) {
                ways.push_back(std::move(hours));
            }
        }
        return ways;
    }
    [[nodiscard]] static Hours totalOf(const SourceHours& hours) {
        return std::accumulate(hours.begin(), hours.end(), Hours{});
    }
    [[nodiscard]] bool isOver(const SourceHours& hours) const {
        return std::ranges::any_of(
            used_, [&](std::size_t i) { return sources_[i].most && hours[i] > *sources_[i].most; });
    }

    [[nodiscard]] std::optional<SourceHours> solve() const {
        const auto units = cheapestCover(program_);
        return units ? std::optional{spreadOver(*units)} : std::nullopt;
    }

    // From units a cell to the least amounts that fit when they are spread with rounding.
    [[nodiscard]] SourceHours spreadOver(const std::vector<std::int64_t>& units) const {
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
            if (whole.units == 0 || cellsOf(source) == 1) {
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

    [[nodiscard]] bool isInEveryGap(std::size_t source) const {
        for (std::size_t row = 0; row < program_.demands.size(); ++row) {
            if (program_.share(row, source) < cellsOf(used_[source])) {
                return false;
            }
        }
        return true;
    }

    const CapacityGap& gap_;
    const std::vector<Source>& sources_;
    std::vector<std::int64_t> weights_; // of an hour, by source
    std::vector<std::size_t> used_;     // sources of the program, in `sources_`
    CoverProgram program_;
    std::int64_t most_missing_ = 0;
};

// Works out what to add for a deal and others that have to be served along with it.
class Addition {
  public:
    explicit Addition(Conflict& conflict)
        : conflict_(conflict), input_(conflict.input()), report_(conflict.plan().report) {}

    std::optional<AddedCapacity> find() {
        if (!isOfferedAsPromised(input_, conflict_.lines())) {
            return std::nullopt;
        }
        offer({}, 0);
        // The cheapest first; in the end the one that serves most, so that some way is found.
        constexpr int kTriesByCost = 24;
        constexpr int kMostTries = 64;
        for (int tries = 0; !ways_.empty() && tries < kMostTries; ++tries) {
            const bool is_by_cost = tries < kTriesByCost;
            const auto next = std::ranges::min_element(ways_, std::less{}, [&](const Way& way) {
                return std::tuple{is_by_cost ? std::size_t{0} : ~way.served.size(),
                                  way.added.is_beyond_overtime, way.cost};
            });
            Way way = std::move(*next);
            ways_.erase(next);
            const Trial trial = conflict_.part().tryOut(way.added.changes);
            if (trial.holds()) {
                return std::move(way.added);
            }
            ServedDeals more = way.served;
            if (serveFirstOf(trial, is_by_cost, more) && !offer(more, 0) && !is_by_cost) {
                more = way.served;
                serveFirstOf(trial, true, more);
                offer(std::move(more), 0);
            }
            if (is_by_cost) {
                offer(std::move(way.served), way.number + 1);
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

        friend bool operator==(const Served&, const Served&) = default;
    };
    using ServedDeals = std::vector<Served>; // besides the deal itself

    // A way that is still to be tried out.
    struct Way {
        ServedDeals served;
        std::size_t number = 0; // see LeastHours::find()
        AddedCapacity added;
        Wide cost = 0;
    };

    // False when there is no such way.
    bool offer(ServedDeals served, std::size_t number) {
        Way way{std::move(served), number, {}, 0};
        if (!addOnAllResources(way)) {
            return false;
        }
        if (!keepsPeriodLength(way.added)) {
            return offer(std::move(way.served), number + 1);
        }
        for (const Served& each : way.served) {
            way.added.also_served.push_back(each.deal);
        }
        std::ranges::sort(way.added.also_served);
        ways_.push_back(std::move(way));
        return true;
    }

    // Serves along the first by rank of the deals that got better by taking what was meant for
    // another. With `as_placed` a deal that is still refused is served where the trial has placed it,
    // else as promised where hours can bring that about: then it moves no more. False when there is
    // no such deal.
    bool serveFirstOf(const Trial& trial, bool as_placed, ServedDeals& served) const {
        const std::vector<std::uint32_t>& ranks = report_.rank_of_deal;
        Served first{kNone, std::nullopt};
        for (const DealIndex deal : trial.better) {
            const planning::Refusal* refusal =
                trial.plan.report.refusalOf(conflict_.part().numberInPart(deal));
            Served better{deal, refusal ? refusal->placed : std::nullopt};
            const bool is_placed = !refusal || refusal->placed;
            if (!as_placed && isOfferedAsPromised(input_, linesOf(input_, deal))) {
                better.placed.reset();
            }
            if (is_placed && std::ranges::find(served, better) == served.end() &&
                (first.deal == kNone || ranks[deal] < ranks[first.deal])) {
                first = better;
            }
        }
        for (const DealIndex deal : trial.worse) {
            // Open deals that were not kept, and now would not be even if they came first.
            if (first.deal == kNone && !isServed(deal, served)) {
                first = {deal, std::nullopt};
            }
        }
        if (first.deal == kNone) {
            return false;
        }
        std::erase_if(served, [&](const Served& each) { return each.deal == first.deal; });
        served.push_back(first);
        return true;
    }

    [[nodiscard]] bool isServed(DealIndex deal, const ServedDeals& served) const {
        return deal == conflict_.deal() ||
               std::ranges::find(served, deal, &Served::deal) != served.end();
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

    bool addOnAllResources(Way& way) {
        std::vector<Load> loads;
        addLoads(conflict_.deal(), std::nullopt, loads);
        for (const Served& served : way.served) {
            addLoads(served.deal, served.placed, loads);
        }
        const std::vector<Day> starts = startsFor(loads);
        std::ranges::stable_sort(loads, {}, &Load::resource);
        bool is_new = way.number == 0;
        for (auto first = loads.begin(); first != loads.end();) {
            const auto end = std::find_if(first, loads.end(), [&](const Load& load) {
                return load.resource != first->resource;
            });
            if (!addOn(first->resource, {first, end}, starts, way, is_new)) {
                return false;
            }
            first = end;
        }
        return is_new && !way.added.changes.isEmpty();
    }

    // Where a resource has fewer ways than the number asked for, its best stands. `is_new` becomes
    // true when it has as many.
    bool addOn(ResourceIndex resource, std::span<const Load> loads, const std::vector<Day>& starts,
               Way& way, bool& is_new) {
        planning::PlanBoard& board = conflict_.plan().board;
        CapacityGap gap(input_, board.capacity, resource, starts);
        for (const Load& load : loads) {
            if (!gap.addWork(load.window, load.hours)) {
                return false;
            }
        }
        for (const planning::LoadOfDeal& other : board.loadsOn(resource)) {
            const Load& load = board.loads[other.load];
            if (load.work != kNone && !isServed(other.deal, way.served)) {
                gap.addWork(load.window, load.hours);
            }
        }
        const std::vector<Gap> gaps = gap.gaps();
        if (gaps.empty()) {
            return true;
        }
        const auto take = [&](bool within_limits) {
            const std::vector<Source> sources = sourcesOf(input_, resource, gap, within_limits);
            LeastHours least(gap, gaps, sources);
            std::optional<SourceHours> hours;
            if (way.number > 0) {
                hours = least.find(way.number);
                is_new = is_new || hours;
            }
            if (!hours) {
                hours = least.find(0);
            }
            if (hours) {
                way.cost += least.costOf(*hours);
                addHours(resource, gap, sources, *hours, way.added.changes.capacity);
            }
            return hours.has_value();
        };
        if (take(true)) {
            return true;
        }
        way.added.is_beyond_overtime = true;
        return input_.overtime_is_limited && take(false);
    }

    static void addHours(ResourceIndex resource, const CapacityGap& gap,
                         const std::vector<Source>& sources, const SourceHours& hours,
                         std::vector<CapacityAddition>& additions) {
        const auto first = static_cast<std::ptrdiff_t>(additions.size());
        for (std::size_t i = 0; i < sources.size(); ++i) {
            if (hours[i].units > 0) {
                additions.push_back({resource, gap.periods()[sources[i].period].start,
                                     sources[i].entry, hours[i],
                                     moneyFor(hours[i], sources[i].cost_per_hour)});
            }
        }
        std::stable_sort(additions.begin() + first, additions.end(),
                         [](const CapacityAddition& left, const CapacityAddition& right) {
                             return left.period_start < right.period_start;
                         });
    }

    // Starts of the whole table, and in its rhythm as many more before, between and behind them as
    // the loads reach.
    [[nodiscard]] std::vector<Day> startsFor(const std::vector<Load>& loads) const {
        const planning::PeriodLength length = conflict_.plan().board.capacity.period_length;
        std::vector<Day> starts;
        for (const planning::CapacityEntry& entry : input_.capacity) {
            starts.push_back(entry.period_start);
        }
        std::ranges::sort(starts);
        starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
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
        constexpr int kMostMore = 600;
        std::vector<Day> more;
        Day start = starts.front();
        for (int i = 0; i < kMostMore && start > first; ++i) {
            start = length.is_month ? addMonths(start, -1) : start - length.days;
            more.push_back(start);
        }
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const Day end = i + 1 < starts.size() ? starts[i + 1] : last + length.days;
            Day next = periodFrom(starts[i], length).last + 1;
            for (int k = 0; k < kMostMore && next <= last && periodFrom(next, length).last < end;
                 ++k) {
                more.push_back(next);
                next = periodFrom(next, length).last + 1;
            }
        }
        starts.insert(starts.end(), more.begin(), more.end());
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
    std::vector<Way> ways_;
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
