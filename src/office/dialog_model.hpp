// SPDX-License-Identifier: MPL-2.0
//
// The controls of a dialog by name, before it is shown.
//
// Units:   those of dialogs, which grow with the font: about a quarter of a letter's width and an
//          eighth of its height.
// Thread:  the office's main thread.
#pragma once

#include "office/convert.hpp"

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace keepable::office {

using ControlModel = com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>;

void setProperty(const ControlModel& model, const char* name,
                 const com::sun::star::uno::Any& value);

struct DialogPlace {
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::int32_t width = 0;
    std::int32_t height = 0;
};

class DialogModel {
  public:
    DialogModel() = default; // without controls, to be assigned to
    DialogModel(
        const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
        std::string_view title, const DialogPlace& place);

    [[nodiscard]] bool is() const { return controls_.is(); }
    // `kind`: "Button", "FixedText", "Grid" ... In the order of the tab key.
    ControlModel add(std::string_view kind, const std::string& name, const DialogPlace& place);
    [[nodiscard]] ControlModel model(const std::string& name) const;

    // A dialog of it, not shown yet; who takes it disposes of it.
    [[nodiscard]] com::sun::star::uno::Reference<com::sun::star::awt::XControl>
    make(const com::sun::star::uno::Reference<com::sun::star::awt::XWindowPeer>& parent) const;

  private:
    com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext> context_;
    com::sun::star::uno::Reference<com::sun::star::container::XNameContainer> controls_;
    std::int16_t next_tab_ = 0;
};

} // namespace keepable::office
