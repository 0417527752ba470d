// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/strategy_rules.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace keepable::tables {
namespace {

using planning::DealClass;
using planning::Money;
using planning::Priority;
using planning::Strategy;

PlanTables plan() {
    PlanTables made;
    made.names = {"", "Miller & Sons", "Ann"};
    made.texts = {{"D1", 1, 2, 1, {}}, {"D2", 0, 2, 2, {}}};
    return made;
}

StrategyRulesRead read(Rows rows) {
    return readStrategyRules(gridOf(rows, 9), plan(), StatusWords{}, CellReader{context()});
}

Sentences problemsOf(const StrategyRulesRead& read) {
    Sentences sentences;
    for (const BlockProblem& problem : read.problems) {
        sentences.push_back(problemText(problem));
    }
    return sentences;
}

TEST(StrategyRules, AreReadInTheirOrder) {
    const StrategyRulesRead rules =
        read({{"Setting", "Value"},
              {"Fence", 14},
              {},
              {"Rules"},
              {" strategy ", "Status", "Customer", "Owner", "Value from", "Value to", "Priority"},
              {"Win", kEmptyCell, " miller  & SONS", "Ann"},
              {"gain", "won", kEmptyCell, kEmptyCell, 1000, "20,000", "High"},
              {"lose"},
              {},
              {"fill"}});
    EXPECT_EQ(problemsOf(rules), Sentences{});
    ASSERT_EQ(rules.rules.size(), 3U); // the block ends with an empty row
    EXPECT_EQ(rules.rows, (std::vector<std::int32_t>{15, 16, 17}));
    EXPECT_EQ(rules.rules[0].strategy, Strategy::kWin);
    EXPECT_EQ(rules.rules[0].customer, 1U);
    EXPECT_EQ(rules.rules[0].owner, 2U);
    EXPECT_EQ(rules.rules[0].deal_class, std::nullopt);
    EXPECT_EQ(rules.rules[1].deal_class, DealClass::kFirm);
    EXPECT_EQ(rules.rules[1].value_from, Money::whole(1'000));
    EXPECT_EQ(rules.rules[1].value_to, Money::whole(20'000));
    EXPECT_EQ(rules.rules[1].priority, Priority::whole(1));
    EXPECT_EQ(rules.rules[2], (planning::StrategyRule{Strategy::kLose}));
}

TEST(StrategyRules, MayStandAnywhereWithColumnsInAnyOrder) {
    const StrategyRulesRead rules =
        read({{"x", "Status", "Remark", "Strategy"}, {"y", "held", "ours", "fill"}});
    ASSERT_EQ(rules.rules.size(), 1U);
    EXPECT_EQ(rules.rules[0].deal_class, DealClass::kHeld);
    EXPECT_EQ(rules.rules[0].strategy, Strategy::kFill);
    EXPECT_TRUE(read({{"Status", "Customer"}, {"won", "Miller"}}).rules.empty());
    EXPECT_TRUE(read({}).rules.empty());
}

TEST(StrategyRules, LeaveOutRowsThatCannotBeRead) {
    const StrategyRulesRead rules =
        read({{"Strategy", "Status", "Customer", "Value from", "Priority"},
              {"winn"},
              {kEmptyCell, "firm"},
              {"win", "closed"},
              {"win", kEmptyCell, kErrorCell},
              {"win", kEmptyCell, kEmptyCell, "much"},
              {"win", kEmptyCell, kEmptyCell, kEmptyCell, "urgent"},
              {"fill", kEmptyCell, "Nobody we know"}});
    EXPECT_EQ(problemsOf(rules),
              (Sentences{
                  "row 11, Strategy: “winn” is not “win”, “gain”, “redistribute”, “fill” or “lose”",
                  "row 12, Strategy: an empty cell is not “win”, “gain”, “redistribute”, “fill” or "
                  "“lose”",
                  "row 13, Status: “closed” is not a status of open or confirmed deals",
                  "row 14, Customer: an error is not a name",
                  "row 15, Value from: “much” is not a number of at least 0",
                  "row 16, Priority: “urgent” is not a number of at least 0, or High, Medium or "
                  "Low"}));
    ASSERT_EQ(rules.rules.size(), 1U);
    EXPECT_EQ(rules.rules[0].customer, planning::kNobody);
}

TEST(StrategyRules, NumberCustomersAndOwnersAsThePlanDoes) {
    const auto parties = partiesOf(plan());
    ASSERT_EQ(parties.size(), 2U);
    EXPECT_EQ(parties[0].customer, 1U);
    EXPECT_EQ(parties[1].owner, 2U);
}

} // namespace
} // namespace keepable::tables
