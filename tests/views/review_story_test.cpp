// SPDX-License-Identifier: MPL-2.0
// Two people in turn at one file: every step reads the sheets anew, as another office would, and
// writes what it adds.
#include "tables/builders.hpp"
#include "views/agenda_decisions.hpp"
#include "views/agenda_pages.hpp"
#include "views/agenda_shop.hpp"
#include "views/catalog.hpp"
#include "views/decision_sheet.hpp"
#include "views/finding_lines.hpp"
#include "views/people_sheet.hpp"
#include "views/thread_lines.hpp"
#include "views/written_sheet.hpp"

#include <gtest/gtest.h>

#include <variant>

namespace keepable::views {
namespace {

using enum review::Action;
using review::Action;
using review::LogEvent;
using review::Side;
using support::day;
using support::name;
using Strings = std::vector<std::string>;

// A file with the sheets of the review and one deal.
class File {
  public:
    File() {
        LogPlace place;
        decisions.write(newDecisionSheet(english(), place));
        std::vector<review::Person> shop;
        shop.push_back({name("Ann"), Side::kSales, {name("D-17")}});
        shop.push_back({name("Otto \"the\nwelder\""), Side::kOps, {name("Welding")}});
        for (const ShownCell& cell : newPeopleTable(shop, 0, german())) {
            people.write({{cell.row, cell.column, cell.value}});
        }
    }

    // What somebody sees and does with the file open on a day.
    class Opened {
      public:
        Opened(File& file, std::string_view today, const tables::ReadingContext& context)
            : file_(file), context_(context), words_(languages()),
              people_(readPeople(file.people.grid(), languages(), nullptr, english()).people),
              read_(readDecisions(file.decisions.grid(), context, words_, people_)),
              threads_(read_.log) {
            review::ReviewDeal deal;
            deal.deal = name("D-17");
            deal.customer = name("Acme");
            deal.resources = {name("Welding")};
            deal.dates.promised = file.promised;
            book_.deals.push_back(deal);
            book_.today = day(today);
            book_.log = &read_.log;
            book_.threads = &threads_;
            book_.people = &people_;
        }
        Opened(const Opened&) = delete;

        std::string say(const review::Name& who, const MoveEntry& entry) {
            const LogTextReader reader{context_, words_};
            const auto made = eventOf(entry, book_, 0, {who, people_.sideOf(who.key)},
                                      {book_.today, 600}, reader, english());
            if (const auto* sentence = std::get_if<std::string>(&made)) {
                return *sentence;
            }
            write(std::get<LogEvent>(made));
            return {};
        }
        std::int64_t write(const LogEvent& event) {
            file_.decisions.write(appendDecision(read_.log, read_.place, event));
            const auto index = static_cast<review::EventIndex>(read_.log.size() - 1);
            threads_.take(read_.log.events()[index], index);
            return *read_.log.rows()[index].number;
        }
        [[nodiscard]] const review::ReviewBook& book() const { return book_; }
        [[nodiscard]] const ReviewWords& words() const { return words_; }
        [[nodiscard]] const tables::ReadingContext& context() const { return context_; }
        [[nodiscard]] ThreadView view() const {
            return threadView(book_, 0, {english(), context_.locale});
        }

      private:
        File& file_;
        tables::ReadingContext context_;
        ReviewWords words_;
        review::People people_;
        LogReading read_;
        review::Threads threads_;
        review::ReviewBook book_;
    };

    support::WrittenSheet decisions;
    support::WrittenSheet people;
    support::WrittenSheet agenda;
    std::optional<planning::Day> promised;
};

const review::Name kAnn = nameFrom("ann");
const review::Name kOtto = nameFrom("Otto \"the\nwelder\"");

MoveEntry entry(Action action, std::string day_text = "", std::string reason = "") {
    MoveEntry made;
    made.action = action;
    made.day = std::move(day_text);
    made.reason = std::move(reason);
    return made;
}

// In an English office, and in a German one.
std::string ann(File& file, std::string_view today, const MoveEntry& move) {
    return File::Opened{file, today, tables::context()}.say(kAnn, move);
}
std::string otto(File& file, std::string_view today, const MoveEntry& move) {
    return File::Opened{file, today, tables::germanContext()}.say(kOtto, move);
}

TEST(ReviewStory, APromiseIsAskedCounteredAgreedAndKeptInTwoOffices) {
    File file;
    EXPECT_EQ(ann(file, "2026-03-02", entry(kAsked, "3/20/2026", "=the fair")), "");
    EXPECT_EQ(otto(file, "2026-03-03", entry(kCountered, "27.3.2026", "full; see \"plan\"\n2")),
              "");
    EXPECT_EQ(ann(file, "2026-03-04", entry(kAgreed)), "");
    EXPECT_EQ(ann(file, "2026-03-04", entry(kPromised, "2026-03-27")), "");
    EXPECT_EQ(ann(file, "2026-03-04", entry(kPromised, "2026-03-28")),
              "“Promise” does not fit here now.");
    EXPECT_EQ(ann(file, "2026-03-05", entry(kWon)), "");
    EXPECT_EQ(otto(file, "2026-03-26", entry(kDelivered)), "");
    const File::Opened opened{file, "2026-03-30", tables::context()};
    EXPECT_TRUE(opened.book().log->findings().empty());
    Strings lines;
    for (const ThreadLine& line : opened.view().lines) {
        lines.push_back(line.who + ": " + line.what);
    }
    EXPECT_EQ(lines, (Strings{"ann: asked: 2026-03-20 (=the fair)",
                              "Otto \"the welder\": countered: 2026-03-20 → 2026-03-27 (full; see "
                              "\"plan\" 2)",
                              "ann: agreed: 2026-03-27", "ann: promised: 2026-03-27", "ann: won",
                              "Otto \"the welder\": delivered"}));
    EXPECT_EQ(opened.view().state, "delivered");
    EXPECT_EQ(outcomeOf(historyOf(opened.book(), opened.book().deals[0]), day("2026-03-30")),
              review::Outcome::kKept);
}

TEST(ReviewStory, RowsChangedAndDeletedByHandAreSaidAndTheTalkGoesOn) {
    File file;
    EXPECT_EQ(ann(file, "2026-03-02", entry(kAsked, "2026-03-20")), "");
    EXPECT_EQ(otto(file, "2026-03-03", entry(kCountered, "2026-03-27")), "");
    EXPECT_EQ(ann(file, "2026-03-04", entry(kAgreed)), "");
    file.decisions.type(5, 7, day("2026-03-21")); // Otto's counter, by somebody's hand
    file.decisions.deleteRow(4);                  // Ann's question
    EXPECT_EQ(otto(file, "2026-03-01", entry(kNoted, "", "my clock is wrong")), "");
    const File::Opened opened{file, "2026-03-30", tables::context()};
    Strings faults;
    for (const review::LogFinding& finding : opened.book().log->findings()) {
        faults.push_back(saidFault(finding, english()));
    }
    EXPECT_EQ(faults, (Strings{"Row 5 of the decisions was changed by hand.",
                               "Decision No 1 is gone before row 5.",
                               "Row 7 of the decisions is older, by the clock, than row 6 before "
                               "it."}));
    EXPECT_EQ(opened.view().lines.size(), 3U);
    EXPECT_EQ(opened.view().confirmation, "") << "Ann agreed to another date than the row has now";
}

TEST(ReviewStory, DecisionsOfTheMeetingGoIntoTheLogOnceAndTheReviewIsHeld) {
    File file;
    file.promised = day("2026-03-20");
    MoveEntry request = entry(kCapacityRequested, "", "the fair");
    request.hours = "40";
    request.resource = "Welding";
    EXPECT_EQ(ann(file, "2026-03-12", request), "");
    const review::MeetingSchedule weekly{day("2026-03-02"), 7};
    std::int32_t request_row = 0;
    {
        const File::Opened opened{file, "2026-03-16", tables::germanContext()};
        const review::Agenda agenda = agendaOf(opened.book(), {}, weekly);
        const AgendaPages pages =
            agendaPages(opened.book(), agenda, {}, {}, {german(), opened.context().locale});
        for (const ShownCell& cell : agendaCells(pages, german())) {
            file.agenda.write({{cell.row, cell.column, cell.value}});
            if (cell.value.text == std::string{kRequestReference} + "1") {
                request_row = cell.row;
            }
        }
    }
    file.agenda.insertRow(3);
    file.agenda.type(request_row + 1, 6, "abgelehnt");
    file.agenda.type(request_row + 1, 7, "zwei sind krank");
    file.agenda.type(request_row + 2, 0, "D-17");
    file.agenda.type(request_row + 2, 6, "verschoben 27.3.2026");
    file.agenda.type(request_row + 3, 0, "D-17");
    file.agenda.type(request_row + 3, 6, "Kunde informiert");
    const auto take = [&] {
        File::Opened opened{file, "2026-03-16", tables::germanContext()};
        const LogTextReader reader{opened.context(), opened.words()};
        const AgendaReading reading =
            readAgenda(file.agenda.grid(), opened.book(), {kAnn, Side::kSales},
                       {day("2026-03-16"), 700}, reader, opened.words(), languages(), german());
        EXPECT_TRUE(reading.problems.empty());
        for (const TypedDecision& decision : reading.decisions) {
            const std::int64_t number = opened.write(decision.event);
            file.agenda.write({{decision.row, decision.taken_column, takenMark(decision, number)}});
        }
        if (!reading.decisions.empty()) {
            opened.write(heldReview({kAnn, Side::kSales}, {day("2026-03-16"), 701}, "Ann, Otto"));
        }
        return reading.decisions.size();
    };
    EXPECT_EQ(take(), 3U);
    EXPECT_EQ(take(), 0U);
    const File::Opened opened{file, "2026-03-23", tables::context()};
    EXPECT_TRUE(opened.book().log->findings().empty());
    Strings lines;
    for (const ThreadLine& line : opened.view().lines) {
        lines.push_back(line.side + ": " + line.what);
    }
    EXPECT_EQ(lines, (Strings{"sales: capacity requested: 40 hours of Welding (the fair)",
                              "ops: capacity declined: 40 hours of Welding (zwei sind krank)",
                              "sales: re-dated: 2026-03-20 → 2026-03-27",
                              "sales: customer told: 2026-03-27"}));
    EXPECT_EQ(review::lastReview(*opened.book().log, weekly, day("2026-03-23")),
              (review::Moment{day("2026-03-16"), 701}));
}

} // namespace
} // namespace keepable::views
