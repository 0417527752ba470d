// SPDX-License-Identifier: MPL-2.0
//
// One step of undo around all that a command does to a document. What the host itself cannot undo
// (cell styles, for one) joins with a pair of functions.
//
// Life:    the step ends with the object. A command that fails calls rollBack(): everything done so
//          far is undone, so that nothing half-done stays.
// Rule:    functions added run between lock() and unlock() of the undo manager, otherwise their own
//          changes would be recorded. Whenever the host draws it forgets that lock (7.4 and 25.2), and
//          what it records while undoing destroys the function: so one that the host would record
//          is each function's last change. They are undone in reverse order: what must be undone after
//          the host's own changes is added before them.
// Thread:  the office's main thread.
#pragma once

#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/uno/Sequence.hxx>
#include <com/sun/star/uno/XInterface.hpp>
#include <rtl/ustring.hxx>

#include <functional>
#include <string_view>

namespace keepable::office {

class UndoStep {
  public:
    UndoStep(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& document,
             std::string_view title);
    ~UndoStep();
    UndoStep(const UndoStep&) = delete;
    UndoStep& operator=(const UndoStep&) = delete;

    // `undo` and `redo` are kept by the document for as long as it can undo.
    void add(std::function<void()> undo, std::function<void()> redo);
    // Does something now and whenever the step is done again, unnoticed by the host's own undo.
    void perform(const std::function<void()>& action, std::function<void()> undo);
    void rollBack();

  private:
    void leave();

    com::sun::star::uno::Reference<com::sun::star::document::XUndoManager> manager_;
    com::sun::star::uno::Sequence<rtl::OUString> steps_before_; // newest first
    bool is_open_ = false;
};

// As UndoStep::perform, for code inside a step that it does not hold.
void performUndoably(
    const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& document,
    const std::function<void()>& action, std::function<void()> undo);

} // namespace keepable::office
