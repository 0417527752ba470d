// SPDX-License-Identifier: MPL-2.0
#include "tables/people_weeks.hpp"

#include "tables/names.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <string_view>

namespace keepable::tables {

using planning::Day;
using planning::DaySpan;
using planning::Hours;

namespace {

constexpr std::string_view kExpectsAbsence = "a date or span of dates of absence";

constexpr int kDaysOfWeek = 7;
constexpr int kWorkingDaysOfWeek = 5;
constexpr std::int32_t kDays = static_cast<std::int32_t>(kPeopleWeeks) * kDaysOfWeek;

} // namespace

Day firstPeopleWeek(Day as_of) {
    return as_of - static_cast<int>(planning::weekdayOf(as_of));
}

void AwayDays::mark(DaySpan days) {
    days.first = std::max(days.first, first_week_);
    days.last = std::min(days.last, first_week_ + (kDays - 1));
    for (Day day = days.first; day <= days.last; day = day + 1) {
        const std::int32_t at = day - first_week_;
        if (at % kDaysOfWeek < kWorkingDaysOfWeek) {
            away_[static_cast<std::size_t>(at / kDaysOfWeek)] |=
                static_cast<std::uint8_t>(1U << static_cast<unsigned>(at % kDaysOfWeek));
        }
    }
}

int AwayDays::workedIn(std::size_t week) const {
    return kWorkingDaysOfWeek - std::popcount(away_[week]);
}

AbsenceReader::AbsenceReader(const Table& table, const CellReader& reader,
                             const ReadingContext& context, Day as_of)
    : table_(table), reader_(reader), periods_(context), first_week_(firstPeopleWeek(as_of)) {
    for (std::size_t column = 0; column < table.heading.columns.size(); ++column) {
        if (table.heading.columns[column].role == ColumnRole::kAbsence) {
            columns_.push_back(column);
        }
    }
}

const Cell& AbsenceReader::at(std::int32_t row, std::size_t column) const {
    return table_.body.at(row, static_cast<std::int32_t>(column));
}

AwayDays AbsenceReader::read(std::int32_t row, TableProblems& problems) const {
    AwayDays away(first_week_);
    if (columns_.size() == 2) {
        readFirstAndLast(row, away, problems);
    } else if (columns_.size() == 1 && !isRead(at(row, columns_.front()), away)) {
        problems.add(row, columns_.front(), kExpectsAbsence);
    }
    return away;
}

void AbsenceReader::readFirstAndLast(std::int32_t row, AwayDays& away,
                                     TableProblems& problems) const {
    const auto first = reader_.day(at(row, columns_[0]));
    const auto last = reader_.day(at(row, columns_[1]));
    if (first.state == CellState::kEmpty && last.state == CellState::kEmpty) {
        return;
    }
    if (!first.isRead()) {
        problems.add(row, columns_[0], "the first day of an absence");
    } else if (!last.isRead() || last.value < first.value) {
        problems.add(row, columns_[1], "the last day of an absence");
    } else {
        away.mark({first.value, last.value});
    }
}

// "03.08.2026-14.08.2026; 2026-10-01"; a number of days says not when.
bool AbsenceReader::isRead(const Cell& cell, AwayDays& away) const {
    if (isBlank(cell)) {
        return true;
    }
    if (cell.kind() != CellKind::kText) {
        const auto day = reader_.day(cell);
        if (!periods_.read(cell) || !day.isRead()) {
            return false;
        }
        away.mark({day.value, day.value});
        return true;
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
            away.mark(*days);
        }
    }
    return is_read;
}

void RoleWeeks::add(std::uint32_t resource, std::int32_t row, Hours a_week, const AwayDays& away) {
    Weeks& weeks = weeks_.try_emplace(resource, Weeks{row, {}}).first->second;
    for (std::size_t week = 0; week < kPeopleWeeks; ++week) {
        // Half up, as every amount.
        const std::int64_t fifths = a_week.units * away.workedIn(week);
        weeks.hours[week] +=
            Hours{(2 * fifths + kWorkingDaysOfWeek) / (std::int64_t{2} * kWorkingDaysOfWeek)};
    }
}

} // namespace keepable::tables
