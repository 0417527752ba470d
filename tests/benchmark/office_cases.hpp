// SPDX-License-Identifier: MPL-2.0
//
// Workbooks for the office benchmark: a deals table of one line a deal in the eight canonical columns, ten
// resources with hours for every week, and no formulas.
//
// Shape:  sheets Deals (A1:H<rows + 1>), Capacity (A1:C<resources * weeks + 1>, long layout) and Settings
//         (A1:B1, the As of). Half of the deals are firm, half tentative; promised dates spread evenly over
//         the weeks; each resource has the hours of its deals ÷ 0.85, the same every week.
#pragma once

#include "benchmark/figures.hpp"
#include "office/support/office.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace keepable::benchmarks {

struct OfficeCase {
    std::size_t rows = 0;
    std::int32_t weeks = 52;

    [[nodiscard]] std::string dealsRange() const;    // $Deals.$A$1:$H$20001
    [[nodiscard]] std::string capacityRange() const; // $Capacity.$A$1:$C$521
    // "Deals.J2:J20001"
    [[nodiscard]] std::string besideDeals(char column) const;
};

// Fills a new workbook.
[[nodiscard]] office_tests::Workbook tablesOf(const OfficeCase& office_case,
                                              office_tests::Office& office);
// The same lines as records to sort.
[[nodiscard]] std::vector<SortRecord> recordsOf(const OfficeCase& office_case);

} // namespace keepable::benchmarks
