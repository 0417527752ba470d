// SPDX-License-Identifier: MPL-2.0
//
// Measurements repeated by Google Benchmark: the repetitions of all of them come in random order, so that a
// machine that is busy for a while disturbs all alike.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace keepable::benchmarks {

// What one repetition found, by name. A finding "total", in seconds, is the time Google Benchmark reports.
using Findings = std::map<std::string, double>;

struct Measurement {
    std::string name;
    std::function<Findings()> once;
};

class Harness {
  public:
    // Takes the arguments of main(); those of Google Benchmark are its options.
    Harness(int count, char** arguments);

    // The medians of every measurement's findings, by its name.
    [[nodiscard]] std::map<std::string, Findings>
    medians(const std::vector<Measurement>& measurements, int repetitions) const;
};

} // namespace keepable::benchmarks
