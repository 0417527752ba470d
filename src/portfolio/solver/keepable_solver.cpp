// SPDX-License-Identifier: MPL-2.0
//
// keepable-solver: COIN-OR CBC as a program of its own, with the settings of its own command line. It
// is given no start: with one its search takes another way, a worse one on three of eight instances.
//
// Input:   lines on standard input:
//              seconds S
//              program COLUMNS ROWS
//              weights W1 ... Wn
//              row CAPACITY COUNT COLUMN COEFFICIENT ...      (ROWS times)
//              end
// Output:  lines on standard output, as they become known; columns from 0, bounds as decimal numbers:
//              incumbent COUNT COLUMN ...
//              bound B
//              done optimal|stopped
//              failed WHAT
// Life:    dies with the process that started it.
#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <string>
#include <sys/prctl.h>
#include <unistd.h>
#include <vector>

// LAPACK's way to report a wrong argument. Ours, because the library's own needs the Fortran run-time.
// NOLINTNEXTLINE(readability-identifier-naming): its name
extern "C" [[noreturn]] void xerbla_(const char* /*routine*/, const int* /*argument*/,
                                     std::size_t /*length*/) {
    std::abort();
}

namespace {

struct Problem {
    std::string seconds;
    std::vector<double> weights;
    std::vector<double> capacities;
    std::vector<int> row_of_term;
    std::vector<int> column_of_term;
    std::vector<double> coefficient_of_term;
};

// Where our lines go; whatever the library prints goes nowhere.
std::FILE* lines = nullptr;

bool expect(const char* word) {
    std::string seen;
    return std::cin >> seen && seen == word;
}

bool readProblem(Problem& problem) {
    std::size_t columns = 0;
    std::size_t rows = 0;
    if (!expect("seconds") || !(std::cin >> problem.seconds) || !expect("program") ||
        !(std::cin >> columns >> rows) || !expect("weights")) {
        return false;
    }
    for (std::size_t i = 0; i < columns; ++i) {
        double weight = 0;
        if (!(std::cin >> weight)) {
            return false;
        }
        problem.weights.push_back(weight);
    }
    for (std::size_t row = 0; row < rows; ++row) {
        double capacity = 0;
        std::size_t count = 0;
        if (!expect("row") || !(std::cin >> capacity >> count)) {
            return false;
        }
        problem.capacities.push_back(capacity);
        for (std::size_t i = 0; i < count; ++i) {
            std::size_t column = 0;
            double coefficient = 0;
            if (!(std::cin >> column >> coefficient) || column >= columns) {
                return false;
            }
            problem.row_of_term.push_back(static_cast<int>(row));
            problem.column_of_term.push_back(static_cast<int>(column));
            problem.coefficient_of_term.push_back(coefficient);
        }
    }
    return expect("end");
}

// `original` says which column of the problem each one is; null: the same.
void tellIncumbent(const double* solution, int columns, const int* original) {
    std::vector<int> chosen;
    for (int column = 0; column < columns; ++column) {
        if (solution[column] > 0.5) {
            chosen.push_back(original == nullptr ? column : original[column]);
        }
    }
    std::fprintf(lines, "incumbent %zu", chosen.size());
    for (const int column : chosen) {
        std::fprintf(lines, " %d", column);
    }
    std::fputc('\n', lines);
    std::fflush(lines);
}

void tellBound(double minimised) {
    if (minimised > -1e50 && minimised < 1e50) {
        std::fprintf(lines, "bound %.17g\n", -minimised);
        std::fflush(lines);
    }
}

class Reporter : public CbcEventHandler {
  public:
    explicit Reporter(int columns) : columns_(columns) {}

    CbcAction event(CbcEvent what) override {
        if (model_ == nullptr || model_->parentModel() != nullptr) {
            return noAction;
        }
        if (what == solution || what == heuristicSolution) {
            const int* original = model_->originalColumns();
            const int present = model_->getNumCols();
            if (model_->bestSolution() != nullptr && (original != nullptr || present == columns_)) {
                tellIncumbent(model_->bestSolution(), present, original);
            }
        } else if (what == node || what == treeStatus) {
            const double bound = model_->getBestPossibleObjValue();
            if (bound > bound_) {
                bound_ = bound;
                tellBound(bound);
            }
        }
        return noAction;
    }
    [[nodiscard]] CbcEventHandler* clone() const override { return new Reporter(*this); }

  private:
    int columns_;
    double bound_ = -1e50;
};

void solve(const Problem& problem) {
    const int columns = static_cast<int>(problem.weights.size());
    const int rows = static_cast<int>(problem.capacities.size());
    CoinPackedMatrix matrix(false, problem.row_of_term.data(), problem.column_of_term.data(),
                            problem.coefficient_of_term.data(),
                            static_cast<CoinBigIndex>(problem.row_of_term.size()));
    matrix.setDimensions(rows, columns);
    std::vector<double> costs;
    for (const double weight : problem.weights) {
        costs.push_back(-weight);
    }
    const std::vector<double> zeros(problem.weights.size(), 0.0);
    const std::vector<double> ones(problem.weights.size(), 1.0);
    const std::vector<double> none(problem.capacities.size(), -COIN_DBL_MAX);
    OsiClpSolverInterface solver;
    solver.messageHandler()->setLogLevel(0);
    solver.loadProblem(matrix, zeros.data(), ones.data(), costs.data(), none.data(),
                       problem.capacities.data());
    for (int column = 0; column < columns; ++column) {
        solver.setInteger(column);
    }
    CbcModel model(solver);
    CbcSolverUsefulData data;
    CbcMain0(model, data);
    Reporter reporter(columns);
    model.passInEventHandler(&reporter);
    const char* arguments[] = {
        "keepable-solver",       "-log",   "0",    "-timeMode", "elapsed", "-seconds",
        problem.seconds.c_str(), "-solve", "-quit"};
    CbcMain1(
        static_cast<int>(std::size(arguments)), arguments, model, [](CbcModel*, int) { return 0; },
        data);
    if (model.bestSolution() != nullptr) {
        tellIncumbent(model.bestSolution(), columns, nullptr);
    }
    tellBound(model.getBestPossibleObjValue());
    const bool is_finished = model.isProvenOptimal();
    std::fprintf(lines, "done %s\n", is_finished ? "optimal" : "stopped");
    std::fflush(lines);
}

} // namespace

int main() {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    constexpr int kFirstOther = 3;
    constexpr int kMostFiles = 4096;
    for (int file = kFirstOther; file < kMostFiles; ++file) {
        close(file);
    }
    const int out = dup(STDOUT_FILENO);
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    lines = fdopen(out, "w");
    if (lines == nullptr) {
        return 1;
    }
    std::ios::sync_with_stdio(false);
    try {
        Problem problem;
        if (!readProblem(problem)) {
            std::fputs("failed the program cannot be read\n", lines);
            std::fflush(lines);
            return 2;
        }
        solve(problem);
    } catch (const CoinError& error) {
        std::fprintf(lines, "failed %s\n", error.message().c_str());
        std::fflush(lines);
        return 3;
    } catch (const std::exception& error) {
        std::fprintf(lines, "failed %s\n", error.what());
        std::fflush(lines);
        return 3;
    }
    return 0;
}
