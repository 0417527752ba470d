// SPDX-License-Identifier: MPL-2.0
#include "views/columns.hpp"

#include <gtest/gtest.h>

namespace keepable::views {
namespace {

constexpr int kGap = 6;
constexpr int kLongest = 144;
const std::vector<int> kBoxes{106, 112, 124, 100};

int countAt(int room) {
    return columnsFor(kBoxes, room, kGap, kLongest).count;
}

TEST(Columns, AreAsManyAsShowAllTheirText) {
    EXPECT_EQ(countAt(238), 1) << "a panel of 250 pixels";
    EXPECT_EQ(countAt(253), 1);
    EXPECT_EQ(countAt(254), 2) << "two of 124 and the gap";
    EXPECT_EQ(countAt(438), 2) << "four would cut the longest";
    EXPECT_EQ(countAt(513), 2);
    EXPECT_EQ(countAt(514), 4) << "four of 124 and three gaps";
}

TEST(Columns, AreNeverUneven) {
    for (int room = 0; room < 700; ++room) {
        EXPECT_NE(countAt(room), 3) << room;
    }
}

TEST(Columns, AreNotSpoiltByOneVeryLongName) {
    EXPECT_EQ(columnsFor({106, 112, 500, 100}, 294, kGap, kLongest).count, 2);
    EXPECT_EQ(columnsFor({106, 112, 500, 100}, 293, kGap, kLongest).count, 1);
}

TEST(Columns, FillTheRoomAndKeepTheGap) {
    const Columns columns = columnsFor(kBoxes, 515, kGap, kLongest);
    ASSERT_EQ(columns.count, 4);
    EXPECT_EQ(columns.left(0), 0);
    for (std::size_t field = 1; field < 4; ++field) {
        EXPECT_EQ(columns.left(field), columns.left(field - 1) + columns.width(field - 1) + kGap);
    }
    EXPECT_EQ(columns.left(3) + columns.width(3), 515);
}

TEST(Columns, BeginAgainInTheNextRow) {
    const Columns columns = columnsFor(kBoxes, 300, kGap, kLongest);
    ASSERT_EQ(columns.count, 2);
    EXPECT_EQ(columns.left(2), columns.left(0));
    EXPECT_EQ(columns.indexOf(3), 1);
}

TEST(Columns, OfNothingAreOne) {
    EXPECT_EQ(columnsFor({}, 300, kGap, kLongest).count, 1);
}

} // namespace
} // namespace keepable::views
