// SPDX-License-Identifier: MPL-2.0
//
// The people of a capacity table, summed to the hours of their roles by the week.
//
// Rule:    53 weeks from that of As of on. A day of absence from Monday to Friday takes a fifth of the
//          week, once however often it is written. What is half a unit of an hour counts as a whole one.
#pragma once

#include "tables/cell_value.hpp"
#include "tables/headings.hpp"
#include "tables/period_heading.hpp"
#include "tables/table_problems.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace keepable::tables {

inline constexpr std::size_t kPeopleWeeks = 53;

// The Monday of the first of them.
[[nodiscard]] planning::Day firstPeopleWeek(planning::Day as_of);

// On which working days of each week somebody is away.
class AwayDays {
  public:
    explicit AwayDays(planning::Day first_week) : first_week_(first_week) {}

    void mark(planning::DaySpan days);
    [[nodiscard]] int workedIn(std::size_t week) const;

  private:
    planning::Day first_week_;
    std::array<std::uint8_t, kPeopleWeeks> away_{}; // a bit a day, Monday first
};

// Reads the absence columns of a table: two are the first and the last day of one absence, a single one
// holds any number of dates and spans of dates. What cannot be read is a row problem.
class AbsenceReader {
  public:
    AbsenceReader(const Table& table, const CellReader& reader, const ReadingContext& context,
                  planning::Day as_of);

    [[nodiscard]] AwayDays read(std::int32_t row, TableProblems& problems) const;

  private:
    [[nodiscard]] const Cell& at(std::int32_t row, std::size_t column) const;
    void readFirstAndLast(std::int32_t row, AwayDays& away, TableProblems& problems) const;
    [[nodiscard]] bool isRead(const Cell& cell, AwayDays& away) const;

    const Table& table_;
    const CellReader& reader_;
    PeriodReader periods_;
    planning::Day first_week_;
    std::vector<std::size_t> columns_;
};

class RoleWeeks {
  public:
    struct Weeks {
        std::int32_t row = 0; // of the first of its people
        std::array<planning::Hours, kPeopleWeeks> hours{};
    };

    void add(std::uint32_t resource, std::int32_t row, planning::Hours a_week,
             const AwayDays& away);
    [[nodiscard]] const std::map<std::uint32_t, Weeks>& byResource() const { return weeks_; }

  private:
    std::map<std::uint32_t, Weeks> weeks_;
};

} // namespace keepable::tables
