// SPDX-License-Identifier: MPL-2.0
//
// A child window of a panel that we paint ourselves, with mouse, keyboard and focus. The host gives
// no widget for pictures, and an image control would be blurred at 200 %.
//
// Rule:    the owner keeps the state and repaints by invalidate(); the canvas only passes on what
//          happens. Keys are taken before the host sees them: what is typed in a panel and
//          not taken, Calc writes into the cell. Tab, Escape and shortcuts are left to the host.
// Errors:  nothing thrown by a handler gets out; it is logged.
// Life:    until dispose(), or until the host takes the window away. Afterwards every call does
//          nothing.
// Thread:  the office's main thread.
#pragma once

#include "office/log.hpp"
#include "office/sidebar/pen.hpp"

#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/awt/XFocusListener.hpp>
#include <com/sun/star/awt/XKeyHandler.hpp>
#include <com/sun/star/awt/XMouseListener.hpp>
#include <com/sun/star/awt/XMouseMotionListener.hpp>
#include <com/sun/star/awt/XPaintListener.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase5.hxx>
#include <rtl/ref.hxx>

#include <functional>

namespace keepable::office {

struct CanvasHandlers {
    std::function<void(Pen&, std::int32_t width, std::int32_t height)> on_paint;
    std::function<void(std::int32_t x, std::int32_t y, bool is_double)> on_press;
    std::function<void(std::int32_t x, std::int32_t y)> on_move;
    // By com.sun.star.awt.Key and the character typed; true when it was wanted.
    std::function<bool(std::int16_t key, char16_t character, bool with_control)> on_key;
    std::function<void()> on_focus; // gained or lost
};

class Canvas : public cppu::WeakImplHelper5<
                   com::sun::star::awt::XPaintListener, com::sun::star::awt::XMouseListener,
                   com::sun::star::awt::XMouseMotionListener, com::sun::star::awt::XFocusListener,
                   com::sun::star::awt::XKeyHandler> {
  public:
    using Peer = com::sun::star::uno::Reference<com::sun::star::awt::XWindowPeer>;

    Canvas(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
           Log& log, CanvasHandlers handlers);

    // Makes the window inside the parent; apart from the constructor because listeners are counted.
    void open(const Peer& parent, const PixelBox& box);
    void dispose();

    void setPosSize(const PixelBox& box);
    void setVisible(bool is_visible);
    void invalidate();
    void takeFocus();
    [[nodiscard]] bool hasFocus() const { return has_focus_; }
    void setName(const rtl::OUString& name); // what a screen reader says
    void setTooltip(const rtl::OUString& text);
    // Read again when the window is made and whenever the host's settings may have changed.
    [[nodiscard]] const Look& look() const { return look_; }
    [[nodiscard]] const com::sun::star::uno::Reference<com::sun::star::awt::XWindow>&
    window() const {
        return window_;
    }

    // XPaintListener
    void SAL_CALL windowPaint(const com::sun::star::awt::PaintEvent& event) override;
    // XMouseListener
    void SAL_CALL mousePressed(const com::sun::star::awt::MouseEvent& event) override;
    void SAL_CALL mouseReleased(const com::sun::star::awt::MouseEvent& event) override;
    void SAL_CALL mouseEntered(const com::sun::star::awt::MouseEvent& event) override;
    void SAL_CALL mouseExited(const com::sun::star::awt::MouseEvent& event) override;
    // XMouseMotionListener
    void SAL_CALL mouseDragged(const com::sun::star::awt::MouseEvent& event) override;
    void SAL_CALL mouseMoved(const com::sun::star::awt::MouseEvent& event) override;
    // XFocusListener
    void SAL_CALL focusGained(const com::sun::star::awt::FocusEvent& event) override;
    void SAL_CALL focusLost(const com::sun::star::awt::FocusEvent& event) override;
    // XKeyHandler
    sal_Bool SAL_CALL keyPressed(const com::sun::star::awt::KeyEvent& event) override;
    sal_Bool SAL_CALL keyReleased(const com::sun::star::awt::KeyEvent& event) override;
    // XEventListener
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;

  private:
    void paint();
    void setFocused(bool has_focus);
    void listenToKeys(bool listen);

    com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext> context_;
    Log& log_;
    CanvasHandlers handlers_;
    com::sun::star::uno::Reference<com::sun::star::awt::XExtendedToolkit> toolkit_;
    com::sun::star::uno::Reference<com::sun::star::awt::XWindow> window_;
    Look look_;
    rtl::OUString name_;
    rtl::OUString tooltip_;
    bool has_focus_ = false;
};

} // namespace keepable::office
