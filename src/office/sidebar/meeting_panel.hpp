// SPDX-License-Identifier: MPL-2.0
//
// The panel Meeting: when sales and operations meet and how much there is to talk about, where their
// shared targets stand, what went well, and gaps and double work, each to be dismissed with a reason.
//
// Controls: message, days, counts, schedule, agenda, targets; targets_label, target1 ... with owners1
//           ... and a picture between the two, targets_more; credits_label, credits; findings_label,
//           findings (a list), dismissed, show_dismissed, findings_more, finding, other,
//           reason_label, reason, dismiss, outcome; faults.
// Cost:     all of it takes the whole log and all deals, so it is made only while the panel is in
//           sight and only when the record has changed; choosing a finding looks nothing up.
#pragma once

#include "office/review_record.hpp"
#include "office/sidebar/command_link.hpp"
#include "office/sidebar/stacked_panel.hpp"
#include "office/sidebar/target_picture.hpp"
#include "views/meeting_view.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace keepable::office {

class MeetingPanel : public StackedPanel {
  public:
    using StackedPanel::StackedPanel;

  protected:
    void build() override;
    void refresh(Workbook::Change change) override;
    void arrange(Stack& stack) override;
    void leave() override;
    [[nodiscard]] bool showsCells() const override { return true; }
    [[nodiscard]] bool isWaitingForSight() const override { return is_stale_; }
    void inSight() override;

  private:
    void buildFindings();
    void showNow();
    void showTargets();
    void showCredits();
    void showFindings();
    void showFinding();
    void findingChosen();
    void dismiss();
    void run(CommandLink& command);
    [[nodiscard]] const views::FindingLine* chosenFinding() const;

    rtl::Reference<CommandLink> agenda_;
    rtl::Reference<CommandLink> targets_;
    rtl::Reference<CommandLink> dismiss_;
    std::vector<std::unique_ptr<TargetPicture>> pictures_;
    bool is_stale_ = true;
    std::optional<std::uint64_t> version_; // of the record that is shown; none: nothing is
    views::MeetingView view_;
    std::string chosen_; // the key of the finding
};

} // namespace keepable::office
