// SPDX-License-Identifier: MPL-2.0
//
// Everything a plan is made from, as plain values: what sales has promised, what operations can do,
// and the settings both agreed on. tables/ reads it from sheets, tests write it by hand; the check
// (promise_check.hpp) knows nothing else, no clock and no locale included.
//
// Shape:   deals in sheet order (each where its first line stands); the open lines of one deal
//          stand next to each other in `lines`, deal by deal. A closed line is not in `lines` at
//          all. A deal without open lines is closed.
//          A deal whose rows could not be read has `needs_check` set; its lines are then ignored.
// Units:   see quantity.hpp and day.hpp.
// Errors:  an index out of range is our mistake and throws std::logic_error in checkPromises().
// Source:  contract sections 2 and 3.
#pragma once

#include "planning/day.hpp"
#include "planning/quantity.hpp"
#include "planning/work_calendar.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepable::planning {

using ResourceIndex = std::uint32_t;
using ItemIndex = std::uint32_t;
using DealIndex = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xffff'ffff;

enum class DealClass : std::uint8_t { kFirm, kHeld, kTentative, kClosed };

// One line of a deal: so much of an item by a promised date.
struct Line {
    ItemIndex item = 0;
    Day promised;
    Day earliest_start = kFirstDay;
    Quantity left; // Quantity less Done, never negative
};

struct Deal {
    // As it stands in the sheet: whether a hold has run out is decided by classOn().
    DealClass status = DealClass::kTentative;
    bool needs_check = false;
    std::uint32_t first_line = 0; // in PlanInput::lines
    std::uint32_t line_count = 0;
    Day held_until = kLastDay;
    std::optional<Priority> priority;
    std::optional<Money> value;
    std::optional<Probability> probability;
};

enum class Basis : std::uint8_t { kVariable, kFixed };

// So many hours of a resource for one unit of an item (variable) or for the whole line (fixed),
// done `lead_time_offset_days` before the promised date.
struct BillRow {
    ResourceIndex resource = 0;
    HoursPerUnit hours_per_unit;
    Basis basis = Basis::kVariable;
    std::int32_t lead_time_offset_days = 0;
    Day available_from = kFirstDay;
    Day available_until = kLastDay;
};

struct Item {
    std::string name;
    std::vector<BillRow> bill;
    std::vector<ItemIndex> alternatives = {}; // items that can stand in for it, in sheet order
    Quantity minimum_lot = {};                // the least that is delivered by itself; 0: anything
};

// Hours of one resource in the period that starts on a day. The same resource and start may come
// several times: they add up.
struct CapacityEntry {
    ResourceIndex resource = 0;
    Day period_start;
    Hours hours;
};

// Hours that may be worked on top of a capacity entry. The check knows nothing of it: it is for
// proposals.
struct Overtime {
    std::uint32_t entry = 0;            // in PlanInput::capacity
    std::optional<Hours> most;          // none: as many as it takes
    std::optional<Money> cost_per_hour; // none: not known
};

enum class PeriodRule : std::uint8_t { kProRata, kWholePeriod };
enum class RankBy : std::uint8_t { kPriority, kPromisedDate, kValue, kValuePerHour, kSheetOrder };

// What ranks proposals first; proposals/ways_out.hpp says what comes after it.
enum class RankProposalsBy : std::uint8_t { kDaysLate, kExtraCost, kValueAtStake, kDealsAffected };

// What the best portfolio has most of; portfolio/portfolio_model.hpp says how it is counted.
enum class PortfolioGoal : std::uint8_t { kValue, kExpectedValue, kValuePerBottleneckHour };

struct PeriodLength {
    bool is_month = false;
    std::int32_t days = 7; // without meaning for a month

    friend bool operator==(const PeriodLength&, const PeriodLength&) = default;
};

struct PlanSettings {
    Day as_of;
    WorkCalendar calendar;
    std::optional<PeriodLength> period_length; // none: the most frequent distance of the starts
    PeriodRule period_rule = PeriodRule::kProRata;
    std::optional<std::int32_t> work_ahead_days; // none: no limit
    std::int32_t fence_days = 0;
    RankBy rank_by = RankBy::kPriority;
    RankProposalsBy rank_proposals_by = RankProposalsBy::kDaysLate;
    // Highlighting tells deals at risk apart whose chance is lower; none: it does not ask for chances.
    std::optional<Probability> low_chance;
    std::int32_t scenarios = 4'000; // played through for a chance that cannot be told exactly
    PortfolioGoal portfolio_goal = PortfolioGoal::kValue;
    std::int32_t portfolio_seconds = 60; // that looking for the best portfolio may take
    bool adds_usual_slip = false; // to a quote, by how much past deliveries of the item were late
};

struct PlanInput {
    std::vector<std::string> resources; // each name once
    std::vector<Item> items;
    std::vector<CapacityEntry> capacity;
    std::vector<Overtime> overtime; // by entry, each at most once
    // Where overtime is limited, an entry without it has none.
    bool overtime_is_limited = false;
    std::vector<Deal> deals;
    std::vector<Line> lines;
    PlanSettings settings;
};

// A held deal is held through the last day of its hold, then it is tentative (contract 3.3).
// Readers set kClosed when every line of the deal is closed.
[[nodiscard]] DealClass classOn(const Deal& deal, Day as_of);

} // namespace keepable::planning
