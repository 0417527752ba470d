// SPDX-License-Identifier: MPL-2.0
// The re-promise run on thousands of random plans: what each strategy promises holds, and the result
// is that of the slow twin. KEEPABLE_SOAK multiplies.
#include "proposals/re_promise.hpp"
#include "proposals/slow_re_promise.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <numeric>

namespace keepable::proposals {
namespace {

using namespace planning;

std::vector<DealStrategy> randomStrategies(std::uint64_t seed, const PlanInput& input) {
    support::Dice dice(seed * 31 + 7);
    if (dice.onceIn(8)) {
        return strategiesFor(input, {}, {});
    }
    std::vector<DealStrategy> strategies;
    for (std::size_t i = 0; i < input.deals.size(); ++i) {
        strategies.push_back({static_cast<Strategy>(dice.between(0, 4)), 0});
    }
    return strategies;
}

std::string describe(std::uint64_t seed, const PlanInput& input,
                     const std::vector<DealStrategy>& strategies, const RePromise& result) {
    std::string text = "seed " + std::to_string(seed) + "\n";
    for (const Repromised& row : result.deals) {
        text += "  deal " + std::to_string(row.deal) + ' ' +
                std::string{strategyName(strategies[row.deal].strategy)} + ", outcome " +
                std::to_string(static_cast<int>(row.outcome)) + "\n";
    }
    return text + changesText(input, result.changes) + support::planText(input);
}

// No two deals have the same rank but by their priorities, so dates and rows make no difference.
void rankByPriority(PlanInput& input, std::uint64_t seed) {
    std::vector<std::int64_t> priorities(input.deals.size());
    std::iota(priorities.begin(), priorities.end(), 1);
    support::Dice dice(seed);
    for (std::size_t i = priorities.size(); i > 1; --i) {
        std::swap(priorities[i - 1], priorities[static_cast<std::size_t>(
                                         dice.between(0, static_cast<std::int64_t>(i) - 1))]);
    }
    input.settings.rank_by = RankBy::kPriority;
    for (std::size_t i = 0; i < priorities.size(); ++i) {
        input.deals[i].priority = Priority::whole(priorities[i]);
    }
}

bool isLeftAlone(const Repromised& row) {
    return row.outcome == Outcome::kException || row.outcome == Outcome::kNoDate;
}

// Whether the plan counts work of deals that the run left alone.
bool hasClaims(const RePromise& result) {
    return std::ranges::any_of(result.deals, [](const Repromised& row) {
        return row.is_left_alone &&
               (row.after == Verdict::kKeepable || row.refusal->placed.has_value());
    });
}

TEST(RePromiseRandom, KeepsWhatEachStrategyPromises) {
    std::array<int, 5> outcomes{};
    int moved = 0;
    for (std::uint64_t seed = 0; seed < 4'000 * soak(); ++seed) {
        const CheckedPlan plan =
            checkPromises(seed % 20 == 0 ? support::largeRandomPlan(seed) : randomInput(seed));
        const auto strategies = randomStrategies(seed, plan.input);
        const RePromise result = rePromise(plan, strategies).value();
        const auto said = [&] { return describe(seed, plan.input, strategies, result); };
        ASSERT_EQ(result.deals.size(), plan.report.rank_order.size());
        const CheckedPlan after = checkPromises(applied(plan.input, result.changes));
        ASSERT_EQ(result.after.verdicts, after.report.verdicts);
        std::vector<DateChange> changed;
        for (std::size_t i = 0; i < result.deals.size(); ++i) {
            const Repromised& row = result.deals[i];
            const Strategy strategy = strategies[row.deal].strategy;
            ++outcomes[static_cast<std::size_t>(row.outcome)];
            ASSERT_TRUE(i == 0 || strategies[result.deals[i - 1].deal].strategy <= strategy);
            ASSERT_EQ(row.before, plan.report.verdicts[row.deal]);
            ASSERT_EQ(row.after, after.report.verdicts[row.deal]);
            ASSERT_EQ(row.after == Verdict::kKeepable, !isLeftAlone(row)) << said();
            ASSERT_TRUE(row.is_left_alone || !isLeftAlone(row)) << said();
            ASSERT_TRUE(row.refusal || (!isLeftAlone(row) && row.outcome != Outcome::kLater))
                << said();
            for (const DateChange& line : row.lines) {
                if (line.to != line.from) {
                    changed.push_back(line);
                    ASSERT_FALSE(isLeftAlone(row)) << said();
                }
                ASSERT_TRUE(strategy != Strategy::kWin || line.to == line.from) << said();
                ASSERT_TRUE(strategy != Strategy::kGain || line.to <= line.from) << said();
                ASSERT_TRUE(strategy < Strategy::kFill || line.to >= line.from) << said();
            }
            ASSERT_TRUE(row.outcome != Outcome::kException || strategy <= Strategy::kGain);
            ASSERT_TRUE(row.outcome != Outcome::kNoDate || strategy > Strategy::kGain);
        }
        std::ranges::sort(changed, {}, &DateChange::line);
        ASSERT_EQ(changed, result.changes.dates);
        ASSERT_TRUE(result.changes.capacity.empty() && result.changes.splits.empty() &&
                    result.changes.items.empty());
        moved += static_cast<int>(changed.size());
    }
    std::cout << "earlier " << outcomes[0] << ", kept " << outcomes[1] << ", later " << outcomes[2]
              << ", exceptions " << outcomes[3] << ", no date " << outcomes[4] << ", lines moved "
              << moved << '\n';
    for (const int count : outcomes) {
        EXPECT_GE(count, 500);
    }
}

TEST(RePromiseRandom, IsWhatTheSlowTwinSays) {
    std::array<int, 8> rounds{};
    for (std::uint64_t seed = 0; seed < 600 * soak(); ++seed) {
        const CheckedPlan plan = checkPromises(randomInput(seed));
        if (plan.input.deals.size() > 9) {
            continue; // too slow
        }
        const auto strategies = randomStrategies(seed, plan.input);
        const RePromise result = rePromise(plan, strategies).value();
        SlowRePromise slow(plan, strategies);
        const PlanInput expected = slow.run();
        ++rounds[static_cast<std::size_t>(std::min(slow.rounds(), 7))];
        for (const Repromised& row : result.deals) {
            for (const DateChange& line : row.lines) {
                ASSERT_EQ(isoText(line.to), isoText(expected.lines[line.line].promised))
                    << "deal " << row.deal << ' ' << describe(seed, plan.input, strategies, result);
            }
        }
    }
    std::cout << "rounds:";
    for (const int count : rounds) {
        std::cout << ' ' << count;
    }
    std::cout << '\n';
    EXPECT_GE(rounds[2] + rounds[3], 10);
}

TEST(RePromiseRandom, ServesEarlierStrategiesAsIfThereWereNoLaterOnes) {
    int compared = 0;
    for (std::uint64_t seed = 0; seed < 2'000 * soak(); ++seed) {
        const CheckedPlan plan = checkPromises(randomInput(seed));
        const auto strategies = randomStrategies(seed, plan.input);
        const RePromise result = rePromise(plan, strategies).value();
        if (hasClaims(result)) {
            continue;
        }
        for (const Strategy last :
             {Strategy::kWin, Strategy::kGain, Strategy::kRedistribute, Strategy::kFill}) {
            PlanInput input = plan.input;
            for (DealIndex deal = 0; deal < input.deals.size(); ++deal) {
                input.deals[deal].needs_check =
                    input.deals[deal].needs_check || strategies[deal].strategy > last;
            }
            const RePromise without = rePromise(checkPromises(input), strategies).value();
            if (hasClaims(without)) {
                continue;
            }
            for (std::size_t i = 0; i < without.deals.size(); ++i) {
                ASSERT_EQ(without.deals[i].deal, result.deals[i].deal);
                ASSERT_EQ(without.deals[i].lines, result.deals[i].lines)
                    << describe(seed, plan.input, strategies, result);
                ASSERT_EQ(without.deals[i].outcome, result.deals[i].outcome)
                    << describe(seed, plan.input, strategies, result);
                ++compared;
            }
        }
    }
    EXPECT_GE(compared, 5'000);
}

TEST(RePromiseRandom, ChangesNothingTheSecondTime) {
    int same = 0;
    int moved_again = 0;
    int left_again = 0;
    int by_date = 0;
    for (std::uint64_t seed = 0; seed < 2'000 * soak(); ++seed) {
        PlanInput input = randomInput(seed);
        const bool is_fixed_rank = seed % 2 == 0;
        if (is_fixed_rank) {
            rankByPriority(input, seed);
        }
        const CheckedPlan plan = checkPromises(input);
        const auto strategies = randomStrategies(seed, plan.input);
        const RePromise result = rePromise(plan, strategies).value();
        const CheckedPlan after = checkPromises(applied(plan.input, result.changes));
        const RePromise again = rePromise(after, strategies).value();
        const bool is_left = std::ranges::any_of(result.deals, isLeftAlone);
        if (again.changes.isEmpty()) {
            ++same;
            continue;
        }
        ++(is_left ? left_again : is_fixed_rank ? moved_again : by_date);
        ASSERT_TRUE(is_left || !is_fixed_rank)
            << describe(seed, plan.input, strategies, result) << "again\n"
            << changesText(after.input, again.changes);
    }
    std::cout << "unchanged " << same << ", moved again: with deals left alone " << left_again
              << ", by rank that hangs on dates " << by_date << '\n';
    EXPECT_EQ(moved_again, 0);
    EXPECT_GE(same, 1'800);
}

TEST(RePromiseRandom, DoesNotHangOnTheOrderOfRows) {
    for (std::uint64_t seed = 0; seed < 1'000 * soak(); ++seed) {
        PlanInput input = randomInput(seed);
        rankByPriority(input, seed);
        const auto strategies = randomStrategies(seed, input);
        PlanInput turned = input;
        turned.lines.clear();
        std::ranges::reverse(turned.deals);
        std::vector<std::uint32_t> line_of; // of the input, by line of the turned one
        for (Deal& deal : turned.deals) {
            const std::uint32_t first = deal.first_line;
            deal.first_line = static_cast<std::uint32_t>(turned.lines.size());
            for (std::uint32_t i = 0; i < deal.line_count; ++i) {
                turned.lines.push_back(input.lines[first + i]);
                line_of.push_back(first + i);
            }
        }
        std::vector<DealStrategy> turned_strategies(strategies.rbegin(), strategies.rend());
        const RePromise result = rePromise(checkPromises(input), strategies).value();
        RePromise other = rePromise(checkPromises(turned), turned_strategies).value();
        for (DateChange& change : other.changes.dates) {
            change.deal = static_cast<DealIndex>(input.deals.size()) - 1 - change.deal;
            change.line = line_of[change.line];
        }
        std::ranges::sort(other.changes.dates, {}, &DateChange::line);
        ASSERT_EQ(result.changes, other.changes) << describe(seed, input, strategies, result);
    }
}

} // namespace
} // namespace keepable::proposals
