// SPDX-License-Identifier: MPL-2.0
#include "benchmark/harness.hpp"

#include <benchmark/benchmark.h>

#include <stdexcept>

namespace keepable::benchmarks {
namespace {

class MedianReporter : public benchmark::BenchmarkReporter {
  public:
    bool ReportContext(const Context& /*context*/) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.error_occurred) {
                throw std::runtime_error(run.run_name.function_name + ": " + run.error_message);
            }
            // A single repetition has no median; the median comes after the repetitions.
            if (run.run_type == Run::RT_Iteration || run.aggregate_name == "median") {
                for (const auto& [name, counter] : run.counters) {
                    medians[run.run_name.function_name][name] = counter.value;
                }
            }
        }
    }

    std::map<std::string, Findings> medians;
};

} // namespace

Harness::Harness(int count, char** arguments) {
    static char interleaving[] = "--benchmark_enable_random_interleaving=true";
    std::vector<char*> options(arguments, arguments + count);
    options.push_back(interleaving);
    int option_count = static_cast<int>(options.size());
    benchmark::Initialize(&option_count, options.data());
}

std::map<std::string, Findings> Harness::medians(const std::vector<Measurement>& measurements,
                                                 int repetitions) const {
    for (const Measurement& measurement : measurements) {
        benchmark::RegisterBenchmark(measurement.name.c_str(),
                                     [once = measurement.once](benchmark::State& state) {
                                         for ([[maybe_unused]] const auto iteration : state) {
                                             const Findings findings = once();
                                             const auto total = findings.find("total");
                                             state.SetIterationTime(
                                                 total == findings.end() ? 0 : total->second);
                                             for (const auto& [name, value] : findings) {
                                                 state.counters[name] = value;
                                             }
                                         }
                                     })
            ->Iterations(1)
            ->Repetitions(repetitions)
            ->UseManualTime();
    }
    MedianReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    benchmark::ClearRegisteredBenchmarks();
    for (const Measurement& measurement : measurements) {
        if (!reporter.medians.contains(measurement.name)) {
            throw std::runtime_error(measurement.name + " was not measured");
        }
    }
    return reporter.medians;
}

} // namespace keepable::benchmarks
