// SPDX-License-Identifier: MPL-2.0
#include "tables/capacity_reader.hpp"

#include "tables/capacity_words.hpp"
#include "tables/names.hpp"
#include "tables/people_weeks.hpp"
#include "tables/period_column.hpp"
#include "tables/table_problems.hpp"
#include "tables/unit_text.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace keepable::tables {

using planning::Day;
using planning::Hours;

namespace {

constexpr std::string_view kExpectsResource = "the name of a resource";
constexpr std::string_view kExpectsHours = "a number of hours of at least 0";
constexpr std::string_view kExpectsPeriod = "a date, the first day of a period";
constexpr int kDaysOfWeek = 7;

class CapacityReader {
  public:
    CapacityReader(const Table& table, const CellReader& reader, NameList& resources,
                   const CapacityReading& reading)
        : table_(table), reader_(reader), resources_(resources), reading_(reading),
          periods_(table, reader, reading.context, reading.as_of),
          absences_(table, reader, reading.context, reading.as_of),
          problems_(TableKind::kCapacity, table), columns_(table) {
        for (std::size_t column = 0; column < table.heading.columns.size(); ++column) {
            const ColumnRole role = table.heading.columns[column].role;
            if (role == ColumnRole::kUnit) {
                unit_column_ = column;
            } else if (role == ColumnRole::kOvertime) {
                overtime_column_ = column;
            } else if (role == ColumnRole::kOvertimeCost) {
                overtime_cost_column_ = column;
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
                    periods_of_[column] = periods_.read(column, std::nullopt);
                }
            }
        } else if (!is_people_ && !is_wide_ && columns_.has(ColumnRole::kPeriodYear)) {
            periods_of_[period_column_] =
                periods_.readNumbers(period_column_, columns_.needed(ColumnRole::kPeriodYear));
        } else if (!is_people_ && !is_wide_) {
            periods_of_[period_column_] = periods_.read(period_column_, resource_column_);
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
        read_.overtime_is_limited = overtime_column_ && !is_people_ && !is_across_;
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

    std::optional<Day> startIn(std::int32_t row, std::size_t column) {
        const PeriodColumn& periods = periods_of_[column];
        const auto start = periods.starts[static_cast<std::size_t>(row)];
        if (!start) {
            problems_.add(row, column, kExpectsPeriod);
        } else if (periods.assumed.contains(static_cast<std::size_t>(row))) {
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
        if (!name.empty() && start && hours) {
            addWith(overtime, row, hours_column_, name, *start, *hours);
        }
    }

    void addWith(planning::Overtime overtime, std::int32_t row, std::size_t column,
                 std::string_view name, Day start, Hours hours) {
        overtime.entry = static_cast<std::uint32_t>(read_.entries.size());
        if (add(row, column, name, start, hours) && (overtime.most || overtime.cost_per_hour)) {
            read_.overtime.push_back(overtime);
        }
    }

    // Of the row, for whatever entries it has.
    planning::Overtime overtimeIn(std::int32_t row) {
        planning::Overtime overtime;
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
        const planning::Overtime overtime = overtimeIn(row);
        for (std::size_t column = 0; column < table_.heading.columns.size(); ++column) {
            if (roleOf(column) != ColumnRole::kPeriodStart) {
                continue;
            }
            const std::optional<Hours> hours =
                isBlank(at(row, column)) ? Hours{} : hoursIn(row, column);
            if (!name.empty() && hours) {
                addWith(overtime, row, column, name, headingOf(column).period_start, *hours);
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
        const AwayDays away = absences_.read(row, problems_);
        if (!name.empty() && hours) {
            role_weeks_.add(resources_.findOrAdd(name), row, *hours, away);
        }
    }

    void addWeeksOfPeople() {
        const Day first_week = firstPeopleWeek(reading_.as_of);
        for (const auto& [resource, weeks] : role_weeks_.byResource()) {
            const std::string name = resources_.names()[resource];
            for (std::size_t week = 0; week < kPeopleWeeks; ++week) {
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

    const Table& table_;
    const CellReader& reader_;
    NameList& resources_;
    const CapacityReading& reading_;
    PeriodColumnReader periods_;
    AbsenceReader absences_;
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
    std::map<std::size_t, PeriodColumn> periods_of_; // by column
    RoleWeeks role_weeks_;
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
