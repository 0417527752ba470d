// SPDX-License-Identifier: MPL-2.0
//
// A panel whose controls stand one below the other, as high as their texts take: one description of
// them serves layout and measuring.
#pragma once

#include "office/sidebar/panel.hpp"

namespace keepable::office {

class StackedPanel : public Panel {
  public:
    using Panel::Panel;

  protected:
    // Adds the controls to the stack, in the order they stand.
    virtual void arrange(Stack& stack) = 0;

  private:
    void layout(int width, int /*height*/) override { heightOf(width, Stack::Purpose::kPlace); }
    [[nodiscard]] int preferredHeight(int width) override {
        return heightOf(width, Stack::Purpose::kMeasure);
    }

    int heightOf(int width, Stack::Purpose purpose) {
        Stack stack(form(), width, purpose);
        arrange(stack);
        return stack.height();
    }
};

} // namespace keepable::office
