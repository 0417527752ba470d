// SPDX-License-Identifier: MPL-2.0
#include "office/commands/command_dispatch.hpp"

#include "office/boundary.hpp"
#include "office/commands/message_box.hpp"
#include "office/later.hpp"
#include "office/navigation.hpp"
#include "tables/names.hpp"
#include "tables/plan_reader.hpp"

#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>

#include <algorithm>
#include <unistd.h>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

// The office runs its windows on the thread the process began with.
bool isMainThread() {
    return ::gettid() == ::getpid();
}

// A macro may hand over a deal's name as the number that the cell shows.
std::string keyIn(const css::uno::Any& value) {
    rtl::OUString text;
    if (value >>= text) {
        return utf8(text);
    }
    tables::TextPool texts;
    return tables::dealKey(cellFrom(value, texts));
}

std::string argumentIn(const css::uno::Any& value) {
    bool is_yes = false;
    return (value >>= is_yes) ? std::string(is_yes ? "true" : "false") : keyIn(value);
}

void takeArgument(const std::string& name, const std::string& value, CommandCall& call) {
    if (name == "deal") {
        call.deal = value;
    } else if (name == "proposal") {
        call.proposal = value;
    } else if (name == "reason") {
        call.reason = value;
    } else if (name == "plan") {
        call.plan = value;
    } else if (name == "note") {
        call.is_note = meansYes(value);
    } else if (name == "silent") {
        call.is_silent = meansYes(value);
    } else {
        call.more[name] = value;
    }
}

} // namespace

CommandDispatch::CommandDispatch(std::shared_ptr<OfferedCommands> offered,
                                 const Reference<css::frame::XFrame>& frame)
    : offered_(std::move(offered)), frame_(frame) {}

CommandCall CommandDispatch::callFor(const CommandUrl& url, const Arguments& arguments) const {
    CommandCall call;
    call.workplace = offered_->workplace;
    call.frame = frame_;
    for (const auto& [name, value] : url.arguments) {
        takeArgument(name, value, call);
    }
    for (const css::beans::PropertyValue& argument : arguments) {
        const std::string name = tables::foldedName(utf8(argument.Name));
        takeArgument(name, argumentIn(argument.Value), call);
    }
    if (const auto controller =
            call.frame.is() ? call.frame->getController() : ControllerReference();
        controller.is()) {
        call.workbook = Workbook::of(call.workplace, controller->getModel());
    }
    return call;
}

CommandOutcome CommandDispatch::run(const CommandUrl& url, const CommandCall& call) const {
    const views::Texts& texts = call.workplace->texts;
    const auto command = offered_->commands.find(url.command);
    if (command == offered_->commands.end()) {
        return {false, texts("commands.unknown", {url.command})};
    }
    if (call.workplace->is_at_work) {
        return {false, texts("commands.busy")};
    }
    if (!call.workbook.is()) {
        return {false, texts("commands.no_spreadsheet")};
    }
    // Print preview shows pages: there are no cells to go to.
    if (!Reference<css::sheet::XSpreadsheetView>(call.frame->getController(), UNO_QUERY).is()) {
        return {false, texts("commands.preview")};
    }
    return command->second.run(call);
}

void CommandDispatch::runNow(const css::util::URL& url, const Arguments& arguments,
                             const ResultListener& listener) {
    Log& log = offered_->workplace->log;
    const CommandUrl parsed = parseCommandUrl(utf8(url.Complete));
    const std::string place = "command " + parsed.command;
    CommandCall call;
    const CommandOutcome outcome = guarded(
        log, place.c_str(),
        [&] {
            call = callFor(parsed, arguments);
            return run(parsed, call);
        },
        [&] {
            return CommandOutcome{false,
                                  offered_->workplace->texts("commands.failed", {log.filePath()})};
        });
    guarded(
        log, place.c_str(),
        [&] {
            offered_->tellStates();
            // Whoever has closed the document meanwhile wants to hear no more of it.
            const bool is_open = !call.workbook.is() || call.workbook->isOpen();
            if (!outcome.sentence.empty() && !call.is_silent && is_open) {
                showMessage(call, outcome);
            }
        },
        [] {});
    if (listener.is()) {
        const auto state = outcome.is_done ? css::frame::DispatchResultState::SUCCESS
                                           : css::frame::DispatchResultState::FAILURE;
        guarded(
            log, place.c_str(),
            [&] {
                listener->dispatchFinished(css::frame::DispatchResultEvent(
                    static_cast<cppu::OWeakObject*>(this), state, textValue(outcome.sentence)));
            },
            [] {});
    }
}

void SAL_CALL CommandDispatch::dispatchWithNotification(const css::util::URL& url,
                                                        const Arguments& arguments,
                                                        const ResultListener& listener) {
    if (isMainThread()) {
        const rtl::Reference<CommandDispatch> alive(this);
        runNow(url, arguments, listener);
        return;
    }
    later(offered_->workplace->context, offered_->workplace->log, "dispatch",
          [self = rtl::Reference<CommandDispatch>(this), url, arguments, listener] {
              self->runNow(url, arguments, listener);
          });
}

void SAL_CALL CommandDispatch::dispatch(const css::util::URL& url, const Arguments& arguments) {
    dispatchWithNotification(url, arguments, {});
}

CommandState CommandDispatch::stateOf(const css::util::URL& url) const {
    const CommandUrl parsed = parseCommandUrl(utf8(url.Complete));
    const auto command = offered_->commands.find(parsed.command);
    const Reference<css::frame::XFrame> frame(frame_);
    const auto controller = frame.is() ? frame->getController() : ControllerReference();
    const Reference<css::sheet::XSpreadsheetView> view(controller, UNO_QUERY);
    if (command == offered_->commands.end() || !view.is()) {
        return {false, {}};
    }
    if (!command->second.state) {
        return {}; // a command that is always there needs no look at the document
    }
    const CommandCall call = callFor(parsed, {});
    return call.workbook.is() ? command->second.state(call) : CommandState{false, {}};
}

void CommandDispatch::tellState() {
    std::vector<std::pair<Listener, css::util::URL>> listeners;
    {
        const std::scoped_lock lock(mutex_);
        listeners = listeners_;
    }
    for (const auto& entry : listeners) {
        // One listener's failure, or its document's end, is not another's.
        guarded(
            offered_->workplace->log, "command state",
            [&] {
                const auto& [listener, url] = entry;
                const CommandState state = stateOf(url);
                css::frame::FeatureStateEvent event;
                event.Source = static_cast<cppu::OWeakObject*>(this);
                event.FeatureURL = url;
                event.IsEnabled = state.is_enabled;
                if (state.is_on) {
                    event.State <<= *state.is_on;
                }
                listener->statusChanged(event);
            },
            [] {});
    }
}

void SAL_CALL CommandDispatch::addStatusListener(const Listener& listener,
                                                 const css::util::URL& url) {
    guarded(
        offered_->workplace->log, "command state",
        [&] {
            {
                const std::scoped_lock lock(mutex_, offered_->mutex);
                listeners_.emplace_back(listener, url);
                if (listeners_.size() == 1) {
                    offered_->listening.emplace_back(Reference<css::frame::XDispatch>(this));
                }
            }
            tellState();
        },
        [] {});
}

void SAL_CALL CommandDispatch::removeStatusListener(const Listener& listener,
                                                    const css::util::URL& /*url*/) {
    const std::scoped_lock lock(mutex_);
    listeners_.erase(std::remove_if(listeners_.begin(), listeners_.end(),
                                    [&](const auto& entry) { return entry.first == listener; }),
                     listeners_.end());
}

} // namespace keepable::office
