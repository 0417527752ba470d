// SPDX-License-Identifier: MPL-2.0
#include "benchmark/proposal_cases.hpp"

#include "planning/promise_check.hpp"
#include "proposals/added_capacity.hpp"
#include "proposals/conflict.hpp"
#include "proposals/other_dates.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>

namespace keepable::benchmarks {
namespace {

using planning::DealIndex;
using planning::Verdict;

constexpr std::size_t kMostAsked = 41;

class Prepared {
  public:
    explicit Prepared(const EngineCase& engine_case)
        : plan_(planning::checkPromises(planInputOf(engine_case))),
          records_(recordsOf(plan_.input)) {
        std::vector<DealIndex> refused;
        for (DealIndex deal = 0; deal < plan_.input.deals.size(); ++deal) {
            const Verdict verdict = plan_.report.verdicts[deal];
            if (verdict == Verdict::kInfeasible || verdict == Verdict::kAtRisk) {
                refused.push_back(deal);
            }
        }
        if (refused.empty()) {
            throw std::runtime_error("a plan without a conflict: " + engine_case.name());
        }
        const std::size_t count = std::min(kMostAsked, refused.size());
        for (std::size_t i = 0; i < count; ++i) {
            asked_.push_back(refused[i * (refused.size() / count)]);
        }
    }

    Findings ask() {
        const double sort = timeToSort(records_).processor;
        std::vector<double> times;
        std::size_t found = 0;
        for (const DealIndex deal : asked_) {
            times.push_back(timeOf([&] {
                                proposals::Conflict conflict(plan_, deal);
                                found += proposals::reDated(conflict) ? 1U : 0U;
                                found += proposals::addedCapacity(conflict) ? 1U : 0U;
                                found += proposals::splitDeal(conflict) ? 1U : 0U;
                            }).processor);
        }
        std::ranges::sort(times);
        const double median = times[times.size() / 2];
        return {{"total", median},
                {"sort", sort},
                {"ratio", median / sort},
                {"worst", times.back() / sort},
                {"found", static_cast<double>(found)}};
    }

  private:
    planning::CheckedPlan plan_;
    std::vector<SortRecord> records_;
    std::vector<DealIndex> asked_;
};

std::string keyOf(const EngineCase& engine_case) {
    return "proposals, " + engine_case.name();
}

} // namespace

void addProposals(const EngineCase& engine_case, std::vector<Measurement>& measurements) {
    measurements.push_back(
        {keyOf(engine_case), [engine_case, prepared = std::make_shared<std::optional<Prepared>>()] {
             if (!*prepared) {
                 prepared->emplace(engine_case);
             }
             return (*prepared)->ask();
         }});
}

Figure proposalFigure(const EngineCase& engine_case, const char* goal,
                      const std::map<std::string, Findings>& medians) {
    const Findings& found = medians.at(keyOf(engine_case));
    return {engine_case.name() + ": re-date, add capacity and split for one conflict ÷ sort", goal,
            numberText(found.at("ratio"), 1),
            timeText(found.at("total")) + " ÷ " + timeText(found.at("sort")) + ", at worst " +
                numberText(found.at("worst"), 1)};
}

} // namespace keepable::benchmarks
