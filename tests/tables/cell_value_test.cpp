// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/cell_value.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace keepable::tables {
namespace {

using planning::Money;
using planning::Quantity;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

template <class Value> std::string text(const CellValue<Value>& value, auto&& print) {
    switch (value.state) {
    case CellState::kEmpty:
        return "empty";
    case CellState::kRead:
        return print(value.value);
    case CellState::kUnreadable:
        return "unreadable";
    case CellState::kTooLarge:
        return "too large";
    }
    return {};
}

struct Case {
    AnyCell cell;
    const char* expected;
};

std::string seen(const Case& c) {
    return seenText(c.cell.cell) + " should be " + c.expected;
}

TEST(CellReader, ReadsDaysFromNumbersAndTexts) {
    const CellReader reader{context()};
    for (const Case& c : {Case{46387, "2026-12-31"},
                          {46387.999, "2026-12-31"},
                          {2, "1900-01-01"},
                          {1.99, "unreadable"},
                          {2958465, "9999-12-31"},
                          {2958465.5, "9999-12-31"},
                          {2958466, "unreadable"},
                          {-5, "unreadable"},
                          {1e300, "unreadable"},
                          {kInfinity, "unreadable"},
                          {-kInfinity, "unreadable"},
                          {kNotANumber, "unreadable"},
                          {"2026-12-31", "2026-12-31"},
                          {"12/31/2026", "2026-12-31"},
                          {"soon", "unreadable"},
                          {kErrorCell, "unreadable"},
                          {"  \u00a0", "empty"},
                          {kEmptyCell, "empty"}}) {
        EXPECT_EQ(text(reader.day(c.cell.cell), planning::isoText), c.expected) << seen(c);
    }
}

TEST(CellReader, CountsDaysFromTheNullDateOfTheDocument) {
    ReadingContext from_1904 = context();
    from_1904.null_date = dayOf("1904-01-01");
    EXPECT_EQ(isoText(CellReader{from_1904}.day(Cell::number(1)).value), "1904-01-02");
    EXPECT_EQ(isoText(CellReader{from_1904}.day(Cell::number(-1.5)).value), "1903-12-30");
    EXPECT_EQ(isoText(CellReader{from_1904}.day(Cell::number(-1460)).value), "1900-01-01");
    EXPECT_FALSE(CellReader{from_1904}.day(Cell::number(-1461)).isRead());
}

TEST(CellReader, ReadsAmountsExactly) {
    const CellReader reader{context()};
    for (const Case& c : {Case{12, "12"},
                          {0, "0"},
                          {-0.0, "0"},
                          {0.1, "0.1"},
                          {0.1 + 0.2, "0.3"},
                          {1.0 / 3, "0.333333333"},
                          {2.0 / 3, "0.666666667"},
                          {1234.56789, "1234.56789"},
                          {0.00005, "0.00005"},
                          {5e-10, "0.000000001"},
                          {4.9e-10, "0"},
                          {5e-324, "0"},
                          {999999999.999999, "999999999.999999"},
                          {1e9, "1000000000"},
                          {1e9 + 0.5, "too large"},
                          {1e300, "too large"},
                          {-1, "unreadable"},
                          {-1e-300, "unreadable"},
                          {kInfinity, "unreadable"},
                          {kNotANumber, "unreadable"},
                          {"1,234.5", "1234.5"},
                          {"1,5", "unreadable"},
                          {"-5", "unreadable"},
                          {"-0", "0"},
                          {"50%", "unreadable"},
                          {"1000000000", "1000000000"},
                          {"1000000000.1", "too large"},
                          {"12 pieces", "unreadable"},
                          {kErrorCell, "unreadable"},
                          {" ", "empty"},
                          {kEmptyCell, "empty"}}) {
        EXPECT_EQ(text(reader.amount(c.cell.cell, planning::kMostQuantity),
                       [](Quantity quantity) { return decimalText(quantity); }),
                  c.expected)
            << seen(c);
    }
}

TEST(CellReader, RoundsAmountsHalfUpToTheirOwnDecimals) {
    const CellReader reader{context()};
    const auto money = [&](double value) {
        return decimalText(reader.amount(Cell::number(value), planning::kMostMoney).value);
    };
    EXPECT_EQ(money(0.00005), "0.0001");
    EXPECT_EQ(money(0.00004999), "0");
    EXPECT_EQ(money(1.00015), "1.0002"); // as a binary number it is a little less
    EXPECT_EQ(money(99999999999999.98), "99999999999999.98");
}

TEST(CellReader, ReadsANumberAndItsTextAlike) {
    const CellReader reader{context()};
    std::mt19937_64 random{7};
    for (int i = 0; i < 20'000; ++i) {
        // Any number of decimals, and doubles that no short decimal stands for.
        const double scale = std::pow(10.0, static_cast<double>(random() % 13));
        const double value = static_cast<double>(random() % 100'000'000'000) / scale;
        std::string scratch;
        const std::string written{nameIn(Cell::number(value), scratch)};
        const auto number = reader.amount(Cell::number(value), planning::kMostMoney);
        const auto as_text = reader.amount(Cell::text(written), planning::kMostMoney);
        ASSERT_EQ(number.state, as_text.state) << written;
        ASSERT_EQ(number.value, as_text.value) << written;
        const auto nine = reader.amount(Cell::number(value), planning::kMostQuantity);
        const auto nine_of_text = reader.amount(Cell::text(written), planning::kMostQuantity);
        ASSERT_EQ(nine.state, nine_of_text.state) << written;
        ASSERT_EQ(nine.value, nine_of_text.value) << written;
    }
}

TEST(CellReader, ReadsProbabilitiesAsSharesAndAsPerCent) {
    const CellReader reader{context()};
    for (const Case& c : {Case{0, "0"},
                          {0.9, "0.9"},
                          {1, "1"},
                          {1.0000000000000002, "1"},
                          {1.5, "0.015"},
                          {90, "0.9"},
                          {100, "1"},
                          {33.3333333, "0.333333333"},
                          {100.001, "unreadable"},
                          {-0.5, "unreadable"},
                          {kInfinity, "unreadable"},
                          {kNotANumber, "unreadable"},
                          {"90%", "0.9"},
                          {"90 %", "0.9"},
                          {"0.5%", "0.005"},
                          {"100%", "1"},
                          {"101%", "unreadable"},
                          {"0.9", "0.9"},
                          {"90", "0.9"},
                          {"-1%", "unreadable"},
                          {"likely", "unreadable"},
                          {kErrorCell, "unreadable"},
                          {kEmptyCell, "empty"}}) {
        EXPECT_EQ(text(reader.probability(c.cell.cell),
                       [](planning::Probability share) { return decimalText(share); }),
                  c.expected)
            << seen(c);
    }
}

TEST(CellReader, ReadsWholeNumbersWithinTheirBounds) {
    const CellReader reader{context()};
    for (const Case& c : {Case{1, "1"},
                          {30, "30"},
                          {31, "unreadable"},
                          {0, "unreadable"},
                          {1.5, "unreadable"},
                          {-1, "unreadable"},
                          {kNotANumber, "unreadable"},
                          {"7", "7"},
                          {"7.0", "7"},
                          {"7.00001", "unreadable"},
                          {"700", "unreadable"},
                          {"7%", "unreadable"},
                          {kErrorCell, "unreadable"},
                          {" ", "empty"}}) {
        EXPECT_EQ(text(reader.wholeNumber(c.cell.cell, 1, 30),
                       [](std::int32_t number) { return std::to_string(number); }),
                  c.expected)
            << seen(c);
    }
}

TEST(NameIn, ShowsNumbersByTheirShortestDecimalForm) {
    std::string scratch;
    for (const Case& c : {Case{17, "17"},
                          {-17, "-17"},
                          {-0.0, "0"},
                          {1.5, "1.5"},
                          {1e15, "1000000000000000"},
                          {1e22, "10000000000000000000000"},
                          {0.1, "0.1"},
                          {"A 17", "A 17"},
                          {kInfinity, ""},
                          {kErrorCell, ""},
                          {kEmptyCell, ""}}) {
        EXPECT_EQ(nameIn(c.cell.cell, scratch), c.expected);
    }
    EXPECT_EQ(nameIn(Cell::number(std::numeric_limits<double>::max()), scratch).size(), 309U);
    EXPECT_GT(nameIn(Cell::number(5e-324), scratch).size(), 320U);
}

TEST(SeenText, ShowsTheCellButNoEndlessText) {
    EXPECT_EQ(seenText(Cell::text(" two\nlines ")), "two lines");
    EXPECT_EQ(seenText(Cell::number(0.5)), "0.5");
    EXPECT_EQ(seenText(Cell::number(kNotANumber)), "an infinite number");
    EXPECT_EQ(seenText(Cell::error()), "an error");
    EXPECT_EQ(seenText(Cell{}), "");
    const std::string long_text = std::string(79, 'x') + "ü and more";
    EXPECT_EQ(seenText(Cell::text(long_text)), std::string(79, 'x') + "…");
}

} // namespace
} // namespace keepable::tables
