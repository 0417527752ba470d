// SPDX-License-Identifier: MPL-2.0
//
// keepable-solver: COIN-OR CBC as a program of its own, with the settings of its own command line. It
// is given no start: with one its search takes another way, a worse one on three of eight instances.
//
// A process beside it looks for better choices near the start (choice_search.hpp): the exact search is slow
// to find them, and goes its way as if there was no other.
//
// Input:   lines on standard input:
//              seconds S
//              program COLUMNS ROWS
//              weights W1 ... Wn
//              row CAPACITY COUNT COLUMN COEFFICIENT ...      (ROWS times)
//              start COUNT COLUMN ...
//              end
// Output:  lines on standard output, as they become known; columns from 0, bounds as decimal numbers:
//              incumbent COUNT COLUMN ...
//              found COUNT COLUMN ...                         (by the process beside)
//              bound B
//              done optimal|stopped
//              failed WHAT
// Life:    dies with the process that started it.
#include "portfolio/solver/choice_search.hpp"
#include "portfolio/solver/problem.hpp"

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <OsiClpSolverInterface.hpp>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <iterator>
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

using namespace keepable::solver;

std::vector<int> chosenIn(const double* solution, int columns, const int* original) {
    std::vector<int> chosen;
    for (int column = 0; column < columns; ++column) {
        if (solution[column] > 0.5) {
            chosen.push_back(original == nullptr ? column : original[column]);
        }
    }
    return chosen;
}

void tellBound(const Board& board, double minimised) {
    if (minimised > -1e50 && minimised < 1e50) {
        constexpr std::size_t kLongest = 64;
        std::array<char, kLongest> line{};
        std::snprintf(line.data(), line.size(), "bound %.17g", -minimised);
        board.say(line.data());
    }
}

class Reporter : public CbcEventHandler {
  public:
    Reporter(const Board& board, int columns) : board_(&board), columns_(columns) {}

    CbcAction event(CbcEvent what) override {
        if (model_ == nullptr || model_->parentModel() != nullptr) {
            return noAction;
        }
        if (what == solution || what == heuristicSolution) {
            const int* original = model_->originalColumns();
            const int present = model_->getNumCols();
            if (model_->bestSolution() != nullptr && (original != nullptr || present == columns_)) {
                board_->sayIncumbent(chosenIn(model_->bestSolution(), present, original));
            }
        } else if (what == node || what == treeStatus) {
            const double bound = model_->getBestPossibleObjValue();
            if (bound > bound_) {
                bound_ = bound;
                tellBound(*board_, bound);
            }
        }
        return noAction;
    }
    [[nodiscard]] CbcEventHandler* clone() const override { return new Reporter(*this); }

  private:
    const Board* board_;
    int columns_;
    double bound_ = -1e50;
};

// Says whether the search came to its end.
bool solve(const Problem& problem, const Board& board) {
    const int columns = static_cast<int>(problem.weights.size());
    OsiClpSolverInterface solver;
    load(problem, solver);
    CbcModel model(solver);
    CbcSolverUsefulData data;
    CbcMain0(model, data);
    Reporter reporter(board, columns);
    model.passInEventHandler(&reporter);
    const char* arguments[] = {
        "keepable-solver",       "-log",   "0",    "-timeMode", "elapsed", "-seconds",
        problem.seconds.c_str(), "-solve", "-quit"};
    CbcMain1(
        static_cast<int>(std::size(arguments)), arguments, model, [](CbcModel*, int) { return 0; },
        data);
    if (model.bestSolution() != nullptr) {
        board.sayIncumbent(chosenIn(model.bestSolution(), columns, nullptr));
    }
    tellBound(board, model.getBestPossibleObjValue());
    return model.isProvenOptimal();
}

// A process beside this one that looks for better choices near the start; gone when this goes out of
// scope.
class Helper {
  public:
    Helper(const Problem& problem, const Board& board) : board_(board), process_(fork()) {
        if (process_ == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            searchChoices(problem, board);
        }
    }
    Helper(const Helper&) = delete;
    Helper& operator=(const Helper&) = delete;
    ~Helper() {
        if (process_ > 0) {
            board_.silence(process_);
        }
    }

  private:
    const Board& board_;
    pid_t process_;
};

// What went wrong is a line, too.
int answer(int file) {
    Problem problem;
    const bool is_read = readProblem(problem);
    const Board board(file, problem.weights.size());
    if (!is_read) {
        board.say("failed the program cannot be read");
        return 2;
    }
    try {
        bool is_finished = false;
        {
            const Helper helper(problem, board);
            is_finished = solve(problem, board);
        }
        board.say(is_finished ? "done optimal" : "done stopped");
        return 0;
    } catch (const CoinError& error) {
        board.say("failed " + error.message());
    } catch (const std::exception& error) {
        board.say(std::string{"failed "} + error.what());
    }
    return 3;
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
    std::ios::sync_with_stdio(false);
    return answer(out);
}
