// SPDX-License-Identifier: MPL-2.0
//
// What people do to the sheets of the review: rows deleted and edited, agendas rearranged, people
// nobody knows, clocks that go backwards, names that look like formulas. Nothing is lost, and what is
// wrong is said.
#include "office/support/dump.hpp"
#include "office/support/office_test.hpp"
#include "office/support/panels.hpp"
#include "office/support/sheet_rows.hpp"
#include "office/support/spoken.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/user_data.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/XStorable.hpp>

#include <fstream>
#include <iterator>

namespace keepable::office_tests {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

class ReviewBadInput : public WindowTest {
  protected:
    static void ann() { sitDown(office(), "Ann", "Sales"); }
    static void otto() { sitDown(office(), "Otto", "Welder"); }

    static Workbook openShop() {
        Workbook workbook = openWorkshop(office());
        workbook.put("Who.B3", {{"Side", "Name", "Owns"},
                                {"sales", "Ann Sales", "D2"},
                                {"ops", "Otto Welder", "Welding"}});
        ann();
        return workbook;
    }
    static bool agendaSays(const Workbook& workbook, const std::string& part) {
        return rowWith(workbook, "Keepable Agenda", part) >= 0;
    }
    // Names row and sentence of the first problem; the workbook stays as it is.
    static std::string refusedAgenda(Window& window, Workbook& workbook) {
        const std::string before = dump(workbook);
        const CommandAnswer answer = run(window, "agenda");
        EXPECT_EQ(difference(before, dump(workbook)), "");
        return answer.sentence;
    }
    static std::string cellOf(const Workbook& workbook, const char* part, char column) {
        return std::string("Keepable Agenda.") + column +
               std::to_string(rowWith(workbook, "Keepable Agenda", part) + 1);
    }
};

TEST_F(ReviewBadInput, RowsEditedAndDeletedAreNamedAndTheTalkGoesOnInThePanel) {
    Workbook workbook = openShop();
    Window window(office(), workbook);
    done(window, "say", {{"Deal", "D2"}, {"Action", "asked"}, {"Date", "2026-12-18"}});
    otto();
    done(window, "say", {{"Deal", "D2"}, {"Action", "countered"}, {"Date", "2027-01-08"}});
    ann();
    done(window, "say", {{"Deal", "D2"}, {"Action", "agreed"}});
    const Deck deck = window.openDeck();
    const Panel review = deck.expandedPanel("KeepableReviewPanel");
    window.moveCursor("Deals.B3");
    ASSERT_TRUE(comesToSay(review, "thread", "agreed"));
    workbook.set("Keepable Decisions.F6", "shouted");   // no such action
    workbook.set("Keepable Decisions.B6", "once upon"); // no moment
    workbook.deleteRows("Keepable Decisions", 5, 1);    // the question
    EXPECT_TRUE(becomesTrue([&] {
        return review.text("thread").find("asked") == std::string::npos;
    })) << review.text("thread");
    EXPECT_TRUE(comesToSay(review, "thread", "agreed"));
    const Panel meeting = deck.expandedPanel("KeepableMeetingPanel");
    EXPECT_TRUE(becomesTrue([&] { return meeting.hasControl("faults"); }));
    done(window, "say", {{"Deal", "D2"}, {"Action", "noted"}, {"Reason", "who was that?"}});
    done(window, "agenda");
    EXPECT_TRUE(agendaSays(workbook, "Row 5 of the decisions was changed by hand."));
    EXPECT_TRUE(agendaSays(workbook, "Decision No 1 is gone before row 5."));
    EXPECT_TRUE(agendaSays(workbook, "Row 5 of the decisions has an action that is unknown."));
    EXPECT_TRUE(agendaSays(workbook, "Row 5 of the decisions has no readable time."));
    EXPECT_EQ(decisionIn(workbook, 7), "D2|sales|Ann Sales|noted|||who was that?|"
                                       "INFEASIBLE")
        << decisionIn(workbook, 7);
    EXPECT_EQ(workbook.shown("Keepable Decisions.F5"), "shouted") << "left as people have it";
}

TEST_F(ReviewBadInput, WithoutHeadingsNothingIsWrittenIntoTheDecisions) {
    Workbook workbook = openShop();
    Window window(office(), workbook);
    done(window, "say", {{"Deal", "D2"}, {"Action", "asked"}});
    workbook.deleteRows("Keepable Decisions", 4, 1);
    const std::string before = dump(workbook);
    const CommandAnswer answer = run(window, "say", {{"Deal", "D2"}, {"Action", "asked"}});
    EXPECT_FALSE(answer.is_done);
    EXPECT_NE(answer.sentence.find("Keepable Decisions"), std::string::npos) << answer.sentence;
    EXPECT_EQ(difference(before, dump(workbook)), "");
    workbook.undo();
    done(window, "say", {{"Deal", "D2"}, {"Action", "noted"}, {"Reason", "they are back"}});
}

TEST_F(ReviewBadInput, AClockThatGoesBackwardsIsSaidAndNobodyWaitsForLessThanNoDays) {
    Workbook workbook = openShop();
    Window window(office(), workbook);
    done(window, "say", {{"Deal", "D2"}, {"Action", "asked"}, {"Date", "2026-12-18"}});
    workbook.formula("Keepable Decisions.B5", "=TODAY()+30");
    const Deck deck = window.openDeck();
    const Panel review = deck.expandedPanel("KeepableReviewPanel");
    window.moveCursor("Deals.B3");
    EXPECT_TRUE(comesToSay(review, "turn", "Ops has the turn"));
    EXPECT_EQ(review.text("turn").find("(-"), std::string::npos) << review.text("turn");
    otto();
    done(window, "say", {{"Deal", "D2"}, {"Action", "countered"}, {"Date", "2027-01-08"}});
    EXPECT_TRUE(comesToSay(review, "turn", "Sales has the turn"));
    done(window, "agenda");
    EXPECT_TRUE(agendaSays(workbook, "Row 6 of the decisions is older, by the clock, than row 5"));
}

TEST_F(ReviewBadInput, DecisionsOfARearrangedAgendaAreTaken) {
    Workbook workbook = openShop();
    Window window(office(), workbook);
    done(window, "say", {{"Deal", "D4"}, {"Action", "asked"}, {"Date", "2026-12-18"}});
    done(window, "agenda");
    workbook.set(cellOf(workbook, "D2|", 'G'), "noted");
    workbook.set(cellOf(workbook, "D2|", 'H'), "the steel is late");
    workbook.set(cellOf(workbook, "D4|", 'G'), "agreed");
    // Sorted by what stands in the first column, the headings somewhere among the rows.
    workbook.sortDescending("Keepable Agenda.A1:K60", 0);
    workbook.insertRows("Keepable Agenda", 1, 3);
    workbook.set("Keepable Agenda.A1", "our room is 17");
    const CommandAnswer answer = run(window, "agenda");
    ASSERT_TRUE(answer.is_done) << answer.sentence;
    EXPECT_NE(answer.sentence.find("2 decisions"), std::string::npos) << answer.sentence;
    EXPECT_GE(rowWith(workbook, "Keepable Decisions", "|noted|||the steel is late|"), 0);
    EXPECT_GE(rowWith(workbook, "Keepable Decisions", "|agreed|"), 0);
    EXPECT_NE(run(window, "agenda").sentence.find("decision"), 0U) << "once";
    EXPECT_NE(answer.sentence.find("“our room is 17” is a line without a decision"),
              std::string::npos)
        << answer.sentence;
    EXPECT_EQ(workbook.shown("Keepable Agenda.A1"), "our room is 17")
        << "nothing of theirs is lost";
    workbook.set("Keepable Agenda.A1", "");
    done(window, "agenda");
    EXPECT_TRUE(workbook.shown("Keepable Agenda.A1").starts_with("Review of sales"));
}

TEST_F(ReviewBadInput, WhatCannotBeReadInTheAgendaStaysThere) {
    Workbook workbook = openShop();
    Window window(office(), workbook);
    done(window, "agenda");
    const std::string reason = cellOf(workbook, "D2|", 'H');
    workbook.set(reason, "they will call back");
    EXPECT_NE(refusedAgenda(window, workbook).find("“they will call back” has no decision"),
              std::string::npos);
    workbook.undo();
    const std::string beside = cellOf(workbook, "D2|", 'M');
    workbook.set(beside, "call them before noon");
    EXPECT_NE(refusedAgenda(window, workbook).find("“call them before noon” stands in a column"),
              std::string::npos);
    workbook.undo();
    const std::string decision = cellOf(workbook, "D2|", 'G');
    workbook.put(decision, {{"agreed", "", "A Stranger"}});
    EXPECT_NE(run(window, "agenda").sentence, "");
    EXPECT_EQ(workbook.shown(decision), "agreed");
    done(window, "agenda");
}

TEST_F(ReviewBadInput, AnAgendaWithoutHeadingsIsNotWrittenOver) {
    Workbook workbook = openShop();
    Window window(office(), workbook);
    done(window, "agenda");
    const std::string decision = cellOf(workbook, "D2|", 'G');
    workbook.set(decision, "noted");
    int row = 0;
    while ((row = rowWith(workbook, "Keepable Agenda", "|Decision|")) >= 0) {
        workbook.deleteRows("Keepable Agenda", row + 1, 1);
    }
    EXPECT_NE(refusedAgenda(window, workbook).find("has no headings any more"), std::string::npos);
    workbook.renameSheet("Keepable Agenda", "Ours");
    done(window, "agenda");
    EXPECT_TRUE(agendaSays(workbook, "|Decision|"));
    EXPECT_GE(rowWith(workbook, "Ours", "noted"), 0) << "theirs is still there";
}

// All sheets as CSV, as the office writes them.
std::vector<std::filesystem::path> savedAsCsv(const Workbook& workbook,
                                              const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    css::uno::Sequence<css::beans::PropertyValue> how(2);
    css::beans::PropertyValue* const values = how.getArray();
    values[0].Name = "FilterName";
    values[0].Value <<= rtl::OUString("Text - txt - csv (StarCalc)");
    values[1].Name = "FilterOptions";
    values[1].Value <<= rtl::OUString("44,34,76,1,,0,false,true,false,false,false,-1");
    Reference<css::frame::XStorable>(workbook.document(), UNO_QUERY_THROW)
        ->storeToURL(toOffice("file://" + (folder / "all.csv").string()), how);
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        files.push_back(entry.path());
    }
    return files;
}

std::vector<std::string> csvCells(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::vector<std::string> cells{{}};
    bool is_quoted = false;
    for (const char letter : std::string{std::istreambuf_iterator<char>(in), {}}) {
        if (letter == '"') {
            is_quoted = !is_quoted; // a doubled one inside a cell ends and begins it again
        } else if (!is_quoted && (letter == ',' || letter == '\n')) {
            cells.emplace_back();
        } else {
            cells.back() += letter;
        }
    }
    return cells;
}

TEST_F(ReviewBadInput, NamesThatLookLikeFormulasBecomeNoneInCellsAndCsv) {
    Workbook workbook = openWorkshop(office());
    workbook.put("Deals.A3", {{"=1+1", "@\"Birch\"\nSons"}});
    workbook.put("Who.B3", {{"Side", "Name", "Owns"},
                            {"sales", "-Ann \"=\" Sales", "=1+1"},
                            {"ops", "=Otto\nWelder", "Welding"}});
    sitDown(office(), "-Ann", "\"=\" Sales");
    Window window(office(), workbook);
    done(window, "say",
         {{"Deal", "=1+1"},
          {"Action", "asked"},
          {"Date", "2026-12-18"},
          {"Text", "+cmd"},
          {"Reason", "@SUM(A1)\n=1"}});
    done(window, "agenda");
    done(window, "targets");
    EXPECT_EQ(decisionIn(workbook, 5), "'=1+1|sales|'-Ann \"=\" Sales|asked||2026-12-18; +cmd|"
                                       "'@SUM(A1)\n=1|waiting for ops; INFEASIBLE");
    EXPECT_EQ(formulasIn(workbook, "Keepable Decisions"), 0);
    EXPECT_EQ(formulasIn(workbook, "Keepable Agenda"), 0);
    int looked_at = 0;
    for (const auto& path : savedAsCsv(workbook, file("csv"))) {
        const std::string name = path.filename().string();
        if (name.find("Keepable") == std::string::npos) {
            continue;
        }
        ++looked_at;
        for (const std::string& cell : csvCells(path)) {
            EXPECT_TRUE(cell.empty() ||
                        std::string_view("=+-@").find(cell.front()) == std::string_view::npos)
                << name << " has a cell that begins like a formula: " << cell;
        }
    }
    EXPECT_GE(looked_at, 3) << "decisions, agenda and targets";
    const Deck deck = window.openDeck();
    const Panel review = deck.expandedPanel("KeepableReviewPanel");
    window.moveCursor("Deals.B3");
    EXPECT_TRUE(comesToSay(review, "title", "=1+1"));
    EXPECT_TRUE(comesToSay(review, "thread", "-Ann \"=\" Sales (sales): asked"));
    EXPECT_EQ(review.text("thread").find("'"), std::string::npos) << "as it was said";
}

} // namespace
} // namespace keepable::office_tests
