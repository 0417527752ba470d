// SPDX-License-Identifier: MPL-2.0
#include "support/slow_chance.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>

namespace keepable::support {

using namespace planning;

namespace {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

class Outcomes {
  public:
    Outcomes(const PlanInput& input, const SlowPlan& plan)
        : input_(input), plan_(plan), kept_(input.deals.size()) {
        for (const DealIndex deal : plan.rankOrder()) {
            if (plan.classes()[deal] == DealClass::kTentative) {
                open_.push_back(deal);
            }
        }
        follow(0, plan.confirmedSet(), 1);
    }

    [[nodiscard]] double chanceOf(DealIndex deal) const {
        const auto number = std::ranges::find(open_, deal) - open_.begin();
        cpp_int all = 1; // of the deals ranked above, whatever they do
        for (std::ptrdiff_t i = 0; i < number; ++i) {
            all *= Probability::kUnitsInOne;
        }
        return cpp_rational(kept_[deal], all).convert_to<double>();
    }

  private:
    // The outcomes of the open deals from this one on; `weight` of them, in units of a billionth a deal, go
    // with what is admitted so far.
    void follow(std::size_t number, const std::vector<SlowMember>& admitted,
                const cpp_int& weight) {
        if (number == open_.size() || weight == 0) {
            return;
        }
        const DealIndex deal = open_[number];
        const cpp_int all = weight * Probability::kUnitsInOne;
        if (!plan_.isKeptAsPromised(deal, admitted)) {
            follow(number + 1, admitted, all);
            return;
        }
        kept_[deal] += weight;
        const std::optional<Probability>& probability = input_.deals[deal].probability;
        const cpp_int won = weight * (probability ? probability->units : Probability::kUnitsInOne);
        follow(number + 1, admitted, all - won);
        std::vector<SlowMember> with_it = admitted;
        with_it.push_back({deal, std::nullopt});
        follow(number + 1, with_it, won);
    }

    const PlanInput& input_;
    const SlowPlan& plan_;
    std::vector<DealIndex> open_; // by rank
    std::vector<cpp_int> kept_;   // by deal
};

} // namespace

std::size_t openDealsOf(const SlowPlan& plan) {
    return static_cast<std::size_t>(std::ranges::count_if(plan.rankOrder(), [&](DealIndex deal) {
        return plan.classes()[deal] == DealClass::kTentative;
    }));
}

std::vector<std::optional<double>> slowChances(const PlanInput& input, const SlowPlan& plan) {
    const Outcomes outcomes(input, plan);
    std::vector<std::optional<double>> chances(input.deals.size());
    for (const DealIndex deal : plan.rankOrder()) {
        chances[deal] = plan.classes()[deal] == DealClass::kTentative
                            ? outcomes.chanceOf(deal)
                            : (plan.verdicts()[deal] == Verdict::kKeepable ? 1.0 : 0.0);
    }
    return chances;
}

} // namespace keepable::support
