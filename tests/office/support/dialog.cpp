// SPDX-License-Identifier: MPL-2.0
#include "office/support/dialog.hpp"

#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleAction.hpp>
#include <com/sun/star/accessibility/XAccessibleText.hpp>
#include <com/sun/star/awt/XTopWindowListener.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <cppuhelper/implbase1.hxx>

#include <stdexcept>
#include <utility>
#include <vector>

namespace keepable::office_tests {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Context = Reference<css::accessibility::XAccessibleContext>;

// Marked as deprecated, for want of users, yet the only way to the windows that are no frames.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
std::vector<Reference<css::awt::XTopWindow>> topWindows(Office& office) {
    const Reference<css::awt::XExtendedToolkit> toolkit(office.service("com.sun.star.awt.Toolkit"),
                                                        UNO_QUERY_THROW);
    std::vector<Reference<css::awt::XTopWindow>> windows;
    for (sal_Int32 i = 0; i < toolkit->getTopWindowCount(); ++i) {
        windows.push_back(toolkit->getTopWindow(i));
    }
    return windows;
}
#pragma GCC diagnostic pop

// From the top downwards until `seen` says that it has seen enough.
bool walk(const Context& from, const std::function<bool(const Context&)>& seen) {
    if (!from.is()) {
        return false;
    }
    if (seen(from)) {
        return true;
    }
    for (sal_Int32 i = 0; i < from->getAccessibleChildCount(); ++i) {
        const auto child = from->getAccessibleChild(i);
        if (child.is() && walk(child->getAccessibleContext(), seen)) {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<Dialog> Dialog::find(Office& office, std::string_view title) {
    return trying(title, [&]() -> std::optional<Dialog> {
        for (const auto& top : topWindows(office)) {
            const Reference<css::awt::XWindow2> window(top, UNO_QUERY);
            const Reference<css::accessibility::XAccessible> accessible(top, UNO_QUERY);
            if (!window.is() || !window->isVisible() || !accessible.is()) {
                continue;
            }
            const Context context = accessible->getAccessibleContext();
            if (context.is() && fromOffice(context->getAccessibleName()) == title) {
                return Dialog(context);
            }
        }
        return std::nullopt;
    });
}

Dialog Dialog::comesUp(Office& office, std::string_view title) {
    std::optional<Dialog> found;
    if (!becomesTrue([&] { return (found = find(office, title)).has_value(); })) {
        throw std::runtime_error("no dialog comes up: " + std::string(title));
    }
    return *found;
}

class NextDialogs::Listener : public cppu::WeakImplHelper1<css::awt::XTopWindowListener> {
  public:
    Listener(std::string title, std::function<void(const Dialog&)> act)
        : title_(std::move(title)), act_(std::move(act)) {}

    void SAL_CALL windowOpened(const css::lang::EventObject& event) override {
        const Reference<css::accessibility::XAccessible> accessible(event.Source, UNO_QUERY);
        const Context context = accessible.is() ? accessible->getAccessibleContext() : Context();
        if (context.is() && fromOffice(context->getAccessibleName()) == title_) {
            act_(Dialog(context));
        }
    }
    void SAL_CALL windowClosing(const css::lang::EventObject& /*event*/) override {}
    void SAL_CALL windowClosed(const css::lang::EventObject& /*event*/) override {}
    void SAL_CALL windowMinimized(const css::lang::EventObject& /*event*/) override {}
    void SAL_CALL windowNormalized(const css::lang::EventObject& /*event*/) override {}
    void SAL_CALL windowActivated(const css::lang::EventObject& /*event*/) override {}
    void SAL_CALL windowDeactivated(const css::lang::EventObject& /*event*/) override {}
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override {}

  private:
    std::string title_;
    std::function<void(const Dialog&)> act_;
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
NextDialogs::NextDialogs(Office& office, std::string title, std::function<void(const Dialog&)> act)
    : toolkit_(office.service("com.sun.star.awt.Toolkit"), UNO_QUERY_THROW),
      listener_(new Listener(std::move(title), std::move(act))) {
    toolkit_->addTopWindowListener(listener_.get());
}

NextDialogs::~NextDialogs() {
    try {
        toolkit_->removeTopWindowListener(listener_.get());
    } catch (const css::uno::Exception&) {
        // The office has gone.
        listener_.clear();
    }
}
#pragma GCC diagnostic pop

std::string Dialog::text() const {
    return trying("read a dialog", [&] {
        std::string all;
        walk(context_, [&](const Context& part) {
            const Reference<css::accessibility::XAccessibleText> text(part, UNO_QUERY);
            all += fromOffice(text.is() ? text->getText() : part->getAccessibleName()) + '\n';
            return false;
        });
        return all;
    });
}

void Dialog::click(std::string_view button) const {
    trying(button, [&] {
        const bool is_clicked = walk(context_, [&](const Context& part) {
            return part->getAccessibleRole() == css::accessibility::AccessibleRole::PUSH_BUTTON &&
                   fromOffice(part->getAccessibleName()) == button &&
                   Reference<css::accessibility::XAccessibleAction>(part, UNO_QUERY_THROW)
                           ->doAccessibleAction(0) != 0;
        });
        if (!is_clicked) {
            throw std::runtime_error("the dialog has no button " + std::string(button));
        }
    });
}

} // namespace keepable::office_tests
