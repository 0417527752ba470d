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
using planning::DealIndex;
using planning::PlanInput;
using planning::PlanReport;
using planning::Refusal;
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
        // Where the deals left alone keep getting other places from the engine, those they are in
        // the way of are left alone as well.
        constexpr int kPatience = 3;
        for (int rounds_alike = 0;;) {
            const std::size_t left_before = countLeft();
            if (!serveAll()) {
                return std::nullopt;
            }
            PlanReport after = planning::checkPromises(applied(plan_.input, changes_)).report;
            const std::vector<DealIndex> hindered = hinderedIn(after);
            if (hindered.empty()) {
                return resultOf(std::move(after));
            }
            rounds_alike = countLeft() > left_before ? 0 : rounds_alike + 1;
            if (rounds_alike >= kPatience) {
                for (const DealIndex deal : hindered) {
                    is_left_[deal] = true;
                }
            }
            claims_ = std::move(after);
        }
    }

  private:
    [[nodiscard]] std::size_t countLeft() const {
        return static_cast<std::size_t>(std::ranges::count(is_left_, true));
    }

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
        layClaims(set);
        std::size_t served = 0;
        for (const DealIndex deal : order_) {
            if (isStopped(served++)) {
                return false;
            }
            if (is_left_[deal]) {
                continue;
            }
            FeasibleDates dates(plan_.input, plan_.board.capacity, deal);
            if (findDates(dates, strategies_[deal].strategy, set, refusals_[deal])) {
                dates.lay(set);
                dates.addChanges(changes_.dates);
            } else {
                is_left_[deal] = true;
            }
        }
        std::ranges::sort(changes_.dates, {}, &DateChange::line);
        return true;
    }

    // What the engine has given to the deals left alone. It all fits: it is in one set there.
    void layClaims(WorkSet& set) const {
        for (const DealIndex deal : order_) {
            if (!is_left_[deal] || claims_.verdicts.empty()) {
                continue;
            }
            FeasibleDates dates(plan_.input, plan_.board.capacity, deal);
            if (const Refusal* refusal = claims_.refusalOf(deal)) {
                if (!refusal->placed) {
                    continue;
                }
                dates.moveTo(*refusal->placed);
            }
            dates.lay(set);
        }
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
                                   const std::vector<DealStrategy>& strategies,
                                   const ShouldStop& should_stop) {
    if (strategies.size() != plan.input.deals.size()) {
        throw std::logic_error("re-promise: strategies of other deals");
    }
    return Run{plan, strategies, should_stop}.run();
}

} // namespace keepable::proposals
