// SPDX-License-Identifier: MPL-2.0
#include "office/support/workshop.hpp"

#include <regex>
#include <stdexcept>

namespace keepable::office_tests {

Workbook openWorkshopTables(Office& office) {
    Workbook workbook = office.newWorkbook();
    const double friday = day("2026-03-06");
    const double next_tuesday = day("2026-03-10");
    const double next_friday = day("2026-03-13");
    workbook.put("Deals.A1",
                 {{"Deal", "Customer", "Item", "Quantity", "Promised date", "Status", "Probability",
                   "Value"},
                  {"D1", "Alder", "Welding", 30, friday, "firm", 1, 9000},
                  {"D2", "Birch", "Welding", 20, friday, "firm", 1, 7000},
                  {"D3", "Cedar", "Welding", 10, next_tuesday, "tentative", 0.5, 3000},
                  {"D4", "Dogwood", "Welding", 16, next_friday, "tentative", 0.4, 4000},
                  {"D5", "Elm", "Welding", 16, next_friday, "tentative", 0.25, 5000},
                  {"D6", "Fir", "Welding", 40, friday, "lost", 0, 8000},
                  {"D7", "Gum", "Welding", "many", next_friday, "tentative", 0.5, 100}});
    workbook.put("Capacity.A1", {{"Resource", "Period", "Capacity"},
                                 {"Welding", day("2026-03-02"), 40},
                                 {"Welding", day("2026-03-09"), 40},
                                 {"Welding", day("2026-03-16"), 40},
                                 {"Welding", day("2026-03-23"), 40}});
    workbook.put("Settings.A1", {{"Setting", "Value"}, {"As of", day("2026-03-02")}});
    return workbook;
}

Workbook openWorkshop(Office& office) {
    Workbook workbook = openWorkshopTables(office);
    workbook.formula("Plan.A1", kWorkshopPlan);
    workbook.put("Plan.A2", {{"Deal", "Status", "Earliest", "Shortfall"}});
    workbook.put("Plan.A3", {{"D1"}, {"D2"}, {"D3"}, {"D4"}, {"D5"}, {"D6"}, {"D7"}});
    workbook.formula("Plan.B3", "=keepable.Promises.status($A$1;A3)");
    workbook.formula("Plan.C3", "=keepable.Promises.earliest($A$1;A3)");
    workbook.formula("Plan.D3", "=keepable.Promises.shortfall($A$1;A3)");
    workbook.fillDown("Plan.B3:D9");
    return workbook;
}

std::vector<std::string> verdictsIn(const Workbook& workbook) {
    return workbook.texts("Plan.B3:B9");
}

std::string answer(Workbook& workbook, std::string_view formula) {
    workbook.formula("Plan.Z1", formula);
    return workbook.shown("Plan.Z1");
}

double numberOf(Workbook& workbook, std::string_view formula) {
    workbook.formula("Plan.Z1", formula);
    const double number = workbook.number("Plan.Z1");
    if (workbook.error("Plan.Z1") != 0) {
        throw std::runtime_error(std::string(formula) + " is " + workbook.shown("Plan.Z1"));
    }
    return number;
}

std::string getter(std::string_view method, std::string_view deal) {
    return "=keepable.Promises." + std::string(method) + "($Plan.$A$1;\"" + std::string(deal) +
           "\")";
}

Handle readHandle(const std::string& text) {
    static const std::regex kShape(
        "([0-9]+) deals? · ([0-9]+) infeasible · ([0-9]+) at risk · ([0-9]+) rows? to check · "
        "(.* · )?([0-9a-f]{16})");
    std::smatch parts;
    if (!std::regex_match(text, parts, kShape)) {
        return {};
    }
    return {.is_handle = true,
            .deals = std::stoi(parts[1]),
            .infeasible = std::stoi(parts[2]),
            .at_risk = std::stoi(parts[3]),
            .to_check = std::stoi(parts[4]),
            .digest = parts[6]};
}

} // namespace keepable::office_tests
