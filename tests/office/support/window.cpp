// SPDX-License-Identifier: MPL-2.0
#include "office/support/window.hpp"

#include "office/support/uno_text.hpp"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleAction.hpp>
#include <com/sun/star/awt/KeyEvent.hpp>
#include <com/sun/star/awt/MouseButton.hpp>
#include <com/sun/star/awt/MouseEvent.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XToolkitRobot.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/DispatchResultEvent.hpp>
#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/frame/XDispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/ui/XPanel.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <stdexcept>
#include <thread>
#include <utility>

namespace keepable::office_tests {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

Reference<css::awt::XControl> find(const Reference<css::uno::XInterface>& within,
                                   const rtl::OUString& name) {
    const Reference<css::awt::XControlContainer> container(within, UNO_QUERY);
    if (!container.is()) {
        return {};
    }
    Reference<css::awt::XControl> found = container->getControl(name);
    const css::uno::Sequence<Reference<css::awt::XControl>> controls = container->getControls();
    for (sal_Int32 i = 0; i < controls.getLength() && !found.is(); ++i) {
        found = find(controls[i], name);
    }
    return found;
}

Reference<css::awt::XWindowPeer> peerOf(const Reference<css::awt::XWindow>& window) {
    const Reference<css::awt::XControl> control(window, UNO_QUERY);
    return control.is() ? control->getPeer()
                        : Reference<css::awt::XWindowPeer>(window, UNO_QUERY_THROW);
}

// Its events come to the windows as those of keyboard and mouse do.
Reference<css::awt::XToolkitRobot> robotOf(const Reference<css::awt::XWindowPeer>& peer) {
    return {peer->getToolkit(), UNO_QUERY_THROW};
}

Reference<css::beans::XPropertySet> modelOf(const Reference<css::awt::XControl>& control) {
    return {control->getModel(), UNO_QUERY_THROW};
}

} // namespace

bool becomesTrue(const std::function<bool()>& condition, std::chrono::milliseconds time) {
    const auto end = std::chrono::steady_clock::now() + time;
    while (!condition()) {
        if (std::chrono::steady_clock::now() >= end) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return true;
}

Panel::Panel(Find find) : find_(std::move(find)) {}

Reference<css::awt::XControl> Panel::control(std::string_view name) const {
    return trying(name, [&] {
        Reference<css::awt::XControl> found = find(window(), toOffice(name));
        if (!found.is()) {
            throw std::runtime_error("the panel has no control " + std::string(name));
        }
        return found;
    });
}

bool Panel::hasControl(std::string_view name) const {
    return trying(name, [&] {
        const Reference<css::awt::XWindow2> found(find(window(), toOffice(name)), UNO_QUERY);
        return found.is() && found->isVisible();
    });
}

std::string Panel::text(std::string_view name) const {
    return trying(name, [&] {
        const auto model = modelOf(control(name));
        const bool is_field = model->getPropertySetInfo()->hasPropertyByName(toOffice("Text"));
        rtl::OUString text;
        model->getPropertyValue(toOffice(is_field ? "Text" : "Label")) >>= text;
        return fromOffice(text);
    });
}

bool Panel::isEnabled(std::string_view name) const {
    return trying(name, [&] {
        return Reference<css::awt::XWindow2>(control(name), UNO_QUERY_THROW)->isEnabled() != 0;
    });
}

void Panel::click(std::string_view name) const {
    trying(name, [&] {
        const Reference<css::accessibility::XAccessible> accessible(control(name)->getPeer(),
                                                                    UNO_QUERY_THROW);
        const Reference<css::accessibility::XAccessibleAction> action(
            accessible->getAccessibleContext(), UNO_QUERY_THROW);
        if (action->doAccessibleAction(0) == 0) {
            throw std::runtime_error("the control cannot be clicked: " + std::string(name));
        }
    });
}

void Panel::type(std::string_view name, sal_Int16 key) const {
    trying(name, [&] {
        const Reference<css::awt::XWindow2> typed_into(control(name), UNO_QUERY_THROW);
        typed_into->setFocus();
        if (!becomesTrue([&] { return typed_into->hasFocus() != 0; })) {
            throw std::runtime_error("the control takes no focus: " + std::string(name));
        }
        type(key);
    });
}

void Panel::type(sal_Int16 key, char16_t character) const {
    trying("a key", [&] {
        const Reference<css::awt::XWindowPeer> peer = peerOf(window());
        css::awt::KeyEvent event;
        event.Source = peer;
        event.KeyCode = key;
        event.KeyChar = static_cast<sal_Unicode>(character);
        const auto robot = robotOf(peer);
        robot->keyPress(event);
        robot->keyRelease(event);
    });
}

void Panel::clickAt(int x, int y) const {
    trying("a click", [&] {
        const Reference<css::awt::XWindowPeer> peer = peerOf(window());
        css::awt::MouseEvent event;
        event.Source = peer;
        event.Buttons = css::awt::MouseButton::LEFT;
        event.X = x;
        event.Y = y;
        event.ClickCount = 1;
        const auto robot = robotOf(peer);
        // As a hand does it: the heading of a grid must be told first (25.2).
        robot->mouseMove(event);
        robot->mousePress(event);
        robot->mouseRelease(event);
    });
}

css::awt::Rectangle Panel::place(std::string_view name) const {
    return trying(name, [&] {
        return Reference<css::awt::XWindow>(control(name), UNO_QUERY_THROW)->getPosSize();
    });
}

Deck::Deck(Reference<css::ui::XDeck> deck) : deck_(std::move(deck)), panels_(deck_->getPanels()) {}

bool comesToSay(const Panel& panel, std::string_view control, std::string_view part) {
    return becomesTrue([&] {
        try {
            return panel.text(control).find(part) != std::string::npos;
        } catch (const std::runtime_error&) {
            return false; // the host is making the panel anew
        }
    });
}

Panel::Find Deck::finding(std::string_view id) const {
    // The panels refer into their deck.
    return [deck = deck_, panels = panels_, id = toOffice(id)] {
        return Reference<css::ui::XPanel>(panels->getByName(id), UNO_QUERY_THROW)->getDialog();
    };
}

Panel Deck::panel(std::string_view id) const {
    return Panel(finding(id));
}

Panel Deck::expandedPanel(std::string_view id) const {
    return trying(id, [&] {
        Reference<css::ui::XPanel>(panels_->getByName(toOffice(id)), UNO_QUERY_THROW)->expand(true);
        return Panel(finding(id));
    });
}

bool Deck::isExpanded(std::string_view id) const {
    return Reference<css::ui::XPanel>(panels_->getByName(toOffice(id)), UNO_QUERY_THROW)
        ->isExpanded();
}

Window::Window(Office& office, const Workbook& workbook)
    : office_(office),
      controller_(Reference<css::frame::XModel>(workbook.document(), UNO_QUERY_THROW)
                      ->getCurrentController()) {}

Window::Window(Office& office, Reference<css::frame::XController> controller)
    : office_(office), controller_(std::move(controller)) {}

std::optional<CommandAnswer> Window::command(std::string_view command, const Arguments& arguments,
                                             bool is_silent) {
    return trying(command, [&]() -> std::optional<CommandAnswer> {
        std::string url(command);
        if (url.find(':') == std::string::npos) {
            url = "vnd.org.keepable.calc:" + url;
        }
        Arguments all = arguments;
        if (is_silent) {
            all.emplace("Silent", Any(true));
        }
        css::uno::Sequence<css::beans::PropertyValue> values(static_cast<sal_Int32>(all.size()));
        css::beans::PropertyValue* value = values.getArray();
        for (const auto& [name, content] : all) {
            value->Name = toOffice(name);
            (value++)->Value = content;
        }
        const Reference<css::frame::XDispatchHelper> helper(
            office_.service("com.sun.star.frame.DispatchHelper"), UNO_QUERY_THROW);
        const Any result = helper->executeDispatch(
            Reference<css::frame::XDispatchProvider>(controller_->getFrame(), UNO_QUERY_THROW),
            toOffice(url), rtl::OUString(), 0, values);
        css::frame::DispatchResultEvent event;
        if (!(result >>= event)) {
            return std::nullopt;
        }
        rtl::OUString sentence;
        event.Result >>= sentence;
        return CommandAnswer{event.State == css::frame::DispatchResultState::SUCCESS,
                             fromOffice(sentence)};
    });
}

std::string Window::cursor() const {
    return trying("cursor", [&] {
        const Any selected =
            Reference<css::view::XSelectionSupplier>(controller_, UNO_QUERY_THROW)->getSelection();
        Reference<css::sheet::XCellRangeAddressable> cells(selected, UNO_QUERY);
        if (!cells.is()) {
            cells.set(
                Reference<css::container::XIndexAccess>(selected, UNO_QUERY_THROW)->getByIndex(0),
                UNO_QUERY_THROW);
        }
        const css::table::CellRangeAddress place = cells->getRangeAddress();
        const Reference<css::container::XIndexAccess> sheets(
            Reference<css::sheet::XSpreadsheetDocument>(controller_->getModel(), UNO_QUERY_THROW)
                ->getSheets(),
            UNO_QUERY_THROW);
        const Reference<css::container::XNamed> sheet(sheets->getByIndex(place.Sheet),
                                                      UNO_QUERY_THROW);
        std::string column;
        for (int rest = place.StartColumn + 1; rest > 0; rest = (rest - 1) / 26) {
            column.insert(column.begin(), static_cast<char>('A' + (rest - 1) % 26));
        }
        return fromOffice(sheet->getName()) + "." + column + std::to_string(place.StartRow + 1);
    });
}

void Window::moveCursor(std::string_view cell) {
    trying(cell, [&] {
        const std::size_t dot = cell.rfind('.');
        const Reference<css::container::XNameAccess> sheets(
            Reference<css::sheet::XSpreadsheetDocument>(controller_->getModel(), UNO_QUERY_THROW)
                ->getSheets(),
            UNO_QUERY_THROW);
        const Reference<css::sheet::XSpreadsheet> sheet(
            sheets->getByName(toOffice(cell.substr(0, dot))), UNO_QUERY_THROW);
        Reference<css::sheet::XSpreadsheetView>(controller_, UNO_QUERY_THROW)
            ->setActiveSheet(sheet);
        Reference<css::view::XSelectionSupplier>(controller_, UNO_QUERY_THROW)
            ->select(Any(sheet->getCellRangeByName(toOffice(cell.substr(dot + 1)))));
    });
}

Deck Window::openDeck() {
    return trying("open the deck", [&] {
        const Reference<css::ui::XSidebarProvider> sidebar =
            Reference<css::frame::XController2>(controller_, UNO_QUERY_THROW)->getSidebar();
        if (!sidebar.is()) {
            throw std::runtime_error("the window has no sidebar");
        }
        sidebar->setVisible(true);
        sidebar->showDecks(true);
        const rtl::OUString id = toOffice("KeepableDeck");
        if (!becomesTrue([&] { return sidebar->getDecks()->hasByName(id) != 0; })) {
            throw std::runtime_error("the sidebar has no deck KeepableDeck");
        }
        Reference<css::ui::XDeck> deck(sidebar->getDecks()->getByName(id), UNO_QUERY_THROW);
        if (!deck->isActive()) {
            deck->activate(true); // on the active deck it would close it
        }
        if (!becomesTrue([&] { return deck->isActive() && deck->getPanels()->getCount() > 0; })) {
            throw std::runtime_error("the deck does not open");
        }
        return Deck(deck);
    });
}

void Window::hideSidebar() {
    trying("hide the sidebar", [&] {
        const Reference<css::ui::XSidebarProvider> sidebar =
            Reference<css::frame::XController2>(controller_, UNO_QUERY_THROW)->getSidebar();
        sidebar->setVisible(false);
        // The host may do so later, and would then hide one that is opened at once again.
        if (!becomesTrue([&] { return sidebar->isVisible() == 0; })) {
            throw std::runtime_error("the sidebar does not hide");
        }
    });
}

} // namespace keepable::office_tests
