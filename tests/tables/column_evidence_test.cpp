// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "tables/column_evidence.hpp"

#include <gtest/gtest.h>

namespace keepable::tables {
namespace {

ColumnEvidence evidenceOf(std::initializer_list<AnyCell> written,
                          const ReadingContext& reading = context()) {
    std::vector<Cell> cells;
    for (const AnyCell& any : written) {
        cells.push_back(any.cell);
    }
    return columnEvidence(cells, reading);
}

TEST(ColumnEvidence, DecidesTheOrderOfDatesByOneWithThirteenOrMore) {
    const auto day_first = evidenceOf({"03/04/2026", "16/10/2025", "01/02/2026"}).date_order;
    EXPECT_EQ(day_first.finding, EvidenceFinding::kDecided);
    EXPECT_EQ(day_first.order, DateOrder::kDayMonthYear);
    EXPECT_EQ(day_first.row, 1);
    const auto month_first =
        evidenceOf({"3/4/26", kEmptyCell, "3/13/26"}, germanContext()).date_order;
    EXPECT_EQ(month_first.order, DateOrder::kMonthDayYear);
    EXPECT_EQ(month_first.row, 2);
    EXPECT_EQ(evidenceOf({"2026/03/04"}).date_order.order, DateOrder::kYearMonthDay);
}

TEST(ColumnEvidence, ShowsBothDatesThatContradictEachOther) {
    const auto order = evidenceOf({"1/2/2026", "2/25/2026", "1/3/2026", "25/2/2026"}).date_order;
    EXPECT_EQ(order.finding, EvidenceFinding::kContradicting);
    EXPECT_EQ(order.order, std::nullopt);
    EXPECT_EQ(order.row, 1);
    EXPECT_EQ(order.other_row, 3);
}

TEST(ColumnEvidence, LeavesTheOrderOpenWhereEveryDateHasTwo) {
    const auto order = evidenceOf({"2026-01-31", "5/5/2026", "5/6/2026", "7/8/2026"}).date_order;
    EXPECT_EQ(order.finding, EvidenceFinding::kOpen);
    EXPECT_EQ(order.row, 2);
}

TEST(ColumnEvidence, HasNothingToSayOfDatesThatEverybodyReadsAlike) {
    EXPECT_EQ(evidenceOf({"2026-01-31", "5/5/2026", "31 Dec 2026", date("2026-01-05"), "soon"})
                  .date_order.finding,
              EvidenceFinding::kNothingSaid);
}

TEST(ColumnEvidence, DecidesTheScaleOfProbabilities) {
    const auto fraction = evidenceOf({0, 1, 0.25, "90%"}).scale;
    EXPECT_EQ(fraction.finding, EvidenceFinding::kDecided);
    EXPECT_EQ(fraction.scale, ProbabilityScale::kFraction);
    EXPECT_EQ(fraction.row_between, 2);
    const auto percent = evidenceOf({1, "0.5", "60"}).scale;
    EXPECT_EQ(percent.scale, ProbabilityScale::kPercent);
    EXPECT_EQ(percent.row_above_one, 2);
    EXPECT_EQ(percent.row_between, 1);
    const auto open = evidenceOf({0, "1.0", kEmptyCell}).scale;
    EXPECT_EQ(open.finding, EvidenceFinding::kOpen);
    EXPECT_EQ(open.scale, ProbabilityScale::kByValue);
    EXPECT_EQ(evidenceOf({"90%", "60% – proposal"}).scale.finding, EvidenceFinding::kNothingSaid);
}

TEST(ColumnEvidence, TellsWhatMostCellsAreAndTheFirstOddOne) {
    const auto dates = evidenceOf(
        {date("2026-01-05"), "1/6/2026", date("2026-01-07"), date("2026-01-08"), "soon"});
    EXPECT_EQ(dates.kind, ColumnKind::kDates);
    EXPECT_EQ(dates.filled, 5);
    EXPECT_EQ(dates.odd, 1);
    EXPECT_EQ(dates.odd_row, 4);
    EXPECT_EQ(evidenceOf({12, "1,234.50 €", "3 days", "60% – proposal"}).kind,
              ColumnKind::kNumbers);
    EXPECT_EQ(evidenceOf({"Acme", "Bolt", "D-17"}).kind, ColumnKind::kNames);
    EXPECT_EQ(evidenceOf({kEmptyCell, " "}).kind, ColumnKind::kEmpty);
    EXPECT_EQ(evidenceOf({}).kind, ColumnKind::kEmpty);
    EXPECT_EQ(evidenceOf({kErrorCell}).kind, ColumnKind::kMixed);
}

TEST(ColumnEvidence, CallsAColumnMixedFromAQuarterOfOddCellsOn) {
    const auto half = evidenceOf({12, "unknown", 13, "to come"});
    EXPECT_EQ(half.kind, ColumnKind::kMixed);
    EXPECT_EQ(half.most, ColumnKind::kNumbers);
    EXPECT_EQ(half.odd, 2);
    EXPECT_EQ(half.odd_row, 1);
    EXPECT_EQ(evidenceOf({1, 2, 3, "x"}).kind, ColumnKind::kMixed);
    EXPECT_EQ(evidenceOf({1, 2, 3, 4, "x"}).kind, ColumnKind::kNumbers);
}

TEST(ColumnEvidence, TellsWhetherNumbersMayBeDates) {
    EXPECT_TRUE(evidenceOf({date("2026-01-05"), date("2027-01-05")}).numbers_may_be_dates);
    EXPECT_FALSE(evidenceOf({date("2026-01-05"), 12}).numbers_may_be_dates);
    EXPECT_FALSE(evidenceOf({45000.5}).numbers_may_be_dates);
    EXPECT_FALSE(evidenceOf({"2026-01-05"}).numbers_may_be_dates);
}

TEST(ColumnEvidence, FindsTwoCurrencies) {
    const auto mixed = evidenceOf({5, "USD 5", "$7", "EUR 3", "GBP 1"}).currencies;
    EXPECT_TRUE(mixed.isMixed());
    EXPECT_EQ(mixed.row, 1);
    EXPECT_EQ(mixed.seen, "USD");
    EXPECT_EQ(mixed.other_row, 3);
    EXPECT_EQ(mixed.other, "EUR");
    EXPECT_TRUE(evidenceOf({"USD", "EUR"}).currencies.isMixed()); // a column of codes
    EXPECT_TRUE(evidenceOf({"$5", "5 CAD", "US$ 5"}).currencies.isMixed());
    EXPECT_FALSE(evidenceOf({"$5", "5 CAD", "$6"}).currencies.isMixed());
    EXPECT_FALSE(evidenceOf({"€5", "5 EUR"}).currencies.isMixed());
    EXPECT_EQ(evidenceOf({5, 6}).currencies.row, -1);
}

TEST(ColumnEvidence, FindsPiecesBesideTime) {
    const auto mixed = evidenceOf({"5 h", "2 days", "10 pcs"}).units;
    EXPECT_TRUE(mixed.isMixed());
    EXPECT_EQ(mixed.seen, "h");
    EXPECT_EQ(mixed.other_row, 2);
    EXPECT_EQ(mixed.other, "pcs");
    EXPECT_FALSE(evidenceOf({"5 h", "2 days"}).units.isMixed());
}

} // namespace
} // namespace keepable::tables
