// SPDX-License-Identifier: MPL-2.0
#include "office/proposals/portfolio_command.hpp"

#include "office/action.hpp"
#include "office/change_writer.hpp"
#include "office/package_files.hpp"
#include "office/proposals/background_work.hpp"
#include "office/proposals/preview_dialog.hpp"
#include "office/shown_sheet.hpp"
#include "planning/promise_check.hpp"
#include "portfolio/portfolio.hpp"
#include "portfolio/solver_process.hpp"
#include "views/amount_text.hpp"
#include "views/portfolio_sheet.hpp"

#include <com/sun/star/frame/XModel.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace keepable::office {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using portfolio::Portfolio;
using portfolio::PortfolioProgress;
using Cells = std::vector<views::ShownCell>;

// What is written beside the sheet.
enum class Extent : std::uint8_t { kSheet, kDates, kLosses };

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

// Cancel ends the search, and takes the best so far.
Portfolio look(const CommandCall& call, const tables::TextLocale& locale,
               planning::PlanInput input) {
    const views::Texts& texts = call.workplace->texts;
    const auto limit = std::chrono::seconds(input.settings.portfolio_seconds);
    std::mutex mutex;
    PortfolioProgress so_far;
    bool is_begun = false;
    Progress progress(call, "portfolio.title", static_cast<std::size_t>(limit.count()));
    const auto start = std::chrono::steady_clock::now();
    auto told = std::chrono::seconds(-1);
    const auto tell = [&] {
        const auto past = std::chrono::duration_cast<std::chrono::seconds>(
            std::chrono::steady_clock::now() - start);
        for (; told < past && told < limit; ++told) {
            const std::scoped_lock lock(mutex);
            progress.next("portfolio.looking",
                          {is_begun ? views::progressSentence(so_far, texts, locale) : ""});
        }
    };
    return workApart(progress, tell,
                     [&, input = std::move(input), solver = solverIn(call.workplace->context)](
                         const std::stop_token& stop) mutable {
                         portfolio::PortfolioTask task;
                         task.time_limit = limit;
                         task.stop = stop;
                         task.tell = [&](const PortfolioProgress& better) {
                             const std::scoped_lock lock(mutex);
                             so_far = better;
                             is_begun = true;
                         };
                         const portfolio::Question question{.goal = input.settings.portfolio_goal};
                         planning::CheckedPlan plan = planning::checkPromises(std::move(input));
                         portfolio::SolverProcess process(solver);
                         return portfolio::bestPortfolio(plan, question, &process, task);
                     });
}

proposals::Changes changesOf(const Portfolio& found, Extent extent) {
    proposals::Changes changes;
    if (extent == Extent::kSheet) {
        return changes;
    }
    for (const portfolio::LineMove& move : found.moves) {
        changes.dates.push_back({move.deal, move.line, move.from, move.to});
    }
    if (extent == Extent::kLosses) {
        for (const portfolio::Decision& decision : found.decisions) {
            if (decision.kind == portfolio::DecisionKind::kDecline) {
                changes.lost.push_back(decision.deal);
            }
        }
        std::ranges::sort(changes.lost);
    }
    return changes;
}

// The extents that differ, each with what its button says.
std::vector<std::pair<Extent, std::string>> extentsOf(const Portfolio& found,
                                                      const views::Texts& texts) {
    std::vector<std::pair<Extent, std::string>> extents{{Extent::kSheet, texts("portfolio.write")}};
    if (!found.moves.empty()) {
        extents.emplace_back(Extent::kDates, texts("portfolio.writeDates"));
    }
    if (!changesOf(found, Extent::kLosses).lost.empty()) {
        extents.emplace_back(Extent::kLosses, texts("portfolio.writeLosses"));
    }
    return extents;
}

// What is said beside the decisions on the sheet, one sentence a line.
std::string summaryOf(const Cells& cells) {
    std::string summary;
    for (const views::ShownCell& cell : cells) {
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
    for (const views::ShownCell& cell : cells) {
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
    for (const auto& [extent, label] : extentsOf(found, texts)) {
        preview.choices.push_back(label);
    }
    return preview;
}

CommandOutcome write(const CommandCall& call, const Portfolio& found, const Cells& cells,
                     Extent extent) {
    return asStep(
        call, "portfolio.undo",
        [&](UndoStep&, const WorkplacePointer&, Workbook&) -> CommandOutcome {
            if (const proposals::Changes changes = changesOf(found, extent); !changes.isEmpty()) {
                std::string obstacle =
                    writeOnRecord(call, changes, call.workplace->texts("portfolio.title"));
                if (!obstacle.empty()) {
                    return {false, std::move(obstacle)};
                }
            }
            const SpreadsheetDocument document = call.workbook->document();
            SheetReference sheet = sheetNamed(document, views::kPortfolioSheet);
            if (!sheet.is()) {
                sheet = addSheet(document, views::kPortfolioSheet);
            }
            if (isProtected(sheet)) {
                return {false, call.workplace->texts("setup.protected", {views::kPortfolioSheet})};
            }
            ShownSheet shown(document, sheet);
            shown.clear();
            shown.write(cells);
            shown.setWidths(views::kPortfolioWidths);
            return {true, summaryOf(cells)};
        });
}

CommandOutcome best(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    if (std::string sentence = replanObstacle(texts, *call.workbook); !sentence.empty()) {
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
    Extent extent = call.proposal == "decline" ? Extent::kLosses
                    : call.proposal == "apply" ? Extent::kDates
                                               : Extent::kSheet;
    if (asks) {
        const auto choice = askWithPreview(call, preview);
        if (!choice) {
            return {false, {}}; // the user knows
        }
        extent = extentsOf(found, texts).at(*choice).first;
        // While the dialog was open a macro may have changed the document.
        if (call.workbook->plan() != plan) {
            return {false, texts("apply.rowsChanged")};
        }
    }
    CommandOutcome outcome = write(call, found, cells, extent);
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
