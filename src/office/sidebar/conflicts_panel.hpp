// SPDX-License-Identifier: MPL-2.0
//
// The Conflicts panel: the deals that are not kept, to walk through.
#pragma once

#include "office/sidebar/panel.hpp"

namespace keepable::office {

class ConflictsPanel : public Panel {
  public:
    using Panel::Panel;

  protected:
    void build() override;
    void refresh(Workbook::Change change) override;
    void layout(int width, int height) override;
    [[nodiscard]] int preferredHeight(int width) override;

  private:
    int arrange(int width, Stack::Purpose purpose);
};

} // namespace keepable::office
