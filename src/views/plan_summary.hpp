// SPDX-License-Identifier: MPL-2.0
//
// How a plan stands in a few figures, for the Plan panel: deals by verdict, the value at risk, the
// cells that could not be read.
//
// Units:   value at risk is the sum of the Value of infeasible and at-risk deals.
#pragma once

#include "tables/text_locale.hpp"
#include "views/plan_answers.hpp"
#include "views/texts.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace keepable::views {

struct PlanSummary {
    std::size_t deals = 0;
    std::size_t infeasible = 0;
    std::size_t at_risk = 0;
    std::size_t to_check = 0;
    std::size_t keepable = 0;
    std::size_t closed = 0;
    planning::Money infeasible_value;
    planning::Money at_risk_value;
    std::size_t without_value = 0; // infeasible and at-risk deals whose Value is not given

    friend bool operator==(const PlanSummary&, const PlanSummary&) = default;
};

[[nodiscard]] PlanSummary summaryOf(const PlanAnswers& answers);

// "18 infeasible · 22 at risk · 2 to check" and, in a second line, "310 keepable · 48 closed".
[[nodiscard]] std::string countsText(const PlanSummary& summary, const Texts& texts);
// "Value at risk: 812,000 (infeasible 500,000, at risk 312,000)"; empty where nothing is at risk.
[[nodiscard]] std::string valueText(const PlanSummary& summary, const Texts& texts,
                                    const tables::TextLocale& locale);

// Whether the plan was made for the day it was made on, and that day is over: an As of left out,
// or a cell with =TODAY() that no recalculation has moved on.
[[nodiscard]] bool isDayOver(planning::Day as_of, planning::Day made_on, planning::Day today);

} // namespace keepable::views
