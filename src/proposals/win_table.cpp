// SPDX-License-Identifier: MPL-2.0
#include "proposals/win_table.hpp"

#include "proposals/contest.hpp"

#include <algorithm>
#include <bit>
#include <random>

namespace keepable::proposals {

using planning::CheckedPlan;
using planning::DealIndex;
using planning::Load;
using planning::Probability;

namespace {

// The finalizer of SplitMix64 (Steele, Lea & Flood 2014): neighbouring numbers end up far apart.
std::uint64_t mixed(std::uint64_t number) {
    number += 0x9e37'79b9'7f4a'7c15;
    number = (number ^ number >> 30) * 0xbf58'476d'1ce4'e5b9;
    number = (number ^ number >> 27) * 0x94d0'49bb'1331'11eb;
    return number ^ number >> 31;
}

std::uint64_t mixedWith(std::uint64_t number, std::int64_t more) {
    return mixed(number ^ static_cast<std::uint64_t>(more));
}

// Evenly from 0 to 999,999,999: the upper half of the product of a 64-bit draw and 10^9.
std::int64_t draw(std::mt19937_64& engine) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::int64_t>(
        Wide{engine()} * static_cast<std::uint64_t>(Probability::kUnitsInOne) >> 64);
}

} // namespace

std::vector<Luck> lucksOf(const CheckedPlan& plan, std::span<const DealIndex> open_by_rank) {
    std::vector<Luck> lucks(plan.input.deals.size());
    std::vector<Luck> same;
    for (const DealIndex deal : open_by_rank) {
        Luck luck = 0;
        for (const Load& load : loadsOf(plan.board, deal)) {
            luck = mixedWith(luck, load.hours.units);
            luck = mixedWith(luck, load.window.last.serial);
            luck = mixedWith(luck, load.resource);
        }
        lucks[deal] = luck;
        same.push_back(luck);
    }
    // The first of those alike keeps the luck, the others get one each.
    std::sort(same.begin(), same.end());
    std::vector<std::uint32_t> seen(same.size());
    for (const DealIndex deal : open_by_rank) {
        const auto first = std::lower_bound(same.begin(), same.end(), lucks[deal]);
        lucks[deal] =
            mixedWith(lucks[deal], seen[static_cast<std::size_t>(first - same.begin())]++);
    }
    return lucks;
}

std::vector<Luck> lucksAmong(std::span<const Luck> by_deal, std::span<const DealIndex> deals) {
    std::vector<Luck> lucks;
    lucks.reserve(deals.size());
    for (const DealIndex deal : deals) {
        lucks.push_back(by_deal[deal]);
    }
    return lucks;
}

WinTable::WinTable(std::span<const Luck> lucks, std::span<const Probability> odds,
                   std::uint32_t scenarios, std::uint64_t seed)
    : scenarios_(scenarios), words_((std::size_t{scenarios} + 63) / 64),
      wins_(lucks.size() * words_) {
    for (std::size_t place = 0; place < lucks.size(); ++place) {
        std::mt19937_64 engine(mixed(seed ^ lucks[place]));
        for (std::uint32_t scenario = 0; scenario < scenarios; ++scenario) {
            const bool is_won = draw(engine) < odds[place].units;
            wins_[place * words_ + scenario / 64] |= std::uint64_t{is_won} << scenario % 64;
        }
    }
}

std::uint32_t WinTable::winsOf(std::size_t place) const {
    std::uint32_t wins = 0;
    for (std::size_t word = 0; word < words_; ++word) {
        wins += static_cast<std::uint32_t>(std::popcount(wins_[place * words_ + word]));
    }
    return wins;
}

void WinTable::lose(std::size_t place) {
    for (std::size_t word = 0; word < words_; ++word) {
        wins_[place * words_ + word] = 0;
    }
}

} // namespace keepable::proposals
