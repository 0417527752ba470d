// SPDX-License-Identifier: MPL-2.0
#include "office/commands/sidebar_deck.hpp"

#include "office/convert.hpp"

#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>

namespace keepable::office {

bool openDeck(const css::uno::Reference<css::frame::XFrame>& frame) {
    using css::uno::Reference;
    using css::uno::UNO_QUERY;
    const Reference<css::frame::XController2> controller(frame->getController(), UNO_QUERY);
    if (!controller.is()) {
        return false;
    }
    const Reference<css::ui::XSidebarProvider> sidebar = controller->getSidebar();
    if (!sidebar.is()) {
        return false;
    }
    if (!sidebar->isVisible()) {
        sidebar->setVisible(true); // a hidden sidebar has no decks
    }
    sidebar->showDecks(true);
    const Reference<css::ui::XDecks> decks = sidebar->getDecks();
    const rtl::OUString name = toOffice("KeepableDeck");
    if (!decks.is() || !decks->hasByName(name)) {
        return false;
    }
    const Reference<css::ui::XDeck> deck(decks->getByName(name), UNO_QUERY);
    if (deck.is() && !deck->isActive()) {
        deck->activate(true); // on the active deck it would close it
    }
    return deck.is();
}

} // namespace keepable::office
