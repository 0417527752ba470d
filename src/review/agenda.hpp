// SPDX-License-Identifier: MPL-2.0
//
// What a review has to talk about: conflicts by what is at stake, questions nobody has answered,
// requests, risks that run out, what was decided and kept since the last one, targets, gaps, credit,
// and who should be there.
//
// Shape:   lists hold indexes into the book or the log; nothing is said in words here.
// Rule:    conflicts that must be decided before the next review come first, the earliest day first;
//          then by value, the largest first, those without a value last; then by decide-by day and
//          sheet order. Of the unanswered, the longest wait comes first.
//          The last review is the last one the log knows of before today, else the last day of the
//          schedule. A risk runs out when its last day comes before the next review, or is over.
// Units:   days are civil; the schedule repeats every so many days from a first one.
// Source:  issue of the review, point 4; domain.md 4.5 and 5.2 (8).
#pragma once

#include "review/credit.hpp"
#include "review/findings.hpp"
#include "review/shared_target.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keepable::review {

struct MeetingSchedule {
    planning::Day first;
    std::int32_t every_days = 7; // 14: every other week

    friend bool operator==(const MeetingSchedule&, const MeetingSchedule&) = default;
};

// The first meeting on this day or after, never before the first one.
[[nodiscard]] planning::Day meetingFrom(const MeetingSchedule& schedule, planning::Day day);
// The last one before this day; none where the first is still to come.
[[nodiscard]] std::optional<planning::Day> meetingBefore(const MeetingSchedule& schedule,
                                                         planning::Day day);
// When the last review was held, by the log, else by the schedule at the beginning of its day.
[[nodiscard]] std::optional<Moment>
lastReview(const DecisionLog& log, const MeetingSchedule& schedule, planning::Day today);

struct OpenWait {
    std::uint32_t deal = 0;
    Wait wait;
    std::int32_t days = 0;
};

struct OpenRequest {
    std::uint32_t deal = 0;
    std::uint32_t request = 0; // in Thread::requests
};

struct Attendee {
    Name name;
    Side side = Side::kNeither;
    std::int32_t points = 0; // of the agenda that are theirs

    friend bool operator==(const Attendee&, const Attendee&) = default;
};

struct Agenda {
    planning::Day on;   // the meeting it is for
    planning::Day next; // the one after
    std::optional<Moment> last;
    std::vector<std::uint32_t> conflicts;
    std::size_t must_decide = 0; // the first of the conflicts, before the next review
    std::vector<OpenWait> unanswered;
    std::vector<OpenRequest> requests; // pending, oldest first
    std::vector<std::uint32_t> risks;  // deals whose accepted risk runs out
    std::vector<EventIndex> decisions; // since the last review
    std::vector<std::uint32_t> kept;   // delivered in time since then
    std::vector<std::uint32_t> broken; // delivered late since then, or overdue now
    Reliability reliability;           // of all first promises that can be judged today
    std::vector<Credit> credits;
    FindingList findings;
    std::vector<TargetStanding> standings; // by the targets
    std::vector<Attendee> attendees;       // sales first, then most points, then name
};

[[nodiscard]] Agenda agendaOf(const ReviewBook& book, const std::vector<SharedTarget>& targets,
                              const MeetingSchedule& schedule);

// Whose word a decision typed into the agenda is. The meeting decides together, so it is that of the
// side that has to say it: ops for capacity, sales for promises, whoever has the turn for answers;
// else of whoever takes it down.
[[nodiscard]] Side sideOfDecision(const Thread* thread, Action action, Side taken_down_by);

} // namespace keepable::review
