// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "views/catalog.hpp"
#include "views/whose_deals.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace keepable::views {
namespace {

using planning::Verdict;
using review::Action;
using review::Side;
using support::BookBuilder;
using support::name;
using support::on;
using Deals = std::vector<std::uint32_t>;

// D-1 is Ann's and short on Welding, which is Otto's; D-2 is Bob's and short on Paint; D-3 is kept.
BookBuilder house() {
    BookBuilder house("2026-03-09");
    house.person("Ann", Side::kSales)
        .person("Bob", Side::kSales)
        .person("Otto", Side::kOps, {"Welding"});
    for (const auto& [deal, owner, resource] :
         {std::tuple{"D-1", "Ann", "Welding"}, {"D-2", "Bob", "Paint"}}) {
        review::ReviewDeal& made = house.deal(deal, "Acme", owner);
        made.verdict = Verdict::kInfeasible;
        made.bottleneck = name(resource);
    }
    house.deal("D-3", "Acme", "Ann").resources = {name("Welding")};
    return house;
}

Deals wanted(BookBuilder& house, Whose whose, const char* person, std::int32_t days = 3) {
    Deals deals{0, 1, 2};
    keepWanted(deals, house.book(), {whose, days, name(person)});
    return deals;
}

TEST(WhoseDeals, MineAreThoseISellAndThoseMyResourceIsShortFor) {
    BookBuilder made = house();
    EXPECT_EQ(wanted(made, Whose::kAll, ""), (Deals{0, 1, 2}));
    EXPECT_EQ(wanted(made, Whose::kMine, "Ann"), (Deals{0, 2}));
    EXPECT_EQ(wanted(made, Whose::kMine, "Bob"), (Deals{1}));
    EXPECT_EQ(wanted(made, Whose::kMine, "Otto"), (Deals{0, 2}));
    EXPECT_EQ(wanted(made, Whose::kMine, ""), Deals{});
}

TEST(WhoseDeals, AQuestionWaitsForTheOtherSideUntilItIsAnswered) {
    BookBuilder made = house();
    made.ann("2026-03-05", "D-1", Action::kAsked, on("2026-03-20"));
    made.say("2026-03-05", "D-2", Side::kSales, "Bob", Action::kAsked, on("2026-03-20"));
    EXPECT_EQ(wanted(made, Whose::kWaitingForMe, "Otto"), (Deals{0, 1}))
        << "nobody owns Paint, so D-2 waits for all of ops";
    EXPECT_EQ(wanted(made, Whose::kWaitingForMe, "Ann"), Deals{});
    made.otto("2026-03-06", "D-1", Action::kCountered, on("2026-03-27"));
    EXPECT_EQ(wanted(made, Whose::kWaitingForMe, "Otto"), (Deals{1}));
    EXPECT_EQ(wanted(made, Whose::kWaitingForMe, "Ann"), (Deals{0}));
}

TEST(WhoseDeals, UnansweredCountsTheDaysOfTheLongestWait) {
    BookBuilder made = house();
    made.ann("2026-03-05", "D-1", Action::kAsked, on("2026-03-20"));
    made.ann("2026-03-07", "D-3", Action::kAsked, on("2026-03-20"));
    EXPECT_EQ(wanted(made, Whose::kUnanswered, "", 4), (Deals{0}));
    EXPECT_EQ(wanted(made, Whose::kUnanswered, "", 5), Deals{});
    EXPECT_EQ(wanted(made, Whose::kUnanswered, "", 2), (Deals{0, 2}));
    EXPECT_EQ(saidWantedBeside(made.book(), {Whose::kUnanswered, 2, {}}, english()),
              "Not in conflict, but waiting as well: D-3");
    EXPECT_EQ(saidWantedBeside(made.book(), {Whose::kUnanswered, 3, {}}, english()), "");
    EXPECT_EQ(saidWantedBeside(made.book(), {Whose::kMine, 3, name("Ann")}, english()), "");
}

TEST(WhoseDeals, SaysWhatIsMissingAndWhereToSetIt) {
    BookBuilder made = house();
    const auto missing = [&](Whose whose, const char* person, const char* sheet) {
        return whatIsMissing(made.book(), {whose, 3, name(person)}, sheet, english());
    };
    EXPECT_EQ(missing(Whose::kMine, "Ann", "Who"), "");
    EXPECT_EQ(missing(Whose::kAll, "", ""), "");
    EXPECT_EQ(missing(Whose::kUnanswered, "", ""), "");
    EXPECT_NE(missing(Whose::kMine, "", "Who").find("User Data"), std::string::npos);
    EXPECT_NE(missing(Whose::kWaitingForMe, "Ann", "").find("People"), std::string::npos);
    EXPECT_EQ(missing(Whose::kWaitingForMe, "Eve", "Who"),
              "Eve has no side in “Who”, so what waits for that side cannot be told.");
}

TEST(WhoseDeals, NamesBothOwnersAndWhoIsMissing) {
    BookBuilder made = house();
    EXPECT_EQ(saidOwners(made.book(), 0, english()), "Sales: Ann · Operations: Otto");
    EXPECT_EQ(saidOwners(made.book(), 1, english()), "Sales: Bob · Operations: nobody named");
    made.deal("D-4");
    EXPECT_EQ(saidOwners(made.book(), 3, english()), "");
}

TEST(WhoseDeals, NamesComeBackFromSettings) {
    for (const Whose whose : kAllWhose) {
        EXPECT_EQ(whoseFrom(whoseName(whose)), whose);
    }
    EXPECT_EQ(whoseFrom("nonsense"), Whose::kAll);
}

} // namespace
} // namespace keepable::views
