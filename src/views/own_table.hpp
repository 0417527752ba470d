// SPDX-License-Identifier: MPL-2.0
//
// A small table that people keep in a sheet of theirs or ours, found by its headings wherever it
// stands and in whatever order its columns are: people, shared targets.
//
// Shape:   headings are entries of a WordTable, `meaning` is the place of one. The table is the row
//          with the most of them, and what is below it down to the end of the sheet or to the headings
//          of another table; rows without anything in its columns, and headings repeated, are skipped.
//          Columns that are not ours are left alone.
// Units:   grid rows from 0; a row in a SheetProblem is as shown, from 1.
#pragma once

#include "tables/grid.hpp"
#include "views/word_table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace keepable::views {

// What is wrong with a row of a sheet, as a sentence in the user's language.
struct SheetProblem {
    std::int32_t row = 0; // as shown, from 1; 0: the table as a whole
    std::string sentence;

    friend bool operator==(const SheetProblem&, const SheetProblem&) = default;
};

// How many rows of a sheet are searched for the headings.
inline constexpr std::int32_t kOwnTableSearchRows = 1000;

class OwnTable {
  public:
    // None where no row has all of `needed`. A row with two headings of one of `others` ends it.
    [[nodiscard]] static std::optional<OwnTable>
    find(const tables::Grid& sheet, const WordTable& headings, std::size_t meanings,
         std::span<const std::size_t> needed, std::span<const WordTable* const> others);

    [[nodiscard]] std::int32_t headingRow() const; // in the sheet, from 0
    // The column in the sheet, from 0; none where the table has no such heading.
    [[nodiscard]] std::optional<std::int32_t> column(std::size_t meaning) const;
    [[nodiscard]] const std::vector<std::int32_t>& rows() const { return rows_; }
    [[nodiscard]] std::int32_t shownRow(std::int32_t grid_row) const;
    // An empty cell where there is no such column.
    [[nodiscard]] const tables::Cell& at(std::int32_t grid_row, std::size_t meaning) const;
    // As a person wrote it: a number in its shortest form, without the guard against formulas.
    [[nodiscard]] std::string text(std::int32_t grid_row, std::size_t meaning) const;

  private:
    explicit OwnTable(const tables::Grid& sheet) : sheet_(&sheet) {}

    void takeRows(const WordTable& headings, std::span<const WordTable* const> others);

    const tables::Grid* sheet_;
    std::int32_t heading_ = 0; // grid row
    std::vector<std::optional<std::int32_t>> columns_;
    std::vector<std::int32_t> rows_;
};

} // namespace keepable::views
