// SPDX-License-Identifier: MPL-2.0
//
// What a solver of binary programs is to the rest: it looks for a better choice until it has proven that
// there is none, its time is up or it is told to stop. Whatever happens to it, the best choice known so far
// comes back.
//
// Errors:  a solver that cannot be started, breaks down or talks nonsense says so in `failure`; its answer
//          is then what was known before, at worst the start it was given.
// Source:  issue 5, point 3.
#pragma once

#include "portfolio/binary_program.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>

namespace keepable::portfolio {

enum class SolverEnd : std::uint8_t {
    kProven,    // the search is finished
    kTimeIsUp,  // the best so far
    kCancelled, // the best so far
    kFailed     // see `failure`; the best so far
};

// How far, for how long and who is told. Progress comes on the caller's thread.
struct SolverTask {
    std::chrono::milliseconds time_limit{10'000};
    std::stop_token stop = {};
    std::function<void(const Answer&)> tell = {}; // may be empty
};

struct SolverResult {
    Answer answer;
    SolverEnd end = SolverEnd::kFailed;
    std::string failure = {}; // English, for a log
    // A choice that the solver took for feasible by its tolerance, so that nothing is proven although its
    // search is finished: see forbid(). Else empty.
    Columns refused = {};
};

class Solver {
  public:
    Solver() = default;
    Solver(const Solver&) = delete;
    Solver& operator=(const Solver&) = delete;
    virtual ~Solver() = default;

    // `start` is a feasible choice, possibly of nothing.
    [[nodiscard]] virtual SolverResult
    solve(const BinaryProgram& program, std::span<const Column> start, const SolverTask& task) = 0;
};

} // namespace keepable::portfolio
