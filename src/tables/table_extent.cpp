// SPDX-License-Identifier: MPL-2.0
#include "tables/table_extent.hpp"

#include "tables/number_text.hpp"

#include <algorithm>
#include <cstddef>

namespace keepable::tables {

namespace {

class Measure {
  public:
    Measure(const SearchedSheet& sheet, const TableSurroundings& surroundings)
        : sheet_(sheet), around_(surroundings) {}

    void measure(FoundTable& table) const {
        const std::int32_t next = sheet_.gridRow(nextHeading(table));
        const bool has_next = next < sheet_.rowCount();
        bool was_blank = false;
        std::int32_t row = sheet_.gridRow(std::max(table.range.first_row, table.heading.row)) + 1;
        table.last_filled_row = sheet_.sheetRow(row - 1);
        for (; row < next; ++row) {
            if (!hasContent(row, table)) {
                was_blank = true;
                continue;
            }
            if (was_blank && !goesOn(row, table)) {
                break;
            }
            // A title right above the next headings.
            if (has_next && row == next - 1 && filledCells(row, table) == 1 &&
                table.range.last_column > table.range.first_column) {
                break;
            }
            was_blank = false;
            table.last_filled_row = sheet_.sheetRow(row) + sheet_.leftOutBelow(row);
            table.row_count += 1 + sheet_.leftOutBelow(row);
        }
        table.range.last_row =
            row < sheet_.rowCount() ? sheet_.sheetRow(row) - 1 : sheet_.rowsOfASheet() - 1;
    }

  private:
    // Whether the headings of a further page stand in a row or just below it.
    [[nodiscard]] bool beginsPage(std::int32_t row, const FoundTable& table) const {
        constexpr std::int32_t kRowsToHeadings = 3;
        const std::int32_t last = std::min(sheet_.rowCount() - 1, row + kRowsToHeadings);
        return std::ranges::any_of(around_.pages, [&](const CellBlock& page) {
            return page.meets({sheet_.sheetRow(row), sheet_.sheetRow(last),
                               table.range.first_column, table.range.last_column});
        });
    }

    [[nodiscard]] bool hasContent(std::int32_t row, const FoundTable& table) const {
        for (std::int32_t column = table.range.first_column; column <= table.range.last_column;
             ++column) {
            if (!sheet_.isBlankAt(row, column - sheet_.firstColumn())) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::int32_t filledCells(std::int32_t row, const FoundTable& table) const {
        std::int32_t filled = 0;
        for (std::int32_t column = table.range.first_column; column <= table.range.last_column;
             ++column) {
            filled += sheet_.isBlankAt(row, column - sheet_.firstColumn()) ? 0 : 1;
        }
        return filled;
    }

    // After an empty row, a row goes on with the table when all that is needed stands in it; of a
    // wide one, a resource and one amount.
    [[nodiscard]] bool goesOn(std::int32_t row, const FoundTable& table) const {
        if (beginsPage(row, table)) {
            return true;
        }
        if (table.isWide() && hasTextForAmount(row, table)) {
            return false;
        }
        if (table.isWide()) {
            const auto resource =
                std::ranges::find(table.columns, ColumnRole::kResource, &Column::role);
            return !sheet_.isBlankAt(row, resource->column - sheet_.firstColumn()) &&
                   filledCells(row, table) > 1;
        }
        return std::ranges::all_of(table.columns, [&](const Column& column) {
            const bool is_needed = isNeeded(table.kind, column.role) ||
                                   (!table.to_ask.empty() && column.role == ColumnRole::kDeal);
            return !is_needed || !sheet_.isBlankAt(row, column.column - sheet_.firstColumn());
        });
    }

    // Other headings, those of a pivot for example.
    [[nodiscard]] bool hasTextForAmount(std::int32_t row, const FoundTable& table) const {
        return std::ranges::any_of(table.columns, [&](const Column& column) {
            const Cell& cell = sheet_.at(row, column.column - sheet_.firstColumn());
            return column.role == ColumnRole::kPeriodStart && cell.kind() == CellKind::kText &&
                   !isBlank(cell) && !readNumberText(cell.text(), around_.context.locale);
        });
    }

    // The first row below where headings of another table stand in columns of this one.
    [[nodiscard]] std::int32_t nextHeading(const FoundTable& table) const {
        std::int32_t next = sheet_.rowCount() == 0 ? 0 : sheet_.sheetRow(sheet_.rowCount() - 1) + 1;
        for (const FoundTable& other : around_.found) {
            if (other.isComplete() && other.range.first_row > table.range.first_row &&
                other.range.first_column <= table.range.last_column &&
                table.range.first_column <= other.range.last_column) {
                next = std::min(next, other.range.first_row);
            }
        }
        return next;
    }

    const SearchedSheet& sheet_;
    const TableSurroundings& around_;
};

} // namespace

std::vector<CellBlock> joinPages(std::vector<FoundTable>& found) {
    std::vector<CellBlock> pages;
    const auto is_page_of = [](const FoundTable& page, const FoundTable& first) {
        return page.kind == first.kind && first.heading.row < page.heading.row &&
               page.range.first_column == first.range.first_column &&
               std::ranges::equal(page.columns, first.columns,
                                  [](const Column& one, const Column& other) {
                                      return one.column == other.column && one.role == other.role &&
                                             one.heading == other.heading;
                                  });
    };
    for (std::size_t page = 1; page < found.size();) {
        const bool is_page =
            found[page].isComplete() && found[page].kind == TableKind::kDeals &&
            std::ranges::any_of(std::span{found}.first(page), [&](const FoundTable& first) {
                return first.isComplete() && is_page_of(found[page], first);
            });
        if (is_page) {
            pages.push_back({found[page].heading.row, found[page].heading.row,
                             found[page].range.first_column, found[page].range.last_column});
            found.erase(found.begin() + static_cast<std::ptrdiff_t>(page));
        } else {
            ++page;
        }
    }
    return pages;
}

void measureTable(FoundTable& table, const SearchedSheet& sheet,
                  const TableSurroundings& surroundings) {
    Measure{sheet, surroundings}.measure(table);
}

} // namespace keepable::tables
