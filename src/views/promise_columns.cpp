// SPDX-License-Identifier: MPL-2.0
#include "views/promise_columns.hpp"

#include <algorithm>

namespace keepable::views {

namespace {

constexpr std::array<WordAndKey, kPromiseColumns> kColumns{
    {{"Requested date", "review.column.requested"},
     {"First promise", "review.column.first"},
     {"Delivered date", "review.column.delivered"}}};

void take(PromisePlaces& places, const std::optional<std::size_t>& meaning, std::int32_t column) {
    if (meaning && !places[*meaning]) {
        places[*meaning] = column;
    }
}

} // namespace

std::string_view promiseHeading(PromiseColumn column) {
    return kColumns[static_cast<std::size_t>(column)].word;
}

PromisePlaces promisePlaces(const tables::Grid& cells, std::int32_t heading_row,
                            std::span<const Texts* const> languages) {
    PromisePlaces places;
    if (heading_row < 0 || heading_row >= cells.rowCount()) {
        return places;
    }
    const WordTable words{kColumns, languages};
    for (std::int32_t column = 0; column < cells.columnCount(); ++column) {
        take(places, words.find(cells.at(heading_row, column).text()), column);
    }
    return places;
}

std::vector<std::int32_t> promiseColumns(const tables::Grid& headings,
                                         std::span<const Texts* const> languages) {
    std::vector<std::int32_t> columns;
    for (const std::optional<std::int32_t>& place : promisePlaces(headings, 0, languages)) {
        if (place) {
            columns.push_back(headings.columns[static_cast<std::size_t>(*place)]);
        }
    }
    std::ranges::sort(columns);
    return columns;
}

PromisePlaces promisePlaces(const tables::RowMatch& headings,
                            std::span<const Texts* const> languages) {
    PromisePlaces places;
    const WordTable words{kColumns, languages};
    for (const tables::ColumnMatch& column : headings.columns) {
        take(places, words.find(column.heading), column.column);
    }
    return places;
}

} // namespace keepable::views
