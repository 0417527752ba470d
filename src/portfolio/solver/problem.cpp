// SPDX-License-Identifier: MPL-2.0
#include "portfolio/solver/problem.hpp"

#include <CoinPackedMatrix.hpp>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <iostream>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace keepable::solver {

namespace {

bool expect(const char* word) {
    std::string seen;
    return std::cin >> seen && seen == word;
}

bool readRow(int row, std::size_t columns, Problem& problem) {
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
        problem.row_of_term.push_back(row);
        problem.column_of_term.push_back(static_cast<int>(column));
        problem.coefficient_of_term.push_back(coefficient);
    }
    return true;
}

bool readStart(std::size_t columns, Problem& problem) {
    std::size_t count = 0;
    if (!expect("start") || !(std::cin >> count)) {
        return false;
    }
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t column = 0;
        if (!(std::cin >> column) || column >= columns) {
            return false;
        }
        problem.start.push_back(static_cast<int>(column));
    }
    return true;
}

class Lock {
  public:
    explicit Lock(int file) : file_(file) { set(F_WRLCK); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    ~Lock() { set(F_UNLCK); }

  private:
    void set(short kind) const {
        struct flock whole {};
        whole.l_type = kind;
        whole.l_whence = SEEK_SET;
        while (fcntl(file_, F_SETLKW, &whole) != 0 && errno == EINTR) {
        }
    }
    int file_;
};

} // namespace

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
        if (!readRow(static_cast<int>(row), columns, problem)) {
            return false;
        }
    }
    return readStart(columns, problem) && expect("end");
}

void load(const Problem& problem, OsiClpSolverInterface& solver) {
    const std::size_t columns = problem.weights.size();
    CoinPackedMatrix matrix(false, problem.row_of_term.data(), problem.column_of_term.data(),
                            problem.coefficient_of_term.data(),
                            static_cast<CoinBigIndex>(problem.row_of_term.size()));
    matrix.setDimensions(static_cast<int>(problem.capacities.size()), static_cast<int>(columns));
    std::vector<double> costs;
    costs.reserve(columns);
    for (const double weight : problem.weights) {
        costs.push_back(-weight);
    }
    const std::vector<double> zeros(columns, 0.0);
    const std::vector<double> ones(columns, 1.0);
    const std::vector<double> none(problem.capacities.size(), -COIN_DBL_MAX);
    solver.messageHandler()->setLogLevel(0);
    solver.loadProblem(matrix, zeros.data(), ones.data(), costs.data(), none.data(),
                       problem.capacities.data());
    for (std::size_t column = 0; column < columns; ++column) {
        solver.setInteger(static_cast<int>(column));
    }
}

struct Board::Posted {
    std::uint32_t count = 0; // of incumbents so far
    char is_chosen[1];       // by column; as many as there are
};

Board::Board(int file, std::size_t columns)
    : file_(file), lock_(memfd_create("board", MFD_CLOEXEC)), columns_(columns), posted_(nullptr) {
    void* memory = mmap(nullptr, sizeof(Posted) + columns, PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    posted_ = memory == MAP_FAILED ? nullptr : static_cast<Posted*>(memory);
}

Board::~Board() {
    if (posted_ != nullptr) {
        munmap(posted_, sizeof(Posted) + columns_);
    }
    close(lock_);
    close(file_);
}

void Board::write(const std::string& line) const {
    const std::string whole = line + "\n";
    std::size_t said = 0;
    while (said < whole.size()) {
        const ssize_t now = ::write(file_, whole.data() + said, whole.size() - said);
        if (now < 0 && errno != EINTR) {
            return;
        }
        said += now > 0 ? static_cast<std::size_t>(now) : 0;
    }
}

void Board::say(const std::string& line) const {
    const Lock lock(lock_);
    write(line);
}

void Board::sayChoice(const char* kind, const std::vector<int>& columns) const {
    std::string line = kind;
    line += ' ' + std::to_string(columns.size());
    for (const int column : columns) {
        line += ' ' + std::to_string(column);
    }
    say(line);
}

void Board::sayIncumbent(const std::vector<int>& columns) const {
    sayChoice("incumbent", columns);
    const Lock lock(lock_);
    if (posted_ != nullptr) {
        std::fill_n(posted_->is_chosen, columns_, '\0');
        for (const int column : columns) {
            posted_->is_chosen[column] = 1;
        }
        ++posted_->count;
    }
}

bool Board::hasNew(std::uint32_t& seen, std::vector<int>& columns) const {
    const Lock lock(lock_);
    if (posted_ == nullptr || posted_->count == seen) {
        return false;
    }
    seen = posted_->count;
    columns.clear();
    for (std::size_t column = 0; column < columns_; ++column) {
        if (posted_->is_chosen[column] != 0) {
            columns.push_back(static_cast<int>(column));
        }
    }
    return true;
}

void Board::silence(pid_t other) const {
    const Lock lock(lock_);
    kill(other, SIGKILL);
    while (waitpid(other, nullptr, 0) < 0 && errno == EINTR) {
    }
}

} // namespace keepable::solver
