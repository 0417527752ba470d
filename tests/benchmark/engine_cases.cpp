// SPDX-License-Identifier: MPL-2.0
#include "benchmark/engine_cases.hpp"

#include "benchmark/dice.hpp"

#include <algorithm>

namespace keepable::benchmarks {
namespace {

using planning::Day;
using planning::DaySpan;
using planning::DealClass;
using planning::Hours;

constexpr std::uint64_t kSeed = 20'260'105;
constexpr Day kAsOf{20'458}; // 2026-01-05, a Monday

DaySpan drawWindow(Dice& dice, Windows windows) {
    switch (windows) {
    case Windows::kUniform: {
        const auto [first, last] = std::minmax({dice.below(kDays), dice.below(kDays)});
        return {kAsOf + first, kAsOf + last};
    }
    case Windows::kShort: {
        const std::int32_t days = 1 + dice.below(30);
        const Day first = kAsOf + dice.below(kDays - days + 1);
        return {first, first + (days - 1)};
    }
    case Windows::kFromAsOf:
        return {kAsOf, kAsOf + dice.below(kDays)};
    }
    return {};
}

DealClass drawClass(Dice& dice) {
    const std::int32_t tenth = dice.below(10);
    return tenth < 4 ? DealClass::kFirm : tenth < 5 ? DealClass::kHeld : DealClass::kTentative;
}

Hours hoursOf(const planning::Line& line) {
    return planning::loadOf(line.left, planning::HoursPerUnit::whole(1));
}

planning::PlanInput emptyPlan(std::uint32_t resources) {
    planning::PlanInput input;
    input.settings.as_of = kAsOf;
    for (std::uint32_t resource = 0; resource < resources; ++resource) {
        input.resources.push_back("Resource " + std::to_string(resource));
        planning::BillRow row;
        row.resource = resource;
        row.hours_per_unit = planning::HoursPerUnit::whole(1);
        input.items.push_back({input.resources.back(), {row}});
    }
    return input;
}

// A line of random work, and the deal it is of, still to be added.
planning::Deal addLine(Dice& dice, Windows windows, planning::PlanInput& input) {
    const DaySpan window = drawWindow(dice, windows);
    planning::Line line;
    line.item =
        static_cast<std::uint32_t>(dice.below(static_cast<std::int32_t>(input.items.size())));
    line.promised = window.last;
    line.earliest_start = window.first;
    line.left = {(1 + dice.below(160)) * (planning::Quantity::kUnitsInOne / 4)};
    planning::Deal deal;
    deal.first_line = static_cast<std::uint32_t>(input.lines.size());
    deal.line_count = 1;
    input.lines.push_back(line);
    return deal;
}

void addCapacity(int load_percent, planning::PlanInput& input) {
    std::vector<Hours> work(input.resources.size());
    for (const planning::Line& line : input.lines) {
        work[line.item] += hoursOf(line);
    }
    input.capacity.reserve(work.size() * kDays);
    for (std::uint32_t resource = 0; resource < work.size(); ++resource) {
        const Hours a_day{work[resource].units * 100 / load_percent / kDays};
        for (std::int32_t day = 0; day < kDays; ++day) {
            input.capacity.push_back({resource, kAsOf + day, a_day});
        }
    }
}

} // namespace

std::string text(Windows windows) {
    switch (windows) {
    case Windows::kUniform:
        return "any windows";
    case Windows::kShort:
        return "windows of 1 to 30 days";
    case Windows::kFromAsOf:
        return "windows from As of on";
    }
    return {};
}

std::string EngineCase::name() const {
    return countText(lines) + " lines, " + text(windows) + ", " + std::to_string(load_percent) +
           " % load" + (rank_by == planning::RankBy::kValue ? ", by value" : "");
}

planning::PlanInput planInputOf(const EngineCase& engine_case) {
    Dice dice(kSeed);
    planning::PlanInput input = emptyPlan(kResources);
    input.settings.rank_by = engine_case.rank_by;
    input.deals.reserve(engine_case.lines);
    input.lines.reserve(engine_case.lines);
    for (std::size_t index = 0; index < engine_case.lines; ++index) {
        planning::Deal deal = addLine(dice, engine_case.windows, input);
        deal.status = drawClass(dice);
        const std::int32_t priority = dice.below(4);
        if (priority > 0) {
            deal.priority = planning::Priority::whole(priority);
        }
        deal.value = planning::Money::whole(dice.below(1'000'000));
        input.deals.push_back(deal);
    }
    addCapacity(engine_case.load_percent, input);
    return input;
}

planning::PlanInput openPlanOf(Windows windows, std::size_t deals, std::uint32_t resources,
                               int load_percent) {
    Dice dice(kSeed);
    planning::PlanInput input = emptyPlan(resources);
    for (std::size_t index = 0; index < deals; ++index) {
        planning::Deal deal = addLine(dice, windows, input);
        deal.probability =
            planning::Probability{dice.below(101) * (planning::Probability::kUnitsInOne / 100)};
        input.deals.push_back(deal);
    }
    addCapacity(load_percent, input);
    return input;
}

std::vector<SortRecord> recordsOf(const planning::PlanInput& input) {
    std::vector<SortRecord> records;
    records.reserve(input.lines.size());
    for (const planning::Line& line : input.lines) {
        records.push_back({line.item, line.promised.serial,
                           static_cast<std::uint32_t>(hoursOf(line).units),
                           static_cast<std::uint32_t>(records.size())});
    }
    return records;
}

} // namespace keepable::benchmarks
