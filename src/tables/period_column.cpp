// SPDX-License-Identifier: MPL-2.0
#include "tables/period_column.hpp"

#include "tables/capacity_words.hpp"
#include "tables/names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace keepable::tables {

using planning::Day;

PeriodColumnReader::PeriodColumnReader(const Table& table, const CellReader& reader,
                                       const ReadingContext& context, Day as_of)
    : table_(table), reader_(reader), periods_(context), as_of_(as_of) {}

const Cell& PeriodColumnReader::at(std::size_t row, std::size_t column) const {
    return table_.body.at(static_cast<std::int32_t>(row), static_cast<std::int32_t>(column));
}

PeriodColumn PeriodColumnReader::readNumbers(std::size_t column, std::size_t year_column) const {
    constexpr auto kMonths =
        std::to_array<std::string_view>({"month", "monat", "mois", "mes", "mese", "maand"});
    const std::string word = plainWord(table_.heading.columns[column].heading);
    const bool are_months = std::ranges::find(kMonths, word) != kMonths.end();
    PeriodColumn periods;
    periods.starts.resize(static_cast<std::size_t>(table_.body.rowCount()));
    for (std::size_t row = 0; row < periods.starts.size(); ++row) {
        const auto number = reader_.wholeNumber(at(row, column), 1, 53);
        const auto year = reader_.wholeNumber(at(row, year_column), 1990, 2199);
        if (number.isRead() && year.isRead()) {
            periods.starts[row] = are_months ? planning::dayFromCivil(year.value, number.value, 1)
                                             : weekStart(year.value, number.value);
        }
    }
    return periods;
}

PeriodColumn PeriodColumnReader::read(std::size_t column,
                                      std::optional<std::size_t> name_column) const {
    PeriodColumn periods;
    periods.starts.resize(static_cast<std::size_t>(table_.body.rowCount()));
    bool is_plain = true;
    for (std::size_t row = 0; row < periods.starts.size(); ++row) {
        const Cell& cell = at(row, column);
        std::optional<Day>& start = periods.starts[row];
        if (cell.kind() == CellKind::kNumber) {
            const auto day = reader_.day(cell);
            start = day.isRead() ? std::optional{day.value} : std::nullopt;
        } else if (cell.kind() == CellKind::kText) {
            start = planning::dayFromIso(cell.text());
            if (start < planning::kFirstDay) {
                start.reset();
                is_plain = false;
            }
        }
    }
    if (!is_plain) {
        readWords(column, name_column, periods);
    }
    return periods;
}

// Text that is not ISO.
void PeriodColumnReader::readWords(std::size_t column, std::optional<std::size_t> name_column,
                                   PeriodColumn& periods) const {
    Texts texts(periods.starts.size());
    for (std::size_t row = 0; row < texts.size(); ++row) {
        if (!isBlank(at(row, column))) {
            texts[row] = periods_.read(at(row, column));
        }
    }
    const Column& heading = table_.heading.columns[column];
    const DateOrder order =
        heading.reading.date_order.value_or(orderOf(texts).value_or(periods_.localeOrder()));
    std::optional<Day> near;
    for (const Rows& run : runsOf(column, name_column)) {
        readRun(run, texts, order, near, heading.period_start, periods);
    }
}

// The one that begins first comes first.
std::vector<PeriodColumnReader::Rows>
PeriodColumnReader::runsOf(std::size_t column, std::optional<std::size_t> name_column) const {
    std::map<std::string, Rows, std::less<>> rows_of;
    std::string scratch;
    const auto row_count = static_cast<std::size_t>(table_.body.rowCount());
    for (std::size_t row = 0; row < row_count; ++row) {
        if (isBlank(at(row, column))) {
            continue;
        }
        std::string name;
        if (name_column && !isBlank(at(row, *name_column))) {
            name = foldedName(nameIn(at(row, *name_column), scratch));
        }
        rows_of[name].push_back(row);
    }
    std::vector<Rows> runs;
    runs.reserve(rows_of.size());
    for (auto& [name, rows] : rows_of) {
        runs.push_back(std::move(rows));
    }
    std::ranges::sort(runs);
    return runs;
}

void PeriodColumnReader::readRun(const Rows& run, const Texts& texts, DateOrder order,
                                 std::optional<Day>& near, Day year_above,
                                 PeriodColumn& periods) const {
    Texts of_run;
    of_run.reserve(run.size());
    for (const std::size_t row : run) {
        of_run.push_back(texts[row]);
    }
    std::vector<YearAbove> above(run.size());
    if (year_above != Day{}) {
        const auto first =
            std::ranges::find_if(of_run, [](const auto& text) { return text && !text->hasYear(); });
        if (first != of_run.end()) {
            above[static_cast<std::size_t>(first - of_run.begin())].year =
                std::stoi(planning::isoText(year_above));
        }
    }
    const PeriodRun found = resolvePeriods(of_run, above, order, as_of_, near);
    for (std::size_t i = 0; i < run.size(); ++i) {
        const auto& day = found.starts[i];
        std::optional<Day>& start = periods.starts[run[i]];
        start = day ? day : start; // a number is a date of any age
        near = !near && day ? day : near;
    }
    if (found.assumed_year && found.starts[*found.assumed_year]) {
        periods.assumed[run[*found.assumed_year]] = *found.starts[*found.assumed_year];
    }
}

} // namespace keepable::tables
