// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "review/review_book.hpp"

#include <gtest/gtest.h>

namespace keepable::review {
namespace {

using support::BookBuilder;
using support::name;
using support::on;
using Names = std::vector<Name>;

BookBuilder house() {
    BookBuilder house("2026-03-09");
    house.person("Ann", Side::kSales, {"D-2"})
        .person("Otto", Side::kOps, {"Welding"})
        .person("Olga", Side::kOps, {"Paint", "D-3"});
    ReviewDeal& first = house.deal("D-1", "Acme", "Bob");
    first.resources = {name("Welding"), name("Paint")};
    ReviewDeal& second = house.deal("D-2", "Acme");
    second.resources = {name("Welding"), name("Paint")};
    second.bottleneck = name("Welding");
    house.deal("D-3");
    return house;
}

TEST(ReviewBook, ADealIsSoldByItsOwnerElseByThePeopleOfSalesWhoOwnIt) {
    BookBuilder made = house();
    const ReviewBook& book = made.book();
    EXPECT_EQ(salesOwnersOf(book, book.deals[0]), Names{name("Bob")});
    EXPECT_EQ(salesOwnersOf(book, book.deals[1]), Names{name("Ann")});
    EXPECT_EQ(salesOwnersOf(book, book.deals[2]), Names{});
}

TEST(ReviewBook, OpsAnswersForTheBottleneckElseForAllResources) {
    BookBuilder made = house();
    const ReviewBook& book = made.book();
    EXPECT_EQ(opsOwnersOf(book, book.deals[0]), (Names{name("Otto"), name("Olga")}));
    EXPECT_EQ(opsOwnersOf(book, book.deals[1]), Names{name("Otto")});
    EXPECT_EQ(opsOwnersOf(book, book.deals[2]), Names{name("Olga")}) << "she owns the deal";
}

TEST(ReviewBook, WhatWaitsForMeIsMineAndMySidesTurn) {
    BookBuilder made = house();
    made.ann("2026-03-02", "D-2", Action::kAsked, on("2026-03-20"));
    const ReviewBook& book = made.book();
    EXPECT_TRUE(isMine(book, book.deals[1], name("Ann")));
    EXPECT_FALSE(isWaitingForMe(book, book.deals[1], name("Ann")));
    EXPECT_TRUE(isWaitingForMe(book, book.deals[1], name("otto")));
    EXPECT_FALSE(isWaitingForMe(book, book.deals[1], name("Olga")));
    EXPECT_FALSE(isWaitingForMe(book, book.deals[0], name("Otto"))) << "nothing was asked";
    EXPECT_FALSE(isMine(book, book.deals[0], {}));
}

TEST(ReviewBook, WhatNobodyOwnsWaitsForEverybodyOfTheSide) {
    BookBuilder made = house();
    made.deal("D-4");
    made.ann("2026-03-02", "D-4", Action::kAsked, on("2026-03-20"));
    made.otto("2026-03-03", "D-3", Action::kAsked, on("2026-03-20"));
    const ReviewBook& book = made.book();
    EXPECT_TRUE(isWaitingForMe(book, book.deals[3], name("Otto")));
    EXPECT_TRUE(isWaitingForMe(book, book.deals[3], name("Olga")));
    EXPECT_FALSE(isWaitingForMe(book, book.deals[3], name("Ann"))) << "she has asked";
    EXPECT_FALSE(isWaitingForMe(book, book.deals[3], name("Nobody"))) << "of no side";
    EXPECT_TRUE(isWaitingForMe(book, book.deals[2], name("Ann"))) << "no sales owner";
    EXPECT_FALSE(isMine(book, book.deals[2], name("Ann")));
}

} // namespace
} // namespace keepable::review
