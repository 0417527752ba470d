// SPDX-License-Identifier: MPL-2.0
// Splitting a deal and moving others, on plans so small that every split and every set of later dates is
// tried. Splits are asked of the slow twin.
#include "proposals/cases.hpp"
#include "proposals/conflict.hpp"
#include "proposals/move_others.hpp"
#include "proposals/move_search.hpp"
#include "proposals/other_dates.hpp"
#include "proposals/small_cases.hpp"
#include "support/slow_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <set>

namespace keepable::proposals {
namespace {

using namespace planning;
using support::SlowPlan;

std::string describe(std::uint64_t seed, const PlanInput& input, DealIndex deal,
                     const std::optional<Changes>& changes) {
    return "seed " + std::to_string(seed) + ", deal " + std::to_string(deal) + "\n" +
           (changes ? changesText(input, *changes) : "  none\n") + support::planText(input);
}

// The plan with so much of the deal's lines on time, and the rest of them as a deal of its own at its end.
PlanInput cutInTwo(PlanInput standing, DealIndex deal, const std::vector<Quantity>& on_time) {
    Deal rest = standing.deals[deal];
    const std::uint32_t first = rest.first_line;
    rest.first_line = static_cast<std::uint32_t>(standing.lines.size());
    for (std::uint32_t i = 0; i < rest.line_count; ++i) {
        Line line = standing.lines[first + i];
        line.left = line.left - on_time[i];
        standing.lines[first + i].left = on_time[i];
        standing.lines.push_back(line);
    }
    standing.deals.push_back(rest);
    return standing;
}

std::vector<support::SlowMember> othersOf(const SlowPlan& slow, std::vector<DealIndex> without) {
    std::vector<support::SlowMember> others;
    for (const DealIndex other : slow.rankOrder()) {
        if (std::ranges::find(without, other) == without.end()) {
            others.push_back({other, std::nullopt});
        }
    }
    return others;
}

bool isOnTime(const PlanInput& standing, DealIndex deal, const std::vector<Quantity>& on_time) {
    const SlowPlan slow(cutInTwo(standing, deal, on_time));
    const auto rest = static_cast<DealIndex>(standing.deals.size());
    return slow.isKeptAsPromised(deal, othersOf(slow, {deal, rest}));
}

// Line by line the most that is on time: every number of whole units is tried, the largest first.
std::vector<Quantity> mostOnTime(const PlanInput& standing, DealIndex deal) {
    const auto lines = linesOf(standing, deal);
    std::vector<Quantity> on_time(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Quantity left = lines[i].left;
        const Quantity lot = standing.items[lines[i].item].minimum_lot;
        std::vector<Quantity> tried{left};
        for (std::int64_t units = left.units / Quantity::kUnitsInOne; units > 0; --units) {
            const Quantity part = Quantity::whole(units);
            if (part < left && part >= lot && left - part >= lot) {
                tried.push_back(part);
            }
        }
        const auto most = std::ranges::find_if(tried, [&](Quantity part) {
            on_time[i] = part;
            return isOnTime(standing, deal, on_time);
        });
        on_time[i] = most == tried.end() ? Quantity{} : *most;
    }
    return on_time;
}

// The first date for the rest beside what is on time.
std::optional<Day> firstDateOfRest(const PlanInput& standing, DealIndex deal,
                                   const std::vector<Quantity>& on_time) {
    const SlowPlan slow(cutInTwo(standing, deal, on_time));
    const auto rest = static_cast<DealIndex>(standing.deals.size());
    const auto others = othersOf(slow, {rest});
    for (Day date = standing.settings.as_of; date <= slow.lastDateFor(rest); date = date + 1) {
        if (slow.fits(rest, date, others)) {
            return date;
        }
    }
    return std::nullopt;
}

Changes splitBy(const PlanInput& input, DealIndex deal, const std::vector<Quantity>& on_time,
                Day date) {
    Changes changes;
    const Deal& record = input.deals[deal];
    for (std::uint32_t i = 0; i < record.line_count; ++i) {
        const std::uint32_t index = record.first_line + i;
        const Line& line = input.lines[index];
        if (on_time[i] == line.left) {
            continue;
        }
        if (on_time[i].units > 0) {
            changes.splits.push_back(
                {deal, index, on_time[i], line.left - on_time[i], line.promised, date});
        } else if (line.promised != date) {
            changes.dates.push_back({deal, index, line.promised, date});
        }
    }
    return changes;
}

TEST(SplitDeal, KeepsTheLargestPartOnTimeAndPromisesTheRestForTheFirstDate) {
    int conflicts = 0;
    int splits = 0;
    for (std::uint64_t seed = 0; conflicts < 1'500 * static_cast<int>(soak()); ++seed) {
        CheckedPlan plan = checkPromises(randomInput(seed));
        const std::vector<Refusal> refusals = plan.report.refusals;
        for (const Refusal& refusal : refusals) {
            ++conflicts;
            const DealIndex deal = refusal.deal;
            std::optional<Changes> split;
            {
                Conflict conflict(plan, deal);
                split = splitDeal(conflict);
            }
            const PlanInput standing = othersAsTheyAre(plan, deal);
            PlanInput as_promised = standing;
            const Deal& record = plan.input.deals[deal];
            std::copy_n(plan.input.lines.begin() + record.first_line, record.line_count,
                        as_promised.lines.begin() + record.first_line);
            as_promised.deals[deal] = record;
            const std::vector<Quantity> on_time = mostOnTime(as_promised, deal);
            std::optional<Changes> expected;
            if (std::ranges::any_of(on_time, [](Quantity part) { return part.units > 0; })) {
                if (const auto date = firstDateOfRest(as_promised, deal, on_time)) {
                    expected = splitBy(plan.input, deal, on_time, *date);
                }
            }
            splits += split ? 1 : 0;
            if (plan.report.classes[deal] != DealClass::kTentative && expected && !split) {
                // Firm and held ones can be in the way of others where they stand with the split.
                ASSERT_FALSE(helps(plan, deal, applied(plan.input, *expected)));
                continue;
            }
            ASSERT_EQ(split, expected) << describe(seed, plan.input, deal, split)
                                       << (expected ? changesText(plan.input, *expected) : "none");
        }
    }
    std::cout << conflicts << " conflicts, " << splits << " splits\n";
    EXPECT_GE(10 * splits, conflicts);
}

// A deal that may move, and what it costs to promise it for each of its dates.
struct Mover {
    DealIndex deal = 0;
    Day promised = kLastDay; // of the earliest line with something left
    std::int64_t value = 0;
};

std::vector<Mover> moversFor(CheckedPlan& plan, DealIndex deal) {
    std::vector<Mover> movers;
    for (DealIndex other = 0; other < plan.input.deals.size(); ++other) {
        if (other == deal || plan.report.verdicts[other] != Verdict::kKeepable ||
            plan.board.loadsOf(other).empty() || !mayMoveFor(plan.report, other, deal)) {
            continue;
        }
        Mover mover{other, kLastDay, plan.input.deals[other].value.value_or(Money{}).units};
        for (const Line& line : linesOf(plan.input, other)) {
            if (line.left.units > 0) {
                mover.promised = std::min(mover.promised, line.promised);
            }
        }
        movers.push_back(mover);
    }
    return movers;
}

void moveTo(PlanInput& input, DealIndex deal, Day date) {
    const Deal& record = input.deals[deal];
    for (std::uint32_t i = record.first_line; i < record.first_line + record.line_count; ++i) {
        if (input.lines[i].left.units > 0) {
            input.lines[i].promised = std::max(input.lines[i].promised, date);
        }
    }
}

// The least value times days of all sets of deals and dates that help, if that is below `limit`. Where there are
// too many to try, the question stays open.
class EveryMove {
  public:
    EveryMove(CheckedPlan& plan, DealIndex deal, std::optional<std::int64_t> limit)
        : plan_(plan), deal_(deal), least_(limit), movers_(moversFor(plan, deal)),
          last_(plan.board.capacity.last_day + 1) {
        input_ = plan.input;
        choose(0, 0);
    }

    [[nodiscard]] bool isOpen() const { return tries_left_ == 0; }
    [[nodiscard]] std::optional<std::int64_t> least() const { return least_; }

  private:
    void choose(std::size_t next, std::int64_t cost) {
        if (isOpen() || (least_ && cost >= *least_)) {
            return;
        }
        if (next == movers_.size()) {
            --tries_left_;
            if (!moved_.empty() && isHelped()) {
                least_ = cost;
            }
            return;
        }
        choose(next + 1, cost);
        const Mover& mover = movers_[next];
        for (Day date = mover.promised + 1; date <= last_; date = date + 1) {
            const std::vector<Line> before = input_.lines;
            moveTo(input_, mover.deal, date);
            moved_.push_back(mover.deal);
            choose(next + 1, cost + mover.value * (date - mover.promised));
            moved_.pop_back();
            input_.lines = before;
        }
    }

    [[nodiscard]] bool isHelped() const {
        const CheckedPlan after = checkPromises(input_);
        for (DealIndex other = 0; other < input_.deals.size(); ++other) {
            if (after.report.verdicts[other] > plan_.report.verdicts[other]) {
                return false;
            }
        }
        return after.report.verdicts[deal_] == Verdict::kKeepable;
    }

    const CheckedPlan& plan_;
    DealIndex deal_;
    std::optional<std::int64_t> least_;
    std::vector<Mover> movers_;
    Day last_;
    PlanInput input_;
    std::vector<DealIndex> moved_;
    int tries_left_ = 4'000;
};

std::int64_t costOf(CheckedPlan& plan, DealIndex deal, const Changes& changes) {
    std::int64_t cost = 0;
    for (const Mover& mover : moversFor(plan, deal)) {
        Day latest = kFirstDay;
        for (const DateChange& change : changes.dates) {
            if (change.deal == mover.deal) {
                latest = std::max(latest, change.to);
            }
        }
        if (latest != kFirstDay) {
            cost += mover.value * (latest - mover.promised);
        }
    }
    return cost;
}

class MoveOthers : public testing::Test {
  protected:
    void check(const SmallShape& shape, int count) {
        for (std::uint64_t seed = 0; conflicts_ < count * static_cast<int>(soak()); ++seed) {
            CheckedPlan plan = checkPromises(SmallCase(seed, shape).write());
            const std::vector<Refusal> refusals = plan.report.refusals;
            for (const Refusal& refusal : refusals) {
                checkDeal(seed, plan, refusal.deal);
            }
        }
        std::cout << conflicts_ << " conflicts, " << found_ << " with moves, " << dearer_
                  << " not the least, " << missed_ << " missed, " << open_ << " open\n";
    }

    void checkDeal(std::uint64_t seed, CheckedPlan& plan, DealIndex deal) {
        std::optional<Changes> moved;
        {
            Conflict conflict(plan, deal);
            moved = movedOthers(conflict);
        }
        const auto cost = moved ? std::optional{costOf(plan, deal, *moved)} : std::nullopt;
        const EveryMove every(plan, deal, cost);
        ++conflicts_;
        found_ += moved ? 1 : 0;
        open_ += every.isOpen() ? 1 : 0;
        const bool is_missed = !moved && every.least();
        const bool is_dearer = moved && *cost > *every.least();
        missed_ += is_missed ? 1 : 0;
        dearer_ += is_dearer ? 1 : 0;
        if (is_missed || is_dearer) {
            std::cout << "the best costs " << *every.least() << ", "
                      << describe(seed, plan.input, deal, moved);
        }
    }

    int conflicts_ = 0;
    int found_ = 0;
    int dearer_ = 0;
    int missed_ = 0;
    int open_ = 0;
};

TEST_F(MoveOthers, AreTheLeastOfAllSetsAndDates) {
    SmallShape shape;
    shape.most_deals = 6;
    shape.firm_once_in = 6;
    shape.has_room_later = true;
    check(shape, 8'000);
    EXPECT_GE(found_, 100);
    EXPECT_EQ(dearer_, 0);
    EXPECT_EQ(missed_, 0);
    EXPECT_EQ(open_, 0);
}

TEST_F(MoveOthers, AreTheLeastAmongMoreDealsAndDates) {
    SmallShape shape;
    shape.most_periods = 8;
    shape.most_deals = 12;
    shape.firm_once_in = 10;
    shape.has_room_later = true;
    check(shape, 2'000);
    EXPECT_GE(found_, 100);
    EXPECT_EQ(dearer_, 0);
    EXPECT_EQ(missed_, 0);
}

} // namespace
} // namespace keepable::proposals
