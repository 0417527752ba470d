// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/command_link.hpp"

#include "office/convert.hpp"

#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/util/URLTransformer.hpp>

#include <utility>

namespace keepable::office {

rtl::Reference<CommandLink>
CommandLink::to(const css::uno::Reference<css::uno::XComponentContext>& context,
                const css::uno::Reference<css::frame::XFrame>& frame, std::string_view url,
                std::function<void(const Status&)> told) {
    const rtl::Reference<CommandLink> link(new CommandLink);
    link->url_.Complete = toOffice(url);
    css::util::URLTransformer::create(context)->parseStrict(link->url_);
    link->told_ = std::move(told);
    const css::uno::Reference<css::frame::XDispatchProvider> provider(frame, css::uno::UNO_QUERY);
    if (provider.is()) {
        link->dispatch_ = provider->queryDispatch(link->url_, rtl::OUString(), 0);
    }
    link->status_.is_enabled = link->dispatch_.is();
    if (link->dispatch_.is()) {
        link->dispatch_->addStatusListener(link.get(), link->url_);
    }
    return link;
}

void CommandLink::run() {
    if (dispatch_.is()) {
        const auto dispatch = dispatch_; // the command may close the panel
        dispatch->dispatch(url_, {});
    }
}

void CommandLink::close() {
    told_ = nullptr;
    const auto dispatch = std::exchange(dispatch_, nullptr);
    if (dispatch.is()) {
        dispatch->removeStatusListener(this, url_);
    }
}

void SAL_CALL CommandLink::statusChanged(const css::frame::FeatureStateEvent& event) {
    status_.is_enabled = event.IsEnabled;
    bool is_on = false;
    status_.is_on = (event.State >>= is_on) ? std::optional{is_on} : std::nullopt;
    if (told_) {
        told_(status_);
    }
}

void SAL_CALL CommandLink::disposing(const css::lang::EventObject& /*event*/) {
    dispatch_.clear();
}

} // namespace keepable::office
