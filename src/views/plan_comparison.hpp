// SPDX-License-Identifier: MPL-2.0
//
// A plan as it is and one what if, side by side, for a panel: figures in two columns, then the deals
// for which it makes a difference.
//
// Shape:   figures: keepable, at risk, infeasible, to check, value keepable, value at risk. Deals in
//          the order of the sheet.
// Units:   amounts as the document writes them; days as ISO dates.
#pragma once

#include "proposals/plan_comparison.hpp"
#include "tables/text_locale.hpp"
#include "views/plan_answers.hpp"
#include "views/texts.hpp"

#include <string>
#include <vector>

namespace keepable::views {

struct ComparedFigure {
    std::string label;
    std::string before;
    std::string after;

    friend bool operator==(const ComparedFigure&, const ComparedFigure&) = default;
};

struct ShownComparison {
    std::vector<ComparedFigure> figures;
    std::string heading; // how many deals it makes a difference for
    std::vector<std::string>
        deals; // "D-12: INFEASIBLE → KEEPABLE, earliest 2026-05-08 → 2026-05-04"
};

[[nodiscard]] ShownComparison shownComparison(const PlanAnswers& answers,
                                              const proposals::PlanComparison& comparison,
                                              const Texts& texts, const tables::TextLocale& locale);

} // namespace keepable::views
