// SPDX-License-Identifier: MPL-2.0
//
// The open deals of a plan as options to choose from: each deal may be kept as promised, kept on one of a
// few later dates, or declined. The confirmed set is given.
//
// Shape:   deals by rank; the options of deal number i are options[first_option[i]] up to
//          options[first_option[i + 1]], as promised first, then by date; a deal that fits nowhere beside
//          the confirmed set has none. Loads likewise, by option.
// Rule:    a later date moves the lines promised before it; the others stay. Tried are, past the first date of
//          the deal that is not in the past: the deal's earliest date (contract 3.8), and one period, two
//          periods, ... later, as many as are asked for, where the deal fits beside the confirmed set alone.
//          A re-dated deal counts in full, whatever the date.
// Weight:  kValue: the value. kExpectedValue: value times probability, half up; without a probability for
//          certain. kValuePerBottleneckHour: value by the deal's hours on the plan's bottleneck, half up; less
//          than an hour there counts as one. No value counts as zero.
//          The plan's bottleneck is the resource with the most work to capacity, confirmed and open work
//          together; ties: the first.
// Units:   weights in 1/10,000 of the currency (an hour), or where the sum would be too large for a double to
//          count exactly, in the multiple weight_unit of that, rounded half up.
// Source:  issue 5, point 3.
#pragma once

#include "planning/promise_check.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace keepable::portfolio {

using Goal = planning::PortfolioGoal;

struct Question {
    Goal goal = Goal::kValue;
    std::size_t most_later_dates = 3; // a deal may be re-dated to; 0: keep or decline
};

struct Option {
    std::uint32_t place = 0; // of its deal, among the deals by rank
    planning::Day date;      // lines promised before it move there
    bool is_as_promised = true;
    std::int64_t weight = 0;
};

struct PortfolioModel {
    std::vector<planning::DealIndex> deals;
    std::vector<Option> options;
    std::vector<std::uint32_t> first_option; // one entry more than deals
    std::vector<planning::Load> loads;
    std::vector<std::uint32_t> first_load; // by option, one entry more than options
    std::int64_t weight_unit = 1;
    planning::ResourceIndex bottleneck = planning::kNone; // kValuePerBottleneckHour

    [[nodiscard]] std::span<const planning::Load> loadsOf(std::size_t option) const {
        return std::span{loads}.subspan(first_load[option],
                                        first_load[option + 1] - first_load[option]);
    }
};

// The board is moved about and put back.
[[nodiscard]] PortfolioModel portfolioModel(planning::CheckedPlan& plan, const Question& question);

} // namespace keepable::portfolio
