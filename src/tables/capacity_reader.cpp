// SPDX-License-Identifier: MPL-2.0
#include "tables/capacity_reader.hpp"

#include "tables/capacity_words.hpp"
#include "tables/names.hpp"
#include "tables/period_heading.hpp"
#include "tables/period_run.hpp"
#include "tables/table_problems.hpp"
#include "tables/unit_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace keepable::tables {

using planning::Day;
using planning::DaySpan;
using planning::Hours;

namespace {

constexpr std::string_view kExpectsResource = "the name of a resource";
constexpr std::string_view kExpectsHours = "a number of hours of at least 0";
constexpr std::string_view kExpectsPeriod = "a date, the first day of a period";
constexpr std::string_view kExpectsAbsence = "a date or span of dates of absence";

constexpr std::size_t kWeeks = 53;
constexpr int kDaysOfWeek = 7;
constexpr int kWorkingDaysOfWeek = 5;
constexpr std::int32_t kWeeksAsDays = static_cast<std::int32_t>(kWeeks) * kDaysOfWeek;

// Which of a week's working days somebody is away, Monday first.
using AwayDays = std::array<std::uint8_t, kWeeks>;

Day mondayOf(Day day) {
    return day - static_cast<int>(planning::weekdayOf(day));
}

int count(std::uint8_t days) {
    int set = 0;
    for (; days != 0; days &= static_cast<std::uint8_t>(days - 1)) {
        ++set;
    }
    return set;
}

class CapacityReader {
  public:
    CapacityReader(const Table& table, const CellReader& reader, NameList& resources,
                   const CapacityReading& reading)
        : table_(table), reader_(reader), resources_(resources), reading_(reading),
          periods_(reading.context), problems_(TableKind::kCapacity, table), columns_(table) {
        for (std::size_t column = 0; column < table.heading.columns.size(); ++column) {
            const ColumnRole role = table.heading.columns[column].role;
            if (role == ColumnRole::kUnit) {
                unit_column_ = column;
            } else if (role == ColumnRole::kOvertime) {
                overtime_column_ = column;
            } else if (role == ColumnRole::kOvertimeCost) {
                overtime_cost_column_ = column;
            } else if (role == ColumnRole::kAbsence) {
                absence_columns_.push_back(column);
            } else if (role == ColumnRole::kResourceHours && !is_across_) {
                is_across_ = true;
            }
        }
        is_people_ = columns_.has(ColumnRole::kHoursPerWeek);
        is_wide_ = columns_.has(ColumnRole::kPeriodStart);
        if (!is_across_) {
            resource_column_ = columns_.needed(ColumnRole::kResource);
        }
        if (is_people_) {
            hours_column_ = columns_.needed(ColumnRole::kHoursPerWeek);
        } else if (!is_across_ && !is_wide_) {
            period_column_ = columns_.needed(ColumnRole::kPeriod);
            hours_column_ = columns_.needed(ColumnRole::kCapacity);
        }
    }

    CapacityRead run() {
        if (is_across_) {
            for (std::size_t column = 0; column < table_.heading.columns.size(); ++column) {
                if (roleOf(column) == ColumnRole::kPeriod) {
                    readStarts(column);
                }
            }
        } else if (!is_people_ && !is_wide_ && columns_.has(ColumnRole::kPeriodYear)) {
            readNumbers(period_column_, columns_.needed(ColumnRole::kPeriodYear));
        } else if (!is_people_ && !is_wide_) {
            readStarts(period_column_);
        }
        bool is_below_total = false;
        for (std::int32_t row = 0; row < table_.body.rowCount(); ++row) {
            const bool is_total = isTotal(row);
            is_below_total = is_below_total || is_total;
            if (isBlankRow(row) || is_total || isRepeatedHeading(row) ||
                (is_below_total && is_wide_ && hasLabelAlone(row))) {
                continue;
            }
            if (is_people_) {
                readPerson(row);
            } else if (is_across_) {
                readRowAcross(row);
            } else if (is_wide_) {
                readWideRow(row);
            } else {
                readLongRow(row);
            }
            problems_.finishRow();
        }
        addWeeksOfPeople();
        read_.overtime_is_limited = overtime_column_.has_value();
        read_.problems = problems_.take();
        return std::move(read_);
    }

  private:
    [[nodiscard]] const Cell& at(std::int32_t row, std::size_t column) const {
        return table_.body.at(row, static_cast<std::int32_t>(column));
    }
    [[nodiscard]] const Column& headingOf(std::size_t column) const {
        return table_.heading.columns[column];
    }
    [[nodiscard]] ColumnRole roleOf(std::size_t column) const { return headingOf(column).role; }

    [[nodiscard]] bool isBlankRow(std::int32_t row) const {
        for (std::size_t column = 0; column < table_.heading.columns.size(); ++column) {
            if (!isBlank(at(row, column))) {
                return false;
            }
        }
        return true;
    }

    // The cell that says what a row is about.
    [[nodiscard]] const Cell& label(std::int32_t row) const {
        if (is_people_ && isBlank(at(row, resource_column_)) && columns_.has(ColumnRole::kPerson)) {
            return at(row, columns_.needed(ColumnRole::kPerson));
        }
        return at(row, is_across_ ? columns_.needed(ColumnRole::kPeriod) : resource_column_);
    }

    [[nodiscard]] bool isTotal(std::int32_t row) {
        const Cell& cell = label(row);
        constexpr std::size_t kLongestWord = 40;
        return cell.kind() == CellKind::kText && cell.text().size() <= kLongestWord &&
               means(plainOf(cell.text()), CapacityWord::kTotal);
    }

    // A column repeats its names, and folding them costs more than comparing.
    const std::string& plainOf(std::string_view text) {
        if (text != plain_of_) {
            plain_of_ = text;
            plain_ = plainWord(text);
        }
        return plain_;
    }

    // Below a total that is a note, no resource without hours.
    [[nodiscard]] bool hasLabelAlone(std::int32_t row) const {
        for (std::size_t column = 0; column < table_.heading.columns.size(); ++column) {
            if (roleOf(column) == ColumnRole::kPeriodStart && !isBlank(at(row, column))) {
                return false;
            }
        }
        return true;
    }

    // Every cell of it is empty or repeats the heading of its column.
    [[nodiscard]] bool isRepeatedHeading(std::int32_t row) const {
        const std::size_t first =
            is_across_ ? columns_.needed(ColumnRole::kPeriod) : resource_column_;
        if (!repeats(row, first)) {
            return false;
        }
        for (std::size_t column = 0; column < table_.heading.columns.size(); ++column) {
            if (!isBlank(at(row, column)) && !repeats(row, column)) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool repeats(std::int32_t row, std::size_t column) const {
        const Cell& cell = at(row, column);
        const Column& heading = headingOf(column);
        if (heading.role == ColumnRole::kPeriodStart) {
            const auto day = reader_.day(cell);
            if (day.isRead() && day.value == heading.period_start) {
                return true;
            }
        }
        return cell.kind() == CellKind::kText && cell.text().size() <= 2 * heading.heading.size() &&
               foldedName(cell.text()) == foldedName(heading.heading);
    }

    // The name, valid until the next call; empty and reported when there is none.
    std::string_view resourceIn(std::int32_t row) {
        const Cell& cell = at(row, resource_column_);
        const std::string_view name = isBlank(cell) ? std::string_view{} : nameIn(cell, scratch_);
        if (name.empty()) {
            problems_.add(row, resource_column_, kExpectsResource);
        }
        return name;
    }

    // The unit of an amount by its row and its column; none and reported where the row has a word
    // that is no unit.
    std::optional<AmountUnit> unitIn(std::int32_t row, std::size_t column) {
        if (!unit_column_ || isBlank(at(row, *unit_column_))) {
            return headingOf(column).reading.unit;
        }
        const AmountUnit unit = unitNamed(plainWord(at(row, *unit_column_).text()));
        return unit == AmountUnit::kAsRead ? std::nullopt : std::optional{unit};
    }

    std::optional<Hours> hoursIn(std::int32_t row, std::size_t column) {
        const auto unit = unitIn(row, column);
        if (!unit) {
            return std::nullopt; // reported with the row
        }
        const auto hours = reader_.work(at(row, column), planning::kMostHours, *unit);
        if (hours.isRead()) {
            return hours.value;
        }
        if (hours.state == CellState::kTooLarge) {
            problems_.add(row, column,
                          "a number of hours of at most " + decimalText(planning::kMostHours));
        } else if (hours.state == CellState::kOtherUnit) {
            problems_.add(row, column, expectedUnit(*unit));
        } else {
            problems_.add(row, column, kExpectsHours);
        }
        return std::nullopt;
    }

    void checkUnit(std::int32_t row) {
        if (unit_column_ && !unitIn(row, *unit_column_)) {
            problems_.add(row, *unit_column_, "hours, days or pieces");
        }
    }

    // Numbers of weeks or months, beside their years.
    void readNumbers(std::size_t column, std::size_t year_column) {
        constexpr auto kMonths =
            std::to_array<std::string_view>({"month", "monat", "mois", "mes", "mese", "maand"});
        const std::string word = plainWord(headingOf(column).heading);
        const bool are_months = std::ranges::find(kMonths, word) != kMonths.end();
        std::vector<std::optional<Day>>& starts = starts_[column];
        starts.resize(static_cast<std::size_t>(table_.body.rowCount()));
        for (std::int32_t row = 0; row < table_.body.rowCount(); ++row) {
            const auto number = reader_.wholeNumber(at(row, column), 1, 53);
            const auto year = reader_.wholeNumber(at(row, year_column), 1990, 2199);
            if (number.isRead() && year.isRead()) {
                starts[static_cast<std::size_t>(row)] =
                    are_months ? planning::dayFromCivil(year.value, number.value, 1)
                               : weekStart(year.value, number.value);
            }
        }
    }

    // The first day of the period in each row of a Period column.
    void readStarts(std::size_t column) {
        std::vector<std::optional<Day>>& starts = starts_[column];
        starts.resize(static_cast<std::size_t>(table_.body.rowCount()));
        bool is_plain = true;
        for (std::int32_t row = 0; row < table_.body.rowCount(); ++row) {
            const Cell& cell = at(row, column);
            std::optional<Day>& start = starts[static_cast<std::size_t>(row)];
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
            readWords(column, starts);
        }
    }

    // Text that is not ISO. A period without a year follows the one above it of its resource, so
    // each resource is a run of its own; how dates are ordered is the whole column's matter.
    void readWords(std::size_t column, std::vector<std::optional<Day>>& starts) {
        std::vector<std::optional<PeriodText>> texts(starts.size());
        std::map<std::string, std::vector<std::size_t>, std::less<>> rows_of;
        for (std::size_t row = 0; row < starts.size(); ++row) {
            const auto body_row = static_cast<std::int32_t>(row);
            const Cell& cell = at(body_row, column);
            if (isBlank(cell)) {
                continue;
            }
            texts[row] = periods_.read(cell);
            if (!is_across_) {
                const Cell& name = at(body_row, resource_column_);
                rows_of[isBlank(name) ? "" : foldedName(nameIn(name, scratch_))].push_back(row);
            } else {
                rows_of[""].push_back(row);
            }
        }
        const Column& heading = headingOf(column);
        const DateOrder order =
            heading.reading.date_order.value_or(orderOf(texts).value_or(periods_.localeOrder()));
        std::vector<std::vector<std::size_t>> runs;
        runs.reserve(rows_of.size());
        for (auto& [name, rows] : rows_of) {
            runs.push_back(std::move(rows));
        }
        std::ranges::sort(runs);
        std::optional<Day> near;
        for (const std::vector<std::size_t>& run : runs) {
            readRun(run, texts, order, near, column, starts);
        }
    }

    void readRun(const std::vector<std::size_t>& run,
                 const std::vector<std::optional<PeriodText>>& texts, DateOrder order,
                 std::optional<Day>& near, std::size_t column,
                 std::vector<std::optional<Day>>& starts) {
        std::vector<std::optional<PeriodText>> of_run;
        of_run.reserve(run.size());
        std::vector<YearAbove> above(run.size());
        for (const std::size_t row : run) {
            of_run.push_back(texts[row]);
        }
        const Day year_above = headingOf(column).period_start;
        if (year_above != Day{}) {
            const auto first = std::ranges::find_if(
                of_run, [](const auto& text) { return text && !text->hasYear(); });
            if (first != of_run.end()) {
                above[static_cast<std::size_t>(first - of_run.begin())].year =
                    std::stoi(planning::isoText(year_above));
            }
        }
        const PeriodRun found = resolvePeriods(of_run, above, order, reading_.as_of, near);
        for (std::size_t i = 0; i < run.size(); ++i) {
            const auto& day = found.starts[i];
            starts[run[i]] = day ? day : starts[run[i]]; // a number is a date of any age
            near = !near && day ? day : near;
        }
        if (found.assumed_year && found.starts[*found.assumed_year]) {
            assumed_[{column, run[*found.assumed_year]}] = *found.starts[*found.assumed_year];
        }
    }

    std::optional<Day> startIn(std::int32_t row, std::size_t column) {
        const auto start = starts_[column][static_cast<std::size_t>(row)];
        if (!start) {
            problems_.add(row, column, kExpectsPeriod);
        } else if (const auto assumed = assumed_.find({column, static_cast<std::size_t>(row)});
                   assumed != assumed_.end()) {
            problems_.add(row, column,
                          "a period with its year; taken for " + planning::isoText(*start));
        }
        return start;
    }

    void readLongRow(std::int32_t row) {
        const std::string_view name = resourceIn(row);
        const auto start = startIn(row, period_column_);
        checkUnit(row);
        const std::optional<Hours> hours = hoursIn(row, hours_column_);
        const planning::Overtime overtime = overtimeIn(row);
        if (!name.empty() && start && hours && add(row, hours_column_, name, *start, *hours) &&
            (overtime.most || overtime.cost_per_hour)) {
            read_.overtime.push_back(overtime);
        }
    }

    // Of the entry that comes next.
    planning::Overtime overtimeIn(std::int32_t row) {
        planning::Overtime overtime;
        overtime.entry = static_cast<std::uint32_t>(read_.entries.size());
        if (overtime_column_ && !isBlank(at(row, *overtime_column_))) {
            overtime.most = hoursIn(row, *overtime_column_);
        }
        if (overtime_cost_column_ && !isBlank(at(row, *overtime_cost_column_))) {
            const auto cost = reader_.amount(at(row, *overtime_cost_column_), planning::kMostMoney);
            if (cost.isRead()) {
                overtime.cost_per_hour = cost.value;
            } else {
                problems_.add(row, *overtime_cost_column_, "a cost an hour of at least 0");
            }
        }
        // Without a limit of its own there is none to be had where the table has a column for it.
        if (overtime_column_ && !overtime.most) {
            overtime.cost_per_hour.reset();
        }
        return overtime;
    }

    void readWideRow(std::int32_t row) {
        const std::string_view name = resourceIn(row);
        checkUnit(row);
        for (std::size_t column = 0; column < table_.heading.columns.size(); ++column) {
            if (roleOf(column) != ColumnRole::kPeriodStart) {
                continue;
            }
            const std::optional<Hours> hours =
                isBlank(at(row, column)) ? Hours{} : hoursIn(row, column);
            if (!name.empty() && hours) {
                add(row, column, name, headingOf(column).period_start, *hours);
            }
        }
    }

    // Each group of columns by itself: its period, then the hours of its resources.
    void readRowAcross(std::int32_t row) {
        std::optional<Day> start;
        for (std::size_t column = 0; column < table_.heading.columns.size(); ++column) {
            if (roleOf(column) == ColumnRole::kPeriod) {
                start = isBlankGroup(row, column) ? std::nullopt : startIn(row, column);
            } else if (roleOf(column) == ColumnRole::kResourceHours && start) {
                const std::optional<Hours> hours =
                    isBlank(at(row, column)) ? Hours{} : hoursIn(row, column);
                if (hours) {
                    add(row, column, headingOf(column).resource, *start, *hours);
                }
            }
        }
    }

    // Groups side by side may have different numbers of rows, and totals of their own.
    [[nodiscard]] bool isBlankGroup(std::int32_t row, std::size_t period) {
        const Cell& cell = at(row, period);
        if (cell.kind() == CellKind::kText && means(plainOf(cell.text()), CapacityWord::kTotal)) {
            return true;
        }
        bool is_blank = isBlank(cell);
        for (std::size_t column = period + 1;
             column < table_.heading.columns.size() && roleOf(column) != ColumnRole::kPeriod;
             ++column) {
            is_blank = is_blank && isBlank(at(row, column));
        }
        return is_blank;
    }

    void readPerson(std::int32_t row) {
        const std::string_view name = resourceIn(row);
        const std::optional<Hours> hours = hoursIn(row, hours_column_);
        AwayDays away{};
        if (absence_columns_.size() == 2) {
            readAbsenceFromUntil(row, away);
        } else if (absence_columns_.size() == 1) {
            readAbsences(row, absence_columns_.front(), away);
        }
        if (name.empty() || !hours) {
            return;
        }
        const std::uint32_t resource = resources_.findOrAdd(name);
        WeeksOfRole& weeks = weeks_of_role_[resource];
        weeks.row = weeks.hours.empty() ? row : weeks.row;
        weeks.hours.resize(kWeeks);
        for (std::size_t week = 0; week < kWeeks; ++week) {
            const int days = kWorkingDaysOfWeek - count(away[week]);
            // Half up, as every amount.
            const std::int64_t fifths = hours->units * days;
            weeks.hours[week] +=
                Hours{(2 * fifths + kWorkingDaysOfWeek) / (std::int64_t{2} * kWorkingDaysOfWeek)};
        }
    }

    void readAbsenceFromUntil(std::int32_t row, AwayDays& away) {
        const auto first = reader_.day(at(row, absence_columns_[0]));
        const auto last = reader_.day(at(row, absence_columns_[1]));
        if (first.state == CellState::kEmpty && last.state == CellState::kEmpty) {
            return;
        }
        if (!first.isRead()) {
            problems_.add(row, absence_columns_[0], "the first day of an absence");
        } else if (!last.isRead() || last.value < first.value) {
            problems_.add(row, absence_columns_[1], "the last day of an absence");
        } else {
            markAway({first.value, last.value}, away);
        }
    }

    // "03.08.2026-14.08.2026; 2026-10-01"; a number of days says not when.
    void readAbsences(std::int32_t row, std::size_t column, AwayDays& away) {
        const Cell& cell = at(row, column);
        if (isBlank(cell)) {
            return;
        }
        if (cell.kind() != CellKind::kText) {
            const auto text = periods_.read(cell);
            const auto day = reader_.day(cell);
            if (text && day.isRead()) {
                markAway({day.value, day.value}, away);
            } else {
                problems_.add(row, column, kExpectsAbsence);
            }
            return;
        }
        std::string_view rest = cell.text();
        bool is_read = true;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of(";,\n"), rest.size());
            const std::string part = tidyName(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (part.empty()) {
                continue;
            }
            const auto days = periods_.daysOf(part);
            is_read = is_read && days;
            if (days) {
                markAway(*days, away);
            }
        }
        if (!is_read) {
            problems_.add(row, column, kExpectsAbsence);
        }
    }

    void markAway(DaySpan days, AwayDays& away) const {
        const Day first_week = mondayOf(reading_.as_of);
        days.first = std::max(days.first, first_week);
        days.last = std::min(days.last, first_week + (kWeeksAsDays - 1));
        for (Day day = days.first; day <= days.last; day = day + 1) {
            const std::int32_t at = day - first_week;
            if (at % kDaysOfWeek < kWorkingDaysOfWeek) {
                away[static_cast<std::size_t>(at / kDaysOfWeek)] |=
                    static_cast<std::uint8_t>(1U << static_cast<unsigned>(at % kDaysOfWeek));
            }
        }
    }

    void addWeeksOfPeople() {
        const Day first_week = mondayOf(reading_.as_of);
        for (const auto& [resource, weeks] : weeks_of_role_) {
            for (std::size_t week = 0; week < weeks.hours.size(); ++week) {
                const std::string name = resources_.names()[resource];
                add(weeks.row, hours_column_, name,
                    first_week + static_cast<int>(week) * kDaysOfWeek, weeks.hours[week]);
            }
        }
        problems_.finishRow();
    }

    bool add(std::int32_t row, std::size_t column, std::string_view name, Day start, Hours hours) {
        const std::uint32_t resource = resources_.findOrAdd(name);
        if (resource >= totals_.size()) {
            totals_.resize(resource + 1);
        }
        if (hours > kMostHoursOfResource - totals_[resource]) {
            problems_.add(row, column,
                          "a number that keeps the resource's hours at or below " +
                              decimalText(kMostHoursOfResource));
            return false;
        }
        totals_[resource] += hours;
        read_.entries.push_back({resource, start, hours});
        read_.places.push_back(is_people_ ? CapacityPlace{} : placeOf(row, column));
        return true;
    }

    [[nodiscard]] CapacityPlace placeOf(std::int32_t row, std::size_t column) {
        return {table_.body.first_row + row, headingOf(column).column,
                unitIn(row, column).value_or(AmountUnit::kAsRead)};
    }

    // The hours of the people with one role, by week.
    struct WeeksOfRole {
        std::int32_t row = 0; // of the first of them
        std::vector<Hours> hours;
    };

    const Table& table_;
    const CellReader& reader_;
    NameList& resources_;
    const CapacityReading& reading_;
    PeriodReader periods_;
    TableProblems problems_;
    ColumnsByRole columns_;
    bool is_people_ = false;
    bool is_across_ = false;
    bool is_wide_ = false;
    std::size_t resource_column_ = 0;
    std::size_t period_column_ = 0;
    std::size_t hours_column_ = 0;
    std::optional<std::size_t> unit_column_;
    std::optional<std::size_t> overtime_column_;
    std::optional<std::size_t> overtime_cost_column_;
    std::vector<std::size_t> absence_columns_;
    std::map<std::size_t, std::vector<std::optional<Day>>> starts_; // by column, then row
    std::map<std::pair<std::size_t, std::size_t>, Day>
        assumed_; // by column and row: the first of a run without a year
    std::map<std::uint32_t, WeeksOfRole> weeks_of_role_;
    std::vector<Hours> totals_; // by resource
    CapacityRead read_;
    std::string plain_of_;
    std::string plain_;
    std::string scratch_;
};

} // namespace

CapacityRead readCapacity(const Table& table, const CellReader& reader, NameList& resources,
                          const CapacityReading& reading) {
    return CapacityReader{table, reader, resources, reading}.run();
}

} // namespace keepable::tables
