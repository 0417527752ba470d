// SPDX-License-Identifier: MPL-2.0
//
// The cell styles of highlighted deals. Users restyle them, so a style that is there stays as it is;
// only a missing one is made.
//
// Rule:    colour is never alone: an underline, italic and a dotted underline tell the three apart, too,
//          and on paper in grey; both a low chance. Nothing is bold: bold dates are wider, and where a
//          column just fits them Calc would show ### instead. Both background and font are set, so that they are readable whatever
//          lies below. The tints keep the hues of the Okabe-Ito palette (vermilion, yellow, sky
//          blue), which colour-blind readers tell apart.
// Thread:  the office's main thread.
// Source:  contract section 1.
#pragma once

#include "office/shown_plans.hpp"
#include "office/undo_step.hpp"
#include "planning/plan_report.hpp"

#include <com/sun/star/awt/FontSlant.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace keepable::office {

// How a deal of this verdict looks.
struct Look {
    planning::Verdict verdict = planning::Verdict::kInfeasible;
    bool is_low_chance =
        false;             // only where the chance is below the setting; comes before its verdict's
    std::string_view word; // of the verdict, as the getter gives it
    std::string_view style;
    std::int32_t background = 0; // 0xRRGGBB
    std::int32_t font = 0;
    float weight = 100; // com.sun.star.awt.FontWeight
    com::sun::star::awt::FontSlant posture = com::sun::star::awt::FontSlant_NONE;
    std::int16_t underline = 0; // com.sun.star.awt.FontUnderline
};

// Those of verdicts, or with the one of a low chance among them.
[[nodiscard]] std::vector<Look> looks(bool with_chance);

[[nodiscard]] bool hasStyle(const SpreadsheetDocument& document, std::string_view name);
// The look of the style as it is now: the user may have changed it.
[[nodiscard]] Look lookInUse(const SpreadsheetDocument& document, const Look& look);

// Makes what is missing; undone and redone with the step.
void makeMissingStyles(UndoStep& step, const SpreadsheetDocument& document, bool with_chance);
// Removes those that nothing uses and that are as we made them.
void removeUnusedStyles(UndoStep& step, const SpreadsheetDocument& document);

// Outside any step, while loading: a style of this name that looks like the other one, or as we
// make it when there is no other.
void makeStyleLike(const SpreadsheetDocument& document, const Look& look, std::string_view other);
// XLSX writes every attribute of a style, and so hides number formats and alignment of the cells
// under it: takes out all that is not weight, slant, underline or colour.
void keepLookOnly(const SpreadsheetDocument& document, const Look& look);
// Removes a style that nothing uses.
void removeIfUnused(const SpreadsheetDocument& document, std::string_view name);

} // namespace keepable::office
