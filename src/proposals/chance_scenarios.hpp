// SPDX-License-Identifier: MPL-2.0
//
// A contest played through many times: in every scenario the deals come by rank, each is counted when it
// would fit, and takes its room when it is won as well. One pass serves all deals of the contest.
//
// Shape:   counts by place in the contest, of at most wins.scenarios().
// Cost:    a claim of a deal in a scenario costs about a processor cycle; nothing is allocated between
//          scenarios. On a crowded resource the work itself is laid out, as the check does it.
// Life:    made once for a contest, then asked as often as wished, with other wins. The plan and the
//          contest must outlive it.
// Source:  contract 3.10 and 3.5.
#pragma once

#include "proposals/contest.hpp"
#include "proposals/win_table.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace keepable::proposals {

class ScenarioRun {
  public:
    ScenarioRun(const planning::CheckedPlan& plan, const Contest& contest);
    ScenarioRun(const ScenarioRun&) = delete;
    ScenarioRun& operator=(const ScenarioRun&) = delete;
    ~ScenarioRun();

    // In how many scenarios each deal would fit.
    [[nodiscard]] std::vector<std::uint32_t> keptCounts(const WinTable& wins);
    // Whether the last deal of the contest would fit, by scenario.
    [[nodiscard]] std::vector<bool> lastFits(const WinTable& wins);

    class Player;

  private:
    std::unique_ptr<Player> player_;
};

} // namespace keepable::proposals
