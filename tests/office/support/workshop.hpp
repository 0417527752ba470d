// SPDX-License-Identifier: MPL-2.0
//
// The small workbook of most office tests, worked out by hand from the contract.
//
// One resource, Welding, 40 h a week for four weeks from Monday 2026-03-02, the As of: 8 h a day.
//
// Deal | h    | promised  | class, chance   | why                                      | verdict
// -----|------|-----------|-----------------|------------------------------------------|-----------
// D1   | 30   | Fri 03-06 | firm            | 30 of 40                                 | KEEPABLE
// D2   | 20   | Fri 03-06 | firm            | 10 short beside D1; fits on Tue 03-10    | INFEASIBLE
// D3   | 10   | Tue 03-10 | tentative, 50 % | D1 + D2 leave 6 of 56: 4 short           | INFEASIBLE
// D4   | 16   | Fri 03-13 | tentative, 40 % | 66 of 80                                 | KEEPABLE
// D5   | 16   | Fri 03-13 | tentative, 25 % | 66 of 80 without D4, with it 82: 2 short | AT RISK
// D6   | 40   | Fri 03-06 | lost            |                                          | CLOSED
// D7   | many | Fri 03-13 | tentative       | quantity is no number                    | CHECK ROW
//
// Sheets: Deals (A1:H8), Capacity (A1:C5), Settings (A1:B2); Plan with the plan in A1 and, in rows
// 3 to 9, the deals' names (A), status (B), earliest date (C) and shortfall (D).
#pragma once

#include "office/support/office.hpp"
#include "office/support/workbook.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keepable::office_tests {

inline constexpr std::string_view kWorkshopPlan =
    "=keepable.Promises.plan($Deals.$A$1:$H$8;$Capacity.$A$1:$C$5;$Settings.$A$1:$B$2)";

[[nodiscard]] Workbook openWorkshop(Office& office);

// Only the tables of the workshop, no formulas.
[[nodiscard]] Workbook openWorkshopTables(Office& office);

inline const std::vector<std::string> kWorkshopVerdicts = {
    "KEEPABLE", "INFEASIBLE", "INFEASIBLE", "KEEPABLE", "AT RISK", "CLOSED", "CHECK ROW"};

// The status of D1 to D7 as Plan.B3:B9 has it.
[[nodiscard]] std::vector<std::string> verdictsIn(const Workbook& workbook);

// What a formula shows, typed into a cell apart.
[[nodiscard]] std::string answer(Workbook& workbook, std::string_view formula);
// The number a formula gives; an error is thrown as std::runtime_error that names it.
[[nodiscard]] double numberOf(Workbook& workbook, std::string_view formula);
// "=keepable.Promises.<method>($Plan.$A$1;"<deal>")"
[[nodiscard]] std::string getter(std::string_view method, std::string_view deal);

// A plan's handle, "7 deals · 2 infeasible · …", taken apart.
struct Handle {
    bool is_handle = false;
    int deals = 0;
    int infeasible = 0;
    int at_risk = 0;
    int to_check = 0;
    std::string digest;
};
[[nodiscard]] Handle readHandle(const std::string& text);

} // namespace keepable::office_tests
