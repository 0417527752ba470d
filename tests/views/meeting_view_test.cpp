// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "views/agenda_shop.hpp"
#include "views/catalog.hpp"
#include "views/meeting_view.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace keepable::views {
namespace {

using review::Action;
using review::Figure;
using review::Metric;
using review::SharedTarget;
using review::Side;
using support::AgendaShop;
using support::day;
using support::name;

Saying saying(const Texts& texts = english()) {
    static const tables::TextLocale kLocale = tables::context().locale;
    return {texts, kLocale};
}

MeetingView viewOf(AgendaShop& shop, bool with_dismissed = false,
                   const std::vector<SharedTarget>& targets = {}) {
    return meetingView(shop.book(), shop.agenda(targets), targets, with_dismissed, saying());
}

TEST(MeetingView, SaysWhenTheReviewIsAndHowMuchThereIs) {
    AgendaShop shop;
    const MeetingView view = viewOf(shop);
    EXPECT_EQ(view.days, "The review is today · Last review: 2026-03-09");
    EXPECT_EQ(view.counts, "2 conflicts · 2 unanswered · 1 capacity request · 1 risk running out");
    const review::Agenda later = review::agendaOf(shop.book(), {}, {day("2026-03-04"), 7});
    EXPECT_EQ(meetingView(shop.book(), later, {}, false, saying()).days,
              "Next review: 2026-03-18 · Last review: 2026-03-09");
}

TEST(MeetingView, CountsAreSaidInBothLanguages) {
    AgendaShop shop;
    for (const Texts* const texts : {&english(), &german()}) {
        const MeetingView view = meetingView(shop.book(), shop.agenda(), {}, false, saying(*texts));
        EXPECT_EQ(view.counts.find("meeting."), std::string::npos) << view.counts;
        EXPECT_EQ(view.days.find("meeting."), std::string::npos) << view.days;
    }
}

TEST(MeetingView, ShowsTheTargetsAsBars) {
    AgendaShop shop;
    SharedTarget target;
    target.metric = Metric::kConflicts;
    target.baseline = Figure::whole(4);
    target.target = Figure::whole(0);
    const MeetingView view = viewOf(shop, false, {target});
    ASSERT_EQ(view.targets.lines.size(), 1U);
    EXPECT_EQ(view.targets.lines[0].now->place, 500) << "2 of the 4 conflicts are left";
    const std::vector<SharedTarget> many(kMostTargetBars + 3, target);
    const MeetingView cut = viewOf(shop, false, many);
    EXPECT_EQ(cut.targets.lines.size(), kMostTargetBars);
    EXPECT_EQ(cut.targets.more, 3U);
}

TEST(MeetingView, ListsDismissedFindingsWhenAskedTo) {
    AgendaShop shop;
    const MeetingView before = viewOf(shop, true);
    ASSERT_GE(before.findings.lines.size(), 2U);
    EXPECT_EQ(before.open_findings, before.findings.lines.size());
    EXPECT_EQ(before.dismissed_findings, 0U);
    const FindingLine first = before.findings.lines[0];
    shop.builder.add(
        std::get<review::LogEvent>(dismissalOf(first.finding, "we know", {name("Otto"), Side::kOps},
                                               {day("2026-03-16"), 600}, english())));

    const MeetingView without = viewOf(shop);
    EXPECT_EQ(without.open_findings, before.open_findings - 1);
    EXPECT_EQ(without.dismissed_findings, 1U);
    EXPECT_EQ(without.findings.lines.size(), before.findings.lines.size() - 1);
    const MeetingView with = viewOf(shop, true);
    ASSERT_EQ(with.findings.lines.size(), before.findings.lines.size());
    EXPECT_EQ(with.findings.lines.back().sentence, first.sentence);
    EXPECT_EQ(with.findings.lines.back().dismissed,
              "Dismissed by Otto (ops) on 2026-03-16: we know");
}

TEST(MeetingView, CutsLongLists) {
    support::BookBuilder house("2026-03-16");
    for (std::size_t i = 0; i < kMostFindingLines + 7; ++i) {
        house.deal("D-" + std::to_string(i), "", i == 0 ? "Ann" : "");
    }
    const review::Agenda agenda = review::agendaOf(house.book(), {}, {day("2026-03-16"), 7});
    const MeetingView view = meetingView(house.book(), agenda, {}, false, saying());
    EXPECT_EQ(view.findings.lines.size(), kMostFindingLines);
    EXPECT_EQ(view.findings.more, 6U);
    EXPECT_EQ(view.open_findings, kMostFindingLines + 6);
}

} // namespace
} // namespace keepable::views
