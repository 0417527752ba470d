// SPDX-License-Identifier: MPL-2.0
#include "office/sidebar/plan_panel.hpp"

#include "office/convert.hpp"
#include "office/navigation.hpp"
#include "office/sidebar/plan_trouble.hpp"
#include "views/plan_summary.hpp"
#include "views/reason.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <optional>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

// The place in the list of problems that the user went to last.
constexpr const char* kProblem = "plan.problem";

std::string clockText(std::chrono::system_clock::time_point when, const char* format) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(when);
    std::tm local{};
    localtime_r(&seconds, &local);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), format, &local)};
}

// Where the cell of a problem stands now; none when its table has gone.
std::optional<CellReference> cellOf(const Workbook& workbook, const StoredPlan& plan,
                                    const tables::RowProblem& problem) {
    const PlanArguments arguments = workbook.arguments();
    const RangeReference& range = problem.table == tables::TableKind::kDeals ? arguments.deals
                                  : problem.table == tables::TableKind::kCapacity
                                      ? arguments.capacity
                                  : problem.table == tables::TableKind::kItems ? arguments.items
                                                                               : arguments.settings;
    const Reference<css::sheet::XSheetCellRange> cells(range, UNO_QUERY);
    if (!cells.is() || problem.row <= 0) {
        return std::nullopt;
    }
    const auto first = addressOf(range->getCellByPosition(0, 0));
    if (problem.table == tables::TableKind::kSettings) {
        return range->getCellByPosition(0, problem.row - 1);
    }
    sal_Int32 column = first.Column;
    for (const tables::Column& known : plan.deals_heading.columns) {
        if (problem.table == tables::TableKind::kDeals && known.heading == problem.heading) {
            column = known.column;
        }
    }
    return cells->getSpreadsheet()->getCellByPosition(column, problem.row - 1);
}

} // namespace

rtl::Reference<CommandLink> PlanPanel::link(std::string_view url) {
    return CommandLink::to(workplace().context, frame(), url,
                           [this](const CommandLink::Status&) { showButtons(); });
}

void PlanPanel::build() {
    form().addListBox("plan", texts()("plan.choose.help"),
                      [this] { workbook()->choosePlanCell(form().chosen("plan")); });
    form().addCaption("deals");
    form().addLabel("counts");
    form().addLabel("value");
    form().addLink("problem", [this] { goToProblem(); });
    form().addLabel("problem_text");
    form().addLabel("note");
    form().addLabel("fresh");
    form().addButton("setup", texts()("plan.setup"), [this] { setup_->run(); });
    form().setHelp("setup", texts()("plan.setup.help"));
    form().addButton("recalculate", texts()("plan.recalculate"), [this] { recalculate_->run(); });
    form().setHelp("recalculate", texts()("plan.recalculate.help"));
    form().addButton("highlight", texts()("plan.highlight"), [this] {
        (highlight_->status().is_on.value_or(false) ? unhighlight_ : highlight_)->run();
    });
    setup_ = link("vnd.org.keepable.calc:setup");
    recalculate_ = link("vnd.org.keepable.calc:recalculate");
    unhighlight_ = link("vnd.org.keepable.calc:unhighlight");
    highlight_ = link("vnd.org.keepable.calc:highlight");
    automatic_ = CommandLink::to(workplace().context, frame(), ".uno:AutomaticCalculation",
                                 [this](const CommandLink::Status&) {
                                     if (is_open_) {
                                         refresh(Workbook::Change::kPlan);
                                     }
                                 });
    is_open_ = true;
}

void PlanPanel::leave() {
    is_open_ = false;
    for (const auto& command : {setup_, recalculate_, highlight_, unhighlight_, automatic_}) {
        if (command.is()) {
            command->close();
        }
    }
}

void PlanPanel::refresh(Workbook::Change change) {
    if (change != Workbook::Change::kPlan) {
        return;
    }
    showPlans();
    showFigures();
    showProblem();
    std::string notes;
    if (workbook().is()) {
        for (const std::string& trouble : planTroubles(*workbook(), texts())) {
            notes += (notes.empty() ? "" : "\n") + trouble;
        }
    }
    form().showText("note", notes);
    showButtons();
    requestLayout();
}

void PlanPanel::showPlans() {
    std::vector<std::string> names;
    std::size_t chosen = 0;
    if (workbook().is()) {
        for (const CellReference& cell : workbook()->planCells()) {
            if (cell == workbook()->planCell()) {
                chosen = names.size();
            }
            std::string name = absoluteName(cell);
            std::erase(name, '$');
            names.push_back(std::move(name));
        }
    }
    form().setVisible("plan", names.size() > 1);
    form().setChoices("plan", names, chosen);
}

void PlanPanel::showFigures() {
    const PlanStore::PlanPointer plan = workbook().is() ? workbook()->plan() : nullptr;
    if (!plan) {
        for (const char* name : {"deals", "counts", "value", "fresh"}) {
            form().showText(name, {});
        }
        return;
    }
    const std::scoped_lock lock(plan->mutex);
    const views::PlanSummary summary = views::summaryOf(plan->answers);
    form().showText("deals", texts().counted("plan.deals", summary.deals));
    form().showText("counts", views::countsText(summary, texts()));
    form().showText("value", views::valueText(summary, texts(), plan->context.locale));
    form().showText("fresh", texts()("plan.fresh", {isoText(plan->answers.asOf()),
                                                    clockText(plan->calculated, "%Y-%m-%d"),
                                                    clockText(plan->calculated, "%H:%M")}));
}

void PlanPanel::showProblem() {
    const PlanStore::PlanPointer plan = workbook().is() ? workbook()->plan() : nullptr;
    std::string link_text;
    std::string sentence;
    if (plan) {
        const std::scoped_lock lock(plan->mutex);
        const auto& problems = plan->answers.problems();
        if (!problems.empty()) {
            const std::string place = kept(kProblem, "");
            const std::size_t index = place.empty() ? 0 : std::stoul(place) % problems.size();
            link_text = texts().counted("plan.problem", problems.size());
            sentence = views::problemSentence(problems[index], texts()) + '.';
        }
    }
    form().showText("problem", link_text);
    form().setHelp("problem", link_text);
    form().showText("problem_text", sentence);
}

// The first click goes to the problem shown, each further one to the next.
void PlanPanel::goToProblem() {
    const PlanStore::PlanPointer plan = workbook().is() ? workbook()->plan() : nullptr;
    std::optional<CellReference> cell;
    if (plan) {
        const std::scoped_lock lock(plan->mutex);
        const auto& problems = plan->answers.problems();
        if (problems.empty()) {
            return;
        }
        const std::string place = kept(kProblem, "");
        const std::size_t index = place.empty() ? 0 : (std::stoul(place) + 1) % problems.size();
        keep(kProblem, std::to_string(index));
        cell = cellOf(*workbook(), *plan, problems[index]);
    }
    if (cell) {
        goToCell(controller(), *cell);
    }
    showProblem();
    requestLayout();
}

void PlanPanel::showButtons() {
    // Listeners speak while the links are still being made.
    if (!is_open_) {
        return;
    }
    const bool is_on = highlight_->status().is_on.value_or(false);
    form().setText("highlight", texts()(is_on ? "plan.unhighlight" : "plan.highlight"));
    form().setHelp("highlight", texts()(is_on ? "plan.unhighlight.help" : "plan.highlight.help"));
    form().setEnabled("setup", setup_->status().is_enabled);
    form().setEnabled("recalculate", recalculate_->status().is_enabled);
    form().setEnabled("highlight", (is_on ? unhighlight_ : highlight_)->status().is_enabled);
}

void PlanPanel::arrange(Stack& stack) {
    stack.add("plan");
    stack.add("deals");
    stack.add("counts");
    stack.add("value");
    stack.addFlow({"problem"});
    stack.add("problem_text");
    stack.add("note");
    stack.add("fresh");
    stack.space();
    stack.addFlow({"setup", "recalculate", "highlight"});
}

} // namespace keepable::office
