// SPDX-License-Identifier: MPL-2.0
// Every proposal for 10,000 conflicts of small random plans: applied, its deal is KEEPABLE and nobody
// is worse off; and a re-date is the earliest there is, by the slow twin. KEEPABLE_SOAK multiplies.
#include "proposals/cases.hpp"
#include "proposals/small_cases.hpp"
#include "proposals/ways_out.hpp"
#include "support/slow_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>

namespace keepable::proposals {
namespace {

using namespace planning;

constexpr std::uint64_t kConflicts = 2'500; // of each block
constexpr std::uint64_t kBlocks = 4;

std::string describe(std::uint64_t seed, const PlanInput& input, const Proposal& proposal) {
    return "seed " + std::to_string(seed) + ", deal " + std::to_string(proposal.deal) + ", " +
           std::string{proposalName(proposal.kind)} + "\n" + changesText(input, proposal.changes) +
           support::planText(input);
}

bool isOrdered(const Proposal& left, const Proposal& right, RankProposalsBy rank_by) {
    if (left.changes.isEmpty() || right.changes.isEmpty()) {
        return right.changes.isEmpty();
    }
    switch (rank_by) {
    case RankProposalsBy::kDaysLate:
        return left.days_late <= right.days_late;
    case RankProposalsBy::kExtraCost:
        return !right.extra_cost || (left.extra_cost && *left.extra_cost <= *right.extra_cost);
    case RankProposalsBy::kValueAtStake:
        return left.value_at_stake <= right.value_at_stake;
    case RankProposalsBy::kDealsAffected:
        return left.affected.size() <= right.affected.size();
    }
    return false;
}

class Conflicts : public testing::TestWithParam<std::uint64_t> {
  protected:
    void check(std::uint64_t seed, CheckedPlan& plan, DealIndex deal) {
        const PlanInput& input = plan.input;
        const std::vector<Proposal> ways = waysOut(plan, deal);
        ASSERT_FALSE(ways.empty());
        EXPECT_EQ(ways.back().kind, ProposalKind::kAcceptRisk);
        for (std::size_t i = 0; i < ways.size(); ++i) {
            ++count_[ways[i].kind];
            ASSERT_TRUE(i == 0 || isOrdered(ways[i - 1], ways[i], input.settings.rank_proposals_by))
                << describe(seed, input, ways[i]);
            if (!ways[i].changes.isEmpty()) {
                ASSERT_TRUE(helps(plan, deal, applied(input, ways[i].changes)))
                    << describe(seed, input, ways[i]);
            }
        }
        const auto re_date = std::ranges::find(ways, ProposalKind::kReDate, &Proposal::kind);
        const auto earliest = support::SlowPlan(input).earliestDate(deal);
        ASSERT_EQ(re_date != ways.end(), earliest.has_value()) << seed << ' ' << deal;
        if (earliest) {
            for (const DateChange& change : re_date->changes.dates) {
                ASSERT_EQ(change.to, *earliest) << describe(seed, input, *re_date);
            }
        }
    }

    std::map<ProposalKind, int> count_;
};

TEST_P(Conflicts, HaveWaysOutThatHelpAndHurtNobody) {
    const std::uint64_t first_seed = GetParam() * 1'000'000'000;
    std::uint64_t conflicts = 0;
    std::uint64_t seed = first_seed;
    for (; conflicts < kConflicts * soak() && !HasFatalFailure(); ++seed) {
        CheckedPlan plan = checkPromises(randomInput(seed));
        for (std::size_t i = 0; i < plan.report.refusals.size() && !HasFatalFailure(); ++i) {
            check(seed, plan, plan.report.refusals[i].deal);
            ++conflicts;
        }
        // Asking leaves the plan as it was.
        ASSERT_EQ(plan.report.verdicts, checkPromises(plan.input).report.verdicts);
    }
    std::cout << conflicts << " conflicts from seed " << first_seed;
    for (const auto& [kind, count] : count_) {
        std::cout << ", " << proposalName(kind) << ' ' << count;
        // Room made by others is rare: who could move is mostly gone, or the confirmed set is full.
        EXPECT_GE(count, kind == ProposalKind::kMoveOthers ? 20 : 100) << proposalName(kind);
    }
    std::cout << '\n';
    EXPECT_EQ(count_.size(), 6U);
}

INSTANTIATE_TEST_SUITE_P(Block, Conflicts, testing::Range<std::uint64_t>(0, kBlocks));

TEST(WaysOut, AreTheSameEveryTime) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        CheckedPlan plan = checkPromises(randomInput(seed));
        CheckedPlan again = checkPromises(randomInput(seed));
        for (const Refusal& refusal : plan.report.refusals) {
            const std::vector<Proposal> ways = waysOut(plan, refusal.deal);
            // What has been asked before makes no difference either.
            EXPECT_EQ(ways, waysOut(plan, refusal.deal)) << seed;
            EXPECT_EQ(ways, waysOut(again, refusal.deal)) << seed;
        }
    }
}

// Where many deals share the resources, what is tried is less and more is left out of it.
TEST(WaysOut, HelpAndHurtNobodyAmongManyDeals) {
    SmallShape shape;
    shape.least_periods = 50;
    shape.most_periods = 80;
    shape.least_deals = 90;
    shape.most_deals = 150;
    std::map<ProposalKind, int> count;
    for (std::uint64_t seed = 0; seed < 5 * soak(); ++seed) {
        CheckedPlan plan = checkPromises(SmallCase(seed, shape).write());
        const std::vector<Refusal> refusals = plan.report.refusals;
        for (std::size_t i = 0; i < refusals.size(); i += 4) {
            for (const Proposal& way : waysOut(plan, refusals[i].deal)) {
                ++count[way.kind];
                ASSERT_TRUE(way.changes.isEmpty() ||
                            helps(plan, way.deal, applied(plan.input, way.changes)))
                    << describe(seed, plan.input, way);
            }
        }
    }
    for (const auto& [kind, made] : count) {
        std::cout << proposalName(kind) << ' ' << made << ", ";
        EXPECT_GE(made, 3) << proposalName(kind);
    }
    std::cout << '\n';
    EXPECT_GE(2 * count[ProposalKind::kAddCapacity], count[ProposalKind::kAcceptRisk]);
}

TEST(EarlierPossible, KeepsThePromiseAndHurtsNobody) {
    int offered = 0;
    for (std::uint64_t seed = 0; seed < 500 * soak(); ++seed) {
        CheckedPlan plan = checkPromises(randomInput(seed));
        for (DealIndex deal = 0; deal < plan.input.deals.size(); ++deal) {
            const auto dates = earlierPossible(plan, deal);
            if (!dates) {
                continue;
            }
            ++offered;
            Changes changes;
            changes.dates = *dates;
            for (const DateChange& change : *dates) {
                EXPECT_LT(change.to, change.from) << seed << ' ' << deal;
            }
            ASSERT_TRUE(helps(plan, deal, applied(plan.input, changes)))
                << "seed " << seed << " deal " << deal << "\n"
                << changesText(plan.input, changes) << support::planText(plan.input);
        }
    }
    EXPECT_GE(offered, 100);
}

} // namespace
} // namespace keepable::proposals
