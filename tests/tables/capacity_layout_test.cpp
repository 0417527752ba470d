// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/capacity_layout.hpp"
#include "tables/capacity_reader.hpp"
#include "tables/capacity_words.hpp"
#include "tables/reading_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <random>

namespace keepable::tables {
namespace {

ReadingContext today() {
    ReadingContext made = context();
    made.today = dayOf("2026-09-07");
    return made;
}

struct Read {
    Sentences entries; // "Saw 2026-09-07 40.5"
    Sentences problems;
};

Read readGrid(const Grid& grid, const ReadingContext& reading = today()) {
    Read result;
    const Table table = tableOf(TableKind::kCapacity, grid, reading);
    NameList resources;
    const CapacityRead capacity =
        readCapacity(table, CellReader{reading}, resources, {reading, reading.today});
    for (const planning::CapacityEntry& entry : capacity.entries) {
        result.entries.push_back(resources.names()[entry.resource] + " " +
                                 isoText(entry.period_start) + " " + decimalText(entry.hours));
    }
    result.problems = sentencesOf(capacity.problems);
    return result;
}

Read read(Rows rows, const ReadingContext& reading = today()) {
    return readGrid(gridOf(rows), reading);
}

bool isRead(Rows rows) {
    const Grid grid = gridOf(rows);
    return std::holds_alternative<HeadingRow>(findHeadingRow(TableKind::kCapacity, grid, today()));
}

TEST(CapacityLayout, ReadsALongTableByOtherWords) {
    const Read result = read({{"Work centre", "Week starting", "Available hours", "Remark"},
                              {"Saw", "2026-09-07", 80, kEmptyCell},
                              {"Press", "2026-09-14", 76, "holiday"}});
    EXPECT_EQ(result.entries, (Sentences{"Saw 2026-09-07 80", "Press 2026-09-14 76"}));
    EXPECT_EQ(result.problems, Sentences{});
}

TEST(CapacityLayout, FollowsTheUsersChoices) {
    ReadingContext chosen = today();
    ReadingRules rules;
    rules.choices = {columnChoice("Capacity: Bereich", "Resource").value(),
                     columnChoice("Capacity: KW 38", "not read").value()};
    chosen.rules = std::make_shared<const ReadingRules>(rules);
    const Rows rows{{"Maschine", "Bereich", "KW 37", "KW 38", "KW 39"},
                    {"M1", "Halle", 10, 20, 30}};
    EXPECT_EQ(read(rows).entries,
              (Sentences{"M1 2026-09-07 10", "M1 2026-09-14 20", "M1 2026-09-21 30"}));
    EXPECT_EQ(read(rows, chosen).entries,
              (Sentences{"Halle 2026-09-07 10", "Halle 2026-09-21 30"}));
    // Without a resource nothing could be read.
    rules.choices = {columnChoice("Capacity: Maschine", "not read").value()};
    chosen.rules = std::make_shared<const ReadingRules>(rules);
    EXPECT_EQ(read(rows, chosen).entries, read(rows).entries);
}

TEST(CapacityLayout, ReadsPeriodCellsOfALongTable) {
    const Read result = read({{"Capacity plan 2026", kEmptyCell, kEmptyCell},
                              {"Maschine", "KW", "Kapazität [Tage]"},
                              {"Säge", "KW 53", 5},
                              {"Säge", "KW 1", "4.5"},
                              {"Presse", "KW 53", 1},
                              {"Summe", kEmptyCell, 10.5}});
    EXPECT_EQ(result.entries,
              (Sentences{"Säge 2026-12-28 40", "Säge 2027-01-04 36", "Presse 2026-12-28 8"}));
    EXPECT_EQ(result.problems, Sentences{});
}

TEST(CapacityLayout, SaysWhichYearItAssumesInCells) {
    const Read result = read({{"Resource", "Period", "Capacity"},
                              {"W32", "W37", 8},
                              {"W32", "W38", 8},
                              {"May", "W37", 8}});
    EXPECT_EQ(result.entries,
              (Sentences{"W32 2026-09-07 8", "W32 2026-09-14 8", "May 2026-09-07 8"}));
    EXPECT_EQ(result.problems, (Sentences{"Capacity row 2, Period: “W37” is not a period with its "
                                          "year; taken for 2026-09-07"}));
}

TEST(CapacityLayout, ReadsPeriodsAcrossBelowWordsOfSixLanguages) {
    for (const char* word : {"Work centre", "Machine", "Team", "Maschine", "Arbeitsplatz",
                             "Abteilung", "Ressource", "Poste", "Máquina", "Risorsa", "Afdeling"}) {
        const Read result = read({{word, "KW 37", "KW 38"}, {"A", 1, 2}});
        EXPECT_EQ(result.entries, (Sentences{"A 2026-09-07 1", "A 2026-09-14 2"})) << word;
    }
}

TEST(CapacityLayout, TakesTheColumnOfNamesWhereNoWordSaysResource) {
    const Read result = read({{"Group", "What", "Aug 2026", "Sep 2026", "Oct 2026"},
                              {"x", "Saw", 1, 2, 3},
                              {kEmptyCell, "Press", 4, 5, 6}});
    // Group is a word, but a weak one; it is kept because a word goes before a guess.
    EXPECT_EQ(result.entries.size(), 3U);
    const Read unnamed = read({{kEmptyCell, kEmptyCell, "Aug 2026", "Sep 2026", "Oct 2026"},
                               {"x", "Saw", 1, 2, 3},
                               {kEmptyCell, "Press", 4, 5, 6}});
    EXPECT_EQ(unnamed.entries,
              (Sentences{"Saw 2026-08-01 1", "Saw 2026-09-01 2", "Saw 2026-10-01 3",
                         "Press 2026-08-01 4", "Press 2026-09-01 5", "Press 2026-10-01 6"}));
}

TEST(CapacityLayout, TakesTheYearFromAboveThePeriods) {
    const Read result = read({{kEmptyCell, 2026, kEmptyCell, 2027, kEmptyCell},
                              {"Anlage", "KW 52", "KW 53", "KW 1", "KW 2"},
                              {"A", 1, 2, 3, 4},
                              {"Summe", 1, 2, 3, 4}});
    EXPECT_EQ(result.entries,
              (Sentences{"A 2026-12-21 1", "A 2026-12-28 2", "A 2027-01-04 3", "A 2027-01-11 4"}));
    EXPECT_EQ(result.problems, Sentences{});
    const Read titled = read({{"Capacity plan 2024"}, {"Crew", "May", "June"}, {"A", 1, 2}});
    EXPECT_EQ(titled.entries, (Sentences{"A 2024-05-01 1", "A 2024-06-01 2"}));
    EXPECT_EQ(titled.problems, Sentences{});
    const Read months = read({{kEmptyCell, "Dec 2026", kEmptyCell, "Jan 2027"},
                              {"Crew", "W52", "W53", "W1"},
                              {"A", 1, 2, 3}});
    EXPECT_EQ(months.entries, (Sentences{"A 2026-12-21 1", "A 2026-12-28 2", "A 2027-01-04 3"}));
}

TEST(CapacityLayout, SaysWhichYearAndWhichOrderItAssumes) {
    EXPECT_EQ(read({{"Machine", "W37", "W38"}, {"A", 1, 2}}).problems,
              (Sentences{"Capacity row 1, column B: “W37” is not a period with its year; taken for "
                         "2026-09-07"}));
    EXPECT_EQ(read({{"Resource", "01/08/2026", "01/09/2026"}, {"A", 1, 2}}).problems,
              (Sentences{"Capacity row 1, column B: “01/08/2026” is not a date in which day and "
                         "month cannot be mistaken; taken for 2026-01-08"}));
}

TEST(CapacityLayout, TakesOnlyTheCapacityOfSeveralMeasures) {
    const Grid grid = gridOf(
        {{"Plan 2026"},
         {"Machine", "CW 37", kEmptyCell, kEmptyCell, "CW 38", kEmptyCell, kEmptyCell, "Total"},
         {kEmptyCell, "Capacity", "Planned", "Remark", "Capacity (days)", "Planned", "Remark",
          "Capacity"},
         {"A", 40, 35, "x", 5, 20, "y", 80}});
    EXPECT_EQ(readGrid(grid).entries, (Sentences{"A 2026-09-07 40", "A 2026-09-14 40"}));
    EXPECT_EQ(readGrid(grid).problems, Sentences{});
    const ReadingContext reading = today();
    const auto layout = CapacityLayouts{grid, reading}.at(1, {});
    ASSERT_TRUE(layout);
    EXPECT_EQ(layout->row, 2);
    EXPECT_EQ(layout->first_row, 0);
    std::vector<std::int32_t> ignored;
    for (const IgnoredHeading& heading : layout->ignored) {
        ignored.push_back(heading.column);
    }
    EXPECT_EQ(ignored, (std::vector<std::int32_t>{2, 3, 5, 6}));
}

TEST(CapacityLayout, TakesMeasuresWrittenBehindThePeriod) {
    const Read result =
        read({{"Machine", "W37 capacity", "W37 planned", "W38 capacity", "W38 planned"},
              {"A", 40, 35, 30, 20}});
    EXPECT_EQ(result.entries, (Sentences{"A 2026-09-07 40", "A 2026-09-14 30"}));
}

TEST(CapacityLayout, ReportsAMeasureItDoesNotKnow) {
    const Read result = read({{"Machine", "2026-W37", kEmptyCell, "2026-W38"},
                              {kEmptyCell, "Capacity", "Maintenance", "Capacity"},
                              {"A", 40, 35, 30}});
    EXPECT_EQ(result.entries, (Sentences{"A 2026-09-07 40", "A 2026-09-14 30"}));
    EXPECT_EQ(result.problems, (Sentences{"Capacity row 2, column C: “Maintenance” is not a "
                                          "measure of capacity"}));
}

TEST(CapacityLayout, ReadsDaysBelowWeekdays) {
    const Read result = read({{kEmptyCell, kEmptyCell, "Mon", "Tue"},
                              {"Machine", "Shift", "2026-09-07", "2026-09-08"},
                              {"A", "early", 8, 7.5}});
    EXPECT_EQ(result.entries, (Sentences{"A 2026-09-07 8", "A 2026-09-08 7.5"}));
}

TEST(CapacityLayout, ReadsWeekNumbersBehindTheWordWeek) {
    const Read result = read({{"Plan 2026"}, {"KW", 37, 38, 39}, {"Anlage"}, {"A", 8, 7, 6}});
    EXPECT_EQ(result.entries, (Sentences{"A 2026-09-07 8", "A 2026-09-14 7", "A 2026-09-21 6"}));
}

TEST(CapacityLayout, ReadsResourcesAcross) {
    const Read result = read({{"Capacity, hours"},
                              {"Week", "Turning", "Milling", "Holidays", "Total"},
                              {"2026-09-07", 40, 35, kEmptyCell, 75},
                              {"2026-09-14", kEmptyCell, "38.5", "1 day", 38.5},
                              {"Total", 40, 73.5, kEmptyCell, 113.5}});
    EXPECT_EQ(result.entries, (Sentences{"Turning 2026-09-07 40", "Milling 2026-09-07 35",
                                         "Turning 2026-09-14 0", "Milling 2026-09-14 38.5"}));
    EXPECT_EQ(result.problems, Sentences{});
}

TEST(CapacityLayout, ReadsPeopleNamedLikeMonthsAsResources) {
    const Read result = read(
        {{"Week", "May", "June", "April"}, {"2026-09-07", 40, 35, 30}, {"2026-09-14", 1, 2, 3}});
    EXPECT_EQ(result.entries,
              (Sentences{"May 2026-09-07 40", "June 2026-09-07 35", "April 2026-09-07 30",
                         "May 2026-09-14 1", "June 2026-09-14 2", "April 2026-09-14 3"}));
}

TEST(CapacityLayout, ReadsTablesOfLinesSideBySide) {
    const Read result = read({{"Line 1", kEmptyCell, kEmptyCell, "Line 2", kEmptyCell},
                              {"Week", "Hours", kEmptyCell, "Week", "Capacity (days)"},
                              {"2026-W37", 40, kEmptyCell, "2026-W36", 2},
                              {"2026-W38", 41, kEmptyCell, "2026-W37", 3},
                              {kEmptyCell, kEmptyCell, kEmptyCell, "2026-W38", 4},
                              {"Total", 81, kEmptyCell, "Total", 9}});
    EXPECT_EQ(result.entries,
              (Sentences{"Line 1 2026-09-07 40", "Line 2 2026-08-31 16", "Line 1 2026-09-14 41",
                         "Line 2 2026-09-07 24", "Line 2 2026-09-14 32"}));
    EXPECT_EQ(result.problems, Sentences{});
}

TEST(CapacityLayout, SumsPeopleToTheirRoles) {
    const Read result =
        read({{"Team"},
              {"Name", "Role", "Hours per week", "Absence", "E-mail"},
              {"Person 1", "Developer", 40, kEmptyCell, kEmptyCell},
              {"Person 2", "Developer", 38, "2026-09-10 - 2026-09-15; 2026-09-21", kEmptyCell},
              {"Person 3", "Designer", 32, 5, kEmptyCell},
              {"Total", kEmptyCell, 110, kEmptyCell, kEmptyCell}});
    ASSERT_EQ(result.entries.size(), 106U);
    // Thursday and Friday, then Monday and Tuesday, then one Monday.
    EXPECT_EQ(result.entries[0], "Developer 2026-09-07 62.8");
    EXPECT_EQ(result.entries[1], "Developer 2026-09-14 62.8");
    EXPECT_EQ(result.entries[2], "Developer 2026-09-21 70.4");
    EXPECT_EQ(result.entries[3], "Developer 2026-09-28 78");
    EXPECT_EQ(result.entries[53], "Designer 2026-09-07 32");
    EXPECT_EQ(result.entries.back(), "Designer 2027-09-06 32");
    EXPECT_EQ(result.problems, (Sentences{"Capacity row 5, Absence: “5” is not a date or span of "
                                          "dates of absence"}));
}

TEST(CapacityLayout, ReadsAbsencesFromAndUntil) {
    ReadingContext german = germanContext();
    german.today = dayOf("2026-09-09");
    const Read result =
        read({{"Mitarbeiter", "Rolle", "Std./Woche", "Abwesend von", "Abwesend bis"},
              {"Person 1", "Beratung", "37,5", "21.09.2026", "27.09.2026"},
              {"Person 2", "Beratung", 20, "28.09.2026", kEmptyCell}},
             german);
    EXPECT_EQ(result.entries[0], "Beratung 2026-09-07 57.5");
    EXPECT_EQ(result.entries[2], "Beratung 2026-09-21 20");
    EXPECT_EQ(result.entries[3], "Beratung 2026-09-28 57.5");
    EXPECT_EQ(result.problems, (Sentences{"Capacity row 3, Abwesend bis: an empty cell is not the "
                                          "last day of an absence"}));
}

TEST(CapacityLayout, TurnsDaysIntoHoursByColumnTitleAndRow) {
    EXPECT_EQ(
        read({{"Capacity (in person-days)"}, {"Team", "Sep 2026", "Oct 2026"}, {"A", 20, 10.5}})
            .entries,
        (Sentences{"A 2026-09-01 160", "A 2026-10-01 84"}));
    const Read result = read({{"Resource", "Period", "Capacity", "Unit"},
                              {"A", "2026-09-07", 4.5, "days"},
                              {"A", "2026-09-14", 36, "h"},
                              {"B", "2026-09-07", 4000, "Stk."},
                              {"B", "2026-09-14", 5, "moons"},
                              {"B", "2026-09-21", 7, kEmptyCell}});
    EXPECT_EQ(result.entries, (Sentences{"A 2026-09-07 36", "A 2026-09-14 36", "B 2026-09-07 4000",
                                         "B 2026-09-21 7"}));
    EXPECT_EQ(result.problems,
              (Sentences{"Capacity row 5, Unit: “moons” is not hours, days or pieces"}));
}

TEST(CapacityLayout, LeavesUnitsOfTablesAboveAlone) {
    EXPECT_EQ(
        read({{"Period length", "day"}, {"Resource", "Period", "Capacity"}, {"A", "2026-09-07", 8}})
            .entries,
        (Sentences{"A 2026-09-07 8"}));
}

TEST(CapacityLayout, LeavesOutTotalsAndRepeatedHeadings) {
    const Read result = read({{"Resource", "2026-09-07", "2026-09-14", "Sum"},
                              {"A", 1, 2, 3},
                              {"Subtotal", 1, 2, 3},
                              {"Resource", "2026-09-07", "2026-09-14", "Sum"},
                              {"B", 4, 5, 9},
                              {"Grand total:", 5, 7, 12}});
    EXPECT_EQ(result.entries,
              (Sentences{"A 2026-09-07 1", "A 2026-09-14 2", "B 2026-09-07 4", "B 2026-09-14 5"}));
    EXPECT_EQ(result.problems, Sentences{});
}

TEST(CapacityLayout, TakesNoTotalOrRemarkForAPeriod) {
    const Read result = read(
        {{"Resource", "W36", "W37", "Week 37 remarks", "Total", "September", "W38", "2026 budget"},
         {"A", 1, 2, "x", 3, 99, 4, 77}});
    EXPECT_EQ(result.entries, (Sentences{"A 2026-08-31 1", "A 2026-09-07 2", "A 2026-09-14 4"}));
    // A single month among weeks has no other of its kind beside it.
    EXPECT_EQ(result.problems,
              (Sentences{"Capacity row 1, column B: “W36” is not a period with its year; taken for "
                         "2026-08-31",
                         "Capacity row 1, column F: “September” is not a date on which a period "
                         "starts"}));
}

TEST(CapacityLayout, ReportsPeriodsOfAnotherLength) {
    const Read result =
        read({{"Resource", "2026-W36", "2026-W37", "Sep 2026", "2026-W38"}, {"A", 1, 2, 99, 4}});
    EXPECT_EQ(result.entries, (Sentences{"A 2026-08-31 1", "A 2026-09-07 2", "A 2026-09-14 4"}));
    EXPECT_EQ(result.problems, (Sentences{"Capacity row 1, column D: “Sep 2026” is not a period as "
                                          "long as the others"}));
}

TEST(CapacityLayout, TakesNoOtherTableForCapacity) {
    EXPECT_FALSE(isRead({{"Deal", "Item", "Quantity", "Promised date"},
                         {"D1", "Panel", 5, "2026-09-07"},
                         {"D2", "Machine", 6, "2026-10-07"}}));
    EXPECT_FALSE(isRead({{"Item", "Resource", "Hours per unit"}, {"Panel", "Saw", 2}}));
    EXPECT_FALSE(isRead({{"Part", "12-05-26", "Stock"}, {"12-06-26", "x", 3}}));
    EXPECT_FALSE(isRead({{"Name", "May", "Score"}, {"x", 1, 2}}));
    EXPECT_FALSE(isRead({{"Person", "Start", "End"},
                         {"x", "2026-09-07", "2026-09-14"},
                         {"y", "2026-09-08", "2026-10-01"}}));
    EXPECT_FALSE(isRead({{"Resource", "Q3 2026", "Q4 2026"}, {"x", 1, 2}}));
}

TEST(CapacityWords, AreKnownAsAWholeOnly) {
    EXPECT_TRUE(means(plainWord(" KAPAZITÄT: "), CapacityWord::kCapacity));
    EXPECT_FALSE(means(plainWord("Capacity remark"), CapacityWord::kCapacity));
    EXPECT_EQ(unitNamed(plainWord("Stück")), AmountUnit::kPieces);
    EXPECT_EQ(unitNamed("moons"), AmountUnit::kAsRead);
    const HeadingWithUnit heading = headingWithUnit("Kapazität\n[Tage]");
    EXPECT_EQ(heading.plain, "kapazitat");
    EXPECT_EQ(heading.unit, AmountUnit::kDays);
    EXPECT_EQ(headingWithUnit("Capacity (net)").plain, "capacity (net)");
}

// The same hours in every layout give the same entries.
TEST(CapacityLayout, ReadsTheSameHoursFromEveryLayout) {
    constexpr std::array kNames{"Saw", "Press", "Paint shop", "Line W32", "May B."};
    std::mt19937 random{20260907};
    for (int round = 0; round < 60; ++round) {
        const std::size_t resources = 2 + random() % (kNames.size() - 1);
        const int weeks = 3 + static_cast<int>(random() % 60);
        const planning::Day first = dayOf("2026-08-31") + 7 * static_cast<int>(random() % 20);
        Sentences expected;
        Grid across;
        Grid down;
        Grid along;
        Grid blocks;
        const auto text = [](Grid& grid, const std::string& value) {
            grid.cells.push_back(Cell::text(grid.texts.keep(value)));
        };
        const auto isoWeek = [](planning::Day day) {
            // The year and number of a week are those of its Thursday.
            const planning::Day thursday = day + 3;
            const int year = std::stoi(isoText(thursday).substr(0, 4));
            const int number = (thursday - planning::dayFromCivil(year, 1, 1).value()) / 7 + 1;
            return std::pair{year, number};
        };
        const auto setColumns = [](Grid& grid, std::size_t count) {
            for (std::size_t column = 0; column < count; ++column) {
                grid.columns.push_back(static_cast<std::int32_t>(column));
            }
        };
        setColumns(across, 1 + static_cast<std::size_t>(weeks));
        setColumns(down, 1 + resources);
        setColumns(along, 3);
        setColumns(blocks, 3 * resources);
        std::vector<std::vector<int>> hours(resources,
                                            std::vector<int>(static_cast<std::size_t>(weeks)));
        text(across, "Anlage");
        for (const char* heading : {"Werkplek", "KW", "Uren"}) {
            text(along, heading);
        }
        text(down, "Semaine");
        for (std::size_t resource = 0; resource < resources; ++resource) {
            text(down, kNames[resource]);
            text(blocks, kNames[resource]);
            blocks.cells.resize(blocks.cells.size() + 2);
        }
        for (std::size_t resource = 0; resource < resources; ++resource) {
            text(blocks, "Week");
            text(blocks, "Capacity");
            blocks.cells.emplace_back();
        }
        for (int week = 0; week < weeks; ++week) {
            const auto [year, number] = isoWeek(first + 7 * week);
            const std::string year_of_first = week == 0 ? "/" + std::to_string(year) : "";
            text(across, "KW" + std::to_string(number) + year_of_first);
            text(down, "S" + std::to_string(number) + year_of_first);
            for (std::size_t resource = 0; resource < resources; ++resource) {
                const int amount = static_cast<int>(random() % 100);
                hours[resource][static_cast<std::size_t>(week)] = amount;
                down.cells.push_back(Cell::number(amount));
                text(blocks, std::to_string(year) + "-W" + std::to_string(number));
                blocks.cells.push_back(Cell::number(amount));
                blocks.cells.emplace_back();
            }
        }
        for (std::size_t resource = 0; resource < resources; ++resource) {
            text(across, kNames[resource]);
            for (int week = 0; week < weeks; ++week) {
                const int amount = hours[resource][static_cast<std::size_t>(week)];
                const auto [year, number] = isoWeek(first + 7 * week);
                across.cells.push_back(Cell::number(amount));
                text(along, kNames[resource]);
                text(along, "W" + std::to_string(number) + " " + std::to_string(year));
                along.cells.push_back(Cell::number(amount));
                expected.push_back(std::string{kNames[resource]} + " " + isoText(first + 7 * week) +
                                   " " + std::to_string(amount));
            }
        }
        std::ranges::sort(expected);
        for (const Grid* grid : {&across, &down, &along, &blocks}) {
            Read result = readGrid(*grid);
            std::ranges::sort(result.entries);
            EXPECT_EQ(result.entries, expected) << "round " << round;
            EXPECT_EQ(result.problems, Sentences{});
        }
    }
}

} // namespace
} // namespace keepable::tables
