// SPDX-License-Identifier: MPL-2.0
#include "tables/header_profile.hpp"
#include "tables/heading_match.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace keepable::tables {
namespace {

std::string addTo(HeaderProfiles& profiles, std::string_view json) {
    return profiles.add("mine.json", json);
}

// "Close Date = Win date (system)", one a line; what is not read only by its reason.
std::string told(const RowMatch& match) {
    constexpr std::array<const char*, 6> kSure{"chosen", "canonical", "system",
                                               "word",   "weak",      "none"};
    constexpr std::array<const char*, 6> kWhyNot{"unknown", "other", "repeated",
                                                 "taken",   "asked", "chosen"};
    std::string text = match.system;
    for (const ColumnMatch& column : match.columns) {
        text += "\n" + column.heading + " = ";
        text += column.role ? std::string{canonicalHeading(*column.role)} + " (" +
                                  kSure[static_cast<std::size_t>(column.certainty)] + ")"
                            : kWhyNot[static_cast<std::size_t>(column.why_not)];
    }
    return text;
}

constexpr std::string_view kSystem = R"json({
  "profile": "Acme CRM", "kind": "system",
  "deals": {"Deal": ["Record"], "Deal name": ["Title"], "Win date": ["Close Date"],
            "Value": ["Amount", "Amount (EUR)"], "Stage": ["Deal - Stage"]},
  "signs": ["Record", "Deal - Stage"], "unread": ["Close Date shadow"], "prefixes": ["Deal - "],
  "stages": {"firm": ["Signed"]}, "probability": "percent"
})json";
constexpr std::string_view kWords = R"json({
  "profile": "English", "kind": "language",
  "deals": {"Promised date": ["Delivery date", "Due"], "Quantity": ["Hours", "Qty"], "Item": ["Product"],
            "Probability": ["Chance"], "Deal name": ["Title"]},
  "weak": ["Due", "Hours"], "asked": ["Expected revenue"]})json";

RowMatch matchOf(const std::vector<std::string>& headings,
                 std::span<const ColumnChoice> choices = {}) {
    static const HeaderProfiles profiles = [] {
        HeaderProfiles both;
        EXPECT_EQ(both.add("system.json", kSystem), "");
        EXPECT_EQ(both.add("words.json", kWords), "");
        return both;
    }();
    std::vector<HeadingText> texts;
    for (const std::string& heading : headings) {
        texts.push_back({static_cast<std::int32_t>(texts.size()), heading});
    }
    return matchHeadings(TableKind::kDeals, texts, {&profiles, choices});
}

TEST(HeadingKey, DropsWhatDoesNotTellHeadingsApart) {
    EXPECT_EQ(headingKey("  Close\nDate* "), "close date");
    EXPECT_EQ(headingKey("Close Date (2)"), "close date");
    EXPECT_EQ(headingKey("close_date"), "close date");
    EXPECT_EQ(headingKey("Promised_Date__c"), "promised date");
    EXPECT_EQ(headingKey("Étape"), "etape");
    EXPECT_EQ(headingKey("Probability (%)"), "probability %");
    EXPECT_EQ(headingKey("ACV Preview (USD)"), "acv preview usd");
    EXPECT_NE(headingKey("Deal - Stage (pipeline)"), headingKey("Deal - Stage"));
    EXPECT_NE(headingKey("(Do Not Modify) Opportunity"), headingKey("Opportunity"));
}

TEST(HeaderProfiles, SayWhatIsWrongWithAFileAndLeaveItOut) {
    HeaderProfiles profiles;
    EXPECT_NE(addTo(profiles, "not json").find("it is no JSON"), std::string::npos);
    EXPECT_NE(addTo(profiles, "[1]").find("it should be an object"), std::string::npos);
    EXPECT_NE(addTo(profiles, R"({"kind": "system"})").find("“profile”"), std::string::npos);
    EXPECT_NE(addTo(profiles, R"({"profile": "A", "kind": "crm"})").find("“kind”"),
              std::string::npos);
    EXPECT_NE(addTo(profiles, R"({"profile": "A", "kind": "system", "deals": {"Promise": []}})")
                  .find("“Promise” is no column of deals"),
              std::string::npos);
    EXPECT_NE(addTo(profiles, R"({"profile": "A", "kind": "system", "signs": [1]})").find("text"),
              std::string::npos);
    EXPECT_NE(addTo(profiles, R"({"profile": "A", "kind": "system", "stages": {"won": []}})")
                  .find("“won”"),
              std::string::npos);
    EXPECT_NE(addTo(profiles, std::string(kMostProfileBytes + 1, ' ')).find("larger than 1 MB"),
              std::string::npos);
    EXPECT_TRUE(profiles.all().empty());
    EXPECT_EQ(profiles.digest(), HeaderProfiles{}.digest());
    EXPECT_EQ(addTo(profiles, kSystem), "");
    EXPECT_EQ(profiles.all().size(), 1U);
    EXPECT_NE(profiles.digest(), HeaderProfiles{}.digest());
}

TEST(HeadingMatch, RecognisesASystemByTheHeadingsOnlyItHas) {
    EXPECT_EQ(told(matchOf({"Record", "Title", "Deal - Stage", "Close Date", "Close Date shadow",
                            "Deal - Delivery date", "Mood"})),
              "Acme CRM"
              "\nRecord = Deal (system)"
              "\nTitle = Deal name (system)"
              "\nDeal - Stage = Status (system)"
              "\nClose Date = Win date (system)"
              "\nClose Date shadow = other"
              "\nDeal - Delivery date = Promised date (word)"
              "\nMood = unknown");
    EXPECT_EQ(matchOf({"Title", "Close Date", "Amount"}).system, "");
}

TEST(HeadingMatch, NeverTakesAWinDateForAPromise) {
    const RowMatch match = matchOf({"Record", "Deal - Stage", "Close Date"});
    EXPECT_FALSE(match.has(ColumnRole::kPromisedDate));
    EXPECT_TRUE(match.has(ColumnRole::kWinDate));
}

TEST(HeadingMatch, TakesTheBetterOfTwoColumnsAndNamesTheOther) {
    EXPECT_EQ(told(matchOf({"Due", "Delivery date (2)", "Delivery date", "Hours", "Qty"})),
              "\nDue = taken"
              "\nDelivery date (2) = taken"
              "\nDelivery date = Promised date (word)"
              "\nHours = taken"
              "\nQty = Quantity (word)");
    EXPECT_EQ(told(matchOf({"Product", "Product", "Due"})), "\nProduct = Item (word)"
                                                            "\nProduct = repeated"
                                                            "\nDue = Promised date (weak)");
}

TEST(HeadingMatch, ReadsATableOfTheContractByItsHeadingsAlone) {
    EXPECT_EQ(told(matchOf({"Item", "Quantity", "Promised date", "Chance", "Title"})),
              "\nItem = Item (canonical)"
              "\nQuantity = Quantity (canonical)"
              "\nPromised date = Promised date (canonical)"
              "\nChance = unknown"
              "\nTitle = unknown");
}

TEST(HeadingMatch, AsksTheUsersOwnWordsBeforeOthers) {
    HeaderProfiles profiles;
    ASSERT_EQ(profiles.add("words.json", kWords), "");
    ASSERT_EQ(profiles.add("own.json", R"json({"profile": "Ours", "kind": "language",
                                               "deals": {"Customer": ["Title"]}})json",
                           true),
              "");
    const std::vector<HeadingText> texts{{0, "Title"}, {1, "Qty"}, {2, "Due"}};
    EXPECT_EQ(told(matchHeadings(TableKind::kDeals, texts, {&profiles, {}})),
              "\nTitle = Customer (word)"
              "\nQty = Quantity (word)"
              "\nDue = Promised date (weak)");
}

TEST(HeadingMatch, AsksAboutAHeadingThatMeansTwoThings) {
    EXPECT_EQ(told(matchOf({"Expected revenue", "Qty"})), "\nExpected revenue = asked"
                                                          "\nQty = Quantity (word)");
}

TEST(HeadingMatch, LetsTheUsersChoiceGoFirst) {
    const std::vector<ColumnChoice> choices{
        *columnChoice("Deals: Mood", "Promised date, day first"),
        *columnChoice("Deals: Delivery date", "not read"),
        *columnChoice("deals: product [2]", "Customer")};
    const RowMatch match = matchOf({"Delivery date", "Mood", "Product", "Product"}, choices);
    EXPECT_EQ(told(match), "\nDelivery date = chosen"
                           "\nMood = Promised date (chosen)"
                           "\nProduct = Item (word)"
                           "\nProduct = Customer (chosen)");
    EXPECT_EQ(match.columns[1].reading.date_order, DateOrder::kDayMonthYear);
}

TEST(HeadingMatch, KnowsTheUnitThatAHeadingCarries) {
    EXPECT_EQ(matchOf({"Hours"}).columns[0].reading.unit, AmountUnit::kHours);
    EXPECT_EQ(matchOf({"Qty"}).columns[0].reading.unit, AmountUnit::kAsRead);
}

TEST(ColumnChoice, IsWrittenAsItIsRead) {
    for (const char* value : {"not read", "Promised date", "Promised date, month first",
                              "Quantity, days", "Probability, percent"}) {
        const auto choice = columnChoice("Deals: My heading [3]", value);
        ASSERT_TRUE(choice) << value;
        EXPECT_EQ(choice->heading, "my heading");
        EXPECT_EQ(choice->occurrence, 3);
        EXPECT_EQ(choiceValue(choice->role, choice->reading), value);
    }
    EXPECT_EQ(choiceName(TableKind::kDeals, " My  heading", 3), "Deals: My heading [3]");
    EXPECT_EQ(choiceName(TableKind::kItems, "Part", 1), "Items: Part");
    EXPECT_FALSE(columnChoice("Deals: A", "Promise"));
    EXPECT_FALSE(columnChoice("Deals: A", "Promised date, backwards"));
    EXPECT_FALSE(columnChoice("As of", "Promised date"));
}

} // namespace
} // namespace keepable::tables
