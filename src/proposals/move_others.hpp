// SPDX-License-Identifier: MPL-2.0
//
// Room made by others: later dates for deals that matter less, so that a refused deal is kept as
// promised. Of all sets of deals and dates, the one with the least value times days of delay.
//
// Who may be moved: a deal that is kept and whose commitment is no stronger than that of the refused
//          one: for a firm deal anyone, for a held deal held and open ones, for an open deal only open
//          ones. A deal is refused because of deals that are served before it, so "lower-ranked"
//          cannot mean served later: moving those would make no room. What it means is who matters
//          less, and among deals of equal commitment that is the value lost by the delay itself. An
//          open deal that is INFEASIBLE is up against firm and held ones and cannot move them.
// Move:    all lines promised before the new date go there, the others stay. The delay is that of the
//          earliest line with something left. Nobody is moved forward.
// Least:   value times days; a deal without a value costs nothing, so ties go by days of delay in all,
//          then by number of deals, then by sheet order. With few deals around every set is looked at;
//          with many, those most promising within a budget of tries. Dates are given one deal after
//          another, each the first that fits, in every order of up to kMostOrdered deals. Among at most
//          kFew deals every date is looked at after that, within a budget of its own: the first may
//          leave the room to somebody else. There the result is the least of all sets and dates
//          (tests/proposals/ways_out_small_test.cpp).
// Harm:    the engine is asked about every set that would be the best so far: the deal and all moved
//          ones are KEEPABLE, no other verdict gets worse.
// Source:  issue 5, point 1d; contract 3.5.
#pragma once

#include "proposals/conflict.hpp"
#include "proposals/proposal.hpp"

#include <optional>

namespace keepable::proposals {

inline constexpr std::size_t kMostOrdered = 4;
inline constexpr std::size_t kFew = 12; // deals around, or that may be moved

// Dates only, by line.
[[nodiscard]] std::optional<Changes> movedOthers(Conflict& conflict);

// Whether `other` may be moved for the deal.
[[nodiscard]] bool mayMoveFor(const planning::PlanReport& report, planning::DealIndex other,
                              planning::DealIndex deal);

} // namespace keepable::proposals
