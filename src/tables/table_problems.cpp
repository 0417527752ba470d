// SPDX-License-Identifier: MPL-2.0
#include "tables/table_problems.hpp"

#include "tables/cell_value.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace keepable::tables {

TableProblems::TableProblems(TableKind kind, const Table& table)
    : kind_(kind), table_(table), problems_(table.heading.problems), row_begin_(problems_.size()) {}

RowProblem& TableProblems::add(std::int32_t row, std::size_t column, std::string_view expected) {
    RowProblem& problem = problems_.emplace_back();
    problem.table = kind_;
    problem.sheet = table_.body.sheet;
    problem.row = shownRow(table_, row);
    problem.heading = table_.heading.columns[column].heading;
    problem.seen = seenText(table_.body.at(row, static_cast<std::int32_t>(column)));
    problem.expected = expected;
    columns_.push_back(column);
    return problem;
}

void TableProblems::finishRow(planning::DealIndex deal) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        problems_[row_begin_ + i].deal = deal;
        // Insertion sort: a row has a handful of problems, mostly in order.
        for (std::size_t at = i; at > 0 && columns_[at] < columns_[at - 1]; --at) {
            std::swap(columns_[at], columns_[at - 1]);
            std::swap(problems_[row_begin_ + at], problems_[row_begin_ + at - 1]);
        }
    }
    columns_.clear();
    row_begin_ = problems_.size();
}

bool TableProblems::rowMakesCheckRow() const {
    return std::any_of(problems_.begin() + static_cast<std::ptrdiff_t>(row_begin_), problems_.end(),
                       [](const RowProblem& problem) { return problem.makes_check_row; });
}

ColumnsByRole::ColumnsByRole(const Table& table) : table_(table) {
    if (table.body.columns.size() != table.heading.columns.size() && !table.body.columns.empty()) {
        throw std::logic_error{"a table's cells and headings have different columns"};
    }
}

std::size_t ColumnsByRole::needed(ColumnRole role) const {
    const auto found = std::ranges::find(table_.heading.columns, role, &Column::role);
    if (found == table_.heading.columns.end()) {
        throw std::logic_error{"a table without column " + std::string{canonicalHeading(role)} +
                               " reached its reader"};
    }
    return static_cast<std::size_t>(found - table_.heading.columns.begin());
}

bool ColumnsByRole::has(ColumnRole role) const {
    return std::ranges::find(table_.heading.columns, role, &Column::role) !=
           table_.heading.columns.end();
}

std::int32_t shownRow(const Table& table, std::int32_t row) {
    return table.body.first_row + row + 1;
}

} // namespace keepable::tables
