// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/panel.hpp"

#include "office/boundary.hpp"
#include "office/convert.hpp"
#include "office/later.hpp"
#include "office/window_disposal.hpp"

#include <com/sun/star/awt/ContainerWindowProvider.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/WindowAttribute.hpp>
#include <com/sun/star/awt/WindowClass.hpp>
#include <com/sun/star/awt/WindowDescriptor.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/ui/UIElementType.hpp>

#include <algorithm>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

// The window has no controls of its own: panels make theirs, and sizes follow the font.
constexpr std::string_view kEmptyWindow =
    "vnd.sun.star.extension://org.keepable.calc/dialogs/panel.xdl";
// Just under 250 pixels at 100 %. A sidebar whose width the user has never set opens at this width.
constexpr sal_Int32 kLeastWidthInGaps = 41;

} // namespace

Panel::Panel(PanelPlace place) : place_(std::move(place)) {}

Panel::~Panel() = default;

void Panel::open() {
    const rtl::Reference<Panel> alive(this);
    makeWindow();
    std::string failure;
    try {
        const Reference<css::frame::XController> shown = controller();
        if (shown.is()) {
            workbook_ = Workbook::of(place_.workplace, shown->getModel());
        }
        build();
        if (workbook_.is()) {
            observing_ =
                workbook_->addObserver([this](Workbook::Change change) { refreshAll(change); });
            workbook_->refresh(true); // plan cells may have come while nobody looked
        }
        refresh(Workbook::Change::kPlan);
    } catch (const css::uno::Exception& exception) {
        failure = utf8(exception.Message) + ' ';
    } catch (const std::exception& exception) {
        failure = std::string{exception.what()} + ' ';
    }
    if (!failure.empty()) {
        workplace().log.write(LogLevel::kError,
                              "panel " + utf8(place_.resource_url) + ": " + failure);
        showFailure(failure);
    }
    is_built_ = true;
    layoutNow();
}

void Panel::makeWindow() {
    css::awt::WindowDescriptor description;
    description.Type = css::awt::WindowClass_SIMPLE;
    description.WindowServiceName = "window";
    description.Parent.set(place_.parent, UNO_QUERY_THROW);
    description.ParentIndex = -1;
    description.WindowAttributes = css::awt::WindowAttribute::SHOW;
    const Reference<css::awt::XWindowPeer> frame =
        css::awt::Toolkit::create(workplace().context)->createWindow(description);
    frame_window_.set(frame, UNO_QUERY_THROW);
    window_ = css::awt::ContainerWindowProvider::create(workplace().context)
                  ->createContainerWindow(toOffice(kEmptyWindow), rtl::OUString(), frame, nullptr);
    form_ = std::make_unique<Form>(workplace().context, workplace().log, window_);
    frame_window_->addWindowListener(this);
    window_->setVisible(true);
}

void Panel::showFailure(std::string_view what) {
    has_failed_ = true;
    guarded(
        workplace().log, "panel",
        [&] {
            leave();
            form_->clear();
            form_->addLabel("failure", texts()("sidebar.failed", {what}));
        },
        [] {});
}

Reference<css::frame::XController> Panel::controller() const {
    return place_.frame.is() ? place_.frame->getController() : nullptr;
}

void Panel::refreshAll(Workbook::Change change) {
    if (is_disposed_ || has_failed_ || (change == Workbook::Change::kCells && !showsCells())) {
        return;
    }
    const rtl::Reference<Panel> alive(this);
    guarded(
        workplace().log, "panel", [&] { refresh(change); }, [] {});
}

void Panel::requestLayout() {
    measured_.reset();
    if (is_disposed_) {
        return;
    }
    layoutNow();
    if (place_.sidebar.is()) {
        place_.sidebar->requestLayout();
    }
}

void Panel::layoutNow() {
    if (is_disposed_ || !is_built_ || !window_.is()) {
        return;
    }
    guarded(
        workplace().log, "panel",
        [&] {
            const css::awt::Rectangle size = frame_window_->getPosSize();
            if (size.Width <= 0) {
                return;
            }
            window_->setPosSize(0, 0, size.Width, size.Height, css::awt::PosSize::POSSIZE);
            if (has_failed_) {
                Stack(*form_, size.Width, Stack::Purpose::kPlace).add("failure");
            } else {
                layout(size.Width, size.Height);
            }
        },
        [] {});
}

int Panel::heightFor(int width) {
    if (!measured_ || measured_->first != width) {
        int height = 0;
        if (has_failed_) {
            Stack stack(*form_, width, Stack::Purpose::kMeasure);
            stack.add("failure");
            height = stack.height();
        } else {
            height = preferredHeight(width);
        }
        measured_ = std::pair{width, height};
    }
    return measured_->second;
}

void Panel::heightAsked() {
    if (is_sight_queued_ || is_disposed_ || has_failed_ || !isWaitingForSight()) {
        return;
    }
    is_sight_queued_ = true;
    later(workplace().context, workplace().log, "panel", [self = rtl::Reference<Panel>(this)] {
        self->is_sight_queued_ = false;
        if (!self->is_disposed_ && !self->has_failed_) {
            self->inSight();
        }
    });
}

std::string Panel::kept(const std::string& name, std::string_view fallback) const {
    if (workbook_.is()) {
        const auto found = workbook_->kept.find(name);
        if (found != workbook_->kept.end()) {
            return found->second;
        }
    }
    return std::string{fallback};
}

void Panel::keep(const std::string& name, std::string_view value) {
    if (workbook_.is()) {
        workbook_->kept.insert_or_assign(name, std::string{value});
    }
}

Reference<css::frame::XFrame> SAL_CALL Panel::getFrame() {
    return place_.frame;
}

rtl::OUString SAL_CALL Panel::getResourceURL() {
    return place_.resource_url;
}

sal_Int16 SAL_CALL Panel::getType() {
    return css::ui::UIElementType::TOOLPANEL;
}

Reference<css::uno::XInterface> SAL_CALL Panel::getRealInterface() {
    return static_cast<cppu::OWeakObject*>(this);
}

Reference<css::awt::XWindow> SAL_CALL Panel::getWindow() {
    return window_;
}

Reference<css::accessibility::XAccessible>
    SAL_CALL Panel::createAccessible(const Reference<css::accessibility::XAccessible>& /*parent*/) {
    return Reference<css::accessibility::XAccessible>(window_, UNO_QUERY);
}

css::ui::LayoutSize SAL_CALL Panel::getHeightForWidth(sal_Int32 width) {
    return guarded(
        workplace().log, "panel",
        [&] {
            if (is_disposed_ || !is_built_) {
                return css::ui::LayoutSize(0, 0, 0);
            }
            heightAsked();
            const int preferred = heightFor(width);
            const bool is_growing = !has_failed_ && isGrowing();
            const int least = has_failed_ ? preferred : std::min(leastHeight(width), preferred);
            return css::ui::LayoutSize(least, is_growing ? -1 : preferred, preferred);
        },
        [] { return css::ui::LayoutSize(0, -1, 0); });
}

sal_Int32 SAL_CALL Panel::getMinimalWidth() {
    return form_ ? form_->gap() * kLeastWidthInGaps : 0;
}

void SAL_CALL Panel::dispose() {
    if (std::exchange(is_disposed_, true)) {
        return;
    }
    const rtl::Reference<Panel> alive(this);
    if (workbook_.is() && observing_) {
        workbook_->removeObserver(*observing_);
    }
    guarded(
        workplace().log, "panel", [&] { leave(); }, [] {});
    form_.reset(); // before its window, so that no action runs any more
    guarded(
        workplace().log, "panel",
        [&] {
            for (const auto& window :
                 {std::exchange(window_, nullptr), std::exchange(frame_window_, nullptr)}) {
                if (window.is()) {
                    window->removeWindowListener(this);
                    disposeOfWindow(window);
                }
            }
            const css::lang::EventObject gone(static_cast<cppu::OWeakObject*>(this));
            for (const auto& listener : std::exchange(listeners_, {})) {
                listener->disposing(gone);
            }
        },
        [] {});
    workbook_.clear();
    place_.sidebar.clear();
    place_.parent.clear();
    place_.frame.clear();
}

void SAL_CALL Panel::addEventListener(const Reference<css::lang::XEventListener>& listener) {
    if (listener.is()) {
        listeners_.push_back(listener);
    }
}

void SAL_CALL Panel::removeEventListener(const Reference<css::lang::XEventListener>& listener) {
    std::erase(listeners_, listener);
}

void SAL_CALL Panel::windowResized(const css::awt::WindowEvent& /*event*/) {
    layoutNow();
}

void SAL_CALL Panel::windowMoved(const css::awt::WindowEvent& /*event*/) {}

void SAL_CALL Panel::windowShown(const css::lang::EventObject& /*event*/) {}

void SAL_CALL Panel::windowHidden(const css::lang::EventObject& /*event*/) {}

void SAL_CALL Panel::disposing(const css::lang::EventObject& /*event*/) {
    frame_window_.clear();
    window_.clear();
}

} // namespace keepable::office
