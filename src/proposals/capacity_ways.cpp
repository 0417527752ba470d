// SPDX-License-Identifier: MPL-2.0
#include "proposals/capacity_ways.hpp"

#include "proposals/least_hours.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace keepable::proposals {

namespace {

using planning::Day;
using planning::DealClass;
using planning::DealIndex;
using planning::Hours;
using planning::kNone;
using planning::Load;
using planning::Money;
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

std::vector<CapacityAddition> additionsOf(ResourceIndex resource, const CapacityGap& gap,
                                          const std::vector<CapacitySource>& sources,
                                          const SourceHours& hours) {
    std::vector<CapacityAddition> additions;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (hours[i].units > 0) {
            additions.push_back({resource, gap.periods()[sources[i].period].start, sources[i].entry,
                                 hours[i], moneyFor(hours[i], sources[i].cost_per_hour)});
        }
    }
    std::ranges::stable_sort(additions, {}, &CapacityAddition::period_start);
    return additions;
}

} // namespace

const Aim* WayTo::aimFor(DealIndex deal) const {
    const auto found = std::ranges::find(aims, deal, &Aim::deal);
    return found == aims.end() ? nullptr : &*found;
}

CapacityWays::CapacityWays(Conflict& conflict)
    : conflict_(conflict), input_(conflict.input()), report_(conflict.plan().report),
      table_(input_) {}

std::optional<CapacityWays::Way> CapacityWays::cheapest(const WayTo& to) {
    std::optional<Way> way = cheapest(to, false);
    return way && !keepsPeriodLength(way->added) ? cheapest(to, true) : way;
}

std::optional<CapacityWays::Way> CapacityWays::cheapest(const WayTo& to, bool only_starts_there) {
    std::vector<Load> loads;
    addLoads(conflict_.deal(), std::nullopt, loads);
    for (const Aim& aim : to.aims) {
        addLoads(aim.deal, aim.placed, loads);
    }
    const std::vector<Day> starts = startsFor(loads);
    std::set<ResourceIndex> resources;
    for (const Load& load : loads) {
        resources.insert(load.resource);
    }
    Way way;
    for (const ResourceIndex resource : resources) {
        if (!addOn(resource, starts, to, only_starts_there, way)) {
            return std::nullopt;
        }
    }
    if (way.added.changes.isEmpty()) {
        return std::nullopt;
    }
    for (const Aim& aim : to.aims) {
        auto& named =
            aim.kind == AimKind::kServed ? way.added.also_served : way.added.still_at_risk;
        named.push_back(aim.deal);
    }
    return way;
}

bool CapacityWays::addOn(ResourceIndex resource, const std::vector<Day>& starts, const WayTo& to,
                         bool only_starts_there, Way& way) {
    ResourceTable& table = tableOf(resource, starts);
    const auto gaps = gapsOn(resource, table, to);
    if (!gaps || gaps->empty()) {
        return gaps.has_value();
    }
    std::vector<HoursCap> caps;
    for (const Cap& cap : to.caps) {
        if (cap.resource == resource) {
            caps.push_back({table.gap.runOf(cap.span), cap.most});
        }
    }
    const bool has_at_risk =
        std::ranges::find(to.aims, AimKind::kAtRisk, &Aim::kind) != to.aims.end();
    for (const bool within_limits : {true, false}) {
        if (!within_limits && !input_.overtime_is_limited) {
            break;
        }
        std::vector<CapacitySource> sources = sourcesOf(resource, table, within_limits);
        if (only_starts_there) {
            std::erase_if(sources, [&](const CapacitySource& source) {
                return !std::ranges::binary_search(table_.starts(),
                                                   table.gap.periods()[source.period].start);
            });
        }
        LeastHours least(table.gap, *gaps, sources, caps, !has_at_risk);
        if (const auto hours = least.find()) {
            auto& all = way.added.changes.capacity;
            const auto additions = additionsOf(resource, table.gap, sources, *hours);
            all.insert(all.end(), additions.begin(), additions.end());
            way.cost += least.costOf(*hours);
            way.added.is_beyond_overtime = way.added.is_beyond_overtime || !within_limits;
            return true;
        }
    }
    return false;
}

// What is missing for the deal and those aimed at beside all others; none when some work has no day at
// all.
std::optional<std::vector<Gap>> CapacityWays::gapsOn(ResourceIndex resource, ResourceTable& table,
                                                     const WayTo& to) const {
    CapacityGap& gap = table.gap;
    const auto lay = [&](bool only_confirmed) {
        gap.clearWork();
        const auto counts = [&](DealIndex deal) { return !only_confirmed || isConfirmed(deal); };
        if (counts(conflict_.deal()) && !addWorkOf(conflict_.deal(), std::nullopt, resource, gap)) {
            return false;
        }
        for (const Aim& aim : to.aims) {
            if (aim.kind == AimKind::kServed && counts(aim.deal) &&
                !addWorkOf(aim.deal, aim.placed, resource, gap)) {
                return false;
            }
        }
        for (const Standing& other : table.others) {
            const Aim* aim = to.aimFor(other.deal);
            if (counts(other.deal) && !(aim && aim->kind == AimKind::kServed)) {
                gap.addWork(other.run, other.hours);
            }
        }
        return true;
    };
    if (!lay(false)) {
        return std::nullopt;
    }
    std::vector<Gap> gaps = gap.gaps();
    for (const Aim& aim : to.aims) {
        if (aim.kind == AimKind::kAtRisk) {
            if (!lay(true) || !addWorkOf(aim.deal, aim.placed, resource, gap)) {
                return std::nullopt;
            }
            const std::vector<Gap> beside_confirmed = gap.gaps();
            gaps.insert(gaps.end(), beside_confirmed.begin(), beside_confirmed.end());
        }
    }
    return gaps;
}

std::vector<Cap> CapacityWays::capsAgainst(DealIndex deal, Trial& trial) {
    const planning::PlanReport& report = trial.plan.report;
    planning::PlanBoard& board = trial.plan.board;
    const DealIndex number = conflict_.part().numberInPart(deal);
    const planning::Refusal* refusal = report.refusalOf(number);
    const bool is_confirmed = report.classes[number] != DealClass::kTentative;
    const bool is_promised = is_confirmed && refusal == nullptr;
    // Whose work comes first (contract 3.5 and 3.6).
    const auto is_ahead = [&](DealIndex other) {
        const bool is_other_confirmed = report.classes[other] != DealClass::kTentative;
        const bool ranks_ahead = report.rank_of_deal[other] < report.rank_of_deal[number];
        const planning::Refusal* other_refusal = report.refusalOf(other);
        if (other == number) {
            return false;
        }
        if (!is_confirmed) {
            return is_other_confirmed || (refusal == nullptr && ranks_ahead);
        }
        return is_other_confirmed && (is_promised ? other_refusal == nullptr && ranks_ahead
                                                  : other_refusal == nullptr || ranks_ahead);
    };
    std::vector<Cap> caps;
    for (auto& [resource, table] : tables_) {
        CapacityGap& gap = table.gap;
        gap.clearWork();
        bool has_work = false;
        for (const planning::LoadOfDeal& each : board.loadsOn(resource)) {
            const Load& load = board.loads[each.load];
            if (each.deal == number || (load.work != kNone && is_ahead(each.deal))) {
                gap.addWork(load.window, load.hours);
                has_work = has_work || each.deal == number;
            }
        }
        if (has_work) {
            for (const Gap& each : gap.gaps()) {
                caps.push_back({resource, gap.spanOf(each.run), each.missing - 1});
            }
        }
    }
    return caps;
}

std::vector<Day> CapacityWays::placesBefore(const planning::Refusal& refusal) const {
    std::vector<Day> places;
    if (!isConfirmed(refusal.deal)) {
        return places;
    }
    constexpr std::size_t kMostPlaces = 6;
    for (const Day start : table_.starts()) {
        const Day end = periodFrom(start, conflict_.plan().board.capacity.period_length).last;
        if (refusal.placed && end >= *refusal.placed) {
            break;
        }
        if (end >= input_.settings.as_of && places.size() < kMostPlaces) {
            places.push_back(end);
        }
    }
    return places;
}

bool CapacityWays::isConfirmed(DealIndex deal) const {
    return report_.classes[deal] != DealClass::kTentative;
}

void CapacityWays::addLoads(DealIndex deal, std::optional<Day> placed,
                            std::vector<Load>& loads) const {
    const std::size_t before = loads.size();
    for (const planning::Line& line : linesOf(input_, deal)) {
        appendLoads(input_, line, report_.classes[deal], loads);
    }
    for (std::size_t i = before; placed && i < loads.size(); ++i) {
        promiseFor(loads[i], *placed, input_.settings);
    }
}

bool CapacityWays::addWorkOf(DealIndex deal, std::optional<Day> placed, ResourceIndex resource,
                             CapacityGap& gap) const {
    std::vector<Load> loads;
    addLoads(deal, placed, loads);
    return std::ranges::all_of(loads, [&](const Load& load) {
        return load.resource != resource || gap.addWork(load.window, load.hours);
    });
}

CapacityWays::ResourceTable& CapacityWays::tableOf(ResourceIndex resource,
                                                   const std::vector<Day>& starts) {
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
        tables_.emplace(resource, ResourceTable{starts, std::move(gap), {}, {}, {}}).first->second;
    for (const planning::LoadOfDeal& other : board.loadsOn(resource)) {
        const Load& load = board.loads[other.load];
        if (load.work != kNone && other.deal != conflict_.deal()) {
            table.others.push_back({other.deal, table.gap.runOf(load.window), load.hours});
        }
    }
    return table;
}

const std::vector<CapacitySource>&
CapacityWays::sourcesOf(ResourceIndex resource, ResourceTable& table, bool within_limits) {
    auto& kept = within_limits ? table.within_limits : table.without_limits;
    if (!kept) {
        kept = table_.sourcesOf(resource, table.gap, within_limits);
    }
    return *kept;
}

std::vector<Day> CapacityWays::startsFor(const std::vector<Load>& loads) const {
    planning::DaySpan span{planning::kLastDay, planning::kFirstDay};
    for (const Load& load : loads) {
        span.first = std::min(span.first, load.window.first);
        span.last = std::max(span.last, load.window.last);
    }
    return table_.startsAround(span, conflict_.plan().board.capacity.period_length);
}

// New rows must not make the table look as if it had other periods (contract 2, Period length).
bool CapacityWays::keepsPeriodLength(const AddedCapacity& added) const {
    if (input_.settings.period_length) {
        return true;
    }
    std::vector<Day> more;
    for (const CapacityAddition& addition : added.changes.capacity) {
        if (addition.entry == kNone) {
            more.push_back(addition.period_start);
        }
    }
    return more.empty() || table_.lengthWith(more) == conflict_.plan().board.capacity.period_length;
}

} // namespace keepable::proposals
