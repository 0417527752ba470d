// SPDX-License-Identifier: MPL-2.0
//
// What the tests of this room share: small random plans with alternatives, lots and overtime, and the
// plan in which all but one deal stay as they are.
#pragma once

#include "planning/promise_check.hpp"
#include "proposals/changes.hpp"
#include "proposals/proposal.hpp"
#include "support/random_plan.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace keepable::proposals {

// How much more than usual is tried: the environment's KEEPABLE_SOAK, 1 without it.
inline std::uint64_t soak() {
    const char* text = std::getenv("KEEPABLE_SOAK");
    const std::uint64_t factor = text == nullptr ? 1 : std::strtoull(text, nullptr, 10);
    return factor == 0 ? 1 : factor;
}

// support::randomPlan() with items that can stand in for each other, lots and overtime.
inline planning::PlanInput randomInput(std::uint64_t seed) {
    planning::PlanInput input = support::randomPlan(seed);
    support::Dice dice(~seed);
    for (planning::ItemIndex item = 0; item < input.items.size(); ++item) {
        for (planning::ItemIndex other = 0; other < input.items.size(); ++other) {
            if (other != item && dice.onceIn(4)) {
                input.items[item].alternatives.push_back(other);
            }
        }
        if (dice.onceIn(3)) {
            input.items[item].minimum_lot = planning::Quantity{dice.between(1, 3'000'000'000)};
        }
    }
    if (dice.onceIn(2)) {
        return input;
    }
    input.overtime_is_limited = dice.onceIn(2);
    for (std::uint32_t entry = 0; entry < input.capacity.size(); ++entry) {
        if (dice.onceIn(4)) {
            continue;
        }
        planning::Overtime overtime;
        overtime.entry = entry;
        if (input.overtime_is_limited) {
            overtime.most =
                planning::Hours{dice.between(0, 2) * input.capacity[entry].hours.units / 4};
        }
        if (!dice.onceIn(4)) {
            overtime.cost_per_hour = planning::Money::whole(dice.between(1, 4) * 10);
        }
        if (overtime.most || overtime.cost_per_hour) {
            input.overtime.push_back(overtime);
        }
    }
    input.settings.rank_proposals_by = static_cast<planning::RankProposalsBy>(dice.between(0, 3));
    return input;
}

// The plan of the deals that stand in the exposure set and of `deal`, each where it stands: all of
// them are KEEPABLE just when the deal fits beside the others as they are.
inline planning::PlanInput othersAsTheyAre(const planning::CheckedPlan& plan,
                                           planning::DealIndex deal) {
    planning::PlanInput input = plan.input;
    for (planning::DealIndex other = 0; other < input.deals.size(); ++other) {
        const planning::Refusal* refusal = plan.report.refusalOf(other);
        if (other == deal || refusal == nullptr) {
            continue;
        }
        planning::Deal& record = input.deals[other];
        record.needs_check = !refusal->placed;
        for (std::uint32_t i = 0; refusal->placed && i < record.line_count; ++i) {
            input.lines[record.first_line + i].promised = *refusal->placed;
        }
    }
    return input;
}

inline planning::Hours hoursAdded(const Changes& changes) {
    planning::Hours sum;
    for (const CapacityAddition& addition : changes.capacity) {
        sum += addition.hours;
    }
    return sum;
}

// Whether the deal is KEEPABLE then, and nobody's verdict is worse.
inline bool helps(const planning::CheckedPlan& plan, planning::DealIndex deal,
                  const planning::PlanInput& changed) {
    const planning::CheckedPlan after = planning::checkPromises(changed);
    for (planning::DealIndex other = 0; other < changed.deals.size(); ++other) {
        if (after.report.verdicts[other] > plan.report.verdicts[other]) {
            return false;
        }
    }
    return after.report.verdicts[deal] == planning::Verdict::kKeepable;
}

inline std::string changesText(const planning::PlanInput& input, const Changes& changes) {
    std::string text;
    for (const DateChange& change : changes.dates) {
        text += "  deal " + std::to_string(change.deal) + " line " + std::to_string(change.line) +
                " from " + isoText(change.from) + " to " + isoText(change.to) + "\n";
    }
    for (const CapacityAddition& addition : changes.capacity) {
        text += "  " + input.resources[addition.resource] + ' ' + isoText(addition.period_start) +
                ": " + decimalText(addition.hours) + " h more\n";
    }
    for (const LineSplit& split : changes.splits) {
        text += "  deal " + std::to_string(split.deal) + " line " + std::to_string(split.line) +
                ": " + decimalText(split.on_time) + " on time, " + decimalText(split.rest) +
                " on " + isoText(split.rest_promised) + "\n";
    }
    for (const ItemChange& change : changes.items) {
        text += "  deal " + std::to_string(change.deal) + " line " + std::to_string(change.line) +
                ": item " + std::to_string(change.to) + "\n";
    }
    return text;
}

} // namespace keepable::proposals
