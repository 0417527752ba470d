// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "views/catalog.hpp"
#include "views/log_text.hpp"
#include "views/sheet_value.hpp"

#include <gtest/gtest.h>

#include <array>

namespace keepable::views {
namespace {

using planning::Hours;
using planning::Money;
using planning::Quantity;
using review::Means;
using review::Terms;
using tables::Cell;
using tables::context;
using tables::dayOf;
using tables::germanContext;

const ReviewWords& words() {
    static const Texts kEnglish = english();
    static const Texts kGerman = german();
    static const std::array<const Texts*, 2> kLanguages{&kEnglish, &kGerman};
    static const ReviewWords kWords{kLanguages};
    return kWords;
}

Terms read(std::string_view text, bool is_about_capacity = false) {
    return LogTextReader{context(), words()}.terms(Cell::text(text), is_about_capacity);
}

Terms full() {
    Terms terms;
    terms.day = dayOf("2026-03-06");
    terms.quantity = Quantity::whole(12);
    terms.hours = Hours{405'000};
    terms.cost = Money::whole(1500);
    terms.resource = nameFrom("Welding");
    terms.means = Means::kOvertime;
    terms.text = "two shifts";
    return terms;
}

TEST(LogText, SaysTermsInOneFixedForm) {
    EXPECT_EQ(termsText(full()),
              "2026-03-06; 12 pcs; 40.5 h; [Welding]; overtime; cost 1500; two shifts");
    EXPECT_EQ(termsText({}), "");
}

TEST(LogText, ReadsWhatItHasWrittenInEveryLocale) {
    std::vector<Terms> all{full(), {}};
    for (const std::int64_t units : {1LL, 10LL, 1'250LL, 11'250LL, 1'234'5670LL, 99'999'999LL}) {
        Terms terms;
        terms.hours = Hours{units};
        terms.quantity = Quantity{units * 1'000};
        terms.cost = Money{units};
        all.push_back(terms);
    }
    for (const char* const resource : {"A; B", "Press [2]", "[x]; y", "Größe", "a=b"}) {
        Terms terms = full();
        terms.resource = nameFrom(resource);
        all.push_back(terms);
    }
    for (const Terms& terms : all) {
        const std::string text = termsText(terms);
        for (const bool is_about_capacity : {false, true}) {
            for (const auto& context : {context(), germanContext()}) {
                EXPECT_EQ(
                    LogTextReader(context, words()).terms(Cell::text(text), is_about_capacity),
                    terms)
                    << text;
            }
        }
    }
}

TEST(LogText, UnderstandsWhatPeopleWrite) {
    const LogTextReader german{germanContext(), words()};
    const Terms terms = german.terms(
        Cell::text("06.03.2026;40,5 Std.; 12 Stück ;[Schweißen];Überstunden; Kosten 1.500 €"),
        false);
    EXPECT_EQ(terms.day, dayOf("2026-03-06"));
    EXPECT_EQ(terms.hours, Hours{405'000});
    EXPECT_EQ(terms.quantity, Quantity::whole(12));
    EXPECT_EQ(terms.resource, nameFrom("schweißen"));
    EXPECT_EQ(terms.means, Means::kOvertime);
    EXPECT_EQ(terms.cost, Money::whole(1500));
    EXPECT_EQ(terms.text, "");
}

TEST(LogText, TakesANumberAloneForADatePiecesOrHours) {
    const LogTextReader reader{context(), words()};
    const double serial = dayOf("2026-03-06") - context().null_date;
    EXPECT_EQ(reader.terms(Cell::number(serial), false).day, dayOf("2026-03-06"));
    EXPECT_EQ(reader.terms(Cell::number(30), false).quantity, Quantity::whole(30));
    EXPECT_EQ(reader.terms(Cell::number(30), true).hours, Hours::whole(30));
    EXPECT_EQ(reader.terms(Cell::number(40'000), true).hours, Hours::whole(40'000));
    EXPECT_EQ(read("30").quantity, Quantity::whole(30));
    EXPECT_EQ(read("30", true).hours, Hours::whole(30));
}

TEST(LogText, KeepsWhatItDoesNotUnderstandAsText) {
    EXPECT_EQ(read("when the steel is in; maybe").text, "when the steel is in; maybe");
    EXPECT_EQ(read("-5 h").text, "-5 h");
    EXPECT_EQ(read("2026-03-06; 2026-03-13").text, "2026-03-13");
    EXPECT_EQ(read("[Welding]; [Paint]").text, "[Paint]");
    EXPECT_EQ(read("[not closed; 5 h").text, "[not closed");
    EXPECT_EQ(read(";;; ;").text, "");
}

TEST(LogText, SaysAndReadsAState) {
    review::StateThen state;
    state.thread = review::ThreadState::kWaitingForOps;
    state.verdict = planning::Verdict::kAtRisk;
    state.chance = planning::Probability{351'250'000}; // 35.125 %
    EXPECT_EQ(stateText(state), "waiting for ops; AT RISK; chance 35.1250 %");
    for (const auto& context : {context(), germanContext()}) {
        EXPECT_EQ(LogTextReader(context, words()).state(stateText(state)), state);
    }
    const LogTextReader reader{germanContext(), words()};
    EXPECT_EQ(reader.state("Wartet auf den Betrieb").thread, review::ThreadState::kWaitingForOps);
    EXPECT_EQ(reader.state("anything else"), review::StateThen{});
    EXPECT_EQ(stateText({}), "");
}

TEST(LogText, ReadsMomentsAsNumbersAndAsText) {
    const LogTextReader reader{context(), words()};
    const double serial = dayOf("2026-03-06") - context().null_date;
    const review::Moment expected{dayOf("2026-03-06"), 14 * 60 + 5};
    EXPECT_EQ(reader.moment(Cell::number(serial + (14 * 60 + 5) / 1440.0)), expected);
    EXPECT_EQ(reader.moment(Cell::text("2026-03-06 14:05")), expected);
    EXPECT_EQ(reader.moment(Cell::text(" 2026-03-06  14:05:59 ")), expected);
    EXPECT_EQ(reader.moment(Cell::text("2026-03-06")), (review::Moment{expected.day, 0}));
    EXPECT_EQ(reader.moment(Cell::text("6 March 2026 14:05")), expected);
    EXPECT_EQ(reader.moment(Cell::number(serial + 0.99999)), (review::Moment{expected.day + 1, 0}));
    EXPECT_EQ(reader.moment(Cell::text("yesterday")), std::nullopt);
    EXPECT_EQ(reader.moment(Cell{}), std::nullopt);
    EXPECT_EQ(reader.moment(Cell::error()), std::nullopt);
    EXPECT_EQ(momentText(expected), "2026-03-06 14:05");
}

TEST(ReviewWords, AreEnglishWhenWrittenAndUnderstoodInEveryLanguage) {
    EXPECT_EQ(word(review::Action::kReDated), "re-dated");
    EXPECT_EQ(words().action("Re-Dated"), review::Action::kReDated);
    EXPECT_EQ(words().action("verschoben"), review::Action::kReDated);
    EXPECT_EQ(ReviewWords{}.action("verschoben"), std::nullopt);
    EXPECT_EQ(words().side("Vertrieb"), review::Side::kSales);
    EXPECT_EQ(words().action(""), std::nullopt);
    EXPECT_EQ(said(review::Action::kReDated, german()), "verschoben");
}

TEST(ReviewWords, EveryWordIsReadBackAsItself) {
    for (std::size_t i = 0; i < review::kActions; ++i) {
        const auto action = static_cast<review::Action>(i);
        EXPECT_EQ(words().action(word(action)), action);
        EXPECT_EQ(words().action(said(action, german())), action);
    }
    for (std::size_t i = 1; i < review::kThreadStates; ++i) {
        const auto state = static_cast<review::ThreadState>(i);
        EXPECT_EQ(words().state(word(state)), state);
        EXPECT_EQ(words().state(said(state, german())), state);
    }
    for (std::size_t i = 0; i < kLogColumns; ++i) {
        EXPECT_EQ(words().heading(word(static_cast<LogColumn>(i))), static_cast<LogColumn>(i));
    }
}

TEST(SheetValue, GuardsTextThatWouldBecomeAFormulaInACsvFile) {
    for (const char* const text : {"=1+1", "+49 30", "-5 days", "@here", "'=1", "''-x", "\tx"}) {
        EXPECT_EQ(guardedText(text), "'" + std::string{text});
        EXPECT_EQ(unguardedText(guardedText(text)), text);
    }
    for (const char* const text : {"plain", "", "'s-Hertogenbosch", "''", "a=b", "1"}) {
        EXPECT_EQ(guardedText(text), text);
        EXPECT_EQ(unguardedText(text), text);
    }
    EXPECT_EQ(SheetValue::of("=1").kind, ValueKind::kText);
    EXPECT_EQ(SheetValue::of("").kind, ValueKind::kEmpty);
}

TEST(SheetValue, PutsTextOnOneLine) {
    EXPECT_EQ(oneLine(" a\r\nb\t c \n"), "a b c");
    EXPECT_EQ(oneLine("\n"), "");
}

} // namespace
} // namespace keepable::views
