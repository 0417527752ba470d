// SPDX-License-Identifier: MPL-2.0
//
// Open deals that contend for the same room. A contest is a group of tentative deals and the contested
// spans of days that tie them together; deals of different contests never decide over one another, and a
// deal in no contest is kept whatever is won.
//
// Shape:   deals by rank. The claims of a deal are what it takes inside each contested span; those of deal
//          number i are claims[first_claim[i]] up to claims[first_claim[i + 1]]. On a crowded resource
//          there are no claims: the deal's loads themselves count.
// Units:   exact Hours.
// Errors:  only tentative deals that fit beside the confirmed set alone may be asked for; the others are
//          never admitted and no rivals.
// Source:  contract 3.5 and 3.10.
#pragma once

#include "planning/promise_check.hpp"
#include "proposals/contested_spans.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace keepable::proposals {

// What the confirmed set has laid, by resource, sorted by first slot.
using ConfirmedWork = std::vector<std::vector<SlotWork>>;

[[nodiscard]] ConfirmedWork confirmedWork(const planning::CheckedPlan& plan);

struct Claim {
    std::uint32_t span = 0;
    planning::Hours hours;
};

struct Contest {
    std::vector<planning::DealIndex> deals;
    std::vector<std::uint32_t> first_claim; // one entry more than deals
    std::vector<Claim> claims;
    std::vector<planning::Hours> rooms; // by span
    // By span: the first deal, as its place in `deals`, that may find too little room there.
    std::vector<std::uint32_t> first_in_doubt;
    std::vector<planning::ResourceIndex> crowded; // sorted

    [[nodiscard]] std::span<const Claim> claimsOf(std::size_t place) const {
        return std::span{claims}.subspan(first_claim[place],
                                         first_claim[place + 1] - first_claim[place]);
    }
    // Whether it may be refused at all, by what is ranked above it.
    [[nodiscard]] bool isInDoubt(std::size_t place) const;
};

struct Contests {
    std::vector<Contest> contests; // by their best deal
    std::size_t steps = 0;         // how much work it was to find out
};

// `deals` are by rank. See contestedSpans() for `most_cells`.
[[nodiscard]] Contests contestsAmong(const planning::CheckedPlan& plan,
                                     const ConfirmedWork& confirmed,
                                     std::span<const planning::DealIndex> deals,
                                     std::size_t most_cells);

// The contest of one open deal with those ranked above it, less all that cannot matter to it: deals that
// are never won, deals that share no span with one that matters, and spans that refuse none of these. The
// deal is the last one of the contest; none when nothing can refuse it.
struct DealContest {
    std::optional<Contest> contest;
    std::size_t steps = 0;
};
[[nodiscard]] DealContest contestOf(const planning::CheckedPlan& plan,
                                    const ConfirmedWork& confirmed,
                                    std::span<const planning::DealIndex> above,
                                    planning::DealIndex deal, std::size_t most_cells);

// How likely a deal is won: a tentative one without a probability for certain, as it counts in full in the
// weighted load.
[[nodiscard]] planning::Probability oddsOf(const planning::Deal& deal);
[[nodiscard]] std::vector<planning::Probability>
oddsOfAll(const planning::CheckedPlan& plan, std::span<const planning::DealIndex> deals);

// The loads of a deal, without leave to change them.
[[nodiscard]] std::span<const planning::Load> loadsOf(const planning::PlanBoard& board,
                                                      planning::DealIndex deal);

} // namespace keepable::proposals
