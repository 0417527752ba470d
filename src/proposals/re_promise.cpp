// SPDX-License-Identifier: MPL-2.0
#include "proposals/re_promise.hpp"

#include "proposals/changes.hpp"
#include "proposals/feasible_dates.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace keepable::proposals {

namespace {

using planning::CheckedPlan;
using planning::DealClass;
using planning::DealIndex;
using planning::DealStrategy;
using planning::PlanInput;
using planning::PlanReport;
using planning::Refusal;
using planning::Strategy;
using planning::Verdict;
using planning::WorkSet;

// Whether the deal ends on dates on which it fits in the set. Says why not, where it did not fit as
// promised.
bool findDates(FeasibleDates& deal, Strategy strategy, WorkSet& set,
               std::optional<Refusal>& refusal) {
    refusal = deal.refusalIn(set);
    switch (strategy) {
    case Strategy::kWin:
        return !refusal;
    case Strategy::kGain:
        if (!refusal) {
            deal.moveEarlier(set);
        }
        return !refusal;
    case Strategy::kRedistribute:
        if (refusal && !deal.moveLater(set) && !deal.moveToFirstForAll(set)) {
            return false;
        }
        deal.moveEarlier(set);
        return true;
    case Strategy::kFill:
    case Strategy::kLose:
        break;
    }
    return !refusal || deal.moveLater(set);
}

class Run {
  public:
    Run(const CheckedPlan& plan, const std::vector<DealStrategy>& strategies,
        const ShouldStop& should_stop)
        : plan_(plan), strategies_(strategies), should_stop_(should_stop),
          order_(plan.report.rank_order), is_left_(plan.input.deals.size()),
          refusals_(plan.input.deals.size()) {
        std::ranges::stable_sort(order_, {},
                                 [&](DealIndex deal) { return strategies_[deal].strategy; });
    }

    std::optional<RePromise> run() {
        // As a rule the engine agrees after a round or two. Where what it gives to the deals left
        // alone keeps changing with the dates of the others, these are found room beside it.
        constexpr int kRounds = 4;
        for (int round = 1;; ++round) {
            if (round <= kRounds && !serveAll()) {
                return std::nullopt;
            }
            CheckedPlan after = planning::checkPromises(applied(plan_.input, changes_));
            const std::vector<DealIndex> hindered = hinderedIn(after.report);
            if (hindered.empty()) {
                return resultOf(std::move(after.report));
            }
            if (isStopped(0)) {
                return std::nullopt;
            }
            if (round >= kRounds) {
                serveHindered(hindered, after);
            }
            claims_ = std::move(after.report);
        }
    }

  private:
    [[nodiscard]] bool isStopped(std::size_t served) const {
        constexpr std::size_t kBetweenQuestions = 64;
        return should_stop_ && served % kBetweenQuestions == 0 && should_stop_();
    }

    // False when stopped.
    bool serveAll() {
        changes_ = {};
        WorkSet set;
        for (const planning::ResourceCalendar& calendar : plan_.board.capacity.calendars) {
            set.emplace_back(calendar);
        }
        layKept(set);
        std::size_t served = 0;
        bool is_any_tentative_served = false;
        for (const DealIndex deal : order_) {
            if (isStopped(served++)) {
                return false;
            }
            const bool is_tentative = plan_.report.classes[deal] == DealClass::kTentative;
            if (is_tentative && !is_any_tentative_served) {
                is_any_tentative_served = true;
                placeRefused(set);
            }
            if (is_left_[deal]) {
                continue;
            }
            FeasibleDates dates(plan_.input, plan_.board.capacity, deal);
            if (findDates(dates, strategies_[deal].strategy, set, refusals_[deal])) {
                dates.lay(set);
                dates.addChanges(changes_.dates);
                continue;
            }
            is_left_[deal] = true;
            if (!is_tentative && is_any_tentative_served) {
                place(deal, set);
            }
        }
        std::ranges::sort(changes_.dates, {}, &DateChange::line);
        return true;
    }

    [[nodiscard]] bool isKeptByRank(DealIndex deal) const {
        return is_left_[deal] && !claims_.verdicts.empty() &&
               claims_.verdicts[deal] == Verdict::kKeepable;
    }

    // Deals left alone that the engine keeps: together they fit.
    void layKept(WorkSet& set) const {
        for (const DealIndex deal : order_) {
            if (isKeptByRank(deal)) {
                FeasibleDates{plan_.input, plan_.board.capacity, deal}.lay(set);
            }
        }
    }

    // As the engine does it: the work of refused firm and held deals comes before all open ones.
    void placeRefused(WorkSet& set) const {
        for (const DealIndex deal : plan_.report.rank_order) {
            if (is_left_[deal] && plan_.report.classes[deal] != DealClass::kTentative &&
                !isKeptByRank(deal)) {
                place(deal, set);
            }
        }
    }

    void place(DealIndex deal, WorkSet& set) const {
        FeasibleDates dates(plan_.input, plan_.board.capacity, deal);
        if (dates.moveToFirstForAll(set)) {
            dates.lay(set);
        }
    }

    // An open deal that the engine refuses takes nothing, so a date that fits beside all that is kept
    // is one that it keeps.
    void serveHindered(const std::vector<DealIndex>& hindered, CheckedPlan& after) {
        for (const DealIndex deal : hindered) {
            std::erase_if(changes_.dates,
                          [&](const DateChange& change) { return change.deal == deal; });
            FeasibleDates dates(plan_.input, plan_.board.capacity, deal);
            if (after.report.classes[deal] == DealClass::kTentative &&
                findDates(dates, strategies_[deal].strategy, after.board.exposure,
                          refusals_[deal])) {
                dates.lay(after.board.exposure);
                dates.addChanges(changes_.dates);
            } else {
                is_left_[deal] = true;
            }
        }
        std::ranges::sort(changes_.dates, {}, &DateChange::line);
    }

    [[nodiscard]] std::vector<DealIndex> hinderedIn(const PlanReport& after) const {
        std::vector<DealIndex> hindered;
        std::ranges::copy_if(order_, std::back_inserter(hindered), [&](DealIndex deal) {
            return !is_left_[deal] && after.verdicts[deal] != Verdict::kKeepable;
        });
        return hindered;
    }

    RePromise resultOf(PlanReport after) {
        RePromise result;
        result.after = std::move(after);
        for (const DealIndex deal : order_) {
            result.deals.push_back(rowOf(deal, result.after));
        }
        result.changes = std::move(changes_);
        return result;
    }

    [[nodiscard]] Repromised rowOf(DealIndex deal, const PlanReport& after) const {
        Repromised row;
        row.deal = deal;
        row.strategy = strategies_[deal];
        row.is_left_alone = is_left_[deal];
        row.before = plan_.report.verdicts[deal];
        row.after = after.verdicts[deal];
        const planning::Deal& record = plan_.input.deals[deal];
        bool is_earlier = false;
        bool is_later = false;
        for (std::uint32_t i = 0; i < record.line_count; ++i) {
            const planning::Line& line = plan_.input.lines[record.first_line + i];
            if (line.left.units == 0) {
                continue;
            }
            DateChange change{deal, record.first_line + i, line.promised, line.promised};
            const auto found =
                std::ranges::lower_bound(changes_.dates, change.line, {}, &DateChange::line);
            if (found != changes_.dates.end() && found->line == change.line) {
                change = *found;
            }
            is_earlier = is_earlier || change.to < change.from;
            is_later = is_later || change.to > change.from;
            row.lines.push_back(change);
        }
        if (row.after != Verdict::kKeepable) {
            row.outcome =
                row.strategy.strategy <= Strategy::kGain ? Outcome::kException : Outcome::kNoDate;
            row.refusal = *after.refusalOf(deal);
        } else if (is_earlier || is_later) {
            row.outcome = is_later ? Outcome::kLater : Outcome::kEarlier;
            row.refusal = refusals_[deal];
        }
        return row;
    }

    const CheckedPlan& plan_;
    const std::vector<DealStrategy>& strategies_;
    const ShouldStop& should_stop_;
    std::vector<DealIndex> order_; // of service
    std::vector<bool> is_left_;    // alone, by deal
    std::vector<std::optional<Refusal>> refusals_;
    Changes changes_;
    PlanReport claims_; // of the round before; empty in the first
};

} // namespace

std::uint32_t RePromise::count(Outcome outcome) const {
    return static_cast<std::uint32_t>(std::ranges::count(deals, outcome, &Repromised::outcome));
}

std::optional<RePromise> rePromise(const CheckedPlan& plan,
                                   const std::vector<planning::DealStrategy>& strategies,
                                   const ShouldStop& should_stop) {
    if (strategies.size() != plan.input.deals.size()) {
        throw std::logic_error("re-promise: strategies of other deals");
    }
    return Run{plan, strategies, should_stop}.run();
}

} // namespace keepable::proposals
