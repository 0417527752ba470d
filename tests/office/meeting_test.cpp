// SPDX-License-Identifier: MPL-2.0
//
// What both sides see of their review in the sidebar: whose the conflicts are, targets, findings and
// their dismissal, by two people at one workbook.
#include "office/support/dump.hpp"
#include "office/support/office_test.hpp"
#include "office/support/panels.hpp"
#include "office/support/spoken.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/user_data.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>

#include <cstdio>

namespace keepable::office_tests {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

class Meeting : public WindowTest {
  protected:
    static void ann() { sitDown(office(), "Ann", "Sales"); }
    static void otto() { sitDown(office(), "Otto", "Welder"); }

    // D2 and D5 are Ann's, D3 is Bob's; Otto has Welding. D4 and D5 look like one deal.
    static Workbook openShop() {
        Workbook workbook = openWorkshop(office());
        workbook.put("Deals.I1", {{"Owner"},
                                  {"Bob"},
                                  {"Ann Sales"},
                                  {"Bob"},
                                  {"Ann Sales"},
                                  {"Ann Sales"},
                                  {"Bob"},
                                  {"Bob"}});
        workbook.put("Deals.B5", {{"Elm"}});
        workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$I$8;$Capacity.$A$1:$C$5;"
                                    "$Settings.$A$1:$B$2)");
        workbook.put("Who.B3", {{"Side", "Name", "Owns"},
                                {"sales", "Ann Sales", ""},
                                {"sales", "Bob", ""},
                                {"ops", "Otto Welder", "Welding"}});
        return workbook;
    }
    static bool comesToList(const Panel& panel, std::string_view deals) {
        return becomesTrue([&] { return conflictDeals(panel) == deals; });
    }
    static std::string undoTitle(const Workbook& workbook) {
        return fromOffice(
            Reference<css::document::XUndoManagerSupplier>(workbook.document(), UNO_QUERY_THROW)
                ->getUndoManager()
                ->getCurrentUndoActionTitle());
    }
    // The place of a finding in the list; -1 where it does not stand there.
    static int placeOf(const Panel& panel, std::string_view part) {
        try {
            const auto list = listBox(panel, "findings");
            for (sal_Int16 i = 0; i < list->getItemCount(); ++i) {
                if (fromOffice(list->getItem(i)).find(part) != std::string::npos) {
                    return i;
                }
            }
        } catch (const std::runtime_error&) {
            return -1; // the panel is being made
        }
        return -1;
    }
    static bool comesToList(const Panel& panel, std::string_view part, bool is_there) {
        return becomesTrue([&] { return (placeOf(panel, part) >= 0) == is_there; });
    }
};

constexpr const char* kTwice = "D4 and D5 look like the same deal";

TEST_F(Meeting, ListsTheConflictsOfWhoeverSitsThere) {
    const Workbook workbook = openShop();
    ann();
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = conflictsPanel(deck);
    choose(panel, "verdict", sal_Int16{0});
    choose(panel, "sort", "Deal ↑");
    ASSERT_TRUE(comesToList(panel, "D2 D3 D5 D7")) << conflictDeals(panel);
    EXPECT_FALSE(panel.hasControl("days"));
    choose(panel, "whose", "Mine");
    EXPECT_TRUE(comesToList(panel, "D2 D5")) << conflictDeals(panel);
    EXPECT_FALSE(panel.hasControl("missing"));
    otto();
    choose(panel, "whose", "Everybody's");
    choose(panel, "whose", "Mine");
    EXPECT_TRUE(comesToList(panel, "D2 D3 D5"))
        << "all that need Welding; of D7 nothing is known: " << conflictDeals(panel);
    window.moveCursor("Deals.B3");
    EXPECT_TRUE(comesToSay(panel, "owners", "Sales: Ann Sales · Operations: Otto Welder"));

    done(window, "say", {{"Deal", "D2"}, {"Action", "asked"}, {"Date", "2026-12-18"}});
    choose(panel, "whose", "Waiting for me");
    EXPECT_TRUE(comesToSay(panel, "message", "hides all"));
    ann();
    done(window, "say", {{"Deal", "D4"}, {"Action", "asked"}, {"Date", "2026-12-18"}});
    EXPECT_TRUE(comesToList(panel, "D2")) << conflictDeals(panel);
    otto();
    choose(panel, "whose", "Everybody's");
    choose(panel, "whose", "Waiting for me");
    EXPECT_TRUE(comesToSay(panel, "beside", "D4")) << "kept, and waiting for operations";
    panel.click("show_all");
    EXPECT_TRUE(comesToList(panel, "D2 D3 D5 D7")) << conflictDeals(panel);
    EXPECT_EQ(chosen(panel, "whose"), "Everybody's");
}

TEST_F(Meeting, FindsWhatHasWaitedForDays) {
    Workbook workbook = openShop();
    ann();
    Window window(office(), workbook);
    done(window, "say", {{"Deal", "D2"}, {"Action", "asked"}, {"Date", "2026-12-18"}});
    // Said five days ago, as the log has it.
    workbook.formula("Keepable Decisions.B5", "=TODAY()-5");
    const Deck deck = window.openDeck();
    const Panel panel = conflictsPanel(deck);
    choose(panel, "whose", "Unanswered for days");
    ASSERT_TRUE(becomesTrue([&] { return panel.hasControl("days"); }));
    EXPECT_TRUE(comesToList(panel, "D2")) << conflictDeals(panel);
    typeInto(panel, "days", "6");
    EXPECT_TRUE(comesToSay(panel, "message", "hides all"));
    typeInto(panel, "days", "5");
    EXPECT_TRUE(comesToList(panel, "D2")) << conflictDeals(panel);
    otto();
    done(window, "say", {{"Deal", "D2"}, {"Action", "agreed"}});
    EXPECT_TRUE(comesToSay(panel, "message", "hides all")) << "answered";
    choose(panel, "whose", "Everybody's");
}

TEST_F(Meeting, SaysWhatIsMissingToKnowWhoseItIs) {
    Workbook workbook = openWorkshop(office());
    ann();
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = conflictsPanel(deck);
    choose(panel, "whose", "Waiting for me");
    EXPECT_TRUE(comesToSay(panel, "missing", "Keepable ▸ People"));
    workbook.put("Who.B3", {{"Side", "Name"}, {"sales", "Bob"}});
    EXPECT_TRUE(comesToSay(panel, "missing", "“Who”"));
    workbook.put("Who.B5", {{"sales", "Ann Sales"}});
    EXPECT_TRUE(becomesTrue([&] { return !panel.hasControl("missing"); }));
    choose(panel, "whose", "Everybody's");
}

TEST_F(Meeting, ShowsTheTargetsWithBothOwners) {
    Workbook workbook = openShop();
    ann();
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = deck.expandedPanel("KeepableMeetingPanel");
    ASSERT_TRUE(comesToSay(panel, "days", "The review is today"));
    EXPECT_TRUE(comesToSay(panel, "counts", "3 conflicts"));
    EXPECT_TRUE(comesToSay(panel, "targets_more", "no shared targets"));
    workbook.put("Aims.A1", {{"Metric", "Baseline", "Target", "Sales owner", "Ops owner"},
                             {"open conflicts", 5, 1, "Ann Sales", "Otto Welder"},
                             {"keepable value", 1000, 20000, "Ann Sales", ""}});
    ASSERT_TRUE(comesToSay(panel, "owners1", "Sales: Ann Sales · Operations: Otto Welder"));
    EXPECT_TRUE(comesToSay(panel, "target1", "Open conflicts"));
    EXPECT_TRUE(comesToSay(panel, "owners2", "nobody named"));
    EXPECT_FALSE(panel.hasControl("target3"));
    EXPECT_FALSE(panel.hasControl("missing1")) << "it has its figure";
    const css::awt::Rectangle above = panel.place("target1");
    EXPECT_TRUE(becomesTrue([&] { return panel.place("owners1").Y > above.Y + 2 * above.Height; }))
        << "the picture stands between the two";
    workbook.set("Aims.E3", "Otto Welder");
    EXPECT_TRUE(comesToSay(panel, "owners2", "Otto Welder"));
    workbook.put("Aims.A4", {{"days to settle", 4, 2}, {"cost per delivered hour", 60, ""}});
    EXPECT_TRUE(comesToSay(panel, "missing3", "No figure yet: nothing was settled"));
    EXPECT_TRUE(comesToSay(panel, "missing4", "to be stated by people"));
    EXPECT_TRUE(comesToSay(panel, "missing4", "No figure to reach"));
}

// Plans leave delivered deals out; who made them is known from the items all the same.
TEST_F(Meeting, CreditsBothSidesWithARunOfDeliveredDeals) {
    Workbook workbook = openShop();
    workbook.put("Deals.J1", {{"First promise", "Delivered date"}});
    Rows delivered;
    for (const char* deal : {"P1", "P2", "P3", "P4", "P5"}) {
        delivered.push_back({deal, "Gum", "Welding", 5, day("2026-02-06"), "delivered", 1, 100,
                             "Cay", day("2026-02-06"), day("2026-02-05")});
    }
    workbook.put("Deals.A9", delivered);
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$K$13;$Capacity.$A$1:$C$5;"
                                "$Settings.$A$1:$B$2)");
    otto();
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = deck.expandedPanel("KeepableMeetingPanel");
    ASSERT_TRUE(comesToSay(panel, "credits", "Cay, Otto Welder")) << panel.text("credits");
    EXPECT_TRUE(comesToSay(panel, "credits", "5"));
    workbook.set("Deals.K11", day("2026-02-07"));
    EXPECT_TRUE(becomesTrue([&] {
        return panel.text("credits").find("Otto Welder") == std::string::npos;
    })) << "one of the five came too late: "
        << panel.text("credits");
}

TEST_F(Meeting, DismissesAFindingInOneStepAndKeepsThat) {
    const auto path = file("dismissed.ods");
    {
        Workbook workbook = openShop();
        ann();
        Window window(office(), workbook);
        const Deck deck = window.openDeck();
        const Panel panel = deck.expandedPanel("KeepableMeetingPanel");
        ASSERT_TRUE(comesToList(panel, kTwice, true));
        EXPECT_FALSE(panel.hasControl("dismiss")) << "nothing is chosen";
        choose(panel, "findings", static_cast<sal_Int16>(placeOf(panel, kTwice)));
        ASSERT_TRUE(comesToSay(panel, "finding", kTwice));
        EXPECT_TRUE(becomesTrue([&] { return window.cursor() == "Deals.A5"; }))
            << "at the deal: " << window.cursor();
        panel.click("other");
        EXPECT_TRUE(becomesTrue([&] { return window.cursor() == "Deals.A6"; })) << window.cursor();
        const std::string before = dump(workbook);
        panel.click("dismiss");
        EXPECT_TRUE(comesToSay(panel, "outcome", "A reason is needed"));
        EXPECT_EQ(difference(before, dump(workbook)), "");
        typeInto(panel, "reason", "=two \"plants\"");
        panel.click("dismiss");
        EXPECT_TRUE(comesToSay(panel, "outcome", "Dismissed: D4 and D5"));
        ASSERT_TRUE(comesToList(panel, kTwice, false));
        EXPECT_EQ(undoTitle(workbook), "Dismiss a Finding");
        EXPECT_EQ(workbook.shown("Keepable Decisions.E5"), "Ann Sales");
        EXPECT_EQ(workbook.shown("Keepable Decisions.F5"), "dismissed");
        const std::string after = dump(workbook);
        workbook.undo();
        EXPECT_EQ(difference(before, dump(workbook)), "");
        EXPECT_TRUE(comesToList(panel, kTwice, true)) << "undone";
        workbook.redo();
        EXPECT_EQ(difference(after, dump(workbook)), "");
        EXPECT_TRUE(comesToList(panel, kTwice, false)) << "done again";
        workbook.saveAs(path, FileFormat::kOds);
    }
    Workbook workbook = office().open(path);
    otto();
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = deck.expandedPanel("KeepableMeetingPanel");
    ASSERT_TRUE(comesToSay(panel, "dismissed", "1 dismissed"));
    EXPECT_TRUE(comesToList(panel, kTwice, false));
    EXPECT_FALSE(panel.hasControl("faults")) << panel.text("faults");
    panel.type("show_dismissed", css::awt::Key::SPACE);
    ASSERT_TRUE(comesToList(panel, kTwice, true));
    choose(panel, "findings", static_cast<sal_Int16>(placeOf(panel, kTwice)));
    EXPECT_TRUE(comesToSay(panel, "finding", "Dismissed by Ann Sales (sales)"));
    EXPECT_TRUE(comesToSay(panel, "finding", "=two \"plants\""));
    EXPECT_FALSE(panel.hasControl("dismiss")) << "it is dismissed";
    const CommandAnswer again =
        run(window, "dismiss", {{"Finding", "finding: looks twice: d4 / d5"}, {"Reason", "no"}});
    EXPECT_FALSE(again.is_done);
    EXPECT_NE(again.sentence.find("already"), std::string::npos) << again.sentence;
    panel.type("show_dismissed", css::awt::Key::SPACE);
    EXPECT_TRUE(comesToList(panel, kTwice, false));
    const Panel talk = deck.expandedPanel("KeepableReviewPanel");
    window.moveCursor("Deals.B5");
    EXPECT_TRUE(comesToSay(talk, "thread", "dismissed: D4 and D5 look like the same deal (=two"))
        << talk.text("thread");
}

TEST_F(Meeting, IsDismissedByMacrosToo) {
    Workbook workbook = openShop();
    otto();
    Window window(office(), workbook);
    const std::string before = dump(workbook);
    for (const Words& words :
         {Words{{"Finding", "looks twice: d4 / d5"}},
          Words{{"Finding", "no such"}, {"Reason", "x"}}, Words{{"Reason", "x"}}}) {
        const CommandAnswer answer = run(window, "dismiss", words);
        EXPECT_FALSE(answer.is_done);
        EXPECT_NE(answer.sentence, "");
    }
    EXPECT_EQ(difference(before, dump(workbook)), "");
    done(window, "dismiss", {{"Finding", "looks twice: d4 / d5"}, {"Reason", "two sites"}});
    EXPECT_EQ(workbook.shown("Keepable Decisions.C5"), "D4");
    EXPECT_EQ(workbook.shown("Keepable Decisions.D5"), "ops");
    EXPECT_EQ(workbook.shown("Keepable Decisions.I5"), "two sites");
    done(window, "agenda");
    workbook.undo();
    workbook.undo();
    EXPECT_EQ(difference(before, dump(workbook)), "");
}

TEST_F(Meeting, SaysThatItNeedsAPlan) {
    const Workbook workbook = office().newWorkbook();
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = deck.expandedPanel("KeepableMeetingPanel");
    EXPECT_TRUE(comesToSay(panel, "message", "needs a plan"));
    for (const char* name : {"agenda", "targets_label", "findings", "reason", "show_dismissed"}) {
        EXPECT_FALSE(panel.hasControl(name)) << name;
    }
}

// A panel that is folded up makes no agenda; unfolded it shows what is there by then.
TEST_F(Meeting, ShowsWhatIsThereWhenItIsUnfolded) {
    Workbook workbook = openShop();
    ann();
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel other = deck.expandedPanel("KeepablePlanPanel");
    ASSERT_TRUE(comesToSay(other, "deals", "7 deals"));
    const Panel panel = deck.panel("KeepableMeetingPanel");
    workbook.set("Deals.D3", 1);
    EXPECT_TRUE(comesToSay(other, "counts", "0 infeasible"));
    EXPECT_TRUE(comesToRest());
    EXPECT_EQ(panel.text("counts").find("0 conflicts"), std::string::npos) << "folded up";
    const Panel unfolded = deck.expandedPanel("KeepableMeetingPanel");
    EXPECT_TRUE(comesToSay(unfolded, "counts", "0 conflicts"));
    workbook.undo();
    EXPECT_TRUE(comesToSay(unfolded, "counts", "3 conflicts"));
}

TEST_F(Meeting, StaysQuickBesideALongLog) {
    Workbook workbook = openShop();
    ann();
    Window window(office(), workbook);
    done(window, "say", {{"Deal", "D1"}, {"Action", "noted"}, {"Reason", "first"}});
    constexpr int kRows = 50'000;
    Rows rows;
    rows.reserve(kRows);
    for (int row = 0; row < kRows; ++row) {
        rows.push_back({row + 2, day("2026-11-02"), "D" + std::to_string(row % 7), "sales",
                        "Ann Sales", "noted", "", "", "row " + std::to_string(row)});
    }
    workbook.put("Keepable Decisions.A6", rows);
    const Deck deck = window.openDeck();
    const Panel panel = deck.expandedPanel("KeepableMeetingPanel");
    ASSERT_TRUE(comesToList(panel, kTwice, true));
    using Milliseconds = std::chrono::duration<double, std::milli>;
    const auto timed = [&](const char* deal, const char* counted) {
        const auto start = std::chrono::steady_clock::now();
        done(window, "say", {{"Deal", deal}, {"Action", "asked"}, {"Date", "2026-12-18"}});
        const double said = Milliseconds(std::chrono::steady_clock::now() - start).count();
        EXPECT_TRUE(comesToSay(panel, "counts", counted)) << panel.text("counts");
        return std::pair{said, Milliseconds(std::chrono::steady_clock::now() - start).count()};
    };
    static_cast<void>(timed("D2", "1 unanswered"));
    const auto [said, shown] = timed("D3", "2 unanswered");
    std::printf("50,000 rows: %.0f ms to say something, %.0f ms until the panel shows it\n", said,
                shown);
    RecordProperty("said_ms", std::to_string(said));
    RecordProperty("shown_ms", std::to_string(shown));
}

} // namespace
} // namespace keepable::office_tests
