// SPDX-License-Identifier: MPL-2.0
//
// Why a deal does not fit, as a picture: the capacity of its bottleneck around the tight span, what
// the deals ranked above take of it, what the deal itself gets, and what finds no room.
//
// Shape:   bars from left to right without overlapping: days that have capacity or work, or with
//          `whole period` periods; neighbours are put together when there would be too many.
//          What is missing stands on the last day it could have been done.
// Units:   exact hours; what is missing in all bars is the shortfall (but for work of the deal that
//          lies months away from the tight span).
// Source:  planning::bottleneckLoad().
#pragma once

#include "views/plan_answers.hpp"

#include <optional>
#include <string>
#include <vector>

namespace keepable::views {

struct LoadBar {
    planning::DaySpan days;
    planning::Hours capacity;
    planning::Hours others; // of the deals ranked above
    planning::Hours own;
    planning::Hours missing;
    bool in_tight_span = false;
    bool in_window = false; // its own work may be done here

    [[nodiscard]] planning::Hours load() const { return others + own + missing; }
};

struct LoadCurve {
    std::string resource;
    planning::DaySpan tight_span;
    std::vector<LoadBar> bars;
    planning::Hours highest; // of all capacities and loads, the height of the picture
    // For tooltip and screen reader: one sentence, and the same with a line for each bar.
    std::string sentence;
    std::string text;
};

// One bar in words.
[[nodiscard]] std::string barText(const LoadBar& bar, const Texts& texts);

// None for a deal that is not refused for want of hours.
[[nodiscard]] std::optional<LoadCurve> loadCurve(PlanAnswers& answers, planning::DealIndex deal,
                                                 const Texts& texts);

} // namespace keepable::views
