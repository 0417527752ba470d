// SPDX-License-Identifier: MPL-2.0
//
// Proposals as users and macros have them: asked for, previewed, written into the sheet, undone.
#include "office/support/conditional.hpp"
#include "office/support/dump.hpp"
#include "office/support/office_test.hpp"
#include "office/support/panels.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/sheet/XSheetAnnotation.hpp>
#include <com/sun/star/sheet/XSheetAnnotationAnchor.hpp>
#include <com/sun/star/text/XSimpleText.hpp>

#include <algorithm>
#include <regex>

namespace keepable::office_tests {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

class Proposals : public WindowTest {};

Window::Arguments of(const char* deal, const char* proposal = nullptr) {
    Window::Arguments arguments{{"Deal", Any{rtl::OUString::createFromAscii(deal)}}};
    if (proposal != nullptr) {
        arguments["Proposal"] <<= rtl::OUString::createFromAscii(proposal);
    }
    return arguments;
}

// Writes the proposal, which must be possible.
void apply(Window& window, const char* deal, const char* proposal) {
    const auto answer = window.command("apply", of(deal, proposal));
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->is_done) << answer->sentence;
}

// Undo gives the workbook back as it was, redo as it is.
void expectOneStep(Workbook& workbook, const std::string& before) {
    const std::string after = dump(workbook);
    workbook.undo();
    EXPECT_EQ(difference(before, dump(workbook)), "");
    workbook.redo();
    EXPECT_EQ(difference(after, dump(workbook)), "");
}

// A file keeps a time in another form, by which its number can change in the last digit.
std::string toTheMillisecond(const std::string& dumped) {
    static const std::regex kDigits(R"((\.\d{8})\d+)");
    return std::regex_replace(dumped, kDigits, "$1");
}

std::string noteAt(const Workbook& workbook, std::string_view cell) {
    const Reference<css::sheet::XSheetAnnotationAnchor> anchor(workbook.cell(cell),
                                                               UNO_QUERY_THROW);
    const Reference<css::text::XSimpleText> note(anchor->getAnnotation(), UNO_QUERY_THROW);
    return fromOffice(note->getString());
}

TEST_F(Proposals, AreSaidForADealInConflict) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const auto answer = window.command("propose", of("D2"));
    ASSERT_TRUE(answer && answer->is_done);
    EXPECT_NE(answer->sentence.find("re-date: "), std::string::npos) << answer->sentence;
    EXPECT_NE(answer->sentence.find("2026-03-10"), std::string::npos) << answer->sentence;
    EXPECT_NE(answer->sentence.find("add capacity: "), std::string::npos) << answer->sentence;
    EXPECT_NE(answer->sentence.find("accept risk: "), std::string::npos) << answer->sentence;
}

TEST_F(Proposals, WriteAnotherDateAndOneUndoTakesItBack) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const std::string before = dump(workbook);
    apply(window, "D2", "re-date");
    EXPECT_EQ(workbook.number("Deals.E3"), day("2026-03-10"));
    EXPECT_EQ(verdictsIn(workbook)[1], "KEEPABLE");
    expectOneStep(workbook, before);
}

// Calc does not plan again for that.
TEST_F(Proposals, AreWrittenWhereTheTablesHaveMovedTo) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    ASSERT_TRUE(window.command("propose", of("D2")));
    workbook.insertRows("Deals", 1, 3);
    workbook.insertRows("Capacity", 1, 2);
    std::string before = dump(workbook);
    apply(window, "D2", "re-date");
    EXPECT_EQ(workbook.number("Deals.E6"), day("2026-03-10"));
    expectOneStep(workbook, before);
    workbook.undo();
    before = dump(workbook);
    apply(window, "D2", "add capacity");
    EXPECT_EQ(workbook.number("Capacity.C4"), 50);
    expectOneStep(workbook, before);
}

// Who writes by a plan wants it calculated, with calculation by hand as well.
TEST_F(Proposals, AreWrittenWhereATableHasMovedToWithCalculationByHand) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    ASSERT_TRUE(window.command("propose", of("D2")));
    workbook.setAutomaticCalculation(false);
    workbook.insertRows("Deals", 1, 3);
    apply(window, "D2", "re-date");
    EXPECT_EQ(workbook.number("Deals.E6"), day("2026-03-10"));
}

TEST_F(Proposals, AddTheHoursThatAreMissing) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const std::string before = dump(workbook);
    apply(window, "D2", "add capacity");
    EXPECT_EQ(workbook.number("Capacity.C2"), 50);
    EXPECT_EQ(verdictsIn(workbook)[1], "KEEPABLE");
    expectOneStep(workbook, before);
}

TEST_F(Proposals, SplitADealIntoTwoRows) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const std::string before = dump(workbook);
    apply(window, "D2", "split");
    EXPECT_EQ(workbook.texts("Deals.A2:A5"), (std::vector<std::string>{"D1", "D2", "D2", "D3"}));
    EXPECT_EQ(workbook.number("Deals.D3"), 10);
    EXPECT_EQ(workbook.number("Deals.D4"), 10);
    EXPECT_EQ(workbook.number("Deals.E3"), day("2026-03-06"));
    EXPECT_EQ(workbook.number("Deals.E4"), day("2026-03-10"));
    EXPECT_EQ(workbook.shown("Deals.B4"), "Birch");
    EXPECT_EQ(workbook.shown("Deals.H4"), "") << "the value counts once";
    EXPECT_EQ(verdictsIn(workbook)[1], "KEEPABLE");
    expectOneStep(workbook, before);
}

TEST_F(Proposals, LeaveFormulasAloneAndOfferAComment) {
    Workbook workbook = openWorkshop(office());
    workbook.formula("Deals.E3", "=DATE(2026;3;6)");
    EXPECT_NE(workbook.shown("Deals.E3"), "") << "its first result gives the cell a format";
    Window window(office(), workbook);
    const std::string before = dump(workbook);
    const auto refused = window.command("apply", of("D2", "re-date"));
    ASSERT_TRUE(refused);
    EXPECT_FALSE(refused->is_done);
    EXPECT_NE(refused->sentence.find("Deals.E3"), std::string::npos) << refused->sentence;
    EXPECT_EQ(difference(before, dump(workbook)), "");

    Window::Arguments as_note = of("D2", "re-date");
    as_note["Note"] <<= true;
    const auto noted = window.command("apply", as_note);
    ASSERT_TRUE(noted && noted->is_done) << (noted ? noted->sentence : "");
    EXPECT_NE(noteAt(workbook, "Deals.A3").find("2026-03-10"), std::string::npos);
    workbook.undo();
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

TEST_F(Proposals, LeaveAProtectedSheetAsItIs) {
    Workbook workbook = openWorkshop(office());
    protectSheet(workbook, "Deals.A1");
    Window window(office(), workbook);
    const std::string before = dump(workbook);
    for (const char* proposal : {"re-date", "split"}) {
        const auto answer = window.command("apply", of("D2", proposal));
        ASSERT_TRUE(answer);
        EXPECT_FALSE(answer->is_done) << proposal;
        EXPECT_NE(answer->sentence.find("protected"), std::string::npos) << answer->sentence;
    }
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

TEST_F(Proposals, NoticeThatTheRowsHaveChanged) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    Window::Arguments looked_at = of("D2", "re-date");
    looked_at["Plan"] <<= toOffice(workbook.shown("Plan.A1"));
    workbook.set("Deals.D2", 31);
    const auto answer = window.command("apply", looked_at);
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->is_done);
    EXPECT_EQ(workbook.number("Deals.E3"), day("2026-03-06"));
}

TEST_F(Proposals, TakeARiskForAReason) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    EXPECT_FALSE(window.command("apply", of("D2", "accept risk"))->is_done);
    Window::Arguments accepted = of("D2", "accept risk");
    accepted["Reason"] <<= toOffice("The customer knows");
    const auto answer = window.command("apply", accepted);
    ASSERT_TRUE(answer && answer->is_done) << (answer ? answer->sentence : "");
    EXPECT_NE(noteAt(workbook, "Deals.A3").find("The customer knows"), std::string::npos);
    EXPECT_EQ(workbook.shown("Keepable Decisions.F5"), "risk accepted");
    EXPECT_EQ(workbook.shown("Keepable Decisions.I5"), "The customer knows");
}

TEST_F(Proposals, SayWhichThereAreWhenAskedForAnother) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const auto unknown = window.command("apply", of("D2", "wish"));
    ASSERT_TRUE(unknown);
    EXPECT_FALSE(unknown->is_done);
    EXPECT_NE(unknown->sentence.find("re-date"), std::string::npos) << unknown->sentence;
    EXPECT_FALSE(window.command("apply", of("D9", "re-date"))->is_done);
}

TEST_F(Proposals, ArePreviewedAndAppliedInThePanel) {
    Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = deck.expandedPanel("KeepableReviewPanel");
    window.moveCursor("Deals.B3");
    ASSERT_TRUE(comesToSay(panel, "title", "D2"));
    EXPECT_FALSE(panel.hasControl("ways")) << "nothing is worked out for looking";
    panel.click("ask_ways");
    ASSERT_TRUE(becomesTrue([&] { return panel.hasControl("ways"); }));
    choose(panel, "ways", 0);
    ASSERT_TRUE(becomesTrue([&] { return panel.hasControl("preview"); }));
    const std::string before = dump(workbook);
    panel.click("preview");
    EXPECT_TRUE(comesToSay(panel, "outcome", "D2: INFEASIBLE → KEEPABLE"));
    EXPECT_EQ(difference(before, dump(workbook)), "") << "a preview writes nothing";
    panel.click("apply");
    EXPECT_TRUE(becomesTrue([&] { return verdictsIn(workbook)[1] == "KEEPABLE"; }));
    workbook.undo();
    EXPECT_EQ(difference(before, dump(workbook)), "");
    EXPECT_TRUE(becomesTrue([&] { return panel.hasControl("ways"); }));
}

// The workshop with a bill of resources, in which gluing can stand in for welding.
Workbook openWorkshopWithAlternative(Office& office) {
    Workbook workbook = openWorkshop(office);
    workbook.put("Deals.C2",
                 {{"Weld"}, {"Weld"}, {"Weld"}, {"Weld"}, {"Weld"}, {"Weld"}, {"Weld"}});
    workbook.put("Capacity.A6", {{"Gluing", day("2026-03-02"), 40}});
    workbook.put("Items.A1", {{"Item", "Resource", "Hours per unit", "Alternative to"},
                              {"Weld", "Welding", 1, ""},
                              {"Glue", "Gluing", 1, "Weld"}});
    workbook.formula("Plan.A1", "=keepable.Promises.planItems($Deals.$A$1:$H$8;$Capacity.$A$1:$C$6;"
                                "$Items.$A$1:$D$3;$Settings.$A$1:$B$2)");
    return workbook;
}

TEST_F(Proposals, OfEveryKindAreAppliedInThePanelUndoneRedoneSavedAndReloaded) {
    Workbook workbook = openWorkshopWithAlternative(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = deck.expandedPanel("KeepableReviewPanel");
    window.moveCursor("Deals.B3");
    ASSERT_TRUE(comesToSay(panel, "title", "D2"));
    const std::string before = dump(workbook);
    const auto offered = [&] {
        if (!panel.hasControl("ways")) {
            panel.click("ask_ways");
            EXPECT_TRUE(becomesTrue([&] { return panel.hasControl("ways"); }));
        }
        std::vector<std::string> titles;
        for (const rtl::OUString& title : listBox(panel, "ways")->getItems()) {
            titles.push_back(fromOffice(title));
        }
        return titles;
    };
    const std::vector<std::string> titles = offered();
    for (const char* kind : {"Another date", "More capacity", "Split", "Move another deal",
                             "Alternative", "Accept the risk"}) {
        EXPECT_TRUE(std::ranges::any_of(titles, [&](const std::string& title) {
            return title.starts_with(kind);
        })) << kind;
    }
    struct Saved {
        std::string title;
        std::string name;
        std::string dump;
        std::string verdict;
    };
    std::vector<Saved> saved;
    for (const std::string& title : titles) {
        SCOPED_TRACE(title);
        ASSERT_EQ(offered(), titles) << "the same after everything was taken back";
        choose(panel, "ways", title);
        ASSERT_TRUE(becomesTrue([&] { return panel.hasControl("apply"); }));
        const bool is_risk = title == "Accept the risk";
        if (is_risk) {
            typeInto(panel, "reason", "The customer knows");
        }
        panel.click("apply");
        ASSERT_TRUE(becomesTrue([&] { return dump(workbook) != before; }));
        const std::string verdict = is_risk ? "INFEASIBLE" : "KEEPABLE";
        EXPECT_TRUE(becomesTrue([&] { return verdictsIn(workbook)[1] == verdict; }));
        expectOneStep(workbook, before);
        const std::string name = "applied" + std::to_string(saved.size()) + ".ods";
        workbook.saveAs(file(name), FileFormat::kOds);
        saved.push_back({title, name, dump(workbook), verdict});
        workbook.undo();
        ASSERT_EQ(difference(before, dump(workbook)), "");
        window.moveCursor("Deals.B2");
        ASSERT_TRUE(comesToSay(panel, "title", "D1"));
        window.moveCursor("Deals.B3");
        ASSERT_TRUE(comesToSay(panel, "title", "D2"));
    }
    for (const Saved& one : saved) {
        SCOPED_TRACE(one.title);
        Workbook loaded = office().open(file(one.name));
        EXPECT_EQ(difference(toTheMillisecond(one.dump), toTheMillisecond(dump(loaded))), "");
        EXPECT_EQ(verdictsIn(loaded)[1], one.verdict);
    }
}

// What lowers the chance is worked out when asked for, and the wanted chance may be another one.
TEST_F(Proposals, SayWhoLowersTheChanceAndWhoWouldHaveToMakeWay) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = deck.expandedPanel("KeepableReviewPanel");
    window.moveCursor("Deals.B6");
    ASSERT_TRUE(comesToSay(panel, "title", "D5"));
    EXPECT_FALSE(panel.hasControl("chance"));
    panel.click("ask_chance");
    // D5 is kept when D4, at 40 %, is lost.
    ASSERT_TRUE(comesToSay(panel, "chance", "60"));
    EXPECT_TRUE(comesToSay(panel, "blame", "Without D4: 100"));
    EXPECT_TRUE(comesToSay(panel, "blame", "have to make way: D4"));
    typeInto(panel, "wanted", "50 %");
    panel.click("ask_chance");
    EXPECT_TRUE(becomesTrue([&] {
        return panel.text("blame").find("make way") == std::string::npos;
    })) << panel.text("blame");
    typeInto(panel, "wanted", "certain");
    panel.click("ask_chance");
    EXPECT_TRUE(comesToSay(panel, "blame", "“certain” is no chance"));
}

TEST_F(Proposals, AreForTheRowTheCursorStoodInBeforeTheDeckOpened) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    window.moveCursor("Deals.B3");
    const Deck deck = window.openDeck();
    EXPECT_TRUE(comesToSay(deck.expandedPanel("KeepableReviewPanel"), "title", "D2"));
}

// On most screens the list of conflicts leaves no room for the panel below it.
TEST_F(Proposals, AreBroughtIntoSightByTheCommandAsConflictsAreByWhy) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    (void)deck.expandedPanel("KeepableConflictsPanel");
    ASSERT_TRUE(window.command("propose", of("D2"), /*is_silent=*/false));
    EXPECT_TRUE(becomesTrue([&] { return deck.isExpanded("KeepableReviewPanel"); }));
    EXPECT_FALSE(deck.isExpanded("KeepableConflictsPanel"));
    EXPECT_TRUE(becomesTrue([&] { return deck.panel("KeepableReviewPanel").hasControl("ways"); }));
    ASSERT_TRUE(window.command("show", of("D2"), /*is_silent=*/false));
    EXPECT_TRUE(becomesTrue([&] { return deck.isExpanded("KeepableConflictsPanel"); }));
}

TEST_F(Proposals, AreForgottenWithAnotherDealAndComeWithTheCommand) {
    const Workbook workbook = openWorkshop(office());
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = deck.expandedPanel("KeepableReviewPanel");
    ASSERT_TRUE(window.command("propose", of("D2")));
    ASSERT_TRUE(becomesTrue([&] { return panel.hasControl("ways"); }));
    window.moveCursor("Deals.B6");
    ASSERT_TRUE(comesToSay(panel, "title", "D5"));
    EXPECT_FALSE(panel.hasControl("ways"));
    EXPECT_TRUE(panel.hasControl("ask_ways"));
}

} // namespace
} // namespace keepable::office_tests
