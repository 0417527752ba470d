// SPDX-License-Identifier: MPL-2.0
//
// An office with German user interface and German documents: functions by their German names, panels,
// decisions and agenda in German. Skipped, and said so, where the office has no German.
#include "office/support/office.hpp"
#include "office/support/panels.hpp"
#include "office/support/sheet_rows.hpp"
#include "office/support/spoken.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/user_data.hpp"
#include "office/support/window.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace keepable::office_tests {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

bool hasGerman() {
    return std::filesystem::exists(KEEPABLE_OFFICE_PROGRAM "/resource/de/LC_MESSAGES");
}

// The user interface, and the documents to be made.
void speakGerman(const Profile& profile) {
    const auto item = [](const char* path, const char* property, const char* value) {
        return std::string("<item oor:path=\"/") + path + "\"><prop oor:name=\"" + property +
               "\" oor:op=\"fuse\"><value>" + value + "</value></prop></item>\n";
    };
    const auto path = profile.folder() / "user" / "registrymodifications.xcu";
    std::ifstream in(path);
    std::string settings{std::istreambuf_iterator<char>(in), {}};
    in.close();
    settings.insert(settings.rfind("</oor:items>"),
                    item("org.openoffice.Office.Linguistic/General", "UILocale", "de") +
                        item("org.openoffice.Setup/L10N", "ooLocale", "de") +
                        item("org.openoffice.Setup/L10N", "ooSetupSystemLocale", "de-DE"));
    std::ofstream(path) << settings;
}

// One office for all tests, as OfficeTest has it.
class German : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        if (!hasGerman()) {
            return;
        }
        screen_ = std::make_unique<Screen>(std::filesystem::temp_directory_path());
        profile_ = std::make_unique<Profile>();
        speakGerman(*profile_);
        const Outcome installed = profile_->install(packageUnderTest());
        ASSERT_EQ(installed.exit_code, 0) << installed.output;
        office_ = std::make_unique<Office>(*profile_, screen_.get());
    }
    static void TearDownTestSuite() {
        if (office_) {
            EXPECT_EQ(office_->terminate(), 0) << "exit code of soffice";
        }
        office_.reset();
        profile_.reset();
        screen_.reset();
    }
    void SetUp() override {
        if (!hasGerman()) {
            GTEST_SKIP() << "LibreOffice has no German: install libreoffice-l10n-de";
        }
        ASSERT_TRUE(office_);
    }
    [[nodiscard]] static Office& office() { return *office_; }

    static Workbook openShop() {
        Workbook workbook = openWorkshop(office());
        workbook.put("Wer.B3", {{"Seite", "Name", "Zuständig für"},
                                {"Vertrieb", "Änne Groß", "D2"},
                                {"Betrieb", "Otto Weld", "Welding"}});
        sitDown(office(), "Änne", "Groß");
        return workbook;
    }

  private:
    static std::unique_ptr<Screen> screen_;
    static std::unique_ptr<Profile> profile_;
    static std::unique_ptr<Office> office_;
};

std::unique_ptr<Screen> German::screen_;
std::unique_ptr<Profile> German::profile_;
std::unique_ptr<Office> German::office_;

struct Call {
    const char* method;
    const char* german;
    const char* arguments;
};

// Every function of registration/CalcAddIns.xcu.
constexpr std::array kCalls{
    Call{"plan", "ZUSAGE_PLAN", "$Deals.$A$1:$H$8;$Capacity.$A$1:$C$5;$Settings.$A$1:$B$2"},
    Call{"planItems", "ZUSAGE_PLAN_ARTIKEL",
         "$Deals.$A$1:$H$8;$Capacity.$A$1:$C$5;$Items.$A$1:$C$2;$Settings.$A$1:$B$2"},
    Call{"status", "ZUSAGE_STATUS", "$Plan.$A$1;\"D2\""},
    Call{"earliest", "ZUSAGE_FRÜHESTENS", "$Plan.$A$1;\"D2\""},
    Call{"shortfall", "ZUSAGE_FEHLSTUNDEN", "$Plan.$A$1;\"D2\""},
    Call{"bottleneck", "ZUSAGE_ENGPASS", "$Plan.$A$1;\"D2\""},
    Call{"rivals", "ZUSAGE_RIVALEN", "$Plan.$A$1;\"D2\""},
    Call{"reason", "ZUSAGE_GRUND", "$Plan.$A$1;\"D2\""},
    Call{"chance", "ZUSAGE_CHANCE", "$Plan.$A$1;\"D5\""},
    Call{"decideBy", "ZUSAGE_ENTSCHEIDEN_BIS", "$Plan.$A$1;\"D4\""},
    Call{"quote", "ZUSAGE_ANFRAGE", "$Plan.$A$1;\"Welding\";8"},
    Call{"table", "ZUSAGE_TABELLE", "$Plan.$A$1"},
    Call{"capacityLoad", "KAPAZITÄT_LAST", "$Plan.$A$1;\"Welding\";46083;46087;\"weighted\""},
    Call{"capacityFree", "KAPAZITÄT_FREI", "$Plan.$A$1;\"Welding\";46083;46087"},
    Call{"reliability", "ZUSAGE_TREUE", "$Kept.$A$1:$A$3;$Kept.$B$1:$B$3"},
    Call{"log", "ZUSAGE_PROTOKOLL", "$Log.$A:$K"},
    Call{"actual", "ZUSAGE_IST", "$Plan.$A$1;\"Haltbarer Wert\";$Goals.$B$1"},
    Call{"progress", "ZUSAGE_FORTSCHRITT", "12;10;20"},
    Call{"standing", "ZUSAGE_STAND", "\"overtime cost\";90;100;90"},
    Call{"buffers", "ZUSAGE_PUFFER", "$Plan.$A$1"},
    Call{"support", "ZUSAGE_AUSKUNFT", ""},
};

std::string localFormula(const Workbook& workbook, std::string_view cell) {
    rtl::OUString formula;
    Reference<css::beans::XPropertySet>(workbook.cell(cell), UNO_QUERY_THROW)
        ->getPropertyValue("FormulaLocal") >>= formula;
    return fromOffice(formula);
}

TEST_F(German, FunctionsAreTypedByTheirGermanNames) {
    Workbook workbook = openWorkshop(office());
    workbook.put("Items.A1", {{"Item", "Resource", "Hours per unit"}, {"Welding", "Welding", 1}});
    workbook.put("Kept.A1", {{46083, 46083}, {46083, 46085}, {46084, 46084}});
    workbook.put("Log.A1", {{"No", "When", "Deal", "Side", "By", "Action", "From", "To"},
                            {1, day("2026-03-02"), "D2", "sales", "Ann", "asked"}});
    workbook.formula("Goals.B1", "=keepable.Promises.log($Log.$A:$K)");
    for (std::size_t i = 0; i < kCalls.size(); ++i) {
        const Call& call = kCalls[i];
        SCOPED_TRACE(call.german);
        const std::string row = std::to_string(i + 1);
        const std::string arguments = std::string("(") + call.arguments + ")";
        workbook.formula("Said.A" + row,
                         std::string("=keepable.Promises.") + call.method + arguments);
        const std::string typed = "=" + std::string(call.german) + arguments;
        Reference<css::beans::XPropertySet>(workbook.cell("Said.B" + row), UNO_QUERY_THROW)
            ->setPropertyValue("FormulaLocal", Any{toOffice(typed)});
        EXPECT_EQ(workbook.error("Said.B" + row), 0) << workbook.shown("Said.B" + row);
        EXPECT_NE(workbook.shown("Said.B" + row), "");
        EXPECT_EQ(workbook.shown("Said.B" + row), workbook.shown("Said.A" + row));
        EXPECT_EQ(workbook.formulaIn("Said.B" + row), workbook.formulaIn("Said.A" + row))
            << "files hold the same name";
        EXPECT_EQ(localFormula(workbook, "Said.A" + row), typed);
    }
    EXPECT_EQ(workbook.shown("Said.B3"), "INFEASIBLE") << "verdicts are the same in every language";
    EXPECT_EQ(workbook.shown("Said.B19"), "erreicht");
}

TEST_F(German, ThePanelsSpeakGerman) {
    Workbook workbook = openShop();
    Window window(office(), workbook);
    const Deck deck = window.openDeck();
    const Panel panel = deck.expandedPanel("KeepableReviewPanel");
    window.moveCursor("Deals.B3");
    ASSERT_TRUE(comesToSay(panel, "title", "D2"));
    EXPECT_TRUE(comesToSay(panel, "who", "Änne Groß, Vertrieb")) << panel.text("who");
    EXPECT_EQ(panel.text("say"), "Sagen");
    choose(panel, "moves", "Anfragen");
    ASSERT_TRUE(becomesTrue([&] { return panel.hasControl("day"); }));
    typeInto(panel, "day", "24.12.2026");
    typeInto(panel, "move_reason", "für die Messe");
    panel.click("say");
    EXPECT_TRUE(comesToSay(panel, "thread", "für die Messe"));
    EXPECT_TRUE(comesToSay(panel, "turn", "Betrieb ist")) << panel.text("turn");
    EXPECT_EQ(undoTitle(workbook), "Anfragen");
    EXPECT_EQ(decisionIn(workbook, 5), "D2|sales|Änne Groß|asked||2026-12-24|für die Messe|"
                                       "waiting for ops; INFEASIBLE")
        << "words of the file are English in every language";
    const Panel meeting = deck.expandedPanel("KeepableMeetingPanel");
    EXPECT_TRUE(comesToSay(meeting, "counts", "Konflikte")) << meeting.text("counts");
    EXPECT_EQ(meeting.text("agenda"), "Agenda");
    const Panel conflicts = deck.expandedPanel("KeepableConflictsPanel");
    choose(conflicts, "whose", "Meine");
    EXPECT_TRUE(becomesTrue([&] { return conflictDeals(conflicts) == "D2"; }))
        << conflictDeals(conflicts);
}

TEST_F(German, TheAgendaIsWrittenAndReadInGerman) {
    Workbook workbook = openShop();
    Window window(office(), workbook);
    done(window, "agenda");
    EXPECT_EQ(workbook.shown("Keepable Agenda.A1").find("Besprechung von Vertrieb und Betrieb am "),
              0U)
        << workbook.shown("Keepable Agenda.A1");
    EXPECT_GE(
        rowWith(workbook, "Keepable Agenda", "Konflikte, zuerst die, die nicht warten können"), 0);
    const int conflict = rowWith(workbook, "Keepable Agenda", "D2|");
    ASSERT_GE(conflict, 0);
    workbook.put("Keepable Agenda.G" + std::to_string(conflict + 1),
                 {{"verschoben 24.12.2026", "der Stahl kommt später", "Otto Weld"}});
    const CommandAnswer answer = run(window, "agenda");
    ASSERT_TRUE(answer.is_done) << answer.sentence;
    EXPECT_NE(answer.sentence.find("1 Entscheidung"), std::string::npos) << answer.sentence;
    EXPECT_EQ(decisionIn(workbook, 5)
                  .find("D2|sales|Otto Weld|re-dated|2026-03-06|2026-12-24|der "
                        "Stahl kommt später|"),
              0U)
        << decisionIn(workbook, 5);
    EXPECT_EQ(workbook.number("Deals.E3"), day("2026-12-24")) << "and the plan goes by it";
}

} // namespace
} // namespace keepable::office_tests
