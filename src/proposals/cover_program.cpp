// SPDX-License-Identifier: MPL-2.0
#include "proposals/cover_program.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace keepable::proposals {

namespace {

__extension__ using Wide = __int128;

struct Overflow {};

Wide times(Wide left, Wide right) {
    Wide product = 0;
    if (__builtin_mul_overflow(left, right, &product)) {
        throw Overflow{};
    }
    return product;
}

Wide plus(Wide left, Wide right) {
    Wide sum = 0;
    if (__builtin_add_overflow(left, right, &sum)) {
        throw Overflow{};
    }
    return sum;
}

// Dual simplex over the rows taken in so far. All numbers stand over one denominator: each basic
// variable is (constant + sum of coefficients times the others) / denominator.
class Dictionary {
  public:
    explicit Dictionary(const std::vector<CoverProgram::Source>& sources)
        : source_count_(sources.size()), column_variable_(sources.size()),
          row_of_source_(sources.size(), kNoRow) {
        std::iota(column_variable_.begin(), column_variable_.end(), std::size_t{0});
        for (const CoverProgram::Source& source : sources) {
            costs_.push_back(source.cost);
        }
    }

    // Units times shares must be at least the demand.
    void require(const std::vector<std::int64_t>& shares, std::int64_t demand) {
        Row row{times(-demand, denominator_), std::vector<Wide>(source_count_, 0),
                source_count_ + rows_.size()};
        for (std::size_t column = 0; column < source_count_; ++column) {
            if (column_variable_[column] < source_count_) {
                row.coefficients[column] = times(shares[column_variable_[column]], denominator_);
            }
        }
        for (std::size_t source = 0; source < source_count_; ++source) {
            if (row_of_source_[source] == kNoRow || shares[source] == 0) {
                continue;
            }
            const Row& basic = rows_[row_of_source_[source]];
            row.constant = plus(row.constant, times(shares[source], basic.constant));
            for (std::size_t column = 0; column < source_count_; ++column) {
                row.coefficients[column] = plus(row.coefficients[column],
                                                times(shares[source], basic.coefficients[column]));
            }
        }
        rows_.push_back(std::move(row));
    }

    // False when the rows cannot be met together.
    bool solve() {
        while (true) {
            std::size_t worst = kNoRow;
            for (std::size_t row = 0; row < rows_.size(); ++row) {
                if (rows_[row].constant < 0 &&
                    (worst == kNoRow || rows_[row].constant < rows_[worst].constant)) {
                    worst = row;
                }
            }
            if (worst == kNoRow) {
                return true;
            }
            const std::size_t column = entering(rows_[worst]);
            if (column == source_count_) {
                return false;
            }
            constexpr int kMostPivots = 1000;
            if (++pivots_ > kMostPivots) {
                throw Overflow{};
            }
            pivot(worst, column);
        }
    }

    // Rounded up.
    [[nodiscard]] std::int64_t units(std::size_t source) const {
        const std::size_t row = row_of_source_[source];
        if (row == kNoRow) {
            return 0;
        }
        const Wide units = plus(rows_[row].constant, denominator_ - 1) / denominator_;
        if (units > INT64_MAX) {
            throw Overflow{};
        }
        return static_cast<std::int64_t>(units);
    }

  private:
    static constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

    struct Row {
        Wide constant;
        std::vector<Wide> coefficients; // by column
        std::size_t variable;           // sources first, then the rows' own
    };

    // Whether the left column costs less for what it gives.
    [[nodiscard]] bool isCheaper(const Row& row, std::size_t left, std::size_t right) const {
        return times(costs_[left], row.coefficients[right]) <
               times(costs_[right], row.coefficients[left]);
    }

    // The column whose cost rises least for what it gives; the first among equals.
    [[nodiscard]] std::size_t entering(const Row& row) const {
        std::size_t best = source_count_;
        for (std::size_t column = 0; column < source_count_; ++column) {
            if (row.coefficients[column] <= 0) {
                continue;
            }
            if (best == source_count_ || isCheaper(row, column, best)) {
                best = column;
            }
        }
        return best;
    }

    void pivot(std::size_t pivot_row, std::size_t pivot_column) {
        const Row old = rows_[pivot_row];
        const Wide head = old.coefficients[pivot_column];
        const auto replace = [&](Wide value, Wide in_column, Wide in_row) {
            return plus(times(value, head), -times(in_column, in_row)) / denominator_;
        };
        for (std::size_t index = 0; index < rows_.size(); ++index) {
            Row& row = rows_[index];
            const Wide in_column = row.coefficients[pivot_column];
            if (index == pivot_row) {
                continue;
            }
            row.constant = replace(row.constant, in_column, old.constant);
            for (std::size_t column = 0; column < source_count_; ++column) {
                if (column != pivot_column) {
                    row.coefficients[column] =
                        replace(row.coefficients[column], in_column, old.coefficients[column]);
                }
            }
        }
        const Wide cost = costs_[pivot_column];
        for (std::size_t column = 0; column < source_count_; ++column) {
            if (column != pivot_column) {
                costs_[column] = replace(costs_[column], cost, old.coefficients[column]);
            }
        }
        Row& entered = rows_[pivot_row];
        entered.constant = -old.constant;
        for (std::size_t column = 0; column < source_count_; ++column) {
            entered.coefficients[column] =
                column == pivot_column ? denominator_ : -old.coefficients[column];
        }
        entered.variable = column_variable_[pivot_column];
        column_variable_[pivot_column] = old.variable;
        if (old.variable < source_count_) {
            row_of_source_[old.variable] = kNoRow;
        }
        if (entered.variable < source_count_) {
            row_of_source_[entered.variable] = pivot_row;
        }
        denominator_ = head;
    }

    std::size_t source_count_;
    std::vector<std::size_t> column_variable_;
    std::vector<std::size_t> row_of_source_;
    std::vector<Wide> costs_; // by column
    std::vector<Row> rows_;
    Wide denominator_ = 1;
    int pivots_ = 0;
};

using Units = std::vector<std::int64_t>;

// What the units give to the row beyond its demand.
Wide surplus(const CoverProgram& program, std::size_t row, const Units& units) {
    Wide sum = -Wide{program.demands[row]};
    for (std::size_t source = 0; source < units.size(); ++source) {
        if (units[source] != 0) {
            sum += Wide{program.share(row, source)} * units[source];
        }
    }
    return sum;
}

// Of the cap, what the units leave; less than nothing when they exceed it.
Wide leftOf(const CoverProgram& program, std::size_t cap, const Units& units) {
    Wide left = program.caps[cap];
    for (std::size_t source = 0; source < units.size(); ++source) {
        if (units[source] != 0) {
            left -= Wide{program.share_of_cap(cap, source)} * units[source];
        }
    }
    return left;
}

bool isBelowCaps(const CoverProgram& program, const Units& units) {
    for (std::size_t cap = 0; cap < program.caps.size(); ++cap) {
        if (leftOf(program, cap, units) < 0) {
            return false;
        }
    }
    return true;
}

bool mayGive(const CoverProgram::Source& source, Wide units) {
    return !source.most || units <= *source.most;
}

Wide costOf(const CoverProgram& program, const Units& units) {
    Wide cost = 0;
    for (std::size_t source = 0; source < units.size(); ++source) {
        cost += Wide{program.sources[source].cost} * units[source];
    }
    return cost;
}

// A source that is the cheapest for the largest demand, and with that covers all the others, too: then
// nothing can be cheaper.
std::optional<Units> outright(const CoverProgram& program) {
    const auto largest = static_cast<std::size_t>(std::ranges::max_element(program.demands) -
                                                  program.demands.begin());
    std::vector<std::size_t> cheapest;
    std::int64_t share_of_best = 0;
    for (std::size_t source = 0; source < program.sources.size(); ++source) {
        const std::int64_t share = program.share(largest, source);
        if (share == 0) {
            continue;
        }
        if (!cheapest.empty()) {
            const Wide cost = Wide{program.sources[source].cost} * share_of_best;
            const Wide best = Wide{program.sources[cheapest.front()].cost} * share;
            if (cost > best) {
                continue;
            }
            if (cost < best) {
                cheapest.clear();
            }
        }
        if (cheapest.empty()) {
            share_of_best = share;
        }
        cheapest.push_back(source);
    }
    for (const std::size_t source : cheapest) {
        const std::int64_t share = program.share(largest, source);
        const auto units = coverByOne(program, source);
        if (units && *units == (program.demands[largest] + share - 1) / share) {
            Units all(program.sources.size(), 0);
            all[source] = *units;
            return all;
        }
    }
    return std::nullopt;
}

std::optional<Units> bestOfOne(const CoverProgram& program) {
    std::optional<Units> best;
    for (std::size_t source = 0; source < program.sources.size(); ++source) {
        if (program.sources[source].is_like_another) {
            continue;
        }
        if (const auto units = coverByOne(program, source)) {
            Units all(program.sources.size(), 0);
            all[source] = *units;
            if (!best || costOf(program, all) < costOf(program, *best)) {
                best = std::move(all);
            }
        }
    }
    return best;
}

// Takes rows in as they are found missing, the largest gap first: few of them matter.
std::optional<Units> bySimplex(const CoverProgram& program) {
    Dictionary dictionary(program.sources);
    Units units(program.sources.size(), 0);
    std::vector<bool> is_capped(program.caps.size(), false);
    while (true) {
        bool is_over = false;
        for (std::size_t source = 0; source < units.size(); ++source) {
            if (!mayGive(program.sources[source], units[source])) {
                Units shares(units.size(), 0);
                shares[source] = -1;
                dictionary.require(shares, -*program.sources[source].most);
                is_over = true;
            }
        }
        for (std::size_t cap = 0; cap < program.caps.size(); ++cap) {
            if (leftOf(program, cap, units) >= 0) {
                continue;
            }
            if (is_capped[cap]) {
                return std::nullopt; // by rounding
            }
            is_capped[cap] = true;
            is_over = true;
            Units shares;
            for (std::size_t source = 0; source < units.size(); ++source) {
                shares.push_back(-program.share_of_cap(cap, source));
            }
            dictionary.require(shares, -program.caps[cap]);
        }
        if (!is_over) {
            std::size_t worst = 0;
            Wide least = 0;
            for (std::size_t row = 0; row < program.demands.size(); ++row) {
                const Wide over = surplus(program, row, units);
                if (over < least) {
                    least = over;
                    worst = row;
                }
            }
            if (least == 0) {
                return units;
            }
            Units shares;
            for (std::size_t source = 0; source < units.size(); ++source) {
                shares.push_back(program.share(worst, source));
            }
            dictionary.require(shares, program.demands[worst]);
        }
        if (!dictionary.solve()) {
            return std::nullopt;
        }
        for (std::size_t source = 0; source < units.size(); ++source) {
            units[source] = dictionary.units(source);
        }
    }
}

// The simplex without sources that are like another: it never needs them.
std::optional<Units> bySimplexOfDifferent(const CoverProgram& program) {
    std::vector<std::size_t> different;
    CoverProgram smaller;
    for (std::size_t source = 0; source < program.sources.size(); ++source) {
        if (!program.sources[source].is_like_another) {
            different.push_back(source);
            smaller.sources.push_back(program.sources[source]);
        }
    }
    smaller.demands = program.demands;
    smaller.share = [&](std::size_t row, std::size_t source) {
        return program.share(row, different[source]);
    };
    smaller.caps = program.caps;
    smaller.share_of_cap = [&](std::size_t cap, std::size_t source) {
        return program.share_of_cap(cap, different[source]);
    };
    const std::optional<Units> units = bySimplex(smaller);
    if (!units) {
        return std::nullopt;
    }
    Units all(program.sources.size(), 0);
    for (std::size_t i = 0; i < different.size(); ++i) {
        all[different[i]] = (*units)[i];
    }
    return all;
}

// Row by row from the source that is cheapest for what it gives.
std::optional<Units> greedily(const CoverProgram& program) {
    Units units(program.sources.size(), 0);
    for (std::size_t row = 0; row < program.demands.size(); ++row) {
        for (Wide over = surplus(program, row, units); over < 0;
             over = surplus(program, row, units)) {
            std::size_t best = units.size();
            for (std::size_t source = 0; source < units.size(); ++source) {
                if (program.share(row, source) == 0 ||
                    !mayGive(program.sources[source], Wide{units[source]} + 1)) {
                    continue;
                }
                if (best == units.size() ||
                    Wide{program.sources[source].cost} * program.share(row, best) <
                        Wide{program.sources[best].cost} * program.share(row, source)) {
                    best = source;
                }
            }
            if (best == units.size()) {
                return std::nullopt;
            }
            const Wide share = program.share(row, best);
            const auto wanted = static_cast<std::int64_t>((-over + share - 1) / share);
            const auto& most = program.sources[best].most;
            units[best] += most ? std::min(wanted, *most - units[best]) : wanted;
        }
    }
    return units;
}

// Gives back what rounding up has left over, dearest source first, the last among equals.
void trim(const CoverProgram& program, Units& units) {
    std::vector<std::size_t> order(units.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t left, std::size_t right) {
        const CoverProgram::Source& a = program.sources[left];
        const CoverProgram::Source& b = program.sources[right];
        return std::pair{a.cost, left} > std::pair{b.cost, right};
    });
    for (const std::size_t source : order) {
        Wide spare = units[source];
        for (std::size_t row = 0; spare > 0 && row < program.demands.size(); ++row) {
            const std::int64_t share = program.share(row, source);
            if (share > 0) {
                spare = std::min(spare, surplus(program, row, units) / share);
            }
        }
        units[source] -= static_cast<std::int64_t>(spare);
    }
}

} // namespace

std::optional<std::int64_t> coverByOne(const CoverProgram& program, std::size_t source) {
    Wide units = 0;
    for (std::size_t row = 0; row < program.demands.size(); ++row) {
        const Wide share = program.share(row, source);
        if (share == 0) {
            return std::nullopt;
        }
        units = std::max(units, (program.demands[row] + share - 1) / share);
    }
    if (!mayGive(program.sources[source], units) || units > INT64_MAX) {
        return std::nullopt;
    }
    for (std::size_t cap = 0; cap < program.caps.size(); ++cap) {
        if (program.share_of_cap(cap, source) * units > program.caps[cap]) {
            return std::nullopt;
        }
    }
    return static_cast<std::int64_t>(units);
}

std::optional<std::vector<std::int64_t>> cheapestCover(const CoverProgram& program) {
    if (program.demands.empty()) {
        return Units(program.sources.size(), 0);
    }
    if (auto units = outright(program)) {
        return units;
    }
    std::optional<Units> units;
    try {
        units = bySimplexOfDifferent(program);
    } catch (const Overflow&) {
        units = greedily(program);
        if (units && !isBelowCaps(program, *units)) {
            units.reset();
        }
    }
    if (units) {
        trim(program, *units);
    }
    std::optional<Units> one = bestOfOne(program);
    if (one && (!units || costOf(program, *one) <= costOf(program, *units))) {
        return one;
    }
    return units;
}

} // namespace keepable::proposals
