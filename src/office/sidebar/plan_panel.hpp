// SPDX-License-Identifier: MPL-2.0
//
// The Plan panel: which plan, how it stands, what is wrong with it, the cells to check, and the
// buttons that change it.
//
// Controls: plan, deals, counts, value, problem, problem_text, fresh, note, setup, recalculate,
//           highlight.
#pragma once

#include "office/sidebar/command_link.hpp"
#include "office/sidebar/stacked_panel.hpp"

#include <vector>

namespace keepable::office {

class PlanPanel : public StackedPanel {
  public:
    using StackedPanel::StackedPanel;

  protected:
    void build() override;
    void refresh(Workbook::Change change) override;
    void arrange(Stack& stack) override;
    void leave() override;

  private:
    void showFigures();
    void showProblem();
    void showButtons();
    void showPlans();
    void goToProblem();
    rtl::Reference<CommandLink> link(std::string_view url);

    rtl::Reference<CommandLink> setup_;
    rtl::Reference<CommandLink> recalculate_;
    rtl::Reference<CommandLink> highlight_;
    rtl::Reference<CommandLink> unhighlight_;
    rtl::Reference<CommandLink> automatic_;
    bool is_open_ = false;
};

} // namespace keepable::office
