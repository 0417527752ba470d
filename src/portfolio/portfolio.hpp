// SPDX-License-Identifier: MPL-2.0
//
// The best portfolio of a plan: which open deals to keep as promised, which to re-date and which to decline,
// so that the goal is met best while everything kept fits beside the firm and held deals. An answer of the
// quick search comes at once, then the solver improves it until it is proven, the time is up or the user
// stops it.
//
// Shape:   one decision for every open deal, by rank. Moves name the lines of a re-dated deal that get its
//          new date; lines promised later stay.
// Rule:    whatever is kept has been checked by the engine: with the moves made and the declined deals closed,
//          every kept deal is KEEPABLE, and the verdicts of firm and held deals stay as they are. Among choices
//          of the same value that differ in one deal only, keeping beats re-dating, an early date a late
//          one, and being kept being declined.
// Errors:  without a solver, or with one that fails, the answer of the quick search with its bound; `failure`
//          says why.
// Source:  issue 5, point 3.
#pragma once

#include "portfolio/portfolio_model.hpp"
#include "portfolio/solver.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace keepable::portfolio {

enum class DecisionKind : std::uint8_t { kKeep, kReDate, kDecline };

// The constant word on the sheet: KEEP, RE-DATE or DECLINE.
[[nodiscard]] std::string_view decisionWord(DecisionKind kind);

struct Decision {
    planning::DealIndex deal = 0;
    DecisionKind kind = DecisionKind::kDecline;
    std::optional<planning::Day> date; // kReDate: the new one

    friend bool operator==(const Decision&, const Decision&) = default;
};

struct LineMove {
    planning::DealIndex deal = 0;
    std::uint32_t line = 0; // in PlanInput::lines
    planning::Day from;
    planning::Day to;

    friend bool operator==(const LineMove&, const LineMove&) = default;
};

struct Portfolio {
    Goal goal = Goal::kValue;
    std::vector<Decision> decisions;
    std::vector<LineMove> moves; // by line
    // Of the goal, in weights of the model times their unit: 1/10,000 of the currency.
    std::int64_t value = 0;
    std::int64_t bound = 0;
    bool is_proven = false;
    SolverEnd end = SolverEnd::kFailed;
    std::string failure = {}; // English, for a log

    // How far below the best possible it is at most, in millionths of that, rounded up.
    [[nodiscard]] std::int64_t gapMillionths() const;
    friend bool operator==(const Portfolio&, const Portfolio&) = default;
};

struct PortfolioProgress {
    std::int64_t value = 0; // as in Portfolio
    std::int64_t bound = 0;
};

struct PortfolioTask {
    std::chrono::milliseconds time_limit{10'000}; // of the solver, all its rounds together
    std::stop_token stop = {};
    // Told of every better answer, on the caller's thread; may be empty.
    std::function<void(const PortfolioProgress&)> tell = {};
};

// `solver` may be null: then the quick search alone. The board is moved about and put back.
[[nodiscard]] Portfolio bestPortfolio(planning::CheckedPlan& plan, const Question& question,
                                      Solver* solver, const PortfolioTask& task);

// The plan with the moves made and the declined deals closed.
[[nodiscard]] planning::PlanInput applied(planning::PlanInput input, const Portfolio& portfolio);

} // namespace keepable::portfolio
