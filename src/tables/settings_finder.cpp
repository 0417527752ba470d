// SPDX-License-Identifier: MPL-2.0
#include "tables/settings_finder.hpp"

#include "tables/cell_value.hpp"
#include "tables/settings_reader.hpp"

#include <algorithm>
#include <utility>

namespace keepable::tables {

namespace {

constexpr std::int32_t kSpareSettingsRows = 20;

class SettingsSearch {
  public:
    SettingsSearch(const CellsOfSheet& cells, std::int32_t rows_of_a_sheet, std::size_t sheet,
                   std::vector<FoundTable>& found)
        : cells_(cells), rows_of_a_sheet_(rows_of_a_sheet), sheet_(sheet), found_(found) {}

    void run() {
        for (std::int32_t column = 0; column < cells_.column_count; ++column) {
            for (std::int32_t row = 0; row < cells_.row_count; ++row) {
                if (at(row, column).kind() == CellKind::kText && !isInTable(row, column)) {
                    row = std::max(row, addSettingsAt(row, column));
                }
            }
        }
    }

  private:
    [[nodiscard]] const Cell& at(std::int32_t row, std::int32_t column) const {
        return cells_
            .cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(cells_.column_count) +
                   static_cast<std::size_t>(column)];
    }
    [[nodiscard]] std::int32_t sheetRow(std::int32_t row) const {
        return row < cells_.row_count ? cells_.rows[static_cast<std::size_t>(row)]
                                      : cells_.rows.back() + 1 + row - cells_.row_count;
    }
    [[nodiscard]] bool isBlankAt(std::int32_t row, std::int32_t column) const {
        return isBlank(at(row, column));
    }

    [[nodiscard]] bool isKnownSetting(std::int32_t row, std::int32_t column) const {
        return at(row, column).kind() == CellKind::kText &&
               settingNamed(at(row, column).text()) != SettingName::kNone;
    }

    [[nodiscard]] bool isInTable(std::int32_t row, std::int32_t column) const {
        const std::int32_t sheet_row = sheetRow(row);
        const std::int32_t sheet_column = cells_.first_column + column;
        return std::ranges::any_of(found_, [&](const FoundTable& table) {
            return table.isComplete() && sheet_row <= table.last_filled_row &&
                   table.range.meets({sheet_row, sheet_row, sheet_column, sheet_column});
        });
    }

    // The last row of the settings that begin here; -1 where none do.
    std::int32_t addSettingsAt(std::int32_t row, std::int32_t column) {
        const bool has_value = column + 1 < cells_.column_count;
        const bool is_headed =
            has_value && isSettingsHeading(at(row, column).text(), at(row, column + 1).text());
        if (!is_headed && !isKnownSetting(row, column)) {
            return -1;
        }
        FoundTable table;
        table.kind = TableKind::kSettings;
        table.sheet = sheet_;
        table.range = {sheetRow(row), 0, cells_.first_column + column,
                       cells_.first_column + column + 1};
        bool has_own_name = false;
        std::int32_t known = 0;
        std::int32_t last = row;
        std::int32_t next = row + (is_headed ? 1 : 0);
        for (; next < cells_.row_count && !isInTable(next, column); ++next) {
            const bool is_known = isKnownSetting(next, column);
            if (!is_known && (isBlankAt(next, column) ? next - last > 2 : next != last + 1)) {
                break;
            }
            if (isBlankAt(next, column)) {
                continue;
            }
            known += is_known ? 1 : 0;
            has_own_name =
                has_own_name || settingNamed(at(next, column).text()) == SettingName::kOfThePlan;
            last = next;
        }
        if (known == 0 || (!is_headed && (known < 2 || !has_own_name))) {
            return -1;
        }
        table.row_count = last - row + (is_headed ? 0 : 1);
        table.last_filled_row = sheetRow(last);
        std::int32_t end = last;
        while (end - last < kSpareSettingsRows && sheetRow(end + 1) < rows_of_a_sheet_ &&
               isFreeRow(end + 1, column)) {
            ++end;
        }
        table.range.last_row = sheetRow(end);
        found_.push_back(std::move(table));
        return last;
    }

    [[nodiscard]] bool isFreeRow(std::int32_t row, std::int32_t column) const {
        return row >= cells_.row_count ||
               (isBlankAt(row, column) &&
                (column + 1 >= cells_.column_count || isBlankAt(row, column + 1)));
    }

    const CellsOfSheet& cells_;
    std::int32_t rows_of_a_sheet_;
    std::size_t sheet_;
    std::vector<FoundTable>& found_;
};

} // namespace

void addSettings(const CellsOfSheet& cells, std::int32_t rows_of_a_sheet, std::size_t sheet,
                 std::vector<FoundTable>& found) {
    SettingsSearch{cells, rows_of_a_sheet, sheet, found}.run();
}

} // namespace keepable::tables
