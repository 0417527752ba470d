// SPDX-License-Identifier: MPL-2.0
#include "office/setup/setup_command.hpp"

#include "office/frozen_mark.hpp"
#include "office/setup/setup_dialog.hpp"
#include "office/setup/setup_session.hpp"

#include <memory>
#include <utility>

namespace keepable::office {

namespace {

CommandOutcome setUp(const CommandCall& call, const HighlightWithin& highlight,
                     const TellOutcome& tell) {
    if (std::string sentence = documentHindrance(call); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    if (frozenMark(call.workbook->document())) {
        return {false, call.workplace->texts("freeze.first")};
    }
    const auto session = std::make_shared<SetupSession>(call, highlight);
    if (!call.is_silent && call.frame.is()) {
        const rtl::Reference<SetupDialog> dialog(new SetupDialog(session, tell));
        dialog->run();
        return {};
    }
    SetupChoices choices;
    choices.buffers = session->choices().buffers;
    if (const auto asked = call.more.find("buffer"); asked != call.more.end()) {
        choices.buffers = session->offersBuffers() && asked->second == kUsualSlip;
    }
    if (std::string sentence = session->hindrance(choices); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    return session->apply(choices);
}

} // namespace

Commands setupCommands(HighlightWithin highlight, TellOutcome tell) {
    Command command;
    command.run = [highlight = std::move(highlight), tell = std::move(tell)](
                      const CommandCall& call) { return setUp(call, highlight, tell); };
    command.state = [](const CommandCall& call) {
        return CommandState{documentHindrance(call).empty(), std::nullopt};
    };
    Commands commands;
    commands.emplace("setup", std::move(command));
    return commands;
}

} // namespace keepable::office
