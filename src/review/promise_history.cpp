// SPDX-License-Identifier: MPL-2.0
#include "review/promise_history.hpp"

#include <algorithm>
#include <utility>

namespace keepable::review {

namespace {

using planning::Day;

class HistoryReader {
  public:
    HistoryReader(const DecisionLog& log, const PromiseCells& cells) : log_(log), cells_(cells) {}

    PromiseHistory run(std::string_view deal_key) {
        history_.is_owed = cells_.is_owed;
        for (const EventIndex event : log_.threadOf(deal_key)) {
            take(event);
        }
        addTable();
        return std::move(history_);
    }

  private:
    void take(EventIndex index) {
        const LogEvent& event = log_.events()[index];
        switch (event.action) {
        case Action::kAsked:
        case Action::kCountered:
            if (event.action == Action::kAsked && event.side == Side::kSales && event.to.day &&
                !history_.requested) {
                history_.requested = event.to.day;
            }
            asked_.push_back(index);
            break;
        case Action::kPromised:
        case Action::kReDated:
            promise(index);
            break;
        case Action::kWon:
            history_.is_owed = true;
            break;
        case Action::kLost:
            history_.is_owed = false;
            break;
        case Action::kDelivered:
            history_.delivered = event.to.day.value_or(event.when.day);
            break;
        default:
            break;
        }
    }

    void promise(EventIndex index) {
        const LogEvent& event = log_.events()[index];
        if (!event.to.day) {
            return; // the quantity was changed, say
        }
        const Day to = *event.to.day;
        const bool is_moved = event.action == Action::kReDated && event.from.day.has_value();
        if (!history_.first) {
            history_.first = is_moved ? *event.from.day : to;
            history_.first_event = is_moved ? std::nullopt : std::optional{index};
        }
        // Where the log and the event disagree on what was promised before, the log counts.
        const Day from = history_.current.value_or(is_moved ? *event.from.day : to);
        if (from != to) {
            const auto [who, reason] = whoAsked(event, to);
            history_.slips.push_back({from, to, reason, who->by, who->side, index});
        }
        history_.current = to;
        asked_.clear();
    }

    // The event of who asked, and the reason that was given.
    [[nodiscard]] std::pair<const LogEvent*, std::string> whoAsked(const LogEvent& move,
                                                                   Day to) const {
        const LogEvent* who = asked_.empty() ? &move : &log_.events()[asked_.front()];
        for (const EventIndex asked : asked_) {
            if (log_.events()[asked].to.day == to) {
                who = &log_.events()[asked];
            }
        }
        return {who, move.reason.empty() ? who->reason : move.reason};
    }

    void addTable() {
        const bool is_frozen = history_.first_event.has_value();
        if (is_frozen) {
            history_.table_has_other_first = cells_.first && cells_.first != history_.first;
        } else if (cells_.first) {
            history_.first = cells_.first;
        } else if (!history_.first) {
            history_.first = cells_.promised;
        }
        if (cells_.promised && history_.current && cells_.promised != history_.current) {
            history_.slips.push_back(
                {*history_.current, *cells_.promised, {}, {}, Side::kNeither, std::nullopt});
        }
        if (cells_.promised) {
            history_.current = cells_.promised;
        }
        if (cells_.requested) {
            history_.requested = cells_.requested;
        }
        if (cells_.delivered) {
            history_.delivered = cells_.delivered;
        }
        history_.is_owed = history_.is_owed && !cells_.is_lost;
    }

    const DecisionLog& log_;
    const PromiseCells& cells_;
    PromiseHistory history_;
    std::vector<EventIndex> asked_; // since the last promise
};

} // namespace

PromiseHistory promiseHistory(const DecisionLog& log, std::string_view deal_key,
                              const PromiseCells& cells) {
    return HistoryReader{log, cells}.run(deal_key);
}

Outcome outcomeOf(const PromiseHistory& history, Day as_of) {
    if (!history.first) {
        return Outcome::kNotJudged;
    }
    if (history.delivered) {
        return *history.delivered <= *history.first ? Outcome::kKept : Outcome::kLate;
    }
    if (!history.is_owed) {
        return Outcome::kNotJudged;
    }
    return *history.first < as_of ? Outcome::kOverdue : Outcome::kOpen;
}

std::optional<std::int32_t> daysLate(const PromiseHistory& history, Day as_of) {
    switch (outcomeOf(history, as_of)) {
    case Outcome::kKept:
        return 0;
    case Outcome::kLate:
        return *history.delivered - *history.first;
    case Outcome::kOverdue:
        return as_of - *history.first;
    case Outcome::kNotJudged:
    case Outcome::kOpen:
        break;
    }
    return std::nullopt;
}

} // namespace keepable::review
