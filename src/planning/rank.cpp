// SPDX-License-Identifier: MPL-2.0
#include "planning/rank.hpp"

#include <algorithm>
#include <compare>

namespace keepable::planning {

namespace {

// Smaller is served first. Sixteen bytes, since a million of them are sorted.
struct RankKey {
    std::uint64_t class_and_rank;
    std::uint64_t date_and_deal;

    friend auto operator<=>(const RankKey&, const RankKey&) = default;
};

constexpr std::uint64_t kRankBits = 62;
constexpr std::uint64_t kLastRank = (std::uint64_t{1} << kRankBits) - 1;

// Place of each deal when sorted by value per hour; equal quotients share a place.
std::vector<std::uint64_t> valuePerHourPlaces(const PlanInput& input,
                                              const std::vector<Hours>& hours_of_deal) {
    std::vector<DealIndex> order;
    std::vector<std::uint64_t> places(input.deals.size(), kLastRank);
    for (DealIndex deal = 0; deal < input.deals.size(); ++deal) {
        if (hours_of_deal[deal].units == 0) {
            places[deal] = 0;
        } else if (input.deals[deal].value) {
            order.push_back(deal);
        }
    }
    // a/x > b/y is a*y > b*x: whole numbers, no division.
    const auto compare = [&](DealIndex left, DealIndex right) {
        __extension__ using Wide = __int128;
        const auto product = [&](DealIndex value, DealIndex hours) {
            return static_cast<Wide>(input.deals[value].value->units) * hours_of_deal[hours].units;
        };
        return product(left, right) <=> product(right, left);
    };
    std::sort(order.begin(), order.end(),
              [&](DealIndex left, DealIndex right) { return compare(left, right) > 0; });
    std::uint64_t place = 1;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && compare(order[i - 1], order[i]) != 0) {
            ++place;
        }
        places[order[i]] = place;
    }
    return places;
}

} // namespace

std::vector<DealIndex> rankOrder(const PlanInput& input, const std::vector<Hours>& hours_of_deal) {
    const RankBy rank_by = input.settings.rank_by;
    std::vector<std::uint64_t> places;
    if (rank_by == RankBy::kValuePerHour) {
        places = valuePerHourPlaces(input, hours_of_deal);
    }
    const auto rank_of = [&](DealIndex deal) -> std::uint64_t {
        const Deal& record = input.deals[deal];
        switch (rank_by) {
        case RankBy::kPriority:
            return record.priority ? static_cast<std::uint64_t>(record.priority->units) : kLastRank;
        case RankBy::kValue:
            return record.value ? kLastRank - 1 - static_cast<std::uint64_t>(record.value->units)
                                : kLastRank;
        case RankBy::kValuePerHour:
            return places[deal];
        case RankBy::kPromisedDate:
        case RankBy::kSheetOrder:
            return 0;
        }
        return 0;
    };
    const auto date_of = [&](const Deal& deal) -> std::uint64_t {
        if (rank_by == RankBy::kSheetOrder) {
            return 0;
        }
        Day earliest = kLastDay;
        for (std::uint32_t line = 0; line < deal.line_count; ++line) {
            earliest = std::min(earliest, input.lines[deal.first_line + line].promised);
        }
        return static_cast<std::uint64_t>(earliest - kFirstDay);
    };

    std::vector<RankKey> keys;
    keys.reserve(input.deals.size());
    for (DealIndex deal = 0; deal < input.deals.size(); ++deal) {
        const Deal& record = input.deals[deal];
        const DealClass deal_class = classOn(record, input.settings.as_of);
        if (deal_class != DealClass::kClosed && !record.needs_check) {
            keys.push_back({static_cast<std::uint64_t>(deal_class) << kRankBits | rank_of(deal),
                            date_of(record) << 32 | deal});
        }
    }
    std::sort(keys.begin(), keys.end());

    std::vector<DealIndex> order;
    order.reserve(keys.size());
    for (const RankKey& key : keys) {
        order.push_back(static_cast<DealIndex>(key.date_and_deal & 0xffff'ffff));
    }
    return order;
}

} // namespace keepable::planning
