// SPDX-License-Identifier: MPL-2.0
#include "planning/rank.hpp"
#include "support/builders.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace keepable::planning {
namespace {

using support::day;
using support::PlanBuilder;
using Order = std::vector<DealIndex>;

class Rank : public testing::Test {
  protected:
    Order ranked(RankBy rank_by) {
        plan.settings().rank_by = rank_by;
        hours.resize(plan.input().deals.size(), Hours::whole(1));
        return rankOrder(plan.input(), hours);
    }
    DealIndex worth(std::optional<std::int64_t> value, std::int64_t hours_of_deal) {
        const DealIndex added = plan.tentative("Welding", 1, "2026-03-06");
        if (value) {
            plan.deal(added).value = Money::whole(*value);
        }
        hours.push_back(Hours::whole(hours_of_deal));
        return added;
    }

    PlanBuilder plan{"2026-03-02"};
    std::vector<Hours> hours;
};

TEST_F(Rank, FirmGoesBeforeHeldBeforeTentative) {
    const DealIndex tentative = plan.tentative("Welding", 1, "2026-03-03");
    const DealIndex held = plan.held("Welding", 1, "2026-03-04", "2026-03-31");
    const DealIndex firm = plan.firm("Welding", 1, "2026-03-05");
    plan.deal(tentative).priority = Priority::whole(1);
    for (const RankBy rank_by : {RankBy::kPriority, RankBy::kPromisedDate, RankBy::kValue,
                                 RankBy::kValuePerHour, RankBy::kSheetOrder}) {
        EXPECT_EQ(ranked(rank_by), (Order{firm, held, tentative}));
    }
}

TEST_F(Rank, ADealWhoseHoldHasRunOutRanksAsTentative) {
    const DealIndex expired = plan.held("Welding", 1, "2026-03-06", "2026-03-01");
    const DealIndex tentative = plan.tentative("Welding", 1, "2026-03-05");
    const DealIndex held = plan.held("Welding", 1, "2026-03-07", "2026-03-02");
    EXPECT_EQ(ranked(RankBy::kPromisedDate), (Order{held, tentative, expired}));
}

TEST_F(Rank, ASmallerPriorityGoesFirstAndNoneLast) {
    const DealIndex none = plan.firm("Welding", 1, "2026-03-03");
    const DealIndex third = plan.firm("Welding", 1, "2026-03-03");
    const DealIndex first = plan.firm("Welding", 1, "2026-03-06");
    plan.deal(third).priority = Priority::whole(3);
    plan.deal(first).priority = Priority::whole(1);
    EXPECT_EQ(ranked(RankBy::kPriority), (Order{first, third, none}));
}

TEST_F(Rank, TiesGoByPromisedDateThenBySheetOrder) {
    const DealIndex late = plan.firm("Welding", 1, "2026-03-06");
    const DealIndex early = plan.firm("Welding", 1, "2026-03-03");
    const DealIndex early_too = plan.firm("Welding", 1, "2026-03-03");
    EXPECT_EQ(ranked(RankBy::kPriority), (Order{early, early_too, late}));
    EXPECT_EQ(ranked(RankBy::kPromisedDate), (Order{early, early_too, late}));
}

TEST_F(Rank, TheDateOfADealIsTheEarliestOfItsLines) {
    const DealIndex one_line = plan.firm("Welding", 1, "2026-03-04");
    const DealIndex two_lines = plan.firm("Welding", 1, "2026-03-06");
    plan.andLine("Welding", 1, "2026-03-03");
    EXPECT_EQ(ranked(RankBy::kPromisedDate), (Order{two_lines, one_line}));
}

TEST_F(Rank, SheetOrderIgnoresDatePriorityAndValue) {
    const DealIndex first = plan.firm("Welding", 1, "2026-03-06");
    const DealIndex second = plan.firm("Welding", 1, "2026-03-03");
    plan.deal(second).priority = Priority::whole(1);
    plan.deal(second).value = Money::whole(100);
    EXPECT_EQ(ranked(RankBy::kSheetOrder), (Order{first, second}));
}

TEST_F(Rank, ALargerValueGoesFirstAndNoneLast) {
    const DealIndex none = worth(std::nullopt, 1);
    const DealIndex nothing = worth(0, 1);
    const DealIndex most = worth(500, 100);
    const DealIndex some = worth(300, 1);
    EXPECT_EQ(ranked(RankBy::kValue), (Order{most, some, nothing, none}));
}

TEST_F(Rank, ByValuePerHourADealWithoutHoursGoesFirstAndOneWithoutValueLast) {
    const DealIndex none = worth(std::nullopt, 1);
    const DealIndex slow = worth(500, 100); // 5 an hour
    const DealIndex quick = worth(300, 1);  // 300 an hour
    const DealIndex free = worth(1, 0);
    EXPECT_EQ(ranked(RankBy::kValuePerHour), (Order{free, quick, slow, none}));
}

TEST_F(Rank, ValuePerHourIsComparedExactly) {
    // A third each; the date decides between equal rates.
    const DealIndex first = worth(1, 3);
    const DealIndex second = worth(3'333'333, 9'999'999);
    const DealIndex third = worth(2, 6);
    plan.lineOf(third).promised = day("2026-03-05");
    EXPECT_EQ(ranked(RankBy::kValuePerHour), (Order{third, first, second}));
    // 1,000,000 / 3 against 333,333.3333: the fraction is a little more.
    hours.clear();
    plan = PlanBuilder("2026-03-02");
    const DealIndex rounded = worth(0, 1);
    plan.deal(rounded).value = Money{3'333'333'333};
    const DealIndex exact = worth(1'000'000, 3);
    EXPECT_EQ(ranked(RankBy::kValuePerHour), (Order{exact, rounded}));
}

TEST_F(Rank, TheLargestAmountsDoNotOverflow) {
    const DealIndex less = worth(99'999'999'999'999, 10'000'000);
    const DealIndex more = worth(100'000'000'000'000, 10'000'000);
    EXPECT_EQ(ranked(RankBy::kValuePerHour), (Order{more, less}));
}

TEST_F(Rank, ClosedDealsAndDealsToCheckHaveNone) {
    plan.closed();
    const DealIndex kept = plan.firm("Welding", 1, "2026-03-06");
    const DealIndex to_check = plan.firm("Welding", 1, "2026-03-03");
    plan.deal(to_check).needs_check = true;
    EXPECT_EQ(ranked(RankBy::kPriority), (Order{kept}));
}

} // namespace
} // namespace keepable::planning
