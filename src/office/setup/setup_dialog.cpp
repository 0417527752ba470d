// SPDX-License-Identifier: MPL-2.0
#include "office/setup/setup_dialog.hpp"

#include "office/boundary.hpp"
#include "office/convert.hpp"
#include "views/setup_words.hpp"

#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/PushButtonType.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XComboBox.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/sheet/XRangeSelection.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using tables::TableKind;

// In the units of dialogs, which grow with the font.
constexpr std::int32_t kWidth = 320;
constexpr std::int32_t kEdge = 6;
constexpr std::int32_t kLabelWidth = 64;
constexpr std::int32_t kPointWidth = 50;
constexpr std::int32_t kLine = 10;
constexpr std::int32_t kField = 14;
constexpr std::int32_t kIntro = 22;
constexpr std::int32_t kTableHeight = 42;
constexpr std::int32_t kButtonWidth = 56;
// The report stands to the right of the tables.
constexpr std::int32_t kReportWidth = 230;
constexpr std::int32_t kDetailLines = 7;
constexpr std::int32_t kAnswerLabelWidth = 54;

std::string nameOf(TableKind kind) {
    static constexpr std::array<const char*, kTableKinds.size()> kNames{"deals", "capacity",
                                                                        "items", "settings"};
    return kNames[static_cast<std::size_t>(kind)];
}

} // namespace

SetupDialog::SetupDialog(std::shared_ptr<SetupSession> session, TellOutcome tell)
    : session_(std::move(session)), tell_(std::move(tell)) {}

void SetupDialog::build() {
    const auto& workplace = *session_->call().workplace;
    const views::Texts& texts = session_->texts();
    const auto count = static_cast<std::int32_t>(kTableKinds.size());
    const std::int32_t foot = kIntro + count * kTableHeight;
    has_buffers_ = session_->offersBuffers();
    const std::int32_t checks = has_buffers_ ? 3 : 2;
    const std::int32_t height = foot + checks * kField + 4 * kLine + kField + 3 * kEdge;
    controls_ = DialogModel(workplace.context, texts("setup.title"),
                            {60, 30, kWidth + kReportWidth, height});
    const std::int32_t inner = kWidth - 2 * kEdge;
    const ControlModel intro = controls_.add("FixedText", "intro", {kEdge, kEdge, inner, kLine});
    setProperty(intro, "Label", textValue(texts("setup.dialog.intro")));
    for (std::int32_t i = 0; i < count; ++i) {
        addTable(kTableKinds[static_cast<std::size_t>(i)], kIntro + i * kTableHeight);
    }
    addReport(foot + checks * kField + kEdge + 4 * kLine);
    const SetupChoices choices = session_->choices();
    const auto check = [&](const std::string& name, std::int32_t top, bool is_on) {
        const ControlModel box = controls_.add("CheckBox", name, {kEdge, top, inner, kLine + 2});
        setProperty(box, "Label", textValue(texts("setup.dialog." + name)));
        setProperty(box, "State", Any{static_cast<sal_Int16>(is_on ? 1 : 0)});
        return box;
    };
    check("columns", foot, choices.columns);
    const ControlModel highlight = check("highlight", foot + kField, choices.highlight);
    setProperty(highlight, "Enabled", Any{session_->offersHighlight()});
    if (has_buffers_) {
        check("buffers", foot + 2 * kField, choices.buffers);
    }
    const ControlModel sentence = controls_.add(
        "FixedText", "sentence", {kEdge, foot + checks * kField + kEdge, inner, 4 * kLine});
    setProperty(sentence, "MultiLine", Any{true});
    const std::int32_t buttons = height - kField - kEdge;
    const auto button = [&](const std::string& name, std::int32_t from_right,
                            css::awt::PushButtonType type) {
        const ControlModel made =
            controls_.add("Button", name,
                          {kWidth + kReportWidth - from_right * (kButtonWidth + kEdge), buttons,
                           kButtonWidth, kField});
        // The host gives these types its own labels, in its own language.
        setProperty(made, "PushButtonType", Any{static_cast<sal_Int16>(type)});
        return made;
    };
    setProperty(button("ok", 2, css::awt::PushButtonType_OK), "DefaultButton", Any{true});
    button("cancel", 1, css::awt::PushButtonType_CANCEL);
}

void SetupDialog::addReport(std::int32_t bottom) {
    const views::Texts& texts = session_->texts();
    const std::int32_t width = kReportWidth - kEdge;
    const std::int32_t answer = bottom - kField;
    const std::int32_t detail = answer - kDetailLines * kLine;
    const ControlModel title =
        controls_.add("FixedText", "report_label", {kWidth, kEdge, width, kLine});
    setProperty(title, "Label", textValue(texts("setup.dialog.report")));
    const ControlModel list =
        controls_.add("ListBox", "report", {kWidth, kIntro, width, detail - kIntro - kEdge});
    setProperty(list, "MultiSelection", Any{false});
    const ControlModel sentence =
        controls_.add("FixedText", "detail", {kWidth, detail, width, kDetailLines * kLine - 2});
    setProperty(sentence, "MultiLine", Any{true});
    const ControlModel label =
        controls_.add("FixedText", "answer_label", {kWidth, answer + 2, kAnswerLabelWidth, kLine});
    setProperty(label, "Label", textValue(texts("setup.dialog.answer")));
    const ControlModel field =
        controls_.add("ComboBox", "answer",
                      {kWidth + kAnswerLabelWidth, answer, width - kAnswerLabelWidth, kField});
    setProperty(field, "Dropdown", Any{true});
    setProperty(field, "HelpText", textValue(texts("setup.dialog.answer.help")));
}

// The list anew; the same question stays selected, else the first line is.
void SetupDialog::showReport() {
    std::string selected;
    if (shown_line_ < report_.size() && report_[shown_line_].question) {
        selected = report_[shown_line_].question->setting;
    }
    report_ = reportLines(session_->proposal(), session_->texts());
    shown_line_ = 0;
    std::vector<rtl::OUString> lines;
    for (std::size_t i = 0; i < report_.size(); ++i) {
        lines.push_back(toOffice(report_[i].text));
        if (report_[i].question && report_[i].question->setting == selected) {
            shown_line_ = i;
        }
    }
    const ControlModel list = controls_.model("report");
    setProperty(
        list, "StringItemList",
        Any{css::uno::Sequence<rtl::OUString>(lines.data(), static_cast<sal_Int32>(lines.size()))});
    const auto selection = static_cast<sal_Int16>(shown_line_);
    setProperty(list, "SelectedItems", Any{css::uno::Sequence<sal_Int16>(&selection, 1)});
}

void SetupDialog::showLine() {
    const ReportLine& line = report_[shown_line_];
    setProperty(controls_.model("detail"), "Label", textValue(line.detail));
    const ControlModel field = controls_.model("answer");
    std::vector<rtl::OUString> answers;
    if (line.question) {
        for (const std::string& answer : line.question->answers) {
            answers.push_back(toOffice(answer));
        }
    }
    is_showing_ = true; // what is written here is nobody's answer
    setProperty(field, "StringItemList",
                Any{css::uno::Sequence<rtl::OUString>(answers.data(),
                                                      static_cast<sal_Int32>(answers.size()))});
    setProperty(
        field, "Text",
        textValue(line.question ? session_->proposal().answerTo(*line.question) : std::string{}));
    setProperty(field, "Enabled", Any{line.question.has_value()});
    is_showing_ = false;
}

void SetupDialog::takeAnswer() {
    if (is_showing_ || shown_line_ >= report_.size() || !report_[shown_line_].question) {
        return;
    }
    rtl::OUString text;
    controls_.model("answer")->getPropertyValue("Text") >>= text;
    session_->proposal().answer(*report_[shown_line_].question, utf8(text.trim()));
    showReport();
}

void SetupDialog::addTable(TableKind kind, std::int32_t top) {
    const views::Texts& texts = session_->texts();
    const std::string name = nameOf(kind);
    const std::string label = views::tableLabel(kind, texts);
    const ControlModel title =
        controls_.add("FixedText", name + "_label", {kEdge, top + 2, kLabelWidth, kLine});
    setProperty(title, "Label", textValue(texts("setup.dialog.label." + name)));
    const std::int32_t field_x = kEdge + kLabelWidth;
    const std::int32_t field_width = kWidth - field_x - kPointWidth - 2 * kEdge;
    const ControlModel range = controls_.add("ComboBox", name, {field_x, top, field_width, kField});
    setProperty(range, "Dropdown", Any{true});
    setProperty(range, "HelpText", textValue(texts("setup.dialog.range.help", {label})));
    std::vector<rtl::OUString> found;
    for (const tables::FoundTable& table : session_->proposal().candidates(kind)) {
        found.push_back(toOffice(session_->proposal().rangeText(table)));
    }
    setProperty(
        range, "StringItemList",
        Any{css::uno::Sequence<rtl::OUString>(found.data(), static_cast<sal_Int32>(found.size()))});
    const auto& taken = session_->proposal().table(kind);
    setProperty(range, "Text",
                textValue(taken ? session_->proposal().rangeText(*taken) : std::string{}));
    const ControlModel point = controls_.add(
        "Button", name + "_point", {kWidth - kEdge - kPointWidth, top, kPointWidth, kField});
    setProperty(point, "Label", textValue(texts("setup.dialog.point")));
    setProperty(point, "HelpText", textValue(texts("setup.dialog.point.help", {label})));
    const ControlModel state =
        controls_.add("FixedText", name + "_state",
                      {field_x, top + kField + 1, kWidth - field_x - kEdge, 2 * kLine + 2});
    setProperty(state, "MultiLine", Any{true});
}

void SetupDialog::run() {
    const auto& call = session_->call();
    const rtl::Reference<SetupDialog> alive(this);
    if (!controls_.is()) {
        build();
    }
    const Reference<css::awt::XControl> control = controls_.make(
        Reference<css::awt::XWindowPeer>(call.frame->getContainerWindow(), UNO_QUERY));
    dialog_.set(control, UNO_QUERY_THROW);
    listen();
    showState();
    pointing_.reset();
    const bool is_ok = dialog_->execute() == 1;
    const auto pointing = pointing_;
    dialog_.clear();
    Reference<css::lang::XComponent>(control, UNO_QUERY_THROW)->dispose();
    if (pointing) {
        pointAt(*pointing);
    } else if (is_ok) {
        const CommandOutcome outcome = session_->apply(choices());
        if (!outcome.sentence.empty() && tell_) {
            tell_(call, outcome);
        }
    }
}

void SetupDialog::listen() {
    const Reference<css::awt::XControlContainer> container(dialog_, UNO_QUERY_THROW);
    for (const TableKind kind : kTableKinds) {
        const std::string name = nameOf(kind);
        const auto range = container->getControl(toOffice(name));
        Reference<css::awt::XTextComponent>(range, UNO_QUERY_THROW)->addTextListener(this);
        Reference<css::awt::XComboBox>(range, UNO_QUERY_THROW)->addItemListener(this);
        Reference<css::awt::XButton>(container->getControl(toOffice(name + "_point")),
                                     UNO_QUERY_THROW)
            ->addActionListener(this);
    }
    const auto answer = container->getControl("answer");
    Reference<css::awt::XTextComponent>(answer, UNO_QUERY_THROW)->addTextListener(this);
    Reference<css::awt::XComboBox>(answer, UNO_QUERY_THROW)->addItemListener(this);
    Reference<css::awt::XListBox>(container->getControl("report"), UNO_QUERY_THROW)
        ->addItemListener(this);
    for (const char* name : {"columns", "highlight"}) {
        Reference<css::awt::XCheckBox>(container->getControl(toOffice(name)), UNO_QUERY_THROW)
            ->addItemListener(this);
    }
}

void SetupDialog::guard(const char* what, const std::function<void()>& work) {
    guarded(session_->call().workplace->log, what, work, [] {});
}

void SAL_CALL SetupDialog::actionPerformed(const css::awt::ActionEvent& event) {
    guard("set up: point", [&] {
        const Reference<css::awt::XControl> button(event.Source, UNO_QUERY_THROW);
        for (const TableKind kind : kTableKinds) {
            if (button->getModel() == controls_.model(nameOf(kind) + "_point")) {
                pointing_ = kind;
                dialog_->endExecute();
            }
        }
    });
}

void SAL_CALL SetupDialog::textChanged(const css::awt::TextEvent& event) {
    guard("set up: range", [&] {
        const Reference<css::awt::XControl> field(event.Source, UNO_QUERY_THROW);
        if (field->getModel() == controls_.model("answer")) {
            takeAnswer();
            return;
        }
        for (const TableKind kind : kTableKinds) {
            if (field->getModel() == controls_.model(nameOf(kind))) {
                readRange(kind);
            }
        }
        showState();
    });
}

void SAL_CALL SetupDialog::itemStateChanged(const css::awt::ItemEvent& event) {
    guard("set up: choice", [&] {
        const Reference<css::awt::XControl> field(event.Source, UNO_QUERY_THROW);
        if (field->getModel() == controls_.model("answer")) {
            takeAnswer();
            return;
        }
        if (field->getModel() == controls_.model("report")) {
            selectLine();
            return;
        }
        for (const TableKind kind : kTableKinds) {
            if (field->getModel() == controls_.model(nameOf(kind))) {
                readRange(kind);
            }
        }
        showState();
    });
}

void SetupDialog::readRange(TableKind kind) {
    rtl::OUString text;
    controls_.model(nameOf(kind))->getPropertyValue("Text") >>= text;
    SetupProposal& proposal = session_->proposal();
    if (text.trim().isEmpty()) {
        proposal.takeNone(kind);
    } else {
        (void)proposal.takeRange(kind, utf8(text)); // what is wrong with it shows in the state
    }
}

std::string SetupDialog::stateOf(TableKind kind) const {
    const views::Texts& texts = session_->texts();
    const SetupProposal& proposal = session_->proposal();
    const auto& table = proposal.table(kind);
    if (table) {
        return views::recognitionText(*table, texts);
    }
    rtl::OUString text;
    controls_.model(nameOf(kind))->getPropertyValue("Text") >>= text;
    if (!text.trim().isEmpty()) {
        return proposal.problemOf(kind, texts);
    }
    if (proposal.candidates(kind).size() > 1) {
        return texts("setup.dialog.choose");
    }
    if (kind == TableKind::kItems) {
        return texts("setup.dialog.no_items");
    }
    return texts(kind == TableKind::kSettings ? "setup.dialog.own_settings"
                                              : "setup.dialog.not_given");
}

SetupChoices SetupDialog::choices() const {
    const auto is_on = [&](const char* name) {
        sal_Int16 state = 0;
        controls_.model(name)->getPropertyValue("State") >>= state;
        return state == 1;
    };
    return {is_on("columns"), is_on("highlight"), has_buffers_ && is_on("buffers")};
}

void SetupDialog::selectLine() {
    css::uno::Sequence<sal_Int16> selected;
    controls_.model("report")->getPropertyValue("SelectedItems") >>= selected;
    if (selected.getLength() > 0 && static_cast<std::size_t>(selected[0]) < report_.size()) {
        shown_line_ = static_cast<std::size_t>(selected[0]);
        showLine();
    }
}

void SetupDialog::showState() {
    showReport();
    showLine();
    for (const TableKind kind : kTableKinds) {
        setProperty(controls_.model(nameOf(kind) + "_state"), "Label", textValue(stateOf(kind)));
    }
    const std::string hindrance = session_->hindrance(choices());
    setProperty(controls_.model("sentence"), "Label",
                textValue(hindrance.empty() ? session_->texts()("setup.dialog.ready") : hindrance));
    setProperty(controls_.model("ok"), "Enabled", Any{hindrance.empty()});
}

void SetupDialog::pointAt(TableKind kind) {
    const Reference<css::sheet::XRangeSelection> selection(session_->call().frame->getController(),
                                                           UNO_QUERY_THROW);
    pointing_ = kind;
    selection->addRangeSelectionListener(this);
    const auto argument = [](const char* name, const Any& value) {
        return css::beans::PropertyValue(rtl::OUString::createFromAscii(name), -1, value,
                                         css::beans::PropertyState_DIRECT_VALUE);
    };
    rtl::OUString present;
    controls_.model(nameOf(kind))->getPropertyValue("Text") >>= present;
    const views::Texts& texts = session_->texts();
    const std::array arguments{
        argument("InitialValue", Any{present}),
        argument("Title",
                 textValue(texts("setup.dialog.pick_title", {views::tableLabel(kind, texts)}))),
        argument("CloseOnMouseRelease", Any{true})};
    selection->startRangeSelection(css::uno::Sequence<css::beans::PropertyValue>(
        arguments.data(), static_cast<sal_Int32>(arguments.size())));
}

void SetupDialog::comeBack() {
    const Reference<css::sheet::XRangeSelection> selection(session_->call().frame->getController(),
                                                           UNO_QUERY_THROW);
    selection->removeRangeSelectionListener(this);
    // Not from within the host's own end of the selection.
    css::awt::AsyncCallback::create(session_->call().workplace->context)->addCallback(this, {});
}

void SAL_CALL SetupDialog::done(const css::sheet::RangeSelectionEvent& event) {
    const rtl::Reference<SetupDialog> alive(this);
    guard("set up: pointed", [&] {
        if (pointing_) {
            setProperty(controls_.model(nameOf(*pointing_)), "Text",
                        textValue(session_->proposal().tidyRange(utf8(event.RangeDescriptor))));
            readRange(*pointing_);
        }
        comeBack();
    });
}

void SAL_CALL SetupDialog::aborted(const css::sheet::RangeSelectionEvent& /*event*/) {
    const rtl::Reference<SetupDialog> alive(this);
    guard("set up: pointed", [&] { comeBack(); });
}

void SAL_CALL SetupDialog::notify(const Any& /*data*/) {
    guard("set up: dialog", [&] { run(); });
}

void SAL_CALL SetupDialog::disposing(const css::lang::EventObject& /*event*/) {}

} // namespace keepable::office
