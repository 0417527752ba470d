// SPDX-License-Identifier: MPL-2.0
//
// Portfolios of small random plans against every choice there is, with the engine as the judge.
#include "portfolio/portfolio.hpp"
#include "portfolio/portfolio_search.hpp"
#include "portfolio/solver_process.hpp"
#include "portfolio/tight_spans.hpp"
#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace keepable::portfolio {
namespace {

using planning::CheckedPlan;
using planning::DealClass;
using planning::DealIndex;
using planning::PlanInput;
using planning::Verdict;

constexpr std::size_t kMostChoices = 3'000;

PlanInput valuedPlan(std::uint64_t seed) {
    PlanInput input = support::randomPlan(seed);
    support::Dice dice(seed + 1'000'000);
    for (planning::Deal& deal : input.deals) {
        if (!dice.onceIn(8)) {
            deal.value = planning::Money::whole(dice.between(0, 60));
        }
    }
    return input;
}

// Each deal's choice: none, or a date (its first promised one for "as promised").
struct Choice {
    std::optional<planning::Day> date;
    bool is_as_promised = false;
};

class EveryChoice {
  public:
    EveryChoice(const CheckedPlan& plan, const PortfolioModel& model) : plan_(plan), model_(model) {
        choices_.resize(model.deals.size());
        for (std::vector<Choice>& of_deal : choices_) {
            of_deal.push_back({});
            of_deal.push_back({planning::kFirstDay, true});
        }
        for (const Option& option : model.options) {
            if (!option.is_as_promised) {
                choices_[option.place].push_back({option.date, false});
            }
        }
    }

    [[nodiscard]] std::size_t count() const {
        std::size_t count = 1;
        for (const std::vector<Choice>& of_deal : choices_) {
            count *= of_deal.size();
        }
        return count;
    }

    // The largest value that the engine lets keep.
    [[nodiscard]] std::int64_t best(const std::vector<std::int64_t>& weights) const {
        std::int64_t best = 0;
        for (std::size_t number = 0; number < count(); ++number) {
            PlanInput input = plan_.input;
            std::size_t rest = number;
            std::int64_t value = 0;
            std::vector<DealIndex> kept;
            for (std::size_t place = 0; place < choices_.size(); ++place) {
                const Choice& choice = choices_[place][rest % choices_[place].size()];
                rest /= choices_[place].size();
                planning::Deal& deal = input.deals[model_.deals[place]];
                if (!choice.date) {
                    deal.status = DealClass::kClosed;
                    continue;
                }
                kept.push_back(model_.deals[place]);
                value += weights[place];
                for (std::uint32_t i = 0; i < deal.line_count; ++i) {
                    planning::Line& line = input.lines[deal.first_line + i];
                    if (line.left.units > 0) {
                        line.promised = std::max(line.promised, *choice.date);
                    }
                }
            }
            if (value > best) {
                const CheckedPlan after = checkPromises(std::move(input));
                if (std::all_of(kept.begin(), kept.end(), [&](DealIndex deal) {
                        return after.report.verdicts[deal] == Verdict::kKeepable;
                    })) {
                    best = value;
                }
            }
        }
        return best;
    }

  private:
    const CheckedPlan& plan_;
    const PortfolioModel& model_;
    std::vector<std::vector<Choice>> choices_;
};

std::vector<std::int64_t> valuesOf(const CheckedPlan& plan, const PortfolioModel& model) {
    std::vector<std::int64_t> values;
    for (const DealIndex deal : model.deals) {
        values.push_back(plan.input.deals[deal].value.value_or(planning::Money{}).units);
    }
    return values;
}

TEST(PortfolioRandom, TheBestPortfolioIsTheBestOfAllThatTheEngineLetsKeep) {
    SolverProcess solver(KEEPABLE_SOLVER);
    int compared = 0;
    int declined = 0;
    int redated = 0;
    for (std::uint64_t seed = 0; seed < 160; ++seed) {
        CheckedPlan plan = planning::checkPromises(valuedPlan(seed));
        const Question question{.most_later_dates = seed % 3};
        const PortfolioModel model = portfolioModel(plan, question);
        const EveryChoice every(plan, model);
        if (model.deals.size() < 2 || every.count() > kMostChoices) {
            continue;
        }
        const Portfolio portfolio = bestPortfolio(plan, question, &solver, {});
        ASSERT_TRUE(portfolio.is_proven) << "seed " << seed << ": " << portfolio.failure;
        ASSERT_EQ(portfolio.value, every.best(valuesOf(plan, model)))
            << "seed " << seed << '\n'
            << support::planText(plan.input);
        EXPECT_EQ(portfolio.bound, portfolio.value);
        ++compared;
        for (const Decision& decision : portfolio.decisions) {
            declined += decision.kind == DecisionKind::kDecline ? 1 : 0;
            redated += decision.kind == DecisionKind::kReDate ? 1 : 0;
        }
    }
    EXPECT_GT(compared, 30);
    EXPECT_GT(declined, 30);
    EXPECT_GT(redated, 5);
}

// The rows say neither more nor less than the engine.
TEST(PortfolioRandom, ChoicesFitTheRowsJustWhenTheyFitTheCalendars) {
    int refused = 0;
    int allowed = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        CheckedPlan plan = planning::checkPromises(valuedPlan(seed));
        const PortfolioModel model = portfolioModel(plan, {.most_later_dates = 2});
        const TightSpans spans(plan, model);
        const BinaryProgram program = spans.program(1'000'000);
        ASSERT_TRUE(isExact(program));
        PortfolioSearch search(plan, model);
        support::Dice dice(seed);
        for (int trial = 0; trial < 10; ++trial) {
            Columns chosen;
            for (std::size_t place = 0; place < model.deals.size(); ++place) {
                const std::uint32_t first = model.first_option[place];
                const std::uint32_t end = model.first_option[place + 1];
                if (first < end && !dice.onceIn(3)) {
                    chosen.push_back(static_cast<Column>(dice.between(first, end - 1)));
                }
            }
            const bool fits = search.fits(chosen);
            ASSERT_EQ(isFeasible(program, chosen), fits) << "seed " << seed << '\n'
                                                         << support::planText(plan.input);
            BinaryProgram none = spans.program(0);
            const std::size_t before = none.rows.size();
            EXPECT_EQ(spans.addRows(chosen, none) == 0, fits) << "seed " << seed;
            EXPECT_EQ(none.rows.size() > before, !fits);
            EXPECT_EQ(isFeasible(none, chosen), fits);
            (fits ? allowed : refused) += 1;
        }
    }
    EXPECT_GT(refused, 100);
    EXPECT_GT(allowed, 100);
}

// bestPortfolio() itself asks the engine and throws when that refuses.
TEST(PortfolioRandom, TheQuickSearchIsFeasibleWithinItsBoundAndAtLeastTakingDealsByRank) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        CheckedPlan plan = planning::checkPromises(valuedPlan(seed));
        std::int64_t by_rank = 0;
        for (DealIndex deal = 0; deal < plan.input.deals.size(); ++deal) {
            if (plan.report.classes[deal] == DealClass::kTentative &&
                plan.report.verdicts[deal] == Verdict::kKeepable) {
                by_rank += plan.input.deals[deal].value.value_or(planning::Money{}).units;
            }
        }
        const Portfolio portfolio = bestPortfolio(plan, {}, nullptr, {});
        EXPECT_GE(portfolio.value, by_rank) << "seed " << seed;
        EXPECT_GE(portfolio.bound, portfolio.value) << "seed " << seed;
        const CheckedPlan after = planning::checkPromises(applied(plan.input, portfolio));
        for (DealIndex deal = 0; deal < plan.input.deals.size(); ++deal) {
            if (plan.report.classes[deal] != DealClass::kTentative) {
                EXPECT_EQ(after.report.verdicts[deal], plan.report.verdicts[deal]);
            }
        }
    }
}

TEST(PortfolioRandom, LargePlansStayFeasibleToo) {
    SolverProcess solver(KEEPABLE_SOLVER);
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
        PlanInput input = support::largeRandomPlan(seed);
        support::Dice dice(seed);
        for (planning::Deal& deal : input.deals) {
            deal.value = planning::Money::whole(dice.between(1, 1'000));
        }
        CheckedPlan plan = planning::checkPromises(std::move(input));
        const Portfolio quick = bestPortfolio(plan, {}, nullptr, {});
        const Portfolio solved =
            bestPortfolio(plan, {}, &solver, {.time_limit = std::chrono::milliseconds{1'500}});
        EXPECT_GE(solved.value, quick.value);
        EXPECT_LE(solved.bound, quick.bound);
        EXPECT_LE(quick.value, quick.bound);
    }
}

} // namespace
} // namespace keepable::portfolio
