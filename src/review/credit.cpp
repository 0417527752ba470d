// SPDX-License-Identifier: MPL-2.0
#include "review/credit.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

namespace keepable::review {

namespace {

using planning::Day;
using planning::Verdict;

bool isConflict(const std::optional<Verdict>& verdict) {
    return verdict == Verdict::kInfeasible || verdict == Verdict::kAtRisk;
}

class CreditFinder {
  public:
    CreditFinder(const ReviewBook& book, Day since) : book_(book), since_(since) {}

    std::vector<Credit> run() {
        for (const ReviewDeal& deal : book_.deals) {
            const PromiseHistory history = historyOf(book_, deal);
            addKept(deal, history);
            addTalks(deal, history);
            noteForRuns(deal, history);
        }
        std::ranges::stable_sort(kept_, {}, &Credit::when);
        std::ranges::stable_sort(talks_, {}, &Credit::when);
        addRuns();
        std::vector<Credit> credits = std::move(kept_);
        credits.insert(credits.end(), talks_.begin(), talks_.end());
        credits.insert(credits.end(), runs_.begin(), runs_.end());
        return credits;
    }

  private:
    [[nodiscard]] bool isNew(Day day) const { return day > since_ && day <= book_.today; }

    void addKept(const ReviewDeal& deal, const PromiseHistory& history) {
        if (outcomeOf(history, book_.today) != Outcome::kKept || !isNew(*history.delivered) ||
            !history.first_event) {
            return;
        }
        const StateThen& then = book_.log->events()[*history.first_event].state;
        if (!(then.chance && *then.chance <= kLowChance) && !isConflict(then.verdict)) {
            return;
        }
        Credit credit;
        credit.deal = deal.deal;
        credit.sales = salesOwnersOf(book_, deal);
        credit.ops = opsOwnersOf(book_, deal);
        credit.chance = then.chance;
        credit.verdict = then.verdict;
        credit.when = *history.delivered;
        kept_.push_back(std::move(credit));
    }

    void addTalks(const ReviewDeal& deal, const PromiseHistory& history) {
        const Thread* const thread = book_.threads->of(deal.deal.key);
        if (thread == nullptr || thread->is_lost) {
            return;
        }
        for (const Talk& talk : thread->talks) {
            if (!talk.to || !isNew(talk.to->day) || !talk.isJoint()) {
                continue;
            }
            const auto is_inside = [&](EventIndex event) {
                return event >= talk.begun_by && event <= *talk.settled_by;
            };
            const bool is_later = std::ranges::any_of(history.slips, [&](const Slip& slip) {
                return slip.event && is_inside(*slip.event) && slip.days() > 0;
            });
            if (is_later) {
                continue;
            }
            Credit credit;
            credit.kind = CreditKind::kSettledTogether;
            credit.deal = deal.deal;
            credit.when = talk.to->day;
            credit.count = std::max(0, talk.to->day - talk.from.day);
            for (const EventIndex index : thread->events) {
                if (!is_inside(index)) {
                    continue;
                }
                const LogEvent& event = book_.log->events()[index];
                addSpeaker(credit, event);
                credit.is_rescue = credit.is_rescue || isConflict(event.state.verdict);
            }
            credit.is_rescue = credit.is_rescue && !deal.isConflict();
            talks_.push_back(std::move(credit));
        }
    }

    static void addSpeaker(Credit& credit, const LogEvent& event) {
        if (event.side == Side::kNeither || event.by.isEmpty()) {
            return;
        }
        auto& people = event.side == Side::kSales ? credit.sales : credit.ops;
        if (std::ranges::find(people, event.by) == people.end()) {
            people.push_back(event.by);
        }
    }

    void noteForRuns(const ReviewDeal& deal, const PromiseHistory& history) {
        const auto late = daysLate(history, book_.today);
        if (!late) {
            return;
        }
        const Day when = history.delivered.value_or(book_.today);
        for (const Name& seller : salesOwnersOf(book_, deal)) {
            for (const Name& maker : opsOwnersOf(book_, deal)) {
                promises_[{seller, maker}].emplace_back(when, *late == 0);
            }
        }
    }

    void addRuns() {
        for (auto& [pair, promises] : promises_) {
            // Of one day, the broken ones last: a run is not made longer than it is.
            std::ranges::sort(promises, {}, [](const auto& promise) {
                return std::tuple{promise.first, !promise.second};
            });
            Credit credit;
            credit.kind = CreditKind::kRun;
            credit.sales = {pair.first};
            credit.ops = {pair.second};
            for (auto promise = promises.rbegin(); promise != promises.rend() && promise->second;
                 ++promise) {
                credit.when = std::max(credit.when, promise->first);
                ++credit.count;
            }
            if (credit.count >= kLeastRun) {
                runs_.push_back(std::move(credit));
            }
        }
        std::ranges::stable_sort(runs_, std::greater{}, &Credit::count);
    }

    const ReviewBook& book_;
    Day since_;
    std::vector<Credit> kept_;
    std::vector<Credit> talks_;
    std::vector<Credit> runs_;
    std::map<std::pair<Name, Name>, std::vector<std::pair<Day, bool>>> promises_;
};

} // namespace

std::vector<Credit> creditsOf(const ReviewBook& book, Day since) {
    return CreditFinder{book, since}.run();
}

} // namespace keepable::review
