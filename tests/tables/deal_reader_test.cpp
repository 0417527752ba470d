// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/deal_reader.hpp"

#include <gtest/gtest.h>

#include <array>

namespace keepable::tables {
namespace {

using planning::Deal;
using planning::DealClass;

constexpr std::array<const char*, 4> kClassNames{"firm", "held", "tentative", "closed"};

struct Read {
    DealsRead deals;
    ItemCatalog items;

    // "D1 row 2 firm: 5 Saw by 2026-05-01", a line after the other
    [[nodiscard]] Sentences all() const {
        Sentences lines;
        for (std::size_t i = 0; i < deals.deals.size(); ++i) {
            const Deal& deal = deals.deals[i];
            std::string line = deals.texts[i].name + " row " + std::to_string(deals.texts[i].row) +
                               " " + kClassNames[static_cast<std::size_t>(deal.status)] +
                               (deal.needs_check ? " to check" : "") + ":";
            for (std::uint32_t k = 0; k < deal.line_count; ++k) {
                const planning::Line& at = deals.lines[deal.first_line + k];
                line += " " + decimalText(at.left) + " " + items.items[at.item].name + " by " +
                        isoText(at.promised);
                if (at.earliest_start != planning::kFirstDay) {
                    line += " from " + isoText(at.earliest_start);
                }
            }
            lines.push_back(line);
        }
        return lines;
    }
    [[nodiscard]] Sentences problems() const { return sentencesOf(deals.problems); }
};

// Without items: Saw and Drill are resources.
Read read(const Grid& range, const StatusWords& words = {}) {
    Read result;
    NameList resources;
    resources.findOrAdd("Saw");
    resources.findOrAdd("Drill");
    const CellReader reader{context()};
    result.items = readItems(nullptr, reader, resources);
    const Table table = tableOf(TableKind::kDeals, range);
    result.deals = readDeals(table, reader, words, result.items);
    return result;
}

Read read(Rows rows) {
    return read(gridOf(rows));
}

TEST(Deals, AreReadRowByRow) {
    const Read result =
        read({{"Deal", "Item", "Quantity", "Promised date", "Earliest start", "Done", "Status"},
              {"D1", "Saw", 5, date("2026-05-01"), "2026-04-01", 2, "won"},
              {},
              {4711, "drill ", "1,000", "2026-06-01"}});
    EXPECT_EQ(result.all(), (Sentences{"D1 row 2 firm: 3 Saw by 2026-05-01 from 2026-04-01",
                                       "4711 row 4 tentative: 1000 Drill by 2026-06-01"}));
    EXPECT_EQ(result.problems(), Sentences{});
    EXPECT_EQ(result.deals.index.at("d1"), 0U);
    EXPECT_EQ(result.deals.index.at("4711"), 1U);
}

TEST(Deals, GatherTheirLinesFromAnywhereInTheSheet) {
    const Read result = read({{"Deal", "Item", "Quantity", "Promised date"},
                              {"D1", "Saw", 1, "2026-05-01"},
                              {"D2", "Saw", 2, "2026-05-02"},
                              {" d1", "Drill", 3, "2026-05-03"},
                              {"D2", "Drill", 4, "2026-05-04"},
                              {"D1", "Saw", 5, "2026-05-05"}});
    EXPECT_EQ(result.all(),
              (Sentences{"D1 row 2 tentative: 1 Saw by 2026-05-01 3 Drill by 2026-05-03 5 Saw by "
                         "2026-05-05",
                         "D2 row 3 tentative: 2 Saw by 2026-05-02 4 Drill by 2026-05-04"}));
}

TEST(Deals, WithoutAKeyAreNamedByTheirRow) {
    const Read result = read(gridOf(
        {{"Item", "Quantity", "Promised date"}, {"Saw", 1, "2026-05-01"}, {"Saw", 2, "2026-05-01"}},
        10));
    EXPECT_EQ(result.all(), (Sentences{"row 12 row 12 tentative: 1 Saw by 2026-05-01",
                                       "row 13 row 13 tentative: 2 Saw by 2026-05-01"}));
    EXPECT_EQ(result.deals.index.at("row 13"), 1U);
}

TEST(Deals, WithoutAKeyNeverJoinADealThatIsNamedLikeARow) {
    const Read result = read({{"Deal", "Item", "Quantity", "Promised date"},
                              {kEmptyCell, "Saw", 1, "2026-05-01"},
                              {"Row 4", "Saw", 2, "2026-05-01"},
                              {" ", "Saw", 3, "2026-05-01"},
                              {"ROW 2", "Saw", 4, "2026-05-01"}});
    EXPECT_EQ(result.all(), (Sentences{"row 2 row 2 tentative: 1 Saw by 2026-05-01",
                                       "Row 4 row 3 tentative: 2 Saw by 2026-05-01",
                                       "row 4 row 4 tentative: 3 Saw by 2026-05-01",
                                       "ROW 2 row 5 tentative: 4 Saw by 2026-05-01"}));
    EXPECT_EQ(result.deals.index.at("row 4"), 1U); // the name somebody chose wins
    EXPECT_EQ(result.deals.index.at("row 2"), 3U);
}

TEST(Deals, TakeWhatTheyHaveOnceFromTheFirstLineThatIsNotClosed) {
    const Read result =
        read({{"Deal", "Item", "Quantity", "Promised date", "Status", "Customer", "Owner",
               "Probability", "Value", "Priority", "Held until"},
              {"D1", "Saw", 1, "2026-05-01", "delivered", "Acme", "Kim", 0.1, 100, 9, "2026-01-01"},
              {"D1", "Saw", 2, "2026-05-02", "held", "ACME Ltd", "Lee", "60%", "$200", "High",
               "2026-04-30"},
              {"D1", "Saw", 3, "2026-05-03", "firm", "Other", "Max", 0.9, 300, 3, "2026-12-31"},
              {"D2", "Saw", 3, "2026-05-03", "lost", "acme", "Kim"}});
    EXPECT_EQ(result.all(), (Sentences{"D1 row 2 held: 2 Saw by 2026-05-02 3 Saw by 2026-05-03",
                                       "D2 row 5 closed:"}));
    const Deal& deal = result.deals.deals[0];
    EXPECT_EQ(deal.held_until, dayOf("2026-04-30"));
    EXPECT_EQ(decimalText(*deal.probability), "0.6");
    EXPECT_EQ(decimalText(*deal.value), "200");
    EXPECT_EQ(decimalText(*deal.priority), "1");
    const auto name = [&](std::uint32_t index) { return result.deals.names[index]; };
    EXPECT_EQ(name(result.deals.texts[0].customer), "ACME Ltd");
    EXPECT_EQ(name(result.deals.texts[0].owner), "Lee");
    EXPECT_EQ(name(result.deals.texts[1].customer), "Acme"); // each name once, as it stood first
    EXPECT_EQ(name(0), "");
}

TEST(Deals, HaveTheClassOfTheirStatusOrElseOfTheirProbability) {
    struct Case {
        AnyCell status;
        AnyCell probability;
        const char* expected;
    };
    for (const Case& c : {Case{"Firm", 0.1, "firm"},
                          {"WON", kEmptyCell, "firm"},
                          {"contracted", kEmptyCell, "firm"},
                          {"committed", kEmptyCell, "firm"},
                          {"held", kEmptyCell, "held"},
                          {"tentative", 1, "tentative"},
                          {"open", 0, "tentative"},
                          {"closed", 1, "closed"},
                          {"lost", kEmptyCell, "closed"},
                          {"delivered", kEmptyCell, "closed"},
                          {kEmptyCell, 1, "firm"},
                          {" ", "100 %", "firm"},
                          {kEmptyCell, 100, "firm"},
                          {kEmptyCell, 0, "closed"},
                          {kEmptyCell, 0.5, "tentative"},
                          {kEmptyCell, kEmptyCell, "tentative"},
                          {kEmptyCell, "likely", "tentative"}}) {
        const Read result = read({{"Item", "Quantity", "Promised date", "Status", "Probability"},
                                  {"Saw", 1, "2026-05-01", c.status, c.probability}});
        const Deal& deal = result.deals.deals.at(0);
        EXPECT_STREQ(kClassNames[static_cast<std::size_t>(deal.status)], c.expected);
        EXPECT_FALSE(deal.needs_check);
    }
}

TEST(Deals, UseTheWordsOfTheFile) {
    StatusWords words;
    words.addOwn("Auftrag", DealClass::kFirm);
    const Read result = read(gridOf({{"Item", "Quantity", "Promised date", "Status"},
                                     {"Saw", 1, "2026-05-01", "AUFTRAG"}}),
                             words);
    EXPECT_EQ(result.deals.deals.at(0).status, DealClass::kFirm);
}

TEST(Deals, NeedACheckWhereWhatLoadsThemCannotBeRead) {
    const Read result =
        read({{"Deal", "Item", "Quantity", "Promised date", "Earliest start", "Status",
               "Held until", "Done"},
              {"D1", "Press", 1, "2026-05-01"},
              {"D2", "Saw", "many", "2026-05-01"},
              {"D3", "Saw", 1, "soon"},
              {"D4", "Saw", 1, "2026-05-01", "13/31/2026"},
              {"D5", "Saw", 1, "2026-05-01", kEmptyCell, "maybe"},
              {"D6", "Saw", 1, "2026-05-01", kEmptyCell, "firm", "x"},
              {"D7", "Saw", 1, "2026-05-01", kEmptyCell, kEmptyCell, kEmptyCell, "50%"},
              {"D8", "Saw", 1, "2026-05-01", kEmptyCell, kEmptyCell, kEmptyCell, 2},
              {"D9"},
              {"D10", kErrorCell, -1, kErrorCell, kErrorCell, kErrorCell, kErrorCell, kErrorCell},
              {"D11", "Saw", 2e9, "2026-05-01"},
              {"D12", "Saw", 20'000'000, "2026-05-01"}});
    EXPECT_EQ(
        result.problems(),
        (Sentences{
            "! Deals row 2, Item: “Press” is not a resource of the capacity table",
            "! Deals row 3, Quantity: “many” is not a number of at least 0",
            "! Deals row 4, Promised date: “soon” is not a date",
            "! Deals row 5, Earliest start: “13/31/2026” is not a date",
            "! Deals row 6, Status: “maybe” is not a status word such as firm, held, tentative or "
            "closed",
            "! Deals row 7, Held until: “x” is not a date",
            "! Deals row 8, Done: “50%” is not a number of at least 0",
            "! Deals row 9, Done: “2” is not at most the quantity, 1",
            "! Deals row 10, Item: an empty cell is not a resource of the capacity table",
            "! Deals row 10, Quantity: an empty cell is not a number of at least 0",
            "! Deals row 10, Promised date: an empty cell is not a date",
            "! Deals row 11, Item: an error is not a resource of the capacity table",
            "! Deals row 11, Quantity: “-1” is not a number of at least 0",
            "! Deals row 11, Promised date: an error is not a date",
            "! Deals row 11, Earliest start: an error is not a date",
            "! Deals row 11, Status: an error is not a status word such as firm, held, tentative "
            "or closed",
            "! Deals row 11, Held until: an error is not a date",
            "! Deals row 11, Done: an error is not a number of at least 0",
            "! Deals row 12, Quantity: “2000000000” is not a number of at most 1000000000",
            "! Deals row 13, Quantity: “20000000” is not a quantity whose work is at most "
            "10000000 h"}));
    for (const Deal& deal : result.deals.deals) {
        EXPECT_TRUE(deal.needs_check);
        EXPECT_EQ(deal.line_count, 0U);
    }
    EXPECT_EQ(result.deals.problems.back().deal, 11U);
}

TEST(Deals, CountOtherUnreadableCellsAsEmpty) {
    const Read result =
        read({{"Deal", "Item", "Quantity", "Promised date", "Customer", "Owner", "Probability",
               "Value", "Priority"},
              {"D1", "Saw", 1, "2026-05-01", kErrorCell, kErrorCell, "120%", -5, "urgent"},
              {"D2", "Saw", 1, "2026-05-01", 17, "Kim", kErrorCell, 2e14, -1}});
    EXPECT_EQ(
        result.problems(),
        (Sentences{"Deals row 2, Customer: an error is not a name",
                   "Deals row 2, Owner: an error is not a name",
                   "Deals row 2, Probability: “120%” is not a probability from 0 to 1 or from 0 % "
                   "to 100 %",
                   "Deals row 2, Value: “-5” is not a number of at least 0",
                   "Deals row 2, Priority: “urgent” is not a number of at least 0, or High, Medium "
                   "or Low",
                   "Deals row 3, Probability: an error is not a probability from 0 to 1 or from 0 "
                   "% to 100 %",
                   "Deals row 3, Value: “200000000000000” is not a number of at most "
                   "100000000000000",
                   "Deals row 3, Priority: “-1” is not a number of at least 0, or High, Medium or "
                   "Low"}));
    EXPECT_EQ(result.all(), (Sentences{"D1 row 2 tentative: 1 Saw by 2026-05-01",
                                       "D2 row 3 tentative: 1 Saw by 2026-05-01"}));
    EXPECT_EQ(result.deals.deals[0].value, std::nullopt);
    EXPECT_EQ(result.deals.names[result.deals.texts[1].customer], "17");
}

TEST(Deals, WithOneBadLineNeedACheckAsAWhole) {
    const Read result = read({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                              {"D1", "Saw", 1, "2026-05-01"},
                              {"D2", "Saw", 1, "2026-05-01"},
                              {"D1", "Press", 1, "2026-05-01"},
                              {"D2", "Press", 1, "2026-05-01", "closed"}});
    EXPECT_EQ(result.all(), (Sentences{"D1 row 2 tentative to check: 1 Saw by 2026-05-01",
                                       "D2 row 3 tentative to check: 1 Saw by 2026-05-01"}));
}

TEST(Deals, ThatAreClosedNeedNoCheckButListTheirProblems) {
    const Read result = read({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                              {"D1", "Press", "x", "2026-05-01", "lost"}});
    EXPECT_EQ(result.all(), (Sentences{"D1 row 2 closed:"}));
    EXPECT_EQ(result.problems(),
              (Sentences{"Deals row 2, Item: “Press” is not a resource of the capacity table",
                         "Deals row 2, Quantity: “x” is not a number of at least 0"}));
}

TEST(Deals, WithAnUnreadableKeyStandForThemselves) {
    const Read result = read({{"Deal", "Item", "Quantity", "Promised date"},
                              {kErrorCell, "Saw", 1, "2026-05-01"},
                              {1e15, "Saw", 1, "2026-05-01"},
                              {1e15, "Saw", 2, "2026-05-01"},
                              {999999999999999.0, "Saw", 1, "2026-05-01"}});
    EXPECT_EQ(result.problems(),
              (Sentences{"Deals row 2, Deal: an error is not a name or number for the deal",
                         "Deals row 3, Deal: “1000000000000000” is not a number of at most 15 "
                         "digits; longer ids must be text",
                         "Deals row 4, Deal: “1000000000000000” is not a number of at most 15 "
                         "digits; longer ids must be text"}));
    EXPECT_EQ(result.all(),
              (Sentences{"row 2 row 2 tentative: 1 Saw by 2026-05-01",
                         "1000000000000000 row 3 tentative: 1 Saw by 2026-05-01 2 Saw by "
                         "2026-05-01",
                         "999999999999999 row 5 tentative: 1 Saw by 2026-05-01"}));
}

TEST(Deals, WithANumberOfMoreThanFifteenDigitsAsKeyAreReported) {
    const Read result = read({{"Deal", "Item", "Quantity", "Promised date"},
                              {12345.678901234567, "Saw", 1, "2026-05-01"},
                              {-0.1234567890123456, "Saw", 1, "2026-05-01"},
                              {12345.6789012345, "Saw", 1, "2026-05-01"},
                              {0.000123, "Saw", 1, "2026-05-01"},
                              {"12345.678901234567", "Saw", 1, "2026-05-01"}});
    EXPECT_EQ(result.problems(),
              (Sentences{"Deals row 2, Deal: “12345.678901234567” is not a number of at most 15 "
                         "digits; longer ids must be text",
                         "Deals row 3, Deal: “-0.1234567890123456” is not a number of at most 15 "
                         "digits; longer ids must be text"}));
}

TEST(Deals, ThatAreClosedKeepWhatTheirFirstLineSays) {
    const Read result =
        read({{"Deal", "Item", "Quantity", "Promised date", "Status", "Customer", "Owner",
               "Probability", "Value", "Priority"},
              {"D1", "Saw", 1, "2026-05-02", "lost", "Acme", "Kim", "60%", 100, "High"},
              {"D1", "Saw", 2, "2026-05-01", "delivered", "Other", "Lee", 0.9, 300, 3},
              {"D2", "Saw", 1, "soon", "lost"},
              {"D2", "Saw", 1, "2026-05-01", "lost", "Acme", "Kim", 0.5, 100, 2}});
    const Deal& deal = result.deals.deals[0];
    const DealText& text = result.deals.texts[0];
    EXPECT_EQ(deal.status, DealClass::kClosed);
    EXPECT_EQ(decimalText(*deal.probability), "0.6");
    EXPECT_EQ(decimalText(*deal.value), "100");
    EXPECT_EQ(decimalText(*deal.priority), "1");
    EXPECT_EQ(result.deals.names[text.customer], "Acme");
    EXPECT_EQ(result.deals.names[text.owner], "Kim");
    EXPECT_EQ(text.promised, dayOf("2026-05-02"));
    EXPECT_EQ(result.deals.deals[1].value, std::nullopt);
    EXPECT_EQ(result.deals.texts[1].promised, std::nullopt);
}

TEST(Deals, ThatAreClosedKeepTheItemsOfTheirLinesApart) {
    const Read result = read({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                              {"D1", "Saw", 1, "2026-05-01", "delivered"},
                              {"D2", "Saw", 1, "2026-05-01", "delivered"},
                              {"D3", "Drill", "many", "soon", "delivered"},
                              {"D1", "Drill", 1, "2026-05-01", "lost"},
                              {"D1", "no longer known", 1, "2026-05-01", "delivered"},
                              {"D2", "Drill", 1, "2026-05-01", "won"}});
    constexpr planning::ItemIndex kSaw = 0;
    constexpr planning::ItemIndex kDrill = 1;
    EXPECT_EQ(result.deals.closed_lines,
              (std::vector<ClosedLine>{{0, kSaw}, {0, kDrill}, {2, kDrill}}));
}

TEST(Deals, ArePromisedForTheEarliestDateOfTheirOpenLines) {
    const Read result = read({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                              {"D1", "Saw", 1, "2026-04-01", "delivered"},
                              {"D1", "Saw", 1, "2026-05-03"},
                              {"D1", "Saw", 1, "2026-05-02"},
                              {"D1", "Saw", 1, "2026-05-04"},
                              {"D1", "Saw", 1, "2026-04-02", "delivered"},
                              {"D2", "Saw", 1, "soon"},
                              {"D2", "Saw", "x", "2026-05-09"},
                              {"D3", "Saw", 1, "2026-05-01", "lost"},
                              {"D3", "Saw", 1, "soon"}});
    EXPECT_EQ(result.deals.texts[0].promised, dayOf("2026-05-02"));
    EXPECT_EQ(result.deals.texts[1].promised, dayOf("2026-05-09"));
    EXPECT_EQ(result.deals.texts[2].promised, std::nullopt);
}

TEST(Deals, MayHaveDoneAllOfTheQuantityOrHaveNone) {
    const Read result = read({{"Item", "Quantity", "Promised date", "Done"},
                              {"Saw", 5, "2026-05-01", 5},
                              {"Saw", 0, "2026-05-01"}});
    EXPECT_EQ(result.problems(), Sentences{});
    EXPECT_EQ(result.all(), (Sentences{"row 2 row 2 tentative: 0 Saw by 2026-05-01",
                                       "row 3 row 3 tentative: 0 Saw by 2026-05-01"}));
}

TEST(Deals, SkipRowsWithoutARecognisedCell) {
    const Read result = read({{"Item", "Remark", "Quantity", "Promised date"},
                              {kEmptyCell, kErrorCell},
                              {"  ", "total", " \u00a0"}});
    EXPECT_TRUE(result.deals.deals.empty());
    EXPECT_EQ(result.problems(), Sentences{});
}

TEST(Deals, LeadToTheItemsRowThatCannotBeRead) {
    NameList resources;
    const CellReader reader{context()};
    const Table items_table =
        tableOf(TableKind::kItems,
                gridOf({{"Item", "Resource", "Hours per unit"}, {"Panel", "Saw", "x"}}, 3, "Bill"));
    ItemCatalog items = readItems(&items_table, reader, resources);
    const Table table = tableOf(TableKind::kDeals, {{"Item", "Quantity", "Promised date"},
                                                    {"Panel", 1, "2026-05-01"},
                                                    {"Door", 1, "2026-05-01"},
                                                    {kEmptyCell, 1, "2026-05-01"}});
    const DealsRead deals = readDeals(table, reader, {}, items);
    EXPECT_EQ(sentencesOf(deals.problems),
              (Sentences{"! Deals row 2, Item: “Panel” is not an item that can be planned: row 5 "
                         "of Items, sheet “Bill” could not be read",
                         "! Deals row 3, Item: “Door” is not an item of the items table",
                         "! Deals row 4, Item: an empty cell is not an item of the items table"}));
    EXPECT_TRUE(deals.deals[0].needs_check);
}

} // namespace
} // namespace keepable::tables
