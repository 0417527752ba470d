// SPDX-License-Identifier: MPL-2.0
#include "support/slow_plan.hpp"

#include "support/max_flow.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <set>
#include <tuple>

namespace keepable::support {

using namespace planning;

namespace {

using Wide = boost::multiprecision::int256_t;

// Contract 3: the product of quantity and hours per unit, half up; in 1/10,000 h.
std::int64_t roundedHours(std::int64_t quantity_units, std::int64_t hours_per_unit_units) {
    const Wide one = Wide(Quantity::kUnitsInOne) * HoursPerUnit::kUnitsInOne;
    const Wide product = Wide(quantity_units) * hours_per_unit_units * Hours::kUnitsInOne;
    return static_cast<std::int64_t>((2 * product + one) / (2 * one));
}

std::int64_t hoursOfRow(const Line& line, const BillRow& row) {
    if (line.left.units == 0) {
        return 0;
    }
    const std::int64_t quantity =
        row.basis == Basis::kFixed ? Quantity::kUnitsInOne : line.left.units;
    return roundedHours(quantity, row.hours_per_unit.units);
}

std::chrono::year_month_day civil(Day day) {
    return std::chrono::sys_days{std::chrono::days{day.serial}};
}

Day oneMonthLater(Day day) {
    std::chrono::year_month_day later = civil(day) + std::chrono::months{1};
    if (!later.ok()) {
        later = later.year() / later.month() / std::chrono::last;
    }
    return {static_cast<std::int32_t>(std::chrono::sys_days{later}.time_since_epoch().count())};
}

PeriodLength lengthFromStarts(const std::vector<CapacityEntry>& capacity) {
    std::set<Day> starts;
    for (const CapacityEntry& entry : capacity) {
        starts.insert(entry.period_start);
    }
    const bool all_first_of_month = std::all_of(starts.begin(), starts.end(), [](Day start) {
        return civil(start).day() == std::chrono::day{1};
    });
    if (!starts.empty() && all_first_of_month) {
        return {.is_month = true};
    }
    std::map<std::int32_t, int> times_seen;
    std::optional<Day> previous;
    for (const Day start : starts) {
        if (previous) {
            ++times_seen[start - *previous];
        }
        previous = start;
    }
    PeriodLength most_frequent{.is_month = false, .days = 7};
    int most = 0;
    for (const auto& [distance, times] : times_seen) { // the smallest first
        if (times > most) {
            most = times;
            most_frequent.days = distance;
        }
    }
    return most_frequent;
}

// Cumulative rounding, halves up: hours of the first k of n days.
std::int64_t roundedShare(std::int64_t hours, std::int64_t k, std::int64_t n) {
    return (2 * hours * k + n) / (2 * n);
}

bool touches(DaySpan span, DaySpan other) {
    return !span.isEmpty() && !other.isEmpty() && span.first <= other.last &&
           other.first <= span.last;
}

// Hours times probability, half up.
std::int64_t weigh(std::int64_t hours, Probability probability) {
    const Wide product = Wide(hours) * probability.units;
    return static_cast<std::int64_t>((2 * product + Probability::kUnitsInOne) /
                                     (2 * Probability::kUnitsInOne));
}

// Smaller, or there at all: what is missing comes last. Larger first by swapping the arguments'
// sense.
template <class Amount>
int compareMissingLast(const std::optional<Amount>& left, const std::optional<Amount>& right,
                       bool larger_first) {
    if (left.has_value() != right.has_value()) {
        return left ? -1 : 1;
    }
    if (!left || *left == *right) {
        return 0;
    }
    return (*left < *right) != larger_first ? -1 : 1;
}

} // namespace

SlowPlan::SlowPlan(PlanInput input) : input_(std::move(input)) {
    for (const Deal& deal : input_.deals) {
        classes_.push_back(classOn(deal, input_.settings.as_of));
    }
    verdicts_.resize(input_.deals.size(), Verdict::kKeepable);
    placed_.resize(input_.deals.size());
    layOutCapacity();
    sortByRank();
    admit();
}

// Point 1.
void SlowPlan::layOutCapacity() {
    const PlanSettings& settings = input_.settings;
    period_length_ =
        settings.period_length ? *settings.period_length : lengthFromStarts(input_.capacity);
    has_capacity_row_.resize(input_.resources.size(), false);
    slots_.resize(input_.resources.size());

    std::vector<HoursByDay> period_hours(input_.resources.size()); // by resource and start
    for (const CapacityEntry& entry : input_.capacity) {
        period_hours[entry.resource][entry.period_start] += entry.hours.units;
        has_capacity_row_[entry.resource] = true;
    }
    for (std::size_t resource = 0; resource < period_hours.size(); ++resource) {
        HoursByDay day_hours;
        for (const auto& [start, hours] : period_hours[resource]) {
            const Day end =
                period_length_.is_month ? oneMonthLater(start) : start + period_length_.days;
            const DaySpan period{start, end - 1};
            last_day_of_capacity_ = std::max(last_day_of_capacity_, period.last);
            if (settings.period_rule == PeriodRule::kWholePeriod) {
                slots_[resource].push_back({period, hours});
                continue;
            }
            std::vector<Day> days;
            for (Day day = period.first; day <= period.last; day = day + 1) {
                if (settings.calendar.isWorkingDay(day)) {
                    days.push_back(day);
                }
            }
            if (period.days() == 1 || days.empty()) {
                days = {period.first};
            }
            const auto n = static_cast<std::int64_t>(days.size());
            for (std::int64_t k = 1; k <= n; ++k) {
                day_hours[days[static_cast<std::size_t>(k - 1)]] +=
                    roundedShare(hours, k, n) - roundedShare(hours, k - 1, n);
            }
        }
        for (const auto& [day, hours] : day_hours) {
            slots_[resource].push_back({{day, day}, hours});
        }
    }
}

// Point 2.
DaySpan SlowPlan::windowOf(const Line& line, const BillRow& row, Day promised,
                           bool is_tentative) const {
    const PlanSettings& settings = input_.settings;
    const Day last = promised - row.lead_time_offset_days;
    Day first = std::max(settings.as_of, line.earliest_start);
    if (settings.work_ahead_days) {
        first = std::max(first, last - *settings.work_ahead_days);
    }
    if (is_tentative) {
        first = std::max(first, settings.as_of + settings.fence_days);
    }
    return {first, last};
}

void SlowPlan::addLoads(std::vector<SlowLoad>& loads, const Line& line, Day promised,
                        DealIndex deal, bool is_tentative) const {
    for (const BillRow& row : input_.items[line.item].bill) {
        const std::int64_t hours = hoursOfRow(line, row);
        if (hours > 0) {
            loads.push_back(
                {deal, row.resource, windowOf(line, row, promised, is_tentative), hours});
        }
    }
}

std::vector<SlowLoad> SlowPlan::loadsOf(const SlowMember& member) const {
    const Deal& deal = input_.deals[member.deal];
    std::vector<SlowLoad> loads;
    for (std::uint32_t i = 0; i < deal.line_count; ++i) {
        const Line& line = input_.lines[deal.first_line + i];
        addLoads(loads, line, member.placed.value_or(line.promised), member.deal,
                 classes_[member.deal] == DealClass::kTentative);
    }
    return loads;
}

std::vector<SlowLoad> SlowPlan::loadsOfAll(const std::vector<SlowMember>& members) const {
    std::vector<SlowLoad> loads;
    for (const SlowMember& member : members) {
        const std::vector<SlowLoad> more = loadsOf(member);
        loads.insert(loads.end(), more.begin(), more.end());
    }
    return loads;
}

std::int64_t SlowPlan::hoursOf(DealIndex deal) const {
    const std::vector<SlowLoad> loads = loadsOf({deal, std::nullopt});
    return std::accumulate(loads.begin(), loads.end(), std::int64_t{0},
                           [](std::int64_t sum, const SlowLoad& load) { return sum + load.hours; });
}

bool SlowPlan::isOverdue(DealIndex deal_index) const {
    const Deal& deal = input_.deals[deal_index];
    for (std::uint32_t i = 0; i < deal.line_count; ++i) {
        const Line& line = input_.lines[deal.first_line + i];
        if (line.left.units > 0 && line.promised < input_.settings.as_of) {
            return true;
        }
    }
    return false;
}

// On the date given, else on each line's promised date.
bool SlowPlan::isOffered(DealIndex deal_index, std::optional<Day> promised) const {
    const Deal& deal = input_.deals[deal_index];
    for (std::uint32_t i = 0; i < deal.line_count; ++i) {
        const Line& line = input_.lines[deal.first_line + i];
        const Day date = promised.value_or(line.promised);
        for (const BillRow& row : input_.items[line.item].bill) {
            if (line.left.units > 0 && (date < row.available_from || row.available_until < date)) {
                return false;
            }
        }
    }
    return true;
}

// Point 4.
bool SlowPlan::ranksBefore(DealIndex left, DealIndex right) const {
    const auto class_rank = [this](DealIndex deal) { return static_cast<int>(classes_[deal]); };
    if (class_rank(left) != class_rank(right)) {
        return class_rank(left) < class_rank(right);
    }
    const Deal& a = input_.deals[left];
    const Deal& b = input_.deals[right];
    int order = 0;
    switch (input_.settings.rank_by) {
    case RankBy::kSheetOrder:
        return left < right;
    case RankBy::kPromisedDate:
        break;
    case RankBy::kPriority:
        order = compareMissingLast(a.priority, b.priority, false);
        break;
    case RankBy::kValue:
        order = compareMissingLast(a.value, b.value, true);
        break;
    case RankBy::kValuePerHour: {
        const std::int64_t hours_a = hoursOf(left);
        const std::int64_t hours_b = hoursOf(right);
        if (hours_a == 0 || hours_b == 0) {
            order = static_cast<int>(hours_a != 0) - static_cast<int>(hours_b != 0);
        } else if (a.value && b.value) {
            const Wide a_times = Wide(a.value->units) * hours_b;
            const Wide b_times = Wide(b.value->units) * hours_a;
            order = a_times > b_times ? -1 : static_cast<int>(a_times < b_times);
        } else {
            order = static_cast<int>(!a.value) - static_cast<int>(!b.value);
        }
        break;
    }
    }
    if (order != 0) {
        return order < 0;
    }
    const auto earliest_promise = [this](const Deal& deal) {
        Day earliest = kLastDay;
        for (std::uint32_t i = 0; i < deal.line_count; ++i) {
            earliest = std::min(earliest, input_.lines[deal.first_line + i].promised);
        }
        return earliest;
    };
    return std::tuple(earliest_promise(a), left) < std::tuple(earliest_promise(b), right);
}

void SlowPlan::sortByRank() {
    for (DealIndex deal = 0; deal < input_.deals.size(); ++deal) {
        if (classes_[deal] == DealClass::kClosed) {
            verdicts_[deal] = Verdict::kClosed;
        } else if (input_.deals[deal].needs_check) {
            verdicts_[deal] = Verdict::kCheckRow;
        } else {
            rank_order_.push_back(deal);
        }
    }
    std::sort(rank_order_.begin(), rank_order_.end(),
              [this](DealIndex left, DealIndex right) { return ranksBefore(left, right); });
    rank_of_.resize(input_.deals.size(), 0);
    for (std::size_t rank = 0; rank < rank_order_.size(); ++rank) {
        rank_of_[rank_order_[rank]] = rank;
    }
}

// Hours of all slots that the span touches.
std::int64_t SlowPlan::capacityTouching(ResourceIndex resource, DaySpan span) const {
    std::int64_t hours = 0;
    for (const SlowSlot& slot : slots_[resource]) {
        if (touches(slot.days, span)) {
            hours += slot.hours;
        }
    }
    return hours;
}

// The most of the loads on the resource that can be done, all of them together. Neighbouring slots
// that the same loads may use are one vertex.
std::int64_t SlowPlan::mostThatFits(ResourceIndex resource,
                                    const std::vector<SlowLoad>& loads) const {
    std::vector<SlowLoad> here;
    for (const SlowLoad& load : loads) {
        if (load.resource == resource) {
            here.push_back(load);
        }
    }
    BipartiteFlow flow;
    for (const SlowLoad& load : here) {
        flow.work.push_back(load.hours);
    }
    std::vector<std::size_t> users_before;
    for (const SlowSlot& slot : slots_[resource]) {
        std::vector<std::size_t> users;
        for (std::size_t i = 0; i < here.size(); ++i) {
            if (touches(here[i].window, slot.days)) {
                users.push_back(i);
            }
        }
        if (users.empty()) {
            continue;
        }
        if (users == users_before) {
            flow.rooms.back().capacity += slot.hours;
        } else {
            flow.rooms.push_back({slot.hours, users});
            users_before = std::move(users);
        }
    }
    return maxFlow(flow);
}

bool SlowPlan::allFit(const std::vector<SlowLoad>& own, const std::vector<SlowLoad>& others) const {
    for (const SlowLoad& load : own) {
        if (load.hours > capacityTouching(load.resource, load.window)) {
            return false; // no need to ask a flow
        }
    }
    std::vector<SlowLoad> all = others;
    all.insert(all.end(), own.begin(), own.end());
    for (ResourceIndex resource = 0; resource < input_.resources.size(); ++resource) {
        std::int64_t hours = 0;
        for (const SlowLoad& load : all) {
            hours += load.resource == resource ? load.hours : 0;
        }
        if (std::any_of(own.begin(), own.end(),
                        [&](const SlowLoad& load) { return load.resource == resource; }) &&
            mostThatFits(resource, all) != hours) {
            return false;
        }
    }
    return true;
}

bool SlowPlan::isKeptAsPromised(DealIndex deal, const std::vector<SlowMember>& others) const {
    return !isOverdue(deal) && isOffered(deal, std::nullopt) &&
           allFit(loadsOf({deal, std::nullopt}), loadsOfAll(others));
}

bool SlowPlan::fits(DealIndex deal, Day promised, const std::vector<SlowMember>& others) const {
    return isOffered(deal, promised) && allFit(loadsOf({deal, promised}), loadsOfAll(others));
}

Day SlowPlan::lastDateFor(DealIndex deal_index) const {
    const Deal& deal = input_.deals[deal_index];
    std::int32_t largest_offset = 0;
    Day latest_available_from = kFirstDay;
    for (std::uint32_t i = 0; i < deal.line_count; ++i) {
        for (const BillRow& row : input_.items[input_.lines[deal.first_line + i].item].bill) {
            largest_offset = std::max(largest_offset, row.lead_time_offset_days);
            latest_available_from = std::max(latest_available_from, row.available_from);
        }
    }
    return std::max(last_day_of_capacity_ + largest_offset, latest_available_from);
}

std::optional<Day> SlowPlan::firstDate(DealIndex deal,
                                       const std::vector<SlowMember>& others) const {
    const Day last = lastDateFor(deal);
    for (Day date = input_.settings.as_of; date <= last; date = date + 1) {
        if (fits(deal, date, others)) {
            return date;
        }
    }
    return std::nullopt;
}

// Points 5 and 6.
void SlowPlan::admit() {
    std::vector<DealIndex> refused;
    for (const DealIndex deal : rank_order_) {
        if (classes_[deal] == DealClass::kTentative) {
            continue;
        }
        if (isKeptAsPromised(deal, kept_as_promised_)) {
            kept_as_promised_.push_back({deal, std::nullopt});
        } else {
            verdicts_[deal] = Verdict::kInfeasible;
            refused.push_back(deal);
        }
    }
    confirmed_ = kept_as_promised_;
    for (const DealIndex deal : refused) {
        placed_[deal] = firstDate(deal, confirmed_);
        if (placed_[deal]) {
            confirmed_.push_back({deal, placed_[deal]});
        }
    }
    exposure_ = confirmed_;
    for (const DealIndex deal : rank_order_) {
        if (classes_[deal] != DealClass::kTentative) {
            continue;
        }
        if (isKeptAsPromised(deal, exposure_)) {
            exposure_.push_back({deal, std::nullopt});
        } else {
            verdicts_[deal] =
                isKeptAsPromised(deal, confirmed_) ? Verdict::kAtRisk : Verdict::kInfeasible;
        }
    }
}

// Point 7.
std::vector<SlowMember> SlowPlan::rankedAbove(DealIndex deal) const {
    const auto only_above = [&](std::vector<SlowMember> members) {
        std::erase_if(members, [&](const SlowMember& member) {
            return rank_of_[member.deal] >= rank_of_[deal];
        });
        return members;
    };
    if (classes_[deal] != DealClass::kTentative) {
        return only_above(kept_as_promised_);
    }
    return verdicts_[deal] == Verdict::kAtRisk ? only_above(exposure_) : confirmed_;
}

std::optional<SlowRefusal> SlowPlan::refusalOf(DealIndex deal) const {
    if (verdicts_[deal] != Verdict::kInfeasible && verdicts_[deal] != Verdict::kAtRisk) {
        return std::nullopt;
    }
    SlowRefusal refusal;
    refusal.placed = placed_[deal];
    if (isOverdue(deal)) {
        refusal.reason = RefusalReason::kOverdue;
        return refusal;
    }
    if (!isOffered(deal, std::nullopt)) {
        refusal.reason = RefusalReason::kNotOffered;
        return refusal;
    }

    const std::vector<SlowLoad> own = loadsOf({deal, std::nullopt});
    const std::vector<SlowLoad> others = loadsOfAll(rankedAbove(deal));
    std::vector<SlowLoad> all = others;
    all.insert(all.end(), own.begin(), own.end());
    for (ResourceIndex resource = 0; resource < input_.resources.size(); ++resource) {
        std::int64_t needed = 0;
        for (const SlowLoad& load : all) {
            needed += load.resource == resource ? load.hours : 0;
        }
        // The others fit, so what is missing is missing of the deal's own work.
        const std::int64_t shortfall = needed - mostThatFits(resource, all);
        if (shortfall == 0) {
            continue;
        }
        ++refusal.short_resources;
        if (shortfall > refusal.shortfall ||
            (shortfall == refusal.shortfall &&
             input_.resources[resource] < input_.resources[refusal.bottleneck])) {
            refusal.shortfall = shortfall;
            refusal.bottleneck = resource;
        }
    }

    if (!has_capacity_row_[refusal.bottleneck]) {
        refusal.reason = RefusalReason::kNoCapacity;
        return refusal;
    }
    std::vector<SlowLoad> here;
    Day first = kLastDay;
    Day last = kFirstDay;
    for (const SlowLoad& load : all) {
        if (load.resource == refusal.bottleneck && !load.window.isEmpty()) {
            here.push_back(load);
            first = std::min(first, load.window.first);
            last = std::max(last, load.window.last);
        }
    }
    // Fewest days first, then the earliest: the first span of the largest excess is the tight one.
    std::int64_t largest_excess = 0;
    for (std::int32_t days = 1; days <= last - first + 1; ++days) {
        for (Day start = first; start + (days - 1) <= last; start = start + 1) {
            const DaySpan span{start, start + (days - 1)};
            std::int64_t needed = 0;
            for (const SlowLoad& load : here) {
                needed += span.contains(load.window) ? load.hours : 0;
            }
            if (needed <= largest_excess) {
                continue;
            }
            const std::int64_t there = capacityTouching(refusal.bottleneck, span);
            if (needed - there > largest_excess) {
                largest_excess = needed - there;
                refusal.span = span;
                refusal.needed = needed;
                refusal.there = there;
            }
        }
    }
    refusal.reason = largest_excess > 0 ? RefusalReason::kTooLittle : RefusalReason::kEmptyWindow;
    return refusal;
}

// Point 9.
std::vector<SlowRival> SlowPlan::rivalsOf(DealIndex deal) const {
    const std::optional<SlowRefusal> refusal = refusalOf(deal);
    if (!refusal || refusal->reason != RefusalReason::kTooLittle) {
        return {};
    }
    std::vector<SlowRival> rivals;
    for (const SlowMember& member : rankedAbove(deal)) {
        SlowRival rival{member.deal, 0};
        for (const SlowLoad& load : loadsOf(member)) {
            if (load.resource == refusal->bottleneck && refusal->span.contains(load.window)) {
                rival.hours += load.hours;
            }
        }
        if (rival.hours > 0) {
            rivals.push_back(rival);
        }
    }
    std::sort(rivals.begin(), rivals.end(), [this](const SlowRival& left, const SlowRival& right) {
        return left.hours != right.hours ? left.hours > right.hours
                                         : rank_of_[left.deal] < rank_of_[right.deal];
    });
    return rivals;
}

// Point 8.
std::optional<Day> SlowPlan::earliestDate(DealIndex deal) const {
    if (verdicts_[deal] == Verdict::kClosed || verdicts_[deal] == Verdict::kCheckRow) {
        return std::nullopt;
    }
    std::vector<SlowMember> others =
        classes_[deal] == DealClass::kTentative ? exposure_ : confirmed_;
    std::erase_if(others, [deal](const SlowMember& member) { return member.deal == deal; });
    return firstDate(deal, others);
}

std::optional<Day> SlowPlan::quoteDate(ItemIndex item, Quantity quantity, Day not_before) const {
    // Ask as the contract says: with a plan that has one more tentative deal.
    SlowPlan asked = *this;
    asked.input_.lines.push_back({.item = item, .promised = not_before, .left = quantity});
    Deal deal;
    deal.first_line = static_cast<std::uint32_t>(asked.input_.lines.size() - 1);
    deal.line_count = 1;
    asked.input_.deals.push_back(deal);
    asked.classes_.push_back(DealClass::kTentative);
    const auto last_deal = static_cast<DealIndex>(asked.input_.deals.size() - 1);
    const Day last = asked.lastDateFor(last_deal);
    for (Day date = std::max(input_.settings.as_of, not_before); date <= last; date = date + 1) {
        if (asked.fits(last_deal, date, exposure_)) {
            return date;
        }
    }
    return std::nullopt;
}

std::optional<Day> SlowPlan::decideBy(DealIndex deal) const {
    if (verdicts_[deal] == Verdict::kClosed || verdicts_[deal] == Verdict::kCheckRow) {
        return std::nullopt;
    }
    std::vector<SlowMember> others = exposure_;
    std::erase_if(others, [deal](const SlowMember& member) { return member.deal == deal; });
    const std::vector<SlowLoad> loads_of_others = loadsOfAll(others); // as they are today

    const Day today = input_.settings.as_of;
    Day last_promised = today;
    for (std::uint32_t i = 0; i < input_.deals[deal].line_count; ++i) {
        last_promised =
            std::max(last_promised, input_.lines[input_.deals[deal].first_line + i].promised);
    }
    SlowPlan later = *this;
    std::optional<Day> last;
    for (Day as_of = today; as_of <= last_promised; as_of = as_of + 1) {
        later.input_.settings.as_of = as_of;
        later.classes_[deal] = classOn(input_.deals[deal], as_of);
        const bool fits = !later.isOverdue(deal) && later.isOffered(deal, std::nullopt) &&
                          later.allFit(later.loadsOf({deal, std::nullopt}), loads_of_others);
        if (as_of == today && !fits) {
            return std::nullopt;
        }
        if (fits) {
            last = as_of;
        }
    }
    return last;
}

// Fine print on CAPACITY_LOAD: day by day, what is due first goes first; ties by rank.
HoursByDay SlowPlan::earliestDueFirst(ResourceIndex resource,
                                      const std::vector<SlowMember>& members,
                                      std::map<DealIndex, HoursByDay>& by_deal) const {
    std::vector<SlowLoad> waiting;
    for (const SlowLoad& load : loadsOfAll(members)) {
        if (load.resource == resource) {
            waiting.push_back(load);
        }
    }
    HoursByDay laid;
    if (input_.settings.period_rule == PeriodRule::kWholePeriod) {
        for (const SlowLoad& load : waiting) {
            laid[input_.settings.as_of] += load.hours;
            by_deal[load.deal][input_.settings.as_of] += load.hours;
        }
        return laid;
    }
    std::sort(waiting.begin(), waiting.end(), [this](const SlowLoad& left, const SlowLoad& right) {
        return std::tuple(left.window.last, rank_of_[left.deal]) <
               std::tuple(right.window.last, rank_of_[right.deal]);
    });
    for (const SlowSlot& slot : slots_[resource]) {
        std::int64_t free = slot.hours;
        for (SlowLoad& load : waiting) {
            if (load.window.contains(slot.days)) {
                const std::int64_t done = std::min(free, load.hours);
                free -= done;
                load.hours -= done;
                if (done > 0) {
                    laid[slot.days.first] += done;
                    by_deal[load.deal][slot.days.first] += done;
                }
            }
        }
    }
    return laid;
}

SlowProfile SlowPlan::profileOf(ResourceIndex resource) const {
    SlowProfile profile;
    for (const SlowSlot& slot : slots_[resource]) {
        profile.capacity[slot.days.first] += slot.hours;
    }
    std::map<DealIndex, HoursByDay> ignored;
    profile.confirmed = earliestDueFirst(resource, confirmed_, ignored);
    std::map<DealIndex, HoursByDay> by_deal;
    profile.exposure_kept = earliestDueFirst(resource, exposure_, by_deal);
    profile.exposure = profile.exposure_kept;
    for (const DealIndex deal : rank_order_) {
        if (classes_[deal] == DealClass::kTentative && verdicts_[deal] != Verdict::kKeepable) {
            for (const SlowLoad& load : loadsOf({deal, std::nullopt})) {
                if (load.resource == resource) {
                    profile.exposure[load.window.last] += load.hours;
                    by_deal[deal][load.window.last] += load.hours;
                }
            }
        }
    }
    for (const auto& [deal, hours_by_day] : by_deal) {
        for (const auto& [day, hours] : hours_by_day) {
            const bool is_tentative = classes_[deal] == DealClass::kTentative;
            const std::optional<Probability>& probability = input_.deals[deal].probability;
            profile.weighted[day] +=
                is_tentative && probability ? weigh(hours, *probability) : hours;
        }
    }
    return profile;
}

} // namespace keepable::support
