// SPDX-License-Identifier: MPL-2.0
//
// What both sides see before and in their review, as the Meeting panel shows it: when it is, how much
// there is to talk about, where the shared targets stand, what went well, and gaps and double work.
//
// Shape:   lists are cut where nobody would read on; `more` says how many there are beyond.
// Units:   days as ISO dates.
// Source:  issue of the review, points 5, 7 and 8; the same matters stand on the agenda.
#pragma once

#include "review/agenda.hpp"
#include "views/finding_lines.hpp"
#include "views/target_bars.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace keepable::views {

template <class Line> struct Shortened {
    std::vector<Line> lines;
    std::size_t more = 0;
};

struct MeetingView {
    std::string days;   // the next review and the last one
    std::string counts; // "4 conflicts · 1 question without an answer"
    Shortened<TargetBar> targets;
    Shortened<std::string> credits;
    Shortened<FindingLine> findings; // open ones, then those dismissed
    std::size_t open_findings = 0;   // not cut
    std::size_t dismissed_findings = 0;
    Shortened<std::string> faults; // of rows of the log
};

inline constexpr std::size_t kMostTargetBars = 8;
inline constexpr std::size_t kMostCredits = 8;
inline constexpr std::size_t kMostFindingLines = 200;
inline constexpr std::size_t kMostFaults = 5;

// `targets` are those the agenda was made with. Dismissed findings are listed when they are asked for.
[[nodiscard]] MeetingView meetingView(const review::ReviewBook& book, const review::Agenda& agenda,
                                      std::span<const review::SharedTarget> targets,
                                      bool with_dismissed, const Saying& saying);

} // namespace keepable::views
