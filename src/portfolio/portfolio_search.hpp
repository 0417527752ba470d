// SPDX-License-Identifier: MPL-2.0
//
// Options laid on the engine's calendars beside the confirmed set, one deal at most once: what stands there
// is always feasible. And the quick search for a good choice: the first answer at once, without a solver,
// and the last touch on a solver's.
//
// Shape:   an option is named by its index in the model.
// Rule:    the first answer is the best of four greedy ones: by weight for scarce hours, by weight, by rank,
//          and by rank as promised before anything is re-dated. Then deals are taken out one by one where what
//          can be put in instead weighs more.
// Errors:  none. Deterministic: a search ends after so many steps, not after some time.
// Source:  issue 5, point 3.
#pragma once

#include "portfolio/binary_program.hpp"
#include "portfolio/portfolio_model.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace keepable::portfolio {

class PortfolioSearch {
  public:
    // Both must outlive the search.
    PortfolioSearch(const planning::CheckedPlan& plan, const PortfolioModel& model);

    // Whether the options fit together. What was laid is put back.
    [[nodiscard]] bool fits(std::span<const Column> chosen);
    // Lays the options alone, by weight, as far as they fit.
    void begin(std::span<const Column> chosen);
    void beginGreedily();
    // Improves what is laid in at most about so many steps: layings of an option.
    void improve(std::size_t most_steps);
    // Without loss of weight: re-dated deals go to the earliest of their dates that fits, and declined ones
    // come in where they fit, both by rank.
    void settle();

    [[nodiscard]] Columns chosen() const;
    [[nodiscard]] std::int64_t value() const { return value_; }

  private:
    bool lay(Column option);
    void lift(Column option);
    void clear();
    void fill(std::span<const Column> order);
    bool exchange(Column out, std::span<const Column> order);
    void orderByScarcity(const planning::CheckedPlan& plan);

    const PortfolioModel& model_;
    planning::WorkSet set_;
    std::vector<planning::WorkIndex> works_; // by load of the model
    std::vector<Column> laid_;               // by place of the deal; kNone: declined
    std::int64_t value_ = 0;
    std::size_t steps_ = 0;
    std::vector<Column> by_scarcity_;
    std::vector<Column> by_weight_;
    std::vector<Column> by_rank_;
    std::vector<Column> as_promised_first_;
};

} // namespace keepable::portfolio
