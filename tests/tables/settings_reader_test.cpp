// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/settings_reader.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace keepable::tables {
namespace {

using planning::DealClass;
using planning::PeriodLength;
using planning::PeriodRule;
using planning::RankBy;

SettingsRead read(Rows rows) {
    const Grid grid = gridOf(rows);
    return readSettings(&grid, CellReader{context()}, context().today);
}

// Monday to Sunday of a week without holidays, as "MTWTF--".
std::string week(const SettingsRead& read) {
    std::string text;
    for (int day = 0; day < 7; ++day) {
        const bool works = read.settings.calendar.isWorkingDay(dayOf("2026-03-02") + day);
        text += works ? "MTWTFSS"[day] : '-';
    }
    return text;
}

TEST(Settings, HaveTheirDefaultsWhereThereAreNone) {
    const SettingsRead none = readSettings(nullptr, CellReader{context()}, dayOf("2026-01-01"));
    EXPECT_EQ(none.settings.as_of, dayOf("2026-01-01"));
    EXPECT_EQ(week(none), "MTWTF--");
    EXPECT_EQ(none.settings.period_length, std::nullopt);
    EXPECT_EQ(none.settings.period_rule, PeriodRule::kProRata);
    EXPECT_EQ(none.settings.work_ahead_days, std::nullopt);
    EXPECT_EQ(none.settings.fence_days, 0);
    EXPECT_EQ(none.settings.rank_by, RankBy::kPriority);
    EXPECT_EQ(none.settings.scenarios, 4'000);
    EXPECT_TRUE(none.problems.empty());
}

TEST(Settings, AreReadByNameInAnyOrder) {
    const SettingsRead all = read({{"Setting", "Value"},
                                   {"fence", 14},
                                   {},
                                   {" As  of ", date("2026-02-03")},
                                   {"Rank by", "Value per hour"},
                                   {"Working days", "Mon-Sat"},
                                   {"Period rule", "Whole Period"},
                                   {"Work ahead", "30"},
                                   {"Period length", "week"},
                                   {"Scenarios", 8000}});
    EXPECT_EQ(sentencesOf(all.problems), Sentences{});
    EXPECT_EQ(all.settings.as_of, dayOf("2026-02-03"));
    EXPECT_EQ(week(all), "MTWTFS-");
    EXPECT_EQ(all.settings.period_length, (PeriodLength{false, 7}));
    EXPECT_EQ(all.settings.period_rule, PeriodRule::kWholePeriod);
    EXPECT_EQ(all.settings.work_ahead_days, 30);
    EXPECT_EQ(all.settings.fence_days, 14);
    EXPECT_EQ(all.settings.rank_by, RankBy::kValuePerHour);
    EXPECT_EQ(all.settings.scenarios, 8'000);
}

TEST(Settings, KeepTheDefaultWhereTheValueIsEmpty) {
    const SettingsRead empty = read({{"As of"}, {"Work ahead", " "}, {"Period length", ""}});
    EXPECT_EQ(sentencesOf(empty.problems), Sentences{});
    EXPECT_EQ(empty.settings.as_of, context().today);
    EXPECT_EQ(empty.settings.work_ahead_days, std::nullopt);
}

TEST(Settings, RankByEachOfItsWords) {
    const auto rank = [](const char* word) { return read({{"Rank by", word}}).settings.rank_by; };
    EXPECT_EQ(rank("priority"), RankBy::kPriority);
    EXPECT_EQ(rank("Promised Date"), RankBy::kPromisedDate);
    EXPECT_EQ(rank("value"), RankBy::kValue);
    EXPECT_EQ(rank("value per hour"), RankBy::kValuePerHour);
    EXPECT_EQ(rank("sheet order"), RankBy::kSheetOrder);
}

TEST(Settings, RankProposalsByEachOfTheirWords) {
    using planning::RankProposalsBy;
    const auto rank = [](const char* word) {
        return read({{"Rank proposals by", word}}).settings.rank_proposals_by;
    };
    EXPECT_EQ(rank("days late"), RankProposalsBy::kDaysLate);
    EXPECT_EQ(rank("Extra cost"), RankProposalsBy::kExtraCost);
    EXPECT_EQ(rank("value at stake"), RankProposalsBy::kValueAtStake);
    EXPECT_EQ(rank("deals affected"), RankProposalsBy::kDealsAffected);
    EXPECT_EQ(rank(""), RankProposalsBy::kDaysLate);
    EXPECT_EQ(
        sentencesOf(read({{"Rank proposals by", "beauty"}}).problems),
        (Sentences{
            "row 1 of the settings range, Rank proposals by: “beauty” is not “days late”, “extra "
            "cost”, “value at stake” or “deals affected”"}));
}

TEST(Settings, AddTheUsualSlipToQuotesWhereTheyAreToldSo) {
    const auto adds = [](AnyCell value) {
        return read({{"Quote buffer", value}}).settings.adds_usual_slip;
    };
    EXPECT_FALSE(read({}).settings.adds_usual_slip);
    EXPECT_TRUE(adds("usual slip"));
    EXPECT_TRUE(adds(" Usual  SLIP "));
    EXPECT_FALSE(adds("none"));
    EXPECT_FALSE(adds(""));
    const std::string expected = " is not “none” or “usual slip”";
    for (const auto& [value, seen] : {std::pair{AnyCell{"usual"}, "“usual”"},
                                      {AnyCell{"yes"}, "“yes”"},
                                      {AnyCell{5}, "“5”"},
                                      {AnyCell{-1}, "“-1”"},
                                      {kErrorCell, "an error"}}) {
        const SettingsRead bad = read({{"quote  buffer", value}});
        EXPECT_FALSE(bad.settings.adds_usual_slip) << seen;
        EXPECT_EQ(sentencesOf(bad.problems),
                  Sentences{"row 1 of the settings range, quote buffer: " + std::string{seen} +
                            expected});
    }
    const SettingsRead twice = read({{"Quote buffer", "usual slip"}, {"Quote buffer", "none"}});
    EXPECT_TRUE(twice.settings.adds_usual_slip);
    EXPECT_EQ(sentencesOf(twice.problems),
              Sentences{"row 2 of the settings range, Quote buffer: “none” is not read: row 1 has "
                        "this setting already"});
}

TEST(Settings, ReadPeriodLengthsByWordAndByDays) {
    const auto length = [](AnyCell value) {
        return read({{"Period length", value}}).settings.period_length;
    };
    EXPECT_EQ(length("day"), (PeriodLength{false, 1}));
    EXPECT_EQ(length("Month")->is_month, true);
    EXPECT_EQ(length(14), (PeriodLength{false, 14}));
    EXPECT_EQ(length("3660"), (PeriodLength{false, 3660}));
    EXPECT_EQ(length(3661), std::nullopt);
    EXPECT_EQ(length(0), std::nullopt);
    EXPECT_EQ(length(1.5), std::nullopt);
}

TEST(Settings, ReadWorkingDaysAsRangesAndLists) {
    struct Case {
        const char* text;
        const char* week;
    };
    for (const Case& c : {Case{"Mon-Fri", "MTWTF--"},
                          {"mon - sat", "MTWTFS-"},
                          {"Mon–Thu", "MTWT---"},
                          {"Mon,Tue,Thu", "MT-T---"},
                          {"Monday; Wednesday", "M-W----"},
                          {"Sun-Thu", "MTWT--S"},
                          {"Sat-Mon, Wed", "M-W--SS"},
                          {"Mo-Fr", "MTWTF--"},
                          {"Wed", "--W----"},
                          {"Wed-Wed", "--W----"}}) {
        const SettingsRead days = read({{"Working days", c.text}});
        EXPECT_EQ(week(days), c.week) << c.text;
        EXPECT_EQ(sentencesOf(days.problems), Sentences{}) << c.text;
    }
}

TEST(Settings, ReportWorkingDaysThatAreNone) {
    for (const AnyCell& value :
         {AnyCell{"Mon-"}, {"M"}, {"Monn"}, {"Mon-Wed-Fri"}, {5}, {"-"}, {","}, {kErrorCell}}) {
        const SettingsRead days = read({{"Working days", value}});
        EXPECT_EQ(week(days), "MTWTF--");
        EXPECT_EQ(days.problems.size(), 1U) << seenText(value.cell);
    }
}

TEST(Settings, TakeHolidaysFromManyRowsAndManyToACell) {
    const SettingsRead holidays = read({{"Holidays", date("2026-03-02")},
                                        {"Holidays", "2026-03-03; 3/4/2026"},
                                        {"holidays", "2026-03-05;;soon"}});
    EXPECT_EQ(week(holidays), "----F--");
    EXPECT_EQ(sentencesOf(holidays.problems),
              (Sentences{"row 3 of the settings range, holidays: “soon” is not a date"}));
}

TEST(Settings, GiveAFileItsOwnStatusWords) {
    const SettingsRead words = read({{"Firm", "Auftrag; bestellt"},
                                     {"Firm", "SIGNED"},
                                     {"Held", "Reserviert"},
                                     {"Tentative", "Angebot; Won"},
                                     {"Closed", "erledigt"}});
    EXPECT_EQ(sentencesOf(words.problems), Sentences{});
    EXPECT_EQ(words.status_words.find("auftrag"), DealClass::kFirm);
    EXPECT_EQ(words.status_words.find("bestellt"), DealClass::kFirm);
    EXPECT_EQ(words.status_words.find("signed"), DealClass::kFirm);
    EXPECT_EQ(words.status_words.find("reserviert"), DealClass::kHeld);
    EXPECT_EQ(words.status_words.find("angebot"), DealClass::kTentative);
    EXPECT_EQ(words.status_words.find("erledigt"), DealClass::kClosed);
    EXPECT_EQ(words.status_words.find("won"), DealClass::kTentative); // its own word wins
    EXPECT_EQ(words.status_words.find("lost"), DealClass::kClosed);
    EXPECT_EQ(words.status_words.find("nonsense"), std::nullopt);
}

TEST(Settings, CutStatusWordsAtSemicolonsAndLineBreaksButNotAtCommas) {
    const SettingsRead words = read({{"Firm", "Won, signed; booked\nordered\r\npaid;"}});
    EXPECT_EQ(sentencesOf(words.problems), Sentences{});
    for (const char* word : {"won, signed", "booked", "ordered", "paid"}) {
        EXPECT_EQ(words.status_words.find(word), DealClass::kFirm) << word;
    }
    EXPECT_EQ(words.status_words.find("signed"), std::nullopt);
}

TEST(Settings, ReportAWordThatIsGivenToTwoClasses) {
    const SettingsRead words = read({{"Firm", "yes"}, {"Held", "perhaps; Yes"}});
    EXPECT_EQ(
        sentencesOf(words.problems),
        (Sentences{
            "row 2 of the settings range, Held: “Yes” is not a word of one class alone; the first "
            "row that names it counts"}));
    EXPECT_EQ(words.status_words.find("yes"), DealClass::kFirm);
}

TEST(Settings, ReportWhatTheyCannotRead) {
    const SettingsRead bad = read({{"As of", "soon"},
                                   {"Fense", 5},
                                   {kEmptyCell, 7},
                                   {kErrorCell, 7},
                                   {"Fence", -5},
                                   {"Work ahead", 2.5},
                                   {"Period length", "year"},
                                   {"Period rule", "half"},
                                   {"Rank by", 3},
                                   {"Scenarios", 0},
                                   {"Firm", kErrorCell}});
    EXPECT_EQ(
        sentencesOf(bad.problems),
        (Sentences{
            "row 1 of the settings range, As of: “soon” is not a date",
            "row 2 of the settings range, Fense: “Fense” is not the name of a setting",
            "row 3 of the settings range: an empty cell is not the name of a setting",
            "row 4 of the settings range, an error: an error is not the name of a setting",
            "row 5 of the settings range, Fence: “-5” is not a whole number of days of at least 0",
            "row 6 of the settings range, Work ahead: “2.5” is not a whole number of days of at "
            "least 0",
            "row 7 of the settings range, Period length: “year” is not “day”, “week”, “month” or a "
            "whole number "
            "of days from 1 to 3660",
            "row 8 of the settings range, Period rule: “half” is not “pro rata” or “whole period”",
            "row 9 of the settings range, Rank by: “3” is not “priority”, “promised date”, "
            "“value”, “value per "
            "hour” or “sheet order”",
            "row 10 of the settings range, Scenarios: “0” is not a whole number from 1 to 1000000",
            "row 11 of the settings range, Firm: an error is not a status word"}));
    EXPECT_EQ(bad.settings.as_of, context().today);
    EXPECT_EQ(bad.settings.fence_days, 0);
}

TEST(Settings, CountTheFirstOfTwo) {
    const SettingsRead twice = read({{"Fence", 5}, {"Rank by", "value"}, {"fence", 7}});
    EXPECT_EQ(twice.settings.fence_days, 5);
    EXPECT_EQ(sentencesOf(twice.problems), (Sentences{"row 3 of the settings range, fence: “7” is "
                                                      "not read: row 1 has this setting already"}));
}

TEST(Settings, ReportAHeadingThatIsNotInTheFirstRow) {
    EXPECT_EQ(read({{"Fence", 5}, {"Name", "Value"}}).problems.size(), 1U);
    EXPECT_EQ(read({{}, {"Name", "Value"}}).problems.size(), 0U);
}

TEST(Settings, MayHaveOneColumnOrNone) {
    EXPECT_EQ(
        sentencesOf(read({{"Fence"}, {"what"}}).problems),
        (Sentences{"row 2 of the settings range, what: “what” is not the name of a setting"}));
    const Grid none;
    EXPECT_TRUE(readSettings(&none, CellReader{context()}, context().today).problems.empty());
}

} // namespace
} // namespace keepable::tables
