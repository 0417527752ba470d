// SPDX-License-Identifier: MPL-2.0
//
// How long a real LibreOffice without a window takes with Keepable's functions, each time as a ratio inside
// one run: by the same question asked with SUMIFS, and by the floor, what the host itself costs when an
// add-in reads the same ranges and returns one value a row but works out nothing (floor_addin/).
//
//   office_benchmark [--smoke] [--parts=bcd] [--most=ROWS] [--benchmark_…]
//
// Needs:   KEEPABLE_OXT and KEEPABLE_FLOOR_OXT, the two packages; not to be root.
// Time:    b and c: calculateAll() of a workbook with nothing but the formulas in question, after one
//          quantity has been changed, so that the plan is a new one. d: one quantity changed until the
//          verdict is read as text. Taken inside the office's process; c and d as processor time of the one
//          thread that works, b by the clock on the wall, because SUMIFS works in several threads.
//          Both sides of a ratio are measured in turn; a ratio is the median of the repetitions' ratios.
#include "benchmark/figures.hpp"
#include "benchmark/harness.hpp"
#include "benchmark/office_cases.hpp"
#include "office/support/office.hpp"
#include "office/support/profile.hpp"
#include "office/support/uno_text.hpp"

#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XTextRange.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <keepablebench/XStopwatch.hpp>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace keepable::benchmarks {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using office_tests::Office;
using office_tests::Profile;
using office_tests::Workbook;

struct Options {
    std::string parts = "bcd";
    std::size_t sumifs_rows = 20'000;
    std::vector<std::size_t> floor_rows{20'000, 100'000, 1'000'000};
    std::size_t edited_rows = 10'000;
    int repetitions = 9;
    int repetitions_of_largest = 5;

    [[nodiscard]] bool has(char part) const { return parts.find(part) != std::string::npos; }
};

// A workbook whose first deal's quantity can be changed to something new.
class Bench {
  public:
    Bench(const OfficeCase& office_case, Office& office)
        : case_(office_case), workbook_(tablesOf(office_case, office)),
          quantity_(workbook_.range("Deals.D2")->getCellByPosition(0, 0)),
          stopwatch_(office.service("keepablebench.Stopwatch"), UNO_QUERY_THROW) {}

    void addPlan() {
        workbook_.formula("Plan.A1", "=keepable.Promises.plan(" + case_.dealsRange() + ";" +
                                         case_.capacityRange() + ";$Settings.$A$1:$B$1)");
    }
    void addFloorRead() {
        workbook_.formula("Plan.A1", "=keepablebench.Floor.floorRead(" + case_.dealsRange() + ";" +
                                         case_.capacityRange() + ")");
    }
    // The formula of the first deal, filled down beside all of them.
    void addColumn(char column, const std::string& formula) {
        workbook_.formula(std::string("Deals.") + column + "2", formula);
        workbook_.fillDown(case_.besideDeals(column));
    }

    // One that no workbook has held before, or the plan would be found in the store.
    [[nodiscard]] static double nextQuantity() {
        static double quantity = 1;
        quantity += 0.001;
        return quantity;
    }
    [[nodiscard]] Time timeToCalculate() {
        quantity_->setValue(nextQuantity());
        return timeToCalculateAgain();
    }
    [[nodiscard]] Time timeToCalculateAgain() {
        const Reference<css::sheet::XCalculatable> document(workbook_.document(), UNO_QUERY_THROW);
        return ownTime(stopwatch_->timeToCalculate(document));
    }
    // From an edit until the cell is read.
    [[nodiscard]] Time timeToAnswer(std::string_view cell) {
        return ownTime(stopwatch_->timeToAnswer(quantity_, nextQuantity(), text(cell)));
    }
    [[nodiscard]] Time timeToAnswerOverPipe(std::string_view cell) {
        const Reference<css::text::XTextRange> answer = text(cell);
        return timeOf([&] {
            quantity_->setValue(nextQuantity());
            static_cast<void>(answer->getString());
        });
    }

    [[nodiscard]] Workbook& workbook() { return workbook_; }

    // A benchmark of formulas that fail would be a fast one.
    void expect(std::string_view cell, std::string_view part) const {
        const std::string shown = workbook_.shown(cell);
        if (shown.find(part) == std::string::npos) {
            throw std::runtime_error(std::string(cell) + " shows “" + shown + "” and not “" +
                                     std::string(part) + "”");
        }
    }
    void expectNoError(std::string_view cell) const {
        if (workbook_.error(cell) != 0) {
            throw std::runtime_error(std::string(cell) + " shows " + workbook_.shown(cell));
        }
    }
    void expectPlan() const { expect("Plan.A1", std::to_string(case_.rows) + " deal"); }
    void expectVerdicts(char column) const {
        const std::vector<std::string> verdicts = workbook_.texts(case_.besideDeals(column));
        const auto kept = std::count(verdicts.begin(), verdicts.end(), "KEEPABLE");
        const auto other = std::count_if(verdicts.begin(), verdicts.end(), [](const auto& verdict) {
            return verdict == "INFEASIBLE" || verdict == "AT RISK";
        });
        if (kept == 0 || static_cast<std::size_t>(kept + other) != case_.rows) {
            throw std::runtime_error("not every deal has a verdict");
        }
    }

  private:
    static Time ownTime(const css::uno::Sequence<double>& seconds) {
        return {seconds[0], seconds[1]};
    }
    [[nodiscard]] Reference<css::text::XTextRange> text(std::string_view cell) const {
        return {workbook_.range(cell)->getCellByPosition(0, 0), UNO_QUERY_THROW};
    }

    OfficeCase case_;
    Workbook workbook_;
    Reference<css::table::XCell> quantity_; // of the first deal
    Reference<::keepablebench::XStopwatch> stopwatch_;
};

constexpr const char* kStatus = "=keepable.Promises.status($Plan.$A$1;A2)";
constexpr const char* kEarliest = "=keepable.Promises.earliest($Plan.$A$1;A2)";
constexpr const char* kEcho = "=keepablebench.Floor.floorEcho(A2)";
constexpr const char* kEchoBeside = "=keepablebench.Floor.floorEchoBeside($Plan.$A$2;A2)";
constexpr const char* kLikeHandle =
    "20000 deals · 3000 infeasible · 150 at risk · 7f3a91c2b0d4e6f8";

// Is the work due so far on the deal's resource within the hours so far? Without IF, which would keep Calc
// from computing the column in several threads.
std::string sumifsFormula(const OfficeCase& office_case) {
    const std::string deals = std::to_string(office_case.rows + 1);
    const std::string capacity =
        office_case.capacityRange().substr(office_case.capacityRange().rfind('$') + 1);
    const auto column = [](const char* sheet, char name, const std::string& last) {
        return std::string("$") + sheet + ".$" + name + "$2:$" + name + "$" + last;
    };
    return "=SUMIFS(" + column("Deals", 'D', deals) + ";" + column("Deals", 'C', deals) + ";C2;" +
           column("Deals", 'E', deals) + ";\"<=\"&E2)<=SUMIFS(" +
           column("Capacity", 'C', capacity) + ";" + column("Capacity", 'A', capacity) + ";C2;" +
           column("Capacity", 'B', capacity) + ";\"<=\"&E2)";
}

struct SumifsTime {
    double seconds = 0;    // by the clock
    double processors = 0; // busy on average meanwhile
};

// The faster of two recalculations: the host at its best.
SumifsTime measureSumifs(const OfficeCase& office_case, Office& office) {
    Bench bench(office_case, office);
    bench.addColumn('J', sumifsFormula(office_case));
    const auto once = [&] {
        const auto before = office.processorTime();
        const double seconds = bench.timeToCalculate().wall;
        const std::chrono::duration<double> busy = office.processorTime() - before;
        return SumifsTime{seconds, busy.count() / seconds};
    };
    const SumifsTime first = once();
    const SumifsTime second = once();
    bench.expectNoError("Deals.J2");
    bench.expectNoError("Deals.J" + std::to_string(office_case.rows + 1));
    return first.seconds < second.seconds ? first : second;
}

// b. against two cumulative SUMIFS a row.
void measureAgainstSumifs(const Harness& harness, const Options& options, Office& office,
                          std::vector<Figure>& figures) {
    const OfficeCase office_case{options.sumifs_rows};
    const std::string rows = countText(office_case.rows) + " rows";
    const SumifsTime sumifs = measureSumifs(office_case, office);
    Bench status(office_case, office);
    status.addPlan();
    status.addColumn('J', kStatus);
    Bench both(office_case, office);
    both.addPlan();
    both.addColumn('J', kStatus);
    both.addColumn('K', kEarliest);
    const auto calculate = [](Bench& bench) {
        return [&bench] { return Findings{{"total", bench.timeToCalculate().wall}}; };
    };
    const auto medians =
        harness.medians({{"status", calculate(status)}, {"status and earliest", calculate(both)}},
                        options.repetitions);
    status.expectPlan();
    status.expectVerdicts('J');
    both.expectVerdicts('J');
    both.expectNoError("Deals.K2");
    for (const auto& [name, goal] :
         {std::pair{"status", "≥ 150"}, std::pair{"status and earliest", "≥ 75"}}) {
        const double time = medians.at(name).at("total");
        figures.push_back({rows + ": two SUMIFS a row ÷ plan, " + name, goal,
                           numberText(sumifs.seconds / time, 0),
                           timeText(sumifs.seconds) + " (threaded, " +
                               numberText(sumifs.processors, 1) + " processors busy) ÷ " +
                               timeText(time)});
    }
}

// b again in an office that computes formulas by one thread only.
void measureAgainstUnthreadedSumifs(const Harness& harness, const Options& options, Office& office,
                                    std::vector<Figure>& figures) {
    const OfficeCase office_case{options.sumifs_rows};
    const SumifsTime sumifs = measureSumifs(office_case, office);
    Bench status(office_case, office);
    status.addPlan();
    status.addColumn('J', kStatus);
    const auto medians =
        harness.medians({{"status",
                          [&] {
                              return Findings{{"total", status.timeToCalculate().wall}};
                          }}},
                        options.repetitions);
    status.expectVerdicts('J');
    const double time = medians.at("status").at("total");
    figures.push_back(
        {countText(office_case.rows) + " rows: two SUMIFS a row by one thread ÷ plan, status", "–",
         numberText(sumifs.seconds / time, 0),
         timeText(sumifs.seconds) + " (" + numberText(sumifs.processors, 1) +
             " processors busy) ÷ " + timeText(time)});
}

// The plan without getters and the floor's reading without echoes.
Findings measurePlanAlone(const Harness& harness, const OfficeCase& office_case, int repetitions,
                          Office& office) {
    Bench plan(office_case, office);
    plan.addPlan();
    Bench read(office_case, office);
    read.addFloorRead();
    const auto once = [&] {
        return Findings{{"plan", plan.timeToCalculate().processor},
                        {"plan again", plan.timeToCalculateAgain().processor},
                        {"read", read.timeToCalculate().processor}};
    };
    return harness.medians({{"plan alone", once}}, repetitions).at("plan alone");
}

Findings measurePlanAndColumn(const Harness& harness, const OfficeCase& office_case,
                              int repetitions, Office& office) {
    Bench keepable(office_case, office);
    keepable.addPlan();
    keepable.addColumn('J', kStatus);
    Bench floor(office_case, office);
    floor.addFloorRead();
    floor.addColumn('J', kEcho);
    Bench beside(office_case, office);
    beside.addFloorRead();
    beside.workbook().set("Plan.A2", kLikeHandle);
    beside.addColumn('J', kEchoBeside);
    const auto once = [&] {
        const Time ours = keepable.timeToCalculate();
        const Time theirs = floor.timeToCalculate();
        const double echo_beside = beside.timeToCalculate().processor;
        // Whoever holds the floor's object over the pipe keeps its binary proxy alive, as Keepable keeps
        // its own: without one, Calc makes one for each call.
        const auto proxy = office.service("keepablebench.Floor");
        const double with_proxy = floor.timeToCalculate().processor;
        return Findings{{"total", ours.processor},
                        {"floor", theirs.processor},
                        {"beside", echo_beside},
                        {"ratio", ours.processor / theirs.processor},
                        {"wall ratio", ours.wall / theirs.wall},
                        {"beside ratio", ours.processor / echo_beside},
                        {"with proxy", with_proxy},
                        {"proxy ratio", ours.processor / with_proxy}};
    };
    const auto medians = harness.medians({{"floor", once}}, repetitions);
    keepable.expectPlan();
    keepable.expectVerdicts('J');
    floor.expect("Deals.J2", "D1000001");
    beside.expect("Deals.J2", "D1000001");
    return medians.at("floor");
}

// c. against the host's own floor.
void measureAgainstFloor(const Harness& harness, const Options& options, Office& office,
                         std::vector<Figure>& figures) {
    for (const std::size_t row_count : options.floor_rows) {
        const OfficeCase office_case{row_count};
        const int repetitions =
            row_count >= 500'000 ? options.repetitions_of_largest : options.repetitions;
        Findings found = measurePlanAndColumn(harness, office_case, repetitions, office);
        found.merge(measurePlanAlone(harness, office_case, repetitions, office));
        const auto time = [&](const char* name) { return timeText(found.at(name)); };
        const auto timeOfCall = [&](const char* all, const char* alone) {
            return timeText((found.at(all) - found.at(alone)) / static_cast<double>(row_count));
        };
        const std::string name = countText(row_count) + " rows: ";
        figures.push_back({name + "plan and status column ÷ floor", "≤ 2",
                           numberText(found.at("ratio"), 2),
                           time("total") + " ÷ " + time("floor") + "; by the clock " +
                               numberText(found.at("wall ratio"), 2)});
        figures.push_back({name + "the same ÷ floor with the arguments of a getter", "–",
                           numberText(found.at("beside ratio"), 2),
                           time("total") + " ÷ " + time("beside") + "; a getter " +
                               timeOfCall("total", "plan") + ", echo " +
                               timeOfCall("floor", "read") + ", with two arguments " +
                               timeOfCall("beside", "read")});
        figures.push_back({name + "the same ÷ floor with its binary proxy held", "–",
                           numberText(found.at("proxy ratio"), 2),
                           time("total") + " ÷ " + time("with proxy") + "; echo " +
                               timeOfCall("with proxy", "read")});
        figures.push_back({name + "plan alone ÷ floor's reading alone", "–",
                           numberText(found.at("plan") / found.at("read"), 2),
                           time("plan") + " ÷ " + time("read") + "; plan of unchanged cells " +
                               time("plan again")});
    }
}

// d. one edit until a verdict is read.
void measureEdit(const Harness& harness, const Options& options, Office& office,
                 std::vector<Figure>& figures) {
    const OfficeCase office_case{options.edited_rows, 50};
    Bench single(office_case, office);
    single.addPlan();
    single.workbook().formula("Deals.J2", kStatus);
    Bench column(office_case, office);
    column.addPlan();
    column.addColumn('J', kStatus);
    Bench floor(office_case, office);
    floor.addFloorRead();
    Bench idle(office_case, office);
    single.workbook().calculateAll();
    column.workbook().calculateAll();
    floor.workbook().calculateAll();
    const std::vector<SortRecord> records = recordsOf(office_case);

    const Measurement edits{
        "edit", [&] {
            const double sort = timeToSort(records).processor;
            const Time read = floor.timeToAnswer("Plan.A1");
            const Time read_over_pipe = floor.timeToAnswerOverPipe("Plan.A1");
            Findings found{{"sort", sort},
                           {"read", read.processor},
                           {"pipe read", read_over_pipe.wall},
                           {"idle", idle.timeToAnswer("Deals.A2").processor},
                           {"pipe idle", idle.timeToAnswerOverPipe("Deals.A2").wall}};
            for (const auto& [name, bench] :
                 {std::pair<std::string, Bench*>{"single", &single}, {"column", &column}}) {
                const Time answer = bench->timeToAnswer("Deals.J2");
                const Time answer_over_pipe = bench->timeToAnswerOverPipe("Deals.J2");
                found[name] = answer.processor;
                found["pipe " + name] = answer_over_pipe.wall;
                found[name + " ratio"] = answer.processor / (read.processor + sort);
                found["pipe " + name + " ratio"] =
                    answer_over_pipe.wall / (read_over_pipe.wall + sort);
            }
            return found;
        }};
    const auto medians = harness.medians({edits}, 3 * options.repetitions);
    single.expectPlan();
    single.expect("Deals.J2", "KEEPABLE");
    column.expectVerdicts('J');
    const Findings& found = medians.at("edit");
    const auto time = [&](const std::string& name) { return timeText(found.at(name)); };
    const std::string rows = countText(office_case.rows) + " rows, ";
    for (const auto& [name, formulas] :
         {std::pair{"single", "one status cell"}, std::pair{"column", "status column"}}) {
        for (const bool is_inside : {true, false}) {
            const std::string way = is_inside ? "" : "pipe ";
            figures.push_back(
                {rows + formulas + ": edit until verdict ÷ (edit until " +
                     "floor has read + sort)" + (is_inside ? "" : ", by the clock over the pipe"),
                 is_inside ? "≤ 2" : "–", numberText(found.at(way + name + " ratio"), 2),
                 time(way + name) + " ÷ (" + time(way + "read") + " + " + time("sort") +
                     "); edit that nothing depends on " + time(way + "idle")});
        }
    }
}

std::filesystem::path packageNamed(const char* variable) {
    const char* path = std::getenv(variable);
    if (path == nullptr) {
        throw std::runtime_error(std::string(variable) + " is not set");
    }
    return std::filesystem::absolute(path);
}

template <class Use> void withOffice(const Profile& profile, Use use) {
    Office office(profile);
    use(office);
    if (office.terminate() != 0) {
        throw std::runtime_error("the office has not ended well");
    }
}

std::vector<Figure> measure(const Harness& harness, const Options& options) {
    const Profile profile;
    for (const char* package : {"KEEPABLE_OXT", "KEEPABLE_FLOOR_OXT"}) {
        const auto installed = profile.install(packageNamed(package));
        if (installed.exit_code != 0) {
            throw std::runtime_error("unopkg: " + installed.output);
        }
    }
    std::vector<Figure> figures;
    withOffice(profile, [&](Office& office) {
        if (options.has('d')) {
            measureEdit(harness, options, office, figures);
        }
        if (options.has('c')) {
            measureAgainstFloor(harness, options, office, figures);
        }
        if (options.has('b')) {
            measureAgainstSumifs(harness, options, office, figures);
        }
    });
    if (options.has('b')) {
        setenv("SC_NO_THREADED_CALCULATION", "1", 1);
        withOffice(profile, [&](Office& office) {
            measureAgainstUnthreadedSumifs(harness, options, office, figures);
        });
    }
    return figures;
}

// Takes our own options out of the arguments.
Options takeOptions(std::vector<char*>& arguments) {
    Options options;
    std::size_t most = options.floor_rows.back();
    std::erase_if(arguments, [&](const char* argument) {
        const std::string_view option = argument;
        const auto valueAfter = [&](std::string_view name) {
            return option.starts_with(name) ? option.substr(name.size()) : std::string_view{};
        };
        if (option == "--smoke") {
            options = {"bcd", 60, {60, 120}, 60, 2, 2};
        } else if (const auto parts = valueAfter("--parts="); !parts.empty()) {
            options.parts = parts;
        } else if (const auto rows = valueAfter("--most="); !rows.empty()) {
            most = std::strtoull(rows.data(), nullptr, 10);
        } else {
            return false;
        }
        return true;
    });
    std::erase_if(options.floor_rows, [&](std::size_t rows) { return rows > most; });
    return options;
}

} // namespace
} // namespace keepable::benchmarks

int main(int argc, char** argv) try {
    using namespace keepable::benchmarks;
    std::vector<char*> arguments(argv, argv + argc);
    const Options options = takeOptions(arguments);
    const Harness harness(static_cast<int>(arguments.size()), arguments.data());
    printTable("in LibreOffice", measure(harness, options));
    return 0;
} catch (const std::exception& exception) {
    std::cerr << "office_benchmark: " << exception.what() << '\n';
    return 1;
}
