// SPDX-License-Identifier: MPL-2.0
#include "views/load_curve.hpp"

#include <algorithm>

namespace keepable::views {

namespace {

using planning::Day;
using planning::DaySpan;

constexpr std::int32_t kLeastMargin = 3; // days shown before and after
constexpr std::size_t kMostBars = 42;
// A window may reach to the end of time; what is far from the tight span tells nothing.
constexpr std::int32_t kMostMargin = 60;

// The days shown: the tight span and the deal's own work, and some before and after.
DaySpan shownDays(DaySpan tight, DaySpan window) {
    const std::int32_t margin = std::max(kLeastMargin, std::min(tight.days() / 4, kMostMargin));
    DaySpan shown{tight.first - margin, tight.last + margin};
    shown.first = std::min(shown.first, std::max(window.first, tight.first - kMostMargin));
    shown.last = std::max(shown.last, std::min(window.last, tight.last + kMostMargin));
    return shown;
}

// Where bars begin: every day, or with whole periods every period.
std::vector<DaySpan> units(const planning::CheckedPlan& plan, planning::ResourceIndex resource,
                           DaySpan shown) {
    std::vector<DaySpan> spans;
    if (plan.input.settings.period_rule == planning::PeriodRule::kProRata) {
        for (Day day = shown.first; day <= shown.last; day = day + 1) {
            spans.push_back({day, day});
        }
        return spans;
    }
    std::vector<Day> starts;
    for (const planning::Slot& slot : plan.board.capacity.calendars[resource].slots()) {
        if (slot.first <= shown.last && shown.first <= slot.last) {
            starts.push_back(slot.first);
            shown.last = std::max(shown.last, slot.last);
        }
    }
    starts.push_back(shown.first);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    for (std::size_t i = 0; i < starts.size(); ++i) {
        spans.push_back({starts[i], i + 1 < starts.size() ? starts[i + 1] - 1 : shown.last});
    }
    return spans;
}

bool touch(DaySpan one, DaySpan other) {
    return one.first <= other.last && other.first <= one.last;
}

std::vector<LoadBar> grouped(const std::vector<LoadBar>& bars) {
    const std::size_t together = (bars.size() + kMostBars - 1) / kMostBars;
    std::vector<LoadBar> groups;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (i % together == 0) {
            groups.push_back(bars[i]);
            continue;
        }
        LoadBar& group = groups.back();
        group.days.last = bars[i].days.last;
        group.capacity += bars[i].capacity;
        group.others += bars[i].others;
        group.own += bars[i].own;
        group.missing += bars[i].missing;
        group.in_tight_span = group.in_tight_span || bars[i].in_tight_span;
        group.in_window = group.in_window || bars[i].in_window;
    }
    return groups;
}

std::string spanText(DaySpan days, const Texts& texts) {
    return days.days() == 1 ? isoText(days.first)
                            : texts("capacity.span", {isoText(days.first), isoText(days.last)});
}

} // namespace

std::string barText(const LoadBar& bar, const Texts& texts) {
    std::string text = texts("picture.bar", {spanText(bar.days, texts), decimalText(bar.load()),
                                             decimalText(bar.capacity)});
    if (bar.own.units > 0) {
        text += texts("picture.bar.own", {decimalText(bar.own)});
    }
    if (bar.missing.units > 0) {
        text += texts("picture.bar.missing", {decimalText(bar.missing)});
    }
    return text;
}

std::optional<LoadCurve> loadCurve(PlanAnswers& answers, planning::DealIndex deal,
                                   const Texts& texts) {
    planning::CheckedPlan& plan = answers.plan();
    const std::optional<planning::BottleneckLoad> load = bottleneckLoad(plan, deal);
    if (!load) {
        return std::nullopt;
    }
    const planning::Refusal& refusal = *plan.report.refusalOf(deal);
    const planning::DayTotals& capacity = answers.profileOf(refusal.bottleneck).capacity;
    LoadCurve curve;
    curve.resource = plan.input.resources[refusal.bottleneck];
    curve.tight_span = refusal.span;
    std::vector<LoadBar> bars;
    for (const DaySpan days :
         units(plan, refusal.bottleneck, shownDays(refusal.span, load->window))) {
        LoadBar bar;
        bar.days = days;
        bar.capacity = capacity.within(days);
        bar.others = load->others.within(days);
        bar.own = load->own.within(days);
        bar.missing = load->missing.within(days);
        bar.in_tight_span = touch(days, refusal.span);
        bar.in_window = touch(days, load->window);
        if (bar.capacity.units > 0 || bar.load().units > 0) {
            bars.push_back(bar);
        }
    }
    curve.bars = grouped(bars);
    curve.sentence = texts("picture.name", {curve.resource, spanText(refusal.span, texts),
                                            decimalText(refusal.needed), decimalText(refusal.there),
                                            decimalText(refusal.needed - refusal.there)});
    curve.text = curve.sentence;
    for (const LoadBar& bar : curve.bars) {
        curve.highest = std::max({curve.highest, bar.capacity, bar.load()});
        curve.text += '\n' + barText(bar, texts);
    }
    return curve;
}

} // namespace keepable::views
