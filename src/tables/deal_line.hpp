// SPDX-License-Identifier: MPL-2.0
//
// One row of the deals table, cell by cell: what it says, and a problem for each cell that says
// nothing useful. Which rows belong to one deal is the deal reader's matter.
//
// Rule:    where the table has no such column, the settings may give an item and a quantity for all
//          deals, and the days from a win date to the promised date.
//          Problems in Item, Quantity, Done, Promised date, Earliest start, Status or Held until
//          make the deal CHECK ROW; in other columns the cell counts as empty.
// Source:  contract section 2, 3.3 and the fine print of section 3.
#pragma once

#include "planning/plan_input.hpp"
#include "tables/cell_value.hpp"
#include "tables/item_reader.hpp"
#include "tables/name_list.hpp"
#include "tables/reading_rules.hpp"
#include "tables/status_words.hpp"
#include "tables/table_problems.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keepable::tables {

struct DealLine {
    const Cell* deal = nullptr; // null where there is no key that can be read
    std::uint32_t customer = 0; // in the list of names
    std::uint32_t owner = 0;    // in the list of names
    CellValue<planning::ItemIndex> item{CellState::kEmpty};
    CellValue<planning::Quantity> quantity{CellState::kEmpty};
    CellValue<planning::Quantity> done{CellState::kEmpty};
    CellValue<planning::Day> promised{CellState::kEmpty};
    CellValue<planning::Day> win{CellState::kEmpty};
    planning::Day earliest_start = planning::kFirstDay;
    planning::Day held_until = planning::kLastDay;
    CellValue<planning::DealClass> status{CellState::kEmpty};
    std::optional<planning::Probability> probability;
    std::optional<planning::Money> value;
    std::string currency;         // as written in its own cell or beside the value; empty: not said
    std::size_t value_column = 0; // where there is a value
    std::optional<planning::Priority> priority;

    // Without a readable status by probability, else tentative.
    [[nodiscard]] planning::DealClass dealClass() const;
};

class DealLineReader {
  public:
    // All outlive the reader; customers and owners join the names.
    DealLineReader(const Table& table, const CellReader& reader, const StatusWords& words,
                   ItemCatalog& items, const ReadingRules& rules, NameList& names,
                   TableProblems& problems);

    // None for an empty row. The row's problems are added but not finished.
    [[nodiscard]] std::optional<DealLine> read(std::int32_t row);

  private:
    void readCell(std::size_t column, const Cell& cell, DealLine& line);
    void readDeal(std::size_t column, const Cell& cell, DealLine& line);
    void readItem(std::size_t column, const Cell& cell, DealLine& line);
    void readStatus(std::size_t column, const Cell& cell, DealLine& line);
    void readValue(std::size_t column, const Cell& cell, DealLine& line);
    void readPriority(std::size_t column, const Cell& cell, DealLine& line);
    std::uint32_t nameInCell(std::size_t column, const Cell& cell);
    planning::Day dayInCell(std::size_t column, const Cell& cell, planning::Day otherwise);
    CellValue<planning::Quantity> quantityInCell(std::size_t column, const Cell& cell);
    [[nodiscard]] const ColumnReading& reading(std::size_t column) const {
        return table_.heading.columns[column].reading;
    }
    void goOn(DealLine& line);
    void fillIn(DealLine& line);
    void promiseFromWin(DealLine& line);
    void checkNeeded(const DealLine& line);
    void checkAmounts(const DealLine& line);
    void checkCurrency(DealLine& line);
    void report(std::size_t column, std::string_view expected, bool makes_check_row);

    const Table& table_;
    const CellReader& reader_;
    const StatusWords& words_;
    ItemCatalog& items_;
    const ReadingRules& rules_;
    NameList& names_;
    TableProblems& problems_;
    std::size_t item_column_;
    std::size_t quantity_column_;
    std::size_t promised_column_; // or that of the win date
    bool has_win_date_ = false;   // in place of promised dates
    bool has_item_ = true;
    bool has_quantity_ = true;
    std::size_t done_column_;       // only where there is one
    std::optional<DealLine> above_; // the last with a key
    std::int32_t row_ = 0;
    std::string scratch_;
    std::string folded_;
};

// High, Medium, Low: 1, 2, 3.
[[nodiscard]] std::optional<planning::Priority> priorityNamed(std::string_view folded);

} // namespace keepable::tables
