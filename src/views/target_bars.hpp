// SPDX-License-Identifier: MPL-2.0
//
// Shared targets as a picture: one bar each, with a mark where it began, where it is now and where it
// should be. Drawn by the Meeting panel; what is drawn is also said.
//
// Shape:   a mark is missing where its figure is. The better way is always to the right, also for a
//          target of which less is better.
// Units:   places are thousandths of the bar's length, rounded down; 0 is its left end.
// Rule:    the ends are the worst and the best of all figures; without a baseline a target of which
//          more is better begins at 0, without a mark. Figures that are all the same stand at the
//          right end.
// Example: costs from 100 down to 90, now 94: marks at 0, 600 and 1000.
#pragma once

#include "review/shared_target.hpp"
#include "views/agenda_sentences.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepable::views {

inline constexpr std::int32_t kBarLength = 1000;

struct BarMark {
    std::int32_t place = 0;
    std::string text; // "now 12 %"

    friend bool operator==(const BarMark&, const BarMark&) = default;
};

struct TargetBar {
    std::string title; // "Revenue growth: on track"
    std::optional<BarMark> start;
    std::optional<BarMark> now;
    std::optional<BarMark> target;
    std::string missing; // which figure is not there and why; empty where both are
    bool is_behind = false;
    std::string owners; // of both sides, and until when
    std::string text;   // all of it as a sentence, for those who cannot see the picture

    [[nodiscard]] bool isEmpty() const { return !now && !target; }
};

[[nodiscard]] TargetBar targetBar(const review::SharedTarget& target,
                                  const review::TargetStanding& standing, const Saying& saying);

} // namespace keepable::views
