// SPDX-License-Identifier: MPL-2.0
//
// Events of the review written by hand in a test. Names are folded by plain ASCII letters here.
#pragma once

#include "review/review_book.hpp"
#include "support/builders.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keepable::support {

inline review::Name name(std::string_view text) {
    review::Name made{std::string(text), std::string(text)};
    for (char& letter : made.key) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return made;
}

inline review::LogEvent eventOf(std::string_view deal, review::Side side, review::Action action) {
    review::LogEvent event;
    event.when = {day("2026-03-02"), 0};
    event.deal = name(deal);
    event.side = side;
    event.action = action;
    return event;
}

inline review::LogEvent at(std::string_view iso, std::int32_t minute, review::LogEvent event) {
    event.when = {day(iso), minute};
    return event;
}

inline review::Terms on(std::string_view iso) {
    review::Terms terms;
    terms.day = day(iso);
    return terms;
}

inline review::Terms hours(std::int64_t amount, std::string_view resource,
                           review::Means means = review::Means::kOvertime) {
    review::Terms terms;
    terms.hours = planning::Hours::whole(amount);
    terms.resource = name(resource);
    terms.means = means;
    return terms;
}

// What is said about the deal D-17, day by day, by Ann of sales and Otto of ops.
class DealStory {
  public:
    // Returns the state after it.
    review::ThreadState ann(std::string_view iso, review::Action action, review::Terms to = {},
                            std::string_view reason = "") {
        return say(iso, review::Side::kSales, "Ann", action, std::move(to), reason);
    }
    review::ThreadState otto(std::string_view iso, review::Action action, review::Terms to = {},
                             std::string_view reason = "") {
        return say(iso, review::Side::kOps, "Otto", action, std::move(to), reason);
    }
    review::ThreadState say(std::string_view iso, review::Side side, std::string_view who,
                            review::Action action, review::Terms to, std::string_view reason) {
        review::LogEvent event = eventOf("D-17", side, action);
        event.when.day = day(iso);
        event.by = name(who);
        event.to = std::move(to);
        if (thread().promised && action == review::Action::kReDated) {
            event.from.day = thread().promised;
        }
        event.reason = reason;
        event.state.thread = stateAfter(thread(), event);
        const review::EventIndex index = log_.append(event, {});
        threads_.take(log_.events()[index], index);
        return stateOf(thread());
    }

    [[nodiscard]] const review::Thread& thread() const {
        static const review::Thread kNothing;
        const review::Thread* const found = threads_.of("d-17");
        return found == nullptr ? kNothing : *found;
    }
    [[nodiscard]] const review::DecisionLog& log() const { return log_; }

  private:
    review::DecisionLog log_;
    review::Threads threads_;
};

// A book for a review, and the log behind it. Deals and people are told by name.
class BookBuilder {
  public:
    explicit BookBuilder(std::string_view today) { book_.today = day(today); }

    // The last one added; keep no reference over another call.
    review::ReviewDeal& deal(std::string_view deal_name, std::string_view customer = "",
                             std::string_view owner = "") {
        review::ReviewDeal made;
        made.deal = name(deal_name);
        made.customer = name(customer);
        made.customer_like = made.customer.key;
        made.sales_owner = name(owner);
        made.sheet_row = static_cast<std::int32_t>(book_.deals.size()) + 2;
        return book_.deals.emplace_back(std::move(made));
    }
    review::ReviewResource& resource(std::string_view resource_name, std::int64_t capacity,
                                     std::int64_t load) {
        return book_.resources.emplace_back(
            review::ReviewResource{name(resource_name), planning::Hours::whole(capacity),
                                   planning::Hours::whole(load), true});
    }
    BookBuilder& person(std::string_view person_name, review::Side side,
                        std::initializer_list<std::string_view> owns = {}) {
        review::Person person{name(person_name), side, {}};
        for (const std::string_view owned : owns) {
            person.owns.push_back(name(owned));
        }
        people_rows_.push_back(std::move(person));
        return *this;
    }
    BookBuilder& say(std::string_view iso, std::string_view deal_name, review::Side side,
                     std::string_view who, review::Action action, review::Terms to = {},
                     std::string_view reason = "") {
        review::LogEvent event = eventOf(deal_name, side, action);
        event.when.day = day(iso);
        event.by = name(who);
        event.to = std::move(to);
        event.reason = reason;
        return add(std::move(event));
    }
    BookBuilder& add(review::LogEvent event) {
        const review::EventIndex index = log_.append(std::move(event), {});
        threads_.take(log_.events()[index], index);
        return *this;
    }
    BookBuilder& ann(std::string_view iso, std::string_view deal_name, review::Action action,
                     review::Terms to = {}, std::string_view reason = "") {
        return say(iso, deal_name, review::Side::kSales, "Ann", action, std::move(to), reason);
    }
    BookBuilder& otto(std::string_view iso, std::string_view deal_name, review::Action action,
                      review::Terms to = {}, std::string_view reason = "") {
        return say(iso, deal_name, review::Side::kOps, "Otto", action, std::move(to), reason);
    }

    [[nodiscard]] const review::ReviewBook& book() {
        people_ = review::People{people_rows_};
        book_.log = &log_;
        book_.threads = &threads_;
        book_.people = &people_;
        return book_;
    }
    [[nodiscard]] const review::DecisionLog& log() const { return log_; }

  private:
    review::ReviewBook book_;
    std::vector<review::Person> people_rows_;
    review::People people_;
    review::DecisionLog log_;
    review::Threads threads_;
};

} // namespace keepable::support
