// SPDX-License-Identifier: MPL-2.0
#include "office/commands/protocol_handler.hpp"

#include "office/boundary.hpp"
#include "office/commands/command_dispatch.hpp"

#include <cppuhelper/supportsservice.hxx>

#include <utility>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using Dispatch = Reference<css::frame::XDispatch>;

constexpr const char* kImplementationName = "org.keepable.calc.Commands";
constexpr const char* kServiceName = "keepable.Commands";

} // namespace

OfferedCommands::OfferedCommands(WorkplacePointer its_workplace, Commands its_commands)
    : workplace(std::move(its_workplace)), commands(std::move(its_commands)) {}

void OfferedCommands::tellStates() {
    std::vector<Dispatch> alive;
    {
        const std::scoped_lock lock(mutex);
        std::vector<css::uno::WeakReference<css::frame::XDispatch>> still;
        for (const auto& weak : listening) {
            if (const Dispatch dispatch(weak); dispatch.is()) {
                alive.push_back(dispatch);
                still.push_back(weak);
            }
        }
        listening = std::move(still);
    }
    for (const Dispatch& dispatch : alive) {
        static_cast<CommandDispatch*>(dispatch.get())->tellState();
    }
}

ProtocolHandler::ProtocolHandler(std::shared_ptr<OfferedCommands> offered)
    : offered_(std::move(offered)) {}

Dispatch SAL_CALL ProtocolHandler::queryDispatch(const css::util::URL& url,
                                                 const rtl::OUString& /*target*/,
                                                 sal_Int32 /*flags*/) {
    return guarded(
        offered_->workplace->log, "queryDispatch",
        [&] {
            const CommandUrl parsed = parseCommandUrl(utf8(url.Complete));
            return offered_->commands.count(parsed.command) == 0
                       ? Dispatch()
                       : Dispatch(
                             new CommandDispatch(offered_, Reference<css::frame::XFrame>(frame_)));
        },
        [] { return Dispatch(); });
}

css::uno::Sequence<Dispatch> SAL_CALL
ProtocolHandler::queryDispatches(const css::uno::Sequence<css::frame::DispatchDescriptor>& wanted) {
    css::uno::Sequence<Dispatch> result(wanted.getLength());
    Dispatch* dispatches = result.getArray();
    for (const css::frame::DispatchDescriptor& one : wanted) {
        *dispatches++ = queryDispatch(one.FeatureURL, one.FrameName, one.SearchFlags);
    }
    return result;
}

void SAL_CALL ProtocolHandler::initialize(const css::uno::Sequence<css::uno::Any>& arguments) {
    if (arguments.getLength() > 0) {
        frame_ = Reference<css::frame::XFrame>(arguments[0], UNO_QUERY);
    }
}

rtl::OUString SAL_CALL ProtocolHandler::getImplementationName() {
    return toOffice(kImplementationName);
}

sal_Bool SAL_CALL ProtocolHandler::supportsService(const rtl::OUString& name) {
    return cppu::supportsService(this, name);
}

css::uno::Sequence<rtl::OUString> SAL_CALL ProtocolHandler::getSupportedServiceNames() {
    const rtl::OUString name = toOffice(kServiceName);
    return {&name, 1};
}

} // namespace keepable::office
