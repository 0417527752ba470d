// SPDX-License-Identifier: MPL-2.0
//
// How a deal is treated when all are promised anew (proposals/re_promise.hpp): its confirmation strategy, and
// the simple rules that give each deal one.
//
// Shape:   in the order of service: win is served first, lose last.
// Rule:    the first rule of which every stated condition holds; where none does, the default of the
//          deal's class: firm and held gain, tentative is redistributed. Values and priorities
//          are compared exactly; a deal without one meets no condition on it.
// Names:   customers and owners are numbers here, as in tables/plan_reader.hpp; a rule for somebody
//          of no deal has kNobody and never holds.
// Source:  issue 5, point 6.
#pragma once

#include "planning/plan_input.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace keepable::planning {

enum class Strategy : std::uint8_t {
    kWin,          // its promised date, or an exception listed for decision
    kGain,         // keeps at least its date, may move earlier
    kRedistribute, // may move earlier or later
    kFill,         // moves only later, and only as far as needed
    kLose          // like fill, after all others
};

// "win", "gain", "redistribute", "fill", "lose": the words a user types, the same in every language.
[[nodiscard]] std::string_view strategyName(Strategy strategy);
[[nodiscard]] std::optional<Strategy> strategyNamed(std::string_view name);

inline constexpr std::uint32_t kNobody = kNone;

// What is empty holds for every deal.
struct StrategyRule {
    Strategy strategy = Strategy::kRedistribute;
    std::optional<DealClass> deal_class = {}; // as of the plan's day
    std::optional<std::uint32_t> customer = {};
    std::optional<std::uint32_t> owner = {};
    std::optional<Money> value_from = {}; // at least
    std::optional<Money> value_to = {};   // at most
    std::optional<Priority> priority = {};

    friend bool operator==(const StrategyRule&, const StrategyRule&) = default;
};

struct DealParties {
    std::uint32_t customer = kNobody;
    std::uint32_t owner = kNobody;
};

struct DealStrategy {
    Strategy strategy = Strategy::kRedistribute;
    std::uint32_t rule = kNone; // kNone: the default of its class

    friend bool operator==(const DealStrategy&, const DealStrategy&) = default;
};

[[nodiscard]] Strategy defaultStrategy(DealClass deal_class);

// By deal. `parties` has one entry a deal, or none at all.
[[nodiscard]] std::vector<DealStrategy> strategiesFor(const PlanInput& input,
                                                      const std::vector<DealParties>& parties,
                                                      const std::vector<StrategyRule>& rules);

} // namespace keepable::planning
