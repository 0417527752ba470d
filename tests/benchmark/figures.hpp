// SPDX-License-Identifier: MPL-2.0
//
// What the benchmarks share: records to sort, and the table that goes into the README.
//
// Units:  seconds, unless a name says otherwise.
#pragma once

#include "benchmark/stopwatch.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keepable::benchmarks {

// One piece of work as the yardstick sees it: what a planner's own list would be sorted by.
struct SortRecord {
    std::uint32_t resource = 0;
    std::int32_t due_day = 0;
    std::uint32_t amount = 0;
    std::uint32_t index = 0;

    friend bool operator<(const SortRecord& left, const SortRecord& right) {
        return left.key() < right.key();
    }

  private:
    [[nodiscard]] std::uint64_t key() const {
        return std::uint64_t{resource} << 32 | static_cast<std::uint32_t>(due_day);
    }
};
static_assert(sizeof(SortRecord) == 16);

// std::sort over a copy of the records.
[[nodiscard]] Time timeToSort(const std::vector<SortRecord>& records);

// A line of the table. Without a goal it is there to inform.
struct Figure {
    std::string name; // "1,000,000 lines, any windows: check ÷ sort"
    std::string goal; // "≤ 10"
    std::string result;
    std::string detail; // the times behind a ratio
};

[[nodiscard]] std::string numberText(double value, int decimals);
[[nodiscard]] std::string countText(std::size_t count); // 1,000,000
[[nodiscard]] std::string timeText(double seconds);     // 12.3 ms

// In Markdown, heading included.
void printTable(std::string_view title, const std::vector<Figure>& figures);
void printRow(const Figure& figure);

} // namespace keepable::benchmarks
