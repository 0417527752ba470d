// SPDX-License-Identifier: MPL-2.0
// Welding has 40 h a week; D-1 takes 30 of the first, D-2 needs 20 there: 10 are short.
#include "review/builders.hpp"
#include "views/deal_book.hpp"
#include "views/log_text.hpp"
#include "views/plans.hpp"
#include "views/proposal_events.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace keepable::views {
namespace {

using proposals::Proposal;
using proposals::ProposalKind;
using review::Action;
using review::LogEvent;
using support::day;
using support::name;
using tables::date;

class ProposalEvents : public testing::Test {
  protected:
    ProposalEvents()
        : answers(answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                             {"D-1", "Boiler", 30, date("2026-01-09"), "won"},
                             {"D-2", "Boiler", 20, date("2026-01-09"), "won"}})),
          book(dealBook(answers, {}, day("2026-01-05"), log, threads, people)) {}

    std::vector<LogEvent> of(ProposalKind kind, std::optional<planning::Day> until = {}) {
        const auto& ways = answers.waysOut(dealNamed(answers, "D-2"));
        const auto way = std::ranges::find(ways, kind, &Proposal::kind);
        EXPECT_NE(way, ways.end());
        return proposalEvents(
            *way, answers, book,
            {{name("Otto"), review::Side::kOps}, {day("2026-01-05"), 600}, "we talked", until});
    }

    PlanAnswers answers;
    review::DecisionLog log;
    review::Threads threads;
    review::People people;
    review::ReviewBook book;
};

TEST_F(ProposalEvents, SayANewDateWithTheOneBefore) {
    const std::vector<LogEvent> events = of(ProposalKind::kReDate);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].action, Action::kReDated);
    EXPECT_EQ(events[0].deal, name("D-2"));
    EXPECT_EQ(events[0].by, name("Otto"));
    EXPECT_EQ(events[0].reason, "we talked");
    EXPECT_EQ(events[0].from.day, day("2026-01-09"));
    EXPECT_EQ(events[0].to.day, day("2026-01-13"));
    EXPECT_EQ(events[0].state.verdict, planning::Verdict::kKeepable);
}

TEST_F(ProposalEvents, ADateThatIsSaidGoesIntoEveryOpenLine) {
    const PlanAnswers lines =
        answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status", "Done"},
                   {"D-1", "Boiler", 30, date("2026-01-09"), "won", 0},
                   {"D-1", "Boiler", 5, date("2026-01-09"), "won", 5},
                   {"D-1", "Boiler", 5, date("2026-01-16"), "won", 0},
                   {"D-2", "Boiler", "many", date("2026-01-09"), "won", 0}});
    LogEvent said;
    said.action = Action::kReDated;
    said.to.day = day("2026-01-16");
    const auto changes = changesSaidBy(said, dealNamed(lines, "D-1"), lines.input());
    ASSERT_EQ(changes.dates.size(), 1U) << "one is delivered, one has the date already";
    EXPECT_EQ(changes.dates[0].line, 0U);
    EXPECT_EQ(changes.dates[0].from, day("2026-01-09"));
    EXPECT_EQ(changes.dates[0].to, day("2026-01-16"));
    EXPECT_TRUE(changesSaidBy(said, dealNamed(lines, "D-2"), lines.input()).isEmpty())
        << "a row to be checked";
    said.to.quantity = planning::Quantity::whole(2);
    EXPECT_FALSE(saysDate(said)) << "only a part of it";
    said.to.quantity.reset();
    said.action = Action::kAgreed;
    EXPECT_TRUE(changesSaidBy(said, dealNamed(lines, "D-1"), lines.input()).isEmpty());
}

TEST_F(ProposalEvents, SayHoursOnceForEachResource) {
    const std::vector<LogEvent> events = of(ProposalKind::kAddCapacity);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].action, Action::kCapacityAdded);
    EXPECT_EQ(termsText(events[0].to).substr(0, 15), "10 h; [Welding]");
}

TEST_F(ProposalEvents, SayWhatIsLaterOfASplitDeal) {
    const std::vector<LogEvent> events = of(ProposalKind::kSplit);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(termsText(events[0].to), "2026-01-13; 10 pcs");
}

TEST_F(ProposalEvents, SayUntilWhenARiskIsTaken) {
    const std::vector<LogEvent> events = of(ProposalKind::kAcceptRisk, day("2026-01-30"));
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].action, Action::kRiskAccepted);
    EXPECT_EQ(events[0].to.day, day("2026-01-30"));
    EXPECT_EQ(events[0].state.verdict, planning::Verdict::kInfeasible) << "nothing was changed";
}

TEST_F(ProposalEvents, AlwaysHaveARowOfTheDealItself) {
    Proposal other;
    other.kind = ProposalKind::kMoveOthers;
    other.deal = dealNamed(answers, "D-2");
    other.changes.dates.push_back(
        {dealNamed(answers, "D-1"), 0, day("2026-01-09"), day("2026-01-16")});
    const auto events = proposalEvents(other, answers, book, {{}, {}, "", {}});
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].deal, name("D-2"));
    EXPECT_EQ(events[0].action, Action::kNoted);
    EXPECT_EQ(events[1].deal, name("D-1"));
    EXPECT_EQ(events[1].action, Action::kReDated);
}

TEST_F(ProposalEvents, OfManyDealsSayDatesAndLosses) {
    proposals::Changes changes;
    changes.dates.push_back({dealNamed(answers, "D-2"), 1, day("2026-01-09"), day("2026-01-16")});
    changes.lost.push_back(dealNamed(answers, "D-1"));
    const auto events = dealEvents(changes, answers, book, {{}, {}, "Best portfolio", {}});
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].deal, name("D-2"));
    EXPECT_EQ(events[0].action, Action::kReDated);
    EXPECT_EQ(events[0].to.day, day("2026-01-16"));
    EXPECT_EQ(events[1].deal, name("D-1"));
    EXPECT_EQ(events[1].action, Action::kLost);
    EXPECT_EQ(events[1].reason, "Best portfolio");
}

} // namespace
} // namespace keepable::views
