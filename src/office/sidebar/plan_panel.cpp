// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/plan_panel.hpp"

namespace keepable::office {

void PlanPanel::build() {
    form().addLabel("handle");
}

void PlanPanel::refresh(Workbook::Change /*change*/) {
    form().setText("handle", workbook().is() ? workbook()->planText() : std::string{});
    requestLayout();
}

int PlanPanel::arrange(int width, Stack::Purpose purpose) {
    Stack stack(form(), width, purpose);
    stack.add("handle");
    return stack.height();
}

void PlanPanel::layout(int width, int /*height*/) {
    arrange(width, Stack::Purpose::kPlace);
}

int PlanPanel::preferredHeight(int width) {
    return arrange(width, Stack::Purpose::kMeasure);
}

} // namespace keepable::office
