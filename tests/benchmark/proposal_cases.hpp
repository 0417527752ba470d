// SPDX-License-Identifier: MPL-2.0
//
// The proposals re-date, add capacity and split for one conflict, as somebody asks for them in the panel, as a
// multiple of sorting as many 16-byte records as the plan has lines.
//
// Shape:  the plans of engine_cases.hpp. A repetition asks for some refused deals, evenly picked, one after the
//         other; its ratio is the median of theirs.
// Time:   from the checked plan to the three proposals, each held against the engine.
#pragma once

#include "benchmark/engine_cases.hpp"
#include "benchmark/harness.hpp"

#include <map>
#include <string>
#include <vector>

namespace keepable::benchmarks {

void addProposals(const EngineCase& engine_case, std::vector<Measurement>& measurements);
// From the medians of the measurement.
[[nodiscard]] Figure proposalFigure(const EngineCase& engine_case, const char* goal,
                                    const std::map<std::string, Findings>& medians);

} // namespace keepable::benchmarks
