// SPDX-License-Identifier: MPL-2.0
//
// Makes the panels of the deck when the host asks for one by its resource URL, see
// registration/Sidebar.xcu: private:resource/toolpanel/KeepablePanels/<name>.
//
// Errors:  an unknown name is a NoSuchElementException; a panel that cannot be built says so itself.
// Thread:  the office's main thread.
#pragma once

#include "office/sidebar/panel.hpp"

#include <com/sun/star/ui/XUIElementFactory.hpp>
#include <cppuhelper/implbase1.hxx>

#include <functional>
#include <map>
#include <string>

namespace keepable::office {

using MakePanel = std::function<rtl::Reference<Panel>(PanelPlace)>;
// By the last part of the resource URL.
using PanelMakers = std::map<std::string, MakePanel, std::less<>>;

[[nodiscard]] PanelMakers panelMakers();

class PanelFactory : public cppu::WeakImplHelper1<com::sun::star::ui::XUIElementFactory> {
  public:
    explicit PanelFactory(WorkplacePointer workplace) : workplace_(std::move(workplace)) {}

    com::sun::star::uno::Reference<com::sun::star::ui::XUIElement> SAL_CALL createUIElement(
        const rtl::OUString& resource_url,
        const com::sun::star::uno::Sequence<com::sun::star::beans::PropertyValue>& arguments)
        override;

  private:
    WorkplacePointer workplace_;
};

} // namespace keepable::office
