// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/highlight.hpp"

#include "office/convert.hpp"
#include "office/highlight/action.hpp"
#include "office/highlight/deals_area.hpp"
#include "office/highlight/highlight_format.hpp"
#include "office/highlight/obstacles.hpp"

#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include <algorithm>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

std::vector<ConditionalFormat> highlightsOf(const Workbook& workbook) {
    std::vector<ConditionalFormat> formats;
    if (workbook.planCell().is()) {
        formats = conditionalFormats(workbook.document());
        formats.erase(std::remove_if(formats.begin(), formats.end(),
                                     [&](const ConditionalFormat& format) {
                                         return !asks(format, workbook.document(),
                                                      workbook.planCell());
                                     }),
                      formats.end());
    }
    return formats;
}

CommandOutcome notDone(std::string sentence) {
    return {false, std::move(sentence)};
}

// The document while nothing of what is done to it counts as a change by the user.
class Unnoticed {
  public:
    explicit Unnoticed(const SpreadsheetDocument& document)
        : modifiable_(document, UNO_QUERY_THROW), was_modified_(modifiable_->isModified()),
          manager_(Reference<css::document::XUndoManagerSupplier>(document, UNO_QUERY_THROW)
                       ->getUndoManager()),
          had_undo_(manager_->isUndoPossible()) {
        manager_->lock();
    }
    ~Unnoticed() {
        try {
            manager_->unlock();
            // While a document is being loaded the lock does not keep the office from recording.
            if (!had_undo_ && manager_->isUndoPossible()) {
                manager_->clear();
            }
            modifiable_->setModified(was_modified_);
        } catch (const css::uno::Exception&) {
            manager_.clear(); // the document has been closed meanwhile
        }
    }
    Unnoticed(const Unnoticed&) = delete;
    Unnoticed& operator=(const Unnoticed&) = delete;

  private:
    Reference<css::util::XModifiable> modifiable_;
    bool was_modified_;
    Reference<css::document::XUndoManager> manager_;
    bool had_undo_;
};

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
    // Ours to replace: of this plan wherever it is, of another plan where it is in the way.
    std::vector<ConditionalFormat> ours;
    CellAreas others;
    for (ConditionalFormat& format : conditionalFormats(document)) {
        const bool is_here = overlap(format.areas, {deals->area});
        if (asks(format, document, workbook.planCell()) || (format.is_ours && is_here)) {
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
    const HighlightFormulas formulas =
        highlightFormulas(workbook.planCell(), deals->area, deals->deal_column);
    if (ours.size() != 1 || !isAlready(document, ours.front(), formulas, wanted)) {
        makeMissingStyles(step, document);
        for (const ConditionalFormat& format : ours) {
            if (!removeHighlight(step, document, format)) {
                return notDone(texts("highlight.overlapped", {cellsText(format.areas)}));
            }
        }
        setHighlight(document, wanted, formulas);
    }
    return {true, left_alone.empty() ? std::string() : texts("highlight.leftAlone", {left_alone})};
}

CommandOutcome unhighlightInside(UndoStep& step, const WorkplacePointer& workplace,
                                 Workbook& workbook) {
    const views::Texts& texts = workplace->texts;
    const SpreadsheetDocument document = workbook.document();
    const std::vector<ConditionalFormat> formats = highlightsOf(workbook);
    if (formats.empty()) {
        return notDone(texts("highlight.nothingToRemove"));
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
        const bool has_plan = call.workbook.is() && call.workbook->planCell().is();
        result.is_enabled =
            has_plan && readOnlyObstacle(call.workplace->texts, call.workbook->document()).empty();
        result.is_on = has_plan && isHighlighted(*call.workbook);
        return result;
    };
    commands["highlight"] = {
        [](const CommandCall& call) { return asStep(call, "highlight.title", highlightInside); },
        state};
    commands["unhighlight"] = {[](const CommandCall& call) {
                                   return asStep(call, "highlight.offTitle", unhighlightInside);
                               },
                               state};
    return commands;
}

} // namespace keepable::office
