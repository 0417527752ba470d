// SPDX-License-Identifier: MPL-2.0
//
// The problems of one table while it is being read.
//
// Shape:   problems of the heading row first, then row by row, within a row in column order, in
//          whatever order they were found.
#pragma once

#include "tables/headings.hpp"
#include "tables/row_problem.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::tables {

class TableProblems {
  public:
    TableProblems(TableKind kind, const Table& table);

    // Rows and columns of the table's body. The problem stays changeable until the row is finished.
    RowProblem& add(std::int32_t row, std::size_t column, std::string_view expected);
    void finishRow(planning::DealIndex deal = planning::kNone);

    [[nodiscard]] bool rowHasProblems() const { return problems_.size() > row_begin_; }
    [[nodiscard]] bool rowMakesCheckRow() const;
    [[nodiscard]] const std::vector<RowProblem>& all() const { return problems_; }
    [[nodiscard]] std::vector<RowProblem> take() { return std::move(problems_); }

  private:
    TableKind kind_;
    const Table& table_;
    std::vector<RowProblem> problems_;
    std::size_t row_begin_ = 0;
    std::vector<std::size_t> columns_; // of the problems from row_begin_ on
};

// Where the roles a reader asks for stand in the table. A needed column that is missing is our
// mistake and throws std::logic_error.
class ColumnsByRole {
  public:
    explicit ColumnsByRole(const Table& table);

    [[nodiscard]] std::size_t needed(ColumnRole role) const;
    [[nodiscard]] bool has(ColumnRole role) const;

  private:
    const Table& table_;
};

// Sheet row of a body row as shown, from 1.
[[nodiscard]] std::int32_t shownRow(const Table& table, std::int32_t row);

} // namespace keepable::tables
