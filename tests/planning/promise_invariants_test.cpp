// SPDX-License-Identifier: MPL-2.0
// What must hold for every plan, whatever the numbers: seeded random plans, the seed in each
// failure.
#include "planning/load_profile.hpp"
#include "planning/promise_check.hpp"
#include "support/random_plan.hpp"
#include "support/slow_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace keepable::planning {
namespace {

using support::Dice;
using support::planText;
using support::randomPlan;
using support::SlowMember;
using support::SlowPlan;

#ifdef NDEBUG
constexpr std::uint64_t kPlans = 10'000;
#else
constexpr std::uint64_t kPlans = 1'000;
#endif

std::string dateText(std::optional<Day> day) {
    return day ? isoText(*day) : "#N/A";
}

// Everything a report says, so that two of them compare and print.
std::string reportText(const PlanReport& report) {
    std::ostringstream out;
    for (std::size_t i = 0; i < report.verdicts.size(); ++i) {
        out << i << ' ' << support::text(report.verdicts[i]) << ' '
            << support::text(report.classes[i]) << '\n';
    }
    for (const Refusal& refusal : report.refusals) {
        out << refusal.deal << ' ' << support::text(refusal.reason) << " on " << refusal.bottleneck
            << " of " << refusal.short_resources << ": " << decimalText(refusal.shortfall) << " h, "
            << refusal.span.first.serial << " to " << refusal.span.last.serial << ", "
            << decimalText(refusal.needed) << " of " << decimalText(refusal.there) << " h, placed "
            << dateText(refusal.placed) << '\n';
    }
    for (const DealIndex deal : report.rank_order) {
        out << deal << ' ';
    }
    return out.str();
}

// The answers to every question one can ask of a plan.
std::string answersText(CheckedPlan& plan) {
    std::ostringstream out;
    for (DealIndex deal = 0; deal < plan.input.deals.size(); ++deal) {
        out << deal << " earliest " << dateText(earliestDate(plan, deal)) << ", rivals";
        for (const Rival& rival : rivalsOf(plan, deal)) {
            out << ' ' << rival.deal << " with " << decimalText(rival.hours) << " h";
        }
        out << '\n';
    }
    const Day as_of = plan.input.settings.as_of;
    for (ItemIndex item = 0; item < plan.input.items.size(); ++item) {
        out << "quote " << dateText(quoteDate(plan, item, Quantity::whole(2), as_of + 3)) << '\n';
    }
    for (ResourceIndex resource = 0; resource < plan.input.resources.size(); ++resource) {
        const LoadProfile profile = loadProfile(plan, resource);
        for (Day day = as_of - 20; day <= as_of + 60; day = day + 1) {
            for (const DayTotals* totals :
                 {&profile.capacity, &profile.confirmed, &profile.exposure, &profile.exposure_kept,
                  &profile.weighted}) {
                out << totals->within({day, day}).units << ' ';
            }
        }
        out << '\n';
    }
    return out.str();
}

bool isAdmitted(Verdict verdict) {
    return verdict == Verdict::kKeepable;
}

// Deals and lines in another order: `order` lists the old index of each new deal.
PlanInput reordered(const PlanInput& input, const std::vector<DealIndex>& order) {
    PlanInput result = input;
    result.deals.clear();
    result.lines.clear();
    for (const DealIndex old_index : order) {
        Deal deal = input.deals[old_index];
        const auto first = input.lines.begin() + deal.first_line;
        deal.first_line = static_cast<std::uint32_t>(result.lines.size());
        result.lines.insert(result.lines.end(), first, first + deal.line_count);
        result.deals.push_back(deal);
    }
    return result;
}

// Two deals never tie: priorities and values are all there and all different.
void makeRankKeysDistinct(PlanInput& input, Dice& dice) {
    input.settings.rank_by = dice.onceIn(2) ? RankBy::kPriority : RankBy::kValue;
    std::vector<std::int64_t> keys(input.deals.size());
    std::iota(keys.begin(), keys.end(), 1);
    for (std::size_t i = keys.size(); i > 1; --i) {
        std::swap(
            keys[i - 1],
            keys[static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(i) - 1))]);
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        input.deals[i].priority = Priority::whole(keys[i]);
        input.deals[i].value = Money::whole(keys[i]);
    }
}

TEST(PromiseInvariants, WhenCapacityGrowsTheFirstChangeInRankOrderIsAnAdmission) {
    for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
        PlanInput input = randomPlan(seed);
        if (input.capacity.empty()) {
            continue;
        }
        if (input.settings.period_rule == PeriodRule::kProRata) {
            // One day a period: spreading a longer one anew may take hours from one of its days.
            input.settings.period_length = PeriodLength{.is_month = false, .days = 1};
        } else {
            input.settings.period_length = SlowPlan(input).periodLength();
        }
        const CheckedPlan before = checkPromises(input);
        Dice dice(seed);
        for (std::int64_t i = dice.between(1, 4); i > 0; --i) {
            const auto entry = static_cast<std::size_t>(
                dice.between(0, static_cast<std::int64_t>(input.capacity.size()) - 1));
            input.capacity[entry].hours.units +=
                dice.between(1, 1 + input.capacity[entry].hours.units);
        }
        const CheckedPlan after = checkPromises(input);

        // In the order the check goes: admission of firm and held deals, then where those refused
        // stand all the same, then the tentative deals.
        ASSERT_EQ(before.report.rank_order, after.report.rank_order) << "seed " << seed;
        std::string change;
        const auto note = [&](DealIndex deal, bool is_better) {
            if (change.empty()) {
                change = is_better ? "better" : "deal " + std::to_string(deal) + " is worse off";
            }
        };
        const auto compareVerdicts = [&](bool of_tentative) {
            for (const DealIndex deal : before.report.rank_order) {
                const bool was = isAdmitted(before.report.verdicts[deal]);
                const bool is = isAdmitted(after.report.verdicts[deal]);
                if ((before.report.classes[deal] == DealClass::kTentative) == of_tentative &&
                    was != is) {
                    note(deal, is);
                }
            }
        };
        compareVerdicts(false);
        for (const DealIndex deal : before.report.rank_order) {
            const Refusal* old_refusal = before.report.refusalOf(deal);
            const Refusal* new_refusal = after.report.refusalOf(deal);
            if (old_refusal != nullptr && new_refusal != nullptr &&
                old_refusal->placed != new_refusal->placed) {
                note(deal, new_refusal->placed.value_or(kLastDay) <
                               old_refusal->placed.value_or(kLastDay));
            }
        }
        compareVerdicts(true);
        ASSERT_TRUE(change.empty() || change == "better")
            << "seed " << seed << ": " << change << "\nwith more capacity:\n"
            << planText(input);
    }
}

TEST(PromiseInvariants, ATentativeDealRankedLastChangesNothingAboveIt) {
    for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
        PlanInput input = randomPlan(seed);
        const std::string before = reportText(checkPromises(input).report);
        Dice dice(seed);
        Deal last;
        last.first_line = static_cast<std::uint32_t>(input.lines.size());
        last.line_count = 1;
        Line line;
        line.item = static_cast<ItemIndex>(
            dice.between(0, static_cast<std::int64_t>(input.items.size()) - 1));
        line.promised = input.settings.as_of + 30; // later than all others
        line.left = Quantity::whole(dice.between(1, 6));
        input.lines.push_back(line);
        input.deals.push_back(last);
        CheckedPlan after = checkPromises(input);
        if (after.report.rank_order.back() != input.deals.size() - 1) {
            continue; // without hours it ranks first by value per hour
        }
        after.report.rank_order.pop_back();
        after.report.verdicts.pop_back();
        after.report.classes.pop_back();
        std::erase_if(after.report.refusals, [&](const Refusal& refusal) {
            return refusal.deal == input.deals.size() - 1;
        });
        ASSERT_EQ(reportText(after.report), before) << "seed " << seed << '\n' << planText(input);
    }
}

TEST(PromiseInvariants, RowOrderMattersForTiesAlone) {
    for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
        Dice dice(seed);
        PlanInput input = randomPlan(seed);
        makeRankKeysDistinct(input, dice);
        std::vector<DealIndex> order(input.deals.size());
        std::iota(order.begin(), order.end(), 0U);
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(
                order[i - 1],
                order[static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(i) - 1))]);
        }
        CheckedPlan plan = checkPromises(input);
        CheckedPlan other = checkPromises(reordered(input, order));
        for (DealIndex i = 0; i < order.size(); ++i) {
            ASSERT_EQ(other.report.verdicts[i], plan.report.verdicts[order[i]])
                << "seed " << seed << ", deal " << order[i] << '\n'
                << planText(input);
            ASSERT_EQ(earliestDate(other, i), earliestDate(plan, order[i]))
                << "seed " << seed << ", deal " << order[i] << '\n'
                << planText(input);
            const Refusal* refusal = plan.report.refusalOf(order[i]);
            const Refusal* same = other.report.refusalOf(i);
            ASSERT_EQ(refusal != nullptr, same != nullptr);
            if (refusal != nullptr) {
                ASSERT_EQ(same->shortfall, refusal->shortfall) << "seed " << seed;
                ASSERT_EQ(same->bottleneck, refusal->bottleneck) << "seed " << seed;
                ASSERT_EQ(same->placed, refusal->placed) << "seed " << seed;
            }
        }
    }
}

TEST(PromiseInvariants, AnUnrelatedRowAboveChangesNothing) {
    for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
        PlanInput input = randomPlan(seed);
        const CheckedPlan plan = checkPromises(input);
        Deal unrelated;
        unrelated.status = DealClass::kClosed;
        input.deals.insert(input.deals.begin(), unrelated);
        const CheckedPlan other = checkPromises(input);
        for (DealIndex i = 0; i < plan.input.deals.size(); ++i) {
            ASSERT_EQ(other.report.verdicts[i + 1], plan.report.verdicts[i])
                << "seed " << seed << ", deal " << i << '\n'
                << planText(input);
        }
    }
}

TEST(PromiseInvariants, AdmittedWorkNeverExceedsTheCapacityOfAnySpan) {
    for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
        const PlanInput input = randomPlan(seed);
        const CheckedPlan plan = checkPromises(input);
        const SlowPlan twin(input); // for windows and capacity, not for verdicts
        std::vector<support::SlowLoad> admitted;
        for (DealIndex deal = 0; deal < input.deals.size(); ++deal) {
            const Refusal* refusal = plan.report.refusalOf(deal);
            if (plan.report.verdicts[deal] == Verdict::kKeepable ||
                (refusal != nullptr && refusal->placed)) {
                const auto loads = twin.loadsOf(
                    {deal, refusal != nullptr ? refusal->placed : std::optional<Day>()});
                admitted.insert(admitted.end(), loads.begin(), loads.end());
            }
        }
        for (const support::SlowLoad& from : admitted) {
            for (const support::SlowLoad& to : admitted) {
                const DaySpan span{from.window.first, to.window.last};
                if (from.resource != to.resource || span.isEmpty()) {
                    continue;
                }
                std::int64_t needed = 0;
                for (const support::SlowLoad& load : admitted) {
                    needed += load.resource == from.resource && span.contains(load.window)
                                  ? load.hours
                                  : 0;
                }
                std::int64_t there = 0;
                for (const support::SlowSlot& slot : twin.slotsOf(from.resource)) {
                    there += slot.days.first <= span.last && span.first <= slot.days.last
                                 ? slot.hours
                                 : 0;
                }
                ASSERT_LE(needed, there)
                    << "seed " << seed << ", " << isoText(span.first) << " to "
                    << isoText(span.last) << " on " << input.resources[from.resource] << '\n'
                    << planText(input);
            }
        }
    }
}

TEST(PromiseInvariants, TheEarliestDateFitsAndNoEarlierDayDoes) {
    for (std::uint64_t seed = 0; seed < kPlans / 2; ++seed) {
        const PlanInput input = randomPlan(seed);
        CheckedPlan plan = checkPromises(input);
        const SlowPlan twin(input);
        for (const DealIndex deal : plan.report.rank_order) {
            std::vector<SlowMember> others = plan.report.classes[deal] == DealClass::kTentative
                                                 ? twin.exposureSet()
                                                 : twin.confirmedSet();
            std::erase_if(others, [deal](const SlowMember& member) { return member.deal == deal; });
            const std::optional<Day> earliest = earliestDate(plan, deal);
            if (earliest) {
                ASSERT_TRUE(twin.fits(deal, *earliest, others))
                    << "seed " << seed << ", deal " << deal << " on " << isoText(*earliest) << '\n'
                    << planText(input);
            }
            const Day end = earliest.value_or(twin.lastDateFor(deal) + 1);
            for (Day day = input.settings.as_of; day < end; day = day + 1) {
                ASSERT_FALSE(twin.fits(deal, day, others))
                    << "seed " << seed << ", deal " << deal << " on " << isoText(day) << '\n'
                    << planText(input);
            }
        }
    }
}

TEST(PromiseInvariants, ADealAloneIsKeepableOnItsEarliestDate) {
    for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
        const PlanInput input = randomPlan(seed);
        for (DealIndex deal = 0; deal < input.deals.size(); ++deal) {
            PlanInput alone = reordered(input, {deal});
            CheckedPlan plan = checkPromises(alone);
            const std::optional<Day> earliest = earliestDate(plan, 0);
            if (!earliest) {
                continue;
            }
            for (Line& line : alone.lines) {
                line.promised = *earliest;
            }
            const CheckedPlan promised = checkPromises(alone);
            ASSERT_EQ(promised.report.verdicts[0], Verdict::kKeepable)
                << "seed " << seed << ", deal " << deal << " on " << isoText(*earliest) << '\n'
                << planText(alone);
        }
    }
}

TEST(PromiseInvariants, ADealPromisedOnItsQuoteIsKeepable) {
    for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
        PlanInput input = randomPlan(seed);
        input.settings.rank_by = RankBy::kSheetOrder; // one row more below is ranked last
        CheckedPlan plan = checkPromises(input);
        Dice dice(seed);
        const auto item = static_cast<ItemIndex>(
            dice.between(0, static_cast<std::int64_t>(input.items.size()) - 1));
        const Quantity quantity = Quantity::whole(dice.between(1, 6));
        const Day not_before = input.settings.as_of + dice.days(0, 10);
        const std::optional<Day> quote = quoteDate(plan, item, quantity, not_before);
        if (!quote) {
            continue;
        }
        Deal deal;
        deal.first_line = static_cast<std::uint32_t>(input.lines.size());
        deal.line_count = 1;
        Line line;
        line.item = item;
        line.left = quantity;
        line.promised = *quote;
        input.lines.push_back(line);
        input.deals.push_back(deal);
        const CheckedPlan quoted = checkPromises(input);
        ASSERT_EQ(quoted.report.verdicts.back(), Verdict::kKeepable) << "seed " << seed << '\n'
                                                                     << planText(input);
        ASSERT_LE(not_before, *quote) << "seed " << seed;
    }
}

TEST(PromiseInvariants, QuestionsChangeNoLaterAnswer) {
    for (std::uint64_t seed = 0; seed < kPlans / 4; ++seed) {
        CheckedPlan plan = checkPromises(randomPlan(seed));
        const std::string report = reportText(plan.report);
        const std::string answers = answersText(plan);
        ASSERT_EQ(answersText(plan), answers) << "seed " << seed << '\n' << planText(plan.input);
        ASSERT_EQ(reportText(plan.report), report) << "seed " << seed;

        // Nor does the order of the questions.
        CheckedPlan fresh = checkPromises(plan.input);
        for (auto deal = static_cast<DealIndex>(plan.input.deals.size()); deal-- > 0;) {
            ASSERT_EQ(rivalsOf(fresh, deal), rivalsOf(plan, deal)) << "seed " << seed;
            ASSERT_EQ(earliestDate(fresh, deal), earliestDate(plan, deal))
                << "seed " << seed << ", deal " << deal << '\n'
                << planText(plan.input);
        }
    }
}

TEST(PromiseInvariants, WhatIsMissingAtTheBottleneckIsTheShortfall) {
    std::uint64_t checked = 0;
    for (std::uint64_t seed = 0; seed < kPlans / 2 && !testing::Test::HasFailure(); ++seed) {
        CheckedPlan plan = checkPromises(randomPlan(seed));
        for (const Refusal& refusal : plan.report.refusals) {
            const std::optional<BottleneckLoad> load = bottleneckLoad(plan, refusal.deal);
            if (load) {
                EXPECT_EQ(load->missing.within({kFirstDay, kLastDay}), refusal.shortfall)
                    << "seed " << seed << ", deal " << refusal.deal << '\n'
                    << planText(plan.input);
                ++checked;
            }
        }
    }
    EXPECT_GT(checked, kPlans / 10);
}

TEST(PromiseInvariants, TheDealsOfASpanAddUpToItsLoad) {
    for (std::uint64_t seed = 0; seed < kPlans / 10 && !testing::Test::HasFailure(); ++seed) {
        CheckedPlan plan = checkPromises(randomPlan(seed));
        const Day as_of = plan.input.settings.as_of;
        for (ResourceIndex resource = 0; resource < plan.input.resources.size(); ++resource) {
            const LoadProfile profile = loadProfile(plan, resource);
            for (Day day = as_of - 8; day <= as_of + 40; day = day + 4) {
                const DaySpan span{day, day + 3};
                for (const auto& [totals, kind] :
                     {std::pair{&profile.confirmed, LoadKind::kConfirmed},
                      std::pair{&profile.weighted, LoadKind::kWeighted},
                      std::pair{&profile.exposure, LoadKind::kExposure}}) {
                    Hours sum;
                    for (const DealHours& deal : dealsWithin(plan, resource, span, kind)) {
                        sum += deal.hours;
                    }
                    EXPECT_EQ(sum, totals->within(span)) << "seed " << seed;
                }
            }
        }
    }
}

TEST(PromiseInvariants, TheSameInputGivesTheSameReport) {
    for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
        const PlanInput input = randomPlan(seed);
        ASSERT_EQ(reportText(checkPromises(input).report), reportText(checkPromises(input).report))
            << "seed " << seed;
    }
}

} // namespace
} // namespace keepable::planning
