// SPDX-License-Identifier: MPL-2.0
//
// The periods in the cells of a Period column, as a capacity table has them below each other.
//
// Rule:    as period_heading.hpp and period_run.hpp. A period without a year follows the one above it
//          of the same resource, so each resource is a run of its own; how dates are ordered is the
//          whole column's matter.
#pragma once

#include "tables/cell_value.hpp"
#include "tables/headings.hpp"
#include "tables/period_heading.hpp"
#include "tables/period_run.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace keepable::tables {

struct PeriodColumn {
    std::vector<std::optional<planning::Day>>
        starts; // the first day of the period, by row of the body
    // Rows, the first of their run, whose year nobody wrote, with what they were taken for.
    std::map<std::size_t, planning::Day> assumed;
};

class PeriodColumnReader {
  public:
    PeriodColumnReader(const Table& table, const CellReader& reader, const ReadingContext& context,
                       planning::Day as_of);

    // `name_column`: whose cells say which rows are one run; none, if all are.
    [[nodiscard]] PeriodColumn read(std::size_t column,
                                    std::optional<std::size_t> name_column) const;

    // Numbers of weeks, or of months where the heading says so, beside their years.
    [[nodiscard]] PeriodColumn readNumbers(std::size_t column, std::size_t year_column) const;

  private:
    using Rows = std::vector<std::size_t>;
    using Texts = std::vector<std::optional<PeriodText>>;

    [[nodiscard]] const Cell& at(std::size_t row, std::size_t column) const;
    [[nodiscard]] std::vector<Rows> runsOf(std::size_t column,
                                           std::optional<std::size_t> name_column) const;
    void readWords(std::size_t column, std::optional<std::size_t> name_column,
                   PeriodColumn& periods) const;
    void readRun(const Rows& run, const Texts& texts, DateOrder order,
                 std::optional<planning::Day>& near, planning::Day year_above,
                 PeriodColumn& periods) const;

    const Table& table_;
    const CellReader& reader_;
    PeriodReader periods_;
    planning::Day as_of_;
};

} // namespace keepable::tables
