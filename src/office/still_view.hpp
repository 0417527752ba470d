// SPDX-License-Identifier: MPL-2.0
//
// Holds the view of a document while many cells are written, and again while they are undone and
// done again. After each operation the host looks through all cells in view and asks their conditional
// formats: several hundred single ones take it half a minute.
//
// Life:    inside a step of undo, and only around what is sure to change something: it leaves two actions
//          in the step. Those undo in reverse order, so the last holds the view and the first lets it go.
// Errors:  when the host gives the step up half undone, it drops its actions, which lets the view go too.
// Thread:  the office's main thread.
#pragma once

#include "office/sheets.hpp"

#include <memory>

namespace keepable::office {

class StillView {
  public:
    explicit StillView(const SpreadsheetDocument& document);
    ~StillView();
    StillView(const StillView&) = delete;
    StillView& operator=(const StillView&) = delete;

  private:
    class Hold;

    SpreadsheetDocument document_;
    std::shared_ptr<Hold> hold_;
};

} // namespace keepable::office
