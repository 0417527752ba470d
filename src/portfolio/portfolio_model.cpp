// SPDX-License-Identifier: MPL-2.0
#include "portfolio/portfolio_model.hpp"

#include "portfolio/binary_program.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace keepable::portfolio {

using planning::CheckedPlan;
using planning::Day;
using planning::DealClass;
using planning::DealIndex;
using planning::Hours;
using planning::Line;
using planning::Load;
using planning::Money;
using planning::PlanInput;
using planning::Probability;
using planning::ResourceIndex;

namespace {

__extension__ using Wide = __int128;

std::int64_t dividedHalfUp(Wide number, Wide by) {
    return static_cast<std::int64_t>((2 * number + by) / (2 * by));
}

// What is left to deliver of an open deal, and where it may go.
class OpenDeal {
  public:
    OpenDeal(CheckedPlan& plan, DealIndex deal) : plan_(plan), deal_(deal) {
        for (const Line& line : linesOf(plan.input, deal)) {
            if (line.left.units > 0) {
                lines_.push_back(line);
            }
        }
    }

    [[nodiscard]] Day firstPromised() const {
        Day first = lines_.empty() ? plan_.input.settings.as_of : planning::kLastDay;
        for (const Line& line : lines_) {
            first = std::min(first, line.promised);
        }
        return first;
    }
    // The loads with all lines on that date or, promised later, where they are; none when a line is overdue
    // then, its item is not offered, or they do not fit beside the confirmed set.
    [[nodiscard]] std::optional<std::vector<Load>> loadsOn(Day date) {
        std::vector<Load> loads;
        for (Line line : lines_) {
            line.promised = std::max(line.promised, date);
            if (line.promised < plan_.input.settings.as_of ||
                !offeredSpan(plan_.input, {&line, 1}).contains(line.promised)) {
                return std::nullopt;
            }
            appendLoads(plan_.input, line, DealClass::kTentative, loads);
        }
        if (!layAll(plan_.board.confirmed, loads)) {
            return std::nullopt;
        }
        dropAll(plan_.board.confirmed, loads);
        return loads;
    }
    [[nodiscard]] std::vector<Day> laterDates(std::size_t most) {
        std::vector<Day> dates;
        if (most == 0 || lines_.empty()) {
            return dates;
        }
        const Day promised = firstPromised();
        if (const auto earliest = earliestDate(plan_, deal_); earliest && *earliest > promised) {
            dates.push_back(*earliest);
        }
        const planning::PeriodLength period = plan_.board.capacity.period_length;
        const Day from = std::max(promised, plan_.input.settings.as_of - 1);
        for (int step = 1; dates.size() < most && step <= static_cast<int>(most); ++step) {
            const Day date = period.is_month ? addMonths(from, step) : from + step * period.days;
            if (date > plan_.board.capacity.last_day && step > 1) {
                break;
            }
            dates.push_back(date);
        }
        std::sort(dates.begin(), dates.end());
        dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
        return dates;
    }

  private:
    CheckedPlan& plan_;
    DealIndex deal_;
    std::vector<Line> lines_;
};

bool isOpen(const CheckedPlan& plan, DealIndex deal) {
    return plan.report.classes[deal] == DealClass::kTentative;
}

ResourceIndex bottleneckOf(const CheckedPlan& plan) {
    const planning::PlanBoard& board = plan.board;
    std::vector<Hours> work(board.capacity.calendars.size());
    for (const DealIndex deal : plan.report.rank_order) {
        for (std::uint32_t load = board.first_load_of_deal[deal];
             load < board.first_load_of_deal[deal + 1]; ++load) {
            work[board.loads[load].resource] += board.loads[load].hours;
        }
    }
    ResourceIndex found = planning::kNone;
    Hours capacity_there;
    for (ResourceIndex resource = 0; resource < work.size(); ++resource) {
        Hours capacity;
        for (const planning::Slot& slot : board.capacity.calendars[resource].slots()) {
            capacity += slot.capacity;
        }
        if (capacity.units > 0 &&
            (found == planning::kNone || Wide{work[resource].units} * capacity_there.units >
                                             Wide{work[found].units} * capacity.units)) {
            found = resource;
            capacity_there = capacity;
        }
    }
    return found;
}

Wide weightOf(const CheckedPlan& plan, DealIndex deal, Goal goal, ResourceIndex bottleneck) {
    const planning::Deal& record = plan.input.deals[deal];
    const std::int64_t value = record.value.value_or(Money{}).units;
    switch (goal) {
    case Goal::kValue:
        return value;
    case Goal::kExpectedValue:
        return dividedHalfUp(Wide{value} * record.probability.value_or(Probability::whole(1)).units,
                             Probability::kUnitsInOne);
    case Goal::kValuePerBottleneckHour:
        break;
    }
    Hours hours;
    for (std::uint32_t load = plan.board.first_load_of_deal[deal];
         load < plan.board.first_load_of_deal[deal + 1]; ++load) {
        if (plan.board.loads[load].resource == bottleneck) {
            hours += plan.board.loads[load].hours;
        }
    }
    hours = std::max(hours, Hours::whole(1));
    return dividedHalfUp(Wide{value} * Hours::kUnitsInOne, hours.units);
}

} // namespace

PortfolioModel portfolioModel(CheckedPlan& plan, const Question& question) {
    PortfolioModel model;
    if (question.goal == Goal::kValuePerBottleneckHour) {
        model.bottleneck = bottleneckOf(plan);
    }
    std::vector<Wide> weights;
    Wide total = 0;
    for (const DealIndex deal : plan.report.rank_order) {
        if (!isOpen(plan, deal)) {
            continue;
        }
        const auto place = static_cast<std::uint32_t>(model.deals.size());
        model.deals.push_back(deal);
        model.first_option.push_back(static_cast<std::uint32_t>(model.options.size()));
        weights.push_back(weightOf(plan, deal, question.goal, model.bottleneck));
        total += weights.back();
        OpenDeal open(plan, deal);
        const auto add = [&](Day date, bool is_as_promised) {
            if (const auto loads = open.loadsOn(date)) {
                model.options.push_back({place, date, is_as_promised, 0});
                model.first_load.push_back(static_cast<std::uint32_t>(model.loads.size()));
                model.loads.insert(model.loads.end(), loads->begin(), loads->end());
            }
        };
        add(open.firstPromised(), true);
        for (const Day date : open.laterDates(question.most_later_dates)) {
            add(date, false);
        }
    }
    model.first_option.push_back(static_cast<std::uint32_t>(model.options.size()));
    model.first_load.push_back(static_cast<std::uint32_t>(model.loads.size()));
    while (total / model.weight_unit + static_cast<Wide>(weights.size()) > kMostExact / 8) {
        model.weight_unit *= 10;
    }
    for (Option& option : model.options) {
        option.weight = dividedHalfUp(weights[option.place], model.weight_unit);
    }
    return model;
}

} // namespace keepable::portfolio
