// SPDX-License-Identifier: MPL-2.0
#include "proposals/changes.hpp"
#include "proposals/ways_out.hpp"
#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>

namespace keepable::proposals {
namespace {
using namespace planning;

PlanInput randomInput(std::uint64_t seed) {
    PlanInput input = support::randomPlan(seed);
    support::Dice dice(seed ^ 0x9e3779b97f4a7c15U);
    for (ItemIndex item = 0; item < input.items.size(); ++item) {
        for (ItemIndex other = 0; other < input.items.size(); ++other) {
            if (other != item && dice.onceIn(4)) {
                input.items[item].alternatives.push_back(other);
            }
        }
        if (dice.onceIn(3)) {
            input.items[item].minimum_lot = Quantity{dice.between(1, 3'000'000'000)};
        }
    }
    if (dice.onceIn(3)) {
        input.overtime_is_limited = dice.onceIn(2);
        for (std::uint32_t entry = 0; entry < input.capacity.size(); ++entry) {
            if (!dice.onceIn(4)) {
                Overtime overtime;
                overtime.entry = entry;
                if (input.overtime_is_limited) {
                    overtime.most = Hours{dice.between(0, 2) * input.capacity[entry].hours.units / 4};
                }
                if (!dice.onceIn(4)) {
                    overtime.cost_per_hour = Money::whole(dice.between(1, 4) * 10);
                }
                input.overtime.push_back(overtime);
            }
        }
    }
    return input;
}

TEST(WaysOut, Explore) {
    const char* count_text = std::getenv("PLANS");
    const std::uint64_t count = count_text ? std::strtoull(count_text, nullptr, 10) : 1000;
    std::map<std::string, int> counts;
    int bad = 0;
    for (std::uint64_t seed = 0; seed < count; ++seed) {
        const PlanInput input = randomInput(seed);
        CheckedPlan plan = checkPromises(input);
        for (const Refusal& refusal : plan.report.refusals) {
            const std::string verdict = plan.report.classes[refusal.deal] == DealClass::kTentative ? support::text(plan.report.verdicts[refusal.deal]) : "firm";
            ++counts["refused " + verdict];
            for (const Proposal& proposal : waysOut(plan, refusal.deal)) {
                ++counts[std::string(proposalName(proposal.kind)) + " " + verdict + (proposal.also_served.empty() ? "" : " also served")];
                if (proposal.changes.isEmpty()) continue;
                const CheckedPlan after = checkPromises(applied(input, proposal.changes));
                bool ok = after.report.verdicts[refusal.deal] == Verdict::kKeepable;
                for (DealIndex d = 0; d < input.deals.size(); ++d) {
                    if (after.report.verdicts[d] > plan.report.verdicts[d]) ok = false;
                }
                if (!ok) {
                    ++counts["BAD " + std::string(proposalName(proposal.kind)) + " " + verdict];
                    if (++bad < 3) {
                        std::cout << "seed " << seed << " deal " << refusal.deal << " " << proposalName(proposal.kind) << "\n" << support::planText(input);
                        for (const auto& c : proposal.changes.capacity) std::cout << "add " << decimalText(c.hours) << " at " << isoText(c.period_start) << " " << c.resource << " entry " << c.entry << "\n";
                        for (const auto& c : previewOf(plan, proposal.changes)) std::cout << c.deal << ' ' << support::text(c.before) << " -> " << support::text(c.after) << '\n';
                    }
                }
            }
        }
    }
    for (const auto& [key, n] : counts) std::cout << key << ": " << n << '\n';
    EXPECT_EQ(bad, 0);
}

} // namespace
} // namespace keepable::proposals
