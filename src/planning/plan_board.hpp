// SPDX-License-Identifier: MPL-2.0
//
// The planning board: every load of every deal, and the two sets of admitted work laid on the
// calendars of the resources. promise_check fills it; the questions (earliest date, quote, rivals,
// load profile) read it.
//
// Shape:   loads stand deal by deal; those of deal d are loads[first_load_of_deal[d]] up to
//          first_load_of_deal[d + 1]. Loads of zero hours do not exist. The exposure set begins as
//          a copy of the confirmed one, so a firm or held load has the same WorkIndex in both.
// Life:    moves, but is never copied: the sets point into the calendars.
// Source:  contract 3.2 and 3.5.
#pragma once

#include "planning/availability.hpp"
#include "planning/plan_input.hpp"
#include "planning/resource_calendar.hpp"

#include <optional>
#include <span>
#include <vector>

namespace keepable::planning {

struct Load {
    Hours hours;
    // Where it may be done. For a refused firm or held deal that was placed later: there.
    DaySpan window;
    Day earliest_start; // As of, Earliest start and fence together; work ahead comes on top
    std::int32_t lead_time_offset_days = 0;
    ResourceIndex resource = 0;
    WorkIndex work = kNone; // while it stands in a set
};

struct LoadOfDeal {
    DealIndex deal = 0;
    std::uint32_t load = 0; // in PlanBoard::loads
};

struct DealHours {
    DealIndex deal = 0;
    Hours hours;
};

// One Availability a resource.
using WorkSet = std::vector<Availability>;

class PlanBoard {
  public:
    PlanBoard() = default;
    PlanBoard(const PlanBoard&) = delete;
    PlanBoard& operator=(const PlanBoard&) = delete;
    PlanBoard(PlanBoard&&) = default;
    PlanBoard& operator=(PlanBoard&&) = default;
    ~PlanBoard() = default;

    CapacityPlan capacity;
    std::vector<Load> loads;
    std::vector<std::uint32_t> first_load_of_deal;
    WorkSet confirmed;
    WorkSet exposure;

    [[nodiscard]] std::span<Load> loadsOf(DealIndex deal);
    // Both are sorted when first asked for, once the check is through.
    // Loads on a resource by last day, then deal.
    [[nodiscard]] const std::vector<LoadOfDeal>& loadsOn(ResourceIndex resource);
    // Deals with loads on a resource, most hours first, then deal.
    [[nodiscard]] const std::vector<DealHours>& dealsOn(ResourceIndex resource);

  private:
    std::vector<std::vector<LoadOfDeal>> loads_of_resource_;
    std::vector<std::vector<DealHours>> deals_of_resource_;
};

// The loads of a line of that class, with the windows of its promised date, appended.
void appendLoads(const PlanInput& input, const Line& line, DealClass deal_class,
                 std::vector<Load>& loads);

// Moves the load's window to another promised date.
void promiseFor(Load& load, Day promised, const PlanSettings& settings);

// Lays all of the loads, or nothing when they do not all fit together.
bool layAll(WorkSet& set, std::span<Load> loads);
// Takes the loads off again and forgets them; only right after layAll().
void dropAll(WorkSet& set, std::span<Load> loads);

[[nodiscard]] std::span<const Line> linesOf(const PlanInput& input, DealIndex deal);

// The days on which every item of the lines with something left is offered.
[[nodiscard]] DaySpan offeredSpan(const PlanInput& input, std::span<const Line> lines);

// The promised dates a search may try: from As of to the last day of the last period plus the
// largest lead-time offset, or the latest Available from if that is later; offered ones only.
[[nodiscard]] DaySpan searchSpan(const PlanInput& input, const CapacityPlan& capacity,
                                 std::span<const Line> lines);

// The first promised date within `dates` on which the loads all fit beside the set. The set and its
// works stay as they are; the windows of the loads are changed. When the loads are known to fit on
// `known`, the search need not look beyond it.
[[nodiscard]] std::optional<Day> firstFit(WorkSet& set, std::span<Load> loads, DaySpan dates,
                                          const PlanSettings& settings,
                                          std::optional<Day> known = std::nullopt);

} // namespace keepable::planning
