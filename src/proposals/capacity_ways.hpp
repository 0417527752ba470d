// SPDX-License-Identifier: MPL-2.0
//
// The cheapest hours to add for a deal when it is said what has to become of others. Used by
// added_capacity, which finds out what that should be.
//
// Model:    all others stay where they stand. An aim moves one of them: its work is there instead, and
//           needs its hours as well. A cap keeps somebody out: within a span of days no more hours
//           are added than leave his work without room.
// Units:    1/10,000 h; costs as in least_hours.hpp, over all resources.
// Source:   issue 5, point 1b; contract 3.5 and 3.6.
#pragma once

#include "proposals/added_capacity.hpp"
#include "proposals/capacity_gap.hpp"
#include "proposals/capacity_source.hpp"
#include "proposals/conflict.hpp"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace keepable::proposals {

enum class AimKind : std::uint8_t {
    kServed, // gets its hours, as promised or, refused all the same, where it is placed
    kAtRisk  // an open deal keeps its room beside the firm and held ones alone
};

struct Aim {
    planning::DealIndex deal = 0;
    AimKind kind = AimKind::kServed;
    std::optional<planning::Day> placed; // none: as promised

    friend auto operator<=>(const Aim&, const Aim&) = default;
};

struct Cap {
    planning::ResourceIndex resource = 0;
    planning::DaySpan span;
    std::int64_t most = 0; // hours

    friend bool operator==(const Cap&, const Cap&) = default;
};

struct WayTo {
    std::vector<Aim> aims; // at most one a deal, in order
    std::vector<Cap> caps;

    [[nodiscard]] const Aim* aimFor(planning::DealIndex deal) const;
    friend bool operator==(const WayTo&, const WayTo&) = default;
};

class CapacityWays {
  public:
    __extension__ using Wide = __int128;
    struct Way {
        AddedCapacity added;
        Wide cost = 0;
    };

    // The conflict must outlive it.
    explicit CapacityWays(Conflict& conflict);

    // None when hours alone do not help.
    [[nodiscard]] std::optional<Way> cheapest(const WayTo& to);
    // What would keep a deal out of the place that it found in a trial, each by itself; on all
    // resources asked for so far.
    [[nodiscard]] std::vector<Cap> capsAgainst(planning::DealIndex deal, Trial& trial);
    // For a refused firm or held deal, ends of periods before the day it is placed on: where more hours
    // could place it instead. The first few.
    [[nodiscard]] std::vector<planning::Day> placesBefore(const planning::Refusal& refusal) const;

  private:
    // Work of another deal, in the cells of a gap.
    struct Standing {
        planning::DealIndex deal = 0;
        planning::SlotRun run;
        planning::Hours hours;
    };
    // What does not depend on who is served.
    struct ResourceTable {
        std::vector<planning::Day> starts;
        CapacityGap gap;
        std::vector<Standing> others;
        std::optional<std::vector<CapacitySource>> within_limits;
        std::optional<std::vector<CapacitySource>> without_limits;
    };

    [[nodiscard]] bool isConfirmed(planning::DealIndex deal) const;
    void addLoads(planning::DealIndex deal, std::optional<planning::Day> placed,
                  std::vector<planning::Load>& loads) const;
    [[nodiscard]] std::optional<Way> cheapest(const WayTo& to, bool only_starts_there);
    [[nodiscard]] bool addOn(planning::ResourceIndex resource,
                             const std::vector<planning::Day>& starts, const WayTo& to,
                             bool only_starts_there, Way& way);
    [[nodiscard]] std::optional<std::vector<Gap>>
    gapsOn(planning::ResourceIndex resource, ResourceTable& table, const WayTo& to) const;
    [[nodiscard]] bool addWorkOf(planning::DealIndex deal, std::optional<planning::Day> placed,
                                 planning::ResourceIndex resource, CapacityGap& gap) const;
    ResourceTable& tableOf(planning::ResourceIndex resource,
                           const std::vector<planning::Day>& starts);
    [[nodiscard]] const std::vector<CapacitySource>&
    sourcesOf(planning::ResourceIndex resource, ResourceTable& table, bool within_limits);
    [[nodiscard]] std::vector<planning::Day>
    startsFor(const std::vector<planning::Load>& loads) const;
    [[nodiscard]] bool keepsPeriodLength(const AddedCapacity& added) const;

    Conflict& conflict_;
    const planning::PlanInput& input_;
    const planning::PlanReport& report_;
    CapacityTable table_;
    std::map<planning::ResourceIndex, ResourceTable> tables_;
};

} // namespace keepable::proposals
