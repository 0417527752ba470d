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

// Earliest due first over the slots; visit(slot, deal, hours) for every piece.
template <class Visit>
void layEarliestDueFirst(const ResourceCalendar& calendar, std::vector<Waiting> loads,
                         Visit visit) {
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
    PlanBoard& board = plan.board;
    const ResourceCalendar& calendar = board.capacity.calendars[resource];
    const WorkCalendar& work_calendar = plan.input.settings.calendar;
    LoadProfile profile;
    // A slot's hours by day: as its capacity is spread.
    const auto add_slot = [&](DayTotals& totals, const Slot& slot, Hours hours) {
        for (const DayHours& day : spread(hours, {slot.first, slot.last}, work_calendar)) {
            totals.add(day.day, day.hours);
        }
    };

    std::vector<Waiting> confirmed;
    std::vector<Waiting> exposure;
    for (const auto& [deal, index] : board.loadsOn(resource)) {
        const Load& load = board.loads[index];
        const DealClass deal_class = plan.report.classes[deal];
        if (load.work != kNone) {
            const Waiting waiting{load.window, load.hours, plan.report.rank_of_deal[deal], deal};
            exposure.push_back(waiting);
            if (deal_class != DealClass::kTentative) {
                confirmed.push_back(waiting);
            }
        } else if (deal_class == DealClass::kTentative) {
            profile.exposure.add(load.window.last, load.hours);
            profile.weighted.add(load.window.last,
                                 weightedHours(load.hours, plan.input.deals[deal], deal_class));
        }
    }

    for (const Slot& slot : calendar.slots()) {
        add_slot(profile.capacity, slot, slot.capacity);
    }
    layEarliestDueFirst(calendar, std::move(confirmed),
                        [&](const Slot& slot, DealIndex, Hours hours) {
                            add_slot(profile.confirmed, slot, hours);
                        });
    layEarliestDueFirst(
        calendar, std::move(exposure), [&](const Slot& slot, DealIndex deal, Hours hours) {
            add_slot(profile.exposure, slot, hours);
            add_slot(profile.exposure_kept, slot, hours);
            add_slot(profile.weighted, slot,
                     weightedHours(hours, plan.input.deals[deal], plan.report.classes[deal]));
        });
    for (DayTotals* totals : {&profile.capacity, &profile.confirmed, &profile.exposure,
                              &profile.exposure_kept, &profile.weighted}) {
        totals->finish();
    }
    return profile;
}

} // namespace keepable::planning
