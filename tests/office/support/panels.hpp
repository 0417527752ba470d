// SPDX-License-Identifier: MPL-2.0
//
// The panels Plan and Conflicts as the tests of several suites take hold of them: once they are
// made, with the rows of the list and its choices.
#pragma once

#include "office/support/window.hpp"

#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/grid/XGridDataModel.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace keepable::office_tests {

// The host makes the panels of a deck one after the other, some later than the deck: these wait.
[[nodiscard]] Panel planPanel(const Deck& deck);
[[nodiscard]] Panel conflictsPanel(const Deck& deck);

inline constexpr int kVerdictColumn = 0;
inline constexpr int kDealColumn = 1;

[[nodiscard]] css::uno::Reference<css::awt::grid::XGridDataModel> conflictRows(const Panel& panel);
// A cell of the list, as shown.
[[nodiscard]] std::string conflictCell(const Panel& panel, int column, int row);
// The deals of the list from top to bottom: "D2 D3".
[[nodiscard]] std::string conflictDeals(const Panel& panel);
void selectConflict(const Panel& panel, int row);

[[nodiscard]] css::uno::Reference<css::awt::XListBox> listBox(const Panel& panel,
                                                              std::string_view name);
// As with the mouse.
void choose(const Panel& panel, std::string_view list, sal_Int16 entry);
void choose(const Panel& panel, std::string_view list, std::string_view entry);
// Into a field, in place of what stands there.
void typeInto(const Panel& panel, std::string_view name, std::string_view text);
[[nodiscard]] std::string chosen(const Panel& panel, std::string_view list);

} // namespace keepable::office_tests
