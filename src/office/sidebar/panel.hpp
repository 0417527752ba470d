// SPDX-License-Identifier: MPL-2.0
//
// What all panels of the sidebar share: one object that is the host's user interface element, tool
// panel and sidebar panel, with a window for controls, a layout that follows its size, and the
// workbook it shows.
//
// Rule:    a panel keeps nothing that should outlive it: the host disposes of panels when the
//          sidebar is hidden, on print preview and on closing, and makes new ones. What stays is
//          the Workbook's.
// Use:     a panel makes its controls in build(), shows the workbook in refresh(), and places the
//          controls in layout(). preferredHeight() is asked often: it only measures, and its answer
//          is kept until the next refresh.
// Errors:  what goes wrong while building is shown in the panel's place, and logged.
// Thread:  the office's main thread.
#pragma once

#include "office/command.hpp"
#include "office/sidebar/form.hpp"
#include "office/workplace.hpp"

#include <com/sun/star/awt/XWindowListener.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/ui/XSidebar.hpp>
#include <com/sun/star/ui/XSidebarPanel.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/ui/XUIElement.hpp>
#include <cppuhelper/implbase5.hxx>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace keepable::office {

// Where a panel stands, as the host says when it asks for one.
struct PanelPlace {
    WorkplacePointer workplace;
    rtl::OUString resource_url;
    com::sun::star::uno::Reference<com::sun::star::frame::XFrame> frame;
    com::sun::star::uno::Reference<com::sun::star::awt::XWindow> parent;
    com::sun::star::uno::Reference<com::sun::star::ui::XSidebar> sidebar;
};

class Panel
    : public cppu::WeakImplHelper5<com::sun::star::ui::XUIElement, com::sun::star::ui::XToolPanel,
                                   com::sun::star::ui::XSidebarPanel,
                                   com::sun::star::lang::XComponent,
                                   com::sun::star::awt::XWindowListener> {
  public:
    explicit Panel(PanelPlace place);

    // Once, right after making: the window, the controls, the first look at the workbook.
    void open();

    // XUIElement
    com::sun::star::uno::Reference<com::sun::star::frame::XFrame> SAL_CALL getFrame() override;
    rtl::OUString SAL_CALL getResourceURL() override;
    sal_Int16 SAL_CALL getType() override;
    com::sun::star::uno::Reference<com::sun::star::uno::XInterface>
        SAL_CALL getRealInterface() override;
    // XToolPanel
    com::sun::star::uno::Reference<com::sun::star::awt::XWindow> SAL_CALL getWindow() override;
    com::sun::star::uno::Reference<com::sun::star::accessibility::XAccessible> SAL_CALL
    createAccessible(
        const com::sun::star::uno::Reference<com::sun::star::accessibility::XAccessible>& parent)
        override;
    // XSidebarPanel
    com::sun::star::ui::LayoutSize SAL_CALL getHeightForWidth(sal_Int32 width) override;
    sal_Int32 SAL_CALL getMinimalWidth() override;
    // XComponent
    void SAL_CALL dispose() override;
    void SAL_CALL addEventListener(
        const com::sun::star::uno::Reference<com::sun::star::lang::XEventListener>& listener)
        override;
    void SAL_CALL removeEventListener(
        const com::sun::star::uno::Reference<com::sun::star::lang::XEventListener>& listener)
        override;
    // XWindowListener
    void SAL_CALL windowResized(const com::sun::star::awt::WindowEvent& event) override;
    void SAL_CALL windowMoved(const com::sun::star::awt::WindowEvent& event) override;
    void SAL_CALL windowShown(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL windowHidden(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;

  protected:
    ~Panel() override;

    virtual void build() = 0;
    // Shows the workbook as it is now. First with kPlan, then on every change.
    virtual void refresh(Workbook::Change change) = 0;
    virtual void layout(int width, int height) = 0;
    [[nodiscard]] virtual int preferredHeight(int width) = 0;
    // Whether it shows cells beside the plan, so that edits which leave the plan as it is matter.
    [[nodiscard]] virtual bool showsCells() const { return false; }
    // Whether the panel can use more height than it prefers, and the least that makes sense.
    [[nodiscard]] virtual bool isGrowing() const { return false; }
    [[nodiscard]] virtual int leastHeight(int width) { return heightFor(width); }
    // Takes back what build() has put outside the window: listeners, mostly. May come after a
    // build() that failed.
    virtual void leave() {}

    [[nodiscard]] Workplace& workplace() const { return *place_.workplace; }
    [[nodiscard]] const views::Texts& texts() const { return place_.workplace->texts; }
    // Null when the frame shows no spreadsheet (while it closes, say).
    [[nodiscard]] const rtl::Reference<Workbook>& workbook() const { return workbook_; }
    [[nodiscard]] com::sun::star::uno::Reference<com::sun::star::frame::XController>
    controller() const;
    [[nodiscard]] const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>&
    frame() const {
        return place_.frame;
    }
    [[nodiscard]] Form& form() { return *form_; }
    // For a panel that works only while it is seen: it waits, asks for a layout, and is told in inSight()
    // once the host has asked for its height, which it does for unfolded panels of the deck in front
    // alone. Told later, not within the host's layout. (Asking the sidebar itself while it makes panels
    // has it make them again, 7.4.)
    [[nodiscard]] virtual bool isWaitingForSight() const { return false; }
    virtual void inSight() {}
    // Lays the panel out again, and has the sidebar ask for its height again.
    void requestLayout();
    // What a panel keeps between its lives: Workbook::kept["<panel>.<name>"].
    [[nodiscard]] std::string kept(const std::string& name, std::string_view fallback) const;
    void keep(const std::string& name, std::string_view value);

  private:
    void makeWindow();
    void showFailure(std::string_view what);
    void refreshAll(Workbook::Change change);
    void layoutNow();
    void heightAsked();
    [[nodiscard]] int heightFor(int width);

    PanelPlace place_;
    rtl::Reference<Workbook> workbook_;
    std::optional<std::uint32_t> observing_;
    // Between the sidebar's window and that of the controls. The window of a container asks for as
    // much room as its controls take now, so directly in the sidebar it would grow but never shrink.
    com::sun::star::uno::Reference<com::sun::star::awt::XWindow> frame_window_;
    com::sun::star::uno::Reference<com::sun::star::awt::XWindow> window_;
    std::unique_ptr<Form> form_;
    std::vector<com::sun::star::uno::Reference<com::sun::star::lang::XEventListener>> listeners_;
    std::optional<std::pair<int, int>> measured_; // width and height since the last refresh
    bool is_built_ = false;                       // or has failed to be; nothing to lay out before
    bool has_failed_ = false;
    bool is_disposed_ = false;
    bool is_sight_queued_ = false;
};

} // namespace keepable::office
