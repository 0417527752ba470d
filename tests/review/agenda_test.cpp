// SPDX-License-Identifier: MPL-2.0
#include "review/agenda.hpp"
#include "review/builders.hpp"

#include <gtest/gtest.h>

namespace keepable::review {
namespace {

using enum Action;
using planning::Money;
using planning::Verdict;
using support::BookBuilder;
using support::day;
using support::hours;
using support::name;
using support::on;
using Indexes = std::vector<std::uint32_t>;

// Every Monday from 2026-03-02 on.
const MeetingSchedule kWeekly{day("2026-03-02"), 7};

TEST(Meeting, ComesEveryWeekOrEveryOtherFromTheFirstOn) {
    EXPECT_EQ(meetingFrom(kWeekly, day("2026-03-01")), day("2026-03-02"));
    EXPECT_EQ(meetingFrom(kWeekly, day("2026-03-02")), day("2026-03-02"));
    EXPECT_EQ(meetingFrom(kWeekly, day("2026-03-03")), day("2026-03-09"));
    const MeetingSchedule biweekly{day("2026-03-02"), 14};
    EXPECT_EQ(meetingFrom(biweekly, day("2026-03-03")), day("2026-03-16"));
    EXPECT_EQ(meetingBefore(kWeekly, day("2026-03-02")), std::nullopt);
    EXPECT_EQ(meetingBefore(kWeekly, day("2026-03-09")), day("2026-03-02"));
    EXPECT_EQ(meetingBefore(kWeekly, day("2026-03-10")), day("2026-03-09"));
    EXPECT_EQ(meetingFrom({day("2026-03-02"), 0}, day("2026-03-05")), day("2026-03-05"))
        << "a length of 0 is taken for a day";
}

TEST(Meeting, TheLastOneIsThatOfTheLogWhereItWasHeld) {
    BookBuilder house("2026-03-18");
    EXPECT_EQ(lastReview(house.log(), kWeekly, day("2026-03-18")), (Moment{day("2026-03-16"), 0}));
    EXPECT_EQ(lastReview(house.log(), kWeekly, day("2026-03-01")), std::nullopt);
    LogEvent held = support::eventOf("", Side::kNeither, kMet);
    held.when = {day("2026-03-10"), 600};
    house.add(held);
    EXPECT_EQ(lastReview(house.log(), kWeekly, day("2026-03-18")),
              (Moment{day("2026-03-10"), 600}));
    EXPECT_EQ(lastReview(house.log(), kWeekly, day("2026-03-10")), (Moment{day("2026-03-09"), 0}))
        << "that of today is not over";
}

// A week in the shop, as the review of Monday 2026-03-16 sees it.
class AWeek : public testing::Test {
  protected:
    AWeek() {
        house.person("Ann", Side::kSales).person("Bob", Side::kSales);
        house.person("Otto", Side::kOps, {"Welding"}).person("Olga", Side::kOps, {"Paint"});
        house.resource("Welding", 400, 300);
        house.resource("Paint", 400, 300);
        conflict("D-0", 9'000, "", "Bob", "Paint");
        conflict("D-1", 50'000, "2026-05-01", "Ann", "Welding");
        conflict("D-2", 1'000, "2026-03-20", "Ann", "Welding");
        conflict("D-3", 2'000, "2026-03-18", "Bob", "Paint");
        house.deal("D-4", "Acme", "Ann").resources = {name("Welding")};
        house.deal("D-5", "Bolt", "Ann").resources = {name("Welding")};
        house.deal("D-6", "Cork", "Bob").resources = {name("Paint")};
    }
    void conflict(const char* deal, std::int64_t value, std::string_view decide_by,
                  const char* owner, const char* bottleneck) {
        ReviewDeal& made = house.deal(deal, "Acme", owner);
        made.verdict = Verdict::kInfeasible;
        made.value = Money::whole(value);
        made.bottleneck = name(bottleneck);
        if (!decide_by.empty()) {
            made.decide_by = day(decide_by);
        }
    }

    BookBuilder house{"2026-03-16"};
};

TEST_F(AWeek, ConflictsThatCannotWaitComeFirstThenTheLargest) {
    const Agenda agenda = agendaOf(house.book(), {}, kWeekly);
    EXPECT_EQ(agenda.on, day("2026-03-16"));
    EXPECT_EQ(agenda.next, day("2026-03-23"));
    EXPECT_EQ(agenda.conflicts, (Indexes{3, 2, 1, 0}));
    EXPECT_EQ(agenda.must_decide, 2U);
}

TEST_F(AWeek, QuestionsAndRequestsWithoutAnAnswerAreOnIt) {
    house.ann("2026-03-10", "D-5", kAsked, on("2026-03-27"));
    house.ann("2026-03-05", "D-4", kAsked, on("2026-03-27"));
    house.ann("2026-03-11", "D-4", kCapacityRequested, hours(8, "Welding"));
    house.ann("2026-03-12", "D-6", kAsked, on("2026-03-27")).otto("2026-03-13", "D-6", kAnswered);
    const Agenda agenda = agendaOf(house.book(), {}, kWeekly);
    ASSERT_EQ(agenda.unanswered.size(), 2U);
    EXPECT_EQ(agenda.unanswered[0].deal, 4U) << "the longest wait first";
    EXPECT_EQ(agenda.unanswered[0].days, 11);
    EXPECT_EQ(agenda.unanswered[1].deal, 5U);
    EXPECT_EQ(agenda.unanswered[1].days, 6);
    ASSERT_EQ(agenda.requests.size(), 1U);
    EXPECT_EQ(agenda.requests[0].deal, 4U);
}

TEST_F(AWeek, RisksThatRunOutBeforeTheNextReviewAreOnIt) {
    house.otto("2026-03-10", "D-4", kRiskAccepted, on("2026-03-22"));
    house.otto("2026-03-10", "D-5", kRiskAccepted, on("2026-03-23"));
    house.otto("2026-03-10", "D-6", kRiskAccepted, on("2026-03-12"));
    EXPECT_EQ(agendaOf(house.book(), {}, kWeekly).risks, (Indexes{4, 6}));
}

TEST_F(AWeek, DecisionsSinceTheLastReviewAreOnItAndOlderOnesAreNot) {
    house.ann("2026-03-05", "D-4", kPromised, on("2026-03-20"));
    house.ann("2026-03-10", "D-5", kAsked, on("2026-03-27"));
    house.otto("2026-03-11", "D-5", kAgreed);
    const Agenda agenda = agendaOf(house.book(), {}, kWeekly);
    EXPECT_EQ(agenda.last, (Moment{day("2026-03-09"), 0}));
    EXPECT_EQ(agenda.decisions, (std::vector<EventIndex>{2}));
}

TEST_F(AWeek, PromisesKeptAndBrokenSinceThenAreOnIt) {
    house.ann("2026-03-01", "D-4", kPromised, on("2026-03-13")).ann("2026-03-01", "D-4", kWon);
    house.ann("2026-03-01", "D-5", kPromised, on("2026-03-13")).ann("2026-03-01", "D-5", kWon);
    house.ann("2026-03-01", "D-6", kPromised, on("2026-03-06")).ann("2026-03-01", "D-6", kWon);
    house.otto("2026-03-12", "D-4", kDelivered);
    house.otto("2026-03-08", "D-6", kDelivered); // late, but told last time
    Agenda agenda = agendaOf(house.book(), {}, kWeekly);
    EXPECT_EQ(agenda.kept, Indexes{4});
    EXPECT_EQ(agenda.broken, Indexes{5}) << "overdue";
}

TEST_F(AWeek, EverybodyWhoseMattersAreOnItIsInvited) {
    SharedTarget target;
    target.metric = Metric::kConflicts;
    target.sales_owner = name("Sue");
    target.ops_owner = name("Olga");
    const Agenda agenda = agendaOf(house.book(), {target}, kWeekly);
    EXPECT_EQ(agenda.attendees, (std::vector<Attendee>{{name("Ann"), Side::kSales, 2},
                                                       {name("Bob"), Side::kSales, 2},
                                                       {name("Sue"), Side::kSales, 1},
                                                       {name("Olga"), Side::kOps, 3},
                                                       {name("Otto"), Side::kOps, 2}}));
    ASSERT_EQ(agenda.standings.size(), 1U);
    EXPECT_EQ(agenda.standings[0].actual.value, Figure::whole(4));
}

TEST_F(AWeek, NothingToTalkAboutIsAnEmptyAgenda) {
    BookBuilder quiet("2026-03-01");
    const Agenda agenda = agendaOf(quiet.book(), {}, kWeekly);
    EXPECT_TRUE(agenda.conflicts.empty());
    EXPECT_TRUE(agenda.attendees.empty());
    EXPECT_TRUE(agenda.findings.open.empty());
    EXPECT_EQ(agenda.last, std::nullopt);
}

TEST(DecisionOfAMeeting, IsTheWordOfTheSideThatHasToSayIt) {
    support::DealStory story;
    story.ann("2026-03-10", kAsked, on("2026-03-27"));
    const Thread* const thread = &story.thread();
    EXPECT_EQ(sideOfDecision(thread, kAgreed, Side::kSales), Side::kOps);
    EXPECT_EQ(sideOfDecision(thread, kReDated, Side::kOps), Side::kSales);
    EXPECT_EQ(sideOfDecision(thread, kCapacityApproved, Side::kSales), Side::kOps);
    EXPECT_EQ(sideOfDecision(thread, kRiskAccepted, Side::kSales), Side::kSales);
    EXPECT_EQ(sideOfDecision(nullptr, kAgreed, Side::kSales), Side::kSales) << "nobody has asked";
}

} // namespace
} // namespace keepable::review
