// SPDX-License-Identifier: MPL-2.0
//
// Plans so small that every answer can be tried out: a few periods, a few deals, hours counted in units of
// 1/10,000 h. Every rounding there is shows at once.
//
// Shape:  one or two resources with the same periods, one after the other from As of on; every day works.
//         Windows lie inside the periods.
#pragma once

#include "planning/plan_input.hpp"
#include "support/builders.hpp"
#include "support/random_plan.hpp"

#include <cstdint>

namespace keepable::proposals {

struct SmallShape {
    std::int32_t days_of_period = 1;
    std::int64_t least_periods = 2;
    std::int64_t most_periods = 4;
    std::int64_t least_deals = 2;
    std::int64_t most_deals = 5;
    std::int64_t firm_once_in = 3;
    bool has_overtime = false;
    bool has_room_later = false; // nothing is promised for the second half of the days
};

class SmallCase {
  public:
    SmallCase(std::uint64_t seed, const SmallShape& shape) : dice_(seed), shape_(shape) {}

    [[nodiscard]] planning::PlanInput write() {
        planning::PlanSettings& settings = plan_.worksEveryDay().settings();
        settings.period_length = planning::PeriodLength{.days = shape_.days_of_period};
        if (dice_.onceIn(4)) {
            settings.period_rule = planning::PeriodRule::kWholePeriod;
        }
        if (dice_.onceIn(6)) {
            settings.work_ahead_days = dice_.days(0, 3);
        }
        settings.rank_by =
            dice_.onceIn(2) ? planning::RankBy::kPriority : planning::RankBy::kSheetOrder;
        input_ = plan_.input();
        writeCapacity();
        writeItems();
        const std::int64_t deals = dice_.between(shape_.least_deals, shape_.most_deals);
        for (std::int64_t i = 0; i < deals; ++i) {
            writeDeal();
        }
        return input_;
    }

  private:
    void writeCapacity() {
        const std::int64_t resources = dice_.onceIn(3) ? 2 : 1;
        periods_ =
            static_cast<std::int32_t>(dice_.between(shape_.least_periods, shape_.most_periods));
        for (planning::ResourceIndex resource = 0; resource < resources; ++resource) {
            input_.resources.push_back(resource == 0 ? "Welding" : "Assembly");
            for (std::int32_t i = 0; i < periods_; ++i) {
                if (resource > 0 && dice_.onceIn(6)) {
                    continue; // a row would have to be added
                }
                input_.capacity.push_back({resource,
                                           input_.settings.as_of + i * shape_.days_of_period,
                                           {dice_.between(0, 4 * shape_.days_of_period)}});
            }
        }
        input_.overtime_is_limited = shape_.has_overtime && dice_.onceIn(2);
        for (std::uint32_t entry = 0; shape_.has_overtime && entry < input_.capacity.size();
             ++entry) {
            planning::Overtime overtime;
            overtime.entry = entry;
            if (input_.overtime_is_limited) {
                overtime.most = planning::Hours{dice_.between(0, 4)};
            }
            if (!dice_.onceIn(4)) {
                overtime.cost_per_hour = planning::Money::whole(dice_.between(1, 4));
            }
            if ((overtime.most || overtime.cost_per_hour) && !dice_.onceIn(5)) {
                input_.overtime.push_back(overtime);
            }
        }
    }

    // One hour unit of a resource a piece, of both for the last item.
    void writeItems() {
        for (planning::ResourceIndex resource = 0; resource < input_.resources.size(); ++resource) {
            planning::BillRow row;
            row.resource = resource;
            row.hours_per_unit = {planning::HoursPerUnit::kUnitsInOne /
                                  planning::Hours::kUnitsInOne};
            row.lead_time_offset_days = dice_.onceIn(4) ? 1 : 0;
            input_.items.push_back({input_.resources[resource], {row}});
        }
        if (input_.items.size() == 2) {
            input_.items.push_back({"Both", {input_.items[0].bill[0], input_.items[1].bill[0]}});
        }
    }

    void writeDeal() {
        planning::Deal deal;
        deal.status = dice_.onceIn(shape_.firm_once_in) ? planning::DealClass::kFirm
                                                        : planning::DealClass::kTentative;
        deal.first_line = static_cast<std::uint32_t>(input_.lines.size());
        deal.line_count = dice_.onceIn(5) ? 2 : 1;
        deal.value = planning::Money::whole(dice_.between(0, 5));
        if (dice_.onceIn(2)) {
            deal.priority = planning::Priority::whole(dice_.between(1, 3));
        }
        for (std::uint32_t i = 0; i < deal.line_count; ++i) {
            planning::Line line;
            line.item = static_cast<planning::ItemIndex>(
                dice_.between(0, static_cast<std::int64_t>(input_.items.size()) - 1));
            const std::int32_t days =
                periods_ * shape_.days_of_period / (shape_.has_room_later ? 2 : 1);
            line.promised = input_.settings.as_of + dice_.days(0, days - 1);
            if (dice_.onceIn(3)) {
                line.earliest_start = line.promised - dice_.days(0, 3);
            }
            line.left = planning::Quantity::whole(
                dice_.between(1, 3 * static_cast<std::int64_t>(shape_.days_of_period)));
            input_.lines.push_back(line);
        }
        input_.deals.push_back(deal);
    }

    support::Dice dice_;
    SmallShape shape_;
    std::int32_t periods_ = 0;
    support::PlanBuilder plan_{"2026-03-02"};
    planning::PlanInput input_;
};

} // namespace keepable::proposals
