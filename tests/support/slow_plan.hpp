// SPDX-License-Identifier: MPL-2.0
//
// The slow, obvious twin of the check: contract section 3 read aloud, point by point. Whether work
// fits is asked of a maximum flow (work -> days or periods of its window -> sink), the tight span
// is found by trying every span of days and the earliest date by trying every day. Random tests
// compare it with the engine; nothing here shares code with it but the records of PlanInput.
//
// Shape:   one entry a deal in `verdicts` and `refusals`; deals closed or to check take no part.
// Units:   see planning/quantity.hpp.
// Errors:  none; it trusts its input.
// Source:  contract section 3, points 1 to 9, and its fine print.
#pragma once

#include "planning/plan_input.hpp"
#include "planning/plan_report.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace keepable::support {

// Work of one deal on one resource, to be done within a window. Never of zero hours.
struct SlowLoad {
    planning::DealIndex deal = 0;
    planning::ResourceIndex resource = 0;
    planning::DaySpan window;
    std::int64_t hours = 0; // in 1/10,000 h
};

// Hours that any work may use whose window touches these days: a day, or a period under `whole
// period`.
struct SlowSlot {
    planning::DaySpan days;
    std::int64_t hours = 0;
};

struct SlowRefusal {
    planning::RefusalReason reason = planning::RefusalReason::kTooLittle;
    planning::ResourceIndex bottleneck = planning::kNone;
    std::uint32_t short_resources = 0;
    std::int64_t shortfall = 0;
    // kTooLittle only.
    planning::DaySpan span;
    std::int64_t needed = 0;
    std::int64_t there = 0;
    // Firm and held deals only.
    std::optional<planning::Day> placed;
};

struct SlowRival {
    planning::DealIndex deal = 0;
    std::int64_t hours = 0;
};

using HoursByDay = std::map<planning::Day, std::int64_t>;

struct SlowProfile {
    HoursByDay capacity;
    HoursByDay confirmed;
    HoursByDay exposure;
    HoursByDay exposure_kept;
    HoursByDay weighted;
};

// A deal that stands in a set, at its promised dates or, placed elsewhere, at one other date.
struct SlowMember {
    planning::DealIndex deal = 0;
    std::optional<planning::Day> placed;
};

class SlowPlan {
  public:
    explicit SlowPlan(planning::PlanInput input);

    [[nodiscard]] const std::vector<planning::DealIndex>& rankOrder() const { return rank_order_; }
    [[nodiscard]] const std::vector<planning::DealClass>& classes() const { return classes_; }
    [[nodiscard]] const std::vector<planning::Verdict>& verdicts() const { return verdicts_; }
    [[nodiscard]] const std::vector<SlowMember>& confirmedSet() const { return confirmed_; }
    [[nodiscard]] const std::vector<SlowMember>& exposureSet() const { return exposure_; }
    [[nodiscard]] planning::PeriodLength periodLength() const { return period_length_; }
    [[nodiscard]] const std::vector<SlowSlot>& slotsOf(planning::ResourceIndex resource) const {
        return slots_[resource];
    }

    // The deal's hours left on all resources.
    [[nodiscard]] std::int64_t hoursOf(planning::DealIndex deal) const;
    [[nodiscard]] std::vector<SlowLoad> loadsOf(const SlowMember& member) const;
    // Whether every item of the deal is offered on that date and all its work fits beside the
    // others.
    [[nodiscard]] bool fits(planning::DealIndex deal, planning::Day promised,
                            const std::vector<SlowMember>& others) const;
    // Whether the deal is neither overdue nor not offered, and all its work, by its own promised dates, fits
    // beside the others.
    [[nodiscard]] bool isKeptAsPromised(planning::DealIndex deal,
                                        const std::vector<SlowMember>& others) const;
    // The last date an earliest date is searched on.
    [[nodiscard]] planning::Day lastDateFor(planning::DealIndex deal) const;

    // None for a deal that is kept, closed or to check.
    [[nodiscard]] std::optional<SlowRefusal> refusalOf(planning::DealIndex deal) const;
    [[nodiscard]] std::vector<SlowRival> rivalsOf(planning::DealIndex deal) const;
    [[nodiscard]] std::optional<planning::Day> earliestDate(planning::DealIndex deal) const;
    [[nodiscard]] std::optional<planning::Day> quoteDate(planning::ItemIndex item,
                                                         planning::Quantity quantity,
                                                         planning::Day not_before) const;
    // Every As of is tried, up to the last promised date.
    [[nodiscard]] std::optional<planning::Day> decideBy(planning::DealIndex deal) const;
    // By day under `pro rata`. Under `whole period` the work of the sets has no days of its own:
    // all of it stands on As of, so only sums over the whole horizon mean anything.
    [[nodiscard]] SlowProfile profileOf(planning::ResourceIndex resource) const;

  private:
    void layOutCapacity();
    void sortByRank();
    void admit();
    [[nodiscard]] bool ranksBefore(planning::DealIndex left, planning::DealIndex right) const;
    [[nodiscard]] planning::DaySpan windowOf(const planning::Line& line,
                                             const planning::BillRow& row, planning::Day promised,
                                             bool is_tentative) const;
    void addLoads(std::vector<SlowLoad>& loads, const planning::Line& line, planning::Day promised,
                  planning::DealIndex deal, bool is_tentative) const;
    [[nodiscard]] std::vector<SlowLoad> loadsOfAll(const std::vector<SlowMember>& members) const;
    [[nodiscard]] bool isOverdue(planning::DealIndex deal) const;
    [[nodiscard]] bool isOffered(planning::DealIndex deal,
                                 std::optional<planning::Day> promised) const;
    [[nodiscard]] bool allFit(const std::vector<SlowLoad>& own,
                              const std::vector<SlowLoad>& others) const;
    [[nodiscard]] std::int64_t mostThatFits(planning::ResourceIndex resource,
                                            const std::vector<SlowLoad>& loads) const;
    [[nodiscard]] std::int64_t capacityTouching(planning::ResourceIndex resource,
                                                planning::DaySpan span) const;
    [[nodiscard]] std::optional<planning::Day>
    firstDate(planning::DealIndex deal, const std::vector<SlowMember>& others) const;
    // The deals of contract 3.7: those a refused deal's shortfall is measured beside.
    [[nodiscard]] std::vector<SlowMember> rankedAbove(planning::DealIndex deal) const;
    [[nodiscard]] HoursByDay
    earliestDueFirst(planning::ResourceIndex resource, const std::vector<SlowMember>& members,
                     std::map<planning::DealIndex, HoursByDay>& by_deal) const;

    planning::PlanInput input_;
    planning::PeriodLength period_length_;
    planning::Day last_day_of_capacity_ = planning::kFirstDay;
    std::vector<std::vector<SlowSlot>> slots_; // by resource
    std::vector<bool> has_capacity_row_;       // by resource
    std::vector<planning::DealClass> classes_;
    std::vector<planning::Verdict> verdicts_;
    std::vector<planning::DealIndex> rank_order_;
    std::vector<std::size_t> rank_of_;         // by deal
    std::vector<SlowMember> kept_as_promised_; // firm and held, by rank
    std::vector<SlowMember> confirmed_;
    std::vector<SlowMember> exposure_;
    std::vector<std::optional<planning::Day>> placed_; // by deal
};

} // namespace keepable::support
