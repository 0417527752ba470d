// SPDX-License-Identifier: MPL-2.0
#include "views/quote_buffer.hpp"

#include "tables/cell_value.hpp"
#include "tables/names.hpp"
#include "views/log_text.hpp"
#include "views/promise_columns.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace keepable::views {

namespace {

using tables::Cell;

// Columns of the grid, both or neither.
struct DateColumns {
    std::int32_t first = 0;
    std::int32_t delivered = 0;
};

std::optional<DateColumns> dateColumns(const tables::Grid& headings,
                                       std::span<const Texts* const> languages) {
    const PromisePlaces places = promisePlaces(headings, 0, languages);
    const auto& first = places[static_cast<std::size_t>(PromiseColumn::kFirst)];
    const auto& delivered = places[static_cast<std::size_t>(PromiseColumn::kDelivered)];
    return first && delivered ? std::optional{DateColumns{*first, *delivered}} : std::nullopt;
}

std::optional<std::int32_t> itemColumn(const tables::Table& deals) {
    const auto found =
        std::ranges::find(deals.heading.columns, tables::ColumnRole::kItem, &tables::Column::role);
    if (found == deals.heading.columns.end()) {
        return std::nullopt;
    }
    const auto& columns = deals.body.columns;
    const auto place = std::ranges::find(columns, found->column);
    return place == columns.end()
               ? std::nullopt
               : std::optional{static_cast<std::int32_t>(place - columns.begin())};
}

} // namespace

std::int32_t QuoteBuffers::daysFor(std::string_view item_key) const {
    const auto found = std::ranges::find_if(
        items, [&](const ItemBuffer& item) { return item.item.key == item_key; });
    return found == items.end() ? days : found->days;
}

bool hasPastPromises(const tables::Grid& headings, std::span<const Texts* const> languages) {
    return dateColumns(headings, languages).has_value();
}

QuoteBuffers quoteBuffers(const tables::Table& deals, const tables::Grid& promises,
                          const tables::ReadingContext& context,
                          std::span<const Texts* const> languages) {
    const auto dates = dateColumns(promises, languages);
    const auto item_column = itemColumn(deals);
    if (!dates || !item_column) {
        return {};
    }
    const tables::CellReader reader{context};
    std::vector<review::JudgedPromise> judged;
    std::string scratch;
    for (std::int32_t row = 1; row < promises.rowCount(); ++row) {
        const std::int32_t deal_row = promises.first_row + row - deals.body.first_row;
        if (deal_row < 0 || deal_row >= deals.body.rowCount()) {
            continue;
        }
        const auto first = reader.day(promises.at(row, dates->first));
        const auto delivered = reader.day(promises.at(row, dates->delivered));
        review::JudgedPromise promise;
        promise.items = {nameFrom(tables::nameIn(deals.body.at(deal_row, *item_column), scratch))};
        if (first.isRead() && delivered.isRead() && !promise.items.front().isEmpty()) {
            promise.days_late = std::max(0, delivered.value - first.value);
            judged.push_back(std::move(promise));
        }
    }
    const review::Reliability past = review::reliabilityOf(judged);
    QuoteBuffers buffers;
    buffers.promises = past.count.promises;
    buffers.days = past.buffer_days;
    const auto& rows = past.rows[static_cast<std::size_t>(review::ReliabilityOf::kItem)];
    buffers.items.reserve(rows.size());
    for (const review::ReliabilityRow& row : rows) {
        buffers.items.push_back({row.name, row.count.promises, row.buffer_days});
    }
    return buffers;
}

} // namespace keepable::views
