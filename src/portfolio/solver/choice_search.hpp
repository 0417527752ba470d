// SPDX-License-Identifier: MPL-2.0
//
// Better choices near known ones, by exchanging a few columns at a time, while the exact search goes its own
// way in another process and puts its incumbents on the board.
//
// Shape:   a descent takes up to two columns out and puts up to two others in as long as that weighs more; then
//          a column is forced in, and the next descent begins from there.
// Rule:    worth exchanging are the columns about which the relaxed program is least sure: those that would
//          have to pay least, by their reduced cost, for being otherwise than now. So many of them, shaken
//          a little, are looked at in a descent.
// Errors:  what cannot go on ends the process. Choices are feasible as far as doubles carry the sums.
// Source:  Vasquez and Hao, "A hybrid approach for the 0-1 multidimensional knapsack problem", 2001, for the
//          relaxed program as guide; Lourenço, Martin and Stützle, "Iterated local search", 2003.
#pragma once

#include "portfolio/solver/problem.hpp"

namespace keepable::solver {

// Does not come back.
[[noreturn]] void searchChoices(const Problem& problem, const Board& board) noexcept;

} // namespace keepable::solver
