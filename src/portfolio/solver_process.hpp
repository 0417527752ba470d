// SPDX-License-Identifier: MPL-2.0
//
// The solver in a process of its own, so that neither a crash nor a hang of it costs any data, and a time
// limit holds because the process is killed. The executable is solver/keepable_solver.cpp; where it lies
// is the caller's matter.
//
// Shape:   one process a solve(), gone when that returns. It gets the program on its standard input and
//          answers in lines, see solver/keepable_solver.cpp. A choice it names is checked, and if need be
//          repaired, in exact integers; a bound counts with a margin for rounding.
// Rule:    the search takes the way it takes by itself, whatever the start; beside it better choices are
//          looked for near the start. The best of all comes back. A solver that goes on is killed when the
//          time limit is over by a twentieth.
//          The answer is proven when the search is finished and its bound, margin included, is less than one
//          unit of weight above the value. Then equal input gives an equal answer, that of the search itself:
//          nothing in it depends on the clock.
// Errors:  see solver.hpp.
// Thread:  solve() blocks the thread it is called on; when that thread ends, the process is killed.
#pragma once

#include "portfolio/solver.hpp"

#include <string>

namespace keepable::portfolio {

class SolverProcess : public Solver {
  public:
    explicit SolverProcess(std::string executable) : executable_(std::move(executable)) {}

    [[nodiscard]] SolverResult solve(const BinaryProgram& program, std::span<const Column> start,
                                     const SolverTask& task) override;

  private:
    std::string executable_;
};

} // namespace keepable::portfolio
