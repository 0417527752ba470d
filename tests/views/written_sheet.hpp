// SPDX-License-Identifier: MPL-2.0
//
// A sheet in memory that takes the values our views write and gives them back as the office would:
// dates and moments as numbers from the null date, text as text. A test may type into it, move rows
// about and delete them as people do.
#pragma once

#include "tables/grid.hpp"
#include "views/decision_sheet.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keepable::support {

class WrittenSheet {
  public:
    using Place = std::pair<std::int32_t, std::int32_t>; // row, column

    void write(const std::vector<views::PlacedValue>& values) {
        for (const views::PlacedValue& value : values) {
            values_[{value.row, value.column}] = value.value;
        }
    }
    // What a person types: text that is no formula, or a date.
    void type(std::int32_t row, std::int32_t column, std::string_view text) {
        views::SheetValue value;
        value.kind = text.empty() ? views::ValueKind::kEmpty : views::ValueKind::kText;
        value.text = text;
        values_[{row, column}] = value;
    }
    void type(std::int32_t row, std::int32_t column, planning::Day day) {
        values_[{row, column}] = views::SheetValue::of(day);
    }
    void putError(std::int32_t row, std::int32_t column) { errors_[{row, column}] = true; }

    [[nodiscard]] views::SheetValue at(std::int32_t row, std::int32_t column) const {
        const auto found = values_.find({row, column});
        return found == values_.end() ? views::SheetValue{} : found->second;
    }

    void deleteRow(std::int32_t row) {
        moveTo([&](Place place) {
            return place.first == row
                       ? Place{-1, 0}
                       : Place{place.first - (place.first > row ? 1 : 0), place.second};
        });
    }
    void insertRow(std::int32_t row) {
        moveTo([&](Place place) {
            return Place{place.first + (place.first >= row ? 1 : 0), place.second};
        });
    }
    void swapRows(std::int32_t one, std::int32_t other) {
        moveTo([&](Place place) {
            return Place{place.first == one     ? other
                         : place.first == other ? one
                                                : place.first,
                         place.second};
        });
    }
    void swapColumns(std::int32_t one, std::int32_t other) {
        moveTo([&](Place place) {
            return Place{place.first, place.second == one     ? other
                                      : place.second == other ? one
                                                              : place.second};
        });
    }
    void deleteColumn(std::int32_t column) {
        moveTo([&](Place place) {
            return place.second == column
                       ? Place{-1, 0}
                       : Place{place.first, place.second - (place.second > column ? 1 : 0)};
        });
    }

    // What the office hands over of the used area.
    [[nodiscard]] tables::Grid grid(planning::Day null_date = {-25569}) const {
        tables::Grid grid;
        std::int32_t rows = 0;
        std::int32_t columns = 0;
        for (const auto& [place, value] : values_) {
            rows = std::max(rows, place.first + 1);
            columns = std::max(columns, place.second + 1);
        }
        for (std::int32_t column = 0; column < columns; ++column) {
            grid.columns.push_back(column);
        }
        grid.cells.resize(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
        for (const auto& [place, value] : values_) {
            grid.cells[static_cast<std::size_t>(place.first) * static_cast<std::size_t>(columns) +
                       static_cast<std::size_t>(place.second)] =
                errors_.contains(place) ? tables::Cell::error()
                                        : cellOf(value, null_date, grid.texts);
        }
        return grid;
    }

  private:
    template <class Where> void moveTo(Where where) {
        std::map<Place, views::SheetValue> moved;
        for (auto& [place, value] : values_) {
            const Place to = where(place);
            if (to.first >= 0) {
                moved[to] = std::move(value);
            }
        }
        values_ = std::move(moved);
    }

    static tables::Cell cellOf(const views::SheetValue& value, planning::Day null_date,
                               tables::TextPool& texts) {
        constexpr double kMinutesADay = 1440;
        switch (value.kind) {
        case views::ValueKind::kEmpty:
            return {};
        case views::ValueKind::kText:
            return tables::Cell::text(texts.keep(value.text));
        case views::ValueKind::kNumber:
        case views::ValueKind::kMoney:
        case views::ValueKind::kShare:
            return tables::Cell::number(static_cast<double>(value.units) /
                                        std::pow(10.0, value.decimals));
        case views::ValueKind::kDay:
            return tables::Cell::number(value.day - null_date);
        case views::ValueKind::kMoment:
            return tables::Cell::number(value.day - null_date + value.minute / kMinutesADay);
        }
        return {};
    }

    std::map<Place, views::SheetValue> values_;
    std::map<Place, bool> errors_;
};

} // namespace keepable::support
