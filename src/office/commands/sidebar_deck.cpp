// SPDX-License-Identifier: MPL-2.0
#include "office/commands/sidebar_deck.hpp"

#include "office/convert.hpp"

#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XPanel.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

// Not only brought to the front, but active afterwards; null where there is none.
Reference<css::ui::XDeck> activeDeck(const Reference<css::frame::XFrame>& frame) {
    const Reference<css::frame::XController2> controller(frame->getController(), UNO_QUERY);
    if (!controller.is()) {
        return {};
    }
    const Reference<css::ui::XSidebarProvider> sidebar = controller->getSidebar();
    if (!sidebar.is()) {
        return {};
    }
    if (!sidebar->isVisible()) {
        sidebar->setVisible(true); // a hidden sidebar has no decks
    }
    sidebar->showDecks(true);
    const Reference<css::ui::XDecks> decks = sidebar->getDecks();
    const rtl::OUString name = toOffice("KeepableDeck");
    if (!decks.is() || !decks->hasByName(name)) {
        return {};
    }
    const Reference<css::ui::XDeck> deck(decks->getByName(name), UNO_QUERY);
    if (deck.is() && !deck->isActive()) {
        deck->activate(true); // on the active deck it would close it
    }
    return deck;
}

Reference<css::ui::XPanel> panelOf(const Reference<css::ui::XDeck>& deck, const char* name) {
    const Reference<css::ui::XPanels> panels = deck->getPanels();
    const rtl::OUString key = toOffice(name);
    if (!panels.is() || !panels->hasByName(key)) {
        return {};
    }
    return Reference<css::ui::XPanel>(panels->getByName(key), UNO_QUERY);
}

void unfold(const Reference<css::ui::XPanel>& panel) {
    if (panel.is() && !panel->isExpanded()) {
        const bool collapses_others = false;
        panel->expand(collapses_others);
    }
}

constexpr const char* kConflicts = "KeepableConflictsPanel";
constexpr const char* kReview = "KeepableReviewPanel";

} // namespace

bool openConflicts(const Reference<css::frame::XFrame>& frame) {
    const Reference<css::ui::XDeck> deck = activeDeck(frame);
    if (deck.is()) {
        unfold(panelOf(deck, kConflicts));
    }
    return deck.is();
}

bool openReview(const Reference<css::frame::XFrame>& frame) {
    const Reference<css::ui::XDeck> deck = activeDeck(frame);
    if (!deck.is()) {
        return false;
    }
    unfold(panelOf(deck, kReview));
    const Reference<css::ui::XPanel> conflicts = panelOf(deck, kConflicts);
    if (conflicts.is() && conflicts->isExpanded()) {
        conflicts->collapse();
    }
    return true;
}

} // namespace keepable::office
