// SPDX-License-Identifier: MPL-2.0
//
// A binary program as keepable-solver reads it, and the lines it answers with; the form of both is in
// keepable_solver.cpp.
//
// Shape:   terms by row, in the order they came. A choice is a list of columns, those that are one.
// Thread:  two processes may speak at the same time: no line of one comes inside a line of the other.
#pragma once

#include <OsiClpSolverInterface.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <sys/types.h>
#include <vector>

namespace keepable::solver {

struct Problem {
    std::string seconds;
    std::vector<double> weights;
    std::vector<double> capacities;
    std::vector<int> row_of_term;
    std::vector<int> column_of_term;
    std::vector<double> coefficient_of_term;
    std::vector<int> start; // a feasible choice
};

// From standard input; false when that makes no sense.
[[nodiscard]] bool readProblem(Problem& problem);

// Minimises the weights with their sign changed, every column between zero and one.
void load(const Problem& problem, OsiClpSolverInterface& solver);

// Where two processes speak: lines go to a file, and the last incumbent stands on the board for the other
// process to see.
class Board {
  public:
    Board(int file, std::size_t columns);
    Board(const Board&) = delete;
    Board& operator=(const Board&) = delete;
    ~Board();

    void say(const std::string& line) const;
    // "found 2 0 17": a kind of choice.
    void sayChoice(const char* kind, const std::vector<int>& columns) const;
    // Says it and posts it.
    void sayIncumbent(const std::vector<int>& columns) const;
    // Whether there is an incumbent that has not been seen.
    [[nodiscard]] bool hasNew(std::uint32_t& seen, std::vector<int>& columns) const;
    // Kills the other process while it is not speaking.
    void silence(pid_t other) const;

  private:
    struct Posted;

    void write(const std::string& line) const;

    int file_;
    int lock_; // held by whoever speaks or posts; the system frees it when a process dies
    std::size_t columns_;
    Posted* posted_; // seen by both processes; null where there is no memory for it
};

} // namespace keepable::solver
