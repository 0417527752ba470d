// SPDX-License-Identifier: MPL-2.0
#include "tables/capacity_layout.hpp"

#include "tables/capacity_words.hpp"
#include "tables/cell_value.hpp"
#include "tables/names.hpp"
#include "tables/number_text.hpp"
#include "tables/period_row.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace keepable::tables {

using enum CapacityWord;

namespace {

constexpr std::size_t kMostHeadingBytes = 128;

} // namespace

// One row's headings, folded once.
struct CapacityLayouts::Row {
    std::int32_t row = 0;
    std::vector<HeadingWithUnit> words; // by grid column; empty for what is no text

    [[nodiscard]] bool has(CapacityWord meaning) const {
        return find(meaning) != static_cast<std::int32_t>(words.size());
    }
    [[nodiscard]] bool is(std::int32_t column, CapacityWord meaning) const {
        const std::string& plain = words[static_cast<std::size_t>(column)].plain;
        return !plain.empty() && means(plain, meaning);
    }
    // The first from a column on; as many as columns where there is none.
    [[nodiscard]] std::int32_t find(CapacityWord meaning, std::int32_t from = 0) const {
        const auto end = static_cast<std::int32_t>(words.size());
        while (from < end && !is(from, meaning)) {
            ++from;
        }
        return from;
    }
};

CapacityLayouts::CapacityLayouts(const Grid& top, const ReadingContext& context)
    : top_(top), context_(context), periods_(context) {}

CapacityLayouts::Row CapacityLayouts::rowOf(std::int32_t row) const {
    Row made{row, std::vector<HeadingWithUnit>(static_cast<std::size_t>(top_.columnCount()))};
    for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
        const Cell& here = cell(row, column);
        if (here.kind() == CellKind::kText && here.text().size() <= kMostHeadingBytes) {
            made.words[static_cast<std::size_t>(column)] = headingWithUnit(here.text());
        }
    }
    return made;
}

std::optional<CapacityLayout> CapacityLayouts::at(std::int32_t row,
                                                  std::span<const UnreadHeading> reported) const {
    const Row headings = rowOf(row);
    auto by_people = people(headings);
    if (by_people && by_people->is_certain) {
        return by_people;
    }
    if (auto found = longTable(headings)) {
        return found;
    }
    if (auto found = resourcesAcross(headings)) {
        return found;
    }
    auto across = periodsAcross(row, reported);
    return across ? across : by_people;
}

std::optional<CapacityLayout> CapacityLayouts::people(const Row& row) const {
    const std::int32_t end = top_.columnCount();
    const bool in_days = !row.has(kHoursPerWeek);
    const std::int32_t hours = row.find(in_days ? kDaysPerWeek : kHoursPerWeek);
    if (hours == end) {
        return std::nullopt;
    }
    std::int32_t role = end;
    for (const CapacityWord meaning : {kRole, kResource, kGroup}) {
        role = role == end ? row.find(meaning) : role;
    }
    if (role == end) {
        return std::nullopt;
    }
    CapacityLayout layout;
    layout.row = row.row;
    layout.first_row = row.row;
    const std::int32_t person = row.find(kPerson);
    layout.is_certain = person != end;
    const std::int32_t absence = row.find(kAbsence);
    const std::int32_t until = row.find(kAbsentUntil);
    for (std::int32_t column = 0; column < end; ++column) {
        std::optional<ColumnRole> meaning;
        if (column == role) {
            meaning = ColumnRole::kResource;
        } else if (column == person) {
            meaning = ColumnRole::kPerson;
        } else if (column == hours) {
            meaning = ColumnRole::kHoursPerWeek;
        } else if (column == absence || (column == until && absence < until)) {
            meaning = ColumnRole::kAbsence;
        }
        if (meaning) {
            layout.columns.push_back(
                {sheetColumn(column), *meaning, {}, headingOf(cell(row.row, column))});
            if (column == hours && in_days) {
                layout.columns.back().reading.unit = AmountUnit::kDays;
            }
        }
    }
    return layout;
}

std::optional<CapacityLayout> CapacityLayouts::longTable(const Row& row) const {
    const std::int32_t end = top_.columnCount();
    std::int32_t resource = row.find(kResource);
    resource = resource == end ? row.find(kGroup) : resource;
    const std::int32_t capacity = row.find(kCapacity);
    std::int32_t period = row.find(kPeriod);
    while (period < end &&
           (period == resource || period == capacity || !hasPeriodsBelow(row.row, period, 1))) {
        period = row.find(kPeriod, period + 1);
    }
    std::int32_t year = end;
    if (period == end) {
        std::tie(period, year) = periodAndYear(row);
    }
    if (resource == end || capacity == end || period == end || resource == capacity) {
        return std::nullopt;
    }
    CapacityLayout layout;
    layout.row = row.row;
    layout.first_row = row.row;
    for (std::int32_t column = 0; column < end; ++column) {
        const auto add = [&](ColumnRole role) {
            layout.columns.push_back(
                {sheetColumn(column), role, {}, headingOf(cell(row.row, column))});
        };
        if (column == resource) {
            add(ColumnRole::kResource);
        } else if (column == period) {
            add(ColumnRole::kPeriod);
        } else if (column == year) {
            add(ColumnRole::kPeriodYear);
        } else if (column == capacity) {
            add(ColumnRole::kCapacity);
        } else if (row.is(column, kCapacity)) {
            layout.unread.push_back(
                {row.row, sheetColumn(column), "column " + columnLetters(sheetColumn(column)),
                 seenText(cell(row.row, column)), "the only capacity of its period"});
        } else if (row.is(column, kOtherMeasure) && !row.is(column, kOvertime)) {
            layout.ignored.push_back({sheetColumn(column), headingOf(cell(row.row, column)),
                                      "another measure than capacity"});
        }
    }
    complete(row.row, layout.columns);
    return layout;
}

// Weeks or months as numbers, beside a column with their years; as many as columns where there are
// none.
std::pair<std::int32_t, std::int32_t> CapacityLayouts::periodAndYear(const Row& row) const {
    constexpr auto kYears =
        std::to_array<std::string_view>({"year", "yr", "jahr", "annee", "ano", "anno", "jaar"});
    constexpr int kMostWeeks = 53;
    const std::int32_t end = top_.columnCount();
    std::int32_t year = 0;
    while (year < end &&
           (std::ranges::find(kYears, row.words[static_cast<std::size_t>(year)].plain) ==
                kYears.end() ||
            !hasNumbersBelow(row.row, year, 1990, 2199))) {
        ++year;
    }
    std::int32_t period = row.find(kPeriod);
    while (period < end && !hasNumbersBelow(row.row, period, 1, kMostWeeks)) {
        period = row.find(kPeriod, period + 1);
    }
    return year < end && period < end ? std::pair{period, year} : std::pair{end, end};
}

// Whole numbers alone, of a range.
bool CapacityLayouts::hasNumbersBelow(std::int32_t row, std::int32_t column, int least,
                                      int most) const {
    std::int32_t numbers = 0;
    const std::int32_t end = std::min(top_.rowCount(), row + 1 + kRowsSampled);
    for (std::int32_t below = row + 1; below < end; ++below) {
        const Cell& here = cell(below, column);
        if (isBlank(here)) {
            continue;
        }
        const double number = here.number();
        if (here.kind() != CellKind::kNumber || number < least || number > most ||
            number != static_cast<int>(number)) {
            return false;
        }
        ++numbers;
    }
    return numbers > 0;
}

void CapacityLayouts::complete(std::int32_t row, std::vector<Column>& columns) const {
    const Row headings = rowOf(row);
    const auto role_of = [&](std::int32_t sheet_column) {
        return std::ranges::find(columns, sheet_column, &Column::column);
    };
    for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
        const auto known = role_of(sheetColumn(column));
        if (known != columns.end() && known->role == ColumnRole::kCapacity) {
            const AmountUnit unit = headings.words[static_cast<std::size_t>(column)].unit;
            known->reading.unit = unit != AmountUnit::kAsRead ? unit : unitAbove(row);
        } else if (known != columns.end() && known->role == ColumnRole::kPeriod) {
            if (const auto year = yearInTitles(row)) {
                known->period_start = planning::dayFromCivil(*year, 1, 1).value();
            }
        }
    }
    const auto add_known = [&](CapacityWord word, ColumnRole role) {
        const std::int32_t column = headings.find(word);
        const bool is_there = std::ranges::find(columns, role, &Column::role) != columns.end();
        if (column < top_.columnCount() && !is_there &&
            role_of(sheetColumn(column)) == columns.end()) {
            columns.push_back({sheetColumn(column), role, {}, headingOf(cell(row, column))});
            columns.back().reading.unit = headings.words[static_cast<std::size_t>(column)].unit;
        }
    };
    add_known(kOvertime, ColumnRole::kOvertime);
    add_known(kOvertimeCost, ColumnRole::kOvertimeCost);
    std::ranges::sort(columns, {}, &Column::column);
    const std::int32_t unit = headings.find(kUnit);
    if (unit < top_.columnCount() && role_of(sheetColumn(unit)) == columns.end() &&
        hasUnitsBelow(row, unit)) {
        columns.push_back({sheetColumn(unit), ColumnRole::kUnit, {}, headingOf(cell(row, unit))});
        std::ranges::sort(columns, {}, &Column::column);
    }
}

// The columns below a word for Period that hold periods; without such a word, the first that does.
std::vector<std::int32_t> CapacityLayouts::periodColumns(const Row& row) const {
    constexpr std::int32_t kLeastWithoutWord = 3;
    std::vector<std::int32_t> columns;
    const std::int32_t end = top_.columnCount();
    for (std::int32_t column = row.find(kPeriod); column < end;
         column = row.find(kPeriod, column + 1)) {
        if (hasPeriodsBelow(row.row, column, 1) &&
            (columns.empty() || columns.back() + 1 < column)) {
            columns.push_back(column);
        }
    }
    if (columns.empty() && row.row + 1 < top_.rowCount()) {
        std::int32_t first = 0;
        while (first < end && isBlank(cell(row.row + 1, first))) {
            ++first;
        }
        if (first < end && isBlank(cell(row.row, first)) &&
            hasPeriodsBelow(row.row, first, kLeastWithoutWord)) {
            columns.push_back(first);
        }
    }
    return columns;
}

std::optional<CapacityLayout> CapacityLayouts::resourcesAcross(const Row& row) const {
    if (row.has(kResource) || isBlankBelow(row.row)) {
        return std::nullopt;
    }
    const std::vector<std::int32_t> periods = periodColumns(row);
    if (periods.empty()) {
        return std::nullopt;
    }
    CapacityLayout layout;
    const std::int32_t names = namesBelow(row.row, periods);
    const Row below = rowOf(names);
    layout.row = names;
    layout.first_row = row.row;
    const AmountUnit unit_above = unitAbove(row.row);
    const auto year = yearInTitles(row.row);
    std::size_t resources = 0;
    bool has_measure = false;
    for (std::size_t block = 0; block < periods.size(); ++block) {
        const std::int32_t first = periods[block];
        const std::int32_t end =
            block + 1 < periods.size() ? periods[block + 1] : top_.columnCount();
        Column period{sheetColumn(first), ColumnRole::kPeriod, {}, headingOf(cell(row.row, first))};
        if (year) {
            period.period_start = planning::dayFromCivil(*year, 1, 1).value();
        }
        layout.columns.push_back(std::move(period));
        for (std::int32_t column = first + 1; column < end; ++column) {
            const bool is_below = !below.words[static_cast<std::size_t>(column)].plain.empty();
            const Row& headed = is_below ? below : row;
            const HeadingWithUnit& word = headed.words[static_cast<std::size_t>(column)];
            if (word.plain.empty()) {
                continue;
            }
            const Cell& heading = cell(headed.row, column);
            const bool is_unit = unitNamed(word.plain) != AmountUnit::kAsRead;
            const auto measure = is_unit ? std::optional{kCapacity} : measureNamed(word.plain);
            if ((measure && *measure != kCapacity) || headed.is(column, kPeriod) ||
                headed.is(column, kUnit)) {
                layout.ignored.push_back(
                    {sheetColumn(column), headingOf(heading), "no name of a resource"});
                continue;
            }
            Column made{sheetColumn(column), ColumnRole::kResourceHours, {}, headingOf(heading)};
            made.reading.unit = is_unit ? unitNamed(word.plain) : word.unit;
            if (made.reading.unit == AmountUnit::kAsRead) {
                made.reading.unit = unit_above;
            }
            if (measure) {
                const auto name = nameAbove(row.row, first, end);
                if (!name) {
                    return std::nullopt;
                }
                made.resource = *name;
                has_measure = true;
                layout.first_row = std::max(0, row.row - 2);
            } else if (!hasAmountsBelow(names, column)) {
                continue; // a remark
            } else {
                made.resource =
                    word.unit == AmountUnit::kAsRead
                        ? made.heading
                        : tidyName(made.heading.substr(0, made.heading.find_last_of("([")));
            }
            layout.columns.push_back(std::move(made));
            ++resources;
        }
    }
    if (resources == 0 || (resources == 1 && !has_measure && !isAboutCapacity(row.row))) {
        return std::nullopt;
    }
    layout.is_certain = has_measure ? periods.size() > 1 : isAboutCapacity(row.row);
    return layout;
}

// The row of the resources' names, where the headings above them are groups: halls over machines.
std::int32_t CapacityLayouts::namesBelow(std::int32_t row,
                                         std::span<const std::int32_t> periods) const {
    constexpr std::int32_t kLeastNames = 2;
    if (row + 2 >= top_.rowCount()) {
        return row;
    }
    std::int32_t names = 0;
    for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
        const Cell& here = cell(row + 1, column);
        const bool is_period = std::ranges::find(periods, column) != periods.end();
        if (!isBlank(here) && (is_period || here.kind() != CellKind::kText)) {
            return row;
        }
        names += isBlank(here) ? 0 : 1;
    }
    return names >= kLeastNames ? row + 1 : row;
}

// The name above a group of columns: "Line 1" above Week and Hours; no title, year or unit.
std::optional<std::string> CapacityLayouts::nameAbove(std::int32_t row, std::int32_t first,
                                                      std::int32_t end) const {
    constexpr std::int32_t kRowsToName = 2;
    for (std::int32_t above = row - 1; above >= std::max(0, row - kRowsToName); --above) {
        for (std::int32_t column = first; column < end; ++column) {
            const Cell& here = cell(above, column);
            if (here.kind() != CellKind::kText || isBlank(here)) {
                continue;
            }
            const bool is_title = speaksOfCapacity(here.text()) || periods_.read(here) ||
                                  unitNamed(plainWord(here.text())) != AmountUnit::kAsRead;
            return is_title ? std::nullopt : std::optional{tidyName(here.text())};
        }
    }
    return std::nullopt;
}

bool CapacityLayouts::hasPeriodsBelow(std::int32_t row, std::int32_t column,
                                      std::int32_t least) const {
    std::int32_t periods = 0;
    std::int32_t others = 0;
    const std::int32_t end = std::min(top_.rowCount(), row + 1 + kRowsSampled);
    for (std::int32_t below = row + 1; below < end; ++below) {
        const Cell& here = cell(below, column);
        if (!isBlank(here)) {
            (isStart(periods_.read(here)) ? periods : others) += 1;
        }
    }
    return periods >= least && periods >= others;
}

bool CapacityLayouts::hasAmountsBelow(std::int32_t row, std::int32_t column) const {
    std::int32_t amounts = 0;
    std::int32_t others = 0;
    const std::int32_t end = std::min(top_.rowCount(), row + 1 + kRowsSampled);
    for (std::int32_t below = row + 1; below < end; ++below) {
        const Cell& here = cell(below, column);
        if (isBlank(here)) {
            continue;
        }
        const bool is_amount = here.kind() == CellKind::kNumber ||
                               (here.kind() == CellKind::kText &&
                                readNumberText(here.text(), context_.locale).has_value());
        (is_amount ? amounts : others) += 1;
    }
    return amounts > 0 && amounts >= others;
}

bool CapacityLayouts::hasUnitsBelow(std::int32_t row, std::int32_t column) const {
    const std::int32_t end = std::min(top_.rowCount(), row + 1 + kRowsSampled);
    for (std::int32_t below = row + 1; below < end; ++below) {
        const Cell& here = cell(below, column);
        if (here.kind() == CellKind::kText &&
            unitNamed(plainWord(here.text())) != AmountUnit::kAsRead) {
            return true;
        }
    }
    return false;
}

bool CapacityLayouts::isBlankBelow(std::int32_t row) const {
    if (row + 1 >= top_.rowCount()) {
        return true;
    }
    for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
        if (!isBlank(cell(row + 1, column))) {
            return false;
        }
    }
    return true;
}

AmountUnit CapacityLayouts::unitAbove(std::int32_t row) const {
    for (std::int32_t above = row - 1; above >= std::max(0, row - kRowsAbove); --above) {
        std::int32_t filled = 0;
        for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
            filled += isBlank(cell(above, column)) ? 0 : 1;
        }
        for (std::int32_t column = 0; filled == 1 && column < top_.columnCount(); ++column) {
            const Cell& here = cell(above, column);
            if (here.kind() != CellKind::kText || here.text().size() > kMostHeadingBytes) {
                continue;
            }
            const HeadingWithUnit title = headingWithUnit(here.text());
            AmountUnit unit =
                title.unit != AmountUnit::kAsRead ? title.unit : unitNamed(title.plain);
            unit = unit == AmountUnit::kAsRead && speaksOfPersonDays(here.text())
                       ? AmountUnit::kDays
                       : unit;
            if (unit != AmountUnit::kAsRead) {
                return unit;
            }
        }
    }
    return AmountUnit::kAsRead;
}

std::optional<int> CapacityLayouts::yearInTitles(std::int32_t row) const {
    for (std::int32_t above = row - 1; above >= std::max(0, row - kRowsAbove); --above) {
        for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
            if (const auto year = yearIn(cell(above, column))) {
                return year;
            }
        }
    }
    return yearIn(std::string_view{top_.sheet});
}

bool CapacityLayouts::isAboutCapacity(std::int32_t row) const {
    if (speaksOfCapacity(top_.sheet)) {
        return true;
    }
    for (std::int32_t above = row; above >= std::max(0, row - kRowsAbove); --above) {
        for (std::int32_t column = 0; column < top_.columnCount(); ++column) {
            const Cell& here = cell(above, column);
            if (here.kind() == CellKind::kText && speaksOfCapacity(here.text())) {
                return true;
            }
        }
    }
    return false;
}

} // namespace keepable::tables
