// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "review/findings.hpp"

#include <gtest/gtest.h>

namespace keepable::review {
namespace {

using enum Action;
using planning::DealClass;
using support::BookBuilder;
using support::day;
using support::hours;
using support::name;
using support::on;
using Keys = std::vector<std::string>;

const Moment kReview{support::day("2026-03-02"), 540};

Keys keysOf(const std::vector<Finding>& findings) {
    Keys keys;
    for (const Finding& finding : findings) {
        keys.push_back(findingKey(finding));
    }
    return keys;
}

// A house in order: one seller, one resource with its owner and load.
BookBuilder house() {
    BookBuilder made("2026-03-09");
    made.person("Ann", Side::kSales).person("Otto", Side::kOps, {"Welding"});
    made.resource("Welding", 400, 300);
    return made;
}

ReviewDeal& ownDeal(BookBuilder& house, std::string_view deal, std::string_view promised,
                    std::string_view customer = "Acme", std::string_view item = "Oven") {
    ReviewDeal& made = house.deal(deal, customer, "Ann");
    made.items = {name(item)};
    made.dates.promised = day(promised);
    return made;
}

Keys found(BookBuilder& house, const std::optional<Moment>& last_review = kReview) {
    return keysOf(findingsOf(house.book(), last_review).open);
}

TEST(Findings, AHouseInOrderHasNone) {
    BookBuilder made = house();
    ownDeal(made, "D-1", "2026-03-20");
    EXPECT_EQ(found(made), Keys{});
}

TEST(Findings, DealsOfOneCustomerWithOneItemAndNearDatesLookAlike) {
    BookBuilder made = house();
    ownDeal(made, "D-1", "2026-03-20");
    ownDeal(made, "D-2", "2026-03-27").customer_like = "acme";
    ownDeal(made, "D-3", "2026-04-04"); // eight days on
    ownDeal(made, "D-4", "2026-03-20", "Bolt");
    ownDeal(made, "D-5", "2026-03-20", "Acme", "Fan");
    ownDeal(made, "D-6", "2026-03-20").deal_class = DealClass::kClosed;
    EXPECT_EQ(found(made), Keys{"looks twice: d-1 / d-2"});
}

TEST(Findings, TwoDealsWithTwoItemsInCommonAreOneFinding) {
    BookBuilder made = house();
    ownDeal(made, "D-1", "2026-03-20").items = {name("Oven"), name("Fan")};
    ownDeal(made, "D-2", "2026-03-20").items = {name("Fan"), name("Oven")};
    EXPECT_EQ(found(made), Keys{"looks twice: d-1 / d-2"});
}

TEST(Findings, DealsWithoutACustomerOrADateAreNotTakenForOne) {
    BookBuilder made = house();
    ownDeal(made, "D-1", "2026-03-20", "");
    ownDeal(made, "D-2", "2026-03-20", "");
    ownDeal(made, "D-3", "2026-03-20").dates.promised.reset();
    ownDeal(made, "D-4", "2026-03-20");
    EXPECT_EQ(found(made), Keys{});
}

TEST(Findings, DealsWithoutASellerAreNamedAndAHouseWithoutAnyIsOneFinding) {
    BookBuilder made = house();
    ownDeal(made, "D-1", "2026-03-20");
    made.deal("D-2");
    EXPECT_EQ(found(made), Keys{"no sales owner: d-2"});
    BookBuilder none("2026-03-09");
    none.deal("D-1");
    none.deal("D-2");
    EXPECT_EQ(found(none), Keys{"no sales owner"});
}

TEST(Findings, ResourcesWithoutOwnerCapacityOrWorkAreNamed) {
    BookBuilder made = house();
    made.person("Olga", Side::kOps, {"Glazing", "Idle", "Empty"});
    made.resource("Paint", 100, 50);
    made.resource("Glazing", 0, 20);
    made.resource("Idle", 80, 0);
    made.resource("Empty", 0, 0);
    EXPECT_EQ(found(made),
              (Keys{"no ops owner: paint", "no capacity: glazing", "unused capacity: idle"}));
}

TEST(Findings, WonDealsNeedTheWordOfOpsForTheirDate) {
    BookBuilder made = house();
    ownDeal(made, "D-1", "2026-03-20").dates.is_owed = true;
    ownDeal(made, "D-2", "2026-03-20", "Bolt").dates.is_owed = true;
    ownDeal(made, "D-3", "2026-03-27", "Cork").dates.is_owed = true;
    ownDeal(made, "D-4", "2026-03-20", "Dome");
    for (const char* const deal : {"D-2", "D-3"}) {
        made.ann("2026-02-20", deal, kPromised, on("2026-03-20"));
        made.otto("2026-02-20", deal, kAgreed);
    }
    // D-3 stands in the table with another date than ops has confirmed.
    EXPECT_EQ(found(made),
              (Keys{"not confirmed: d-1, 2026-03-20", "not confirmed: d-3, 2026-03-27",
                    "moved in the table: d-3, 2026-03-27", "not told: d-3, 2026-03-27"}));
}

TEST(Findings, PromisesMadeAfterTheReviewAreShownUntilOpsConfirms) {
    BookBuilder made = house();
    ownDeal(made, "D-1", "2026-03-20");
    ownDeal(made, "D-2", "2026-03-20", "Bolt");
    made.ann("2026-03-01", "D-1", kPromised, on("2026-03-20"));
    made.ann("2026-03-03", "D-2", kPromised, on("2026-03-20"));
    EXPECT_EQ(found(made), Keys{"promised since the review: d-2, 2026-03-20"});
    EXPECT_EQ(found(made, std::nullopt), Keys{}) << "there was no review yet";
    made.otto("2026-03-04", "D-2", kAgreed);
    EXPECT_EQ(found(made), Keys{});
}

TEST(Findings, ADateMovedNeedsTheCustomerToldOfThatDate) {
    BookBuilder made = house();
    ownDeal(made, "D-1", "2026-03-27");
    made.ann("2026-02-01", "D-1", kPromised, on("2026-03-20"));
    made.ann("2026-02-02", "D-1", kReDated, on("2026-03-27"));
    EXPECT_EQ(found(made), Keys{"not told: d-1, 2026-03-27"});
    made.ann("2026-02-03", "D-1", kCustomerTold);
    EXPECT_EQ(found(made), Keys{});
}

TEST(Findings, CapacityApprovedMustBeAddedAndRisksMustEnd) {
    BookBuilder made = house();
    ownDeal(made, "D-1", "2026-03-20");
    made.ann("2026-03-03", "D-1", kCapacityRequested, hours(8, "Welding"));
    EXPECT_EQ(found(made), Keys{});
    made.otto("2026-03-04", "D-1", kCapacityApproved);
    made.otto("2026-03-04", "D-1", kRiskAccepted);
    EXPECT_EQ(found(made),
              (Keys{"not added: d-1 / welding, 2026-03-03", "risk without an end: d-1"}));
    made.otto("2026-03-05", "D-1", kCapacityAdded);
    EXPECT_EQ(found(made), Keys{"risk without an end: d-1"});
}

TEST(Findings, PeopleOfTheLogWhomNobodyKnowsAreNamedOnce) {
    BookBuilder made = house();
    made.say("2026-03-03", "D-1", Side::kNeither, "Visitor", kNoted);
    made.say("2026-03-03", "D-1", Side::kNeither, "visitor", kNoted);
    EXPECT_EQ(found(made), Keys{"unknown person: visitor"});
    BookBuilder no_people("2026-03-09");
    no_people.say("2026-03-03", "D-1", Side::kSales, "Visitor", kNoted);
    EXPECT_EQ(found(no_people), Keys{}) << "nobody has filled in the table of people";
}

TEST(Findings, WhereNobodyConfirmsOneSpeaksForAll) {
    BookBuilder made = house();
    const auto add = [&](std::size_t number) {
        ownDeal(made, "D-" + std::to_string(number), "2026-03-20", "C" + std::to_string(number))
            .dates.is_owed = true;
    };
    for (std::size_t number = 0; number < kMostUnconfirmed; ++number) {
        add(number);
    }
    EXPECT_EQ(found(made).size(), kMostUnconfirmed);
    add(kMostUnconfirmed);
    EXPECT_EQ(found(made), Keys{"not confirmed"});
    made.ann("2026-02-20", "D-3", kPromised, on("2026-03-20"));
    made.otto("2026-02-20", "D-3", kAgreed);
    EXPECT_EQ(found(made).size(), kMostUnconfirmed) << "somebody confirms: who is left is named";
}

TEST(Findings, OneThatIsDismissedIsKeptApartUntilItsDateChanges) {
    BookBuilder made = house();
    ownDeal(made, "D-1", "2026-03-27").dates.is_owed = true;
    Terms key;
    key.text = "not confirmed: d-1, 2026-03-27";
    made.otto("2026-03-05", "D-1", kDismissed, key, "it is on the shelf already");
    FindingList list = findingsOf(made.book(), kReview);
    EXPECT_TRUE(list.open.empty());
    ASSERT_EQ(list.dismissed.size(), 1U);
    EXPECT_EQ(made.log().events()[*list.dismissed[0].dismissed].reason,
              "it is on the shelf already");
    ReviewBook moved = made.book();
    moved.deals[0].dates.promised = day("2026-04-03");
    EXPECT_EQ(findingsOf(moved, kReview).open.size(), 1U);
}

TEST(Findings, AreFoundAgainFromTheirKeys) {
    const Name deal{"D-1; A / B", "d-1; a / b"};
    for (std::size_t i = 0; i < kFindingKinds; ++i) {
        Finding finding;
        finding.kind = static_cast<FindingKind>(i);
        const bool is_deal = finding.kind != FindingKind::kNoOpsOwner &&
                             finding.kind != FindingKind::kNoCapacity &&
                             finding.kind != FindingKind::kUnusedCapacity &&
                             finding.kind != FindingKind::kUnknownPerson;
        finding.subject = is_deal ? deal : name("Otto, 2026-03-20");
        if (finding.kind == FindingKind::kDuplicate || finding.kind == FindingKind::kNotAdded) {
            finding.other = name("other / one");
        }
        if (is_deal && finding.kind != FindingKind::kDuplicate) {
            finding.day = day("2026-03-20");
        }
        const auto found = findingFromKey(findingKey(finding), is_deal ? deal : Name{});
        ASSERT_TRUE(found) << findingKey(finding);
        EXPECT_EQ(*found, finding) << findingKey(finding);
        EXPECT_EQ(found->subject.text, is_deal ? deal.text : finding.subject.key);
    }
    for (const char* const none : {"", "looks twice", "not confirmed d-1", "no such thing: d-1"}) {
        EXPECT_EQ(findingFromKey(none, deal), std::nullopt) << none;
    }
    EXPECT_TRUE(findingFromKey("no ops owner", {})->subject.isEmpty());
}

TEST(Findings, AKeySaysNothingThatPartsTerms) {
    EXPECT_EQ(findingKey({FindingKind::kNoSalesOwner, name("a;b\nc"), {}, {}, {}, {}}),
              "no sales owner: a,b\nc");
}

} // namespace
} // namespace keepable::review
