// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "tables/builders.hpp"
#include "views/catalog.hpp"
#include "views/people_sheet.hpp"
#include "views/written_sheet.hpp"

#include <gtest/gtest.h>

namespace keepable::views {
namespace {

using review::Side;
using support::name;
using tables::gridOf;
using tables::kEmptyCell;
using tables::kErrorCell;
using Sentences = std::vector<std::string>;

PeopleReading read(const tables::Grid& grid, const OwnedNames* known = nullptr) {
    return readPeople(grid, languages(), known, english());
}

Sentences sentencesOf(const PeopleReading& reading) {
    Sentences sentences;
    for (const SheetProblem& problem : reading.problems) {
        sentences.push_back(std::to_string(problem.row) + ": " + problem.sentence);
    }
    return sentences;
}

std::string ownedBy(const PeopleReading& reading, std::string_view key) {
    std::string list;
    for (const review::Name& owned : reading.people.named(key)->owns) {
        list += "<" + owned.text + ">";
    }
    return list;
}

TEST(PeopleSheet, IsFoundWhereverItStandsInAnyOrderAndLanguage) {
    const PeopleReading reading =
        read(gridOf({{"Our shop"},
                     {},
                     {kEmptyCell, "Remark", "E-Mail", "Zuständig für", "Seite", "Name"},
                     {kEmptyCell, "since 2019", "ann@example.org", "D-17, D-18", "Vertrieb", "Ann"},
                     {},
                     {kEmptyCell, kEmptyCell, kEmptyCell, "Welding", "ops", "Otto"}},
                    4));
    EXPECT_TRUE(reading.has_table);
    EXPECT_EQ(reading.heading_row, 6);
    EXPECT_EQ(sentencesOf(reading), Sentences{});
    EXPECT_EQ(reading.people.sideOf("ann"), Side::kSales);
    EXPECT_EQ(reading.people.sideOf("otto"), Side::kOps);
    EXPECT_TRUE(reading.people.owns("ann", "d-18"));
    EXPECT_TRUE(reading.people.owns("otto", "welding"));
    EXPECT_EQ(reading.mails.at("ann"), "ann@example.org");
}

TEST(PeopleSheet, ATableOfDealsIsNotOne) {
    EXPECT_FALSE(
        read(gridOf({{"Name", "Owner", "Promised date"}, {"D-1", "Ann", 46000}})).has_table);
    EXPECT_FALSE(read({}).has_table);
}

TEST(PeopleSheet, EndsWhereTheTargetsBegin) {
    const PeopleReading reading = read(gridOf({{"Name", "Side"},
                                               {"Ann", "sales"},
                                               {"Name", "Side"},
                                               {"Otto", "ops"},
                                               {"Metric", "Target"},
                                               {"kept rate", 0.95}}));
    EXPECT_EQ(sentencesOf(reading), Sentences{});
    EXPECT_EQ(reading.people.all().size(), 2U);
}

TEST(PeopleSheet, EveryRowIsTakenAsFarAsItCanBeRead) {
    const PeopleReading reading = read(gridOf({{"Name", "Side", "Owns", "E-mail"},
                                               {"Ann", "sales", kEmptyCell, "ann at example.org"},
                                               {"Bob", "marketing", "D-1"},
                                               {kEmptyCell, "ops", "Paint"},
                                               {"Otto", kEmptyCell, "Welding"},
                                               {"Otto", "ops", "Paint"},
                                               {"otto", "sales"},
                                               {"Olga", kErrorCell, kErrorCell},
                                               {12, "ops", 17}}));
    EXPECT_EQ(sentencesOf(reading),
              (Sentences{"2: “ann at example.org” is no mail address. It is left out.",
                         "3: “marketing” is no side: write sales or ops for Bob.",
                         "4: This row names nobody. It is left out.",
                         "5: Nobody has said on which side Otto is: write sales or ops.",
                         "7: otto has two sides. The first one counts: ops.",
                         "8: Side shows an error, which counts as empty.",
                         "8: Owns shows an error, which counts as empty.",
                         "8: Nobody has said on which side Olga is: write sales or ops."}));
    EXPECT_EQ(reading.people.sideOf("otto"), Side::kOps);
    EXPECT_EQ(ownedBy(reading, "otto"), "<Welding><Paint>");
    EXPECT_EQ(ownedBy(reading, "bob"), "<D-1>");
    EXPECT_EQ(ownedBy(reading, "12"), "<17>");
    EXPECT_TRUE(reading.mails.empty());
}

TEST(PeopleSheet, NamesWithCommasQuotesAndLineBreaksAreOneName) {
    const OwnedNames known{{"Welding, big", "Paint", "D-1", "Say \"Hi\"", "a; b"}};
    const auto owned = [&](const char* list, const OwnedNames* names) {
        return ownedBy(read(gridOf({{"Name", "Side", "Owns"}, {"Otto", "ops", list}}), names),
                       "otto");
    };
    EXPECT_EQ(owned("Paint, Welding, big, D-1", &known), "<Paint><Welding, big><D-1>");
    EXPECT_EQ(owned("Paint, Welding, big", nullptr), "<Paint><Welding><big>");
    EXPECT_EQ(owned("\"Welding, big\",Paint", nullptr), "<Welding, big><Paint>");
    EXPECT_EQ(owned("Paint\nD-1;;\n", &known), "<Paint><D-1>");
    EXPECT_EQ(owned("\"Say \"\"Hi\"\"\"; \"a; b\"", &known), "<Say \"Hi\"><a; b>");
    EXPECT_EQ(owned("\"never closed, Paint", nullptr), "<never closed, Paint>");
    EXPECT_EQ(owned("'=1+1, 7\" pipe", nullptr), "<=1+1><7\" pipe>");
}

TEST(PeopleSheet, WhatNobodyKnowsIsNamedWithWhatMayBeMeant) {
    const OwnedNames known{{"Welding", "D-1"}};
    const PeopleReading reading =
        read(gridOf({{"Name", "Side", "Owns"}, {"Otto", "ops", "Weldng, Lathe, d-1"}}), &known);
    EXPECT_EQ(sentencesOf(reading),
              (Sentences{"2: “Weldng” is neither a resource nor a deal of the plan. Is “Welding” "
                         "meant?",
                         "2: “Lathe” is neither a resource nor a deal of the plan."}));
    EXPECT_EQ(ownedBy(reading, "otto"), "<Weldng><Lathe><d-1>");
}

TEST(PeopleSheet, WhatIsWrittenNewIsReadAgain) {
    const std::vector<review::Person> people{
        {name("=cmd|' /C calc'!A0"), Side::kSales, {name("Welding, big"), name("say \"Hi\"")}},
        {name("Otto"), Side::kOps, {name("Paint"), name("-1")}},
        {name("Olga"), Side::kNeither, {}}};
    for (const Texts* const texts : languages()) {
        support::WrittenSheet sheet;
        for (const ShownCell& cell : newPeopleTable(people, 3, *texts)) {
            sheet.write({{cell.row, cell.column, cell.value}});
            EXPECT_TRUE(cell.value.kind == ValueKind::kText ||
                        cell.value.kind == ValueKind::kEmpty);
            EXPECT_NE(cell.value.text.substr(0, 1), "=");
        }
        const PeopleReading reading = readPeople(sheet.grid(), languages(), nullptr, english());
        EXPECT_EQ(reading.heading_row, 7);
        EXPECT_EQ(reading.people.all(), people);
        EXPECT_EQ(sentencesOf(reading),
                  Sentences{"11: Nobody has said on which side Olga is: write sales or ops."});
    }
    EXPECT_EQ(newPeopleTable({}, 0, english()).back().row, 4);
}

TEST(PeopleSheet, AnAddressMustNotEndOrPartALineOfThem) {
    EXPECT_TRUE(isMailAddress("ann.o+x@mail.example.org"));
    EXPECT_TRUE(isMailAddress("jürgen@example.org"));
    for (const char* const text : {"", "@", "ann", "@x", "ann@", "a@b@c", "a@b,c@d", "a@b\nBcc:x",
                                   "a@b c", "<a@b>", "a@b?subject=x", "a@b&cc=c", "a@b%0Acc"}) {
        EXPECT_FALSE(isMailAddress(text)) << text;
    }
}

} // namespace
} // namespace keepable::views
