// SPDX-License-Identifier: MPL-2.0
//
// A command of vnd.org.keepable.calc:*, as menu, toolbar, panels, context menu and macros run it.
// Each part of the office room offers its commands as these; component joins them in one table.
//
// Shape:   run() does the work and says how it went: a sentence for the user, empty when what he
//          sees tells enough. state() is asked often and must be cheap.
// Errors:  an outcome that is not done names what is missing and what to do. Exceptions are our
//          mistake or the host's; the protocol handler catches them.
// Thread:  the office's main thread.
#pragma once

#include "office/workplace.hpp"

#include <com/sun/star/frame/XFrame.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace keepable::office {

struct CommandCall {
    WorkplacePointer workplace;
    rtl::Reference<Workbook> workbook; // of the frame
    com::sun::star::uno::Reference<com::sun::star::frame::XFrame> frame;
    std::string deal;     // argument Deal; empty: the selected one
    std::string proposal; // argument Proposal: its constant name
    std::string reason;   // argument Reason, for what wants one
    std::string plan;     // argument Plan: the handle of the plan that was looked at; empty: any
    std::map<std::string, std::string, std::less<>> more; // all other arguments, by folded name
    bool is_note = false;   // argument Note: leaves the cells alone and writes a comment
    bool is_silent = false; // argument Silent: takes the defaults without a dialog
};

struct CommandOutcome {
    bool is_done = true;
    std::string sentence;
};

struct CommandState {
    bool is_enabled = true;
    std::optional<bool> is_on; // for commands that switch something
};

struct Command {
    std::function<CommandOutcome(const CommandCall&)> run;
    std::function<CommandState(const CommandCall&)> state; // none: enabled in any spreadsheet
};

// By the name after "vnd.org.keepable.calc:".
using Commands = std::map<std::string, Command, std::less<>>;

} // namespace keepable::office
