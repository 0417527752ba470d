// SPDX-License-Identifier: MPL-2.0
//
// The panel What If: the plan as it is and as it would be, side by side, for one of the what-ifs that
// stand on the sheet Keepable.
//
// Controls: message, problems, what_ifs (a list), compare, again, add; figures, heading, deals.
// Cost:     another plan is checked when somebody asks to compare, and only then. Another plan of the
//           workbook takes the comparison away. The what-ifs are looked for in all sheets, so only
//           while the panel is in sight.
#pragma once

#include "office/sidebar/command_link.hpp"
#include "office/sidebar/stacked_panel.hpp"

#include <string>
#include <vector>

namespace keepable::office {

class WhatIfPanel : public StackedPanel {
  public:
    using StackedPanel::StackedPanel;

  protected:
    void build() override;
    void refresh(Workbook::Change change) override;
    void arrange(Stack& stack) override;
    void leave() override;
    [[nodiscard]] bool isWaitingForSight() const override { return is_stale_; }
    void inSight() override;

  private:
    void readNames();
    void readAgain();
    void compare();
    void clearComparison();

    rtl::Reference<CommandLink> add_;
    PlanStore::PlanPointer plan_; // of what is shown
    bool is_stale_ = true;        // the names are those of another plan
    std::vector<std::string> names_;
};

} // namespace keepable::office
