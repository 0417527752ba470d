// SPDX-License-Identifier: MPL-2.0
#include "tables/builders.hpp"
#include "views/catalog.hpp"
#include "views/sheet_edits.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace keepable::views {
namespace {

using planning::Hours;
using planning::Quantity;
using proposals::Changes;
using tables::dayOf;
using tables::TableKind;

constexpr Hours kEightHours = Hours::whole(8);

// A plan with the headings its deals were read by. The deals begin in sheet row 4 (from 1).
struct Sheet {
    explicit Sheet(tables::Rows deals,
                   tables::Rows capacity = {{"Resource", "2026-01-05", "2026-01-12"},
                                            {"Welding", 40, 40}})
        : Sheet(tables::tableOf(TableKind::kDeals, tables::gridOf(deals, 3)),
                tables::tableOf(TableKind::kCapacity, capacity)) {}

    [[nodiscard]] SheetEdits edits(const Changes& changes) const {
        return editsFor(changes, answers, heading, kEightHours, english());
    }

    tables::HeadingRow heading;
    PlanAnswers answers;

  private:
    Sheet(const tables::Table& deals, const tables::Table& capacity)
        : heading(deals.heading), answers(std::get<tables::PlanTables>(tables::readPlan(
                                      {&deals, &capacity, nullptr, nullptr}, tables::context()))) {}
};

Sheet twoDeals() {
    return Sheet{{{"Deal", "Item", "Quantity", "Promised date", "Done", "Value"},
                  {"A", "Welding", 30, "2026-01-09", 4, 900},
                  {},
                  {"B", "Welding", 20, "2026-01-16"}}};
}

TEST(SheetEdits, PutANewDateIntoTheRowOfTheLine) {
    Changes changes;
    changes.dates.push_back({1, 1, dayOf("2026-01-16"), dayOf("2026-01-20")});
    const SheetEdits edits = twoDeals().edits(changes);
    EXPECT_EQ(edits.obstacles, std::vector<std::string>{});
    EXPECT_TRUE(edits.copies.empty());
    ASSERT_EQ(edits.cells.size(), 1U);
    EXPECT_EQ(edits.cells[0], (CellEdit{TableKind::kDeals, 6, 3, dayOf("2026-01-20")}));
}

TEST(SheetEdits, SayInEveryOpenRowOfADealThatItIsLost) {
    const Sheet sheet{{{"Deal", "Item", "Quantity", "Promised date", "Status"},
                       {"A", "Welding", 30, "2026-01-09", "open"},
                       {"B", "Welding", 20, "2026-01-16", "open"},
                       {"A", "Welding", 5, "2026-01-16", "delivered"},
                       {"A", "Welding", 5, "2026-01-23", ""}}};
    Changes changes;
    changes.lost.push_back(0);
    const SheetEdits edits = sheet.edits(changes);
    EXPECT_EQ(edits.obstacles, std::vector<std::string>{});
    EXPECT_EQ(edits.cells, (std::vector<CellEdit>{{TableKind::kDeals, 4, 4, std::string{"lost"}},
                                                  {TableKind::kDeals, 7, 4, std::string{"lost"}}}));
    EXPECT_EQ(twoDeals().edits(changes).obstacles,
              std::vector<std::string>{"The deals have no column Status that could be changed."});
}

TEST(SheetEdits, SplitARowSoThatWhatIsDoneStaysWithThePartOnTime) {
    Changes changes;
    changes.splits.push_back(
        {0, 0, Quantity::whole(16), Quantity::whole(10), dayOf("2026-01-09"), dayOf("2026-01-14")});
    const SheetEdits edits = twoDeals().edits(changes);
    ASSERT_EQ(edits.cells.size(), 1U);
    EXPECT_EQ(edits.cells[0], (CellEdit{TableKind::kDeals, 4, 2, 20.0})) << "4 done and 16";
    ASSERT_EQ(edits.copies.size(), 1U);
    EXPECT_EQ(edits.copies[0], (RowCopy{4,
                                        {{TableKind::kDeals, 4, 2, 10.0},
                                         {TableKind::kDeals, 4, 3, dayOf("2026-01-14")},
                                         {TableKind::kDeals, 4, 4, std::string{}},
                                         {TableKind::kDeals, 4, 5, std::string{}}}}));
}

TEST(SheetEdits, CopyTheLowestRowFirst) {
    Changes changes;
    for (const std::uint32_t line : {0U, 1U}) {
        changes.splits.push_back({line, line, Quantity::whole(5), Quantity::whole(5),
                                  dayOf("2026-01-09"), dayOf("2026-01-14")});
    }
    const SheetEdits edits = twoDeals().edits(changes);
    ASSERT_EQ(edits.copies.size(), 2U);
    EXPECT_EQ(edits.copies[0].row, 6);
    EXPECT_EQ(edits.copies[1].row, 4);
}

TEST(SheetEdits, AddHoursToTheCellOfThePeriod) {
    Changes changes;
    changes.capacity.push_back({0, dayOf("2026-01-12"), 1, Hours{55'000}, std::nullopt});
    const SheetEdits edits = twoDeals().edits(changes);
    ASSERT_EQ(edits.cells.size(), 1U);
    EXPECT_EQ(edits.cells[0], (CellEdit{TableKind::kCapacity, 1, 2, AddedNumber{5.5}}));
}

TEST(SheetEdits, AddDaysWhereCapacityStandsInDays) {
    const Sheet sheet{
        {{"Deal", "Item", "Quantity", "Promised date"}, {"A", "Welding", 30, "2026-01-09"}},
        {{"Resource", "Period", "Unit", "Capacity"}, {"Welding", "2026-01-05", "days", 5}}};
    Changes changes;
    changes.capacity.push_back({0, dayOf("2026-01-05"), 0, Hours::whole(12), std::nullopt});
    const SheetEdits edits = sheet.edits(changes);
    ASSERT_EQ(edits.cells.size(), 1U);
    EXPECT_EQ(edits.cells[0], (CellEdit{TableKind::kCapacity, 1, 3, AddedNumber{1.5}}));
}

TEST(SheetEdits, SayWhichPeriodHasNoCell) {
    Changes changes;
    changes.capacity.push_back(
        {0, dayOf("2026-03-02"), planning::kNone, Hours::whole(8), std::nullopt});
    const SheetEdits edits = twoDeals().edits(changes);
    EXPECT_TRUE(edits.cells.empty());
    ASSERT_EQ(edits.obstacles.size(), 1U);
    EXPECT_NE(edits.obstacles[0].find("Welding"), std::string::npos);
    EXPECT_NE(edits.obstacles[0].find("2026-03-02"), std::string::npos);
}

} // namespace
} // namespace keepable::views
