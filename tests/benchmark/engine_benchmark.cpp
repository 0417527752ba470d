// SPDX-License-Identifier: MPL-2.0
//
// How long the engine takes and how much memory, each time as a ratio inside one run: time by the time of
// sorting as many 16-byte records of the same lines, memory by lines.
//
//   engine_benchmark [--smoke] [--benchmark_…]
//
// Chances: see chance_cases.hpp.
// Time:    processor time of the one thread that works. Each repetition checks the plan and sorts its
//          records once; the repetitions of all cases come in random order. A ratio is the median of the
//          repetitions' ratios. The plan's input is handed over, not copied; giving the answer's memory back
//          is not counted. Every check begins with fresh memory from the system, small plans and large.
// Memory:  each case in a process of its own: the peak of its resident memory (VmHWM) less what was resident
//          before the input was made, so input, report, board and all scratch memory together.
#include "benchmark/chance_cases.hpp"
#include "benchmark/engine_cases.hpp"
#include "benchmark/figures.hpp"
#include "benchmark/harness.hpp"
#include "benchmark/proposal_cases.hpp"
#include "planning/promise_check.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <malloc.h>
#include <memory>
#include <optional>
#include <spawn.h>
#include <stdexcept>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
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
    std::size_t asked = 20'000;     // deals asked for their earliest date
    std::size_t open = 1'000;       // open deals asked for their chance
    std::size_t conflicts = 10'000; // lines of plans asked for proposals
    int repetitions = 9;
};
constexpr Sizes kSmokeSizes{2'000, 200, 100, 40, 300, 2};

// A case with its input, made when first needed and handed to the check and back.
class PreparedCase {
  public:
    explicit PreparedCase(EngineCase engine_case) : case_(engine_case) {}

    [[nodiscard]] std::string name() const { return case_.name(); }

    Findings check() {
        prepare();
        malloc_trim(0);
        std::optional<CheckedPlan> plan;
        const double time =
            timeOf([&] { plan.emplace(planning::checkPromises(std::move(input_))); }).processor;
        input_ = std::move(plan->input);
        const auto kept = static_cast<double>(plan->report.count(Verdict::kKeepable));
        return {{"total", time}, {"kept", kept / static_cast<double>(case_.lines)}};
    }

    Findings checkAndSort() {
        Findings found = check();
        found["sort"] = timeToSort(records_).processor;
        found["ratio"] = found["total"] / found["sort"];
        return found;
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
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
    std::array<std::string, 4> words{"engine_benchmark", "--memory",
                                     std::to_string(static_cast<int>(engine_case.windows)),
                                     std::to_string(engine_case.lines)};
    std::array<char*, 5> arguments{words[0].data(), words[1].data(), words[2].data(),
                                   words[3].data(), nullptr};
    posix_spawn_file_actions_t files{};
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
    pid_t child = -1;
    const int failure =
        posix_spawn(&child, "/proc/self/exe", &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    close(ends[1]);
    const std::unique_ptr<FILE, int (*)(FILE*)> answer(fdopen(ends[0], "r"), fclose);
    Memory memory;
    const bool is_read =
        failure == 0 && std::fscanf(answer.get(), "%lf %lf", &memory.peak, &memory.kept) == 2;
    int status = 0;
    if (failure == 0) {
        waitpid(child, &status, 0);
    }
    if (!is_read || status != 0) {
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
    const auto addGrowth = [&](Windows windows) {
        measurements.push_back(
            {"growth, " + text(windows),
             [large = std::make_shared<PreparedCase>(EngineCase{windows, sizes.large}),
              small = std::make_shared<PreparedCase>(EngineCase{windows, sizes.small})] {
                 Findings found = large->check();
                 found["small"] = small->check().at("total");
                 found["ratio"] = found["total"] / found["small"];
                 return found;
             }});
    };
    for (const Windows windows : kAllWindows) {
        addCheck({windows, sizes.large});
        addGrowth(windows);
        addCheck({windows, sizes.large, 85, RankBy::kValue});
        addCheck({windows, sizes.large, 120});
        addEarliest({windows, sizes.large});
        addEarliest({windows, sizes.asked});
    }
    std::vector<ChanceCase> chance_cases;
    for (const Windows windows : kAllWindows) {
        chance_cases.push_back({windows, sizes.open});
    }
    const std::size_t with_goal = chance_cases.size();
    // As hard as it gets: twice the capacity on one resource.
    for (const Windows windows : kAllWindows) {
        chance_cases.push_back({windows, sizes.open, 1, 200});
    }
    for (const ChanceCase& chance_case : chance_cases) {
        addChances(chance_case, measurements);
    }
    std::vector<EngineCase> conflicts;
    for (const Windows windows : kAllWindows) {
        for (const int load : {100, 120}) {
            conflicts.push_back({windows, sizes.conflicts, load});
            addProposals(conflicts.back(), measurements);
        }
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
        const Findings& growth = medians.at("growth, " + text(windows));
        figures.push_back({text(windows) + ": growth from " + countText(sizes.small) + " to " +
                               countText(sizes.large) + " lines",
                           "≤ 12", numberText(growth.at("ratio"), 1),
                           timeText(growth.at("total")) + " ÷ " + timeText(growth.at("small"))});
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
    for (std::size_t i = 0; i < chance_cases.size(); ++i) {
        figures.push_back(chanceFigure(chance_cases[i], i < with_goal ? "≤ 20" : "–", medians));
    }
    for (const EngineCase& conflict : conflicts) {
        figures.push_back(proposalFigure(conflict, "≤ 20", medians));
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
