// SPDX-License-Identifier: MPL-2.0
//
// What became of a promise: what the customer asked for, what was promised first, what is promised
// now, when it was delivered, and each move between with its reason and who asked for it.
//
// Shape:   slips oldest first. One that the deals table shows and the log does not know comes last.
// Rule:    the first promise is the first one in the log and never changes afterwards; where the log
//          begins with a promise moved, what it was moved from; without either the First promise of
//          the table, and without that the date promised there now. Later promises are slips.
//          Who asked: the last question or offer before the move that names its date, else the first
//          since the promise before, else whoever moved it.
// Units:   calendar days; a move to an earlier date is a slip of less than 0 days.
// Source:  domain.md 2.1, 3 (row 17) and 6: the first promise is written once.
#pragma once

#include "review/decision_log.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::review {

// What the deals table says of a deal; of several lines the latest date, delivered when all are.
struct PromiseCells {
    std::optional<planning::Day> requested;
    std::optional<planning::Day> first;
    std::optional<planning::Day> promised;
    std::optional<planning::Day> delivered;
    bool is_owed = false; // firm: the customer has ordered
    bool is_lost = false;

    friend bool operator==(const PromiseCells&, const PromiseCells&) = default;
};

struct Slip {
    planning::Day from;
    planning::Day to;
    std::string reason;
    Name asked_by;
    Side asked_by_side = Side::kNeither;
    std::optional<EventIndex> event; // none: the table was changed and nobody said so in the log

    [[nodiscard]] std::int32_t days() const { return to - from; }
};

struct PromiseHistory {
    std::optional<planning::Day> requested;
    std::optional<planning::Day> first;
    std::optional<planning::Day> current;
    std::optional<planning::Day> delivered;
    std::optional<EventIndex> first_event; // where the log has it
    std::vector<Slip> slips;
    bool table_has_other_first = false; // its First promise is not that of the log
    bool is_owed = false;               // won and not lost
};

[[nodiscard]] PromiseHistory promiseHistory(const DecisionLog& log, std::string_view deal_key,
                                            const PromiseCells& cells);

// How the first promise came out.
enum class Outcome : std::uint8_t {
    kNotJudged, // nothing promised, or nothing owed and nothing delivered
    kOpen,      // owed, and the day is not over
    kKept,      // delivered on the first promised day or before
    kLate,      // delivered after it
    kOverdue    // owed, the day is over, and nothing is delivered
};

[[nodiscard]] Outcome outcomeOf(const PromiseHistory& history, planning::Day as_of);

// Days past the first promise: until delivery, or until `as_of` for one that is overdue. 0 for one
// kept; none for one that cannot be judged yet.
[[nodiscard]] std::optional<std::int32_t> daysLate(const PromiseHistory& history,
                                                   planning::Day as_of);

} // namespace keepable::review
