// SPDX-License-Identifier: MPL-2.0
#include "proposals/chance_scenarios.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>

namespace keepable::proposals {

using planning::Availability;
using planning::CheckedPlan;
using planning::Hours;
using planning::Load;
using planning::ResourceIndex;
using planning::WorkIndex;

class ScenarioRun::Player {
  public:
    Player() = default;
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;
    virtual ~Player() = default;

    virtual std::vector<std::uint32_t> keptCounts(const WinTable& wins) = 0;
    virtual std::vector<bool> lastFits(const WinTable& wins) = 0;
};

namespace {

std::uint32_t lowBits(std::uint32_t count) {
    return (std::uint32_t{1} << count) - 1;
}

// The loads of the deals on crowded resources, laid out on a copy of the confirmed set.
class CrowdedResources {
  public:
    CrowdedResources(const CheckedPlan& plan, const Contest& contest) {
        for (const ResourceIndex resource : contest.crowded) {
            resources_.push_back(plan.board.confirmed[resource]);
        }
        for (const planning::DealIndex deal : contest.deals) {
            first_work_.push_back(works_.size());
            for (const Load& load : loadsOf(plan.board, deal)) {
                const auto found = std::ranges::lower_bound(contest.crowded, load.resource);
                if (found != contest.crowded.end() && *found == load.resource) {
                    const auto number = static_cast<std::size_t>(found - contest.crowded.begin());
                    works_.push_back({number, resources_[number].add(load.window), load.hours});
                }
            }
        }
        first_work_.push_back(works_.size());
    }

    // Lays all work of the deal, or nothing when it does not all fit.
    bool lay(std::size_t place) {
        for (std::size_t i = first_work_[place]; i < first_work_[place + 1]; ++i) {
            if (resources_[works_[i].resource].lay(works_[i].work, works_[i].hours) !=
                works_[i].hours) {
                liftWorks(first_work_[place], i + 1);
                return false;
            }
        }
        return true;
    }
    void lift(std::size_t place) { liftWorks(first_work_[place], first_work_[place + 1]); }
    void liftAll() { liftWorks(0, works_.size()); }

  private:
    struct Work {
        std::size_t resource = 0; // in resources_
        WorkIndex work = 0;
        Hours hours;
    };

    void liftWorks(std::size_t first, std::size_t end) {
        while (end > first) {
            --end;
            resources_[works_[end].resource].lift(works_[end].work);
        }
    }

    std::vector<Availability> resources_;
    std::vector<Work> works_; // by deal
    std::vector<std::size_t> first_work_;
};

// Sixteen scenarios side by side, one a lane, in vectors that one instruction takes at a time. Spelled out,
// since compilers do not find them in plain loops.
template <class Amount> struct SixteenLanes {
    using Number = Amount;
    static constexpr std::uint32_t kCount = 16;
    static constexpr std::size_t kInPart = 16 / sizeof(Amount);
    using Part [[gnu::vector_size(16)]] = Amount;
    static constexpr std::size_t kParts = kCount / kInPart;
    Part parts[kParts] = {}; // std::array would lose the vector

    void fill(Amount amount) {
        for (Part& part : parts) {
            part = Part{} + amount;
        }
    }
    // Negative, here and from now on, in the lanes in which the room is less than the amount.
    void noteMissing(const SixteenLanes& room, Amount amount) {
        for (std::size_t i = 0; i < kParts; ++i) {
            parts[i] |= room.parts[i] - amount;
        }
    }
    [[nodiscard]] std::uint32_t notNegative() const {
        std::uint32_t bits = 0;
        for (std::uint32_t lane = 0; lane < kCount; ++lane) {
            bits |= std::uint32_t{parts[lane / kInPart][lane % kInPart] >= 0} << lane;
        }
        return bits;
    }
    // All bits set in the lanes given, none in the others.
    void setLanes(std::uint32_t lanes) {
        for (std::size_t i = 0; i < kParts; ++i) {
            std::array<Amount, kInPart> numbers{};
            for (std::size_t lane = 0; lane < kInPart; ++lane) {
                numbers[lane] = -static_cast<Amount>(lanes >> (i * kInPart + lane) & 1U);
            }
            parts[i] = std::bit_cast<Part>(numbers);
        }
    }
    void takeWhere(const SixteenLanes& set, Amount amount) {
        for (std::size_t i = 0; i < kParts; ++i) {
            parts[i] -= set.parts[i] & amount;
        }
    }
};

// The same for one scenario.
struct OneLane {
    using Number = std::int64_t;
    static constexpr std::uint32_t kCount = 1;
    std::int64_t lane = 0;

    void fill(std::int64_t amount) { lane = amount; }
    void noteMissing(const OneLane& room, std::int64_t amount) { lane |= room.lane - amount; }
    [[nodiscard]] std::uint32_t notNegative() const { return lane >= 0 ? 1 : 0; }
    void setLanes(std::uint32_t lanes) { lane = -static_cast<std::int64_t>(lanes); }
    void takeWhere(const OneLane& set, std::int64_t amount) { lane -= set.lane & amount; }
};

// Plays as many scenarios at a time as there are lanes: all go through the same deals and claims. The lanes'
// number holds every room and claim of a span, counted in the span's unit.
template <class Lanes> class LanePlayer : public ScenarioRun::Player {
  public:
    using Number = typename Lanes::Number;

    LanePlayer(const CheckedPlan& plan, const Contest& contest,
               std::span<const std::int64_t> unit_of_span)
        : rooms_(contest.rooms.size()), crowded_(plan, contest),
          is_crowded_(!contest.crowded.empty()) {
        for (std::size_t span = 0; span < contest.rooms.size(); ++span) {
            full_rooms_.push_back(
                static_cast<Number>(contest.rooms[span].units / unit_of_span[span]));
        }
        for (std::uint32_t place = 0; place < contest.deals.size(); ++place) {
            DealClaims deal{claims_.size(), 0, 0};
            for (const bool in_doubt : {true, false}) {
                for (const Claim& claim : contest.claimsOf(place)) {
                    if ((contest.first_in_doubt[claim.span] <= place) == in_doubt) {
                        claims_.push_back(
                            {claim.span,
                             static_cast<Number>(claim.hours.units / unit_of_span[claim.span])});
                    }
                }
                (in_doubt ? deal.doubt_end : deal.end) = claims_.size();
            }
            deals_.push_back(deal);
        }
    }

    std::vector<std::uint32_t> keptCounts(const WinTable& wins) override {
        std::vector<std::uint32_t> counts(deals_.size());
        play(wins, [&](std::size_t place, std::uint32_t /*first*/, std::uint32_t fits) {
            counts[place] += static_cast<std::uint32_t>(std::popcount(fits));
        });
        return counts;
    }

    std::vector<bool> lastFits(const WinTable& wins) override {
        std::vector<bool> last(wins.scenarios());
        play(wins, [&](std::size_t place, std::uint32_t first, std::uint32_t fits) {
            if (place + 1 == deals_.size()) {
                for (; fits != 0; fits &= fits - 1) {
                    last[first + static_cast<std::uint32_t>(std::countr_zero(fits))] = true;
                }
            }
        });
        return last;
    }

  private:
    struct LaneClaim {
        std::uint32_t span;
        Number amount;
    };
    // In claims_: first those in spans where it may find too little room, then the others.
    struct DealClaims {
        std::size_t first;
        std::size_t doubt_end;
        std::size_t end;
    };

    // tell(place, first, bits) for every deal and every group of scenarios from `first` on, with a bit for
    // each in which the deal fits.
    template <class Tell> void play(const WinTable& wins, Tell tell) {
        for (std::uint32_t first = 0; first < wins.scenarios(); first += Lanes::kCount) {
            const std::uint32_t there = lowBits(std::min(Lanes::kCount, wins.scenarios() - first));
            for (std::size_t span = 0; span < rooms_.size(); ++span) {
                rooms_[span].fill(full_rooms_[span]);
            }
            for (std::size_t place = 0; place < deals_.size(); ++place) {
                const std::uint32_t fits = fitting(place) & there;
                tell(place, first, fits);
                const std::uint32_t admitted = fits & winsIn(wins, place, first);
                if (admitted != 0) {
                    admit(place, admitted);
                } else if (is_crowded_) {
                    crowded_.lift(place);
                }
            }
            if (is_crowded_) {
                crowded_.liftAll();
            }
        }
    }

    static std::uint32_t winsIn(const WinTable& wins, std::size_t place, std::uint32_t first) {
        if constexpr (Lanes::kCount == 1) {
            return wins.isWon(place, first) ? 1 : 0;
        } else {
            return wins.sixteenFrom(place, first);
        }
    }

    // The lanes in which the deal fits. Work on crowded resources then lies there.
    std::uint32_t fitting(std::size_t place) {
        const DealClaims& deal = deals_[place];
        Lanes missing;
        for (std::size_t i = deal.first; i < deal.doubt_end; ++i) {
            missing.noteMissing(rooms_[claims_[i].span], claims_[i].amount);
        }
        const std::uint32_t fits = missing.notNegative();
        return is_crowded_ && fits != 0 && !crowded_.lay(place) ? 0 : fits;
    }

    void admit(std::size_t place, std::uint32_t admitted) {
        const DealClaims& deal = deals_[place];
        Lanes set;
        set.setLanes(admitted);
        for (std::size_t i = deal.first; i < deal.end; ++i) {
            rooms_[claims_[i].span].takeWhere(set, claims_[i].amount);
        }
    }

    std::vector<Number> full_rooms_; // by span
    std::vector<Lanes> rooms_;       // by span
    std::vector<LaneClaim> claims_;
    std::vector<DealClaims> deals_;
    CrowdedResources crowded_;
    bool is_crowded_;
};

// Claims in a span are whole multiples of this, so what the room has beyond one makes no difference.
std::vector<std::int64_t> unitsOfSpans(const Contest& contest) {
    std::vector<std::int64_t> units(contest.rooms.size());
    for (const Claim& claim : contest.claims) {
        units[claim.span] = std::gcd(units[claim.span], claim.hours.units);
    }
    return units;
}

// Whether rooms, claims and what is missing of them stay within 32 bits.
bool isSmall(const Contest& contest, std::span<const std::int64_t> units) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max() / 4;
    for (std::size_t span = 0; span < units.size(); ++span) {
        if (contest.rooms[span].units / units[span] > kMost) {
            return false;
        }
    }
    return std::ranges::all_of(contest.claims, [&](const Claim& claim) {
        return claim.hours.units / units[claim.span] <= kMost;
    });
}

} // namespace

ScenarioRun::ScenarioRun(const CheckedPlan& plan, const Contest& contest) {
    const std::vector<std::int64_t> units = unitsOfSpans(contest);
    if (!contest.crowded.empty()) {
        player_ = std::make_unique<LanePlayer<OneLane>>(plan, contest, units);
    } else if (isSmall(contest, units)) {
        player_ = std::make_unique<LanePlayer<SixteenLanes<std::int32_t>>>(plan, contest, units);
    } else {
        player_ = std::make_unique<LanePlayer<SixteenLanes<std::int64_t>>>(plan, contest, units);
    }
}

ScenarioRun::~ScenarioRun() = default;

std::vector<std::uint32_t> ScenarioRun::keptCounts(const WinTable& wins) {
    return player_->keptCounts(wins);
}

std::vector<bool> ScenarioRun::lastFits(const WinTable& wins) {
    return player_->lastFits(wins);
}

} // namespace keepable::proposals
