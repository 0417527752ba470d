// SPDX-License-Identifier: MPL-2.0
//
// The slow, obvious twin of the re-promise run: the rule of re_promise.hpp read aloud. Whether dates
// fit is asked of the public check, with a plan of the deals served so far; every day is tried.
#pragma once

#include "proposals/cases.hpp"
#include "proposals/re_promise.hpp"
#include "support/slow_plan.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace keepable::proposals {

class SlowRePromise {
  public:
    SlowRePromise(const planning::CheckedPlan& plan,
                  const std::vector<planning::DealStrategy>& strategies)
        : plan_(plan), input_(plan.input), slow_(plan.input), strategies_(strategies),
          order_(plan.report.rank_order) {
        std::ranges::stable_sort(
            order_, {}, [&](planning::DealIndex deal) { return strategies_[deal].strategy; });
    }

    // The input with the new dates.
    planning::PlanInput run() {
        for (int round = 1;; ++round) {
            if (round <= 4) {
                serveAll();
            }
            planning::PlanInput result = withDates(false);
            const planning::PlanReport report = checkPromises(result).report;
            std::vector<planning::DealIndex> hindered;
            for (const planning::DealIndex deal : order_) {
                if (!isLeft(deal) && report.verdicts[deal] != planning::Verdict::kKeepable) {
                    hindered.push_back(deal);
                }
            }
            if (hindered.empty()) {
                return result;
            }
            rounds_ = round + 1;
            if (round >= 4) {
                serveHindered(hindered, report);
            }
            before_ = report;
        }
    }

    [[nodiscard]] int rounds() const { return rounds_; }

    [[nodiscard]] bool isLeft(planning::DealIndex deal) const {
        return std::ranges::find(left_, deal) != left_.end();
    }

  private:
    using Dates = std::vector<planning::Day>;

    [[nodiscard]] Dates promisedOf(planning::DealIndex deal) const {
        Dates dates;
        for (const planning::Line& line : linesOf(input_, deal)) {
            dates.push_back(line.promised);
        }
        return dates;
    }

    [[nodiscard]] planning::PlanInput withDates(bool served_only) const {
        planning::PlanInput made = input_;
        for (planning::DealIndex deal = 0; deal < made.deals.size(); ++deal) {
            const auto found = served_.find(deal);
            if (found == served_.end()) {
                made.deals[deal].needs_check = made.deals[deal].needs_check || served_only;
                continue;
            }
            for (std::uint32_t i = 0; i < made.deals[deal].line_count; ++i) {
                if (served_only || !isLeft(deal)) {
                    made.lines[made.deals[deal].first_line + i].promised = found->second[i];
                }
            }
        }
        return made;
    }

    bool fits(planning::DealIndex deal, const Dates& dates) {
        served_[deal] = dates;
        const auto report = checkPromises(withDates(true)).report;
        served_.erase(deal);
        return report.refusals.empty();
    }

    template <class Pick>
    [[nodiscard]] Dates moved(planning::DealIndex deal, const Dates& dates, Pick pick) const {
        Dates result = dates;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            if (linesOf(input_, deal)[i].left.units > 0) {
                result[i] = pick(dates[i]);
            }
        }
        return result;
    }

    template <class Pick>
    std::optional<Dates> firstOf(planning::DealIndex deal, const Dates& dates, planning::Day first,
                                 planning::Day last, Pick pick) {
        for (planning::Day day = first; day <= last; day = day + 1) {
            const Dates tried =
                moved(deal, dates, [&](planning::Day date) { return pick(date, day); });
            if (fits(deal, tried)) {
                return tried;
            }
        }
        return std::nullopt;
    }

    std::optional<Dates> datesFor(planning::DealIndex deal) {
        using planning::Day;
        const planning::Strategy strategy = strategies_[deal].strategy;
        std::optional<Dates> dates = promisedOf(deal);
        const Day as_of = input_.settings.as_of;
        const Day last = slow_.lastDateFor(deal);
        if (!fits(deal, *dates)) {
            if (strategy <= planning::Strategy::kGain) {
                return std::nullopt;
            }
            const Dates promised = *dates;
            dates = firstOf(deal, promised, as_of, last,
                            [](Day date, Day day) { return std::max(date, day); });
            if (!dates && strategy == planning::Strategy::kRedistribute) {
                dates = firstOf(deal, promised, as_of, last, [](Day, Day day) { return day; });
            }
        }
        if (dates && (strategy == planning::Strategy::kGain ||
                      strategy == planning::Strategy::kRedistribute)) {
            const Dates found = *dates;
            const Day end = found.empty() ? as_of : *std::ranges::max_element(found);
            if (auto earlier = firstOf(deal, found, as_of, end,
                                       [](Day date, Day day) { return std::min(date, day); })) {
                dates = earlier;
            }
        }
        return dates;
    }

    [[nodiscard]] bool isTentative(planning::DealIndex deal) const {
        return plan_.report.classes[deal] == planning::DealClass::kTentative;
    }

    void place(planning::DealIndex deal) {
        if (const auto dates =
                firstOf(deal, promisedOf(deal), input_.settings.as_of, slow_.lastDateFor(deal),
                        [](planning::Day, planning::Day day) { return day; })) {
            served_[deal] = *dates;
        }
    }

    void serveAll() {
        served_.clear();
        for (const planning::DealIndex deal : left_) {
            if (before_ && before_->verdicts[deal] == planning::Verdict::kKeepable) {
                served_[deal] = promisedOf(deal);
            }
        }
        bool is_any_tentative = false;
        for (const planning::DealIndex deal : order_) {
            if (isTentative(deal) && !is_any_tentative) {
                is_any_tentative = true;
                for (const planning::DealIndex other : plan_.report.rank_order) {
                    if (isLeft(other) && !isTentative(other) && !served_.contains(other)) {
                        place(other);
                    }
                }
            }
            if (isLeft(deal)) {
                continue;
            }
            if (const auto dates = datesFor(deal)) {
                served_[deal] = *dates;
                continue;
            }
            left_.push_back(deal);
            if (!isTentative(deal) && is_any_tentative) {
                place(deal);
            }
        }
    }

    void serveHindered(const std::vector<planning::DealIndex>& hindered,
                       const planning::PlanReport& report) {
        // Only what the engine keeps or places stands in the way.
        for (const planning::DealIndex deal : order_) {
            const planning::Refusal* refusal = report.refusalOf(deal);
            if (refusal == nullptr) {
                served_.try_emplace(deal, promisedOf(deal));
            } else if (refusal->placed) {
                served_[deal] =
                    moved(deal, promisedOf(deal), [&](planning::Day) { return *refusal->placed; });
            } else {
                served_.erase(deal);
            }
        }
        for (const planning::DealIndex deal : hindered) {
            const auto dates = isTentative(deal) ? datesFor(deal) : std::nullopt;
            if (dates) {
                served_[deal] = *dates;
            } else {
                left_.push_back(deal);
            }
        }
    }

    const planning::CheckedPlan& plan_;
    const planning::PlanInput& input_;
    support::SlowPlan slow_;
    const std::vector<planning::DealStrategy>& strategies_;
    std::vector<planning::DealIndex> order_;
    std::vector<planning::DealIndex> left_;
    std::optional<planning::PlanReport> before_;
    int rounds_ = 1;
    std::map<planning::DealIndex, Dates> served_; // and where those left alone stand
};

} // namespace keepable::proposals
