// SPDX-License-Identifier: MPL-2.0
#include "office/support/panels.hpp"

#include "office/support/uno_text.hpp"

#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>

#include <stdexcept>

namespace keepable::office_tests {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

Panel made(const Deck& deck, const char* id, const char* control) {
    if (!becomesTrue([&] {
            try {
                return deck.panel(id).control(control).is();
            } catch (const std::runtime_error&) {
                return false;
            }
        })) {
        throw std::runtime_error(std::string("the deck has no panel ") + id);
    }
    return deck.panel(id);
}

} // namespace

Panel planPanel(const Deck& deck) {
    return made(deck, "KeepablePlanPanel", "counts");
}

Panel conflictsPanel(const Deck& deck) {
    return made(deck, "KeepableConflictsPanel", "list");
}

Reference<css::awt::grid::XGridDataModel> conflictRows(const Panel& panel) {
    return trying("rows", [&] {
        const Reference<css::beans::XPropertySet> model(panel.control("list")->getModel(),
                                                        UNO_QUERY_THROW);
        return Reference<css::awt::grid::XGridDataModel>(
            model->getPropertyValue(toOffice("GridDataModel")), UNO_QUERY_THROW);
    });
}

std::string conflictCell(const Panel& panel, int column, int row) {
    return trying("cell", [&] {
        rtl::OUString text;
        conflictRows(panel)->getCellData(column, row) >>= text;
        return fromOffice(text);
    });
}

std::string conflictDeals(const Panel& panel) {
    std::string deals;
    const int count = conflictRows(panel)->getRowCount();
    for (int row = 0; row < count; ++row) {
        deals += (row == 0 ? "" : " ") + conflictCell(panel, kDealColumn, row);
    }
    return deals;
}

void selectConflict(const Panel& panel, int row) {
    trying("select", [&] {
        const Reference<css::awt::grid::XGridRowSelection> selection(panel.control("list"),
                                                                     UNO_QUERY_THROW);
        selection->deselectAllRows();
        selection->selectRow(row);
    });
}

Reference<css::awt::XListBox> listBox(const Panel& panel, std::string_view name) {
    return trying(
        name, [&] { return Reference<css::awt::XListBox>(panel.control(name), UNO_QUERY_THROW); });
}

void choose(const Panel& panel, std::string_view list, sal_Int16 entry) {
    trying(list, [&] { listBox(panel, list)->selectItemPos(entry, true); });
}

void choose(const Panel& panel, std::string_view list, std::string_view entry) {
    trying(list, [&] {
        const auto box = listBox(panel, list);
        for (sal_Int16 i = 0; i < box->getItemCount(); ++i) {
            if (fromOffice(box->getItem(i)) == entry) {
                box->selectItemPos(i, true);
                return;
            }
        }
        throw std::runtime_error("no such choice: " + std::string(entry));
    });
}

std::string chosen(const Panel& panel, std::string_view list) {
    return trying(list, [&] { return fromOffice(listBox(panel, list)->getSelectedItem()); });
}

void typeInto(const Panel& panel, std::string_view field, std::string_view text) {
    trying(field, [&] {
        Reference<css::awt::XTextComponent>(panel.control(field), UNO_QUERY_THROW)
            ->setText(toOffice(text));
    });
}

} // namespace keepable::office_tests
