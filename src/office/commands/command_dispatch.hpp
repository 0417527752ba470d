// SPDX-License-Identifier: MPL-2.0
//
// One address of vnd.org.keepable.calc:* in one frame, as menus, toolbars and macros hold it.
//
// Life:    as long as someone holds it; it keeps no frame and no document alive.
// Errors, Thread: see protocol_handler.hpp.
#pragma once

#include "office/commands/command_url.hpp"
#include "office/commands/protocol_handler.hpp"

#include <com/sun/star/frame/XNotifyingDispatch.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace keepable::office {

class CommandDispatch : public cppu::WeakImplHelper1<css::frame::XNotifyingDispatch> {
  public:
    using Arguments = css::uno::Sequence<css::beans::PropertyValue>;
    using Listener = css::uno::Reference<css::frame::XStatusListener>;
    using ResultListener = css::uno::Reference<css::frame::XDispatchResultListener>;

    CommandDispatch(std::shared_ptr<OfferedCommands> offered,
                    const css::uno::Reference<css::frame::XFrame>& frame);

    void tellState();

    // XNotifyingDispatch
    void SAL_CALL dispatchWithNotification(const css::util::URL& url, const Arguments& arguments,
                                           const ResultListener& listener) override;
    void SAL_CALL dispatch(const css::util::URL& url, const Arguments& arguments) override;
    void SAL_CALL addStatusListener(const Listener& listener, const css::util::URL& url) override;
    void SAL_CALL removeStatusListener(const Listener& listener,
                                       const css::util::URL& url) override;

  private:
    [[nodiscard]] CommandCall callFor(const CommandUrl& url, const Arguments& arguments) const;
    [[nodiscard]] CommandOutcome run(const CommandUrl& url, const CommandCall& call) const;
    [[nodiscard]] CommandState stateOf(const css::util::URL& url) const;
    void runNow(const css::util::URL& url, const Arguments& arguments,
                const ResultListener& listener);

    std::shared_ptr<OfferedCommands> offered_;
    css::uno::WeakReference<css::frame::XFrame> frame_;
    std::mutex mutex_; // of listeners_
    std::vector<std::pair<Listener, css::util::URL>> listeners_;
};

} // namespace keepable::office
