// SPDX-License-Identifier: MPL-2.0
#include "review/agenda.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace keepable::review {

namespace {

using planning::Day;
using planning::Money;

// Days of the schedule that have passed before this day, counted from its first.
std::int32_t meetingsBefore(const MeetingSchedule& schedule, Day day) {
    const std::int32_t every = std::max(1, schedule.every_days);
    const std::int32_t days = day - schedule.first;
    return days <= 0 ? 0 : (days + every - 1) / every;
}

bool isDecision(Action action) {
    return action != Action::kNoted && action != Action::kMet && action != Action::kAsked &&
           action != Action::kAnswered && action != Action::kCapacityRequested;
}

class AgendaMaker {
  public:
    AgendaMaker(const ReviewBook& book, const std::vector<SharedTarget>& targets,
                const MeetingSchedule& schedule)
        : book_(book), targets_(targets), schedule_(schedule) {}

    Agenda run() {
        agenda_.on = meetingFrom(schedule_, book_.today);
        agenda_.next = meetingFrom(schedule_, agenda_.on + 1);
        agenda_.last = lastReview(*book_.log, schedule_, book_.today);
        for (std::uint32_t deal = 0; deal < book_.deals.size(); ++deal) {
            addDeal(deal);
        }
        sortConflicts();
        sortWaits();
        addDecisions();
        agenda_.reliability =
            reliabilityOf(judgedPromises(book_, {planning::kFirstDay, planning::kLastDay}));
        agenda_.credits = creditsOf(book_, since());
        agenda_.findings = findingsOf(book_, agenda_.last);
        for (const SharedTarget& target : targets_) {
            agenda_.standings.push_back(standingOf(target, book_));
            invite(target.sales_owner, Side::kSales);
            invite(target.ops_owner, Side::kOps);
        }
        addAttendees();
        return std::move(agenda_);
    }

  private:
    [[nodiscard]] Day since() const {
        return agenda_.last ? agenda_.last->day : planning::kFirstDay;
    }

    void addDeal(std::uint32_t index) {
        const ReviewDeal& deal = book_.deals[index];
        bool is_on_agenda = false;
        if (deal.isConflict()) {
            agenda_.conflicts.push_back(index);
            is_on_agenda = true;
        }
        if (const Thread* const thread = book_.threads->of(deal.deal.key)) {
            is_on_agenda = addThread(index, *thread) || is_on_agenda;
        }
        addOutcome(index);
        if (is_on_agenda) {
            for (const Name& owner : salesOwnersOf(book_, deal)) {
                invite(owner, Side::kSales);
            }
            for (const Name& owner : opsOwnersOf(book_, deal)) {
                invite(owner, Side::kOps);
            }
        }
    }

    bool addThread(std::uint32_t index, const Thread& thread) {
        bool is_on_agenda = false;
        for (const Wait& wait : thread.waits) {
            if (wait.what == WaitFor::kAnswer || wait.what == WaitFor::kConfirmation) {
                agenda_.unanswered.push_back({index, wait, daysWaiting(wait, book_.today)});
                is_on_agenda = true;
            }
        }
        for (std::uint32_t i = 0; i < thread.requests.size(); ++i) {
            if (thread.requests[i].state == RequestState::kPending) {
                agenda_.requests.push_back({index, i});
                is_on_agenda = true;
            }
        }
        if (thread.risk && thread.risk->until && *thread.risk->until < agenda_.next &&
            !thread.isOver()) {
            agenda_.risks.push_back(index);
            is_on_agenda = true;
        }
        return is_on_agenda;
    }

    void addOutcome(std::uint32_t index) {
        const PromiseHistory history = historyOf(book_, book_.deals[index]);
        const Outcome outcome = outcomeOf(history, book_.today);
        const bool is_new =
            history.delivered && *history.delivered > since() && *history.delivered <= book_.today;
        if (outcome == Outcome::kKept && is_new) {
            agenda_.kept.push_back(index);
        } else if (outcome == Outcome::kOverdue || (outcome == Outcome::kLate && is_new)) {
            agenda_.broken.push_back(index);
        }
    }

    void sortConflicts() {
        const auto place = [&](std::uint32_t index) {
            const ReviewDeal& deal = book_.deals[index];
            const bool is_urgent = mustDecide(deal);
            const Day decide_by = deal.decide_by.value_or(planning::kLastDay);
            return std::tuple{!is_urgent,
                              is_urgent ? decide_by : planning::kFirstDay,
                              !deal.value.has_value(),
                              -deal.value.value_or(Money{}).units,
                              decide_by,
                              index};
        };
        std::ranges::sort(agenda_.conflicts, {}, place);
        agenda_.must_decide = static_cast<std::size_t>(std::ranges::count_if(
            agenda_.conflicts, [&](std::uint32_t i) { return mustDecide(book_.deals[i]); }));
    }

    [[nodiscard]] bool mustDecide(const ReviewDeal& deal) const {
        return deal.decide_by && *deal.decide_by < agenda_.next;
    }

    void sortWaits() {
        std::ranges::stable_sort(agenda_.unanswered, {}, [](const OpenWait& open) {
            return std::tuple{open.wait.since, open.wait.event};
        });
        std::ranges::stable_sort(agenda_.requests, {}, [&](const OpenRequest& open) {
            return book_.threads->of(book_.deals[open.deal].deal.key)->requests[open.request].event;
        });
    }

    void addDecisions() {
        for (EventIndex index = 0; index < book_.log->size(); ++index) {
            const LogEvent& event = book_.log->events()[index];
            if (isDecision(event.action) && (!agenda_.last || event.when > *agenda_.last)) {
                agenda_.decisions.push_back(index);
            }
        }
    }

    void invite(const Name& person, Side side) {
        if (!person.isEmpty()) {
            Attendee& attendee =
                invited_.try_emplace(person, Attendee{person, side, 0}).first->second;
            ++attendee.points;
        }
    }

    void addAttendees() {
        for (auto& [person, attendee] : invited_) {
            const Side known = book_.people->sideOf(person.key);
            attendee.side = known == Side::kNeither ? attendee.side : known;
            agenda_.attendees.push_back(std::move(attendee));
        }
        std::ranges::sort(agenda_.attendees, {}, [](const Attendee& attendee) {
            return std::tuple{attendee.side, -attendee.points, attendee.name.key};
        });
    }

    const ReviewBook& book_;
    const std::vector<SharedTarget>& targets_;
    const MeetingSchedule& schedule_;
    std::map<Name, Attendee> invited_;
    Agenda agenda_;
};

} // namespace

Day meetingFrom(const MeetingSchedule& schedule, Day day) {
    return schedule.first + meetingsBefore(schedule, day) * std::max(1, schedule.every_days);
}

std::optional<Day> meetingBefore(const MeetingSchedule& schedule, Day day) {
    const std::int32_t meetings = meetingsBefore(schedule, day);
    if (meetings == 0) {
        return std::nullopt;
    }
    return schedule.first + (meetings - 1) * std::max(1, schedule.every_days);
}

std::optional<Moment> lastReview(const DecisionLog& log, const MeetingSchedule& schedule,
                                 Day today) {
    std::optional<Moment> last;
    for (const EventIndex index : log.threadOf({})) {
        const LogEvent& event = log.events()[index];
        if (event.action == Action::kMet && event.when.day < today) {
            last = std::max(last.value_or(event.when), event.when);
        }
    }
    if (!last) {
        if (const auto day = meetingBefore(schedule, today)) {
            last = Moment{*day, 0};
        }
    }
    return last;
}

Agenda agendaOf(const ReviewBook& book, const std::vector<SharedTarget>& targets,
                const MeetingSchedule& schedule) {
    return AgendaMaker{book, targets, schedule}.run();
}

Side sideOfDecision(const Thread* thread, Action action, Side taken_down_by) {
    switch (action) {
    case Action::kPromised:
    case Action::kReDated:
    case Action::kCapacityRequested:
    case Action::kWon:
    case Action::kLost:
    case Action::kCustomerTold:
        return Side::kSales;
    case Action::kCapacityApproved:
    case Action::kCapacityDeclined:
    case Action::kCapacityAdded:
        return Side::kOps;
    case Action::kAnswered:
    case Action::kCountered:
    case Action::kAgreed:
    case Action::kDeclined: {
        static const Thread nothing;
        const Thread& known = thread == nullptr ? nothing : *thread;
        const bool on_sales = isAllowed(known, Side::kSales, action);
        const bool on_ops = isAllowed(known, Side::kOps, action);
        if (on_sales != on_ops) {
            return on_sales ? Side::kSales : Side::kOps;
        }
        return taken_down_by;
    }
    default:
        return taken_down_by;
    }
}

} // namespace keepable::review
