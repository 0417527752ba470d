// SPDX-License-Identifier: MPL-2.0
#include "views/catalog.hpp"
#include "views/plan_handle.hpp"

#include <gtest/gtest.h>

namespace keepable::views {
namespace {

using planning::Verdict;

planning::PlanReport reportOf(std::vector<Verdict> verdicts) {
    planning::PlanReport report;
    report.verdicts = std::move(verdicts);
    return report;
}

// Text as a cell holds it; all of it lies in the first 256 characters of Unicode.
std::u16string inCell(std::string_view text) {
    std::u16string units;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            units += static_cast<char16_t>(byte);
        } else if (byte >= 0xc0) {
            const auto next = static_cast<unsigned char>(text[++i]);
            units += static_cast<char16_t>((byte & 0x3) << 6 | (next & 0x3f));
        }
    }
    return units;
}

TEST(PlanHandle, CountsVerdictsAndEndsInTheDigest) {
    const auto report = reportOf({Verdict::kKeepable, Verdict::kInfeasible, Verdict::kInfeasible,
                                  Verdict::kAtRisk, Verdict::kCheckRow, Verdict::kClosed});
    EXPECT_EQ(planHandle(report, {}, 0x7f3a91c2),
              "6 deals · 2 infeasible · 1 at risk · 1 row to check · 000000007f3a91c2");
}

TEST(PlanHandle, OfAnEmptyPlanStillIsAHandle) {
    const std::string handle = planHandle({}, {}, 1);
    EXPECT_EQ(handle, "0 deals · 0 infeasible · 0 at risk · 0 rows to check · 0000000000000001");
    EXPECT_EQ(digestOfHandle(inCell(handle)), 1U);
}

TEST(PlanHandle, NamesTheFirstProblemOutsideTheDealRows) {
    tables::RowProblem of_deal;
    of_deal.deal = 0;
    tables::RowProblem of_capacity;
    of_capacity.table = tables::TableKind::kCapacity;
    of_capacity.row = 17;
    of_capacity.heading = "Capacity";
    of_capacity.seen = "abc";
    of_capacity.expected = "a number of at least 0";
    const std::string one = planHandle(reportOf({Verdict::kKeepable}), {of_deal, of_capacity}, 1);
    EXPECT_NE(one.find(" · " + tables::problemText(of_capacity) + " · 0000000000000001"),
              std::string::npos)
        << one;
    const std::string two =
        planHandle(reportOf({Verdict::kKeepable}), {of_capacity, of_deal, of_capacity}, 1);
    EXPECT_NE(two.find("(and 1 more) · "), std::string::npos) << two;
    EXPECT_EQ(digestOfHandle(inCell(two)), 1U);
}

TEST(PlanHandle, OtherTextHasNoDigest) {
    for (const char* text :
         {"", "foo", "0000000000000001", "x · 000000000000001g", "x · 00000000000001",
          " · -000000000000001", "No plan: Deals: the range is missing."}) {
        EXPECT_EQ(digestOfHandle(inCell(text)), std::nullopt) << text;
    }
    EXPECT_EQ(digestOfHandle(u"x · ffffffffffffffff"), ~std::uint64_t{0});
}

TEST(PlanHandle, SaysWhyThereIsNoPlan) {
    const std::string text = noPlanText({"Deals: the range is missing."}, english());
    EXPECT_EQ(text, "No plan: Deals: the range is missing.");
    EXPECT_TRUE(isNoPlanText(text));
    EXPECT_FALSE(isNoPlanText(planHandle({}, {}, 1)));
}

TEST(PlanHandle, SaysSoInTheLanguageOfTheDocument) {
    const std::string text =
        noPlanText({"Deals, sheet “Deals: A”: the range is missing."}, german());
    EXPECT_TRUE(isNoPlanText(text));
    EXPECT_EQ(text, "Kein Plan: Aufträge, Blatt „Deals: A“: Der Bereich fehlt.");
    EXPECT_EQ(noPlanText({"Capacity, sheet “Std”: the heading row 4 has no columns Period and "
                          "Capacity; a capacity table needs Resource, Period and Capacity, or "
                          "Resource and one column a period headed by its first day."},
                         german()),
              "Kein Plan: Kapazität, Blatt „Std“: Die Überschriftenzeile 4 hat keine Spalten "
              "Period und Capacity; eine Kapazitätstabelle braucht Resource, Period und Capacity "
              "oder Resource und eine Spalte je Periode mit ihrem ersten Tag als Überschrift.");
}

} // namespace
} // namespace keepable::views
