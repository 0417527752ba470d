// SPDX-License-Identifier: MPL-2.0
// Welding has 40 h a week. D-1 takes 10 of the first, D-2, open, takes 10 more, and D-3, open, could
// have its 25 beside D-1 alone: it is at risk. D-4, won, needs 75 of that week and fits nowhere.
#include "views/catalog.hpp"
#include "views/plans.hpp"
#include "views/proposal_cards.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace keepable::views {
namespace {

using tables::date;

TEST(ProposalCards, SayForWhomThereAreMoreHoursThanTheDealNeeds) {
    PlanAnswers answers = answersOf({{"Deal", "Item", "Quantity", "Promised date", "Status"},
                                     {"D-1", "Boiler", 10, date("2026-01-09"), "won"},
                                     {"D-2", "Boiler", 10, date("2026-01-09"), "open"},
                                     {"D-3", "Boiler", 25, date("2026-01-09"), "open"},
                                     {"D-4", "Boiler", 75, date("2026-01-09"), "won"}});
    const auto cards = proposalCards(answers, answers.waysOut(dealNamed(answers, "D-4")), english(),
                                     tables::TextLocale{});
    const auto card = std::ranges::find(cards, "add capacity", &ProposalCard::name);
    ASSERT_NE(card, cards.end());
    EXPECT_NE(card->sentence.find("70 h"), std::string::npos) << card->sentence;
    EXPECT_NE(card->sentence.find("keeps deals at risk from being worse off: D-3."),
              std::string::npos)
        << card->sentence;
    EXPECT_EQ(card->sentence.find("come first"), std::string::npos) << card->sentence;
}

} // namespace
} // namespace keepable::views
