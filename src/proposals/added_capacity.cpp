// SPDX-License-Identifier: MPL-2.0
#include "proposals/added_capacity.hpp"

#include "proposals/capacity_gap.hpp"
#include "proposals/capacity_source.hpp"
#include "proposals/least_hours.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <span>
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

// Works out what to add for a deal and others that have to be served along with it.
class Addition {
  public:
    explicit Addition(Conflict& conflict)
        : conflict_(conflict), input_(conflict.input()), report_(conflict.plan().report),
          table_(input_) {}

    std::optional<AddedCapacity> find() {
        if (!isOfferedAsPromised(input_, conflict_.lines())) {
            return std::nullopt;
        }
        offer(choicesFor({}, {}, true), 0);
        // The cheapest first; in the end the one that serves most, so that some way is found.
        const int tries_by_cost = isAmongMany() ? 12 : 32;
        const int most_tries = tries_by_cost + (isAmongMany() ? 40 : 80);
        for (int tries = 0; !ways_.empty() && tries < most_tries; ++tries) {
            const bool is_by_cost = tries < tries_by_cost;
            const auto next = std::ranges::min_element(ways_, std::less{}, [&](const Way& way) {
                return std::tuple{is_by_cost ? std::size_t{0} : ~way.served().size(),
                                  way.added.is_beyond_overtime, way.cost};
            });
            Way way = std::move(*next);
            ways_.erase(next);
            const Trial trial = tryOut(way, is_by_cost);
            if (trial.holds()) {
                return withoutNeedless(std::move(way), trial).added;
            }
            offerMore(way, trial, is_by_cost);
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

    struct WayOnResource {
        std::vector<CapacityAddition> additions;
        Wide cost = 0;
    };
    // All ways for the deals served, by resource, the least first.
    struct Choices {
        ServedDeals served;
        std::vector<DealIndex> avoided; // deals that are to get as few of the hours as can be
        std::vector<std::vector<WayOnResource>> on_resources;
        bool is_beyond_overtime = false;
        bool has_only_least = false;
    };
    // A way that is still to be tried out.
    struct Way {
        std::shared_ptr<const Choices> choices;
        std::size_t number = 0; // of each resource's ways
        AddedCapacity added;
        Wide cost = 0;

        [[nodiscard]] const ServedDeals& served() const { return choices->served; }
    };
    // Work of another deal, in the cells of a gap.
    struct Standing {
        DealIndex deal = 0;
        planning::SlotRun run;
        Hours hours;
    };
    // What does not depend on who is served.
    struct ResourceTable {
        std::vector<Day> starts;
        CapacityGap gap;
        std::vector<Standing> others;
        std::optional<std::vector<CapacitySource>> within_limits;
        std::optional<std::vector<CapacitySource>> without_limits;
    };

    // Who was to be served and is not, since other work has found other days, may not have to be.
    Way withoutNeedless(Way way, const Trial& trial) {
        ServedDeals needed = way.served();
        std::erase_if(needed, [&](const Served& each) {
            return std::ranges::find(trial.better, each.deal) == trial.better.end();
        });
        if (needed.size() < way.served().size() && offer(choicesFor(needed, {}, true), 0)) {
            Way fewer = ways_.back();
            if (fewer.cost <= way.cost && conflict_.part().tryOut(fewer.added.changes).holds()) {
                return fewer;
            }
        }
        return way;
    }

    // Then a try costs more, and fewer of the cheapest ways help.
    bool isAmongMany() {
        constexpr std::size_t kMany = 75;
        return conflict_.part().deals().size() > kMany;
    }

    // Lets those behind the deal out where that is enough to see that, and why, the way does not help.
    Trial tryOut(const Way& way, bool as_placed) {
        Trial ahead = conflict_.part().tryAhead(way.added.changes);
        const bool says_why = !ahead.is_kept && firstTaker(ahead, as_placed, way.served());
        return says_why ? std::move(ahead) : conflict_.part().tryOut(way.added.changes);
    }

    // What to try instead of a way that did not help.
    void offerMore(const Way& way, const Trial& trial, bool is_by_cost) {
        const auto taker = firstTaker(trial, is_by_cost, way.served());
        if (taker && !offerServing(way, *taker) && !is_by_cost) {
            if (const auto as_placed = firstTaker(trial, true, way.served())) {
                offerServing(way, *as_placed);
            }
        }
        if (!is_by_cost) {
            return;
        }
        std::vector<DealIndex> avoided = way.choices->avoided;
        if (taker && std::ranges::find(avoided, taker->deal) == avoided.end()) {
            avoided.push_back(taker->deal);
            offer(choicesFor(way.served(), std::move(avoided), true), 0);
        }
        if (way.choices->avoided.empty()) {
            const auto all = withAll(way.choices);
            std::size_t number = way.number + 1;
            while (isAmongMany() && taker && goesTo(*taker, *all, number)) {
                ++number;
            }
            offer(all, number);
        }
    }

    // Whether the taker could have the hours of such a way just as well.
    [[nodiscard]] bool goesTo(const Served& taker, const Choices& choices,
                              std::size_t number) const {
        const planning::Refusal* refusal = report_.refusalOf(taker.deal);
        if (refusal == nullptr || refusal->reason != planning::RefusalReason::kTooLittle ||
            choices.on_resources.size() != 1 || number >= choices.on_resources[0].size()) {
            return false;
        }
        Hours hours;
        for (const CapacityAddition& addition : choices.on_resources[0][number].additions) {
            const planning::DaySpan period =
                periodFrom(addition.period_start, conflict_.plan().board.capacity.period_length);
            if (addition.resource == refusal->bottleneck && refusal->span.contains(period)) {
                hours += addition.hours;
            }
        }
        return hours >= refusal->shortfall;
    }

    bool offerServing(const Way& way, const Served& taker) {
        ServedDeals served = way.served();
        std::erase_if(served, [&](const Served& each) { return each.deal == taker.deal; });
        served.push_back(taker);
        return offer(choicesFor(std::move(served), {}, true), 0);
    }

    std::shared_ptr<const Choices> withAll(const std::shared_ptr<const Choices>& choices) {
        return choices->has_only_least ? choicesFor(choices->served, choices->avoided, false)
                                       : choices;
    }

    // False when there is no such way, or when it has been tried or offered already.
    bool offer(std::shared_ptr<const Choices> choices, std::size_t number) {
        if (!choices) {
            return false;
        }
        Way way{std::move(choices), number, {}, 0};
        bool is_new = number == 0;
        for (const std::vector<WayOnResource>& ways : way.choices->on_resources) {
            // Where a resource has fewer ways than that, its best stands.
            is_new = is_new || number < ways.size();
            const WayOnResource& taken = ways[number < ways.size() ? number : 0];
            std::vector<CapacityAddition>& additions = way.added.changes.capacity;
            additions.insert(additions.end(), taken.additions.begin(), taken.additions.end());
            way.cost += taken.cost;
        }
        if (!is_new || way.added.changes.isEmpty()) {
            return false;
        }
        if (!keepsPeriodLength(way.added)) {
            return way.choices->avoided.empty() && offer(withAll(way.choices), number + 1);
        }
        way.added.is_beyond_overtime = way.choices->is_beyond_overtime;
        for (const Served& each : way.served()) {
            way.added.also_served.push_back(each.deal);
        }
        std::ranges::sort(way.added.also_served);
        if (!way.choices->avoided.empty() &&
            std::ranges::find(offered_, way.added.changes.capacity) != offered_.end()) {
            return false;
        }
        offered_.push_back(way.added.changes.capacity);
        ways_.push_back(std::move(way));
        return true;
    }

    // The first by rank of the deals that got better by taking what was meant for another. With
    // `as_placed` a deal that is still refused is one placed where the trial has placed it, else as
    // promised where hours can bring that about: then it moves no more.
    [[nodiscard]] std::optional<Served> firstTaker(const Trial& trial, bool as_placed,
                                                   const ServedDeals& served) const {
        const std::vector<std::uint32_t>& ranks = report_.rank_of_deal;
        std::optional<Served> first;
        for (const DealIndex deal : trial.better) {
            const planning::Refusal* refusal =
                trial.plan.report.refusalOf(conflict_.part().numberInPart(deal));
            Served better{deal, refusal ? refusal->placed : std::nullopt};
            const bool is_placed = !refusal || refusal->placed;
            if (!as_placed && isOfferedAsPromised(input_, linesOf(input_, deal))) {
                better.placed.reset();
            }
            if (is_placed && std::ranges::find(served, better) == served.end() &&
                (!first || ranks[deal] < ranks[first->deal])) {
                first = better;
            }
        }
        for (const DealIndex deal : trial.worse) {
            // Open deals that were not kept, and now would not be even if they came first.
            if (!first && !isServed(deal, served)) {
                first = Served{deal, std::nullopt};
            }
        }
        return first;
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

    // Null when hours alone do not help.
    std::shared_ptr<const Choices> choicesFor(ServedDeals served, std::vector<DealIndex> avoided,
                                              bool only_least) {
        const auto choices = std::make_shared<Choices>();
        choices->served = std::move(served);
        choices->avoided = std::move(avoided);
        choices->has_only_least = only_least;
        std::vector<Load> loads;
        addLoads(conflict_.deal(), std::nullopt, loads);
        for (const Served& each : choices->served) {
            addLoads(each.deal, each.placed, loads);
        }
        const std::vector<Day> starts = startsFor(loads);
        std::ranges::stable_sort(loads, {}, &Load::resource);
        for (auto first = loads.begin(); first != loads.end();) {
            const auto end = std::find_if(first, loads.end(), [&](const Load& load) {
                return load.resource != first->resource;
            });
            if (!chooseOn(first->resource, {first, end}, starts, *choices)) {
                return nullptr;
            }
            first = end;
        }
        return choices;
    }

    bool chooseOn(ResourceIndex resource, std::span<const Load> loads,
                  const std::vector<Day>& starts, Choices& choices) {
        ResourceTable& table = tableOf(resource, starts);
        table.gap.clearWork();
        for (const Load& load : loads) {
            if (!table.gap.addWork(load.window, load.hours)) {
                return false;
            }
        }
        for (const Standing& other : table.others) {
            if (!isServed(other.deal, choices.served)) {
                table.gap.addWork(other.run, other.hours);
            }
        }
        const std::vector<Gap> gaps = table.gap.gaps();
        if (gaps.empty()) {
            return true;
        }
        auto ways = waysOn(resource, table, gaps, true, choices);
        if (ways.empty()) {
            choices.is_beyond_overtime = true;
            if (input_.overtime_is_limited) {
                ways = waysOn(resource, table, gaps, false, choices);
            }
        }
        if (ways.empty()) {
            return false;
        }
        choices.on_resources.push_back(std::move(ways));
        return true;
    }

    ResourceTable& tableOf(ResourceIndex resource, const std::vector<Day>& starts) {
        const auto found = tables_.find(resource);
        if (found != tables_.end()) {
            if (found->second.starts == starts) {
                return found->second;
            }
            tables_.erase(found);
        }
        planning::PlanBoard& board = conflict_.plan().board;
        CapacityGap gap(input_, board.capacity, resource, starts);
        ResourceTable& table =
            tables_.emplace(resource, ResourceTable{starts, std::move(gap), {}, {}, {}})
                .first->second;
        for (const planning::LoadOfDeal& other : board.loadsOn(resource)) {
            const Load& load = board.loads[other.load];
            if (load.work != kNone) {
                table.others.push_back({other.deal, table.gap.runOf(load.window), load.hours});
            }
        }
        return table;
    }

    std::vector<WayOnResource> waysOn(ResourceIndex resource, ResourceTable& table,
                                      const std::vector<Gap>& gaps, bool within_limits,
                                      const Choices& choices) {
        auto& kept = within_limits ? table.within_limits : table.without_limits;
        if (!kept) {
            kept = table_.sourcesOf(resource, table.gap, within_limits);
        }
        LeastHours least(table.gap, gaps, *kept, runsOf(choices.avoided, resource, table.gap));
        std::vector<WayOnResource> ways;
        for (const SourceHours& hours : least.ways(choices.has_only_least)) {
            ways.push_back({additionsOf(resource, table.gap, *kept, hours), least.costOf(hours)});
        }
        return ways;
    }

    // Where hours would help the deals: the span that is too tight for one, if that is here, else all of
    // its windows.
    [[nodiscard]] std::vector<planning::SlotRun> runsOf(const std::vector<DealIndex>& deals,
                                                        ResourceIndex resource,
                                                        const CapacityGap& gap) const {
        std::vector<planning::SlotRun> runs;
        for (const DealIndex deal : deals) {
            const planning::Refusal* refusal = report_.refusalOf(deal);
            if (refusal && refusal->reason == planning::RefusalReason::kTooLittle &&
                refusal->bottleneck == resource) {
                runs.push_back(gap.runOf(refusal->span));
                continue;
            }
            std::vector<Load> loads;
            addLoads(deal, refusal ? refusal->placed : std::nullopt, loads);
            for (const Load& load : loads) {
                if (load.resource == resource) {
                    runs.push_back(gap.runOf(load.window));
                }
            }
        }
        return runs;
    }

    static std::vector<CapacityAddition> additionsOf(ResourceIndex resource, const CapacityGap& gap,
                                                     const std::vector<CapacitySource>& sources,
                                                     const SourceHours& hours) {
        std::vector<CapacityAddition> additions;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            if (hours[i].units > 0) {
                additions.push_back({resource, gap.periods()[sources[i].period].start,
                                     sources[i].entry, hours[i],
                                     moneyFor(hours[i], sources[i].cost_per_hour)});
            }
        }
        std::ranges::stable_sort(additions, {}, &CapacityAddition::period_start);
        return additions;
    }

    [[nodiscard]] std::vector<Day> startsFor(const std::vector<Load>& loads) const {
        planning::DaySpan span{planning::kLastDay, planning::kFirstDay};
        for (const Load& load : loads) {
            span.first = std::min(span.first, load.window.first);
            span.last = std::max(span.last, load.window.last);
        }
        return table_.startsAround(span, conflict_.plan().board.capacity.period_length);
    }

    // New rows must not make the table look as if it had other periods (contract 2, Period length).
    [[nodiscard]] bool keepsPeriodLength(const AddedCapacity& added) const {
        if (input_.settings.period_length) {
            return true;
        }
        std::vector<Day> more;
        for (const CapacityAddition& addition : added.changes.capacity) {
            if (addition.entry == kNone) {
                more.push_back(addition.period_start);
            }
        }
        return more.empty() ||
               table_.lengthWith(more) == conflict_.plan().board.capacity.period_length;
    }

    Conflict& conflict_;
    const PlanInput& input_;
    const planning::PlanReport& report_;
    CapacityTable table_;
    std::map<ResourceIndex, ResourceTable> tables_;
    std::vector<Way> ways_;
    std::vector<std::vector<CapacityAddition>> offered_;
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
