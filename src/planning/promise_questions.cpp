// SPDX-License-Identifier: MPL-2.0
//
// What is asked of a checked plan about one deal. Every question leaves the board as it found it.
#include "planning/promise_check.hpp"

#include <algorithm>
#include <tuple>

namespace keepable::planning {

namespace {

bool isConfirmedClass(const PlanReport& report, DealIndex deal) {
    return report.classes[deal] == DealClass::kFirm || report.classes[deal] == DealClass::kHeld;
}

bool hasRank(const PlanReport& report, DealIndex deal) {
    return report.verdicts[deal] != Verdict::kClosed && report.verdicts[deal] != Verdict::kCheckRow;
}

// Takes the works of a deal off a set for as long as a question lasts.
class LiftedDeal {
  public:
    LiftedDeal(WorkSet& set, std::span<const Load> loads) : set_(set), loads_(loads) {
        for (const Load& load : loads_) {
            if (load.work != kNone) {
                set_[load.resource].lift(load.work);
            }
        }
    }
    LiftedDeal(const LiftedDeal&) = delete;
    LiftedDeal& operator=(const LiftedDeal&) = delete;
    ~LiftedDeal() {
        for (const Load& load : loads_) {
            if (load.work != kNone) {
                set_[load.resource].lay(load.work, load.hours);
            }
        }
    }

  private:
    WorkSet& set_;
    std::span<const Load> loads_;
};

// The deals a refused one was measured against (contract 3.7).
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

} // namespace

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
    DaySpan dates = searchSpan(input, plan.board.capacity, {&line, 1});
    dates.first = std::max(dates.first, not_before);
    return firstFit(plan.board.exposure, loads, dates, input.settings);
}

std::vector<Rival> rivalsOf(CheckedPlan& plan, DealIndex deal) {
    const Refusal* refusal = plan.report.refusalOf(deal);
    if (refusal == nullptr || refusal->reason != RefusalReason::kTooLittle) {
        return {};
    }
    PlanBoard& board = plan.board;
    const std::vector<std::uint32_t>& on_bottleneck = board.loadsOn(refusal->bottleneck);
    auto index = std::lower_bound(
        on_bottleneck.begin(), on_bottleneck.end(), refusal->span.first,
        [&](std::uint32_t load, Day day) { return board.loads[load].window.last < day; });
    std::vector<Rival> rivals;
    for (; index != on_bottleneck.end() && board.loads[*index].window.last <= refusal->span.last;
         ++index) {
        const Load& load = board.loads[*index];
        if (!load.window.isEmpty() && refusal->span.contains(load.window)) {
            const DealIndex other = board.dealOf(*index);
            if (standsBefore(plan.report, other, deal)) {
                rivals.push_back({other, load.hours});
            }
        }
    }
    std::sort(rivals.begin(), rivals.end(),
              [](const Rival& left, const Rival& right) { return left.deal < right.deal; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rivals.size(); ++i) {
        if (kept > 0 && rivals[kept - 1].deal == rivals[i].deal) {
            rivals[kept - 1].hours += rivals[i].hours;
        } else {
            rivals[kept++] = rivals[i];
        }
    }
    rivals.resize(kept);
    const std::vector<std::uint32_t>& ranks = plan.report.rank_of_deal;
    std::sort(rivals.begin(), rivals.end(), [&](const Rival& left, const Rival& right) {
        return std::tuple{-left.hours.units, ranks[left.deal]} <
               std::tuple{-right.hours.units, ranks[right.deal]};
    });
    return rivals;
}

} // namespace keepable::planning
