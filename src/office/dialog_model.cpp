// SPDX-License-Identifier: MPL-2.0
#include "office/dialog_model.hpp"

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XControlModel.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

std::string serviceOf(std::string_view kind) {
    const std::string folder = kind == "Grid" ? "grid." : "";
    return "com.sun.star.awt." + folder + "UnoControl" + std::string{kind} + "Model";
}

void setPlace(const ControlModel& model, const DialogPlace& place) {
    setProperty(model, "PositionX", Any{place.x});
    setProperty(model, "PositionY", Any{place.y});
    setProperty(model, "Width", Any{place.width});
    setProperty(model, "Height", Any{place.height});
}

} // namespace

void setProperty(const ControlModel& model, const char* name, const Any& value) {
    model->setPropertyValue(rtl::OUString::createFromAscii(name), value);
}

DialogModel::DialogModel(const Reference<css::uno::XComponentContext>& context,
                         std::string_view title, const DialogPlace& place)
    : context_(context) {
    controls_.set(context->getServiceManager()->createInstanceWithContext(
                      "com.sun.star.awt.UnoControlDialogModel", context),
                  UNO_QUERY_THROW);
    const ControlModel dialog(controls_, UNO_QUERY_THROW);
    setPlace(dialog, place);
    setProperty(dialog, "Title", textValue(title));
    setProperty(dialog, "Moveable", Any{true});
}

ControlModel DialogModel::add(std::string_view kind, const std::string& name,
                              const DialogPlace& place) {
    const Reference<css::lang::XMultiServiceFactory> factory(controls_, UNO_QUERY_THROW);
    const ControlModel control(factory->createInstance(toOffice(serviceOf(kind))), UNO_QUERY_THROW);
    setPlace(control, place);
    setProperty(control, "TabIndex", Any{next_tab_++});
    controls_->insertByName(toOffice(name), Any{control});
    return control;
}

ControlModel DialogModel::model(const std::string& name) const {
    return ControlModel(controls_->getByName(toOffice(name)), UNO_QUERY_THROW);
}

Reference<css::awt::XControl>
DialogModel::make(const Reference<css::awt::XWindowPeer>& parent) const {
    Reference<css::awt::XControl> control(context_->getServiceManager()->createInstanceWithContext(
                                              "com.sun.star.awt.UnoControlDialog", context_),
                                          UNO_QUERY_THROW);
    control->setModel(Reference<css::awt::XControlModel>(controls_, UNO_QUERY_THROW));
    // Otherwise it is shown as soon as it has a peer.
    Reference<css::awt::XWindow>(control, UNO_QUERY_THROW)->setVisible(false);
    control->createPeer(
        Reference<css::awt::XToolkit>(css::awt::Toolkit::create(context_), UNO_QUERY_THROW),
        parent);
    return control;
}

} // namespace keepable::office
