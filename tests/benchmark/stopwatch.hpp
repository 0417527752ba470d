// SPDX-License-Identifier: MPL-2.0
//
// How long a piece of work takes. Processor time is that of the calling thread alone: on a machine that is
// busy with other things it says what the work costs, where the clock on the wall says who had to wait.
//
// Units:  seconds.
#pragma once

#include <chrono>
#include <ctime>

namespace keepable::benchmarks {

struct Time {
    double processor = 0;
    double wall = 0;
};

template <class Work> [[nodiscard]] Time timeOf(Work work) {
    const auto processorNow = [] {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
    };
    const auto wall = std::chrono::steady_clock::now();
    const double processor = processorNow();
    work();
    return {processorNow() - processor,
            std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count()};
}

} // namespace keepable::benchmarks
