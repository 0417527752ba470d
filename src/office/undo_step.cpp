// SPDX-License-Identifier: MPL-2.0
#include "office/undo_step.hpp"

#include "office/convert.hpp"

#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <cppuhelper/implbase1.hxx>

#include <utility>

namespace keepable::office {

namespace {

using css::uno::Reference;
using UndoManager = Reference<css::document::XUndoManager>;

class LockedUndo {
  public:
    explicit LockedUndo(const UndoManager& manager) : manager_(manager) { manager_->lock(); }
    ~LockedUndo() { manager_->unlock(); }
    LockedUndo(const LockedUndo&) = delete;
    LockedUndo& operator=(const LockedUndo&) = delete;

  private:
    UndoManager manager_;
};

class FunctionUndo : public cppu::WeakImplHelper1<css::document::XUndoAction> {
  public:
    FunctionUndo(const UndoManager& manager, std::function<void()> undo, std::function<void()> redo)
        : manager_(manager), undo_(std::move(undo)), redo_(std::move(redo)) {}

    rtl::OUString SAL_CALL getTitle() override { return toOffice("Keepable"); }
    void SAL_CALL undo() override { run(undo_); }
    void SAL_CALL redo() override { run(redo_); }

  private:
    void run(const std::function<void()>& function) {
        const LockedUndo locked(manager_);
        function();
    }

    UndoManager manager_;
    std::function<void()> undo_;
    std::function<void()> redo_;
};

UndoManager managerOf(const Reference<css::uno::XInterface>& document) {
    return Reference<css::document::XUndoManagerSupplier>(document, css::uno::UNO_QUERY_THROW)
        ->getUndoManager();
}

void performWith(const UndoManager& manager, const std::function<void()>& action,
                 std::function<void()> undo) {
    manager->addUndoAction(new FunctionUndo(manager, std::move(undo), action));
    const LockedUndo locked(manager);
    action();
}

} // namespace

UndoStep::UndoStep(const Reference<css::uno::XInterface>& document, std::string_view title)
    : manager_(managerOf(document)) {
    steps_before_ = manager_->getAllUndoActionTitles();
    manager_->enterUndoContext(toOffice(title));
    is_open_ = true;
}

UndoStep::~UndoStep() {
    try {
        leave();
    } catch (const css::uno::Exception&) {
        // The document went away meanwhile, and its undo with it.
        is_open_ = false;
    }
}

void UndoStep::add(std::function<void()> undo, std::function<void()> redo) {
    manager_->addUndoAction(new FunctionUndo(manager_, std::move(undo), std::move(redo)));
}

void UndoStep::perform(const std::function<void()>& action, std::function<void()> undo) {
    performWith(manager_, action, std::move(undo));
}

void UndoStep::rollBack() {
    // An empty context leaves nothing behind to undo, and what lies below is the user's. A full
    // undo list does not grow, but its newest step is another.
    leave();
    const css::uno::Sequence<rtl::OUString> steps = manager_->getAllUndoActionTitles();
    if (steps.getLength() > 0 && steps != steps_before_) {
        manager_->undo();
        manager_->clearRedo();
    }
}

void UndoStep::leave() {
    if (std::exchange(is_open_, false)) {
        manager_->leaveUndoContext();
    }
}

void performUndoably(const Reference<css::uno::XInterface>& document,
                     const std::function<void()>& action, std::function<void()> undo) {
    performWith(managerOf(document), action, std::move(undo));
}

} // namespace keepable::office
