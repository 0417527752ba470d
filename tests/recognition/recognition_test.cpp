// SPDX-License-Identifier: MPL-2.0
//
// Holds what is recognised against the cases, written from the facts by somebody who had not seen
// the code (cases/GRAMMAR.txt): every line of every case. Prints precision and recall of the roles
// of columns.
#include "recognition/case_check.hpp"

#include <gtest/gtest.h>

#include <iostream>

namespace keepable::recognition_tests {
namespace {

Score scoreOf(const std::filesystem::path& cases) {
    Score score;
    for (const Case& one : readCases(cases)) {
        holdCase(one, readBook(one.folder), score);
    }
    return score;
}

TEST(Recognition, HoldsEveryLineOfTheCasesAndTakesNoDecoy) {
    const Score score =
        scoreOf(std::filesystem::path{KEEPABLE_SOURCE_DIR} / "tests/recognition/cases");
    std::cout << score.text();
    EXPECT_EQ(score.cases, 80);
    EXPECT_GT(score.roles_expected, 450);
    EXPECT_EQ(score.roles_false, 0);
    EXPECT_GE(score.roles_found * 100, score.roles_expected * 98);
    EXPECT_TRUE(score.failures.empty()) << score.text();
}

} // namespace
} // namespace keepable::recognition_tests
