// SPDX-License-Identifier: MPL-2.0
//
// What is asked of a checked plan about one deal. Every question leaves the board as it found it.
#include "planning/lifted_deal.hpp"
#include "planning/promise_check.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace keepable::planning {

namespace {

bool isConfirmedClass(const PlanReport& report, DealIndex deal) {
    return report.classes[deal] == DealClass::kFirm || report.classes[deal] == DealClass::kHeld;
}

bool hasRank(const PlanReport& report, DealIndex deal) {
    return report.verdicts[deal] != Verdict::kClosed && report.verdicts[deal] != Verdict::kCheckRow;
}

Hours hoursInside(PlanBoard& board, DealIndex deal, ResourceIndex resource, DaySpan span) {
    Hours hours;
    for (const Load& load : board.loadsOf(deal)) {
        if (load.resource == resource && !load.window.isEmpty() && span.contains(load.window)) {
            hours += load.hours;
        }
    }
    return hours;
}

} // namespace

bool standsBefore(const PlanReport& report, DealIndex other, DealIndex refused) {
    if (!hasRank(report, other) || other == refused) {
        return false;
    }
    const bool kept = report.verdicts[other] == Verdict::kKeepable;
    if (isConfirmedClass(report, refused)) {
        return kept && isConfirmedClass(report, other) &&
               report.rank_of_deal[other] < report.rank_of_deal[refused];
    }
    if (isConfirmedClass(report, other)) {
        return kept || report.refusalOf(other)->placed.has_value();
    }
    return kept && report.verdicts[refused] == Verdict::kAtRisk &&
           report.rank_of_deal[other] < report.rank_of_deal[refused];
}

std::optional<Day> earliestDate(CheckedPlan& plan, DealIndex deal) {
    const PlanInput& input = plan.input;
    PlanBoard& board = plan.board;
    if (!hasRank(plan.report, deal)) {
        return std::nullopt;
    }
    WorkSet& set = isConfirmedClass(plan.report, deal) ? board.confirmed : board.exposure;
    const std::span<const Line> lines = linesOf(input, deal);
    const std::span<const Load> loads = board.loadsOf(deal);
    std::vector<Load> moved(loads.begin(), loads.end());

    // What is kept fits on its last promised date with all lines, and what was placed, where it is.
    std::optional<Day> known;
    if (const Refusal* refusal = plan.report.refusalOf(deal)) {
        known = refusal->placed;
    } else {
        for (const Line& line : lines) {
            known = std::max(known.value_or(line.promised), line.promised);
        }
    }
    const LiftedDeal lifted{set, loads};
    return firstFit(set, moved, searchSpan(input, board.capacity, lines), input.settings, known);
}

std::optional<Day> quoteDate(CheckedPlan& plan, ItemIndex item, Quantity quantity, Day not_before) {
    const PlanInput& input = plan.input;
    Line line;
    line.item = item;
    line.left = quantity;
    line.promised = std::max(input.settings.as_of, not_before);
    std::vector<Load> loads;
    appendLoads(input, line, DealClass::kTentative, loads);
    if (std::any_of(loads.begin(), loads.end(),
                    [](const Load& load) { return load.hours > kMostHours; })) {
        return std::nullopt;
    }
    DaySpan dates = searchSpan(input, plan.board.capacity, {&line, 1});
    dates.first = std::max(dates.first, not_before);
    return firstFit(plan.board.exposure, loads, dates, input.settings);
}

std::vector<Rival> rivalsOf(CheckedPlan& plan, DealIndex deal, std::size_t most) {
    const Refusal* refusal = plan.report.refusalOf(deal);
    if (refusal == nullptr || refusal->reason != RefusalReason::kTooLittle || most == 0) {
        return {};
    }
    PlanBoard& board = plan.board;
    const ResourceIndex bottleneck = refusal->bottleneck;
    const std::vector<std::uint32_t>& ranks = plan.report.rank_of_deal;
    const auto better = [&](const Rival& left, const Rival& right) {
        return std::tuple{-left.hours.units, ranks[left.deal]} <
               std::tuple{-right.hours.units, ranks[right.deal]};
    };
    // The best so far, at most `most` of them, the worst of those in front.
    std::vector<Rival> rivals;
    const auto offer = [&](DealIndex other) {
        if (!standsBefore(plan.report, other, deal)) {
            return;
        }
        const Rival rival{other, hoursInside(board, other, bottleneck, refusal->span)};
        if (rival.hours.units == 0) {
            return;
        }
        if (rivals.size() == most) {
            if (!better(rival, rivals.front())) {
                return;
            }
            std::pop_heap(rivals.begin(), rivals.end(), better);
            rivals.pop_back();
        }
        rivals.push_back(rival);
        std::push_heap(rivals.begin(), rivals.end(), better);
    };

    const std::vector<LoadOfDeal>& by_last_day = board.loadsOn(bottleneck);
    const auto last_day = [&](const LoadOfDeal& load) {
        return board.loads[load.load].window.last;
    };
    const auto first = std::ranges::lower_bound(by_last_day, refusal->span.first, {}, last_day);
    const auto end = std::ranges::upper_bound(by_last_day, refusal->span.last, {}, last_day);
    constexpr std::ptrdiff_t kFewLoads = 500;
    if (most == kAllRivals || end - first <= kFewLoads) {
        std::vector<DealIndex> deals;
        std::transform(first, end, std::back_inserter(deals),
                       [](const LoadOfDeal& load) { return load.deal; });
        std::sort(deals.begin(), deals.end());
        deals.erase(std::unique(deals.begin(), deals.end()), deals.end());
        std::for_each(deals.begin(), deals.end(), offer);
    } else {
        // A deal has at most all its hours on the resource inside the span: once the worst of the
        // best has more than the next one at all, nobody better can come.
        for (const DealHours& other : board.dealsOn(bottleneck)) {
            if (rivals.size() == most && other.hours < rivals.front().hours) {
                break;
            }
            offer(other.deal);
        }
    }
    std::sort_heap(rivals.begin(), rivals.end(), better);
    return rivals;
}

} // namespace keepable::planning
