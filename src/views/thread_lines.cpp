// SPDX-License-Identifier: MPL-2.0
#include "views/thread_lines.hpp"

#include "views/amount_text.hpp"
#include "views/finding_lines.hpp"
#include "views/log_text.hpp"
#include "views/review_words.hpp"
#include "views/sheet_value.hpp"

#include <algorithm>
#include <utility>

namespace keepable::views {

namespace {

using planning::Day;
using review::EventIndex;
using review::LogEvent;
using review::Name;
using review::PromiseHistory;
using review::ReviewBook;
using review::ReviewDeal;
using review::Side;
using review::Terms;
using review::Thread;

std::string dayText(const std::optional<Day>& day) {
    return day ? planning::isoText(*day) : std::string{};
}

class ViewMaker {
  public:
    ViewMaker(const ReviewBook& book, const ReviewDeal& deal, const Saying& saying)
        : book_(book), deal_(deal), thread_(threadOf(book, deal)),
          history_(review::historyOf(book, deal)), saying_(saying) {}

    static const Thread& threadOf(const ReviewBook& book, const ReviewDeal& deal) {
        static const Thread nothing;
        const Thread* const found = book.threads->of(deal.deal.key);
        return found == nullptr ? nothing : *found;
    }

    ThreadView run() {
        view_.title = oneLine(deal_.deal.text);
        if (!deal_.customer.isEmpty()) {
            view_.title += " · " + oneLine(deal_.customer.text);
        }
        view_.state = said(review::stateOf(thread_), saying_.texts);
        for (const EventIndex event : thread_.events) {
            addLine(event);
        }
        for (const review::Wait& wait : thread_.waits) {
            view_.turns.push_back(saidWait(wait, book_.today, saying_));
        }
        addConfirmation();
        for (const review::CapacityRequest& request : thread_.requests) {
            if (request.state == review::RequestState::kPending) {
                view_.requests.push_back(saidRequest(request, saying_));
            }
        }
        if (thread_.risk && !thread_.isOver()) {
            view_.risk = saidRisk(*thread_.risk, saying_);
            view_.has_risk_ended = review::riskOn(thread_, book_.today) == nullptr;
        }
        addFacts();
        return std::move(view_);
    }

  private:
    void addLine(EventIndex index) {
        const LogEvent& event = book_.log->events()[index];
        view_.lines.push_back(
            {index, momentText(event.when), oneLine(event.by.text), said(event.side, saying_.texts),
             saidEventOf(book_, event, saying_),
             std::ranges::find(thread_.unexpected, index) != thread_.unexpected.end()});
    }

    [[nodiscard]] bool isConfirmed() const {
        return thread_.confirmation &&
               (!history_.current || thread_.confirmation->day == *history_.current);
    }

    void addConfirmation() {
        if (isConfirmed()) {
            const review::Confirmation& confirmation = *thread_.confirmation;
            view_.confirmation =
                saying_.texts("review.confirmed", {saidPerson(confirmation.by, Side::kOps, saying_),
                                                   planning::isoText(confirmation.when.day),
                                                   planning::isoText(confirmation.day)});
        } else if (history_.current && !thread_.isOver()) {
            view_.lacks_confirmation = history_.is_owed;
            const std::string day = dayText(history_.current);
            if (thread_.confirmation) {
                view_.confirmation = saying_.texts(
                    "review.confirmedOther", {day, planning::isoText(thread_.confirmation->day)});
            } else {
                view_.confirmation = saying_.texts(
                    history_.is_owed ? "review.wonUnconfirmed" : "review.unconfirmed", {day});
            }
        }
    }

    void addFact(std::string_view key, std::string customer, std::string ops) {
        if (!customer.empty() || !ops.empty()) {
            view_.facts.push_back({saying_.texts(key), std::move(customer), std::move(ops)});
        }
    }

    void addFacts() {
        addFact("review.fact.date",
                dayText(history_.requested ? history_.requested : history_.current),
                dayText(deal_.earliest));
        addFact("review.fact.promise", promiseText(),
                thread_.confirmation ? planning::isoText(thread_.confirmation->day) : "");
        addFact("review.fact.terms", lastTermsOf(Side::kSales), lastTermsOf(Side::kOps));
        addFact("review.fact.work", saidNames(deal_.items), workText());
        addFact("review.fact.value",
                deal_.value ? moneyText(*deal_.value, saying_.locale) : std::string{},
                deal_.decide_by ? saying_.texts("review.fact.decideBy", {dayText(deal_.decide_by)})
                                : std::string{});
        addFact("review.fact.owner", saidNames(review::salesOwnersOf(book_, deal_)),
                saidNames(review::opsOwnersOf(book_, deal_)));
    }

    [[nodiscard]] std::string promiseText() const {
        const std::string current = dayText(history_.current);
        return history_.first && history_.current && history_.first != history_.current
                   ? saying_.texts("review.fact.promised", {current, dayText(history_.first)})
                   : current;
    }

    [[nodiscard]] std::string workText() const {
        if (deal_.bottleneck.isEmpty()) {
            return saidNames(deal_.resources);
        }
        return saying_.texts("review.fact.short", {hoursText(deal_.shortfall, saying_.locale),
                                                   oneLine(deal_.bottleneck.text)});
    }

    // What the side has asked or offered last.
    [[nodiscard]] std::string lastTermsOf(Side side) const {
        for (auto event = thread_.events.rbegin(); event != thread_.events.rend(); ++event) {
            const LogEvent& said_then = book_.log->events()[*event];
            const bool is_offer = said_then.action == review::Action::kAsked ||
                                  said_then.action == review::Action::kAnswered ||
                                  said_then.action == review::Action::kCountered;
            if (is_offer && said_then.side == side && !said_then.to.isEmpty()) {
                return saidTerms(said_then.to, saying_);
            }
        }
        return {};
    }

    const ReviewBook& book_;
    const ReviewDeal& deal_;
    const Thread& thread_;
    PromiseHistory history_;
    const Saying& saying_;
    ThreadView view_;
};

} // namespace

ThreadView threadView(const ReviewBook& book, std::uint32_t deal, const Saying& saying) {
    return deal < book.deals.size() ? ViewMaker{book, book.deals[deal], saying}.run()
                                    : ThreadView{};
}

} // namespace keepable::views
