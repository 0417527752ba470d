// SPDX-License-Identifier: MPL-2.0
#include "tables/capacity_choices.hpp"

#include "tables/cell_value.hpp"
#include "tables/names.hpp"

#include <algorithm>
#include <optional>

namespace keepable::tables {

namespace {

// The column of the sheet that a choice names, among the rows of headings.
std::optional<std::int32_t> columnOf(const Grid& top, const ColumnChoice& choice,
                                     const CapacityLayout& layout) {
    for (const Column& column : layout.columns) {
        if (foldedName(column.heading) == choice.heading) {
            return column.column;
        }
    }
    std::int32_t occurrence = 0;
    for (std::int32_t row = layout.row; row >= layout.first_row; --row) {
        for (std::int32_t column = 0; column < top.columnCount(); ++column) {
            if (foldedName(top.at(row, column).text()) == choice.heading &&
                ++occurrence == choice.occurrence) {
                return top.columns[static_cast<std::size_t>(column)];
            }
        }
    }
    return std::nullopt;
}

void apply(const ColumnChoice& choice, std::int32_t at, std::vector<Column>& columns) {
    const auto known = std::ranges::find(columns, at, &Column::column);
    if (!choice.role) {
        if (known != columns.end()) {
            columns.erase(known);
        }
        return;
    }
    if (known != columns.end() && known->role == *choice.role) {
        if (choice.reading.date_order) {
            known->reading.date_order = choice.reading.date_order;
        }
        if (choice.reading.unit != AmountUnit::kAsRead) {
            known->reading.unit = choice.reading.unit;
        }
        return;
    }
    std::erase_if(columns, [&](const Column& column) {
        return column.column == at ||
               (column.role == *choice.role && choice.role == ColumnRole::kResource);
    });
    columns.push_back({at, *choice.role, {}, choice.heading, {}, choice.reading});
}

bool isReadable(const std::vector<Column>& columns) {
    const auto has = [&](ColumnRole role) {
        return std::ranges::find(columns, role, &Column::role) != columns.end();
    };
    const bool is_across = has(ColumnRole::kPeriod) && has(ColumnRole::kResourceHours);
    const bool is_wide = has(ColumnRole::kPeriodStart);
    const bool is_long = has(ColumnRole::kPeriod) && has(ColumnRole::kCapacity);
    const bool is_people = has(ColumnRole::kHoursPerWeek);
    return is_across || (has(ColumnRole::kResource) && (is_wide || is_long || is_people));
}

} // namespace

void applyChoices(const Grid& top, std::span<const ColumnChoice> choices, CapacityLayout& layout) {
    std::vector<Column> columns = layout.columns;
    for (const ColumnChoice& choice : choices) {
        if (choice.table == TableKind::kCapacity) {
            if (const auto at = columnOf(top, choice, layout)) {
                apply(choice, *at, columns);
            }
        }
    }
    if (isReadable(columns)) {
        std::ranges::sort(columns, {}, &Column::column);
        layout.columns = std::move(columns);
    }
}

} // namespace keepable::tables
