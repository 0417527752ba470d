// SPDX-License-Identifier: MPL-2.0
#include "office/proposals/portfolio_command.hpp"

#include "office/action.hpp"
#include "office/package_files.hpp"
#include "office/progress.hpp"
#include "office/proposals/change_writer.hpp"
#include "office/proposals/preview_dialog.hpp"
#include "office/shown_sheet.hpp"
#include "planning/promise_check.hpp"
#include "portfolio/portfolio.hpp"
#include "portfolio/solver_process.hpp"
#include "views/amount_text.hpp"
#include "views/portfolio_sheet.hpp"

#include <chrono>
#include <filesystem>
#include <future>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace keepable::office {

namespace {

using portfolio::Portfolio;
using portfolio::PortfolioProgress;
using Cells = std::vector<views::PlacedValue>;

enum Choice : std::size_t { kSheet, kSheetAndDates };

// Packages keep no permissions. Made executable where it lies, or, in an installation for all users,
// as a copy in the profile.
std::string solverIn(const ContextReference& context) {
    namespace fs = std::filesystem;
    constexpr auto kMayRun = fs::perms::owner_exec;
    const auto may_run = [&](const fs::path& file) {
        std::error_code error;
        return (fs::status(file, error).permissions() & kMayRun) != fs::perms::none && !error;
    };
    const fs::path shipped = packageFile(context, "Linux_X86_64/keepable-solver");
    std::error_code error;
    if (!may_run(shipped)) {
        fs::permissions(shipped, kMayRun, fs::perm_options::add, error);
    }
    if (may_run(shipped)) {
        return shipped;
    }
    const fs::path copy = profileFile(context, "keepable-solver");
    fs::create_directories(copy.parent_path(), error);
    fs::copy_file(shipped, copy, fs::copy_options::overwrite_existing, error);
    fs::permissions(copy, fs::perms::owner_all, error);
    return copy;
}

// The search on a thread of its own, and what it has found so far.
class Search {
  public:
    Search(planning::PlanInput input, std::string solver) {
        result_ = std::async(std::launch::async, [this, input = std::move(input),
                                                  solver = std::move(solver)]() mutable {
            return run(std::move(input), solver);
        });
    }

    [[nodiscard]] bool isThrough() const {
        constexpr auto kPause = std::chrono::milliseconds(50);
        return result_.wait_for(kPause) == std::future_status::ready;
    }
    void stop() { stop_.request_stop(); }
    [[nodiscard]] Portfolio take() { return result_.get(); }
    [[nodiscard]] std::optional<PortfolioProgress> soFar() const {
        const std::scoped_lock lock(mutex_);
        return so_far_;
    }

  private:
    Portfolio run(planning::PlanInput input, const std::string& solver) {
        const portfolio::Question question{.goal = input.settings.portfolio_goal};
        portfolio::PortfolioTask task;
        task.time_limit = std::chrono::seconds(input.settings.portfolio_seconds);
        task.stop = stop_.get_token();
        task.tell = [this](const PortfolioProgress& progress) {
            const std::scoped_lock lock(mutex_);
            so_far_ = progress;
        };
        planning::CheckedPlan plan = planning::checkPromises(std::move(input));
        portfolio::SolverProcess process(solver);
        return portfolio::bestPortfolio(plan, question, &process, task);
    }

    std::stop_source stop_;
    mutable std::mutex mutex_;
    std::optional<PortfolioProgress> so_far_;
    std::future<Portfolio> result_; // last: its thread uses the others
};

// Cancel ends the search, and takes the best so far.
Portfolio look(const CommandCall& call, const tables::TextLocale& locale,
               planning::PlanInput input) {
    const views::Texts& texts = call.workplace->texts;
    const auto seconds = static_cast<std::size_t>(input.settings.portfolio_seconds);
    Search search(std::move(input), solverIn(call.workplace->context));
    Progress progress(call, "portfolio.title", seconds);
    const auto start = std::chrono::steady_clock::now();
    std::size_t told = 0;
    try {
        while (!search.isThrough()) {
            const auto past = std::chrono::duration_cast<std::chrono::seconds>(
                std::chrono::steady_clock::now() - start);
            for (; told <= static_cast<std::size_t>(past.count()) && told < seconds; ++told) {
                const auto so_far = search.soFar();
                progress.next(
                    "portfolio.looking",
                    {so_far ? views::progressSentence(*so_far, texts, locale) : std::string()});
            }
            progress.goOn();
        }
    } catch (const Cancelled&) {
        search.stop();
    }
    return search.take();
}

proposals::Changes changesOf(const Portfolio& found) {
    proposals::Changes changes;
    for (const portfolio::LineMove& move : found.moves) {
        changes.dates.push_back({move.deal, move.line, move.from, move.to});
    }
    return changes;
}

// What is said beside the decisions on the sheet, one sentence a line.
std::string summaryOf(const Cells& cells) {
    std::string summary;
    for (const views::PlacedValue& cell : cells) {
        if (cell.column == views::kPortfolioNoteColumn) {
            summary += (summary.empty() ? "" : "\n") + cell.value.text;
        }
    }
    return summary;
}

Preview previewOf(const CommandCall& call, const StoredPlan& plan, const Portfolio& found,
                  const Cells& cells) {
    const views::Texts& texts = call.workplace->texts;
    Preview preview{texts("portfolio.title"), summaryOf(cells), {}, {}, {}};
    for (const views::PlacedValue& cell : cells) {
        if (cell.row == 0 && cell.column != views::kPortfolioNoteColumn) {
            preview.columns.push_back({cell.value.text, 1});
        }
    }
    for (const portfolio::Decision& decision : found.decisions) {
        const auto& value = plan.answers.input().deals[decision.deal].value;
        preview.rows.push_back(
            {plan.answers.text(decision.deal).name,
             std::string(portfolio::decisionWord(decision.kind)),
             decision.date ? planning::isoText(*decision.date) : std::string(),
             value ? views::moneyText(*value, plan.context.locale) : std::string()});
    }
    preview.choices.push_back(texts("portfolio.write"));
    if (!found.moves.empty()) {
        preview.choices.push_back(texts("portfolio.writeDates"));
    }
    return preview;
}

CommandOutcome write(const CommandCall& call, const Portfolio& found, const Cells& cells,
                     bool with_dates) {
    return asStep(call, "portfolio.undo",
                  [&](UndoStep&, const WorkplacePointer&, Workbook&) -> CommandOutcome {
                      if (with_dates) {
                          std::string obstacle = writeChanges(call, changesOf(found));
                          if (!obstacle.empty()) {
                              return {false, std::move(obstacle)};
                          }
                      }
                      const SpreadsheetDocument document = call.workbook->document();
                      const SheetReference sheet = emptySheet(document, views::kPortfolioSheet);
                      writeCells(document, sheet, cells, call.workbook->plan()->context.null_date);
                      return {true, summaryOf(cells)};
                  });
}

CommandOutcome best(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    if (std::string sentence = readOnlyObstacle(texts, call.workbook->document());
        !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    if (std::string sentence = planObstacle(texts, *call.workbook); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    const PlanStore::PlanPointer plan = call.workbook->plan();
    planning::PlanInput input;
    {
        const std::scoped_lock lock(plan->mutex);
        input = plan->answers.input();
    }
    const Portfolio found = look(call, plan->context.locale, std::move(input));
    if (!found.failure.empty()) {
        call.workplace->log.write(LogLevel::kWarning, "portfolio: " + found.failure);
    }
    if (found.decisions.empty()) {
        return {false, texts("portfolio.noOpenDeals")};
    }
    Cells cells;
    Preview preview;
    {
        const std::scoped_lock lock(plan->mutex);
        cells = views::portfolioSheet(plan->answers, found, texts, plan->context.locale);
        preview = previewOf(call, *plan, found, cells);
    }
    const bool asks = !call.is_silent && call.frame.is();
    bool with_dates = call.proposal == "apply";
    if (asks) {
        const auto choice = askWithPreview(call, preview);
        if (!choice) {
            return {false, {}}; // the user knows
        }
        with_dates = *choice == kSheetAndDates;
        // While the dialog was open a macro may have changed the document.
        if (call.workbook->plan() != plan) {
            return {false, texts("apply.rowsChanged")};
        }
    }
    CommandOutcome outcome = write(call, found, cells, with_dates);
    if (asks && outcome.is_done) {
        outcome.sentence.clear(); // it stood in the dialog
    }
    return outcome;
}

} // namespace

Commands portfolioCommands() {
    Commands commands;
    commands["portfolio"].run = best;
    return commands;
}

} // namespace keepable::office
