// SPDX-License-Identifier: MPL-2.0
//
// The engine beside its slow twin on one plan, and the smallest plan on which they still differ.
// Used by the random tests.
#pragma once

#include "planning/plan_input.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace keepable::support {

enum class Depth : std::uint8_t {
    kVerdicts,  // verdicts, classes and rank
    kReasons,   // also refusals, rivals and load profiles, and one earliest date
    kEverything // also all earliest dates, and quotes
};

// One difference a line, engine first; empty when the two agree.
[[nodiscard]] std::string differences(const planning::PlanInput& input, Depth depth);

// The plan with all left out that is not needed for `stillFails` to hold.
[[nodiscard]] planning::PlanInput
shrunk(planning::PlanInput input,
       const std::function<bool(const planning::PlanInput&)>& stillFails);

} // namespace keepable::support
