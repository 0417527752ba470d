// SPDX-License-Identifier: MPL-2.0
//
// Programs that a test starts and must see the end of. A child leads a process group of its own, so
// that nothing of it is left behind when a test fails.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace keepable::office_tests {

class ChildProcess {
  public:
    // Output goes to `log`, both streams. Throws std::runtime_error when the program cannot start.
    ChildProcess(const std::vector<std::string>& command, const std::filesystem::path& log);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    [[nodiscard]] bool isRunning();
    // The exit code; 128 + signal for a killed program; none when the time is up.
    [[nodiscard]] std::optional<int> waitFor(std::chrono::milliseconds time);
    // Processor time of the whole process group so far.
    [[nodiscard]] std::chrono::milliseconds processorTime() const;

  private:
    pid_t pid_ = -1;
    std::optional<int> exit_code_;
};

struct Outcome {
    int exit_code = -1;
    std::string output; // both streams
};

// Runs a program to its end, at most two minutes; throws std::runtime_error after that.
[[nodiscard]] Outcome run(const std::vector<std::string>& command);

} // namespace keepable::office_tests
