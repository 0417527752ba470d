// SPDX-License-Identifier: MPL-2.0
//
// What keepable-solver is told and what it says, as text; the form is in solver/keepable_solver.cpp. Lines
// come in pieces; whatever makes no sense is noticed and never believed.
//
// Rule:    a choice counts as what is feasible of it in exact integers. A bound counts with a margin of
//          1e-11 of itself for the rounding of a floating-point solver, in whole units.
//          What was found beside the search counts until the search is finished; then its own choice of the
//          same value does, which does not depend on who was first.
// Source:  issue 5, point 3.
#pragma once

#include "portfolio/binary_program.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace keepable::portfolio {

[[nodiscard]] std::string programText(const BinaryProgram& program, std::span<const Column> start,
                                      std::chrono::milliseconds time_limit);

// Listens to the lines and keeps the best answer.
class SolverListener {
  public:
    // The program must outlive the listener; `start` is feasible.
    SolverListener(const BinaryProgram& program, std::span<const Column> start);

    // Takes what has come; true when the answer got better.
    bool hear(std::string_view piece);

    [[nodiscard]] const Answer& answer() const { return answer_; }
    [[nodiscard]] bool isDone() const { return is_done_; }
    // After the end: see SolverResult.
    [[nodiscard]] const Columns& refused() const { return refused_; }
    // What the solver complained of, or the first line that made no sense; empty when all is well.
    [[nodiscard]] const std::string& failure() const { return failure_; }

  private:
    bool hearLine(std::string_view line);
    std::optional<Columns> choiceIn(std::string_view words);
    bool hearFound(std::string_view words);
    bool hearIncumbent(std::string_view words);
    bool hearBound(std::string_view words);
    bool hearDone(std::string_view words);
    bool take(const Columns& feasible);

    const BinaryProgram& program_;
    Answer answer_;
    std::string rest_;  // of a line whose end has not come
    Columns incumbent_; // the last one, as far as it is feasible
    Columns refused_;
    bool is_done_ = false;
    std::string failure_;
};

} // namespace keepable::portfolio
