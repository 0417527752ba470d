// SPDX-License-Identifier: MPL-2.0
#include "planning/plan_input.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

namespace keepable::planning {
namespace {

using support::day;

TEST(ClassOn, AHeldDealIsHeldThroughTheLastDayOfItsHoldThenTentative) {
    Deal deal;
    deal.status = DealClass::kHeld;
    deal.held_until = day("2026-03-04");
    EXPECT_EQ(classOn(deal, day("2026-03-03")), DealClass::kHeld);
    EXPECT_EQ(classOn(deal, day("2026-03-04")), DealClass::kHeld);
    EXPECT_EQ(classOn(deal, day("2026-03-05")), DealClass::kTentative);
}

TEST(ClassOn, AHoldWithoutEndStays) {
    Deal deal;
    deal.status = DealClass::kHeld;
    EXPECT_EQ(classOn(deal, day("2099-01-01")), DealClass::kHeld);
}

TEST(ClassOn, TheHoldOfAnotherClassIsWithoutMeaning) {
    for (const DealClass status : {DealClass::kFirm, DealClass::kTentative, DealClass::kClosed}) {
        Deal deal;
        deal.status = status;
        deal.held_until = day("2026-03-04");
        EXPECT_EQ(classOn(deal, day("2026-03-05")), status);
    }
}

} // namespace
} // namespace keepable::planning
