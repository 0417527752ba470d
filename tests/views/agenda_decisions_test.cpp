// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "views/agenda_decisions.hpp"
#include "views/agenda_pages.hpp"
#include "views/agenda_shop.hpp"
#include "views/catalog.hpp"
#include "views/written_sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace keepable::views {
namespace {

using review::Action;
using review::Side;
using support::day;
using support::name;
using Strings = std::vector<std::string>;

// The agenda of the shop, into which people type.
class Meeting {
  public:
    Meeting() {
        const tables::TextLocale locale = tables::context().locale;
        const AgendaPages pages =
            agendaPages(shop.book(), shop.agenda(), {}, {}, {english(), locale});
        for (const ShownCell& cell : agendaCells(pages, english())) {
            sheet.write({{cell.row, cell.column, cell.value}});
            if (cell.look == ShownLook::kSection) {
                sections.emplace_back(cell.value.text, cell.row);
            }
            end = cell.row + 1;
        }
    }

    // The first row of the deal below the section.
    std::int32_t rowOf(std::string_view section, std::string_view deal) const {
        std::int32_t row = 0;
        for (const auto& [title, at] : sections) {
            if (title.starts_with(section)) {
                row = at;
            }
        }
        while (row < end && sheet.at(row, 0).text != deal) {
            ++row;
        }
        return row;
    }
    void type(std::int32_t row, AgendaColumn column, std::string_view text) {
        sheet.type(row, static_cast<std::int32_t>(column), text);
    }
    void decide(std::string_view section, std::string_view deal, std::string_view decision,
                std::string_view reason = "", std::string_view by = "") {
        const std::int32_t row = rowOf(section, deal);
        type(row, AgendaColumn::kDecision, decision);
        type(row, AgendaColumn::kReason, reason);
        type(row, AgendaColumn::kBy, by);
    }
    AgendaReading read(const tables::ReadingContext& context = tables::context()) {
        const ReviewWords words{languages()};
        const LogTextReader reader{context, words};
        return readAgenda(sheet.grid(), shop.book(), {name("Ann"), Side::kSales},
                          {day("2026-03-16"), 900}, reader, words, languages(), english());
    }
    static std::string eventText(const review::LogEvent& event) {
        return event.deal.text + " " + std::string{word(event.side)} + " " + event.by.text + " " +
               std::string{word(event.action)} + " " + termsText(event.from) + ">" +
               termsText(event.to) + " (" + event.reason + ") " + stateText(event.state);
    }
    static Strings events(const AgendaReading& reading) {
        Strings texts;
        for (const TypedDecision& decision : reading.decisions) {
            texts.push_back(eventText(decision.event));
        }
        return texts;
    }
    static Strings problems(const AgendaReading& reading) {
        Strings texts;
        for (const SheetProblem& problem : reading.problems) {
            texts.push_back(problem.sentence);
        }
        return texts;
    }

    support::AgendaShop shop;
    support::WrittenSheet sheet;
    std::vector<std::pair<std::string, std::int32_t>> sections;
    std::int32_t end = 0;
};

TEST(AgendaDecisions, ASheetNobodyHasWrittenIntoHasNone) {
    Meeting meeting;
    const AgendaReading reading = meeting.read();
    EXPECT_TRUE(reading.has_agenda);
    EXPECT_TRUE(reading.decisions.empty());
    EXPECT_TRUE(reading.problems.empty());
    const tables::Grid nothing;
    const ReviewWords words;
    const LogTextReader reader{tables::context(), words};
    EXPECT_FALSE(
        readAgenda(nothing, meeting.shop.book(), {}, {}, reader, words, {}, english()).has_agenda);
}

TEST(AgendaDecisions, WhatIsTypedBecomesEventsOfTheSideThatHasToSayIt) {
    Meeting meeting;
    meeting.decide("Conflicts", "D-2", "Re-dated 2026-04-20", "no paint before");
    meeting.decide("Conflicts", "D-1", "", "", "");
    meeting.type(meeting.rowOf("Conflicts", "D-1"), AgendaColumn::kDecision, "accept risk");
    meeting.type(meeting.rowOf("Conflicts", "D-1"), AgendaColumn::kReason, "it pays");
    meeting.decide("Questions", "D-3", "countered: 2026-04-17; 24 h of nights", "", "Otto");
    meeting.decide("Capacity", "D-4", "approve 24 h");
    meeting.decide("Accepted", "D-5", "Risk accepted 2026-03-30; the customer knows");
    meeting.decide("Gaps", "D-6", "dismissed", "it is confirmed by phone");
    const AgendaReading reading = meeting.read();
    EXPECT_EQ(Meeting::problems(reading), Strings{});
    EXPECT_EQ(
        Meeting::events(reading),
        (Strings{"D-2 sales Ann re-dated 2026-04-10>2026-04-20 (no paint before) promised; "
                 "INFEASIBLE",
                 "D-1 sales Ann risk accepted > (it pays) risk accepted; INFEASIBLE",
                 "D-3 ops Otto countered 2026-04-10>2026-04-17 (24 h of nights) waiting for "
                 "sales; KEEPABLE",
                 "D-4 ops Ann capacity approved >24 h; [Paint]; overtime () KEEPABLE",
                 "D-5 sales Ann risk accepted >2026-03-30 (the customer knows) risk accepted; "
                 "KEEPABLE",
                 "D-6 sales Ann dismissed >not confirmed: d-6, 2026-03-12 (it is confirmed by "
                 "phone) "}));
}

TEST(AgendaDecisions, WhatWasTakenIsNotTakenAgainUnlessItChanges) {
    Meeting meeting;
    meeting.decide("Conflicts", "D-2", "re-dated 2026-04-20");
    AgendaReading reading = meeting.read();
    ASSERT_EQ(reading.decisions.size(), 1U);
    const TypedDecision& taken = reading.decisions[0];
    meeting.sheet.write({{taken.row, taken.taken_column, takenMark(taken, 17)}});
    EXPECT_TRUE(meeting.sheet.at(taken.row, taken.taken_column).text.starts_with("No 17, "));
    reading = meeting.read();
    EXPECT_TRUE(reading.decisions.empty());
    EXPECT_EQ(reading.taken_before, 1U);
    meeting.decide("Conflicts", "D-2", "re-dated 2026-04-21");
    EXPECT_EQ(meeting.read().decisions.size(), 1U);
}

TEST(AgendaDecisions, RowsMayBeMovedInsertedAndDeletedAndColumnsToo) {
    Meeting meeting;
    meeting.decide("Conflicts", "D-2", "re-dated 2026-04-20");
    meeting.decide("Capacity", "D-4", "declined", "nobody is free");
    const Strings before = Meeting::events(meeting.read());
    ASSERT_EQ(before.size(), 2U);
    EXPECT_EQ(before[1], "D-4 ops Ann capacity declined >40 h; [Paint]; overtime (nobody is free) "
                         "waiting for sales; KEEPABLE");
    // The request is moved up among the conflicts, and somebody writes over its deal and text.
    meeting.sheet.swapRows(meeting.rowOf("Conflicts", "D-1"), meeting.rowOf("Capacity", "D-4"));
    meeting.type(meeting.rowOf("Conflicts", "D-4"), AgendaColumn::kWhat, "Paint, see above");
    meeting.sheet.insertRow(2);
    meeting.sheet.insertRow(12);
    meeting.sheet.swapColumns(0, 6);
    Strings after = Meeting::events(meeting.read());
    EXPECT_EQ(after, before);
    // Without the columns of Keepable the deal is still known.
    meeting.sheet.deleteColumn(10);
    meeting.sheet.deleteColumn(9);
    const AgendaReading reading = meeting.read();
    after = Meeting::events(reading);
    ASSERT_EQ(after.size(), 1U);
    EXPECT_EQ(after[0], before[0]);
    EXPECT_EQ(Meeting::problems(reading), Strings{"“declined” does not fit D-4 as it stands now."});
    EXPECT_EQ(reading.decisions[0].taken_column, 9) << "right of all that is used";
}

TEST(AgendaDecisions, RemarksInColumnsOfPeoplesOwnAreNamedBeforeTheyAreWrittenOver) {
    Meeting meeting;
    meeting.decide("Conflicts", "D-2", "re-dated 2026-04-20");
    const std::int32_t row = meeting.rowOf("Conflicts", "D-1");
    meeting.sheet.type(row, std::int32_t{kAgendaColumns}, "No 17, 9f86d081");
    EXPECT_EQ(Meeting::problems(meeting.read()), Strings{}) << "a mark of ours";
    meeting.sheet.type(row, std::int32_t{kAgendaColumns}, "No answer\nyet");
    const AgendaReading reading = meeting.read();
    EXPECT_EQ(reading.decisions.size(), 1U);
    EXPECT_EQ(
        Meeting::problems(reading),
        Strings{"“No answer yet” stands in a column that is not part of the agenda, and would be "
                "lost when it is written anew. Rename the sheet to keep it as it is, or delete "
                "what stands there."});
}

TEST(AgendaDecisions, LinesOfPeoplesOwnAreNamedBeforeTheyAreWrittenOver) {
    Meeting meeting;
    EXPECT_EQ(Meeting::problems(meeting.read()), Strings{}) << "all lines are ours";
    const std::string lost =
        " is a line without a decision that Keepable has not written, and would be lost when the "
        "agenda is written anew. Type “noted” as its decision to take it into the decisions, "
        "rename "
        "the sheet to keep it as it is, or delete the line.";
    // Above the first headings, and in one of the empty rows at the end.
    meeting.sheet.insertRow(0);
    meeting.sheet.type(0, 0, "Our room\nis 17");
    meeting.end += 1;
    meeting.type(meeting.end - 1, AgendaColumn::kWhat, "ask Bea about the oven");
    EXPECT_EQ(Meeting::problems(meeting.read()),
              (Strings{"“Our room is 17”" + lost, "“ask Bea about the oven”" + lost}));
    meeting.type(meeting.end - 1, AgendaColumn::kDecision, "noted");
    const AgendaReading reading = meeting.read();
    EXPECT_EQ(Meeting::problems(reading), Strings{"“Our room is 17”" + lost});
    EXPECT_EQ(Meeting::events(reading), Strings{" sales Ann noted > (ask Bea about the oven) "});
    meeting.type(0, AgendaColumn::kDecision, "noted");
    EXPECT_EQ(Meeting::events(meeting.read())[0], " sales Ann noted > (Our room\nis 17) ");
    meeting.sheet.deleteColumn(static_cast<int>(AgendaColumn::kReference));
    EXPECT_EQ(Meeting::problems(meeting.read()), Strings{}) << "ours cannot be told from theirs";
}

TEST(AgendaDecisions, HoweverRowsAreMixedUpTheSameIsDecided) {
    Meeting meeting;
    meeting.decide("Conflicts", "D-2", "re-dated 2026-04-20");
    meeting.decide("Conflicts", "D-1", "accept risk 2026-04-01", "it pays");
    meeting.decide("Questions", "D-3", "agreed");
    meeting.decide("Capacity", "D-4", "approved");
    meeting.decide("Gaps", "D-6", "dismissed", "by phone");
    meeting.decide("Accepted", "D-5", "what?");
    const auto sorted = [](Strings texts) {
        std::ranges::sort(texts);
        return texts;
    };
    const Strings before = sorted(Meeting::events(meeting.read()));
    EXPECT_EQ(before.size(), 5U);
    std::mt19937 random{20260316};
    for (int round = 0; round < 300; ++round) {
        const auto rows = static_cast<std::uint32_t>(meeting.end);
        meeting.sheet.swapRows(static_cast<std::int32_t>(random() % rows),
                               static_cast<std::int32_t>(random() % rows));
        const AgendaReading reading = meeting.read();
        ASSERT_EQ(sorted(Meeting::events(reading)), before) << "round " << round;
        ASSERT_EQ(reading.problems.size(), 1U);
    }
}

TEST(AgendaDecisions, SomebodyWhoseSideNobodyKnowsDecidesNothing) {
    Meeting meeting;
    meeting.decide("Conflicts", "D-1", "accept risk", "it pays", "Eve");
    const AgendaReading reading = meeting.read();
    EXPECT_TRUE(reading.decisions.empty());
    EXPECT_EQ(Meeting::problems(reading),
              Strings{"The table of people does not say on which side Eve is."});
}

TEST(AgendaDecisions, ARowOfOnesOwnNamesItsDeal) {
    Meeting meeting;
    const std::int32_t row = meeting.end - 5;
    meeting.type(row, AgendaColumn::kDeal, " d-3 ");
    meeting.type(row, AgendaColumn::kDecision, "declined: 5 days too early");
    meeting.type(row + 1, AgendaColumn::kDecision, "Noted: order a second crane");
    meeting.sheet.type(row + 2, 6, day("2026-05-04"));
    meeting.type(row + 2, AgendaColumn::kDeal, "D-1");
    meeting.sheet.type(row + 3, 6, day("2026-05-04"));
    meeting.type(row + 3, AgendaColumn::kDeal, "D-4");
    EXPECT_EQ(Meeting::events(meeting.read()),
              (Strings{"D-3 ops Ann declined > (5 days too early) waiting for sales; KEEPABLE",
                       " sales Ann noted > (order a second crane) ",
                       "D-1 sales Ann re-dated 2026-04-10>2026-05-04 () promised; INFEASIBLE",
                       "D-4 sales Ann promised >2026-05-04 () waiting for ops; KEEPABLE"}));
}

TEST(AgendaDecisions, ADecisionKnowsTheOneAboveItAboutTheSameDeal) {
    Meeting meeting;
    const std::int32_t row = meeting.end - 5;
    meeting.decide("Questions", "D-3", "counter 2026-04-17");
    meeting.type(row, AgendaColumn::kDeal, "D-3");
    meeting.type(row, AgendaColumn::kDecision, "agreed");
    meeting.type(row + 1, AgendaColumn::kDeal, "D-3");
    meeting.type(row + 1, AgendaColumn::kDecision, "agreed");
    const AgendaReading reading = meeting.read();
    EXPECT_EQ(Meeting::events(reading),
              (Strings{"D-3 ops Ann countered 2026-04-10>2026-04-17 () waiting for sales; KEEPABLE",
                       "D-3 sales Ann agreed >2026-04-17 () agreed; KEEPABLE"}));
    EXPECT_EQ(Meeting::problems(reading), Strings{"“agreed” does not fit D-3 as it stands now."});
}

TEST(AgendaDecisions, OpsMayConfirmADateThatOnlyTheTableHas) {
    Meeting meeting;
    meeting.decide("Conflicts", "D-1", "agreed");
    const AgendaReading reading = meeting.read();
    EXPECT_EQ(Meeting::events(reading),
              Strings{"D-1 ops Ann agreed >2026-04-10 () agreed; INFEASIBLE"});
    meeting.shop.builder.add(reading.decisions[0].event);
    const review::ReviewBook& book = meeting.shop.book();
    EXPECT_EQ(book.threads->of("d-1")->confirmation->day, day("2026-04-10"));
    EXPECT_TRUE(book.threads->of("d-1")->unexpected.empty());
}

TEST(AgendaDecisions, GermanIsUnderstoodToo) {
    Meeting meeting;
    meeting.decide("Conflicts", "D-2", "Verschoben 20.4.2026", "keine Farbe");
    meeting.decide("Capacity", "D-4", "Genehmigen 24,5 h");
    EXPECT_EQ(Meeting::events(meeting.read(tables::germanContext())),
              (Strings{"D-2 sales Ann re-dated 2026-04-10>2026-04-20 (keine Farbe) promised; "
                       "INFEASIBLE",
                       "D-4 ops Ann capacity approved >24.5 h; [Paint]; overtime () KEEPABLE"}));
}

TEST(AgendaDecisions, WhatCannotBeTakenIsNamedAndStays) {
    Meeting meeting;
    meeting.decide("Conflicts", "D-2", "let us see");
    meeting.decide("Conflicts", "D-1", "re-dated to some day");
    meeting.decide("Questions", "D-3", "dismissed", "no");
    meeting.decide("Capacity", "D-4", "declined");
    meeting.decide("Accepted", "D-5", "won");
    meeting.sheet.putError(meeting.rowOf("Accepted", "D-5"), 6);
    meeting.decide("Gaps", "D-6", "dismissed");
    const std::int32_t row = meeting.end - 5;
    meeting.type(row, AgendaColumn::kDecision, "agreed");
    meeting.type(row + 1, AgendaColumn::kDecision, "won");
    meeting.type(row + 1, AgendaColumn::kDeal, "=D-99");
    meeting.type(row + 2, AgendaColumn::kDecision, "12");
    const AgendaReading reading = meeting.read();
    EXPECT_TRUE(reading.decisions.empty());
    EXPECT_EQ(
        Meeting::problems(reading),
        (Strings{"“let us see” does not begin with a decision such as agreed, declined, "
                 "re-dated, approve, accept risk or noted.",
                 "A date is needed.", "Only findings can be dismissed.", "A reason is needed.",
                 "The decision shows an error. It is not taken.", "A reason is needed.",
                 "The row does not say which deal the decision is about.",
                 "“=D-99” is no deal of the plan.",
                 "“12” does not begin with a decision such as agreed, declined, re-dated, "
                 "approve, accept risk or noted."}));
    EXPECT_EQ(reading.problems[0].row, meeting.rowOf("Conflicts", "D-2") + 1);
}

TEST(AgendaDecisions, AReasonWithoutADecisionIsNamedSoThatItIsNotLost) {
    Meeting meeting;
    meeting.decide("Conflicts", "D-2", "", "they will call back");
    const AgendaReading reading = meeting.read();
    EXPECT_TRUE(reading.decisions.empty());
    ASSERT_EQ(reading.problems.size(), 1U);
    EXPECT_EQ(
        reading.problems[0].sentence,
        "“they will call back” has no decision beside it. Type “noted”, say, to have it taken "
        "into the log.");
}

TEST(AgendaDecisions, FormulasAndQuotesInReasonsStayText) {
    Meeting meeting;
    meeting.decide("Conflicts", "D-2", "re-dated 2026-04-20", "'=cmd|' /C calc'!A0", "\"O'Neil\"");
    const AgendaReading reading = meeting.read();
    ASSERT_EQ(reading.decisions.size(), 1U);
    EXPECT_EQ(reading.decisions[0].event.reason, "=cmd|' /C calc'!A0");
    EXPECT_EQ(reading.decisions[0].event.by.text, "\"O'Neil\"");
}

TEST(AgendaDecisions, TheReviewItselfIsAnEvent) {
    const review::LogEvent held =
        heldReview({name("Ann"), Side::kSales}, {day("2026-03-16"), 900}, "Ann,\nOtto");
    EXPECT_EQ(held.action, Action::kMet);
    EXPECT_TRUE(held.deal.isEmpty());
    EXPECT_EQ(held.reason, "Ann,\nOtto");
}

} // namespace
} // namespace keepable::views
