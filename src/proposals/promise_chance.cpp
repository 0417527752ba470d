// SPDX-License-Identifier: MPL-2.0
#include "proposals/promise_chance.hpp"

#include "proposals/chance_exact.hpp"
#include "proposals/chance_scenarios.hpp"

#include <algorithm>
#include <cmath>

namespace keepable::proposals {

using planning::CheckedPlan;
using planning::Deal;
using planning::DealClass;
using planning::DealIndex;
using planning::kNone;
using planning::Probability;
using planning::Verdict;

namespace {

// Exact answers may take about as long as the scenarios would, and on small plans always so many steps.
std::size_t stepsFor(const Contest& contest) {
    constexpr std::size_t kFewestSteps = 1U << 21;
    constexpr std::size_t kStepsAClaim = 50;
    return std::max(kFewestSteps, kStepsAClaim * contest.claims.size());
}

// So many deals in a row that cannot be told exactly, and those below are not tried.
constexpr std::size_t kMostFailures = 8;

// None when it would take too long.
std::optional<Chance> exactChanceOfLast(const CheckedPlan& plan, const DealContest& found,
                                        const ExactLimits& limits, std::size_t& steps) {
    if (!found.contest) {
        return exactChance(1);
    }
    const Contest& contest = *found.contest;
    const ExactChances exact = exactChances(contest, oddsOfAll(plan, contest.deals), limits);
    steps = exact.steps;
    return exact.chances.size() == contest.deals.size()
               ? std::optional{exactChance(exact.chances.back())}
               : std::nullopt;
}

} // namespace

Chance exactChance(double value) {
    Chance chance;
    chance.value = value;
    return chance;
}

Chance countedChance(std::uint32_t kept, std::uint32_t scenarios) {
    Chance chance;
    chance.value = static_cast<double>(kept) / scenarios;
    chance.kept = kept;
    chance.scenarios = scenarios;
    const double share = (kept + 2.0) / (scenarios + 4.0);
    chance.standard_error = std::sqrt(share * (1 - share) / (scenarios + 4.0));
    return chance;
}

std::uint32_t scenariosOf(const planning::PlanSettings& settings) {
    return std::max(static_cast<std::uint32_t>(std::max(settings.scenarios, 0)), kFewestScenarios);
}

std::vector<DealIndex> openDeals(const CheckedPlan& plan) {
    std::vector<DealIndex> deals;
    for (const DealIndex deal : plan.report.rank_order) {
        if (plan.report.classes[deal] == DealClass::kTentative &&
            plan.report.verdicts[deal] != Verdict::kInfeasible) {
            deals.push_back(deal);
        }
    }
    return deals;
}

PromiseChances::PromiseChances(const CheckedPlan& plan, ChanceMethod method)
    : method_(method), scenarios_(scenariosOf(plan.input.settings)),
      confirmed_(confirmedWork(plan)), contest_of_deal_(plan.input.deals.size(), kNone),
      chances_(plan.input.deals.size()) {
    const std::vector<DealIndex> open = openDeals(plan);
    lucks_ = lucksOf(plan, open);
    contests_ = contestsAmong(plan, confirmed_, open, method_.most_cells).contests;
    for (std::uint32_t number = 0; number < contests_.size(); ++number) {
        for (const DealIndex deal : contests_[number].deals) {
            contest_of_deal_[deal] = number;
        }
    }
}

std::optional<Chance> PromiseChances::of(const CheckedPlan& plan, DealIndex deal) {
    const Verdict verdict = plan.report.verdicts[deal];
    if (verdict == Verdict::kClosed || verdict == Verdict::kCheckRow) {
        return std::nullopt;
    }
    if (verdict == Verdict::kInfeasible) {
        return exactChance(0);
    }
    if (contest_of_deal_[deal] == kNone) {
        return exactChance(1);
    }
    if (!chances_[deal]) {
        solve(plan, contests_[contest_of_deal_[deal]]);
    }
    return chances_[deal];
}

void PromiseChances::solve(const CheckedPlan& plan, const Contest& contest) {
    const std::vector<Probability> odds = oddsOfAll(plan, contest.deals);
    std::size_t steps_left = stepsFor(contest);
    const auto spend = [&](std::size_t steps) { steps_left -= std::min(steps_left, steps); };

    const ExactChances together =
        exactChances(contest, odds, {method_.most_situations, steps_left});
    spend(together.steps);
    std::size_t failures = 0; // in a row
    bool is_complete = true;
    for (std::size_t place = 0; place < contest.deals.size(); ++place) {
        std::optional<Chance>& chance = chances_[contest.deals[place]];
        if (place < together.chances.size()) {
            chance = exactChance(together.chances[place]);
        } else if (!contest.isInDoubt(place)) {
            chance = exactChance(1);
        } else if (method_.most_situations > 0 && failures < kMostFailures && steps_left > 0) {
            // Without the deals ranked below it may have few enough rivals.
            const DealContest alone =
                contestOf(plan, confirmed_, std::span{contest.deals}.first(place),
                          contest.deals[place], method_.most_cells);
            spend(alone.steps);
            std::size_t steps = 0;
            chance = exactChanceOfLast(plan, alone, {method_.most_situations, steps_left}, steps);
            spend(steps);
            failures = chance ? 0 : failures + 1;
        }
        is_complete = is_complete && chance;
    }
    if (is_complete) {
        return;
    }
    const WinTable wins(lucksAmong(lucks_, contest.deals), odds, scenarios_, method_.seed);
    const std::vector<std::uint32_t> kept = ScenarioRun(plan, contest).keptCounts(wins);
    for (std::size_t place = 0; place < contest.deals.size(); ++place) {
        std::optional<Chance>& chance = chances_[contest.deals[place]];
        if (!chance) {
            chance = countedChance(kept[place], scenarios_);
        }
    }
}

} // namespace keepable::proposals
