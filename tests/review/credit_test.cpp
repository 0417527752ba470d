// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "review/credit.hpp"

#include <gtest/gtest.h>

namespace keepable::review {
namespace {

using enum Action;
using planning::Probability;
using planning::Verdict;
using support::BookBuilder;
using support::day;
using support::eventOf;
using support::name;
using support::on;
using Names = std::vector<Name>;

BookBuilder house() {
    BookBuilder made("2026-03-31");
    made.person("Ann", Side::kSales).person("Otto", Side::kOps, {"Welding"});
    return made;
}

ReviewDeal& ownDeal(BookBuilder& house, std::string_view deal) {
    ReviewDeal& made = house.deal(deal, "Acme", "Ann");
    made.resources = {name("Welding")};
    return made;
}

LogEvent promised(std::string_view deal, std::optional<std::int64_t> percent,
                  std::optional<Verdict> verdict) {
    LogEvent event = eventOf(deal, Side::kSales, kPromised);
    event.to = on("2026-03-20");
    if (percent) {
        event.state.chance = Probability{*percent * Probability::kUnitsInOne / 100};
    }
    event.state.verdict = verdict;
    return event;
}

TEST(Credit, NamesBothSidesOfAPromiseKeptAgainstTheOdds) {
    BookBuilder made = house();
    ownDeal(made, "D-1");
    made.add(promised("D-1", 35, std::nullopt)).otto("2026-03-20", "D-1", kDelivered);
    const auto credits = creditsOf(made.book(), day("2026-03-16"));
    ASSERT_EQ(credits.size(), 1U);
    EXPECT_EQ(credits[0].kind, CreditKind::kKeptAgainstOdds);
    EXPECT_EQ(credits[0].chance, Probability{350'000'000});
    EXPECT_EQ(credits[0].sales, Names{name("Ann")});
    EXPECT_EQ(credits[0].ops, Names{name("Otto")});
    EXPECT_TRUE(creditsOf(made.book(), day("2026-03-20")).empty()) << "it was told last time";
}

TEST(Credit, IsGivenForWhatWasInfeasibleAndNotForWhatWasLikely) {
    BookBuilder made = house();
    for (const char* const deal : {"D-1", "D-2", "D-3", "D-4"}) {
        ownDeal(made, deal);
    }
    made.add(promised("D-1", std::nullopt, Verdict::kInfeasible));
    made.add(promised("D-2", 51, Verdict::kKeepable));
    made.add(promised("D-3", std::nullopt, std::nullopt));
    made.add(promised("D-4", 10, Verdict::kAtRisk));
    for (const char* const deal : {"D-1", "D-2", "D-3"}) {
        made.otto("2026-03-19", deal, kDelivered);
    }
    made.otto("2026-03-21", "D-4", kDelivered); // a day late
    const auto credits = creditsOf(made.book(), day("2026-03-01"));
    ASSERT_EQ(credits.size(), 1U);
    EXPECT_EQ(credits[0].deal, name("D-1"));
}

TEST(Credit, IsGivenForATalkSettledByBothWithoutALoss) {
    BookBuilder made = house();
    ownDeal(made, "D-1");
    LogEvent asked = eventOf("D-1", Side::kSales, kAsked);
    asked.by = name("Ann");
    asked.to = on("2026-03-20");
    asked.state.verdict = Verdict::kInfeasible;
    made.add(asked);
    made.otto("2026-03-05", "D-1", kAgreed);
    const auto credits = creditsOf(made.book(), day("2026-03-01"));
    ASSERT_EQ(credits.size(), 1U);
    EXPECT_EQ(credits[0].kind, CreditKind::kSettledTogether);
    EXPECT_TRUE(credits[0].is_rescue);
    EXPECT_EQ(credits[0].count, 3);
    EXPECT_EQ(credits[0].sales, Names{name("Ann")});
    EXPECT_EQ(credits[0].ops, Names{name("Otto")});
    ReviewBook still = made.book();
    still.deals[0].verdict = Verdict::kInfeasible;
    EXPECT_FALSE(creditsOf(still, day("2026-03-01"))[0].is_rescue);
}

TEST(Credit, IsNotGivenWhereADateSlippedTheDealWasLostOrOneSideSpokeAlone) {
    BookBuilder made = house();
    for (const char* const deal : {"slipped", "lost", "alone"}) {
        ownDeal(made, deal);
    }
    made.ann("2026-03-01", "slipped", kPromised, on("2026-03-20"));
    made.otto("2026-03-02", "slipped", kAsked, on("2026-03-27"));
    made.ann("2026-03-03", "slipped", kReDated, on("2026-03-27"));
    made.ann("2026-03-02", "lost", kAsked, on("2026-03-27"));
    made.otto("2026-03-03", "lost", kAgreed);
    made.ann("2026-03-04", "lost", kLost);
    made.ann("2026-03-02", "alone", kAsked, on("2026-03-27"));
    made.ann("2026-03-03", "alone", kRiskAccepted);
    EXPECT_TRUE(creditsOf(made.book(), day("2026-02-01")).empty());
}

TEST(Credit, IsGivenForARunOfPromisesWithoutABrokenOne) {
    BookBuilder made = house();
    for (int i = 0; i < 8; ++i) {
        const std::string deal = "D-" + std::to_string(i);
        ReviewDeal& added = ownDeal(made, deal);
        added.dates.first = day("2026-03-02") + i;
        added.dates.delivered = *added.dates.first + (i == 1 ? 1 : 0);
    }
    const auto credits = creditsOf(made.book(), day("2026-03-30"));
    ASSERT_EQ(credits.size(), 1U);
    EXPECT_EQ(credits[0].kind, CreditKind::kRun);
    // D-1 and D-2 were delivered on one day; the broken one counts as the later.
    EXPECT_EQ(credits[0].count, 5);
    EXPECT_EQ(credits[0].when, day("2026-03-09"));
    ownDeal(made, "late").dates = {{}, day("2026-03-20"), {}, {}, true, false};
    EXPECT_TRUE(creditsOf(made.book(), day("2026-03-30")).empty()) << "one is overdue";
}

} // namespace
} // namespace keepable::review
