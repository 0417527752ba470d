// SPDX-License-Identifier: MPL-2.0
#include "views/review_moves.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace keepable::views {

namespace {

using review::Action;
using review::LogEvent;
using review::ReviewBook;
using review::Side;
using review::Terms;
using review::Thread;

const Thread& threadOf(const ReviewBook& book, std::uint32_t deal) {
    static const Thread nothing;
    const Thread* const found = book.threads->of(book.deals[deal].deal.key);
    return found == nullptr ? nothing : *found;
}

// By Action.
constexpr std::array<WordAndKey, review::kActions> kLabels{{
    {"promise", "review.do.promised"},
    {"ask", "review.do.asked"},
    {"answer", "review.do.answered"},
    {"counter", "review.do.countered"},
    {"agree", "review.do.agreed"},
    {"decline", "review.do.declined"},
    {"re-date", "review.do.redated"},
    {"request capacity", "review.do.capacityRequested"},
    {"approve", "review.do.capacityApproved"},
    {"decline capacity", "review.do.capacityDeclined"},
    {"add capacity", "review.do.capacityAdded"},
    {"accept risk", "review.do.riskAccepted"},
    {"win", "review.do.won"},
    {"lose", "review.do.lost"},
    {"deliver", "review.do.delivered"},
    {"tell the customer", "review.do.customerTold"},
    {"dismiss", "review.do.dismissed"},
    {"note", "review.do.noted"},
    {"hold the review", "review.do.met"},
}};

bool needsDay(Action action) {
    return action == Action::kPromised || action == Action::kReDated;
}

bool needsTerms(Action action) {
    return action == Action::kCountered || action == Action::kCapacityRequested;
}

bool needsReason(Action action) {
    switch (action) {
    case Action::kDeclined:
    case Action::kCapacityDeclined:
    case Action::kRiskAccepted:
    case Action::kNoted:
        return true;
    default:
        return false;
    }
}

class EntryReader {
  public:
    EntryReader(const LogTextReader& reader, const Texts& texts) : reader_(reader), texts_(texts) {}

    // Empty when all could be read.
    [[nodiscard]] const std::string& problem() const { return problem_; }

    Terms read(const MoveEntry& entry) {
        const tables::CellReader& cells = reader_.cells();
        Terms terms;
        take(terms.day, cells.day(tables::Cell::text(entry.day)), entry.day, "review.move.badDay");
        take(terms.quantity,
             cells.amount(tables::Cell::text(entry.quantity), planning::kMostQuantity),
             entry.quantity, "review.move.badQuantity");
        take(terms.hours,
             cells.work(tables::Cell::text(entry.hours), planning::kMostHours,
                        tables::AmountUnit::kHours),
             entry.hours, "review.move.badHours");
        take(terms.cost, cells.amount(tables::Cell::text(entry.cost), planning::kMostMoney),
             entry.cost, "review.move.badCost");
        terms.resource = nameFrom(entry.resource);
        terms.means = entry.means;
        terms.text = review::lastingText(entry.text);
        return terms;
    }

  private:
    template <class Value>
    void take(std::optional<Value>& kept, const tables::CellValue<Value>& read,
              const std::string& typed, std::string_view key) {
        if (read.isRead()) {
            kept = read.value;
        } else if (read.isProblem() && problem_.empty()) {
            problem_ = texts_(key, {typed});
        }
    }

    const LogTextReader& reader_;
    const Texts& texts_;
    std::string problem_;
};

} // namespace

std::string_view moveKey(Action action) {
    return kLabels[static_cast<std::size_t>(action)].key;
}

bool takesTerms(Action action) {
    switch (action) {
    case Action::kWon:
    case Action::kLost:
    case Action::kDeclined:
    case Action::kNoted:
        return false;
    default:
        return true;
    }
}

WordTable moveWords(std::span<const Texts* const> languages) {
    return WordTable{kLabels, languages};
}

std::vector<Move> movesOf(const ReviewBook& book, std::uint32_t deal, Side side,
                          const Texts& texts) {
    std::vector<Move> moves;
    if (deal >= book.deals.size()) {
        return moves;
    }
    const Thread& thread = threadOf(book, deal);
    const review::PromiseHistory history = review::historyOf(book, book.deals[deal]);
    const auto add = [&](Action action) {
        moves.push_back({action, texts(moveKey(action)), takesTerms(action), needsReason(action),
                         usualTerms(thread, history, side, action)});
    };
    for (std::size_t i = 0; i < static_cast<std::size_t>(Action::kDismissed); ++i) {
        if (canMove(thread, history, side, static_cast<Action>(i))) {
            add(static_cast<Action>(i));
        }
    }
    add(Action::kNoted);
    return moves;
}

bool canMove(const Thread& thread, const review::PromiseHistory& history, Side side,
             Action action) {
    if (review::isAllowed(thread, side, action)) {
        return true;
    }
    if (thread.isOver() || side == Side::kNeither || !history.current) {
        return false;
    }
    const bool is_confirmed = thread.confirmation && thread.confirmation->day == *history.current;
    return action == Action::kReDated ||
           (action == Action::kAgreed && side == Side::kOps && !is_confirmed);
}

namespace {

// What of terms the customer is told: the hours are a matter between the two sides.
Terms promiseOf(const Terms& terms) {
    Terms promise;
    promise.day = terms.day;
    promise.quantity = terms.quantity;
    return promise;
}

} // namespace

Terms usualTerms(const Thread& thread, const review::PromiseHistory& history, Side side,
                 Action action) {
    switch (action) {
    case Action::kAgreed:
    case Action::kPromised:
        if (thread.offer && thread.offer->by == review::otherSide(side)) {
            return action == Action::kPromised ? promiseOf(thread.offer->terms)
                                               : thread.offer->terms;
        }
        if (action == Action::kPromised && thread.agreed) {
            return promiseOf(*thread.agreed);
        }
        if (action == Action::kAgreed && side == Side::kOps) {
            Terms promised;
            promised.day = thread.promised ? thread.promised : history.current;
            return promised;
        }
        break;
    case Action::kCapacityApproved:
    case Action::kCapacityDeclined:
    case Action::kCapacityAdded: {
        const auto wanted = action == Action::kCapacityAdded ? review::RequestState::kApproved
                                                             : review::RequestState::kPending;
        const auto request =
            std::ranges::find(thread.requests, wanted, &review::CapacityRequest::state);
        if (request != thread.requests.end()) {
            return request->terms;
        }
        break;
    }
    case Action::kReDated:
        if (thread.offer && thread.offer->by == review::otherSide(side)) {
            Terms day;
            day.day = thread.offer->terms.day;
            return day;
        }
        if (thread.agreed && thread.agreed->day != history.current) {
            Terms day;
            day.day = thread.agreed->day;
            return day;
        }
        break;
    case Action::kCustomerTold: {
        Terms day;
        day.day = thread.promised ? thread.promised : history.current;
        return day;
    }
    default:
        break;
    }
    return {};
}

std::string lackOf(const LogEvent& event, const Texts& texts) {
    if (needsDay(event.action) && !event.to.day) {
        return texts("review.move.needsDay");
    }
    if (needsTerms(event.action) && event.to.isEmpty()) {
        return texts(event.action == Action::kCountered ? "review.move.needsTerms"
                                                        : "review.move.needsCapacity");
    }
    if (needsReason(event.action) && event.reason.empty()) {
        return texts("review.move.needsReason");
    }
    return {};
}

std::variant<LogEvent, std::string> eventOf(const MoveEntry& entry, const ReviewBook& book,
                                            std::uint32_t deal, const Speaker& speaker,
                                            review::Moment now, const LogTextReader& reader,
                                            const Texts& texts) {
    if (deal >= book.deals.size()) {
        return texts("review.move.noDeal");
    }
    const Thread& thread = threadOf(book, deal);
    if (entry.action != Action::kNoted && speaker.side == Side::kNeither) {
        return texts("review.move.noSide", {speaker.name.text});
    }
    const review::ReviewDeal& about = book.deals[deal];
    const review::PromiseHistory history = review::historyOf(book, about);
    if (!canMove(thread, history, speaker.side, entry.action)) {
        return texts("review.move.notNow", {texts(moveKey(entry.action))});
    }
    LogEvent event;
    event.when = now;
    event.deal = about.deal;
    event.side = speaker.side;
    event.by = speaker.name;
    event.action = entry.action;
    event.reason = review::lastingText(entry.reason);
    EntryReader fields{reader, texts};
    event.to = fields.read(entry);
    if (!fields.problem().empty()) {
        return fields.problem();
    }
    if (event.to.isEmpty()) {
        event.to = usualTerms(thread, history, speaker.side, entry.action);
    }
    const std::string lack = lackOf(event, texts);
    if (!lack.empty()) {
        return lack;
    }
    completeEvent(event, about, thread, history);
    return event;
}

void completeEvent(LogEvent& event, const review::ReviewDeal& deal, const Thread& thread,
                   const review::PromiseHistory& history) {
    if (event.from.isEmpty() && event.action == Action::kReDated) {
        event.from.day = thread.promised ? thread.promised : history.current;
    }
    if (event.from.isEmpty() && event.action == Action::kCountered && thread.offer) {
        event.from = thread.offer->terms;
    }
    event.state.thread = review::stateAfter(thread, event);
    event.state.verdict = deal.verdict;
}

} // namespace keepable::views
