// SPDX-License-Identifier: MPL-2.0
//
// The ways out of a conflict: for a refused deal every kind of proposal that there is, each checked
// by the engine, best first. And, for deals that are kept, the promises that could be moved forward.
//
// Refused: re-date, add capacity, split, move others and alternative where they are possible, and
//          always, last, accept the risk. A kind has at most one proposal, so its name is its id.
// Kept:    an open (tentative) deal has `win by` alone; all others have none.
// Rank:    by the setting `Rank proposals by`; ties by days late, extra cost (unknown last), value at
//          stake, deals affected, then in the order of ProposalKind. Always fewer or less first.
//          `win by` and `accept risk` come after those that change something.
// Win by:  the last day on which an open deal can still be won for its promise to hold. `win_by` is
//          asked about a plan to which the proposal has been applied; its answer goes into every
//          proposal of an open deal.
// Threads: asking moves work about on the plan's board and puts it back: one thread at a time.
// Source:  issue 5, point 1.
#pragma once

#include "planning/promise_check.hpp"
#include "proposals/proposal.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace keepable::proposals {

// None: the deal does not fit, or the caller does not want to know.
using WinBy =
    std::function<std::optional<planning::Day>(planning::CheckedPlan&, planning::DealIndex)>;

// Empty for deals that are closed or to be checked.
[[nodiscard]] std::vector<Proposal> waysOut(planning::CheckedPlan& plan, planning::DealIndex deal,
                                            const WinBy& win_by = {});

// A kept promise that could be moved forward, all else as it is: every line promised later than the
// date takes it. None: there is no earlier date. No verdict of another deal gets worse.
[[nodiscard]] std::optional<std::vector<DateChange>> earlierPossible(planning::CheckedPlan& plan,
                                                                     planning::DealIndex deal);

} // namespace keepable::proposals
