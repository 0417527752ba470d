// SPDX-License-Identifier: MPL-2.0
#include "office/commands/document_events.hpp"

#include "office/boundary.hpp"

#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/frame/XModel2.hpp>
#include <cppuhelper/supportsservice.hxx>

#include <string>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr const char* kImplementationName = "org.keepable.calc.DocumentEvents";
constexpr const char* kServiceName = "keepable.DocumentEvents";

struct DocumentEvent {
    std::string name;
    Reference<css::frame::XModel2> model;
};

// The host hands the event over as a list within a list.
DocumentEvent eventIn(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    DocumentEvent event;
    for (const css::beans::NamedValue& argument : arguments) {
        css::uno::Sequence<css::beans::NamedValue> environment;
        if (argument.Name != toOffice("Environment") || !(argument.Value >>= environment)) {
            continue;
        }
        for (const css::beans::NamedValue& value : environment) {
            rtl::OUString name;
            if (value.Name == toOffice("EventName") && (value.Value >>= name)) {
                event.name = utf8(name);
            } else if (value.Name == toOffice("Model")) {
                event.model.set(value.Value, UNO_QUERY);
            }
        }
    }
    return event;
}

} // namespace

DocumentEvents::DocumentEvents(WorkplacePointer workplace, const rtl::Reference<ContextMenu>& menu,
                               Loaded loaded)
    : workplace_(std::move(workplace)), menu_(menu), loaded_(std::move(loaded)) {}

css::uno::Any SAL_CALL
DocumentEvents::execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    guarded(
        workplace_->log, "document event",
        [&] {
            const DocumentEvent event = eventIn(arguments);
            const Reference<css::sheet::XSpreadsheetDocument> document(event.model, UNO_QUERY);
            if (!document.is()) {
                return;
            }
            const auto controllers = event.model->getControllers();
            while (controllers->hasMoreElements()) {
                menu_->serve(
                    Reference<css::frame::XController>(controllers->nextElement(), UNO_QUERY));
            }
            if (event.name == "OnLoad" && loaded_) {
                loaded_(document);
            }
        },
        [] {});
    return {};
}

rtl::OUString SAL_CALL DocumentEvents::getImplementationName() {
    return toOffice(kImplementationName);
}

sal_Bool SAL_CALL DocumentEvents::supportsService(const rtl::OUString& name) {
    return cppu::supportsService(this, name);
}

css::uno::Sequence<rtl::OUString> SAL_CALL DocumentEvents::getSupportedServiceNames() {
    const rtl::OUString name = toOffice(kServiceName);
    return {&name, 1};
}

} // namespace keepable::office
