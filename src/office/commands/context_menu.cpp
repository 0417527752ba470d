// SPDX-License-Identifier: MPL-2.0
#include "office/commands/context_menu.hpp"

#include "office/boundary.hpp"
#include "office/commands/command_url.hpp"
#include "office/navigation.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/ui/XContextMenuInterception.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace keepable::office {

namespace {

using css::ui::ContextMenuInterceptorAction;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Menu = Reference<css::container::XIndexContainer>;

// The menus of sheet tabs and of drawings come this way, too; only cells and rows can be copied
// and have their contents deleted.
bool isCellMenu(const Menu& menu) {
    for (sal_Int32 i = 0; i < menu->getCount(); ++i) {
        const Reference<css::beans::XPropertySet> item(menu->getByIndex(i), UNO_QUERY);
        rtl::OUString command;
        if (item.is() &&
            item->getPropertySetInfo()->hasPropertyByName(toOffice("CommandURL")) != 0) {
            item->getPropertyValue(toOffice("CommandURL")) >>= command;
        }
        if (command == toOffice(".uno:ClearContents") || command == toOffice(".uno:Delete")) {
            return true;
        }
    }
    return false;
}

void insertAt(const Menu& menu, sal_Int32 place, const std::string& text,
              const std::string& command) {
    const Reference<css::lang::XMultiServiceFactory> factory(menu, UNO_QUERY_THROW);
    const Reference<css::beans::XPropertySet> item(
        factory->createInstance(toOffice("com.sun.star.ui.ActionTrigger")), UNO_QUERY_THROW);
    item->setPropertyValue(toOffice("Text"), textValue(text));
    item->setPropertyValue(toOffice("CommandURL"),
                           textValue(std::string(kCommandProtocol) + command));
    menu->insertByIndex(place, Any{item});
}

void insertSeparatorAt(const Menu& menu, sal_Int32 place) {
    const Reference<css::lang::XMultiServiceFactory> factory(menu, UNO_QUERY_THROW);
    menu->insertByIndex(
        place, Any{Reference<css::beans::XPropertySet>(
                   factory->createInstance(toOffice("com.sun.star.ui.ActionTriggerSeparator")),
                   UNO_QUERY_THROW)});
}

} // namespace

ContextMenu::ContextMenu(WorkplacePointer workplace) : workplace_(std::move(workplace)) {}

void ContextMenu::serve(const Controller& controller) {
    served_.erase(std::remove_if(served_.begin(), served_.end(),
                                 [](const auto& weak) { return !Controller(weak).is(); }),
                  served_.end());
    const Reference<css::ui::XContextMenuInterception> menus(controller, UNO_QUERY);
    if (menus.is() && std::none_of(served_.begin(), served_.end(), [&](const auto& weak) {
            return Controller(weak) == controller;
        })) {
        menus->registerContextMenuInterceptor(this);
        served_.emplace_back(controller);
    }
}

bool ContextMenu::isOnDeal(const Controller& controller) const {
    const rtl::Reference<Workbook> workbook = controller.is()
                                                  ? Workbook::of(workplace_, controller->getModel())
                                                  : rtl::Reference<Workbook>();
    if (!workbook.is() || !workbook->planCell().is()) {
        return false;
    }
    workbook->refresh(); // nobody may have looked since the last edit
    return dealAtCursor(controller, *workbook).has_value();
}

ContextMenuInterceptorAction SAL_CALL
ContextMenu::notifyContextMenuExecute(const css::ui::ContextMenuExecuteEvent& event) {
    return guarded(
        workplace_->log, "context menu",
        [&] {
            const Menu menu(event.ActionTriggerContainer, UNO_QUERY_THROW);
            if (!isCellMenu(menu) || !isOnDeal(Controller(event.Selection, UNO_QUERY))) {
                return css::ui::ContextMenuInterceptorAction_IGNORED;
            }
            insertAt(menu, 0, workplace_->texts("commands.menu.why"), "show");
            insertAt(menu, 1, workplace_->texts("commands.menu.propose"), "propose");
            insertAt(menu, 2, workplace_->texts("commands.menu.note"), "note");
            insertSeparatorAt(menu, 3);
            return css::ui::ContextMenuInterceptorAction_CONTINUE_MODIFIED;
        },
        [] { return css::ui::ContextMenuInterceptorAction_IGNORED; });
}

} // namespace keepable::office
