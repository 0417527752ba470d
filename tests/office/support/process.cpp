// SPDX-License-Identifier: MPL-2.0
#include "office/support/process.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace keepable::office_tests {
namespace {

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command,
                           const std::filesystem::path& log) {
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const std::string& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t files{};
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, log.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
    posix_spawnattr_t attributes{};
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    const int failure =
        posix_spawnp(&pid_, arguments.front(), &files, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    if (failure != 0) {
        throw std::runtime_error("cannot start " + command.front() + ": " + std::strerror(failure));
    }
}

ChildProcess::~ChildProcess() {
    if (isRunning()) {
        kill(-pid_, SIGKILL);
        static_cast<void>(waitFor(std::chrono::seconds(10)));
    }
}

bool ChildProcess::isRunning() {
    return !waitFor(std::chrono::milliseconds(0)).has_value();
}

std::optional<int> ChildProcess::waitFor(std::chrono::milliseconds time) {
    const auto end = std::chrono::steady_clock::now() + time;
    while (!exit_code_) {
        int status = 0;
        if (waitpid(pid_, &status, WNOHANG) == pid_) {
            exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        } else if (std::chrono::steady_clock::now() >= end) {
            return std::nullopt;
        } else {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
    return exit_code_;
}

std::chrono::milliseconds ChildProcess::processorTime() const {
    long ticks = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos) {
            continue;
        }
        // The program's name stands in brackets and may hold anything; the fields after it are
        // plain: state, parent, group, …, user and system time as the 12th and 13th.
        const std::string text = contentOf(entry.path() / "stat");
        const std::size_t bracket = text.rfind(')');
        if (bracket == std::string::npos) {
            continue; // it has just ended
        }
        std::istringstream fields(text.substr(bracket + 1));
        const std::vector<std::string> values{std::istream_iterator<std::string>(fields), {}};
        if (values.size() > 12 && std::stol(values[2]) == pid_) {
            ticks += std::stol(values[11]) + std::stol(values[12]);
        }
    }
    return std::chrono::milliseconds(ticks * 1000 / sysconf(_SC_CLK_TCK));
}

Outcome run(const std::vector<std::string>& command) {
    std::string pattern = std::filesystem::temp_directory_path() / "keepable-run-XXXXXX";
    const int descriptor = mkstemp(pattern.data());
    if (descriptor < 0) {
        throw std::runtime_error("no temporary file: " + pattern);
    }
    close(descriptor);
    Outcome outcome;
    {
        ChildProcess child(command, pattern);
        const std::optional<int> code = child.waitFor(std::chrono::minutes(2));
        outcome.output = contentOf(pattern);
        std::filesystem::remove(pattern);
        if (!code) {
            throw std::runtime_error(command.front() + " does not end; so far:\n" + outcome.output);
        }
        outcome.exit_code = *code;
    }
    return outcome;
}

} // namespace keepable::office_tests
