// SPDX-License-Identifier: MPL-2.0
#include "portfolio/programs.hpp"
#include "portfolio/solver_process.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <unistd.h>

namespace keepable::portfolio {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// How late an answer is, the benchmark says; here a busy machine must not fail a test.
constexpr int kNotForEver = 10'000;

milliseconds since(steady_clock::time_point began) {
    return std::chrono::duration_cast<milliseconds>(steady_clock::now() - began);
}

// An executable of the test's own that plays the solver.
class Script {
  public:
    explicit Script(const std::string& body)
        : path_(std::filesystem::temp_directory_path() /
                ("keepable-script-" + std::to_string(getpid()))) {
        std::ofstream(path_) << "#!/bin/sh\n" << body << '\n';
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
    }
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;
    ~Script() { std::filesystem::remove(path_); }
    [[nodiscard]] std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

// Too hard to be proven within seconds.
BinaryProgram hardProgram() {
    BinaryProgram program = randomProgram(7, 300, 30);
    for (std::size_t column = 0; column < program.weights.size(); ++column) {
        std::int64_t weight = 500 + static_cast<std::int64_t>(column * 37 % 101);
        program.weights[column] = weight;
    }
    return program;
}

TEST(SolverProcess, ProvesTheBestOfSmallPrograms) {
    SolverProcess solver(KEEPABLE_SOLVER);
    for (std::uint64_t seed = 0; seed < 25; ++seed) {
        const BinaryProgram program = randomProgram(seed, 10, 3);
        const SolverResult result = solver.solve(program, Columns{}, {});
        ASSERT_EQ(result.end, SolverEnd::kProven) << "seed " << seed << ": " << result.failure;
        EXPECT_TRUE(result.answer.is_proven);
        EXPECT_TRUE(isFeasible(program, result.answer.chosen));
        EXPECT_EQ(result.answer.value, valueOf(program, result.answer.chosen));
        EXPECT_EQ(result.answer.value, bestValue(program)) << "seed " << seed;
        EXPECT_EQ(result.answer.bound, result.answer.value);
    }
}

TEST(SolverProcess, LargeWeightsAndHoursStayExact) {
    SolverProcess solver(KEEPABLE_SOLVER);
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        const BinaryProgram program = randomProgram(seed, 11, 3, 1'000'000'000);
        const SolverResult result = solver.solve(program, Columns{}, {});
        ASSERT_EQ(result.end, SolverEnd::kProven) << "seed " << seed << ": " << result.failure;
        EXPECT_EQ(result.answer.value, bestValue(program)) << "seed " << seed;
    }
}

TEST(SolverProcess, TheSameProgramGetsTheSameAnswer) {
    SolverProcess solver(KEEPABLE_SOLVER);
    const BinaryProgram program = randomProgram(3, 40, 5);
    const SolverResult first = solver.solve(program, Columns{}, {});
    ASSERT_EQ(first.end, SolverEnd::kProven) << first.failure;
    EXPECT_EQ(solver.solve(program, Columns{}, {}).answer, first.answer);
}

// Two columns of the same weight, only one of which fits, and what else the solver says.
SolverResult afterHearing(const std::string& lines) {
    BinaryProgram program;
    program.weights = {5, 5, 3};
    program.rows = {{{{0, 2}, {1, 2}, {2, 2}}, 2}};
    const Script script("cat >/dev/null; printf '" + lines + "'");
    SolverProcess solver(script.path());
    return solver.solve(program, Columns{}, {});
}

TEST(SolverProcess, AFinishedSearchHasTheLastWordAmongEqualChoices) {
    const SolverResult proven =
        afterHearing("found 1 1\\nincumbent 1 0\\nbound 5\\ndone optimal\\n");
    EXPECT_EQ(proven.end, SolverEnd::kProven) << proven.failure;
    EXPECT_EQ(proven.answer.chosen, Columns{0});
    const SolverResult stopped =
        afterHearing("found 1 1\\nincumbent 1 0\\nbound 5.5\\ndone stopped\\n");
    EXPECT_EQ(stopped.end, SolverEnd::kTimeIsUp) << stopped.failure;
    EXPECT_EQ(stopped.answer.chosen, Columns{1});
}

TEST(SolverProcess, WhatIsFoundBesideTheSearchCounts) {
    const SolverResult better =
        afterHearing("incumbent 1 2\\nfound 1 1\\nbound 5.5\\ndone stopped\\n");
    EXPECT_EQ(better.answer.chosen, Columns{1});
    EXPECT_EQ(better.answer.value, 5);
    // As far as it is feasible, and never as a reason to doubt a finished search.
    const SolverResult too_much =
        afterHearing("incumbent 1 0\\nfound 2 0 1\\nbound 5\\ndone optimal\\n");
    EXPECT_EQ(too_much.end, SolverEnd::kProven) << too_much.failure;
    EXPECT_EQ(too_much.answer.value, 5);
    EXPECT_TRUE(too_much.refused.empty());
}

TEST(SolverProcess, OfManyEqualChoicesTheSameOneComesBack) {
    SolverProcess solver(KEEPABLE_SOLVER);
    BinaryProgram program = randomProgram(11, 30, 3);
    for (std::int64_t& weight : program.weights) {
        weight = 1;
    }
    const SolverResult first = solver.solve(program, Columns{}, {});
    ASSERT_EQ(first.end, SolverEnd::kProven) << first.failure;
    for (int again = 0; again < 5; ++again) {
        EXPECT_EQ(solver.solve(program, Columns{}, {}).answer, first.answer);
    }
}

TEST(SolverProcess, AnswersAreNeverWorseThanTheStart) {
    SolverProcess solver(KEEPABLE_SOLVER);
    const BinaryProgram program = hardProgram();
    const Columns start = repaired(program, Columns{});
    const SolverResult result = solver.solve(program, start, {.time_limit = milliseconds{300}});
    EXPECT_GE(result.answer.value, valueOf(program, start));
    EXPECT_TRUE(isFeasible(program, result.answer.chosen));
    EXPECT_GE(result.answer.bound, result.answer.value);
}

TEST(SolverProcess, EndsWhenTheTimeIsUpWithTheBestSoFarAndItsBound) {
    SolverProcess solver(KEEPABLE_SOLVER);
    const BinaryProgram program = hardProgram();
    int told = 0;
    SolverTask task{.time_limit = milliseconds{3'000}};
    task.tell = [&](const Answer&) { ++told; };
    const auto began = steady_clock::now();
    const SolverResult result = solver.solve(program, Columns{}, task);
    EXPECT_LT(since(began).count(), kNotForEver);
    EXPECT_EQ(result.end, SolverEnd::kTimeIsUp) << result.failure;
    EXPECT_FALSE(result.answer.is_proven);
    EXPECT_GT(result.answer.value, 0);
    EXPECT_GT(result.answer.bound, result.answer.value);
    EXPECT_LT(result.answer.bound, quickBound(program));
    EXPECT_GT(told, 0);
}

TEST(SolverProcess, CancellingReturnsAtOnceWithTheBestSoFar) {
    SolverProcess solver(KEEPABLE_SOLVER);
    std::stop_source source;
    SolverTask task{.time_limit = milliseconds{60'000}, .stop = source.get_token()};
    task.tell = [&](const Answer&) { source.request_stop(); };
    const auto began = steady_clock::now();
    const SolverResult result = solver.solve(hardProgram(), Columns{}, task);
    EXPECT_EQ(result.end, SolverEnd::kCancelled);
    EXPECT_GT(result.answer.value, 0);
    EXPECT_LT(since(began).count(), kNotForEver);
}

TEST(SolverProcess, AMissingExecutableIsSaidAndTheStartComesBack) {
    SolverProcess solver("/nowhere/keepable-solver");
    const BinaryProgram program = randomProgram(1, 10, 2);
    const Columns start = repaired(program, Columns{});
    const SolverResult result = solver.solve(program, start, {});
    EXPECT_EQ(result.end, SolverEnd::kFailed);
    EXPECT_NE(result.failure.find("/nowhere/keepable-solver"), std::string::npos);
    EXPECT_EQ(result.answer.chosen, start);
    EXPECT_GE(result.answer.bound, bestValue(program));
}

TEST(SolverProcess, WhatIsNoProgramIsAFailureToo) {
    const Script text("exit 0");
    std::filesystem::permissions(text.path(), std::filesystem::perms::owner_read);
    SolverProcess solver(text.path());
    const BinaryProgram program = randomProgram(1, 10, 2);
    EXPECT_EQ(solver.solve(program, Columns{}, {}).end, SolverEnd::kFailed);
}

TEST(SolverProcess, ASolverThatDiesLeavesWhatItHadFound) {
    const BinaryProgram program = randomProgram(1, 10, 2);
    for (const char* end : {"kill -SEGV $$", "exit 3", "exit 0", "kill -KILL $$"}) {
        const Script script(std::string{"cat >/dev/null; echo incumbent 1 0; "} + end);
        SolverProcess solver(script.path());
        const SolverResult result = solver.solve(program, Columns{}, {});
        EXPECT_EQ(result.end, SolverEnd::kFailed) << end;
        EXPECT_FALSE(result.failure.empty()) << end;
        EXPECT_GE(result.answer.value, program.weights[0]) << end;
        EXPECT_FALSE(result.answer.is_proven) << end;
    }
}

TEST(SolverProcess, ASolverThatDoesNotListenIsNoTrouble) {
    const Script script("exit 0");
    SolverProcess solver(script.path());
    BinaryProgram program = hardProgram();
    EXPECT_EQ(solver.solve(program, Columns{}, {}).end, SolverEnd::kFailed);
}

TEST(SolverProcess, GarbageIsAFailureAndNotBelieved) {
    const BinaryProgram program = randomProgram(1, 10, 2);
    for (const char* garbage : {"head -c 100000 /dev/urandom; echo", "echo incumbent 1 99",
                                "echo bound nan", "yes nonsense", "tr '\\0' x </dev/zero"}) {
        const Script script(std::string{"cat >/dev/null; "} + garbage);
        SolverProcess solver(script.path());
        const SolverResult result =
            solver.solve(program, Columns{}, {.time_limit = milliseconds{2'000}});
        EXPECT_EQ(result.end, SolverEnd::kFailed) << garbage;
        EXPECT_EQ(result.answer.value, 0) << garbage;
        EXPECT_GE(result.answer.bound, bestValue(program)) << garbage;
    }
}

TEST(SolverProcess, ASolverThatHangsIsKilledWhenTheTimeIsUp) {
    const std::filesystem::path note =
        std::filesystem::temp_directory_path() / ("keepable-hang-" + std::to_string(getpid()));
    const Script script("echo $$ >" + note.string() + "; exec sleep 100");
    SolverProcess solver(script.path());
    const auto began = steady_clock::now();
    const SolverResult result =
        solver.solve(randomProgram(1, 10, 2), Columns{}, {.time_limit = milliseconds{1'000}});
    EXPECT_EQ(result.end, SolverEnd::kTimeIsUp);
    EXPECT_LT(since(began).count(), kNotForEver);
    int process = 0;
    std::ifstream(note) >> process;
    std::filesystem::remove(note);
    ASSERT_GT(process, 0);
    EXPECT_EQ(kill(process, 0), -1);
}

} // namespace
} // namespace keepable::portfolio
