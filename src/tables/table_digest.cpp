// SPDX-License-Identifier: MPL-2.0
#include "tables/table_digest.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <bit>
#include <cstring>

namespace keepable::tables {

namespace {

constexpr std::size_t kFlushSize = std::size_t{64} * 1024;

} // namespace

struct TableDigest::State {
    XXH3_state_t hash;
};

TableDigest::TableDigest() : state_(std::make_unique<State>()) {
    XXH3_64bits_reset(&state_->hash);
}

TableDigest::~TableDigest() = default;

void TableDigest::add(const ReadingContext& context) {
    add(context.null_date);
    const TextLocale& locale = context.locale;
    addText(locale.decimal_separator);
    addText(locale.group_separator);
    addNumber(static_cast<std::uint64_t>(locale.date_order));
    for (const auto* names : {&locale.month_names, &locale.month_abbreviations}) {
        for (const std::string& name : *names) {
            addText(name);
        }
    }
}

void TableDigest::add(planning::Day day) {
    addNumber(static_cast<std::uint64_t>(day.serial));
}

void TableDigest::add(const Table& table) {
    addNumber(static_cast<std::uint64_t>(table.heading.row));
    for (const Column& column : table.heading.columns) {
        addNumber(static_cast<std::uint64_t>(column.column));
        addNumber(static_cast<std::uint64_t>(column.role));
        add(column.period_start);
        addText(column.heading);
        addText(column.resource);
        add(column.reading);
    }
    addText(table.heading.stage_profile);
    addNumber(table.heading.has_lines_below ? 1 : 0);
    for (const RowProblem& problem : table.heading.problems) {
        addText(problem.heading);
        addText(problem.seen);
        addText(problem.expected);
    }
    add(table.body);
}

void TableDigest::add(const ColumnReading& reading) {
    constexpr std::uint64_t kNoOrder = 255;
    addNumber(reading.date_order ? static_cast<std::uint64_t>(*reading.date_order) : kNoOrder);
    addNumber(static_cast<std::uint64_t>(reading.unit));
    addNumber(static_cast<std::uint64_t>(reading.scale));
}

void TableDigest::add(const Grid& grid) {
    addText(grid.sheet);
    addNumber(static_cast<std::uint64_t>(grid.first_row));
    addNumber(static_cast<std::uint64_t>(grid.columnCount()));
    addNumber(grid.cells.size());
    for (const Cell& cell : grid.cells) {
        switch (cell.kind()) {
        case CellKind::kEmpty:
        case CellKind::kError:
            pending_ += static_cast<char>(cell.kind());
            break;
        case CellKind::kNumber:
            pending_ += static_cast<char>(cell.kind());
            addNumber(std::bit_cast<std::uint64_t>(cell.number()));
            break;
        case CellKind::kText:
            pending_ += static_cast<char>(cell.kind());
            addText(cell.text());
            break;
        }
    }
}

std::uint64_t TableDigest::value() {
    flush();
    return XXH3_64bits_digest(&state_->hash);
}

void TableDigest::addNumber(std::uint64_t number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    pending_.append(bytes, sizeof bytes);
    if (pending_.size() >= kFlushSize) {
        flush();
    }
}

// The length first, so that neighbouring texts cannot run into each other.
void TableDigest::addText(std::string_view text) {
    addNumber(text.size());
    pending_.append(text);
}

void TableDigest::flush() {
    XXH3_64bits_update(&state_->hash, pending_.data(), pending_.size());
    pending_.clear();
}

} // namespace keepable::tables
