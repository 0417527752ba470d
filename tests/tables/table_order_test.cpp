// SPDX-License-Identifier: MPL-2.0
// What must hold however a table is laid out: the order of columns and extra columns change
// nothing, and long tables take no more than their share of time.
#include "tables/builders.hpp"
#include "tables/plan_reader.hpp"
#include "tables/table_digest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace keepable::tables {
namespace {

Table capacity() {
    return tableOf(TableKind::kCapacity,
                   {{"Resource", "Period", "Capacity"}, {"Saw", "2026-01-05", 40}});
}

// Everything a deals table became, for comparison.
std::string dump(const PlanTables& plan) {
    std::string text;
    for (std::size_t i = 0; i < plan.input.deals.size(); ++i) {
        const planning::Deal& deal = plan.input.deals[i];
        text += plan.texts[i].name + " " + std::to_string(static_cast<int>(deal.status)) +
                std::to_string(deal.needs_check) + " " +
                (deal.value ? decimalText(*deal.value) : "-") + " " +
                plan.names[plan.texts[i].owner] + ":";
        for (std::uint32_t k = 0; k < deal.line_count; ++k) {
            const planning::Line& line = plan.input.lines[deal.first_line + k];
            text += " " + decimalText(line.left) + "@" + isoText(line.promised);
        }
        text += "\n";
    }
    return text;
}

TEST(TableOrder, OfColumnsChangesNothing) {
    const Grid original =
        gridOf({{"Deal", "Item", "Quantity", "Promised date", "Status", "Value", "Owner", "Remark"},
                {"D1", "Saw", 5, "2026-05-01", "won", 100, "Kim", kErrorCell},
                {"D2", "Saw", "x", "2026-05-01", "lost", -1, "Lee"},
                {"D1", "Saw", 3, "soon", "open", 7, "Max"},
                {kEmptyCell, "Saw", 3, "2026-06-01", "held", "1,000", kErrorCell},
                {"D3", "Saw", 4, date("2026-06-01"), kEmptyCell, 12.5, "Kim"}});
    const Table capacity_table = capacity();
    const auto planOf = [&](const Grid& range) {
        const Table table = tableOf(TableKind::kDeals, range);
        return std::get<PlanTables>(readPlan({&table, &capacity_table}, context()));
    };
    const std::string expected = dump(planOf(original));
    std::mt19937 random{3};
    std::vector<std::int32_t> order = original.columns;
    for (int round = 0; round < 50; ++round) {
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[random() % i]);
        }
        Grid shuffled;
        shuffled.sheet = original.sheet;
        shuffled.columns = original.columns;
        for (std::int32_t row = 0; row < original.rowCount(); ++row) {
            for (const std::int32_t column : order) {
                shuffled.cells.push_back(original.at(row, column));
            }
        }
        const PlanTables plan = planOf(shuffled);
        EXPECT_EQ(dump(plan), expected);
        EXPECT_EQ(plan.problems.size(), 4U);
    }
}

TEST(TableDigest, TellsWhichColumnOfAWideTableIsLost) {
    const auto digestOf = [](Rows rows) {
        TableDigest digest;
        digest.add(tableOf(TableKind::kCapacity, rows));
        return digest.value();
    };
    EXPECT_NE(digestOf({{"Resource", "2026-01-05", kErrorCell, kEmptyCell}}),
              digestOf({{"Resource", "2026-01-05", kEmptyCell, kErrorCell}}));
}

// A reader that is not linear shows here, and in the benchmark.
TEST(LongTables, AreReadInOneGoWhateverIsWrongWithThem) {
    constexpr int kRows = 20'000;
    const Table capacity_table = capacity();
    struct Kind {
        AnyCell deal;
        AnyCell item;
        AnyCell quantity;
        std::size_t deals;
        std::size_t problems;
    };
    for (const Kind& kind : {Kind{"same", "Saw", 1, 1, 0},
                             {kEmptyCell, "Saw", 1, kRows, 0},
                             {kErrorCell, kErrorCell, "x", kRows, 3 * kRows},
                             {kEmptyCell, kEmptyCell, kEmptyCell, 0, 0}}) {
        Grid range = gridOf({{"Deal", "Item", "Quantity", "Promised date"}});
        for (int row = 0; row < kRows; ++row) {
            const Cell promised = kind.deals == 0 ? Cell{} : date("2026-05-01").cell;
            range.cells.insert(range.cells.end(),
                               {kind.deal.cell, kind.item.cell, kind.quantity.cell, promised});
        }
        const Table table = tableOf(TableKind::kDeals, range);
        const auto read = readPlan({&table, &capacity_table}, context());
        const auto& plan = std::get<PlanTables>(read);
        EXPECT_EQ(plan.input.deals.size(), kind.deals);
        EXPECT_EQ(plan.deals.size(), kind.deals);
        EXPECT_EQ(plan.problems.size(), kind.problems);
    }
}

} // namespace
} // namespace keepable::tables
