// SPDX-License-Identifier: MPL-2.0
//
// A workbook's window as a user has it: commands, the cell cursor, Keepable's deck and the controls
// in its panels.
//
// Life:    a Deck and its Panels are good until the sidebar is hidden, the deck changed or the
//          document closed; take them anew after that.
// Errors:  what is not there, or does not become true in time, is a std::runtime_error.
#pragma once

#include "office/support/office.hpp"
#include "office/support/workbook.hpp"

#include <com/sun/star/awt/Rectangle.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XPanels.hpp>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace keepable::office_tests {

// Looks again and again, at most ten seconds; whether the condition came true.
[[nodiscard]] bool becomesTrue(const std::function<bool()>& condition,
                               std::chrono::milliseconds time = std::chrono::seconds(10));

struct CommandAnswer {
    bool is_done = false;
    std::string sentence;
};

class Panel {
  public:
    // `find` gives the panel's window as it is now: the host makes panels anew when it likes.
    using Find = std::function<css::uno::Reference<css::awt::XWindow>()>;
    explicit Panel(Find find);

    // Controls by name, however deep. hasControl: whether it is there and visible.
    [[nodiscard]] css::uno::Reference<css::awt::XControl> control(std::string_view name) const;
    [[nodiscard]] bool hasControl(std::string_view name) const;
    // What a label, field or button says: its model's Text or Label.
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] bool isEnabled(std::string_view name) const;
    // As with the mouse; the button's work may end later.
    void click(std::string_view name) const;
    // A key (com.sun.star.awt.Key) typed into the control, which gets the focus.
    void type(std::string_view name, sal_Int16 key) const;
    // A key for whatever has the focus.
    void type(sal_Int16 key, char16_t character = 0) const;
    // The left mouse button at a place of the panel, in its pixels.
    void clickAt(int x, int y) const;

    // Where it stands in the panel.
    [[nodiscard]] css::awt::Rectangle place(std::string_view name) const;

    [[nodiscard]] css::uno::Reference<css::awt::XWindow> window() const { return find_(); }

  private:
    Find find_;
};

// Whether the control comes to say this, among other things. Until then it may not be there.
[[nodiscard]] bool comesToSay(const Panel& panel, std::string_view control, std::string_view part);

class Deck {
  public:
    // Takes the deck, which must be in view, and keeps it for as long as its panels: XPanels refers
    // into its XDeck.
    explicit Deck(css::uno::Reference<css::ui::XDeck> deck);

    [[nodiscard]] Panel panel(std::string_view id) const;
    // Opened alone, the others folded up: what is out of view is not painted.
    [[nodiscard]] Panel expandedPanel(std::string_view id) const;
    [[nodiscard]] bool isActive() const { return deck_->isActive(); }
    [[nodiscard]] bool isExpanded(std::string_view id) const;

  private:
    [[nodiscard]] Panel::Find finding(std::string_view id) const;

    css::uno::Reference<css::ui::XDeck> deck_;
    css::uno::Reference<css::ui::XPanels> panels_;
};

class Window {
  public:
    using Arguments = std::map<std::string, css::uno::Any>;

    Window(Office& office, const Workbook& workbook);
    // Another window on a document, or one not made by a test.
    Window(Office& office, css::uno::Reference<css::frame::XController> controller);

    // "show" or a whole address (".uno:Undo"); silent unless told. None when nobody offers it. An
    // address of the office's own gives no sentence.
    std::optional<CommandAnswer> command(std::string_view command, const Arguments& arguments = {},
                                         bool is_silent = true);

    // As "Deals.B4"; the first cell of the selection.
    [[nodiscard]] std::string cursor() const;
    void moveCursor(std::string_view cell);

    // Opens Keepable's deck unless it is open.
    [[nodiscard]] Deck openDeck();
    void hideSidebar();

    [[nodiscard]] const css::uno::Reference<css::frame::XController>& controller() const {
        return controller_;
    }

  private:
    Office& office_;
    css::uno::Reference<css::frame::XController> controller_;
};

} // namespace keepable::office_tests
