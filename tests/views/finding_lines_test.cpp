// SPDX-License-Identifier: MPL-2.0
#include "review/builders.hpp"
#include "tables/builders.hpp"
#include "views/catalog.hpp"
#include "views/finding_lines.hpp"
#include "views/written_sheet.hpp"

#include <gtest/gtest.h>

#include <variant>

namespace keepable::views {
namespace {

using review::Action;
using review::Finding;
using review::FindingKind;
using review::LogEvent;
using review::LogFault;
using review::Side;
using support::BookBuilder;
using support::day;
using support::name;

const Speaker kAnn{name("Ann"), Side::kSales};

Saying saying() {
    static const tables::TextLocale kLocale = tables::context().locale;
    return {english(), kLocale};
}

BookBuilder twoAlike() {
    BookBuilder house("2026-03-09");
    for (const char* const deal : {"D-17", "D-18; \"=x\""}) {
        review::ReviewDeal& made = house.deal(deal, "Acme", "Ann");
        made.items = {name("Panel")};
        made.dates.promised = day("2026-04-01");
    }
    return house;
}

TEST(FindingLines, AFindingIsDismissedWithAReasonAndStaysDismissed) {
    BookBuilder house = twoAlike();
    auto lines = findingLines(findingsOf(house.book(), {}), house.log(), saying());
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].sentence, "D-17 and D-18; \"=x\" look like the same deal.");
    EXPECT_EQ(lines[0].dismissed, "");
    const review::Moment now{day("2026-03-08"), 600};
    EXPECT_EQ(std::get<std::string>(dismissalOf(lines[0].finding, " \n", kAnn, now, english())),
              "A reason is needed.");
    const auto event =
        std::get<LogEvent>(dismissalOf(lines[0].finding, "two\nplants", kAnn, now, english()));
    EXPECT_EQ(event.deal.text, "D-17");

    // Through the sheet, saved and read again.
    LogPlace place;
    support::WrittenSheet sheet;
    sheet.write(newDecisionSheet(english(), place));
    review::DecisionLog log;
    sheet.write(appendDecision(log, place, event));
    const LogReading read = readDecisions(sheet.grid(), tables::context(), ReviewWords{}, {});
    EXPECT_TRUE(read.log.findings().empty());
    house.add(read.log.events()[0]);
    lines = findingLines(findingsOf(house.book(), {}), house.log(), saying());
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].dismissed, "Dismissed by Ann (sales) on 2026-03-08: two plants");
}

TEST(FindingLines, ADismissalIsToldWithTheSentenceOfItsFinding) {
    BookBuilder house = twoAlike();
    house.resource("Welding", 40, 0);
    house.person("Ann", Side::kSales);
    house.say("2026-03-01", "D-17", Side::kOps, "Otto", Action::kNoted);
    const Saying in_german{german(), saying().locale};
    const auto told = [&](const Finding& finding, const Saying& said) {
        const auto event =
            std::get<LogEvent>(dismissalOf(finding, "both hold", kAnn, {}, english()));
        return saidEventOf(house.book(), event, said);
    };
    Finding finding;
    finding.kind = FindingKind::kDuplicate;
    finding.subject = name("D-17");
    finding.other = name("D-18");
    finding.deal = 0;
    EXPECT_EQ(told(finding, saying()),
              "dismissed: D-17 and d-18 look like the same deal (both hold)")
        << "a deal that is gone has only its key";
    EXPECT_EQ(told(findingsOf(house.book(), {}).open[0], saying()),
              "dismissed: D-17 and d-18, \"=x\" look like the same deal (both hold)");
    house.deal("D-18");
    EXPECT_EQ(told(finding, saying()),
              "dismissed: D-17 and D-18 look like the same deal (both hold)");
    EXPECT_EQ(told(finding, in_german),
              "verworfen: D-17 und D-18 sehen nach demselben Auftrag aus (both hold)");
    finding = {FindingKind::kNotAdded, name("D-17"), name("Welding"), day("2026-03-05"), 0, {}};
    EXPECT_EQ(told(finding, saying()),
              "dismissed: Capacity of Welding for D-17 was approved and is not noted as added; it "
              "was asked for on 2026-03-05 (both hold)");
    finding = {FindingKind::kUnusedCapacity, name("Welding"), {}, {}, {}, {}};
    EXPECT_EQ(told(finding, saying()),
              "dismissed: Welding has capacity that no deal uses (both hold)");
    finding = {FindingKind::kUnknownPerson, name("Otto"), {}, {}, {}, {}};
    EXPECT_EQ(told(finding, saying()), "dismissed: Otto writes into the decisions and is not among "
                                       "the people (both hold)");
    finding = {FindingKind::kNoOpsOwner, {}, {}, {}, {}, {}};
    EXPECT_EQ(told(finding, saying()), "dismissed: No resource has an ops owner (both hold)");
    LogEvent by_hand = support::eventOf("D-17", Side::kSales, Action::kDismissed);
    by_hand.to.text = "looks twice";
    EXPECT_EQ(saidEventOf(house.book(), by_hand, saying()), "dismissed: looks twice")
        << "what names no finding stays as it was typed";
}

TEST(FindingLines, EveryKindIsSaidInBothLanguages) {
    for (const Texts* const texts : {&english(), &german()}) {
        for (std::size_t kind = 0; kind < review::kFindingKinds; ++kind) {
            Finding finding;
            finding.kind = static_cast<FindingKind>(kind);
            finding.subject = name("S\n1");
            finding.other = name("O");
            finding.day = day("2026-03-09");
            const std::string said = saidFinding(finding, *texts);
            EXPECT_NE(said.find("S 1"), std::string::npos) << said;
            EXPECT_EQ(said.find("review."), std::string::npos) << said;
            EXPECT_EQ(said.find('{'), std::string::npos) << said;
        }
        for (std::size_t fault = 0; fault <= static_cast<std::size_t>(LogFault::kErrorCell);
             ++fault) {
            const std::string said = saidFault({static_cast<LogFault>(fault), 7, 5, 3, 4}, *texts);
            EXPECT_EQ(said.find("review."), std::string::npos) << said;
        }
    }
    EXPECT_EQ(saidFinding({FindingKind::kNoOpsOwner, {}, {}, {}, {}, {}}, english()),
              "No resource has an ops owner.");
    EXPECT_EQ(saidFinding({FindingKind::kNoSalesOwner, {}, {}, {}, {}, {}}, english()),
              "No deal has a sales owner.");
    EXPECT_EQ(saidFault({LogFault::kMissing, 0, 0, 3, 4}, english()),
              "Decisions No 3 to 4 are gone at the end.");
    EXPECT_EQ(saidFault({LogFault::kMissing, 0, 0, 3, 3}, english()),
              "Decision No 3 is gone at the end.");
    EXPECT_EQ(saidFault({LogFault::kMissing, 9, 0, 3, 4}, english()),
              "Decisions No 3 to 4 are gone before row 9.");
    EXPECT_EQ(saidFault({LogFault::kClockBackwards, 7, 5, 0, 0}, english()),
              "Row 7 of the decisions is older, by the clock, than row 5 before it.");
}

} // namespace
} // namespace keepable::views
