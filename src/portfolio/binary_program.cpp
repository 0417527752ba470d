// SPDX-License-Identifier: MPL-2.0
#include "portfolio/binary_program.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace keepable::portfolio {

namespace {

__extension__ using Wide = __int128;

// Adds up; false when a number is negative or the sum too large.
bool addWithin(std::int64_t number, std::int64_t& sum) {
    if (number < 0 || number > kMostExact - sum) {
        return false;
    }
    sum += number;
    return true;
}

// What is left of every row.
std::vector<std::int64_t> leftBeside(const BinaryProgram& program, const std::vector<bool>& taken) {
    std::vector<std::int64_t> left;
    left.reserve(program.rows.size());
    for (const Row& row : program.rows) {
        std::int64_t rest = row.capacity;
        for (const Term& term : row.terms) {
            rest -= taken[term.column] ? term.coefficient : 0;
        }
        left.push_back(rest);
    }
    return left;
}

std::vector<bool> markedAmong(std::size_t count, std::span<const Column> chosen) {
    std::vector<bool> marked(count);
    for (const Column column : chosen) {
        marked[column] = true;
    }
    return marked;
}

struct Place {
    std::uint32_t row;
    std::int64_t coefficient;
};

std::vector<std::vector<Place>> placesOf(const BinaryProgram& program) {
    std::vector<std::vector<Place>> places(program.weights.size());
    for (std::uint32_t row = 0; row < program.rows.size(); ++row) {
        for (const Term& term : program.rows[row].terms) {
            places[term.column].push_back({row, term.coefficient});
        }
    }
    return places;
}

std::int64_t totalOf(const std::vector<std::int64_t>& weights) {
    return std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
}

} // namespace

bool isExact(const BinaryProgram& program) {
    std::int64_t total = 0;
    for (const std::int64_t weight : program.weights) {
        if (!addWithin(weight, total)) {
            return false;
        }
    }
    return std::all_of(program.rows.begin(), program.rows.end(), [&](const Row& row) {
        std::int64_t sum = 0;
        return row.capacity >= 0 && row.capacity <= kMostExact &&
               std::all_of(row.terms.begin(), row.terms.end(), [&](const Term& term) {
                   return term.column < program.weights.size() && term.coefficient > 0 &&
                          addWithin(term.coefficient, sum);
               });
    });
}

std::int64_t valueOf(const BinaryProgram& program, std::span<const Column> chosen) {
    std::int64_t value = 0;
    for (const Column column : chosen) {
        value += program.weights[column];
    }
    return value;
}

bool isFeasible(const BinaryProgram& program, std::span<const Column> chosen) {
    const auto left = leftBeside(program, markedAmong(program.weights.size(), chosen));
    return std::all_of(left.begin(), left.end(), [](std::int64_t rest) { return rest >= 0; });
}

Columns repaired(const BinaryProgram& program, std::span<const Column> chosen) {
    std::vector<bool> taken = markedAmong(program.weights.size(), chosen);
    std::vector<std::int64_t> left = leftBeside(program, taken);
    const auto places = placesOf(program);
    Columns by_weight(program.weights.size());
    std::iota(by_weight.begin(), by_weight.end(), Column{0});
    std::stable_sort(by_weight.begin(), by_weight.end(), [&](Column one, Column other) {
        return program.weights[one] > program.weights[other];
    });
    for (auto column = by_weight.rbegin(); column != by_weight.rend(); ++column) {
        const bool is_in_the_way =
            taken[*column] && std::any_of(places[*column].begin(), places[*column].end(),
                                          [&](const Place& place) { return left[place.row] < 0; });
        if (is_in_the_way) {
            taken[*column] = false;
            for (const Place& place : places[*column]) {
                left[place.row] += place.coefficient;
            }
        }
    }
    for (const Column column : by_weight) {
        const bool fits =
            !taken[column] &&
            std::all_of(places[column].begin(), places[column].end(),
                        [&](const Place& place) { return left[place.row] >= place.coefficient; });
        if (fits) {
            taken[column] = true;
            for (const Place& place : places[column]) {
                left[place.row] -= place.coefficient;
            }
        }
    }
    Columns result;
    for (Column column = 0; column < taken.size(); ++column) {
        if (taken[column]) {
            result.push_back(column);
        }
    }
    return result;
}

std::size_t forbid(BinaryProgram& program, std::span<const Column> chosen) {
    const std::vector<bool> taken = markedAmong(program.weights.size(), chosen);
    std::vector<Row> covers;
    std::vector<Term> terms;
    for (const Row& row : program.rows) {
        terms.clear();
        std::copy_if(row.terms.begin(), row.terms.end(), std::back_inserter(terms),
                     [&](const Term& term) { return taken[term.column]; });
        std::stable_sort(terms.begin(), terms.end(), [](const Term& one, const Term& other) {
            return one.coefficient > other.coefficient;
        });
        Row cover;
        std::int64_t sum = 0;
        for (const Term& term : terms) {
            sum += term.coefficient;
            cover.terms.push_back({term.column, 1});
            if (sum > row.capacity) {
                cover.capacity = static_cast<std::int64_t>(cover.terms.size()) - 1;
                std::sort(
                    cover.terms.begin(), cover.terms.end(),
                    [](const Term& one, const Term& other) { return one.column < other.column; });
                covers.push_back(std::move(cover));
                break;
            }
        }
    }
    program.rows.insert(program.rows.end(), covers.begin(), covers.end());
    return covers.size();
}

std::int64_t quickBound(const BinaryProgram& program) {
    const std::int64_t total = totalOf(program.weights);
    std::int64_t bound = total;
    std::vector<Term> terms;
    for (const Row& row : program.rows) {
        terms = row.terms;
        std::int64_t value = total;
        for (const Term& term : terms) {
            value -= program.weights[term.column];
        }
        std::stable_sort(terms.begin(), terms.end(), [&](const Term& one, const Term& other) {
            return Wide{program.weights[one.column]} * other.coefficient >
                   Wide{program.weights[other.column]} * one.coefficient;
        });
        std::int64_t left = row.capacity;
        for (const Term& term : terms) {
            const std::int64_t weight = program.weights[term.column];
            if (term.coefficient > left) {
                value += static_cast<std::int64_t>(Wide{weight} * left / term.coefficient);
                break;
            }
            left -= term.coefficient;
            value += weight;
        }
        bound = std::min(bound, value);
    }
    return bound;
}

Reduced reduced(const BinaryProgram& program) {
    Reduced result{program, 1};
    std::int64_t common = 0;
    for (const std::int64_t weight : program.weights) {
        common = std::gcd(common, weight);
    }
    if (common > 1) {
        result.unit = common;
        for (std::int64_t& weight : result.program.weights) {
            weight /= common;
        }
    }
    for (Row& row : result.program.rows) {
        common = 0;
        for (const Term& term : row.terms) {
            common = std::gcd(common, term.coefficient);
        }
        if (common > 1) {
            for (Term& term : row.terms) {
                term.coefficient /= common;
            }
            row.capacity /= common;
        }
    }
    return result;
}

} // namespace keepable::portfolio
