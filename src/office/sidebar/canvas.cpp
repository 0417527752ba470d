// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/canvas.hpp"

#include "office/boundary.hpp"
#include "office/later.hpp"

#include <com/sun/star/awt/InvalidateStyle.hpp>
#include <com/sun/star/awt/KeyModifier.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/VclWindowPeerAttribute.hpp>
#include <com/sun/star/awt/WindowAttribute.hpp>
#include <com/sun/star/awt/WindowClass.hpp>
#include <com/sun/star/awt/WindowDescriptor.hpp>
#include <com/sun/star/awt/XVclWindowPeer.hpp>
#include <rtl/ref.hxx>

#include <utility>

namespace keepable::office {

namespace {

// Marked as deprecated since 2000, yet how the host's own controls set what has no method.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
void setProperty(const css::uno::Reference<css::awt::XWindow>& window, const char* name,
                 const css::uno::Any& value) {
    const css::uno::Reference<css::awt::XVclWindowPeer> peer(window, css::uno::UNO_QUERY);
    if (peer.is()) {
        peer->setProperty(rtl::OUString::createFromAscii(name), value);
    }
}
#pragma GCC diagnostic pop

} // namespace

Canvas::Canvas(const css::uno::Reference<css::uno::XComponentContext>& context, Log& log,
               CanvasHandlers handlers)
    : context_(context), log_(log), handlers_(std::move(handlers)) {}

void Canvas::open(const Peer& parent, const PixelBox& box) {
    const css::uno::Reference<css::awt::XToolkit2> toolkit = css::awt::Toolkit::create(context_);
    toolkit_.set(toolkit, css::uno::UNO_QUERY);
    css::awt::WindowDescriptor wanted;
    wanted.Type = css::awt::WindowClass_SIMPLE;
    wanted.WindowServiceName = toOffice("window");
    wanted.ParentIndex = -1;
    wanted.Parent = parent;
    wanted.Bounds = box;
    wanted.WindowAttributes = css::awt::WindowAttribute::SHOW;
    const css::uno::Reference<css::awt::XWindowPeer> peer = toolkit->createWindow(wanted);
    window_.set(peer, css::uno::UNO_QUERY_THROW);
    look_ = Look::of(peer);
    // What the host erases with before we paint: no flash of another colour.
    peer->setBackground(look_.background);
    setProperty(window_, "Tabstop", css::uno::Any(true));
    window_->addPaintListener(this);
    window_->addMouseListener(this);
    window_->addMouseMotionListener(this);
    window_->addFocusListener(this);
    // A window made while its parent is shown already is not always painted by itself.
    invalidate();
}

void Canvas::dispose() {
    handlers_ = {};
    listenToKeys(false);
    const css::uno::Reference<css::awt::XWindow> window = std::exchange(window_, {});
    if (window.is()) {
        window->removePaintListener(this);
        window->removeMouseListener(this);
        window->removeMouseMotionListener(this);
        window->removeFocusListener(this);
        window->dispose();
    }
}

void Canvas::setPosSize(const PixelBox& box) {
    if (window_.is()) {
        window_->setPosSize(box.X, box.Y, box.Width, box.Height, css::awt::PosSize::POSSIZE);
    }
}

void Canvas::setVisible(bool is_visible) {
    if (window_.is()) {
        window_->setVisible(is_visible);
    }
}

void Canvas::invalidate() {
    const css::uno::Reference<css::awt::XWindowPeer> peer(window_, css::uno::UNO_QUERY);
    if (peer.is()) {
        peer->invalidate(css::awt::InvalidateStyle::NOERASE);
    }
}

void Canvas::takeFocus() {
    if (window_.is()) {
        window_->setFocus();
    }
}

void Canvas::setName(const rtl::OUString& name) {
    if (name != std::exchange(name_, name)) {
        setProperty(window_, "Text", css::uno::Any(name));
    }
}

void Canvas::setTooltip(const rtl::OUString& text) {
    if (text != std::exchange(tooltip_, text)) {
        setProperty(window_, "HelpText", css::uno::Any(text));
    }
}

void Canvas::paint() {
    const css::uno::Reference<css::awt::XDevice> device(window_, css::uno::UNO_QUERY);
    if (!device.is() || !handlers_.on_paint) {
        return;
    }
    const css::uno::Reference<css::awt::XGraphics> graphics = device->createGraphics();
    const css::awt::Rectangle size = window_->getPosSize();
    look_ = Look::of(window_);
    Pen pen(graphics, look_);
    pen.fill({0, 0, size.Width, size.Height}, look_.background);
    handlers_.on_paint(pen, size.Width, size.Height);
}

void SAL_CALL Canvas::windowPaint(const css::awt::PaintEvent& /*event*/) {
    guarded(
        log_, "Canvas::windowPaint", [&] { paint(); }, [] {});
}

void SAL_CALL Canvas::mousePressed(const css::awt::MouseEvent& event) {
    later(context_, log_, "Canvas::mousePressed", [self = rtl::Reference<Canvas>(this), event] {
        self->takeFocus();
        if (const auto press = self->handlers_.on_press) {
            press(event.X, event.Y, event.ClickCount > 1);
        }
    });
}

void SAL_CALL Canvas::mouseReleased(const css::awt::MouseEvent& /*event*/) {}
void SAL_CALL Canvas::mouseEntered(const css::awt::MouseEvent& /*event*/) {}
void SAL_CALL Canvas::mouseExited(const css::awt::MouseEvent& /*event*/) {}
void SAL_CALL Canvas::mouseDragged(const css::awt::MouseEvent& /*event*/) {}

void SAL_CALL Canvas::mouseMoved(const css::awt::MouseEvent& event) {
    later(context_, log_, "Canvas::mouseMoved", [self = rtl::Reference<Canvas>(this), event] {
        if (const auto move = self->handlers_.on_move) {
            move(event.X, event.Y);
        }
    });
}

// The only way to take a key; only marked as deprecated, for want of a successor.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
void Canvas::listenToKeys(bool listen) {
    if (!toolkit_.is()) {
        return;
    }
    // Whoever is added twice hears twice.
    toolkit_->removeKeyHandler(this);
    if (listen) {
        toolkit_->addKeyHandler(this);
    }
}
#pragma GCC diagnostic pop

void Canvas::setFocused(bool has_focus) {
    guarded(
        log_, "Canvas::setFocused",
        [&] {
            has_focus_ = has_focus;
            listenToKeys(has_focus);
            if (const auto focus = handlers_.on_focus) {
                focus();
            }
        },
        [] {});
}

void SAL_CALL Canvas::focusGained(const css::awt::FocusEvent& /*event*/) {
    setFocused(true);
}
void SAL_CALL Canvas::focusLost(const css::awt::FocusEvent& /*event*/) {
    setFocused(false);
}

sal_Bool SAL_CALL Canvas::keyPressed(const css::awt::KeyEvent& event) {
    const rtl::Reference<Canvas> alive(this);
    return guarded(
        log_, "Canvas::keyPressed",
        [&]() -> sal_Bool {
            const auto key = handlers_.on_key;
            if (!has_focus_ || !key || (event.Modifiers & css::awt::KeyModifier::MOD2) != 0) {
                return false;
            }
            const bool with_control = (event.Modifiers & css::awt::KeyModifier::MOD1) != 0;
            const bool is_text = !with_control && event.KeyChar >= u' ' && event.KeyChar != 0x7F;
            return key(event.KeyCode, event.KeyChar, with_control) || is_text;
        },
        []() -> sal_Bool { return false; });
}

sal_Bool SAL_CALL Canvas::keyReleased(const css::awt::KeyEvent& /*event*/) {
    return false;
}

void SAL_CALL Canvas::disposing(const css::lang::EventObject& event) {
    if (event.Source == window_) {
        window_.clear();
        handlers_ = {};
        guarded(
            log_, "Canvas::disposing", [&] { listenToKeys(false); }, [] {});
    }
}

} // namespace keepable::office
