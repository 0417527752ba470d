// SPDX-License-Identifier: MPL-2.0
#include "proposals/chance_blame.hpp"

#include "proposals/chance_exact.hpp"
#include "proposals/chance_scenarios.hpp"

#include <algorithm>
#include <memory>
#include <numeric>

namespace keepable::proposals {

using planning::CheckedPlan;
using planning::DealClass;
using planning::DealIndex;
using planning::Probability;
using planning::Verdict;

namespace {

using Places = std::vector<std::size_t>; // of rivals in the contest, rising

// The chance of the last deal of a contest, as it is and without some of its rivals.
class LastDeal {
  public:
    // `is_exact` as the chance itself was found: so that all figures are of one kind.
    LastDeal(const CheckedPlan& plan, const Contest& contest, const ChanceMethod& method,
             bool is_exact)
        : plan_(plan), contest_(contest), method_(method), odds_(oddsOfAll(plan, contest.deals)) {
        if (!is_exact) {
            playAll();
        }
    }

    [[nodiscard]] std::size_t rivals() const { return contest_.deals.size() - 1; }
    // How much one try costs, in claims looked at.
    [[nodiscard]] std::size_t costOfOne() const {
        return contest_.claims.size() + contest_.deals.size();
    }

    Chance without(const Places& rivals) {
        if (!run_) {
            std::vector<Probability> odds = odds_;
            for (const std::size_t place : rivals) {
                odds[place] = {};
            }
            const ExactLimits limits{method_.most_situations, kMostSteps};
            const ExactChances exact = exactChances(contest_, odds, limits);
            if (exact.chances.size() == contest_.deals.size()) {
                return exactChance(exact.chances.back());
            }
            playAll(); // a rival that was certain to be won may have kept the situations few
        }
        WinTable wins = *wins_;
        for (const std::size_t place : rivals) {
            wins.lose(place);
        }
        return countedChance(run_->keptCounts(wins).back(), wins.scenarios());
    }

    // The rivals worth trying, best first. Where scenarios are counted: by how much more often the deal fits
    // in those in which the rival is lost.
    Places worthTrying(std::size_t most) {
        Places places(rivals());
        std::iota(places.begin(), places.end(), std::size_t{0});
        if (places.size() <= most || !run_) {
            return places;
        }
        const std::vector<bool> fits = run_->lastFits(*wins_);
        std::vector<double> difference;
        for (const std::size_t place : places) {
            std::uint32_t lost = 0;
            std::uint32_t kept = 0;
            for (std::uint32_t scenario = 0; scenario < wins_->scenarios(); ++scenario) {
                if (!wins_->isWon(place, scenario)) {
                    ++lost;
                    kept += fits[scenario] ? 1 : 0;
                }
            }
            // Never lost: nothing is known of it, so it is tried first.
            difference.push_back(lost == 0 ? 1 : static_cast<double>(kept) / lost);
        }
        std::stable_sort(places.begin(), places.end(), [&](std::size_t left, std::size_t right) {
            return difference[left] > difference[right];
        });
        places.resize(most);
        return places;
    }

  private:
    static constexpr std::size_t kMostSteps = 1U << 24;

    void playAll() {
        const std::vector<Luck> lucks = lucksOf(plan_, openDeals(plan_));
        wins_ = std::make_unique<WinTable>(lucksAmong(lucks, contest_.deals), odds_,
                                           scenariosOf(plan_.input.settings), method_.seed);
        run_ = std::make_unique<ScenarioRun>(plan_, contest_);
    }

    const CheckedPlan& plan_;
    const Contest& contest_;
    ChanceMethod method_;
    std::vector<Probability> odds_;
    std::unique_ptr<WinTable> wins_; // with run_, or neither
    std::unique_ptr<ScenarioRun> run_;
};

std::vector<DealIndex> dealsAt(const Contest& contest, const Places& places) {
    std::vector<DealIndex> deals;
    for (const std::size_t place : places) {
        deals.push_back(contest.deals[place]);
    }
    return deals;
}

// What both questions begin with.
struct Question {
    Chance chance;
    std::optional<Contest> contest; // none: nothing can refuse the deal
};

std::optional<Question> ask(const CheckedPlan& plan, DealIndex deal, const ChanceMethod& method) {
    if (plan.report.classes[deal] != DealClass::kTentative ||
        (plan.report.verdicts[deal] != Verdict::kKeepable &&
         plan.report.verdicts[deal] != Verdict::kAtRisk)) {
        return std::nullopt;
    }
    std::vector<DealIndex> above = openDeals(plan);
    above.erase(std::ranges::find(above, deal), above.end());
    Question question;
    question.chance = PromiseChances(plan, method).of(plan, deal).value();
    question.contest = contestOf(plan, confirmedWork(plan), above, deal, method.most_cells).contest;
    return question;
}

// Goes through the sets of `size` of `count` places in lexicographic order.
bool nextSet(Places& set, std::size_t count) {
    for (std::size_t i = set.size(); i-- > 0;) {
        if (set[i] + (set.size() - i) < count) {
            ++set[i];
            std::iota(set.begin() + static_cast<std::ptrdiff_t>(i), set.end(), set[i]);
            return true;
        }
    }
    return false;
}

struct Try {
    Places places;
    Chance chance;
};

// The best set of the size, when it is good enough.
std::optional<Try> bestOfSize(LastDeal& last, std::size_t size, double wanted) {
    std::optional<Try> best;
    Places set(size);
    std::iota(set.begin(), set.end(), std::size_t{0});
    do {
        const Chance chance = last.without(set);
        if (chance.value >= wanted && (!best || chance.value > best->chance.value)) {
            best = Try{set, chance};
        }
    } while (nextSet(set, last.rivals()));
    return best;
}

Places with(Places places, std::size_t place) {
    places.insert(std::ranges::lower_bound(places, place), place);
    return places;
}

Places without(Places places, std::size_t place) {
    std::erase(places, place);
    return places;
}

Try stepByStep(LastDeal& last, Try now, double wanted) {
    Places order; // as they were taken
    while (now.chance.value < wanted) {
        std::optional<Try> best;
        std::size_t taken = 0;
        for (std::size_t place = 0; place < last.rivals(); ++place) {
            if (std::ranges::binary_search(now.places, place)) {
                continue;
            }
            Try more{with(now.places, place), {}};
            more.chance = last.without(more.places);
            if (!best || more.chance.value > best->chance.value) {
                best = std::move(more);
                taken = place;
            }
        }
        now = std::move(best).value(); // without any rival the deal is kept for certain
        order.push_back(taken);
    }
    for (const std::size_t place : order) {
        Try fewer{without(now.places, place), {}};
        fewer.chance = last.without(fewer.places);
        if (fewer.chance.value >= wanted) {
            now = std::move(fewer);
        }
    }
    return now;
}

} // namespace

std::optional<ChanceBlame> blameFor(const CheckedPlan& plan, DealIndex deal, std::size_t most,
                                    const ChanceMethod& method) {
    std::optional<Question> question = ask(plan, deal, method);
    if (!question) {
        return std::nullopt;
    }
    ChanceBlame blame{question->chance, {}};
    if (!question->contest) {
        return blame;
    }
    LastDeal last(plan, *question->contest, method, blame.chance.isExact());
    for (const std::size_t place : last.worthTrying(most)) {
        const Chance chance = last.without({place});
        const double difference = chance.value - blame.chance.value;
        if (difference != 0) {
            blame.rivals.push_back({question->contest->deals[place], difference, chance});
        }
    }
    std::sort(blame.rivals.begin(), blame.rivals.end(),
              [&](const BlamedRival& left, const BlamedRival& right) {
                  return left.blame != right.blame ? left.blame > right.blame
                                                   : plan.report.rank_of_deal[left.deal] <
                                                         plan.report.rank_of_deal[right.deal];
              });
    if (blame.rivals.size() > most) {
        blame.rivals.resize(most);
    }
    return blame;
}

std::optional<RivalsToMove> fewestToMove(const CheckedPlan& plan, DealIndex deal,
                                         Probability wanted, const ChanceMethod& method) {
    std::optional<Question> question = ask(plan, deal, method);
    if (!question) {
        return std::nullopt;
    }
    const double at_least = std::min(wanted.toDouble(), 1.0);
    if (question->chance.value >= at_least || !question->contest) {
        return RivalsToMove{{}, question->chance, true};
    }
    const Contest& contest = *question->contest;
    LastDeal last(plan, contest, method, question->chance.isExact());
    // As many tries as fit in about a second.
    constexpr std::size_t kMostTries = 4'000;
    constexpr std::size_t kMostCost = 200'000;
    const std::size_t most_tries = std::min(kMostTries, kMostCost / last.costOfOne());
    std::size_t tries = 0;
    std::size_t sets = 1; // of the size
    for (std::size_t size = 1; size <= last.rivals(); ++size) {
        sets = sets * (last.rivals() - size + 1) / size;
        tries += sets;
        if (tries > most_tries) {
            break;
        }
        if (const auto found = bestOfSize(last, size, at_least)) {
            return RivalsToMove{dealsAt(contest, found->places), found->chance, true};
        }
    }
    const Try found = stepByStep(last, {{}, question->chance}, at_least);
    return RivalsToMove{dealsAt(contest, found.places), found.chance, false};
}

} // namespace keepable::proposals
