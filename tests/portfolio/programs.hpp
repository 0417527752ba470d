// SPDX-License-Identifier: MPL-2.0
//
// Small random programs, and the best choice of one by looking at all of them.
#pragma once

#include "portfolio/binary_program.hpp"
#include "support/random_plan.hpp"

#include <algorithm>
#include <cstdint>

namespace keepable::portfolio {

inline BinaryProgram randomProgram(std::uint64_t seed, std::int64_t columns, std::int64_t rows,
                                   std::int64_t most_weight = 1'000) {
    support::Dice dice(seed);
    BinaryProgram program;
    for (std::int64_t column = 0; column < columns; ++column) {
        program.weights.push_back(dice.between(0, most_weight));
    }
    for (std::int64_t row = 0; row < rows; ++row) {
        Row made;
        std::int64_t sum = 0;
        for (Column column = 0; column < static_cast<Column>(columns); ++column) {
            if (!dice.onceIn(4)) {
                made.terms.push_back({column, dice.between(1, 1'000)});
                sum += made.terms.back().coefficient;
            }
        }
        made.capacity = sum / dice.between(2, 4);
        program.rows.push_back(std::move(made));
    }
    return program;
}

inline std::int64_t bestValue(const BinaryProgram& program) {
    std::int64_t best = 0;
    Columns chosen;
    for (std::uint32_t set = 0; set < 1U << program.weights.size(); ++set) {
        chosen.clear();
        for (Column column = 0; column < program.weights.size(); ++column) {
            if ((set >> column & 1U) != 0) {
                chosen.push_back(column);
            }
        }
        if (isFeasible(program, chosen)) {
            best = std::max(best, valueOf(program, chosen));
        }
    }
    return best;
}

} // namespace keepable::portfolio
