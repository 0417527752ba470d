// SPDX-License-Identifier: MPL-2.0
#include "tables/settings_reader.hpp"
#include "views/catalog.hpp"
#include "views/setup_sheet.hpp"
#include "views/setup_words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

namespace keepable::views {
namespace {

using tables::Column;
using tables::ColumnRole;
using tables::TableKind;

SetupPlan plan() {
    SetupPlan made;
    made.deals = {TableKind::kDeals,
                  "$Deals.$A$4:$D$1048576",
                  true,
                  {{0, ColumnRole::kDeal, {}, "Deal"}, {2, ColumnRole::kItem, {}, "Product"}},
                  {"Mood"}};
    made.capacity = {TableKind::kCapacity, "$Hours.$A$1:$C$9", false, {}, {}};
    made.items.kind = TableKind::kItems;
    made.settings.kind = TableKind::kSettings;
    return made;
}

std::string at(const SetupSheet& sheet, std::int32_t column, std::int32_t row) {
    const auto found = std::ranges::find_if(sheet.cells, [&](const SheetCell& cell) {
        return cell.column == column && cell.row == row;
    });
    return found == sheet.cells.end() ? "" : found->content;
}

TEST(SetupSheet, HoldsThePlanOverTheTablesAndItsOwnSettings) {
    const SetupSheet sheet = setupSheet(plan(), Texts{}, "$Keepable", 0, 0);
    EXPECT_EQ(at(sheet, kPlanColumn, kPlanRow),
              "=keepable.Promises.plan($Deals.$A$4:$D$1048576;$Hours.$A$1:$C$9;"
              "$Keepable.$A$13:$B$34)");
    EXPECT_EQ(at(sheet, 0, kSettingsRow), "As of");
    EXPECT_EQ(at(sheet, 1, kSettingsRow), "=TODAY()");
}

TEST(SetupSheet, SaysWhatAReviewReadsOfColumnsThatThePlanDoesNot) {
    const auto rows = [](const char* requested, const char* first, const Texts& texts) {
        SetupPlan with = plan();
        const std::vector<std::string> headings{"Deal", requested,        "Mood",
                                                first,  "Delivered date", "delivered  DATE"};
        for (std::size_t column = 0; column < headings.size(); ++column) {
            tables::ColumnMatch match;
            match.column = static_cast<std::int32_t>(column) + 3;
            match.heading = headings[column];
            with.deals.match.columns.push_back(match);
        }
        with.deals.match.columns[0].role = ColumnRole::kDeal;
        with.deals.promises = promisePlaces(with.deals.match, languages());
        const SetupSheet sheet = setupSheet(with, texts, "$Keepable", 0, 0);
        std::vector<std::pair<std::string, std::string>> read;
        for (const std::string& heading : headings) {
            const auto cell = std::ranges::find(sheet.cells, heading, &SheetCell::content);
            read.emplace_back(at(sheet, 2, cell->row), at(sheet, 3, cell->row));
        }
        return read;
    };
    const std::pair<std::string, std::string> unknown{"not used", "heading not known"};
    EXPECT_EQ(rows("Requested date", "First promise", english()),
              (decltype(rows("", "", english())){
                  {"Deal", ""},
                  {"Requested date",
                   "read for the review, not for the plan: what the customer asked for"},
                  unknown,
                  {"First promise",
                   "read for the review, not for the plan: reliability and buffers count from it"},
                  {"Delivered date", "read for the review, not for the plan: what is delivered "
                                     "counts for reliability and buffers"},
                  unknown}));
    const auto in_german = rows("Wunschtermin", "erste Zusage", german());
    EXPECT_EQ(in_german[1].first, "Requested date");
    EXPECT_EQ(in_german[3].second,
              "für die Besprechung gelesen, nicht für den Plan: Zuverlässigkeit und Puffer zählen "
              "ab hier");
}

TEST(SetupSheet, NamesOnlySettingsThatAreRead) {
    const SetupSheet sheet = setupSheet(plan(), Texts{}, "$Keepable", 0, 0);
    for (std::int32_t i = 0; i < newSettingsRows(); ++i) {
        EXPECT_NE(tables::settingNamed(at(sheet, 0, kSettingsRow + i)), tables::SettingName::kNone);
    }
}

TEST(SetupSheet, UsesSettingsOfTheWorkbook) {
    SetupPlan with = plan();
    with.settings.reference = "$Rules.$A$1:$B$9";
    with.items.reference = "$Items.$A$1:$C$9";
    const SetupSheet sheet = setupSheet(with, Texts{}, "$Keepable", 0, 0);
    EXPECT_EQ(at(sheet, kPlanColumn, kPlanRow),
              "=keepable.Promises.planItems($Deals.$A$4:$D$1048576;$Hours.$A$1:$C$9;"
              "$Items.$A$1:$C$9;$Rules.$A$1:$B$9)");
    EXPECT_NE(at(sheet, 0, kSettingsRow), "As of");
}

TEST(SetupSheet, LeavesSettingsThatAreThereAndListsColumnsBelowThem) {
    const SetupSheet sheet = setupSheet(plan(), Texts{}, "$Keepable", 2, 20);
    EXPECT_EQ(at(sheet, 0, 2 + kSettingsRow), "");
    EXPECT_EQ(at(sheet, kPlanColumn, 2 + kPlanRow),
              "=keepable.Promises.plan($Deals.$A$4:$D$1048576;$Hours.$A$1:$C$9;"
              "$Keepable.$A$15:$B$34)");
    const std::int32_t list = 2 + kSettingsRow + 20 + 1;
    EXPECT_EQ(at(sheet, 1, list + 2), "Product");
    EXPECT_EQ(at(sheet, 2, list + 2), "Item");
    EXPECT_EQ(at(sheet, 1, list + 3), "Mood");
}

TEST(SetupSheet, WritesEachCellOnce) {
    std::set<std::pair<std::int32_t, std::int32_t>> places;
    for (const SheetCell& cell : setupSheet(plan(), Texts{}, "$Keepable", 0, 0).cells) {
        EXPECT_TRUE(places.emplace(cell.row, cell.column).second);
    }
}

TEST(DealAnswerFormula, AsksForTheKeyAndIsEmptyBesideAnEmptyRow) {
    const auto columns = plan().deals.columns;
    EXPECT_EQ(answerFormula(DealAnswer::kStatus, "$Keepable.$B$4", columns, 5),
              "=IF(COUNTBLANK($A5:$A5)+COUNTBLANK($C5:$C5)=COLUMNS($A5:$A5)+COLUMNS($C5:$C5);\"\";"
              "keepable.Promises.status($Keepable.$B$4;IF(TRIM(IFERROR($A5;\"\"))=\"\";"
              "\"row \"&ROW();$A5)))");
    EXPECT_EQ(answerFormula(DealAnswer::kReason, "$Keepable.$B$4",
                            {{0, ColumnRole::kItem, {}, ""}, {1, ColumnRole::kQuantity, {}, ""}},
                            5),
              "=IF(COUNTBLANK($A5:$B5)=COLUMNS($A5:$B5);\"\";"
              "keepable.Promises.reason($Keepable.$B$4;\"row \"&ROW()))");
}

TEST(DealAnswerFormula, IsKnownAgain) {
    const auto columns = plan().deals.columns;
    for (const DealAnswer answer : kDealAnswers) {
        const std::string formula = answerFormula(answer, "$Keepable.$B$4", columns, 5);
        EXPECT_EQ(answerIn(formula, "$Keepable.$B$4"), answer);
        EXPECT_EQ(answerIn(formula, ""), answer);
        EXPECT_EQ(answerIn(formula, "$Other.$B$4"), std::nullopt);
    }
    EXPECT_EQ(answerIn("=keepable.Promises.status($A$1;B2)", ""), std::nullopt);
}

tables::FoundTable beginning() {
    tables::FoundTable table;
    table.range = {2, 2, 0, 1};
    table.columns = {{0, ColumnRole::kItem, {}, "Item"}, {1, ColumnRole::kQuantity, {}, "Amount"}};
    table.missing = {ColumnRole::kPromisedDate};
    return table;
}

TEST(SetupWords, TellWhatWasLookedForWhereAndWhatWasSeen) {
    const Texts texts = Texts::parse("setup.deals=Deals\nsetup.needs.deals=needs\n"
                                     "setup.looked.many={0} sheets {1} {2}\n"
                                     "setup.and={0} and {1}\n"
                                     "setup.seen=row {0} of {1}: {2}, no {3}\n"
                                     "setup.not_found=no {0}, {1}, {2}, {3}\n");
    const std::vector<std::string> sheets{"A", "B"};
    const tables::FoundTable table = beginning();
    EXPECT_EQ(notFoundSentence(TableKind::kDeals, std::span(&table, 1), sheets, texts),
              "no Deals, needs, 2 sheets A B, row 3 of A: Item and Amount, no Promised date");
}

TEST(SetupWords, TellHowATableIsRead) {
    const Texts texts = Texts::parse("setup.dialog.rows.many={0} rows\n"
                                     "setup.dialog.missing=missing {0}\n");
    tables::FoundTable table = beginning();
    EXPECT_EQ(recognitionText(table, texts), "missing Promised date");
    table.missing.clear();
    table.row_count = 7;
    EXPECT_EQ(recognitionText(table, texts), "7 rows: Item, Amount → Quantity");
}

} // namespace
} // namespace keepable::views
