// SPDX-License-Identifier: MPL-2.0
// The talk about a deal, told as stories. Ann sells, Otto runs the shop.
#include "review/builders.hpp"
#include "review/promise_history.hpp"
#include "review/thread.hpp"

#include <gtest/gtest.h>

namespace keepable::review {
namespace {

using enum Action;
using State = ThreadState;
using support::day;
using support::DealStory;
using support::hours;
using support::on;

TEST(Thread, APromiseIsAskedForCounteredAgreedAndKept) {
    DealStory story;
    EXPECT_EQ(story.ann("2026-03-02", kAsked, on("2026-03-20"), "the fair opens on the 21st"),
              State::kWaitingForOps);
    EXPECT_EQ(story.otto("2026-03-03", kCountered, on("2026-03-27"), "welding is full"),
              State::kWaitingForSales);
    EXPECT_EQ(story.ann("2026-03-04", kAgreed), State::kAgreed);
    EXPECT_EQ(story.thread().agreed->day, day("2026-03-27"));
    EXPECT_EQ(story.ann("2026-03-04", kPromised, on("2026-03-27")), State::kAgreed);
    ASSERT_TRUE(story.thread().confirmation.has_value());
    EXPECT_EQ(story.thread().confirmation->by.text, "Otto") << "it was his offer";
    EXPECT_EQ(story.ann("2026-03-05", kWon), State::kWon);
    EXPECT_EQ(story.otto("2026-03-26", kDelivered), State::kDelivered);
    EXPECT_TRUE(story.thread().unexpected.empty());
    const PromiseHistory history = promiseHistory(story.log(), "d-17", {});
    EXPECT_EQ(outcomeOf(history, day("2026-04-01")), Outcome::kKept);
    EXPECT_EQ(history.requested, day("2026-03-20"));
}

TEST(Thread, ACapacityRequestIsDeclinedTheDateMovedAndTheCustomerTold) {
    DealStory story;
    EXPECT_EQ(story.ann("2026-03-02", kPromised, on("2026-03-20")), State::kPromised);
    EXPECT_EQ(story.ann("2026-03-02", kWon), State::kWaitingForOps) << "ops has not confirmed";
    EXPECT_EQ(story.otto("2026-03-03", kDeclined, {}, "welding is full until the 24th"),
              State::kWaitingForSales);
    EXPECT_EQ(story.ann("2026-03-04", kCapacityRequested, hours(16, "Welding"),
                        "the customer pays for the overtime"),
              State::kWaitingForOps);
    EXPECT_EQ(story.otto("2026-03-05", kCapacityDeclined, {}, "two welders are on leave"),
              State::kWaitingForSales);
    EXPECT_EQ(story.thread().requests[0].state, RequestState::kDeclined);
    EXPECT_EQ(story.ann("2026-03-06", kReDated, on("2026-03-27")), State::kWaitingForOps)
        << "the new date has to be confirmed";
    EXPECT_EQ(story.otto("2026-03-06", kAgreed), State::kWon);
    EXPECT_EQ(story.thread().confirmation->day, day("2026-03-27"));
    EXPECT_NE(story.thread().told, day("2026-03-27"));
    EXPECT_EQ(story.ann("2026-03-06", kCustomerTold), State::kWon);
    EXPECT_EQ(story.thread().told, day("2026-03-27"));
    EXPECT_TRUE(story.thread().unexpected.empty());
    const PromiseHistory history = promiseHistory(story.log(), "d-17", {});
    ASSERT_EQ(history.slips.size(), 1U);
    EXPECT_EQ(history.slips[0].days(), 7);
}

TEST(Thread, ACapacityRequestIsApprovedAddedAndTheDateConfirmed) {
    DealStory story;
    story.ann("2026-03-02", kPromised, on("2026-03-20"));
    EXPECT_EQ(story.ann("2026-03-02", kCapacityRequested, hours(16, "Welding")),
              State::kWaitingForOps);
    EXPECT_EQ(story.otto("2026-03-03", kCapacityApproved, {}, "Saturday shift"), State::kPromised);
    EXPECT_EQ(story.otto("2026-03-04", kCapacityAdded, hours(16, "Welding")), State::kPromised);
    EXPECT_EQ(story.thread().requests[0].state, RequestState::kAdded);
    EXPECT_EQ(story.otto("2026-03-04", kAgreed), State::kAgreed);
    EXPECT_EQ(story.ann("2026-03-05", kWon), State::kWon);
}

TEST(Thread, OpsDecidesTheRequestForTheResourceItNames) {
    DealStory story;
    story.ann("2026-03-02", kCapacityRequested, hours(16, "Welding"));
    story.ann("2026-03-02", kCapacityRequested, hours(8, "Paint"));
    story.otto("2026-03-03", kCapacityDeclined, hours(8, "Paint"));
    EXPECT_EQ(story.thread().requests[0].state, RequestState::kPending);
    EXPECT_EQ(story.thread().requests[1].state, RequestState::kDeclined);
    EXPECT_EQ(stateOf(story.thread()), State::kWaitingForBoth);
    EXPECT_EQ(story.otto("2026-03-04", kCapacityApproved), State::kWaitingForSales);
    EXPECT_EQ(story.thread().requests[0].state, RequestState::kApproved);
    story.otto("2026-03-05", kCapacityApproved);
    EXPECT_EQ(story.thread().unexpected.size(), 1U) << "nothing is left to approve";
}

TEST(Thread, AnAnswerHandsTheTurnBack) {
    DealStory story;
    story.ann("2026-03-02", kAsked, {}, "is there room for another oven in April?");
    EXPECT_EQ(story.otto("2026-03-03", kAnswered, {}, "one, from the 13th on"),
              State::kWaitingForSales);
    EXPECT_EQ(story.thread().waits[0].what, WaitFor::kAnswered);
    EXPECT_EQ(story.ann("2026-03-04", kPromised, on("2026-04-17")), State::kPromised);
    EXPECT_FALSE(story.thread().confirmation.has_value()) << "nobody of ops has named this date";
}

TEST(Thread, AnAnswerWithADateIsAnOffer) {
    DealStory story;
    story.ann("2026-03-02", kAsked, {}, "when?");
    story.otto("2026-03-03", kAnswered, on("2026-04-17"));
    EXPECT_EQ(story.ann("2026-03-04", kAgreed), State::kAgreed);
    EXPECT_EQ(story.thread().confirmation->day, day("2026-04-17"));
    EXPECT_EQ(story.thread().confirmation->by.text, "Otto");
}

TEST(Thread, PromisingTheDateOfferedIsAgreeingToIt) {
    DealStory story;
    story.ann("2026-03-02", kPromised, on("2026-03-20"));
    story.otto("2026-03-03", kCountered, on("2026-03-27"));
    EXPECT_EQ(story.ann("2026-03-04", kReDated, on("2026-03-27")), State::kAgreed);
    EXPECT_EQ(story.thread().confirmation->by.text, "Otto");
    EXPECT_FALSE(story.thread().offer.has_value());
}

TEST(Thread, AnotherDateThanTheOneConfirmedIsNotConfirmed) {
    DealStory story;
    story.ann("2026-03-02", kPromised, on("2026-03-20"));
    story.otto("2026-03-02", kAgreed);
    story.ann("2026-03-02", kWon);
    EXPECT_EQ(stateOf(story.thread()), State::kWon);
    EXPECT_EQ(story.ann("2026-03-09", kReDated, on("2026-03-18")), State::kWaitingForOps);
    EXPECT_EQ(story.otto("2026-03-10", kReDated, on("2026-03-20")), State::kWon)
        << "ops has set the date itself";
}

TEST(Thread, NobodyAgreesToAnOfferOfTheirOwn) {
    DealStory story;
    story.ann("2026-03-02", kAsked, on("2026-03-20"));
    EXPECT_EQ(story.ann("2026-03-03", kAgreed), State::kWaitingForOps);
    EXPECT_EQ(story.thread().unexpected, (std::vector<EventIndex>{1}));
    EXPECT_EQ(story.thread().events.size(), 2U) << "it stays in the thread";
}

TEST(Thread, SomeoneOfNeitherSideChangesNothing) {
    DealStory story;
    story.ann("2026-03-02", kAsked, on("2026-03-20"));
    for (const Action action : {kAsked, kAnswered, kCountered, kAgreed, kDeclined, kRiskAccepted,
                                kCapacityRequested, kCapacityApproved, kCapacityAdded}) {
        EXPECT_EQ(story.say("2026-03-03", Side::kNeither, "Visitor", action, {}, ""),
                  State::kWaitingForOps);
    }
    EXPECT_EQ(story.thread().unexpected.size(), 9U);
    EXPECT_EQ(story.thread().waits.size(), 1U);
}

TEST(Thread, ARiskAcceptedByOpsConfirmsTheDateUntilAnotherIsPromised) {
    DealStory story;
    story.ann("2026-03-02", kPromised, on("2026-03-20"));
    story.ann("2026-03-02", kAsked, on("2026-03-20"));
    EXPECT_EQ(
        story.otto("2026-03-03", kRiskAccepted, on("2026-03-13"), "the big order may not come"),
        State::kRiskAccepted);
    EXPECT_TRUE(story.thread().confirmation.has_value());
    EXPECT_NE(riskOn(story.thread(), day("2026-03-13")), nullptr);
    EXPECT_EQ(riskOn(story.thread(), day("2026-03-14")), nullptr);
    story.ann("2026-03-05", kReDated, on("2026-03-27"));
    EXPECT_EQ(riskOn(story.thread(), day("2026-03-06")), nullptr);
}

TEST(Thread, ARiskWithoutAnEndLastsAndEndsWithTheDeal) {
    DealStory story;
    story.ann("2026-03-02", kRiskAccepted);
    EXPECT_NE(riskOn(story.thread(), day("2027-03-14")), nullptr);
    EXPECT_FALSE(story.thread().confirmation.has_value()) << "sales cannot confirm for ops";
    story.ann("2026-03-03", kLost);
    EXPECT_EQ(riskOn(story.thread(), day("2026-03-03")), nullptr);
}

TEST(Thread, ALostDealLeavesNothingToWaitForAndMayBeWonAfterAll) {
    DealStory story;
    story.ann("2026-03-02", kAsked, on("2026-03-20"));
    story.ann("2026-03-02", kCapacityRequested, hours(8, "Paint"));
    EXPECT_EQ(story.ann("2026-03-03", kLost), State::kLost);
    EXPECT_TRUE(story.thread().waits.empty());
    EXPECT_EQ(story.thread().requests[0].state, RequestState::kWithdrawn);
    EXPECT_EQ(story.otto("2026-03-04", kCountered, on("2026-03-27")), State::kLost);
    EXPECT_EQ(story.thread().unexpected.size(), 1U);
    EXPECT_EQ(story.ann("2026-03-05", kWon), State::kWaitingForOps);
}

TEST(Thread, NothingChangesADealDeliveredButTheRestOfTheDelivery) {
    DealStory story;
    story.ann("2026-03-02", kPromised, on("2026-03-20"));
    story.otto("2026-03-20", kDelivered);
    story.ann("2026-03-21", kReDated, on("2026-03-27"));
    EXPECT_EQ(story.thread().promised, day("2026-03-20"));
    EXPECT_EQ(story.thread().unexpected.size(), 1U);
    EXPECT_EQ(story.otto("2026-03-22", kDelivered), State::kDelivered);
    EXPECT_EQ(story.thread().unexpected.size(), 1U);
}

TEST(Thread, AWonDealWithoutADateInTheLogIsConfirmedAllTheSame) {
    DealStory story;
    EXPECT_EQ(story.ann("2026-03-02", kWon), State::kWaitingForOps);
    EXPECT_EQ(story.otto("2026-03-03", kAgreed), State::kWon);
    EXPECT_TRUE(story.thread().unexpected.empty());
}

TEST(Thread, OpsConfirmsADateThatTheLogKnowsNothingOfByNamingIt) {
    DealStory story;
    EXPECT_EQ(story.otto("2026-03-02", kAgreed), State::kQuiet);
    EXPECT_EQ(story.thread().unexpected.size(), 1U) << "to what?";
    EXPECT_EQ(story.otto("2026-03-02", kAgreed, on("2026-03-20")), State::kAgreed);
    EXPECT_EQ(story.thread().unexpected.size(), 1U);
    EXPECT_EQ(story.thread().confirmation->day, day("2026-03-20"));
    EXPECT_EQ(story.ann("2026-03-03", kPromised, on("2026-03-20")), State::kAgreed);
    EXPECT_TRUE(story.thread().isConfirmed());
    EXPECT_EQ(story.ann("2026-03-03", kAgreed, on("2026-03-20")), State::kAgreed);
    EXPECT_EQ(story.thread().unexpected.size(), 2U) << "sales confirms nothing";
}

TEST(Thread, ATalkLastsFromTheFirstQuestionUntilNobodyIsWaitedFor) {
    DealStory story;
    story.ann("2026-03-02", kAsked, on("2026-03-20"));
    story.otto("2026-03-03", kCountered, on("2026-03-27"));
    ASSERT_EQ(story.thread().talks.size(), 1U);
    EXPECT_FALSE(story.thread().talks[0].to.has_value());
    story.ann("2026-03-05", kAgreed);
    const Talk& talk = story.thread().talks[0];
    EXPECT_EQ(talk.from.day, day("2026-03-02"));
    EXPECT_EQ(talk.to.value().day, day("2026-03-05"));
    EXPECT_EQ(talk.settled_by, EventIndex{2});
    EXPECT_TRUE(talk.isJoint());
    EXPECT_EQ(talk.people.size(), 2U);
    story.ann("2026-03-09", kAsked, on("2026-03-25"));
    story.ann("2026-03-10", kLost);
    ASSERT_EQ(story.thread().talks.size(), 2U);
    EXPECT_FALSE(story.thread().talks[1].isJoint());
}

TEST(Thread, ToldWithoutADateIsOfTheDatePromisedNow) {
    DealStory story;
    story.ann("2026-03-02", kPromised, on("2026-03-20"));
    story.ann("2026-03-03", kCustomerTold);
    EXPECT_EQ(story.thread().told, day("2026-03-20"));
    story.ann("2026-03-04", kCustomerTold, on("2026-03-23"));
    EXPECT_EQ(story.thread().told, day("2026-03-23"));
}

} // namespace
} // namespace keepable::review
