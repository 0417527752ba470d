// SPDX-License-Identifier: MPL-2.0
#include "proposals/promise_chance.hpp"
#include "proposals/win_table.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <array>

namespace keepable::proposals {
namespace {

using planning::DealIndex;
using planning::Probability;

constexpr Probability kHalf{500'000'000};
constexpr std::array<Luck, 3> kLucks{4, 7, 9};

TEST(WinTable, GivesADealTheSameLuckInWhateverCompany) {
    const std::array<Probability, 3> odds{kHalf, kHalf, kHalf};
    const WinTable all(kLucks, odds, 1'000, 1);
    const WinTable alone(std::span{kLucks}.last(1), std::span{odds}.last(1), 1'000, 1);
    const WinTable longer(kLucks, odds, 3'000, 1);
    int different = 0;
    for (std::uint32_t scenario = 0; scenario < 1'000; ++scenario) {
        EXPECT_EQ(all.isWon(2, scenario), alone.isWon(0, scenario)) << scenario;
        EXPECT_EQ(all.isWon(2, scenario), longer.isWon(2, scenario)) << scenario;
        different += all.isWon(1, scenario) != all.isWon(2, scenario) ? 1 : 0;
    }
    EXPECT_GT(different, 400) << "but not that of another deal";
    EXPECT_LT(different, 600);
}

TEST(WinTable, OnlyAddsWinsWhenTheProbabilityGrows) {
    const std::array<Probability, 3> low{Probability{0}, Probability{300'000'000}, kHalf};
    const std::array<Probability, 3> high{Probability{10'000'000}, Probability{301'000'000},
                                          Probability::whole(1)};
    const WinTable fewer(kLucks, low, 2'000, 1);
    const WinTable more(kLucks, high, 2'000, 1);
    for (std::size_t place = 0; place < kLucks.size(); ++place) {
        for (std::uint32_t scenario = 0; scenario < 2'000; ++scenario) {
            EXPECT_LE(fewer.isWon(place, scenario), more.isWon(place, scenario));
        }
    }
    EXPECT_EQ(fewer.winsOf(0), 0U) << "never";
    EXPECT_EQ(more.winsOf(2), 2'000U) << "for certain";
    EXPECT_NEAR(fewer.winsOf(1), 600, 100);
}

TEST(WinTable, ShowsSixteenScenariosAtATimeAndNoneBeyondTheLast) {
    const std::array<Probability, 3> odds{kHalf, Probability::whole(1), kHalf};
    WinTable wins(kLucks, odds, 100, 5);
    for (std::uint32_t first = 0; first < 100; first += 16) {
        for (std::uint32_t lane = 0; lane < 16; ++lane) {
            const bool is_won = (wins.sixteenFrom(0, first) >> lane & 1U) != 0;
            EXPECT_EQ(is_won, first + lane < 100 && wins.isWon(0, first + lane));
        }
    }
    EXPECT_EQ(wins.sixteenFrom(1, 96), 0xfU);
    wins.lose(1);
    EXPECT_EQ(wins.winsOf(1), 0U);
    EXPECT_GT(wins.winsOf(2), 0U);
}

TEST(WinTable, IsAnotherForAnotherSeedAndTheSameEverywhere) {
    const std::array<Probability, 3> odds{kHalf, kHalf, kHalf};
    const WinTable one(kLucks, odds, 64, 1);
    const WinTable other(kLucks, odds, 64, 2);
    EXPECT_NE(one.sixteenFrom(0, 0), other.sixteenFrom(0, 0));
    // Drawn once and written down: the standard engine and our mapping leave nothing open.
    EXPECT_EQ(one.sixteenFrom(0, 0), 1'850U);
    EXPECT_EQ(one.sixteenFrom(1, 48), 57'301U);
}

TEST(Luck, OfADealComesFromItsWorkAndNotFromItsRowOrItsRivals) {
    const auto luck = [](const support::PlanBuilder& plan, DealIndex deal) {
        const planning::CheckedPlan checked = planning::checkPromises(plan.input());
        return lucksOf(checked, openDeals(checked))[deal];
    };
    support::PlanBuilder plan("2026-03-02");
    plan.capacity("Welding", "2026-03-02", 40);
    const DealIndex first = plan.tentative("Welding", 10, "2026-03-06");
    const DealIndex second = plan.tentative("Welding", 10, "2026-03-06");
    const DealIndex third = plan.tentative("Welding", 11, "2026-03-06");
    EXPECT_NE(luck(plan, first), luck(plan, second)) << "alike, but two deals";
    EXPECT_NE(luck(plan, first), luck(plan, third));

    support::PlanBuilder with_more("2026-03-02");
    with_more.capacity("Welding", "2026-03-02", 40);
    with_more.firm("Welding", 1, "2026-03-05");
    with_more.tentative("Welding", 7, "2026-03-06");
    const DealIndex first_again = with_more.tentative("Welding", 10, "2026-03-06");
    const DealIndex second_again = with_more.tentative("Welding", 10, "2026-03-06");
    with_more.deal(second_again).probability = kHalf;
    EXPECT_EQ(luck(with_more, first_again), luck(plan, first));
    EXPECT_EQ(luck(with_more, second_again), luck(plan, second));
}

} // namespace
} // namespace keepable::proposals
