// SPDX-License-Identifier: MPL-2.0
//
// Tables written down as rows of cells, the way they stand in a sheet:
//
//   tableOf(TableKind::kDeals, {{"Deal", "Item", "Quantity", "Promised date"},
//                               {"A",    "Panel", 12,        date("2026-03-31")}});
//
// Texts are string literals, so the cells need no pool.
#pragma once

#include "planning/day.hpp"
#include "tables/headings.hpp"
#include "tables/plan_reader.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace keepable::tables {

// Makes cells of what is written in a row: a number, a text, or nothing.
struct AnyCell {
    AnyCell() = default;
    AnyCell(int number) : cell(Cell::number(number)) {}
    AnyCell(double number) : cell(Cell::number(number)) {}
    AnyCell(const char* text) : cell(Cell::text(text)) {}
    AnyCell(Cell any) : cell(any) {}

    Cell cell;
};

using Rows = std::initializer_list<std::initializer_list<AnyCell>>;

inline const AnyCell kEmptyCell;
inline const AnyCell kErrorCell{Cell::error()};

inline planning::Day dayOf(const char* iso) {
    return planning::dayFromIso(iso).value();
}

// A date as a sheet holds it under the default null date.
inline AnyCell date(const char* iso) {
    return AnyCell{static_cast<double>(dayOf(iso) - ReadingContext{}.null_date)};
}

inline ReadingContext context() {
    ReadingContext made;
    made.today = dayOf("2026-01-01");
    made.locale.month_names = {"January",   "February", "March",    "April",
                               "May",       "June",     "July",     "August",
                               "September", "October",  "November", "December"};
    made.locale.month_abbreviations = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return made;
}

inline ReadingContext germanContext() {
    ReadingContext made;
    made.today = dayOf("2026-01-01");
    made.locale = {",",
                   ".",
                   DateOrder::kDayMonthYear,
                   {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
                    "September", "Oktober", "November", "Dezember"},
                   {"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.",
                    "Nov.", "Dez."}};
    return made;
}

// Short rows are filled up with empty cells.
inline Grid gridOf(Rows rows, std::int32_t first_row = 0, std::string sheet = "Sheet1") {
    Grid grid;
    grid.sheet = std::move(sheet);
    grid.first_row = first_row;
    std::size_t width = 0;
    for (const auto& row : rows) {
        width = std::max(width, row.size());
    }
    for (std::size_t column = 0; column < width; ++column) {
        grid.columns.push_back(static_cast<std::int32_t>(column));
    }
    for (const auto& row : rows) {
        for (const AnyCell& any : row) {
            grid.cells.push_back(any.cell);
        }
        grid.cells.resize(grid.cells.size() + width - row.size());
    }
    return grid;
}

// As the office reads a range: the headings first, then the recognised columns below them.
inline Table tableOf(TableKind kind, const Grid& range, const ReadingContext& reading = context()) {
    auto found = findHeadingRow(kind, range, reading);
    if (const auto* nothing = std::get_if<NothingToPlanBy>(&found)) {
        throw std::invalid_argument{nothing->sentence};
    }
    Table table;
    table.heading = std::move(std::get<HeadingRow>(found));
    table.body.sheet = range.sheet;
    table.body.first_row = table.heading.row + 1;
    for (const Column& column : table.heading.columns) {
        table.body.columns.push_back(column.column);
    }
    for (std::int32_t row = table.body.first_row - range.first_row; row < range.rowCount(); ++row) {
        for (const Column& column : table.heading.columns) {
            table.body.cells.push_back(range.at(row, column.column));
        }
    }
    return table;
}

inline Table tableOf(TableKind kind, Rows rows, const ReadingContext& reading = context()) {
    return tableOf(kind, gridOf(rows), reading);
}

// Every problem as its sentence, marked with ! where it makes the deal CHECK ROW.
inline std::vector<std::string> sentencesOf(const std::vector<RowProblem>& problems) {
    std::vector<std::string> sentences;
    for (const RowProblem& problem : problems) {
        sentences.push_back((problem.makes_check_row ? "! " : "") + problemText(problem));
    }
    return sentences;
}

using Sentences = std::vector<std::string>;

} // namespace keepable::tables
