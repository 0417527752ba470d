// SPDX-License-Identifier: MPL-2.0
//
// Large random plans for the engine's benchmark: every deal has one line, every resource the same hours on
// each of 520 days, and all hours of its lines are `load_percent` of those.
//
// Shape:  half of the deals are tentative, two fifths firm, a tenth held; three in four have a priority of
//         1 to 3, all a value. Amounts are 1/4 h to 40 h in quarters, evenly spread.
//         The same case gives the same plan everywhere (standard engine, our own mapping).
#pragma once

#include "benchmark/figures.hpp"
#include "planning/plan_input.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace keepable::benchmarks {

inline constexpr std::uint32_t kResources = 50;
inline constexpr std::int32_t kDays = 520;

enum class Windows : std::uint8_t {
    kUniform,  // two days drawn evenly from all; the earlier one begins the window
    kShort,    // 1 to 30 days, drawn evenly, beginning on any day on which they still end in time
    kFromAsOf, // from the first day to one drawn evenly
};
inline constexpr Windows kAllWindows[] = {Windows::kUniform, Windows::kShort, Windows::kFromAsOf};

struct EngineCase {
    Windows windows = Windows::kUniform;
    std::size_t lines = 0;
    int load_percent = 85;
    planning::RankBy rank_by = planning::RankBy::kPriority;

    [[nodiscard]] std::string name() const;
};

[[nodiscard]] std::string text(Windows windows);
[[nodiscard]] planning::PlanInput planInputOf(const EngineCase& engine_case);
// Open deals alone, with probabilities, on so many resources.
[[nodiscard]] planning::PlanInput openPlanOf(Windows windows, std::size_t deals,
                                             std::uint32_t resources, int load_percent);
// The same lines as records to sort.
[[nodiscard]] std::vector<SortRecord> recordsOf(const planning::PlanInput& input);

} // namespace keepable::benchmarks
