// SPDX-License-Identifier: MPL-2.0
#include "office/review/agenda_commands.hpp"

#include "office/action.hpp"
#include "office/convert.hpp"
#include "office/navigation.hpp"
#include "office/review/promised_dates.hpp"
#include "office/review_record.hpp"
#include "office/sheet_print.hpp"
#include "office/sheet_snapshot.hpp"
#include "views/agenda_decisions.hpp"
#include "views/agenda_pages.hpp"
#include "views/mail_link.hpp"
#include "views/proposal_cards.hpp"

#include <com/sun/star/system/SystemShellExecute.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace keepable::office {

namespace {

using Search = ReviewRecord::Search;

constexpr std::size_t kMostTold = 8; // problems in an outcome

struct AgendaPlan {
    review::Agenda agenda;
    views::AgendaPages pages;
};

// The best way out of each conflict that gets a row, as a sentence.
std::vector<std::string> bestWays(const ReviewRecord& record, const review::Agenda& agenda,
                                  const views::Texts& texts, Progress& progress) {
    std::vector<std::string> best;
    const std::size_t count = std::min(agenda.conflicts.size(), views::kMostPoints);
    for (std::size_t i = 0; i < count; ++i) {
        progress.goOn();
        const std::scoped_lock lock(record.plan()->mutex);
        views::PlanAnswers& answers = record.plan()->answers;
        const auto& ways = answers.waysOut(agenda.conflicts[i]);
        const auto cards = views::proposalCards(answers, ways, texts, record.context().locale);
        best.push_back(cards.empty() ? std::string() : cards.front().title);
    }
    return best;
}

AgendaPlan makeAgenda(const CommandCall& call, ReviewRecord& record, Progress& progress) {
    const views::Texts& texts = call.workplace->texts;
    progress.next("agenda.progress.dates");
    for (std::uint32_t deal = 0; deal < record.book().deals.size(); ++deal) {
        if (record.book().deals[deal].isConflict()) {
            progress.goOn();
            record.addDates(deal);
        }
    }
    AgendaPlan made;
    const auto& targets = record.targets().targets;
    made.agenda = review::agendaOf(record.book(), targets, record.schedule(*call.workbook));
    progress.next("agenda.progress.ways");
    made.pages = views::agendaPages(record.book(), made.agenda, targets,
                                    bestWays(record, made.agenda, texts, progress),
                                    {texts, record.context().locale});
    return made;
}

std::string toldProblems(const views::AgendaReading& reading, const views::Texts& texts) {
    std::string told;
    for (std::size_t i = 0; i < std::min(reading.problems.size(), kMostTold); ++i) {
        told += "\n" + texts("review.rowProblem", {std::to_string(reading.problems[i].row),
                                                   reading.problems[i].sentence});
    }
    return told;
}

// That the review was held, once a day, with those who have spoken.
std::vector<review::LogEvent> reviewHeld(const ReviewRecord& record,
                                         const views::AgendaReading& reading) {
    const review::Moment now = ReviewRecord::now();
    for (const review::EventIndex event : record.log().threadOf({})) {
        const review::LogEvent& said = record.log().events()[event];
        if (said.action == review::Action::kMet && said.when.day == now.day) {
            return {};
        }
    }
    std::string attendees;
    std::set<std::string> named;
    for (const views::TypedDecision& decision : reading.decisions) {
        if (named.insert(decision.event.by.key).second) {
            attendees += (attendees.empty() ? "" : ", ") + decision.event.by.text;
        }
    }
    return {views::heldReview(record.speaker(), now, attendees)};
}

struct Taken {
    views::AgendaReading reading;
    std::string dates_that_stay;
    std::string obstacle;
};

// Decisions typed into the sheet go into the log, dates also into the deals, and are marked as taken.
Taken takeDecisions(const CommandCall& call, std::shared_ptr<ReviewRecord>& record,
                    const SheetReference& sheet) {
    const views::Texts& texts = call.workplace->texts;
    const SpreadsheetDocument document = call.workbook->document();
    const views::LogTextReader reader{record->context(), record->words()};
    Taken taken;
    const tables::Grid grid = readCells(rangeAt(document, usedArea(sheet)));
    taken.reading = views::readAgenda(grid, record->book(), record->speaker(), ReviewRecord::now(),
                                      reader, record->words(), record->languages(), texts);
    const bool is_blank =
        std::ranges::all_of(grid.cells, [](const tables::Cell& cell) { return isBlank(cell); });
    if (!taken.reading.has_agenda && !is_blank) {
        taken.obstacle = texts("agenda.noHeadings", {views::kAgendaSheet});
        return taken;
    }
    if (taken.reading.decisions.empty()) {
        return taken;
    }
    std::vector<review::LogEvent*> decided;
    for (views::TypedDecision& decision : taken.reading.decisions) {
        decided.push_back(&decision.event);
    }
    taken.dates_that_stay = writePromisedDates(call, record, decided);
    const std::size_t first = record->log().size();
    std::vector<review::LogEvent> events;
    for (const views::TypedDecision& decision : taken.reading.decisions) {
        events.push_back(decision.event);
    }
    for (review::LogEvent& event : reviewHeld(*record, taken.reading)) {
        events.push_back(std::move(event));
    }
    taken.obstacle = record->append(*call.workbook, events, texts);
    if (!taken.obstacle.empty()) {
        return taken;
    }
    ShownSheet writer(document, sheet);
    for (std::size_t i = 0; i < taken.reading.decisions.size(); ++i) {
        const views::TypedDecision& decision = taken.reading.decisions[i];
        writer.write(decision.row, decision.taken_column,
                     views::takenMark(decision, record->log().rows()[first + i].number.value()));
    }
    return taken;
}

void writeSheet(const SpreadsheetDocument& document, SheetReference sheet, const AgendaPlan& plan,
                const views::Texts& texts) {
    if (!sheet.is()) {
        sheet = addSheet(document, views::kAgendaSheet);
    }
    const std::vector<views::ShownCell> cells = views::agendaCells(plan.pages, texts);
    ShownSheet writer(document, sheet);
    writer.clear();
    writer.setWidths(views::kAgendaWidths);
    writer.write(cells);
    writer.fitRows();
    const auto heading =
        std::ranges::find(cells, views::ShownLook::kTableHeading, &views::ShownCell::look);
    setPrinting(document, views::kAgendaSheet, heading == cells.end() ? 0 : heading->row);
}

CommandOutcome agendaInside(const CommandCall& call, std::shared_ptr<ReviewRecord>& record,
                            Progress& progress) {
    const views::Texts& texts = call.workplace->texts;
    const SpreadsheetDocument document = call.workbook->document();
    const SheetReference sheet = sheetNamed(document, views::kAgendaSheet);
    std::string told;
    progress.next("agenda.progress.decisions");
    if (sheet.is()) {
        if (isProtected(sheet)) {
            return {false, texts("highlight.protected", {views::kAgendaSheet})};
        }
        const Taken taken = takeDecisions(call, record, sheet);
        if (!taken.obstacle.empty()) {
            return {false, taken.obstacle};
        }
        const std::string stays = taken.dates_that_stay.empty() ? "" : "\n" + taken.dates_that_stay;
        const std::size_t count = taken.reading.decisions.size();
        if (!taken.reading.problems.empty()) {
            return {true, texts.counted("agenda.taken", count) + " " + texts("agenda.leftAsItIs") +
                              toldProblems(taken.reading, texts) + stays};
        }
        told = count > 0 ? texts.counted("agenda.taken", count) + stays : std::string();
    }
    writeSheet(document, sheet, makeAgenda(call, *record, progress), texts);
    return {true, told};
}

CommandOutcome agenda(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    if (std::string sentence = planObstacle(texts, *call.workbook); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    auto record = ReviewRecord::of(*call.workplace, *call.workbook, Search::kThorough);
    constexpr std::size_t kParts = 3;
    CommandOutcome outcome;
    {
        Progress progress(call, "agenda.progress", kParts);
        outcome = asStep(call, "agenda.undo", [&](UndoStep&, const WorkplacePointer&, Workbook&) {
            return agendaInside(call, record, progress);
        });
    }
    const SheetReference sheet = sheetNamed(call.workbook->document(), views::kAgendaSheet);
    if (outcome.is_done && sheet.is() && call.frame.is()) {
        goToCell(call.frame->getController(), sheet->getCellByPosition(0, 0));
    }
    return outcome;
}

// By the desktop, not by the office's own way of sending documents as mails: on Linux that breaks a
// body at its first line, because its script leaves line ends unescaped.
void openDraft(const Workplace& workplace, const views::AgendaMail& mail) {
    css::system::SystemShellExecute::create(workplace.context)
        ->execute(toOffice(views::mailLink(mail)), {},
                  css::system::SystemShellExecuteFlags::URIS_ONLY);
}

std::string draftText(const views::AgendaMail& mail) {
    std::string text;
    for (const std::string& address : mail.to) {
        text += (text.empty() ? "" : ", ") + address;
    }
    return text + "\n" + mail.subject + "\n\n" + mail.body;
}

CommandOutcome agendaMail(const CommandCall& call) {
    const views::Texts& texts = call.workplace->texts;
    if (std::string sentence = planObstacle(texts, *call.workbook); !sentence.empty()) {
        return {false, std::move(sentence)};
    }
    const auto record = ReviewRecord::of(*call.workplace, *call.workbook, Search::kThorough);
    views::AgendaMail mail;
    try {
        constexpr std::size_t kParts = 2;
        Progress progress(call, "agenda.progress", kParts);
        const AgendaPlan plan = makeAgenda(call, *record, progress);
        mail = views::agendaMail(plan.pages, plan.agenda, record->people().mails, texts);
    } catch (const Cancelled&) {
        return {false, {}}; // the user knows
    }
    if (call.is_silent) {
        return {true, draftText(mail)};
    }
    try {
        openDraft(*call.workplace, mail);
    } catch (const css::uno::Exception&) {
        return {false, texts("agenda.noMailProgram")};
    }
    std::string without;
    for (const std::string& name : mail.without) {
        without += (without.empty() ? "" : ", ") + name;
    }
    return {true, without.empty() ? std::string() : texts("agenda.withoutMail", {without})};
}

} // namespace

Commands agendaCommands() {
    Commands commands;
    commands["agenda"].run = agenda;
    commands["agenda-mail"].run = agendaMail;
    return commands;
}

} // namespace keepable::office
