// SPDX-License-Identifier: MPL-2.0
#include "office/commands/message_box.hpp"

#include "office/convert.hpp"

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>

namespace keepable::office {

void showMessage(const CommandCall& call, const CommandOutcome& outcome) {
    using css::uno::Reference;
    using css::uno::UNO_QUERY;
    const auto window =
        call.frame.is() ? call.frame->getContainerWindow() : Reference<css::awt::XWindow>();
    const Reference<css::awt::XWindow2> shown(window, UNO_QUERY);
    if (!shown.is() || !shown->isVisible()) {
        return;
    }
    const Reference<css::awt::XMessageBoxFactory> boxes(
        css::awt::Toolkit::create(call.workplace->context), UNO_QUERY);
    boxes
        ->createMessageBox(Reference<css::awt::XWindowPeer>(window, UNO_QUERY),
                           outcome.is_done ? css::awt::MessageBoxType_INFOBOX
                                           : css::awt::MessageBoxType_WARNINGBOX,
                           css::awt::MessageBoxButtons::BUTTONS_OK,
                           toOffice(call.workplace->texts("commands.title")),
                           toOffice(outcome.sentence))
        ->execute();
}

} // namespace keepable::office
