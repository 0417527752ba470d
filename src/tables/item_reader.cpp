// SPDX-License-Identifier: MPL-2.0
#include "tables/item_reader.hpp"

#include "tables/names.hpp"
#include "tables/table_problems.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

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
        addAlternatives();
        catalog_.problems = problems_.take();
        std::ranges::stable_sort(catalog_.problems, {}, &RowProblem::row);
        return std::move(catalog_);
    }

  private:
    struct Row {
        bool is_blank = true;
        std::optional<std::uint32_t> item;
        std::optional<std::string> resource;
        std::optional<HoursPerUnit> hours;
        std::optional<std::string> alternative_to;
        planning::Quantity minimum_lot;
        BillRow bill;
    };
    // A row that can stand in for something, known when all rows have been read.
    struct Alternative {
        std::int32_t row = 0;
        Row read;
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
            planning::Quantity& lot = catalog_.items[*row.item].minimum_lot;
            lot = std::max(lot, row.minimum_lot);
            if (row.alternative_to) {
                alternatives_.push_back({row_index, row});
            } else {
                addBillRow(row_index, row);
            }
        }
        if (row.item && problems_.rowHasProblems()) {
            markUnreadable(*row.item, row_index);
        }
        if (lot_problem_column_) {
            problems_.add(row_index, *lot_problem_column_, "a number of at least 0");
            lot_problem_column_.reset();
        }
    }

    void markUnreadable(std::uint32_t item, std::int32_t row_index) {
        std::int32_t& first = catalog_.unreadable_rows[item];
        const std::int32_t row = shownRow(table_, row_index);
        first = first == 0 ? row : std::min(first, row);
    }

    [[nodiscard]] bool uses(std::uint32_t item, std::uint32_t resource) const {
        return std::ranges::find(catalog_.items[item].bill, resource, &BillRow::resource) !=
               catalog_.items[item].bill.end();
    }

    // The resource of another row of the same item.
    [[nodiscard]] std::optional<std::uint32_t> replacedBy(const Row& row) {
        const auto resource = resources_.find(*row.alternative_to);
        return resource && uses(*row.item, *resource) ? resource : std::nullopt;
    }

    void addAlternatives() {
        // Rows whose item as a whole stands in for another are rows of that item like all others.
        std::vector<Alternative> of_resources;
        for (Alternative& alternative : alternatives_) {
            const auto item = catalog_.names.find(*alternative.read.alternative_to);
            if (!replacedBy(alternative.read) && item && *item != *alternative.read.item) {
                std::vector<planning::ItemIndex>& known = catalog_.items[*item].alternatives;
                if (std::ranges::find(known, *alternative.read.item) == known.end()) {
                    known.push_back(*alternative.read.item);
                }
                addBillRow(alternative.row, alternative.read);
                finish(alternative);
            } else {
                of_resources.push_back(std::move(alternative));
            }
        }
        std::vector<Derived> derived;
        for (Alternative& alternative : of_resources) {
            if (const auto replaced = replacedBy(alternative.read)) {
                addDerived(alternative, *replaced, derived);
            } else {
                problems_.add(alternative.row, *alternative_column_,
                              "another item, or the resource of another row of this item");
            }
            finish(alternative);
        }
        for (const Derived& each : derived) {
            catalog_.unreadable_rows[each.item] = catalog_.unreadable_rows[each.base];
        }
    }

    void finish(const Alternative& alternative) {
        if (problems_.rowHasProblems()) {
            markUnreadable(*alternative.read.item, alternative.row);
        }
        problems_.finishRow();
    }

    // An item made of another one by a different resource.
    struct Derived {
        std::uint32_t base = 0;
        std::uint32_t replaced = 0;
        std::uint32_t resource = 0;
        std::uint32_t item = 0;
    };

    void addDerived(Alternative& alternative, std::uint32_t replaced,
                    std::vector<Derived>& derived) {
        const std::uint32_t base = *alternative.read.item;
        const std::uint32_t resource = resources_.findOrAdd(*alternative.read.resource);
        const auto known = std::ranges::find_if(derived, [&](const Derived& each) {
            return each.base == base && each.replaced == replaced && each.resource == resource;
        });
        if (known != derived.end()) {
            alternative.read.item = known->item;
            addBillRow(alternative.row, alternative.read);
            alternative.read.item = base;
            return;
        }
        const std::string own = catalog_.items[base].name + " (" + resources_.names()[resource];
        std::string name = own + ")";
        if (catalog_.names.find(name)) {
            name = own + " for " + resources_.names()[replaced] + ")";
        }
        if (catalog_.names.find(name)) {
            problems_.add(alternative.row, *alternative_column_,
                          "an alternative for which the table has no item “" + name + "” yet");
            return;
        }
        const std::uint32_t item = itemNamed(name);
        derived.push_back({base, replaced, resource, item});
        catalog_.items[base].alternatives.push_back(item);
        catalog_.items[item].minimum_lot = catalog_.items[base].minimum_lot;
        BillTotals& totals = catalog_.totals[item];
        for (const BillRow& row : catalog_.items[base].bill) {
            if (row.resource != replaced) {
                (row.basis == Basis::kFixed ? totals.fixed : totals.variable) += row.hours_per_unit;
                catalog_.items[item].bill.push_back(row);
            }
        }
        alternative.read.item = item;
        addBillRow(alternative.row, alternative.read);
        alternative.read.item = base;
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
        case ColumnRole::kAlternativeTo:
            alternative_column_ = column;
            if (const auto name = nameIn(cell, scratch_); !name.empty()) {
                row.alternative_to = name;
            } else {
                problems_.add(row_index, column, "the name of an item or resource");
            }
            break;
        case ColumnRole::kMinimumLot:
            if (const auto lot = reader_.amount(cell, planning::kMostQuantity); lot.isRead()) {
                row.minimum_lot = lot.value;
            } else {
                lot_problem_column_ = column;
            }
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
            catalog_.items.push_back({catalog_.names.names()[item], {}, {}, {}});
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
    std::optional<std::size_t> alternative_column_;
    std::optional<std::size_t> lot_problem_column_; // reported, but no reason not to plan the row
    std::vector<Alternative> alternatives_;
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
        catalog.items.push_back({resources.names()[resource], {row}, {}, {}});
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
