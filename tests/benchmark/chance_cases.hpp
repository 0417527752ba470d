// SPDX-License-Identifier: MPL-2.0
//
// The chances of all open deals of a plan, as one column of PROMISE_CHANCE asks for them, as a multiple of
// sorting as many 16-byte records once a scenario.
//
// Shape:  every deal is open, has one line and a probability of 0 to 100 %, evenly spread. A case says how many
//         resources they share and how much of the capacity of 520 days they would take if all were won.
// Time:   from the checked plan to the last chance. The records are sorted in 64 different orders, so that the
//         processor cannot learn one of them by heart.
#pragma once

#include "benchmark/engine_cases.hpp"
#include "benchmark/harness.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace keepable::benchmarks {

struct ChanceCase {
    Windows windows = Windows::kFromAsOf;
    std::size_t deals = 1'000;
    std::uint32_t resources = 5;
    int load_percent = 120;

    [[nodiscard]] std::string name() const;
};

void addChances(const ChanceCase& chance_case, std::vector<Measurement>& measurements);
// From the medians of the measurement.
[[nodiscard]] Figure chanceFigure(const ChanceCase& chance_case, const char* goal,
                                  const std::map<std::string, Findings>& medians);

} // namespace keepable::benchmarks
