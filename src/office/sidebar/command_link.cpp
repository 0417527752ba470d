// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/command_link.hpp"

#include "office/convert.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XNotifyingDispatch.hpp>
#include <com/sun/star/util/URLTransformer.hpp>

#include <utility>

namespace keepable::office {

namespace {

// On the main thread a command of ours has run when its dispatch returns.
class ResultListener : public cppu::WeakImplHelper1<css::frame::XDispatchResultListener> {
  public:
    void SAL_CALL dispatchFinished(const css::frame::DispatchResultEvent& event) override {
        rtl::OUString sentence;
        event.Result >>= sentence;
        result = {event.State == css::frame::DispatchResultState::SUCCESS, utf8(sentence)};
    }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override {}

    CommandLink::Result result;
};

} // namespace

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

CommandLink::Result CommandLink::runSilently(const std::map<std::string, std::string>& arguments) {
    const css::uno::Reference<css::frame::XNotifyingDispatch> dispatch(dispatch_,
                                                                       css::uno::UNO_QUERY);
    if (!dispatch.is()) {
        return {};
    }
    css::uno::Sequence<css::beans::PropertyValue> values(static_cast<sal_Int32>(arguments.size()) +
                                                         1);
    css::beans::PropertyValue* value = values.getArray();
    value->Name = "Silent";
    value->Value <<= true;
    for (const auto& [name, text] : arguments) {
        ++value;
        value->Name = toOffice(name);
        value->Value = textValue(text);
    }
    const rtl::Reference<ResultListener> listener(new ResultListener);
    dispatch->dispatchWithNotification(url_, values, listener.get());
    return listener->result;
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
