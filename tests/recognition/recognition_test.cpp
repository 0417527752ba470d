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

// Written last, by somebody who had not seen the code, and run once before anything was changed for
// it: precision 100.0 % (0 of 292 roles false), recall 85.7 % (287 of 335), 43 of 707 lines did not
// hold, five of these because this test took a list of people for capacity, or names for amounts.
// What it showed has been mended since, so it measures no longer what it measured then.
TEST(Recognition, HoldsTheSecondSetSinceItHasBeenSeen) {
    const Score score =
        scoreOf(std::filesystem::path{KEEPABLE_SOURCE_DIR} / "tests/recognition/second_set");
    std::cout << score.text();
    EXPECT_EQ(score.cases, 48);
    EXPECT_EQ(score.roles_false, 0);
    EXPECT_GE(score.roles_found * 100, score.roles_expected * 98);
    // What it does not hold. GRAMMAR.txt opens "1.040" in a .csv as a number with a point, whatever
    // the language. And “Maschinenbelegung”, the booking of machines, does not say that hours are
    // capacity, so the program does not take that table unless somebody points at it.
    EXPECT_EQ(score.failures,
              (std::vector<std::string>{
                  "04_tischlerei_monate: read: B8 | 1040, but 1.04",
                  "27_machines_across: table: capacity, sheet Belegung, heading row 4"}))
        << score.text();
}

} // namespace
} // namespace keepable::recognition_tests
