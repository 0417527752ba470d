// SPDX-License-Identifier: MPL-2.0
//
// The chance of a promise: the probability that an open deal, if won, is admitted, when every tentative
// deal ranked above it is won independently with its own probability. PROMISE_CHANCE asks for it.
//
// Rule:    in each scenario the won deals are admitted by rank on top of the confirmed set, and a refused
//          one takes no capacity; so a rival more may even help, by crowding out a larger one. Firm and
//          held deals are kept or not: 1 or 0. A tentative deal without a probability counts as won for
//          certain, as it counts in full in the weighted load. An INFEASIBLE one has chance 0.
//          Exact where the situations that can come about are few enough to be gone through
//          (chance_exact.hpp), else played through (chance_scenarios.hpp) in as many scenarios as the
//          setting says, yet never fewer than kFewestScenarios.
// Example: two deals of 100 h and 50 % on 100 h: the one ranked first has 1, the other 0.5, exactly.
// Units:   0 to 1. The standard error of k of n scenarios is that of k + 2 of n + 4 (Agresti & Coull 1998),
//          so that it is never 0 for want of scenarios, and at most 0.01.
// Errors:  none.
// Source:  contract 3.10. Checked against enumeration of every outcome in tests/proposals.
#pragma once

#include "proposals/contest.hpp"
#include "proposals/win_table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace keepable::proposals {

struct Chance {
    double value = 0;
    // Kept in so many of so many scenarios; both 0 for an exact chance.
    std::uint32_t kept = 0;
    std::uint32_t scenarios = 0;
    double standard_error = 0;

    [[nodiscard]] bool isExact() const { return scenarios == 0; }
    friend bool operator==(const Chance&, const Chance&) = default;
};

[[nodiscard]] Chance exactChance(double value);
[[nodiscard]] Chance countedChance(std::uint32_t kept, std::uint32_t scenarios);

inline constexpr std::uint32_t kFewestScenarios = 2'500; // a standard error of 0.01 at 50 %

// How chances are worked out. The defaults are for everybody; tests take others.
struct ChanceMethod {
    std::uint64_t seed = 20'260'105;
    // Exact while no more than so many situations differ.
    std::size_t most_situations = 4'096;
    std::size_t most_cells = 1'000'000; // see contestedSpans()
};

[[nodiscard]] std::uint32_t scenariosOf(const planning::PlanSettings& settings);

// The tentative deals that fit beside the confirmed set alone, by rank: all that can ever be admitted.
[[nodiscard]] std::vector<planning::DealIndex> openDeals(const planning::CheckedPlan& plan);

// The chances of all deals of a plan, contest by contest when first asked for, and kept: whatever is asked
// first, the answers are the same.
class PromiseChances {
  public:
    explicit PromiseChances(const planning::CheckedPlan& plan, ChanceMethod method = {});

    // `plan` is the one it was made for. None for deals that are closed or to check.
    [[nodiscard]] std::optional<Chance> of(const planning::CheckedPlan& plan,
                                           planning::DealIndex deal);

  private:
    void solve(const planning::CheckedPlan& plan, const Contest& contest);

    ChanceMethod method_;
    std::uint32_t scenarios_;
    ConfirmedWork confirmed_;
    std::vector<Luck> lucks_; // by deal
    std::vector<Contest> contests_;
    std::vector<std::uint32_t> contest_of_deal_; // kNone for deals in none
    std::vector<std::optional<Chance>> chances_; // by deal
};

} // namespace keepable::proposals
