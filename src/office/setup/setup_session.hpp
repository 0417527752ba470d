// SPDX-License-Identifier: MPL-2.0
//
// One run of set up: what hinders it, the proposal, and the writing of it.
//
// Thread:  the office's main thread.
#pragma once

#include "office/progress.hpp"
#include "office/setup/setup_command.hpp"
#include "office/setup/setup_proposal.hpp"

#include <string>
#include <string_view>

namespace keepable::office {

// The setting for the usual slip, and what it may say.
inline constexpr std::string_view kQuoteBuffer = "Quote buffer";
inline constexpr std::string_view kUsualSlip = "usual slip";
inline constexpr std::string_view kNoBuffer = "none";

struct SetupChoices {
    bool columns = true;
    bool highlight = true;
    bool buffers = false; // quotes get the usual slip of their item
};

class SetupSession {
  public:
    SetupSession(CommandCall call, HighlightWithin highlight);

    [[nodiscard]] SetupProposal& proposal() { return proposal_; }
    [[nodiscard]] const CommandCall& call() const { return call_; }
    [[nodiscard]] const views::Texts& texts() const { return call_.workplace->texts; }
    [[nodiscard]] bool offersHighlight() const { return static_cast<bool>(highlight_); }
    // The deals tell when things were promised first and when they were delivered.
    [[nodiscard]] bool offersBuffers() const;
    // What the workbook has now; all of it when it was never set up.
    [[nodiscard]] SetupChoices choices() const;

    // Why these choices cannot be written; empty when they can.
    [[nodiscard]] std::string hindrance(const SetupChoices& choices) const;
    [[nodiscard]] CommandOutcome apply(const SetupChoices& choices);

  private:
    [[nodiscard]] bool addsBuffers() const; // as the settings are now
    void write(const SetupChoices& choices, UndoStep& step, Progress& progress);

    CommandCall call_;
    HighlightWithin highlight_;
    SpreadsheetDocument document_;
    SetupProposal proposal_;
    std::string remark_; // what could not be done, though the rest was
};

// Why the workbook cannot be set up at all; empty when it can.
[[nodiscard]] std::string documentHindrance(const CommandCall& call);

} // namespace keepable::office
