// SPDX-License-Identifier: MPL-2.0
//
// Plans written by hand in a test, one call a row:
//
//   PlanBuilder plan("2026-03-02");
//   plan.capacity("Welding", "2026-03-02", 40);
//   const DealIndex boiler = plan.firm("Welding", 30, "2026-03-06");
//   const CheckedPlan checked = checkPromises(plan.input());
//
// Shape:  resources and items come up when they are first named; an item that item() did not
//         describe is the resource of that name, one hour a unit.
// Units:  hours and quantities in whole numbers.
// Errors: a date that is none throws std::invalid_argument.
#pragma once

#include "planning/plan_input.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keepable::support {

inline planning::Day day(std::string_view iso) {
    const auto found = planning::dayFromIso(iso);
    if (!found) {
        throw std::invalid_argument("no date: " + std::string(iso));
    }
    return *found;
}

inline planning::DaySpan span(std::string_view first, std::string_view last) {
    return {day(first), day(last)};
}

class PlanBuilder {
  public:
    explicit PlanBuilder(std::string_view as_of) { input_.settings.as_of = day(as_of); }

    [[nodiscard]] const planning::PlanInput& input() const { return input_; }
    [[nodiscard]] planning::PlanSettings& settings() { return input_.settings; }
    [[nodiscard]] planning::Deal& deal(planning::DealIndex index) { return input_.deals[index]; }
    // The only line of a deal, or its first.
    [[nodiscard]] planning::Line& lineOf(planning::DealIndex index) {
        return input_.lines[input_.deals[index].first_line];
    }

    PlanBuilder& worksEveryDay() {
        std::array<bool, 7> works{};
        works.fill(true);
        input_.settings.calendar = planning::WorkCalendar(works, {});
        return *this;
    }
    PlanBuilder& periodDays(std::int32_t days) {
        input_.settings.period_length = planning::PeriodLength{.is_month = false, .days = days};
        return *this;
    }
    PlanBuilder& wholePeriods() {
        input_.settings.period_rule = planning::PeriodRule::kWholePeriod;
        return *this;
    }
    PlanBuilder& capacity(std::string_view resource_name, std::string_view start,
                          std::int64_t hours) {
        input_.capacity.push_back(
            {resource(resource_name), day(start), planning::Hours::whole(hours)});
        return *this;
    }

    [[nodiscard]] planning::ResourceIndex resource(std::string_view name) {
        const auto found = std::find(input_.resources.begin(), input_.resources.end(), name);
        if (found == input_.resources.end()) {
            input_.resources.emplace_back(name);
            return static_cast<planning::ResourceIndex>(input_.resources.size() - 1);
        }
        return static_cast<planning::ResourceIndex>(found - input_.resources.begin());
    }
    [[nodiscard]] planning::BillRow row(std::string_view resource_name, std::int64_t hours_per_unit,
                                        std::int32_t lead_time_offset_days = 0) {
        planning::BillRow made;
        made.resource = resource(resource_name);
        made.hours_per_unit = planning::HoursPerUnit::whole(hours_per_unit);
        made.lead_time_offset_days = lead_time_offset_days;
        return made;
    }
    planning::ItemIndex item(std::string_view name, std::vector<planning::BillRow> bill) {
        input_.items.push_back({std::string(name), std::move(bill)});
        return static_cast<planning::ItemIndex>(input_.items.size() - 1);
    }
    [[nodiscard]] planning::ItemIndex item(std::string_view name) {
        const auto found =
            std::find_if(input_.items.begin(), input_.items.end(),
                         [name](const planning::Item& each) { return each.name == name; });
        if (found == input_.items.end()) {
            return item(name, {row(name, 1)});
        }
        return static_cast<planning::ItemIndex>(found - input_.items.begin());
    }

    planning::DealIndex firm(std::string_view item_name, std::int64_t quantity,
                             std::string_view promised) {
        return add(planning::DealClass::kFirm, item_name, quantity, promised);
    }
    planning::DealIndex held(std::string_view item_name, std::int64_t quantity,
                             std::string_view promised, std::string_view held_until) {
        const planning::DealIndex added =
            add(planning::DealClass::kHeld, item_name, quantity, promised);
        deal(added).held_until = day(held_until);
        return added;
    }
    planning::DealIndex tentative(std::string_view item_name, std::int64_t quantity,
                                  std::string_view promised) {
        return add(planning::DealClass::kTentative, item_name, quantity, promised);
    }
    planning::DealIndex closed() {
        planning::Deal made;
        made.status = planning::DealClass::kClosed;
        made.first_line = static_cast<std::uint32_t>(input_.lines.size());
        input_.deals.push_back(made);
        return static_cast<planning::DealIndex>(input_.deals.size() - 1);
    }
    // One more line for the deal added last.
    PlanBuilder& andLine(std::string_view item_name, std::int64_t quantity,
                         std::string_view promised) {
        addLine(item_name, quantity, promised);
        ++input_.deals.back().line_count;
        return *this;
    }

  private:
    void addLine(std::string_view item_name, std::int64_t quantity, std::string_view promised) {
        planning::Line line;
        line.item = item(item_name);
        line.promised = day(promised);
        line.left = planning::Quantity::whole(quantity);
        input_.lines.push_back(line);
    }
    planning::DealIndex add(planning::DealClass status, std::string_view item_name,
                            std::int64_t quantity, std::string_view promised) {
        planning::Deal made;
        made.status = status;
        made.first_line = static_cast<std::uint32_t>(input_.lines.size());
        made.line_count = 1;
        addLine(item_name, quantity, promised);
        input_.deals.push_back(made);
        return static_cast<planning::DealIndex>(input_.deals.size() - 1);
    }

    planning::PlanInput input_;
};

} // namespace keepable::support
