// SPDX-License-Identifier: MPL-2.0
//
// How long the engine takes and how much memory, each time as a ratio inside one run: time by the time of
// sorting as many 16-byte records of the same lines, memory by lines.
//
//   engine_benchmark [--smoke] [--benchmark_…]
//
// Time:    processor time of the one thread that works. Each repetition checks the plan and sorts its
//          records once; the repetitions of all cases come in random order. A ratio is the median of the
//          repetitions' ratios. The plan's input is handed over, not copied; giving the answer's memory back
//          is not counted.
// Memory:  each case in a process of its own: the peak of its resident memory (VmHWM) less what was resident
//          before the input was made, so input, report, board and all scratch memory together.
#include "benchmark/engine_cases.hpp"
#include "benchmark/figures.hpp"
#include "benchmark/harness.hpp"
#include "planning/promise_check.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace keepable::benchmarks {
namespace {

using planning::CheckedPlan;
using planning::PlanInput;
using planning::RankBy;
using planning::Verdict;

struct Sizes {
    std::size_t large = 1'000'000;
    std::size_t small = 100'000;
    std::size_t asked = 20'000; // deals asked for their earliest date
    int repetitions = 9;
};
constexpr Sizes kSmokeSizes{2'000, 200, 100, 2};

// A case with its input, made when first needed and handed to the check and back.
class PreparedCase {
  public:
    explicit PreparedCase(EngineCase engine_case) : case_(engine_case) {}

    [[nodiscard]] std::string name() const { return case_.name(); }

    Findings checkAndSort() {
        prepare();
        std::optional<CheckedPlan> plan;
        const double check =
            timeOf([&] { plan.emplace(planning::checkPromises(std::move(input_))); }).processor;
        input_ = std::move(plan->input);
        const auto kept = static_cast<double>(plan->report.count(Verdict::kKeepable));
        plan.reset();
        const double sort = timeToSort(records_).processor;
        return {{"total", check},
                {"sort", sort},
                {"ratio", check / sort},
                {"kept", kept / static_cast<double>(case_.lines)}};
    }

    // The earliest dates of `count` deals, evenly picked, in a plan just checked.
    Findings askEarliest(std::size_t count) {
        prepare();
        CheckedPlan plan = planning::checkPromises(std::move(input_));
        std::size_t found = 0;
        const double earliest =
            timeOf([&] {
                for (std::size_t i = 0; i < count; ++i) {
                    const auto deal = static_cast<planning::DealIndex>(i * (case_.lines / count));
                    found += planning::earliestDate(plan, deal) ? 1U : 0U;
                }
            }).processor;
        input_ = std::move(plan.input);
        return {{"total", earliest}, {"found", static_cast<double>(found)}};
    }

  private:
    void prepare() {
        if (input_.lines.empty()) {
            input_ = planInputOf(case_);
            records_ = recordsOf(input_);
        }
    }

    EngineCase case_;
    PlanInput input_;
    std::vector<SortRecord> records_;
};

std::size_t bytesOf(const char* field) {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word == field) {
            std::size_t kilobytes = 0;
            status >> kilobytes;
            return kilobytes * 1024;
        }
    }
    throw std::runtime_error(std::string("/proc/self/status does not tell ") + field);
}

struct Memory {
    double peak = 0; // bytes a line
    double kept = 0; // bytes a line, once the check is through
};

// In the process of its own: prints bytes a line at the peak and at the end.
void measureMemory(const EngineCase& engine_case) {
    const std::size_t before = bytesOf("VmRSS:");
    const CheckedPlan plan = planning::checkPromises(planInputOf(engine_case));
    const auto lines = static_cast<double>(plan.input.lines.size());
    std::cout << static_cast<double>(bytesOf("VmHWM:") - before) / lines << ' '
              << static_cast<double>(bytesOf("VmRSS:") - before) / lines << '\n';
}

Memory memoryOf(const EngineCase& engine_case) {
    const std::string command = std::filesystem::read_symlink("/proc/self/exe").string() +
                                " --memory " +
                                std::to_string(static_cast<int>(engine_case.windows)) + " " +
                                std::to_string(engine_case.lines);
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    Memory memory;
    if (!pipe || std::fscanf(pipe.get(), "%lf %lf", &memory.peak, &memory.kept) != 2) {
        throw std::runtime_error("the process that measures memory has failed");
    }
    return memory;
}

Figure ratioFigure(const std::string& name, const char* goal, const Findings& found) {
    return {name + ": check ÷ sort", goal, numberText(found.at("ratio"), 1),
            timeText(found.at("total")) + " ÷ " + timeText(found.at("sort")) + ", " +
                numberText(100 * found.at("kept"), 1) + " % kept"};
}

std::vector<Figure> measure(const Harness& harness, const Sizes& sizes) {
    std::vector<Measurement> measurements;
    const auto addCheck = [&](const EngineCase& engine_case) {
        measurements.push_back({"check, " + engine_case.name(),
                                [prepared = std::make_shared<PreparedCase>(engine_case)] {
                                    return prepared->checkAndSort();
                                }});
    };
    const auto addEarliest = [&](const EngineCase& engine_case) {
        measurements.push_back({"earliest, " + engine_case.name(),
                                [prepared = std::make_shared<PreparedCase>(engine_case), &sizes] {
                                    return prepared->askEarliest(sizes.asked);
                                }});
    };
    for (const Windows windows : kAllWindows) {
        addCheck({windows, sizes.large});
        addCheck({windows, sizes.small});
        addCheck({windows, sizes.large, 85, RankBy::kValue});
        addCheck({windows, sizes.large, 120});
        addEarliest({windows, sizes.large});
        addEarliest({windows, sizes.asked});
    }
    const auto medians = harness.medians(measurements, sizes.repetitions);
    measurements.clear();

    std::vector<Figure> figures;
    const auto checked = [&](const EngineCase& engine_case) {
        return medians.at("check, " + engine_case.name());
    };
    for (const Windows windows : kAllWindows) {
        const EngineCase large{windows, sizes.large};
        figures.push_back(ratioFigure(large.name(), "≤ 10", checked(large)));
    }
    for (const Windows windows : kAllWindows) {
        const double large = checked({windows, sizes.large}).at("total");
        const double small = checked({windows, sizes.small}).at("total");
        figures.push_back({text(windows) + ": growth from " + countText(sizes.small) + " to " +
                               countText(sizes.large) + " lines",
                           "≤ 12", numberText(large / small, 1),
                           timeText(large) + " ÷ " + timeText(small)});
    }
    for (const Windows windows : kAllWindows) {
        const EngineCase large{windows, sizes.large};
        const Memory memory = memoryOf(large);
        figures.push_back(
            {countText(sizes.large) + " lines, " + text(windows) + ": peak memory a line",
             "≤ 300 bytes", numberText(memory.peak, 0) + " bytes",
             numberText(memory.kept, 0) + " bytes kept"});
    }
    for (const Windows windows : kAllWindows) {
        for (const EngineCase& other : {EngineCase{windows, sizes.large, 85, RankBy::kValue},
                                        EngineCase{windows, sizes.large, 120}}) {
            figures.push_back(ratioFigure(other.name(), "–", checked(other)));
        }
    }
    for (const Windows windows : kAllWindows) {
        for (const std::size_t lines : {sizes.asked, sizes.large}) {
            const EngineCase asked{windows, lines};
            const Findings& found = medians.at("earliest, " + asked.name());
            figures.push_back(
                {asked.name() + ": earliest dates of " + countText(sizes.asked) + " deals", "–",
                 timeText(found.at("total")),
                 timeText(found.at("total") / static_cast<double>(sizes.asked)) + " a deal, " +
                     numberText(found.at("found"), 0) + " found"});
        }
    }
    return figures;
}

} // namespace
} // namespace keepable::benchmarks

int main(int argc, char** argv) try {
    using namespace keepable::benchmarks;
    std::vector<char*> arguments(argv, argv + argc);
    if (argc == 4 && std::string_view(argv[1]) == "--memory") {
        measureMemory({static_cast<Windows>(std::atoi(argv[2])),
                       static_cast<std::size_t>(std::atoll(argv[3]))});
        return 0;
    }
    Sizes sizes;
    std::erase_if(arguments, [&](const char* argument) {
        const bool is_smoke = std::string_view(argument) == "--smoke";
        sizes = is_smoke ? kSmokeSizes : sizes;
        return is_smoke;
    });
    const Harness harness(static_cast<int>(arguments.size()), arguments.data());
    printTable("engine", measure(harness, sizes));
    return 0;
} catch (const std::exception& exception) {
    std::cerr << "engine_benchmark: " << exception.what() << '\n';
    return 1;
}
