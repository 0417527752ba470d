// SPDX-License-Identifier: MPL-2.0
#include "planning/quantity.hpp"
#include "tables/builders.hpp"
#include "tables/number_text.hpp"

#include <gtest/gtest.h>

#include <cfloat>
#include <cstdint>

namespace keepable::tables {
namespace {

// The number as decimal text with nine decimals at most, or what is wrong with it.
std::string read(const char* text, const TextLocale& locale = context().locale) {
    const auto number = readNumberText(text, locale);
    if (!number) {
        return "no number";
    }
    const auto units = unitsOf(number->value, 9, INT64_MAX);
    if (!units) {
        return "too large";
    }
    return (number->is_negative ? "-" : "") + planning::decimalText(*units, 9) +
           (number->is_percent ? "%" : "");
}

struct Case {
    const char* text;
    const char* expected;
};

TEST(NumberText, ReadsWhatPeopleWriteInEnglish) {
    for (const Case& c : {Case{"12", "12"},
                          {" 12 ", "12"},
                          {"+12", "12"},
                          {"-12", "-12"},
                          {"−12", "-12"},
                          {"- 12", "-12"},
                          {"007", "7"},
                          {"0", "0"},
                          {".5", "0.5"},
                          {"5.", "5"},
                          {"0.0625", "0.0625"},
                          {"1,234", "1234"},
                          {"1,234,567.89", "1234567.89"},
                          {"1 234 567.89", "1234567.89"},
                          {"1\u00a0234", "1234"},
                          {"1\u202f234.5", "1234.5"},
                          {"1'234'567", "1234567"},
                          {"1’234", "1234"}}) {
        EXPECT_EQ(read(c.text), c.expected) << c.text;
    }
}

TEST(NumberText, ReadsSeparatorsOfTheLocale) {
    const TextLocale german = germanContext().locale;
    for (const Case& c :
         {Case{"1.234,5", "1234.5"}, {"1,5", "1.5"}, {"1.234", "1234"}, {"1.23,4", "no number"}}) {
        EXPECT_EQ(read(c.text, german), c.expected) << c.text;
    }
}

TEST(NumberText, WantsGroupsOfThreeDigitsWithOneKindOfSeparator) {
    for (const char* text : {"1,234,56", "1,234 567", "1,,234", "12 34", "1,23,4", "1.234.56"}) {
        EXPECT_EQ(read(text), "no number") << text;
    }
}

TEST(NumberText, ReadsTheSeparatorsTheOtherWayWhereOnlyThatMakesANumber) {
    for (const Case& c : {Case{"1.234,56", "1234.56"},
                          {"1.234.567", "1234567"},
                          {"EUR 1.234,56", "1234.56"},
                          {"1 234,56 €", "1234.56"},
                          {"1,5", "1.5"},
                          {"1,2345", "1.2345"},
                          {"1234,567", "1234.567"},
                          {"1,234", "1234"},
                          {"1.234", "1.234"},
                          {"1'234.50 CHF", "1234.5"}}) {
        EXPECT_EQ(read(c.text), c.expected) << c.text;
    }
    const TextLocale german = germanContext().locale;
    for (const Case& c : {Case{"USD 485,000.00", "485000"},
                          {"1,234.5", "1234.5"},
                          {"1.5", "1.5"},
                          {"$1,234,567", "1234567"},
                          {"1,234", "1.234"},
                          {"1.234", "1234"}}) {
        EXPECT_EQ(read(c.text, german), c.expected) << c.text;
    }
}

TEST(NumberText, LeavesASeparatorThatTheLocaleUsesForNeither) {
    TextLocale french;
    french.decimal_separator = ",";
    french.group_separator = "\u202f";
    for (const Case& c : {Case{"1.234", "no number"}, // 1234 and 1.234 are equally likely
                          {"1.234,5", "1234.5"},
                          {"1,234.5", "1234.5"},
                          {"1.5", "1.5"},
                          {"1,234", "1.234"}}) {
        EXPECT_EQ(read(c.text, french), c.expected) << c.text;
    }
}

TEST(NumberText, TellsTheCurrency) {
    const auto currency = [](const char* text) {
        return readNumberText(text, context().locale)->currency;
    };
    EXPECT_EQ(currency("USD 485,000.00"), "USD");
    EXPECT_EQ(currency("1.234,56 €"), "€");
    EXPECT_EQ(currency("US$ 3"), "US$");
    EXPECT_EQ(currency("12"), "");
}

TEST(NumberText, ReadsCurrencyAndPerCentOnEitherSide) {
    for (const Case& c : {Case{"$1,234.50", "1234.5"},
                          {"1 234 €", "1234"},
                          {"-€5", "-5"},
                          {"€ -5", "-5"},
                          {"EUR 12", "12"},
                          {"12EUR", "12"},
                          {"US$ 3", "3"},
                          {"100 zł", "100"},
                          {"kr 7", "7"},
                          {"90%", "90%"},
                          {"90 %", "90%"},
                          {"%90", "90%"}}) {
        EXPECT_EQ(read(c.text), c.expected) << c.text;
    }
}

TEST(NumberText, TakesNoUnitForMoney) {
    for (const char* text :
         {"5 PCS", "5 h", "12 MIN", "EURO 5", "5 EURO", "5k", "1e3", "$ 5 €", "%", "€", "", "-",
          "--5", "5-", "abc", "2026-01-01", "1.2.3", "5%%", "."}) {
        EXPECT_EQ(read(text), "no number") << text;
    }
}

TEST(NumberText, RoundsHalfUpAtTheLastDecimalKept) {
    for (const Case& c : {Case{"0.0000000005", "0.000000001"},
                          {"0.00000000049999999", "0"},
                          {"1.9999999995", "2"},
                          {"0.00000000001", "0"},
                          {"9223372036.854775807", "9223372036.854775807"},
                          {"9223372036.854775808", "too large"},
                          {"99999999999999999999999999999999999999999999999999", "too large"},
                          {"0.00000000000000000000000000000000000000000000000000001", "0"}}) {
        EXPECT_EQ(read(c.text), c.expected) << c.text;
    }
}

TEST(NumberText, TellsWholeNumbers) {
    EXPECT_TRUE(readNumberText("12.00", context().locale)->value.is_whole);
    EXPECT_FALSE(readNumberText("12.01", context().locale)->value.is_whole);
}

TEST(ShortestDigits, AreThoseOfTheShortestDecimalForm) {
    const auto text = [](double value) {
        const DecimalDigits digits = shortestDigits(value);
        return std::string{digits.digits.data(), static_cast<std::size_t>(digits.size)} + "@" +
               std::to_string(digits.point);
    };
    EXPECT_EQ(text(0.1), "1@0");
    EXPECT_EQ(text(1.0 / 3), "3333333333333333@0");
    EXPECT_EQ(text(-1234.5), "12345@4");
    EXPECT_EQ(text(1e22), "1@23");
    EXPECT_EQ(text(DBL_MIN), "22250738585072014@-307");
    EXPECT_EQ(text(0), "@0");
    EXPECT_TRUE(shortestDigits(1200).is_whole);
    EXPECT_FALSE(shortestDigits(0.5).is_whole);
}

} // namespace
} // namespace keepable::tables
