// SPDX-License-Identifier: MPL-2.0
#include "review/shared_target.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>

namespace keepable::review {

namespace {

using planning::Day;
using planning::DaySpan;
using planning::Money;
using planning::Verdict;

__extension__ using Wide = __int128;

constexpr int kMonthsOfATarget = 3;

// Rounded half up, away from zero for less than 0 by half down there: (a / b) in figures.
std::optional<Figure> quotient(Wide numerator, Wide denominator) {
    if (denominator == 0) {
        return std::nullopt;
    }
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide doubled = numerator * Figure::kUnitsInOne * 2 + denominator;
    Wide units = doubled / (denominator * 2);
    if (doubled < 0 && doubled % (denominator * 2) != 0) {
        --units; // towards less, as half up means
    }
    constexpr Wide kMost = planning::kMostMoney.units;
    return Figure{static_cast<std::int64_t>(std::clamp(units, -kMost, kMost))};
}

// Sums of many amounts stay within what a figure holds.
Figure sumOf(Wide units) {
    constexpr Wide kMost = 9'000'000'000'000'000'000;
    return {static_cast<std::int64_t>(std::min(units, kMost))};
}

Actual keepableValue(const ReviewBook& book) {
    Actual actual;
    Wide sum = 0;
    for (const ReviewDeal& deal : book.deals) {
        if (deal.isOpen() && deal.verdict == Verdict::kKeepable) {
            ++actual.counted;
            actual.left_out += deal.value ? 0 : 1;
            sum += deal.value.value_or(Money{}).units;
        }
    }
    static_assert(Money::kDecimals == Figure::kDecimals);
    actual.value = sumOf(sum);
    return actual;
}

Actual keptRate(const ReviewBook& book, const DaySpan& days) {
    Actual actual;
    std::int64_t kept = 0;
    for (const JudgedPromise& promise : judgedPromises(book, days)) {
        ++actual.counted;
        kept += promise.days_late == 0 ? 1 : 0;
    }
    actual.value = quotient(kept, actual.counted);
    return actual;
}

// The value of what was won on these days, by the first row that says so of each deal.
struct Won {
    Wide value = 0;
    std::int64_t deals = 0;
    std::int64_t without_value = 0;
};

Won wonOn(const ReviewBook& book, const DaySpan& days) {
    std::map<std::string_view, const ReviewDeal*> deals;
    for (const ReviewDeal& deal : book.deals) {
        deals.emplace(deal.deal.key, &deal);
    }
    Won won;
    for (const auto& [key, thread] : book.threads->all()) {
        if (!thread.is_won || thread.is_lost) {
            continue;
        }
        const auto event = std::ranges::find_if(thread.events, [&](EventIndex index) {
            return book.log->events()[index].action == Action::kWon;
        });
        if (event == thread.events.end() || !days.contains(book.log->events()[*event].when.day)) {
            continue;
        }
        ++won.deals;
        const auto deal = deals.find(key);
        if (deal == deals.end() || !deal->second->value) {
            ++won.without_value;
        } else {
            won.value += deal->second->value->units;
        }
    }
    return won;
}

Actual revenueGrowth(const ReviewBook& book, const DaySpan& days) {
    const DaySpan before{days.first - days.days(), days.first - 1};
    const Won now = wonOn(book, days);
    const Won then = wonOn(book, before);
    Actual actual;
    actual.counted = now.deals + then.deals;
    actual.left_out = now.without_value + then.without_value;
    // Against nothing there is no growth.
    actual.value = then.value == 0 ? std::nullopt : quotient(now.value - then.value, then.value);
    return actual;
}

Actual overtimeCost(const ReviewBook& book, const DaySpan& days) {
    Actual actual;
    Wide sum = 0;
    for (const auto& [key, thread] : book.threads->all()) {
        for (const CapacityRequest& request : thread.requests) {
            const bool is_granted =
                request.state == RequestState::kApproved || request.state == RequestState::kAdded;
            if (!is_granted || request.terms.means != Means::kOvertime || !request.decided) {
                continue;
            }
            const LogEvent& decided = book.log->events()[*request.decided];
            if (!days.contains(decided.when.day)) {
                continue;
            }
            // What was approved may be less than what was asked for.
            const auto& cost = decided.to.cost ? decided.to.cost : request.terms.cost;
            ++actual.counted;
            actual.left_out += cost ? 0 : 1;
            sum += cost.value_or(Money{}).units;
        }
    }
    actual.value = sumOf(sum);
    return actual;
}

Actual conflicts(const ReviewBook& book) {
    Actual actual;
    actual.counted = std::ranges::count_if(book.deals, &ReviewDeal::isConflict);
    actual.value = Figure::whole(actual.counted);
    return actual;
}

Actual daysToSettle(const ReviewBook& book, const DaySpan& days) {
    Actual actual;
    std::int64_t sum = 0;
    for (const auto& [key, thread] : book.threads->all()) {
        for (const Talk& talk : thread.talks) {
            if (talk.to && days.contains(talk.to->day)) {
                ++actual.counted;
                sum += std::max(0, talk.to->day - talk.from.day);
            }
        }
    }
    actual.value = quotient(sum, actual.counted);
    return actual;
}

bool isReached(const SharedTarget& target, const std::optional<Figure>& actual) {
    if (!actual || !target.target) {
        return false;
    }
    return wantsLess(target) ? *actual <= *target.target : *actual >= *target.target;
}

} // namespace

bool isRate(Metric metric) {
    return metric == Metric::kKeptRate || metric == Metric::kRevenueGrowth;
}

bool isLessBetter(Metric metric) {
    return metric == Metric::kCostPerHour || metric == Metric::kOvertimeCost ||
           metric == Metric::kConflicts || metric == Metric::kDaysToSettle;
}

bool wantsLess(const SharedTarget& target) {
    return target.baseline && target.target && target.baseline != target.target
               ? *target.target < *target.baseline
               : isLessBetter(target.metric);
}

DaySpan daysOf(const SharedTarget& target, Day today) {
    const Day due = target.due.value_or(today);
    const Day from = target.from.value_or(planning::addMonths(due, -kMonthsOfATarget) + 1);
    return {from, std::min(due, today)};
}

Actual actualOf(Metric metric, const ReviewBook& book, const DaySpan& days) {
    switch (metric) {
    case Metric::kKeepableValue:
        return keepableValue(book);
    case Metric::kKeptRate:
        return keptRate(book, days);
    case Metric::kRevenueGrowth:
        return revenueGrowth(book, days);
    case Metric::kCostPerHour:
        break;
    case Metric::kOvertimeCost:
        return overtimeCost(book, days);
    case Metric::kConflicts:
        return conflicts(book);
    case Metric::kDaysToSettle:
        return daysToSettle(book, days);
    }
    return {};
}

std::optional<Figure> progressOf(Figure actual, Figure baseline, Figure target) {
    return quotient(actual.units - static_cast<Wide>(baseline.units),
                    target.units - static_cast<Wide>(baseline.units));
}

TargetStanding standingOf(const SharedTarget& target, const ReviewBook& book) {
    TargetStanding standing;
    standing.days = daysOf(target, book.today);
    if (target.stated) {
        standing.actual.value = target.stated;
        standing.actual.is_stated = true;
    } else {
        standing.actual = actualOf(target.metric, book, standing.days);
    }
    if (standing.actual.value && target.baseline && target.target) {
        standing.progress = progressOf(*standing.actual.value, *target.baseline, *target.target);
    }
    if (target.due) {
        const std::int32_t all = DaySpan{standing.days.first, *target.due}.days();
        const std::int32_t gone = std::clamp(book.today - standing.days.first + 1, 0, all);
        standing.time_gone = quotient(gone, all);
    }
    standing.is_reached = isReached(target, standing.actual.value);
    standing.is_on_track = standing.is_reached || (standing.progress && standing.time_gone &&
                                                   *standing.progress >= *standing.time_gone);
    return standing;
}

std::vector<JudgedPromise> judgedPromises(const ReviewBook& book, const DaySpan& days) {
    std::vector<JudgedPromise> judged;
    for (const ReviewDeal& deal : book.deals) {
        const PromiseHistory history = historyOf(book, deal);
        const auto late = daysLate(history, book.today);
        if (late && days.contains(*history.first)) {
            const std::vector<Name> owners = salesOwnersOf(book, deal);
            judged.push_back({*late, owners.empty() ? Name{} : owners.front(), deal.customer,
                              deal.resources, deal.items});
        }
    }
    return judged;
}

} // namespace keepable::review
