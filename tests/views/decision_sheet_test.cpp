// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "tables/builders.hpp"
#include "views/catalog.hpp"
#include "views/decision_sheet.hpp"
#include "views/written_sheet.hpp"

#include <gtest/gtest.h>

#include <array>
#include <ostream>

namespace keepable::review {

void PrintTo(const LogFinding& finding, std::ostream* out) {
    *out << "{fault " << static_cast<int>(finding.fault) << ", row " << finding.row << ", other "
         << finding.other_row << ", numbers " << finding.first_number << "-" << finding.last_number
         << "}";
}

} // namespace keepable::review

namespace keepable::views {
namespace {

using review::Action;
using review::LogEvent;
using review::LogFault;
using review::LogFinding;
using review::Side;
using support::at;
using support::eventOf;
using support::name;
using support::on;
using support::WrittenSheet;
using Findings = std::vector<LogFinding>;

const ReviewWords& words() {
    static const Texts kGerman = german();
    static const std::array<const Texts*, 1> kLanguages{&kGerman};
    static const ReviewWords kWords{kLanguages};
    return kWords;
}

class Book {
  public:
    Book() { sheet.write(newDecisionSheet(english(), place)); }

    void add(LogEvent event) { sheet.write(appendDecision(log, place, std::move(event))); }
    [[nodiscard]] LogReading read(const review::People& people = {}) const {
        return readDecisions(sheet.grid(), tables::context(), words(), people);
    }

    WrittenSheet sheet;
    LogPlace place;
    review::DecisionLog log;
};

Book threeRows() {
    Book book;
    LogEvent asked = at("2026-03-02", 605, eventOf("D-17", Side::kSales, Action::kAsked));
    asked.by = name("Ann");
    asked.to = on("2026-03-20");
    asked.reason = "the customer wants it before the fair";
    book.add(asked);
    LogEvent countered = at("2026-03-03", 480, eventOf("D-17", Side::kOps, Action::kCountered));
    countered.by = name("Otto");
    countered.from = on("2026-03-20");
    countered.to = on("2026-03-27");
    countered.to.hours = planning::Hours::whole(40);
    countered.to.resource = name("Welding");
    book.add(countered);
    LogEvent agreed = at("2026-03-03", 500, eventOf("D-17", Side::kSales, Action::kAgreed));
    agreed.state.thread = review::ThreadState::kAgreed;
    agreed.state.chance = planning::Probability{350'000'000};
    book.add(agreed);
    return book;
}

constexpr std::int32_t kFirst = 4; // row of the first event, from 0

TEST(DecisionSheet, IsReadBackAsItWasWritten) {
    const Book book = threeRows();
    const LogReading read = book.read();
    EXPECT_EQ(read.log.findings(), Findings{});
    EXPECT_EQ(read.log.events(), book.log.events());
    EXPECT_EQ(read.log.rows(), book.log.rows());
    EXPECT_EQ(read.log.seal(), book.log.seal());
    EXPECT_EQ(read.place.next_row, book.place.next_row);
    EXPECT_EQ(read.place.seal_row, book.place.seal_row);
}

TEST(DecisionSheet, ARowAddedChangesOnlyItsOwnCellsAndTheSeal) {
    Book book = threeRows();
    const auto written =
        appendDecision(book.log, book.place, eventOf("D-17", Side::kSales, Action::kReDated));
    for (const PlacedValue& value : written) {
        EXPECT_TRUE(value.row == kFirst + 3 || value.row == book.place.seal_row);
    }
}

TEST(DecisionSheet, IsTheSameUnderAnotherNullDateAndInAnotherLanguage) {
    const Book book = threeRows();
    tables::ReadingContext context = tables::germanContext();
    context.null_date = planning::Day{-24107}; // 1904-01-01
    const LogReading read = readDecisions(book.sheet.grid(context.null_date), context, words(), {});
    EXPECT_EQ(read.log.findings(), Findings{});
    EXPECT_EQ(read.log.events(), book.log.events());
}

TEST(DecisionSheet, NamesQuotesFormulasAndLineBreaksStayText) {
    Book book;
    for (const char* const odd :
         {"=HYPERLINK(\"http://example.org\")", "+1", "-1", "@x", "'quoted'", "\"Müller & Söhne\"",
          "two\nlines", "a;b", "12", "0012", "<b>", "{=1}", "1/2"}) {
        LogEvent event = eventOf(odd, Side::kSales, Action::kAsked);
        event.by = name(odd);
        event.reason = odd;
        event.to.text = odd;
        book.add(event);
    }
    for (std::int32_t row = kFirst; row < book.place.next_row; ++row) {
        for (std::int32_t column = 2; column < 11; ++column) {
            const SheetValue value = book.sheet.at(row, column);
            EXPECT_TRUE(value.kind == ValueKind::kText || value.kind == ValueKind::kEmpty);
            EXPECT_EQ(value.text.find_first_of("=+-@"), value.text.find_first_of("=+-@") == 0
                                                            ? std::string::npos
                                                            : value.text.find_first_of("=+-@"));
        }
    }
    const LogReading read = book.read();
    EXPECT_EQ(read.log.findings(), Findings{});
    for (std::size_t i = 0; i < read.log.events().size(); ++i) {
        EXPECT_EQ(read.log.events()[i].deal.text, book.log.events()[i].deal.text);
        EXPECT_EQ(read.log.events()[i].reason, book.log.events()[i].reason);
    }
}

TEST(DecisionSheet, ADealIsFoundByItsKeyHoweverItIsWritten) {
    Book book = threeRows();
    book.add(eventOf(" d-17 ", Side::kOps, Action::kAnswered));
    EXPECT_EQ(book.log.threadOf("d-17").size(), 4U);
    book.add(eventOf("12", Side::kSales, Action::kAsked));
    EXPECT_EQ(book.log.threadOf(tables::dealKey(tables::Cell::number(12))).size(), 1U);
}

TEST(DecisionSheet, ACellChangedByHandIsNamedByItsRow) {
    Book book = threeRows();
    book.sheet.type(kFirst + 1, 8, "it was never said");
    EXPECT_EQ(book.read().log.findings(), (Findings{{LogFault::kAltered, kFirst + 2, 0, 2, 2}}));
    EXPECT_EQ(book.read().log.events()[1].reason, "it was never said");
}

TEST(DecisionSheet, ADateTypedAsTextIsTheSameDate) {
    Book book = threeRows();
    book.sheet.type(kFirst, 7, "2026-03-20");
    book.sheet.type(kFirst, 1, "2026-03-02 10:05");
    EXPECT_EQ(book.read().log.findings(), Findings{});
    EXPECT_EQ(book.read().log.events(), book.log.events());
}

TEST(DecisionSheet, RowsDeletedSwappedAndInsertedAreNamed) {
    Book book = threeRows();
    book.sheet.swapRows(kFirst, kFirst + 2);
    EXPECT_EQ(book.read().log.findings(), (Findings{{LogFault::kMoved, kFirst + 1, 0, 3, 3},
                                                    {LogFault::kMoved, kFirst + 2, 0, 2, 2}}));
    EXPECT_EQ(book.read().log.events(), book.log.events());
    book = threeRows();
    book.sheet.deleteRow(kFirst + 1);
    EXPECT_EQ(book.read().log.findings(), (Findings{{LogFault::kMissing, kFirst + 2, 0, 2, 2}}));
    book = threeRows();
    book.sheet.insertRow(kFirst + 1);
    EXPECT_EQ(book.read().log.findings(), Findings{});
    EXPECT_EQ(book.read().log.size(), 3U);
}

TEST(DecisionSheet, ColumnsMayBeMovedAndAddedAndRenamedInAnyLanguage) {
    Book book = threeRows();
    book.sheet.swapColumns(3, 9);
    book.sheet.type(3, 12, "Remark");
    book.sheet.type(kFirst, 12, "mine");
    book.sheet.type(kFirst + 9, 12, "a note below");
    book.sheet.type(3, 5, "Schritt");
    const LogReading read = book.read();
    EXPECT_EQ(read.log.findings(), Findings{});
    EXPECT_EQ(read.log.events(), book.log.events());
    EXPECT_EQ(read.place.column(LogColumn::kSide), 9);
    EXPECT_EQ(read.place.next_row, kFirst + 10);
}

TEST(DecisionSheet, AColumnDeletedComesBackWithTheNextRow) {
    Book book = threeRows();
    book.sheet.deleteColumn(8); // Reason
    LogReading read = book.read();
    EXPECT_EQ(read.log.findings(), (Findings{{LogFault::kAltered, kFirst + 1, 0, 1, 1}}));
    EXPECT_FALSE(read.place.column(LogColumn::kReason).has_value());
    LogEvent event = eventOf("D-17", Side::kSales, Action::kReDated);
    event.reason = "a reason";
    book.sheet.write(appendDecision(read.log, read.place, event));
    const LogReading again = book.read();
    EXPECT_EQ(again.place.column(LogColumn::kReason), 10);
    EXPECT_EQ(again.log.events().back().reason, "a reason");
}

TEST(DecisionSheet, AClockThatGoesBackwardsIsNamedAndTheOrderOfWritingKept) {
    Book book = threeRows();
    book.add(at("2026-03-01", 0, eventOf("D-17", Side::kOps, Action::kReDated)));
    const Findings late{{LogFault::kClockBackwards, kFirst + 4, kFirst + 3, 0, 0}};
    EXPECT_EQ(book.log.findings(), late);
    EXPECT_EQ(book.read().log.findings(), late);
    EXPECT_EQ(book.read().log.events(), book.log.events());
}

TEST(DecisionSheet, TwoCopiesPutTogetherAreNamed) {
    Book book = threeRows();
    Book other = threeRows();
    book.add(at("2026-03-04", 0, eventOf("D-17", Side::kSales, Action::kReDated)));
    other.add(at("2026-03-04", 5, eventOf("D-18", Side::kOps, Action::kAsked)));
    for (std::int32_t column = 0; column < 11; ++column) {
        book.sheet.write({{kFirst + 4, column, other.sheet.at(kFirst + 3, column)}});
    }
    const Findings findings = book.read().log.findings();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].fault, LogFault::kNumberTwice);
    EXPECT_EQ(book.read().log.size(), 5U) << "nothing is lost";
}

TEST(DecisionSheet, ARowThatIsAddedWritesNoMoreCellsThanItHasHoweverLongTheLog) {
    Book book;
    for (int i = 0; i < 500; ++i) {
        const LogEvent event = eventOf("D-17", Side::kSales, Action::kAsked);
        const auto written = appendDecision(book.log, book.place, event);
        EXPECT_LE(written.size(), 12U);
        EXPECT_EQ(written.back().row, kFirst + i);
    }
}

TEST(DecisionSheet, RowsTypedInByHandAreTakenIn) {
    Book book = threeRows();
    book.sheet.type(kFirst + 3, 1, "2026-03-04");
    book.sheet.type(kFirst + 3, 2, "D-17");
    book.sheet.type(kFirst + 3, 4, "Otto");
    book.sheet.type(kFirst + 3, 5, "Kapazität genehmigt");
    book.sheet.type(kFirst + 3, 7, "8");
    const review::People people{{{name("otto"), Side::kOps, {}}}};
    const LogReading read = book.read(people);
    EXPECT_EQ(read.log.findings(), (Findings{{LogFault::kTypedIn, kFirst + 4, 0, 0, 0}}));
    const LogEvent& typed = read.log.events().back();
    EXPECT_EQ(typed.action, Action::kCapacityApproved);
    EXPECT_EQ(typed.side, Side::kOps);
    EXPECT_EQ(typed.to.hours, planning::Hours::whole(8));
    EXPECT_EQ(read.log.threadOf("d-17").size(), 4U);
}

TEST(DecisionSheet, WhatCannotBeUnderstoodIsSaidAndKept) {
    Book book = threeRows();
    const std::int32_t row = kFirst + 3;
    book.sheet.type(row, 1, "yesterday");
    book.sheet.type(row, 2, "D-17");
    book.sheet.type(row, 5, "shrugged");
    const LogReading read = book.read();
    EXPECT_EQ(read.log.findings(), (Findings{{LogFault::kUnreadableWhen, row + 1, 0, 0, 0},
                                             {LogFault::kUnknownAction, row + 1, 0, 0, 0},
                                             {LogFault::kTypedIn, row + 1, 0, 0, 0}}));
    EXPECT_EQ(read.log.events().back().action, Action::kNoted);
    EXPECT_EQ(read.log.events().back().when, read.log.events()[2].when);
    EXPECT_EQ(read.log.rows().back()[review::LogField::kAction], "shrugged");
}

TEST(DecisionSheet, AnUnknownPersonWithoutASideIsSaidToBe) {
    Book book = threeRows();
    LogEvent event = eventOf("D-17", Side::kNeither, Action::kAgreed);
    event.by = name("stranger");
    event.when = {support::day("2026-03-04"), 0};
    book.add(event);
    EXPECT_EQ(book.read().log.findings(),
              (Findings{{LogFault::kUnknownSide, kFirst + 4, 0, 0, 0}}));
}

TEST(DecisionSheet, AnErrorCellIsSaidToBeOne) {
    Book book = threeRows();
    book.sheet.putError(kFirst + 1, 4);
    EXPECT_EQ(book.read().log.findings(), (Findings{{LogFault::kErrorCell, kFirst + 2, 0, 0, 0},
                                                    {LogFault::kAltered, kFirst + 2, 0, 2, 2}}));
}

TEST(DecisionSheet, ASheetWithoutHeadingsHasNoLog) {
    WrittenSheet sheet;
    sheet.type(0, 0, "When shall we meet?");
    sheet.type(5, 3, "Reason");
    const LogReading read = readDecisions(sheet.grid(), tables::context(), words(), {});
    EXPECT_FALSE(read.place.has_headings);
    EXPECT_EQ(read.log.size(), 0U);
    EXPECT_EQ(read.place.next_row, 6);
    EXPECT_FALSE(readDecisions({}, tables::context(), words(), {}).place.has_headings);
}

TEST(DecisionSheet, ASealThatIsGoneIsWrittenAnewAboveTheHeadings) {
    Book book = threeRows();
    book.sheet.type(2, 0, "");
    LogReading read = book.read();
    EXPECT_EQ(read.log.findings(), (Findings{{LogFault::kNoSeal, 0, 0, 0, 0}}));
    book.sheet.write(
        appendDecision(read.log, read.place,
                       at("2026-03-04", 0, eventOf("D-17", Side::kSales, Action::kReDated))));
    EXPECT_EQ(book.read().log.findings(), Findings{});
}

TEST(DecisionSheet, ASealIsReadFromItsText) {
    const review::LogSeal seal{1234, "0123456789abcdef"};
    EXPECT_EQ(sealText(seal), "1234 rows, 0123456789abcdef");
    EXPECT_EQ(sealFrom(" 1234 rows,  0123456789abcdef"), seal);
    EXPECT_EQ(sealFrom(sealText({})), review::LogSeal{});
    for (const char* const text : {"", "rows, x", "-1 rows, a", "x rows, a", "99999999999 rows, a",
                                   "1 rows, 0123456789abcdef0"}) {
        EXPECT_EQ(sealFrom(text), std::nullopt);
    }
}

} // namespace
} // namespace keepable::views
