// SPDX-License-Identifier: MPL-2.0
#include "tables/period_row.hpp"

#include "tables/cell_value.hpp"
#include "tables/names.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace keepable::tables {

using planning::Day;
using enum CapacityWord;

namespace {

PeriodAndMeasure readHeading(const Cell& cell, const PeriodReader& periods) {
    PeriodAndMeasure heading;
    heading.period = periods.read(cell);
    if (heading.period || cell.kind() != CellKind::kText || cell.text().size() > 64) {
        return heading;
    }
    const HeadingWithUnit parts = headingWithUnit(cell.text());
    std::string_view plain = parts.plain;
    if (parts.unit != AmountUnit::kAsRead) {
        heading.period = periods.read(plain);
        heading.unit = parts.unit;
    }
    const std::size_t space = plain.find_last_of(" (");
    if (heading.period || space == std::string_view::npos) {
        return heading;
    }
    std::string last = plainWord(plain.substr(space + 1));
    while (last.ends_with(')')) {
        last.pop_back();
    }
    heading.measure = measureNamed(last);
    if (heading.measure) {
        std::string_view rest = plain.substr(0, space);
        while (rest.ends_with(' ') || rest.ends_with('-') || rest.ends_with(':')) {
            rest.remove_suffix(1);
        }
        heading.period = periods.read(rest);
    }
    if (!heading.period) {
        return {};
    }
    return heading;
}

bool isWeekWord(std::string_view plain) {
    constexpr std::array kWords{"week",    "weeks", "kw",         "kalenderwoche",
                                "woche",   "cw",    "wk",         "calendar week",
                                "semaine", "sem",   "settimana",  "semana",
                                "weeknr",  "wknr",  "weeknummer", "week no"};
    return std::ranges::find(kWords, plain) != kWords.end();
}

// Plain numbers behind the word Week, or days below a month, as far as they go on counting.
void addWeekNumbers(const Grid& grid, std::int32_t row, PeriodRow& periods) {
    constexpr int kMostWeeks = 53;
    if (!periods.empty()) {
        return;
    }
    bool is_counting = false;
    for (std::int32_t column = 0; column < grid.columnCount(); ++column) {
        const Cell& at = grid.at(row, column);
        if (at.kind() == CellKind::kText) {
            is_counting = is_counting || isWeekWord(plainWord(at.text()));
            continue;
        }
        const double number = at.number();
        if (!is_counting || at.kind() != CellKind::kNumber || number < 1 || number > kMostWeeks ||
            number != static_cast<int>(number)) {
            continue;
        }
        PeriodText week;
        week.kind = PeriodKind::kWeek;
        week.number = static_cast<int>(number);
        periods[column].heading.period = week;
    }
}

} // namespace

PeriodRow periodsIn(const Grid& grid, std::int32_t row, const PeriodReader& reader) {
    PeriodRow periods;
    for (std::int32_t column = 0; column < grid.columnCount(); ++column) {
        PeriodAndMeasure heading = readHeading(grid.at(row, column), reader);
        if (isStart(heading.period)) {
            periods[column] = {heading, {}};
        }
    }
    addWeekNumbers(grid, row, periods);
    std::erase_if(periods, [&](const auto& entry) {
        const PeriodText& text = *entry.second.heading.period;
        return !text.hasYear() && std::ranges::none_of(periods, [&](const auto& other) {
            return other.first != entry.first && other.second.heading.period->kind == text.kind;
        });
    });
    return periods;
}

std::string headingOf(const Cell& cell) {
    return cell.kind() == CellKind::kText ? tidyName(cell.text()) : seenText(cell);
}

bool isStart(const std::optional<PeriodText>& text) {
    return text && text->kind != PeriodKind::kQuarter && text->kind != PeriodKind::kYear;
}

std::optional<CapacityWord> measureNamed(std::string_view plain) {
    for (const CapacityWord word : {kCapacity, kOtherMeasure, kRemark, kTotal}) {
        if (means(plain, word)) {
            return word;
        }
    }
    return std::nullopt;
}

bool isResourceWord(const Cell& cell) {
    if (cell.kind() != CellKind::kText) {
        return false;
    }
    const std::string plain = headingWithUnit(cell.text()).plain;
    return means(plain, kResource) || means(plain, kGroup);
}

bool isHeadingWord(const Cell& cell) {
    const std::string plain = headingWithUnit(cell.text()).plain;
    return isResourceWord(cell) || means(plain, kUnit) || means(plain, kRemark) ||
           means(plain, kPeriod) || means(plain, kCapacity);
}

std::string targetBesideActual(const Grid& grid, std::int32_t first_row, std::int32_t last_row) {
    constexpr auto kTargets = std::to_array<std::string_view>({"soll", "target", "plan"});
    constexpr auto kActuals = std::to_array<std::string_view>({"ist", "actual"});
    bool has_actual = false;
    std::string target;
    for (std::int32_t row = first_row; row <= last_row; ++row) {
        for (std::int32_t column = 0; column < grid.columnCount(); ++column) {
            const std::string plain = headingWithUnit(grid.at(row, column).text()).plain;
            if (means(plain, kCapacity)) {
                return {};
            }
            has_actual = has_actual || std::ranges::find(kActuals, plain) != kActuals.end();
            target = std::ranges::find(kTargets, plain) != kTargets.end() ? plain : target;
        }
    }
    return has_actual ? target : std::string{};
}

bool isNearlyEven(std::span<const std::optional<Day>> starts, std::int32_t longest) {
    std::optional<Day> before;
    for (const auto& start : starts) {
        if (!start) {
            continue;
        }
        if (before && (*start <= *before || *start - *before > longest)) {
            return false;
        }
        before = start;
    }
    return true;
}

bool hasAscent(std::vector<std::optional<Day>> starts, std::int32_t longest) {
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts.size() > 1 && isNearlyEven(starts, longest);
}

} // namespace keepable::tables
