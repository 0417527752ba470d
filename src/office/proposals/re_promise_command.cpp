// SPDX-License-Identifier: MPL-2.0
#include "office/proposals/re_promise_command.hpp"

#include "office/action.hpp"
#include "office/calculation.hpp"
#include "office/change_writer.hpp"
#include "office/own_blocks.hpp"
#include "office/proposals/background_work.hpp"
#include "office/proposals/preview_dialog.hpp"
#include "planning/promise_check.hpp"
#include "proposals/re_promise.hpp"
#include "views/re_promise_list.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace keepable::office {

namespace {

using proposals::RePromise;

// The run, and what is said of it.
struct Run {
    RePromise result;
    views::RePromiseList list;
    std::string summary; // with what is wrong in the rules
};

std::optional<RePromise> runApart(const CommandCall& call, planning::PlanInput input,
                                  std::vector<planning::DealStrategy> strategies) {
    Progress progress(call, "repromise.title", 1);
    progress.next("repromise.running");
    auto result = workApart(
        progress, [] {},
        [input = std::move(input),
         strategies = std::move(strategies)](const std::stop_token& stop) mutable {
            const planning::CheckedPlan plan = planning::checkPromises(std::move(input));
            return proposals::rePromise(plan, strategies, [&] { return stop.stop_requested(); });
        });
    return result;
}

// None when the user has stopped it.
std::optional<Run> runFor(const CommandCall& call, StoredPlan& plan) {
    const views::Texts& texts = call.workplace->texts;
    const OwnBlocks blocks(*call.workbook, plan);
    planning::PlanInput input;
    tables::StrategyRulesRead rules;
    std::vector<planning::DealStrategy> strategies;
    {
        const std::scoped_lock lock(plan.mutex);
        rules = blocks.strategyRules();
        input = plan.answers.input();
        strategies =
            planning::strategiesFor(input, tables::partiesOf(plan.answers.tables()), rules.rules);
    }
    auto result = runApart(call, std::move(input), std::move(strategies));
    if (!result) {
        return std::nullopt;
    }
    Run run{std::move(*result), {}, {}};
    const std::scoped_lock lock(plan.mutex);
    run.list =
        views::rePromiseList(plan.answers, run.result, rules.rows, texts, plan.context.locale);
    run.summary = run.list.summary;
    for (const tables::BlockProblem& problem : rules.problems) {
        run.summary += "\n" + texts("repromise.ruleLeftOut", {tables::problemText(problem)});
    }
    return run;
}

Preview previewOf(const views::Texts& texts, const Run& run) {
    Preview preview{texts("repromise.title"),
                    run.summary,
                    {{texts("repromise.column.deal"), 2},
                     {texts("repromise.column.from"), 2},
                     {texts("repromise.column.to"), 2},
                     {texts("repromise.column.strategy"), 3},
                     {texts("repromise.column.why"), 6}},
                    {},
                    {}};
    for (const views::RePromiseLine& line : run.list.lines) {
        preview.rows.push_back({line.deal, line.from, line.to, line.strategy, line.why});
    }
    if (!run.result.changes.isEmpty()) {
        preview.choices.push_back(texts("repromise.write"));
    }
    return preview;
}

CommandOutcome rePromise(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    if (std::string sentence = replanObstacle(texts, *call.workbook); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    const PlanStore::PlanPointer plan = call.workbook->plan();
    const std::optional<Run> run = runFor(call, *plan);
    if (!run) {
        return {false, {}}; // the user knows
    }
    const bool asks = !call.is_silent && call.frame.is();
    if (asks && !askWithPreview(call, previewOf(texts, *run))) {
        return {false, {}}; // the user knows
    }
    // While the dialog was open a macro may have changed the document.
    if (call.workbook->plan() != plan) {
        return {false, texts("apply.rowsChanged")};
    }
    if (run->result.changes.isEmpty()) {
        return {true, run->summary};
    }
    return asStep(call, "repromise.undo",
                  [&](UndoStep&, const WorkplacePointer&, Workbook&) -> CommandOutcome {
                      std::string obstacle =
                          writeOnRecord(call, run->result.changes, texts("repromise.title"));
                      if (!obstacle.empty()) {
                          return {false, std::move(obstacle)};
                      }
                      calculateIfManual(call.workbook->document());
                      call.workbook->refresh();
                      return {true, asks ? std::string() : run->summary};
                  });
}

} // namespace

Commands rePromiseCommands() {
    Commands commands;
    commands["repromise"].run = rePromise;
    return commands;
}

} // namespace keepable::office
