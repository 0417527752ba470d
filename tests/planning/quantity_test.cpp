// SPDX-License-Identifier: MPL-2.0
#include "planning/quantity.hpp"

#include <gtest/gtest.h>

#include <cstdint>

namespace keepable::planning {
namespace {

// In billionths, as both are kept.
Hours load(std::int64_t quantity_billionths, std::int64_t hours_billionths) {
    return loadOf(Quantity{quantity_billionths}, HoursPerUnit{hours_billionths});
}

TEST(LoadOf, WholeNumbersIsTheirProduct) {
    EXPECT_EQ(loadOf(Quantity::whole(12), HoursPerUnit::whole(3)), Hours::whole(36));
    EXPECT_EQ(loadOf(Quantity::whole(0), HoursPerUnit::whole(3)), Hours{});
    EXPECT_EQ(loadOf(Quantity::whole(3), HoursPerUnit::whole(0)), Hours{});
}

TEST(LoadOf, IsRoundedHalfUpToATenThousandthOfAnHour) {
    EXPECT_EQ(load(1'000'000'000, 49'999), Hours{0});
    EXPECT_EQ(load(1'000'000'000, 50'000), Hours{1});
    EXPECT_EQ(load(1'000'000'000, 149'999), Hours{1});
    EXPECT_EQ(load(1'000'000'000, 150'000), Hours{2});
    // 1.5 pieces of 0.3333 h: 0.49995 h, exactly half way.
    EXPECT_EQ(load(1'500'000'000, 333'300'000), Hours{5'000});
    EXPECT_EQ(load(1'499'999'999, 333'300'000), Hours{4'999});
}

TEST(LoadOf, AThirdOfAnHourAPieceIsNotLostOverManyPieces) {
    EXPECT_EQ(loadOf(Quantity::whole(30'000), HoursPerUnit{333'333'333}), Hours::whole(10'000));
}

TEST(LoadOf, TheSmallestAmountsIsNothing) {
    EXPECT_EQ(load(1, 1), Hours{0});
    EXPECT_EQ(load(1, 1'000'000'000), Hours{0});
}

TEST(LoadOf, TooMuchIsOneUnitAboveTheMost) {
    EXPECT_EQ(loadOf(Quantity::whole(10'000'000), HoursPerUnit::whole(1)), kMostHours);
    // Half a unit more rounds up, a little less than that does not.
    EXPECT_EQ(load(10'000'000'000'049'999, 1'000'000'000), kMostHours);
    EXPECT_EQ(load(10'000'000'000'050'000, 1'000'000'000), kMostHours + Hours{1});
    EXPECT_EQ(loadOf(Quantity::whole(10'000'001), HoursPerUnit::whole(1)), kMostHours + Hours{1});
    EXPECT_EQ(loadOf(kMostQuantity, kMostHoursPerUnit), kMostHours + Hours{1});
}

TEST(DecimalText, HasNoTrailingZeros) {
    EXPECT_EQ(decimalText(Hours::whole(12)), "12");
    EXPECT_EQ(decimalText(Hours{5'000}), "0.5");
    EXPECT_EQ(decimalText(Hours{-32'500}), "-3.25");
    EXPECT_EQ(decimalText(Hours{0}), "0");
    EXPECT_EQ(decimalText(Hours{1}), "0.0001");
    EXPECT_EQ(decimalText(Hours{-1}), "-0.0001");
    EXPECT_EQ(decimalText(Hours::whole(100)), "100");
    EXPECT_EQ(decimalText(Hours{1'000'500}), "100.05");
    EXPECT_EQ(decimalText(Quantity{1}), "0.000000001");
    EXPECT_EQ(decimalText(kMostQuantity), "1000000000");
}

TEST(Fixed, AddsAndComparesExactly) {
    Hours sum;
    for (int i = 0; i < 10; ++i) {
        sum += Hours{1'000}; // a tenth of an hour
    }
    EXPECT_EQ(sum, Hours::whole(1));
    EXPECT_LT(Hours{9'999}, Hours::whole(1));
    EXPECT_EQ(Hours::whole(3) - Hours::whole(5), Hours::whole(-2));
    EXPECT_EQ(Hours{25'000}.toDouble(), 2.5);
}

} // namespace
} // namespace keepable::planning
