// SPDX-License-Identifier: MPL-2.0
//
// What a review looks at in one workbook: the decision log in `Keepable Decisions`, the tables of
// people and targets wherever they stand, the deals of the plan as review and views have them, and who
// sits in front of it.
//
// Life:    kept by the Workbook; of() gives it as the cells are now. The log is read again only when
//          somebody else has changed its sheet, so that one action costs the same whatever its length.
//          The agenda takes all of the log and the deals: it is made when it is asked for, once for
//          every change.
// Rule:    our own sheets are read whole; of other sheets the first kMostRows rows and kMostColumns
//          columns, without the ranges of the plan. Where a look through all sheets takes long and
//          finds no table it is not made again for a mere edit, only for a command.
//          The person is the one of the office's user data, the side comes from the people.
// Errors:  what is missing is empty: no plan, no deals; no log, no events.
// Thread:  the office's main thread.
#pragma once

#include "office/document.hpp"
#include "office/sheet_watch.hpp"
#include "office/shown_sheet.hpp"
#include "office/workplace.hpp"
#include "review/agenda.hpp"
#include "views/decision_sheet.hpp"
#include "views/people_sheet.hpp"
#include "views/review_moves.hpp"
#include "views/target_sheet.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::office {

inline constexpr std::string_view kPeopleSheet = "Keepable People";
inline constexpr std::string_view kTargetsSheet = "Keepable Targets";

class ReviewRecord {
  public:
    static constexpr std::int32_t kMostRows = 2'000;
    static constexpr std::int32_t kMostColumns = 60;

    enum class Search : bool { kQuick, kThorough };

    explicit ReviewRecord(const Workplace& workplace);
    ~ReviewRecord();
    ReviewRecord(const ReviewRecord&) = delete;
    ReviewRecord& operator=(const ReviewRecord&) = delete;

    // As the cells are now. Does not plan: a workbook without a plan has a record without deals.
    [[nodiscard]] static std::shared_ptr<ReviewRecord> of(const Workplace& workplace,
                                                          Workbook& workbook, Search search);

    [[nodiscard]] const review::ReviewBook& book() const { return book_; }
    [[nodiscard]] const review::DecisionLog& log() const { return log_.log; }
    [[nodiscard]] const views::PeopleReading& people() const { return people_; }
    [[nodiscard]] const views::TargetReading& targets() const { return targets_; }
    [[nodiscard]] const std::string& peopleSheet() const { return people_sheet_; } // its name
    [[nodiscard]] const std::string& targetsSheet() const { return targets_sheet_; }
    [[nodiscard]] const PlanStore::PlanPointer& plan() const { return plan_; }
    [[nodiscard]] const tables::ReadingContext& context() const { return context_; }
    [[nodiscard]] const views::ReviewWords& words() const { return words_; }
    [[nodiscard]] std::span<const views::Texts* const> languages() const { return languages_; }
    // Empty name: the user data name nobody.
    [[nodiscard]] const views::Speaker& user() const { return user_; }
    // The user as the log names them, also without a name.
    [[nodiscard]] views::Speaker speaker() const;
    [[nodiscard]] static review::Moment now();
    // Grows when anything of it has changed; an edit that is nothing to the review leaves it.
    [[nodiscard]] std::uint64_t version() const { return version_; }
    [[nodiscard]] review::MeetingSchedule schedule(const Workbook& workbook) const;
    [[nodiscard]] bool hasFirstReview(const Workbook& workbook) const;
    // As far as dates of conflicts are known, see addDates().
    [[nodiscard]] const review::Agenda& agenda(const Workbook& workbook);
    // By its key as Workbook::selectedDeal() has it.
    [[nodiscard]] std::optional<std::uint32_t> dealWithKey(const std::string& key) const;
    // Earliest date and last day to decide, for one that somebody looks at; keeps them.
    void addDates(std::uint32_t deal);

    // What is wrong with the table of people, in the user's language, its owned names among these.
    [[nodiscard]] std::vector<views::SheetProblem>
    peopleProblems(const Workbook& workbook, const views::OwnedNames* known) const;

    // Makes the sheet of decisions and its headings where they are missing; the caller holds the step of
    // undo. What is in the way, as a sentence; then nothing is written.
    [[nodiscard]] std::string openLog(Workbook& workbook, const views::Texts& texts);
    // Adds the events to the log, which is made when missing; the caller holds the step of undo. What
    // is in the way, as a sentence; then nothing is written.
    [[nodiscard]] std::string append(Workbook& workbook, std::span<const review::LogEvent> events,
                                     const views::Texts& texts);

  private:
    void read(const Workplace& workplace, Workbook& workbook, Search search);
    void readTables(const Workplace& workplace, Workbook& workbook, Search search);
    void readLog(const SpreadsheetDocument& document);
    void settleLog(const Workbook& workbook, const SheetReference& sheet);
    void makeBook(Workbook& workbook);

    DocumentReader documents_;
    std::vector<const views::Texts*> languages_;
    views::ReviewWords words_;
    const views::Texts& texts_;
    tables::ReadingContext context_;
    views::PeopleReading people_;
    std::string people_sheet_;
    views::TargetReading targets_;
    std::string targets_sheet_;
    bool is_search_quick_ = true;
    bool has_log_ = false;                 // a sheet with something on it
    rtl::Reference<SheetWatch> log_watch_; // null without a sheet
    views::LogReading log_;
    review::Threads threads_;
    PlanStore::PlanPointer plan_;
    review::ReviewBook book_;
    std::uint64_t version_ = 0;
    std::optional<std::uint64_t> agenda_version_; // of agenda_
    review::Agenda agenda_;
    views::Speaker user_;
    std::optional<std::uint64_t> read_edits_; // Workbook::edits() when it was read
};

} // namespace keepable::office
