// SPDX-License-Identifier: MPL-2.0
//
// How good and how fast portfolios are, outside CI:
//   portfolio_benchmark sac94            the 54 selections: proven, seconds
//   portfolio_benchmark cbc SECONDS [LAST [FIRST]]  of 18 random ones, against the solver's own command
//                                                   line, `cbc`
//   portfolio_benchmark large SECONDS    plans of a year with up to 10,000 deals
#include "portfolio/portfolio.hpp"
#include "portfolio/selections.hpp"
#include "portfolio/solver_process.hpp"
#include "portfolio/tight_spans.hpp"
#include "support/random_plan.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace keepable::portfolio {
namespace {

using planning::CheckedPlan;
using std::chrono::steady_clock;

double since(steady_clock::time_point began) {
    return std::chrono::duration<double>(steady_clock::now() - began).count();
}

Portfolio solved(CheckedPlan& plan, int seconds) {
    SolverProcess solver(KEEPABLE_SOLVER);
    return bestPortfolio(plan, {.most_later_dates = 0}, &solver,
                         {.time_limit = std::chrono::seconds{seconds}});
}

constexpr int kSkipped = 77; // as ctest knows it, see CMakeLists.txt

int proveAll() {
    std::vector<double> times;
    int proven = 0;
    const std::vector<Selection> selections = sac94Selections();
    for (const Selection& selection : selections) {
        CheckedPlan plan = planning::checkPromises(planOf(selection));
        const auto began = steady_clock::now();
        const Portfolio portfolio = solved(plan, 60);
        times.push_back(since(began));
        const bool is_right =
            portfolio.is_proven &&
            portfolio.value == std::llround(selection.optimum * planning::Money::kUnitsInOne);
        proven += is_right ? 1 : 0;
        std::printf("%-10s %s %.2f s %s\n", selection.name.c_str(), is_right ? "proven" : "NOT",
                    times.back(), portfolio.failure.c_str());
    }
    if (times.empty()) {
        std::puts("there is no " KEEPABLE_SHARED_DATA "/mkp_sac94");
        return kSkipped;
    }
    std::sort(times.begin(), times.end());
    std::printf("%d of %zu proven, median %.2f s, most %.2f s\n", proven, times.size(),
                times[times.size() / 2], times.back());
    return proven == static_cast<int>(times.size()) ? 0 : 1;
}

// In the format that `cbc` reads.
void writeProgram(const BinaryProgram& program, const std::string& path) {
    std::ofstream file(path);
    file << "Maximize\n obj:";
    for (Column column = 0; column < program.weights.size(); ++column) {
        file << " + " << program.weights[column] << " x" << column << (column % 8 == 7 ? "\n" : "");
    }
    file << "\nSubject To\n";
    for (const Row& row : program.rows) {
        for (std::size_t i = 0; i < row.terms.size(); ++i) {
            file << " + " << row.terms[i].coefficient << " x" << row.terms[i].column
                 << (i % 8 == 7 ? "\n" : "");
        }
        file << " <= " << row.capacity << '\n';
    }
    file << "Binaries\n";
    for (Column column = 0; column < program.weights.size(); ++column) {
        file << " x" << column << '\n';
    }
    file << "End\n";
}

double valueOfCbc(const std::string& path, int seconds) {
    const std::string command = "cbc " + path + " -timeMode elapsed -seconds " +
                                std::to_string(seconds) + " -solve -quit 2>/dev/null";
    std::FILE* output = popen(command.c_str(), "r");
    double value = 0;
    std::array<char, 4096> line{};
    while (output != nullptr && std::fgets(line.data(), line.size(), output) != nullptr) {
        constexpr std::string_view kValue = "Objective value:";
        const std::string_view text{line.data()};
        if (text.starts_with(kValue)) {
            value = std::abs(std::strtod(line.data() + kValue.size(), nullptr));
        }
    }
    if (output != nullptr) {
        pclose(output);
    }
    return value;
}

constexpr int kRandomOnes = 18;

int compare(int seconds, int last, int first) {
    int worse = 0;
    int late = 0;
    int count = 0;
    for (const std::int64_t deals : {100, 250, 500}) {
        for (const std::int64_t resources : {5, 10, 30}) {
            for (const std::int64_t per_cent : {50, 25}) {
                if (++count < first || count > last) {
                    continue;
                }
                const Selection selection =
                    randomSelection(static_cast<std::uint64_t>(count), resources, deals, per_cent);
                CheckedPlan plan = planning::checkPromises(planOf(selection));
                const PortfolioModel model = portfolioModel(plan, {.most_later_dates = 0});
                const Reduced program = reduced(TightSpans{plan, model}.program(1'000'000));
                const std::string path = std::filesystem::temp_directory_path() /
                                         ("keepable-" + std::to_string(getpid()) + ".lp");
                writeProgram(program.program, path);
                const double theirs = valueOfCbc(path, seconds);
                std::filesystem::remove(path);
                const auto began = steady_clock::now();
                const Portfolio quick = bestPortfolio(plan, {.most_later_dates = 0}, nullptr, {});
                const double quick_seconds = since(began);
                const auto solving = steady_clock::now();
                const Portfolio ours = solved(plan, seconds);
                const double taken = since(solving);
                const double value =
                    static_cast<double>(ours.value) / static_cast<double>(program.unit);
                worse += value < theirs ? 1 : 0;
                late += taken > 1.1 * seconds ? 1 : 0;
                std::printf(
                    "%-32s cbc %.0f ours %.0f (%+.0f) quick %.0f in %.2f s gap %.4f %% %.1f s%s\n",
                    selection.name.c_str(), theirs, value, value - theirs,
                    static_cast<double>(quick.value) / static_cast<double>(program.unit),
                    quick_seconds, static_cast<double>(ours.gapMillionths()) / 10'000, taken,
                    value < theirs ? " WORSE" : "");
                std::fflush(stdout);
            }
        }
    }
    std::printf("%d of %d worse than cbc, %d late\n", worse, last - first + 1, late);
    return worse + late == 0 ? 0 : 1;
}

// A year of weeks, twenty resources, a tenth of the deals firm, about twice as much work as fits.
planning::PlanInput yearOf(std::int64_t deals) {
    constexpr std::int64_t kResources = 20;
    constexpr std::int64_t kWeeks = 52;
    constexpr std::int64_t kItems = 100;
    support::Dice dice(static_cast<std::uint64_t>(deals));
    planning::PlanInput input;
    input.settings.as_of = planning::Day{20'000};
    for (std::int64_t resource = 0; resource < kResources; ++resource) {
        input.resources.push_back("R" + std::to_string(resource));
        for (std::int32_t week = 0; week < kWeeks; ++week) {
            input.capacity.push_back({static_cast<planning::ResourceIndex>(resource),
                                      input.settings.as_of + 7 * week,
                                      planning::Hours::whole(dice.between(100, 200))});
        }
    }
    for (std::int64_t item = 0; item < kItems; ++item) {
        planning::Item made;
        made.name = "I" + std::to_string(item);
        for (std::int64_t row = 0; row <= item % 3; ++row) {
            planning::BillRow bill;
            bill.resource = static_cast<planning::ResourceIndex>(dice.between(0, kResources - 1));
            bill.hours_per_unit = planning::HoursPerUnit::whole(1);
            bill.lead_time_offset_days = dice.days(0, 10);
            made.bill.push_back(bill);
        }
        input.items.push_back(std::move(made));
    }
    const std::int64_t most_hours = 2 * 2 * kResources * kWeeks * 150 / 2 / deals;
    for (std::int64_t number = 0; number < deals; ++number) {
        planning::Deal deal;
        deal.status =
            number % 10 == 0 ? planning::DealClass::kFirm : planning::DealClass::kTentative;
        deal.first_line = static_cast<std::uint32_t>(number);
        deal.line_count = 1;
        const std::int64_t hours = dice.between(1, most_hours);
        deal.value = planning::Money::whole(hours * dice.between(50, 150));
        input.deals.push_back(deal);
        planning::Line line;
        line.item = static_cast<planning::ItemIndex>(dice.between(0, kItems - 1));
        line.promised = input.settings.as_of + dice.days(14, 7 * kWeeks - 1);
        line.left = planning::Quantity::whole(hours);
        input.lines.push_back(line);
    }
    return input;
}

int solveLarge(int seconds) {
    for (const std::int64_t deals : {300, 1'000, 3'000, 10'000}) {
        for (const std::size_t dates : {0, 3}) {
            CheckedPlan plan = planning::checkPromises(yearOf(deals));
            const Question question{.most_later_dates = dates};
            const auto began = steady_clock::now();
            const Portfolio quick = bestPortfolio(plan, question, nullptr, {});
            const double quick_seconds = since(began);
            SolverProcess solver(KEEPABLE_SOLVER);
            const auto solving = steady_clock::now();
            const Portfolio ours = bestPortfolio(plan, question, &solver,
                                                 {.time_limit = std::chrono::seconds{seconds}});
            std::printf("%5ld deals, %zu dates: quick %.0f gap %.4f %% in %.2f s; solved %.0f gap "
                        "%.4f %% in %.1f s %s\n",
                        static_cast<long>(deals), dates, static_cast<double>(quick.value) / 1e4,
                        static_cast<double>(quick.gapMillionths()) / 1e4, quick_seconds,
                        static_cast<double>(ours.value) / 1e4,
                        static_cast<double>(ours.gapMillionths()) / 1e4, since(solving),
                        ours.failure.c_str());
            std::fflush(stdout);
        }
    }
    return 0;
}

int usage() {
    std::puts("portfolio_benchmark sac94 | cbc SECONDS [LAST [FIRST]] | large SECONDS");
    return 2;
}

} // namespace
} // namespace keepable::portfolio

int main(int count, char** arguments) {
    using namespace keepable::portfolio;
    const std::string_view what = count > 1 ? arguments[1] : "";
    if (what == "sac94") {
        return proveAll();
    }
    if (what == "cbc" && count > 2) {
        return compare(std::atoi(arguments[2]), count > 3 ? std::atoi(arguments[3]) : kRandomOnes,
                       count > 4 ? std::atoi(arguments[4]) : 1);
    }
    if (what == "large" && count > 2) {
        return solveLarge(std::atoi(arguments[2]));
    }
    return usage();
}
