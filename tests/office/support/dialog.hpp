// SPDX-License-Identifier: MPL-2.0
//
// A dialog or message box of the office as a user sees it: found by its title, read and clicked.
//
// Life:    good until its dialog has closed.
// Errors:  a button that is not there is a std::runtime_error.
#pragma once

#include "office/support/office.hpp"

#include <com/sun/star/accessibility/XAccessibleContext.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <rtl/ref.hxx>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace keepable::office_tests {

class Dialog {
  public:
    // The one in view with this title, waiting for it at most ten seconds.
    [[nodiscard]] static Dialog comesUp(Office& office, std::string_view title);
    [[nodiscard]] static std::optional<Dialog> find(Office& office, std::string_view title);

    // Everything it says, one text a line.
    [[nodiscard]] std::string text() const;
    void click(std::string_view button) const;

  private:
    friend class NextDialogs;
    using Context = css::uno::Reference<css::accessibility::XAccessibleContext>;
    explicit Dialog(Context context) : context_(std::move(context)) {}

    Context context_;
};

// Does something to each dialog with this title the moment it is shown: within the office's own
// call, and so also to one whose command leaves no time for anybody else.
class NextDialogs {
  public:
    NextDialogs(Office& office, std::string title, std::function<void(const Dialog&)> act);
    ~NextDialogs();
    NextDialogs(const NextDialogs&) = delete;
    NextDialogs& operator=(const NextDialogs&) = delete;

  private:
    class Listener;
    css::uno::Reference<css::awt::XExtendedToolkit> toolkit_;
    rtl::Reference<Listener> listener_;
};

} // namespace keepable::office_tests
