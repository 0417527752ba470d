// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "views/reliability_answer.hpp"

#include <gtest/gtest.h>

#include <array>

namespace keepable::views {
namespace {

using tables::AnyCell;
using tables::Cell;
using tables::date;
using tables::kEmptyCell;
using tables::kErrorCell;

// Rows of promised, delivered and key, asked on 2026-01-01.
std::optional<double> answer(std::initializer_list<std::array<AnyCell, 3>> rows,
                             AnyCell key = kEmptyCell,
                             const tables::ReadingContext& context = tables::context()) {
    ReliabilityCells cells;
    for (const auto& row : rows) {
        cells.promised.push_back(row[0].cell);
        cells.delivered.push_back(row[1].cell);
        cells.keys.push_back(row[2].cell);
    }
    cells.key = key.cell;
    const auto share = reliabilityAnswer(cells, context);
    return share ? std::optional{share->toDouble()} : std::nullopt;
}

TEST(ReliabilityAnswer, IsTheHandComputedShareOfAllRowsOrOfAKey) {
    const std::initializer_list<std::array<AnyCell, 3>> rows{
        {"First promise", "Delivered date", "Owner"},
        {date("2025-03-06"), date("2025-03-06"), "Ann"},
        {date("2025-03-06"), date("2025-03-01"), "Bob"},
        {date("2025-03-06"), date("2025-03-07"), "ann "},
        {date("2025-03-06"), date("2025-03-05"), "Ann"}};
    // 3 of 4 kept: (3 + 2) / (4 + 4); Ann 2 of 3: (2 + 4 * 0.625) / (3 + 4).
    EXPECT_EQ(answer(rows), 0.625);
    EXPECT_DOUBLE_EQ(answer(rows, "ANN").value(), 4.5 / 7);
    EXPECT_EQ(answer(rows, "Nobody"), std::nullopt);
}

TEST(ReliabilityAnswer, APromiseWhoseDayIsOverWithoutDeliveryWasNotKept) {
    EXPECT_EQ(answer({{date("2025-12-31"), kEmptyCell, kEmptyCell}}), 2.0 / 5);
    EXPECT_EQ(answer({{date("2026-01-01"), kEmptyCell, kEmptyCell}}), std::nullopt) << "today";
    EXPECT_EQ(answer({{date("2025-12-31"), " ", kEmptyCell}}), 2.0 / 5);
}

TEST(ReliabilityAnswer, LeavesOutRowsThatSayNothing) {
    EXPECT_EQ(answer({{date("2025-01-01"), "cancelled", kEmptyCell},
                      {date("2025-01-01"), kErrorCell, kEmptyCell},
                      {kErrorCell, date("2025-01-01"), kEmptyCell},
                      {kEmptyCell, date("2025-01-01"), kEmptyCell},
                      {"soon", date("2025-01-01"), kEmptyCell}}),
              std::nullopt);
    EXPECT_EQ(answer({}), std::nullopt);
}

TEST(ReliabilityAnswer, AKnownKeyWithoutPromisesToJudgeHasTheShareOfAll) {
    EXPECT_EQ(answer({{date("2025-03-06"), date("2025-03-06"), "Ann"},
                      {date("2027-03-06"), kEmptyCell, "Bob"}},
                     "Bob"),
              3.0 / 5);
}

TEST(ReliabilityAnswer, KeysMatchAsNamesDoAndNumbersByTheirShortestForm) {
    const std::initializer_list<std::array<AnyCell, 3>> rows{
        {date("2025-03-06"), date("2025-03-06"), 4711},
        {date("2025-03-06"), date("2025-03-06"), "ÉTÉ  Sàrl"}};
    EXPECT_TRUE(answer(rows, "4711").has_value());
    EXPECT_TRUE(answer(rows, "été sàrl").has_value());
    EXPECT_FALSE(answer(rows, "ete sarl").has_value());
}

TEST(ReliabilityAnswer, ReadsDatesWrittenAsTextInTheLocaleAndUnderEveryNullDate) {
    tables::ReadingContext german = tables::germanContext();
    EXPECT_EQ(answer({{"06.03.2025", "6.3.2025", kEmptyCell}}, kEmptyCell, german), 3.0 / 5);
    german.null_date = planning::Day{-24107};
    const double serial = tables::dayOf("2025-12-31") - german.null_date;
    EXPECT_EQ(answer({{serial, kEmptyCell, kEmptyCell}}, kEmptyCell, german), 2.0 / 5);
}

} // namespace
} // namespace keepable::views
