// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/header_profile.hpp"
#include "tables/reading_rules.hpp"
#include "tables/settings_reader.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace keepable::tables {
namespace {

struct Planned {
    std::string sentence; // why there is no plan
    Sentences problems;
    Sentences lines; // "A: 1 Saw by 2026-03-31"
};

// A plan as the office makes one: the settings first, then the tables by them.
Planned planOf(Rows deals, Rows settings_rows) {
    ReadingContext reading = context();
    const Grid settings = gridOf(settings_rows);
    reading.rules =
        std::make_shared<const ReadingRules>(readReadingRules(settings, reading, nullptr));
    const auto found = findHeadingRow(TableKind::kDeals, gridOf(deals), reading);
    if (const auto* nothing = std::get_if<NothingToPlanBy>(&found)) {
        return {nothing->sentence, {}, {}};
    }
    const Table table = tableOf(TableKind::kDeals, gridOf(deals), reading);
    const Table capacity = tableOf(TableKind::kCapacity, {{"Resource", "Period", "Capacity"},
                                                          {"Saw", date("2026-03-02"), 40},
                                                          {"Drill", date("2026-03-02"), 40}});
    const auto read = readPlan({&table, &capacity, nullptr, &settings}, reading);
    const auto& tables = std::get<PlanTables>(read);
    Planned planned{{}, sentencesOf(tables.problems), {}};
    for (std::size_t i = 0; i < tables.input.deals.size(); ++i) {
        const planning::Deal& deal = tables.input.deals[i];
        std::string line = tables.texts[i].name + ":";
        for (std::uint32_t k = 0; k < deal.line_count; ++k) {
            const planning::Line& at = tables.input.lines[deal.first_line + k];
            line += " " + decimalText(at.left) + " " + tables.input.items[at.item].name + " by " +
                    isoText(at.promised);
        }
        planned.lines.push_back(line);
    }
    return planned;
}

TEST(ReadingRules, MakeWinDatesPromisedDatesOnlyWhenTold) {
    const Rows deals{{"Deal", "Item", "Quantity", "Win date"}, {"A", "Saw", 1, date("2026-03-03")}};
    EXPECT_NE(planOf(deals, {}).sentence.find("no column Promised date"), std::string::npos);
    EXPECT_EQ(planOf(deals, {{"Days after win", 28}}).lines, (Sentences{"A: 1 Saw by 2026-03-31"}));
    EXPECT_EQ(planOf(deals, {{"days  after WIN", "28"}, {"Days after win: saw", 1}}).lines,
              (Sentences{"A: 1 Saw by 2026-03-04"}));
}

TEST(ReadingRules, ReportADealWhoseItemHasNoRule) {
    const Planned planned = planOf({{"Deal", "Item", "Quantity", "Win date"},
                                    {"A", "Saw", 1, date("2026-03-03")},
                                    {"B", "Drill", 1, date("2026-03-03")}},
                                   {{"Days after win: Saw", 2}});
    EXPECT_EQ(planned.lines, (Sentences{"A: 1 Saw by 2026-03-05", "B:"}));
    ASSERT_EQ(planned.problems.size(), 1U);
    EXPECT_NE(planned.problems[0].find("set “Days after win” for this item"), std::string::npos);
}

TEST(ReadingRules, KeepTheColumnOfPromisedDatesBeforeAnyRule) {
    EXPECT_EQ(planOf({{"Deal", "Item", "Quantity", "Win date", "Promised date"},
                      {"A", "Saw", 1, date("2026-03-03"), date("2026-03-06")}},
                     {{"Days after win", 28}})
                  .lines,
              (Sentences{"A: 1 Saw by 2026-03-06"}));
}

TEST(ReadingRules, StandInForColumnsThatAreNotThere) {
    const Rows deals{
        {"Deal", "Promised date"}, {"A", date("2026-03-06")}, {"B", date("2026-03-09")}};
    EXPECT_FALSE(planOf(deals, {}).sentence.empty());
    EXPECT_EQ(planOf(deals, {{"Item for all", "drill"}, {"Quantity for all", 2.5}}).lines,
              (Sentences{"A: 2.5 Drill by 2026-03-06", "B: 2.5 Drill by 2026-03-09"}));
}

TEST(ReadingRules, ReadColumnsAsChosen) {
    EXPECT_EQ(planOf({{"Deal", "What", "Quantity", "Ready"}, {"A", "Saw", 2, "04/03/2026"}},
                     {{"Deals: What", "Item"},
                      {"Deals: Ready", "Promised date, day first"},
                      {"Deals: Quantity", "Quantity, days"},
                      {"Hours per day", 7.5}})
                  .lines,
              (Sentences{"A: 15 Saw by 2026-03-04"}));
}

TEST(ReadingRules, ReadTwoSpellingsAsOneName) {
    const Rows deals{{"Deal", "Item", "Quantity", "Promised date"},
                     {"A", "S-A-W", 2, date("2026-03-06")}};
    EXPECT_EQ(planOf(deals, {}).problems.size(), 1U);
    const Planned planned = planOf(deals, {{"Same name: S-A-W", "Saw"}});
    EXPECT_TRUE(planned.problems.empty());
    EXPECT_EQ(planned.lines, (Sentences{"A: 2 Saw by 2026-03-06"}));
}

TEST(StageWords, AreThoseOfTheSystemWhoseHeadingsStandThere) {
    ReadingContext reading = context();
    auto profiles = std::make_shared<HeaderProfiles>();
    ASSERT_EQ(profiles->add("acme.json", R"json({
        "profile": "Acme", "kind": "system", "signs": ["Acme stage", "Acme id"],
        "deals": {"Stage": ["Acme stage"], "Deal": ["Acme id"], "Item": ["Product"], "Quantity": ["Qty"]},
        "stages": {"firm": ["Signed"], "closed": ["Gone", "Open"]}})json"),
              "");
    reading.profiles = profiles;
    const Table capacity = tableOf(TableKind::kCapacity, {{"Resource", "Period", "Capacity"},
                                                          {"Saw", date("2026-03-02"), 40}});
    const Table deals =
        tableOf(TableKind::kDeals,
                gridOf({{"Acme id", "Acme stage", "Product", "Qty", "Promised date"},
                        {"A", "signed", "Saw", 1, date("2026-03-06")},
                        {"B", "Open", "Saw", 1, date("2026-03-06")},
                        {"C", "Unheard of", "Saw", 1, date("2026-03-06")}}),
                reading);
    const auto read = readPlan({&deals, &capacity, nullptr, nullptr}, reading);
    const auto& plan = std::get<PlanTables>(read);
    EXPECT_EQ(plan.input.deals[0].status, planning::DealClass::kFirm);
    EXPECT_EQ(plan.input.deals[1].status, planning::DealClass::kTentative)
        << "the contract's words go first";
    EXPECT_TRUE(plan.input.deals[2].needs_check);
}

TEST(ReadingRules, SayWhatAStageMeansAndGoBeforeCommonWords) {
    const Planned planned = planOf({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                                    {"A", "Saw", 1, date("2026-03-06"), "Green light"},
                                    {"B", "Saw", 1, date("2026-03-06"), "open"}},
                                   {{"Stage: green  LIGHT", "firm"}, {"Stage: Open", "closed"}});
    EXPECT_EQ(planned.problems, Sentences{});
    EXPECT_EQ(planned.lines, (Sentences{"A: 1 Saw by 2026-03-06", "B:"}));
}

TEST(ReadingRules, LeaveAmountsInOtherCurrenciesOut) {
    const Rows deals{{"Deal", "Item", "Quantity", "Promised date", "Value", "Currency"},
                     {"A", "Saw", 1, date("2026-03-06"), "USD 10", kEmptyCell},
                     {"B", "Saw", 1, date("2026-03-06"), 20, "EUR"},
                     {"C", "Saw", 1, date("2026-03-06"), "€ 30", kEmptyCell},
                     {"D", "Saw", 1, date("2026-03-06"), 40, kEmptyCell}};
    EXPECT_EQ(planOf(deals, {}).problems, Sentences{});
    EXPECT_EQ(planOf(deals, {{"Currency", "eur"}}).problems,
              (Sentences{"Deals row 2, Value: “USD 10” is not an amount in EUR"}));
}

TEST(DealReader, TakesLinesBelowForTheDealAboveWhereAProfileSaysSo) {
    ReadingContext reading = context();
    auto profiles = std::make_shared<HeaderProfiles>();
    ASSERT_EQ(profiles->add("acme.json", R"json({
        "profile": "Acme", "kind": "system", "signs": ["Acme order", "Acme line"], "lines": "below",
        "deals": {"Deal": ["Acme order"], "Item": ["Acme line"], "Quantity": ["Qty"],
                  "Promised date": ["Ready"]}})json"),
              "");
    reading.profiles = profiles;
    const Table capacity = tableOf(TableKind::kCapacity, {{"Resource", "Period", "Capacity"},
                                                          {"Saw", date("2026-03-02"), 40}});
    const Table deals = tableOf(TableKind::kDeals,
                                gridOf({{"Acme order", "Acme line", "Qty", "Ready"},
                                        {"A", "Saw", 1, date("2026-03-06")},
                                        {kEmptyCell, "Saw", 2, kEmptyCell},
                                        {"B", "Saw", 3, kEmptyCell}}),
                                reading);
    const auto read = readPlan({&deals, &capacity, nullptr, nullptr}, reading);
    const auto& plan = std::get<PlanTables>(read);
    ASSERT_EQ(plan.input.deals.size(), 2U);
    EXPECT_EQ(plan.input.deals[0].line_count, 2U);
    EXPECT_FALSE(plan.input.deals[0].needs_check);
    EXPECT_TRUE(plan.input.deals[1].needs_check) << "an order of its own without a date";
}

TEST(ReadingRules, ReportWhatTheyCannotRead) {
    const Planned planned =
        planOf({{"Deal", "Item", "Quantity", "Promised date"}, {"A", "Saw", 1, date("2026-03-06")}},
               {{"Days after win", "soon"},
                {"Hours per day", 0},
                {"Quantity for all", "x"},
                {"Deals: Mood", "Happiness"},
                {"Column", "Read as"},
                {"Deals: Other", ""}});
    ASSERT_EQ(planned.problems.size(), 4U);
    EXPECT_EQ(
        planned.problems[0],
        "row 1 of the settings range, Days after win: “soon” is not a whole number of days of "
        "at least 0");
}

} // namespace
} // namespace keepable::tables
