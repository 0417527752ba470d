// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/date_text.hpp"

#include <gtest/gtest.h>

namespace keepable::tables {
namespace {

std::string read(const char* text, const TextLocale& locale) {
    const auto day = DateTextReader{locale}.read(text);
    return day ? isoText(*day) : "no date";
}

struct Case {
    const char* text;
    const char* expected;
};

TEST(DateText, ReadsIsoInEveryLocale) {
    for (const TextLocale& locale : {context().locale, germanContext().locale}) {
        for (const Case& c : {Case{"2026-12-31", "2026-12-31"},
                              {"  2026-12-31 ", "2026-12-31"},
                              {"\u00a02026-12-31", "2026-12-31"},
                              {"2026-12-31T08:30", "2026-12-31"},
                              {"2026-12-31T08:30:00.000+01:00", "2026-12-31"},
                              {"2026-12-31 08:30:15", "2026-12-31"},
                              {"2026-12-31 8:30 PM", "2026-12-31"},
                              {"2026-7-1", "2026-07-01"},
                              {"2024-02-29", "2024-02-29"},
                              {"2026-02-29", "no date"},
                              {"2026-13-01", "no date"},
                              {"2026-12-31x", "no date"},
                              {"2026-12-31 soon", "no date"},
                              {"2026-12", "no date"},
                              {"1899-12-31", "no date"},
                              {"1900-01-01", "1900-01-01"},
                              {"9999-12-31", "9999-12-31"},
                              {"10000-01-01", "no date"}}) {
            EXPECT_EQ(read(c.text, locale), c.expected) << c.text;
        }
    }
}

TEST(DateText, ReadsNumbersInTheOrderOfTheLocale) {
    TextLocale hungarian;
    hungarian.date_order = DateOrder::kYearMonthDay;
    struct Row {
        const char* text;
        const char* english;
        const char* german;
        const char* hungarian;
    };
    for (const Row& row : {Row{"3/4/2026", "2026-03-04", "2026-04-03", "no date"},
                           {"03.04.2026", "2026-03-04", "2026-04-03", "no date"},
                           {"03-04-2026", "2026-03-04", "2026-04-03", "no date"},
                           {"3 4 2026", "2026-03-04", "2026-04-03", "no date"},
                           {"31. 12. 2026", "no date", "2026-12-31", "no date"},
                           {"31.12.26", "no date", "2026-12-31", "1931-12-26"},
                           {"12/31/2026 12:00 AM", "2026-12-31", "no date", "no date"},
                           {"13/31/2026", "no date", "no date", "no date"},
                           {"2026/12/31", "no date", "no date", "2026-12-31"},
                           {"2026. 12. 31.", "no date", "no date", "2026-12-31"},
                           {"26.12.31", "no date", "1931-12-26", "2026-12-31"}}) {
        EXPECT_EQ(read(row.text, context().locale), row.english) << row.text;
        EXPECT_EQ(read(row.text, germanContext().locale), row.german) << row.text;
        EXPECT_EQ(read(row.text, hungarian), row.hungarian) << row.text;
    }
}

TEST(DateText, ReadsMonthNamesOfTheLocaleWhateverTheirCase) {
    for (const Case& c : {Case{"31 Dec 2026", "2026-12-31"},
                          {"31-Dec-2026", "2026-12-31"},
                          {"31-DEC-26", "2026-12-31"},
                          {"December 31, 2026", "2026-12-31"},
                          {"dec 31, 2026", "2026-12-31"},
                          {"Dec. 31, 2026, 8:30 pm", "2026-12-31"},
                          {"2026 Dec 31", "2026-12-31"},
                          {"31 Dez 2026", "no date"},
                          {"31 2026 Dec", "no date"},
                          {"Dec Dec 2026", "no date"},
                          {"31 Feb 2026", "no date"},
                          {"31 Dec", "no date"},
                          {"Dec 2026", "no date"}}) {
        EXPECT_EQ(read(c.text, context().locale), c.expected) << c.text;
    }
    for (const Case& c : {Case{"31. Dezember 2026", "2026-12-31"},
                          {"31. Dez. 2026", "2026-12-31"},
                          {"1. MÄRZ 2026", "2026-03-01"},
                          {"31. December 2026", "no date"}}) {
        EXPECT_EQ(read(c.text, germanContext().locale), c.expected) << c.text;
    }
}

TEST(DateText, ReadsTheLittleWordBetweenSpanishDayMonthAndYear) {
    TextLocale spanish;
    spanish.date_order = DateOrder::kDayMonthYear;
    spanish.month_names[11] = "diciembre";
    EXPECT_EQ(read("31 de diciembre de 2026", spanish), "2026-12-31");
}

TEST(DateText, TakesYearsOfTwoDigitsFrom1930To2029) {
    EXPECT_EQ(read("1/1/00", context().locale), "2000-01-01");
    EXPECT_EQ(read("1/1/29", context().locale), "2029-01-01");
    EXPECT_EQ(read("1/1/30", context().locale), "1930-01-01");
    EXPECT_EQ(read("1/1/99", context().locale), "1999-01-01");
    EXPECT_EQ(read("1/1/126", context().locale), "no date");
    EXPECT_EQ(read("1/1/6", context().locale), "no date");
}

TEST(DateText, TakesNothingElseForADate) {
    for (const char* text :
         {"", "soon", "1", "12.5", "31/12-2026", "31//12/2026", "31,12,2026", "1/2/2026/3", "2026",
          "001/02/2026", "Q3 2026", "31Dec2026", "99999999999999999999", ".", "-", "1/2/", "12:30",
          "\xff", "31 \xff 2026"}) {
        EXPECT_EQ(read(text, context().locale), "no date") << text;
    }
}

TEST(DateText, KnowsNoMonthWhereTheLocaleHasNoNames) {
    EXPECT_EQ(read("31  2026", TextLocale{}), "no date");
    EXPECT_EQ(read("31 Dec 2026", TextLocale{}), "no date");
}

} // namespace
} // namespace keepable::tables
