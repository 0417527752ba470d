// SPDX-License-Identifier: MPL-2.0
//
// Runs what a command does as one undo step, which leaves nothing behind when the action is not
// done or fails. A read-only document is refused before anything begins.
//
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"
#include "office/obstacles.hpp"
#include "office/progress.hpp"
#include "office/undo_step.hpp"

namespace keepable::office {

// `action` takes (UndoStep&, const WorkplacePointer&, Workbook&) and gives a CommandOutcome.
template <class Action>
CommandOutcome asStep(const CommandCall& call, std::string_view title, Action action) {
    const views::Texts& texts = call.workplace->texts;
    const SpreadsheetDocument document = call.workbook->document();
    if (std::string sentence = readOnlyObstacle(texts, document); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    UndoStep step(document, texts(title));
    CommandOutcome outcome;
    try {
        outcome = action(step, call.workplace, *call.workbook);
    } catch (const Cancelled&) {
        step.rollBack();
        return {false, {}}; // the user knows
    } catch (...) {
        step.rollBack();
        throw;
    }
    if (!outcome.is_done) {
        step.rollBack();
    }
    return outcome;
}

} // namespace keepable::office
