// SPDX-License-Identifier: MPL-2.0
#include "planning/strategy.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace keepable::planning {

namespace {

constexpr std::array<std::string_view, 5> kNames{"win", "gain", "redistribute", "fill", "lose"};

bool holds(const StrategyRule& rule, const Deal& deal, DealClass deal_class,
           const DealParties& parties) {
    const auto is_party = [](const std::optional<std::uint32_t>& wanted, std::uint32_t party) {
        return !wanted || (*wanted != kNobody && *wanted == party);
    };
    return (!rule.deal_class || *rule.deal_class == deal_class) &&
           is_party(rule.customer, parties.customer) && is_party(rule.owner, parties.owner) &&
           (!rule.value_from || (deal.value && *deal.value >= *rule.value_from)) &&
           (!rule.value_to || (deal.value && *deal.value <= *rule.value_to)) &&
           (!rule.priority || deal.priority == rule.priority);
}

} // namespace

std::string_view strategyName(Strategy strategy) {
    return kNames[static_cast<std::size_t>(strategy)];
}

std::optional<Strategy> strategyNamed(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) {
        return std::nullopt;
    }
    return static_cast<Strategy>(found - kNames.begin());
}

Strategy defaultStrategy(DealClass deal_class) {
    switch (deal_class) {
    case DealClass::kFirm:
    case DealClass::kHeld: // or an open deal would come earlier at its cost
        return Strategy::kGain;
    case DealClass::kTentative:
    case DealClass::kClosed:
        break;
    }
    return Strategy::kRedistribute;
}

std::vector<DealStrategy> strategiesFor(const PlanInput& input,
                                        const std::vector<DealParties>& parties,
                                        const std::vector<StrategyRule>& rules) {
    if (!parties.empty() && parties.size() != input.deals.size()) {
        throw std::logic_error("strategies: parties of other deals");
    }
    std::vector<DealStrategy> strategies;
    strategies.reserve(input.deals.size());
    for (DealIndex deal = 0; deal < input.deals.size(); ++deal) {
        const Deal& record = input.deals[deal];
        const DealClass deal_class = classOn(record, input.settings.as_of);
        const DealParties party = parties.empty() ? DealParties{} : parties[deal];
        const auto rule = std::ranges::find_if(rules, [&](const StrategyRule& each) {
            return holds(each, record, deal_class, party);
        });
        if (rule == rules.end()) {
            strategies.push_back({defaultStrategy(deal_class), kNone});
        } else {
            strategies.push_back(
                {rule->strategy, static_cast<std::uint32_t>(rule - rules.begin())});
        }
    }
    return strategies;
}

} // namespace keepable::planning
