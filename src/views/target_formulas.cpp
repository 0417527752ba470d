// SPDX-License-Identifier: MPL-2.0
#include "views/target_formulas.hpp"

#include "tables/grid.hpp"
#include "views/review_words.hpp"

#include <algorithm>
#include <optional>

namespace keepable::views {

namespace {

// The cells of one target, as its formulas name them; empty where the table has no such column.
class TargetRow {
  public:
    TargetRow(const TargetReading& reading, std::int32_t sheet_row)
        : reading_(reading), row_(std::to_string(sheet_row)) {}

    [[nodiscard]] std::string operator()(TargetColumn column) const {
        const auto place = reading_.columns[static_cast<std::size_t>(column)];
        return place ? "$" + tables::columnLetters(*place) + row_ : std::string{};
    }

  private:
    const TargetReading& reading_;
    std::string row_;
};

std::string nowFormula(const TargetRow& cell, std::string_view plan_cell,
                       std::string_view log_cell) {
    const std::string derived = "keepable.Promises.actual(" + std::string{plan_cell} + ";" +
                                cell(TargetColumn::kMetric) + ";" + std::string{log_cell} + ";" +
                                cell(TargetColumn::kFrom) + ";" + cell(TargetColumn::kDue) + ")";
    const std::string stated = cell(TargetColumn::kActual);
    return stated.empty() ? "=" + derived
                          : "=IF(ISBLANK(" + stated + ");" + derived + ";" + stated + ")";
}

// The formula where the table has a cell for all that it needs.
std::string unlessMissing(const TargetRow& cell, const std::string& formula) {
    const std::string baseline = cell(TargetColumn::kBaseline);
    const std::string target = cell(TargetColumn::kTarget);
    return baseline.empty() || cell(TargetColumn::kNow).empty()
               ? std::string{}
               : "=IF(OR(ISBLANK(" + baseline + ");ISBLANK(" + target + R"());"";)" + formula + ")";
}

std::string progressFormula(const TargetRow& cell) {
    return unlessMissing(cell, "keepable.Promises.progress(" + cell(TargetColumn::kNow) + ";" +
                                   cell(TargetColumn::kBaseline) + ";" +
                                   cell(TargetColumn::kTarget) + ")");
}

std::string standingFormula(const TargetRow& cell) {
    return unlessMissing(cell, "keepable.Promises.standing(" + cell(TargetColumn::kMetric) + ";" +
                                   cell(TargetColumn::kNow) + ";" + cell(TargetColumn::kBaseline) +
                                   ";" + cell(TargetColumn::kTarget) + ";" +
                                   cell(TargetColumn::kFrom) + ";" + cell(TargetColumn::kDue) +
                                   ")");
}

} // namespace

std::vector<PlacedFormula> targetFormulas(const TargetReading& reading, std::string_view plan_cell,
                                          std::string_view log_cell) {
    std::vector<PlacedFormula> formulas;
    for (const review::SharedTarget& target : reading.targets) {
        const TargetRow cell{reading, target.sheet_row};
        const auto put = [&](TargetColumn column, std::string formula, bool is_share) {
            const auto place = reading.columns[static_cast<std::size_t>(column)];
            if (place && !formula.empty()) {
                formulas.push_back({target.sheet_row - 1, *place, std::move(formula), is_share});
            }
        };
        put(TargetColumn::kNow, nowFormula(cell, plan_cell, log_cell),
            review::isRate(target.metric));
        put(TargetColumn::kProgress, progressFormula(cell), true);
        put(TargetColumn::kStanding, standingFormula(cell), false);
    }
    return formulas;
}

std::string logFormula(std::string_view sheet_reference, std::int32_t columns) {
    return "=keepable.Promises.log(" + std::string{sheet_reference} + ".$A:$" +
           tables::columnLetters(std::max(columns, static_cast<std::int32_t>(kLogColumns)) - 1) +
           ")";
}

} // namespace keepable::views
