// SPDX-License-Identifier: MPL-2.0
#include "proposals/contest.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace keepable::proposals {

using planning::CheckedPlan;
using planning::DealClass;
using planning::DealIndex;
using planning::Hours;
using planning::kNone;
using planning::Load;
using planning::Probability;
using planning::ResourceIndex;

namespace {

void sortByFirst(std::vector<SlotWork>& works) {
    std::stable_sort(works.begin(), works.end(), [](const SlotWork& left, const SlotWork& right) {
        return left.run.first < right.run.first;
    });
}

// Deals that decide over one another, found pair by pair; a group is named by its best deal.
class Groups {
  public:
    explicit Groups(std::size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }
    std::uint32_t of(std::uint32_t place) {
        while (parent_[place] != place) {
            parent_[place] = parent_[parent_[place]];
            place = parent_[place];
        }
        return place;
    }
    void join(std::uint32_t one, std::uint32_t other) {
        one = of(one);
        other = of(other);
        parent_[std::max(one, other)] = std::min(one, other);
    }

  private:
    std::vector<std::uint32_t> parent_;
};

void findDoubt(Contest& contest) {
    std::vector<Hours> claimed(contest.rooms.size());
    contest.first_in_doubt.assign(contest.rooms.size(), kNone);
    for (std::uint32_t place = 0; place < contest.deals.size(); ++place) {
        for (const Claim& claim : contest.claimsOf(place)) {
            claimed[claim.span] += claim.hours;
            if (contest.first_in_doubt[claim.span] == kNone &&
                claimed[claim.span] > contest.rooms[claim.span]) {
                contest.first_in_doubt[claim.span] = place;
            }
        }
    }
}

// The part of the contest that can matter to its last deal. By rank from below: a span matters when a deal
// that matters may be refused there, and with it all deals above that claim room in it.
Contest mattersToLast(const Contest& contest) {
    std::vector<bool> span_matters(contest.rooms.size());
    std::vector<bool> deal_matters(contest.deals.size());
    deal_matters.back() = true;
    for (std::size_t place = contest.deals.size(); place-- > 0;) {
        const std::span<const Claim> claims = contest.claimsOf(place);
        deal_matters[place] =
            deal_matters[place] || std::ranges::any_of(claims, [&](const Claim& claim) {
                return span_matters[claim.span];
            });
        for (const Claim& claim : claims) {
            if (deal_matters[place] && contest.first_in_doubt[claim.span] <= place) {
                span_matters[claim.span] = true;
            }
        }
    }
    Contest part;
    std::vector<std::uint32_t> span_in_part(contest.rooms.size(), kNone);
    for (std::size_t span = 0; span < contest.rooms.size(); ++span) {
        if (span_matters[span]) {
            span_in_part[span] = static_cast<std::uint32_t>(part.rooms.size());
            part.rooms.push_back(contest.rooms[span]);
        }
    }
    part.first_claim.push_back(0);
    for (std::size_t place = 0; place < contest.deals.size(); ++place) {
        if (!deal_matters[place]) {
            continue;
        }
        part.deals.push_back(contest.deals[place]);
        for (const Claim& claim : contest.claimsOf(place)) {
            if (span_matters[claim.span]) {
                part.claims.push_back({span_in_part[claim.span], claim.hours});
            }
        }
        part.first_claim.push_back(static_cast<std::uint32_t>(part.claims.size()));
    }
    findDoubt(part);
    return part;
}

// A claim on its way to its contest. `place` counts the deals asked for, `span` all contested spans.
struct WideClaim {
    std::uint32_t place = 0;
    std::uint32_t span = 0;
    Hours hours;
};

class ContestFinder {
  public:
    ContestFinder(const CheckedPlan& plan, const ConfirmedWork& confirmed,
                  std::span<const DealIndex> deals, std::size_t most_cells)
        : plan_(plan), confirmed_(confirmed), deals_(deals), most_cells_(most_cells),
          groups_(deals.size()), is_contender_(deals.size()) {}

    Contests run() {
        std::vector<std::vector<SlotWork>> open(confirmed_.size());
        for (std::uint32_t place = 0; place < deals_.size(); ++place) {
            for (const Load& load : loadsOf(plan_.board, deals_[place])) {
                const auto run =
                    plan_.board.capacity.calendars[load.resource].touchedBy(load.window);
                open[load.resource].push_back({place, run, load.hours});
            }
        }
        for (ResourceIndex resource = 0; resource < open.size(); ++resource) {
            sortByFirst(open[resource]);
            contend(resource, open[resource]);
        }
        sortClaims();
        return split(open);
    }

  private:
    void contend(ResourceIndex resource, const std::vector<SlotWork>& open) {
        const ContestedSpans found = contestedSpans(plan_.board.capacity.calendars[resource],
                                                    confirmed_[resource], open, most_cells_);
        result_.steps += found.steps;
        if (found.is_crowded) {
            crowded_.push_back(resource);
            for (const SlotWork& work : open) {
                contendWith(work.contender, open.front().contender);
            }
        }
        for (const ContestedSpan& span : found.spans) {
            const auto number = static_cast<std::uint32_t>(rooms_.size());
            rooms_.push_back(span.room);
            const auto first = std::ranges::lower_bound(
                open, span.run.first, {}, [](const SlotWork& work) { return work.run.first; });
            std::uint32_t one = kNone;
            for (auto work = first; work != open.end() && work->run.first < span.run.end; ++work) {
                if (work->isInside(span.run)) {
                    one = one == kNone ? work->contender : one;
                    contendWith(work->contender, one);
                    claims_.push_back({work->contender, number, work->hours});
                }
            }
        }
    }

    void contendWith(std::uint32_t place, std::uint32_t other) {
        groups_.join(place, other);
        is_contender_[place] = true;
    }

    // By deal, then span; a deal's claims in one span added up.
    void sortClaims() {
        std::vector<std::size_t> next(deals_.size() + 1);
        for (const WideClaim& claim : claims_) {
            ++next[claim.place + 1];
        }
        std::partial_sum(next.begin(), next.end(), next.begin());
        std::vector<WideClaim> sorted(claims_.size());
        for (const WideClaim& claim : claims_) { // they come by span
            sorted[next[claim.place]++] = claim;
        }
        std::size_t kept = 0;
        for (const WideClaim& claim : sorted) {
            if (kept > 0 && sorted[kept - 1].place == claim.place &&
                sorted[kept - 1].span == claim.span) {
                sorted[kept - 1].hours += claim.hours;
            } else {
                sorted[kept++] = claim;
            }
        }
        sorted.resize(kept);
        claims_ = std::move(sorted);
    }

    Contests split(const std::vector<std::vector<SlotWork>>& open) {
        std::vector<std::uint32_t> contest_of_group(deals_.size(), kNone);
        std::vector<std::uint32_t> span_in_contest(rooms_.size(), kNone);
        std::vector<Contest>& contests = result_.contests;
        auto claim = claims_.begin();
        for (std::uint32_t place = 0; place < deals_.size(); ++place) {
            if (!is_contender_[place]) {
                continue;
            }
            std::uint32_t& number = contest_of_group[groups_.of(place)];
            if (number == kNone) {
                number = static_cast<std::uint32_t>(contests.size());
                contests.emplace_back();
                contests.back().first_claim.push_back(0);
            }
            Contest& contest = contests[number];
            contest.deals.push_back(deals_[place]);
            for (; claim != claims_.end() && claim->place == place; ++claim) {
                std::uint32_t& span = span_in_contest[claim->span];
                if (span == kNone) {
                    span = static_cast<std::uint32_t>(contest.rooms.size());
                    contest.rooms.push_back(rooms_[claim->span]);
                }
                contest.claims.push_back({span, claim->hours});
            }
            contest.first_claim.push_back(static_cast<std::uint32_t>(contest.claims.size()));
        }
        for (const ResourceIndex resource : crowded_) {
            const std::uint32_t place = open[resource].front().contender;
            contests[contest_of_group[groups_.of(place)]].crowded.push_back(resource);
        }
        for (Contest& contest : contests) {
            findDoubt(contest);
        }
        return std::move(result_);
    }

    const CheckedPlan& plan_;
    const ConfirmedWork& confirmed_;
    std::span<const DealIndex> deals_;
    std::size_t most_cells_;
    Groups groups_;
    std::vector<bool> is_contender_;
    std::vector<Hours> rooms_;
    std::vector<WideClaim> claims_;
    std::vector<ResourceIndex> crowded_;
    Contests result_;
};

} // namespace

ConfirmedWork confirmedWork(const CheckedPlan& plan) {
    ConfirmedWork works(plan.board.capacity.calendars.size());
    for (DealIndex deal = 0; deal < plan.input.deals.size(); ++deal) {
        if (plan.report.classes[deal] == DealClass::kTentative) {
            continue;
        }
        for (const Load& load : loadsOf(plan.board, deal)) {
            if (load.work != kNone) {
                const auto run =
                    plan.board.capacity.calendars[load.resource].touchedBy(load.window);
                works[load.resource].push_back({kNone, run, load.hours});
            }
        }
    }
    for (std::vector<SlotWork>& on_resource : works) {
        sortByFirst(on_resource);
    }
    return works;
}

bool Contest::isInDoubt(std::size_t place) const {
    return !crowded.empty() || std::ranges::any_of(claimsOf(place), [&](const Claim& claim) {
        return first_in_doubt[claim.span] <= place;
    });
}

Contests contestsAmong(const CheckedPlan& plan, const ConfirmedWork& confirmed,
                       std::span<const DealIndex> deals, std::size_t most_cells) {
    return ContestFinder{plan, confirmed, deals, most_cells}.run();
}

DealContest contestOf(const CheckedPlan& plan, const ConfirmedWork& confirmed,
                      std::span<const DealIndex> above, DealIndex deal, std::size_t most_cells) {
    std::vector<DealIndex> deals;
    std::ranges::copy_if(above, std::back_inserter(deals), [&](DealIndex other) {
        return oddsOf(plan.input.deals[other]).units > 0;
    });
    deals.push_back(deal);
    Contests found = contestsAmong(plan, confirmed, deals, most_cells);
    DealContest result{std::nullopt, found.steps};
    for (Contest& contest : found.contests) {
        if (contest.deals.back() == deal) {
            result.contest = std::move(contest);
        }
    }
    // What is left out may have been all that made a span contested.
    while (result.contest && result.contest->crowded.empty()) {
        Contest part = mattersToLast(*result.contest);
        const bool is_smaller = part.deals.size() < result.contest->deals.size() ||
                                part.rooms.size() < result.contest->rooms.size();
        result.contest = std::move(part);
        if (result.contest->rooms.empty()) {
            result.contest.reset();
        } else if (!is_smaller) {
            break;
        }
    }
    return result;
}

Probability oddsOf(const planning::Deal& deal) {
    return deal.probability.value_or(Probability::whole(1));
}

std::vector<Probability> oddsOfAll(const CheckedPlan& plan, std::span<const DealIndex> deals) {
    std::vector<Probability> odds;
    odds.reserve(deals.size());
    std::ranges::transform(deals, std::back_inserter(odds),
                           [&](DealIndex deal) { return oddsOf(plan.input.deals[deal]); });
    return odds;
}

std::span<const Load> loadsOf(const planning::PlanBoard& board, DealIndex deal) {
    const std::uint32_t first = board.first_load_of_deal[deal];
    return std::span{board.loads}.subspan(first, board.first_load_of_deal[deal + 1] - first);
}

} // namespace keepable::proposals
