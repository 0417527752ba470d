// SPDX-License-Identifier: MPL-2.0
#include "tables/period_run.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <utility>

namespace keepable::tables {

using planning::Day;

std::optional<DateOrder> orderOf(PeriodTexts texts) {
    std::optional<DateOrder> order;
    for (const auto& text : texts) {
        if (!text || !text->order) {
            continue;
        }
        if (order && *order != *text->order) {
            return std::nullopt;
        }
        order = text->order;
    }
    return order;
}

namespace {

constexpr int kYearsToTry = 2; // to both sides

std::optional<Day> startIn(const PeriodText& text, int year, DateOrder order) {
    switch (text.kind) {
    case PeriodKind::kDay:
        return dayIn(text, text.order.value_or(order), year);
    case PeriodKind::kWeek:
        return weekStart(year, text.number);
    case PeriodKind::kMonth:
        return planning::dayFromCivil(year, text.number, 1);
    case PeriodKind::kQuarter:
    case PeriodKind::kYear:
        break;
    }
    return std::nullopt;
}

int yearOf(Day day) {
    return dayText(day).year;
}

// The start that lies nearest to a day, the earlier of two.
std::optional<Day> nearestStart(const PeriodText& text, Day near, DateOrder order) {
    std::optional<Day> nearest;
    const int year = yearOf(near);
    for (int candidate = year - kYearsToTry; candidate <= year + kYearsToTry; ++candidate) {
        const auto start = startIn(text, candidate, order);
        if (start && (!nearest || std::abs(*start - near) < std::abs(*nearest - near))) {
            nearest = start;
        }
    }
    return nearest;
}

std::optional<Day> startBelow(const PeriodText& text, const YearAbove& above, DateOrder order) {
    if (above.month == 0) {
        return startIn(text, above.year, order);
    }
    constexpr int kMiddle = 15;
    const auto middle = planning::dayFromCivil(above.year, above.month, kMiddle);
    return middle ? nearestStart(text, *middle, order) : std::nullopt;
}

// "Aug 24" and "Aug 31" are days; "Aug 24" and "Sep 24" months.
std::vector<std::optional<PeriodText>> withDaysDecided(PeriodTexts texts) {
    std::vector<std::optional<PeriodText>> decided(texts.begin(), texts.end());
    const auto is_open = [](const std::optional<PeriodText>& text) {
        return text && text->perhaps_day != 0;
    };
    bool are_days = std::ranges::any_of(decided, [](const std::optional<PeriodText>& text) {
        return text && text->kind == PeriodKind::kDay && !text->hasYear();
    });
    std::array<bool, 13> seen{};
    for (const auto& text : decided) {
        if (is_open(text)) {
            bool& is_seen = seen[static_cast<std::size_t>(text->number)];
            are_days = are_days || is_seen;
            is_seen = true;
        }
    }
    for (auto& text : decided) {
        if (are_days && is_open(text)) {
            text = dayText(0, text->number, text->perhaps_day);
        }
    }
    return decided;
}

std::int32_t leastDaysOf(PeriodKind kind) {
    return kind == PeriodKind::kMonth ? 28 : (kind == PeriodKind::kWeek ? 7 : 1);
}

class YearSearch {
  public:
    YearSearch(PeriodTexts texts, std::span<const YearAbove> above, DateOrder order)
        : texts_(texts), above_(above), order_(order), starts_(texts.size()) {}

    // Those that say their year, or have it above.
    void takeKnown() {
        for (std::size_t at = 0; at < texts_.size(); ++at) {
            if (!texts_[at]) {
                continue;
            }
            if (texts_[at]->hasYear()) {
                starts_[at] = startIn(*texts_[at], texts_[at]->year, order_);
            } else if (at < above_.size() && above_[at].year != 0) {
                starts_[at] = startBelow(*texts_[at], above_[at], order_);
            }
        }
    }

    // The others, each by its neighbour, from the first known on to both sides.
    void takeByNeighbours() {
        const auto known =
            std::ranges::find_if(starts_, [](const auto& start) { return start.has_value(); });
        if (known != starts_.end()) {
            spreadFrom(static_cast<std::size_t>(known - starts_.begin()));
        }
    }

    void takeNear(Day near) {
        const auto first = firstMissing();
        if (first) {
            starts_[*first] = nearestStart(*texts_[*first], near, order_);
            takeByNeighbours();
        }
    }

    // The year that brings the whole run nearest to today. True when one was needed.
    std::optional<std::size_t> takeByToday(Day today) {
        const auto first = firstMissing();
        if (!first) {
            return std::nullopt;
        }
        const std::vector<std::optional<Day>> before = starts_;
        std::vector<std::optional<Day>> best = before;
        auto best_distance = std::numeric_limits<std::int64_t>::max();
        for (int year = yearOf(today) - kYearsToTry; year <= yearOf(today) + kYearsToTry; ++year) {
            starts_ = before;
            starts_[*first] = startIn(*texts_[*first], year, order_);
            if (!starts_[*first]) {
                continue;
            }
            takeByNeighbours();
            const std::int64_t distance = distanceTo(today);
            if (distance < best_distance) {
                best_distance = distance;
                best = starts_;
            }
        }
        starts_ = std::move(best);
        return first;
    }

    [[nodiscard]] bool hasKnown() const {
        return std::ranges::any_of(starts_, [](const auto& start) { return start.has_value(); });
    }
    [[nodiscard]] std::vector<std::optional<Day>> take() { return std::move(starts_); }

  private:
    [[nodiscard]] bool isMissing(std::size_t at) const {
        const auto& text = texts_[at];
        const bool has_start =
            text && (text->kind == PeriodKind::kDay || text->kind == PeriodKind::kWeek ||
                     text->kind == PeriodKind::kMonth);
        const bool has_year =
            text && (text->hasYear() || (at < above_.size() && above_[at].year != 0));
        return has_start && !has_year && !starts_[at];
    }

    [[nodiscard]] std::optional<std::size_t> firstMissing() const {
        for (std::size_t at = 0; at < texts_.size(); ++at) {
            if (isMissing(at)) {
                return at;
            }
        }
        return std::nullopt;
    }

    void spreadFrom(std::size_t known) {
        Day near = *starts_[known];
        for (std::size_t at = known + 1; at < texts_.size(); ++at) {
            takeBeside(at, near);
        }
        near = *starts_[known];
        for (std::size_t at = known; at-- > 0;) {
            takeBeside(at, near);
        }
    }

    void takeBeside(std::size_t at, Day& near) {
        if (isMissing(at)) {
            starts_[at] = nearestStart(*texts_[at], near, order_);
        }
        near = starts_[at].value_or(near);
    }

    // From today to the run, and within it (far less) to the first start; the distances are days.
    // A run with a gap of more than half a year is none: a week 53 that only another year has.
    [[nodiscard]] std::int64_t distanceTo(Day today) const {
        constexpr std::int64_t kFarLess = 100'000;
        constexpr std::int32_t kHalfAYear = 190;
        std::optional<Day> first;
        std::optional<Day> last;
        std::optional<Day> before;
        std::int64_t gaps = 0;
        for (std::size_t at = 0; at < starts_.size(); ++at) {
            if (starts_[at]) {
                const Day end = *starts_[at] + (leastDaysOf(texts_[at]->kind) - 1);
                gaps += std::abs(*starts_[at] - before.value_or(*starts_[at])) > kHalfAYear ? 1 : 0;
                before = starts_[at];
                first = std::min(first.value_or(*starts_[at]), *starts_[at]);
                last = std::max(last.value_or(end), end);
            }
        }
        if (!first) {
            return std::numeric_limits<std::int64_t>::max();
        }
        const std::int32_t outside = std::max({*first - today, today - *last, 0});
        return (gaps * kFarLess + outside) * kFarLess + std::abs(*first - today);
    }

    PeriodTexts texts_;
    std::span<const YearAbove> above_;
    DateOrder order_;
    std::vector<std::optional<Day>> starts_;
};

} // namespace

PeriodRun resolvePeriods(PeriodTexts texts, std::span<const YearAbove> above,
                         DateOrder locale_order, Day today, std::optional<Day> near) {
    PeriodRun run;
    const std::vector<std::optional<PeriodText>> decided = withDaysDecided(texts);
    const auto order = orderOf(decided);
    if (!order) {
        const auto open = std::ranges::find_if(
            decided, [](const auto& text) { return text && text->has_open_order && !text->order; });
        if (open != decided.end()) {
            run.assumed_order = static_cast<std::size_t>(open - decided.begin());
        }
    }
    YearSearch search{decided, above, order.value_or(locale_order)};
    search.takeKnown();
    if (search.hasKnown()) {
        search.takeByNeighbours();
    } else if (near) {
        search.takeNear(*near);
    } else {
        run.assumed_year = search.takeByToday(today);
    }
    run.starts = search.take();
    return run;
}

} // namespace keepable::tables
