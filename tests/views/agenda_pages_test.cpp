// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "views/agenda_pages.hpp"
#include "views/agenda_sentences.hpp"
#include "views/agenda_shop.hpp"
#include "views/catalog.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace keepable::views {
namespace {

using planning::Day;
using review::Figure;
using review::Metric;
using support::day;
using support::name;
using Strings = std::vector<std::string>;

Saying saying(const Texts& texts = english()) {
    static const tables::TextLocale kLocale = tables::context().locale;
    return {texts, kLocale};
}

review::SharedTarget costTarget() {
    review::SharedTarget target;
    target.metric = Metric::kCostPerHour;
    target.baseline = Figure::whole(100);
    target.target = Figure::whole(90);
    target.from = day("2026-01-01");
    target.due = day("2026-06-30");
    target.stated = Figure::whole(94);
    target.sales_owner = name("Ann");
    target.ops_owner = name("Otto");
    return target;
}

AgendaPages pagesOf(support::AgendaShop& shop, const Texts& texts = english(),
                    const Strings& proposals = {"Win by 2026-03-20", "Add 12 h\nof Welding"}) {
    const std::vector<review::SharedTarget> targets{costTarget()};
    return agendaPages(shop.book(), shop.agenda(targets), targets, proposals, saying(texts));
}

Strings linesOf(const AgendaPages& pages) {
    Strings lines;
    for (const AgendaSection& section : pages.sections) {
        lines.push_back("# " + section.title);
        for (const AgendaPoint& point : section.points) {
            lines.push_back((point.is_urgent ? "! " : "") + point.deal + " | " + point.what +
                            " | " + point.who + " | " +
                            (point.day ? planning::isoText(*point.day) : "") + " | " +
                            (point.value ? planning::decimalText(*point.value) : "") + " | " +
                            point.proposal + " | " + point.reference);
        }
    }
    return lines;
}

TEST(AgendaPages, SayWhatTheReviewHasToTalkAbout) {
    support::AgendaShop shop;
    const AgendaPages pages = pagesOf(shop);
    EXPECT_EQ(pages.title, "Review of sales and operations on 2026-03-16");
    EXPECT_EQ(pages.intro, (Strings{"Sales: Ann, Bob", "Operations: Otto, Olga",
                                    "Last review: 2026-03-09", "Next review: 2026-03-23"}));
    EXPECT_EQ(
        linesOf(pages),
        (Strings{
            "# Conflicts, those that cannot wait first",
            "! D-2 | Bolt: INFEASIBLE, promised 2026-04-10, possible 2026-04-20, 12 hours short on "
            "Paint | Bob / Olga | 2026-03-20 | 1000 | Win by 2026-03-20 | deal D-2",
            "D-1 | Acme: INFEASIBLE, promised 2026-04-10, possible 2026-04-20, 12 hours short on "
            "Welding | Ann / Otto | 2026-05-01 | 50000 | Add 12 h of Welding | deal D-1",
            "# Questions without an answer",
            "D-3 | Ops has the turn since 2026-03-10 (6 days): a question is to be answered. Ann "
            "(sales) asked: 2026-04-10 (for the fair) | Ann / Otto | 2026-03-10 |  |  | deal D-3",
            "D-6 | Ops has the turn since 2026-03-11 (5 days): the deal is won and its date is to "
            "be confirmed. Bob (sales) won | Bob / Olga | 2026-03-11 |  |  | deal D-6",
            "# Capacity requests",
            "D-4 | 40 hours of Paint; overtime, requested by Bob (sales) on 2026-03-11 (two "
            "shifts) | Bob / Olga | 2026-03-11 |  |  | request 5",
            "# Accepted risks that run out",
            "D-5 | Risk accepted by Ann (sales) until 2026-03-18 | Ann / Otto | 2026-03-18 |  |  | "
            "deal D-5",
            "# Decisions since the last review", "D-6 | won | Bob (sales) | 2026-03-11 |  |  | ",
            "D-5 | promised: 2026-04-01 | Ann (sales) | 2026-03-11 |  |  | ",
            "D-5 | risk accepted: 2026-03-18 (it pays) | Ann (sales) | 2026-03-12 |  |  | ",
            "D-7 | won | Ann (sales) | 2026-03-12 |  |  | ",
            "D-7 | delivered | Otto (ops) | 2026-03-12 |  |  | ",
            "# Promises kept since the last review",
            "D-7 | Gate: first promised 2026-03-13, delivered 2026-03-12 | Ann / Otto | 2026-03-12 "
            "|  |  | deal D-7",
            "# Promises not kept",
            "D-6 | Fuel: first promised 2026-03-12, not delivered yet | Bob / Olga | 2026-03-12 |  "
            "|  | deal D-6",
            "# First promises kept, of all on record; owners, resources, items and customers with "
            "the fewest first",
            // (1 + 2) of (2 + 4) were kept; of a name (k + 2) of (1 + 4).
            " | all: 1 of 2 first promises kept, reliability 50\u00a0%, buffer 4 days |  |  |  |  "
            "| ",
            "Bob | sales owner: 0 of 1 first promises kept, reliability 40\u00a0%, buffer 4 days | "
            " |  |  |  | ",
            "Ann | sales owner: 1 of 1 first promises kept, reliability 60\u00a0%, buffer 4 days | "
            " |  |  |  | ",
            "Paint | resource: 0 of 1 first promises kept, reliability 40\u00a0%, buffer 4 days | "
            "Olga |  |  |  | ",
            "Welding | resource: 1 of 1 first promises kept, reliability 60\u00a0%, buffer 4 days "
            "| "
            "Otto |  |  |  | ",
            "Fuel | customer: 0 of 1 first promises kept, reliability 40\u00a0%, buffer 4 days |  "
            "| "
            " |  |  | ",
            "Gate | customer: 1 of 1 first promises kept, reliability 60\u00a0%, buffer 4 days |  "
            "| "
            " |  |  | ",
            "# Shared targets",
            " | cost per delivered hour: now 94, from 100 to 90, progress 60\u00a0%, on track | "
            "Ann / "
            "Otto | 2026-06-30 |  |  | ",
            "# What went well",
            "D-7 | D-7 was settled together on 2026-03-12 within 1 day, without a loss: Ann, "
            "Otto. |  | 2026-03-12 |  |  | ",
            "# Gaps and double work",
            "D-6 | D-6 is won and operations has not confirmed its date 2026-03-12. | Bob / Olga | "
            " |  |  | finding: not confirmed: d-6, 2026-03-12",
            "D-5 | D-5 was promised for 2026-04-01 since the last review, and operations has not "
            "confirmed it. | Ann / Otto |  |  |  | finding: promised since the review: d-5, "
            "2026-04-01",
            "# Rows of the decisions to look at"}));
}

TEST(AgendaPages, AreTheSameInGerman) {
    support::AgendaShop shop;
    const Strings lines = linesOf(pagesOf(shop, german()));
    EXPECT_EQ(lines.size(), linesOf(pagesOf(shop)).size());
    EXPECT_EQ(lines[1], "! D-2 | Bolt: INFEASIBLE, zugesagt 2026-04-10, möglich 2026-04-20, 12 "
                        "Stunden fehlen bei Paint | Bob / Olga | 2026-03-20 | 1000 | Win by "
                        "2026-03-20 | deal D-2");
}

TEST(AgendaPages, StandInOneSetOfColumnsWithRealDatesAndValues) {
    support::AgendaShop shop;
    const std::vector<ShownCell> cells = agendaCells(pagesOf(shop), english());
    const auto find = [&](std::string_view deal, AgendaColumn column) {
        const auto row = std::ranges::find_if(cells, [&](const ShownCell& cell) {
            return cell.column == 0 && cell.value.text == deal;
        });
        const auto found = std::ranges::find_if(cells, [&](const ShownCell& cell) {
            return cell.row == row->row && cell.column == static_cast<std::int32_t>(column);
        });
        return *found;
    };
    EXPECT_EQ(find("D-2", AgendaColumn::kDay).value, SheetValue::of(day("2026-03-20")));
    EXPECT_EQ(find("D-2", AgendaColumn::kDay).look, ShownLook::kUrgent);
    EXPECT_EQ(find("D-1", AgendaColumn::kValue).value,
              SheetValue::of(planning::Money::whole(50'000)));
    EXPECT_EQ(find("D-1", AgendaColumn::kValue).value.kind, ValueKind::kMoney);
    EXPECT_EQ(find("D-1", AgendaColumn::kDecision).look, ShownLook::kInput);
    EXPECT_EQ(find("D-1", AgendaColumn::kReference).look, ShownLook::kNote);
    EXPECT_EQ(cells.front().look, ShownLook::kTitle);
    for (std::size_t i = 1; i < cells.size(); ++i) {
        EXPECT_TRUE(std::pair(cells[i - 1].row, cells[i - 1].column) <
                    std::pair(cells[i].row, cells[i].column))
            << "each cell once, by rows and columns";
    }
}

TEST(AgendaPages, NothingInThemIsEverAFormula) {
    support::AgendaShop shop;
    for (const char* const odd : {"=1+1", "@SUM(A1)", "+x", "-y", "\t=1"}) {
        review::ReviewDeal& deal = shop.builder.deal(odd, odd, odd);
        deal.verdict = planning::Verdict::kAtRisk;
        deal.bottleneck = name(odd);
        shop.builder.say("2026-03-12", odd, review::Side::kSales, odd, review::Action::kAsked, {},
                         odd);
    }
    const AgendaPages pages = pagesOf(shop, english(), {"=2+2", "=3+3"});
    for (const ShownCell& cell : agendaCells(pages, english())) {
        EXPECT_TRUE(cell.value.text.find_first_of("=+-@\t") != 0) << cell.value.text;
        EXPECT_TRUE(cell.value.kind != ValueKind::kText ||
                    cell.value.text == guardedText(unguardedText(cell.value.text)));
    }
}

TEST(AgendaPages, ALongListIsCutAndSaysHowManyMore) {
    support::AgendaShop shop;
    for (int i = 0; i < 105; ++i) {
        shop.builder.deal("L-" + std::to_string(i)).verdict = planning::Verdict::kAtRisk;
    }
    const AgendaPages pages = pagesOf(shop);
    EXPECT_EQ(pages.sections[0].points.size(), kMostPoints);
    EXPECT_EQ(pages.sections[0].more, 7U);
    const auto cells = agendaCells(pages, english());
    EXPECT_TRUE(std::ranges::any_of(
        cells, [](const ShownCell& cell) { return cell.value.text == "… and 7 more"; }));
}

TEST(AgendaPages, AnEmptyBookHasAnAgendaWithNothingOnIt) {
    support::BookBuilder empty("2026-03-16");
    const review::Agenda agenda = agendaOf(empty.book(), {}, {day("2026-03-02"), 14});
    const AgendaPages pages = agendaPages(empty.book(), agenda, {}, {}, saying());
    EXPECT_EQ(pages.intro, (Strings{"Last review: 2026-03-02", "Next review: 2026-03-30"}));
    EXPECT_EQ(linesOf(pages).size(), pages.sections.size());
}

TEST(AgendaMail, GoesToThoseWithAnAddressAndIsPlainText) {
    support::AgendaShop shop;
    review::ReviewDeal& deal = shop.builder.deal("X\nBcc: all@example.org", "Eve\n.\n", "Ann");
    deal.verdict = planning::Verdict::kAtRisk;
    const review::Agenda agenda = shop.agenda();
    AgendaPages pages = pagesOf(shop);
    pages.sections[8].points.clear();
    pages.title += "\nBcc: all@example.org";
    const AgendaMail mail = agendaMail(
        pages, agenda, {{"ann", "ann@example.org"}, {"nobody", "x@example.org"}}, english());
    EXPECT_EQ(mail.to, Strings{"ann@example.org"});
    EXPECT_EQ(mail.without, (Strings{"Bob", "Olga", "Otto"}));
    EXPECT_EQ(mail.subject, "Review of sales and operations on 2026-03-16 Bcc: all@example.org");
    EXPECT_EQ(mail.subject.find('\n'), std::string::npos);
    EXPECT_NE(mail.body.find("\n! D-2: Bolt: INFEASIBLE"), std::string::npos);
    EXPECT_NE(mail.body.find("[Bob / Olga] Proposal: Win by 2026-03-20\n"), std::string::npos);
    EXPECT_NE(mail.body.find("- X Bcc: all@example.org: Eve .: AT RISK"), std::string::npos);
    EXPECT_EQ(mail.body.find("\nBcc"), std::string::npos);
    EXPECT_EQ(mail.body.find("Shared targets"), std::string::npos) << "there are none";
}

TEST(AgendaMail, CountsThePointsThatWouldMakeItTooLong) {
    support::AgendaShop shop;
    AgendaPages pages = pagesOf(shop);
    AgendaPoint point;
    point.what = std::string(999, 'x');
    pages.sections[0].points.assign(30, point);
    pages.sections[0].more = 2;
    const AgendaMail mail = agendaMail(pages, shop.agenda(), {}, english());
    EXPECT_LT(mail.body.size(), kMostMailBytes + 1'000);
    EXPECT_NE(mail.body.find("x\n… and 13 more\n"), std::string::npos) << mail.body;
    EXPECT_NE(mail.body.rfind("… and "), mail.body.find("… and ")) << "and of the sections below";
}

TEST(AgendaSentences, CreditNamesBothSides) {
    review::Credit credit;
    credit.deal = name("D-1");
    credit.sales = {name("Ann")};
    credit.ops = {name("Otto"), name("Olga")};
    credit.when = day("2026-03-10");
    credit.chance = planning::Probability{350'000'000};
    EXPECT_EQ(saidCredit(credit, saying()), "D-1 was delivered in time on 2026-03-10, promised "
                                            "with a chance of 35\u00a0%: Ann, Otto, Olga.");
    credit.chance.reset();
    credit.verdict = planning::Verdict::kAtRisk;
    EXPECT_EQ(saidCredit(credit, saying()), "D-1 was delivered in time on 2026-03-10, promised "
                                            "when it was AT RISK: Ann, Otto, Olga.");
    credit.kind = review::CreditKind::kSettledTogether;
    credit.count = 1;
    credit.is_rescue = true;
    EXPECT_EQ(saidCredit(credit, saying()), "D-1 was rescued together on 2026-03-10 within 1 day, "
                                            "without a loss: Ann, Otto, Olga.");
    credit.kind = review::CreditKind::kRun;
    credit.count = 6;
    credit.sales.clear();
    EXPECT_EQ(saidCredit(credit, saying()),
              "6 promises in a row were kept, the last on 2026-03-10: Otto, Olga.");
}

} // namespace
} // namespace keepable::views
