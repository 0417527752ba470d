// SPDX-License-Identifier: MPL-2.0
//
// Small random plans that try every rule of contract section 3 at once: gaps and overlaps in
// capacity, bills with offsets, fences, holds that have run out, work that is late or not offered,
// ties. Capacity and work are of comparable size, so that every verdict comes up.
//
// Shape:  the same seed gives the same plan everywhere (standard engine, our own mapping).
#pragma once

#include "planning/plan_input.hpp"
#include "planning/plan_report.hpp"

#include <cstdint>
#include <random>
#include <string>

namespace keepable::support {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    // From `least` to `most`, both included.
    [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most) {
        return least +
               static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(most - least + 1));
    }
    [[nodiscard]] std::int32_t days(std::int32_t least, std::int32_t most) {
        return static_cast<std::int32_t>(between(least, most));
    }
    // True once in `times`.
    [[nodiscard]] bool onceIn(std::int64_t times) { return between(1, times) == 1; }

  private:
    std::mt19937_64 engine_;
};

[[nodiscard]] planning::PlanInput randomPlan(std::uint64_t seed);

// A year or so with dozens of deals, for what only shows when there is a lot.
[[nodiscard]] planning::PlanInput largeRandomPlan(std::uint64_t seed);

// The whole plan as text, one record a line.
[[nodiscard]] std::string planText(const planning::PlanInput& input);

[[nodiscard]] const char* text(planning::Verdict verdict);
[[nodiscard]] const char* text(planning::DealClass deal_class);
[[nodiscard]] const char* text(planning::RefusalReason reason);
[[nodiscard]] const char* text(planning::RankBy rank_by);

} // namespace keepable::support
