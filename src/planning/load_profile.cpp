// SPDX-License-Identifier: MPL-2.0
#include "planning/load_profile.hpp"

#include <algorithm>
#include <queue>
#include <tuple>

namespace keepable::planning {

namespace {

Hours weightedHours(Hours hours, const Deal& deal, DealClass deal_class) {
    if (deal_class != DealClass::kTentative || !deal.probability) {
        return hours;
    }
    __extension__ using Wide = __int128;
    const Wide product = static_cast<Wide>(hours.units) * deal.probability->units;
    return {static_cast<std::int64_t>((product + Probability::kUnitsInOne / 2) /
                                      Probability::kUnitsInOne)};
}

// A load of the set on its way through the days.
struct Waiting {
    DaySpan window;
    Hours left;
    std::uint32_t rank;
    DealIndex deal;

    // The queue serves the largest first: earliest due day, then best rank.
    friend bool operator<(const Waiting& one, const Waiting& other) {
        return std::tuple{one.window.last, one.rank} > std::tuple{other.window.last, other.rank};
    }
};

// Earliest due first over the slots; visit(slot, deal, hours) for every piece, miss(load) for what
// is left of a load when its window is over.
template <class Visit, class Miss>
void layEarliestDueFirst(const ResourceCalendar& calendar, std::vector<Waiting> loads, Visit visit,
                         Miss miss) {
    std::stable_sort(loads.begin(), loads.end(), [](const Waiting& left, const Waiting& right) {
        return left.window.first < right.window.first;
    });
    std::priority_queue<Waiting> due;
    auto next = loads.begin();
    for (const Slot& slot : calendar.slots()) {
        for (; next != loads.end() && next->window.first <= slot.last; ++next) {
            due.push(*next);
        }
        Hours left = slot.capacity;
        while (left.units > 0 && !due.empty()) {
            Waiting load = due.top();
            due.pop();
            if (load.window.last < slot.first) {
                miss(load);
                continue;
            }
            const Hours hours = std::min(left, load.left);
            visit(slot, load.deal, hours);
            left -= hours;
            load.left -= hours;
            if (load.left.units > 0) {
                due.push(load);
            }
        }
    }
    for (; !due.empty(); due.pop()) {
        miss(due.top());
    }
    std::for_each(next, loads.end(), miss);
}

// A slot's hours by day: as its capacity is spread.
template <class Take>
void byDay(const Slot& slot, Hours hours, const WorkCalendar& calendar, Take take) {
    for (const DayHours& day : spread(hours, {slot.first, slot.last}, calendar)) {
        take(day.day, day.hours);
    }
}

// How the work of a set stands on a resource. kept(slot, deal, hours) for every piece of work laid,
// refused(day, deal, hours) for refused tentative work when that belongs to the kind.
template <class Kept, class Refused>
void layProfile(CheckedPlan& plan, ResourceIndex resource, LoadKind kind, Kept kept,
                Refused refused) {
    PlanBoard& board = plan.board;
    const PlanReport& report = plan.report;
    const bool confirmed_only = kind == LoadKind::kConfirmed;
    const auto counted = [&](DealIndex deal, Hours hours) {
        return kind == LoadKind::kWeighted
                   ? weightedHours(hours, plan.input.deals[deal], report.classes[deal])
                   : hours;
    };
    std::vector<Waiting> loads;
    for (const auto& [deal, index] : board.loadsOn(resource)) {
        const Load& load = board.loads[index];
        const bool is_tentative = report.classes[deal] == DealClass::kTentative;
        if (is_tentative && confirmed_only) {
            continue;
        }
        if (load.work != kNone) {
            loads.push_back({load.window, load.hours, report.rank_of_deal[deal], deal});
        } else if (is_tentative) {
            refused(load.window.last, deal, counted(deal, load.hours));
        }
    }
    layEarliestDueFirst(
        board.capacity.calendars[resource], std::move(loads),
        [&](const Slot& slot, DealIndex deal, Hours hours) {
            kept(slot, deal, counted(deal, hours));
        },
        [](const Waiting&) {});
}

} // namespace

void DayTotals::add(Day day, Hours hours) {
    if (hours.units != 0) {
        entries_.push_back({day, hours});
    }
}

void DayTotals::finish() {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& left, const Entry& right) { return left.day < right.day; });
    std::size_t kept = 0;
    for (const Entry& entry : entries_) {
        const Hours before = kept > 0 ? entries_[kept - 1].hours : Hours{};
        if (kept > 0 && entries_[kept - 1].day == entry.day) {
            entries_[kept - 1].hours += entry.hours;
        } else {
            entries_[kept++] = {entry.day, before + entry.hours};
        }
    }
    entries_.resize(kept);
}

Hours DayTotals::within(DaySpan span) const {
    if (span.isEmpty()) {
        return {};
    }
    const auto up_to = [&](Day last) {
        const auto after =
            std::upper_bound(entries_.begin(), entries_.end(), last,
                             [](Day day, const Entry& entry) { return day < entry.day; });
        return after == entries_.begin() ? Hours{} : std::prev(after)->hours;
    };
    return up_to(span.last) - up_to(span.first - 1);
}

LoadProfile loadProfile(CheckedPlan& plan, ResourceIndex resource) {
    const WorkCalendar& calendar = plan.input.settings.calendar;
    LoadProfile profile;
    const auto add_slot = [&](DayTotals& totals, const Slot& slot, Hours hours) {
        byDay(slot, hours, calendar, [&](Day day, Hours part) { totals.add(day, part); });
    };
    for (const Slot& slot : plan.board.capacity.calendars[resource].slots()) {
        add_slot(profile.capacity, slot, slot.capacity);
    }
    layProfile(
        plan, resource, LoadKind::kConfirmed,
        [&](const Slot& slot, DealIndex, Hours hours) { add_slot(profile.confirmed, slot, hours); },
        [](Day, DealIndex, Hours) {});
    layProfile(
        plan, resource, LoadKind::kExposure,
        [&](const Slot& slot, DealIndex deal, Hours hours) {
            add_slot(profile.exposure, slot, hours);
            add_slot(profile.exposure_kept, slot, hours);
            add_slot(profile.weighted, slot,
                     weightedHours(hours, plan.input.deals[deal], plan.report.classes[deal]));
        },
        [&](Day day, DealIndex deal, Hours hours) {
            profile.exposure.add(day, hours);
            profile.weighted.add(
                day, weightedHours(hours, plan.input.deals[deal], plan.report.classes[deal]));
        });
    for (DayTotals* totals : {&profile.capacity, &profile.confirmed, &profile.exposure,
                              &profile.exposure_kept, &profile.weighted}) {
        totals->finish();
    }
    return profile;
}

std::vector<DealHours> dealsWithin(CheckedPlan& plan, ResourceIndex resource, DaySpan span,
                                   LoadKind kind) {
    std::vector<DealHours> pieces;
    const auto take = [&](Day day, DealIndex deal, Hours hours) {
        if (span.contains(day) && hours.units != 0) {
            pieces.push_back({deal, hours});
        }
    };
    layProfile(
        plan, resource, kind,
        [&](const Slot& slot, DealIndex deal, Hours hours) {
            if (slot.first <= span.last && span.first <= slot.last) {
                byDay(slot, hours, plan.input.settings.calendar,
                      [&](Day day, Hours part) { take(day, deal, part); });
            }
        },
        take);
    std::sort(pieces.begin(), pieces.end(),
              [](const DealHours& left, const DealHours& right) { return left.deal < right.deal; });
    std::vector<DealHours> deals;
    for (const DealHours& piece : pieces) {
        if (deals.empty() || deals.back().deal != piece.deal) {
            deals.push_back({piece.deal, {}});
        }
        deals.back().hours += piece.hours;
    }
    const std::vector<std::uint32_t>& ranks = plan.report.rank_of_deal;
    std::sort(deals.begin(), deals.end(), [&](const DealHours& left, const DealHours& right) {
        return std::tuple{-left.hours.units, ranks[left.deal]} <
               std::tuple{-right.hours.units, ranks[right.deal]};
    });
    return deals;
}

std::optional<BottleneckLoad> bottleneckLoad(CheckedPlan& plan, DealIndex deal) {
    const Refusal* refusal = plan.report.refusalOf(deal);
    if (refusal == nullptr || refusal->reason != RefusalReason::kTooLittle) {
        return std::nullopt;
    }
    PlanBoard& board = plan.board;
    const ResourceIndex resource = refusal->bottleneck;
    BottleneckLoad result;
    std::vector<Waiting> loads;
    for (const auto& [other, index] : board.loadsOn(resource)) {
        if (standsBefore(plan.report, other, deal)) {
            const Load& load = board.loads[index];
            loads.push_back({load.window, load.hours, plan.report.rank_of_deal[other], other});
        }
    }
    // Its own work by the dates promised: on the board it may stand elsewhere.
    std::vector<Load> own;
    for (const Line& line : linesOf(plan.input, deal)) {
        appendLoads(plan.input, line, plan.report.classes[deal], own);
    }
    std::erase_if(own, [&](const Load& load) { return load.resource != resource; });
    result.window = own.front().window;
    for (const Load& load : own) {
        result.window.first = std::min(result.window.first, load.window.first);
        result.window.last = std::max(result.window.last, load.window.last);
        if (load.window.isEmpty()) {
            result.missing.add(load.window.last, load.hours);
        } else {
            loads.push_back({load.window, load.hours, plan.report.rank_of_deal[deal], deal});
        }
    }
    layEarliestDueFirst(
        board.capacity.calendars[resource], std::move(loads),
        [&](const Slot& slot, DealIndex of, Hours hours) {
            byDay(slot, hours, plan.input.settings.calendar, [&](Day day, Hours part) {
                (of == deal ? result.own : result.others).add(day, part);
            });
        },
        [&](const Waiting& load) { result.missing.add(load.window.last, load.left); });
    for (DayTotals* totals : {&result.others, &result.own, &result.missing}) {
        totals->finish();
    }
    return result;
}

} // namespace keepable::planning
