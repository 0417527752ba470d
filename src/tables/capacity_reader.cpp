// SPDX-License-Identifier: MPL-2.0
#include "tables/capacity_reader.hpp"

#include "tables/table_problems.hpp"
#include "tables/unit_text.hpp"

#include <optional>
#include <string>

namespace keepable::tables {

using planning::Day;
using planning::Hours;

namespace {

constexpr std::string_view kExpectsResource = "the name of a resource";
constexpr std::string_view kExpectsHours = "a number of hours of at least 0";

class CapacityReader {
  public:
    CapacityReader(const Table& table, const CellReader& reader, NameList& resources)
        : table_(table), reader_(reader), resources_(resources),
          problems_(TableKind::kCapacity, table), columns_(table),
          resource_column_(columns_.needed(ColumnRole::kResource)),
          is_wide_(columns_.has(ColumnRole::kPeriodStart)) {
        if (!is_wide_) {
            period_column_ = columns_.needed(ColumnRole::kPeriod);
            hours_column_ = columns_.needed(ColumnRole::kCapacity);
        }
    }

    CapacityRead run() {
        for (std::int32_t row = 0; row < table_.body.rowCount(); ++row) {
            if (isBlankRow(row)) {
                continue;
            }
            if (is_wide_) {
                readWideRow(row);
            } else {
                readLongRow(row);
            }
            problems_.finishRow();
        }
        read_.problems = problems_.take();
        return std::move(read_);
    }

  private:
    [[nodiscard]] const Cell& at(std::int32_t row, std::size_t column) const {
        return table_.body.at(row, static_cast<std::int32_t>(column));
    }

    [[nodiscard]] const ColumnReading& reading(std::size_t column) const {
        return table_.heading.columns[column].reading;
    }

    [[nodiscard]] bool isBlankRow(std::int32_t row) const {
        for (std::size_t column = 0; column < table_.heading.columns.size(); ++column) {
            if (!isBlank(at(row, column))) {
                return false;
            }
        }
        return true;
    }

    // The name, valid until the next call; empty and reported when there is none.
    std::string_view resourceIn(std::int32_t row) {
        const Cell& cell = at(row, resource_column_);
        const std::string_view name = isBlank(cell) ? std::string_view{} : nameIn(cell, scratch_);
        if (name.empty()) {
            problems_.add(row, resource_column_, kExpectsResource);
        }
        return name;
    }

    std::optional<Hours> hoursIn(std::int32_t row, std::size_t column) {
        const AmountUnit unit = reading(column).unit;
        const auto hours = reader_.work(at(row, column), planning::kMostHours, unit);
        if (hours.isRead()) {
            return hours.value;
        }
        if (hours.state == CellState::kTooLarge) {
            problems_.add(row, column,
                          "a number of hours of at most " + decimalText(planning::kMostHours));
        } else if (hours.state == CellState::kOtherUnit) {
            problems_.add(row, column, expectedUnit(unit));
        } else {
            problems_.add(row, column, kExpectsHours);
        }
        return std::nullopt;
    }

    void readLongRow(std::int32_t row) {
        const std::string_view name = resourceIn(row);
        const auto start = reader_.day(at(row, period_column_), reading(period_column_).date_order);
        if (!start.isRead()) {
            problems_.add(row, period_column_, "a date, the first day of a period");
        }
        const std::optional<Hours> hours = hoursIn(row, hours_column_);
        if (!name.empty() && start.isRead() && hours) {
            add(row, hours_column_, name, start.value, *hours);
        }
    }

    void readWideRow(std::int32_t row) {
        const std::string_view name = resourceIn(row);
        for (std::size_t column = 0; column < table_.heading.columns.size(); ++column) {
            if (column == resource_column_) {
                continue;
            }
            const std::optional<Hours> hours =
                isBlank(at(row, column)) ? Hours{} : hoursIn(row, column);
            if (!name.empty() && hours) {
                add(row, column, name, table_.heading.columns[column].period_start, *hours);
            }
        }
    }

    void add(std::int32_t row, std::size_t column, std::string_view name, Day start, Hours hours) {
        const std::uint32_t resource = resources_.findOrAdd(name);
        if (resource == totals_.size()) {
            totals_.emplace_back();
        }
        if (hours > kMostHoursOfResource - totals_[resource]) {
            problems_.add(row, column,
                          "a number that keeps the resource's hours at or below " +
                              decimalText(kMostHoursOfResource));
            return;
        }
        totals_[resource] += hours;
        read_.entries.push_back({resource, start, hours});
    }

    const Table& table_;
    const CellReader& reader_;
    NameList& resources_;
    TableProblems problems_;
    ColumnsByRole columns_;
    std::size_t resource_column_;
    bool is_wide_;
    std::size_t period_column_ = 0;
    std::size_t hours_column_ = 0;
    std::vector<Hours> totals_; // by resource
    CapacityRead read_;
    std::string scratch_;
};

} // namespace

CapacityRead readCapacity(const Table& table, const CellReader& reader, NameList& resources) {
    return CapacityReader{table, reader, resources}.run();
}

} // namespace keepable::tables
