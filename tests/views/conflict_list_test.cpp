// SPDX-License-Identifier: MPL-2.0
#include "views/amount_text.hpp"
#include "views/catalog.hpp"
#include "views/conflict_list.hpp"
#include "views/plan_summary.hpp"
#include "views/plans.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace keepable::views {
namespace {

// 40 h of Welding a week: A is kept, D-2 and D-10 are not, X cannot be read.
PlanAnswers crowded() {
    return answersOf(
        {{"Deal", "Customer", "Item", "Quantity", "Promised date", "Status", "Value", "Owner"},
         {"A", "Alder", "Boiler", 40, "2026-01-11", "firm", 100, "Kim"},
         {"D-10", "Birch", "Boiler", 10, "2026-01-11", "firm", 5000, "Lee"},
         {"D-2", "Cedar", "Boiler", 20, "2026-01-11", "firm", "", "Kim"},
         {"X", "Dogwood", "Boiler", "many", "2026-01-11", "firm", 7, "Lee"}});
}

std::vector<std::string> names(PlanAnswers& answers, const ConflictFilter& filter,
                               std::string_view order) {
    std::vector<std::string> result;
    for (const auto deal : listConflicts(answers, filter, orderFrom(order)).rows) {
        result.push_back(answers.text(deal).name);
    }
    return result;
}

using Names = std::vector<std::string>;

TEST(ConflictList, ListsConflictsByVerdictAndRank) {
    PlanAnswers answers = crowded();
    EXPECT_EQ(names(answers, {}, "verdict"), (Names{"D-10", "D-2", "X"}));
}

TEST(ConflictList, SortsDigitsInNamesByTheirNumber) {
    PlanAnswers answers = crowded();
    EXPECT_EQ(names(answers, {}, "deal"), (Names{"D-2", "D-10", "X"}));
    EXPECT_EQ(names(answers, {}, "-deal"), (Names{"X", "D-10", "D-2"}));
}

TEST(ConflictList, PutsEmptyCellsLastInEitherOrder) {
    PlanAnswers answers = crowded();
    EXPECT_EQ(names(answers, {}, "value"), (Names{"X", "D-10", "D-2"}));
    EXPECT_EQ(names(answers, {}, "-value"), (Names{"D-10", "X", "D-2"}));
}

TEST(ConflictList, FiltersByVerdictOwnerResourceAndText) {
    PlanAnswers answers = crowded();
    EXPECT_EQ(names(answers, {"CHECK ROW", "", "", ""}, "deal"), Names{"X"});
    EXPECT_EQ(names(answers, {"", " KIM", "", ""}, "deal"), Names{"D-2"});
    EXPECT_EQ(names(answers, {"", "", "welding", ""}, "deal"), (Names{"D-2", "D-10"}));
    EXPECT_EQ(names(answers, {"", "", "", "bir"}, "deal"), Names{"D-10"});
    EXPECT_TRUE(names(answers, {"", "Kim", "", "bir"}, "deal").empty());
}

TEST(ConflictList, OffersTheNamesOfAllConflictsWhateverTheFilter) {
    PlanAnswers answers = crowded();
    const ConflictList list = listConflicts(answers, {"", "Kim", "", ""}, {});
    EXPECT_EQ(list.total, 3U);
    EXPECT_EQ(list.owners, (Names{"Kim", "Lee"}));
    EXPECT_EQ(list.resources, Names{"Welding"});
}

TEST(ConflictList, WritesAnOrderAndReadsItBack) {
    EXPECT_EQ(orderText(orderFrom("-value")), "-value");
    EXPECT_EQ(orderText(orderFrom("late")), "late");
    EXPECT_EQ(orderText(orderFrom("nonsense")), "verdict");
}

TEST(ConflictList, TellsOfADealWhatWouldHelpAndWhoIsAhead) {
    PlanAnswers answers = crowded();
    const DealDetails details =
        detailsOf(answers, dealNamed(answers, "D-10"), english(), tables::TextLocale{});
    EXPECT_EQ(details.title, "D-10 · Birch");
    EXPECT_NE(details.facts.find("10 h short on Welding"), std::string::npos) << details.facts;
    EXPECT_NE(details.facts.find("value 5,000"), std::string::npos) << details.facts;
    ASSERT_EQ(details.rivals.size(), 1U);
    EXPECT_EQ(details.rivals[0].deal, "A");
    EXPECT_EQ(details.rivals[0].text, "A (40 h)");
    EXPECT_EQ(details.rows,
              std::vector<std::int32_t>{answers.text(dealNamed(answers, "D-10")).row});
}

TEST(AmountText, GroupsAndRoundsInTheLocale) {
    tables::TextLocale german;
    german.decimal_separator = ",";
    german.group_separator = ".";
    EXPECT_EQ(amountText(12'345'675, 4, 2, german), "1.234,57");
    EXPECT_EQ(amountText(-10'000'000, 4, 0, german), "-1.000");
    EXPECT_EQ(amountText(999'5000, 4, 0, german), "1.000");
}

TEST(PlanSummary, AddsTheValueOfWhatIsNotKept) {
    const PlanAnswers answers = crowded();
    const PlanSummary summary = summaryOf(answers);
    EXPECT_EQ(summary.deals, 4U);
    EXPECT_EQ(summary.infeasible, 2U);
    EXPECT_EQ(summary.to_check, 1U);
    EXPECT_EQ(summary.keepable, 1U);
    EXPECT_EQ(summary.infeasible_value, planning::Money::whole(5000));
    EXPECT_EQ(summary.without_value, 1U);
    EXPECT_EQ(valueText(summary, english(), tables::TextLocale{}),
              "Value at risk: 5,000 (infeasible 5,000, at risk 0) 1 of these deals has no value.");
}

TEST(PlanSummary, KnowsThatADayIsOverOnlyForAPlanOfItsOwnDay) {
    const planning::Day monday = tables::dayOf("2026-01-05");
    EXPECT_TRUE(isDayOver(monday, monday, monday + 1));
    EXPECT_FALSE(isDayOver(monday, monday, monday));
    EXPECT_FALSE(isDayOver(monday, monday + 7, monday + 8)); // As of is a fixed date
}

} // namespace
} // namespace keepable::views
