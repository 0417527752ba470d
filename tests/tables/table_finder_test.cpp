// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/table_finder.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace keepable::tables {
namespace {

constexpr std::int32_t kSheetRows = 1'048'576;

std::vector<SheetCells> sheets(Grid first) {
    std::vector<SheetCells> all(1);
    all[0].cells = std::move(first);
    return all;
}

std::vector<SheetCells> sheets(Grid first, Grid second) {
    std::vector<SheetCells> all = sheets(std::move(first));
    all.emplace_back().cells = std::move(second);
    return all;
}

// "Deals 0!A3:E1048576 (4 rows)", one a line; "?Deals …" for a mere beginning.
std::string found(const std::vector<SheetCells>& in) {
    std::string text;
    for (const FoundTable& table : findTables(in, context(), kSheetRows)) {
        text += text.empty() ? "" : "\n";
        text += (table.isComplete() ? "" : "?") + std::string{tableName(table.kind)} + " " +
                std::to_string(table.sheet) + "!" + columnLetters(table.range.first_column) +
                std::to_string(table.range.first_row + 1) + ":" +
                columnLetters(table.range.last_column) + std::to_string(table.range.last_row + 1) +
                " (" + std::to_string(table.row_count) + " rows)";
    }
    return text;
}

TEST(TableFinder, FindsATableBelowATitleAndRightOfEmptyColumns) {
    EXPECT_EQ(found(sheets(gridOf({{"", "", "Our deals, spring"},
                                   {},
                                   {"", "", "Deal", "Item", "Quantity", "Promised date", "Mood"},
                                   {"", "", "A", "Panel", 3, date("2026-03-02"), "good"},
                                   {"", "", "B", "Panel", 4, date("2026-03-03")}}))),
              "Deals 0!C3:G1048576 (2 rows)");
}

TEST(TableFinder, TellsWhatItRecognised) {
    const auto tables = findTables(sheets(gridOf({{"Mood", "ITEM", "Quantity", "Promised date"},
                                                  {"good", "Panel", 1, "2026-03-02"}})),
                                   context(), kSheetRows);
    ASSERT_EQ(tables.size(), 1U);
    ASSERT_EQ(tables[0].columns.size(), 3U);
    EXPECT_EQ(tables[0].columns[0].heading, "ITEM");
    EXPECT_EQ(tables[0].columns[0].role, ColumnRole::kItem);
    EXPECT_EQ(tables[0].other_columns, std::vector<std::string>{"Mood"});
}

TEST(TableFinder, FindsTablesSideBySide) {
    EXPECT_EQ(found(sheets(gridOf(
                  {{"Item", "Quantity", "Promised date", "", "Resource", "Period", "Capacity"},
                   {"Panel", 3, date("2026-03-02"), "", "Saw", date("2026-03-02"), 40},
                   {"Panel", 3, date("2026-03-02"), "", "Saw", date("2026-03-09"), 40}}))),
              "Deals 0!A1:C1048576 (2 rows)\nCapacity 0!E1:G1048576 (2 rows)");
}

TEST(TableFinder, CutsTablesThatStandCloseTogether) {
    EXPECT_EQ(found(sheets(
                  gridOf({{"Item", "Quantity", "Promised date", "Resource", "Period", "Capacity"},
                          {"Panel", 3, date("2026-03-02"), "Saw", date("2026-03-02"), 40}}))),
              "Deals 0!A1:C1048576 (1 rows)\nCapacity 0!D1:F1048576 (1 rows)");
    // Item a second time begins the items.
    EXPECT_EQ(found(sheets(gridOf(
                  {{"Item", "Quantity", "Promised date", "Item", "Resource", "Hours per unit"},
                   {"Panel", 3, date("2026-03-02"), "Panel", "Saw", 2}}))),
              "Deals 0!A1:C1048576 (1 rows)\nItems 0!D1:F1048576 (1 rows)");
}

TEST(TableFinder, EndsATableAboveTheNextOneAndItsTitle) {
    EXPECT_EQ(found(sheets(gridOf({{"Item", "Quantity", "Promised date"},
                                   {"Panel", 3, date("2026-03-02")},
                                   {},
                                   {"Panel", 4, date("2026-03-02")},
                                   {},
                                   {"What we can do"},
                                   {"Resource", date("2026-03-02"), date("2026-03-09")},
                                   {"Saw", 40, 40},
                                   {},
                                   {"Saw two", 40, ""}}))),
              "Deals 0!A1:C5 (2 rows)\nCapacity 0!A7:C1048576 (2 rows)");
    EXPECT_EQ(found(sheets(gridOf({{"Item", "Quantity", "Promised date"},
                                   {"Panel", 3, date("2026-03-02")},
                                   {"What we can do"},
                                   {"Resource", "Period", "Capacity"},
                                   {"Saw", date("2026-03-02"), 40}}))),
              "Deals 0!A1:C2 (1 rows)\nCapacity 0!A4:C1048576 (1 rows)");
}

TEST(TableFinder, EndsATableAboveARemarkBelowIt) {
    EXPECT_EQ(found(sheets(gridOf({{"Item", "Quantity", "Promised date"},
                                   {"Panel", 3, date("2026-03-02")},
                                   {},
                                   {},
                                   {"Total", 3}}))),
              "Deals 0!A1:C4 (1 rows)");
}

TEST(TableFinder, TakesAColumnWithoutHeadingAlongWhenItHasCells) {
    EXPECT_EQ(found(sheets(gridOf({{"Item", "", "Quantity", "Promised date"},
                                   {"Panel", "blue", 3, date("2026-03-02")}}))),
              "Deals 0!A1:D1048576 (1 rows)");
}

TEST(TableFinder, NeverTakesItsOwnColumnsForInput) {
    auto in =
        sheets(gridOf({{"Deal", "Item", "Quantity", "Promised date", "Status", "Earliest date"},
                       {"A", "Panel", 3, date("2026-03-02"), "KEEPABLE", date("2026-03-02")},
                       {"B", "Panel", 3, date("2026-03-02"), "AT RISK", kErrorCell}}));
    in[0].own = {{1, 2, 4, 5}};
    EXPECT_EQ(found(in), "Deals 0!A1:D1048576 (2 rows)");
    in[0].own = {};
    EXPECT_EQ(found(in), "Deals 0!A1:F1048576 (2 rows)");
}

TEST(TableFinder, FindsSettingsByTheirNames) {
    EXPECT_EQ(found(sheets(gridOf({{"Plan of the workshop"},
                                   {"", "As of", date("2026-03-02")},
                                   {"", "Working days", "Mon-Fri"},
                                   {"", "Holidays", date("2026-04-03")},
                                   {"", "", ""},
                                   {"", "Fence", 14}}))),
              "Settings 0!B2:C26 (5 rows)");
    EXPECT_EQ(found(sheets(gridOf({{"Setting", "Value"}, {"As of", date("2026-03-02")}}))),
              "Settings 0!A1:B22 (1 rows)");
}

TEST(TableFinder, TakesNoLabelForASetting) {
    EXPECT_EQ(found(sheets(gridOf({{"As of", date("2026-03-02")}, {"printed by", "Ann"}}))), "");
    EXPECT_EQ(found(sheets(gridOf({{"firm", 12}, {"held", 3}, {"tentative", 5}}))), "");
}

TEST(TableFinder, KeepsTheBeginningOfATableToTellWhatIsMissing) {
    const auto tables =
        findTables(sheets(gridOf({{"Item", "Quantity", "Wished for"}})), context(), kSheetRows);
    ASSERT_EQ(tables.size(), 1U);
    EXPECT_EQ(tables[0].missing, std::vector<ColumnRole>{ColumnRole::kPromisedDate});
    EXPECT_TRUE(bestTables(tables, TableKind::kDeals).empty());
}

TEST(TableFinder, PrefersTheTableOfWhichItUnderstandsMore) {
    const auto better =
        sheets(gridOf({{"Item", "Quantity", "Promised date"}, {"P", 1, 46000}}),
               gridOf({{"Deal", "Item", "Quantity", "Promised date"}, {"A", "P", 1, 46000}}));
    EXPECT_EQ(bestTables(findTables(better, context(), kSheetRows), TableKind::kDeals),
              std::vector<std::size_t>{1});
    const auto alike = sheets(gridOf({{"Item", "Quantity", "Promised date"}, {"P", 1, 46000}}),
                              gridOf({{"Item", "Quantity", "Promised date"}, {"P", 1, 46000}}));
    EXPECT_EQ(bestTables(findTables(alike, context(), kSheetRows), TableKind::kDeals),
              (std::vector<std::size_t>{0, 1}));
    const auto template_sheet =
        sheets(gridOf({{"Deal", "Item", "Quantity", "Promised date"}}),
               gridOf({{"Item", "Quantity", "Promised date"}, {"P", 1, 46000}}));
    EXPECT_EQ(bestTables(findTables(template_sheet, context(), kSheetRows), TableKind::kDeals),
              std::vector<std::size_t>{1});
}

TEST(TableFinder, ReadsARangeSomebodyPointedAt) {
    const auto in = sheets(gridOf({{"Our deals"},
                                   {"Item", "Quantity", "Promised date", "Mood"},
                                   {"Panel", 3, date("2026-03-02"), "good"}}));
    const FoundTable table = tableIn(TableKind::kDeals, in[0], {0, 99, 0, 3}, context());
    EXPECT_TRUE(table.isComplete());
    EXPECT_EQ(table.range, (CellBlock{1, 99, 0, 3}));
    EXPECT_EQ(table.row_count, 1);
    EXPECT_EQ(table.other_columns, std::vector<std::string>{"Mood"});
    EXPECT_EQ(tableIn(TableKind::kItems, in[0], {0, 99, 0, 3}, context()).missing,
              (std::vector{ColumnRole::kResource, ColumnRole::kHoursPerUnit}));
}

} // namespace
} // namespace keepable::tables
