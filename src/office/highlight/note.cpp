// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/note.hpp"

#include "office/convert.hpp"
#include "office/highlight/action.hpp"
#include "office/highlight/deals_area.hpp"
#include "office/navigation.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSheetAnnotation.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/text/XSimpleText.hpp>

#include <optional>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using Notes = Reference<css::sheet::XSheetAnnotations>;

// The first line of our notes, the same in every language.
constexpr std::string_view kMark = "Keepable: ";

std::optional<sal_Int32> noteAt(const Notes& notes, const css::table::CellAddress& at) {
    const Reference<css::container::XIndexAccess> all(notes, UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < all->getCount(); ++i) {
        const Reference<css::sheet::XSheetAnnotation> note(all->getByIndex(i), UNO_QUERY_THROW);
        if (note->getPosition() == at) {
            return i;
        }
    }
    return std::nullopt;
}

std::string textOf(const Notes& notes, sal_Int32 index) {
    const Reference<css::container::XIndexAccess> all(notes, UNO_QUERY_THROW);
    const Reference<css::text::XSimpleText> note(all->getByIndex(index), UNO_QUERY_THROW);
    return utf8(note->getString());
}

// Where the deal's note goes: its first row, the deal's name or else the first column.
struct Place {
    css::table::CellAddress at;
    std::string text;
};

std::optional<Place> placeOf(const CommandCall& call, const std::string& key) {
    const auto area = dealsArea(*call.workbook);
    const PlanStore::PlanPointer plan = call.workbook->plan();
    if (!area || !plan) {
        return std::nullopt;
    }
    const std::scoped_lock lock(plan->mutex);
    const auto deal = dealWithKey(plan->answers, key);
    if (!deal) {
        return std::nullopt;
    }
    const sal_Int32 row = plan->answers.text(*deal).row - 1;
    return Place{{area->area.Sheet, area->deal_column.value_or(area->area.StartColumn), row},
                 std::string(kMark) + plan->answers.text(*deal).name + "\n" +
                     plan->answers.reason(*deal, call.workplace->texts)};
}

std::string keyOf(const CommandCall& call) {
    if (!call.deal.empty()) {
        return call.deal;
    }
    if (call.frame.is()) {
        if (const auto deal = dealAtCursor(call.frame->getController(), *call.workbook)) {
            return *deal;
        }
    }
    return call.workbook->selectedDeal();
}

CommandOutcome toggleNote(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    if (std::string sentence = planObstacle(texts, *call.workbook); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    const std::string key = keyOf(call);
    if (key.empty()) {
        return {false, texts("note.noDeal")};
    }
    const auto place = placeOf(call, key);
    if (!place) {
        return {false, texts("note.unknownDeal", {key})};
    }
    const SpreadsheetDocument document = call.workbook->document();
    if (std::string sentence = protectionObstacle(texts, document, place->at.Sheet);
        !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    const Notes notes = Reference<css::sheet::XSheetAnnotationsSupplier>(
                            sheets->getByIndex(place->at.Sheet), UNO_QUERY_THROW)
                            ->getAnnotations();
    const auto index = noteAt(notes, place->at);
    if (!index) {
        notes->insertNew(place->at, toOffice(place->text));
        return {};
    }
    if (textOf(notes, *index).rfind(kMark, 0) != 0) {
        return {false, texts("note.taken", {key})};
    }
    notes->removeByIndex(*index);
    return {};
}

} // namespace

Commands noteCommands() {
    Commands commands;
    commands["note"] = {[](const CommandCall& call) {
                            return asStep(call, "note.title",
                                          [&](UndoStep&, const WorkplacePointer&, Workbook&) {
                                              return toggleNote(call);
                                          });
                        },
                        {}};
    return commands;
}

} // namespace keepable::office
