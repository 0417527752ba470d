// SPDX-License-Identifier: MPL-2.0
#include "portfolio/binary_program.hpp"
#include "portfolio/programs.hpp"
#include "portfolio/solver_lines.hpp"

#include <gtest/gtest.h>

#include <string>

namespace keepable::portfolio {
namespace {

TEST(BinaryProgram, WhatIsRepairedFitsAndIsNeverWorseThanWhatFitAlready) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const BinaryProgram program = randomProgram(seed, 12, 4);
        support::Dice dice(~seed);
        Columns chosen;
        for (Column column = 0; column < program.weights.size(); ++column) {
            if (dice.onceIn(2)) {
                chosen.push_back(column);
            }
        }
        const Columns result = repaired(program, chosen);
        ASSERT_TRUE(isFeasible(program, result)) << "seed " << seed;
        if (isFeasible(program, chosen)) {
            EXPECT_TRUE(std::includes(result.begin(), result.end(), chosen.begin(), chosen.end()));
        }
    }
}

TEST(BinaryProgram, TheQuickBoundIsNeverBelowTheBest) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const BinaryProgram program = randomProgram(seed, 10, 3);
        EXPECT_GE(quickBound(program), bestValue(program)) << "seed " << seed;
    }
}

TEST(BinaryProgram, ReducingItChangesNoChoiceAndNoValue) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        BinaryProgram program = randomProgram(seed, 9, 3);
        for (std::int64_t& weight : program.weights) {
            weight *= 100;
        }
        for (Term& term : program.rows[0].terms) {
            term.coefficient *= 12;
        }
        program.rows[0].capacity = program.rows[0].capacity * 12 + 7;
        const Reduced small = reduced(program);
        EXPECT_EQ(bestValue(small.program) * small.unit, bestValue(program));
        EXPECT_GE(small.unit, 100);
    }
}

TEST(BinaryProgram, WhatIsForbiddenIsGoneAndNoFeasibleChoiceWithIt) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const BinaryProgram program = randomProgram(seed, 9, 3);
        BinaryProgram without = program;
        const Columns all{0, 1, 2, 3, 4, 5, 6, 7, 8};
        ASSERT_EQ(forbid(without, all), program.rows.size());
        without.rows.erase(without.rows.begin(), without.rows.begin() + 3);
        EXPECT_FALSE(isFeasible(without, all));
        without.rows.insert(without.rows.end(), program.rows.begin(), program.rows.end());
        EXPECT_EQ(bestValue(without), bestValue(program)) << "seed " << seed;
        EXPECT_EQ(forbid(without, Columns{}), 0U);
    }
}

TEST(BinaryProgram, NumbersBeyondWhatADoubleCountsExactlyAreRefused) {
    BinaryProgram program{{kMostExact, 0}, {{{{0, 1}, {1, 2}}, 3}}};
    EXPECT_TRUE(isExact(program));
    program.weights[1] = 1;
    EXPECT_FALSE(isExact(program));
    program.weights = {-1, 1};
    EXPECT_FALSE(isExact(program));
    program.weights = {1, 1};
    program.rows[0].terms[1].coefficient = kMostExact;
    EXPECT_FALSE(isExact(program));
}

TEST(SolverListener, LinesInPiecesAreHeardAsTheyWereMeant) {
    const BinaryProgram program{{5, 4, 3}, {{{{0, 1}, {1, 1}, {2, 1}}, 2}}};
    SolverListener listener(program, Columns{2});
    EXPECT_EQ(listener.answer().value, 3);
    EXPECT_FALSE(listener.hear("incumbent 2 0"));
    EXPECT_TRUE(listener.hear(" 2\nbound 8.00"));
    EXPECT_EQ(listener.answer().value, 8);
    EXPECT_TRUE(listener.hear("00001\ndone optimal\n")); // a better bound
    EXPECT_TRUE(listener.isDone());
    EXPECT_TRUE(listener.answer().is_proven);
    EXPECT_TRUE(listener.failure().empty());
}

TEST(SolverListener, AChoiceThatDoesNotFitIsRepairedAndProvesNothingByItself) {
    const BinaryProgram program{{5, 4, 3}, {{{{0, 2}, {1, 1}, {2, 1}}, 2}}};
    SolverListener listener(program, Columns{});
    EXPECT_TRUE(listener.hear("incumbent 2 0 1\nbound 9\ndone optimal\n"));
    EXPECT_TRUE(isFeasible(program, listener.answer().chosen));
    EXPECT_LT(listener.answer().value, 9);
    EXPECT_FALSE(listener.answer().is_proven);
    EXPECT_EQ(listener.refused(), (Columns{0, 1}));
}

TEST(SolverListener, WhatMakesNoSenseIsAFailureAndChangesNothing) {
    const BinaryProgram program{{5, 4, 3}, {{{{0, 2}, {1, 1}, {2, 1}}, 2}}};
    for (const char* line :
         {"incumbent 1 3", "incumbent 2 0", "incumbent 1 -1", "incumbent x", "bound", "bound nan",
          "bound x", "done", "done perhaps", "", "\x01\x02", "failed out of memory"}) {
        SolverListener listener(program, Columns{1});
        EXPECT_FALSE(listener.hear(std::string{line} + "\n")) << line;
        EXPECT_FALSE(listener.failure().empty()) << line;
        EXPECT_FALSE(listener.isDone()) << line;
        EXPECT_EQ(listener.answer().value, 4) << line;
        listener.hear("incumbent 1 0\n");
        EXPECT_EQ(listener.answer().value, 4) << line;
    }
}

} // namespace
} // namespace keepable::portfolio
