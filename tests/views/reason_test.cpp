// SPDX-License-Identifier: MPL-2.0
#include "views/plans.hpp"
#include "views/reason.hpp"

namespace keepable::views {
namespace {

std::string reasonOf(PlanAnswers& answers, const char* deal) {
    return answers.reason(dealNamed(answers, deal), english());
}

TEST(Reason, OfAKeptDealNamesItsHoursAndTheEarliestDate) {
    PlanAnswers answers = answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                                     {"A", "Boiler", 12, "2026-01-09", "firm"}});
    EXPECT_EQ(reasonOf(answers, "A"),
              "KEEPABLE: 12 h of Welding fit from 2026-01-05 to 2026-01-09, "
              "2026-01-06 is the earliest date.");
}

TEST(Reason, OfAnOverloadNamesSpanHoursHelpAndRivals) {
    PlanAnswers answers = answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                                     {"A", "Boiler", 30, "2026-01-09", "firm"},
                                     {"B", "Boiler", 20, "2026-01-09", "firm"}});
    EXPECT_EQ(
        reasonOf(answers, "B"),
        "INFEASIBLE: Welding needs 50 h from 2026-01-05 to 2026-01-09 and has 40 h: 10 h short; "
        "at least 10 h more of Welding from 2026-01-05 to 2026-01-09 or 2026-01-13 as promised "
        "date would help; its work is planned for 2026-01-13; ahead of it: A (30 h).");
}

TEST(Reason, OfADealAtRiskSaysThatItDependsOnOthersBeingWon) {
    PlanAnswers answers = answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                                     {"A", "Boiler", 30, "2026-01-09", "open"},
                                     {"B", "Boiler", 20, "2026-01-09", "open"}});
    EXPECT_EQ(reasonOf(answers, "B").substr(0, 75),
              "AT RISK: if the open deals ranked above it are won, Welding needs 50 h from");
}

TEST(Reason, CountsFurtherResourcesThatAreShort) {
    PlanAnswers answers = answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                                     {"A", "Boiler", 90, "2026-01-16", "firm"},
                                     {"A", "Frame", 81, "2026-01-16", "firm"}});
    const std::string reason = reasonOf(answers, "A");
    EXPECT_NE(reason.find("and one more resource is short"), std::string::npos) << reason;
    EXPECT_NE(reason.find("no date within the capacity given fits"), std::string::npos) << reason;
}

TEST(Reason, TellsHoursOfTheSpanFromHoursInAll) {
    PlanAnswers answers =
        answersOf({{"Deal", "Item", "Quantity", "Promised date", "Earliest start", "Status"},
                   {"A", "Boiler", 20, "2026-01-06", tables::kEmptyCell, "firm"},
                   {"A", "Boiler", 18, "2026-01-16", "2026-01-15", "firm"}});
    // 4 h are short on Monday and Tuesday, 2 h on Thursday and Friday of the next week.
    const std::string reason = reasonOf(answers, "A");
    EXPECT_NE(reason.find("needs 20 h from 2026-01-05 to 2026-01-06 and has 16 h: 4 h short, "
                          "6 h in all; at least 6 h more of Welding would help, no date"),
              std::string::npos)
        << reason;
}

TEST(Reason, OfRefusalsThatAreNoMatterOfHours) {
    PlanAnswers answers = answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                                     {"late", "Boiler", 8, "2026-01-02", "firm"},
                                     {"early", "Tower", 8, "2026-01-09", "firm"},
                                     {"bare", "Crane", 8, "2026-01-09", "firm"},
                                     {"rushed", "Frame", 8, "2026-01-06", "firm"}});
    EXPECT_EQ(reasonOf(answers, "late"),
              "INFEASIBLE: the promised date 2026-01-02 lies before As of 2026-01-05; "
              "2026-01-05 as promised date would help; its work is planned for 2026-01-05.");
    EXPECT_EQ(reasonOf(answers, "early"),
              "INFEASIBLE: “Tower” is not offered on 2026-01-09, only from 2026-01-12; "
              "2026-01-12 as promised date would help; its work is planned for 2026-01-12.");
    EXPECT_EQ(reasonOf(answers, "bare"),
              "INFEASIBLE: Rigging has no capacity row, and 8 h of it are needed by 2026-01-09; "
              "a capacity row for Rigging would help; its 8 h have no place at all.");
    EXPECT_EQ(
        reasonOf(answers, "rushed"),
        "INFEASIBLE: 8 h of Painting would have to end by 2026-01-04, but cannot start before "
        "2026-01-05; 2026-01-07 as promised date would help; its work is planned for "
        "2026-01-07.");
}

TEST(Reason, OfRowsToCheckListsWhatCouldNotBeRead) {
    PlanAnswers answers = answersOf({{"Deal", "Item", "Quantity", "Promised date", "Value"},
                                     {"A", "Boiler", "many", "soon", 5},
                                     {"B", "Boiler", 8, "2026-01-09", "a lot"}});
    const std::string check = reasonOf(answers, "A");
    EXPECT_TRUE(check.starts_with("CHECK ROW: ")) << check;
    EXPECT_NE(check.find("“many”"), std::string::npos) << check;
    EXPECT_NE(check.find("“soon”"), std::string::npos) << check;
    const std::string kept = reasonOf(answers, "B");
    EXPECT_TRUE(kept.starts_with("KEEPABLE: ")) << kept;
    EXPECT_NE(kept.find("“a lot”"), std::string::npos) << kept;
}

TEST(Reason, OfAClosedDealAndOfNothingLeft) {
    PlanAnswers answers =
        answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status", "Done"},
                   {"A", "Boiler", 8, "2026-01-09", "lost"},
                   {"B", "Boiler", 8, "2026-01-09", "firm", 8}});
    EXPECT_EQ(reasonOf(answers, "A"), "CLOSED: lost or delivered, it takes no capacity.");
    EXPECT_EQ(reasonOf(answers, "B"), "KEEPABLE: no hours are left to do.");
}

TEST(Reason, ListsNoMoreRivalsThanAskedFor) {
    std::vector<tables::DealText> texts(3);
    texts[0].name = "A";
    texts[1].name = "B";
    texts[2].name = "C";
    const std::vector<planning::Rival> rivals{{0, planning::Hours{15'000}},
                                              {2, planning::Hours::whole(1)},
                                              {1, planning::Hours::whole(1)}};
    EXPECT_EQ(rivalsText(rivals, texts, 3, english()), "A (1.5 h), C (1 h), B (1 h)");
    EXPECT_EQ(rivalsText(rivals, texts, 1, english()), "A (1.5 h) and more");
    EXPECT_EQ(rivalsText(rivals, texts, 3, german()), "A (1,5 h), C (1 h), B (1 h)");
    EXPECT_EQ(rivalsText({}, texts, 1, english()), "");
}

TEST(Reason, SpeaksTheLanguageOfTheTexts) {
    PlanAnswers answers = answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                                     {"A", "Boiler", 30, "2026-01-09", "firm"},
                                     {"B", "Boiler", 20, "2026-01-09", "firm"},
                                     {"C", "Boiler", "a few", "2026-01-09", "firm"}});
    EXPECT_EQ(answers.reason(dealNamed(answers, "B"), german()),
              "INFEASIBLE: Welding braucht vom 2026-01-05 bis 2026-01-09 50 h und hat 40 h: 10 h "
              "fehlen; mindestens 10 h mehr von Welding vom 2026-01-05 bis 2026-01-09 oder "
              "2026-01-13 als zugesagtes Datum würden helfen; die Arbeit ist für 2026-01-13 "
              "eingeplant; davor kommen: A (30 h).");
    EXPECT_EQ(answers.reason(dealNamed(answers, "C"), german()),
              "CHECK ROW: Aufträge Zeile 4, Quantity: „a few“, erwartet wird eine Zahl ab 0.");
}

} // namespace
} // namespace keepable::views
