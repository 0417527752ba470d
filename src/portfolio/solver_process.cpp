// SPDX-License-Identifier: MPL-2.0
#include "portfolio/solver_process.hpp"

#include "portfolio/solver_lines.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace keepable::portfolio {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// How often cancelling and the time are looked at.
constexpr int kPauseMilliseconds = 20;

class File {
  public:
    explicit File(int number = -1) : number_(number) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { close(); }

    [[nodiscard]] int number() const { return number_; }
    void open(int number) {
        close();
        number_ = number;
    }
    void close() {
        if (number_ >= 0) {
            ::close(number_);
        }
        number_ = -1;
    }

  private:
    int number_;
};

// The running solver; its end of one socket is both its standard input and its standard output. Killed
// when this goes out of scope.
class Child {
  public:
    Child() = default;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (process_ > 0) {
            kill(process_, SIGKILL);
            while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
            }
        }
    }

    // Says what went wrong, or nothing.
    [[nodiscard]] std::string start(const std::string& executable) {
        std::array<int, 2> ends{};
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
            return "no socket: " + std::string{std::strerror(errno)};
        }
        socket_.open(ends[0]);
        const File other{ends[1]};
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, other.number(), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, other.number(), STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        // The office blocks and ignores signals as it likes: the solver begins as any program does.
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&attributes, &signals);
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&attributes, &signals);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        std::string name = executable;
        std::array<char*, 2> arguments{name.data(), nullptr};
        std::string locale = "LC_ALL=C";
        std::array<char*, 2> environment{locale.data(), nullptr};
        const int error = posix_spawn(&process_, executable.c_str(), &actions, &attributes,
                                      arguments.data(), environment.data());
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
        if (error != 0) {
            process_ = -1;
            return executable + ": " + std::strerror(error);
        }
        return {};
    }
    [[nodiscard]] int socket() const { return socket_.number(); }

  private:
    File socket_;
    pid_t process_ = -1;
};

enum class Talk : std::uint8_t { kGoesOn, kGone, kBetter };

// One exchange with the solver: sends what it takes and hears what it says.
Talk exchange(int socket, std::string_view& unsent, SolverListener& listener, int pause) {
    pollfd waited{socket, static_cast<short>(POLLIN | (unsent.empty() ? 0 : POLLOUT)), 0};
    const int ready = poll(&waited, 1, pause);
    if (ready < 0 && errno != EINTR) {
        return Talk::kGone;
    }
    if (ready <= 0) {
        return Talk::kGoesOn;
    }
    if ((waited.revents & POLLOUT) != 0) {
        const ssize_t sent =
            send(socket, unsent.data(), unsent.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0) {
            unsent.remove_prefix(static_cast<std::size_t>(sent));
            if (unsent.empty()) {
                shutdown(socket, SHUT_WR);
            }
        } else if (errno != EAGAIN && errno != EINTR) {
            unsent = {}; // it hears nothing any more, but may have said why
        }
    }
    if ((waited.revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
        std::array<char, 65'536> piece;
        const ssize_t heard = recv(socket, piece.data(), piece.size(), MSG_DONTWAIT);
        if (heard > 0) {
            return listener.hear({piece.data(), static_cast<std::size_t>(heard)}) ? Talk::kBetter
                                                                                  : Talk::kGoesOn;
        }
        if (heard == 0 || (errno != EAGAIN && errno != EINTR)) {
            return Talk::kGone;
        }
    }
    return Talk::kGoesOn;
}

} // namespace

SolverResult SolverProcess::solve(const BinaryProgram& program, std::span<const Column> start,
                                  const SolverTask& task) {
    const auto began = steady_clock::now();
    const Reduced small = reduced(program);
    SolverListener listener(small.program, start);
    const auto answer = [&] {
        Answer found = listener.answer();
        found.value *= small.unit;
        found.bound *= small.unit;
        return found;
    };
    if (!isExact(small.program)) {
        return {answer(), SolverEnd::kFailed, "the numbers are too large for an exact answer"};
    }
    if (listener.answer().is_proven) {
        return {answer(), SolverEnd::kProven};
    }
    Child child;
    if (std::string failure = child.start(executable_); !failure.empty()) {
        return {answer(), SolverEnd::kFailed, std::move(failure)};
    }
    // It ends by itself, with its last word, unless it hangs.
    const std::string text = programText(small.program, listener.answer().chosen, task.time_limit);
    const auto until = began + task.time_limit + task.time_limit / 20;
    std::string_view unsent = text;
    while (!listener.isDone() && listener.failure().empty()) {
        if (task.stop.stop_requested()) {
            return {answer(), SolverEnd::kCancelled};
        }
        const auto left = until - steady_clock::now();
        if (left <= milliseconds{0}) {
            return {answer(), SolverEnd::kTimeIsUp};
        }
        const auto pause = std::clamp<std::int64_t>(
            std::chrono::duration_cast<milliseconds>(left).count(), 1, kPauseMilliseconds);
        const Talk talk = exchange(child.socket(), unsent, listener, static_cast<int>(pause));
        if (talk == Talk::kGone) {
            break;
        }
        if (talk == Talk::kBetter && task.tell) {
            task.tell(answer());
        }
    }
    if (listener.isDone()) {
        return {answer(),
                listener.answer().is_proven ? SolverEnd::kProven : SolverEnd::kTimeIsUp,
                {},
                listener.refused()};
    }
    return {answer(), SolverEnd::kFailed,
            listener.failure().empty() ? "the solver ended without a word" : listener.failure()};
}

} // namespace keepable::portfolio
