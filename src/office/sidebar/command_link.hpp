// SPDX-License-Identifier: MPL-2.0
//
// A panel's hold on a command of its frame, by URL: runs it, and hears whether it is enabled and
// switched on. Menus and toolbars go the same way, so there is one way to do a thing.
//
// Errors:  a command that the frame does not know counts as disabled.
// Thread:  the office's main thread.
#pragma once

#include <com/sun/star/frame/XDispatch.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XStatusListener.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <com/sun/star/util/URL.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace keepable::office {

class CommandLink : public cppu::WeakImplHelper1<com::sun::star::frame::XStatusListener> {
  public:
    struct Status {
        bool is_enabled = true;
        std::optional<bool> is_on;
    };

    // `told` hears every change, the first one while listening begins; it may be empty.
    [[nodiscard]] static rtl::Reference<CommandLink>
    to(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
       const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>& frame,
       std::string_view url, std::function<void(const Status&)> told);

    [[nodiscard]] const Status& status() const { return status_; }
    void run();
    // Without dialogs and message boxes; the outcome comes back instead.
    struct Result {
        bool is_done = false;
        std::string sentence;
    };
    [[nodiscard]] Result runSilently(const std::map<std::string, std::string>& arguments);
    void close(); // before the panel goes

    void SAL_CALL statusChanged(const com::sun::star::frame::FeatureStateEvent& event) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;

  private:
    com::sun::star::uno::Reference<com::sun::star::frame::XDispatch> dispatch_;
    com::sun::star::util::URL url_;
    std::function<void(const Status&)> told_;
    Status status_;
};

} // namespace keepable::office
