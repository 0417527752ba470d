// SPDX-License-Identifier: MPL-2.0
#include "office/proposals/preview_dialog.hpp"

#include "office/boundary.hpp"
#include "office/dialog_model.hpp"
#include "office/window_disposal.hpp"

#include <com/sun/star/awt/PushButtonType.hpp>
#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XDialog2.hpp>
#include <com/sun/star/awt/grid/DefaultGridColumnModel.hpp>
#include <com/sun/star/awt/grid/DefaultGridDataModel.hpp>
#include <com/sun/star/awt/grid/XGridColumnModel.hpp>
#include <com/sun/star/awt/grid/XMutableGridDataModel.hpp>
#include <com/sun/star/style/HorizontalAlignment.hpp>
#include <com/sun/star/view/SelectionType.hpp>
#include <cppuhelper/implbase1.hxx>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr std::int32_t kWidth = 380;
constexpr std::int32_t kEdge = 6;
constexpr std::int32_t kSummaryHeight = 44;
constexpr std::int32_t kTableHeight = 150;
constexpr std::int32_t kButtonWidth = 84;
constexpr std::int32_t kButtonHeight = 14;

// endDialog()'s numbers: 0 is closing.
constexpr sal_Int32 kFirstChoice = 1;

class Choosing : public cppu::WeakImplHelper1<css::awt::XActionListener> {
  public:
    Choosing(Log& log, const Reference<css::awt::XDialog2>& dialog, sal_Int32 result)
        : log_(log), dialog_(dialog), result_(result) {}

    void SAL_CALL actionPerformed(const css::awt::ActionEvent& /*event*/) override {
        guarded(
            log_, "preview", [&] { dialog_->endDialog(result_); }, [] {});
    }
    void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override { dialog_.clear(); }

  private:
    Log& log_;
    Reference<css::awt::XDialog2> dialog_;
    sal_Int32 result_;
};

Any cellsOf(const Reference<css::uno::XComponentContext>& context, const Preview& preview) {
    const Reference<css::awt::grid::XMutableGridDataModel> cells =
        css::awt::grid::DefaultGridDataModel::create(context);
    std::vector<Sequence<Any>> rows;
    rows.reserve(preview.rows.size());
    for (const std::vector<std::string>& row : preview.rows) {
        std::vector<Any> texts;
        texts.reserve(row.size());
        for (const std::string& text : row) {
            texts.push_back(textValue(text));
        }
        rows.emplace_back(texts.data(), static_cast<sal_Int32>(texts.size()));
    }
    const Sequence<Any> headings(static_cast<sal_Int32>(rows.size()));
    cells->addRows(headings, {rows.data(), static_cast<sal_Int32>(rows.size())});
    return Any{Reference<css::awt::grid::XGridDataModel>(cells, UNO_QUERY_THROW)};
}

Any columnsOf(const Reference<css::uno::XComponentContext>& context, const Preview& preview) {
    const Reference<css::awt::grid::XGridColumnModel> columns =
        css::awt::grid::DefaultGridColumnModel::create(context);
    for (const PreviewColumn& shown : preview.columns) {
        const auto column = columns->createColumn();
        column->setTitle(toOffice(shown.heading));
        column->setFlexibility(shown.share);
        column->setHorizontalAlign(css::style::HorizontalAlignment_LEFT);
        columns->addColumn(column);
    }
    return Any{columns};
}

} // namespace

std::optional<std::size_t> askWithPreview(const CommandCall& call, const Preview& preview) {
    const auto& context = call.workplace->context;
    const std::int32_t buttons = kSummaryHeight + kTableHeight + 3 * kEdge;
    const std::int32_t inner = kWidth - 2 * kEdge;
    DialogModel model(context, preview.title, {60, 30, kWidth, buttons + kButtonHeight + kEdge});
    const ControlModel summary =
        model.add("FixedText", "summary", {kEdge, kEdge, inner, kSummaryHeight});
    setProperty(summary, "MultiLine", Any{true});
    setProperty(summary, "Label", textValue(preview.summary));
    const ControlModel table =
        model.add("Grid", "table", {kEdge, kSummaryHeight + 2 * kEdge, inner, kTableHeight});
    setProperty(table, "ColumnModel", columnsOf(context, preview));
    setProperty(table, "GridDataModel", cellsOf(context, preview));
    setProperty(table, "ShowColumnHeader", Any{true});
    setProperty(table, "SelectionModel", Any{css::view::SelectionType_SINGLE});
    const auto count = static_cast<std::int32_t>(preview.choices.size());
    const auto place = [&](std::int32_t from_right) {
        return DialogPlace{kWidth - from_right * (kButtonWidth + kEdge), buttons, kButtonWidth,
                           kButtonHeight};
    };
    for (std::int32_t i = 0; i < count; ++i) {
        const ControlModel button =
            model.add("Button", "choice" + std::to_string(i), place(count + 1 - i));
        setProperty(button, "Label", textValue(preview.choices[static_cast<std::size_t>(i)]));
        setProperty(button, "DefaultButton", Any{i == 0});
    }
    const ControlModel close = model.add("Button", "close", place(1));
    setProperty(close, "PushButtonType",
                Any{static_cast<sal_Int16>(css::awt::PushButtonType_CANCEL)});

    const Reference<css::awt::XControl> control =
        model.make(Reference<css::awt::XWindowPeer>(call.frame->getContainerWindow(), UNO_QUERY));
    const Reference<css::awt::XDialog2> dialog(control, UNO_QUERY_THROW);
    const Reference<css::awt::XControlContainer> container(control, UNO_QUERY_THROW);
    for (std::int32_t i = 0; i < count; ++i) {
        const Reference<css::awt::XButton> button(
            container->getControl(toOffice("choice" + std::to_string(i))), UNO_QUERY_THROW);
        button->addActionListener(new Choosing(call.workplace->log, dialog, kFirstChoice + i));
    }
    const sal_Int32 result = dialog->execute();
    disposeOfWindow(control);
    if (result < kFirstChoice || result >= kFirstChoice + count) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(result - kFirstChoice);
}

} // namespace keepable::office
