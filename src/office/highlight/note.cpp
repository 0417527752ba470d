// SPDX-License-Identifier: MPL-2.0
#include "office/highlight/note.hpp"

#include "office/action.hpp"
#include "office/asked_deal.hpp"
#include "office/deal_note.hpp"
#include "office/navigation.hpp"

#include <string>
#include <utility>
#include <variant>

namespace keepable::office {

namespace {

std::string reasonOf(const CommandCall& call, const std::string& key) {
    const PlanStore::PlanPointer plan = call.workbook->plan();
    const std::scoped_lock lock(plan->mutex);
    const auto deal = dealWithKey(plan->answers, key);
    return deal ? plan->answers.reason(*deal, call.workplace->texts) : std::string();
}

CommandOutcome toggleNote(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    if (std::string sentence = planObstacle(texts, *call.workbook); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    const std::string key = askedDeal(call);
    if (key.empty()) {
        return {false, texts("note.noDeal")};
    }
    auto found = DealNote::of(*call.workbook, key, texts);
    if (auto* sentence = std::get_if<std::string>(&found)) {
        return {false, std::move(*sentence)};
    }
    auto& note = std::get<DealNote>(found);
    if (note.isThere()) {
        note.remove();
    } else {
        note.write(reasonOf(call, key));
    }
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
