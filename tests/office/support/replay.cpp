// SPDX-License-Identifier: MPL-2.0
#include "office/support/replay.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <queue>
#include <utility>

namespace keepable::office_tests::replay {
namespace {

// First day the work may be done, last day, hours of all work with these two days.
using Work = std::map<std::pair<int, int>, Amount>;

struct Shop {
    int as_of = 0;
    std::vector<std::vector<Amount>> capacity; // by resource and day after As of

    // Does the work of one resource come out when each day does what is due first?
    [[nodiscard]] bool comesOut(std::size_t resource, const Work& work) const {
        using Piece = std::pair<int, Amount>; // last day, hours to do
        std::priority_queue<Piece, std::vector<Piece>, std::greater<>> open;
        auto next = work.begin();
        int today = as_of;
        for (Amount hours : capacity[resource]) {
            for (; next != work.end() && next->first.first <= today; ++next) {
                open.emplace(next->first.second, next->second);
            }
            while (!open.empty() && hours > 0) {
                auto [last, to_do] = open.top();
                if (last < today) {
                    return false;
                }
                open.pop();
                const Amount done = std::min(hours, to_do);
                hours -= done;
                if (done < to_do) {
                    open.emplace(last, to_do - done);
                }
            }
            ++today;
        }
        return open.empty() && next == work.end();
    }
};

// The work of the deals taken so far.
class Taken {
  public:
    explicit Taken(const Shop& shop) : shop_(&shop), work_(shop.capacity.size()) {}

    // Adds the deal, all its work or nothing, when it fits with this promised date.
    bool take(const Deal& deal, int promised) {
        if (promised < deal.offered_from || promised > deal.offered_until) {
            return false;
        }
        const int first = std::max(shop_->as_of, deal.earliest_start);
        if (std::ranges::any_of(deal.loads,
                                [&](const Load& load) { return first > promised - load.offset; })) {
            return false;
        }
        for (const Load& load : deal.loads) {
            work_[load.resource][{first, promised - load.offset}] += load.hours;
        }
        if (std::ranges::all_of(deal.loads, [&](const Load& load) {
                return shop_->comesOut(load.resource, work_[load.resource]);
            })) {
            return true;
        }
        for (const Load& load : deal.loads) {
            const auto entry = work_[load.resource].find({first, promised - load.offset});
            entry->second -= load.hours;
            if (entry->second == 0) {
                work_[load.resource].erase(entry);
            }
        }
        return false;
    }

    [[nodiscard]] bool hasRoomFor(const Deal& deal) const {
        return Taken(*this).take(deal, deal.promised);
    }

  private:
    const Shop* shop_;
    std::vector<Work> work_;
};

Shop openShop(const Input& input) {
    Shop shop{input.as_of, {}};
    int end = input.as_of;
    for (const Period& period : input.periods) {
        end = std::max(end, period.first + period.length);
    }
    shop.capacity.assign(input.resource_count,
                         std::vector<Amount>(static_cast<std::size_t>(end - input.as_of), 0));
    for (const Period& period : input.periods) {
        std::vector<int> working_days;
        for (int day = period.first; day < period.first + period.length; ++day) {
            if (((day - input.monday) % 7 + 7) % 7 < 5) {
                working_days.push_back(day);
            }
        }
        const auto count = static_cast<Amount>(working_days.size());
        const auto share = [&](Amount k) { return (2 * period.hours * k + count) / (2 * count); };
        for (Amount k = 1; k <= count; ++k) {
            const int day = working_days[static_cast<std::size_t>(k - 1)];
            if (day >= input.as_of) {
                shop.capacity[period.resource][static_cast<std::size_t>(day - input.as_of)] +=
                    share(k) - share(k - 1);
            }
        }
    }
    return shop;
}

} // namespace

std::vector<std::string> verdicts(const Input& input) {
    const Shop shop = openShop(input);
    const int last_day = input.as_of + static_cast<int>(shop.capacity.front().size()) - 1;
    std::vector<std::string> result(input.deals.size(), "CLOSED");
    std::vector<std::size_t> order(input.deals.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {},
                             [&](std::size_t index) { return input.deals[index].promised; });

    Taken confirmed(shop);
    std::vector<std::size_t> refused;
    for (const std::size_t index : order) {
        const Deal& deal = input.deals[index];
        if (deal.status == Class::kFirm) {
            const bool kept = deal.promised >= input.as_of && confirmed.take(deal, deal.promised);
            result[index] = kept ? "KEEPABLE" : "INFEASIBLE";
            if (!kept) {
                refused.push_back(index);
            }
        }
    }
    // A broken firm promise is work all the same: it stands where it first fits.
    for (const std::size_t index : refused) {
        const Deal& deal = input.deals[index];
        int latest = last_day;
        for (const Load& load : deal.loads) {
            latest = std::max(latest, last_day + load.offset);
        }
        latest = std::max(latest, deal.offered_from);
        for (int promised = input.as_of; promised <= latest; ++promised) {
            if (confirmed.take(deal, promised)) {
                break;
            }
        }
    }

    Taken exposure = confirmed;
    for (const std::size_t index : order) {
        const Deal& deal = input.deals[index];
        if (deal.status == Class::kTentative) {
            const bool fits_alone = deal.promised >= input.as_of && confirmed.hasRoomFor(deal);
            const bool taken = fits_alone && exposure.take(deal, deal.promised);
            result[index] = taken ? "KEEPABLE" : (fits_alone ? "AT RISK" : "INFEASIBLE");
        }
    }
    return result;
}

} // namespace keepable::office_tests::replay
