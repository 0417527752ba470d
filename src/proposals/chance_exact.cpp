// SPDX-License-Identifier: MPL-2.0
#include "proposals/chance_exact.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace keepable::proposals {

using planning::Hours;
using planning::Probability;

namespace {

// What the deals after one may still claim in a span: it says which rooms make a difference.
struct LaterClaims {
    std::int64_t total = 0;
    std::int64_t least = 0;
    std::int64_t divisor = 0;

    void add(std::int64_t units) {
        total += units;
        least = least == 0 ? units : std::min(least, units);
        divisor = std::gcd(divisor, units);
    }
    // The room that stands for all rooms that serve later deals alike.
    [[nodiscard]] std::int64_t canonical(std::int64_t room) const {
        const std::int64_t useful = std::min(room, total);
        return useful < least || useful == 0 ? 0 : useful - useful % divisor;
    }
};

// By claim of the contest: what comes after its deal in the same span.
std::vector<LaterClaims> laterClaims(const Contest& contest) {
    std::vector<LaterClaims> later(contest.claims.size());
    std::vector<LaterClaims> so_far(contest.rooms.size());
    for (std::size_t i = contest.claims.size(); i-- > 0;) {
        const Claim& claim = contest.claims[i];
        later[i] = so_far[claim.span];
        so_far[claim.span].add(claim.hours.units);
    }
    return later;
}

// A row of rooms, one a span, for every situation, and its probability.
class Situations {
  public:
    explicit Situations(std::size_t width) : width_(width) {}

    [[nodiscard]] std::size_t size() const { return odds_.size(); }
    [[nodiscard]] std::span<std::int64_t> rooms(std::size_t index) {
        return std::span{rooms_}.subspan(index * width_, width_);
    }
    [[nodiscard]] double odds(std::size_t index) const { return odds_[index]; }

    std::span<std::int64_t> add(std::span<const std::int64_t> rooms, double odds) {
        rooms_.insert(rooms_.end(), rooms.begin(), rooms.end());
        odds_.push_back(odds);
        return this->rooms(size() - 1);
    }
    void clear() {
        rooms_.clear();
        odds_.clear();
    }

    // Makes one of all that are alike, into `merged`, sorted by rooms.
    void mergeInto(Situations& merged) {
        order_.resize(size());
        std::iota(order_.begin(), order_.end(), 0U);
        std::stable_sort(order_.begin(), order_.end(),
                         [&](std::uint32_t left, std::uint32_t right) {
                             return std::ranges::lexicographical_compare(rooms(left), rooms(right));
                         });
        merged.clear();
        for (const std::uint32_t index : order_) {
            if (merged.size() > 0 &&
                std::ranges::equal(merged.rooms(merged.size() - 1), rooms(index))) {
                merged.odds_.back() += odds_[index];
            } else {
                merged.add(rooms(index), odds_[index]);
            }
        }
    }

  private:
    std::size_t width_;
    std::vector<std::int64_t> rooms_;
    std::vector<double> odds_;
    std::vector<std::uint32_t> order_;
};

bool fits(std::span<const Claim> claims, std::span<const std::int64_t> rooms) {
    return std::ranges::all_of(
        claims, [&](const Claim& claim) { return rooms[claim.span] >= claim.hours.units; });
}

double chanceAmong(Situations& situations, std::span<const Claim> claims) {
    double chance = 0;
    bool is_sure = true;
    for (std::size_t i = 0; i < situations.size(); ++i) {
        if (fits(claims, situations.rooms(i))) {
            chance += situations.odds(i);
        } else {
            is_sure = false;
        }
    }
    return is_sure ? 1 : std::min(chance, 1.0);
}

} // namespace

ExactChances exactChances(const Contest& contest, std::span<const Probability> odds,
                          const ExactLimits& limits) {
    // A situation's rooms are kept beside one another, so wide ones are allowed in smaller numbers.
    constexpr std::size_t kMostRooms = 1U << 18;
    ExactChances found;
    const std::size_t width = contest.rooms.size();
    if (!contest.crowded.empty() || width == 0) {
        return found;
    }
    const std::size_t most = std::min(limits.most_situations, kMostRooms / width);
    const std::vector<LaterClaims> later = laterClaims(contest);
    Situations now(width);
    Situations next(width);
    std::vector<std::int64_t> rooms;
    for (const Hours room : contest.rooms) {
        rooms.push_back(room.units);
    }
    now.add(rooms, 1);
    for (std::size_t place = 0; place < contest.deals.size(); ++place) {
        if (now.size() > most || found.steps > limits.most_steps) {
            break;
        }
        const std::span<const Claim> claims = contest.claimsOf(place);
        found.chances.push_back(chanceAmong(now, claims));
        const double won = odds[place].toDouble();
        const double lost = (Probability::whole(1) - odds[place]).toDouble();
        const LaterClaims* after = later.data() + contest.first_claim[place];
        const auto settle = [&](std::span<std::int64_t> left) {
            for (std::size_t i = 0; i < claims.size(); ++i) {
                left[claims[i].span] = after[i].canonical(left[claims[i].span]);
            }
        };
        next.clear();
        for (std::size_t i = 0; i < now.size(); ++i) {
            const bool is_admitted_if_won = fits(claims, now.rooms(i));
            if (!is_admitted_if_won || won < 1) {
                settle(
                    next.add(now.rooms(i), is_admitted_if_won ? now.odds(i) * lost : now.odds(i)));
            }
            if (is_admitted_if_won && won > 0) {
                const std::span<std::int64_t> left = next.add(now.rooms(i), now.odds(i) * won);
                for (const Claim& claim : claims) {
                    left[claim.span] -= claim.hours.units;
                }
                settle(left);
            }
        }
        found.steps += next.size() * (width + 8);
        next.mergeInto(now);
    }
    return found;
}

} // namespace keepable::proposals
