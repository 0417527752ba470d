// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/panel_factory.hpp"

#include "office/boundary.hpp"
#include "office/convert.hpp"
#include "office/sidebar/capacity_panel.hpp"
#include "office/sidebar/conflicts_panel.hpp"
#include "office/sidebar/meeting_panel.hpp"
#include "office/sidebar/plan_panel.hpp"
#include "office/sidebar/review_panel.hpp"
#include "office/sidebar/what_if_panel.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/NoSuchElementException.hpp>

namespace keepable::office {

namespace {

template <class AnyPanel> rtl::Reference<Panel> make(PanelPlace place) {
    return rtl::Reference<Panel>(new AnyPanel(std::move(place)));
}

} // namespace

PanelMakers panelMakers() {
    return {{"Plan", make<PlanPanel>},         {"Conflicts", make<ConflictsPanel>},
            {"Review", make<ReviewPanel>},     {"Meeting", make<MeetingPanel>},
            {"Capacity", make<CapacityPanel>}, {"WhatIf", make<WhatIfPanel>}};
}

css::uno::Reference<css::ui::XUIElement> SAL_CALL
PanelFactory::createUIElement(const rtl::OUString& resource_url,
                              const css::uno::Sequence<css::beans::PropertyValue>& arguments) {
    const PanelMakers makers = panelMakers();
    const auto maker = makers.find(utf8(resource_url.copy(resource_url.lastIndexOf(u'/') + 1)));
    if (maker == makers.end()) {
        throw css::container::NoSuchElementException(resource_url, *this);
    }
    PanelPlace place;
    place.workplace = workplace_;
    place.resource_url = resource_url;
    for (const css::beans::PropertyValue& argument : arguments) {
        if (argument.Name == "Frame") {
            argument.Value >>= place.frame;
        } else if (argument.Name == "ParentWindow") {
            argument.Value >>= place.parent;
        } else if (argument.Name == "Sidebar") {
            argument.Value >>= place.sidebar;
        }
    }
    rtl::Reference<Panel> panel;
    guarded(
        workplace_->log, "panel",
        [&] {
            panel = maker->second(std::move(place));
            panel->open();
        },
        [&] { panel.clear(); });
    return css::uno::Reference<css::ui::XUIElement>(panel.get());
}

} // namespace keepable::office
