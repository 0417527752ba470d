// SPDX-License-Identifier: MPL-2.0
//
// A choice as a program in zeros and ones: which columns to choose for the most weight, while every row
// keeps its capacity. What the solver is given and what it gives back, and the exact arithmetic that judges
// it: whatever a solver says in floating point is believed only as far as these integers bear it out.
//
// Shape:   terms of a row by column, each column at most once, coefficients above zero. Chosen columns are
//          sorted.
// Units:   weights and coefficients are counts of somebody's smallest units, none below zero; sums stay
//          within kMostExact, above which a double is no exact integer any more.
// Errors:  a program that isExact() refuses must not be handed to a solver; a column out of range is our
//          mistake.
// Source:  issue 5, point 3.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace keepable::portfolio {

using Column = std::uint32_t;
using Columns = std::vector<Column>;

inline constexpr std::int64_t kMostExact = std::int64_t{1} << 53;

struct Term {
    Column column = 0;
    std::int64_t coefficient = 0;

    friend bool operator==(const Term&, const Term&) = default;
};

struct Row {
    std::vector<Term> terms;
    std::int64_t capacity = 0;

    friend bool operator==(const Row&, const Row&) = default;
};

struct BinaryProgram {
    std::vector<std::int64_t> weights; // by column
    std::vector<Row> rows;
};

// The best that is known of a program: a choice, and what no choice can exceed.
struct Answer {
    Columns chosen;
    std::int64_t value = 0;
    std::int64_t bound = std::numeric_limits<std::int64_t>::max();
    bool is_proven = false; // nothing is better: value and bound are the same

    friend bool operator==(const Answer&, const Answer&) = default;
};

// Whether all numbers are in range and doubles carry every sum of weights and every row exactly.
[[nodiscard]] bool isExact(const BinaryProgram& program);

[[nodiscard]] std::int64_t valueOf(const BinaryProgram& program, std::span<const Column> chosen);
[[nodiscard]] bool isFeasible(const BinaryProgram& program, std::span<const Column> chosen);

// A feasible choice near the one given: columns are taken out of overfull rows, least weight first, then
// what still fits is put in, most weight first; ties by column.
[[nodiscard]] Columns repaired(const BinaryProgram& program, std::span<const Column> chosen);

// Adds a row for every row that the choice overfills: of so few columns that are already too much together,
// one has to stay out. No feasible choice is lost. A floating-point solver that takes a choice for feasible
// by its tolerance never comes back with that one. Says how many rows that were.
std::size_t forbid(BinaryProgram& program, std::span<const Column> chosen);

// What no choice can exceed, without a solver: the least over the rows of the weight of all columns when
// that row alone counts and columns may be cut.
[[nodiscard]] std::int64_t quickBound(const BinaryProgram& program);

// The same program in the smallest numbers: every row divided by what its coefficients have in common, the
// weights by `unit`. A capacity is rounded down, which changes nothing.
struct Reduced {
    BinaryProgram program;
    std::int64_t unit = 1; // of a weight
};
[[nodiscard]] Reduced reduced(const BinaryProgram& program);

} // namespace keepable::portfolio
