// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "review/promise_history.hpp"

#include <gtest/gtest.h>

namespace keepable::review {
namespace {

using support::day;
using support::name;
using support::on;

// Events of the deal D, one call a row.
class Story {
  public:
    Story& add(std::string_view iso, Side side, Action action, Terms to = {},
               std::string_view reason = "", Terms from = {}) {
        LogEvent event = support::eventOf("D", side, action);
        event.when.day = day(iso);
        event.by = name(side == Side::kSales ? "Ann" : "Otto");
        event.to = std::move(to);
        event.from = std::move(from);
        event.reason = reason;
        log_.append(std::move(event), {});
        return *this;
    }
    [[nodiscard]] PromiseHistory history(const PromiseCells& cells = {}) const {
        return promiseHistory(log_, "d", cells);
    }

  private:
    DecisionLog log_;
};

PromiseCells promisedInTable(std::string_view iso) {
    PromiseCells cells;
    cells.promised = day(iso);
    return cells;
}

TEST(PromiseHistory, FreezesTheFirstPromiseWhateverIsPromisedLater) {
    const PromiseHistory history =
        Story{}
            .add("2026-03-02", Side::kSales, Action::kAsked, on("2026-03-20"))
            .add("2026-03-03", Side::kSales, Action::kPromised, on("2026-03-27"))
            .add("2026-03-10", Side::kSales, Action::kReDated, on("2026-04-03"))
            .add("2026-03-20", Side::kSales, Action::kPromised, on("2026-04-10"))
            .add("2026-04-10", Side::kOps, Action::kDelivered)
            .history();
    EXPECT_EQ(history.requested, day("2026-03-20"));
    EXPECT_EQ(history.first, day("2026-03-27"));
    EXPECT_EQ(history.first_event, EventIndex{1});
    EXPECT_EQ(history.current, day("2026-04-10"));
    EXPECT_EQ(history.delivered, day("2026-04-10"));
    ASSERT_EQ(history.slips.size(), 2U);
    EXPECT_EQ(history.slips[0].days(), 7);
    EXPECT_EQ(history.slips[1].from, day("2026-04-03"));
}

TEST(PromiseHistory, SaysWhoAskedForAMoveAndWhy) {
    const PromiseHistory history =
        Story{}
            .add("2026-03-02", Side::kSales, Action::kPromised, on("2026-03-20"))
            .add("2026-03-05", Side::kSales, Action::kAsked, on("2026-03-18"),
                 "the fair is earlier")
            .add("2026-03-06", Side::kOps, Action::kCountered, on("2026-03-27"), "welding is full")
            .add("2026-03-06", Side::kSales, Action::kAgreed)
            .add("2026-03-07", Side::kSales, Action::kReDated, on("2026-03-27"))
            .history();
    ASSERT_EQ(history.slips.size(), 1U);
    EXPECT_EQ(history.slips[0].asked_by.text, "Otto");
    EXPECT_EQ(history.slips[0].asked_by_side, Side::kOps);
    EXPECT_EQ(history.slips[0].reason, "welding is full");
}

TEST(PromiseHistory, AMoveNobodyTalkedAboutIsThatOfWhoMadeIt) {
    const PromiseHistory history =
        Story{}
            .add("2026-03-02", Side::kSales, Action::kAsked, on("2026-03-20"), "before the promise")
            .add("2026-03-02", Side::kSales, Action::kPromised, on("2026-03-20"))
            .add("2026-03-05", Side::kOps, Action::kReDated, on("2026-03-25"), "a machine is down")
            .history();
    ASSERT_EQ(history.slips.size(), 1U);
    EXPECT_EQ(history.slips[0].asked_by.text, "Otto");
    EXPECT_EQ(history.slips[0].reason, "a machine is down");
}

TEST(PromiseHistory, AMoveToAnEarlierDateIsASlipOfLessThanNoDays) {
    const PromiseHistory history =
        Story{}
            .add("2026-03-02", Side::kSales, Action::kPromised, on("2026-03-20"))
            .add("2026-03-05", Side::kOps, Action::kReDated, on("2026-03-13"))
            .history();
    ASSERT_EQ(history.slips.size(), 1U);
    EXPECT_EQ(history.slips[0].days(), -7);
    EXPECT_EQ(history.first, day("2026-03-20"));
}

TEST(PromiseHistory, ALogThatBeginsWithAMoveKnowsWhatItWasMovedFrom) {
    Story story;
    story.add("2026-03-05", Side::kSales, Action::kReDated, on("2026-03-27"), "", on("2026-03-20"));
    EXPECT_EQ(story.history().first, day("2026-03-20"));
    EXPECT_EQ(story.history().slips.size(), 1U);
    PromiseCells older = promisedInTable("2026-03-27");
    older.first = day("2026-02-27");
    EXPECT_EQ(story.history(older).first, day("2026-02-27"));
    EXPECT_FALSE(story.history(older).table_has_other_first);
}

TEST(PromiseHistory, TheLogsFirstPromiseStandsAgainstATableThatWasChanged) {
    Story story;
    story.add("2026-03-02", Side::kSales, Action::kPromised, on("2026-03-20"));
    PromiseCells cells = promisedInTable("2026-03-20");
    cells.first = day("2026-04-20");
    const PromiseHistory history = story.history(cells);
    EXPECT_EQ(history.first, day("2026-03-20"));
    EXPECT_TRUE(history.table_has_other_first);
}

TEST(PromiseHistory, ADateChangedInTheTableAloneIsASlipNobodyExplained) {
    Story story;
    story.add("2026-03-02", Side::kSales, Action::kPromised, on("2026-03-20"));
    const PromiseHistory history = story.history(promisedInTable("2026-03-25"));
    ASSERT_EQ(history.slips.size(), 1U);
    EXPECT_EQ(history.slips[0].days(), 5);
    EXPECT_FALSE(history.slips[0].event.has_value());
    EXPECT_EQ(history.current, day("2026-03-25"));
}

TEST(PromiseHistory, WithoutALogTheTableIsAllThereIs) {
    EXPECT_EQ(Story{}.history(promisedInTable("2026-03-20")).first, day("2026-03-20"));
    EXPECT_EQ(Story{}.history().first, std::nullopt);
    EXPECT_EQ(outcomeOf(Story{}.history(), day("2026-03-20")), Outcome::kNotJudged);
}

TEST(PromiseHistory, AChangeOfQuantityMovesNoDate) {
    Terms terms;
    terms.quantity = planning::Quantity::whole(5);
    const PromiseHistory history =
        Story{}
            .add("2026-03-02", Side::kSales, Action::kPromised, on("2026-03-20"))
            .add("2026-03-05", Side::kOps, Action::kReDated, terms)
            .history();
    EXPECT_TRUE(history.slips.empty());
    EXPECT_EQ(history.current, day("2026-03-20"));
}

TEST(PromiseHistory, IsJudgedByTheFirstPromiseAndOnlyWhenOwed) {
    PromiseCells cells = promisedInTable("2026-04-20");
    cells.first = day("2026-03-20");
    const auto outcome = [&](std::string_view as_of) {
        return outcomeOf(Story{}.history(cells), day(as_of));
    };
    EXPECT_EQ(outcome("2026-05-01"), Outcome::kNotJudged); // not won
    cells.is_owed = true;
    EXPECT_EQ(outcome("2026-03-20"), Outcome::kOpen);
    EXPECT_EQ(outcome("2026-03-21"), Outcome::kOverdue);
    EXPECT_EQ(daysLate(Story{}.history(cells), day("2026-03-25")), 5);
    cells.delivered = day("2026-03-20");
    EXPECT_EQ(outcome("2026-05-01"), Outcome::kKept);
    EXPECT_EQ(daysLate(Story{}.history(cells), day("2026-05-01")), 0);
    cells.delivered = day("2026-03-23");
    EXPECT_EQ(outcome("2026-05-01"), Outcome::kLate);
    EXPECT_EQ(daysLate(Story{}.history(cells), day("2026-05-01")), 3);
    cells.delivered.reset();
    cells.is_lost = true;
    EXPECT_EQ(outcome("2026-05-01"), Outcome::kNotJudged);
    EXPECT_EQ(daysLate(Story{}.history(cells), day("2026-05-01")), std::nullopt);
}

TEST(PromiseHistory, WonAndLostAreTakenFromTheLogToo) {
    Story story;
    story.add("2026-03-02", Side::kSales, Action::kPromised, on("2026-03-20"))
        .add("2026-03-03", Side::kSales, Action::kWon);
    EXPECT_EQ(outcomeOf(story.history(), day("2026-03-10")), Outcome::kOpen);
    story.add("2026-03-04", Side::kSales, Action::kLost);
    EXPECT_EQ(outcomeOf(story.history(), day("2026-03-10")), Outcome::kNotJudged);
}

} // namespace
} // namespace keepable::review
