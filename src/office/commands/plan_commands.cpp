// SPDX-License-Identifier: MPL-2.0
#include "office/commands/plan_commands.hpp"

#include "office/commands/sidebar_deck.hpp"
#include "office/frozen_mark.hpp"
#include "office/navigation.hpp"
#include "views/conflict_walk.hpp"

#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <algorithm>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using views::Step;

// The walk's last stop, kept with the workbook: the deal and the place it had in the list.
constexpr const char* kWalkDeal = "commands.walk.deal";
constexpr const char* kWalkPlace = "commands.walk.place";

// What to say when there is no plan to answer from.
CommandOutcome noPlan(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    const Workbook& workbook = *call.workbook;
    if (workbook.planCell().is()) {
        return {false, texts("commands.plan_says",
                             {absoluteName(workbook.planCell()), workbook.planText()})};
    }
    return {false, texts(frozenMark(workbook.document()) ? "freeze.first" : "commands.no_plan")};
}

using Work = std::function<CommandOutcome(const CommandCall&)>;

// Looks at the plan cell: with no panel open nobody else has. Where none is known it is searched for,
// however long that takes: it may have come after a search too slow to be made again for each edit.
void lookAtPlan(Workbook& workbook) {
    workbook.refresh();
    if (!workbook.planCell().is()) {
        workbook.refresh(true);
    }
}

Work withPlan(Work work) {
    return [work = std::move(work)](const CommandCall& call) {
        lookAtPlan(*call.workbook);
        return call.workbook->plan() ? work(call) : noPlan(call);
    };
}

CommandOutcome recalculate(const CommandCall& call) {
    Reference<css::sheet::XCalculatable>(call.workbook->model(), UNO_QUERY_THROW)->calculateAll();
    call.workbook->refresh(true);
    return call.workbook->plan() ? CommandOutcome{} : noPlan(call);
}

// The list as the panel shows it, without what has been cured since; else all conflicts.
std::vector<std::string> conflicts(const Workbook& workbook) {
    const PlanStore::PlanPointer plan = workbook.plan();
    const std::scoped_lock lock(plan->mutex);
    std::vector<std::string> order = workbook.conflict_order;
    order.erase(std::remove_if(order.begin(), order.end(),
                               [&](const std::string& key) {
                                   const auto deal = dealWithKey(plan->answers, key);
                                   return !deal || !views::isConflict(plan->answers.verdict(*deal));
                               }),
                order.end());
    return order.empty() ? views::conflictsByRank(plan->answers) : order;
}

CommandOutcome walk(const CommandCall& call, Step step) {
    Workbook& workbook = *call.workbook;
    const views::Texts& texts = call.workplace->texts;
    const ControllerReference controller = call.frame->getController();
    const std::string from = dealAtCursor(controller, workbook).value_or(workbook.selectedDeal());
    const std::vector<std::string> order = conflicts(workbook);
    const std::string left = workbook.kept[kWalkPlace];
    const auto place = views::placeAfter(order, from,
                                         !left.empty() && workbook.kept[kWalkDeal] == from
                                             ? std::optional{std::stoul(left)}
                                             : std::nullopt,
                                         step);
    if (!place) {
        return {true, texts("commands.no_conflicts")};
    }
    const std::string& to = order[*place];
    workbook.kept[kWalkDeal] = to;
    workbook.kept[kWalkPlace] = std::to_string(*place);
    return goToDeal(controller, workbook, to)
               ? CommandOutcome{}
               : CommandOutcome{false, texts("commands.no_row", {to})};
}

struct Shown {
    std::string name; // as the table has it; empty for a deal that the plan does not know
    std::string reason;
};

Shown lookUp(const Workbook& workbook, const std::string& key, const views::Texts& texts) {
    const PlanStore::PlanPointer plan = workbook.plan();
    const std::scoped_lock lock(plan->mutex);
    const auto deal = dealWithKey(plan->answers, key);
    return deal ? Shown{plan->answers.text(*deal).name, plan->answers.reason(*deal, texts)}
                : Shown{};
}

// The panel tells why. A macro gets the reason as the result, and so does a user without the panel.
CommandOutcome show(const CommandCall& call) {
    Workbook& workbook = *call.workbook;
    const views::Texts& texts = call.workplace->texts;
    const ControllerReference controller = call.frame->getController();
    const std::string asked =
        !call.deal.empty() ? call.deal
                           : dealAtCursor(controller, workbook).value_or(workbook.selectedDeal());
    if (asked.empty()) {
        return {false, texts("commands.no_deal_here")};
    }
    const Shown deal = lookUp(workbook, asked, texts);
    if (deal.name.empty()) {
        return {false, texts("commands.unknown_deal", {asked})};
    }
    const bool panel_tells = openConflicts(call.frame) && !call.is_silent;
    if (!goToDeal(controller, workbook, deal.name)) {
        return {false, texts("commands.no_row", {deal.name})};
    }
    return {true, panel_tells ? std::string() : deal.reason};
}

CommandOutcome settings(const CommandCall& call) {
    lookAtPlan(*call.workbook);
    if (!call.workbook->planCell().is()) {
        return noPlan(call);
    }
    const RangeReference range = call.workbook->arguments().settings;
    if (!range.is()) {
        return {false, call.workplace->texts("commands.no_settings",
                                             {absoluteName(call.workbook->planCell())})};
    }
    goToCell(call.frame->getController(), range->getCellByPosition(0, 0));
    return {};
}

} // namespace

Commands planCommands() {
    Commands table;
    table["recalculate"].run = recalculate;
    table["next"].run = withPlan([](const CommandCall& call) { return walk(call, Step::kNext); });
    table["previous"].run =
        withPlan([](const CommandCall& call) { return walk(call, Step::kPrevious); });
    table["show"].run = withPlan(show);
    table["settings"].run = settings;
    return table;
}

} // namespace keepable::office
