// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "review/decision_log.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace keepable::review {
namespace {

using support::at;
using support::eventOf;

TEST(DecisionLog, KeepsTheThreadOfEachDealInTheOrderOfWriting) {
    DecisionLog log;
    const EventIndex asked = log.append(eventOf("D-1", Side::kSales, Action::kAsked), {});
    const EventIndex other = log.append(eventOf("D-2", Side::kSales, Action::kAsked), {});
    const EventIndex agreed = log.append(eventOf("D-1", Side::kOps, Action::kAgreed), {});
    EXPECT_EQ(std::vector<EventIndex>(log.threadOf("d-1").begin(), log.threadOf("d-1").end()),
              (std::vector<EventIndex>{asked, agreed}));
    EXPECT_EQ(log.threadOf("d-2").front(), other);
    EXPECT_TRUE(log.threadOf("d-3").empty());
}

TEST(DecisionLog, ReadsRowsBackAsTheyWereWritten) {
    DecisionLog written;
    for (const char* deal : {"A", "B", "A"}) {
        written.append(eventOf(deal, Side::kSales, Action::kAsked), {});
    }
    const DecisionLog read{written.events(), written.rows(), written.seal()};
    EXPECT_EQ(read.findings(), std::vector<LogFinding>{});
    EXPECT_EQ(read.events(), written.events());
    EXPECT_EQ(read.seal(), written.seal());
}

TEST(DecisionLog, SaysWhenTheClockWentBackwardsAndKeepsTheRow) {
    DecisionLog log;
    LogRow row;
    row.sheet_row = 5;
    log.append(at("2026-03-02", 600, eventOf("A", Side::kSales, Action::kAsked)), row);
    row.sheet_row = 6;
    log.append(at("2026-03-02", 599, eventOf("A", Side::kOps, Action::kAgreed)), row);
    row.sheet_row = 7;
    log.append(at("2026-03-02", 599, eventOf("A", Side::kSales, Action::kPromised)), row);
    EXPECT_EQ(log.findings(), (std::vector<LogFinding>{{LogFault::kClockBackwards, 6, 5, 0, 0}}));
    EXPECT_EQ(log.threadOf("a").size(), 3U);
}

TEST(DecisionLog, SortsTheFindingsOfCellsAndChainByRow) {
    std::vector<LogEvent> events(2, eventOf("A", Side::kSales, Action::kAsked));
    std::vector<LogRow> rows(2);
    rows[0].sheet_row = 5;
    rows[1].sheet_row = 6;
    const DecisionLog log{events, rows, std::nullopt, {{LogFault::kErrorCell, 6, 0, 0, 0}}};
    EXPECT_EQ(log.findings(), (std::vector<LogFinding>{{LogFault::kTypedIn, 5, 0, 0, 0},
                                                       {LogFault::kErrorCell, 6, 0, 0, 0},
                                                       {LogFault::kTypedIn, 6, 0, 0, 0}}));
}

// As many rows as ten years of a busy house write. With work at every action that grows with the log
// this would take many minutes.
TEST(DecisionLog, FiftyThousandRowsAreAddedToAndLookedUp) {
    constexpr std::size_t kRows = 50'000;
    constexpr std::size_t kDeals = 5'000;
    DecisionLog log;
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::string deal = "d-" + std::to_string(i % kDeals);
        log.append(eventOf(deal, Side::kSales, Action::kAsked), {});
        ASSERT_EQ(log.threadOf(deal).size(), 1 + i / kDeals);
    }
    EXPECT_EQ(DecisionLog(log.events(), log.rows(), log.seal()).findings().size(), 0U);
}

TEST(DecisionLog, RefusesEventsWithoutTheirRows) {
    EXPECT_THROW((DecisionLog{{LogEvent{}}, {}, std::nullopt}), std::logic_error);
}

} // namespace
} // namespace keepable::review
