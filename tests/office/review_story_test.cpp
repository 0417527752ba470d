// SPDX-License-Identifier: MPL-2.0
//
// Stories of the review, told through the panel's own fields, lists and buttons: two people in turn at
// one file, each looking at what the other has left there.
#include "office/support/dump.hpp"
#include "office/support/office_test.hpp"
#include "office/support/panels.hpp"
#include "office/support/sheet_rows.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/user_data.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <array>
#include <chrono>
#include <ctime>
#include <map>
#include <regex>

namespace keepable::office_tests {
namespace {

using Fields = std::map<std::string, std::string>;

constexpr const char* kDecisions = "Keepable Decisions";

// The review goes by the calendar: "2026-03-20" for so many days from today.
std::string inDays(int days) {
    const std::time_t then =
        std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()) + days * 86'400L;
    std::tm local{};
    localtime_r(&then, &local);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &local);
    return text.data();
}

// Somebody in front of a workbook with the panel Review open.
class Seat {
  public:
    Seat(Office& office, const Workbook& workbook)
        : window(office, workbook), deck(window.openDeck()),
          panel(deck.expandedPanel("KeepableReviewPanel")) {}

    void look(const char* cell, const char* deal) {
        window.moveCursor(cell);
        // Beside a second office the panels may take their time to be made.
        EXPECT_TRUE(
            becomesTrue([&] { return comesToSay(panel, "title", deal); }, std::chrono::seconds(40)))
            << panel.text("title");
    }
    // Chooses the move, fills its fields and presses Say.
    void say(const char* move, const Fields& fields) {
        choose(panel, "moves", move);
        for (const auto& [field, typed] : fields) {
            EXPECT_TRUE(becomesTrue([&] { return panel.hasControl(field); })) << field;
            if (field == "means") {
                choose(panel, field, typed);
            } else {
                typeInto(panel, field, typed);
            }
        }
        panel.click("say");
    }
    [[nodiscard]] bool comesTo(std::string_view control, std::string_view part) const {
        return becomesTrue([&] { return says(control).find(part) != std::string::npos; });
    }
    // With the hyphens of dates as people type them: in labels they hold a date together.
    [[nodiscard]] std::string says(std::string_view control) const {
        return std::regex_replace(panel.text(control), std::regex("\u2011"), "-");
    }
    // Nothing is to be said there.
    [[nodiscard]] bool isSilent(std::string_view control) const {
        return becomesTrue([&] { return !panel.hasControl(control); });
    }
    [[nodiscard]] std::vector<std::string> moves() const {
        std::vector<std::string> all;
        const auto list = listBox(panel, "moves");
        for (sal_Int16 i = 0; i < list->getItemCount(); ++i) {
            all.push_back(fromOffice(list->getItem(i)));
        }
        return all;
    }

    Window window;
    Deck deck;
    Panel panel;
};

class ReviewStory : public WindowTest {
  protected:
    static void ann() { sitDown(office(), "Ann", "Sales"); }
    static void otto() { sitDown(office(), "Otto", "Welder"); }
};

void expectDecisions(const Workbook& workbook, const std::vector<std::string>& expected) {
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const int row = static_cast<int>(i) + 5;
        EXPECT_EQ(decisionIn(workbook, row), expected[i]) << "row " << row;
        EXPECT_EQ(workbook.number("Keepable Decisions.A" + std::to_string(row)),
                  static_cast<double>(i) + 1);
    }
    EXPECT_EQ(workbook.shown("Keepable Decisions.A" + std::to_string(expected.size() + 5)), "")
        << "and no more";
    EXPECT_EQ(formulasIn(workbook, kDecisions), 0);
}

// What an office without the package shows of the sheets of the review.
void expectReadableElsewhere(const std::filesystem::path& file,
                             const std::vector<std::string>& decisions) {
    const Profile theirs;
    Office other(theirs);
    {
        const Workbook workbook = other.open(file);
        EXPECT_EQ(rowsOf(workbook, kDecisions), decisions);
        EXPECT_EQ(workbook.shown("Keepable People.A5"), "Name");
    }
    EXPECT_EQ(other.terminate(), 0);
}

TEST_F(ReviewStory, APromiseIsAskedCounteredAgreedAndKept) {
    const auto path = file("promise.ods");
    const auto exported = file("promise.xlsx");
    const std::string wanted = inDays(18);
    const std::string possible = inDays(39);
    std::vector<std::string> rows;
    {
        Workbook workbook = openWorkshop(office());
        ann();
        Seat seat(office(), workbook);
        seat.look("Deals.B5", "D4");
        ASSERT_TRUE(seat.comesTo("who", "nobody has said yet who sells"));
        EXPECT_EQ(seat.moves(), std::vector<std::string>{"Note"});
        seat.panel.click("make_sales");
        ASSERT_TRUE(seat.comesTo("who", "Ann Sales, sales"));
        seat.look("Deals.B5", "D4");
        seat.say("Ask", {{"day", wanted}, {"move_reason", "=1+1; \"the fair\""}});
        EXPECT_TRUE(seat.comesTo("thread", "Ann Sales (sales): asked: " + wanted));
        EXPECT_TRUE(seat.comesTo("turn", "Ops has the turn"));
        EXPECT_TRUE(seat.comesTo("turn", "a question is to be answered"));
        EXPECT_TRUE(seat.comesTo("confirmation", "has not confirmed 2026-03-13 yet"));
        rows.push_back("D4|sales|Ann Sales|asked||" + wanted +
                       "|'=1+1; \"the fair\"|waiting for ops; KEEPABLE");
        expectDecisions(workbook, rows);
        workbook.saveAs(path, FileFormat::kOds);
    }
    {
        Workbook workbook = office().open(path);
        otto();
        Seat seat(office(), workbook);
        seat.look("Deals.B5", "D4");
        ASSERT_TRUE(seat.comesTo("who", "Otto Welder has no side in “Keepable People”"));
        EXPECT_EQ(seat.moves(), std::vector<std::string>{"Note"});
        seat.panel.click("open_people");
        ASSERT_TRUE(
            becomesTrue([&] { return seat.window.cursor().starts_with("Keepable People.A"); }));
        workbook.put("Keepable People.A7", {{"Otto Welder", "ops", "Welding"}});
        seat.look("Deals.B5", "D4");
        ASSERT_TRUE(seat.comesTo("who", "Otto Welder, ops"));
        EXPECT_TRUE(seat.comesTo("thread", "=1+1; \"the fair\""));
        EXPECT_TRUE(seat.comesTo("turn", "Ops has the turn"));
        const std::string before = dump(workbook);
        seat.say("Counter", {});
        EXPECT_TRUE(seat.comesTo("said", "Name a date, a quantity or hours."));
        EXPECT_EQ(difference(before, dump(workbook)), "");
        seat.say("Counter", {{"day", possible}, {"move_reason", "full until then"}});
        ASSERT_TRUE(seat.comesTo("turn", "Sales has the turn"));
        EXPECT_EQ(undoTitle(workbook), "Counter");
        expectOneStep(workbook, before);
        workbook.undo();
        EXPECT_TRUE(seat.comesTo("turn", "Ops has the turn"));
        EXPECT_EQ(seat.says("thread").find("countered"), std::string::npos);
        workbook.redo();
        EXPECT_TRUE(seat.comesTo("turn", "Sales has the turn"));
        EXPECT_TRUE(seat.comesTo("thread", "Otto Welder (ops): countered: " + wanted + " → " +
                                               possible + " (full until then)"));
        rows.push_back("D4|ops|Otto Welder|countered|" + wanted + "|" + possible +
                       "|full until then|waiting for sales; KEEPABLE");
        expectDecisions(workbook, rows);
        workbook.saveAs(path, FileFormat::kOds);
    }
    {
        Workbook workbook = office().open(path);
        ann();
        Seat seat(office(), workbook);
        seat.look("Deals.B5", "D4");
        EXPECT_TRUE(seat.comesTo("turn", "Sales has the turn"));
        seat.say("Agree", {});
        EXPECT_TRUE(seat.comesTo("thread", "Ann Sales (sales): agreed: " + possible));
        EXPECT_TRUE(seat.isSilent("turn"));
        EXPECT_TRUE(seat.comesTo("confirmation", "has not confirmed 2026-03-13, only " + possible));
        rows.push_back("D4|sales|Ann Sales|agreed||" + possible + "||agreed; KEEPABLE");
        const std::string before = dump(workbook);
        seat.say("Promise", {}); // what they agreed to
        EXPECT_TRUE(seat.comesTo("thread", "Ann Sales (sales): promised: " + possible));
        EXPECT_EQ(workbook.number("Deals.E5"), day(possible)) << "what is promised is planned by";
        EXPECT_TRUE(seat.comesTo("confirmation", "Confirmed by Otto Welder"));
        expectOneStep(workbook, before);
        rows.push_back("D4|sales|Ann Sales|promised||" + possible + "||agreed; KEEPABLE");
        seat.say("Won", {});
        EXPECT_TRUE(seat.comesTo("thread", "Ann Sales (sales): won"));
        EXPECT_TRUE(seat.isSilent("turn")) << "operations has confirmed: " << seat.says("turn");
        rows.push_back("D4|sales|Ann Sales|won||||won; KEEPABLE");
        expectDecisions(workbook, rows);
        workbook.saveAs(path, FileFormat::kOds);
    }
    {
        Workbook workbook = office().open(path);
        otto();
        Seat seat(office(), workbook);
        seat.look("Deals.B5", "D4");
        EXPECT_TRUE(seat.comesTo("confirmation", "Confirmed by Otto Welder"));
        seat.say("Delivered", {});
        EXPECT_TRUE(seat.comesTo("thread", "Otto Welder (ops): delivered"));
        EXPECT_TRUE(seat.isSilent("turn"));
        EXPECT_EQ(seat.moves(), std::vector<std::string>{"Note"}) << "nothing is left to settle";
        rows.push_back("D4|ops|Otto Welder|delivered||||delivered; KEEPABLE");
        expectDecisions(workbook, rows);
        const Panel meeting = seat.deck.expandedPanel("KeepableMeetingPanel");
        ASSERT_TRUE(comesToSay(meeting, "counts", "conflicts"));
        meeting.click("agenda");
        ASSERT_TRUE(becomesTrue([&] { return hasSheet(workbook, "Keepable Agenda"); }));
        EXPECT_GE(rowWith(workbook, "Keepable Agenda", "first promised " + possible), 0);
        EXPECT_EQ(rowWith(workbook, "Keepable Agenda", "by hand"), -1);
        workbook.saveAs(exported, FileFormat::kXlsx);
    }
    std::vector<std::string> decisions;
    {
        const Workbook workbook = office().open(exported);
        ann();
        Seat seat(office(), workbook);
        seat.look("Deals.B5", "D4");
        expectDecisions(workbook, rows);
        EXPECT_EQ(workbook.number("Deals.E5"), day(possible));
        EXPECT_TRUE(seat.comesTo("thread", "Otto Welder (ops): delivered"));
        EXPECT_TRUE(seat.isSilent("turn"));
        decisions = rowsOf(workbook, kDecisions);
    }
    expectReadableElsewhere(exported, decisions);
    {
        const Workbook workbook = office().open(path);
        decisions = rowsOf(workbook, kDecisions);
    }
    expectReadableElsewhere(path, decisions);
}

// Ann and Otto each in an office of their own.
TEST_F(ReviewStory, CapacityIsDeclinedTheDateMovedAndTheCustomerTold) {
    const auto path = file("capacity.ods");
    const auto exported = file("capacity.xlsx");
    std::vector<std::string> rows;
    const Profile theirs;
    const Outcome installed = theirs.install(packageUnderTest());
    ASSERT_EQ(installed.exit_code, 0) << installed.output;
    Office other(theirs, &screen());
    sitDown(other, "Otto", "Welder");
    ann();
    {
        Workbook workbook = openWorkshop(office());
        workbook.put("Who.B3", {{"Side", "Name", "Owns"},
                                {"sales", "Ann Sales", "D2"},
                                {"ops", "Otto Welder", "Welding"}});
        Seat seat(office(), workbook);
        seat.look("Deals.B3", "D2");
        ASSERT_TRUE(seat.comesTo("who", "Ann Sales, sales"));
        seat.say("Request Capacity", {{"hours", "10"},
                                      {"resource", "Welding"},
                                      {"means", "overtime"},
                                      {"cost", "400"},
                                      {"move_reason", "the fair"}});
        EXPECT_TRUE(seat.comesTo("turn", "Ops has the turn"));
        EXPECT_TRUE(seat.comesTo("turn", "a capacity request is to be decided"));
        EXPECT_TRUE(seat.comesTo("requests", "Welding"));
        rows.push_back("D2|sales|Ann Sales|capacity requested||10 h; [Welding]; overtime; cost "
                       "400|the fair|waiting for ops; INFEASIBLE");
        expectDecisions(workbook, rows);
        workbook.saveAs(path, FileFormat::kOds);
    }
    {
        Workbook workbook = other.open(path);
        Seat seat(other, workbook);
        seat.look("Deals.B3", "D2");
        ASSERT_TRUE(seat.comesTo("who", "Otto Welder, ops"));
        EXPECT_TRUE(seat.comesTo("requests", "10 hours of Welding"));
        const std::string before = dump(workbook);
        seat.say("Decline Capacity", {});
        EXPECT_TRUE(seat.comesTo("said", "A reason is needed."));
        EXPECT_EQ(difference(before, dump(workbook)), "");
        seat.say("Decline Capacity", {{"move_reason", "two are ill"}});
        EXPECT_TRUE(seat.comesTo("thread", "two are ill"));
        EXPECT_TRUE(seat.comesTo("turn", "Sales has the turn"));
        EXPECT_TRUE(seat.comesTo("turn", "the other side has declined"));
        EXPECT_TRUE(seat.isSilent("requests"));
        expectOneStep(workbook, before);
        rows.push_back("D2|ops|Otto Welder|capacity declined||10 h; [Welding]; overtime; cost "
                       "400|two are ill|waiting for sales; INFEASIBLE");
        expectDecisions(workbook, rows);
        workbook.saveAs(path, FileFormat::kOds);
    }
    {
        Workbook workbook = office().open(path);
        Seat seat(office(), workbook);
        const Panel conflicts = seat.deck.expandedPanel("KeepableConflictsPanel");
        choose(conflicts, "whose", "Waiting for me");
        ASSERT_TRUE(becomesTrue([&] { return conflictDeals(conflicts) == "D2"; }))
            << conflictDeals(conflicts);
        selectConflict(conflicts, 0);
        ASSERT_TRUE(becomesTrue([&] { return seat.window.cursor().starts_with("Deals."); }));
        const Panel review = seat.deck.expandedPanel("KeepableReviewPanel");
        ASSERT_TRUE(comesToSay(review, "title", "D2"));
        EXPECT_TRUE(comesToSay(review, "turn", "the other side has declined"));
        review.click("ask_ways");
        ASSERT_TRUE(becomesTrue([&] { return review.hasControl("ways"); }));
        for (const rtl::OUString& title : listBox(review, "ways")->getItems()) {
            if (fromOffice(title).starts_with("Another date")) {
                choose(review, "ways", fromOffice(title));
                break;
            }
        }
        ASSERT_TRUE(becomesTrue([&] { return review.hasControl("apply"); }));
        const std::string before = dump(workbook);
        review.click("apply");
        ASSERT_TRUE(becomesTrue([&] { return verdictsIn(workbook)[1] == "KEEPABLE"; }));
        EXPECT_TRUE(seat.comesTo("thread", "re-dated: 2026-03-06 → 2026-03-10"));
        EXPECT_TRUE(seat.isSilent("turn")) << "the refusal was answered by another date";
        EXPECT_EQ(workbook.number("Deals.E3"), day("2026-03-10"));
        expectOneStep(workbook, before);
        EXPECT_TRUE(seat.comesTo("thread", "re-dated: 2026-03-06 → 2026-03-10"));
        rows.push_back("D2|sales|Ann Sales|re-dated|2026-03-06|2026-03-10|Another date: 2026-03-10|"
                       "promised; KEEPABLE");
        expectDecisions(workbook, rows);
        seat.say("Customer Told", {});
        EXPECT_TRUE(seat.comesTo("thread", "customer told: 2026-03-10"));
        rows.push_back("D2|sales|Ann Sales|customer told||2026-03-10||promised; KEEPABLE");
        expectDecisions(workbook, rows);
        EXPECT_TRUE(seat.comesTo("confirmation", "has not confirmed 2026-03-10"));
        choose(conflicts, "whose", "Everybody's");
        workbook.saveAs(path, FileFormat::kOds);
    }
    {
        Workbook workbook = other.open(path);
        Seat seat(other, workbook);
        seat.look("Deals.B3", "D2");
        seat.say("Agree", {});
        EXPECT_TRUE(seat.comesTo("confirmation", "Confirmed by Otto Welder"));
        rows.push_back("D2|ops|Otto Welder|agreed||2026-03-10||agreed; KEEPABLE");
        expectDecisions(workbook, rows);
        workbook.saveAs(exported, FileFormat::kXlsx);
    }
    std::vector<std::string> decisions;
    {
        const Workbook workbook = office().open(exported);
        Seat seat(office(), workbook);
        seat.look("Deals.B3", "D2");
        expectDecisions(workbook, rows);
        EXPECT_TRUE(seat.comesTo("confirmation", "Confirmed by Otto Welder"));
        EXPECT_TRUE(seat.isSilent("turn"));
        decisions = rowsOf(workbook, kDecisions);
    }
    EXPECT_EQ(other.terminate(), 0);
    const Profile without;
    Office plain(without);
    {
        const Workbook workbook = plain.open(exported);
        EXPECT_EQ(rowsOf(workbook, kDecisions), decisions);
    }
    EXPECT_EQ(plain.terminate(), 0);
}

} // namespace
} // namespace keepable::office_tests
