// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "tables/builders.hpp"
#include "views/catalog.hpp"
#include "views/review_moves.hpp"
#include "views/thread_lines.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <variant>

namespace keepable::views {
namespace {

using enum review::Action;
using review::Action;
using review::LogEvent;
using review::Side;
using review::Terms;
using support::BookBuilder;
using support::day;
using support::hours;
using support::name;
using support::on;
using Strings = std::vector<std::string>;

const tables::TextLocale& locale() {
    static const tables::TextLocale kLocale = tables::context().locale;
    return kLocale;
}

const ReviewWords& words() {
    static const ReviewWords kWords;
    return kWords;
}

// Two people at one book: what they type becomes events of its log.
class Table {
  public:
    explicit Table(std::string_view today) : book_(today) {
        book_.person("Ann", Side::kSales).person("Otto", Side::kOps, {"Welding"});
    }

    review::ReviewDeal& deal(std::string_view name_of_it) {
        return book_.deal(name_of_it, "Acme", "Ann");
    }
    std::variant<LogEvent, std::string> move(std::string_view iso, const char* who,
                                             const MoveEntry& entry,
                                             const tables::ReadingContext& context) {
        const review::ReviewBook& book = book_.book();
        const LogTextReader reader{context, words()};
        const Speaker speaker{name(who), book.people->sideOf(name(who).key)};
        return eventOf(entry, book, 0, speaker, {day(iso), 600}, reader, english());
    }
    // Empty when it was taken.
    std::string say(std::string_view iso, const char* who, const MoveEntry& entry,
                    const tables::ReadingContext& context = tables::context()) {
        const auto made = move(iso, who, entry, context);
        if (const auto* sentence = std::get_if<std::string>(&made)) {
            return *sentence;
        }
        book_.add(std::get<LogEvent>(made));
        return {};
    }
    ThreadView view(const Texts& texts = english()) {
        return threadView(book_.book(), 0, {texts, locale()});
    }
    Strings lines() {
        Strings lines;
        for (const ThreadLine& line : view().lines) {
            lines.push_back(line.when + " " + line.who + ", " + line.side + ": " + line.what +
                            (line.is_unexpected ? " !" : ""));
        }
        return lines;
    }
    Strings facts() {
        Strings facts;
        for (const Fact& fact : view().facts) {
            facts.push_back(fact.label + ": " + fact.customer + " | " + fact.ops);
        }
        return facts;
    }
    Strings moves(Side side) {
        Strings labels;
        for (const Move& move : movesOf(book_.book(), 0, side, english())) {
            labels.push_back(move.label);
        }
        return labels;
    }
    BookBuilder& builder() { return book_; }

  private:
    BookBuilder book_;
};

MoveEntry entry(Action action, std::string day_text = "", std::string reason = "") {
    MoveEntry made;
    made.action = action;
    made.day = std::move(day_text);
    made.reason = std::move(reason);
    return made;
}

TEST(ThreadLines, APromiseIsAskedCounteredAgreedAndKept) {
    Table table{"2026-03-05"};
    review::ReviewDeal& deal = table.deal("D-17");
    deal.verdict = planning::Verdict::kInfeasible;
    deal.earliest = day("2026-03-27");
    deal.bottleneck = name("Welding");
    deal.shortfall = planning::Hours{125'000};
    deal.value = planning::Money::whole(48'500);
    deal.decide_by = day("2026-03-10");
    deal.items = {name("Panel"), name("Door")};

    EXPECT_EQ(table.say("2026-03-02", "Ann", entry(kAsked, "2026-03-20", "for the fair")), "");
    EXPECT_EQ(table.view().turns,
              Strings{"Ops has the turn since 2026-03-02 (3 days): a question is to be answered."});
    MoveEntry counter = entry(kCountered, "2026-03-27");
    counter.hours = "40";
    counter.resource = "Welding";
    EXPECT_EQ(table.say("2026-03-03", "Otto", counter), "");
    EXPECT_EQ(table.say("2026-03-04", "Ann", entry(kAgreed)), "");
    EXPECT_EQ(table.view().confirmation, "Confirmed by Otto (ops) on 2026-03-04 for 2026-03-27.");
    EXPECT_EQ(table.say("2026-03-04", "Ann", entry(kPromised)), "") << "as agreed";
    EXPECT_EQ(table.say("2026-03-05", "Ann", entry(kWon)), "");
    EXPECT_EQ(table.view().turns, Strings{});
    EXPECT_EQ(table.view().confirmation, "Confirmed by Otto (ops) on 2026-03-04 for 2026-03-27.");
    EXPECT_FALSE(table.view().lacks_confirmation);
    EXPECT_EQ(table.view().title, "D-17 · Acme");
    EXPECT_EQ(table.view().state, "won");
    EXPECT_EQ(table.facts(),
              (Strings{"Wanted / possible: 2026-03-20 | 2026-03-27",
                       "Promised / confirmed: 2026-03-27 | 2026-03-27",
                       "Asked / offered: 2026-03-20 | 2026-03-27; 40 hours of Welding",
                       "Items / work: Panel, Door | 12.5 hours short on Welding",
                       "Value / decision: 48,500 | decide by 2026-03-10", "Owners: Ann | Otto"}));
    EXPECT_EQ(table.say("2026-03-27", "Otto", entry(kDelivered)), "");
    EXPECT_EQ(
        table.lines(),
        (Strings{"2026-03-02 10:00 Ann, sales: asked: 2026-03-20 (for the fair)",
                 "2026-03-03 10:00 Otto, ops: countered: 2026-03-20 → 2026-03-27; 40 hours "
                 "of Welding",
                 "2026-03-04 10:00 Ann, sales: agreed: 2026-03-27; 40 hours of Welding",
                 "2026-03-04 10:00 Ann, sales: promised: 2026-03-27",
                 "2026-03-05 10:00 Ann, sales: won", "2026-03-27 10:00 Otto, ops: delivered"}));
    EXPECT_EQ(table.view().state, "delivered");
    EXPECT_EQ(table.moves(Side::kOps), Strings{"Note"});
}

TEST(ThreadLines, ACapacityRequestIsDeclinedTheDateMovedTheCustomerTold) {
    Table table{"2026-03-09"};
    table.deal("D-17").dates.is_owed = true;
    EXPECT_EQ(table.say("2026-03-01", "Ann", entry(kPromised, "2026-03-20")), "");
    EXPECT_EQ(table.view().confirmation, "Won, and operations has not confirmed 2026-03-20.");
    EXPECT_TRUE(table.view().lacks_confirmation);
    MoveEntry request = entry(kCapacityRequested, "", "the fair");
    request.hours = "40";
    request.resource = "Welding";
    request.means = review::Means::kOvertime;
    request.cost = "1,500";
    EXPECT_EQ(table.say("2026-03-02", "Ann", request), "");
    EXPECT_EQ(table.view().requests, Strings{"40 hours of Welding; overtime; costs 1,500, "
                                             "requested by Ann (sales) on 2026-03-02"});
    EXPECT_EQ(table.moves(Side::kOps),
              (Strings{"Ask", "Agree", "Decline", "Re-date", "Approve", "Decline Capacity",
                       "Capacity Added", "Accept Risk", "Delivered", "Note"}));

    EXPECT_EQ(table.say("2026-03-03", "Otto", entry(kCapacityDeclined)), "A reason is needed.");
    EXPECT_EQ(table.say("2026-03-03", "Otto", entry(kCapacityDeclined, "", "two are ill")), "");
    EXPECT_EQ(table.view().requests, Strings{});
    EXPECT_EQ(
        table.view().turns,
        Strings{"Sales has the turn since 2026-03-03 (6 days): the other side has declined."});
    EXPECT_EQ(table.say("2026-03-04", "Ann", entry(kReDated)), "A date is needed.");
    EXPECT_EQ(table.say("2026-03-04", "Ann", entry(kReDated, "2026-03-27", "two are ill")), "");
    EXPECT_EQ(table.say("2026-03-04", "Ann", entry(kCustomerTold)), "");
    EXPECT_EQ(table.say("2026-03-05", "Otto", entry(kAgreed)), "");
    EXPECT_EQ(table.view().confirmation, "Confirmed by Otto (ops) on 2026-03-05 for 2026-03-27.");
    EXPECT_EQ(table.view().facts[1].customer, "2026-03-27, first 2026-03-20");
    const Strings lines = table.lines();
    ASSERT_EQ(lines.size(), 6U);
    EXPECT_EQ(lines[2], "2026-03-03 10:00 Otto, ops: capacity declined: 40 hours of Welding; "
                        "overtime; costs 1,500 (two are ill)");
    EXPECT_EQ(lines[3],
              "2026-03-04 10:00 Ann, sales: re-dated: 2026-03-20 → 2026-03-27 (two are ill)");
    EXPECT_EQ(lines[4], "2026-03-04 10:00 Ann, sales: customer told: 2026-03-27");
    EXPECT_EQ(lines[5], "2026-03-05 10:00 Otto, ops: agreed: 2026-03-27");
}

TEST(ThreadLines, ARiskAcceptedIsShownUntilAndAfterItsDay) {
    Table table{"2026-03-09"};
    table.deal("D-17");
    EXPECT_EQ(table.say("2026-03-02", "Ann", entry(kPromised, "2026-03-20")), "");
    EXPECT_EQ(table.say("2026-03-02", "Ann", entry(kRiskAccepted, "2026-03-09", "it pays")), "");
    EXPECT_EQ(table.view().risk, "Risk accepted by Ann (sales) until 2026-03-09");
    EXPECT_FALSE(table.view().has_risk_ended);
    EXPECT_EQ(table.say("2026-03-03", "Ann", entry(kRiskAccepted, "2026-03-08", "it pays")), "");
    EXPECT_TRUE(table.view().has_risk_ended);
    EXPECT_EQ(table.say("2026-03-03", "Ann", entry(kRiskAccepted, "", "it pays")), "");
    EXPECT_EQ(table.view().risk, "Risk accepted by Ann (sales) without an end");
    EXPECT_FALSE(table.view().has_risk_ended);
}

TEST(ThreadLines, AConfirmationOfAnotherDateIsNotOne) {
    Table table{"2026-03-09"};
    table.deal("D-17").dates.is_owed = true;
    EXPECT_EQ(table.say("2026-03-02", "Ann", entry(kPromised, "2026-03-20")), "");
    EXPECT_EQ(table.say("2026-03-02", "Otto", entry(kAgreed, "2026-04-02")), "");
    EXPECT_EQ(table.view().confirmation,
              "Operations has not confirmed 2026-03-20, only 2026-04-02.");
    EXPECT_TRUE(table.view().lacks_confirmation);
}

TEST(ThreadLines, WhatIsTypedIsReadInTheWayOfTheDocumentOrNamed) {
    Table table{"2026-03-09"};
    table.deal("D-17");
    MoveEntry ask = entry(kAsked, "20.03.2026");
    ask.quantity = "1.200,5";
    ask.hours = "2 Tage";
    EXPECT_EQ(table.say("2026-03-02", "Ann", ask, tables::germanContext()), "");
    EXPECT_EQ(table.lines(),
              Strings{"2026-03-02 10:00 Ann, sales: asked: 2026-03-20; 1,200.5 pieces; 16 hours"});
    EXPECT_EQ(table.say("2026-03-02", "Otto", entry(kCountered, "soon")), "“soon” is no date.");
    MoveEntry bad = entry(kCountered);
    bad.quantity = "-3";
    EXPECT_EQ(table.say("2026-03-02", "Otto", bad), "“-3” is no quantity.");
    bad = entry(kCountered);
    bad.hours = "5 pcs";
    EXPECT_EQ(table.say("2026-03-02", "Otto", bad), "“5 pcs” is no number of hours.");
    bad = entry(kCountered);
    bad.cost = "x";
    EXPECT_EQ(table.say("2026-03-02", "Otto", bad), "“x” is no amount of money.");
    EXPECT_EQ(table.say("2026-03-02", "Otto", entry(kCountered)),
              "Name a date, a quantity or hours.");
    EXPECT_EQ(table.say("2026-03-02", "Ann", entry(kCapacityRequested)),
              "Name the hours, the resource or the costs that are asked for.");
    EXPECT_EQ(table.say("2026-03-02", "Ann", entry(kCapacityApproved)),
              "“Approve” does not fit here now.");
    EXPECT_EQ(table.say("2026-03-02", "Stranger", entry(kAgreed)),
              "The table of people does not say on which side Stranger is.");
    EXPECT_EQ(table.say("2026-03-02", "Stranger", entry(kNoted, "", "hello")), "");
    EXPECT_EQ(table.lines().back(), "2026-03-02 10:00 Stranger, : noted (hello)");
}

TEST(ThreadLines, NamesAndReasonsStayOnOneLine) {
    Table table{"2026-03-09"};
    table.deal("D-17").customer = name("\"Müller\"\n& Söhne");
    table.builder().say("2026-03-02", "D-17", Side::kSales, "=1+1\nAnn", kAsked, {},
                        "two\n\tlines; \"quoted\"");
    EXPECT_EQ(table.lines(),
              Strings{"2026-03-02 00:00 =1+1 Ann, sales: asked (two lines; \"quoted\")"});
    EXPECT_EQ(table.view().title, "D-17 · \"Müller\" & Söhne");
}

TEST(ThreadLines, WhatDidNotFitIsMarkedAndTheClockMayGoBackwards) {
    Table table{"2026-03-09"};
    table.deal("D-17");
    table.builder().otto("2026-03-20", "D-17", kCapacityApproved, hours(8, "Welding"));
    table.builder().ann("2026-03-12", "D-17", kAsked, on("2026-03-20"));
    EXPECT_EQ(table.lines(), (Strings{"2026-03-20 00:00 Otto, ops: capacity approved: 8 hours of "
                                      "Welding; overtime !",
                                      "2026-03-12 00:00 Ann, sales: asked: 2026-03-20"}));
    EXPECT_EQ(table.view().turns, Strings{"Ops has the turn since 2026-03-12 (0 days): a question "
                                          "is to be answered."});
}

TEST(ThreadLines, ADealNobodyHasSpokenOfAndNoDealAtAll) {
    Table table{"2026-03-09"};
    EXPECT_EQ(table.view().lines.size(), 0U);
    EXPECT_TRUE(table.moves(Side::kSales).empty());
    EXPECT_EQ(table.say("2026-03-02", "Ann", entry(kAsked)), "No deal is selected.");
    table.deal("D-17").dates.promised = day("2026-03-20");
    EXPECT_EQ(table.view().confirmation, "Operations has not confirmed 2026-03-20 yet.");
    EXPECT_FALSE(table.view().lacks_confirmation);
    EXPECT_EQ(table.moves(Side::kNeither), Strings{"Note"});
}

TEST(ThreadLines, SpeakGerman) {
    Table table{"2026-03-03"};
    table.deal("D-17");
    EXPECT_EQ(table.say("2026-03-02", "Ann", entry(kAsked, "2026-03-20", "Messe")), "");
    const ThreadView view = table.view(german());
    EXPECT_EQ(view.turns, Strings{"Der Betrieb ist am Zug seit 2026-03-02 (1 Tag): eine Frage ist "
                                  "zu beantworten."});
    EXPECT_EQ(view.lines[0].what, "angefragt: 2026-03-20 (Messe)");
    EXPECT_EQ(view.lines[0].side, "Vertrieb");
}

TEST(ReviewMoves, APromiseThatOnlyTheTableHasCanBeConfirmedAndMoved) {
    Table table{"2026-03-09"};
    table.deal("D-17").dates.promised = day("2026-03-20");
    EXPECT_EQ(table.moves(Side::kOps), (Strings{"Ask", "Agree", "Re-date", "Capacity Added",
                                                "Accept Risk", "Delivered", "Note"}));
    EXPECT_EQ(table.say("2026-03-02", "Otto", entry(kAgreed)), "");
    EXPECT_EQ(table.view().confirmation, "Confirmed by Otto (ops) on 2026-03-02 for 2026-03-20.");
    EXPECT_EQ(table.say("2026-03-03", "Otto", entry(kAgreed)), "“Agree” does not fit here now.");
    EXPECT_EQ(table.say("2026-03-03", "Ann", entry(kReDated, "2026-03-27")), "");
    EXPECT_EQ(table.lines().back(),
              "2026-03-03 10:00 Ann, sales: re-dated: 2026-03-20 → 2026-03-27");
    EXPECT_EQ(table.view().confirmation, "Operations has not confirmed 2026-03-20 yet.")
        << "the cell has not been written yet";
}

TEST(ReviewMoves, TheFieldsBeginWithTheOfferOnTheTable) {
    Table table{"2026-03-09"};
    table.deal("D-17");
    EXPECT_EQ(table.say("2026-03-02", "Ann", entry(kAsked, "2026-03-20")), "");
    const auto moves = movesOf(table.builder().book(), 0, Side::kOps, english());
    const auto agree = std::ranges::find(moves, kAgreed, &Move::action);
    ASSERT_NE(agree, moves.end());
    EXPECT_EQ(agree->proposed, on("2026-03-20"));
    EXPECT_TRUE(agree->takes_terms);
    EXPECT_FALSE(agree->needs_reason);
    const auto decline = std::ranges::find(moves, kDeclined, &Move::action);
    ASSERT_NE(decline, moves.end());
    EXPECT_TRUE(decline->needs_reason);
}

} // namespace
} // namespace keepable::views
