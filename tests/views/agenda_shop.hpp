// SPDX-License-Identifier: MPL-2.0
//
// A small shop before its review of Monday 2026-03-16: two conflicts, a question, a request for
// capacity, an accepted risk, a promise kept and one that was not.
#pragma once

#include "review/agenda.hpp"
#include "review/builders.hpp"

#include <vector>

namespace keepable::support {

class AgendaShop {
  public:
    AgendaShop() {
        using enum review::Action;
        using review::Side;
        builder.person("Ann", Side::kSales).person("Bob", Side::kSales);
        builder.person("Otto", Side::kOps, {"Welding"}).person("Olga", Side::kOps, {"Paint"});
        builder.resource("Welding", 400, 300);
        builder.resource("Paint", 400, 300);
        conflict("D-1", "Acme", "Ann", "Welding", 50'000, "2026-05-01");
        conflict("D-2", "Bolt", "Bob", "Paint", 1'000, "2026-03-20");
        open("D-3", "Cork", "Ann", "Welding");
        open("D-4", "Dash", "Bob", "Paint");
        open("D-5", "Echo", "Ann", "Welding");
        open("D-6", "Fuel", "Bob", "Paint");
        open("D-7", "Gate", "Ann", "Welding").deal_class = planning::DealClass::kClosed;

        builder.ann("2026-03-01", "D-7", kPromised, on("2026-03-13"));
        builder.bob("2026-03-01", "D-6", kPromised, on("2026-03-12"));
        builder.add(eventAt("2026-03-09", kMet));
        builder.ann("2026-03-10", "D-3", kAsked, on("2026-04-10"), "for the fair");
        builder.bob("2026-03-11", "D-4", kCapacityRequested, hours(40, "Paint"), "two shifts");
        builder.bob("2026-03-11", "D-6", kWon);
        builder.ann("2026-03-11", "D-5", kPromised, on("2026-04-01"));
        builder.ann("2026-03-12", "D-5", kRiskAccepted, on("2026-03-18"), "it pays");
        builder.ann("2026-03-12", "D-7", kWon);
        builder.otto("2026-03-12", "D-7", kDelivered);
    }

    [[nodiscard]] const review::ReviewBook& book() { return builder.book(); }
    [[nodiscard]] review::Agenda agenda(const std::vector<review::SharedTarget>& targets = {}) {
        return agendaOf(book(), targets, {day("2026-03-02"), 7});
    }

    class Builder : public BookBuilder {
      public:
        using BookBuilder::BookBuilder;
        void bob(std::string_view iso, std::string_view deal_name, review::Action action,
                 review::Terms to = {}, std::string_view reason = "") {
            say(iso, deal_name, review::Side::kSales, "Bob", action, std::move(to), reason);
        }
    };
    Builder builder{"2026-03-16"};

  private:
    static review::LogEvent eventAt(std::string_view iso, review::Action action) {
        review::LogEvent event = eventOf("", review::Side::kNeither, action);
        event.when = {day(iso), 600};
        event.by = name("Ann");
        return event;
    }
    review::ReviewDeal& open(const char* deal, const char* customer, const char* owner,
                             const char* resource) {
        review::ReviewDeal& made = builder.deal(deal, customer, owner);
        made.resources = {name(resource)};
        return made;
    }
    void conflict(const char* deal, const char* customer, const char* owner, const char* bottleneck,
                  std::int64_t value, const char* decide_by) {
        review::ReviewDeal& made = open(deal, customer, owner, bottleneck);
        made.verdict = planning::Verdict::kInfeasible;
        made.bottleneck = name(bottleneck);
        made.shortfall = planning::Hours::whole(12);
        made.value = planning::Money::whole(value);
        made.decide_by = day(decide_by);
        made.earliest = day("2026-04-20");
        made.dates.promised = day("2026-04-10");
    }
};

} // namespace keepable::support
