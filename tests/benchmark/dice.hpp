// SPDX-License-Identifier: MPL-2.0
//
// Random whole numbers that are the same everywhere: a standard engine, our own mapping.
#pragma once

#include <cstdint>
#include <random>

namespace keepable::benchmarks {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    // Evenly from 0 to `end` - 1: the upper half of the product of a 64-bit draw and `end`.
    [[nodiscard]] std::int32_t below(std::int32_t end) {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::int32_t>((Wide{engine_()} * static_cast<std::uint32_t>(end)) >> 64);
    }

  private:
    std::mt19937_64 engine_;
};

} // namespace keepable::benchmarks
