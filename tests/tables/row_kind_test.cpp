// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/deal_reader.hpp"
#include "tables/row_kind.hpp"

#include <gtest/gtest.h>

namespace keepable::tables {
namespace {

// A letter a row: Deal, Empty (-), Total, Heading, title (N).
std::string kindsOf(Rows rows) {
    NameList resources;
    for (const char* name : {"Saw", "Drill", "Total station"}) {
        resources.findOrAdd(name);
    }
    const CellReader reader{context()};
    ItemCatalog items = readItems(nullptr, reader, resources);
    std::string kinds;
    for (const RowKind kind : dealRowKinds(tableOf(TableKind::kDeals, rows), reader, items)) {
        kinds += std::string_view{"D-THN"}[static_cast<std::size_t>(kind)];
    }
    return kinds;
}

TEST(RowKinds, PassOverTotalsByTheirWord) {
    EXPECT_EQ(kindsOf({{"Deal", "Customer", "Item", "Quantity", "Promised date"},
                       {"D1", "Acme", "Saw", 1, "2026-05-01"},
                       {"Subtotal Acme", kEmptyCell, kEmptyCell, 1},
                       {"D2", "Bolt", "Saw", 2, "2026-05-01"},
                       {kEmptyCell, "Bolt", "ZWISCHENSUMME:", 2},
                       {},
                       {"Grand total", kEmptyCell, kEmptyCell, 99},
                       {"Sous-total", kEmptyCell, kEmptyCell, "?"},
                       {"Totaal"}}),
              "DTDT-TTT");
    EXPECT_EQ(kindsOf({{"Owner", "Item", "Quantity", "Promised date"},
                       {"Kim", "Saw", 1, "2026-05-01"},
                       {"Gesamt (Kim)", kEmptyCell, 1}}),
              "DT");
}

TEST(RowKinds, KeepRowsThatOnlySoundLikeATotal) {
    EXPECT_EQ(kindsOf({{"Deal", "Customer", "Item", "Quantity", "Promised date", "Status"},
                       {"Total", kEmptyCell, "Saw", 1, "2026-05-01"},
                       {"Total", kEmptyCell, kEmptyCell, 1}, // a line of the deal above
                       {"D2", "Total Energies", kEmptyCell, 1},
                       {kEmptyCell, "Total Energies", "Saw", 1},
                       {kEmptyCell, kEmptyCell, "Total station", 1},
                       {"Totally new", kEmptyCell, kEmptyCell, 1},
                       {"Summer job", kEmptyCell, kEmptyCell, 1},
                       {"Subtotal", kEmptyCell, kEmptyCell, 1, "soon"},
                       {"Subtotal", kEmptyCell, kEmptyCell, 1, kEmptyCell, "firm"}}),
              "DDDDDDDDD");
}

TEST(RowKinds, PassOverAmountsThatAreTheSumOfTheRowsAbove) {
    EXPECT_EQ(kindsOf({{"Item", "Quantity", "Promised date", "Value"},
                       {"Saw", 1, "2026-05-01", "$1,000.50"},
                       {"Saw", "2.5", "2026-05-01", 200},
                       {kEmptyCell, 3.5, kEmptyCell, 1200.5},
                       {"Saw", 3, "2026-05-01"},
                       {"Saw", 4, "2026-05-01"},
                       {kEmptyCell, 7},
                       {kEmptyCell, 10.5, kEmptyCell, "1,200.50"}}),
              "DDTDDTT");
    EXPECT_EQ(kindsOf({{"Item", "Quantity", "Promised date", "Value"},
                       {"Saw", 1, "2026-05-01", 100},
                       {kEmptyCell, 1}, // one row has no sum
                       {"Saw", 2, "2026-05-01", 100},
                       {kEmptyCell, 3, kEmptyCell, 200}, // 4 and 200
                       {kEmptyCell, "x"}}),
              "DDDDD");
}

TEST(RowKinds, PassOverRepeatedHeadings) {
    EXPECT_EQ(kindsOf({{"Deal", "Item", "Quantity", "Promised date"},
                       {"D1", "Saw", 1, "2026-05-01"},
                       {"DEAL", " Item", "Quantity", "Promised  date"},
                       {kEmptyCell, "Item", "Quantity", "Promised date"},
                       {"D2", "Item", "Quantity", "Promised date"},
                       {"Deal", "Item", 3, "Promised date"},
                       {"Deal", kEmptyCell, "Quantity", "Promised date"}}),
              "DHHDDD");
}

TEST(RowKinds, PassOverTitlesOfSections) {
    EXPECT_EQ(kindsOf({{"Deal", "Customer", "Item", "Quantity", "Promised date"},
                       {"North"},
                       {"D1", "Acme", "Saw", 1, "2026-05-01"},
                       {},
                       {kEmptyCell, "South"},
                       {"D2", "Acme", "Saw", 1, "2026-05-01"}}),
              "ND-ND");
    EXPECT_EQ(kindsOf({{"Deal", "Item", "Quantity", "Promised date"},
                       {"North"},
                       {"D1", "Saw", 1, "2026-05-01"},
                       {"Total", kEmptyCell, 1}}),
              "NDT");
}

TEST(RowKinds, KeepWhatMayBeADealNotFilledInYet) {
    EXPECT_EQ(kindsOf({{"Deal", "Item", "Quantity", "Promised date"},
                       {"D1"},
                       {"D2", "Saw", 1, "2026-05-01"},
                       {"D3"},
                       {"D4", "Saw", 1, "2026-05-01"},
                       {},
                       {"D5"}}),
              "DDDD-D");
    EXPECT_EQ(kindsOf({{"Deal", "Item", "Quantity", "Promised date"},
                       {"D1"}, // a line of the deal below
                       {"D1", "Saw", 1, "2026-05-01"},
                       {"Total", kEmptyCell, 1},
                       {kEmptyCell, "Drill"},
                       {"D2", "Saw", 1, "2026-05-01"},
                       {"Total", kEmptyCell, 1},
                       {4711},
                       {"D3", "Saw", 1, "2026-05-01"},
                       {"Total", kEmptyCell, 1},
                       {"D4", kEmptyCell, 1},
                       {"D5", "Saw", 1, "2026-05-01"},
                       {"Total", kEmptyCell, 1}}),
              "DDTDDTDDTDDT");
}

TEST(Deals, LeaveOutRowsThatAreNone) {
    NameList resources;
    resources.findOrAdd("Saw");
    const CellReader reader{context()};
    ItemCatalog items = readItems(nullptr, reader, resources);
    const Table table = tableOf(TableKind::kDeals, {{"Deal", "Item", "Quantity", "Promised date"},
                                                    {"D1", "Saw", 1, "2026-05-01"},
                                                    {"Total", kEmptyCell, 1},
                                                    {"Deal", "Item", "Quantity", "Promised date"},
                                                    {"D2", "Saw", 2, "2026-05-01"}});
    const DealsRead deals = readDeals(table, reader, {}, items);
    EXPECT_EQ(sentencesOf(deals.problems), Sentences{});
    EXPECT_EQ(deals.deals.size(), 2U);
    EXPECT_EQ(deals.deal_of_row,
              (std::vector<planning::DealIndex>{0, planning::kNone, planning::kNone, 1}));
}

TEST(Deals, AreReadAsTheirColumnsSay) {
    NameList resources;
    const std::uint32_t saw = resources.findOrAdd("Saw");
    const CellReader reader{context()};
    ItemCatalog items = readItems(nullptr, reader, resources);
    EXPECT_TRUE(items.names.addAlias("Sawing", saw));
    Table table =
        tableOf(TableKind::kDeals,
                {{"Item", "Quantity", "Promised date", "Earliest start", "Probability", "Done"},
                 {"sawing", "2 days", "03/04/2026", "01/04/2026", 1, 4},
                 {"Saw", 2, "16/04/2026", kEmptyCell, "60%", "10 pcs"}});
    for (Column& column : table.heading.columns) {
        column.reading = {DateOrder::kDayMonthYear, AmountUnit::kHours, ProbabilityScale::kPercent};
    }
    const DealsRead deals = readDeals(table, reader, {}, items);
    EXPECT_EQ(sentencesOf(deals.problems),
              (Sentences{"! Deals row 3, Done: “10 pcs” is not an amount of time, as the heading "
                         "says of the column"}));
    ASSERT_EQ(deals.lines.size(), 1U);
    EXPECT_EQ(deals.lines[0].item, saw);
    EXPECT_EQ(decimalText(deals.lines[0].left), "12");
    EXPECT_EQ(isoText(deals.lines[0].promised), "2026-04-03");
    EXPECT_EQ(isoText(deals.lines[0].earliest_start), "2026-04-01");
    EXPECT_EQ(decimalText(*deals.deals[0].probability), "0.01");
}

} // namespace
} // namespace keepable::tables
