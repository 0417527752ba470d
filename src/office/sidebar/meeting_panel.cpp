// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/meeting_panel.hpp"

#include "office/navigation.hpp"

#include <com/sun/star/awt/XControl.hpp>

#include <algorithm>
#include <utility>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

constexpr int kFindingRows = 6;

std::string numbered(const char* name, std::size_t index) {
    return name + std::to_string(index + 1);
}

// One below the other, each begun by a dot: sentences may take several lines.
std::string listed(const views::Shortened<std::string>& lines, const views::Texts& texts) {
    std::string all;
    for (const std::string& line : lines.lines) {
        all += (all.empty() ? "• " : "\n• ") + line;
    }
    if (lines.more > 0) {
        all += "\n" + texts.counted("agenda.more", lines.more);
    }
    return all;
}

} // namespace

void MeetingPanel::build() {
    agenda_ = CommandLink::to(workplace().context, frame(), "vnd.org.keepable.calc:agenda", {});
    targets_ = CommandLink::to(workplace().context, frame(), "vnd.org.keepable.calc:targets", {});
    dismiss_ = CommandLink::to(workplace().context, frame(), "vnd.org.keepable.calc:dismiss", {});
    form().addLabel("message");
    form().addCaption("days");
    form().addLabel("counts");
    form().addLabel("schedule", texts()("meeting.noSchedule"));
    form().addButton("agenda", texts()("meeting.agenda"), [this] { run(*agenda_); });
    form().setHelp("agenda", texts()("meeting.agenda.help"));
    form().addButton("targets", texts()("meeting.targets"), [this] { run(*targets_); });
    form().setHelp("targets", texts()("meeting.targets.help"));
    form().addCaption("targets_label", texts()("agenda.section.targets"));
    const Reference<css::awt::XControl> container(getWindow(), UNO_QUERY_THROW);
    for (std::size_t i = 0; i < views::kMostTargetBars; ++i) {
        form().addCaption(numbered("target", i));
        pictures_.push_back(std::make_unique<TargetPicture>(workplace().context, workplace().log));
        pictures_.back()->open(container->getPeer());
        form().addLabel(numbered("missing", i));
        form().addLabel(numbered("owners", i));
    }
    form().addLabel("targets_more");
    form().addCaption("credits_label", texts()("agenda.section.credits"));
    form().addLabel("credits");
    buildFindings();
}

void MeetingPanel::buildFindings() {
    form().addCaption("findings_label");
    form().addOpenList("findings", texts()("meeting.findings.help"), [this] { findingChosen(); });
    form().addLabel("findings_more");
    form().addLabel("finding");
    form().addButton("other", {}, [this] {
        if (const views::FindingLine* line = chosenFinding()) {
            goToDeal(controller(), *workbook(), line->finding.other.text);
        }
    });
    form().addLabel("reason_label", texts()("meeting.reason"));
    form().addEdit("reason", texts()("meeting.reason.help"), [] {});
    form().addButton("dismiss", texts()("meeting.dismiss"), [this] { dismiss(); });
    form().setHelp("dismiss", texts()("meeting.dismiss.help"));
    form().addLabel("dismissed");
    form().addCheckBox("show_dismissed", texts()("meeting.showDismissed"), [this] {
        keep("meeting.dismissed", form().isChecked("show_dismissed") ? "true" : "");
        version_.reset();
        refresh(Workbook::Change::kCells);
    });
    form().setHelp("show_dismissed", texts()("meeting.showDismissed.help"));
    form().setChecked("show_dismissed", !kept("meeting.dismissed", "").empty());
    form().addLabel("outcome");
    form().addLabel("faults");
}

void MeetingPanel::leave() {
    for (const auto& command : {agenda_, targets_, dismiss_}) {
        if (command.is()) {
            command->close();
        }
    }
    for (const auto& picture : pictures_) {
        picture->dispose();
    }
}

void MeetingPanel::refresh(Workbook::Change change) {
    if (change == Workbook::Change::kSelection) {
        return;
    }
    is_stale_ = true;
    requestLayout();
}

void MeetingPanel::inSight() {
    is_stale_ = false;
    showNow();
}

void MeetingPanel::showNow() {
    const std::shared_ptr<ReviewRecord> record =
        workbook().is() && workbook()->plan()
            ? ReviewRecord::of(workplace(), *workbook(), ReviewRecord::Search::kQuick)
            : nullptr;
    if (record && version_ == record->version()) {
        return;
    }
    version_ = record ? std::optional{record->version()} : std::nullopt;
    view_ = {};
    if (record) {
        view_ = views::meetingView(record->book(), record->agenda(*workbook()),
                                   record->targets().targets, form().isChecked("show_dismissed"),
                                   {texts(), record->context().locale});
    }
    form().showText("message", record ? std::string() : texts()("meeting.noPlan"));
    form().showText("days", view_.days);
    form().showText("counts", view_.counts);
    form().setVisible("schedule", record && !record->hasFirstReview(*workbook()));
    for (const char* name : {"agenda", "targets", "targets_label", "credits_label"}) {
        form().setVisible(name, record != nullptr);
    }
    showTargets();
    showCredits();
    showFindings();
    form().showText("faults", listed(view_.faults, texts()));
    requestLayout();
}

void MeetingPanel::showTargets() {
    for (std::size_t i = 0; i < pictures_.size(); ++i) {
        views::TargetBar bar =
            i < view_.targets.lines.size() ? view_.targets.lines[i] : views::TargetBar{};
        form().showText(numbered("target", i), bar.title);
        form().showText(numbered("missing", i), bar.missing);
        form().showText(numbered("owners", i), bar.owners);
        pictures_[i]->show(std::move(bar));
    }
    const bool has_none = version_ && view_.targets.lines.empty();
    form().showText("targets_more", has_none ? texts()("meeting.targets.none")
                                    : view_.targets.more > 0
                                        ? texts().counted("agenda.more", view_.targets.more)
                                        : std::string());
}

void MeetingPanel::showCredits() {
    std::string credits = listed(view_.credits, texts());
    if (version_ && credits.empty()) {
        credits = texts()("meeting.credits.none");
    }
    form().showText("credits", credits);
}

void MeetingPanel::showFindings() {
    std::vector<std::string> lines;
    std::optional<std::size_t> chosen;
    for (const views::FindingLine& line : view_.findings.lines) {
        if (review::findingKey(line.finding) == chosen_) {
            chosen = lines.size();
        }
        lines.push_back(line.dismissed.empty()
                            ? line.sentence
                            : texts()("meeting.line.dismissed", {line.sentence}));
    }
    if (!chosen) {
        chosen_.clear();
        form().setText("reason", {});
    }
    const bool has_lines = !lines.empty();
    form().setChoices("findings", lines, chosen.value_or(lines.size()));
    form().setVisible("findings", has_lines);
    form().showText("findings_label",
                    version_ ? texts()("meeting.findings", {std::to_string(view_.open_findings)})
                             : std::string());
    form().showText("findings_more",
                    view_.findings.more > 0 ? texts().counted("agenda.more", view_.findings.more)
                    : version_ && view_.open_findings == 0 ? texts()("meeting.findings.none")
                                                           : std::string());
    form().showText("dismissed",
                    view_.dismissed_findings > 0
                        ? texts().counted("meeting.findings.dismissed", view_.dismissed_findings)
                        : std::string());
    form().setVisible("show_dismissed", view_.dismissed_findings > 0);
    showFinding();
}

const views::FindingLine* MeetingPanel::chosenFinding() const {
    const auto found =
        std::ranges::find_if(view_.findings.lines, [&](const views::FindingLine& line) {
            return !chosen_.empty() && review::findingKey(line.finding) == chosen_;
        });
    return found == view_.findings.lines.end() ? nullptr : &*found;
}

void MeetingPanel::showFinding() {
    const views::FindingLine* const line = chosenFinding();
    std::string said;
    if (line != nullptr) {
        said = line->sentence + (line->dismissed.empty() ? "" : " " + line->dismissed + ".");
    }
    form().showText("finding", said);
    const bool has_other = line != nullptr && line->finding.kind == review::FindingKind::kDuplicate;
    form().showText("other", has_other ? texts()("meeting.other", {line->finding.other.text})
                                       : std::string());
    const bool is_open = line != nullptr && line->dismissed.empty();
    for (const char* name : {"reason_label", "reason", "dismiss"}) {
        form().setVisible(name, is_open);
    }
}

void MeetingPanel::findingChosen() {
    const auto chosen = form().chosenLine("findings");
    if (!chosen || *chosen >= view_.findings.lines.size()) {
        return;
    }
    const review::Finding finding = view_.findings.lines[*chosen].finding;
    chosen_ = review::findingKey(finding);
    form().setText("reason", {});
    form().showText("outcome", {});
    showFinding();
    requestLayout();
    if (finding.deal) {
        goToDeal(controller(), *workbook(), finding.subject.text);
    }
}

void MeetingPanel::dismiss() {
    const CommandLink::Result result =
        dismiss_->runSilently({{"Finding", chosen_}, {"Reason", form().text("reason")}});
    if (result.is_done) {
        chosen_.clear();
        form().setText("reason", {});
    }
    refresh(Workbook::Change::kCells);
    form().showText("outcome", result.sentence);
    requestLayout();
}

void MeetingPanel::run(CommandLink& command) {
    const std::string sentence = command.runSilently({}).sentence;
    form().showText("outcome", sentence);
    requestLayout();
}

void MeetingPanel::arrange(Stack& stack) {
    stack.add("message");
    stack.add("days");
    stack.add("counts");
    stack.add("schedule");
    stack.addFlow({"agenda", "targets"});
    stack.add("outcome");
    stack.space();
    stack.add("targets_label");
    for (std::size_t i = 0; i < pictures_.size(); ++i) {
        if (!form().isVisible(numbered("target", i))) {
            continue;
        }
        stack.space();
        stack.add(numbered("target", i));
        if (pictures_[i]->isVisible()) {
            const int height = pictures_[i]->preferredHeight();
            const int top = stack.reserve(height);
            if (stack.isPlacing()) {
                pictures_[i]->setPosSize({form().margin(), top, stack.innerWidth(), height});
            }
        }
        stack.add(numbered("missing", i));
        stack.add(numbered("owners", i));
    }
    stack.add("targets_more");
    stack.space();
    stack.add("credits_label");
    stack.add("credits");
    stack.space();
    stack.add("findings_label");
    stack.add("findings", kFindingRows * (form().lineHeight() + form().gap()));
    stack.add("findings_more");
    stack.addFlow({"dismissed", "show_dismissed"});
    stack.add("finding");
    stack.addFlow({"other"});
    stack.addLabelled("reason_label", "reason");
    stack.addFlow({"dismiss"});
    stack.space();
    stack.add("faults");
}

} // namespace keepable::office
