// SPDX-License-Identifier: MPL-2.0
#include "views/setup_words.hpp"

#include "tables/grid.hpp"
#include "views/setup_sheet.hpp"

#include <algorithm>
#include <string_view>

namespace keepable::views {

namespace {

using tables::CellBlock;
using tables::ColumnRole;
using tables::FoundTable;
using tables::TableKind;

std::string needsOf(TableKind kind, const Texts& texts) {
    switch (kind) {
    case TableKind::kDeals:
        return texts("setup.needs.deals");
    case TableKind::kCapacity:
        return texts("setup.needs.capacity");
    case TableKind::kItems:
        return texts("setup.needs.items");
    case TableKind::kSettings:
        break;
    }
    return {};
}

std::string joined(const std::vector<std::string>& parts, const Texts& texts) {
    if (parts.empty()) {
        return {};
    }
    std::string all = parts.front();
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
        all += ", " + parts[i];
    }
    return parts.size() > 1 ? texts("setup.and", {all, parts.back()}) : all;
}

std::string missingText(const FoundTable& table, const Texts& texts) {
    std::vector<std::string> names;
    for (const ColumnRole role : table.missing) {
        names.emplace_back(tables::canonicalHeading(role));
    }
    return joined(names, texts);
}

std::string lookedIn(std::span<const std::string> sheets, const Texts& texts) {
    if (sheets.empty()) {
        return texts("setup.looked.none");
    }
    const std::string count = std::to_string(sheets.size());
    return texts(sheets.size() == 1 ? "setup.looked.one" : "setup.looked.many",
                 {count, sheets.front(), sheets.back()});
}

} // namespace

std::string cellsText(const CellBlock& block) {
    return tables::columnLetters(block.first_column) + std::to_string(block.first_row + 1) + ":" +
           tables::columnLetters(block.last_column) + std::to_string(block.last_row + 1);
}

std::string placeOf(const FoundTable& table, std::span<const std::string> sheets,
                    const Texts& texts) {
    CellBlock filled = table.range;
    filled.last_row = std::max(filled.first_row, std::min(table.last_filled_row, filled.last_row));
    return texts("setup.place", {sheets[table.sheet], cellsText(filled)});
}

std::string notFoundSentence(TableKind kind, std::span<const FoundTable> tables,
                             std::span<const std::string> sheets, const Texts& texts) {
    if (kind == TableKind::kSettings) {
        return texts("setup.not_found.settings");
    }
    const FoundTable* nearest = nullptr;
    for (const FoundTable& table : tables) {
        if (table.kind == kind && !table.isComplete() && !table.columns.empty() &&
            (nearest == nullptr || table.columns.size() > nearest->columns.size())) {
            nearest = &table;
        }
    }
    std::string seen = texts("setup.seen.nothing");
    if (nearest != nullptr) {
        std::vector<std::string> headings;
        for (const tables::Column& column : nearest->columns) {
            headings.push_back(column.heading);
        }
        seen = texts("setup.seen",
                     {std::to_string(nearest->range.first_row + 1), sheets[nearest->sheet],
                      joined(headings, texts), missingText(*nearest, texts)});
    }
    return texts("setup.not_found",
                 {tableLabel(kind, texts), needsOf(kind, texts), lookedIn(sheets, texts), seen});
}

std::string incompleteSentence(const FoundTable& table, std::span<const std::string> sheets,
                               const Texts& texts) {
    return texts("setup.incomplete", {tableLabel(table.kind, texts), placeOf(table, sheets, texts),
                                      missingText(table, texts), needsOf(table.kind, texts)});
}

std::string severalSentence(const FoundTable& one, const FoundTable& other,
                            std::span<const std::string> sheets, const Texts& texts) {
    return texts("setup.several", {tableLabel(one.kind, texts), placeOf(one, sheets, texts),
                                   placeOf(other, sheets, texts)});
}

std::string overlapSentence(const FoundTable& one, const FoundTable& other,
                            std::span<const std::string> sheets, const Texts& texts) {
    CellBlock both;
    both.first_row = std::max(one.range.first_row, other.range.first_row);
    both.first_column = std::max(one.range.first_column, other.range.first_column);
    both.last_column = std::min(one.range.last_column, other.range.last_column);
    both.last_row = std::max(both.first_row, std::min(one.last_filled_row, other.last_filled_row));
    return texts("setup.overlap", {tableLabel(one.kind, texts), tableLabel(other.kind, texts),
                                   texts("setup.place", {sheets[one.sheet], cellsText(both)})});
}

std::string recognitionText(const FoundTable& table, const Texts& texts) {
    if (!table.isComplete()) {
        return texts("setup.dialog.missing", {missingText(table, texts)});
    }
    std::string text =
        texts.counted("setup.dialog.rows", static_cast<std::size_t>(table.row_count));
    std::size_t periods = 0;
    std::string columns;
    for (const tables::Column& column : table.columns) {
        if (column.role == ColumnRole::kPeriodStart) {
            ++periods;
            continue;
        }
        const std::string_view canonical = tables::canonicalHeading(column.role);
        columns += columns.empty() ? "" : ", ";
        columns += column.heading == canonical ? column.heading
                                               : column.heading + " → " + std::string{canonical};
    }
    if (periods > 0) {
        columns += ", " + texts.counted("setup.sheet.periods", periods);
    }
    return columns.empty() ? text : text + ": " + columns;
}

} // namespace keepable::views
