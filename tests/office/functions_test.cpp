// SPDX-License-Identifier: MPL-2.0
// Every function in a real office, on the workshop (support/workshop.hpp) and its bill of
// resources.
#include "office/support/office_test.hpp"
#include "office/support/profile.hpp"
#include "office/support/uno_text.hpp"
#include "office/support/workshop.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/FunctionArgument.hpp>
#include <com/sun/star/sheet/XFunctionAccess.hpp>
#include <com/sun/star/uno/Sequence.hxx>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace keepable::office_tests {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

class Functions : public OfficeTest {
  protected:
    // As its About box shows it: "7.4.7.2".
    static std::string officeVersion() {
        return trying("read the office's version", [] {
            const Reference<css::lang::XMultiServiceFactory> provider(
                office().service("com.sun.star.configuration.ConfigurationProvider"),
                UNO_QUERY_THROW);
            css::beans::PropertyValue path;
            path.Name = toOffice("nodepath");
            path.Value <<= toOffice("/org.openoffice.Setup/Product");
            const Any argument(path);
            const Reference<css::container::XNameAccess> product(
                provider->createInstanceWithArguments(
                    toOffice("com.sun.star.configuration.ConfigurationAccess"),
                    Sequence<Any>(&argument, 1)),
                UNO_QUERY_THROW);
            rtl::OUString version;
            product->getByName(toOffice("ooSetupVersionAboutBox")) >>= version;
            return fromOffice(version);
        });
    }
};

TEST_F(Functions, ThePlanCellCountsTheDealsAndEndsInTheDigest) {
    const Workbook workshop = openWorkshop(office());
    const Handle handle = readHandle(workshop.shown("Plan.A1"));
    ASSERT_TRUE(handle.is_handle) << workshop.shown("Plan.A1");
    EXPECT_EQ(handle.deals, 7);
    EXPECT_EQ(handle.infeasible, 2);
    EXPECT_EQ(handle.at_risk, 1);
    EXPECT_EQ(handle.to_check, 1);
}

TEST_F(Functions, StatusIsTheVerdictWord) {
    const Workbook workshop = openWorkshop(office());
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
}

TEST_F(Functions, EarliestIsTheFirstDateThatFitsWhileTheOthersStay) {
    const Workbook workshop = openWorkshop(office());
    EXPECT_EQ(workshop.number("Plan.C3"), day("2026-03-05")); // D1: 30 of 32
    EXPECT_EQ(workshop.number("Plan.C4"), day("2026-03-10")); // D2: 50 of 56
    EXPECT_EQ(workshop.number("Plan.C5"), day("2026-03-11")); // D3: 60 of 64
    EXPECT_EQ(workshop.number("Plan.C6"), day("2026-03-12")); // D4: 66 of 72
    EXPECT_EQ(workshop.number("Plan.C7"), day("2026-03-16")); // D5: 82 of 88
    EXPECT_EQ(workshop.error("Plan.C8"), kNotAvailable) << "closed";
    EXPECT_EQ(workshop.error("Plan.C9"), kNotAvailable) << "a row to check";
}

TEST_F(Functions, ShortfallAndBottleneckSayHowMuchIsMissingWhere) {
    Workbook workshop = openWorkshop(office());
    EXPECT_EQ(workshop.number("Plan.D3"), 0);
    EXPECT_EQ(workshop.error("Plan.D3"), 0);
    EXPECT_EQ(workshop.number("Plan.D4"), 10);
    EXPECT_EQ(workshop.number("Plan.D5"), 4);
    EXPECT_EQ(workshop.number("Plan.D6"), 0);
    EXPECT_EQ(workshop.number("Plan.D7"), 2);
    EXPECT_EQ(answer(workshop, getter("bottleneck", "D1")), "");
    EXPECT_EQ(workshop.error("Plan.Z1"), 0);
    EXPECT_EQ(answer(workshop, getter("bottleneck", "D2")), "Welding");
    EXPECT_EQ(answer(workshop, getter("bottleneck", "D5")), "Welding");
}

TEST_F(Functions, RivalsAreTheDealsInTheTightSpanMostHoursFirst) {
    Workbook workshop = openWorkshop(office());
    const std::string rivals = answer(workshop, getter("rivals", "D5"));
    const std::size_t first = rivals.find("D1");
    const std::size_t second = rivals.find("D2");
    const std::size_t third = rivals.find("D4");
    ASSERT_NE(third, std::string::npos) << rivals;
    EXPECT_LT(first, second) << rivals;
    EXPECT_LT(second, third) << rivals;
    EXPECT_FALSE(contains(rivals, "D3")) << rivals;

    const std::string of_a_firm_deal = answer(workshop, getter("rivals", "D2"));
    EXPECT_TRUE(contains(of_a_firm_deal, "D1")) << of_a_firm_deal;
    EXPECT_TRUE(contains(of_a_firm_deal, "30")) << of_a_firm_deal;
    EXPECT_FALSE(contains(of_a_firm_deal, "D4")) << of_a_firm_deal;
}

TEST_F(Functions, ReasonIsASentenceForEveryDealAndForUnknownOnes) {
    Workbook workshop = openWorkshop(office());
    const std::string refused = answer(workshop, getter("reason", "D2"));
    EXPECT_TRUE(contains(refused, "Welding")) << refused;
    EXPECT_TRUE(contains(refused, "10")) << refused;
    EXPECT_TRUE(contains(refused, "50")) << refused;
    EXPECT_TRUE(contains(refused, "40")) << refused;
    const std::string unreadable = answer(workshop, getter("reason", "D7"));
    EXPECT_TRUE(contains(unreadable, "Quantity")) << unreadable;
    EXPECT_TRUE(contains(unreadable, "many")) << unreadable;
    EXPECT_TRUE(contains(unreadable, "8")) << unreadable;
    const std::string unknown = answer(workshop, getter("reason", "D99"));
    EXPECT_TRUE(contains(unknown, "D99")) << unknown;
    for (const char* deal : {"D1", "D4", "D5", "D6"}) {
        EXPECT_GT(answer(workshop, getter("reason", deal)).size(), 10U) << deal;
        EXPECT_EQ(workshop.error("Plan.Z1"), 0) << deal;
    }
}

TEST_F(Functions, AnUnknownDealOrPlanIsNotAvailable) {
    Workbook workshop = openWorkshop(office());
    for (const char* method :
         {"status", "earliest", "shortfall", "bottleneck", "rivals", "chance", "decideBy"}) {
        EXPECT_EQ(answer(workshop, getter(method, "D99")), "#N/A") << method;
        EXPECT_EQ(
            answer(workshop, "=keepable.Promises." + std::string(method) + "(\"no plan\";\"D1\")"),
            "#N/A")
            << method;
    }
}

TEST_F(Functions, ADealIsFoundWhateverTheCaseAndByNumber) {
    Workbook workshop = openWorkshop(office());
    EXPECT_EQ(answer(workshop, getter("status", " d5 ")), "AT RISK");
    workshop.set("Deals.A6", 1001);
    EXPECT_EQ(answer(workshop, "=keepable.Promises.status($Plan.$A$1;$Deals.$A$6)"), "AT RISK");
    EXPECT_EQ(answer(workshop, "=keepable.Promises.status($Plan.$A$1;1001)"), "AT RISK");
    EXPECT_EQ(answer(workshop, getter("status", "1001")), "AT RISK");
}

TEST_F(Functions, ARowWithoutADealIsCalledByItsRow) {
    Workbook workshop = openWorkshop(office());
    workshop.set("Deals.A6", "");
    EXPECT_EQ(answer(workshop, getter("status", "row 6")), "AT RISK");
}

TEST_F(Functions, QuoteIsTheFirstDateForANewDealRankedLast) {
    Workbook workshop = openWorkshop(office());
    const std::string quote = "=keepable.Promises.quote($Plan.$A$1;\"Welding\";";
    EXPECT_EQ(numberOf(workshop, quote + "8)"), day("2026-03-11"));  // 58 of 64
    EXPECT_EQ(numberOf(workshop, quote + "20)"), day("2026-03-16")); // 86 of 88
    EXPECT_EQ(numberOf(workshop, quote + "8;" + std::to_string(day("2026-03-18")) + ")"),
              day("2026-03-18"));
    EXPECT_EQ(answer(workshop, quote + "1000)"), "#N/A");
    EXPECT_EQ(answer(workshop, "=keepable.Promises.quote($Plan.$A$1;\"Sewing\";8)"), "#N/A");
}

TEST_F(Functions, ChanceIsOneOrNothingForFirmDealsAndCountsTheOddsForOpenOnes) {
    Workbook workshop = openWorkshop(office());
    EXPECT_EQ(numberOf(workshop, getter("chance", "D1")), 1);
    EXPECT_EQ(numberOf(workshop, getter("chance", "D2")), 0);
    EXPECT_EQ(numberOf(workshop, getter("chance", "D3")), 0) << "does not fit even alone";
    EXPECT_EQ(numberOf(workshop, getter("chance", "D4")), 1);
    EXPECT_EQ(numberOf(workshop, getter("chance", "D5")), 0.6) << "kept when D4, at 40 %, is lost";
    EXPECT_EQ(answer(workshop, getter("chance", "D6")), "#N/A") << "closed";
    EXPECT_EQ(answer(workshop, getter("chance", "D7")), "#N/A") << "a row to check";
}

TEST_F(Functions, TwoDealsOfAHundredHoursAtFiftyPercentOnAHundredHoursHaveOneAndAHalf) {
    Workbook workbook = office().newWorkbook();
    const double monday = day("2026-03-02");
    workbook.put("Deals.A1",
                 {{"Deal", "Item", "Quantity", "Promised date", "Status", "Probability"},
                  {"A", "Welding", 100, monday + 4, "open", "50%"},
                  {"B", "Welding", 100, monday + 4, "open", "50%"}});
    workbook.put("Capacity.A1", {{"Resource", "Period", "Capacity"}, {"Welding", monday, 100}});
    workbook.put("Settings.A1", {{"As of", monday}});
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$F$3;$Capacity.$A$1:$C$2;"
                                "$Settings.$A$1:$B$2)");
    EXPECT_EQ(numberOf(workbook, getter("chance", "A")), 1);
    EXPECT_EQ(numberOf(workbook, getter("chance", "B")), 0.5);
    const std::string before = readHandle(workbook.shown("Plan.A1")).digest;
    workbook.put("Settings.A2", {{"Scenarios", 10'000}});
    EXPECT_NE(readHandle(workbook.shown("Plan.A1")).digest, before) << "it can change an answer";
    EXPECT_EQ(numberOf(workbook, getter("chance", "B")), 0.5);
}

TEST_F(Functions, ChanceAgreesWithThePublishedPoissonBinomialDistributions) {
    const std::filesystem::path path = sharedData() / "prob_poisson_binomial" / "reference.csv";
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "no reference values at " << path << ": this was NOT TESTED";
    }
    Workbook workbook = office().newWorkbook();
    const double monday = day("2026-03-02");
    workbook.put("Settings.A1", {{"As of", monday}});
    workbook.put("Capacity.A1", {{"Resource", "Period", "Capacity"}, {"Welding", monday, 1}});
    workbook.put("Deals.A1", {{"Deal", "Item", "Quantity", "Promised date", "Status"}});
    workbook.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$F$20;$Capacity.$A$1:$C$2;"
                                "$Settings.$A$1:$B$1)");
    // At most `most` of the deals are won: with one hour more, one more deal of an hour still fits.
    const auto at_most = [&](int most) {
        if (most < 0) {
            return 0.0;
        }
        workbook.set("Capacity.C2", most + 1);
        return numberOf(workbook, getter("chance", "last"));
    };
    int cases = 0;
    std::ifstream lines(path);
    std::string line;
    std::getline(lines, line); // headings
    while (std::getline(lines, line)) {
        std::istringstream fields(line);
        std::string name;
        std::string odds;
        std::string what;
        std::string k;
        std::string value;
        std::string tolerance;
        for (std::string* field : {&name, &odds, &what, &k, &value, &tolerance}) {
            std::getline(fields, *field, ',');
        }
        Rows deals{{"Deal", "Item", "Quantity", "Promised date", "Status", "Probability"}};
        std::istringstream probabilities(odds);
        for (double probability = 0; probabilities >> probability;) {
            deals.push_back({"", "Welding", 1, monday + 4, "open", probability});
        }
        deals.push_back({"last", "Welding", 1, monday + 4, "open", 0.5});
        deals.resize(20);
        workbook.put("Deals.A1", deals);
        const int wins = std::stoi(k);
        const double found = what == "cdf" ? at_most(wins) : at_most(wins) - at_most(wins - 1);
        EXPECT_NEAR(found, std::stod(value), std::stod(tolerance)) << line;
        ++cases;
    }
    EXPECT_EQ(cases, 20);
}

TEST_F(Functions, DecideByIsTheLastAsOfOnWhichTheDealStillFits) {
    Workbook workshop = openWorkshop(office());
    // D1 needs 30 h until Friday; from Tuesday on it has 32, from Wednesday 24.
    EXPECT_EQ(numberOf(workshop, getter("decideBy", "D1")), day("2026-03-03"));
    // D4 has the week from the 9th to the 13th less D2's last 10 h: 30 h from Monday on, 16 from Thursday,
    // and D2 can be done before.
    EXPECT_EQ(numberOf(workshop, getter("decideBy", "D4")), day("2026-03-12"));
    for (const char* deal : {"D2", "D3", "D5", "D6", "D7"}) {
        EXPECT_EQ(answer(workshop, getter("decideBy", deal)), "#N/A") << deal;
    }
}

TEST_F(Functions, TableListsEveryDealUnderAHeading) {
    Workbook workshop = openWorkshop(office());
    workshop.arrayFormula("Table.A1:K8", "=keepable.Promises.table($Plan.$A$1)");
    const std::vector<std::string> headings = {
        "Deal",      "Customer",  "Class",      "Promised date", "Verdict", "Earliest date",
        "Days late", "Shortfall", "Bottleneck", "Value",         "Reason"};
    for (std::size_t column = 0; column < headings.size(); ++column) {
        EXPECT_EQ(workshop.shown("Table." + std::string(1, static_cast<char>('A' + column)) + "1"),
                  headings[column]);
    }
    EXPECT_EQ(workshop.texts("Table.E2:E8"), kWorkshopVerdicts);
    EXPECT_EQ(workshop.texts("Table.A2:A8"),
              (std::vector<std::string>{"D1", "D2", "D3", "D4", "D5", "D6", "D7"}));
    EXPECT_EQ(workshop.shown("Table.B3"), "Birch");
    EXPECT_EQ(workshop.shown("Table.C3"), "firm");
    EXPECT_EQ(workshop.shown("Table.C6"), "tentative");
    EXPECT_EQ(workshop.number("Table.D3"), day("2026-03-06"));
    EXPECT_EQ(workshop.number("Table.F3"), day("2026-03-10"));
    EXPECT_EQ(workshop.number("Table.G3"), 4);
    EXPECT_EQ(workshop.number("Table.H3"), 10);
    EXPECT_EQ(workshop.shown("Table.I3"), "Welding");
    EXPECT_EQ(workshop.number("Table.J3"), 7000);
    EXPECT_EQ(workshop.shown("Table.K3"), answer(workshop, getter("reason", "D2")));
    EXPECT_EQ(workshop.shown("Table.F8"), "") << "no dates for a row to check";
}

TEST_F(Functions, CapacityLoadAndFreeCountTheHoursOfAWeek) {
    Workbook workshop = openWorkshop(office());
    const auto ask = [&](const char* method, const char* from, const char* to, const char* kind) {
        return numberOf(workshop, "=keepable.Promises." + std::string(method) +
                                      "($Plan.$A$1;\"Welding\";" + std::to_string(day(from)) + ";" +
                                      std::to_string(day(to)) + kind + ")");
    };
    EXPECT_EQ(ask("capacityLoad", "2026-03-02", "2026-03-06", ";\"confirmed\""), 40);
    EXPECT_EQ(ask("capacityLoad", "2026-03-09", "2026-03-13", ";\"confirmed\""), 10);
    // The exposure set leaves 26 h in the second week, D3 and D5 were refused: 10 + 16.
    EXPECT_EQ(ask("capacityLoad", "2026-03-09", "2026-03-13", ""), 52);
    EXPECT_EQ(ask("capacityLoad", "2026-03-09", "2026-03-13", ";\"exposure\""), 52);
    // 10 firm + 16 × 40 % + 10 × 50 % + 16 × 25 %.
    EXPECT_DOUBLE_EQ(ask("capacityLoad", "2026-03-09", "2026-03-13", ";\"weighted\""), 25.4);
    EXPECT_EQ(ask("capacityFree", "2026-03-02", "2026-03-06", ""), 0);
    EXPECT_EQ(ask("capacityFree", "2026-03-09", "2026-03-13", ""), 14);
    EXPECT_EQ(ask("capacityFree", "2026-03-16", "2026-03-29", ""), 80);
    const std::string dates = "46083;46084)";
    EXPECT_EQ(answer(workshop, "=keepable.Promises.capacityFree($Plan.$A$1;\"Sewing\";" + dates),
              "#N/A");
    EXPECT_EQ(answer(workshop, "=keepable.Promises.capacityFree(\"no plan\";\"Welding\";" + dates),
              "#N/A");
    EXPECT_EQ(answer(workshop, "=keepable.Promises.capacityFree($Plan.$A$1;\"Welding\";\"x\";1)"),
              "#VALUE!");
}

TEST_F(Functions, PlanItemsSpreadsADealOverItsBillOfResources) {
    Workbook workbook = office().newWorkbook();
    const double monday = day("2026-03-02");
    const double friday = day("2026-03-13");
    // Q1 needs 20 h of welding by Tuesday and 10 h of assembly by Friday; Q2 the same again, but
    // assembly has 16 h only.
    workbook.put("Deals.A1", {{"Deal", "Item", "Quantity", "Promised date", "Status"},
                              {"Q1", "Pump", 10, friday, "firm"},
                              {"Q2", " pump", 10, friday, "tentative"},
                              {"Q3", "Crane", 1, friday, "tentative"}});
    workbook.put("Items.A1", {{"Item", "Resource", "Hours per unit", "Basis", "Lead-time offset"},
                              {"Pump", "Welding", 2, "variable", 3},
                              {"Pump", "Assembly", 10, "fixed", ""}});
    workbook.put("Capacity.A1", {{"Resource", "Period", "Capacity"},
                                 {"Welding", monday, 40},
                                 {"Welding", monday + 7, 40},
                                 {"Assembly", monday, 8},
                                 {"Assembly", monday + 7, 8}});
    workbook.put("Settings.A1", {{"As of", monday}});
    workbook.formula("Plan.A1", "=keepable.Promises.planItems($Deals.$A$1:$E$4;$Capacity.$A$1:$C$5;"
                                "$Items.$A$1:$E$3;$Settings.$A$1:$B$1)");
    EXPECT_EQ(answer(workbook, getter("status", "Q1")), "KEEPABLE");
    EXPECT_EQ(numberOf(workbook, getter("earliest", "Q1")), day("2026-03-10"));
    EXPECT_EQ(answer(workbook, getter("status", "Q2")), "INFEASIBLE");
    EXPECT_EQ(answer(workbook, getter("bottleneck", "Q2")), "Assembly");
    EXPECT_EQ(numberOf(workbook, getter("shortfall", "Q2")), 4);
    EXPECT_EQ(answer(workbook, getter("earliest", "Q2")), "#N/A") << "20 h of 16";
    EXPECT_EQ(answer(workbook, getter("status", "Q3")), "CHECK ROW") << "no such item";
}

TEST_F(Functions, SettingsMayBeLeftOut) {
    Workbook workshop = openWorkshop(office());
    // As of is then today, long after every promise of the workshop.
    workshop.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$H$8;$Capacity.$A$1:$C$5)");
    EXPECT_EQ(verdictsIn(workshop)[0], "INFEASIBLE");
    EXPECT_EQ(verdictsIn(workshop)[5], "CLOSED");
}

TEST_F(Functions, AnEmptyCellForAnOptionalArgumentCountsAsLeftOut) {
    Workbook workshop = openWorkshop(office());
    static_cast<void>(workshop.range("Nothing.A1"));
    EXPECT_EQ(
        numberOf(workshop, "=keepable.Promises.quote($Plan.$A$1;\"Welding\";8;$Nothing.$A$1)"),
        day("2026-03-11"));
    const std::string week =
        std::to_string(day("2026-03-09")) + ";" + std::to_string(day("2026-03-13"));
    EXPECT_EQ(numberOf(workshop, "=keepable.Promises.capacityLoad($Plan.$A$1;\"Welding\";" + week +
                                     ";$Nothing.$A$1)"),
              52);

    const auto withoutDigest = [](const std::string& plan) {
        return plan.substr(0, plan.size() - readHandle(plan).digest.size());
    };
    const std::string ranges = "=keepable.Promises.plan($Deals.$A$1:$H$8;$Capacity.$A$1:$C$5";
    const std::string left_out = answer(workshop, ranges + ")");
    const std::string empty = answer(workshop, ranges + ";$Nothing.$A$1)");
    EXPECT_TRUE(readHandle(empty).is_handle) << empty;
    EXPECT_EQ(withoutDigest(empty), withoutDigest(left_out));
}

TEST_F(Functions, SettingsMayBeWholeColumns) {
    Workbook workshop = openWorkshop(office());
    workshop.put("Settings.A3", {{"Working days", "Mon-Fri"}});
    workshop.formula("Plan.A1", "=keepable.Promises.plan($Deals.$A$1:$H$8;$Capacity.$A$1:$C$5;"
                                "$Settings.$A:$B)");
    EXPECT_TRUE(readHandle(workshop.shown("Plan.A1")).is_handle) << workshop.shown("Plan.A1");
    EXPECT_EQ(verdictsIn(workshop), kWorkshopVerdicts);
    workshop.set("Settings.B3", "Mon-Thu"); // the hours of the week are the same, no day more
    EXPECT_EQ(verdictsIn(workshop)[0], "KEEPABLE");
    EXPECT_EQ(workshop.number("Plan.C3"), day("2026-03-04")) << "D1: 30 h of 10 h a day";
}

TEST_F(Functions, SupportNamesVersionAndLogFile) {
    Workbook workbook = office().newWorkbook();
    const std::string support = answer(workbook, "=keepable.Promises.support()");
    EXPECT_TRUE(contains(support, KEEPABLE_VERSION)) << support;
    const std::string version = officeVersion();
    EXPECT_FALSE(version.empty());
    EXPECT_TRUE(contains(support, "LibreOffice " + version)) << support << "\n" << version;
    EXPECT_TRUE(contains(support, ".log")) << support;
    EXPECT_TRUE(contains(support, "self-check passed")) << support;
}

TEST_F(Functions, FunctionAccessAsksAPlanOfAWorkbookButCannotMakeOne) {
    const Workbook workshop = openWorkshop(office());
    const Reference<css::sheet::XFunctionAccess> access(
        office().service("com.sun.star.sheet.FunctionAccess"), UNO_QUERY_THROW);
    const auto ask = [&](const char* method, const std::string& argument) {
        Sequence<Any> arguments(2);
        arguments.getArray()[0] <<= toOffice(workshop.shown("Plan.A1"));
        arguments.getArray()[1] <<= toOffice(argument);
        return trying(method, [&] { return access->callFunction(toOffice(method), arguments); });
    };
    rtl::OUString status;
    ASSERT_TRUE(ask("keepable.Promises.status", "D5") >>= status);
    EXPECT_EQ(fromOffice(status), "AT RISK");
    double earliest = 0;
    ASSERT_TRUE(ask("keepable.Promises.earliest", "D5") >>= earliest);
    EXPECT_EQ(earliest, day("2026-03-16"));
    EXPECT_FALSE(ask("keepable.Promises.status", "D99").hasValue()) << "void stands for #N/A";

    // FunctionAccess calculates in a document of its own that has no cell ranges to hand over.
    Sequence<Any> ranges(3);
    ranges.getArray()[0] <<= workshop.range("Deals.A1:H8");
    ranges.getArray()[1] <<= workshop.range("Capacity.A1:C5");
    ranges.getArray()[2] <<= workshop.range("Settings.A1:B2");
    EXPECT_THROW(access->callFunction(toOffice("keepable.Promises.plan"), ranges),
                 css::lang::IllegalArgumentException);
}

TEST_F(Functions, TheFunctionWizardDescribesEveryFunctionAndArgument) {
    // Number of arguments that a user sees.
    std::map<std::string, int> missing = {
        {"PROMISE_PLAN", 3},      {"PROMISE_PLAN_ITEMS", 4}, {"PROMISE_STATUS", 2},
        {"PROMISE_EARLIEST", 2},  {"PROMISE_SHORTFALL", 2},  {"PROMISE_BOTTLENECK", 2},
        {"PROMISE_RIVALS", 2},    {"PROMISE_REASON", 2},     {"PROMISE_CHANCE", 2},
        {"PROMISE_DECIDE_BY", 2}, {"PROMISE_QUOTE", 4},      {"PROMISE_TABLE", 1},
        {"CAPACITY_LOAD", 5},     {"CAPACITY_FREE", 4},      {"PROMISE_RELIABILITY", 4},
        {"PROMISE_LOG", 1},       {"PROMISE_ACTUAL", 5},     {"PROMISE_PROGRESS", 3},
        {"PROMISE_STANDING", 6},  {"PROMISE_BUFFERS", 1},    {"PROMISE_SUPPORT", 0}};
    const Reference<css::container::XIndexAccess> functions(
        office().service("com.sun.star.sheet.FunctionDescriptions"), UNO_QUERY_THROW);
    for (sal_Int32 index = 0; index < functions->getCount(); ++index) {
        Sequence<css::beans::PropertyValue> properties;
        functions->getByIndex(index) >>= properties;
        std::string name;
        std::string description;
        Sequence<css::sheet::FunctionArgument> arguments;
        for (const css::beans::PropertyValue& property : properties) {
            rtl::OUString text;
            if (property.Name == toOffice("Name") && (property.Value >>= text)) {
                name = fromOffice(text);
            } else if (property.Name == toOffice("Description") && (property.Value >>= text)) {
                description = fromOffice(text);
            } else if (property.Name == toOffice("Arguments")) {
                property.Value >>= arguments;
            }
        }
        const auto expected = missing.find(name);
        if (expected == missing.end()) {
            EXPECT_FALSE(name.starts_with("PROMISE_") || name.starts_with("CAPACITY_"))
                << name << " is offered but not described here";
            continue;
        }
        EXPECT_GT(description.size(), 10U) << name;
        EXPECT_EQ(arguments.getLength(), expected->second) << name;
        for (const css::sheet::FunctionArgument& argument : arguments) {
            for (const std::string& text :
                 {fromOffice(argument.Name), fromOffice(argument.Description)}) {
                EXPECT_FALSE(text.empty()) << name;
                EXPECT_FALSE(contains(text, "###")) << name;
            }
        }
        missing.erase(expected);
    }
    for (const auto& [name, arguments] : missing) {
        ADD_FAILURE() << name << " is not in the Function Wizard";
    }
}

} // namespace
} // namespace keepable::office_tests
