// SPDX-License-Identifier: MPL-2.0
#include "tables/table_finder.hpp"

#include "tables/capacity_layout.hpp"
#include "tables/capacity_words.hpp"
#include "tables/cell_value.hpp"
#include "tables/heading_match.hpp"
#include "tables/names.hpp"
#include "tables/number_text.hpp"
#include "tables/period_row.hpp"
#include "tables/searched_sheet.hpp"
#include "tables/settings_finder.hpp"
#include "tables/settings_reader.hpp"
#include "tables/table_extent.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>
#include <variant>

namespace keepable::tables {

namespace {

constexpr std::array kHeadedKinds{TableKind::kDeals, TableKind::kCapacity, TableKind::kItems};

// Below an empty heading cell so many rows tell whether the column belongs to the table.
constexpr std::int32_t kRowsThatFillAGap = 5;
// Rows handed to the heading search at a time; it looks ten rows below for a better heading.
constexpr std::int32_t kRowsOfHeading = 11;
// So many rows of a sheet are held against other words than the canonical ones, each of them.
constexpr std::int32_t kRowsAtTheTop = 40;

std::vector<ColumnRole> missingRoles(TableKind kind, std::span<const Column> columns) {
    std::vector<ColumnRole> missing;
    for (const ColumnRole role : neededRoles(kind)) {
        if (std::ranges::find(columns, role, &Column::role) == columns.end()) {
            missing.push_back(role);
        }
    }
    return missing;
}

// One sheet as it is searched: without our own columns.
class SheetSearch : private SearchedSheet {
  public:
    SheetSearch(const SheetCells& sheet, std::size_t index, const ReadingContext& context,
                std::int32_t rows_of_a_sheet)
        : SearchedSheet(sheet, rows_of_a_sheet), context_(context), index_(index) {}

    std::vector<FoundTable> run() {
        for (std::int32_t row = 0; row < row_count_; ++row) {
            for (std::int32_t column = 0; column < column_count_;) {
                if (isBlankAt(row, column)) {
                    ++column;
                    continue;
                }
                const std::int32_t end = segmentEnd(row, column);
                if (!isInHeadings(row, column, end)) {
                    if (mayBeHeading(row, column, end)) {
                        searchSegment(row, column, end);
                    } else {
                        (void)searchBlocks(row, column);
                    }
                }
                column = end;
            }
        }
        const std::vector<CellBlock> pages = joinPages(found_);
        for (FoundTable& table : found_) {
            measureTable(table, *this, {found_, pages, context_});
        }
        dropBeginningsInsideTables();
        addSettings({cells_, row_count_, column_count_, rows_, first_column_}, rows_of_a_sheet_,
                    index_, found_);
        return std::move(found_);
    }

    // The cells of a range somebody pointed at, for one kind.
    FoundTable only(TableKind kind, const CellBlock& range) {
        FoundTable table = emptyTable(kind, range);
        if (kind == TableKind::kSettings) {
            for (std::int32_t row = 0; row < row_count_; ++row) {
                table.row_count += settingNamed(at(row, 0).text()) != SettingName::kNone ? 1 : 0;
            }
            table.last_filled_row = range.last_row;
            return table;
        }
        const Grid grid = part(0, std::min(row_count_, kHeadingSearchRows), 0, column_count_);
        const auto found = findHeadingRow(kind, grid, context_, HeadingNeeds::kAskable);
        if (const auto* heading = std::get_if<HeadingRow>(&found)) {
            table.range.first_row = heading->row;
            table.columns = heading->columns;
            table.heading = *heading;
            table.to_ask = heading->to_ask;
            addOtherColumns(table, gridRow(heading->row), 0, column_count_);
        } else {
            table.columns = mostNamed(kind);
        }
        table.missing = missingIn(kind, table);
        measureTable(table, *this, {{}, {}, context_});
        table.range.last_row = range.last_row;
        return table;
    }

  private:
    // Below the first of several rows of headings.
    [[nodiscard]] bool isInHeadings(std::int32_t row, std::int32_t first, std::int32_t end) const {
        return std::ranges::any_of(headings_, [&](const CellBlock& block) {
            return block.meets(
                {sheetRow(row), sheetRow(row), first_column_ + first, first_column_ + end - 1});
        });
    }

    [[nodiscard]] FoundTable emptyTable(TableKind kind, const CellBlock& range) const {
        FoundTable table;
        table.kind = kind;
        table.sheet = index_;
        table.range = range;
        return table;
    }

    // Behind the last column of the headings that begin here.
    [[nodiscard]] std::int32_t segmentEnd(std::int32_t row, std::int32_t column) const {
        const std::int32_t first = column;
        std::int32_t end = column;
        for (; column < column_count_ && isUsed(row, column); ++column) {
            if (!isBlankAt(row, column)) {
                end = column + 1;
            }
        }
        // Of headings in several rows, the upper ones merged over the last columns of the lower.
        constexpr std::int32_t kMostHeadingRows = 3;
        for (std::int32_t below = row + 1;
             end > first && below < std::min(row_count_, row + kMostHeadingRows) &&
             isBlankAt(below, first);
             ++below) {
            while (end < column && at(below, end - 1).kind() == CellKind::kText &&
                   at(below, end).kind() == CellKind::kText) {
                ++end;
            }
        }
        return end;
    }

    // In a row, or in the few below it.
    [[nodiscard]] bool isUsed(std::int32_t row, std::int32_t column) const {
        const std::int32_t end = std::min(row_count_, row + 1 + kRowsThatFillAGap);
        while (row < end && isBlankAt(row, column)) {
            ++row;
        }
        return row < end;
    }

    // Behind the last column that is used, from one that is.
    [[nodiscard]] std::int32_t usedEnd(std::int32_t row, std::int32_t column) const {
        while (column < column_count_ && isUsed(row, column)) {
            ++column;
        }
        return column;
    }

    // Cheap, because it is asked of every row: two needed headings, or one and a date.
    bool mayBeHeading(std::int32_t row, std::int32_t first, std::int32_t end) {
        std::array<std::int32_t, kHeadedKinds.size()> named{};
        bool has_other = false;
        for (std::int32_t column = first; column < end; ++column) {
            const Cell& cell = at(row, column);
            if (cell.kind() == CellKind::kNumber) {
                has_other = true;
            }
            if (cell.kind() != CellKind::kText) {
                continue;
            }
            foldNameInto(cell.text(), folded_);
            for (std::size_t i = 0; i < kHeadedKinds.size(); ++i) {
                const auto role = matchHeading(kHeadedKinds[i], folded_);
                named[i] += role && isNeeded(kHeadedKinds[i], *role) ? 1 : 0;
            }
            has_other = has_other || end - first > 1;
        }
        return std::ranges::max(named) > 1 || (named[1] == 1 && has_other) ||
               (context_.profiles && beginsSomething(row, first, end) &&
                isHeadingByOtherWords(row, first, end));
    }

    // Near the top of the sheet, or below an empty row: where other words are worth a look.
    [[nodiscard]] bool beginsSomething(std::int32_t row, std::int32_t first,
                                       std::int32_t end) const {
        if (row < kRowsAtTheTop) {
            return true;
        }
        for (std::int32_t column = first; column < end; ++column) {
            if (!isBlankAt(row - 1, column)) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool isHeadingByOtherWords(std::int32_t row, std::int32_t first,
                                             std::int32_t end) const {
        for (const TableKind kind : {TableKind::kDeals, TableKind::kItems}) {
            const RowMatch match = matchIn(kind, row, first, end);
            if (std::ranges::count_if(neededRoles(kind),
                                      [&](ColumnRole role) { return match.has(role); }) > 1) {
                return true;
            }
        }
        return headingIn(TableKind::kCapacity, row, first, end).has_value() ||
               headingIn(TableKind::kDeals, row, first, end).has_value();
    }

    [[nodiscard]] RowMatch matchIn(TableKind kind, std::int32_t row, std::int32_t first,
                                   std::int32_t end) const {
        std::vector<HeadingText> texts;
        for (std::int32_t column = first; column < end; ++column) {
            if (at(row, column).kind() == CellKind::kText) {
                texts.push_back({first_column_ + column, std::string{at(row, column).text()}});
            }
        }
        return matchHeadings(kind, texts, {context_.profiles.get(), {}});
    }

    [[nodiscard]] Grid part(std::int32_t row, std::int32_t end_row, std::int32_t first,
                            std::int32_t end) const {
        Grid grid;
        grid.sheet = sheet_name_;
        grid.first_row = row < row_count_ ? sheetRow(row) : 0;
        for (std::int32_t column = first; column < end; ++column) {
            grid.columns.push_back(first_column_ + column);
        }
        for (std::int32_t r = row; r < end_row; ++r) {
            for (std::int32_t column = first; column < end; ++column) {
                grid.cells.push_back(at(r, column));
            }
        }
        return grid;
    }

    [[nodiscard]] std::optional<HeadingRow> headingIn(TableKind kind, std::int32_t row,
                                                      std::int32_t first, std::int32_t end) const {
        const Grid grid = part(row, std::min(row_count_, row + kRowsOfHeading), first, end);
        auto found = findHeadingRow(kind, grid, context_, HeadingNeeds::kAskable);
        auto* heading = std::get_if<HeadingRow>(&found);
        if (heading == nullptr || !heading->is_certain ||
            (heading->row != sheetRow(row) && heading->first_row != sheetRow(row) &&
             !(kind == TableKind::kCapacity && isInSeveralRows(*heading, first, end)))) {
            return std::nullopt;
        }
        return std::move(*heading);
    }

    // Whether the headings of capacity say less without the rows above their last.
    [[nodiscard]] bool isInSeveralRows(const HeadingRow& heading, std::int32_t first,
                                       std::int32_t end) const {
        const std::int32_t row = gridRow(heading.row);
        const Grid grid = part(row, std::min(row_count_, row + kRowsOfHeading), first, end);
        const auto alone = findHeadingRow(TableKind::kCapacity, grid, context_);
        const auto* same = std::get_if<HeadingRow>(&alone);
        return same == nullptr || same->row != heading.row ||
               same->columns.size() != heading.columns.size();
    }

    [[nodiscard]] bool isAnyHeading(std::int32_t row, std::int32_t first, std::int32_t end) const {
        return std::ranges::any_of(kHeadedKinds, [&](TableKind kind) {
            return headingIn(kind, row, first, end).has_value();
        });
    }

    // Where a heading stands again and both sides are headings of a table, the next table begins.
    [[nodiscard]] std::optional<std::int32_t> splitOf(std::int32_t row, std::int32_t first,
                                                      std::int32_t end) const {
        std::vector<std::string> seen;
        for (std::int32_t column = first; column < end; ++column) {
            std::string folded = foldedName(at(row, column).text());
            if (folded.empty()) {
                continue;
            }
            if (std::ranges::find(seen, folded) != seen.end() && isAnyHeading(row, first, column) &&
                isAnyHeading(row, column, end)) {
                return column;
            }
            seen.push_back(std::move(folded));
        }
        return std::nullopt;
    }

    void searchSegment(std::int32_t row, std::int32_t first, std::int32_t end) {
        if (const auto split = splitOf(row, first, end)) {
            searchSegment(row, first, *split);
            searchSegment(row, *split, end);
            return;
        }
        std::vector<FoundTable> complete;
        for (const TableKind kind : kHeadedKinds) {
            if (auto heading = headingIn(kind, row, first, end)) {
                complete.push_back(tableAt(kind, row, first, end));
                if (kind == TableKind::kCapacity) {
                    complete.back().title_worth = titleWorth(row, first, end);
                    complete.back().range.first_row = lookAbove(row, first, end, *heading);
                }
                complete.back().columns = heading->columns;
                complete.back().to_ask = heading->to_ask;
                headings_.push_back(
                    {sheetRow(row), heading->row, first_column_ + first, first_column_ + end - 1});
                complete.back().heading = std::move(*heading);
            }
        }
        if (complete.empty()) {
            if (!searchBlocks(row, first)) {
                addBeginning(row, first, end);
            }
            return;
        }
        separate(complete);
        for (FoundTable& table : complete) {
            addOtherColumns(table, gridRow(table.heading.row),
                            table.range.first_column - first_column_,
                            table.range.last_column - first_column_ + 1);
            found_.push_back(std::move(table));
        }
    }

    // One small table a line of production side by side, an empty column between them, is one table
    // of capacity: none of them alone says that it is.
    bool searchBlocks(std::int32_t row, std::int32_t first) {
        const std::int32_t first_end = usedEnd(row, first);
        std::int32_t last = first_end;
        while (last + 1 < column_count_ && !isBlankAt(row, last + 1)) {
            last = usedEnd(row, last + 1);
        }
        if (last == first_end || !(context_.profiles && beginsSomething(row, first, first_end))) {
            return false;
        }
        auto heading = headingIn(TableKind::kCapacity, row, first, last);
        if (!heading ||
            std::ranges::count(heading->columns, ColumnRole::kPeriod, &Column::role) < 2) {
            return false;
        }
        FoundTable table = tableAt(TableKind::kCapacity, row, first, last);
        headings_.push_back(
            {sheetRow(row), heading->row, first_column_ + first, first_column_ + last - 1});
        table.columns = heading->columns;
        table.heading = std::move(*heading);
        found_.push_back(std::move(table));
        return true;
    }

    // A title above capacity may say its unit or year; then the table begins there, and its columns
    // are those that it makes. The row of the sheet in which the table begins.
    [[nodiscard]] std::int32_t lookAbove(std::int32_t row, std::int32_t first, std::int32_t end,
                                         HeadingRow& heading) const {
        const auto from = [&](std::int32_t top) -> std::optional<HeadingRow> {
            const Grid grid = part(top, std::min(row_count_, row + kRowsOfHeading), first, end);
            auto found = findHeadingRow(TableKind::kCapacity, grid, context_);
            auto* seen = std::get_if<HeadingRow>(&found);
            return seen != nullptr && seen->row == heading.row ? std::optional{std::move(*seen)}
                                                               : std::nullopt;
        };
        const std::int32_t top = std::max(0, row - kRowsAbove);
        const auto most = top < row ? from(top) : std::nullopt;
        if (!most || isSame(most->columns, heading.columns)) {
            return sheetRow(row);
        }
        for (std::int32_t above = row - 1; above >= top; --above) {
            if (auto seen = from(above); seen && isSame(seen->columns, most->columns)) {
                heading = std::move(*seen);
                return sheetRow(above);
            }
        }
        return sheetRow(row);
    }

    // "Available hours" or "Required hours" in a row of its own above the headings, else the name of
    // the sheet.
    [[nodiscard]] std::int32_t titleWorth(std::int32_t row, std::int32_t first,
                                          std::int32_t end) const {
        constexpr std::int32_t kRowsToTitle = 3;
        const auto worth = [](std::string_view title) {
            const auto measure = measureNamed(headingWithUnit(title).plain);
            return measure == CapacityWord::kOtherMeasure ? -1 : speaksOfCapacity(title) ? 1 : 0;
        };
        for (std::int32_t above = row - 1; above >= std::max(0, row - kRowsToTitle); --above) {
            std::int32_t filled = 0;
            std::string_view title;
            for (std::int32_t column = first; column < end; ++column) {
                filled += isBlankAt(above, column) ? 0 : 1;
                title = title.empty() ? at(above, column).text() : title;
            }
            if (filled > 1) {
                break;
            }
            if (const std::int32_t said = title.empty() ? 0 : worth(title); said != 0) {
                return said;
            }
        }
        return worth(sheet_name_);
    }

    static bool isSame(std::span<const Column> left, std::span<const Column> right) {
        return std::ranges::equal(left, right, [](const Column& one, const Column& other) {
            return one.column == other.column && one.role == other.role &&
                   one.period_start == other.period_start && one.resource == other.resource &&
                   one.reading == other.reading;
        });
    }

    [[nodiscard]] FoundTable tableAt(TableKind kind, std::int32_t row, std::int32_t first,
                                     std::int32_t end) const {
        const std::int32_t sheet_row = sheetRow(row);
        return emptyTable(kind,
                          {sheet_row, sheet_row, first_column_ + first, first_column_ + end - 1});
    }

    static std::pair<std::int32_t, std::int32_t> spanOf(const FoundTable& table) {
        const auto [least, most] = std::ranges::minmax(table.columns, {}, &Column::column);
        return {least.column, most.column};
    }

    // Several kinds in one run of headings: cut between them where they stand beside each other.
    static void separate(std::vector<FoundTable>& tables) {
        if (tables.size() < 2) {
            return;
        }
        std::ranges::sort(tables, {}, [](const FoundTable& table) { return spanOf(table).first; });
        for (std::size_t i = 1; i < tables.size();) {
            FoundTable& left = tables[i - 1];
            FoundTable& right = tables[i];
            if (spanOf(left).second < spanOf(right).first) {
                left.range.last_column = spanOf(right).first - 1;
                right.range.first_column = spanOf(right).first;
            } else if (const auto worth =
                           [](const FoundTable& table) {
                               return std::pair{table.to_ask.empty(), table.columns.size()};
                           };
                       worth(left) != worth(right)) {
                tables.erase(tables.begin() +
                             static_cast<std::ptrdiff_t>(worth(left) < worth(right) ? i - 1 : i));
                continue;
            }
            ++i;
        }
    }

    void addOtherColumns(FoundTable& table, std::int32_t row, std::int32_t first,
                         std::int32_t end) const {
        for (std::int32_t column = first; column < end; ++column) {
            const bool is_recognised = std::ranges::find(table.columns, first_column_ + column,
                                                         &Column::column) != table.columns.end();
            if (!is_recognised && !isBlankAt(row, column)) {
                table.other_columns.push_back(tidyName(seenText(at(row, column))));
            }
        }
    }

    [[nodiscard]] std::vector<Column> namedIn(TableKind kind, std::int32_t row, std::int32_t first,
                                              std::int32_t end) const {
        std::vector<Column> columns;
        for (const ColumnMatch& match : matchIn(kind, row, first, end).columns) {
            if (match.role && isPlanned(*match.role)) {
                columns.push_back({match.column, *match.role, {}, match.heading});
            }
        }
        return columns;
    }

    // The headings of the row that has most of them.
    std::vector<Column> mostNamed(TableKind kind) {
        std::vector<Column> most;
        for (std::int32_t row = 0; row < std::min(row_count_, kHeadingSearchRows); ++row) {
            std::vector<Column> columns = namedIn(kind, row, 0, column_count_);
            if (columns.size() > most.size()) {
                most = std::move(columns);
            }
        }
        return most;
    }

    // A table with the periods or the resources across has other headings than a long one.
    static std::vector<ColumnRole> missingIn(TableKind kind, const FoundTable& table) {
        const bool is_wide = std::ranges::any_of(table.columns, [](const Column& column) {
            return column.role == ColumnRole::kPeriodStart ||
                   column.role == ColumnRole::kResourceHours || column.role == ColumnRole::kPerson;
        });
        std::vector<ColumnRole> missing =
            is_wide ? std::vector<ColumnRole>{} : missingRoles(kind, table.columns);
        std::erase_if(missing, [&](ColumnRole role) {
            return std::ranges::find(table.to_ask, role) != table.to_ask.end();
        });
        return missing;
    }

    void addBeginning(std::int32_t row, std::int32_t first, std::int32_t end) {
        for (const TableKind kind : kHeadedKinds) {
            FoundTable table = tableAt(kind, row, first, end);
            table.columns = namedIn(kind, row, first, end);
            table.missing = missingIn(kind, table);
            if (table.missing.size() + 2 <= neededRoles(kind).size()) {
                addOtherColumns(table, row, first, end);
                found_.push_back(std::move(table));
            }
        }
    }

    void dropBeginningsInsideTables() {
        std::erase_if(found_, [&](const FoundTable& table) {
            return !table.isComplete() && std::ranges::any_of(found_, [&](const FoundTable& whole) {
                return whole.isComplete() &&
                       whole.range.meets({table.range.first_row, table.range.first_row,
                                          table.range.first_column, table.range.last_column});
            });
        });
    }

    const ReadingContext& context_;
    std::size_t index_;
    std::vector<FoundTable> found_;
    std::vector<CellBlock> headings_; // rows of headings, from the first to the last
    std::string folded_;
};

} // namespace

bool FoundTable::isWide() const {
    return std::ranges::find(columns, ColumnRole::kPeriodStart, &Column::role) != columns.end();
}

std::vector<FoundTable> findTables(std::span<const SheetCells> sheets,
                                   const ReadingContext& context, std::int32_t rows_of_a_sheet) {
    std::vector<FoundTable> tables;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        std::ranges::move(SheetSearch{sheets[i], i, context, rows_of_a_sheet}.run(),
                          std::back_inserter(tables));
    }
    return tables;
}

FoundTable tableIn(TableKind kind, const SheetCells& cells, const CellBlock& range,
                   const ReadingContext& context) {
    return SheetSearch{cells, 0, context, range.last_row + 1}.only(kind, range);
}

std::vector<std::size_t> bestTables(std::span<const FoundTable> tables, TableKind kind) {
    // All periods of a wide table together count as the Period and Capacity of a long one.
    const auto worth = [](const FoundTable& table) {
        const std::size_t columns =
            table.isWide() ? neededRoles(table.kind).size() : table.columns.size();
        return std::tuple(table.row_count > 0, table.title_worth, table.to_ask.empty(), columns);
    };
    std::vector<std::size_t> best;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (tables[i].kind != kind || !tables[i].isComplete()) {
            continue;
        }
        if (!best.empty() && worth(tables[best.front()]) < worth(tables[i])) {
            best.clear();
        }
        if (best.empty() || worth(tables[best.front()]) == worth(tables[i])) {
            best.push_back(i);
        }
    }
    return best;
}

} // namespace keepable::tables
