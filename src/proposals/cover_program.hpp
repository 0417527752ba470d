// SPDX-License-Identifier: MPL-2.0
//
// The cheapest way to cover demands from sources that each serve several of them at once: how many
// hours a day to add in which periods, so that every overfull span of days has enough. A linear
// programme in whole numbers, solved exactly (dual simplex without fractions), then rounded up to
// whole units and trimmed.
//
// Shape:   share(row, source) says how much one unit of the source gives to the demand of the row.
// Rule:    one source alone where that costs no more than the best of several; among equals the first.
//          Where the shares of a row are ones and zeros, and the ones stand next to each other, the
//          result is the least there is; else it is above that by less than one unit of each source
//          used.
// Errors:  nullopt when limits and caps do not allow it, or rounding up goes beyond a cap. Numbers beyond
//          128 bits make it fall back on a cover taken greedily, which may cost more.
// Source:  dual simplex (Lemke 1954), pivoting without fractions (Bareiss 1968).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace keepable::proposals {

struct CoverProgram {
    struct Source {
        std::int64_t cost = 1; // of a unit, at least zero
        std::optional<std::int64_t> most;
        bool is_like_another = false; // one before it is the same in every way, and without limit
    };
    std::vector<Source> sources;
    std::vector<std::int64_t> demands; // by row, more than zero
    std::function<std::int64_t(std::size_t row, std::size_t source)> share; // at least zero
    std::vector<std::int64_t> caps; // that sums of shares must not exceed, at least zero
    std::function<std::int64_t(std::size_t cap, std::size_t source)> share_of_cap;
};

// Units of each source.
[[nodiscard]] std::optional<std::vector<std::int64_t>> cheapestCover(const CoverProgram& program);

// Of the one source that covers everything by itself; none when it cannot.
[[nodiscard]] std::optional<std::int64_t> coverByOne(const CoverProgram& program,
                                                     std::size_t source);

} // namespace keepable::proposals
