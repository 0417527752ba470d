// SPDX-License-Identifier: MPL-2.0
#include "tables/recognition.hpp"
#include "tables/sheet_sample.hpp"
#include "tables/table_finder.hpp"
#include "tables/text_locale.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>

namespace keepable::tables {
namespace {

// A sheet whose cells are made when they are asked for, and counted.
class MadeSheet : public CellSource {
  public:
    using CellText = std::function<std::string(std::int32_t row, std::int32_t column)>;

    MadeSheet(std::int32_t rows, std::int32_t columns, CellText text)
        : rows_(rows), columns_(columns), text_(std::move(text)) {}

    void read(std::int32_t first_row, std::int32_t last_row, Grid& into) override {
        for (std::int32_t row = first_row; row <= last_row; ++row) {
            for (std::int32_t column = 0; column < columns_; ++column) {
                ++cells_read;
                into.cells.push_back(Cell::text(into.texts.keep(text_(row, column))));
            }
        }
    }
    std::int32_t lastRowOfRun(std::int32_t row) override {
        cells_read += columns_; // what the row itself costs the office to look at
        while (row + 1 < rows_ && !isEmpty(row + 1)) {
            ++row;
        }
        return row;
    }

    SheetCells sampled() {
        SheetCells cells;
        cells.cells.sheet = "Big";
        for (std::int32_t column = 0; column < columns_; ++column) {
            cells.cells.columns.push_back(column);
        }
        sampleSheet(*this, {0, rows_ - 1, 0, columns_ - 1}, cells);
        return cells;
    }

    std::int64_t cells_read = 0;

  private:
    [[nodiscard]] bool isEmpty(std::int32_t row) const {
        for (std::int32_t column = 0; column < columns_; ++column) {
            if (!text_(row, column).empty()) {
                return false;
            }
        }
        return true;
    }

    std::int32_t rows_;
    std::int32_t columns_;
    CellText text_;
};

constexpr std::array<const char*, 5> kHeadings{"Deal", "Item", "Quantity", "Promised date",
                                               "Status"};

std::string dealCell(std::int32_t row, std::int32_t column) {
    if (row == 0) {
        return column < 5 ? kHeadings[static_cast<std::size_t>(column)]
                          : "Field " + std::to_string(column);
    }
    constexpr std::array<const char*, 5> kRow{"D", "Gear", "10", "2026-10-02", "open"};
    return column == 0  ? "D" + std::to_string(row)
           : column < 5 ? kRow[static_cast<std::size_t>(column)]
                        : "x";
}

// Cells read to find the tables of a sheet and to sample the one found.
std::int64_t costOf(std::int32_t rows, std::int32_t columns) {
    MadeSheet sheet(rows, columns, dealCell);
    const std::vector<SheetCells> sheets = [&] {
        std::vector<SheetCells> all;
        all.push_back(sheet.sampled());
        return all;
    }();
    const auto found = findTables(sheets, ReadingContext{}, 1'048'576);
    EXPECT_EQ(found.size(), 1U);
    EXPECT_EQ(found.at(0).last_filled_row, rows - 1);
    EXPECT_EQ(found.at(0).row_count, rows - 1);
    EXPECT_EQ(found.at(0).range.last_row, 1'048'575);
    const auto sampled = sampledColumns(found.at(0).heading);
    const std::int64_t sampled_rows = std::min<std::int64_t>(rows - 1, sampledRows(sampled.size()));
    return sheet.cells_read + sampled_rows * static_cast<std::int64_t>(sampled.size());
}

TEST(SheetSample, OfAHundredTimesTheRowsCostsNoMoreThanHalfAsMuchAgain) {
    const std::int64_t small = costOf(1'000, 1'000);
    const std::int64_t large = costOf(100'000, 1'000);
    EXPECT_LE(large * 2, small * 3) << large << " against " << small;
    EXPECT_LE(large, 300'000); // two hundred rows of a thousand columns, and a sample of a few
    RecordProperty("cells_of_1000_rows", std::to_string(small));
    RecordProperty("cells_of_100000_rows", std::to_string(large));
}

TEST(SheetSample, OfASmallSheetIsTheSheet) {
    MadeSheet sheet(150, 5, dealCell);
    const SheetCells cells = sheet.sampled();
    EXPECT_EQ(cells.cells.rowCount(), 150);
    EXPECT_EQ(sheet.cells_read, 150 * 5);
}

TEST(SheetSample, FindsATableBelowALongOne) {
    // Deals to row 5000, an empty row, and capacity from row 5002 on.
    const auto text = [](std::int32_t row, std::int32_t column) -> std::string {
        if (row < 5000) {
            return dealCell(row, column);
        }
        constexpr std::array<const char*, 3> kCapacity{"Resource", "Period", "Capacity"};
        constexpr std::array<const char*, 3> kRow{"Gear", "2026-09-07", "40"};
        if (row == 5000 || column > 2) {
            return {};
        }
        return row == 5001 ? kCapacity[static_cast<std::size_t>(column)]
                           : kRow[static_cast<std::size_t>(column)];
    };
    MadeSheet sheet(5010, 5, text);
    std::vector<SheetCells> sheets;
    sheets.push_back(sheet.sampled());
    const auto found = findTables(sheets, ReadingContext{}, 1'048'576);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].kind, TableKind::kDeals);
    EXPECT_EQ(found[0].last_filled_row, 4999);
    EXPECT_EQ(found[0].range.last_row, 5000);
    EXPECT_EQ(found[1].kind, TableKind::kCapacity);
    EXPECT_EQ(found[1].heading.row, 5001);
    EXPECT_EQ(found[1].row_count, 8);
    EXPECT_LT(sheet.cells_read, 300 * 5);
}

TEST(SheetSample, GoesOnOverEmptyRowsAmongTheDeals) {
    const auto text = [](std::int32_t row, std::int32_t column) {
        return row > 0 && row % 1000 == 0 ? std::string{} : dealCell(row, column);
    };
    MadeSheet sheet(3500, 5, text);
    std::vector<SheetCells> sheets;
    sheets.push_back(sheet.sampled());
    const auto found = findTables(sheets, ReadingContext{}, 1'048'576);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].last_filled_row, 3499);
    EXPECT_EQ(found[0].row_count, 3499 - 3);
}

} // namespace
} // namespace keepable::tables
