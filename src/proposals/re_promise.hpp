// SPDX-License-Identifier: MPL-2.0
//
// The re-promise run: all open and confirmed deals are promised anew at once, after capacity or
// priorities have changed. Every deal has a confirmation strategy (planning/strategy.hpp); it says who is
// served before whom, and which way a date may move.
//
// Order:    by strategy, win first, lose last; within a strategy by the rank of the contract, as the
//           plan stands now. Each deal is served beside the work of those before it and takes nothing
//           from them.
// Dates:    win keeps its dates. Gain keeps them where they fit and then moves as far forward as there
//           is room. Redistribute takes the first date there is. Fill and lose keep their dates where
//           they fit, else take the first later one. Deals with several dates: feasible_dates.hpp.
// Left:     a win or gain deal that does not fit on its dates, and one of the others that fits on none,
//           is left alone and listed. Its row stays as it is, so the plan still counts it: the work of
//           a firm or held one will be done all the same, before all open deals (contract 3.5), and any
//           may be kept by its rank. That room is not given to others, whatever their strategy: the
//           engine is asked, and where it refuses a deal that was served, all are served once more.
//           A deal left alone that is KEEPABLE in the end is kept after all.
// Checked:  by the engine, on a copy: with the changes, each deal that is not an exception and not
//           without a date is KEEPABLE.
// Again:    run on its own result it changes nothing, as long as all deals have a date and the rank
//           does not hang on promised dates; else the second run may serve in another order, or find
//           room that deals left alone no longer take.
// Errors:   strategies of other deals throw std::logic_error. A run that is stopped has no result.
// Source:   issue 5, point 6. Checked against a slow twin in tests/proposals.
#pragma once

#include "planning/promise_check.hpp"
#include "planning/strategy.hpp"
#include "proposals/proposal.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace keepable::proposals {

enum class Outcome : std::uint8_t {
    kEarlier,   // a line moves forward, none back
    kKept,      // all dates stay, and are kept
    kLater,     // a line moves back
    kException, // win and gain: left alone, for a person to decide
    kNoDate     // the others: left alone, there is no date
};

struct Repromised {
    planning::DealIndex deal = 0;
    planning::DealStrategy strategy;
    Outcome outcome = Outcome::kKept;
    // Its strategy has no date for it. Kept all the same when the rank gives it the room.
    bool is_left_alone = false;
    std::vector<DateChange> lines; // with something left, those that stay included
    planning::Verdict before = planning::Verdict::kKeepable;
    planning::Verdict after = planning::Verdict::kKeepable;
    // Why it does not fit where it was promised, with the bottleneck: later, beside those served
    // before it; left alone, as the engine says of it in the end.
    std::optional<planning::Refusal> refusal;
};

struct RePromise {
    std::vector<Repromised> deals; // by order of service
    Changes changes;               // dates only
    planning::PlanReport after;    // of the plan with the changes

    [[nodiscard]] std::uint32_t count(Outcome outcome) const;
};

// Asked every now and then; true ends the run.
using ShouldStop = std::function<bool()>;

// `strategies` has one entry a deal. None when stopped.
[[nodiscard]] std::optional<RePromise>
rePromise(const planning::CheckedPlan& plan, const std::vector<planning::DealStrategy>& strategies,
          const ShouldStop& should_stop = {});

} // namespace keepable::proposals
