// SPDX-License-Identifier: MPL-2.0
//
// Targets that sales and operations own together, and where they stand: value that is promised and
// keepable, first promises kept, revenue growth, costs, conflicts.
//
// Shape:   a target counts what happened from its first day to its due day, or to today where that
//          comes first. Without a first day it is the day after the due day three months before.
// Units:   a figure has four decimals; rates and growth are fractions (0.2 is 20 %), money and days
//          as they are. Means are rounded half up.
// Rule:    an actual that people have stated in the table counts before one derived here. Cost per
//          delivered hour can only be stated: the cost of operations stands in no table of ours.
//          progress = (actual - baseline) / (target - baseline), less than 0 when things got worse.
//          A target is on track when its progress is no less than the share of its days gone.
// Example: costs from 100 down to a target of 90, now 94: progress 0.6.
// Source:  domain.md 5.2 (10).
#pragma once

#include "review/reliability.hpp"
#include "review/review_book.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keepable::review {

using Figure = planning::Fixed<struct FigureMeaning, 4>;

enum class Metric : std::uint8_t {
    kKeepableValue, // of open deals whose promise can be kept
    kKeptRate,      // first promises of these days that were kept
    kRevenueGrowth, // value won, against as many days before
    kCostPerHour,   // of delivered work
    kOvertimeCost,  // approved for overtime
    kConflicts,     // open now
    kDaysToSettle   // from the first question until nobody is waited for, mean
};
inline constexpr std::size_t kMetrics = 7;

[[nodiscard]] bool isRate(Metric metric); // shown as per cent
[[nodiscard]] bool isLessBetter(Metric metric);

struct SharedTarget {
    Metric metric = Metric::kKeepableValue;
    std::optional<Figure> baseline;
    std::optional<Figure> target;
    std::optional<planning::Day> from;
    std::optional<planning::Day> due;
    std::optional<Figure> stated; // the actual as people have it from elsewhere
    Name sales_owner;
    Name ops_owner;
    std::int32_t sheet_row = 0; // as shown, from 1

    friend bool operator==(const SharedTarget&, const SharedTarget&) = default;
};

struct Actual {
    std::optional<Figure> value; // none where nothing can be said
    std::int64_t counted = 0;    // deals, promises, requests or talks it was made of
    std::int64_t left_out = 0;   // of those, without a value or cost that is known
    bool is_stated = false;

    friend bool operator==(const Actual&, const Actual&) = default;
};

struct TargetStanding {
    planning::DaySpan days; // that count
    Actual actual;
    std::optional<Figure> progress; // 1 is reached
    std::optional<Figure> time_gone;
    bool is_reached = false;
    bool is_on_track = false; // or reached

    friend bool operator==(const TargetStanding&, const TargetStanding&) = default;
};

// Which way is better: from the baseline to the target, where they differ, else as the metric has it.
[[nodiscard]] bool wantsLess(const SharedTarget& target);
[[nodiscard]] planning::DaySpan daysOf(const SharedTarget& target, planning::Day today);
[[nodiscard]] Actual actualOf(Metric metric, const ReviewBook& book, const planning::DaySpan& days);
// None where baseline and target are the same.
[[nodiscard]] std::optional<Figure> progressOf(Figure actual, Figure baseline, Figure target);
[[nodiscard]] TargetStanding standingOf(const SharedTarget& target, const ReviewBook& book);

// Promises of the book that can be judged, whose first date lies in the days.
[[nodiscard]] std::vector<JudgedPromise> judgedPromises(const ReviewBook& book,
                                                        const planning::DaySpan& days);

} // namespace keepable::review
