// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/conflicts_panel.hpp"

namespace keepable::office {

void ConflictsPanel::build() {
    form().addLabel("handle");
}

void ConflictsPanel::refresh(Workbook::Change /*change*/) {
    form().setText("handle", workbook().is() ? workbook()->selectedDeal() : std::string{});
    requestLayout();
}

int ConflictsPanel::arrange(int width, Stack::Purpose purpose) {
    Stack stack(form(), width, purpose);
    stack.add("handle");
    return stack.height();
}

void ConflictsPanel::layout(int width, int /*height*/) {
    arrange(width, Stack::Purpose::kPlace);
}

int ConflictsPanel::preferredHeight(int width) {
    return arrange(width, Stack::Purpose::kMeasure);
}

} // namespace keepable::office
