// SPDX-License-Identifier: MPL-2.0
#include "portfolio/solver/choice_search.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <unistd.h>
#include <utility>

namespace keepable::solver {

namespace {

using Columns = std::vector<std::size_t>;

constexpr double kTolerance = 1e-6;
// Columns on each side of an exchange, one descent after another.
constexpr std::array<std::size_t, 4> kSides{24, 40, 24, 64};
// Descents without a better choice until the best one is gone back to.
constexpr int kPatience = 60;

struct Term {
    std::size_t row;
    double coefficient;
};

class ChoiceSearch {
  public:
    ChoiceSearch(const Problem& problem, const Board& board)
        : problem_(problem), board_(board), terms_(problem.weights.size()),
          is_chosen_(problem.weights.size(), 0), room_(problem.capacities) {
        for (std::size_t i = 0; i < problem.row_of_term.size(); ++i) {
            terms_[static_cast<std::size_t>(problem.column_of_term[i])].push_back(
                {static_cast<std::size_t>(problem.row_of_term[i]), problem.coefficient_of_term[i]});
        }
    }

    [[noreturn]] void run() {
        choose({problem_.start.begin(), problem_.start.end()});
        keepIfBest();
        relax();
        choose(rounded_);
        fill();
        keepIfBest();
        std::uint32_t seen = 0;
        int idle = 0;
        for (std::size_t round = 0;; ++round) {
            if (std::vector<int> columns; board_.hasNew(seen, columns)) {
                choose({columns.begin(), columns.end()});
                idle = 0;
            } else if (idle >= kPatience) {
                choose(best_);
                idle = 0;
            }
            const Columns before = chosen();
            const double value = value_;
            if (idle > 0) {
                disturb();
            }
            descend(kSides[round % kSides.size()]);
            if (keepIfBest()) {
                board_.sayChoice("found", {best_.begin(), best_.end()});
                idle = 0;
            } else if (value_ < value - slump()) {
                choose(before);
            }
            ++idle;
        }
    }

  private:
    void relax() {
        OsiClpSolverInterface solver;
        load(problem_, solver);
        solver.initialSolve();
        relaxed_value_ = -solver.getObjValue();
        const double* solution = solver.getColSolution();
        const double* reduced = solver.getReducedCost();
        for (std::size_t column = 0; column < terms_.size(); ++column) {
            gain_.push_back(-reduced[column]);
            if (solution[column] > 1 - kTolerance) {
                rounded_.push_back(column);
            }
        }
    }

    void set(std::size_t column, bool is_chosen) {
        if ((is_chosen_[column] != 0) == is_chosen) {
            return;
        }
        is_chosen_[column] = is_chosen ? 1 : 0;
        const double sign = is_chosen ? 1.0 : -1.0;
        value_ += sign * problem_.weights[column];
        for (const Term& term : terms_[column]) {
            room_[term.row] -= sign * term.coefficient;
        }
    }

    [[nodiscard]] bool fits(std::size_t column) const {
        return std::ranges::all_of(terms_[column], [&](const Term& term) {
            return term.coefficient <= room_[term.row] + kTolerance;
        });
    }

    void choose(const Columns& columns) {
        for (std::size_t column = 0; column < is_chosen_.size(); ++column) {
            set(column, false);
        }
        for (const std::size_t column : columns) {
            if (fits(column)) {
                set(column, true);
            }
        }
    }

    [[nodiscard]] Columns chosen() const {
        Columns columns;
        for (std::size_t column = 0; column < is_chosen_.size(); ++column) {
            if (is_chosen_[column] != 0) {
                columns.push_back(column);
            }
        }
        return columns;
    }

    // Puts in what fits, what gains most first.
    void fill() {
        Columns order(terms_.size());
        for (std::size_t column = 0; column < order.size(); ++column) {
            order[column] = column;
        }
        std::ranges::stable_sort(order, std::greater{},
                                 [&](std::size_t column) { return gain_[column]; });
        for (const std::size_t column : order) {
            if (is_chosen_[column] == 0 && fits(column)) {
                set(column, true);
            }
        }
    }

    bool keepIfBest() {
        if (value_ <= best_value_ + kTolerance) {
            return false;
        }
        best_value_ = value_;
        best_ = chosen();
        return true;
    }

    // How much worse a choice may be to be gone on from.
    double slump() { return dice() * 0.3 * (relaxed_value_ - best_value_); }

    double dice() {
        return static_cast<double>(random_() - Random::min()) /
               static_cast<double>(Random::max() - Random::min());
    }

    // So many columns, those that pay least for being taken out or put in.
    Columns leastSure(std::size_t most, bool are_chosen) {
        const double shake = 0.3 * (relaxed_value_ - best_value_);
        std::vector<std::pair<double, std::size_t>> order;
        for (std::size_t column = 0; column < terms_.size(); ++column) {
            if ((is_chosen_[column] != 0) == are_chosen) {
                order.emplace_back((are_chosen ? 1 : -1) * gain_[column] + shake * dice(), column);
            }
        }
        most = std::min(most, order.size());
        std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most),
                          order.end());
        Columns columns;
        columns.reserve(most);
        for (std::size_t i = 0; i < most; ++i) {
            columns.push_back(order[i].second);
        }
        return columns;
    }

    // Forces one column in that is out; what is in its way goes out.
    void disturb() {
        const Columns outside = leastSure(kSides[1], false);
        if (outside.empty()) {
            return;
        }
        const std::size_t forced = outside[random_() % outside.size()];
        const Columns inside = leastSure(terms_.size(), true);
        set(forced, true);
        for (const std::size_t column : inside) {
            if (!isOverfull(forced)) {
                break;
            }
            if (std::ranges::any_of(terms_[column], [&](const Term& term) {
                    return room_[term.row] < -kTolerance;
                })) {
                set(column, false);
            }
        }
    }

    [[nodiscard]] bool isOverfull(std::size_t column) const {
        return std::ranges::any_of(terms_[column],
                                   [&](const Term& term) { return room_[term.row] < -kTolerance; });
    }

    void descend(std::size_t side) {
        for (;;) {
            fillFrom(leastSure(2 * side, false));
            Columns outside = leastSure(side, false);
            std::ranges::stable_sort(outside, std::greater{},
                                     [&](std::size_t column) { return problem_.weights[column]; });
            if (!exchange(leastSure(side, true), outside)) {
                return;
            }
        }
    }

    void fillFrom(const Columns& columns) {
        for (const std::size_t column : columns) {
            if (fits(column)) {
                set(column, true);
            }
        }
    }

    // One exchange for more weight, the first that is found.
    bool exchange(const Columns& inside, const Columns& outside) {
        for (std::size_t i = 0; i < inside.size(); ++i) {
            set(inside[i], false);
            if (putIn(outside, problem_.weights[inside[i]])) {
                return true;
            }
            for (std::size_t j = 0; j < i; ++j) {
                set(inside[j], false);
                if (putIn(outside, problem_.weights[inside[i]] + problem_.weights[inside[j]])) {
                    return true;
                }
                set(inside[j], true);
            }
            set(inside[i], true);
        }
        return false;
    }

    // Puts one or two columns in that weigh more than what went out; `outside` is by weight.
    bool putIn(const Columns& outside, double weight) {
        fitting_.clear();
        for (const std::size_t column : outside) {
            if (fits(column)) {
                if (problem_.weights[column] > weight + kTolerance) {
                    set(column, true);
                    return true;
                }
                fitting_.push_back(column);
            }
        }
        for (std::size_t i = 0; i + 1 < fitting_.size(); ++i) {
            const std::size_t first = fitting_[i];
            if (2 * problem_.weights[first] <= weight + kTolerance) {
                return false;
            }
            set(first, true);
            for (std::size_t j = i + 1; j < fitting_.size(); ++j) {
                const std::size_t second = fitting_[j];
                if (problem_.weights[first] + problem_.weights[second] <= weight + kTolerance) {
                    break;
                }
                if (fits(second)) {
                    set(second, true);
                    return true;
                }
            }
            set(first, false);
        }
        return false;
    }

    using Random = std::minstd_rand;

    const Problem& problem_;
    const Board& board_;
    std::vector<std::vector<Term>> terms_; // by column
    std::vector<char> is_chosen_;
    std::vector<double> room_; // by row
    double value_ = 0;
    Columns best_;
    double best_value_ = -1;
    double relaxed_value_ = 0;
    std::vector<double> gain_; // of choosing a column, by the relaxed program's prices of the rows
    Columns rounded_;          // what the relaxed program chooses whole
    Columns fitting_;
    Random random_{1};
};

} // namespace

void searchChoices(const Problem& problem, const Board& board) noexcept {
    ChoiceSearch(problem, board).run();
}

} // namespace keepable::solver
