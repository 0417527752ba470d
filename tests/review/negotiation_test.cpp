// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "review/negotiation.hpp"

#include <gtest/gtest.h>

#include <random>

namespace keepable::review {
namespace {

using enum Action;
using support::day;
using support::DealStory;
using support::hours;
using support::on;
using Actions = std::vector<Action>;

TEST(Negotiation, AtFirstSalesMayAskPromiseAndRequestAndOpsMayAskAndAdd) {
    EXPECT_EQ(allowedActions({}, Side::kSales),
              (Actions{kPromised, kAsked, kCapacityRequested, kRiskAccepted, kWon, kLost,
                       kDelivered, kCustomerTold}));
    EXPECT_EQ(allowedActions({}, Side::kOps),
              (Actions{kAsked, kCapacityAdded, kRiskAccepted, kDelivered}));
    EXPECT_EQ(allowedActions({}, Side::kNeither), Actions{});
}

TEST(Negotiation, WhoIsAskedMayAnswerCounterAgreeAndDecline) {
    DealStory story;
    story.ann("2026-03-02", kAsked, on("2026-03-20"));
    for (const Action action : {kAnswered, kCountered, kAgreed, kDeclined}) {
        EXPECT_TRUE(isAllowed(story.thread(), Side::kOps, action));
        EXPECT_FALSE(isAllowed(story.thread(), Side::kSales, action)) << "it is her own question";
    }
}

TEST(Negotiation, OnlyOpsDecidesOnCapacityAndOnlyWhatIsRequested) {
    DealStory story;
    EXPECT_FALSE(isAllowed(story.thread(), Side::kOps, kCapacityApproved));
    story.ann("2026-03-02", kCapacityRequested, hours(8, "Paint"));
    EXPECT_TRUE(isAllowed(story.thread(), Side::kOps, kCapacityApproved));
    EXPECT_TRUE(isAllowed(story.thread(), Side::kOps, kCapacityDeclined));
    EXPECT_FALSE(isAllowed(story.thread(), Side::kSales, kCapacityApproved));
    EXPECT_FALSE(isAllowed(story.thread(), Side::kOps, kCapacityRequested));
}

TEST(Negotiation, OpsMayConfirmAPromiseUntilItHas) {
    DealStory story;
    story.ann("2026-03-02", kPromised, on("2026-03-20"));
    EXPECT_TRUE(isAllowed(story.thread(), Side::kOps, kAgreed));
    EXPECT_TRUE(isAllowed(story.thread(), Side::kOps, kDeclined));
    EXPECT_FALSE(isAllowed(story.thread(), Side::kSales, kAgreed));
    EXPECT_FALSE(isAllowed(story.thread(), Side::kSales, kPromised));
    EXPECT_TRUE(isAllowed(story.thread(), Side::kSales, kReDated));
    story.otto("2026-03-03", kAgreed);
    EXPECT_FALSE(isAllowed(story.thread(), Side::kOps, kAgreed));
}

TEST(Negotiation, ADealThatIsOverLeavesLittleToDo) {
    DealStory lost;
    lost.ann("2026-03-02", kLost);
    EXPECT_EQ(allowedActions(lost.thread(), Side::kSales), (Actions{kWon, kCustomerTold}));
    EXPECT_EQ(allowedActions(lost.thread(), Side::kOps), Actions{});
    DealStory delivered;
    delivered.otto("2026-03-02", kDelivered);
    EXPECT_EQ(allowedActions(delivered.thread(), Side::kSales), (Actions{kCustomerTold}));
}

TEST(Negotiation, WaitsAreCountedInDaysFromTheOldestQuestion) {
    DealStory story;
    EXPECT_EQ(daysUnanswered(story.thread(), day("2026-03-09")), std::nullopt);
    story.ann("2026-03-02", kAsked, on("2026-03-20"));
    story.ann("2026-03-06", kAsked, on("2026-03-23"));
    EXPECT_EQ(daysUnanswered(story.thread(), day("2026-03-09")), 7);
    EXPECT_EQ(daysUnanswered(story.thread(), day("2026-03-01")), 0) << "the clock was wrong";
    story.otto("2026-03-09", kAnswered);
    EXPECT_EQ(daysUnanswered(story.thread(), day("2026-03-12")), std::nullopt)
        << "what follows is Ann's matter, but no question is open";
}

TEST(Negotiation, ThreadsOfALogAreThoseOfItsEventsOneByOne) {
    DealStory story;
    story.ann("2026-03-02", kAsked, on("2026-03-20"));
    story.otto("2026-03-03", kCountered, on("2026-03-27"));
    const Threads threads{story.log()};
    ASSERT_NE(threads.of("d-17"), nullptr);
    EXPECT_EQ(threads.of("d-17")->waits, story.thread().waits);
    EXPECT_EQ(threads.of("d-18"), nullptr);
}

TEST(Negotiation, TheMeetingItselfHasNoThread) {
    DecisionLog log;
    log.append(support::eventOf("", Side::kNeither, kMet), {});
    EXPECT_TRUE(Threads{log}.all().empty());
}

// Whatever people do, in whatever order.
TEST(Negotiation, WhatIsAllowedIsTakenAndTheStateHoldsTogether) {
    constexpr unsigned kSeed = 617;
    SCOPED_TRACE("seed " + std::to_string(kSeed));
    std::mt19937 random(kSeed);
    int taken = 0;
    for (int round = 0; round < 400; ++round) {
        Thread thread;
        for (EventIndex index = 0; index < 25; ++index) {
            LogEvent event = support::eventOf("D", static_cast<Side>(random() % 3),
                                              static_cast<Action>(random() % kActions));
            event.when.day.serial += static_cast<std::int32_t>(index);
            event.by = support::name(event.side == Side::kSales ? "Ann" : "Otto");
            if (random() % 2 == 0) {
                event.to.day = day("2026-03-20") + static_cast<std::int32_t>(random() % 3);
            }
            const bool is_allowed = isAllowed(thread, event.side, event.action);
            const ThreadState expected = stateAfter(thread, event);
            const Thread before = thread;
            take(thread, event, index);
            EXPECT_EQ(stateOf(thread), expected);
            const bool is_unexpected = thread.unexpected.size() > before.unexpected.size();
            EXPECT_FALSE(is_allowed && is_unexpected) << static_cast<int>(event.action);
            if (is_unexpected) {
                EXPECT_EQ(thread.waits, before.waits);
                EXPECT_EQ(stateOf(thread), stateOf(before));
            }
            taken += is_allowed ? 1 : 0;
            if (thread.isOver()) {
                EXPECT_TRUE(thread.waits.empty());
            }
            if (thread.confirmation) {
                EXPECT_EQ(thread.confirmation->by.text, "Otto") << "only ops confirms";
            }
            for (const Wait& wait : thread.waits) {
                EXPECT_NE(wait.on, Side::kNeither);
                EXPECT_LE(wait.event, index);
            }
            // No more questions than were asked, no wait on a side that has just been heard.
            const bool replies =
                is_allowed &&
                (event.action == kAnswered || event.action == kAgreed || event.action == kDeclined);
            if (replies) {
                for (const Wait& wait : thread.waits) {
                    EXPECT_FALSE(wait.on == event.side && wait.what == WaitFor::kAnswer);
                }
            }
        }
    }
    EXPECT_GT(taken, 1000);
}

} // namespace
} // namespace keepable::review
