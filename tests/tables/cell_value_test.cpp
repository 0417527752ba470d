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
    case CellState::kOtherUnit:
        return "other unit";
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
                          {"1,5", "1.5"},
                          {"1,5,2", "unreadable"},
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

TEST(CellReader, TakesTheShareFromTheBeginningOfARemark) {
    const CellReader reader{context()};
    for (const Case& c : {Case{"60% – proposal", "0.6"},
                          {"60 % (Angebot)", "0.6"},
                          {"0.5% - cold", "0.005"},
                          {"60%: stage 3", "0.6"},
                          {"60% likely", "0.6"},
                          {"100% –", "1"},
                          {"60%ish", "unreadable"},
                          {"60% - 80%", "unreadable"},
                          {"60% - 80", "unreadable"},
                          {"60%%", "unreadable"},
                          {"about 60% likely", "unreadable"},
                          {"-5% – lost", "unreadable"},
                          {"120% – sure", "unreadable"},
                          {"60 proposal", "unreadable"}}) {
        EXPECT_EQ(text(reader.probability(c.cell.cell),
                       [](planning::Probability share) { return decimalText(share); }),
                  c.expected)
            << seen(c);
    }
}

TEST(CellReader, ReadsProbabilitiesByTheScaleOfTheirColumn) {
    const CellReader reader{context()};
    struct ScaleCase {
        AnyCell cell;
        const char* as_fraction;
        const char* as_percent;
    };
    for (const ScaleCase& c : {ScaleCase{1, "1", "0.01"},
                               {0.5, "0.5", "0.005"},
                               {0, "0", "0"},
                               {60, "unreadable", "0.6"},
                               {101, "unreadable", "unreadable"},
                               {"1", "1", "0.01"},
                               {"60", "unreadable", "0.6"},
                               {"60%", "0.6", "0.6"},
                               {"1% – cold", "0.01", "0.01"}}) {
        const auto read = [&](ProbabilityScale scale) {
            return text(reader.probability(c.cell.cell, scale),
                        [](planning::Probability share) { return decimalText(share); });
        };
        EXPECT_EQ(read(ProbabilityScale::kFraction), c.as_fraction) << seenText(c.cell.cell);
        EXPECT_EQ(read(ProbabilityScale::kPercent), c.as_percent) << seenText(c.cell.cell);
    }
}

TEST(CellReader, ReadsWorkWithItsUnit) {
    const CellReader reader{context()};
    for (const Case& c : {Case{12, "12"},
                          {"1,000.5", "1000.5"},
                          {"12 h", "12"},
                          {"12h", "12"},
                          {"12 hrs", "12"},
                          {"12 Hours", "12"},
                          {"40 Std.", "40"},
                          {"1,5 Tage", "12"},
                          {"3 days", "24"},
                          {"2 d", "16"},
                          {"3 PT", "24"},
                          {"2 jours", "16"},
                          {"1 día", "8"},
                          {"2\u00a0giorni", "16"},
                          {"2 dagen", "16"},
                          {"10 pcs", "10"},
                          {"1,000 Stk.", "1000"},
                          {"10 STÜCK", "10"},
                          {"$5", "5"},
                          {"12 foo", "unreadable"},
                          {"12 hx", "unreadable"},
                          {"12 h 30", "unreadable"},
                          {"2 d 4 h", "unreadable"},
                          {"h 12", "unreadable"},
                          {"h", "unreadable"},
                          {"$5 h", "unreadable"},
                          {"5% h", "unreadable"},
                          {"-5 h", "unreadable"},
                          {"1000000000 h", "1000000000"},
                          {"200000000 days", "too large"},
                          {"99999999999999999999 days", "too large"},
                          {kErrorCell, "unreadable"},
                          {" ", "empty"}}) {
        EXPECT_EQ(text(reader.work(c.cell.cell, planning::kMostQuantity, AmountUnit::kAsRead),
                       [](Quantity quantity) { return decimalText(quantity); }),
                  c.expected)
            << seen(c);
    }
}

TEST(CellReader, ReadsWorkInTheUnitOfItsColumn) {
    const CellReader reader{context()};
    struct UnitCase {
        AnyCell cell;
        const char* hours;
        const char* days;
        const char* pieces;
    };
    for (const UnitCase& c : {UnitCase{3, "3", "24", "3"},
                              {"1.5", "1.5", "12", "1.5"},
                              {"3 h", "3", "3", "other unit"},
                              {"3 d", "24", "24", "other unit"},
                              {"3 pcs", "other unit", "other unit", "3"},
                              {"3 foo", "unreadable", "unreadable", "unreadable"},
                              {-1, "unreadable", "unreadable", "unreadable"},
                              {kEmptyCell, "empty", "empty", "empty"}}) {
        const auto read = [&](AmountUnit unit) {
            return text(reader.work(c.cell.cell, planning::kMostQuantity, unit),
                        [](Quantity quantity) { return decimalText(quantity); });
        };
        EXPECT_EQ(read(AmountUnit::kHours), c.hours) << seenText(c.cell.cell);
        EXPECT_EQ(read(AmountUnit::kDays), c.days) << seenText(c.cell.cell);
        EXPECT_EQ(read(AmountUnit::kPieces), c.pieces) << seenText(c.cell.cell);
    }
}

TEST(CellReader, CountsADayWithTheHoursItIsTold) {
    const CellReader reader{context(), {76'000}};
    const auto hours = [&](const Cell& cell) {
        return decimalText(reader.work(cell, planning::kMostHours, AmountUnit::kDays).value);
    };
    EXPECT_EQ(hours(Cell::number(1.5)), "11.4");
    EXPECT_EQ(hours(Cell::text("0.5 d")), "3.8");
    EXPECT_EQ(hours(Cell::text("0.333333333")), "2.5333"); // rounded once, not a third first
}

TEST(CellReader, ReadsDatesInTheOrderOfTheirColumn) {
    const CellReader reader{context()};
    const auto day = [&](const char* written, DateOrder order) {
        return text(reader.day(Cell::text(written), order), planning::isoText);
    };
    EXPECT_EQ(day("03/04/2026", DateOrder::kDayMonthYear), "2026-04-03");
    EXPECT_EQ(day("03/04/2026", DateOrder::kMonthDayYear), "2026-03-04");
    EXPECT_EQ(day("31/12/2026", DateOrder::kMonthDayYear), "unreadable");
    EXPECT_EQ(day("2026/12/31", DateOrder::kYearMonthDay), "2026-12-31");
    EXPECT_EQ(day("2026-12-31", DateOrder::kDayMonthYear), "2026-12-31");
    EXPECT_EQ(day("31 Dec 2026", DateOrder::kMonthDayYear), "2026-12-31");
    EXPECT_EQ(text(reader.day(Cell::number(46387), DateOrder::kDayMonthYear), planning::isoText),
              "2026-12-31");
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
