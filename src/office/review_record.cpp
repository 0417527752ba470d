// SPDX-License-Identifier: MPL-2.0
#include "office/review_record.hpp"

#include "office/configuration.hpp"
#include "office/convert.hpp"
#include "office/navigation.hpp"
#include "office/sheet_print.hpp"
#include "office/sheet_snapshot.hpp"
#include "tables/names.hpp"
#include "views/agenda_pages.hpp"
#include "views/deal_book.hpp"
#include "views/review_schedule.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iterator>
#include <utility>

namespace keepable::office {

namespace {

// A look through all sheets is made for every edit only while that goes unnoticed.
constexpr std::chrono::milliseconds kQuickSearch{10};
// No, When, Deal, Side, By, Action, From, To, Reason, State, Check
constexpr std::array<std::int32_t, views::kLogColumns> kLogWidths{
    1400, 3600, 3000, 1800, 3200, 3800, 3800, 5200, 7000, 4200, 6200};

CellAreas planAreas(const Workbook& workbook) {
    const PlanArguments ranges = workbook.arguments();
    CellAreas areas;
    for (const RangeReference& range :
         {ranges.deals, ranges.capacity, ranges.items, ranges.settings}) {
        if (range.is()) {
            areas.push_back(areaOf(range));
        }
    }
    return areas;
}

// The parts of a sheet where a table of people or targets may stand.
CellAreas searchedAreas(const SheetReference& sheet, const CellAreas& plan) {
    CellArea area = usedArea(sheet);
    const std::string name = nameOf(sheet);
    if (name == kPeopleSheet || name == kTargetsSheet) {
        return {area};
    }
    area.EndRow = std::min(area.EndRow, ReviewRecord::kMostRows - 1);
    area.EndColumn = std::min(area.EndColumn, ReviewRecord::kMostColumns - 1);
    CellAreas taken;
    std::ranges::copy_if(plan, std::back_inserter(taken),
                         [&](const CellArea& range) { return range.Sheet == area.Sheet; });
    return subtract({area}, taken);
}

tables::Grid settingsOf(const Workbook& workbook) {
    const RangeReference settings = workbook.arguments().settings;
    return settings.is() ? readCells(settings) : tables::Grid{};
}

std::vector<views::ShownCell> asNewSheet(const std::vector<views::PlacedValue>& cells,
                                         std::int32_t heading_row) {
    std::vector<views::ShownCell> shown;
    shown.reserve(cells.size());
    for (const views::PlacedValue& cell : cells) {
        shown.push_back({cell.row, cell.column, cell.value,
                         cell.row == 0             ? views::ShownLook::kTitle
                         : cell.row == heading_row ? views::ShownLook::kTableHeading
                                                   : views::ShownLook::kNote});
    }
    return shown;
}

} // namespace

ReviewRecord::ReviewRecord(const Workplace& workplace)
    : documents_(workplace.context), languages_(workplace.allTexts()), words_(languages_),
      texts_(workplace.texts) {}

ReviewRecord::~ReviewRecord() {
    if (log_watch_.is()) {
        log_watch_->close();
    }
}

std::shared_ptr<ReviewRecord> ReviewRecord::of(const Workplace& workplace, Workbook& workbook,
                                               Search search) {
    if (!workbook.review) {
        workbook.review = std::make_shared<ReviewRecord>(workplace);
    }
    std::shared_ptr<ReviewRecord> record = workbook.review;
    record->user_.name = views::nameFrom(userName(workplace.context));
    const bool is_day_over = record->book_.today != DocumentReader::today();
    const bool is_search_due = search == Search::kThorough && !record->is_search_quick_ &&
                               (!record->people_.has_table || !record->targets_.has_table);
    if (record->read_edits_ != workbook.edits() || is_search_due || is_day_over) {
        record->read(workplace, workbook, search);
    } else if (record->plan_ != workbook.plan()) {
        record->makeBook(workbook);
        ++record->version_;
    }
    record->user_.side = record->people_.people.sideOf(record->user_.name.key);
    return record;
}

views::Speaker ReviewRecord::speaker() const {
    return user_.name.isEmpty()
               ? views::Speaker{views::nameFrom(texts_("review.unnamed")), user_.side}
               : user_;
}

review::Moment ReviewRecord::now() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    localtime_r(&now, &local);
    constexpr std::int32_t kMinutesPerHour = 60;
    return {DocumentReader::today(), local.tm_hour * kMinutesPerHour + local.tm_min};
}

review::MeetingSchedule ReviewRecord::schedule(const Workbook& workbook) const {
    return views::reviewSchedule(settingsOf(workbook), context_, book_.today);
}

bool ReviewRecord::hasFirstReview(const Workbook& workbook) const {
    return views::hasFirstReview(settingsOf(workbook), context_);
}

const review::Agenda& ReviewRecord::agenda(const Workbook& workbook) {
    if (agenda_version_ != version_) {
        agenda_ = review::agendaOf(book_, targets_.targets, schedule(workbook));
        agenda_version_ = version_;
    }
    return agenda_;
}

std::optional<std::uint32_t> ReviewRecord::dealWithKey(const std::string& key) const {
    if (!plan_) {
        return std::nullopt;
    }
    const std::scoped_lock lock(plan_->mutex);
    return office::dealWithKey(plan_->answers, key);
}

void ReviewRecord::addDates(std::uint32_t deal) {
    if (plan_) {
        const std::scoped_lock lock(plan_->mutex);
        views::addDates(book_, plan_->answers, deal);
    }
}

void ReviewRecord::read(const Workplace& workplace, Workbook& workbook, Search search) {
    const SpreadsheetDocument document = workbook.document();
    const std::uint64_t edits = workbook.edits();
    context_ = documents_.readingContext(DocumentReader::Document(document, css::uno::UNO_QUERY));
    const std::vector<review::Person> people_before = people_.people.all();
    const std::vector<review::SharedTarget> targets_before = targets_.targets;
    const PlanStore::PlanPointer plan_before = plan_;
    const planning::Day day_before = book_.today;
    const bool had_log = has_log_;
    readTables(workplace, workbook, search);
    // Whose side the people tell, the events of the log have it from them.
    const bool is_log_read =
        !log_watch_.is() || log_watch_->hasChanged() || people_.people.all() != people_before;
    if (is_log_read) {
        readLog(document);
    }
    makeBook(workbook);
    if ((is_log_read && (has_log_ || had_log)) || plan_ != plan_before ||
        book_.today != day_before || targets_.targets != targets_before ||
        people_.people.all() != people_before) {
        ++version_;
    }
    read_edits_ = edits;
}

void ReviewRecord::readTables(const Workplace& workplace, Workbook& workbook, Search search) {
    const SpreadsheetDocument document = workbook.document();
    const bool looks_everywhere = search == Search::kThorough || is_search_quick_;
    const std::string people_before = std::exchange(people_sheet_, {});
    const std::string targets_before = std::exchange(targets_sheet_, {});
    people_ = {};
    targets_ = {};
    std::vector<SheetReference> sheets = sheetsOf(document);
    // Where a table was, it mostly still is.
    std::stable_partition(sheets.begin(), sheets.end(), [&](const SheetReference& sheet) {
        const std::string name = nameOf(sheet);
        return name == kPeopleSheet || name == kTargetsSheet || name == people_before ||
               name == targets_before;
    });
    const CellAreas plan = planAreas(workbook);
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::pair<std::string, tables::Grid>> grids;
    for (const SheetReference& sheet : sheets) {
        const std::string name = nameOf(sheet);
        const bool is_likely = name == kPeopleSheet || name == kTargetsSheet ||
                               name == people_before || name == targets_before;
        if (name == views::kDecisionsSheet || name == views::kAgendaSheet ||
            (!is_likely && (!looks_everywhere || (people_.has_table && !targets_sheet_.empty())))) {
            continue;
        }
        for (const CellArea& area : searchedAreas(sheet, plan)) {
            tables::Grid grid = readCells(rangeAt(document, area));
            if (!people_.has_table) {
                people_ = views::readPeople(grid, languages_, nullptr, workplace.texts);
                people_sheet_ = people_.has_table ? name : std::string();
            }
            // Whose owners are right only the people tell, so targets are read below.
            if (targets_sheet_.empty() &&
                views::readTargets(grid, context_, {}, languages_, workplace.texts).has_table) {
                targets_sheet_ = name;
                grids.emplace_back(name, std::move(grid));
            }
        }
    }
    is_search_quick_ = !looks_everywhere ? is_search_quick_
                                         : std::chrono::steady_clock::now() - start < kQuickSearch;
    if (!grids.empty()) {
        targets_ = views::readTargets(grids.front().second, context_, people_.people, languages_,
                                      workplace.texts);
    }
}

void ReviewRecord::readLog(const SpreadsheetDocument& document) {
    const SheetReference sheet = sheetNamed(document, views::kDecisionsSheet);
    log_ = {};
    has_log_ = false;
    if (log_watch_.is()) {
        log_watch_->close();
    }
    log_watch_.clear();
    if (sheet.is()) {
        log_watch_ = SheetWatch::on(sheet);
        const tables::Grid grid = readCells(rangeAt(document, usedArea(sheet)));
        has_log_ = std::ranges::any_of(
            grid.cells, [](const tables::Cell& cell) { return !tables::isBlank(cell); });
        log_ = views::readDecisions(grid, context_, words_, people_.people);
    }
    threads_ = review::Threads(log_.log);
}

void ReviewRecord::makeBook(Workbook& workbook) {
    plan_ = workbook.plan();
    const planning::Day today = DocumentReader::today();
    if (!plan_) {
        book_ = {};
        book_.today = today;
        book_.log = &log_.log;
        book_.threads = &threads_;
        book_.people = &people_.people;
        return;
    }
    const std::scoped_lock lock(plan_->mutex);
    book_ =
        views::dealBook(plan_->answers, plan_->promises, today, log_.log, threads_, people_.people);
}

std::vector<views::SheetProblem>
ReviewRecord::peopleProblems(const Workbook& workbook, const views::OwnedNames* known) const {
    const SpreadsheetDocument document = workbook.document();
    const SheetReference sheet = sheetNamed(document, people_sheet_);
    if (!sheet.is()) {
        return {};
    }
    for (const CellArea& area : searchedAreas(sheet, planAreas(workbook))) {
        auto reading =
            views::readPeople(readCells(rangeAt(document, area)), languages_, known, texts_);
        if (reading.has_table) {
            return std::move(reading.problems);
        }
    }
    return {};
}

std::string ReviewRecord::openLog(Workbook& workbook, const views::Texts& texts) {
    const SpreadsheetDocument document = workbook.document();
    SheetReference sheet = sheetNamed(document, views::kDecisionsSheet);
    if (sheet.is() && isProtected(sheet)) {
        return texts("highlight.protected", {views::kDecisionsSheet});
    }
    if (has_log_ && !log_.place.has_headings) {
        return texts("review.log.noHeadings", {views::kDecisionsSheet});
    }
    if (!sheet.is()) {
        sheet = addSheet(document, views::kDecisionsSheet);
    }
    if (!log_.place.has_headings) {
        ShownSheet writer(document, sheet);
        const auto cells = views::newDecisionSheet(texts, log_.place);
        writer.write(asNewSheet(cells, log_.place.heading_row));
        writer.setWidths(kLogWidths);
        writer.fitRows();
        setPrinting(document, views::kDecisionsSheet, log_.place.heading_row);
        has_log_ = true;
    }
    settleLog(workbook, sheet);
    return {};
}

void ReviewRecord::settleLog(const Workbook& workbook, const SheetReference& sheet) {
    if (log_watch_.is()) {
        log_watch_->settle();
    } else {
        log_watch_ = SheetWatch::on(sheet);
    }
    read_edits_ = workbook.edits();
    ++version_;
}

std::string ReviewRecord::append(Workbook& workbook, std::span<const review::LogEvent> events,
                                 const views::Texts& texts) {
    if (std::string sentence = openLog(workbook, texts); !sentence.empty()) {
        return sentence;
    }
    const SpreadsheetDocument document = workbook.document();
    const SheetReference sheet = sheetNamed(document, views::kDecisionsSheet);
    std::vector<views::PlacedValue> cells;
    for (const review::LogEvent& event : events) {
        std::ranges::move(views::appendDecision(log_.log, log_.place, event),
                          std::back_inserter(cells));
        const auto added = static_cast<review::EventIndex>(log_.log.size() - 1);
        threads_.take(log_.log.events()[added], added);
    }
    ShownSheet(document, sheet).write(std::span<const views::PlacedValue>(cells));
    settleLog(workbook, sheet);
    return {};
}

} // namespace keepable::office
