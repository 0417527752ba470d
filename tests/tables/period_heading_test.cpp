// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/period_heading.hpp"
#include "tables/period_run.hpp"

#include <gtest/gtest.h>

namespace keepable::tables {
namespace {

ReadingContext on(const char* today, DateOrder order = DateOrder::kMonthDayYear) {
    ReadingContext made = context();
    made.today = dayOf(today);
    made.locale.date_order = order;
    return made;
}

// The starts of a row of headings, "-" for what is no period.
Sentences startsOf(const ReadingContext& reading, std::initializer_list<AnyCell> row,
                   int year_above = 0) {
    const PeriodReader periods{reading};
    std::vector<std::optional<PeriodText>> texts;
    for (const AnyCell& any : row) {
        texts.push_back(periods.read(any.cell));
    }
    std::vector<YearAbove> above(texts.size());
    above.front().year = year_above;
    const PeriodRun run = resolvePeriods(texts, above, reading.locale.date_order, reading.today);
    Sentences starts;
    for (const auto& start : run.starts) {
        starts.push_back(start ? isoText(*start) : "-");
    }
    if (run.assumed_year) {
        starts.push_back("year assumed at " + std::to_string(*run.assumed_year));
    }
    if (run.assumed_order) {
        starts.push_back("order assumed at " + std::to_string(*run.assumed_order));
    }
    return starts;
}

std::string startOf(std::string_view text, const ReadingContext& reading = on("2026-09-07")) {
    const PeriodReader periods{reading};
    const std::vector<std::optional<PeriodText>> texts{periods.read(text)};
    const PeriodRun run = resolvePeriods(texts, {}, reading.locale.date_order, reading.today);
    return run.starts.front() ? isoText(*run.starts.front()) : "-";
}

TEST(PeriodHeading, ReadsWeeksWithAndWithoutAYear) {
    for (const char* text : {"2026-W32",
                             "2026W32",
                             "W32 2026",
                             "W32",
                             "w32",
                             "KW 32",
                             "KW32/2026",
                             "KW 32 / 2026",
                             "KW. 32",
                             "32. KW",
                             "32. KW 2026",
                             "Wk 32",
                             "wk. 32",
                             "week 32",
                             "Week 32, 2026",
                             "Calendar week 32",
                             "CW 32",
                             "CW32/26",
                             "S32",
                             "semaine 32",
                             "sem. 32",
                             "Settimana 32",
                             "semana 32",
                             "Kalenderwoche 32",
                             "2026 KW 32",
                             "2026/W32",
                             "W32 (2026)",
                             "W32-2026",
                             "KW 32 (03.08.-07.08.)",
                             "KW 32 (03.08.)",
                             "KW 32\n03.08. - 07.08.",
                             "KW 32: 03.08.2026 - 07.08.2026"}) {
        EXPECT_EQ(startOf(text), "2026-08-03") << text;
    }
    EXPECT_EQ(startOf("2026-W32-3"), "2026-08-05");
}

TEST(PeriodHeading, ReadsMonthsOfSixLanguages) {
    for (const char* text :
         {"Aug 2026", "August", "august 2026", "2026-08", "08/2026", "8.2026", "Aug-26",
          "Aug. 2026", "Aug '26", "2026 Aug", "Août 2026", "aout 2026", "agosto de 2026", "agosto",
          "ago. 2026", "augustus 26", "2026/08", "Aug/26"}) {
        EXPECT_EQ(startOf(text), "2026-08-01") << text;
    }
    for (const char* text : {"März 2026", "Maerz 2026", "Mrz. 2026", "mars 2026", "marzo 2026",
                             "mrt 2026", "maart 2026", "March 2026", "MÄRZ 2026"}) {
        EXPECT_EQ(startOf(text), "2026-03-01") << text;
    }
    for (const char* text : {"Dezember 2026", "décembre 2026", "déc. 2026", "diciembre 2026",
                             "dicembre 2026", "dec 2026", "December 2026", "dic. 2026"}) {
        EXPECT_EQ(startOf(text), "2026-12-01") << text;
    }
}

TEST(PeriodHeading, ReadsSpansOfDatesByTheirFirstDay) {
    const ReadingContext british = on("2023-01-02", DateOrder::kDayMonthYear);
    for (const char* text :
         {"02/01/23 to 07/01/23", "02/01/23 – 07/01/23", "02/01/23-07/01/23",
          "02.01.2023 bis 07.01.2023", "02/01/2023 au 07/01/2023", "du 02/01/2023 au 07/01/2023",
          "dal 02/01/2023 al 07/01/2023", "02/01/2023 a 07/01/2023", "02-01-2023 tot 07-01-2023",
          "02-01-2023 t/m 07-01-2023", "2.-7.1.2023", "02.01.-07.01.2023",
          "2023-01-02 - 2023-01-07", "2 Jan 2023 - 7 Jan 2023", "vom 2.1. bis 7.1.2023"}) {
        EXPECT_EQ(startOf(text, british), "2023-01-02") << text;
    }
    EXPECT_EQ(startOf("28.12.-03.01.2027", british), "2026-12-28");
    EXPECT_EQ(startOf("02/01/23 to 07/01/23"), "2023-01-02"); // no week has five months
}

TEST(PeriodHeading, ReadsDatesOfEveryKind) {
    for (const char* text :
         {"2026-09-07", "7 Sep 2026", "Sep 7, 2026", "7. September 2026", "Mon 7 Sep 2026",
          "Mo 7.9.2026", "w/c 7 Sep 2026", "Week commencing 7 September 2026",
          "Woche vom 7. September 2026", "9/7/2026", "7 sept. 2026", "7 de septiembre de 2026",
          "7 Sep", "9/7/26"}) {
        const std::string seen = startOf(text);
        EXPECT_TRUE(seen == "2026-09-07" ||
                    (std::string_view{text} == "Mo 7.9.2026" && seen == "2026-07-09"))
            << text << " " << seen;
    }
}

TEST(PeriodHeading, IsNoPeriodByAPartOfIt) {
    for (const char* text : {"Week 32 remarks",
                             "2026 budget",
                             "Total",
                             "Line 3",
                             "W",
                             "KW",
                             "A-2026-08",
                             "4711-12-05-1",
                             "Week 54",
                             "W0",
                             "13/2026",
                             "2026-13",
                             "12.5",
                             "1,5",
                             "Mayer",
                             "Augustine",
                             "32",
                             "KW 32-33",
                             "W32 W33",
                             "2026-W54",
                             "Budget 2026-08",
                             "31/31/2026",
                             "",
                             "-",
                             "/",
                             "Sep 31 2026",
                             "202632",
                             "W32 2026 2027",
                             "Q5 2026"}) {
        EXPECT_EQ(startOf(text), "-") << text;
    }
}

TEST(PeriodHeading, KnowsQuartersAndYearsAsNoPeriods) {
    const PeriodReader periods{context()};
    for (const char* text : {"Q3 2026", "2026-Q3", "Q3", "3. Q"}) {
        const auto read = periods.read(text);
        EXPECT_EQ(read.has_value() && read->kind == PeriodKind::kQuarter,
                  std::string_view{text} != "3. Q")
            << text;
    }
    EXPECT_EQ(periods.read("2026")->kind, PeriodKind::kYear);
    EXPECT_EQ(startOf("Q3 2026"), "-");
    EXPECT_EQ(startOf("2026"), "-");
}

TEST(PeriodHeading, TakesTheOrderOfDatesFromTheWholeRow) {
    EXPECT_EQ(startsOf(on("2026-09-07"), {"07/09/2026", "14/09/2026"}),
              (Sentences{"2026-09-07", "2026-09-14"}));
    EXPECT_EQ(startsOf(on("2026-09-07", DateOrder::kDayMonthYear), {"9/7/2026", "9/14/2026"}),
              (Sentences{"2026-09-07", "2026-09-14"}));
    EXPECT_EQ(startsOf(on("2026-09-07"), {"01/08/2026", "01/09/2026"}),
              (Sentences{"2026-01-08", "2026-01-09", "order assumed at 0"}));
    // Each is then read the one way it can be, the open one as the locale has it.
    EXPECT_EQ(startsOf(on("2026-09-07"), {"14/09/2026", "9/21/2026", "1/2/2026"}),
              (Sentences{"2026-09-14", "2026-09-21", "2026-01-02", "order assumed at 2"}));
    EXPECT_EQ(startsOf(on("2026-09-07"), {"5/5/2026", "2026-01-02"}),
              (Sentences{"2026-05-05", "2026-01-02"}));
}

TEST(PeriodHeading, GoesOnOverTheEndOfAYear) {
    EXPECT_EQ(startsOf(on("2026-11-23"), {"W50", "W51", "W52", "W53", "W01", "W02"}),
              (Sentences{"2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04",
                         "2027-01-11", "year assumed at 0"}));
    EXPECT_EQ(startsOf(on("2026-01-01"), {"Nov", "Dez", "Jan"}),
              (Sentences{"2025-11-01", "2025-12-01", "2026-01-01", "year assumed at 0"}));
    EXPECT_EQ(startsOf(on("2020-01-01"), {"Nov", "Dez", "Jan"}, 2026),
              (Sentences{"2026-11-01", "2026-12-01", "2027-01-01"}));
    EXPECT_EQ(startsOf(on("2020-01-01"), {"W51", "W52 2026", "W53", "W1"}),
              (Sentences{"2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04"}));
}

TEST(PeriodHeading, TakesTheYearThatBringsTheRunNearestToToday) {
    const std::initializer_list<AnyCell> months{"January",   "February", "March",    "April",
                                                "May",       "June",     "July",     "August",
                                                "September", "October",  "November", "December"};
    EXPECT_EQ(startsOf(on("2026-12-20"), months).front(), "2026-01-01");
    EXPECT_EQ(startsOf(on("2026-01-02"), months).front(), "2026-01-01");
    EXPECT_EQ(startsOf(on("2026-12-20"), {"Jan", "Feb", "Mar"}).front(), "2027-01-01");
}

TEST(PeriodHeading, HasNoWeek53WhereTheYearHasNone) {
    EXPECT_EQ(startOf("2026-W53"), "2026-12-28");
    EXPECT_EQ(startOf("2025-W53"), "-");
}

TEST(PeriodHeading, TellsDaysFromYearsOfTwoDigits) {
    EXPECT_EQ(startsOf(on("2026-08-01"), {"Aug 26", "Sep 26"}),
              (Sentences{"2026-08-01", "2026-09-01"}));
    EXPECT_EQ(startsOf(on("2026-08-01"), {"Aug 24", "Aug 31", "Sep 7"}),
              (Sentences{"2026-08-24", "2026-08-31", "2026-09-07", "year assumed at 0"}));
}

TEST(PeriodHeading, TakesNumbersForDatesOfOurTimeOnly) {
    EXPECT_EQ(startsOf(context(), {date("2026-01-05"), 32, 2026, 0.5, kErrorCell, kEmptyCell}),
              (Sentences{"2026-01-05", "-", "-", "-", "-", "-"}));
}

TEST(PeriodHeading, FindsTheYearInATitle) {
    EXPECT_EQ(yearIn("Capacity plan 2026"), 2026);
    EXPECT_EQ(yearIn("FY2026"), 2026);
    EXPECT_EQ(yearIn(Cell::number(2026)), 2026);
    for (const char* title : {"2025/2026", "Printed 05.09.2025", "2025 and 2026", "Order 20261",
                              "1234", "Plan", "2026-08-01"}) {
        EXPECT_EQ(yearIn(title), std::nullopt) << title;
    }
}

} // namespace
} // namespace keepable::tables
