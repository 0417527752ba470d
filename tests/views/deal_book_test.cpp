// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "review/findings.hpp"
#include "review/shared_target.hpp"
#include "views/deal_book.hpp"
#include "views/plans.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace keepable::views {
namespace {

using planning::DealClass;
using planning::Hours;
using planning::Verdict;
using support::day;
using support::name;
using tables::date;

// The rows live as long as the call.
template <class Take> auto withDeals(Take take) {
    return take(tables::Rows{
        {"Deal", "Customer", "Item", "Quantity", "Promised date", "Status", "Value", "Owner",
         "Probability", "Requested date", "Erste Zusage", "Delivered date"},
        {"D-1", "Acme, Inc.", "Boiler", 30, date("2026-01-09"), "won", 5'000, "Ann", 1,
         date("2026-01-07"), date("2026-01-08"), date("2026-01-06")},
        {"D-1", "Acme, Inc.", "Frame", 10, date("2026-01-16"), "won", tables::kEmptyCell, "Ann", 1,
         tables::kEmptyCell, date("2026-01-15"), "not yet"},
        {"D-2", "ACME", "Boiler", 40, date("2026-01-09"), "open", 7'000, "Bob", "50 %", "n/a",
         tables::kEmptyCell, date("2026-01-06")},
        {"D-3", "Bolt", "Boiler", 1, date("2026-01-09"), "lost"}});
}

tables::Grid dealGrid() {
    return withDeals([](tables::Rows rows) { return tables::gridOf(rows); });
}

class DealBook : public testing::Test {
  protected:
    DealBook()
        : answers(withDeals([](tables::Rows rows) { return answersOf(rows); })),
          promises(readPromiseCells(dealGrid(), 0, answers, tables::context(), languages())),
          book(dealBook(answers, promises, day("2026-01-05"), log, threads, people)) {}

    PlanAnswers answers;
    std::vector<review::PromiseCells> promises;
    review::DecisionLog log;
    review::Threads threads;
    review::People people;
    review::ReviewBook book;
};

TEST_F(DealBook, HasTheDealsAsTableAndPlanHaveThem) {
    ASSERT_EQ(book.deals.size(), 3U);
    const review::ReviewDeal& first = book.deals[0];
    EXPECT_EQ(first.deal, name("D-1"));
    EXPECT_EQ(first.customer.text, "Acme, Inc.");
    EXPECT_EQ(first.sales_owner, name("Ann"));
    EXPECT_EQ(first.items, (std::vector{name("Boiler"), name("Frame")}));
    EXPECT_EQ(first.resources, (std::vector{name("Welding"), name("Painting")}));
    EXPECT_EQ(first.deal_class, DealClass::kFirm);
    EXPECT_TRUE(first.dates.is_owed);
    EXPECT_EQ(first.verdict, Verdict::kKeepable);
    EXPECT_EQ(first.value, planning::Money::whole(5'000));
    EXPECT_EQ(first.sheet_row, 2);
    const review::ReviewDeal& second = book.deals[1];
    EXPECT_EQ(second.verdict, Verdict::kInfeasible);
    EXPECT_EQ(second.bottleneck, name("Welding"));
    EXPECT_EQ(second.shortfall, Hours::whole(30));
    EXPECT_FALSE(second.dates.is_owed);
    EXPECT_EQ(book.deals[2].deal_class, DealClass::kClosed);
    EXPECT_FALSE(book.deals[2].isOpen());
}

TEST_F(DealBook, TakesTheLatestDateOfSeveralLinesAndDeliveredWhenAllAre) {
    EXPECT_EQ(book.deals[0].dates.promised, day("2026-01-16"));
    EXPECT_EQ(book.deals[0].dates.requested, day("2026-01-07"));
    EXPECT_EQ(book.deals[0].dates.first, day("2026-01-15"));
    EXPECT_EQ(book.deals[0].dates.delivered, std::nullopt);
    EXPECT_EQ(book.deals[1].dates.requested, std::nullopt);
    EXPECT_EQ(book.deals[1].dates.delivered, day("2026-01-06"));
}

TEST_F(DealBook, DatesOfConflictsAreWorkedOutWhenAskedFor) {
    EXPECT_EQ(book.deals[1].earliest, std::nullopt);
    addDates(book, answers, 0);
    addDates(book, answers, 1);
    addDates(book, answers, 99);
    EXPECT_EQ(book.deals[0].earliest, std::nullopt) << "it is kept";
    EXPECT_EQ(book.deals[1].earliest, answers.earliest(1));
    EXPECT_TRUE(book.deals[1].earliest.has_value());
    EXPECT_EQ(book.deals[1].decide_by, answers.decideBy(1));
}

TEST_F(DealBook, HasTheHoursOfEveryResourceFromTodayOn) {
    ASSERT_GE(book.resources.size(), 2U);
    EXPECT_EQ(book.resources[0].resource, name("Welding"));
    EXPECT_EQ(book.resources[0].capacity, Hours::whole(80));
    EXPECT_EQ(book.resources[0].load, Hours::whole(70));
    EXPECT_TRUE(book.resources[0].has_capacity);
    const auto rigging =
        std::ranges::find(book.resources, name("Rigging"), &review::ReviewResource::resource);
    ASSERT_NE(rigging, book.resources.end());
    EXPECT_FALSE(rigging->has_capacity);
}

TEST_F(DealBook, DealsOfOneCustomerWrittenDifferentlyLookTheSame) {
    const auto found = findingsOf(book, {}).open;
    EXPECT_TRUE(std::ranges::any_of(found, [](const review::Finding& finding) {
        return finding.kind == review::FindingKind::kDuplicate && finding.subject == name("D-1") &&
               finding.other == name("D-2");
    })) << "a boiler each, seven days apart";
}

TEST_F(DealBook, WithoutTheColumnsThereAreNoDatesInThem) {
    for (const std::int32_t row : {-1, 4, 99}) {
        const auto cells =
            readPromiseCells(dealGrid(), row, answers, tables::context(), languages());
        EXPECT_EQ(cells.size(), 3U);
        EXPECT_EQ(cells[0].first, std::nullopt);
    }
}

// Seven deals of 2025, all but two over. Of Boiler and Welding P-1, P-3, P-4 and P-5, of Frame and
// Painting P-2 and P-3; P-5 waits for its Boiler alone, P-6 was lost, and nobody knows a Door any more.
class PastDeals : public testing::Test {
  protected:
    template <class Take> static auto withPast(Take take) {
        const tables::AnyCell first = date("2025-12-01");
        const tables::AnyCell overdue = date("2025-12-29");
        return take(tables::Rows{
            {"Deal", "Customer", "Item", "Quantity", "Promised date", "Status", "Owner",
             "First promise", "Delivered date"},
            {"P-1", "Acme", "Boiler", 1, first, "delivered", "Ann", first, date("2025-12-01")},
            {"P-2", "Acme", "Frame", 1, first, "delivered", "Ann", first, date("2025-12-03")},
            {"P-3", "Bolt", "Boiler", 1, first, "delivered", "Bob", first, date("2025-11-28")},
            {"P-4", "Bolt", "Boiler", 1, first, "delivered", "Bob", first, date("2025-12-01")},
            {"P-3", "Bolt", "Frame", 1, first, "delivered", "Bob", first, date("2025-12-01")},
            {"P-5", "Acme", "Frame", 1, overdue, "delivered", "Ann", overdue, date("2025-12-20")},
            {"P-5", "Acme", "Boiler", 1, overdue, "won", "Ann", overdue, tables::kEmptyCell},
            {"P-6", "Bolt", "Frame", 1, first, "lost", "Bob", first, tables::kEmptyCell},
            {"P-7", "Bolt", "Door", 1, first, "delivered", "Ann", first, date("2025-12-01")}});
    }

    PastDeals()
        : answers(withPast([](tables::Rows rows) { return answersOf(rows); })),
          promises(
              readPromiseCells(withPast([](tables::Rows rows) { return tables::gridOf(rows); }), 0,
                               answers, tables::context(), languages())),
          people({{name("Otto"), review::Side::kOps, {name("Welding")}},
                  {name("Pia"), review::Side::kOps, {name("Painting")}}}),
          book(dealBook(answers, promises, day("2026-01-05"), log, threads, people)) {}

    PlanAnswers answers;
    std::vector<review::PromiseCells> promises;
    review::DecisionLog log;
    review::Threads threads;
    review::People people;
    review::ReviewBook book;
};

TEST_F(PastDeals, HaveTheItemsAndResourcesOfTheirLines) {
    ASSERT_EQ(book.deals.size(), 7U);
    EXPECT_EQ(book.deals[2].items, (std::vector{name("Boiler"), name("Frame")}));
    EXPECT_EQ(book.deals[2].resources, (std::vector{name("Welding"), name("Painting")}));
    EXPECT_EQ(book.deals[4].items, std::vector{name("Boiler")}) << "its open line";
    EXPECT_EQ(book.deals[5].items, std::vector{name("Frame")});
    EXPECT_TRUE(book.deals[6].items.empty());
    EXPECT_EQ(opsOwnersOf(book, book.deals[2]), (std::vector{name("Otto"), name("Pia")}));
}

// Late: P-2 by 2 days and P-5 by 7, overdue on 5 January. All: (4 + 2) / (6 + 4) = 0.6; a name with k
// of n kept (k + 2.4) / (n + 4). Of all, 4 of 6 came up to 0 days late and 5 of 6 up to 2, so that a
// name with c of n up to then has its buffer where (c + 4 * 4/6) or (c + 4 * 5/6) is 0.8 * (n + 4):
// Bob 4.67 and then 5.33 of 4.8, Bolt 5.67 of 5.6, Boiler 5.67 and 6.33 of 6.4.
TEST_F(PastDeals, CountForReliabilityAsTheHandComputedSheetSays) {
    const review::Reliability past =
        reliabilityOf(judgedPromises(book, {planning::kFirstDay, planning::kLastDay}));
    EXPECT_EQ(past.count, (review::KeptCount{6, 4}));
    EXPECT_DOUBLE_EQ(past.share.toDouble(), 0.6);
    EXPECT_EQ(past.buffer_days, 2);
    struct Expected {
        review::ReliabilityOf of;
        const char* name;
        review::KeptCount count;
        double share;
        std::int32_t buffer_days;
    };
    using enum review::ReliabilityOf;
    for (const Expected& expected : {Expected{kOwner, "Ann", {4, 2}, 4.4 / 8, 7},
                                     {kOwner, "Bob", {2, 2}, 4.4 / 6, 2},
                                     {kCustomer, "Acme", {3, 1}, 3.4 / 7, 7},
                                     {kCustomer, "Bolt", {3, 3}, 5.4 / 7, 0},
                                     {kItem, "Boiler", {4, 3}, 5.4 / 8, 7},
                                     {kItem, "Frame", {2, 1}, 3.4 / 6, 2},
                                     {kResource, "Welding", {4, 3}, 5.4 / 8, 7},
                                     {kResource, "Painting", {2, 1}, 3.4 / 6, 2}}) {
        const auto& rows = past.rows[static_cast<std::size_t>(expected.of)];
        EXPECT_EQ(rows.size(), 2U);
        const auto row =
            std::ranges::find(rows, name(expected.name), &review::ReliabilityRow::name);
        ASSERT_NE(row, rows.end()) << expected.name;
        EXPECT_EQ(row->count, expected.count) << expected.name;
        EXPECT_DOUBLE_EQ(row->share.toDouble(), expected.share) << expected.name;
        EXPECT_EQ(row->buffer_days, expected.buffer_days) << expected.name;
    }
}

TEST(CustomerLike, LeavesOutWhatDoesNotTellCustomersApart) {
    EXPECT_EQ(customerLike("ACME, Inc."), customerLike("Acme"));
    EXPECT_EQ(customerLike("Müller & Söhne G.m.b.H."), customerLike("muller sohne gmbh"));
    EXPECT_EQ(customerLike("O'Neil Ltd"), customerLike("ONeil"));
    EXPECT_NE(customerLike("Acme 1"), customerLike("Acme 2"));
    EXPECT_EQ(customerLike("AG"), "ag");
    EXPECT_EQ(customerLike(" – "), customerLike(" – "));
    EXPECT_EQ(customerLike("..."), "");
    EXPECT_NE(customerLike("東京"), customerLike("大阪"));
}

} // namespace
} // namespace keepable::views
