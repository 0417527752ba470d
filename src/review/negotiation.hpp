// SPDX-License-Identifier: MPL-2.0
//
// What each side may do next about a deal, how long it has been waited for, and the threads of all
// deals beside their log.
//
// Rule:    what is allowed here is what a person is offered; what people write into the log all the
//          same is taken by thread.hpp as far as it means anything.
// Units:   waits count calendar days.
#pragma once

#include "review/thread.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::review {

// What this side may do now, in the order of Action. Notes are always allowed and not listed.
[[nodiscard]] std::vector<Action> allowedActions(const Thread& thread, Side side);
[[nodiscard]] bool isAllowed(const Thread& thread, Side side, Action action);

// How long a question may wait before it is looked for, where nobody says otherwise: half a week of a
// review that is held every week.
inline constexpr std::int32_t kUnansweredDays = 3;

// Whole days a wait has lasted; never below 0.
[[nodiscard]] std::int32_t daysWaiting(const Wait& wait, planning::Day today);
// The longest wait for an answer, a request's included; none where nothing is unanswered.
[[nodiscard]] std::optional<std::int32_t> daysUnanswered(const Thread& thread, planning::Day today);

// The risk that is accepted on this day.
[[nodiscard]] const AcceptedRisk* riskOn(const Thread& thread, planning::Day today);

// The threads of a log, kept up to date as it grows.
class Threads {
  public:
    Threads() = default;
    explicit Threads(const DecisionLog& log);

    void take(const LogEvent& event, EventIndex index);
    // Null for a deal of which the log says nothing.
    [[nodiscard]] const Thread* of(std::string_view deal_key) const;
    [[nodiscard]] const std::map<std::string, Thread, std::less<>>& all() const { return threads_; }

  private:
    std::map<std::string, Thread, std::less<>> threads_; // of deals alone
};

} // namespace keepable::review
