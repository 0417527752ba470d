// SPDX-License-Identifier: MPL-2.0
//
// Which open deals are won in which scenario: a bit for every deal of a contest and every scenario.
//
// Rule:    what is drawn for a deal depends on its luck, the seed and the scenario alone, so a deal meets the
//          same luck in every question that is asked (common random numbers): figures can be compared, and
//          the same input gives the same figures. A larger probability only adds wins.
//          A deal's luck comes from its work and dates, among deals that have the same from their order by
//          rank: rows that are inserted or changed elsewhere leave it as it is.
// Errors:  none.
// Source:  contract 3.10. The standard engine gives the same stream everywhere; the mapping to a
//          probability is our own.
#pragma once

#include "planning/promise_check.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace keepable::proposals {

using Luck = std::uint64_t;

// By deal; of open deals only, others have 0.
[[nodiscard]] std::vector<Luck> lucksOf(const planning::CheckedPlan& plan,
                                        std::span<const planning::DealIndex> open_by_rank);

[[nodiscard]] std::vector<Luck> lucksAmong(std::span<const Luck> by_deal,
                                           std::span<const planning::DealIndex> deals);

class WinTable {
  public:
    // `lucks` and `odds` have the luck of each deal and its probability to be won.
    WinTable(std::span<const Luck> lucks, std::span<const planning::Probability> odds,
             std::uint32_t scenarios, std::uint64_t seed);

    [[nodiscard]] std::uint32_t scenarios() const { return scenarios_; }
    // The wins of a deal, given by its place among the deals, in scenarios `first` to `first` + 15; lowest
    // bit first. `first` is a multiple of 16; no wins beyond the last scenario.
    [[nodiscard]] std::uint32_t sixteenFrom(std::size_t place, std::uint32_t first) const {
        return static_cast<std::uint32_t>(wins_[place * words_ + first / 64] >> first % 64 &
                                          0xffffU);
    }
    [[nodiscard]] bool isWon(std::size_t place, std::uint32_t scenario) const {
        return (wins_[place * words_ + scenario / 64] >> scenario % 64 & 1U) != 0;
    }
    [[nodiscard]] std::uint32_t winsOf(std::size_t place) const;
    // The deal is won in no scenario.
    void lose(std::size_t place);

  private:
    std::uint32_t scenarios_;
    std::size_t words_; // of 64 scenarios, a deal
    std::vector<std::uint64_t> wins_;
};

} // namespace keepable::proposals
