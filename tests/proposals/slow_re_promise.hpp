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
    SlowRePromise(const planning::CheckedPlan& plan, const std::vector<DealStrategy>& strategies)
        : plan_(plan), input_(plan.input), slow_(plan.input), strategies_(strategies),
          order_(plan.report.rank_order) {
        std::ranges::stable_sort(
            order_, {}, [&](planning::DealIndex deal) { return strategies_[deal].strategy; });
    }

    // The input with the new dates; and who was left alone is in isLeft().
    planning::PlanInput run() {
        std::optional<planning::PlanReport> before;
        int alike = 0;
        for (;;) {
            const auto left_before = left_.size();
            serveAll(before ? &*before : nullptr);
            planning::PlanInput result = withDates(false);
            before = checkPromises(result).report;
            std::vector<planning::DealIndex> hindered;
            for (const planning::DealIndex deal : order_) {
                if (!isLeft(deal) && before->verdicts[deal] != planning::Verdict::kKeepable) {
                    hindered.push_back(deal);
                }
            }
            if (hindered.empty()) {
                return result;
            }
            alike = left_.size() > left_before ? 0 : alike + 1;
            if (alike >= 3) {
                left_.insert(left_.end(), hindered.begin(), hindered.end());
            }
        }
    }

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
        const Strategy strategy = strategies_[deal].strategy;
        std::optional<Dates> dates = promisedOf(deal);
        const Day as_of = input_.settings.as_of;
        const Day last = slow_.lastDateFor(deal);
        if (!fits(deal, *dates)) {
            if (strategy <= Strategy::kGain) {
                return std::nullopt;
            }
            const Dates promised = *dates;
            dates = firstOf(deal, promised, as_of, last,
                            [](Day date, Day day) { return std::max(date, day); });
            if (!dates && strategy == Strategy::kRedistribute) {
                dates = firstOf(deal, promised, as_of, last, [](Day, Day day) { return day; });
            }
        }
        if (dates && (strategy == Strategy::kGain || strategy == Strategy::kRedistribute)) {
            const Dates found = *dates;
            const Day end = found.empty() ? as_of : *std::ranges::max_element(found);
            if (auto earlier = firstOf(deal, found, as_of, end,
                                       [](Day date, Day day) { return std::min(date, day); })) {
                dates = earlier;
            }
        }
        return dates;
    }

    void serveAll(const planning::PlanReport* before) {
        served_.clear();
        for (const planning::DealIndex deal : left_) {
            if (before == nullptr) {
                continue;
            }
            if (before->verdicts[deal] == planning::Verdict::kKeepable) {
                served_[deal] = promisedOf(deal);
            } else if (const auto placed = before->refusalOf(deal)->placed) {
                served_[deal] =
                    moved(deal, promisedOf(deal), [&](planning::Day) { return *placed; });
            }
        }
        for (const planning::DealIndex deal : order_) {
            if (isLeft(deal)) {
                continue;
            }
            if (const auto dates = datesFor(deal)) {
                served_[deal] = *dates;
            } else {
                left_.push_back(deal);
            }
        }
    }

    const planning::CheckedPlan& plan_;
    const planning::PlanInput& input_;
    support::SlowPlan slow_;
    const std::vector<DealStrategy>& strategies_;
    std::vector<planning::DealIndex> order_;
    std::vector<planning::DealIndex> left_;
    std::map<planning::DealIndex, Dates> served_; // and where those left alone stand
};

} // namespace keepable::proposals
