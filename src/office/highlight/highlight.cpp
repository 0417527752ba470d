// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/highlight.hpp"

#include "office/action.hpp"
#include "office/convert.hpp"
#include "office/deals_area.hpp"
#include "office/frozen_mark.hpp"
#include "office/highlight/highlight_format.hpp"
#include "office/obstacles.hpp"
#include "office/sheets.hpp"
#include "office/unnoticed.hpp"

#include <algorithm>
#include <mutex>
#include <optional>

namespace keepable::office {

namespace {

// Of the chosen plan, and of plans that have gone.
std::vector<ConditionalFormat> highlightsOf(const Workbook& workbook) {
    std::vector<ConditionalFormat> formats = conditionalFormats(workbook.document());
    const auto is_another = [&](const ConditionalFormat& format) {
        const bool is_of_plan =
            workbook.planCell().is() && asks(format, workbook.document(), workbook.planCell());
        return !is_of_plan && !asksNothing(format);
    };
    formats.erase(std::remove_if(formats.begin(), formats.end(), is_another), formats.end());
    return formats;
}

// Whether answers beside the deals point at cells that are gone.
bool hasBrokenAnswers(const SpreadsheetDocument& document, const CellArea& deals) {
    const SheetReference sheet = sheetAt(document, deals.Sheet);
    for (std::int32_t column = deals.StartColumn; column <= deals.EndColumn; ++column) {
        const std::string formula = formulaAt(sheet, column, deals.StartRow);
        if (formula.find("KEEPABLE.PROMISES.") != std::string::npos &&
            formula.find("#REF!") != std::string::npos) {
            return true;
        }
    }
    return false;
}

std::optional<planning::Probability> lowChanceOf(const Workbook& workbook) {
    const PlanStore::PlanPointer plan = workbook.plan();
    if (!plan) {
        return std::nullopt;
    }
    const std::scoped_lock lock(plan->mutex);
    return plan->answers.input().settings.low_chance;
}

CommandOutcome notDone(std::string sentence) {
    return {false, std::move(sentence)};
}

} // namespace

bool isHighlighted(const Workbook& workbook) {
    return !highlightsOf(workbook).empty();
}

CommandOutcome highlightInside(UndoStep& step, const WorkplacePointer& workplace,
                               Workbook& workbook) {
    const views::Texts& texts = workplace->texts;
    if (std::string sentence = planObstacle(texts, workbook); !sentence.empty()) {
        return notDone(std::move(sentence));
    }
    const auto deals = dealsArea(workbook);
    if (!deals) {
        return notDone(texts("highlight.noRange", {absoluteName(workbook.planCell())}));
    }
    const SpreadsheetDocument document = workbook.document();
    if (std::string sentence = protectionObstacle(texts, document, deals->area.Sheet);
        !sentence.empty()) {
        return notDone(std::move(sentence));
    }
    // Ours to replace: of this plan or of one that has gone wherever it is, of another plan where it
    // is in the way.
    std::vector<ConditionalFormat> ours;
    CellAreas others;
    for (ConditionalFormat& format : conditionalFormats(document)) {
        const bool is_here = overlap(format.areas, {deals->area});
        if (asks(format, document, workbook.planCell()) || asksNothing(format) ||
            (format.is_ours && is_here)) {
            ours.push_back(std::move(format));
        } else if (is_here) {
            others.insert(others.end(), format.areas.begin(), format.areas.end());
        }
    }
    const CellAreas wanted = subtract({deals->area}, others);
    const std::string left_alone = cellsText(intersection({deals->area}, others));
    if (wanted.empty()) {
        return notDone(texts("highlight.allTaken", {left_alone}));
    }
    const std::optional<planning::Probability> low_chance = lowChanceOf(workbook);
    const HighlightFormulas formulas =
        highlightFormulas(workbook.planCell(), deals->area, deals->deal_column, low_chance);
    if (ours.size() != 1 || !isAlready(document, ours.front(), formulas, wanted)) {
        makeMissingStyles(step, document, low_chance.has_value());
        for (const ConditionalFormat& format : ours) {
            if (!removeHighlight(step, document, format)) {
                return notDone(texts("highlight.overlapped", {cellsText(format.areas)}));
            }
        }
        setHighlight(step, document, wanted, formulas);
    }
    std::string remark =
        left_alone.empty() ? std::string() : texts("highlight.leftAlone", {left_alone});
    if (hasBrokenAnswers(document, deals->area)) {
        remark += (remark.empty() ? "" : " ") + texts("highlight.brokenAnswers");
    }
    return {true, remark};
}

CommandOutcome unhighlightInside(UndoStep& step, const WorkplacePointer& workplace,
                                 Workbook& workbook) {
    const views::Texts& texts = workplace->texts;
    const SpreadsheetDocument document = workbook.document();
    const std::vector<ConditionalFormat> formats = highlightsOf(workbook);
    if (formats.empty()) {
        return notDone(texts(frozenMark(document) ? "freeze.first" : "highlight.nothingToRemove"));
    }
    for (const ConditionalFormat& format : formats) {
        if (std::string sentence = protectionObstacle(texts, document, format.sheet);
            !sentence.empty()) {
            return notDone(std::move(sentence));
        }
        if (!removeHighlight(step, document, format)) {
            return notDone(texts("highlight.overlapped", {cellsText(format.areas)}));
        }
    }
    removeUnusedStyles(step, document);
    return {};
}

void reattach(const SpreadsheetDocument& document) {
    const std::vector<ConditionalFormat> formats = conditionalFormats(document);
    const Unnoticed unnoticed(document);
    for (const ConditionalFormat& format : formats) {
        if (format.is_ours) {
            mend(document, format);
        }
    }
}

Commands highlightCommands() {
    Commands commands;
    const auto state = [](const CommandCall& call) {
        CommandState result;
        result.is_on = isHighlighted(*call.workbook);
        result.is_enabled =
            (*result.is_on || call.workbook->planCell().is()) &&
            readOnlyObstacle(call.workplace->texts, call.workbook->document()).empty();
        return result;
    };
    commands["highlight"] = {
        [](const CommandCall& call) { return asStep(call, "highlight.title", highlightInside); },
        state};
    // A button of its own, so never shown as pressed.
    const auto off_state = [](const CommandCall& call) {
        CommandState result;
        result.is_enabled =
            isHighlighted(*call.workbook) &&
            readOnlyObstacle(call.workplace->texts, call.workbook->document()).empty();
        return result;
    };
    commands["unhighlight"] = {[](const CommandCall& call) {
                                   return asStep(call, "highlight.offTitle", unhighlightInside);
                               },
                               off_state};
    return commands;
}

} // namespace keepable::office
