// SPDX-License-Identifier: MPL-2.0
#include "views/own_table.hpp"

#include "review/log_event.hpp"
#include "tables/cell_value.hpp"
#include "views/sheet_value.hpp"

#include <algorithm>
#include <utility>

namespace keepable::views {

namespace {

using Columns = std::vector<std::optional<std::int32_t>>;

Columns headingsIn(const tables::Grid& sheet, std::int32_t row, const WordTable& headings,
                   std::size_t meanings) {
    Columns columns(meanings);
    for (std::int32_t column = 0; column < sheet.columnCount(); ++column) {
        const auto meaning = headings.find(sheet.at(row, column).text());
        if (meaning && !columns[*meaning]) {
            columns[*meaning] = column;
        }
    }
    return columns;
}

bool isHeadingRow(const tables::Grid& sheet, std::int32_t row, const WordTable& headings) {
    constexpr std::int32_t kLeast = 2;
    std::int32_t found = 0;
    for (std::int32_t column = 0; column < sheet.columnCount() && found < kLeast; ++column) {
        found += headings.find(sheet.at(row, column).text()) ? 1 : 0;
    }
    return found == kLeast;
}

} // namespace

std::optional<OwnTable> OwnTable::find(const tables::Grid& sheet, const WordTable& headings,
                                       std::size_t meanings, std::span<const std::size_t> needed,
                                       std::span<const WordTable* const> others) {
    OwnTable table{sheet};
    std::ptrdiff_t most = 0;
    for (std::int32_t row = 0; row < std::min(sheet.rowCount(), kOwnTableSearchRows); ++row) {
        Columns columns = headingsIn(sheet, row, headings, meanings);
        const auto has = [](const auto& column) { return column.has_value(); };
        const std::ptrdiff_t found = std::ranges::count_if(columns, has);
        if (found > most && std::ranges::all_of(needed, [&](std::size_t meaning) {
                return columns[meaning].has_value();
            })) {
            most = found;
            table.heading_ = row;
            table.columns_ = std::move(columns);
        }
    }
    if (most == 0) {
        return std::nullopt;
    }
    table.takeRows(headings, others);
    return table;
}

void OwnTable::takeRows(const WordTable& headings, std::span<const WordTable* const> others) {
    for (std::int32_t row = heading_ + 1; row < sheet_->rowCount(); ++row) {
        if (std::ranges::any_of(others, [&](const WordTable* other) {
                return isHeadingRow(*sheet_, row, *other);
            })) {
            return;
        }
        const bool is_empty = std::ranges::all_of(columns_, [&](const auto& column) {
            return !column || tables::isBlank(sheet_->at(row, *column));
        });
        if (!is_empty && !isHeadingRow(*sheet_, row, headings)) {
            rows_.push_back(row);
        }
    }
}

std::int32_t OwnTable::headingRow() const {
    return sheet_->first_row + heading_;
}

std::optional<std::int32_t> OwnTable::column(std::size_t meaning) const {
    const auto column = columns_[meaning];
    return column ? std::optional{sheet_->columns[static_cast<std::size_t>(*column)]}
                  : std::nullopt;
}

std::int32_t OwnTable::shownRow(std::int32_t grid_row) const {
    return sheet_->first_row + grid_row + 1;
}

const tables::Cell& OwnTable::at(std::int32_t grid_row, std::size_t meaning) const {
    static const tables::Cell nothing;
    const auto column = columns_[meaning];
    return column ? sheet_->at(grid_row, *column) : nothing;
}

std::string OwnTable::text(std::int32_t grid_row, std::size_t meaning) const {
    std::string scratch;
    return review::lastingText(unguardedText(tables::nameIn(at(grid_row, meaning), scratch)));
}

} // namespace keepable::views
