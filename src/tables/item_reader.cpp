// SPDX-License-Identifier: MPL-2.0
#include "tables/item_reader.hpp"

#include "tables/names.hpp"
#include "tables/table_problems.hpp"

#include <optional>

namespace keepable::tables {

using planning::Basis;
using planning::BillRow;
using planning::HoursPerUnit;
using planning::kMostHoursPerUnit;

namespace {

constexpr std::int32_t kMostOffsetDays = planning::kLastDay.serial - planning::kFirstDay.serial;

class ItemReader {
  public:
    ItemReader(const Table& table, const CellReader& reader, NameList& resources)
        : table_(table), reader_(reader), resources_(resources),
          problems_(TableKind::kItems, table) {
        const ColumnsByRole columns{table};
        item_column_ = columns.needed(ColumnRole::kItem);
        resource_column_ = columns.needed(ColumnRole::kResource);
        hours_column_ = columns.needed(ColumnRole::kHoursPerUnit);
        catalog_.sheet = table.body.sheet;
    }

    ItemCatalog run() {
        for (std::int32_t row = 0; row < table_.body.rowCount(); ++row) {
            readRow(row);
            problems_.finishRow();
        }
        catalog_.problems = problems_.take();
        return std::move(catalog_);
    }

  private:
    struct Row {
        bool is_blank = true;
        std::optional<std::uint32_t> item;
        std::optional<std::string> resource;
        std::optional<HoursPerUnit> hours;
        BillRow bill;
    };

    void readRow(std::int32_t row_index) {
        Row row;
        for (std::size_t column = 0; column < table_.heading.columns.size(); ++column) {
            const Cell& cell = table_.body.at(row_index, static_cast<std::int32_t>(column));
            if (!isBlank(cell)) {
                row.is_blank = false;
                readCell(row_index, column, cell, row);
            }
        }
        if (row.is_blank) {
            return;
        }
        catalog_.is_from_table = true;
        const auto expect_cell = [&](std::size_t column, std::string_view expected) {
            if (isBlank(table_.body.at(row_index, static_cast<std::int32_t>(column)))) {
                problems_.add(row_index, column, expected);
            }
        };
        expect_cell(item_column_, "the name of an item");
        expect_cell(resource_column_, "the name of a resource");
        expect_cell(hours_column_, "a number of at least 0");
        if (row.item && !problems_.rowHasProblems()) {
            addBillRow(row_index, row);
        }
        if (row.item && problems_.rowHasProblems()) {
            std::int32_t& first = catalog_.unreadable_rows[*row.item];
            first = first == 0 ? shownRow(table_, row_index) : first;
        }
    }

    void readCell(std::int32_t row_index, std::size_t column, const Cell& cell, Row& row) {
        switch (table_.heading.columns[column].role) {
        case ColumnRole::kItem:
            if (const auto name = nameIn(cell, scratch_); !name.empty()) {
                row.item = itemNamed(name);
            } else {
                problems_.add(row_index, column, "the name of an item");
            }
            break;
        case ColumnRole::kResource:
            if (const auto name = nameIn(cell, scratch_); !name.empty()) {
                row.resource = name;
            } else {
                problems_.add(row_index, column, "the name of a resource");
            }
            break;
        case ColumnRole::kHoursPerUnit:
            readHours(row_index, column, cell, row);
            break;
        case ColumnRole::kBasis:
            foldNameInto(cell.text(), scratch_);
            if (scratch_ == "fixed") {
                row.bill.basis = Basis::kFixed;
            } else if (scratch_ != "variable") {
                problems_.add(row_index, column, "“variable” or “fixed”");
            }
            break;
        case ColumnRole::kLeadTimeOffset:
            if (const auto days = reader_.wholeNumber(cell, 0, kMostOffsetDays); days.isRead()) {
                row.bill.lead_time_offset_days = days.value;
            } else {
                problems_.add(row_index, column, "a whole number of days of at least 0");
            }
            break;
        case ColumnRole::kAvailableFrom:
            readDay(row_index, column, cell, row.bill.available_from);
            break;
        case ColumnRole::kAvailableUntil:
            readDay(row_index, column, cell, row.bill.available_until);
            break;
        default:
            break;
        }
    }

    void readHours(std::int32_t row_index, std::size_t column, const Cell& cell, Row& row) {
        const AmountUnit unit = table_.heading.columns[column].reading.unit;
        const auto hours = reader_.work(cell, kMostHoursPerUnit,
                                        unit == AmountUnit::kAsRead ? AmountUnit::kHours : unit);
        if (hours.isRead()) {
            row.hours = hours.value;
        } else if (hours.state == CellState::kTooLarge) {
            problems_.add(row_index, column,
                          "a number of at most " + decimalText(kMostHoursPerUnit));
        } else {
            problems_.add(row_index, column, "a number of at least 0");
        }
    }

    void readDay(std::int32_t row_index, std::size_t column, const Cell& cell, planning::Day& day) {
        const auto order = table_.heading.columns[column].reading.date_order;
        if (const auto read = reader_.day(cell, order); read.isRead()) {
            day = read.value;
        } else {
            problems_.add(row_index, column, "a date");
        }
    }

    std::uint32_t itemNamed(std::string_view name) {
        const std::uint32_t item = catalog_.names.findOrAdd(name);
        if (item == catalog_.items.size()) {
            catalog_.items.push_back({catalog_.names.names()[item], {}});
            catalog_.totals.emplace_back();
            catalog_.unreadable_rows.push_back(0);
        }
        return item;
    }

    void addBillRow(std::int32_t row_index, Row& row) {
        BillTotals& totals = catalog_.totals[*row.item];
        HoursPerUnit& total = row.bill.basis == Basis::kFixed ? totals.fixed : totals.variable;
        if (*row.hours > kMostHoursPerUnit - total) {
            problems_.add(row_index, hours_column_,
                          "a number that keeps the item's hours per unit at or below " +
                              decimalText(kMostHoursPerUnit));
            return;
        }
        total += *row.hours;
        row.bill.resource = resources_.findOrAdd(*row.resource);
        row.bill.hours_per_unit = *row.hours;
        catalog_.items[*row.item].bill.push_back(row.bill);
    }

    const Table& table_;
    const CellReader& reader_;
    NameList& resources_;
    TableProblems problems_;
    ItemCatalog catalog_;
    std::size_t item_column_ = 0;
    std::size_t resource_column_ = 0;
    std::size_t hours_column_ = 0;
    std::string scratch_;
};

ItemCatalog resourcesAsItems(const NameList& resources) {
    ItemCatalog catalog;
    catalog.names = resources;
    const auto count = static_cast<std::uint32_t>(resources.names().size());
    catalog.items.reserve(count);
    for (std::uint32_t resource = 0; resource < count; ++resource) {
        BillRow row;
        row.resource = resource;
        row.hours_per_unit = HoursPerUnit::whole(1);
        catalog.items.push_back({resources.names()[resource], {row}});
    }
    catalog.totals.resize(count, BillTotals{HoursPerUnit::whole(1), {}});
    catalog.unreadable_rows.resize(count, 0);
    return catalog;
}

} // namespace

ItemCatalog readItems(const Table* table, const CellReader& reader, NameList& resources) {
    if (table != nullptr) {
        ItemCatalog catalog = ItemReader{*table, reader, resources}.run();
        if (catalog.is_from_table) {
            return catalog;
        }
        ItemCatalog as_resources = resourcesAsItems(resources);
        as_resources.problems = std::move(catalog.problems);
        return as_resources;
    }
    return resourcesAsItems(resources);
}

} // namespace keepable::tables
