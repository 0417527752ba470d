// SPDX-License-Identifier: MPL-2.0
#include "tables/row_problem.hpp"

#include <gtest/gtest.h>

namespace keepable::tables {
namespace {

RowProblem problem(std::string seen) {
    return {TableKind::kDeals, "Pipeline",      17,
            "Quantity",        std::move(seen), "a number of at least 0"};
}

TEST(RowProblem, SaysWhereWhatWasSeenAndWhatWasExpected) {
    EXPECT_EQ(problemText(problem("abc")),
              "Deals row 17, Quantity: “abc” is not a number of at least 0");
}

TEST(RowProblem, NamesEmptyCellsAndErrorsInWords) {
    EXPECT_EQ(problemText(problem("")),
              "Deals row 17, Quantity: an empty cell is not a number of at least 0");
    EXPECT_EQ(problemText(problem("an error")),
              "Deals row 17, Quantity: an error is not a number of at least 0");
}

TEST(RowProblem, CountsTheRowsOfTheSettingsWithinTheirRange) {
    RowProblem fence = problem("-5");
    fence.table = TableKind::kSettings;
    fence.heading = "Fence";
    EXPECT_EQ(problemText(fence),
              "row 17 of the settings range, Fence: “-5” is not a number of at least 0");
    fence.heading.clear();
    EXPECT_EQ(problemText(fence),
              "row 17 of the settings range: “-5” is not a number of at least 0");
}

TEST(RowProblem, NamesTheTableAndItsSheet) {
    EXPECT_EQ(tablePlace(TableKind::kCapacity, "Shop floor"), "Capacity, sheet “Shop floor”");
    EXPECT_EQ(tablePlace(TableKind::kItems, ""), "Items");
    EXPECT_EQ(tableName(TableKind::kSettings), "Settings");
}

} // namespace
} // namespace keepable::tables
