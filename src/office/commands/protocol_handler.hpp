// SPDX-License-Identifier: MPL-2.0
//
// Where the host brings every vnd.org.keepable.calc:* address, from menu, toolbar, shortcut, panel
// or macro. The commands themselves are handed in.
//
// Rule:    a command's sentence is shown in a message box unless it was called Silent, and always
//          comes back as the result of the dispatch. Commands run on the main thread; called from
//          another one (a macro over a pipe) they are queued and the caller is notified.
// Errors:  whatever a command throws is logged, and the outcome says that it failed. An unknown
//          command has no dispatch object, so that the host greys what asks for it.
// Thread:  any.
#pragma once

#include "office/command.hpp"
#include "office/convert.hpp"

#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XStatusListener.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase3.hxx>
#include <cppuhelper/weakref.hxx>

#include <memory>
#include <mutex>
#include <vector>

namespace keepable::office {

class CommandDispatch;

// The commands with the dispatch objects that toolbars listen to, shared by all handlers: the host
// makes a handler for every address it asks for.
struct OfferedCommands {
    OfferedCommands(WorkplacePointer its_workplace, Commands its_commands);

    // Lets toolbars know how things stand, after a command has run or an edit.
    void tellStates();

    WorkplacePointer workplace;
    const Commands commands;
    std::mutex mutex; // of listening
    std::vector<css::uno::WeakReference<css::frame::XDispatch>> listening;
};

class ProtocolHandler
    : public cppu::WeakImplHelper3<css::frame::XDispatchProvider, css::lang::XInitialization,
                                   css::lang::XServiceInfo> {
  public:
    explicit ProtocolHandler(std::shared_ptr<OfferedCommands> offered);

    // XDispatchProvider
    css::uno::Reference<css::frame::XDispatch> SAL_CALL queryDispatch(const css::util::URL& url,
                                                                      const rtl::OUString& target,
                                                                      sal_Int32 flags) override;
    css::uno::Sequence<css::uno::Reference<css::frame::XDispatch>> SAL_CALL
    queryDispatches(const css::uno::Sequence<css::frame::DispatchDescriptor>& wanted) override;
    // XInitialization: the frame.
    void SAL_CALL initialize(const css::uno::Sequence<css::uno::Any>& arguments) override;
    // XServiceInfo
    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

  private:
    std::shared_ptr<OfferedCommands> offered_;
    css::uno::WeakReference<css::frame::XFrame> frame_;
};

} // namespace keepable::office
