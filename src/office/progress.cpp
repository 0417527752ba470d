// SPDX-License-Identifier: MPL-2.0
#include "office/progress.hpp"

#include "office/boundary.hpp"
#include "office/dialog_model.hpp"

#include <com/sun/star/awt/InvalidateStyle.hpp>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XKeyListener.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <cppuhelper/implbase2.hxx>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr auto kPatience = std::chrono::milliseconds(500);

constexpr std::int32_t kWidth = 200;
constexpr std::int32_t kEdge = 6;
constexpr std::int32_t kLine = 10;
constexpr std::int32_t kSentence = 2 * kLine;
constexpr std::int32_t kButtonWidth = 56;
constexpr std::int32_t kButtonHeight = 14;

// Cancel was clicked, or Escape typed.
class CancelWish : public cppu::WeakImplHelper2<css::awt::XActionListener, css::awt::XKeyListener> {
  public:
    [[nodiscard]] bool is() const { return is_; }

    void SAL_CALL actionPerformed(const css::awt::ActionEvent& /*event*/) override { is_ = true; }
    void SAL_CALL keyPressed(const css::awt::KeyEvent& event) override {
        is_ = is_ || event.KeyCode == css::awt::Key::ESCAPE;
    }
    void SAL_CALL keyReleased(const css::awt::KeyEvent& /*event*/) override {}
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override {}

  private:
    bool is_ = false;
};

// Marked as deprecated, yet the only way that lets the office work off its events and return.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
void letEventsPass(const Reference<css::awt::XToolkit2>& toolkit) {
    toolkit->reschedule();
}
#pragma GCC diagnostic pop

} // namespace

class Progress::Window {
  public:
    Window(const CommandCall& call, const std::string& title, std::size_t parts)
        : workplace_(call.workplace), owner_(call.frame->getContainerWindow()),
          toolkit_(css::awt::Toolkit::create(call.workplace->context)),
          model_(call.workplace->context, title,
                 {100, 80, kWidth, 4 * kEdge + kSentence + kLine + kButtonHeight}),
          wish_(new CancelWish) {
        const std::int32_t inner = kWidth - 2 * kEdge;
        const ControlModel part = model_.add("FixedText", "part", {kEdge, kEdge, inner, kSentence});
        setProperty(part, "MultiLine", Any{true});
        const ControlModel bar =
            model_.add("ProgressBar", "bar", {kEdge, 2 * kEdge + kSentence, inner, kLine});
        setProperty(bar, "ProgressValueMin", Any{sal_Int32{0}});
        setProperty(bar, "ProgressValueMax", Any{static_cast<sal_Int32>(parts)});
        const ControlModel cancel =
            model_.add("Button", "cancel",
                       {(kWidth - kButtonWidth) / 2, 3 * kEdge + kSentence + kLine, kButtonWidth,
                        kButtonHeight});
        setProperty(cancel, "Label", textValue(call.workplace->texts("progress.cancel")));
        control_ = model_.make(Reference<css::awt::XWindowPeer>(owner_, UNO_QUERY));
        button_ =
            Reference<css::awt::XControlContainer>(control_, UNO_QUERY_THROW)->getControl("cancel");
        Reference<css::awt::XButton>(button_, UNO_QUERY_THROW)->addActionListener(wish_.get());
        Reference<css::awt::XWindow>(button_, UNO_QUERY_THROW)->addKeyListener(wish_.get());
        workplace_->is_at_work = true;
        owner_->setEnable(false);
    }

    ~Window() {
        guarded(
            workplace_->log, "progress",
            [&] {
                owner_->setEnable(true);
                Reference<css::lang::XComponent>(control_, UNO_QUERY_THROW)->dispose();
            },
            [] {});
        workplace_->is_at_work = false;
    }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    void show(const std::string& part, std::size_t done) {
        setProperty(model_.model("part"), "Label", textValue(part));
        setProperty(model_.model("bar"), "ProgressValue", Any{static_cast<sal_Int32>(done)});
        if (!is_shown_) {
            const Reference<css::awt::XWindow> window(control_, UNO_QUERY_THROW);
            window->setVisible(true);
            Reference<css::awt::XWindow>(button_, UNO_QUERY_THROW)->setFocus();
            is_shown_ = true;
        }
        control_->getPeer()->invalidate(css::awt::InvalidateStyle::UPDATE |
                                        css::awt::InvalidateStyle::CHILDREN);
        letEventsPass(toolkit_);
    }

    [[nodiscard]] bool isCancelled() const { return wish_->is(); }

  private:
    WorkplacePointer workplace_;
    Reference<css::awt::XWindow> owner_;
    Reference<css::awt::XToolkit2> toolkit_;
    DialogModel model_;
    Reference<css::awt::XControl> control_;
    Reference<css::awt::XControl> button_;
    rtl::Reference<CancelWish> wish_;
    bool is_shown_ = false;
};

Progress::Progress(const CommandCall& call, std::string_view title, std::size_t parts)
    : call_(call), title_(call.workplace->texts(title)), parts_(parts),
      start_(std::chrono::steady_clock::now()) {}

Progress::~Progress() {
    if (window_) {
        window_.reset();
        // What was not heard meanwhile.
        const auto& planned = call_.workplace->planned;
        if (call_.workbook->isOpen() && planned) {
            planned(DocumentReader::Document(call_.workbook->model(), UNO_QUERY));
        }
    }
}

void Progress::next(std::string_view part, std::initializer_list<std::string_view> arguments) {
    part_ = call_.workplace->texts(part, arguments);
    ++begun_;
    show();
}

void Progress::goOn() {
    show();
}

void Progress::show() {
    if (!window_ && !call_.is_silent && call_.frame.is() &&
        std::chrono::steady_clock::now() - start_ >= kPatience) {
        window_ = std::make_unique<Window>(call_, title_, parts_);
    }
    if (window_) {
        window_->show(part_, begun_ - 1);
        if (window_->isCancelled()) {
            throw Cancelled{};
        }
    }
}

} // namespace keepable::office
