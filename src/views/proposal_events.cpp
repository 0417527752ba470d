// SPDX-License-Identifier: MPL-2.0
#include "views/proposal_events.hpp"

#include "views/log_text.hpp"

#include <algorithm>
#include <map>

namespace keepable::views {

namespace {

using proposals::Proposal;
using proposals::ProposalKind;
using review::Action;
using review::LogEvent;

class EventMaker {
  public:
    EventMaker(const PlanAnswers& answers, const review::ReviewBook& book, const ProposalWord& word)
        : answers_(answers), book_(book), word_(word) {}

    std::vector<LogEvent> ofProposal(const Proposal& way) {
        if (!way.changes.isEmpty()) {
            verdict_ = planning::Verdict::kKeepable;
        }
        addDates(way.changes);
        addCapacity(way);
        if (way.kind == ProposalKind::kAcceptRisk) {
            LogEvent event = eventAbout(way.deal, Action::kRiskAccepted);
            event.to.day = word_.until;
            add(way.deal, std::move(event));
        }
        const bool is_said = std::ranges::any_of(events_, [&](const LogEvent& event) {
            return event.deal == book_.deals[way.deal].deal;
        });
        if (!is_said && way.kind != ProposalKind::kWinBy) {
            LogEvent event = eventAbout(way.deal, Action::kNoted);
            for (const proposals::ItemChange& change : way.changes.items) {
                event.from.text = answers_.input().items[change.from].name;
                event.to.text = answers_.input().items[change.to].name;
            }
            events_.insert(events_.begin(), completed(way.deal, std::move(event)));
        }
        return std::move(events_);
    }

    std::vector<LogEvent> ofDeals(const proposals::Changes& changes) {
        addDates(changes);
        for (const planning::DealIndex deal : changes.lost) {
            add(deal, eventAbout(deal, Action::kLost));
        }
        return std::move(events_);
    }

  private:
    [[nodiscard]] LogEvent eventAbout(planning::DealIndex deal, Action action) const {
        LogEvent event;
        event.when = word_.now;
        event.deal = book_.deals[deal].deal;
        event.side = word_.speaker.side;
        event.by = word_.speaker.name;
        event.action = action;
        event.reason = review::lastingText(word_.reason);
        return event;
    }

    [[nodiscard]] LogEvent completed(planning::DealIndex deal, LogEvent event) const {
        static const review::Thread nothing;
        const review::ReviewDeal& about = book_.deals[deal];
        const review::Thread* const thread = book_.threads->of(about.deal.key);
        completeEvent(event, about, thread == nullptr ? nothing : *thread,
                      review::historyOf(book_, about));
        if (verdict_) {
            event.state.verdict = verdict_;
        }
        return event;
    }

    void add(planning::DealIndex deal, LogEvent event) {
        events_.push_back(completed(deal, std::move(event)));
    }

    void addDates(const proposals::Changes& changes) {
        std::map<planning::DealIndex, LogEvent> by_deal;
        const auto redate = [&](planning::DealIndex deal, planning::Day from, planning::Day to) {
            LogEvent& event =
                by_deal.try_emplace(deal, eventAbout(deal, Action::kReDated)).first->second;
            event.from.day = std::max(event.from.day.value_or(from), from);
            event.to.day = std::max(event.to.day.value_or(to), to);
        };
        for (const proposals::DateChange& change : changes.dates) {
            redate(change.deal, change.from, change.to);
        }
        for (const proposals::LineSplit& split : changes.splits) {
            redate(split.deal, split.promised, split.rest_promised);
            by_deal[split.deal].to.quantity = split.rest;
        }
        for (auto& [deal, event] : by_deal) {
            add(deal, std::move(event));
        }
    }

    void addCapacity(const Proposal& way) {
        std::map<planning::ResourceIndex, LogEvent> by_resource;
        for (const proposals::CapacityAddition& addition : way.changes.capacity) {
            const auto [place, is_new] = by_resource.try_emplace(
                addition.resource, eventAbout(way.deal, Action::kCapacityAdded));
            review::Terms& to = place->second.to;
            to.resource = nameFrom(answers_.input().resources[addition.resource]);
            to.hours = to.hours.value_or(planning::Hours{}) + addition.hours;
            // Costs of which a part is not known are not known.
            if (is_new) {
                to.cost = addition.cost;
            } else if (to.cost && addition.cost) {
                to.cost = *to.cost + *addition.cost;
            } else {
                to.cost.reset();
            }
        }
        for (auto& [resource, event] : by_resource) {
            add(way.deal, std::move(event));
        }
    }

    const PlanAnswers& answers_;
    const review::ReviewBook& book_;
    const ProposalWord& word_;
    std::optional<planning::Verdict> verdict_; // of all deals afterwards, where it is known
    std::vector<LogEvent> events_;
};

} // namespace

std::vector<LogEvent> proposalEvents(const Proposal& way, const PlanAnswers& answers,
                                     const review::ReviewBook& book, const ProposalWord& word) {
    return EventMaker{answers, book, word}.ofProposal(way);
}

std::vector<LogEvent> dealEvents(const proposals::Changes& changes, const PlanAnswers& answers,
                                 const review::ReviewBook& book, const ProposalWord& word) {
    return EventMaker{answers, book, word}.ofDeals(changes);
}

bool saysDate(const LogEvent& event) {
    // A part of the quantity on another day is a line of its own, which only people can tell.
    return (event.action == Action::kPromised || event.action == Action::kReDated) &&
           event.to.day && !event.to.quantity;
}

proposals::Changes changesSaidBy(const LogEvent& event, planning::DealIndex deal,
                                 const planning::PlanInput& input) {
    proposals::Changes changes;
    const planning::Deal& about = input.deals[deal];
    if (!saysDate(event) || about.needs_check) {
        return changes;
    }
    for (std::uint32_t line = about.first_line; line < about.first_line + about.line_count;
         ++line) {
        const planning::Line& said = input.lines[line];
        if (said.left > planning::Quantity{} && said.promised != *event.to.day) {
            changes.dates.push_back({deal, line, said.promised, *event.to.day});
        }
    }
    return changes;
}

} // namespace keepable::views
